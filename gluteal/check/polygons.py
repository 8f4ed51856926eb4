"""Polygons as the checks need them: does one cross itself, does a point lie in it."""

import numpy as np


def inside(points, corners):
    """Return for each point whether it lies inside a closed polygon (even-odd rule).

    Parameters
    ----------
    points : array_like, shape (n, 2)
    corners : array_like, shape (m, 2)
        The first is not repeated.

    Examples
    --------
    >>> inside([(1, 1), (5, 1)], [(0, 0), (3, 0), (3, 3), (0, 3)]).tolist()
    [True, False]
    """
    x, y = np.asarray(points, float).T[..., None]
    (x1, y1), (x2, y2) = np.asarray(corners, float).T, np.roll(np.asarray(corners, float), -1, axis=0).T
    spans = (y1 > y) != (y2 > y)
    rise = np.where(y2 == y1, 1.0, y2 - y1)
    return (spans & (x < x1 + (x2 - x1) * (y - y1) / rise)).sum(axis=1) % 2 == 1


def crossing(corners):
    """Return a corner near which a closed polygon crosses or touches itself; None when it does not.

    Parameters
    ----------
    corners : array_like, shape (n, 2)

    Examples
    --------
    >>> crossing([(0, 0), (2, 2), (2, 0), (0, 2)])
    (0.0, 0.0)
    """
    begin = np.asarray(corners, float)
    end = np.roll(begin, -1, axis=0)
    number, count = np.arange(len(begin)), len(begin)
    apart = (number - number[:, None]) % count
    meets = _straddle(begin, end) & _straddle(begin, end).T & _near(begin, end)
    found = np.argwhere(meets & (apart > 1) & (apart < count - 1))
    return tuple(float(value) for value in begin[found[0][0]]) if len(found) else None


def _straddle(begin, end):
    """Whether the ends of edge ``j`` lie on two sides of the line through edge ``i``, or on it."""
    along = (end - begin)[:, None]
    to_begin, to_end = begin[None] - begin[:, None], end[None] - begin[:, None]
    return _cross(along, to_begin) * _cross(along, to_end) <= 0


def _cross(one, other):
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


def _near(begin, end):
    """Whether the boxes round two edges touch."""
    low, high = np.minimum(begin, end), np.maximum(begin, end)
    return ((low[:, None] <= high[None]) & (low[None] <= high[:, None])).all(axis=-1)
