"""The frequency map: its tones, its areas, what it says about the number of drawings."""

from itertools import pairwise

import numpy as np
import pytest

from gluteal.drawing.frequency_map import colours, frequency_map, share_marks, steps
from gluteal.models.drawing_frequency import Tally
from gluteal.models.pain_drawing import PainDrawing
from gluteal.svg_path import flatten
from tests.models.referral_samples import BUTTOCK, SIDE, box, drawing


def summed(*drawings, one_side=False):
    """Return the sums over drawings."""
    tally = Tally(one_side)
    for made in drawings:
        tally.add(made)
    return tally.frequencies()


def texts(figure):
    """Return everything that is written on a figure."""
    return " ".join(text.get_text() for ax in figure.axes for text in ax.texts)


@pytest.mark.parametrize("highest", [0, 0.004, 0.05, 0.051, 0.25, 0.6, 1])
@pytest.mark.parametrize("n", [1, 3, 40, 10_000])
def test_tones_reach_over_every_share_without_gap(highest, n):
    tones = steps(highest, n)
    assert tones[-1].up_to >= highest and tones[0].above <= 0.01
    assert all(one.up_to == other.above for one, other in pairwise(tones))


def test_tones_grow_darker_by_steps_that_grey_print_shows():
    grey = [np.dot([int(one[i : i + 2], 16) for i in (1, 3, 5)], [0.299, 0.587, 0.114]) for one in colours()]
    assert min(-np.diff(grey)) > 18


def test_an_area_is_where_it_was_painted():
    found = summed(drawing(("posterior", BUTTOCK)))
    (mark,) = share_marks("posterior", found, steps(1, 1)[-1:])
    left, top, right, bottom = [*box("posterior", BUTTOCK)[0], *box("posterior", BUTTOCK)[2]]
    points = np.vstack(flatten(mark.path))
    assert np.allclose([*points.min(axis=0), *points.max(axis=0)], [left, top, right, bottom], atol=0.1)


def test_the_left_side_lies_where_the_mirrored_chart_shows_it():
    right, left = (
        summed(drawing(("lateral-right", SIDE))),
        summed(drawing(("lateral-right", SIDE)).mirrored()),
    )
    tones = steps(1, 1)
    assert share_marks("lateral-left", left, tones) == share_marks("lateral-right", right, tones)
    ax = frequency_map(left).axes[3]
    assert ax.get_xlim()[0] > ax.get_xlim()[1]


def test_what_fewer_paint_is_paler():
    often, seldom = drawing(("posterior", BUTTOCK)), drawing(("posterior", (46, 57, 10, 20)))
    pale, dark = share_marks("posterior", summed(often, seldom, seldom, seldom), steps(1, 4))[-2:]
    assert dark.fill == colours()[-1] and pale.fill == colours()[-2]
    assert np.ptp(flatten(dark.path)[0][:, 1]) < np.ptp(flatten(pale.path)[0][:, 1])


def test_the_number_of_drawings_and_what_it_means_stand_on_the_map():
    small = texts(frequency_map(summed(drawing(("posterior", BUTTOCK)), PainDrawing(), one_side=True)))
    assert "n = 2 drawings, 1 of them without paint" in small and "Fewer than 5 drawings" in small
    assert "right side of the body" in small and "40 to 50 %" in small
    large = frequency_map(summed(*[drawing(("posterior", BUTTOCK))] * 5))
    assert "Fewer" not in texts(large) and len(large.axes) == 4


def test_drawings_without_paint_give_an_empty_map():
    assert "n = 1 drawing," in texts(frequency_map(summed(PainDrawing())))
