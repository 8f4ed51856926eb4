"""Lesson 07 says what the table of treatments says, in order; harms before the effects of needles."""

import json
import re

import nbformat
import pytest

from gluteal import paths
from gluteal.catalogue import load

LESSON = paths.root() / "notebooks" / "07_hands_on_treatments.ipynb"
CELLS = nbformat.read(LESSON, as_version=4).cells
TEXT = {cell.id: cell.source for cell in CELLS}
ITEMS = {
    one["id"]: one for one in json.loads((paths.data_dir() / "quiz/07.json").read_text("utf-8"))["items"]
}
WHOLE = "\n".join(TEXT.values())
TOLD = {
    "loop1-observe": ("ischaemic-compression-effect-pressure-pain-threshold",
                      "ischaemic-compression-effect-self-reported-pain"),
    "massage-observe": ("massage-effect-pain",),
    "needle-observe": ("dry-needling-effect-pain", "dry-needling-effect-pain-tabatabaiee2019"),
    "acupuncture-observe": ("acupuncture-effect-pain",),
    "loop3-observe": ("dry-needling-adverse-event-any-mild-adverse-event",
                      "dry-needling-adverse-event-bruising", "dry-needling-adverse-event-bleeding"),
}  # fmt: skip
"""Cell → facts of the table whose numbers it must give."""


def printed(value):
    return f"{value:g}".replace("-", "−")


def test_every_question_of_the_bank_is_asked_once_and_each_objective_has_checks():
    asked = re.findall(r'lesson\.(?:predict|check)\("(07-[\w-]+)"\)', WHOLE)
    assert sorted(asked) == sorted(ITEMS)
    checked = [one["objective"] for one in ITEMS.values() if one["role"] == "check"]
    assert all(checked.count(number) >= 3 for number in (1, 2, 3))
    assert len({one["kind"] for one in ITEMS.values()}) == 6


def test_each_answer_comes_after_the_prediction_that_asks_for_it():
    for item in re.findall(r'after="(07-[\w-]+)"', WHOLE):
        assert WHOLE.index(f'predict("{item}")') < WHOLE.index(f'after="{item}"')


def test_danger_and_consent_come_before_hands_and_harms_before_what_needles_do():
    order = [cell.id for cell in CELLS]
    assert order.index("disclaimer") < order.index("loop0-consent") < order.index("loop1-look")
    assert order.index("fig-adverse") < order.index("needle-who") < order.index("fig-needling")
    assert "no needling" in TEXT["disclaimer"] and "not** how it is done" in TEXT["loop3-look"]


@pytest.mark.parametrize(("cell", "fact"), [(cell, one) for cell, facts in TOLD.items() for one in facts])
def test_numbers_are_those_of_the_table(cell, fact):
    row = load().treatment_facts[fact]
    numbers = [one for one in (row.value, row.ci_low, row.ci_high) if one is not None]
    if row.id == "dry-needling-effect-pain-tabatabaiee2019":
        numbers = [row.value]
    missing = [one for one in numbers if printed(one) not in TEXT[cell].replace("+", "")]
    assert not missing and f"#ref-{row.source_key}" in TEXT[cell]


@pytest.mark.parametrize("treatment", ["press", "massage", "roll", "needl", "acupuncture"])
def test_each_treatment_has_effect_harm_and_words_for_a_patient(treatment):
    said = WHOLE.lower()
    assert treatment in said
    for cell in ("loop1-say", "roller-say", "loop3-say"):
        assert TEXT[cell].startswith("**To a patient:**")
    for cell in ("loop1-harms", "massage-how", "roller-dose", "loop3-observe"):
        assert re.search(r"(?i)harm|event", TEXT[cell])


def test_blood_flow_is_weighed_on_both_sides():
    table = TEXT["blood-weighed"]
    assert "speaks for it" in table and "speaks against it" in table
    for key in ("fascialfitness_flow", "shoemaker1997", "hinds2004"):
        assert f"#ref-{key}" in table
