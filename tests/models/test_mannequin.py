"""The articulated figure: joints turn as clinicians say, limbs keep their length, hands reach, poses hold."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.catalogue.mannequin import figure_table
from gluteal.catalogue.poses import made, poses
from gluteal.models import hip
from gluteal.models.mannequin import (
    Figure,
    Root,
    angles_of,
    beyond,
    frames,
    joint_rotation,
    joints,
    motions,
    unsided,
)
from gluteal.models.mannequin_points import names, points
from gluteal.models.mannequin_reach import reach
from gluteal.models.mannequin_scene import pose_faults, scene
from gluteal.models.mannequin_surface import surface


def posed(**angles):
    return frames(Figure(angles={key.replace("_", "-"): value for key, value in angles.items()}))


def any_pose():
    """Poses anywhere within the limits of all joints."""
    return st.fixed_dictionaries(
        {
            joint: st.tuples(
                *(st.floats(one.minimum_deg, one.maximum_deg) for one in motions(unsided(joint)[0]))
            )
            for joint in joints()
        }
    )


@pytest.mark.parametrize(
    ("joint", "angles", "place", "axis", "sign"),
    [
        ("hip-right", (60, 0, 0), "knee-right", 0, 1),
        ("hip-right", (0, 30, 0), "knee-right", 2, -1),
        ("hip-left", (0, 30, 0), "knee-left", 2, 1),
        ("knee-left", (90,), "ankle-left", 0, -1),
        ("ankle-right", (20,), "toes-right", 1, 1),
        ("lumbar", (40, 0, 0), "head", 0, 1),
        ("lumbar", (0, 20, 0), "head", 2, 1),
        ("shoulder-left", (0, 80, 0), "elbow-left", 2, -1),
        ("elbow-right", (90,), "wrist-right", 0, 1),
    ],
)
def test_a_positive_angle_moves_the_way_clinicians_say(joint, angles, place, axis, sign):
    straight = Figure(angles={joint: (0,) * len(angles)})
    moved = frames(Figure(angles={joint: angles}))[place].origin - frames(straight)[place].origin
    assert moved[axis] * sign > 30


def test_the_hip_turns_like_the_computed_hip():
    figure = Figure(angles={"hip-right": (70, 20, -35)})
    assert np.allclose(joint_rotation(figure, "hip-right"), hip.rotation(70, 20, -35))


@given(any_pose())
@settings(max_examples=25, deadline=None)
def test_segments_keep_their_length_and_the_left_mirrors_the_right(angles):
    found = frames(Figure(angles=angles))
    swapped = {
        f"{unsided(k)[0]}-{'left' if k.endswith('right') else 'right'}": v
        for k, v in angles.items()
        if unsided(k)[1]
    }
    other = frames(Figure(angles=swapped))
    alone = frames(Figure(angles={k: v for k, v in angles.items() if unsided(k)[1]}))
    for side in ("right", "left"):
        gap = np.linalg.norm(found[f"knee-{side}"].origin - found[f"ankle-{side}"].origin)
        assert gap == pytest.approx(figure_table("lengths")["leg-length"].value_mm)
        assert np.allclose(found[f"wrist-{side}"].axes @ found[f"wrist-{side}"].axes.T, np.eye(3))
    assert np.allclose(other["wrist-left"].origin, alone["wrist-right"].origin * (1, 1, -1))


@given(any_pose())
@settings(max_examples=10, deadline=None)
def test_the_skin_is_finite_and_near_the_body(angles):
    for part in surface(Figure(angles=angles)):
        assert np.isfinite(part.points).all()
        assert np.abs(part.points - (0, 838, 0)).max() < 1400


def test_limits_are_named():
    assert "beyond" in beyond(Figure(angles={"elbow-left": (170,)}))[0]
    assert not beyond(Figure(angles={"elbow-left": (120,)}))


def test_an_unknown_joint_names_the_nearest():
    with pytest.raises(KeyError, match="knee-left"):
        frames(Figure(angles={"knee-lef": (3,)}))


def test_an_unknown_posture_names_the_nearest():
    with pytest.raises(KeyError, match="supine"):
        frames(Figure(Root(posture="suppine")))


@given(st.floats(160, 360), st.floats(960, 1380), st.floats(80, 320), st.sampled_from(("right", "left")))
@settings(max_examples=15, deadline=None)
def test_a_hand_reaches_what_is_near(x, y, z, side):
    target = np.array([x, y, z if side == "right" else -z])
    figure = Figure()
    figure = replace(figure, angles=reach(figure, side, target))
    assert np.linalg.norm(points(figure)[f"palm-{side}"] - target) < 15


def test_places_lie_on_the_skin():
    figure = Figure(angles={"hip-right": (80,), "knee-right": (90,)})
    skin = np.concatenate([part.points.reshape(-1, 3) for part in surface(figure)])
    found = points(figure)
    assert set(found) == set(names())
    assert max(np.linalg.norm(skin - at, axis=1).min() for at in found.values()) < 14


def test_rest_fills_what_a_pose_leaves_out():
    assert len(angles_of(Figure(angles={"hip-left": (20,)}), "hip-left")) == 3


@pytest.mark.parametrize("key", list(poses()))
def test_a_pose_holds(key):
    assert not pose_faults(poses()[key])


def test_an_open_contact_and_a_foot_below_the_floor_are_found():
    pose = made(
        {
            "id": "a",
            "title": "A",
            "figures": [{"role": "patient", "root": {"at": [0, 760, 0]}}],
            "contacts": [{"from": "patient.palm-right", "to": "floor"}],
        }
    )
    found = pose_faults(pose)
    assert any("below the floor" in one for one in found)
    assert any("palm-right is" in one for one in found)


def test_who_lies_on_a_table_rests_on_it():
    found = scene(poses()["supine"])
    skin = np.concatenate([part.points.reshape(-1, 3) for part in surface(found.figures["patient"])])
    assert abs(skin[:, 1].min() - found.top_mm("table")) < 40


@pytest.mark.parametrize(
    ("name", "share_of_stature"),
    [("thigh-length", 0.245), ("leg-length", 0.246), ("upper-arm-length", 0.186), ("forearm-length", 0.146)],
)
def test_limbs_are_as_long_as_those_of_people_of_this_stature(name, share_of_stature):
    lengths = figure_table("lengths")
    assert lengths[name].value_mm == pytest.approx(share_of_stature * lengths["stature"].value_mm, rel=0.07)


def test_the_skin_is_as_tall_as_the_figure_is_said_to_be():
    skin = np.concatenate([part.points.reshape(-1, 3) for part in surface(Figure())])
    assert np.ptp(skin[:, 1]) == pytest.approx(figure_table("lengths")["stature"].value_mm, rel=0.01)


def test_a_contact_with_a_thing_means_its_surface():
    ball, wall = {"kind": "ball", "at": [0, 800, 160]}, {"kind": "wall", "at": [0, 240], "heading": 180}
    mat = {"kind": "mat", "at": [0, 0]}
    given = {"id": "a", "title": "A", "figures": [{"role": "patient"}], "props": [ball, wall, mat]}
    found = scene(made(given))
    assert found.gap_mm((0, 840, 160), "ball") == pytest.approx(40)
    assert found.gap_mm((0, 840, 200), "ball") == pytest.approx(0, abs=1e-6)
    assert found.gap_mm((100, 900, 235), "wall") == pytest.approx(5)
    assert found.gap_mm((100, 8, 0), "mat") == pytest.approx(0)
    with pytest.raises(KeyError, match="no 'bal'"):
        found.gap_mm((0, 0, 0), "bal")


def test_who_plants_a_foot_and_rests_on_a_roller_sits_on_it():
    roller = {"id": "roller", "kind": "roller", "at": [-40, 0], "heading": 90}
    figure = {"role": "patient", "root": {"at": [0, None, 0], "on": "roller", "tilt": -28},
              "plant": {"left": {"to": [420, 0, -110]}, "right": {"to": [420, 0, 110]}}}  # fmt: skip
    found = scene(made({"id": "a", "title": "A", "figures": [figure], "props": [roller]}))
    places = points(found.figures["patient"])
    assert np.linalg.norm(places["heel-left"] - (420, 0, -110)) < 3
    skin = [part.points for part in surface(found.figures["patient"]) if part.name in ("trunk", "leg-right")]
    lowest = min(skin_part[..., 1].min() for skin_part in skin)
    assert -5 < lowest < 150
    assert found.figures["patient"].root.at_mm[1] == pytest.approx(260, abs=60)
