"""Notes for instructors: a wrong heading, a missing section, minutes that do not add up are told."""

import shutil

import pytest

from tests.check.spoiling import added, row_of, set_cell

TABLE = "teaching_notes.csv"


@pytest.fixture
def with_lesson(pack, root):
    """The pack with the notebook of lesson 01, to whose headings the notes refer."""
    target = pack / "notebooks"
    target.mkdir(exist_ok=True)
    shutil.copy(root / "notebooks/01_the_buttock_and_its_muscles.ipynb", target)
    return pack


def told(pack, root):
    return [one for one in added(pack, root) if one.file == f"data/{TABLE}"]


SPOILT = [
    ("section", "1 · What lies under your foot?", "has no heading '1 · What lies under your foot?'"),
    ("section", "2 · Lift off gluteus maximus", "two notes for the section '2 · Lift off gluteus maximus'"),
    ("minutes", "99", "add up to"),
    ("says_instead", "", "a misconception has no answer"),
    ("source_keys", "nobody1900", "unknown source 'nobody1900'"),
]


@pytest.mark.parametrize(("column", "value", "problem"), SPOILT)
def test_a_note_that_does_not_fit_is_told(with_lesson, root, column, value, problem):
    row = row_of(with_lesson, TABLE, "01-hand")
    set_cell(with_lesson, TABLE, row, column, value)
    found = told(with_lesson, root)
    assert any(problem in one.problem for one in found), found
    assert all(one.remedy for one in found)


def test_a_section_without_a_note_is_told(with_lesson, root):
    row = row_of(with_lesson, TABLE, "01-hand")
    set_cell(with_lesson, TABLE, row, "section", "Explore the whole thing")
    words = " ".join(one.problem for one in told(with_lesson, root))
    assert "'1 · What lies under your hand?' has no note" in words
