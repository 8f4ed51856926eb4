"""Fascicle bundles: tapered slivers along the fibre field, dark in the furrows, light on the ridges.

A sliver is a filled shape between two curves that meet in a point at both ends, as a brush or a graver
leaves it. It lies inside the outline: where the fibre leaves the structure, the sliver ends.
"""

import zlib

import numpy as np

from gluteal.drawing import fibres
from gluteal.svg_path import joined

_MOST = 64
"""Bundles across a structure; more cannot be told apart at the size of a page."""
_LEAST_MM = 1.2
_POINTS = 12
_T = np.linspace(0, 1, _POINTS)[:, None]
_ENDS = np.hstack([(1 - _T) ** 2, _T**2])
_MIDDLE = np.linalg.pinv(2 * _T * (1 - _T))


def places_across(structure, spacing_mm, seed, jitter=0.22):
    """Return places across the fibre field, 0 the first guide and 1 the last, the same every time."""
    random = generator(structure, seed)
    wide = fibres.width_mm(structure.fibres) * 1.16
    count = min(max(round(wide / spacing_mm), 3), _MOST)
    return np.linspace(-0.08, 1.08, count) + random.normal(0, jitter * 1.16 / count, count)


def generator(structure, seed):
    """A source of chance that gives the same every time."""
    return np.random.default_rng(zlib.crc32(f"{structure.id} {seed}".encode()))


def runs(inside):
    """Return, for each row, first and last index of its longest stretch of points that are inside.

    Parameters
    ----------
    inside : array of bool, shape (m, n)

    Returns
    -------
    array of int, shape (m, 2)
        Twice the same index where there is none.
    """
    return np.array([_run(row) for row in inside]).reshape(-1, 2)


def _run(row):
    edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
    if not len(edges):
        return 0, 0
    starts, ends = edges[::2], edges[1::2]
    best = int(np.argmax(ends - starts))
    return int(starts[best]), int(ends[best]) - 1


def stretches(lines, first, last):
    """Return points on a part of each line.

    Parameters
    ----------
    lines : array, shape (m, n, 2)
    first, last : arrays, shape (m,)
        Indices along the line, with fractions.

    Returns
    -------
    array, shape (m, 12, 2)
    """
    first, last = (np.asarray(each, dtype=float)[:, None] for each in (first, last))
    place = np.clip(first + (last - first) * _T[:, 0], 0, lines.shape[1] - 1)
    lower = np.minimum(place.astype(int), lines.shape[1] - 2)
    row, share = np.arange(len(lines))[:, None], (place - lower)[..., None]
    return lines[row, lower] * (1 - share) + lines[row, lower + 1] * share


def slivers(points, widths_mm):
    """Return path data of shapes along lines, so wide in the middle and pointed at both ends.

    Parameters
    ----------
    points : array, shape (m, 12, 2)
        mm; each line is drawn as the quadratic Bézier curve nearest to it.
    widths_mm : float or array, shape (m,)

    Returns
    -------
    list of str
        One for each line; empty for a speck.
    """
    first, last = points[:, 0], points[:, -1]
    middle = (_MIDDLE @ (points - _ENDS @ points[:, [0, -1]]))[:, 0]
    way = last - first
    length = np.hypot(*way.T)
    # A curve whose control point is moved by d is moved by d/2 in its middle, to each side.
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * (widths_mm / (length + 1e-9))[:, None]
    first, last = np.round(first, 1), np.round(last, 1)
    there, back = [middle + aside - first, last - first], [middle - aside - last, first - last]
    numbers = np.round(np.hstack([*there, *back]), 1).tolist()
    return [
        f"M{joined(start)}q{joined(values)}" if long > _LEAST_MM else ""
        for start, values, long in zip(first.tolist(), numbers, length, strict=True)
    ]
