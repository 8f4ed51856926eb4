"""Three ways to press, in the teaching model: pressure, resistance and pain over time, side by side."""

from dataclasses import dataclass

import numpy as np

from gluteal.catalogue import load, name_of
from gluteal.drawing import style
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words
from gluteal.models.pressure_release import press, value
from gluteal.models.pressure_release_protocols import corners

NAME = "pressure-release-traces"
WIDTH_PT, HEIGHT_PT, NOTE_PT = 780.0, 664.0, 606.0
END_S, TICK_S, EVERY = 100.0, 25, 5
"""How long is shown, how far apart the ticks stand, and that every fifth computed state is drawn."""
LEFTS_PT, COLUMN_PT, HEAD_PT, HANG_PT = (46.0, 300.0, 554.0), 206.0, 50.0, 30.0
PRESSURE, RESISTANCE, PAIN = "force_n", "resistance", "pain"
TINTS = {
    PRESSURE: style.COLOURS["insertion"],
    RESISTANCE: style.MUSCLES["gluteus-medius"],
    PAIN: style.COLOURS["origin"],
}


@dataclass(frozen=True)
class Row:
    """One quantity over time: where its chart begins, how high it is, to which value it goes.

    Attributes
    ----------
    quantity : str
        A field of `gluteal.models.pressure_release.Trace`.
    top_pt, height_pt : float
    ticks : tuple of int
        The last is the upper end.
    """

    quantity: str
    top_pt: float
    height_pt: float
    ticks: tuple[int, ...]

    def level(self, shown):
        """Return where a value lies on the page, points from the top."""
        return self.top_pt + self.height_pt * (1 - np.asarray(shown) / self.ticks[-1])


ROWS = (
    Row(PRESSURE, 140.0, 120.0, (0, 10, 20, 30, 40, 50)),
    Row(RESISTANCE, 300.0, 84.0, (0, 5, 10)),
    Row(PAIN, 424.0, 84.0, (0, 5, 10)),
)
WAYS = ("midway", "too-hard", "too-short")
"""Rows of ``data/pressure_release_protocols.csv``; the first and the last press equally hard."""


def pressure_traces(ax=None):
    """Draw the charts.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = sheet(WIDTH_PT, HEIGHT_PT, NAME, ax)
    for left, way in zip(LEFTS_PT, WAYS, strict=True):
        trace = shown(way)
        _heading(ax, left, way)
        for row in ROWS:
            _scale(ax, left, row)
        _bounds(ax, left)
        _lines(ax, left, trace)
        _outcome(ax, left, trace)
    _said(ax)
    words(
        ax, EDGE_PT, NOTE_PT, name_of("release-note"), WIDTH_PT - 3 * EDGE_PT, va="top", color=style.QUIET_INK
    )
    return ax


def shown(way):
    """Return what the model computes for a ready way to press, up to `END_S`.

    Parameters
    ----------
    way : str
        A row of ``data/pressure_release_protocols.csv``.

    Returns
    -------
    gluteal.models.pressure_release.Trace

    Examples
    --------
    >>> [round(shown(way).gain_n, 1) for way in WAYS]
    [6.5, -2.8, 0.8]
    """
    times, forces = corners(way)
    return press(times, forces, rest_s=END_S - times[-1])


def across(left, time_s):
    """Return where a time lies in a column that begins at ``left``, points."""
    return left + COLUMN_PT * np.asarray(time_s) / END_S


def _heading(ax, left, way):
    one = load().pressure_release_protocols[way]
    looks = {"size": style.SIZE_BODY, "weight": "bold", "va": "top"}
    words(ax, left - HANG_PT, HEAD_PT, name_of(f"release-{way}"), **looks)
    said = f"{one.what} {one.fact.source.short}." if one.fact else one.what
    words(ax, left - HANG_PT, HEAD_PT + 17, said, COLUMN_PT + HANG_PT, va="top", color=style.QUIET_INK)


def _scale(ax, left, row):
    for tick in row.ticks:
        y, base = row.level(tick), tick == 0
        ax.plot(
            [left, left + COLUMN_PT],
            [y, y],
            color=style.INK,
            lw=0.9 if base else 0.6,
            alpha=0.7 if base else 0.14,
        )
        words(ax, left - 5, y, str(tick), ha="right", va="center", color=style.QUIET_INK)
    words(
        ax,
        left - HANG_PT,
        row.top_pt - 10,
        name_of(f"release-{row.quantity.removesuffix('_n')}"),
        weight="bold",
    )
    if row is ROWS[-1]:
        for tick in range(0, int(END_S) + 1, TICK_S):
            where = float(across(left, tick)), row.level(0) + 14
            words(ax, *where, name_of("release-s").format(tick), ha="center", color=style.QUIET_INK)


def _bounds(ax, left):
    """Above the upper line pain is more than the person wants to bear; below the lower it has subsided."""
    for name in ("tolerable", "eased"):
        y = ROWS[-1].level(value(name))
        ax.plot([left, left + COLUMN_PT], [y, y], color=style.INK, lw=0.8, ls=(0, (2, 2)), label=name)


def _lines(ax, left, trace):
    time = across(left, trace.time_s[::EVERY])
    force, threshold = trace.force_n[::EVERY], trace.threshold_n[::EVERY]
    top = ROWS[0]
    hurts = {"color": TINTS[PAIN], "alpha": 0.2, "lw": 0, "where": force > threshold}
    ax.fill_between(time, top.level(force), top.level(threshold), **hurts)
    looks = {"color": style.INK, "lw": 1.3, "ls": (0, (4, 2)), "label": "threshold"}
    ax.plot(time, top.level(threshold), **looks)
    for row in ROWS:
        line = row.level(getattr(trace, row.quantity)[::EVERY])
        ax.plot(time, line, color=TINTS[row.quantity], lw=2.2, label=row.quantity)


def _outcome(ax, left, trace):
    """What is left when the point has been let go: the threshold before and after."""
    top = ROWS[-1].level(0) + 28
    box(
        ax,
        left - HANG_PT,
        top,
        COLUMN_PT + HANG_PT,
        50,
        fc=style.mix(style.PAPER, style.INK, 0.05),
        ec=style.mix(style.PAPER, style.INK, 0.4),
    )
    said = (
        name_of("release-most").format(f"{trace.pain.max():.0f}"),
        name_of("release-change").format(f"{trace.threshold_n[0]:.0f}", f"{trace.threshold_n[-1]:.0f}"),
    )
    for line, text in enumerate(said):
        words(ax, left - HANG_PT + 9, top + 20 + 17 * line, text, weight="bold" if line else "normal")


def _said(ax):
    """Words beside the lines, in the column and at the place where each is true."""
    for key, column, row, (time_s, level) in _PLACES:
        tint = style.darker(TINTS[PAIN], 0.2) if key == "hurts" else style.QUIET_INK
        at = float(across(LEFTS_PT[column], time_s)), float(ROWS[row].level(level))
        words(ax, *at, name_of(f"release-said-{key}"), va="center", color=tint)


_PLACES = (
    ("threshold", 0, 0, (10, 7)),
    ("hurts", 0, 0, (8, 34)),
    ("tolerable", 0, 2, (30, 8.4)),
    ("eased", 0, 2, (42, 3.2)),
    ("yields", 0, 1, (22, 7.2)),
    ("guards", 1, 1, (34, 9.0)),
    ("lower", 1, 0, (34, 22)),
    ("back", 2, 1, (22, 3.6)),
    ("barely", 2, 0, (22, 22)),
)
"""Words, column, row, and where: seconds and the quantity of the row."""
