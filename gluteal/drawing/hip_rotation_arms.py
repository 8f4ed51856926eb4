"""How each muscle line rotates the hip, from extension to deep flexion: model, cadavers, other models."""

from dataclasses import dataclass
from math import floor

import numpy as np

from gluteal.catalogue import load, name_of
from gluteal.catalogue.hip import published_moment_arms
from gluteal.drawing import style
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words
from gluteal.models import hip

NAME = "hip-rotation-moment-arms"
WIDTH_PT, HEIGHT_PT = 780.0, 742.0
NOTE_PT = 666.0
LABEL_PT = 12.0
"""Least distance of two names at the ends of their lines."""
FLEXION_DEG = np.arange(-20, 111, 2)
X_DEG, X_TICKS = (-20, 110), (0, 30, 60, 90)
DASHES = ("solid", (0, (5, 2)), (0, (1.5, 1.5)))
MODEL = "this pack"
OTHER = style.QUIET_INK
CADAVER = style.INK


@dataclass(frozen=True)
class Panel:
    """One chart: which lines, where on the page, from which to which moment arm.

    Attributes
    ----------
    words : str
        Id of the heading.
    lines : tuple of str
    box_pt : (left, top, width, height)
        Of the chart itself.
    y_mm : (int, int)
    ticks : tuple of int
    """

    words: str
    lines: tuple[str, ...]
    box_pt: tuple[float, float, float, float]
    y_mm: tuple[int, int] = (-55, 68)
    ticks: tuple[int, ...] = (-40, -20, 0, 20, 40, 60)

    def place(self, flexion_deg, arm_mm):
        """Return where a flexion and a moment arm lie on the page, points."""
        left, top, width, height = self.box_pt
        across = (np.asarray(flexion_deg) - X_DEG[0]) / (X_DEG[1] - X_DEG[0])
        low, high = self.y_mm
        return left + width * across, top + height * (high - np.asarray(arm_mm)) / (high - low)


PANELS = (
    Panel("piriformis", ("piri",), (54, 82, 402, 266), (-45, 30), (-40, -20, 0, 20)),
    Panel("gluteus-medius", ("gmed1", "gmed2", "gmed3"), (542, 82, 148, 266)),
    Panel("gluteus-minimus", ("gmin1", "gmin2", "gmin3"), (54, 412, 136, 210)),
    Panel("gluteus-maximus", ("gmax1", "gmax2", "gmax3"), (298, 412, 136, 210)),
    Panel("hip-arms-others", ("tfl", "gem", "qf"), (542, 412, 136, 210)),
)
COLOURS = {"tfl": "tensor-fasciae-latae", "gem": "obturator-internus", "qf": "quadratus-femoris"}


def hip_rotation_arms(ax=None):
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
    for panel in PANELS:
        _scale(ax, panel)
        for number, line in enumerate(panel.lines):
            _curve(ax, panel, number, line)
            _cadavers(ax, panel, number, line)
        if len(panel.lines) > 1:
            _name_lines(ax, panel)
    _others(ax, PANELS[0])
    _piriformis_words(ax, PANELS[0])
    words(
        ax,
        EDGE_PT,
        NOTE_PT,
        name_of("hip-arms-note"),
        WIDTH_PT - 3 * EDGE_PT,
        va="top",
        color=style.QUIET_INK,
    )
    return ax


def rotation_arm_mm(line):
    """Return the rotation moment arm of a line at `FLEXION_DEG`, adduction and rotation 0, mm.

    Examples
    --------
    >>> round(rotation_arm_mm("piri")[10]), int(FLEXION_DEG[10])
    (-29, 0)
    """
    return 1000 * hip.solve(FLEXION_DEG, 0, 0, lines=(line,)).moment_arm_m[:, 0, 2]


def other_models(line):
    """Return where other models put the sign change: (model, arm at 0, flexion of the change, arm at 90)."""
    every = load().hip_reversals.values()
    found = [one for one in every if one.line_id == line and one.model != MODEL]
    return [
        (one.model, one.rotation_arm_at_0_mm, one.reversal_flexion_deg, one.rotation_arm_at_90_mm)
        for one in found
        if (one.adduction_deg, one.rotation_deg) == (0, 0)
    ]


def cadaver_arms(line):
    """Return the means of four cadaver hips for the compartments nearest to a line."""
    return [one for one in published_moment_arms().values() if one.line_id == line and one.kind == "cadaver"]


