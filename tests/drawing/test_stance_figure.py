"""The figure that stands on one leg: it holds together, stands on the floor and moves the right way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.drawing.stance_parts import parts
from gluteal.drawing.stance_rig import BONES, rig
from gluteal.models.stance import PARTS, Posture, solve
from gluteal.models.stance_values import HANDS, limits

POSTURES = st.builds(
    Posture, **{part: st.floats(*limits(part)) for part in PARTS}, stick_hand=st.sampled_from(HANDS)
)


def joints(posture):
    held, sticks = solve(posture), posture.stick_pct > 0
    grips = [float(sticks and posture.stick_hand == hand) for hand in HANDS]
    hands = (held.hand_opposite_m, held.hand_same_m, held.stick_m)
    return rig(posture.lean_deg, posture.drop_deg, held.foot_m, *hands, *grips)


def matrices(posture):
    found = joints(posture)
    return np.array([[float(found[f"{bone}_{key}"]) for key in "abcdef"] for bone in BONES])


def part(name):
    return next(one for one in parts() if one.name == name)


def test_every_point_is_held_wholly():
    for one in parts():
        assert np.allclose(one.weights.sum(axis=1), 1) and one.weights.min() >= -1e-12, one.name


@given(POSTURES)
def test_the_figure_is_drawn_in_every_posture(posture):
    drawn = matrices(posture)
    for one in parts():
        assert np.isfinite(one.posed(drawn)).all(), one.name


@given(POSTURES)
def test_the_standing_foot_stays_on_the_floor_and_the_other_above_it(posture):
    drawn = matrices(posture)
    assert part("trunk").posed(drawn)[:, 1].max() == pytest.approx(840, abs=2)
    assert part("lifted-leg").posed(drawn)[:, 1].max() < 830


@given(POSTURES)
def test_the_foot_stands_below_the_place_of_balance(posture):
    assert float(joints(posture)["hip_x"]) == pytest.approx(1000 * solve(posture).foot_m, abs=1e-6)


@given(POSTURES)
def test_hands_that_hang_are_where_the_model_has_them(posture):
    held, found = solve(posture), joints(posture)
    for hand, lever in zip(HANDS, (held.hand_opposite_m, held.hand_same_m), strict=True):
        if posture.stick_pct == 0 or posture.stick_hand != hand:
            assert float(found["hip_x"] - found[f"hand_{hand}_x"]) == pytest.approx(1000 * lever, abs=1e-6)


def test_the_trunk_leans_and_the_pelvis_drops():
    head = part("hair")
    upright, leaning = (head.posed(matrices(Posture(lean_deg=lean)))[:, 0].mean() for lean in (0, 20))
    assert leaning > upright + 100
    bone = part("bone-hip-bone-right-left")
    level, dropped = (bone.posed(matrices(Posture(drop_deg=drop)))[:, 1].mean() for drop in (0, 10))
    assert dropped > level + 15
