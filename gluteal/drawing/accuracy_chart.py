"""Sensitivity and specificity of the tests with their intervals, by what they look for and against what."""

from gluteal.catalogue import name_of
from gluteal.catalogue.accuracy import accuracies
from gluteal.drawing import style
from gluteal.drawing.lettering import wrap
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

NAME = "test-accuracy"
WIDTH_PT, TOP_PT, ROW_PT, GROUP_PT, BOTTOM_PT = 780.0, 74.0, 18.0, 24.0, 118.0
NAME_PT, PEOPLE_PT = 26.0, 652.0
"""Left ends of the columns of tests and of people."""
AXES_PT = {"sensitivity": (318.0, 446.0), "specificity": (508.0, 636.0)}
"""From 0 to 100 %."""
LINE_PT = 12.0
TICKS = (0, 50, 100)
MARK = style.COLOURS["insertion"]


def groups():
    """Return the rows of the chart by condition and reference standard, in the order of the table.

    Returns
    -------
    dict of (str, str) to list of gluteal.catalogue.accuracy.Accuracy

    Examples
    --------
    >>> list(groups())[0]
    ('sciatic nerve entrapment in the gluteal region', 'endoscopy')
    """
    found = {}
    for one in accuracies():
        found.setdefault((one.target, one.reference_standard), []).append(one)
    return found


def accuracy_chart(ax=None):
    """Draw the chart.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    every = groups()
    foot = TOP_PT + len(accuracies()) * ROW_PT + sum(_height_pt(*key) for key in every)
    ax = sheet(WIDTH_PT, foot + BOTTOM_PT, NAME, ax)
    for share in AXES_PT:
        _scale(ax, share, foot)
    words(ax, PEOPLE_PT, TOP_PT - 8, name_of("accuracy-people"), weight="bold")
    y = TOP_PT
    for (target, reference), rows in every.items():
        y += _heading(ax, y, target, reference)
        for one in rows:
            _row(ax, y + ROW_PT / 2, one)
            y += ROW_PT
    said, room = name_of("accuracy-note"), WIDTH_PT - 3 * EDGE_PT
    words(ax, EDGE_PT, foot + 40, said, room, va="top", color=style.QUIET_INK)
    return ax


def place_pt(share, value_pct):
    """Return where a percentage lies on the scale of sensitivity or specificity, points from the left.

    Examples
    --------
    >>> place_pt("sensitivity", 100) == AXES_PT["sensitivity"][1]
    True
    """
    left, right = AXES_PT[share]
    return left + (right - left) * value_pct / 100


def _scale(ax, share, foot):
    middle = place_pt(share, 50)
    looks = {"ha": "center", "size": style.SIZE_BODY, "weight": "bold"}
    words(ax, middle, TOP_PT - 8, name_of(f"accuracy-{share}"), **looks)
    for tick in TICKS:
        x = place_pt(share, tick)
        ax.plot([x, x], [TOP_PT, foot + 4], color=style.INK, alpha=0.16, lw=0.6)
        words(ax, x, foot + 16, f"{tick} %", ha="center", color=style.QUIET_INK)


def _said(target, reference):
    """Heading of a band, in lines; what the reference standard is begins small, abbreviations excepted."""
    against = reference or name_of("accuracy-unknown")
    small = against if against[1:2].isupper() else against[0].lower() + against[1:]
    said = name_of("accuracy-against").format(target[0].upper() + target[1:], small)
    return wrap(said, WIDTH_PT - 2 * EDGE_PT - 12, style.SIZE_SMALL, "bold")


def _height_pt(target, reference):
    return GROUP_PT + LINE_PT * _said(target, reference).count("\n")


def _heading(ax, y, target, reference):
    height = _height_pt(target, reference)
    ground = style.mix(style.PAPER, style.INK, 0.06)
    box(ax, EDGE_PT, y + 4, WIDTH_PT - 2 * EDGE_PT, height - 6, fc=ground, lw=0)
    words(ax, EDGE_PT + 4, y + height / 2 + 1, _said(target, reference), va="center", weight="bold")
    return height


def _row(ax, y, one):
    words(ax, NAME_PT, y, one.name, va="center")
    people = str(one.n) if one.n else name_of("accuracy-not-read")
    if one.n_with and one.n_without:
        people = f"{one.n_with} + {one.n_without}"
    words(ax, PEOPLE_PT, y, f"{people}  {one.certainty.symbol}", va="center", color=style.QUIET_INK)
    _mark(ax, y, "sensitivity", one.sensitivity_pct, one.sensitivity_interval_pct, one)
    _mark(ax, y, "specificity", one.specificity_pct, one.specificity_interval_pct, one)


def _mark(ax, y, share, value, interval, one):
    """A dot with its interval; a ring where there is none."""
    words(ax, place_pt(share, 0) - 8, y, f"{value:g}", ha="right", va="center", weight="bold")
    if interval:
        ends = [place_pt(share, end) for end in interval]
        dashes = "solid" if one.interval_from == "published" else (0, (3, 1.6))
        ax.plot(ends, [y, y], color=MARK, lw=1.8, ls=dashes, label=one.interval_from)
        for end in ends:
            ax.plot([end, end], [y - 4, y + 4], color=MARK, lw=1.4)
    look = {"mfc": MARK if interval else style.PAPER, "mec": MARK, "mew": 1.3, "ms": 6}
    ax.plot(place_pt(share, value), y, "o", zorder=4, clip_on=False, label=share, **look)
