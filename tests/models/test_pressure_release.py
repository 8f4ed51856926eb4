"""Pressing and holding: limits, step size, and the stories that the lesson tells with the model."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.catalogue import load
from gluteal.models.formula import formula
from gluteal.models.pressure_release import STATES, press, slope, step, value
from gluteal.models.pressure_release_protocols import advance, corners, level_force_n, run, sign, signs

PROTOCOLS = list(load().pressure_release_protocols)
FORCES = st.lists(st.floats(0, 50), min_size=2, max_size=6)
GAPS = st.lists(st.floats(0.3, 8), min_size=5, max_size=5)


def path(forces, gaps):
    return [0.0, *np.cumsum(gaps[: len(forces) - 1])], forces


@settings(max_examples=12, deadline=None)
@given(FORCES, GAPS)
def test_every_state_stays_within_its_bounds(forces, gaps):
    trace = press(*path(forces, gaps), rest_s=2)
    for name in STATES:
        shown = getattr(trace, name)
        most = 10 if name == "pain" else 1
        assert np.all(np.isfinite(shown)) and shown.min() >= 0 and shown.max() <= most + 1e-9, name
    assert trace.resistance.min() >= 0 and trace.resistance.max() <= 10 and trace.threshold_n.min() > 0


@settings(max_examples=8, deadline=None)
@given(FORCES, GAPS)
def test_the_result_does_not_depend_on_the_step(forces, gaps):
    gaps = [round(gap, 1) for gap in gaps]
    fine, coarse = press(*path(forces, gaps), 0.0125), press(*path(forces, gaps), 0.05)
    for name in STATES:
        assert np.abs(getattr(fine, name)[::4] - getattr(coarse, name)).max() < 0.02, name


def test_the_numbers_follow_the_exact_solution_where_there_is_one():
    trace = press([0, 1e-3, 40], [0, 10, 10], 1e-3)
    aim = (10 - value("reach-force")) / (value("full-force") - value("reach-force"))
    # Pressed at once, so that the muscle guards; when that has gone, only yielding is left.
    late = trace.time_s > 35
    gone = 1 - trace.yielding[late] / aim
    rate = -np.polyfit(trace.time_s[late], np.log(gone), 1)[0]
    assert rate == pytest.approx(1 / value("loosen-time"), rel=0.02)


def test_the_hardest_press_held_long_reaches_the_ends_of_the_scales_and_stays_there():
    trace = press([0, 0.5, 180], [0, value("force-most"), value("force-most")])
    assert trace.pain.max() == pytest.approx(10, abs=1e-6) and trace.pain.max() <= 10
    assert trace.guarding.max() <= 1 and trace.irritation.max() <= 1 and trace.resistance.max() <= 10
    assert trace.threshold_n.min() > 0


def test_no_pressure_changes_nothing():
    trace = press([0, 60], [0, 0])
    assert all(np.all(getattr(trace, name) == 0) for name in STATES) and trace.gain_n == 0


@pytest.mark.parametrize("force", [-0.1, 50.1, float("nan")])
def test_a_force_outside_the_slider_is_refused_with_the_bounds(force):
    with pytest.raises(ValueError, match="0 to 50 N"):
        press([0, 1], [0, force])


@pytest.mark.parametrize("times", [[1, 2], [0, 0], [0, -1], [0, float("inf")], [0, 1, 2]])
def test_times_that_do_not_rise_from_zero_are_refused(times):
    with pytest.raises(ValueError, match="time"):
        press(times, [0, 1])


def test_pain_subsides_while_the_same_pressure_is_held():
    trace = press([0, 5, 65], [0, 27, 27])
    peak, last = trace.pain.max(), trace.pain[-1]
    assert peak > 2.5 and last < peak / 3
    assert np.all(np.diff(trace.resistance) <= 1e-9)


def test_more_pressure_gains_more_until_nothing_more_is_gained():
    gains = [press([0, 6, 126], [0, force, force]).gain_n for force in (10, 15, 20, 25, 30, 34)]
    assert np.all(np.diff(gains)[:4] > 0.5) and abs(gains[-1] - gains[-2]) < 0.2
    assert gains[-1] <= value("threshold-gain")


def test_too_hard_too_fast_and_too_short_gain_less_than_the_same_done_well():
    gain = {name: run(name).gain_n for name in PROTOCOLS}
    assert gain["too-hard"] < 0 < gain["too-short"] < gain["midway"] / 3
    assert gain["too-fast"] < gain["midway"]
    assert gain["stepwise"] == max(gain.values())


def test_a_push_brings_guarding_and_a_slow_press_to_the_same_force_none():
    force = level_force_n(0.8)
    assert press([0, 0.3, 3], [0, force, force]).guarding.max() > 0.3
    assert press([0, 6, 9], [0, force, force]).guarding.max() == 0


def test_what_is_held_longer_is_kept_longer():
    kept = [
        press([0, 4, 4 + hold, 5 + hold], [0, 25, 25, 0], rest_s=60).gain_n for hold in (5, 15, 30, 60, 90)
    ]
    assert np.all(np.diff(kept) > 0)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_ready_way_begins_and_ends_without_pressure_and_keeps_its_rate(name):
    times, forces = corners(name)
    one = load().pressure_release_protocols[name]
    assert forces[0] == forces[-1] == 0 and max(forces) <= value("force-most")
    assert (one.kind == "published") == bool(one.fact_id) and one.what and one.added
    if one.kind != "mistake":
        rates = np.diff(forces) / np.diff(times)
        assert rates.max() <= value("guard-rate") and run(name).irritation.max() == 0


@pytest.mark.parametrize(
    ("state", "force", "rate", "said"),
    [
        ((0, 0, 0, 0, 0), 0, 0, "none"), ((0, 0, 0, 0, 0), 3, 0, "light"), ((0, 0, 0, 0, 0), 20, 50, "fast"),
        ((8, 0, 0, 0.5, 0), 40, 0, "hard"), ((3, 0, 0, 0.5, 0), 30, 0, "guarded"),
        ((3, 0.2, 0, 0, 0), 25, 0, "hurting"), ((1, 0.1, 0, 0, 0), 20, 0, "yielding"),
        ((1, 0.58, 0.3, 0, 0), 20, 0, "settled"), ((1, 0.99, 0.8, 0, 0), 30, 0, "full"),
        ((0, 0.3, 0.1, 0, 1), 0, 0, "sore"), ((0, 0.3, 0.1, 0, 0), 0, 0, "short"),
        ((0, 0.3, 0.25, 0, 0), 0, 0, "kept"),
        ((1, 0.5, 0.3, 0, 0), 20, -20, "releasing"),
    ],
)  # fmt: skip
def test_what_happens_is_said(state, force, rate, said):
    assert sign(state, force, rate).id == said


def test_every_sign_has_words_and_every_word_a_sign():
    assert set(signs((0, 0, 0, 0, 0), 0, 0)) == set(load().pressure_release_signs)


def test_the_model_can_be_written_down_for_a_page():
    steps = formula(advance, [*STATES, "force_n", "next_force_n"])
    assert len(steps["steps"]) < 600 and set(STATES) <= set(steps["outputs"])


def test_arrays_are_computed_like_numbers():
    state = (3.0, 0.4, 0.2, 0.1, 0.1)
    many = step([np.array([one, one]) for one in state], 20.0, 21.0, 0.05)
    assert np.allclose([one[0] for one in many], step(state, 20.0, 21.0, 0.05))
    assert len(slope(state, 20, 0)) == len(STATES)


def test_a_value_is_a_teaching_value_or_names_its_source():
    for one in load().pressure_release.values():
        assert (one.basis == "source") == bool(one.source_key), one.id
