"""The raster of the body charts: square cells on which pain is painted and referral zones are compared.

A chart is what a person paints on: ``posterior`` and ``anterior`` show both sides of the body,
``lateral-right`` and ``lateral-left`` one each (the left one is the lateral chart mirrored). Its cells lie in
rows from the upper edge of the chart's view box downwards. Across, the cells are **centred on the view box**
and reach at most half a cell over its edges, so that the midline of the body runs between two columns and a
chart is mirrored by reversing its rows: no cell belongs to both sides.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np

from gluteal.plates import load_plate

CELL_MM = 6
CHARTS = ("posterior", "anterior", "lateral-right", "lateral-left")
MIRRORED = {
    "posterior": "posterior", "anterior": "anterior",
    "lateral-right": "lateral-left", "lateral-left": "lateral-right",
}  # fmt: skip
"""The chart that a chart becomes when left and right are exchanged."""
SIDES = ("right", "left")

_SCAN_LINES = 6
"""Lines across each row of cells on which a polygon's coverage is measured: one for each millimetre."""


class RasterError(ValueError):
    """Cells or runs that do not fit a chart. The message names what does."""


@dataclass(frozen=True)
class Grid:
    """The cells of one chart.

    Attributes
    ----------
    chart, view : str
        The chart, and the view of the body it shows: ``posterior``, ``anterior`` or ``lateral``.
    left_mm, top_mm : float
        Upper left corner of the first cell in the frame of the plate, mm, y down. For ``lateral-left`` in
        that of the mirrored picture, whose view box is the same.
    columns, rows : int

    Examples
    --------
    >>> grid("posterior").shape, grid("lateral-left").shape
    ((200, 72), (200, 50))
    """

    chart: str
    view: str
    left_mm: float
    top_mm: float
    columns: int
    rows: int

    @property
    def shape(self):
        """Rows and columns."""
        return self.rows, self.columns

    @property
    def size(self):
        """Number of cells."""
        return self.rows * self.columns

    @property
    def x_mm(self):
        """Middle of each column, shape (columns,)."""
        return self.left_mm + CELL_MM * (np.arange(self.columns) + 0.5)

    @property
    def y_mm(self):
        """Middle of each row, shape (rows,)."""
        return self.top_mm + CELL_MM * (np.arange(self.rows) + 0.5)

    @property
    def is_mirrored(self):
        """Whether the chart shows its plate mirrored."""
        return self.chart == "lateral-left"


@lru_cache
def grid(chart):
    """Return the cells of a chart.

    Parameters
    ----------
    chart : {"posterior", "anterior", "lateral-right", "lateral-left"}

    Raises
    ------
    RasterError
        When there is no such chart.
    """
    if chart not in CHARTS:
        raise RasterError(f"there is no chart {chart!r}; choose from {', '.join(CHARTS)}")
    view = chart.split("-")[0]
    x, y, width, height = load_plate(f"body-{view}").view_box
    columns, rows = ceil(width / CELL_MM), ceil(height / CELL_MM)
    return Grid(chart, view, x + (width - columns * CELL_MM) / 2, y, columns, rows)


def coverage(rings, on):
    """Return which share of each cell a shape covers.

    Parameters
    ----------
    rings : array, shape (n, 2), or sequence of such arrays
        Closed contours of the right side's plate, mm, y down; the even-odd rule holds for several.
    on : Grid
        For ``lateral-left`` the shape is mirrored as the chart is.

    Returns
    -------
    ndarray of float, shape (rows, columns)
        0 to 1. Exact across; down, the mean of six lines a cell.

    Examples
    --------
    >>> from gluteal.models.raster import coverage, grid
    >>> side = [(0, 0), (60, 0), (60, 60), (0, 60)]
    >>> round(float(coverage(side, grid("posterior")).sum()) * 36)
    3600
    """
    lines_mm = on.top_mm + CELL_MM / _SCAN_LINES * (np.arange(on.rows * _SCAN_LINES) + 0.5)
    crossings = _crossings(_edges(rings), lines_mm)
    edges_mm = on.left_mm + CELL_MM * np.arange(on.columns + 1)
    covered = np.zeros((len(lines_mm), on.columns))
    for sign, x in zip(np.resize([1, -1], crossings.shape[1]), crossings.T, strict=True):
        # What lies right of a crossing, as a share of each cell; a missing crossing is infinitely far right.
        covered += sign * np.clip((edges_mm[1:] - x[:, None]) / CELL_MM, 0, 1)
    shares = covered.reshape(on.rows, _SCAN_LINES, on.columns).mean(axis=1)
    return shares[:, ::-1] if on.is_mirrored else shares


