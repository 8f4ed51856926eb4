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
    square, far, owner = _covered(grid, flat)
    order = np.argsort(far, kind="stable")
    square = square[order]
    depth[square], tag[square] = far[order], np.asarray(tags)[owner[order]]
    return depth.reshape(grid.shape), tag.reshape(grid.shape)


def _covered(grid, flat):
    """Squares inside triangles: index of the square, depth, index of the triangle."""
    owner, row, first, count = _spans(grid, flat)
    span = np.repeat(np.arange(len(count)), count)
    column = first[span] + _counted(count)
    owner, row = owner[span], row[span]
    (x0, y0, z0), across, down = flat[:, 0].T, *_slopes(flat)
    depth = z0[owner] + across[owner] * (column - x0[owner]) + down[owner] * (row - y0[owner])
    return row * grid.shape[1] + column, depth, owner


def _spans(grid, flat):
    """The rows of squares that each triangle crosses: triangle, row, first column, how many columns."""
    y = flat[..., 1]
    low = np.clip(np.ceil(y.min(axis=1)), 0, None).astype(int)
    high = np.minimum(np.floor(y.max(axis=1)), grid.shape[0] - 1).astype(int)
    rows = np.maximum(high - low + 1, 0)
    owner = np.repeat(np.arange(len(flat)), rows)
    row = low[owner] + _counted(rows)
    left, right = _crossed(flat, owner, row)
    first = np.clip(np.ceil(left), 0, None).astype(int)
    last = np.minimum(np.floor(right), grid.shape[1] - 1).astype(int)
    count = np.maximum(last - first + 1, 0)
    kept = count > 0
    return owner[kept], row[kept], first[kept], count[kept]


def _crossed(flat, owner, row):
    """Where rows enter and leave their triangle."""
    left, right = np.full(len(row), np.inf), np.full(len(row), -np.inf)
    for here, after in ((0, 1), (1, 2), (2, 0)):
        (xa, ya), (xb, yb) = flat[:, here, :2].T, flat[:, after, :2].T
        rise = yb - ya
        with np.errstate(divide="ignore", invalid="ignore"):
            slope = np.where(rise == 0, 0.0, (xb - xa) / rise)
        meets = (row >= np.minimum(ya, yb)[owner]) & (row <= np.maximum(ya, yb)[owner])
        at = xa[owner] + slope[owner] * (row - ya[owner])
        left, right = (
            np.where(meets, np.minimum(left, at), left),
            np.where(meets, np.maximum(right, at), right),
        )
    return np.where(left > right, 0.0, left), np.where(left > right, -1.0, right)


def _slopes(flat):
    """How the depth of each triangle changes with a column and with a row; 0 where it is seen edge on."""
    (x0, y0, z0), (x1, y1, z1), (x2, y2, z2) = (flat[:, corner].T for corner in range(3))
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    safe = np.where(np.abs(area) < 1e-9, np.inf, area)
    across = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / safe
    return across, ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) / safe


def _counted(counts):
    """0, 1, 2 … for each of the counts, one after the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
