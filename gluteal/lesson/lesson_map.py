"""The map of the lessons: a path that goes down through the layers of the buttock, from skin to bone.

Plain HTML with plain links, so that JupyterLab opens a lesson in its own tab and the site can point the same
links to its pages. A short script keeps the shares up to date; without it the map shows those of its making.
"""

from dataclasses import dataclass
from html import escape

from gluteal import paths
from gluteal.catalogue.quiz import PRACTICE
from gluteal.widgets import assets


@dataclass(frozen=True)
class Station:
    """One lesson on the map.

    Attributes
    ----------
    lesson : gluteal.catalogue.teaching.Lesson
    items : tuple of str
        Ids of its questions.
    answered : int
        How many of them the learner has answered.
    is_open : bool
        Whether the lesson exists.
    """

    lesson: object
    items: tuple[str, ...]
    answered: int
    is_open: bool


def stations(known, record):
    """Return the stations in the order of the lessons.

    Parameters
    ----------
    known : gluteal.catalogue.Catalogue
    record : gluteal.progress.Progress
    """
    return [_station(lesson, known, set(record.items)) for lesson in known.lessons.values()]


def _station(lesson, known, answered):
    mine = (item for item in known.items.values() if item.lesson == lesson.id)
    items = tuple(item.id for item in mine if item.role != PRACTICE)
    exists = lesson.status == "ready" and (paths.notebooks_dir() / lesson.file).is_file()
    return Station(lesson, items, sum(item in answered for item in items), exists)


def _effort(station):
    return f"{station.lesson.minutes} min"


def _state(station):
    if not station.is_open:
        return "planned"
    return f"{station.answered} of {len(station.items)} answered" if station.items else ""


def station_text(station):
    """Return a station as a line of text.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> station_text(Station(load().lessons["02"], (), 0, False))
    '02 What is a trigger point? What is the “tiny knot”? (40 min; planned)'
    """
    lesson = station.lesson
    effort = "; ".join(part for part in (_effort(station), _state(station)) if part)
    return f"{lesson.id} {lesson.title.rstrip('.')}{_mark(lesson.title)} {lesson.question} ({effort})"


def _mark(title):
    return "" if title.endswith("?") else "."


def html(all_stations):
    """Return the map."""
    entries = "".join(f"<li>{_card(station)}</li>" for station in all_stations)
    return f'<nav aria-label="Map of the lessons">{_art()}<ol>{entries}</ol>{LEGEND}</nav>'


LEGEND = (
    "<p>The path goes down as a needle would: skin, fat, fascia, gluteal muscles, deep muscles with the "
    "sciatic nerve, bone. The ring around a number fills as you answer. A dashed frame marks a lesson "
    "that is planned.</p>"
)


def _art():
    return assets.text("lesson_map.svg")


def _card(station):
    lesson = station.lesson
    share = round(100 * station.answered / len(station.items)) if station.items else 0
    inner = (
        f'<span class="gl-ring" style="--gl-share:{share}%" aria-hidden="true"><b>{lesson.id}</b></span>'
        f'<span class="gl-words"><b><span class="gl-hidden">{lesson.id} </span>{escape(lesson.title)}</b>'
        f"<span>{escape(lesson.question)}</span>"
        f'<small>{_effort(station)}<span class="gl-state">{_separated(_state(station))}</span></small></span>'
    )
    if not station.is_open:
        return f'<div class="gl-station gl-planned">{inner}</div>'
    items = escape(" ".join(station.items))
    return f'<a class="gl-station" href="{escape(lesson.file)}" data-items="{items}">{inner}</a>'


def _separated(state):
    return f" · {state}" if state else ""


SCRIPT = assets.esm("lesson_map.js")
