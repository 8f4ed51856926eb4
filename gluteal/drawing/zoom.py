"""From a place in one panel to the next panel, which shows it enlarged."""

import numpy as np

from gluteal.drawing import furniture, style

METRES = {"taut-cm": 1e-2, "word-millimetres": 1e-3, "taut-um": 1e-6}
WAYS = ("right", "", "right")
"""Where the next panel lies; empty where it begins a new row, so that no line crosses a heading."""
_LEAST_PT = 9.0
_TAG_PT = 6.5
_CORNERS = {"right": ((1, 0), (1, 1)), "": ()}
_OPPOSITE = {"right": ((0, 0), (0, 1)), "": ()}
"""Corners (across, down) of the frame and of the next panel that are joined."""


def lead(figure, ax, following, at, size, way, number):
    """Draw a frame round a place with the number of the next panel, and lines to it where it lies beside.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    ax, following : matplotlib.axes.Axes
        Both with y down.
    at, size : (float, float)
        Middle of the frame, width and height of what the next panel shows, in the units of ``ax``. A frame
        that would be too small to be seen is drawn larger.
    way : {"right", ""}
        Where the next panel lies.
    number : int
        Of the next panel.
    """
    unit = furniture.mm_per_point(ax)
    half = np.maximum(np.asarray(size, dtype=float), _LEAST_PT * unit) / 2
    low, high = np.asarray(at) - half, np.asarray(at) + half
    x, y = (low[0], high[0], high[0], low[0], low[0]), (low[1], low[1], high[1], high[1], low[1])
    for colour, width in ((style.PAPER, 3.0), (style.INK, 1.4)):
        ax.plot(x, y, color=colour, lw=width, zorder=6, clip_on=False, label="frame")
    _tag(ax, (high[0], low[1]), number)
    (left, right), (bottom, top) = following.get_xlim(), following.get_ylim()
    for here, there in zip(_CORNERS[way], _OPPOSITE[way], strict=True):
        start = [(low, high)[here[axis]][axis] for axis in (0, 1)]
        _line(figure, ax, start, following, ((left, right)[there[0]], (top, bottom)[there[1]]))


def _line(figure, ax, start, following, end):
    from matplotlib.lines import Line2D

    points = [ax.transData.transform(start), following.transData.transform(end)]
    x, y = figure.transFigure.inverted().transform(points).T
    pen = {"color": style.QUIET_INK, "lw": 0.8, "ls": (0, (3, 2)), "alpha": 0.8, "label": "zoom"}
    figure.add_artist(Line2D(x, y, transform=figure.transFigure, **pen))


def _tag(ax, corner, number):
    """The number of the next panel, in a disc at the upper right corner of the frame."""
    unit = furniture.mm_per_point(ax)
    at = corner[0] + 0.6 * _TAG_PT * unit, corner[1] - 0.6 * _TAG_PT * unit
    looks = {"mfc": style.INK, "mec": style.PAPER, "mew": 1.2, "clip_on": False, "zorder": 6.5}
    ax.plot(*at, "o", ms=2 * _TAG_PT, **looks)
    words = {"ha": "center", "va": "center_baseline", "weight": "bold", "color": style.PAPER, "zorder": 7}
    furniture.note(ax, at, str(number), **words)
