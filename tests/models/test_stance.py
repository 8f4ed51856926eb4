"""Standing on one leg: worked figures, equilibrium over random postures, limits, every effect's direction."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.catalogue import load
from gluteal.models import hip
from gluteal.models.formula import formula
from gluteal.models.stance import PARTS, Balance, Posture, lean_for_shift_deg, solve
from gluteal.models.stance_balance import balance
from gluteal.models.stance_body import free_body, resultant, standing_leg_centre_m, whole_body
from gluteal.models.stance_values import HANDS, limits, value
from gluteal.models.stance_verdict import SIGNS, VERDICTS, signs, verdict

POSTURES = st.builds(
    Posture,
    **{part: st.floats(*limits(part)) for part in PARTS},
    stick_hand=st.sampled_from(HANDS),
)
WORKED = [one for one in load().stance_worked.values() if one.basis == "computed"]


def posture_of(worked):
    return Posture(
        lean_deg=lean_for_shift_deg(worked.shift_m),
        stick_pct=worked.stick_pct,
        arm_change_pct=worked.arm_change_pct,
        width_change_pct=worked.width_change_pct,
    )


@pytest.mark.parametrize("worked", WORKED, ids=lambda one: one.id)
def test_the_worked_figures_come_out(worked):
    held = solve(posture_of(worked))
    assert held.lever_m == pytest.approx(worked.lever_m, abs=0.0006)
    assert held.abductor_bw == pytest.approx(worked.abductor_bw, abs=0.01)
    assert held.joint_bw == pytest.approx(worked.joint_bw, abs=0.012)
    assert held.tilt_deg == pytest.approx(worked.tilt_deg, abs=0.6)


@given(POSTURES, st.tuples(st.floats(-1, 1), st.floats(-1, 1)))
def test_forces_and_moments_cancel_about_any_point(posture, about_m):
    across, up, turn = resultant(free_body(posture), about_m)
    assert abs(across) < 1e-8 and abs(up) < 1e-8
    assert turn == pytest.approx(solve(posture).outer_nm, abs=1e-8)


@given(POSTURES)
def test_the_whole_body_is_balanced_over_its_foot(posture):
    assert np.abs(resultant(whole_body(posture))).max() < 1e-8


@given(POSTURES)
def test_the_standing_leg_hangs_half_way_to_the_centre_of_mass(posture):
    half_way = solve(posture).centre_m / 2
    assert standing_leg_centre_m(posture) == pytest.approx(half_way, abs=1e-9)


@given(POSTURES)
def test_a_posture_outside_the_hip_asks_nothing_of_the_abductors(posture):
    held = solve(posture)
    assert held.abductor_n >= 0 and held.outer_nm >= 0
    assert held.abductor_n == 0 or held.outer_nm == 0


@given(POSTURES)
def test_what_is_missing_is_what_is_asked_less_what_is_there(posture):
    held = solve(posture)
    assert held.passive_n == pytest.approx(max(held.abductor_n - held.available_n, 0))
    assert signs(posture)["holds"] == (held.passive_n == 0)


@given(POSTURES, st.floats(0.1, 5))
def test_each_effect_has_its_direction(posture, more):
    """More load on the lifted side, less lean, more drop, a shorter lever: never less force."""
    for part, way in (("load_opposite_kg", 1), ("lean_deg", -1), ("drop_deg", 1), ("arm_change_pct", -1)):
        low, high = limits(part)
        other = replace(posture, **{part: min(max(getattr(posture, part) + way * more, low), high)})
        assert solve(other).abductor_n >= solve(posture).abductor_n - 1e-6


def turning(posture):
    held = solve(posture)
    return held.moment_nm - held.outer_nm


@given(POSTURES, st.floats(0.5, 10))
def test_a_stick_relieves_in_the_other_hand_and_loads_in_the_same(posture, push):
    low, high = limits("stick_pct")
    free = replace(posture, stick_pct=low)
    pushed = replace(posture, stick_pct=min(low + push, high))
    way = np.sign(turning(pushed) - turning(free))
    assert way == (-1 if solve(posture).stick_m > 0 else 1)


@given(POSTURES)
def test_forces_scale_with_body_mass_when_nothing_is_carried(posture):
    bare = replace(posture, load_opposite_kg=0, load_same_kg=0, body_mass_kg=50)
    heavy = replace(bare, body_mass_kg=100)
    assert solve(heavy).abductor_n == pytest.approx(2 * solve(bare).abductor_n)
    assert solve(heavy).joint_bw == pytest.approx(solve(bare).joint_bw)


@given(POSTURES)
def test_the_lean_that_is_called_for_is_enough_and_no_more(posture):
    wanted = solve(posture).lean_needed_deg
    if not 0 < wanted < limits("lean_deg")[1]:
        return
    leaning = solve(replace(posture, lean_deg=wanted))
    assert leaning.moment_nm == pytest.approx(leaning.available_n * leaning.arm_m, abs=1e-6)


@given(POSTURES)
def test_the_push_that_is_called_for_is_enough_and_no_more(posture):
    free = replace(posture, stick_pct=0, stick_hand="opposite")
    wanted = solve(free).stick_needed_pct
    if not 0 < wanted < limits("stick_pct")[1]:
        return
    helped = solve(replace(free, stick_pct=wanted))
    assert helped.abductor_n == pytest.approx(helped.available_n, abs=1e-6)


def test_without_strength_only_passive_tissue_is_left():
    held = solve(Posture(strength_pct=0))
    assert held.available_n == 0 and held.passive_n == held.abductor_n
    assert verdict(Posture(strength_pct=0)) == "cannot"


def test_with_empty_hands_hands_do_not_matter():
    assert solve(Posture(stick_hand="same")).abductor_n == solve(Posture()).abductor_n
    assert solve(Posture()).load_opposite_nm == solve(Posture()).stick_nm == 0


def test_the_measured_joint_force_is_of_the_same_size():
    """Not the same: the model leaves muscles out, and two patients with implants are not everybody."""
    measured = load().stance_measurements["joint-force-standing"]
    assert solve(Posture()).joint_bw == pytest.approx(measured.value, rel=0.15)


@pytest.mark.parametrize("drop", range(0, 16))
def test_the_levers_are_those_of_the_computed_hip(drop):
    lines = ("gmed1", "gmed2", "gmed3", "gmin1", "gmin2", "gmin3")
    force = np.array([load().hip_lines[line].max_isometric_force_n for line in lines])
    arm = -hip.solve(0, drop, 0, lines=lines).moment_arm_m[0, :, 1]
    assert force.sum() == value("abductor-maximal-force")
    assert solve(Posture(drop_deg=drop)).arm_m == pytest.approx((arm * force).sum() / force.sum(), abs=2e-4)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "level"),
        ({"strength_pct": 30}, "cannot"),
        ({"strength_pct": 30, "drop_deg": 10}, "uncompensated"),
        ({"strength_pct": 30, "lean_deg": 20}, "compensated"),
        ({"strength_pct": 30, "stick_pct": 12}, "level-stick"),
        ({"lean_deg": 15}, "lean-free"),
        ({"drop_deg": 6}, "drop-free"),
        ({"lean_deg": 30, "load_same_kg": 25}, "outside"),
    ],
)
def test_the_verdict(change, said):
    assert verdict(Posture(**change)) == said


@given(POSTURES)
def test_there_is_always_a_verdict_with_words(posture):
    assert verdict(posture) in load().stance_verdicts


def test_verdicts_signs_and_words_fit_together():
    assert tuple(SIGNS) == VERDICTS
    assert set(load().stance_verdicts) == {*VERDICTS, "limits"}
    assert {sign for needed in SIGNS.values() for sign in needed} == set(signs(Posture()))


@pytest.mark.parametrize("preset", load().stance_presets.values(), ids=lambda one: one.id)
def test_a_preset_is_a_posture(preset):
    named = {one.name for one in fields(Posture)} & set(preset.__slots__)
    posture = Posture(**{name: getattr(preset, name) for name in named})
    assert len(named) == 8 and solve(posture).joint_n > 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"body_mass_kg": 500}, "body_mass_kg lies between 40 and 150"),
        ({"lean_deg": float("nan")}, "lean_deg is a number from -15 to 30"),
        ({"strength_pct": "strong"}, "strength_pct is a number from 0 to 100"),
        ({"drop_deg": True}, "drop_deg is a number"),
        ({"stick_hand": "left"}, "no hand 'left'"),
        ({"stick_hand": "oposite"}, "did you mean 'opposite'"),
    ],
)
def test_a_bad_posture_is_refused_in_a_sentence(change, words):
    with pytest.raises(ValueError, match=words):
        Posture(**change)


def test_no_lean_reaches_any_shift():
    with pytest.raises(ValueError, match="no lean moves the centre of mass"):
        lean_for_shift_deg(0.5)


def test_many_postures_at_once():
    columns = [np.full(5, number) for number in Posture().numbers]
    columns[2] = np.linspace(-10, 30, 5)
    many = balance(*columns)
    each = [balance(*(column[i] for column in columns)) for i in range(5)]
    assert np.allclose(many["joint_n"], [one["joint_n"] for one in each])


def test_the_arithmetic_can_travel_to_a_page():
    steps = formula(balance, [*PARTS, "side"])
    assert set(steps["outputs"]) >= {one.name for one in fields(Balance)} and len(steps["steps"]) < 200
