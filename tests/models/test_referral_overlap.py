"""The overlap of a drawing and a pattern: what has to hold for every drawing."""

from dataclasses import replace

import numpy as np
import pytest

from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing
from gluteal.models.pattern_cells import RIGHT_CHARTS, pattern_cells
from gluteal.models.referral_overlap import WEIGHTS, OverlapWeights, half, overlap
from tests.models.referral_samples import BELOW, BUTTOCK, SIDE, box, drawing, pattern, random_drawing, zone

ESSENTIAL, SPILLOVER = ("posterior", BUTTOCK), ("posterior", BELOW)
PLAIN = pattern(zone(*ESSENTIAL))
SPILLING = pattern(zone(*ESSENTIAL), zone(*SPILLOVER, "spillover"))
TWO_VIEWS = pattern(zone(*ESSENTIAL), zone("lateral-right", SIDE), zone(*SPILLOVER, "spillover"))
PATTERNS = (PLAIN, SPILLING, TWO_VIEWS)
UPPER_HALF = ("posterior", (46, 57, 10, 5))
ELSEWHERE = ("posterior", (46, 130, 6, 10))
SEEDS = range(15)


def random_cell(random, cells):
    """Return an array with one of these cells."""
    chosen = np.zeros(cells.shape, dtype=bool)
    chosen.flat[random.choice(np.flatnonzero(cells))] = True
    return chosen


@pytest.mark.parametrize("intensity", [1, 5, 10])
def test_identity(intensity):
    assert overlap(drawing(ESSENTIAL, intensity=intensity), PLAIN).score == 1
    assert overlap(drawing(ESSENTIAL, SPILLOVER, intensity=intensity), SPILLING).score == 1
    assert overlap(drawing(ESSENTIAL, intensity=intensity), SPILLING).score == 1, "spillover may be missing"
    whole = drawing(ESSENTIAL, ("lateral-right", SIDE), SPILLOVER, intensity=intensity)
    assert overlap(whole, TWO_VIEWS).score == 1


