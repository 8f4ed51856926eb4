"""Charts of a class's results, and pain drawings for paper."""

import re

import numpy as np
import pytest

from gluteal.drawing.class_results import POOR, Row, Spot, item_map, shares_chart
from gluteal.drawing.painted_body import painted_chart_svg
from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing


def texts(figure):
    """Return every word on a figure."""
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def test_each_objective_has_its_share_and_interval_where_they_are():
    rows = [Row("01 · A", "Name", 0.8, 0.7, 0.9, 30), Row("01 · A", "Tell", 0.4, None, None, 3)]
    [ax] = shares_chart(rows).axes
    points = [line.get_xdata()[0] for line in ax.lines if line.get_marker() == "o"]
    bars = [tuple(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2]
    assert points == pytest.approx([80, 40]) and bars == [pytest.approx((70, 90))]
    assert texts(shares_chart(rows)).count("01 · A") == 1


def test_poor_questions_are_named_and_marked_by_shape_and_colour():
    spots = [Spot("01-good", 0.9, 0.4), Spot("01-poor", 0.5, POOR - 0.2), Spot("01-hard", 0.1, 0.5)]
    figure = item_map(spots)
    assert {"01-poor", "01-hard"} <= set(texts(figure))
    markers = {line.get_marker(): line.get_color() for line in figure.axes[0].lines}
    assert set(markers) == {"o", "D"} and markers["o"] != markers["D"]


def test_names_on_the_map_do_not_cover_each_other():
    spots = [Spot(f"01-question-{number}", 0.5, 0.01 + number / 1000) for number in range(8)]
    figure = item_map(spots)
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts if "question" in text.get_text()]
    assert len(boxes) >= 2 and not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


@pytest.mark.parametrize("chart", raster.CHARTS)
def test_paint_lies_where_it_was_painted(chart):
    cells = np.zeros(raster.grid(chart).shape, bool)
    cells[100:110, 20:30] = True
    svg = painted_chart_svg(PainDrawing().painted(chart, cells, 8), chart)
    light, dark = re.findall(r'<path d="(M[^"]+)" fill="#\w+" fill-opacity', svg)
    assert light == dark, "all of it is strong"
    x, y = np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", light), float).T
    on = raster.grid(chart)
    columns = on.x_mm[20:30] if not on.is_mirrored else on.x_mm[::-1][20:30]
    assert (x.min(), x.max()) == pytest.approx((columns.min() - 3, columns.max() + 3))
    assert (y.min(), y.max()) == pytest.approx((on.y_mm[100] - 3, on.y_mm[109] + 3))
    assert ("scaleX(-1)" in svg) == on.is_mirrored


def test_mild_pain_has_one_tone():
    svg = painted_chart_svg(PainDrawing({"posterior": (7272, 3, 5)}), "posterior")
    assert svg.count("fill-opacity") == 1
