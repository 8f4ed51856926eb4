"""Sums over many drawings: each drawing counts once, on the cells it paints, whatever the order."""

import numpy as np
import pytest

from gluteal.models import raster
from gluteal.models.drawing_frequency import Tally
from gluteal.models.pain_drawing import PainDrawing
from tests.models.referral_samples import BUTTOCK, SIDE, drawing, random_drawing


def summed(drawings, one_side=False):
    """Return the sums over drawings."""
    tally = Tally(one_side)
    for made in drawings:
        tally.add(made)
    return tally.frequencies()


def test_counts_are_those_of_the_drawings():
    random = np.random.default_rng(5)
    drawings = [random_drawing(random) for _ in range(20)]
    found = summed(drawings)
    for chart in raster.CHARTS:
        assert np.array_equal(
            found.counts[chart], sum((one.cells(chart) > 0).astype(int) for one in drawings)
        )
    again = summed(drawings[::-1])
    assert all(np.array_equal(again.counts[chart], found.counts[chart]) for chart in raster.CHARTS)
    assert again.by_region == found.by_region


def test_intensity_does_not_count_and_empty_drawings_do():
    weak, strong = (drawing(("posterior", BUTTOCK), intensity=one) for one in (1, 10))
    found = summed([weak, strong, PainDrawing(), PainDrawing()])
    assert (found.n, found.empty, found.beside, found.highest) == (4, 2, 0, 0.5)


def test_sides_are_told_apart_and_can_be_laid_over_each_other():
    right = drawing(("posterior", BUTTOCK), ("lateral-right", SIDE))
    both = right.painted("posterior", right.mirrored().cells("posterior") > 0)
    apart = summed([right, right.mirrored(), both])
    region = "middle-buttock"
    assert (apart.by_region["right", region], apart.by_region["left", region]) == (2, 2)
    laid = summed([right, right.mirrored(), both], one_side=True)
    assert laid.by_region["right", region] == 3 and laid.highest == 1
    assert set(laid.counts) == {"posterior", "anterior", "lateral-right"}
    assert np.array_equal(laid.counts["posterior"], 3 * (right.cells("posterior") > 0))
    assert np.array_equal(laid.counts["lateral-right"], 3 * (right.cells("lateral-right") > 0))


@pytest.mark.parametrize("seed", range(5))
def test_laid_over_each_other_left_and_right_do_not_matter(seed):
    random = np.random.default_rng(seed)
    drawings = [random_drawing(random) for _ in range(5)]
    one, other = summed(drawings, True), summed([made.mirrored() for made in drawings], True)
    assert all(np.array_equal(one.counts[chart], other.counts[chart]) for chart in one.counts)
    assert one.by_region == other.by_region


def test_mirrored_drawings_give_mirrored_regions():
    made = random_drawing(np.random.default_rng(2), spots=12)
    there, back = summed([made]).by_region, summed([made.mirrored()]).by_region
    assert any(there.values())
    assert all(
        back["left" if side == "right" else "right", key] == count for (side, key), count in there.items()
    )


def test_a_touched_region_needs_a_few_cells():
    few, enough = (drawing(("posterior", (46, 60, width, 1))) for width in (3, 4))
    assert summed([few]).by_region["right", "middle-buttock"] == 0
    assert summed([enough]).by_region["right", "middle-buttock"] == 1


def test_paint_beside_the_body_is_counted_as_such():
    corner = np.zeros(raster.grid("anterior").shape, dtype=bool)
    corner[0, 0] = True
    found = summed([PainDrawing().painted("anterior", corner)])
    assert (found.beside, found.empty, found.highest) == (1, 0, 0)


def test_without_a_drawing_there_are_no_shares():
    with pytest.raises(ValueError, match="no drawing"):
        summed([]).shares("posterior")
