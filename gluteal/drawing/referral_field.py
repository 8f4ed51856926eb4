"""How likely a zone reaches a place: a polygon that somebody drew, made soft.

Nobody knows the border of a referral zone to the millimetre. So each place gets a share from 0 to 1: the
polygon averaged over a bell of a few millimetres, over the skin only, so that a zone does not fade where the
picture of the body ends. It is a way of drawing, not a measurement.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.drawing.isolines import isolines
from gluteal.svg_path import joined

STEP_MM = 2.5
_SOFT_SHARE, _LEAST_SOFT_MM, _MOST_SOFT_MM = 0.36, 2.6, 10.0
"""Width of the bell: a share of area by perimeter, which is half the width of a strip; its limits in mm."""
_REACH = 3.0
_TOLERANCE_MM = 0.3


@dataclass(frozen=True, eq=False)
class Field:
    """Shares on a grid.

    Attributes
    ----------
    left_mm, top_mm : float
        Place of the first value.
    values : ndarray, shape (rows, columns)
        0 to 1.
    """

    left_mm: float
    top_mm: float
    values: np.ndarray

    def at(self, points):
        """Return the share at places, shape (n, 2) in mm, from the nearest value; 0 outside the grid."""
        across, down = (np.rint((np.asarray(points) - (self.left_mm, self.top_mm)) / STEP_MM).astype(int)).T
        rows, columns = self.values.shape
        known = (across >= 0) & (across < columns) & (down >= 0) & (down < rows)
        found = np.zeros(len(across))
        found[known] = self.values[down[known], across[known]]
        return found

    def places(self):
        """Return the place of each value, shape (n, 2) in mm, and the values, shape (n,)."""
        rows, columns = np.indices(self.values.shape)
        places = np.column_stack([columns.ravel(), rows.ravel()]) * STEP_MM + (self.left_mm, self.top_mm)
        return places, self.values.ravel().copy()

    def path(self, level, tolerance_mm=_TOLERANCE_MM):
        """Return the places of at least this share as path data, mm; empty where there is none."""
        corner = np.array([self.left_mm, self.top_mm])
        rings = [corner + STEP_MM * line for line in isolines(self.values, level)]
        return "".join(polygon_path(thinned(ring, tolerance_mm)) for ring in rings)

    @property
    def bounds_mm(self):
        """Smallest x, smallest y, largest x, largest y of the grid, mm."""
        rows, columns = self.values.shape
        return (
            self.left_mm, self.top_mm,
            self.left_mm + STEP_MM * (columns - 1), self.top_mm + STEP_MM * (rows - 1),
        )  # fmt: skip


def field(polygons, body, around=()):
    """Return the soft form of some polygons.

    Parameters
    ----------
    polygons : tuple of polygons, each a tuple of (x, y)
        mm, y down; where they overlap or touch they are one.
    body : tuple of ndarray, shape (n, 2)
        Contours of the skin, even-odd.
    around : tuple of polygons
        A neighbour: where the polygons touch it they do not fade, but go on a little under it.

    Returns
    -------
    Field

    Examples
    --------
    >>> import numpy as np
    >>> skin = (np.array([(-200, -200), (200, -200), (200, 200), (-200, 200)]),)
    >>> soft = field((((0, 0), (80, 0), (80, 80), (0, 80)),), skin)
    >>> bool(soft.at([(40, 40)]) > 0.99), bool(0.4 < soft.at([(0, 40)]) < 0.6)
    (True, True)
    """
    soft_mm = max(softness_mm(one) for one in polygons)
    corner, shape = _grid(polygons, _REACH * soft_mm)
    skin = blurred(inside(body, corner, shape, even_odd=True), soft_mm)
    own = _over_skin(polygons, corner, shape, soft_mm, skin)
    if around:
        own = own + _over_skin(around, corner, shape, soft_mm, skin) * np.minimum(1, 2 * own)
    values = np.minimum(own, 1)
    values[[0, -1]], values[:, [0, -1]] = 0, 0
    return Field(*corner, values)


def _over_skin(polygons, corner, shape, soft_mm, skin):
    mask = np.maximum.reduce([inside([one], corner, shape) for one in polygons])
    return blurred(mask, soft_mm) / np.maximum(skin, 0.12)


def softness_mm(polygon):
    """Return how soft a zone's edge is: narrow zones get narrow edges.

    Examples
    --------
    >>> softness_mm(((0, 0), (200, 0), (200, 200), (0, 200)))
    10.0
    """
    points = np.asarray(polygon, dtype=float)
    following = np.roll(points, -1, axis=0)
    area = abs((points[:, 0] * following[:, 1] - following[:, 0] * points[:, 1]).sum()) / 2
    perimeter = np.linalg.norm(following - points, axis=1).sum()
    return float(np.clip(_SOFT_SHARE * area / perimeter, _LEAST_SOFT_MM, _MOST_SOFT_MM))


def _grid(polygons, margin_mm):
    """The place of the upper left value, and rows and columns."""
    points = np.vstack([np.asarray(one, dtype=float) for one in polygons])
    low = STEP_MM * np.floor((points.min(axis=0) - margin_mm) / STEP_MM)
    columns, rows = np.ceil((points.max(axis=0) + margin_mm - low) / STEP_MM).astype(int) + 1
    return (float(low[0]), float(low[1])), (int(rows), int(columns))


def inside(rings, corner, shape, even_odd=False):
    """Return which values of a grid lie in some contours, shape ``shape``, 0.0 or 1.0."""
    rows, columns = shape
    x = corner[0] + STEP_MM * np.arange(columns) + 1e-6
    y = corner[1] + STEP_MM * np.arange(rows) + 1e-6
    found = np.zeros(shape, dtype=bool)
    for ring in rings:
        own = _crossed_an_odd_number_of_times(np.asarray(ring, dtype=float), x, y)
        found = found ^ own if even_odd else found | own
    return found.astype(float)


def _crossed_an_odd_number_of_times(ring, x, y):
    inside_ring = np.zeros((len(y), len(x)), dtype=bool)
    for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        rows = np.nonzero((y0 <= y) != (y1 <= y))[0]
        if len(rows):
            at = x0 + (y[rows] - y0) * (x1 - x0) / (y1 - y0)
            inside_ring[rows] ^= x[None, :] > at[:, None]
    return inside_ring


def blurred(mask, soft_mm):
    """Return a grid averaged over a bell of this width, mm."""
    reach = int(np.ceil(_REACH * soft_mm / STEP_MM))
    steps = np.arange(-reach, reach + 1) * STEP_MM
    bell = np.exp(-0.5 * (steps / soft_mm) ** 2)
    bell /= bell.sum()
    for axis in (0, 1):
        mask = np.apply_along_axis(np.convolve, axis, mask, bell, "same") if min(mask.shape) > 1 else mask
    return mask


def thinned(ring, tolerance_mm=_TOLERANCE_MM):
    """Return a closed contour with the fewest of its points, none left out farther than the tolerance."""
    far = int(np.linalg.norm(ring - ring[0], axis=1).argmax())
    halves = ring[: far + 1], np.vstack([ring[far:], ring[:1]])
    return np.vstack([_thinned_line(half, tolerance_mm)[:-1] for half in halves])


def _thinned_line(line, tolerance_mm):
    """Ramer, Douglas and Peucker's way, without recursion."""
    keep, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        away = _distance(line[first + 1 : last], line[first], line[last])
        if away.max() > tolerance_mm:
            middle = first + 1 + int(away.argmax())
            keep.add(middle)
            spans += [(first, middle), (middle, last)]
    return line[sorted(keep)]


def _distance(points, start, end):
    along = end - start
    length = np.hypot(*along)
    if length < 1e-9:
        return np.linalg.norm(points - start, axis=1)
    offset = points - start
    return abs(along[0] * offset[:, 1] - along[1] * offset[:, 0]) / length


def polygon_path(points):
    """Return a polygon as compact path data, 0.1 mm.

    Examples
    --------
    >>> polygon_path([(0, 0), (10, 0), (10, 5.5)])
    'M0 0l10 0 0 5.5Z'
    """
    places = np.round(np.asarray(points, dtype=float), 1)
    steps = np.round(np.diff(places, axis=0), 1).ravel()
    return f"M{joined(places[0])}l{joined(steps)}Z"
