"""The figure that stands on one leg: it holds together, stands on the floor and moves the right way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.catalogue import load
from gluteal.drawing import single_leg_stance
from gluteal.drawing.stance_marks import force_arrows
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


# --- the figures --------------------------------------------------------------------------------------------


def texts(ax):
    return " ".join(one.get_text().replace("\n", " ") for one in ax.texts)


def test_the_free_body_says_the_numbers_of_the_model():
    held, said = solve(Posture()), texts(single_leg_stance.free_body())
    assert f"{held.body_n:.0f} N × {held.lever_m * 100:.1f} cm = {held.moment_nm:.0f} N m" in said
    for times in (held.body_n / held.weight_n, held.abductor_bw, held.joint_bw):
        assert f"{times:.1f} × body weight" in said


@pytest.mark.parametrize("case", [name for name, _ in single_leg_stance.CASES])
def test_each_way_to_stand_shows_what_is_asked_and_what_is_there(case):
    held, said = (
        solve(single_leg_stance.posture_of(case)),
        texts(single_leg_stance.trendelenburg_compensations()),
    )
    there = held.available_n / held.weight_n
    assert f"Abductors: {held.abductor_bw:.1f} asked, {there:.1f} there" in said
    assert f"Hip joint: {held.joint_bw:.1f} × body weight" in said
    assert "{" not in said


@pytest.mark.parametrize("posture", [Posture(), Posture(drop_deg=10), Posture(lean_deg=20, stick_pct=10)])
def test_arrows_are_to_one_scale_and_turn_as_the_forces_do(posture):
    held, arrows = solve(posture), force_arrows(posture, 100.0)
    for name, newtons in (("body", held.body_n), ("abductors", held.abductor_n), ("joint", held.joint_n)):
        start, end = (np.array(place) for place in arrows[name])
        assert np.linalg.norm(end - start) == pytest.approx(100 * newtons / held.weight_n)
    vectors = [np.subtract(*reversed(arrows[name])) for name in arrows]
    assert np.abs(np.sum(vectors, axis=0)).max() < 1e-6, "the arrows close to a polygon"


@pytest.mark.parametrize("name", [single_leg_stance.FREE_BODY, single_leg_stance.COMPENSATIONS])
def test_the_text_twin_has_the_figures_of_the_model(name):
    twin = load().figures[name].text
    cases = single_leg_stance.CASES if name == single_leg_stance.COMPENSATIONS else (("strong", {}),)
    for case, _ in cases:
        held = solve(single_leg_stance.posture_of(case))
        assert f"{held.abductor_bw:.1f}" in twin and f"{held.joint_bw:.1f}" in twin, case
