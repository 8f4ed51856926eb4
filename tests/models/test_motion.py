"""Poses on the way: ends as given, feet that stand stay, hands stay on what they hold, nothing sinks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.catalogue.poses import made, pose
from gluteal.models.mannequin import SIDES, Figure, Root, beyond, root_axes
from gluteal.models.mannequin_points import points
from gluteal.models.mannequin_scene import scene, scene_points
from gluteal.models.mannequin_step import step
from gluteal.models.mannequin_surface import surface
from gluteal.models.motion import frames
from gluteal.models.rotations import angles_zxy, between, in_posture


def standing(identifier, height_mm, tilt_deg):
    feet = {side: {"to": [0, 0, z], "knee": [1, 0, 0.3]} for side, z in (("right", 110), ("left", -110))}
    root = {"at": [-0.35 * (838 - height_mm), height_mm, 0], "tilt": tilt_deg}
    return made({"id": identifier, "title": identifier, "figures": [
        {"role": "patient", "root": root, "plant": feet}]})  # fmt: skip


def test_the_ends_are_the_two_poses():
    start, end = pose("faber-test-1"), pose("faber-test-2")
    way = frames(start, end, 4)
    for one, given_pose in ((way[0], start), (way[-1], end)):
        here, there = scene_points(one), scene_points(given_pose)
        assert max(np.linalg.norm(here[name] - there[name]) for name in here) < 1.0


def test_feet_that_stand_do_not_slide_and_nothing_sinks():
    way = frames(standing("up", 825, 2), standing("down", 690, 25), 6)
    first = scene_points(way[0])
    for one in way:
        found = scene_points(one)
        for side in SIDES:
            assert np.linalg.norm(found[f"patient.heel-{side}"] - first[f"patient.heel-{side}"]) < 4
        figure = scene(one).figures["patient"]
        assert min(part.points[..., 1].min() for part in surface(figure)) > -15
        assert not beyond(figure)


def test_the_way_is_even_and_slow_at_both_ends():
    way = frames(standing("up", 825, 2), standing("down", 690, 25), 9)
    height = np.array([scene(one).figures["patient"].root.at_mm[1] for one in way])
    fall = -np.diff(height)
    assert (fall > 0).all()
    assert fall[0] < fall[4]
    assert fall[-1] < fall[3]


def test_a_hand_that_holds_stays_where_it_holds():
    way = frames(pose("faber-test-1"), pose("faber-test-2"), 5)
    for one in way:
        found = scene_points(one)
        assert np.linalg.norm(found["examiner.palm-right"] - found["patient.knee-medial-right"]) < 15


def test_other_people_and_too_few_frames_are_refused():
    with pytest.raises(ValueError, match="too few"):
        frames(pose("standing"), pose("sitting"), 1)
    with pytest.raises(ValueError, match="different people"):
        frames(pose("standing"), pose("examiner-lifts-leg"), 3)


@given(st.floats(-120, 150), st.floats(0, 260), st.floats(60, 260), st.sampled_from(SIDES))
@settings(max_examples=20, deadline=None)
def test_a_foot_comes_to_stand_where_it_should(x, y, z, side):
    target = np.array([x, y, z if side == "right" else -z])
    start = Figure(Root(at_mm=(0.0, 800.0, 0.0)))
    figure = Figure(start.root, step(start, side, target, (0, -1, 0)))
    assert np.linalg.norm(points(figure)[f"heel-{side}"] - target) < 2


def test_a_place_too_far_stretches_the_leg():
    found = step(Figure(), "right", (1500, 0, 100))
    assert abs(found["knee-right"][0]) < 5


@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(-170, 170), st.floats(0, 1))
@settings(max_examples=30, deadline=None)
def test_rotations_give_their_angles_back_and_a_share_is_a_share(a, b, c, share):
    from gluteal.models.mannequin import turn

    rotation = turn("z", a) @ turn("x", b) @ turn("y", c)
    assert np.allclose(angles_zxy(rotation), (a, b, c), atol=1e-3)
    part = between(np.eye(3), rotation, share)
    whole = np.degrees(np.arccos(np.clip((np.trace(rotation) - 1) / 2, -1, 1)))
    assert np.degrees(np.arccos(np.clip((np.trace(part) - 1) / 2, -1, 1))) == pytest.approx(
        share * whole, abs=0.01
    )
    assert np.allclose(part @ part.T, np.eye(3))


@pytest.mark.parametrize("posture", ["supine", "prone", "left-side", "right-side"])
def test_a_root_told_in_another_posture_stands_the_same(posture):
    root = Root(posture=posture, heading_deg=20, tilt_deg=10, list_deg=5, turn_deg=15)
    assert np.allclose(root_axes(in_posture(root, Root())), root_axes(root), atol=1e-6)
