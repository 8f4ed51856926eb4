"""Arrows and spots in a scene: movement, resistance, pressure, told apart by form and not by colour alone."""

import numpy as np

from gluteal.drawing.marks import Mark
from gluteal.svg_path import joined, smooth

COLOURS = {"movement": "#1f4e8c", "resistance": "#7a4a00", "press": "#8f1d24"}
_WIDTHS = {"movement": 11.0, "resistance": 11.0, "press": 15.0}
_PAPER = "#fdfbf6"
PAIN = "#b3202a"


def arrow_marks(kind, points):
    """Return the marks of an arrow through points of the page.

    Parameters
    ----------
    kind : {"movement", "resistance", "press"}
        A curved line with an open shaft; a broken line with a bar at its start; a short thick one.
    points : array, shape (n, 2)
        mm, at least two; the head is at the last.

    Examples
    --------
    >>> len(arrow_marks("press", [(0, 0), (0, 90)]))
    4
    """
    line, width = np.asarray(points, dtype=float), _WIDTHS[kind]
    tip, back = line[-1], _before(line, 3.4 * width)
    along = (tip - back) / max(np.hypot(*(tip - back)), 1e-9)
    across = np.array([-along[1], along[0]])
    base = tip - along * 3.2 * width
    corners = (tip, base + across * 1.55 * width, base - across * 1.55 * width)
    head = "M" + "L".join(joined(np.round(one, 1)) for one in corners) + "Z"
    shaft = smooth(_shortened(line, 2.6 * width))
    dash = (22.0, 18.0) if kind == "resistance" else ()
    halo = [
        Mark(shaft, stroke=_PAPER, width_mm=width + 9),
        Mark(head, fill=_PAPER, stroke=_PAPER, width_mm=9.0),
    ]
    ink = [Mark(shaft, stroke=COLOURS[kind], width_mm=width, dash_mm=dash), Mark(head, fill=COLOURS[kind])]
    return halo + ink + (_bar(line, width) if kind == "resistance" else [])


def _bar(line, width):
    along = line[1] - line[0]
    across = np.array([-along[1], along[0]]) / max(np.hypot(*along), 1e-9) * 2.2 * width
    ends = (line[0] + across, line[0] - across)
    return [
        Mark(
            "M" + "L".join(joined(np.round(one, 1)) for one in ends),
            stroke=COLOURS["resistance"],
            width_mm=width,
        )
    ]


def _lengths(line):
    return np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def _before(line, distance):
    """The point of a line at a distance before its end."""
    run = _lengths(line)
    at = max(run[-1] - distance, 0)
    return np.array([np.interp(at, run, column) for column in line.T])


def _shortened(line, distance):
    run = _lengths(line)
    kept = line[run < run[-1] - distance]
    return np.vstack([kept if len(kept) else line[:1], _before(line, distance)])


def spot_marks(at, radius_mm=34.0):
    """Return the marks of a place that hurts: a soft red ring about (x, y) of the page."""
    x, y = np.round(np.asarray(at, dtype=float)[:2])
    circle = lambda r: f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0Z"  # noqa: E731
    soft = [Mark(circle(radius_mm * share), fill=PAIN, opacity=0.16) for share in (1.0, 0.75, 0.5)]
    return [*soft, Mark(circle(radius_mm), stroke=PAIN, width_mm=5.0), Mark(circle(7.0), fill=PAIN)]
