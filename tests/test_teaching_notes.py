"""What an instructor sees beside a lesson: the guide by the clock and the answer key, both from the data."""

import re
from itertools import pairwise

import pytest

from gluteal import catalogue, lesson, paths
from gluteal.lesson.answer_key import RIGHT, answers
from gluteal.lesson.guide import UNSOURCED, steps

KNOWN = catalogue.load()
TAUGHT = sorted({note.lesson_id for note in KNOWN.teaching_notes.values()})
ITEMS = list(KNOWN.items.values())
LIMITS = {"misconception": 25, "says_instead": 40, "question_for_the_room": 25, "board": 30}


@pytest.fixture(autouse=True)
def learner(monkeypatch):
    """Mistakes told as instructors see them."""
    monkeypatch.delenv("GLUTEAL_STRICT", raising=False)


def html(block):
    return block._repr_mimebundle_()[0]["text/html"]


def test_every_lesson_with_a_notebook_has_notes():
    there = [one.id for one in KNOWN.lessons.values() if (paths.notebooks_dir() / one.file).is_file()]
    assert set(there) <= set(TAUGHT)


@pytest.mark.parametrize("number", TAUGHT)
def test_the_clock_runs_from_nought_to_the_minutes_of_the_lesson(number):
    found = steps(KNOWN, number)
    assert found[0].begins == 0
    for before, after in pairwise(found):
        assert after.begins == before.begins + before.note.minutes
    assert found[-1].begins + found[-1].note.minutes == KNOWN.lessons[number].minutes


@pytest.mark.parametrize("number", TAUGHT)
def test_the_first_note_opens_the_lesson_and_the_last_closes_it(number):
    found = steps(KNOWN, number)
    assert found[0].note.section.startswith(f"{number} · ")
    assert found[-1].note.section.startswith("What you can")


@pytest.mark.parametrize("column", LIMITS)
def test_a_note_is_short_enough_to_be_read_while_teaching(column):
    words = {note.id: len(getattr(note, column).split()) for note in KNOWN.teaching_notes.values()}
    assert not {key: count for key, count in words.items() if count > LIMITS[column]}


def test_notes_are_plain_text():
    cells = [getattr(note, column) for note in KNOWN.teaching_notes.values() for column in LIMITS]
    assert not [cell for cell in cells if re.search(r"\*|`|\]\(|<\w|^[“\"]", cell)]


@pytest.mark.parametrize("number", TAUGHT)
def test_the_guide_says_all_that_the_notes_say_and_where_it_comes_from(number):
    told, page = repr(lesson.guide(number)), html(lesson.guide(number))
    for step in steps(KNOWN, number):
        note = step.note
        assert step.clock in told and note.section in told
        for text in filter(None, (note.misconception, note.says_instead, note.board)):
            assert text in told
        if note.says_instead and not note.sources:
            assert UNSOURCED in told
        assert all(source.short in told for source in note.sources)
    assert page.count("<section>") == len(steps(KNOWN, number))


def test_a_correction_without_a_source_is_marked_as_such_and_only_then():
    told = repr(lesson.guide("03")).split("\n0:")
    by_section = {note.section: note for note in KNOWN.teaching_notes.values() if note.lesson_id == "03"}
    for block in told[1:]:
        section = re.match(r"\d\d  (.+) \(\d+ minutes?\)", block)[1]
        note = by_section[section]
        assert (UNSOURCED in block) == bool(note.says_instead and not note.source_keys)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_key_has_the_right_answer_of_every_question(item):
    found = answers(item, KNOWN)
    texts = {option.id: option.text or KNOWN.structures[option.id].name for option in item.options}
    right = [answer for mark, answer, _ in found if mark == RIGHT]
    if item.kind == "order":
        assert [answer for _, answer, _ in found] == [texts[key] for key in item.solution]
    elif item.kind == "match":
        targets = dict(item.targets)
        assert right == [f"{texts[key]} → {targets[to]}" for key, to in item.solution.items()]
    elif item.kind == "number":
        assert len(right) == 1 and right[0].startswith(f"{item.value:g}")
    else:
        assert right == [option.text or texts[option.id] for option in item.options if option.correct]


@pytest.mark.parametrize("number", TAUGHT)
def test_the_key_shows_every_question_with_its_explanation(number):
    mine = [item for item in ITEMS if item.lesson == number]
    if not mine:
        pytest.skip("this lesson asks nothing of its own")
    told = repr(lesson.answer_key(number))
    assert told.startswith(f"{len(mine)} questions of lesson {number}")
    for item in mine:
        assert item.stem in told and item.explanation in told
        assert all(option.feedback in told for option in item.options)


@pytest.mark.parametrize("call", [lesson.guide, lesson.answer_key])
def test_what_does_not_exist_is_answered_with_a_sentence(call):
    told = repr(call("12"))
    assert "12" in told and "Traceback" not in told and told.endswith(("?", ".", "09"))


def test_a_number_may_be_typed_as_a_number():
    assert repr(lesson.guide(3)) == repr(lesson.guide("03"))
