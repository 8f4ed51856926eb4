"""What of a scene is seen from where: a depth for each small square of the page, in plain numpy."""

from dataclasses import dataclass

import numpy as np

FAR = -1e9


@dataclass(frozen=True)
class Grid:
    """The squares of the page.

    Attributes
    ----------
    left_mm, top_mm : float
        Middle of the first square.
    step_mm : float
    shape : (int, int)
        Rows, columns.
    """

    left_mm: float
    top_mm: float
    step_mm: float
    shape: tuple[int, int]

    def to_page(self, column_row):
        """Return millimetres of the page from (column, row)."""
        return np.asarray(column_row) * self.step_mm + (self.left_mm, self.top_mm)

    def to_grid(self, page):
        """Return (column, row) from millimetres of the page."""
        return (np.asarray(page)[..., :2] - (self.left_mm, self.top_mm)) / self.step_mm


def grid_for(points, step_mm, margin_mm=24.0):
    """Return the grid that holds points of the page, its lines at whole steps."""
    low, high = points[:, :2].min(axis=0) - margin_mm, points[:, :2].max(axis=0) + margin_mm
    first = np.floor(low / step_mm) * step_mm
    columns, rows = np.ceil((high - first) / step_mm).astype(int) + 1
    return Grid(float(first[0]), float(first[1]), step_mm, (int(rows), int(columns)))


def net_triangles(points, tags):
    """Return the triangles of a net of sections and the tag of each.

    Parameters
    ----------
    points : array, shape (sections, around, 3)
    tags : array, shape (sections,)

    Returns
    -------
    (n, 3, 3) array, (n,) array
    """
    here, after = points[:-1], points[1:]
    beside, across = np.roll(here, -1, axis=1), np.roll(after, -1, axis=1)
    both = np.stack(
        [np.stack([here, after, beside], axis=2), np.stack([across, beside, after], axis=2)], axis=2
    )
    each = np.repeat(np.asarray(tags)[:-1], 2 * points.shape[1])
    return both.reshape(-1, 3, 3), each


def paint(grid, triangles, tags):
    """Return for each square the depth of what is nearest to the eye, and its tag (-1 for nothing).

    Parameters
    ----------
    grid : Grid
    triangles : array, shape (n, 3, 3)
        On the page: x, y, depth.
    tags : array of int, shape (n,)
    """
    depth, tag = np.full(grid.shape[0] * grid.shape[1], FAR), np.full(grid.shape[0] * grid.shape[1], -1)
    flat = triangles.copy()
    flat[..., :2] = grid.to_grid(triangles)
    for square, far, own in _covered(grid, flat, np.asarray(tags)):
        order = np.argsort(far, kind="stable")
        square, far, own = square[order], far[order], own[order]
        nearer = far > depth[square]
        depth[square[nearer]], tag[square[nearer]] = far[nearer], own[nearer]
    return depth.reshape(grid.shape), tag.reshape(grid.shape)


def _covered(grid, flat, tags):
    """Squares inside triangles, triangles of like size together: index, depth, tag."""
    low = np.clip(np.ceil(flat[..., :2].min(axis=1)), 0, None).astype(int)
    high = np.minimum(np.floor(flat[..., :2].max(axis=1)), np.array(grid.shape[::-1]) - 1).astype(int)
    size = (high - low + 1).max(axis=1)
    kept = ((high >= low).all(axis=1)) & (size > 0)
    bucket = np.ceil(np.log2(np.maximum(size, 1))).astype(int)
    for power in np.unique(bucket[kept]):
        chosen = np.nonzero(kept & (bucket == power))[0]
        for part in np.array_split(chosen, max(1, len(chosen) * 4 ** int(power) // 400_000)):
            yield _inside(grid, flat[part], tags[part], low[part], high[part], 2**power)


def _inside(grid, flat, tags, low, high, side):
    offset = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=-1).reshape(1, -1, 2)
    at = low[:, None, :] + offset
    (x0, y0, z0), (x1, y1, z1), (x2, y2, z2) = (flat[:, corner, :].T[..., None] for corner in range(3))
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    safe = np.where(np.abs(area) < 1e-9, np.inf, area)
    u = ((at[..., 0] - x0) * (y2 - y0) - (x2 - x0) * (at[..., 1] - y0)) / safe
    v = ((x1 - x0) * (at[..., 1] - y0) - (at[..., 0] - x0) * (y1 - y0)) / safe
    found = (u >= 0) & (v >= 0) & (u + v <= 1) & (at <= high[:, None, :]).all(axis=2) & np.isfinite(safe)
    depth = z0 + u * (z1 - z0) + v * (z2 - z0)
    square = at[..., 1] * grid.shape[1] + at[..., 0]
    return square[found], depth[found], np.broadcast_to(tags[:, None], found.shape)[found]
