"""A class's results as charts: shares by objective, and questions by difficulty and discrimination."""

from dataclasses import dataclass

from gluteal.drawing import furniture, page, style

_ROW_PT, _WORDS_PT, _CHART_PT, _RIGHT_PT = 30.0, 300.0, 300.0, 70.0
_TOP_PT, _BOTTOM_PT = 62.0, 46.0
_MAP_PT = 620.0, 420.0
_MARGIN_PT = 64.0
POOR = 0.1
"""Convention of these lessons: below it a question hardly tells learners apart, or the wrong way round."""


@dataclass(frozen=True)
class Row:
    """One line of the chart by objective.

    Attributes
    ----------
    group : str
        The lesson, written above its first row.
    text : str
    share : float
        0 to 1.
    low, high : float or None
        Its interval.
    learners : int
    """

    group: str
    text: str
    share: float
    low: float | None
    high: float | None
    learners: int


@dataclass(frozen=True)
class Spot:
    """One question on the map.

    Attributes
    ----------
    name : str
    difficulty : float
        Share that was right, 0 to 1.
    discrimination : float
        -1 to 1.
    """

    name: str
    difficulty: float
    discrimination: float


def shares_chart(rows, title="Right at the first try, by objective"):
    """Draw shares with their intervals, one row each.

    Parameters
    ----------
    rows : list of Row
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    places, height = _places(rows)
    width = _WORDS_PT + _CHART_PT + _RIGHT_PT
    figure = page.blank(width, height + _TOP_PT + _BOTTOM_PT)
    whole = height + _TOP_PT + _BOTTOM_PT
    ax = figure.add_axes((_WORDS_PT / width, _BOTTOM_PT / whole, _CHART_PT / width, height / whole))
    ax.set(xlim=(0, 100), ylim=(height, 0), yticks=[], xticks=range(0, 101, 25), facecolor="none")
    ax.set_xlabel(
        "of 100 first tries, right (bar: 95 % interval)", size=style.SIZE_SMALL, color=style.QUIET_INK
    )
    _bare(ax, "x")
    for row, (y, heading) in zip(rows, places, strict=True):
        _draw_row(ax, row, y, heading)
    looks = {"size": style.SIZE_TITLE, "weight": "bold", "color": style.INK}
    figure.text(14 / width, 1 - 26 / whole, title, **looks)
    return figure


def _places(rows):
    """Where each row lies from the top, and where its group's heading does; the height of all."""
    places, at, group = [], 0.0, None
    for row in rows:
        heading = None
        if row.group != group:
            heading, group = at + 14, row.group
            at += 24
        places.append((at + _ROW_PT / 2, heading))
        at += _ROW_PT
    return places, at


def _draw_row(ax, row, y, heading):
    left = -(_WORDS_PT - 14) / _CHART_PT * 100
    if heading is not None:
        ax.text(left, heading, row.group, size=style.SIZE_BODY, weight="bold", color=style.INK, va="center")
    if row.low is not None:
        ax.plot(
            [row.low * 100, row.high * 100], [y, y], color=style.INK, lw=3, alpha=0.4, solid_capstyle="butt"
        )
    ax.plot(row.share * 100, y, "o", ms=7, color=style.COLOURS["insertion"], clip_on=False)
    words = furniture.wrap(row.text, _WORDS_PT - 34, style.SIZE_SMALL)
    looks = {"size": style.SIZE_SMALL, "va": "center", "color": style.INK}
    ax.text(left, y, words, linespacing=1.15, **looks)
    ax.text(104, y, f"{row.share * 100:.0f} %  n = {row.learners}", **looks)


def _bare(ax, axis):
    ax.tick_params(labelsize=style.SIZE_SMALL, colors=style.QUIET_INK, length=3)
    ax.grid(axis=axis, color=style.INK, alpha=0.12, lw=0.6)
    for side in ax.spines.values():
        side.set_visible(False)


def item_map(spots, title="Questions: how difficult, and how well they tell learners apart"):
    """Draw each question by the share that was right and by its discrimination; name those to look at.

    Parameters
    ----------
    spots : list of Spot
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    width, height = _MAP_PT
    figure = page.blank(width, height)
    box = (_MARGIN_PT / width, 58 / height, (width - _MARGIN_PT - 24) / width, (height - 58 - 56) / height)
    ax = figure.add_axes(box, facecolor="none")
    low = min([-0.2, *(spot.discrimination - 0.08 for spot in spots)])
    high = max([0.6, *(spot.discrimination + 0.08 for spot in spots)])
    ax.set(xlim=(-2, 102), ylim=(low, high), xticks=range(0, 101, 20))
    looks = {"size": style.SIZE_SMALL, "color": style.QUIET_INK}
    ax.set_xlabel("right at the first try, % of learners  (left: hard, right: easy)", **looks)
    ax.set_ylabel("discrimination (correlation with all other questions)", **looks)
    _bare(ax, "both")
    ax.axhspan(low, POOR, color=style.COLOURS["pain.spillover"], alpha=0.16, lw=0)
    ax.text(
        101,
        low + 0.01,
        f"below {POOR:g}: look at the wording and at the key",
        ha="right",
        va="bottom",
        **looks,
    )
    for spot in spots:
        poor = spot.discrimination < POOR
        colour = style.COLOURS["pain.essential" if poor else "insertion"]
        ax.plot(
            spot.difficulty * 100, spot.discrimination, "D" if poor else "o", ms=6, color=colour, alpha=0.8
        )
    _name(ax, spots)
    figure.text(14 / width, 1 - 26 / height, title, size=style.SIZE_TITLE, weight="bold", color=style.INK)
    return figure


def _name(ax, spots):
    """Write the names of the questions to look at, where there is room: poor ones first, then hard ones."""
    poor = sorted((s for s in spots if s.discrimination < POOR), key=lambda s: (s.discrimination, s.name))
    hard = sorted((s for s in spots if s not in poor), key=lambda s: (s.difficulty, s.name))[:4]
    taken = [(spot.discrimination, spot.difficulty * 100, spot.difficulty * 100) for spot in spots]
    for spot in [*poor[:10], *hard]:
        sides = sorted(
            (_beside(spot, side) for side in (1, -1)), key=lambda one: not 0 <= one[1] <= one[2] <= 100
        )
        free = next((one for one in sides if not any(_meet(one, other) for other in taken)), None)
        if free:
            taken.append(free)
            side = 1 if free[1] > spot.difficulty * 100 else -1
            place = {"ha": "left" if side > 0 else "right", "va": "center", "xytext": (7 * side, 0)}
            looks = {"size": style.SIZE_SMALL, "color": style.INK, "textcoords": "offset points"}
            ax.annotate(spot.name, (spot.difficulty * 100, spot.discrimination), **looks, **place)


def _beside(spot, side):
    """Where a name stands, right (1) or left (-1) of its spot: height, left and right end."""
    near, far = spot.difficulty * 100 + side * 1.2, spot.difficulty * 100 + side * (1.2 + len(spot.name))
    return spot.discrimination, min(near, far), max(near, far)


def _meet(one, other):
    return abs(one[0] - other[0]) < 0.03 and one[1] < other[2] + 0.8 and other[1] - 0.8 < one[2]