def _edges(rings):
    """All edges of the contours, shape (n, 4): x and y of the begin, x and y of the end."""
    contours = [rings] if np.ndim(rings[0][0]) == 0 else rings
    arrays = [np.asarray(one, dtype=float) for one in contours]
    return np.vstack([np.hstack([one, np.roll(one, -1, axis=0)]) for one in arrays])


def _crossings(edges, lines_mm):
    """Where horizontal lines cross the edges, sorted along each line; missing ones are infinite."""
    x0, y0, x1, y1 = edges.T
    crossed = (y0 <= lines_mm[:, None]) != (y1 <= lines_mm[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        x = x0 + (lines_mm[:, None] - y0) * (x1 - x0) / (y1 - y0)
    found = np.sort(np.where(crossed, x, np.inf), axis=1)
    return found[:, : int(crossed.sum(axis=1).max(initial=0))]


def cells(rings, on, least=0.5):
    """Return the cells that a shape covers to at least a share; never none for a shape on the chart.

    Parameters
    ----------
    rings : array, shape (n, 2), or sequence of such arrays
        As for `coverage`.
    on : Grid
    least : float
        Share of a cell that has to be covered. Of a shape smaller than that, the best covered cell counts.

    Returns
    -------
    ndarray of bool, shape (rows, columns)
    """
    shares = coverage(rings, on)
    found = shares >= least - 1e-9
    if not found.any() and shares.max() > 0:
        found.flat[shares.argmax()] = True
    return found


@lru_cache
def inside(chart):
    """Return the cells of a chart that lie on the body, at least half; read-only, shape (rows, columns)."""
    on = grid(chart)
    found = cells(load_plate(f"body-{on.view}").structures["body"].rings, on)
    found.flags.writeable = False
    return found


@lru_cache
def of_side(chart, side):
    """Return the cells on the body that belong to one side of it; read-only, shape (rows, columns).

    Parameters
    ----------
    chart : str
        One of ``CHARTS``.
    side : {"right", "left"}

    Examples
    --------
    >>> bool(of_side("lateral-right", "left").any())
    False
    """
    if side not in SIDES:
        raise RasterError(f"there is no side {side!r}; choose from {', '.join(SIDES)}")
    found = inside(chart).copy()
    if chart.startswith("lateral"):
        found &= chart.endswith(side)
    else:
        # From behind the right side is on the right of the picture, from the front on its left.
        right_half = np.arange(found.shape[1]) >= found.shape[1] // 2
        found &= right_half == ((chart == "posterior") == (side == "right"))
    found.flags.writeable = False
    return found


def runs(values):
    """Return an array of cells as runs: ``[start, length, value, …]``, row by row, zeros left out.

    Parameters
    ----------
    values : array, shape (rows, columns)
        Whole numbers or bool.

    Returns
    -------
    list of int

    Examples
    --------
    >>> runs([[0, 2, 2], [2, 0, 1]])
    [1, 3, 2, 5, 1, 1]
    """
    flat = np.asarray(values).astype(int).ravel()
    starts = np.flatnonzero(np.diff(flat, prepend=0) != 0)
    starts = starts[flat[starts] != 0]
    breaks = np.append(np.flatnonzero(np.diff(flat)) + 1, flat.size)
    ends = breaks[np.searchsorted(breaks, starts, side="right")]
    return np.column_stack([starts, ends - starts, flat[starts]]).ravel().tolist()


def from_runs(runs, shape):
    """Return the cells that runs describe.

    Parameters
    ----------
    runs : sequence of int
        ``[start, length, value, …]``: within the chart, not overlapping.
    shape : (int, int)
        Rows and columns.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)

    Examples
    --------
    >>> from_runs([1, 3, 2, 5, 1, 1], (2, 3)).tolist()
    [[0, 2, 2], [2, 0, 1]]
    """
    steps = np.zeros(shape[0] * shape[1] + 1, dtype=np.int16)
    start, length, value = np.asarray(runs, dtype=np.int32).reshape(-1, 3).T
    steps[start] += value.astype(np.int16)
    steps[start + length] -= value.astype(np.int16)
    return np.cumsum(steps[:-1]).astype(np.uint8).reshape(shape)
