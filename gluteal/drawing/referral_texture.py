"""Textures that tell kinds of zones apart without colour: rows of dots, sparse hatching. One path each.

A dot is a tiny filled diamond: at its size nobody sees its corners, and it needs no round line ends, which a
figure's style sheet takes away in a browser.
"""

import numpy as np

from gluteal.drawing.marks import Mark
from gluteal.svg_path import joined

DOT_APART_MM, DOT_MM = 7.5, 2.7
LINE_APART_MM, LINE_MM = 9.0, 0.9
_ALONG_MM = 1.5
_LEAST_LINE_MM = 4.0
_ROW = 0.75**0.5
"""Height of a row of dots in a lattice of triangles."""


def dots(bounds_mm, seen, colour, scale=1.0, opacity=1.0):
    """Return fine dots in a lattice.

    Parameters
    ----------
    bounds_mm : tuple of float
        Smallest x, smallest y, largest x, largest y.
    seen : callable
        Tells for points (n, 2) in mm whether they are dotted.
    colour : str
    scale, opacity : float

    Returns
    -------
    list of Mark
        One mark, or none where nothing is dotted.

    Examples
    --------
    >>> import numpy as np
    >>> [mark] = dots((0, 0, 20, 20), lambda points: np.ones(len(points), dtype=bool), "#000")
    >>> mark.path.count("Z") > 6
    True
    """
    apart, half = round(DOT_APART_MM * scale, 1), round(DOT_MM * scale / 2, 1)
    parts = []
    for row, y in enumerate(
        _multiples(bounds_mm[1], bounds_mm[3], apart * _ROW), start=_first(bounds_mm[1], apart * _ROW)
    ):
        shift = apart / 2 * (row % 2)
        x = _multiples(bounds_mm[0], bounds_mm[2], apart) + shift
        for first, last in _runs(seen(np.column_stack([x, np.full(len(x), y)]))):
            dot = f"l{joined((half, -half, half, half, -half, half))}Z"
            again = f"m{joined((apart, 0))}{dot}" * (last - first)
            parts.append(f"M{joined((x[first] - half, y))}{dot}{again}")
    return [Mark("".join(parts), fill=colour, opacity=opacity)] if parts else []


def hatching(bounds_mm, seen, colour, scale=1.0, opacity=1.0):
    """Return sparse lines that rise to the right; parameters and result as for `dots`."""
    left, top, right, bottom = bounds_mm
    apart, parts = LINE_APART_MM * scale * 2**0.5, []
    for foot in _multiples(left + top, right + bottom, apart):  # a line on which x + y is this
        x = np.arange(max(left, foot - bottom), min(right, foot - top), _ALONG_MM)
        if len(x) < 2:
            continue
        for first, last in _runs(seen(np.column_stack([x, foot - x]))):
            across = x[last] - x[first]
            if across >= _LEAST_LINE_MM * scale:
                parts.append(f"M{joined((x[first], foot - x[first]))}l{joined((across, -across))}")
    return _mark(parts, colour, LINE_MM * scale, opacity)


def _mark(parts, colour, width_mm, opacity):
    pen = {"stroke": colour, "width_mm": round(width_mm, 2), "opacity": opacity}
    return [Mark("".join(parts), **pen)] if parts else []


def _first(low, step):
    return int(np.floor(low / step))


def _multiples(low, high, step):
    """Whole multiples of a step, so that neighbouring zones share one lattice."""
    return step * np.arange(_first(low, step), int(np.ceil(high / step)) + 1)


def _runs(flags):
    """First and last place of each stretch of true values."""
    change = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(int)))
    return [(int(first), int(end) - 1) for first, end in zip(change[::2], change[1::2], strict=True)]
