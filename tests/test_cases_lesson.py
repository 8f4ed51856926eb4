"""Lesson 08 asks its questions in order, keeps back what gives a case away, and says what the tables say."""

import json
import re

import nbformat
import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.catalogue.cases import written_cases
from gluteal.models.case_generator import generate_case
from gluteal.models.case_written import as_case
from gluteal.models.reasoning import rank

LESSON = paths.root() / "notebooks" / "08_cases.ipynb"
CELLS = nbformat.read(LESSON, as_version=4).cells
TEXT = {cell.id: cell.source for cell in CELLS}
ORDER = list(TEXT)
ITEMS = {
    one["id"]: one for one in json.loads((paths.data_dir() / "quiz/08.json").read_text("utf-8"))["items"]
}
WHOLE = "\n".join(TEXT.values())
RETROSPECTIVE = (
    "check-gardener", "check-roofer", "check-teacher-plan", "predict-follow-up", "check-which-case",
)  # fmt: skip
"""What looks back, or names warning signs: after the waiting room."""


def test_every_question_of_the_bank_is_asked_once_and_each_objective_has_checks():
    asked = re.findall(r'lesson\.(?:predict|check)\("(08-[\w-]+)"\)', WHOLE)
    assert sorted(asked) == sorted(ITEMS)
    checked = [one["objective"] for one in ITEMS.values() if one["role"] == "check"]
    assert all(checked.count(number) >= 3 for number in (1, 2, 3, 4))
    assert len({one["kind"] for one in ITEMS.values()}) == 6


def test_each_answer_comes_after_the_prediction_that_asks_for_it():
    for item in re.findall(r'after="(08-[\w-]+)"', WHOLE):
        assert WHOLE.index(f'predict("{item}")') < WHOLE.index(f'after="{item}"')


def test_questions_that_look_back_come_after_the_waiting_room():
    assert all(ORDER.index(one) > ORDER.index("room-all") for one in RETROSPECTIVE)
    assert ORDER.index("room-nurse") < ORDER.index("check-where-pressed")


def test_nothing_before_the_waiting_room_announces_the_referral():
    """Nor does the room itself: its case is not named before the questions that look back."""
    before = "\n".join(TEXT[one] for one in ORDER[: ORDER.index("loop3-questions")])
    named = json.dumps([ITEMS[f"08-{one}"] for one in ("order", "where-pressed", "negatives", "two-maps")])
    for key, record in written_cases().items():
        if record["red_flag_id"]:
            assert key not in before and key not in named


def test_the_drawn_case_has_tests_that_disagree_and_the_last_one_is_as_the_lesson_needs_it():
    case = generate_case(53, "hard")
    assert 'CaseRoom(seed=53, difficulty="hard")' in TEXT["room-seed"]
    assert (case.answers["slump"], case.answers["straight-leg-raise"]) == ("present", "absent")
    assert 'seed=2029, difficulty="medium"' in TEXT["room-transfer"]
    assert generate_case(2029, "medium").next_step == "same-day"


@pytest.mark.parametrize(
    ("cell", "fact", "words"),
    [
        ("loop2-explain", "slump-test-sensitivity-slr-kigali", "80 %"),
        ("loop2-explain", "straight-leg-raise-sensitivity-capra2011", "36 and 26 %"),
    ],
)
def test_numbers_are_those_of_the_tables(cell, fact, words):
    row = load().test_facts[fact]
    assert (
        f"{row.value:.0%}".strip("%") in words
        and words in TEXT[cell]
        and f"#ref-{row.source_key}" in TEXT[cell]
    )


def test_what_is_left_of_the_specificities_is_told_rightly():
    facts = load().test_facts
    assert round(100 - 100 * facts["slump-test-specificity-slr-kigali"].value) == 29
    assert round(100 - 100 * facts["straight-leg-raise-specificity-capra2011"].value) == 26
    missed = 100 - 100 * facts["active-piriformis-test-sensitivity"].value
    assert ITEMS["08-negatives"]["value"] == round(missed)


def test_every_red_flag_is_as_fast_as_the_table_says():
    rows = TEXT["loop4-words"]
    speeds = {"emergency": "emergency", "same-day": "same day", "urgent": "urgent"}
    for key, word in (
        ("cauda-equina-syndrome", "Cauda equina"), ("spinal-or-pelvic-infection", "Infection"),
        ("femoral-neck-stress-fracture", "Neck of femur"), ("cancer", "Cancer"), ("fracture", "Fracture"),
    ):  # fmt: skip
        line = next(line for line in rows.splitlines() if line.startswith(f"| {word}"))
        assert speeds[load().red_flags[key].urgency] in line and load().red_flags[key].source_key in line


def test_in_three_cases_a_muscle_is_tender_and_does_not_lead():
    """The lesson says so of the gardener, the roofer and the teacher."""
    for key in ("gardener", "roofer", "teacher"):
        case = as_case(written_cases()[key])
        pressed = [k for k, v in case.answers.items() if k.startswith("pressing-") and v == "present"]
        leader = rank(case.answers, frozenset()).hypotheses[0]
        assert pressed and leader.kind == "mimic"
