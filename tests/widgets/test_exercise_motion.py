"""The stored movements of the exercises: current, true to the poses, and what the page tells of them."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.models import hip, mannequin
from gluteal.models.hip_in_pose import hip_in_pose
from gluteal.models.mannequin_scene import scene
from gluteal.models.motion import frames
from gluteal.widgets import exercise_motion as stored
from gluteal.widgets.exercise_records import exercise_records, frame_axes

HIP = ("pelvis", "hip-right", "knee-right")
SOME = ("piriformis-stretch-standing-figure-4", "bridge", "seated-knee-to-opposite-shoulder-stretch")
TURN = st.floats(-170, 170, allow_nan=False)


def test_every_exercise_is_stored_and_current():
    wanted = {name: stored.digest(name) for name in exercise_poses()}
    stale = [name for name, told in wanted.items() if stored.digests().get(name) != told]
    assert not stale, "a pose or the figure has changed: run python -m tools.exercise_motion"
    assert list(stored.digests()) == list(wanted)


@given(TURN, st.floats(-80, 80), TURN)
def test_a_rotation_outlives_its_quaternion(first, second, third):
    turned = hip.rotation(first, second, third)
    np.testing.assert_allclose(frame_axes(stored.quaternion(turned)), turned, atol=1e-9)


def test_one_way_worked_out_anew_is_the_stored_one():
    name = "prone-internal-rotation-stretch"
    drawn = exercise_poses()[name]
    places, turns = stored.stored_frames(name, "end")
    for number, one in enumerate(frames(drawn.start, drawn.end, stored.FRAMES)):
        found = mannequin.frames(scene(one).figures["patient"])
        at = np.array([found[segment].origin for segment in stored.SEGMENTS])
        assert np.abs(places[number] - at).max() <= stored.PLACE_UNIT_MM
        for segment, turn in zip(stored.SEGMENTS, turns[number], strict=True):
            assert np.abs(frame_axes(turn) - found[segment].axes).max() < 0.002


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize(
    ("phase", "way", "frame"), [("start", "end", 0), ("end", "end", -1), ("error", "error", -1)]
)
def test_the_lines_that_are_told_belong_to_the_pose_that_is_seen(name, phase, way, frame):
    patient = scene(getattr(exercise_poses()[name], phase)).figures["patient"]
    posed = hip_in_pose(*(mannequin.frames(patient)[one].axes for one in HIP))
    told = exercise_records([name])["exercises"][name]["lines"][phase]
    assert [percent for _, percent in told] == pytest.approx(list(posed.change_percent.values()), abs=1.2)


def test_the_numbers_are_small_enough_to_travel():
    assert len(stored.text(stored.FILE)) < 500_000
    assert json.dumps(stored.motions()["bridge"])
