"""The computed hip against the published model's own engine, and the laws that hold in any pose."""

import csv
import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.catalogue import load
from gluteal.models import hip

HERE = Path(__file__).resolve().parent
EVERY = hip.LINES + hip.OPTIONAL_LINES
# Lengths are printed to 1e-8 m, moment arms to 1e-7 m.
LENGTH_M, ARM_M = 1e-7, 1e-6
poses = st.tuples(st.floats(-20, 110), st.floats(-40, 25), st.floats(-45, 45), st.floats(0, 120))


def cases(file: str, variant: str) -> list[dict]:
    """The rows of a reference table for one variant, of the lines that the pack has."""
    rows = csv.DictReader((HERE / file).open(encoding="utf-8"))
    return [row for row in rows if row["variant"] == variant and row["line"] in EVERY]


@pytest.mark.parametrize(
    ("file", "variant", "number"),
    [("hip_cases.csv", "via", 615), ("hip_cases.csv", "head24", 533), ("hip_cases_knee.csv", "via", 15)],
)
def test_lengths_and_moment_arms_are_those_of_the_engine(file, variant, number):
    rows = cases(file, variant)
    assert len(rows) == number
    pose = [[float(row[name]) for row in rows] for name in hip.ANGLES]
    found = hip.solve(*pose, variant=variant, lines=EVERY)
    own = [EVERY.index(row["line"]) for row in rows]
    each = np.arange(len(rows))
    lengths = [float(row["length_m"]) for row in rows]
    arms = [[float(row[f"ma_{name}_m"]) for name in ("flexion", "adduction", "rotation")] for row in rows]
    np.testing.assert_allclose(found.length_m[each, own], lengths, atol=LENGTH_M, rtol=0)
    np.testing.assert_allclose(found.moment_arm_m[each, own], arms, atol=ARM_M, rtol=0)


@given(poses, st.sampled_from(hip.VARIANTS))
@settings(max_examples=60, deadline=None)
def test_a_moment_arm_is_how_fast_the_line_shortens(pose, variant):
    found = hip.solve(*pose, variant=variant)
    clear = (
        np.abs(found.clearance_m[0] - 0.024) > 2e-4
    )  # the slope has a corner where the line meets the head
    sine = np.array([_sine(line, pose) for line in hip.LINES])
    clear &= (variant == "via") | (sine > 0.05)  # and no slope where it passes the very centre
    for axis in range(3):
        step = np.zeros(4)
        step[axis] = 1e-3
        longer, shorter = (hip.solve(*(pose + sign * step), variant=variant).length_m[0] for sign in (1, -1))
        slope = -(longer - shorter) / np.deg2rad(2e-3)
        np.testing.assert_allclose(found.moment_arm_m[0, clear, axis], slope[clear], atol=2e-5)


def _sine(line: str, pose) -> float:
    points = hip.path_points(line, *pose)
    count = len(load().hip_lines[line].points)
    pelvis = sum(point.body == "pelvis" for point in load().hip_lines[line].points)
    assert len(points) == count
    a, b = points[pelvis - 1], points[pelvis]
    return float(np.linalg.norm(np.cross(a, b)) / np.linalg.norm(a) / np.linalg.norm(b))


@given(poses)
@settings(max_examples=60, deadline=None)
def test_the_head_makes_no_line_shorter_and_lets_none_through(pose):
    straight, over = (hip.solve(*pose, variant=variant) for variant in hip.VARIANTS)
    gained = over.length_m - straight.length_m
    assert (gained >= -1e-12).all()
    assert ((gained > 0) <= (straight.clearance_m < 0.024)).all()
    for line in hip.LINES:
        path = hip.path_points(line, *pose, variant="head24")
        assert np.linalg.norm(_filled(path), axis=1).min() > 0.024 - 4e-4  # chords of the drawn arc


def _filled(path: np.ndarray) -> np.ndarray:
    shares = np.linspace(0, 1, 12)[:, None]
    parts = [a + shares * (b - a) for a, b in itertools.pairwise(path)]
    return np.concatenate(parts)


