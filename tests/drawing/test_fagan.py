"""Fagan's nomogram as drawn: the lines of the model, straight, within the band, at the right heights."""

import pytest

from gluteal.catalogue.accuracy import accuracies
from gluteal.drawing.fagan import FOOT_PT, SCALES_PT, TOP_PT, Reading, fagan_nomogram
from gluteal.models.fagan import fagan_line


def share(y_pt):
    return (FOOT_PT - y_pt) / (FOOT_PT - TOP_PT)


def labelled(ax, label):
    return [line for line in ax.get_lines() if line.get_label() == label]


def test_three_straight_lines_run_where_the_model_says():
    ax = fagan_nomogram()
    found, rare = Reading("either-piriformis-martin2014", 0.3), 0.05
    ratios = found.after.lr_positive, found.after.lr_negative
    wanted = [fagan_line(rare, ratios[0]), fagan_line(0.3, ratios[1]), fagan_line(0.3, ratios[0])]
    for drawn, line in zip(labelled(ax, "line"), wanted, strict=True):
        left, middle, right = map(share, drawn.get_ydata())
        assert (left, middle, right) == pytest.approx((line.left, line.middle, line.right))
        assert middle == pytest.approx((left + right) / 2), "a ruler is straight"


def test_the_band_holds_the_line_of_the_positive_result():
    ax = fagan_nomogram()
    band = next(one for one in ax.collections if one.get_label() == "band")
    ends = [y for x, y in band.get_paths()[0].vertices if x == SCALES_PT[2]]
    line = labelled(ax, "line")[-1].get_ydata()[-1]
    assert min(ends) < line < max(ends)


@pytest.mark.parametrize("test", [one.id for one in accuracies() if one.sensitivity_interval_pct])
def test_every_test_with_an_interval_can_be_drawn(test):
    assert labelled(fagan_nomogram(test=test), "line")
