"""The poses of the exercises: contacts, the floor, limits, and joint angles as the table describes them."""

from functools import cache

import pytest

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.models.hip_in_pose import hip_in_pose
from gluteal.models.mannequin import angles_of, frames
from gluteal.models.mannequin_scene import pose_faults, scene

IDS = list(exercise_poses())
PHASES = ("start", "end", "error")
ABOUT_DEG, EXACTLY_DEG = 15.0, 5.0
ANGLES = [(one, angle) for one in IDS for angle in exercise_poses()[one].angles]


@cache
def posed(exercise_id, phase):
    return scene(getattr(exercise_poses()[exercise_id], phase))


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("one", IDS)
def test_what_should_touch_does_nothing_lies_below_the_floor_and_limits_are_kept(one, phase):
    assert pose_faults(getattr(exercise_poses()[one], phase)) == []


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("one", IDS)
def test_hands_and_feet_that_reach_are_within_15_mm(one, phase):
    pose = getattr(exercise_poses()[one], phase)
    found = posed(one, phase)
    for given in pose.figures:
        wishes = [*given.get("reach", {}).items(), *given.get("plant", {}).items()]
        for side, wish in wishes:
            to = wish["to"] if isinstance(wish, dict) else wish
            if not isinstance(to, str) or (isinstance(wish, dict) and "off" in wish):
                continue
            part = wish.get("part") if isinstance(wish, dict) else None
            part = part or (
                "palm" if side in given.get("reach", {}) and wish is given["reach"][side] else "heel"
            )
            at = found.place(f"{given['role']}.{part}-{side}")
            assert ((at - found.place(to)) ** 2).sum() ** 0.5 <= 15.0, f"{part}-{side} to {to}"


@pytest.mark.parametrize(("one", "angle"), ANGLES, ids=lambda value: getattr(value, "id", value))
def test_joint_angles_agree_with_the_table(one, angle):
    figure = posed(one, angle.phase).figures["patient"]
    within = ABOUT_DEG if angle.approximate else EXACTLY_DEG
    value = joint_angle(figure, angle)
    assert angle.low_deg is None or value >= angle.low_deg - within
    assert angle.high_deg is None or value <= angle.high_deg + within


def joint_angle(figure, angle):
    """The angle of the motion; of the right hip read off the segments, as the computed hip has it."""
    motions = {"flexion": 0, "adduction": 1, "rotation": 2}
    joint, _, motion = angle.motion_id.partition("-")
    if joint == "hip" and angle.side == "right":
        axes = [frames(figure)[name].axes for name in ("pelvis", "hip-right", "knee-right")]
        found = hip_in_pose(*axes)
        return (found.flexion_deg, found.adduction_deg, found.rotation_deg)[motions[motion]]
    return angles_of(figure, angle.joint)[motions.get(motion, 0)]
