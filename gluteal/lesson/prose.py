"""Short helps between the paragraphs: folds, words, citations, and how sure a claim is."""

from html import escape

from gluteal import catalogue
from gluteal.lesson.blocks import Block, inline, markdown, source_links, source_names
from gluteal.lesson.friendly import friendly
from gluteal.lesson.session import identifier, session


@friendly('lesson.reveal("Why?", "Because …")')
def reveal(title, text, after=None):
    """Show a fold: a title, and behind it a text.

    Parameters
    ----------
    title : str
        The question or the promise.
    text : str
        Markdown.
    after : str, optional
        Id of a question that must be answered (or skipped) first.
    """
    html = markdown(text)
    if after is None:
        fold = f"<details><summary>{inline(title)}</summary>{html}</details>"
        return Block(fold, f"{title} (fold) {text}", "reveal")
    from gluteal.widgets.reveal import Reveal

    item = catalogue.load().items[identifier(after)]
    html = f"<p><b>{inline(title)}</b></p>{html}"
    return Reveal(item.id, html, f"{title} {text}", what=str(title), store=session.store)


@friendly('lesson.cite("ward2009")')
def cite(*keys):
    """Show where something was read: names that lead to the list of references.

    Parameters
    ----------
    keys : str
        Keys of ``data/sources.csv``.
    """
    sources = _sources(keys)
    if not sources:
        raise ValueError('name at least one source, for example lesson.cite("ward2009")')
    word = "Source" if len(sources) == 1 else "Sources"
    return Block(f"<p>{word}: {source_links(sources)}</p>", f"{word}: {source_names(sources)}", "cite")


def _sources(keys):
    known = catalogue.load().sources
    return [known[identifier(key)] for key in keys]


@friendly('lesson.sure("limited", "Seen in one study of cadavers.", "ward2009")')
def sure(grade, text, *sources):
    """Say how sure a claim is.

    Parameters
    ----------
    grade : str
        One of the grades of ``data/grades.csv``: ``strong``, ``moderate``, ``limited``, ``expert``,
        ``unverified``, ``anatomy``.
    text : str
        What the grade is about; one or two sentences of Markdown.
    sources : str
        Keys of ``data/sources.csv``.
    """
    level = catalogue.load().grades[identifier(grade)]
    cited = _sources(sources)
    line = f"<p>Sources: {source_links(cited)}</p>" if cited else ""
    sign = f'<span class="gl-grade" aria-hidden="true">{level.symbol}</span>'
    html = (
        f'<p class="gl-kicker">How sure are we?</p><p>{sign} '
        f"<b>{escape(level.name.capitalize())}.</b> {escape(level.meaning)}</p><p>{inline(text)}</p>{line}"
    )
    told = f"How sure are we? {level.symbol} {level.name.capitalize()}. {text}"
    return Block(html, told + (f" Sources: {source_names(cited)}" if cited else ""), "sure")


@friendly("lesson.grades()")
def grades():
    """Show the grades by which the lessons say how sure a claim is: sign, word, meaning."""
    levels = catalogue.load().grades.values()
    text = "\n".join(f"{level.symbol} {level.name}: {level.meaning}" for level in levels)
    return Block(grades_html(levels), text, "grades")


def grades_html(levels):
    """Return the table of the grades."""
    rows = "".join(
        f'<tr><td><span class="gl-grade">{level.symbol}</span></td><th scope="row">{escape(level.name)}</th>'
        f"<td>{escape(level.meaning)}</td></tr>"
        for level in levels
    )
    head = '<th scope="col">Sign</th><th scope="col">Grade</th><th scope="col">What it says</th>'
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


@friendly('lesson.glossary("trigger-point")')
def glossary(*terms):
    """Show a fold with the words that are used here.

    Parameters
    ----------
    terms : str
        Ids of ``data/glossary.csv``; all words when none is given.
    """
    known = catalogue.load().glossary
    entries = [known[identifier(term)] for term in terms] or sorted(
        known.values(), key=lambda e: e.term.casefold()
    )
    title = (
        "Words used here: " + ", ".join(entry.term for entry in entries)
        if terms
        else "All words of the lessons"
    )
    html = "".join(_entry_html(entry) for entry in entries)
    text = "\n".join([title, *(f"{entry.term}: {entry.definition}" for entry in entries)])
    return Block(f"<details><summary>{escape(title)}</summary><dl>{html}</dl></details>", text, "glossary")


def _entry_html(entry):
    other = (
        f' <span class="gl-also">also: {escape(", ".join(entry.also_called))}</span>'
        if entry.also_called
        else ""
    )
    source = f" ({source_links([entry.source])})" if entry.source else ""
    return f"<dt>{escape(entry.term)}{other}</dt><dd>{escape(entry.definition)}{source}</dd>"
