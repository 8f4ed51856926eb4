"""The raster: where cells lie, what a polygon covers, and runs."""

import numpy as np
import pytest

from gluteal.models import raster
from gluteal.plates import load_plate


def test_areas_of_known_shapes_are_theirs():
    on = raster.grid("posterior")
    square = [(0.5, 0.5), (90.5, 0.5), (90.5, 60.5), (0.5, 60.5)]
    triangle = [(0, 0), (90, 0), (0, 120)]
    assert raster.coverage(square, on).sum() * 36 == pytest.approx(90 * 60, rel=1e-9)
    assert raster.coverage(triangle, on).sum() * 36 == pytest.approx(90 * 120 / 2, rel=1e-3)
    angles = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    circle = np.column_stack([50 * np.cos(angles), 50 * np.sin(angles)])
    assert raster.coverage(circle, on).sum() * 36 == pytest.approx(np.pi * 2500, rel=2e-3)


def test_a_hole_is_not_covered_and_the_way_round_does_not_matter():
    on = raster.grid("posterior")
    outer, hole = [(0, 0), (60, 0), (60, 60), (0, 60)], [(12, 12), (24, 12), (24, 24), (12, 24)]
    assert raster.coverage([outer, hole], on).sum() * 36 == pytest.approx(3600 - 144)
    assert np.array_equal(raster.coverage(outer, on), raster.coverage(outer[::-1], on))


def test_a_cell_at_the_edge_counts_from_half():
    on = raster.grid("posterior")
    x, y = on.left_mm + 46 * 6, on.top_mm + 50 * 6
    half = [(x, y), (x + 9, y), (x + 9, y + 6), (x, y + 6)]
    less = [(x, y), (x + 8.9, y), (x + 8.9, y + 6), (x, y + 6)]
    assert raster.cells(half, on).sum() == 2 and raster.cells(less, on).sum() == 1
    assert raster.coverage(half, on)[50, 47] == pytest.approx(0.5)


def test_a_shape_smaller_than_a_cell_is_not_lost():
    on = raster.grid("posterior")
    assert raster.cells([(0, 0), (1, 0), (1, 1), (0, 1)], on).sum() == 1


def test_what_reaches_over_the_edge_of_the_chart_is_cut_off():
    on = raster.grid("posterior")
    assert raster.coverage([(-1000, -1000), (1000, -1000), (1000, 2000), (-1000, 2000)], on).sum() == on.size
    assert not raster.cells([(900, 0), (960, 0), (960, 60)], on).any()


@pytest.mark.parametrize("chart", raster.CHARTS)
def test_cells_on_the_body_have_the_area_of_its_outline(chart):
    on = raster.grid(chart)
    body = load_plate(f"body-{on.view}").structures["body"]
    assert raster.inside(chart).sum() * 36 == pytest.approx(body.area_mm2, rel=0.01)


@pytest.mark.parametrize("chart", raster.CHARTS)
def test_a_mirrored_chart_is_the_same_body(chart):
    other = raster.MIRRORED[chart]
    assert np.array_equal(raster.inside(chart)[:, ::-1], raster.inside(other))
    assert np.array_equal(raster.of_side(chart, "right")[:, ::-1], raster.of_side(other, "left"))
    sides = [raster.of_side(chart, side) for side in raster.SIDES]
    assert not (sides[0] & sides[1]).any() and np.array_equal(sides[0] | sides[1], raster.inside(chart))


@pytest.mark.parametrize(("chart", "midline_mm"), [("posterior", -82), ("anterior", 82)])
def test_no_cell_lies_on_both_sides_of_the_midline(chart, midline_mm):
    on = raster.grid(chart)
    assert np.abs(on.x_mm - midline_mm).min() == pytest.approx(raster.CELL_MM / 2)


def test_the_right_side_is_where_the_charts_say():
    hip = {"posterior": (0, 0), "anterior": (0, 0), "lateral-right": (0, 0)}
    for chart, (x, y) in hip.items():
        on = raster.grid(chart)
        row, column = np.abs(on.y_mm - y).argmin(), np.abs(on.x_mm - x).argmin()
        assert raster.of_side(chart, "right")[row, column], chart


def test_the_left_lateral_chart_shows_shapes_mirrored():
    shape = [(30, 0), (60, 0), (60, 90), (30, 90)]
    right, left = (raster.cells(shape, raster.grid(f"lateral-{side}")) for side in raster.SIDES)
    assert right.any() and np.array_equal(left, right[:, ::-1])


@pytest.mark.parametrize("seed", range(20))
def test_runs_there_and_back(seed):
    random = np.random.default_rng(seed)
    cells = random.integers(0, 4, (13, 17)) * random.integers(0, 2, (13, 17))
    assert np.array_equal(raster.from_runs(raster.runs(cells), cells.shape), cells)


def test_runs_of_nothing_and_of_everything():
    assert raster.runs(np.zeros((3, 4))) == [] and not raster.from_runs([], (3, 4)).any()
    assert raster.runs(np.ones((3, 4))) == [0, 12, 1]


@pytest.mark.parametrize("ask", [lambda: raster.grid("back"), lambda: raster.of_side("posterior", "both")])
def test_an_unknown_name_is_answered_with_those_there_are(ask):
    with pytest.raises(raster.RasterError, match=r"posterior, anterior|right, left"):
        ask()
