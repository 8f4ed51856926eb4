"""What the position search holds: poses within their ranges, records that agree with the model."""

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.models import hip
from gluteal.models.hip_longest import longest
from gluteal.widgets import PositionSearch
from gluteal.widgets.position_records import VARIANT, packed_position_records, position_records

RECORDS = position_records()


def test_it_begins_standing_with_nothing_found():
    search = PositionSearch()
    assert search.pose == {"flexion_deg": 0, "adduction_deg": 0, "rotation_deg": 0}
    assert (search.best, search.kept, search.committed) == ({}, [], [])
    assert repr(search).startswith("Position search: Piriformis at flexion 0")


@pytest.mark.parametrize(
    ("trait", "value", "says"),
    [
        ("line", "pirifomis", "there is no line"),
        ("pose", {"flexion_deg": 111}, "give -20 to 110 degrees"),
        ("pose", {"rotation_deg": "much"}, "give -45 to 45 degrees"),
        ("pose", {"knee_flexion_deg": 90}, "a pose has no 'knee_flexion_deg'"),
        ("best", {"biceps": {}}, "there is no line 'biceps'"),
        ("best", {"piri": {"adduction_deg": 26}}, "give -40 to 25 degrees"),
        ("kept", [{"line": "piri"}] * 9, "at most 8"),
        ("committed", ["nobody"], "there is no line"),
    ],
)
def test_a_wrong_value_is_refused_with_the_right_ones(trait, value, says):
    with pytest.raises(traitlets.TraitError, match=says):
        PositionSearch(**{trait: value})


@pytest.mark.parametrize("line", hip.LINES)
def test_the_gauge_has_room_for_the_longest_and_it_is_the_model_s(line):
    told, found = RECORDS["lines"][line], longest(line, VARIANT)
    assert told["percent"] == round(found.change_percent) and told["mm"] == round(found.change_mm)
    low, high = told["gauge"]
    assert low <= found.shortest_percent < 0 < found.change_percent < high


def test_every_stretch_of_the_pack_is_compared_and_every_finding_told():
    stretches = [one for one in load().exercises.values() if one.category == "stretch"]
    assert {one["name"] for one in RECORDS["stretches"]} == {one.name for one in stretches}
    told = [one["finding"] for line in RECORDS["lines"].values() for one in line["found"]]
    assert sorted(told) == sorted(one.finding for one in load().hip_comparisons.values())


def test_other_positions_have_the_numbers_of_the_model():
    sitting = next(one for one in RECORDS["others"] if one["name"] == load().hip_positions["sitting"].name)
    search = PositionSearch(pose={"flexion_deg": 90})
    for line, percent in zip(hip.LINES, sitting["percent"], strict=True):
        search.line = line
        if line != "tfl":  # its change has the bent knee in it
            assert percent == round(search.change_percent)


def test_the_state_is_small():
    search = PositionSearch()
    assert len(packed_position_records()) < 12_000
    assert len(str(search.hip)) + len(search.packed) < 180_000