@given(poses, st.sampled_from(EVERY), st.sampled_from(hip.VARIANTS))
@settings(max_examples=80, deadline=None)
def test_the_drawn_path_is_as_long_as_the_line(pose, line, variant):
    path = hip.path_points(line, *pose, variant=variant)
    drawn = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    length = hip.solve(*pose, variant=variant, lines=(line,)).length_m[0, 0]
    assert drawn == pytest.approx(length, abs=3e-4 if variant == "head24" else 1e-12)


def test_the_rotation_is_rigid_and_in_the_stated_order():
    turned = hip.rotation([10, 90, -20], [5, -30, 25], [40, -45, 0])
    np.testing.assert_allclose(
        turned @ turned.transpose(0, 2, 1), np.broadcast_to(np.eye(3), (3, 3, 3)), atol=1e-12
    )
    for angles in ((35, 0, 0), (0, 35, 0), (0, 0, 35)):
        axis = hip.axes(*angles)[np.flatnonzero(angles)[0]]
        np.testing.assert_allclose(hip.rotation(*angles) @ axis, axis, atol=1e-12)
    # Raising the knee sideways abducts, which is negative; the foot turns in with positive rotation.
    assert (hip.rotation(0, -30, 0) @ [0, -1, 0])[2] > 0.4
    assert (hip.rotation(0, 0, 30) @ [1, 0, 0])[2] < -0.4


def test_the_published_signs_of_the_piriformis():
    found = hip.solve([0, 57, 90], lines=("piri",))
    arms = found.moment_arm_m[:, 0, 2] * 1000
    assert arms[0] == pytest.approx(-29, abs=1) and arms[2] == pytest.approx(15, abs=1) and abs(arms[1]) < 0.5


def test_reversals_of_the_table_are_those_of_the_model():
    for row in load().hip_reversals.values():
        if row.model != "this pack" or row.reversal_flexion_deg is None:
            continue
        sides = row.reversal_flexion_deg + np.array([-1.0, 1.0])
        arms = hip.solve(sides, row.adduction_deg, row.rotation_deg, lines=(row.line_id,)).moment_arm_m[
            :, 0, 2
        ]
        assert arms[0] * arms[1] < 0, row.id


def test_poses_beyond_the_usual_range_are_computed_and_flagged():
    found = hip.solve([0, 111, 0, 0, 0], [0, 0, 26, 0, 0], [0, 0, 0, -46, 0], [0, 0, 0, 0, 121])
    assert found.usual.tolist() == [True, False, False, False, False]
    assert np.isfinite(found.length_m).all() and np.isfinite(found.moment_arm_m).all()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (([0, np.inf], 0), r"pose 2: flexion_deg is inf; give a finite number of degrees"),
        ((0, [1, 2, np.nan]), r"pose 3: adduction_deg is nan"),
        (([0, "ten"], 0), r"pose 2: flexion_deg is 'ten'"),
        (([0, None], 0), r"pose 2: flexion_deg is (None|nan)"),
        (([0, 1], [0, 1, 2]), r"differ in number \(flexion_deg 2, adduction_deg 3"),
    ],
)
def test_bad_angles_are_refused_with_the_pose_named(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        hip.solve(*arguments)


def test_unknown_names_are_refused_with_the_nearest():
    with pytest.raises(KeyError, match=r"did you mean .*'gmed1'"):
        hip.solve(0, lines=("gmed",))
    with pytest.raises(ValueError, match="head24"):
        hip.solve(0, variant="head")


def test_many_poses_are_what_each_is_alone():
    generator = np.random.default_rng(5)
    many = generator.uniform(-40, 100, (2 * hip.CHUNK + 3, 3))
    found = hip.solve(*many.T, variant="head24")
    for row in (0, hip.CHUNK - 1, hip.CHUNK, 2 * hip.CHUNK + 2):
        alone = hip.solve(*many[row], variant="head24")
        np.testing.assert_array_equal(found.length_m[row], alone.length_m[0])