def test_the_measure_is_the_dice_coefficient_where_it_is_simple():
    found = overlap(drawing(UPPER_HALF), PLAIN)
    assert found.score == pytest.approx(2 * 50 / (50 + 100)) and found.points == 67
    assert (found.explained, found.covered, found.in_pattern, found.essential) == (1, 0.5, 1, 0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_drawing_and_pattern_can_be_exchanged_on_one_chart(seed):
    random = np.random.default_rng(seed)
    places = [
        (int(random.integers(40, 50)), int(random.integers(57, 70)), 8, int(random.integers(2, 15)))
        for _ in "ab"
    ]
    one, other = (("posterior", place) for place in places)
    there = overlap(drawing(one), pattern(zone(*other))).score
    assert there == pytest.approx(overlap(drawing(other), pattern(zone(*one))).score, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("own", PATTERNS)
def test_left_and_right_can_be_exchanged(seed, own):
    made = random_drawing(np.random.default_rng(seed))
    right, left = overlap(made, own, "right"), overlap(made.mirrored(), own, "left")
    assert replace(left, side="right") == right


@pytest.mark.parametrize("seed", SEEDS)
def test_only_how_intensities_compare_counts(seed):
    made = random_drawing(np.random.default_rng(seed), one_intensity=True)
    for strength in (1, 10):
        other = PainDrawing(
            {n: [v if i % 3 != 2 else strength for i, v in enumerate(r)] for n, r in made.charts.items()}
        )
        assert overlap(other, SPILLING).score == pytest.approx(overlap(made, SPILLING).score, abs=1e-12)


def test_strong_pain_in_the_pattern_counts_more_than_weak_pain_elsewhere():
    inside, outside = box(*UPPER_HALF), box(*ELSEWHERE)
    strong_inside = PainDrawing().painted("posterior", inside, 9).painted("posterior", outside, 2)
    strong_outside = PainDrawing().painted("posterior", inside, 2).painted("posterior", outside, 9)
    assert overlap(strong_inside, PLAIN).score > overlap(strong_outside, PLAIN).score + 0.05


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("own", PATTERNS)
def test_more_paint_in_the_essential_zone_never_lowers_the_score(seed, own):
    random = np.random.default_rng(seed)
    made, zones = random_drawing(random), pattern_cells(own)
    for _ in range(12):
        chart = random.choice([name for name in RIGHT_CHARTS if zones.essential[name].any()])
        more = made.painted(chart, random_cell(random, zones.essential[chart]), int(random.integers(1, 11)))
        assert overlap(more, own).score >= overlap(made, own).score - 1e-12
        made = more


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("own", PATTERNS)
def test_more_paint_outside_the_pattern_never_raises_the_score(seed, own):
    random = np.random.default_rng(seed)
    made, zones = random_drawing(random), pattern_cells(own)
    for _ in range(12):
        chart = random.choice(raster.CHARTS)
        free = ~zones.of(chart) if chart in RIGHT_CHARTS else np.ones(raster.grid(chart).shape, dtype=bool)
        more = made.painted(chart, random_cell(random, free), int(random.integers(1, 11)))
        assert overlap(more, own).score <= overlap(made, own).score + 1e-12
        made = more


@pytest.mark.parametrize("seed", SEEDS)
def test_scores_stay_between_0_and_1(seed):
    made = random_drawing(np.random.default_rng(seed), spots=9)
    for own in PATTERNS:
        found = overlap(made, own)
        assert all(0 <= getattr(found, name) <= 1 for name in ("score", "explained", "covered", "essential"))


def test_an_empty_drawing_and_one_beside_the_body_have_nothing_in_common_with_a_pattern():
    beside = PainDrawing().painted("posterior", ~raster.inside("posterior"))
    assert [overlap(made, SPILLING).score for made in (PainDrawing(), beside)] == [0, 0]


def test_paint_outside_every_zone_or_on_the_other_side_has_0():
    assert overlap(drawing(ELSEWHERE), SPILLING).score == 0
    assert overlap(drawing(ESSENTIAL), PLAIN, "left").score == 0
    assert overlap(drawing(("anterior", (20, 60, 9, 9))), SPILLING).score == 0


def test_everything_painted_is_low():
    whole = PainDrawing()
    for chart in raster.CHARTS:
        whole = whole.painted(chart, raster.inside(chart))
    for own in PATTERNS:
        found = overlap(whole, own)
        assert found.score < 0.1 and found.covered == 1


def test_paint_beside_the_body_changes_nothing():
    made = drawing(UPPER_HALF)
    assert overlap(made.painted("posterior", ~raster.inside("posterior")), PLAIN) == overlap(made, PLAIN)


def test_a_chart_left_empty_costs_nothing():
    back, side = drawing(ESSENTIAL), drawing(("lateral-right", SIDE))
    assert overlap(back, TWO_VIEWS).score == overlap(side, TWO_VIEWS).score == 1


def test_a_zone_seen_on_two_charts_counts_once():
    back, both = drawing(ESSENTIAL), drawing(ESSENTIAL, ("lateral-right", SIDE))
    assert overlap(both, TWO_VIEWS).score == overlap(back, TWO_VIEWS).score == 1
    half_painted = drawing(UPPER_HALF, ("lateral-right", (22, 57, 8, 4)))
    assert overlap(half_painted, TWO_VIEWS).covered == 0.5


def test_the_edge_of_a_zone_cannot_stand_for_the_zone():
    edge = ("lateral-right", (22, 57, 2, 2))
    own = pattern(zone(*ESSENTIAL), zone(*edge))
    assert overlap(drawing(edge), own).covered == pytest.approx(4 / 25)
    assert overlap(drawing(ESSENTIAL), own).score == 1


def test_spillover_alone_counts_less_than_the_essential_zone_of_the_same_size():
    same = ("posterior", (46, 67, 10, 10))
    own = pattern(zone(*ESSENTIAL), zone(*same, "spillover"))
    assert 0 < overlap(drawing(same), own).score < overlap(drawing(ESSENTIAL), own).score
    scores = [overlap(drawing(same), own, weights=replace(WEIGHTS, spillover=w)).score for w in (0.2, 0.5, 1)]
    assert scores == sorted(scores) and scores[0] < scores[-1]


@pytest.mark.parametrize("size", [1, 4, 15])
def test_paint_in_the_spillover_zone_only_stays_below_a_limit_however_large_the_zone(size):
    large = ("posterior", (46, 67, 10, 5 * size))
    own = pattern(zone(*ESSENTIAL), zone(*large, "spillover"))
    assert overlap(drawing(large), own).points == 67
    assert overlap(drawing(("posterior", (46, 67, 10, 5))), own).points <= 67


def test_where_zones_lie_over_each_other_the_essential_one_counts():
    own = pattern(zone("posterior", (44, 55, 14, 14), "spillover"), zone(*ESSENTIAL))
    zones = pattern_cells(own)
    assert zones.essential["posterior"].sum() == 100 and zones.spillover["posterior"].sum() == 96
    assert not (zones.essential["posterior"] & zones.spillover["posterior"]).any()


def test_a_pattern_of_spillover_only_is_compared_as_if_it_were_essential():
    only = pattern(zone(*ESSENTIAL, "spillover"))
    assert overlap(drawing(UPPER_HALF), only).score == overlap(drawing(UPPER_HALF), PLAIN).score


def test_a_zone_over_the_midline_is_cut_at_it():
    zones = pattern_cells(pattern(zone("posterior", (30, 57, 12, 4))))
    assert zones.essential["posterior"].sum() == 24 and not zones.essential["posterior"][:, :36].any()


def test_each_side_is_compared_for_itself():
    both = drawing(ESSENTIAL)
    both = both.painted("posterior", both.mirrored().cells("posterior") > 0)
    assert overlap(both, PLAIN, "right").score == overlap(both, PLAIN, "left").score == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"spillover": 0},
        {"spillover": 1.5},
        {"smallest_view": -1},
        {"too_much": 2},
        {"intensity": (1, 2)},
        {"intensity": (0,) * 10},
    ],
)
def test_impossible_weights_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        OverlapWeights(**wrong)


def test_an_unknown_side_is_refused():
    with pytest.raises(raster.RasterError, match="right, left"):
        half(PainDrawing(), "both")
