"""Small patterns and drawings for the tests: whole cells, so that areas are known exactly."""

from types import SimpleNamespace

import numpy as np

from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing

# In whole cells of the chart: left, top, columns, rows. All lie on the body.
BUTTOCK, BELOW, SIDE = (46, 57, 10, 10), (46, 67, 10, 20), (22, 57, 8, 8)


def box(chart, place):
    """Return the corners of a rectangle of cells, mm."""
    on = raster.grid(chart)
    left, top, columns, rows = place
    x, y = on.left_mm + raster.CELL_MM * left, on.top_mm + raster.CELL_MM * top
    right, bottom = x + raster.CELL_MM * columns, y + raster.CELL_MM * rows
    return ((x, y), (right, y), (right, bottom), (x, bottom))


def zone(chart, place, kind="essential"):
    """Return a zone of whole cells."""
    return SimpleNamespace(view=raster.grid(chart).view, kind=kind, polygon=box(chart, place))


def pattern(*zones, key="example"):
    """Return a pattern of such zones."""
    return SimpleNamespace(id=key, zones=zones)


def drawing(*places, intensity=5):
    """Return a drawing of rectangles: (chart, place) each."""
    made = PainDrawing()
    for chart, place in places:
        made = made.painted(chart, box(chart, place), intensity)
    return made


def random_drawing(random, charts=raster.CHARTS, spots=4, one_intensity=False):
    """Return a drawing of a few rectangles anywhere on the given charts."""
    made = PainDrawing()
    for _ in range(spots):
        chart = charts[random.integers(len(charts))]
        rows, columns = raster.grid(chart).shape
        height, width = random.integers(1, 40), random.integers(1, 20)
        top, left = random.integers(rows - height), random.integers(columns - width)
        cells = np.zeros((rows, columns), dtype=bool)
        cells[top : top + height, left : left + width] = True
        made = made.painted(chart, cells, 5 if one_intensity else int(random.integers(1, 11)))
    return made
