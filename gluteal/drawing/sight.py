"""What can be seen of a structure once everything that lies over it is drawn, and where to point at it."""

import numpy as np

from gluteal.drawing.marks import Show
from gluteal.svg_path import flatten

CLEARANCE_MM = 13.0
"""Enough distance from an edge: farther inside is no better, nearer to the label is."""
APART_MM = 9.0
"""Least distance of two places at which one label may point."""
SHEETS = ("fascia", "bursa")
"""Kinds that let shine through what lies under them."""
WINDOW_MARGIN_MM = 9.0
"""No label points nearer to the edge of the window, where the drawing fades."""


class Raster:
    """A coarse grid of points over a window of a plate.

    Parameters
    ----------
    window_mm : (x, y, width, height)
        mm, y down.
    step_mm : float
        Distance of two points.
    """

    def __init__(self, window_mm, step_mm=1.5):
        x, y, width, height = window_mm
        self.step_mm = step_mm
        self.x = np.arange(x + step_mm / 2, x + width, step_mm)
        self.y = np.arange(y + step_mm / 2, y + height, step_mm)
        self.points = np.stack(np.meshgrid(self.x, self.y), axis=-1).reshape(-1, 2)

    @property
    def shape(self):
        """Rows and columns."""
        return len(self.y), len(self.x)

    def inside(self, rings):
        """Return which points lie inside closed contours (even-odd), shape (rows, columns)."""
        from matplotlib.path import Path

        mask, grid = np.zeros(self.shape, dtype=bool), self.points.reshape(*self.shape, 2)
        for ring in rings:
            if len(ring) > 2:
                (left, top), (right, bottom) = np.min(ring, axis=0), np.max(ring, axis=0)
                rows, columns = (
                    slice(*self.y.searchsorted((top, bottom))),
                    slice(*self.x.searchsorted((left, right))),
                )
                part = grid[rows, columns]
                inner = Path(ring).contains_points(part.reshape(-1, 2))
                mask[rows, columns] ^= inner.reshape(part.shape[:2])
        return mask

    def at(self, mask, x_mm, y_mm):
        """Return a mask's value at a place."""
        row = int((y_mm - self.y[0]) / self.step_mm + 0.5)
        column = int((x_mm - self.x[0]) / self.step_mm + 0.5)
        return bool(mask[row, column])

    def teller(self, mask):
        """Return a function that tells for points, shape (n, 2), whether the mask holds at or beside them."""
        padded = np.pad(mask, 1)
        wide = np.any([np.roll(padded, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1)], axis=0)
        start, largest = np.array([self.x[0], self.y[0]]), np.array(mask.shape[::-1]) + 1

        def seen(points):
            place = np.rint((np.asarray(points) - start) / self.step_mm).astype(int) + 1
            column, row = np.clip(place, 0, largest).T
            return wide[row, column] & (place >= 0).all(axis=1) & (place <= largest).all(axis=1)

        return seen


def in_sight(structures, window_mm, step_mm=1.5, through=False):
    """Return what is seen of each structure when they are drawn in this order.

    Parameters
    ----------
    structures : sequence of PlateStructure
        Deepest first.
    window_mm : (x, y, width, height)
        The part of the plate that is shown.
    step_mm : float
        Grid, mm.
    through : bool
        What shines through one of the ``SHEETS`` is in sight too: it is drawn. Without it every structure
        counts as opaque: what is only seen through another one gets no label.

    Returns
    -------
    (Raster, dict)
        The grid, and for each id the mask of what is seen, shape (rows, columns).
    """
    raster = Raster(window_mm, step_mm)
    seen, covered = {}, np.zeros(raster.shape, dtype=bool)
    for structure in reversed(list(structures)):
        whole = raster.inside(structure.rings)
        if structure.visible:
            whole &= raster.inside(flatten(structure.visible))
        seen[structure.id] = whole & ~covered
        if not (through and structure.kind in SHEETS):
            covered |= whole
    return raster, seen


def shows(raster, seen, detail=1.0):
    """Return how much of each structure to draw: only what is in sight.

    Parameters
    ----------
    raster, seen
        As `in_sight` gives them.
    detail : float
        1 on a page of its own, less in a small picture.

    Returns
    -------
    dict of id to gluteal.drawing.marks.Show
    """
    return {key: Show(raster.teller(mask), detail) for key, mask in seen.items()}


def area_mm2(raster, mask):
    """Return the area of a mask, mm²."""
    return float(mask.sum()) * raster.step_mm**2


def depth_mm(raster, mask):
    """Return how far inside a mask each point lies, at most ``CLEARANCE_MM``; zero outside. mm."""
    depth, left = np.zeros(mask.shape), np.pad(mask, 1)
    for _ in range(int(CLEARANCE_MM / raster.step_mm)):
        depth += left[1:-1, 1:-1]
        inner = left.copy()
        for axis, shift in ((0, 1), (0, -1), (1, 1), (1, -1)):
            inner &= np.roll(left, shift, axis)
        left = inner
    return depth * raster.step_mm


