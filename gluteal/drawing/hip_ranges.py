"""Ranges of motion of the hip in groups of healthy people: mean and spread, rotation as a pair."""

import re
from dataclasses import dataclass
from math import floor

from gluteal.catalogue import name_of
from gluteal.catalogue.hip import range_norms
from gluteal.drawing import style
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

NAME = "hip-range-norms"
WIDTH_PT, TOP_PT, ROW_PT, GROUP_PT, GAP_PT, BOTTOM_PT = 780.0, 70.0, 21.0, 25.0, 40.0, 104.0
NAME_PT, SOURCE_PT = 26.0, 640.0
"""Left ends of the columns of groups and of sources."""
MIDDLE_PT, DEGREE_PT = 436.0, 2.25
"""Zero of the rotations, which go to both sides, and points for one degree."""
LEFT_PT, SINGLE_PT = 292.0, 2.0
"""Zero of the other motions, and points for one degree."""
PAIR_TICKS, SINGLE_TICKS = (0, 20, 40, 60, 80), (0, 30, 60, 90, 120, 150)
MOTIONS = ("total-rotation", "flexion", "extension", "abduction", "adduction")
POSITIONS_OF = "kouyoumdjian2012"
"""The study that measured the same people in three positions."""
LISTED = ", as listed"
"""Ends the name of a study that a table of another source lists."""
SIGNS = {"internal-rotation": -1, "external-rotation": 1}
MARK = style.COLOURS["insertion"]
BAR = style.mix(MARK, style.PAPER, 0.68)


@dataclass(frozen=True)
class Group:
    """One group of people in one position.

    Attributes
    ----------
    study : str
    population, position : str
    norms : tuple of gluteal.catalogue.hip.RangeNorm
        Internal rotation, external rotation, or both.
    """

    study: str
    population: str
    position: str
    norms: tuple

    @property
    def n(self):
        """How many people, None where that was not read."""
        return self.norms[0].n

    @property
    def internal_deg(self):
        """Mean internal rotation."""
        return next(one.mean_deg for one in self.norms if one.motion == "internal-rotation")


def study_of(norm):
    """Return who measured a norm: the study itself where the source is a table of studies.

    Examples
    --------
    >>> study_of(range_norms()["internal-rotation-08"])
    'Tainaka 2014'
    """
    return norm.note.split(LISTED)[0] if LISTED in norm.note else norm.source.short


def rotation_groups():
    """Return the groups with internal rotation: first one group in three positions, then by range.

    Examples
    --------
    >>> [round(one.internal_deg) for one in rotation_groups()][:3]
    [30, 35, 38]
    """
    found = {}
    for one in range_norms().values():
        if one.motion in SIGNS:
            found.setdefault((study_of(one), one.population, one.position), []).append(one)
    groups = [
        Group(*key, tuple(norms))
        for key, norms in found.items()
        if any(one.motion == "internal-rotation" for one in norms)
    ]
    return sorted(groups, key=lambda one: (one.norms[0].source_key != POSITIONS_OF, one.internal_deg))


def other_norms():
    """Return the norms of the other motions, motion by motion."""
    every = range_norms().values()
    return [one for motion in MOTIONS for one in every if one.motion == motion]


