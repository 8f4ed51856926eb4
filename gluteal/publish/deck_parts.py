"""What stands on single slides and in the notes of the speaker: figures, answers, minutes."""

import re
from collections.abc import Iterable
from html import escape

from gluteal.lesson.blocks import inline, markdown, source_names


def figure_html(picture) -> str:
    """Return a figure without its fold of words, which the speaker has in the notes."""
    words = picture.words
    return (
        f'<figure data-figure="{escape(words.name)}"><img alt="{escape(words.alt)}" width="{picture.width}" '
        f'height="{picture.height}"><figcaption>{escape(words.title)}</figcaption></figure>'
    )


def figure_notes(picture) -> str:
    """Return the words of a figure for the speaker."""
    cited = f"<p>Sources: {escape(source_names(picture.sources))}.</p>" if picture.sources else ""
    return f"<p>In words:</p>{markdown(picture.words.text)}{cited}"


def ask_notes(item: dict) -> str:
    """Return how to put a question to a room, and its answer."""
    how = (
        "Let the room commit itself before anything is shown: a show of hands for each answer."
        if item["role"] == "predict"
        else "Answer for the room, or go on: the answer is the next slide."
    )
    return f"<p>{how}</p><p>Right: {right(item)}</p>"


def right(item: dict) -> str:
    """Return the right answer of a question as one line of HTML.

    Examples
    --------
    >>> right({"kind": "number", "value": 87.5, "tolerance": 2.5, "unit": "of 100 limbs"})
    '<b>87.5</b> of 100 limbs (85 to 90 counts as right)'
    """
    telling = {"number": _number, "order": _order, "match": _match, "click": _click}
    return telling.get(item["kind"], _options)(item)


def _number(item: dict) -> str:
    value, spare = item["value"], item["tolerance"]
    counts = f" ({value - spare:g} to {value + spare:g} counts as right)" if spare else ""
    return f"<b>{value:g}</b> {escape(item['unit'])}{counts}"


def _order(item: dict) -> str:
    texts = {one["id"]: one["text"] for one in item["options"]}
    return " → ".join(inline(texts[key]) for key in item["solution"])


def _match(item: dict) -> str:
    targets = {one["id"]: one["text"] for one in item["targets"]}
    return "; ".join(f"{inline(one['text'])} – {inline(targets[one['match']])}" for one in item["options"])


def _click(item: dict) -> str:
    names = dict(item.get("choices", ()))
    return ", ".join(escape(names.get(one["id"], one["id"])) for one in _right_options(item))


def _options(item: dict) -> str:
    return "; ".join(inline(one["text"]) for one in _right_options(item))


def _right_options(item: dict) -> list[dict]:
    return [one for one in item["options"] if one["correct"]]


def answer_html(item: dict) -> str:
    """Return the slide that follows a question: what is right, and why."""
    cited = "; ".join(
        f'<a href="#ref-{escape(one["key"])}">{escape(one["short"])}</a>' for one in item.get("sources", ())
    )
    sources = f'<p class="cited">Sources: {cited}</p>' if cited else ""
    return (
        f'<p class="kicker">Answer</p><p class="stem">{inline(item["stem"])}</p>'
        f'<div class="right">{_right_html(item)}</div><p>{inline(item["explanation"])}</p>{sources}'
    )


def _right_html(item: dict) -> str:
    """Return the right answer as a list or table where it has parts."""
    if item["kind"] == "order":
        texts = {one["id"]: one["text"] for one in item["options"]}
        return "<ol>" + "".join(f"<li>{inline(texts[key])}</li>" for key in item["solution"]) + "</ol>"
    if item["kind"] == "match":
        targets = {one["id"]: one["text"] for one in item["targets"]}
        rows = (
            f'<tr><th scope="row">{inline(one["text"])}</th><td>{inline(targets[one["match"]])}</td></tr>'
            for one in item["options"]
        )
        return f"<table><tbody>{''.join(rows)}</tbody></table>"
    if item["kind"] in ("choice", "several"):
        return "<ul>" + "".join(f"<li>{inline(one['text'])}</li>" for one in _right_options(item)) + "</ul>"
    return f"<p>{right(item)}</p>"


def told_html(html: str) -> str:
    """Return what was hidden behind a question; on slides it simply comes after it."""
    return f'<div class="gl gl-block">{html}</div>'


def live_notes(output) -> str:
    """Return the sentence that says what a widget is."""
    return f"<p>{escape(output.data.get('text/plain', ''))}</p>"


def opened(html: str) -> str:
    """Return HTML whose folds are open: a room cannot click.

    Examples
    --------
    >>> opened("<details><summary>Why?</summary><p>Because.</p></details>")
    '<div class="fold"><h3>Why?</h3><p>Because.</p></div>'
    """
    html = re.sub(r"<details[^>]*>\s*<summary>(.*?)</summary>", r'<div class="fold"><h3>\1</h3>', html)
    return html.replace("</details>", "</div>")


def section_notes(note, begins: int, whole: int) -> str:
    """Return what the speaker should know of a section.

    Parameters
    ----------
    note : gluteal.catalogue.teaching.TeachingNote
        The row of the table.
    begins : int
        Minute of the lesson at which the section begins.
    whole : int
        Minutes of the whole lesson.
    """
    return "".join(_section_lines(note, begins, whole))


def _section_lines(note, begins: int, whole: int) -> Iterable[str]:
    yield f"<p><b>Minute {begins} to {begins + note.minutes} of {whole}.</b></p>"
    if note.misconception:
        yield f"<p><b>You may hear:</b> “{escape(note.misconception)}”</p>"
        cited = f" ({escape(source_names(note.sources))})" if note.sources else ""
        yield f"<p><b>Say instead:</b> {escape(note.says_instead)}{cited}</p>"
    if note.question_for_the_room:
        yield f"<p><b>Ask the room:</b> {escape(note.question_for_the_room)}</p>"
    if note.board:
        yield f"<p><b>On the board:</b> {escape(note.board)}</p>"

