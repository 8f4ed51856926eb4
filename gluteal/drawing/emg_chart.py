"""How strongly gluteal muscles worked in exercises: five studies, each with an axis of its own."""

from gluteal.catalogue import load, name_of
from gluteal.catalogue.effects import emg_studies
from gluteal.drawing import style
from gluteal.drawing.forest_words import number
from gluteal.drawing.lettering import wrap
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

NAME = "emg-activation"
HIGH = "strengthening-threshold"
"""The fact that says from where on the authors of a review call activity high."""
LIMITS = "strengthening-limits"
WIDTH_PT, TOP_PT, ROW_PT, HEAD_PT, SCALE_PT, BOTTOM_PT = 780.0, 74.0, 17.0, 24.0, 24.0, 96.0
TASK_PT, MUSCLE_PT = 40.0, 290.0
"""Left ends of the columns of tasks and muscles."""
AXIS_PT, NUMBER_PT = (428.0, 684.0), 692.0
LAST, TICKS = 130.0, (0, 20, 40, 60, 80, 100, 120)
"""End of the axis and its ticks, % of the maximal voluntary isometric contraction."""


def emg_activation(ax=None):
    """Draw the chart.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    studies = emg_studies()
    rows = sum(map(len, studies.values())) * ROW_PT
    foot = TOP_PT + rows + len(studies) * (HEAD_PT + SCALE_PT)
    ax = sheet(WIDTH_PT, foot + BOTTOM_PT, NAME, ax)
    limits = load().treatment_facts[LIMITS]
    words(ax, EDGE_PT, 46, f"{limits.statement}. {limits.certainty.symbol}", WIDTH_PT - 3 * EDGE_PT, va="top")
    y = TOP_PT
    for facts in studies.values():
        y = _study(ax, y, facts)
    note = name_of("emg-note").format(load().treatment_facts[HIGH].source.short)
    words(ax, EDGE_PT, foot + 10, note, WIDTH_PT - 3 * EDGE_PT, va="top", color=style.QUIET_INK)
    return ax


def place_pt(percent):
    """Return where an activity lies on the page, points from the left.

    Examples
    --------
    >>> place_pt(0) == AXIS_PT[0]
    True
    """
    left, right = AXIS_PT
    return left + (right - left) * percent / LAST


def _study(ax, y, facts):
    low = y + HEAD_PT + len(facts) * ROW_PT
    _head(ax, y, facts[0])
    _axis(ax, y + HEAD_PT, low)
    for row, fact in enumerate(facts):
        _row(ax, y + HEAD_PT + (row + 0.5) * ROW_PT, fact)
    return low + SCALE_PT


def _head(ax, y, fact):
    """Who measured what in whom: statistic and load are part of the measure."""
    load_words = name_of("emg-load").format(fact.load) if fact.load else ""
    parts = (fact.source.short, name_of(f"emg-{fact.statistic}"), load_words, fact.population)
    said = "  ·  ".join(part for part in parts if part) + f"  {fact.certainty.symbol}"
    ground = style.mix(style.PAPER, style.INK, 0.07)
    box(ax, EDGE_PT, y + 3, WIDTH_PT - 2 * EDGE_PT, HEAD_PT - 6, fc=ground, lw=0)
    words(ax, EDGE_PT + 6, y + HEAD_PT / 2, said, va="center", weight="bold")


def _axis(ax, top, low):
    high = load().treatment_facts[HIGH].value
    for tick in TICKS:
        x, strong = place_pt(tick), tick in (0, 100)
        look = {"alpha": 0.6, "lw": 0.9} if strong else {"alpha": 0.14, "lw": 0.6}
        ax.plot([x, x], [top, low + 3], color=style.INK, **look)
        words(ax, x, low + 13, f"{tick} %", ha="center", color=style.QUIET_INK)
    x = place_pt(high)
    dashes = {"color": style.INK, "lw": 1.1, "ls": (0, (3, 2)), "zorder": 3}
    ax.plot([x, x], [top, low + 3], label="high", **dashes)


def _row(ax, y, fact):
    colour = style.muscle_colour(fact.muscle_id)
    mark = name_of("emg-in-pack") if fact.exercise_id else ""
    words(ax, TASK_PT - 11, y, mark, va="center", ha="center")
    task = wrap(fact.task, MUSCLE_PT - TASK_PT, style.SIZE_SMALL)
    words(ax, TASK_PT, y, task, va="center", weight="bold" if fact.exercise_id else "normal")
    muscle = fact.muscle.name + (f", {fact.portion}" if fact.portion else "")
    words(ax, MUSCLE_PT, y, muscle, va="center", color=style.darker(colour, 0.45))
    left = place_pt(0)
    edge = style.darker(colour, 0.4)
    box(ax, left, y - 5, place_pt(fact.value) - left, 10, fc=colour, ec=edge, lw=0.7, label="bar")
    _spread(ax, y, fact)
    words(ax, NUMBER_PT, y, _number(fact), va="center", weight="bold")


def _spread(ax, y, fact):
    """One standard deviation to either side: how far people differed."""
    if fact.sd is None:
        return
    ends = [place_pt(max(0, fact.value - fact.sd)), place_pt(fact.value + fact.sd)]
    ax.plot(ends, [y, y], color=style.INK, lw=1.2, zorder=4, label="spread")
    for end in ends:
        ax.plot([end, end], [y - 3, y + 3], color=style.INK, lw=1.2, zorder=4)


def _number(fact):
    said = number(fact.value)
    return f"{said} ± {number(fact.sd)}" if fact.sd is not None else said
