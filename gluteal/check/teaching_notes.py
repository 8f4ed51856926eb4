"""Notes for instructors: each belongs to a heading, each section has one, and the minutes add up."""

import json
import re
from collections.abc import Iterator

from gluteal.catalogue.problem import Problem
from gluteal.check.pack import CheckedTable, Pack, Row

_HEADING = re.compile(r"^(#{1,3})\s+(.+?)\s*$", re.MULTILINE)
LISTS = "References"


def teaching_notes(pack: Pack) -> Iterator[Problem]:
    """Yield notes that say what is wrong and not what is right, or whose place or minutes do not fit."""
    lessons = {row.values.get("id"): row for _, row in pack.rows("lessons")}
    notes: dict[str, list[tuple[CheckedTable, Row]]] = {}
    for table, row in pack.rows("teaching_notes"):
        notes.setdefault(row.values.get("lesson_id"), []).append((table, row))
        if row.values.get("misconception") and not row.values.get("says_instead"):
            yield table.problem(row, "a misconception has no answer", "say in says_instead what is right")
    for lesson, rows in notes.items():
        if lesson in lessons:
            yield from _of_lesson(pack, lessons[lesson], rows)


def _of_lesson(pack: Pack, lesson: Row, rows: list[tuple[CheckedTable, Row]]) -> Iterator[Problem]:
    yield from _repeated(rows)
    headings = _headings(pack, lesson.values.get("file", ""))
    if not headings:
        return
    texts = [text for _, text in headings]
    for table, row in rows:
        section = row.values.get("section")
        if section not in texts:
            remedy = f"copy the text of one of its headings: {'; '.join(texts)}"
            yield table.problem(row, f"the lesson has no heading {section!r}", remedy)
    table, first = rows[0]
    noted = {row.values.get("section") for _, row in rows}
    for level, text in headings:
        if level < 3 and text != LISTS and text not in noted:
            yield table.problem(first, f"the section {text!r} has no note", "add a row for it")
    total, planned = sum(row.values.get("minutes", 0) for _, row in rows), lesson.values.get("minutes")
    if total != planned:
        words = f"the minutes of lesson {lesson.values['id']} add up to {total}"
        yield table.problem(first, words, f"make them the {planned} minutes of data/lessons.csv")


def _repeated(rows: list[tuple[CheckedTable, Row]]) -> Iterator[Problem]:
    seen = set()
    for table, row in rows:
        section = row.values.get("section")
        if section in seen:
            yield table.problem(row, f"two notes for the section {section!r}", "make one of them")
        seen.add(section)


def _headings(pack: Pack, file: str) -> list[tuple[int, str]]:
    path = pack.root / "notebooks" / file
    if not file or not path.is_file():
        return []
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return []
    texts = ["".join(cell["source"]) for cell in cells if cell.get("cell_type") == "markdown"]
    return [(len(marks), text) for source in texts for marks, text in _HEADING.findall(source)]
