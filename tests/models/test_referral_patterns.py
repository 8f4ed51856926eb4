"""The overlap with the patterns of this pack: that its teaching weights are what their docstring says."""

import json
import zlib

import numpy as np
import pytest

from gluteal.catalogue.referral import referral_patterns
from gluteal.models import raster
from gluteal.models.overlap_tables import tables_for_page
from gluteal.models.pain_drawing import PainDrawing
from gluteal.models.pattern_cells import RIGHT_CHARTS, pattern_cells
from gluteal.models.referral_overlap import WEIGHTS, overlap
from gluteal.models.referral_rank import rank

PATTERNS = referral_patterns()
MOVES = ((2, 0), (-2, 0), (0, 2), (0, -2), (3, 3), (-3, -3))


def painted(cells):
    """Return a drawing of these cells of some charts."""
    made = PainDrawing()
    for chart, chosen in cells.items():
        made = made.painted(chart, chosen)
    return made


@pytest.mark.parametrize("key", list(PATTERNS))
def test_every_pattern_is_its_own_best_match_with_and_without_spillover(key):
    zones = pattern_cells(PATTERNS[key])
    for made in (painted(zones.essential), painted({chart: zones.of(chart) for chart in RIGHT_CHARTS})):
        assert overlap(made, PATTERNS[key]).score == 1
        assert overlap(made.mirrored(), PATTERNS[key], "left").score == 1
        assert rank(made, PATTERNS).matches[0].points == 100


def test_a_drawing_that_is_moved_a_little_stays_close_to_the_best():
    behind = []
    for key, pattern in PATTERNS.items():
        for move in MOVES:
            cells = np.roll(pattern_cells(pattern).essential["posterior"], move, axis=(0, 1))
            found = rank(PainDrawing().painted("posterior", cells), PATTERNS).of("right")
            behind += [found[0].points - one.points for one in found if one.pattern == key]
    assert 0.85 < np.mean(np.array(behind) <= WEIGHTS.close_points) < 0.98


def test_an_area_at_random_seldom_matches_well():
    random, on, best = np.random.default_rng(1), raster.grid("posterior"), []
    for _ in range(120):
        x, y = random.uniform(-60, 60), random.uniform(-250, 700)
        across, down = random.uniform(15, 45), random.uniform(15, 90)
        cells = ((on.x_mm - x) / across) ** 2 + ((on.y_mm[:, None] - y) / down) ** 2 < 1
        made = PainDrawing().painted("posterior", cells & raster.of_side("posterior", "right"))
        best += [one.points for one in rank(made, PATTERNS).matches[:1]]
    assert 0.1 < np.mean(np.array(best) >= WEIGHTS.low_points) < 0.4


def test_the_tables_of_all_patterns_are_small():
    text = json.dumps(tables_for_page(PATTERNS), separators=(",", ":"))
    assert len(zlib.compress(text.encode(), 9)) * 4 / 3 < 40_000
