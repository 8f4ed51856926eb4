"""A lesson cut into slides, by the pattern that every lesson follows: no cell carries marks for slides.

A ``##`` heading begins a section. Each cell is one slide; the page itself carries on what does not fit
(``templates/deck_fit.js``). A question is two slides: the question, and its answer, which for a prediction
comes after the figure that answers it. Set-up, progress and what concerns the learner's own machine are
left out.
"""

import ast
import re
from dataclasses import dataclass, replace

import nbformat

from gluteal.lesson.pictures import read_figure
from gluteal.publish import deck_parts, render
from gluteal.publish.embed import VIEW_TYPE, PublishError
from gluteal.publish.stable import models_of

# What makes no sense in front of a class: the kernel, the learner's own record, the learner's machine.
LEFT_OUT = ("begin", "progress", "doctor")
_HEADING = re.compile(r"^(#{1,3})\s+(.+?)\s*$", re.MULTILINE)
# The learner's own record, of which the last words of a lesson speak, is not kept by a deck.
_KEPT = re.compile(r"\s*Your answers are kept[^<]*(?=</p>)")
_QUESTION = re.compile(r"^(<h1.*?</h1>\s*<p>.*?</p>)(.*)$", re.DOTALL)


@dataclass(frozen=True)
class Slide:
    """One slide.

    Attributes
    ----------
    kind : str
        ``title``, ``aims``, ``flag``, ``section``, ``prose``, ``figure``, ``ask``, ``answer``, ``live``,
        ``block``, ``words`` or ``references``.
    html : str
        What it shows.
    cell : int
        Number of its cell, from 1.
    heading : str
        Text of the heading with which it begins; empty where it has none.
    item : str
        The question that it asks, answers, or waits for.
    notes : str
        What the speaker reads, as HTML.
    figure : str
        The figure that it shows, or that stands beside its text.
    """

    kind: str
    html: str
    cell: int
    heading: str = ""
    item: str = ""
    notes: str = ""
    figure: str = ""


@dataclass(frozen=True)
class Section:
    """The slides under one heading: a column of the deck."""

    title: str
    slides: tuple[Slide, ...]


def sections_of(notebook: nbformat.NotebookNode, name: str) -> list[Section]:
    """Return the slides of an executed lesson, by section.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The lesson.
    name : str
        Its file name, for error messages.

    Raises
    ------
    PublishError
        When a cell shows an error, or a figure is missing.

    Examples
    --------
    >>> cells = [nbformat.v4.new_markdown_cell(text) for text in ("# 01 · A\\n\\n**Why?**", "## 1 · B")]
    >>> [one.title for one in sections_of(nbformat.v4.new_notebook(cells=cells), "01.ipynb")]
    ['01 · A', '1 · B']
    """
    models = models_of(notebook)
    slides = []
    for number, cell in enumerate(notebook.cells, 1):
        slides += _slides_of_cell(cell, number, models, f"{name}, cell {number}")
    return _by_section(_beside(_answers_after_figures(_leads(slides))))


def called(source: str) -> tuple[str, tuple, dict]:
    """Return what a cell calls last of the lesson engine: name, arguments, named arguments.

    Examples
    --------
    >>> called('lesson.figure("taut-band", after="02-x")')
    ('figure', ('taut-band',), {'after': '02-x'})
    >>> called("atlas = AtlasExplorer()")
    ('', (), {})
    """
    try:
        last = ast.parse(source).body[-1].value
        if last.func.value.id != "lesson":
            return "", (), {}
        named = {one.arg: ast.literal_eval(one.value) for one in last.keywords}
        return last.func.attr, tuple(ast.literal_eval(one) for one in last.args), named
    except (SyntaxError, ValueError, IndexError, AttributeError):
        return "", (), {}


def _slides_of_cell(cell, number: int, models: dict, place: str) -> list[Slide]:
    if render.LAB_ONLY in cell.metadata.get("tags", []) or not cell.source.strip():
        return []
    if cell.cell_type == "markdown":
        return _prose(cell.source, number)
    if cell.cell_type != "code":
        return []
    name, arguments, named = called(cell.source)
    if name in LEFT_OUT:
        return []
    if name == "figure" and arguments:
        return [_figure(str(arguments[0]), number, named.get("after", ""), place)]
    return [slide for output in cell.outputs for slide in _output(output, name, number, models, place)]


