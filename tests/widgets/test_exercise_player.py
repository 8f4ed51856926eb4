"""The exercise player in Python: traits, errors, what it sends to the page."""

import json

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.widgets import ExercisePlayer
from gluteal.widgets.exercise_art import exercise_art, figure_art
from gluteal.widgets.exercise_records import GROUPS, exercise_records, grouped

EVERY = [one for ids in grouped().values() for one in ids]


def test_it_begins_with_the_piriformis_stretch_in_standing():
    player = ExercisePlayer()
    assert player.exercise == "piriformis-stretch-standing-figure-4"
    assert set(player.exercises) == set(load().exercises)
    assert (
        repr(player)
        == "Exercise player: Piriformis stretch in standing (standing figure 4), one of 33 exercises"
    )


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_shows_its_exercises_and_begins_with_one_of_them(group):
    player = ExercisePlayer(exercises=group)
    assert player.exercises == grouped()[group]
    assert player.exercise in player.exercises


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"exercise": "brige"}, "bridge"),
        ({"exercise": "bridge", "exercises": "stretch"}, "there is no exercise 'bridge' here"),
        ({"exercises": "strenght"}, "strength"),
        ({"exercises": ["bridge", "clamshel"]}, "clamshell"),
        ({"exercises": []}, "at least one"),
        ({"chosen": ["brige"]}, "bridge"),
        ({"error": "maybe"}, "error"),
    ],
)
def test_what_does_not_exist_says_what_does(given, words):
    with pytest.raises(traitlets.TraitError, match=words):
        ExercisePlayer(**given)


def test_the_sheet_holds_each_exercise_once():
    assert ExercisePlayer(chosen=["bridge", "clamshell", "bridge"]).chosen == ["bridge", "clamshell"]


def test_every_exercise_tells_what_the_catalogue_holds():
    told = exercise_records(EVERY)
    for name, one in told["exercises"].items():
        row = load().exercises[name]
        assert (one["dose"], one["cautions"], one["errors"]) == (
            row.dose,
            list(row.cautions),
            list(row.common_errors),
        )
        assert one["error"][0] in one["errors"] and one["sources"] and one["grade"][1]
        assert all(
            other is None or other in told["names"] for _, other in (one["easier"], one["harder"]) if other
        )
        assert set(one["shown"]) <= set(figure_art()["fields"])
    assert [one for _, ids in told["groups"] for one in ids] == EVERY


def test_a_stop_rule_has_a_source_or_says_that_the_pack_set_it():
    stops = exercise_records(EVERY)["stops"]
    assert len(stops) >= 2
    assert stops[0][1] == [{"key": "york_ces", "short": "York NHS pathway"}]
    assert all(bool(sources) != bool(ours) for _, sources, ours in stops)


def test_its_state_is_small_and_the_figure_travels_once():
    first, second = ExercisePlayer(), ExercisePlayer(exercises="self-release")
    assert len(json.dumps(first.get_state())) < 250_000
    assert first.art == second.art
    assert len(exercise_art().packed) < 600_000
