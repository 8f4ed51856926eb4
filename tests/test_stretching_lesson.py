"""Lesson 06 lets learners search before it answers, and says what its tables and its model say."""

import json
import re

import nbformat
import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.models.hip_longest import longest
from gluteal.widgets import PositionSearch
from gluteal.widgets.exercise_records import exercise_records, grouped
from gluteal.widgets.position_records import position_records

LESSON = paths.root() / "notebooks" / "06_stretching_and_strengthening.ipynb"
CELLS = nbformat.read(LESSON, as_version=4).cells
TEXT = {cell.id: cell.source for cell in CELLS}
ITEMS = {
    one["id"]: one for one in json.loads((paths.data_dir() / "quiz/06.json").read_text("utf-8"))["items"]
}
WHOLE = "\n".join(TEXT.values())
ORDER = [cell.id for cell in CELLS]
# Cell → facts of the tables whose numbers it must give.
TOLD = {
    "loop3-effect": ("exercise-effect-pain-intensity", "exercise-effect-pressure-pain-threshold"),
    "emg-observe": ("gluteus-medius-side-lying-hip-abduction", "gluteus-medius-clam-type-1-of-two"),
    "dose-observe": ("stretching-dose",),
}


def printed(value):
    return f"{value:g}".replace("-", "−")


def percent(*angles):
    names = ("flexion_deg", "adduction_deg", "rotation_deg")
    return PositionSearch(pose=dict(zip(names, angles, strict=True))).change_percent


def fact(key):
    facts = load()
    return facts.treatment_facts.get(key) or facts.emg_activations[key]


def test_every_question_of_the_bank_is_asked_once_and_each_objective_has_checks():
    asked = re.findall(r'lesson\.(?:predict|check)\("(06-[\w-]+)"\)', WHOLE)
    assert sorted(asked) == sorted(ITEMS)
    checked = [one["objective"] for one in ITEMS.values() if one["role"] == "check"]
    assert all(checked.count(number) >= 3 for number in (1, 2, 3))
    assert len({one["kind"] for one in ITEMS.values()}) == 6


def test_learners_predict_and_search_before_they_read_the_answer():
    for item in re.findall(r'after="(06-[\w-]+)"', WHOLE):
        assert WHOLE.index(f'predict("{item}")') < WHOLE.index(f'after="{item}"')
    assert ORDER.index("predict-which-turn") < ORDER.index("position-search") < ORDER.index("search-observe")
    before = "\n".join(TEXT[one] for one in ORDER[: ORDER.index("position-search")])
    assert not re.search(r"\d+ ?%", before)


def test_danger_comes_first_and_the_plan_asks_for_it():
    assert ORDER.index("disclaimer") < ORDER.index("loop1-look")
    assert [one["id"] for one in ITEMS["06-plan-steps"]["options"]][:2] == ["flags", "findings"]


def test_the_standing_stretch_is_taught_first_and_every_exercise_that_is_drawn_can_be_played():
    players = re.findall(r'ExercisePlayer\(exercises="([\w-]+)"\)', WHOLE)
    assert players == ["piriformis-standing", "stretch", "strength"]
    hands_on = nbformat.read(LESSON.with_name("07_hands_on_treatments.ipynb"), as_version=4)
    assert any('exercises="self-release"' in cell.source for cell in hands_on.cells)
    assert set(grouped()) - {*players, "self-release"} == {"mobility", "manual-therapy"}


@pytest.mark.parametrize(("cell", "key"), [(cell, one) for cell, facts in TOLD.items() for one in facts])
def test_numbers_are_those_of_the_table(cell, key):
    row = fact(key)
    numbers = [one for one in (row.value, row.ci_low, row.ci_high) if one is not None]
    assert not [one for one in numbers if printed(one) not in TEXT[cell]]
    assert f"#ref-{row.source_key}" in TEXT[cell]


def test_what_is_said_of_the_model_is_what_the_model_gives():
    assert round(percent(90, 0, 0)) == ITEMS["06-sitting-percent"]["value"]
    best = longest("piri")
    assert f"about {round(best.change_percent)} %" in TEXT["search-observe"]
    assert f"come to {round(percent(100, 20, -40))}." in TEXT["search-observe"]
    outwards, inwards = (round(percent(90, 0, turn)) for turn in (-40, 40))
    said = ITEMS["06-which-turn"]["explanation"]
    assert f"external rotation make it {outwards} %" in said and f"internal rotation {inwards} %" in said
    assert best.pose_deg[:2] == (110, 25) and best.pose_deg[2] <= -40


def test_the_order_of_lengths_is_the_model_s_order():
    positions = {"standing": (0, 0, 0), "fair": (90, 25, 40), "sitting": (90, 0, 0),
                 "figure-4": (90, -20, -45), "shoulder": (110, 25, -20)}  # fmt: skip
    lengths = [percent(*positions[one["id"]]) for one in ITEMS["06-order-of-length"]["options"]]
    assert lengths == sorted(lengths)


def test_ten_minutes_a_week_is_counted_right():
    assert ITEMS["06-ten-minutes"]["value"] * 5 * 30 == 600


def test_what_waits_for_the_surgeon_is_what_the_plan_refuses():
    from gluteal.catalogue.plan import plan_table

    refused = {
        one
        for row in plan_table("plan_refusals").values()
        if row.finding_id == "hip-replacement"
        for one in row.exercise_ids
    }
    asked = {"cross": "supine-cross-body-stretch", "prone-in": "prone-internal-rotation-stretch",
             "figure-4": "piriformis-stretch-standing-figure-4", "sets": "gluteal-sets",
             "press": "isometric-standing-hip-abduction"}  # fmt: skip
    for one in ITEMS["06-case-refuse"]["options"]:
        assert one.get("correct", False) == (asked[one["id"]] in refused), one["id"]


def test_no_link_of_a_widget_leads_nowhere():
    page = next(cell for cell in CELLS if cell.id == "references").outputs[0].data["text/html"]
    listed = set(re.findall(r'id="ref-(\w+)"', page))
    played = [one for group in ("piriformis-standing", "stretch", "strength") for one in grouped()[group]]
    shown = json.dumps([position_records(), exercise_records(played)])
    assert not set(re.findall(r'"key": "(\w+)"', shown)) - listed