def _scale(ax, panel):
    left, top, width, height = panel.box_pt
    looks = {"size": style.SIZE_BODY, "weight": "bold"}
    words(ax, left, top - 12, name_of(panel.words), **looks)
    zero = panel.place(0, 0)[1]
    box(ax, left, top, width, zero - top, fc=style.mix(style.PAPER, style.COLOURS["insertion"], 0.05), lw=0)
    box(
        ax,
        left,
        zero,
        width,
        top + height - zero,
        fc=style.mix(style.PAPER, style.COLOURS["origin"], 0.05),
        lw=0,
    )
    for tick in X_TICKS:
        x = panel.place(tick, 0)[0]
        ax.plot([x, x], [top, top + height], color=style.INK, alpha=0.12, lw=0.6)
        words(ax, x, top + height + 14, f"{tick}°", ha="center", color=style.QUIET_INK)
    for tick in panel.ticks:
        y = panel.place(0, tick)[1]
        ax.plot(
            [left, left + width],
            [y, y],
            color=style.INK,
            alpha=0.6 if tick == 0 else 0.12,
            lw=1 if tick == 0 else 0.6,
        )
        words(ax, left - 5, y, f"{tick}".replace("-", "−"), ha="right", va="center", color=style.QUIET_INK)


def _curve(ax, panel, number, line):
    colour = _colour(panel, line)
    x, y = panel.place(FLEXION_DEG, rotation_arm_mm(line))
    ax.plot(x, y, color=colour, lw=2.4, ls=DASHES[number], label=line, solid_capstyle="butt")


def _name_lines(ax, panel):
    """Write the name of each line at its end; where ends lie close, one above the other."""
    right = float(panel.place(X_DEG[1], 0)[0]) + 5
    ends = sorted((float(panel.place(0, rotation_arm_mm(line)[-1])[1]), line) for line in panel.lines)
    middle = sum(y for y, _ in ends) / len(ends)
    for place, (y, line) in enumerate(ends):
        crowded = ends[-1][0] - ends[0][0] < LABEL_PT * (len(ends) - 1)
        level = middle + LABEL_PT * (place - (len(ends) - 1) / 2) if crowded else y
        colour = style.darker(_colour(panel, line), 0.3)
        words(ax, right, level, name_of(f"line-{line}"), va="center", color=colour)


def _colour(panel, line):
    return style.darker(style.muscle_colour(COLOURS.get(line, panel.words)), 0.15)


def _cadavers(ax, panel, number, line):
    """Mean and standard deviation of each compartment; those of neighbouring lines a little apart."""
    for one in cadaver_arms(line):
        x, y = panel.place(one.flexion_deg, one.rotation_arm_mm)
        x += 3.0 * (number - 1) if len(panel.lines) > 1 else 0
        if one.sd_mm:
            ends = [one.rotation_arm_mm - one.sd_mm, one.rotation_arm_mm + one.sd_mm]
            ax.plot([x, x], panel.place(0, ends)[1], color=CADAVER, lw=1.1, label="spread")
        look = {"marker": "osD"[number], "ms": 4.6, "mfc": _colour(panel, line), "mec": CADAVER}
        ax.plot(x, y, ls="", zorder=5, label="cadaver", **look)


def _others(ax, panel):
    for _, at_0, change, at_90 in other_models(panel.lines[0]):
        x, y = panel.place([0, change, 90], [at_0, 0, at_90])
        ax.plot(
            x, y, color=OTHER, lw=1.0, ls=(0, (3, 2)), marker="s", ms=4, mfc=style.PAPER, label="other model"
        )


def _piriformis_words(ax, panel):
    left, top, width, height = panel.box_pt
    words(ax, left + 8, top + 16, name_of("hip-arms-internal"), color=style.COLOURS["insertion"])
    words(ax, left + 8, top + height - 8, name_of("hip-arms-external"), color=style.COLOURS["origin"])
    words(
        ax,
        left + width / 2,
        top + height + 30,
        name_of("hip-arms-flexion"),
        ha="center",
        color=style.QUIET_INK,
    )
    arms = rotation_arm_mm("piri")
    change = float(np.interp(0, arms, FLEXION_DEG))
    others = sorted(floor(one[2] + 0.5) for one in other_models("piri"))
    x, y = panel.place(66, -6)
    said = name_of("hip-arms-change").format(round(change), _listed(others))
    words(ax, float(x), float(y), said, 138, va="top")
    low, high = cadaver_arms("piri")
    numbers = [
        f"{value:g}".replace("-", "−") for one in (low, high) for value in (one.rotation_arm_mm, one.sd_mm)
    ]
    x, y = panel.place(4, -33)
    words(ax, float(x) + 4, float(y), name_of("hip-arms-cadavers").format(*numbers), 170, va="top")


def _listed(angles):
    return f"{angles[0]}° to {angles[-1]}°"
