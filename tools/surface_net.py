"""A surface from a field, by naive surface nets: one point in each cell that it crosses. Numpy only."""

from itertools import product

import numpy as np

_CORNERS = np.array(list(product((0, 1), repeat=3)))
_EDGES = [(i, j) for i in range(8) for j in range(i + 1, 8) if abs(_CORNERS[i] - _CORNERS[j]).sum() == 1]


def surface(field, low, high, step):
    """Return the surface on which a field is zero.

    Parameters
    ----------
    field : callable
        From points (n, 3) to values (n,), negative inside.
    low, high : sequence of 3 numbers
        Corners of the box that holds the surface.
    step : float
        Size of a cell.

    Returns
    -------
    points : ndarray, shape (n, 3)
    triangles : ndarray of int, shape (m, 3)
        Their corners run anticlockwise, seen from outside.

    Examples
    --------
    >>> points, _ = surface(lambda p: np.linalg.norm(p, axis=1) - 10, [-12] * 3, [12] * 3, 2.0)
    >>> bool(np.abs(np.linalg.norm(points, axis=1) - 10).max() < 0.3)
    True
    """
    axes = [np.arange(a, b + step, step) for a, b in zip(low, high, strict=True)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    values = field(grid.reshape(-1, 3)).reshape(grid.shape[:3])
    cells = np.argwhere(_crossed(values))
    points = _cell_points(values, cells) * step + np.array(low)
    index = np.full(np.array(values.shape) - 1, -1)
    index[tuple(cells.T)] = np.arange(len(cells))
    return points, _triangles(values < 0, index)


def _crossed(values):
    inside = sum(_shifted(values, corner) < 0 for corner in _CORNERS)
    return (inside > 0) & (inside < 8)


def _shifted(values, corner):
    return values[tuple(slice(c, n - 1 + c) for c, n in zip(corner, values.shape, strict=True))]


def _cell_points(values, cells):
    """The mean of where the surface crosses the edges of each cell, in cells."""
    total, count = np.zeros(cells.shape), np.zeros(len(cells))
    for first, second in _EDGES:
        a, b = (values[tuple((cells + _CORNERS[k]).T)] for k in (first, second))
        crosses = (a < 0) != (b < 0)
        share = np.where(crosses, a / np.where(a == b, 1, a - b), 0)[:, None]
        place = _CORNERS[first] + share * (_CORNERS[second] - _CORNERS[first])
        total += np.where(crosses[:, None], place, 0)
        count += crosses
    return cells + total / count[:, None]


def _triangles(inside, index):
    found = []
    for axis in range(3):
        one, other = (axis + 1) % 3, (axis + 2) % 3
        ends = [slice(None)] * 3
        ends[axis] = slice(1, None)
        starts = [slice(None)] * 3
        starts[axis] = slice(None, -1)
        before = inside[tuple(starts)]
        edges = np.argwhere(before != inside[tuple(ends)])
        edges = edges[(edges[:, one] > 0) & (edges[:, other] > 0)]
        around = [np.zeros(3, int) for _ in range(4)]
        around[1][one] = around[2][one] = -1
        around[2][other] = around[3][other] = -1
        quad = np.stack([index[tuple((edges + offset).T)] for offset in around], axis=1)
        outward = before[tuple(edges.T)]
        quad = np.where(outward[:, None], quad, quad[:, ::-1])
        found += [quad[:, [0, 1, 2]], quad[:, [0, 2, 3]]]
    return np.concatenate(found)
