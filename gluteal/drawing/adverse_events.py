"""What went wrong in dry needling: each event as dots among a thousand treatments."""

from gluteal.catalogue import name_of
from gluteal.catalogue.effects import needling_events
from gluteal.drawing import style
from gluteal.drawing.forest_words import number
from gluteal.drawing.sheet import EDGE_PT, sheet, words

NAME = "adverse-events-needling"
WIDTH_PT, TOP_PT, BOTTOM_PT = 780.0, 84.0, 72.0
ACROSS, DOWN, STEP_PT, DOT_PT = 40, 25, 3.4, 2.5
"""A field: squares in a row, rows, distance of two squares and size of one."""
COLUMNS, COLUMN_PT, CELL_PT = 5, 151.0, 132.0
MARK, FIELD = style.COLOURS["origin"], style.mix(style.PAPER, style.INK, 0.16)


def per_thousand(fact):
    """Return how many of a thousand treatments, rounded to whole ones.

    Parameters
    ----------
    fact : gluteal.catalogue.clinical.TreatmentFact
        In percent.

    Examples
    --------
    >>> per_thousand(needling_events()[0])
    192
    """
    return int(fact.value * 10 + 0.5)


def adverse_events_needling(ax=None):
    """Draw the fields.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    events = needling_events()
    rows = -(-len(events) // COLUMNS)
    foot = TOP_PT + rows * CELL_PT
    ax = sheet(WIDTH_PT, foot + BOTTOM_PT, NAME, ax)
    first = events[0]
    about = name_of("needling-about").format(first.population, first.source.short, first.certainty.symbol)
    words(ax, EDGE_PT, 46, about, WIDTH_PT - 3 * EDGE_PT, va="top")
    for place, fact in enumerate(events):
        row, column = divmod(place, COLUMNS)
        _event(ax, EDGE_PT + column * COLUMN_PT, TOP_PT + row * CELL_PT, fact)
    note = name_of("needling-note")
    words(ax, EDGE_PT, foot + 12, note, WIDTH_PT - 3 * EDGE_PT, va="top", color=style.QUIET_INK)
    return ax


def _event(ax, left, top, fact):
    words(ax, left, top + 8, fact.statement.split(":")[0], weight="bold")
    words(ax, left, top + 21, _said(fact), color=style.QUIET_INK)
    count = per_thousand(fact)
    for row in range(DOWN):
        y = top + 30 + (row + 0.5) * STEP_PT
        _squares(ax, left, y, ACROSS, FIELD, "field")
        _squares(ax, left, y, min(ACROSS, max(0, count - row * ACROSS)), MARK, "event")


def _squares(ax, left, y, count, colour, label):
    """A row of squares as one dashed line: a thousand of them stay a small file."""
    if not count:
        return
    dashes = (0, (1, STEP_PT / DOT_PT - 1))
    ends = [left, left + (count - 1) * STEP_PT + DOT_PT]
    look = {"lw": DOT_PT, "ls": dashes, "dash_capstyle": "butt", "color": colour}
    ax.plot(ends, [y, y], label=f"{label} {count}", **look)


def _said(fact):
    """Percentage as printed; none seen, and how many there may still be."""
    if fact.value_high is not None:
        return name_of("needling-none").format(number(fact.value_high))
    count = per_thousand(fact)
    return name_of("needling-rate").format(f"{number(fact.value)} %", count)
