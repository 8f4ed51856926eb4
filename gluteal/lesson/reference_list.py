"""The list of references of a lesson, made from what the lesson cites."""

import ast
import json
import re
from dataclasses import dataclass
from html import escape

from gluteal import catalogue, paths
from gluteal.lesson.blocks import Block
from gluteal.lesson.friendly import friendly
from gluteal.lesson.prose import grades_html
from gluteal.lesson.session import session
from gluteal.widgets.exercise_records import grouped

LINK = re.compile(r"\]\(#ref-([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", flags=re.MULTILINE)

HOW_READ = {
    "whole": "read in full",
    "part": "read in part",
    "quoted-by-another": "known only through another source that quotes it",
    "from-memory": "not read for these lessons; cited from memory",
}


@dataclass(frozen=True)
class Citation:
    """A source, and the headings under which the lesson cites it."""

    key: str
    headings: tuple[str, ...]


def citations(cells):
    """Return what a notebook cites, in order of first appearance.

    Parameters
    ----------
    cells : list of dict
        The cells of a notebook file.

    Returns
    -------
    list of Citation
        Keys that stand in links ``](#ref-KEY)`` and keys behind the ids that code cells name: sources,
        questions, figures, words, exercises and groups of exercises.
    """
    places: dict[str, dict[str, None]] = {}
    heading = ""
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for key, under in _in_markdown(text, heading):
                heading = under
                if key:
                    places.setdefault(key, {})[under] = None
        elif cell["cell_type"] == "code":
            for key in _in_code(text):
                places.setdefault(key, {})[heading] = None
    return [Citation(key, tuple(name for name in found if name)) for key, found in places.items()]


def _in_markdown(text, heading):
    """Yield (key or empty, heading it stands under), in order."""
    marks = [(match.start(), match[1], "") for match in HEADING.finditer(text)]
    marks += [(match.start(), "", match[1]) for match in LINK.finditer(text)]
    for _, title, key in sorted(marks):
        heading = title or heading
        yield key, heading


def _in_code(text):
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    words = [
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    for word in sorted(words, key=lambda node: (node.lineno, node.col_offset)):
        yield from _keys_behind(word.value)
        yield from LINK.findall(word.value)
    if any(isinstance(node, ast.Attribute) and node.attr == "practice" for node in ast.walk(tree)):
        yield from _keys_of_the_bank()


def _keys_of_the_bank():
    """Return the sources of all questions: the practice may ask any of them."""
    return dict.fromkeys(key for item in catalogue.load().items.values() for key in item.sources)


def _keys_behind(name):
    """Return the sources an id stands for: its own, or those of its question, figure, word, exercises."""
    known = catalogue.load()
    if name in known.sources:
        return (name,)
    if name in known.items:
        return known.items[name].sources
    if name in known.figures:
        return known.figures[name].sources
    if name in known.glossary:
        return tuple(key for key in [known.glossary[name].source_key] if key)
    played = (name,) if name in known.exercises else grouped().get(name, ())
    return tuple(source.key for one in played for source in known.exercises[one].sources)


def lesson_cells(lesson):
    """Return the cells of a lesson's notebook file; none when there is no such file."""
    path = paths.notebooks_dir() / lesson.file
    return json.loads(path.read_text(encoding="utf-8"))["cells"] if path.is_file() else []


@friendly("lesson.references()")
def references():
    """Show what the lesson cites: what each source is, how much of it was read, where it is cited."""
    if session.lesson is None:
        raise ValueError('say first which lesson this is: run the cell with lesson.begin("01")')
    found = citations(lesson_cells(session.lesson))
    if not found:
        return Block("<p>This lesson cites no source.</p>", "This lesson cites no source.", "references")
    known = catalogue.load()
    entries = [(citation, known.sources[citation.key]) for citation in found]
    items = "".join(_entry_html(citation, source) for citation, source in entries)
    text = [
        f"{number}. {source.reference} [{status(source)}]" for number, (_, source) in enumerate(entries, 1)
    ]
    grades = f"<details><summary>What the grades mean</summary>{grades_html(known.grades.values())}</details>"
    html = f"<ol>{items}</ol>{grades}"
    return Block(html, "\n".join(["References", *text]), "references")


def status(source):
    """Return what a source is and how much of it was read, in plain words.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> status(load().sources["ward2009"]).endswith("read in part")
    True
    """
    secondary = ["a page that repeats what others found"] if source.is_secondary else []
    return "; ".join([source.kind.replace("-", " "), *secondary, HOW_READ.get(source.read, source.read)])


def _entry_html(citation, source):
    key = escape(source.key)
    text = (
        escape(source.reference.removesuffix(source.link).rstrip())
        if source.link
        else escape(source.reference)
    )
    link = f' <a href="{escape(source.link)}" rel="noopener" target="_blank">{escape(_address(source))}</a>'
    flag = '<span class="gl-flag">secondary</span> ' if source.is_secondary else ""
    return (
        f'<li id="ref-{key}" data-jupyter-id="ref-{key}" tabindex="-1">{text}{link if source.link else ""}'
        f'<p class="gl-small">{flag}{escape(status(source))}.{_cited_in(citation)}</p></li>'
    )


def _address(source):
    return f"doi:{source.doi}" if source.doi else re.sub(r"^https?://(www\.)?", "", source.link).rstrip("/")


def _cited_in(citation):
    links = [
        f'<a href="#{escape(_anchor(name))}">{escape(_plain(name))}</a>' for name in citation.headings[:3]
    ]
    return f" Cited in: {', '.join(links)}." if links else ""


def _plain(heading):
    return re.sub(r"[*_`]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading))


def _anchor(heading):
    """The id that JupyterLab and nbconvert both give to a heading."""
    return _plain(heading).replace(" ", "-")