def hip_range_norms(ax=None):
    """Draw the chart.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    groups, others = rotation_groups(), other_norms()
    foot = TOP_PT + 2 * GROUP_PT + len(groups) * ROW_PT
    single = foot + GAP_PT + GROUP_PT
    end = single + len(others) * ROW_PT
    ax = sheet(WIDTH_PT, end + BOTTOM_PT, NAME, ax)
    _pair_scale(ax, TOP_PT, foot)
    _rotations(ax, groups)
    _single_scale(ax, single, end)
    _others(ax, others, single)
    words(
        ax,
        EDGE_PT,
        end + 42,
        name_of("hip-range-note"),
        WIDTH_PT - 3 * EDGE_PT,
        va="top",
        color=style.QUIET_INK,
    )
    return ax


def pair_pt(motion, angle_deg):
    """Return where an angle of rotation lies: internal to the left of the middle, external to the right.

    Examples
    --------
    >>> pair_pt("internal-rotation", 0) == pair_pt("external-rotation", 0) == MIDDLE_PT
    True
    """
    return MIDDLE_PT + SIGNS[motion] * DEGREE_PT * angle_deg


def single_pt(angle_deg):
    """Return where an angle of another motion lies."""
    return LEFT_PT + SINGLE_PT * angle_deg


def _pair_scale(ax, top, foot):
    for motion in SIGNS:
        for tick in PAIR_TICKS:
            _tick(ax, pair_pt(motion, tick), tick, top, foot, write=tick or motion == "internal-rotation")
        looks = {"ha": "center", "size": style.SIZE_BODY, "weight": "bold"}
        words(ax, pair_pt(motion, 40), top - 8, name_of(f"motion-{motion}"), **looks)


def _single_scale(ax, top, foot):
    for tick in SINGLE_TICKS:
        _tick(ax, single_pt(tick), tick, top, foot, write=True)


def _tick(ax, x, tick, top, foot, write):
    alpha, width = (0.5, 1.0) if tick == 0 else (0.14, 0.6)
    ax.plot([x, x], [top, foot + 4], color=style.INK, alpha=alpha, lw=width)
    if write:
        words(ax, x, foot + 16, f"{tick}°", ha="center", color=style.QUIET_INK)


def _rotations(ax, groups):
    y, heading = TOP_PT, ""
    for one in groups:
        same = one.norms[0].source_key == POSITIONS_OF
        wanted = "hip-range-positions" if same else "hip-range-groups"
        if wanted != heading:
            said = name_of(wanted).format(one.n)
            words(ax, EDGE_PT, y + GROUP_PT - 8, said, size=style.SIZE_BODY, weight="bold")
            y, heading = y + GROUP_PT, wanted
        label = one.position if same else _label(one.population, one.position, one.n)
        _row(ax, y + ROW_PT / 2, label[0].upper() + label[1:], one.study)
        for norm in one.norms:
            _mark(ax, y + ROW_PT / 2, norm, lambda angle, norm=norm: pair_pt(norm.motion, angle))
        y += ROW_PT


def _others(ax, norms, y):
    words(ax, EDGE_PT, y - 10, name_of("hip-range-others"), size=style.SIZE_BODY, weight="bold")
    for one in norms:
        unknown = one.position.startswith("not ")
        label = _label(one.population if unknown else "", one.position, one.n)
        _row(ax, y + ROW_PT / 2, f"{name_of(f'motion-{one.motion}')}: {label}", study_of(one))
        _mark(ax, y + ROW_PT / 2, one, single_pt)
        y += ROW_PT


def _label(population, position, n):
    known = [population, "" if position.startswith("not ") else position, f"n = {n}" if n else ""]
    return re.sub(r"(?<=\d)-(?=\d)", "–", ", ".join(part for part in known if part))


def _row(ax, y, label, study):
    words(ax, NAME_PT, y, label, va="center")
    words(ax, SOURCE_PT, y, study, WIDTH_PT - SOURCE_PT - EDGE_PT, va="center", color=style.QUIET_INK)


def _mark(ax, y, norm, place):
    """The bar of one standard deviation to each side, least and most, the mean and its number."""
    mean, spread = place(norm.mean_deg), norm.sd_deg
    outer = [norm.mean_deg + (spread or 0)]
    if norm.low_deg is not None:
        ends = [place(norm.low_deg), place(norm.high_deg)]
        outer.append(norm.high_deg)
        ax.plot(ends, [y, y], color=MARK, lw=1.4, label="least and most")
    if spread:
        low, high = sorted((place(norm.mean_deg - spread), place(norm.mean_deg + spread)))
        box(ax, low, y - 5, high - low, 10, fc=BAR, ec=MARK)
    face = MARK if spread else style.PAPER
    ax.plot(mean, y, "o", ms=6, mfc=face, mec=MARK, mew=1.3, zorder=4, label="mean")
    toward = 1 if place(1) > place(0) else -1
    looks = {"va": "center", "ha": "left" if toward > 0 else "right", "weight": "bold"}
    words(ax, place(max(outer)) + toward * 7, y, f"{floor(norm.mean_deg + 0.5)}°", **looks)
