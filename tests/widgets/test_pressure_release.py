"""Traits of the pressure release widget."""

import json

import pytest
import traitlets

from gluteal.widgets.pressure_release import PressureRelease

PRESS = {"most_n": 20.0, "held_s": 30.0, "most_pain": 2.0, "gain_n": 4.0, "said": ["kept"], "way": ""}


@pytest.mark.parametrize(
    ("trait", "bad", "named"),
    [
        ("way", "midwy", "midway"),
        ("unit", "kg", "kPa"),
        ("speed", 3, "4"),
        ("record", [{"most_n": 1}], "held_s"),
    ],
)
def test_a_value_that_does_not_exist_is_refused_and_the_valid_ones_named(trait, bad, named):
    with pytest.raises(traitlets.TraitError, match=named):
        PressureRelease(**{trait: bad})


def test_it_says_what_it_is():
    assert repr(PressureRelease(record=[PRESS])) == (
        "Pressure release, a teaching model: way to press stepwise, 1 press"
    )


def test_the_state_is_small():
    assert len(json.dumps(PressureRelease().lab)) < 60_000


def test_every_published_way_names_its_trial_and_no_other_does():
    for way in PressureRelease().lab["ways"]:
        assert bool(way["people"]) == (way["kind"] == "published"), way["id"]
        assert bool(way["sources"]) == (way["kind"] != "mistake"), way["id"]
