"""How long and how often: the doses that trials and reviews give, by what is done."""

from gluteal.catalogue import name_of
from gluteal.catalogue.effects import doses
from gluteal.drawing import style
from gluteal.drawing.forest_words import number, people, source_line
from gluteal.drawing.lettering import joined, wrap
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

NAME = "treatment-dose-ranges"
WIDTH_PT, TOP_PT, LINE_PT, PAD_PT, HEAD_PT, SCALE_PT, BOTTOM_PT = 780.0, 44.0, 12.4, 11.0, 24.0, 26.0, 64.0
NAME_PT, NAME_WIDTH_PT = 26.0, 272.0
AXIS_PT, NUMBER_PT, SOURCE_PT, SOURCE_WIDTH_PT = (316.0, 508.0), 522.0, 604.0, 158.0
ENDS = {"hold": (120, 30), "total": (12, 2), "course": (8, 1)}
"""Scale → its end and the distance of its ticks: seconds, minutes, weeks."""
TINTS = {
    "stretching": style.COLOURS["insertion"],
    "pressure": style.COLOURS["origin"],
    "rolling": style.MUSCLES["gluteus-medius"],
    "needling": style.INK,
    "exercise": style.mix(style.COLOURS["insertion"], style.PAPER, 0.4),
}


def treatment_dose_ranges(ax=None):
    """Draw the chart.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    foot = TOP_PT + sum(HEAD_PT + SCALE_PT + sum(map(_row_pt, doses(scale))) for scale in ENDS)
    ax = sheet(WIDTH_PT, foot + BOTTOM_PT, NAME, ax)
    y = TOP_PT
    for scale in ENDS:
        y = _band(ax, y, scale)
    note = name_of("dose-note")
    words(ax, EDGE_PT, foot + 8, note, WIDTH_PT - 3 * EDGE_PT, va="top", color=style.QUIET_INK)
    return ax


def place_pt(scale, value):
    """Return where a dose lies on its scale, points from the left.

    Examples
    --------
    >>> place_pt("hold", 120) == AXIS_PT[1]
    True
    """
    left, right = AXIS_PT
    return left + (right - left) * value / ENDS[scale][0]


def _row_pt(one):
    named, about = (wrap(text, NAME_WIDTH_PT, style.SIZE_SMALL, weight) for text, weight in _texts(one))
    lines = max(
        named.count("\n") + about.count("\n") + 2,
        wrap(source_line(one.fact), SOURCE_WIDTH_PT, style.SIZE_SMALL).count("\n") + 1,
    )
    return lines * LINE_PT + PAD_PT


def _texts(one):
    return (one.name, "bold"), (people(one.fact), "normal")


def _band(ax, y, scale):
    low = y + HEAD_PT + sum(map(_row_pt, doses(scale)))
    box(
        ax,
        EDGE_PT,
        y + 3,
        WIDTH_PT - 2 * EDGE_PT,
        HEAD_PT - 6,
        fc=style.mix(style.PAPER, style.INK, 0.07),
        lw=0,
    )
    words(ax, EDGE_PT + 6, y + HEAD_PT / 2, name_of(f"dose-{scale}"), va="center", weight="bold")
    _axis(ax, scale, y + HEAD_PT, low)
    y += HEAD_PT
    for one in doses(scale):
        _row(ax, y, one)
        y += _row_pt(one)
    return low + SCALE_PT


def _axis(ax, scale, top, low):
    end, step = ENDS[scale]
    for tick in range(0, end + 1, step):
        x = place_pt(scale, tick)
        look = {"alpha": 0.6, "lw": 0.9} if tick == 0 else {"alpha": 0.14, "lw": 0.6}
        ax.plot([x, x], [top, low + 3], color=style.INK, **look)
        words(ax, x, low + 14, str(tick), ha="center", color=style.QUIET_INK)


def _row(ax, y, one):
    middle, at = y + _row_pt(one) / 2, y + PAD_PT / 2
    for (text, weight), colour in zip(_texts(one), (style.INK, style.QUIET_INK), strict=True):
        said = wrap(text, NAME_WIDTH_PT, style.SIZE_SMALL, weight)
        words(ax, NAME_PT, at, said, va="top", weight=weight, color=colour)
        at += (said.count("\n") + 1) * LINE_PT
    (_course if one.scale == "course" else _span)(ax, middle, one)
    words(ax, NUMBER_PT, middle, joined(shown(one), 2), SOURCE_PT - NUMBER_PT, va="center", weight="bold")
    words(ax, SOURCE_PT, middle, source_line(one.fact), SOURCE_WIDTH_PT, va="center", color=style.QUIET_INK)


def _span(ax, y, one):
    """A bar from the shortest to the longest; a dot for a single value."""
    low, high = (place_pt(one.scale, end) for end in one.span)
    tint = TINTS[one.group]
    if high > low:
        box(ax, low, y - 5, high - low, 10, fc=style.mix(tint, style.PAPER, 0.45), ec=tint, label="span")
    else:
        ax.plot(low, y, "o", ms=7, color=tint, label="value")


def _course(ax, y, one):
    """One column for each week, one dot for each session; a bar where the sessions a week are not given."""
    tint = TINTS[one.group]
    if not one.per_week:
        left, right = (place_pt("course", end) for end in (0, one.weeks))
        box(ax, left, y - 5, right - left, 10, fc=style.mix(tint, style.PAPER, 0.45), ec=tint, label="span")
        return
    for week in range(one.weeks):
        x = place_pt("course", week + 0.5)
        for session in range(one.per_week):
            dot = y + 4.6 * (session - (one.per_week - 1) / 2)
            ax.plot(x, dot, "o", ms=3.4, color=tint, label="session")


def shown(one):
    """Return a dose in words.

    Parameters
    ----------
    one : gluteal.catalogue.effects.DoseRow

    Examples
    --------
    >>> [shown(one) for one in doses("total")]
    ['4 min', '10 min']
    """
    if one.scale == "course":
        if not one.per_week:
            return name_of("dose-weeks").format(one.weeks)
        return name_of("dose-a-week").format(one.per_week, one.weeks)
    low, high = one.span
    span = number(low) if low == high else name_of("dose-range").format(number(low), number(high))
    return f"{span} {one.fact.unit}"
