"""The palpation model: the same trials everywhere, and the properties that the trainer teaches."""

import hashlib
import math
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from gluteal.catalogue import load
from gluteal.models import palpation_pain as pain
from gluteal.models import palpation_response as response
from gluteal.models.palpation_chance import Chance
from gluteal.models.palpation_score import judge, tally
from gluteal.models.palpation_trial import KINDS, draw_trial, fibre_direction_deg, nodule_radius_mm
from gluteal.models.palpation_values import MUSCLES, reach_force_n, value

FORCES = np.linspace(0, value("force-most"), 81)


def line_through(trial, degrees, reach=25):
    """Places on a line through the spot, so many degrees from the fibres, and the direction of the line."""
    u, _ = trial.along_across(*trial.spot_mm)
    bow = math.degrees(math.atan(2 * trial.bend_mm * float(u) / 60**2))
    way = trial.angle_deg + bow + degrees
    steps = np.linspace(-reach, reach, 201)
    x, y = (
        place + steps * part
        for place, part in zip(
            trial.spot_mm, (math.cos(math.radians(way)), math.sin(math.radians(way))), strict=True
        )
    )
    return x, y, way


def height(curve):
    return float(curve.max() - curve.min())


def test_a_trial_is_the_same_on_every_computer():
    assert [Chance(seed, "piriformis").uniform("place") for seed in (0, 3, 2**63)] == pytest.approx(
        [0.0789821311169, 0.7974461223523, 0.7021137872989], abs=1e-9
    )
    said = "|".join(repr(draw_trial(seed, muscle)) for seed in range(60) for muscle in MUSCLES)
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == "ef2f25f636b265f4"


def test_muscles_do_not_share_their_secrets():
    places = {draw_trial(7, muscle, "active").spot_mm for muscle in MUSCLES}
    assert len(places) == len(MUSCLES)


@pytest.mark.parametrize("muscle", MUSCLES)
def test_kinds_come_as_often_as_stated(muscle):
    counts = Counter(draw_trial(seed, muscle).kind for seed in range(2000))
    for kind in KINDS:
        stated = value(f"share-{kind}") / 100
        spread = 3.3 * math.sqrt(stated * (1 - stated) / 2000)
        assert counts[kind] / 2000 == pytest.approx(stated, abs=spread), kind
    assert sum(value(f"share-{kind}") for kind in KINDS) == 100


def test_a_share_of_trials_has_no_trigger_point():
    absent = np.mean([not draw_trial(seed).has_trigger_point for seed in range(2000)])
    assert absent == pytest.approx(0.42, abs=0.035)


def test_only_some_latent_spots_refer_but_every_active_one():
    latent = [draw_trial(seed, kind="latent").refers for seed in range(1500)]
    assert np.mean(latent) == pytest.approx(value("refers-latent") / 100, abs=0.04)
    assert all(draw_trial(seed, kind="active").refers for seed in range(200))


@pytest.mark.parametrize("muscle", MUSCLES)
def test_fibres_run_as_on_the_plate_and_spots_lie_inside_the_patch(muscle):
    for seed in range(300):
        trial = draw_trial(seed, muscle)
        assert abs(trial.angle_deg - fibre_direction_deg(muscle)) <= value("angle-spread") + 0.1
        assert 18 <= trial.spot_mm[0] <= 102 and 18 <= trial.spot_mm[1] <= 72


def test_the_band_runs_through_the_spot():
    for seed in range(200):
        trial = draw_trial(seed, kind="active")
        assert float(trial.along_across(*trial.spot_mm)[1]) == pytest.approx(trial.band_v_mm, abs=0.01)


def test_the_nodule_has_the_area_that_was_measured():
    area = load().statements["imaging-ultrasound-area"].value
    assert math.pi * nodule_radius_mm() ** 2 == pytest.approx(area * 100)


def test_normal_muscle_gives_a_nearly_flat_curve():
    for seed in range(100):
        trial = draw_trial(seed, kind="normal")
        curves = [
            response.resistance(trial, *line_through(trial, way)[:2], 8, line_through(trial, way)[2])
            for way in (0, 90)
        ]
        assert max(map(height, curves)) < 0.55 * value("band-firmness-least")


@pytest.mark.parametrize("muscle", MUSCLES)
def test_a_band_shows_across_and_hardly_along(muscle):
    for seed in range(100):
        trial = draw_trial(seed, muscle, "band-only")
        u = np.linspace(-25, 25, 101)
        trial = replace(trial, spot_mm=place_on(trial, 0.0))
        force = reach_force_n(muscle) * 1.3
        across = line_through(trial, 90)
        ridge = height(response.resistance(trial, *across[:2], force, across[2]))
        along = np.array([place_on(trial, float(one)) for one in u]).T
        level = height(response.resistance(trial, *along, force))
        assert ridge > 1.2 and level < 0.05 * ridge


def place_on(trial, u):
    """Where the band lies, u along it; x and y."""
    a = math.radians(trial.angle_deg)
    v = trial.band_v_mm + trial.bend_mm * (u / 60) ** 2
    return 60 + u * math.cos(a) - v * math.sin(a), 45 + u * math.sin(a) + v * math.cos(a)


