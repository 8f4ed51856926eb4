"""Lesson 09 says what its sources and its rule say, and lists whatever the practice cites."""

import json
import re

import nbformat
import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.models.retrieval import RULE

LESSON = paths.root() / "notebooks" / "09_test_yourself.ipynb"
CELLS = nbformat.read(LESSON, as_version=4).cells
TEXT = {cell.id: cell.source for cell in CELLS}
ITEMS = {
    one["id"]: one for one in json.loads((paths.data_dir() / "quiz/09.json").read_text("utf-8"))["items"]
}
WHOLE = "\n".join(TEXT.values())


def test_every_question_of_the_lesson_is_asked_once_and_the_prediction_comes_first():
    asked = re.findall(r'lesson\.(?:predict|check)\("(09-[\w-]+)"\)', WHOLE)
    assert sorted(asked) == sorted(ITEMS)
    for item in re.findall(r'after="(09-[\w-]+)"', WHOLE):
        assert WHOLE.index(f'predict("{item}")') < WHOLE.index(f'after="{item}"')


def test_the_table_of_boxes_is_the_rule():
    rows = re.findall(r"^\| (\d) \| (\d+) days? \|.*\| (.*) \|$", TEXT["boxes"], flags=re.MULTILINE)
    assert [int(days) for _, days, _ in rows] == list(RULE.intervals_days)
    assert [int(box) for box, _, _ in rows] == list(range(1, len(RULE.intervals_days) + 1))
    assert all("box 1" in then for _, _, then in rows)


def test_the_question_on_the_boxes_is_answered_by_the_rule():
    item = ITEMS["09-days-later"]
    assert item["value"] == RULE.intervals_days[3]
    assert ", ".join(map(str, RULE.intervals_days[:-1])) in item["stem"]


@pytest.mark.parametrize("fact", ["best-gap-for-weeks", "best-gap-for-a-year"])
def test_the_best_gaps_are_those_of_the_table(fact):
    one = load().statements[fact]
    assert (
        f"{one.value:g} %" in TEXT["loop2-observe"]
        and f"{one.value:g} %" in ITEMS["09-best-gap"]["explanation"]
    )
    assert one.n == 1350 and "Over 1350 people" in TEXT["loop2-look"]


def test_the_gaps_of_the_question_are_the_shares_of_its_aims():
    share = {name: load().statements[f"best-gap-for-{name}"].value / 100 for name in ("weeks", "a-year")}
    gaps = [10 * share["weeks"], 20 * share["weeks"], 365 * share["a-year"]]
    told = [re.search(r"About (\w+) days", one["feedback"])[1] for one in ITEMS["09-best-gap"]["options"]]
    words = {"two": 2, "four": 4}
    assert [words.get(one) or int(one) for one in told] == [round(gap) for gap in gaps]


def test_no_source_of_any_question_is_missing_from_the_references():
    page = next(cell for cell in CELLS if cell.id == "references").outputs[0].data["text/html"]
    listed = set(re.findall(r'id="ref-(\w+)"', page))
    assert {key for item in load().items.values() for key in item.sources} <= listed


def test_the_practice_stands_in_the_page_as_a_sentence():
    (output,) = next(cell for cell in CELLS if cell.id == "practice").outputs
    assert output.data["text/plain"] == (
        f"Retrieval practice: {len(load().items)} questions, {RULE.length} a session, from all lessons"
    )


def test_the_whole_lesson_is_light():
    state = nbformat.read(LESSON, as_version=4).metadata["widgets"]
    assert len(json.dumps(state)) < 1_000_000