def _prose(source: str, number: int) -> list[Slide]:
    html = _KEPT.sub("", render.markdown_html(source))
    heading = found[2] if (found := _HEADING.search(source)) else ""
    level = len(found[1]) if found else 0
    if level == 1 and (parts := _QUESTION.match(html)):
        aims = [Slide("aims", parts[2], number)] if parts[2].strip() else []
        return [Slide("title", parts[1], number, heading), *aims]
    if source.lstrip().startswith(">"):
        return [Slide("flag", html, number)]
    return [Slide(("prose", "title", "section", "prose")[level], html, number, heading)]


def _figure(name: str, number: int, item: str, place: str) -> Slide:
    try:
        picture = read_figure(name)
    except (KeyError, FileNotFoundError) as fault:
        raise PublishError(f"{place}: {fault.args[0]}. Draw it with: python run.py figures {name}") from None
    html, notes = deck_parts.figure_html(picture), deck_parts.figure_notes(picture)
    return Slide("figure", html, number, item=item, notes=notes, figure=name)


def _output(output, name: str, number: int, models: dict, place: str) -> list[Slide]:
    shown = render.output_html(output, place)
    if not shown:
        return []
    view = output.get("data", {}).get(VIEW_TYPE)
    state = models.get(view["model_id"], {}).get("state", {}) if view else {}
    if isinstance(item := state.get("item"), dict):
        ask = Slide("ask", shown, number, item=item["id"], notes=deck_parts.ask_notes(item))
        return [ask, Slide("answer", deck_parts.answer_html(item), number, item=item["id"])]
    if state.get("html") and isinstance(item, str):
        return [Slide("block", deck_parts.told_html(state["html"]), number, item=item)]
    if view and "text/html" not in output.data:
        return [Slide("live", shown, number, notes=deck_parts.live_notes(output))]
    kind = {"references": "references", "glossary": "words"}.get(name, "block")
    return [Slide(kind, deck_parts.opened(shown), number)]


def _leads(slides: list[Slide]) -> list[Slide]:
    """Put the words that invite to predict above the question to which they lead."""
    found: list[Slide] = []
    for slide in slides:
        if slide.kind == "ask" and found and _invites(found[-1]):
            slide = replace(slide, html=f'<div class="lead text">{found.pop().html}</div>{slide.html}')
        found.append(slide)
    return found


def _invites(slide: Slide) -> bool:
    return slide.kind == "prose" and not slide.heading and slide.html.startswith("<p><strong>Predict")


def _answers_after_figures(slides: list[Slide]) -> list[Slide]:
    """Put the answer of a prediction behind the last slide that waited for it."""
    waiting = {one.item: one for one in slides if one.kind not in ("ask", "answer") and one.item}
    answers = {one.item: one for one in slides if one.kind == "answer"}
    ordered = []
    for slide in slides:
        if slide.kind == "answer" and slide.item in waiting:
            continue
        ordered.append(slide)
        if waiting.get(slide.item) is slide and slide.item in answers:
            ordered.append(answers[slide.item])
    return ordered


def _beside(slides: list[Slide]) -> list[Slide]:
    """Let the figure that was just shown stand beside the text that says what to see in it."""
    found, last = [], ""
    for slide in slides:
        looks = slide.kind == "prose" and re.search(r"<p><strong>(Observe|Explain)\b", slide.html)
        if looks and last:
            slide = replace(slide, figure=last)
        found.append(slide)
        if slide.kind != "answer":
            last = slide.figure if slide.kind == "figure" else ""
    return found


def _by_section(slides: list[Slide]) -> list[Section]:
    columns: list[tuple[str, list[Slide]]] = []
    for slide in slides:
        if slide.kind in ("title", "section") or not columns:
            columns.append((slide.heading, []))
        columns[-1][1].append(slide)
    return [Section(title, tuple(members)) for title, members in columns]