def test_a_ridge_is_felt_only_with_enough_and_not_too_much_force():
    trial = draw_trial(1, kind="active")
    x, y, way = line_through(trial, 90)
    ridge = {force: height(response.resistance(trial, x, y, force, way)) for force in (0, 1, 8, 20)}
    assert ridge[0] == 0 and ridge[1] < 0.1 * ridge[8] and ridge[20] < 0.6 * ridge[8]


def test_a_deeper_muscle_needs_more_force():
    assert response.contrast(4, "gluteus-maximus") > 0.9 > 0.3 > response.contrast(4, "piriformis")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("muscle", MUSCLES)
def test_pain_rises_with_force_and_falls_with_distance(kind, muscle):
    distances = np.linspace(0, 60, 121)
    for told in (pain.tenderness, pain.own_pain):
        table = told(kind, muscle, distances[None, :], FORCES[:, None])
        assert (np.diff(table, axis=0) >= 0).all() and (np.diff(table, axis=1) <= 0).all()
        assert table.min() == 0 and table.max() <= 10


def test_without_a_spot_no_pain_is_recognised_or_referred():
    x, y = np.meshgrid(np.linspace(0, 120, 13), np.linspace(0, 90, 10))
    for kind in ("band-only", "normal"):
        trial = draw_trial(5, kind=kind)
        for force in FORCES[::8]:
            assert not pain.recognises(trial, x, y, force).any()
            assert not pain.referral(trial, x, y, force).any()


def test_only_active_pain_is_recognised_and_not_when_everything_hurts():
    for kind in KINDS:
        trial = draw_trial(9, kind=kind)
        assert bool(pain.recognises(trial, *trial.spot_mm, 9)) == (kind == "active")
        assert not pain.recognises(trial, *trial.spot_mm, value("force-most"))


def test_an_active_spot_hurts_and_refers_at_less_force_than_a_latent_one():
    active, latent = draw_trial(2, kind="active"), replace(draw_trial(2, kind="latent"), refers=True)
    first = [
        next(force for force in FORCES if pain.referral(trial, *trial.spot_mm, force) > 0)
        for trial in (active, latent)
    ]
    assert first[0] < first[1] < value("hard-force")


def test_a_twitch_needs_place_speed_force_and_a_trigger_point():
    trial = draw_trial(4, kind="active")
    u = float(trial.along_across(*trial.spot_mm)[0])
    assert pain.can_twitch(trial, u, 8, 0.1)
    assert not pain.can_twitch(trial, u + 20, 8, 0.1)
    assert not pain.can_twitch(trial, u, 8, 0.5)
    assert not pain.can_twitch(trial, u, 2, 0.1) and not pain.can_twitch(trial, u, 19, 0.1)
    assert not any(pain.can_twitch(draw_trial(4, kind=kind), u, 8, 0.1) for kind in KINDS[2:])
    share = np.mean([draw_trial(seed).twitches for seed in range(300)])
    assert share == pytest.approx(value("twitch-share") / 100, abs=0.03)


def test_the_score_prefers_the_right_place_the_right_kind_and_few_presses():
    trial = draw_trial(1, kind="active")
    x, y = trial.spot_mm
    best = judge(trial, (x, y), "active", 4)
    assert best.points == 100
    assert (
        best.points
        > judge(trial, (x + 8, y), "active", 4).points
        > judge(trial, (x + 8, y), "latent", 4).points
    )
    assert best.points > judge(trial, (x, y), "active", 15).points
    assert judge(trial, (x + 12.9, y), "active").outcome == "hit"
    assert judge(trial, (x + 13, y), "active").outcome == "elsewhere"
    assert judge(trial, (x + 13, y), "active").points == 0 == judge(trial, None).points
    nothing = draw_trial(1, kind="tender-only")
    assert judge(nothing, nothing.spot_mm, "latent").outcome == "false-alarm"
    assert judge(nothing, None, presses=3).points == 100


def test_a_record_gives_sensitivity_and_specificity():
    outcomes = ["hit"] * 6 + ["elsewhere"] + ["miss"] * 3 + ["false-alarm"] + ["correct-rejection"] * 4
    found = tally({"outcome": outcome, "distance_mm": None} for outcome in outcomes)
    assert (found.sensitivity, found.specificity) == (0.6, 0.8)
    assert math.isnan(found.mean_distance_mm) and math.isnan(tally([]).sensitivity)


def test_what_makes_no_sense_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="'gluteus-medius', 'gluteus-maximus', 'piriformis'"):
        draw_trial(1, "biceps")
    with pytest.raises(ValueError, match="'active', 'latent', 'band-only'"):
        draw_trial(1, kind="swollen")
    for seed in (-1, 1.5, "3", True):
        with pytest.raises(ValueError, match="a seed is a whole number from 0"):
            draw_trial(seed)
    with pytest.raises(ValueError, match="presses is 0 or more"):
        judge(draw_trial(1), None, presses=-1)


def test_every_value_says_whether_a_source_gives_it():
    for one in load().palpation_trainer.values():
        assert (one.basis == "source") == bool(one.source_key), one.id
        if one.statement:
            assert one.statement.value == one.value and one.statement.unit == one.unit
            assert one.statement.source_key == one.source_key
