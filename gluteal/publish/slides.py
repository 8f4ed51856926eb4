"""Write each lesson as slides: one file that carries everything, so that it opens from a memory stick.

The file holds reveal.js, the widgets' machinery and the figures. It asks for no other address and keeps
nothing: what a class has answered is forgotten when the window closes.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from gluteal import catalogue, paths
from gluteal.lesson.pictures import read_figure
from gluteal.publish import deck, deck_parts, embed, render, site
from gluteal.publish.embed import PublishError
from gluteal.widgets.packing import pack

MARK = ".made-by-gluteal-slides"
REVEAL = embed.VENDOR / "reveal.js"
TITLE_COLOUR = "#7a2e2b"
# The deck's own scripts, in the order in which they run.
OWN = ("deck_memory.js", "deck_fit.js", "deck_live.js", "deck_figures.js", "deck.js")


def build(out_dir: Path | None = None, names: Iterable[str] = (), folder: Path | None = None) -> list[Path]:
    """Write one deck of slides for each lesson, and a page that lists them.

    Parameters
    ----------
    out_dir : Path, optional
        Where to write; default: ``slides`` in the checkout. Earlier decks there are replaced.
    names : iterable of str, optional
        Numbers of lessons (``"03"`` or ``"3"``); default: all.
    folder : Path, optional
        Where the notebooks lie; default: ``notebooks``.

    Returns
    -------
    list of Path
        The decks, in the order of the lessons.

    Raises
    ------
    PublishError
        When there is no such lesson; when one was not run, lacks its widgets or a figure, or shows an error;
        or when ``out_dir`` holds something that is not slides.
    """
    pages = site.read_pages(Path(folder or paths.notebooks_dir()))
    chosen = _chosen(pages, names)
    target = Path(out_dir or paths.root() / "slides")
    site.clear(target, MARK, "slides", "slides")
    written = []
    for page in chosen:
        file = target / f"{page.stem}.html"
        file.write_text(deck_html(page, pages), encoding="utf-8", newline="\n")
        written.append(file)
    contents = site.template("decks").render(name=site.NAME, pages=chosen)
    (target / site.INDEX).write_text(contents, encoding="utf-8", newline="\n")
    return written


def _chosen(pages: list[site.Page], names: Iterable[str]) -> list[site.Page]:
    known = {page.stem[:2]: page for page in pages}
    wanted = [str(name).strip().removesuffix(".ipynb")[:2].zfill(2) for name in names]
    for name, number in zip(names, wanted, strict=True):
        if number not in known:
            raise PublishError(f"There is no lesson {name!r}. The lessons are: {', '.join(known)}.")
    return [page for number, page in known.items() if not wanted or number in wanted]


def deck_html(page: site.Page, pages: list[site.Page]) -> str:
    """Return the whole text of a deck.

    Parameters
    ----------
    page : gluteal.publish.site.Page
        The lesson.
    pages : list of gluteal.publish.site.Page
        All lessons, for the links between them.
    """
    sections = deck.sections_of(page.notebook, f"{page.stem}.ipynb")
    timing = timing_of(page.stem[:2])
    body, styles = render.lift_styles("\n".join(_section_html(one, timing) for one in sections))
    names = dict.fromkeys(slide.figure for one in sections for slide in one.slides if slide.figure)
    return site.template("deck").render(
        name=site.NAME,
        page=page,
        minutes=sum(note.minutes for _, note in timing.values()),
        body=render.to_pages(body, {one.stem: f"{one.stem}.html" for one in pages}),
        styles=styles,
        sheets=[_text(REVEAL / "reveal.css"), _text(embed.TEMPLATES / "deck.css")],
        libraries=[_script(REVEAL / "reveal.js"), _script(REVEAL / "notes.js")],
        own=[_script(embed.TEMPLATES / name) for name in OWN],
        state=embed.state_script(site.state_of(page, body)),
        machinery=_machinery(),
        figures=pack(json.dumps({name: read_figure(name).svg for name in names})),
        licences=embed.licences().replace("--", "- -"),
    )


def timing_of(lesson: str) -> dict[str, tuple[int, object]]:
    """Return for each section of a lesson the minute at which it begins, and its note for the speaker.

    Examples
    --------
    >>> begins, note = timing_of("01")["1 · What lies under your hand?"]
    >>> begins > 0, note.lesson.title
    (True, 'The buttock and its muscles')
    """
    found, minute = {}, 0
    for note in catalogue.load().teaching_notes.values():
        if note.lesson_id == lesson:
            found[note.section] = (minute, note)
            minute += note.minutes
    return found


def _section_html(section: deck.Section, timing: dict) -> str:
    shown = "\n".join(_slide_html(slide, section, timing) for slide in section.slides)
    return f'<section class="stack">\n{shown}\n</section>'


def _slide_html(slide: deck.Slide, section: deck.Section, timing: dict) -> str:
    begins, note = timing.get(slide.heading, (0, None))
    whole = sum(one.minutes for _, one in timing.values())
    told = deck_parts.section_notes(note, begins, whole) if note else ""
    return (
        f'<section{_attributes(slide, note)}><div class="frame">'
        f'<p class="place">{escape(slide.heading or section.title)}</p>{_beside(slide)}'
        f'<div class="body"><div class="inner{_text_class(slide)}">{slide.html}</div></div></div>'
        f'<aside class="notes">{told}{slide.notes}</aside></section>'
    )


def _attributes(slide: deck.Slide, note) -> str:
    told = {"data-kind": slide.kind, "data-cell": slide.cell}
    if note:
        told["data-minutes"] = note.minutes
    if slide.heading:
        told["data-headed"] = ""
    if slide.kind == "title":
        told["data-background-color"] = TITLE_COLOUR
    return "".join(f' {name}="{value}"' for name, value in told.items())


def _beside(slide: deck.Slide) -> str:
    """Return the figure that stands beside a text; it was described where it stood alone."""
    if slide.kind != "prose" or not slide.figure:
        return ""
    return f'<figure class="beside" data-figure="{slide.figure}" aria-hidden="true"><img alt=""></figure>'


def _text_class(slide: deck.Slide) -> str:
    return "" if slide.kind in ("live", "ask") else " text"


@cache
def _machinery() -> str:
    """Return what brings widgets to life, packed: the same scripts that a page of the site loads."""
    names = ("require.js", "html-manager.js", "anywidget.js", "alive.js")
    sources = embed.asset_sources()
    return pack(json.dumps({name: sources[name].read_text(encoding="utf-8") for name in names}))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _script(file: Path) -> str:
    """Return a script that may stand inside a page."""
    return re.sub(r"</(?=script)", r"<\\/", _text(file), flags=re.IGNORECASE)
