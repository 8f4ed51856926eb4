"""The whole pack at a glance: the map of the lessons, the learner's progress, the state of this computer."""

from pathlib import Path

from gluteal import catalogue
from gluteal.lesson import lesson_map
from gluteal.lesson.blocks import Block, note
from gluteal.lesson.friendly import friendly
from gluteal.lesson.session import session
from gluteal.progress import read, write


@friendly("lesson.map()")
def map():
    """Show the map of the lessons; each station leads to its notebook."""
    known = catalogue.load()
    stations = lesson_map.stations(known, session.store.load())
    text = "\n".join(["Map of the lessons", *(lesson_map.station_text(station) for station in stations)])
    return Block(lesson_map.html(stations), text, "map", script=lesson_map.SCRIPT)


@friendly("lesson.progress()")
def progress():
    """Show what was answered so far, by lesson and objective, with export, import and erase.

    Returns
    -------
    gluteal.widgets.progress_panel.ProgressPanel
    """
    from gluteal.widgets.progress_panel import ProgressPanel, outline

    return ProgressPanel(outline(catalogue.load()), session.store)


@friendly('lesson.export_progress("my_progress.json")')
def export_progress(path="my_progress.json"):
    """Write everything that was answered to one file, to take along or to hand in.

    Parameters
    ----------
    path : str
        Name of a new file; an existing one is never overwritten.
    """
    path = Path(str(path)).expanduser()
    if path.exists():
        raise ValueError(f"there is a file {path.name} already; give another name, nothing was overwritten")
    record = session.store.load()
    write(path, record)
    return note(f"{_count(record.attempts)} written to {path.name}.")


@friendly('lesson.import_progress("my_progress.json")')
def import_progress(path):
    """Take in what was answered elsewhere. What is here stays; the two are united.

    Parameters
    ----------
    path : str
        A file that was written by an export.
    """
    imported = read(Path(str(path)).expanduser())
    before = len(session.store.load().attempts)
    after = len(session.store.adopt(imported).attempts)
    known = len(imported.attempts) - (after - before)
    return note(f"{_count(imported.attempts)} read; {known} of them were here already.")


def _count(attempts):
    return "1 answer was" if len(attempts) == 1 else f"{len(attempts)} answers were"


@friendly("lesson.doctor()")
def doctor():
    """Show whether all parts of the lessons are there and what to do where one is not."""
    from gluteal.doctor import table

    return table()
