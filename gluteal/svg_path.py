"""SVG path data ↔ points. The grammar is fontTools' business; it comes with matplotlib and loads fast."""

from functools import lru_cache
from itertools import pairwise
from math import ceil, comb, dist, sqrt

import numpy as np

_CURVE_TOLERANCE_MM = 0.1


class PathError(ValueError):
    """Path data that is empty or cannot be read."""


def segments(data):
    """Return the drawing commands of path data, absolute, as fontTools' pens record them.

    Parameters
    ----------
    data : str
        The ``d`` of an SVG path: any command, absolute or relative.

    Returns
    -------
    list of (str, tuple)
        ``(command, points)``: ``moveTo``, ``lineTo``, ``curveTo``, ``qCurveTo``, ``closePath``, ``endPath``.

    Raises
    ------
    PathError
        When nothing is drawn or the data is damaged.

    Examples
    --------
    >>> segments("M0 0h2")[1]
    ('lineTo', ((2.0, 0.0),))
    """
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path.parser import parse_path

    pen = RecordingPen()
    try:
        parse_path(data, pen)
    except Exception as error:  # fontTools raises many kinds for damaged data
        raise PathError(f"the path data cannot be read ({error})") from None
    if not pen.value:
        raise PathError("the path is empty")
    return pen.value


@lru_cache(maxsize=4096)
def flatten(data):
    """Turn path data into contours of points no further than about 0.1 mm from the curve.

    Parameters
    ----------
    data : str
        SVG path data, mm.

    Returns
    -------
    tuple of ndarray
        One (n, 2) array for each contour; closed contours do not repeat their first point. Read-only.

    Examples
    --------
    >>> [len(contour) for contour in flatten("M0 0H4V3Z")]
    [3]
    """
    contours, points = [], []
    for command, given in segments(data):
        if command == "moveTo":
            points = [given[0]]
            contours.append(points)
        elif command == "lineTo":
            points.append(given[0])
        elif command in ("curveTo", "qCurveTo"):
            points.extend(_curve(points[-1], given))
    return tuple(_read_only(contour) for contour in contours)


def _read_only(points):
    array = np.array(points, dtype=float)
    if len(array) > 1 and np.allclose(array[0], array[-1], atol=1e-6):
        array = array[:-1]
    array.flags.writeable = False
    return array


def _curve(start, controls):
    """Points on a quadratic or cubic Bézier curve after its start; more where it is long."""
    knots = [start, *controls]
    length = sum(dist(first, second) for first, second in pairwise(knots))
    count = min(max(ceil(sqrt(length / _CURVE_TOLERANCE_MM)), 2), 40)
    return (_bernstein(count, len(controls)) @ np.array(knots, dtype=float)).tolist()


@lru_cache(maxsize=256)
def _bernstein(count, degree):
    """Weights of the control points, one row for each of ``count`` points after the start."""
    t = np.linspace(0, 1, count + 1)[1:]
    return np.stack([comb(degree, k) * t**k * (1 - t) ** (degree - k) for k in range(degree + 1)], axis=1)


def smooth(points, closed=False):
    """Return compact path data of a smooth curve through points, rounded to 0.1 mm, relative coordinates.

    Parameters
    ----------
    points : array, shape (n, 2)
        mm.
    closed : bool
        Close the curve.

    Examples
    --------
    >>> smooth([(0, 0), (3, 0)])
    'M0 0c.5 0 2.5 0 3 0'
    >>> smooth([(0, 0), (3, 0), (6, 0)])
    'M0 0c.5 0 2 0 3 0s2.5 0 3 0'
    """
    points = np.asarray(points, dtype=float)
    before = np.roll(points, 1, axis=0) if closed else np.vstack([points[:1], points[:-1]])
    after = np.roll(points, -1, axis=0) if closed else np.vstack([points[1:], points[-1:]])
    tangent = (after - before) / 6
    ends = list(zip(points, tangent, after, np.roll(tangent, -1, axis=0), strict=True))
    here = np.round(points[0], 1)
    parts = [f"M{number(here[0])} {number(here[1])}"]
    for point, leave, target, arrive in ends if closed else ends[:-1]:
        goal = np.round(target, 1)
        values = [point + leave - here, target - arrive - here, goal - here]
        first = len(parts) == 1  # later on SVG's "s" mirrors the control point before, which is the same
        parts.append("cs"[not first] + joined(np.round(np.concatenate(values[not first :]), 1)))
        here = goal
    return "".join(parts) + ("Z" if closed else "")


@lru_cache(maxsize=4096)
def compact(data):
    """Write path data anew in its shortest form: relative coordinates, 0.1 mm.

    Parameters
    ----------
    data : str
        Any SVG path data.

    Returns
    -------
    str
        Rounding does not add up: every point lies within 0.05 mm of where it was.

    Examples
    --------
    >>> compact("M 10.04 10 L 12 10 C 12 11 13 12 14 12 Z")
    'M10 10l2 0c0 1 1 2 2 2l-4-2Z'
    """
    parts, here = [], np.zeros(2)
    for command, points in segments(data):
        if command in ("closePath", "endPath"):
            parts.append("Z" if command == "closePath" else "")
            continue
        goal = np.round(np.array(points), 1)
        values = (goal if command == "moveTo" else np.round(goal - here, 1)).ravel()
        parts.append(
            {"moveTo": "M", "lineTo": "l", "curveTo": "c", "qCurveTo": "q"}[command] + joined(values)
        )
        here = goal[-1]
    return "".join(parts)


@lru_cache(maxsize=16384)
def number(value):
    """Write a number as SVG needs it: one decimal at most, no leading zero.

    Examples
    --------
    >>> number(-0.5), number(12.0), number(0.04)
    ('-.5', '12', '0')
    """
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    if text in ("-0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def joined(values):
    """Write numbers one after the other, with a space only where SVG needs one.

    Examples
    --------
    >>> joined([1, -2, 0.5])
    '1-2 .5'
    """
    parts = [number(value) for value in values]
    return parts[0] + "".join(part if part.startswith("-") else f" {part}" for part in parts[1:])
