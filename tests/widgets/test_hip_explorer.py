"""The hip explorer's traits and records: what it takes, what it refuses and how it says so."""

import json

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.models import hip
from gluteal.widgets import HipExplorer
from gluteal.widgets.hip_records import hip_records
from gluteal.widgets.packing import unpack

PRESETS = [one.id for one in load().hip_positions.values() if one.preset]
EXTREMES = [
    ("flexion_deg", -20, 110),
    ("adduction_deg", -40, 25),
    ("rotation_deg", -45, 45),
    ("knee_flexion_deg", 0, 120),
]


@pytest.mark.parametrize("position", PRESETS)
def test_every_position_can_be_begun_with(position):
    explorer = HipExplorer(position)
    assert tuple(explorer.pose.values())[:3] == load().hip_positions[position].pose_deg
    assert repr(explorer).startswith("Hip explorer: flexion ") and "0x" not in repr(explorer)


def test_an_unknown_position_is_answered_with_the_nearest():
    with pytest.raises(KeyError, match="fair-60"):
        HipExplorer("fair60")


@pytest.mark.parametrize(("name", "low", "high"), EXTREMES)
def test_angles_go_to_their_ends_and_no_further(name, low, high):
    explorer = HipExplorer(pose={name: low})
    explorer.pose = {name: high}
    for beyond in (low - 1, high + 1, float("nan"), "much", True, None):
        with pytest.raises(traitlets.TraitError, match=f"{name} is .*give {low} to {high} degrees"):
            explorer.pose = {name: beyond}
    assert explorer.pose[name] == high and explorer.solution.usual.all()


@pytest.mark.parametrize(
    ("trait", "wrong", "named"),
    [
        ("line", "piriformis", "piri"),
        ("variant", "head", "head24"),
        ("zoom", "far", "near"),
        ("shown", ["gmax4"], "gmax"),
        ("pose", {"flexion": 3}, "flexion_deg"),
    ],
)
def test_a_wrong_value_names_the_right_ones(trait, wrong, named):
    with pytest.raises(traitlets.TraitError, match=named):
        setattr(HipExplorer(), trait, wrong)


def test_lines_are_kept_in_the_order_of_the_model():
    assert HipExplorer(shown=["qf", "gmax1"]).shown == ["gmax1", "qf"]


def test_the_shortening_is_that_of_the_pose_and_line():
    explorer = HipExplorer("sitting", line="gmax1", shortening_mm=10)
    assert explorer.shortening.line == "gmax1" and explorer.shortening.motions[0].start_deg == 90


def test_the_page_gets_every_line_and_little_to_carry():
    records = hip_records()
    heavy = json.loads(unpack(records["packed"]))
    assert [line["id"] for line in records["lines"]] == list(hip.LINES)
    assert len({line["colour"] for line in records["lines"]}) == 13
    assert set(heavy["art"]) == {"posterior", "lateral"} and "femur" not in heavy["art"]["posterior"]
    assert len(json.dumps(records)) < 300_000


def test_the_card_says_what_the_model_is_not():
    words = " ".join(text for _, text in hip_records()["card"])
    for said in ("no strain", "passive force", "straight line", "one adult", "cadaver", "percent"):
        assert said in words or said.capitalize() in words, said
