"""The hip of a figure in its pose: angles read back from frames, and what they do to the lines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.models import hip
from gluteal.models.hip_in_pose import hip_in_pose

ANGLES = st.tuples(
    st.floats(-20, 130, allow_nan=False),
    st.floats(-50, 40, allow_nan=False),
    st.floats(-80, 60, allow_nan=False),
    st.floats(0, 150, allow_nan=False),
)
PELVIS = st.tuples(*3 * [st.floats(-80, 80, allow_nan=False)])


def posed(flexion, adduction, rotation, knee, pelvis=(0.0, 0.0, 0.0)):
    """Frames in the room of a pelvis that is tilted anyhow, the thigh and the leg."""
    base = hip.rotation(*pelvis)
    thigh = base @ hip.rotation(flexion, adduction, rotation)
    return base, thigh, thigh @ hip.rotation(-knee, 0.0, 0.0)


@given(ANGLES, PELVIS)
def test_the_angles_come_back_however_the_pelvis_lies(angles, pelvis):
    found = hip_in_pose(*posed(*angles, pelvis=pelvis))
    told = (found.flexion_deg, found.adduction_deg, found.rotation_deg, found.knee_flexion_deg)
    np.testing.assert_allclose(told, angles, atol=1e-6)


@given(ANGLES)
def test_the_change_is_that_of_the_computed_hip(angles):
    flexion, adduction, rotation, knee = angles
    solved = hip.solve([0, flexion], [0, adduction], [0, rotation], [0, knee], variant="head24")
    wanted = 100 * (solved.length_m[1] / solved.length_m[0] - 1)
    found = hip_in_pose(*posed(*angles)).change_percent
    np.testing.assert_allclose([found[line] for line in solved.lines], wanted, atol=1e-6)


def test_standing_changes_nothing():
    found = hip_in_pose(*3 * [np.eye(3)])
    assert found.usual
    assert set(found.change_percent.values()) == {0.0}


@pytest.mark.parametrize("turn", [(90.0, 0.0, 0.0), (0.0, 25.0, 0.0), (0.0, 0.0, 30.0)])
def test_flexion_adduction_and_inward_turn_are_positive(turn):
    found = hip_in_pose(np.eye(3), hip.rotation(*turn), hip.rotation(*turn))
    assert (found.flexion_deg, found.adduction_deg, found.rotation_deg) == pytest.approx(turn)
    assert found.knee_flexion_deg == pytest.approx(0.0, abs=1e-9)


def test_an_angle_beyond_the_usual_range_is_told():
    assert hip_in_pose(*posed(90, 0, 0, 90)).usual
    assert not hip_in_pose(*posed(90, 0, -80, 90)).usual
