"""Single-leg stance, the Python side: traits, errors, records, the result that a cell reads."""

import json

import pytest
from traitlets import TraitError

from gluteal.catalogue.stance import stance_presets, stance_verdicts
from gluteal.drawing.stance_parts import parts
from gluteal.drawing.stance_rig import BONES
from gluteal.models.stance import PARTS, Posture, solve
from gluteal.models.stance_values import CONTROLS, limits
from gluteal.widgets import SingleLegStance
from gluteal.widgets.packing import unpack
from gluteal.widgets.stance_records import SETTINGS, packed_figure, stance_records


def test_a_sentence_stands_for_the_widget():
    said = "75 kg on the right leg; abductors 1.84, hip joint 2.63 times body weight; held level"
    assert repr(SingleLegStance()) == f"Single-leg stance: {said}"


@pytest.mark.parametrize("name", stance_presets())
def test_a_preset_gives_its_posture(name):
    widget, preset = SingleLegStance(name), stance_presets()[name]
    assert all(getattr(widget, key) == getattr(preset, key) for key in SETTINGS if hasattr(preset, key))
    assert widget.result["joint_n"] == solve(widget.posture).joint_n


def test_an_unknown_preset_is_told_with_the_nearest():
    with pytest.raises(KeyError, match="did you mean 'upright'"):
        SingleLegStance("uprigth")


@pytest.mark.parametrize("name", CONTROLS)
def test_every_number_takes_its_ends_and_nothing_beyond(name):
    low, high = limits(name)
    for value in (low, high):
        assert getattr(SingleLegStance(**{name: value}), name) == value
    for value in (low - 1, high + 1, float("nan"), float("inf"), None, "much"):
        with pytest.raises(TraitError, match=name):
            SingleLegStance(**{name: value})


@pytest.mark.parametrize(
    ("trait", "valid"), [("stick_hand", "opposite"), ("standing_side", "right"), ("picture", "pelvis")]
)
def test_a_word_that_does_not_exist_is_refused_with_those_that_do(trait, valid):
    with pytest.raises(TraitError, match=valid):
        SingleLegStance(**{trait: "nowhere"})


def test_the_result_follows_every_setting_and_is_python_s_own():
    widget = SingleLegStance()
    for name in PARTS:
        before = dict(widget.result)
        low, high = limits(name)
        setattr(widget, name, high if getattr(widget, name) != high else low)
        assert widget.result != before, name
    widget.result = {"joint_n": 1}
    assert widget.result["joint_n"] == solve(widget.posture).joint_n
    assert widget.result["verdict"] in stance_verdicts()


def test_the_other_leg_bears_the_same():
    assert SingleLegStance(standing_side="left").result == SingleLegStance().result


def test_the_records_are_plain_and_small_and_complete():
    records = stance_records()
    assert json.loads(json.dumps(records)) == records
    assert len(json.dumps(records)) + len(packed_figure()) < 100_000
    assert [one["id"] for one in records["controls"]] == list(PARTS)
    assert all(one["source"]["short"] and one["n"] for one in records["measured"])
    assert {one["id"] for one in records["presets"]} == set(stance_presets())


def test_the_figure_that_travels_is_the_figure_that_is_drawn():
    figure = json.loads(unpack(packed_figure()))
    assert figure["bones"] == list(BONES) and len(figure["parts"]) == len(parts())
    for sent, part in zip(figure["parts"], parts(), strict=True):
        assert len(sent["points"]) == 2 * len(part.points)
        assert all(sum(held[1::2]) == 100 for held in sent["weights"])


def test_the_posture_is_that_of_the_settings():
    assert SingleLegStance("bag-same").posture == Posture(load_same_kg=10)