def anchor(raster, mask, toward=None, pull=0.03, margin_mm=WINDOW_MARGIN_MM):
    """Return the place at which a label points: well inside, and not far from the nearer side of the picture.

    Parameters
    ----------
    raster : Raster
    mask : array, shape (rows, columns)
        What is seen.
    toward : {"left", "right"}, optional
        The side on which the label will stand; by default the nearer one.
    pull : float
        How many mm of clearance one mm nearer to the side is worth.
    margin_mm : float
        Width of the rim of the picture that is avoided.

    Returns
    -------
    (float, float) or None
        mm, y down; None when nothing is seen.
    """
    return next(iter(anchors(raster, mask, toward, pull, margin_mm, most=1)), None)


def anchors(raster, mask, toward=None, pull=0.03, margin_mm=WINDOW_MARGIN_MM, most=5):
    """Return places at which a label may point, the best first, each well away from those before.

    Parameters
    ----------
    raster, mask, toward, pull, margin_mm
        As for `anchor`.
    most : int
        How many at most.

    Returns
    -------
    list of (float, float)
        mm, y down; empty when nothing is seen.
    """
    if not mask.any():
        return []
    inner = _without_margin(raster, mask, margin_mm)
    mask = inner if inner.any() else mask
    offset = _nearness(raster, toward)[None, :] * pull
    level = np.abs(raster.y - _mean_height(raster, mask))[:, None] * pull
    score = np.round(np.where(mask, depth_mm(raster, mask) + offset - level, -np.inf), 6)
    return _highest(raster, score, most)


def _highest(raster, score, most):
    """Places of the highest scores, none within `APART_MM` of another."""
    found = []
    while len(found) < most and np.isfinite(score).any():
        row, column = np.unravel_index(int(np.argmax(score)), score.shape)
        place = float(raster.x[column]), float(raster.y[row])
        found.append(place)
        near = np.hypot(raster.x[None, :] - place[0], raster.y[:, None] - place[1]) < APART_MM
        score = np.where(near, -np.inf, score)
    return found


def along(structure, raster, mask, others=(), most=5):
    """Return places on the course of a nerve or vessel at which a label may point, the best first.

    The best is in sight and far from what else is thin: there a reader cannot take one cord for another.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        With details of role ``"course"``.
    raster, mask
        From `in_sight`: what is seen of it.
    others : iterable of gluteal.plates.PlateStructure
        The other nerves and vessels of the figure.
    most : int
        How many at most.

    Returns
    -------
    list of (float, float)
        mm, y down; empty when no course is in sight.
    """
    inner = _without_margin(raster, mask, WINDOW_MARGIN_MM)
    seen = raster.teller(inner if inner.any() else mask)
    points = np.vstack([resampled(one.line) for one in structure.of_role("course")])
    points = points[seen(points)]
    rest = [resampled(one.line) for other in others for one in other.of_role("course")]
    free = _distances(points, np.vstack(rest)) if rest else np.full(len(points), CLEARANCE_MM)
    level = 0.03 * np.abs(points[:, 1] - points[:, 1].mean()) if len(points) else 0.0
    score, found = np.round(np.minimum(free, CLEARANCE_MM) - level, 2), []
    while len(found) < most and len(points) and score.max() > -np.inf:
        best = points[int(np.argmax(score))]
        found.append((float(best[0]), float(best[1])))
        score = np.where(np.linalg.norm(points - best, axis=1) < APART_MM, -np.inf, score)
    return found


def resampled(line, step_mm=2.0):
    """Return a line as points about ``step_mm`` apart, shape (n, 2)."""
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, length[-1], max(2, int(length[-1] / step_mm) + 1))
    return np.stack([np.interp(at, length, line[:, axis]) for axis in (0, 1)], axis=1)


def _distances(points, others):
    """Distance of each point to the nearest of the others, mm."""
    return np.linalg.norm(points[:, None] - others[None], axis=-1).min(axis=1)


def _nearness(raster, toward):
    """How much nearer than the middle of the picture each column is to the side of the label, mm."""
    beside = raster.x - (raster.x[0] + raster.x[-1]) / 2
    return {"left": -beside, "right": beside}.get(toward, np.abs(beside))


def _without_margin(raster, mask, margin_mm):
    rim = int(margin_mm / raster.step_mm)
    inner = np.zeros_like(mask)
    rows, columns = (slice(rim, length - rim) for length in mask.shape)
    inner[rows, columns] = mask[rows, columns]
    return inner


def _mean_height(raster, mask):
    return float((mask.sum(axis=1) * raster.y).sum() / mask.sum())
