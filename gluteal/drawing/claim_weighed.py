"""The claim that trigger points are secondary, weighed: every study read, and what its design can show."""

from gluteal.catalogue import name_of
from gluteal.catalogue.causes import causes
from gluteal.drawing import style
from gluteal.drawing.lettering import wrap
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

NAME = "secondary-claim-weighed"
WIDTH_PT, TOP_PT, LINE_PT, PAD_PT, GROUP_PT, BOTTOM_PT = 780.0, 98.0, 12.4, 9.0, 24.0, 64.0
FOUND_PT, DESIGN_PT = (24.0, 282.0), 328.0
"""Left end and width of the findings; left end of the designs."""
MARKS_PT = {"measured_points": 540.0, "compared": 622.0, "order_seen": 704.0}
"""Middles of the columns of yes and no."""
YES, NO = style.COLOURS["insertion"], style.COLOURS["origin"]


def groups():
    """Return the findings on what the article names, by possible cause.

    Returns
    -------
    dict of gluteal.catalogue.causes.Cause to tuple of gluteal.catalogue.causes.CauseEvidence

    Examples
    --------
    >>> [cause.name for cause in groups()][:2]
    ['A nerve root of the low back', 'Low back pain of any kind']
    """
    return {cause: cause.evidence for cause in causes().values() if cause.article_words}


def claim_weighed(ax=None):
    """Draw the table.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    rows = [one for every in groups().values() for one in every]
    foot = TOP_PT + len(groups()) * GROUP_PT + sum(map(_height, rows)) + GROUP_PT + 2 * LINE_PT
    ax = sheet(WIDTH_PT, foot + BOTTOM_PT, NAME, ax)
    _heads(ax)
    y = TOP_PT
    for cause, every in groups().items():
        y = _heading(ax, y, f"{cause.name}  ·  “{cause.article_words}”")
        for one in every:
            y = _row(ax, y, one)
    _wanted(ax, y)
    note, room = name_of("weighed-note"), WIDTH_PT - 2 * EDGE_PT - 8
    words(ax, EDGE_PT, foot + 22, note, room, va="top", color=style.QUIET_INK)
    return ax


def _heads(ax):
    words(ax, FOUND_PT[0], TOP_PT - 12, name_of("weighed-found"), weight="bold")
    words(ax, DESIGN_PT, TOP_PT - 12, name_of("weighed-design"), weight="bold")
    for key, x in MARKS_PT.items():
        said = name_of(f"weighed-{key.replace('_', '-')}")
        words(ax, x, TOP_PT - 12, said, 78, ha="center", weight="bold")


def _said(one):
    return wrap(one.words, FOUND_PT[1], style.SIZE_SMALL)


def _height(one):
    return max(2, _said(one).count("\n") + 1) * LINE_PT + PAD_PT


def _heading(ax, y, text):
    ground = style.mix(style.PAPER, style.INK, 0.06)
    box(ax, EDGE_PT, y + 4, WIDTH_PT - 2 * EDGE_PT, GROUP_PT - 6, fc=ground, lw=0)
    words(ax, EDGE_PT + 6, y + GROUP_PT / 2 + 1, text, va="center", weight="bold")
    return y + GROUP_PT


def _row(ax, y, one):
    middle = y + _height(one) / 2
    side = YES if one.side == "for" else NO
    words(ax, FOUND_PT[0] - 8, middle, name_of(f"weighed-{one.side}"), va="center", weight="bold", color=side)
    words(ax, FOUND_PT[0] + 8, middle, _said(one), va="center")
    people = f", n = {one.fact.n}" if one.fact.n else ""
    design = (
        f"{name_of(f'design-{one.design}')}\n{one.fact.source.short}{people}  {one.fact.certainty.symbol}"
    )
    words(ax, DESIGN_PT, middle, design, va="center", color=style.QUIET_INK)
    for key, x in MARKS_PT.items():
        _mark(ax, x, middle, getattr(one, key))
    _line(ax, y + _height(one))
    return y + _height(one)


def _line(ax, y):
    ax.plot([EDGE_PT, WIDTH_PT - EDGE_PT], [y, y], color=style.INK, alpha=0.14, lw=0.6)


def _mark(ax, x, y, yes):
    """A filled disc with its word for yes, a ring for no: shape and word, not colour alone."""
    look = {"mfc": YES if yes else style.PAPER, "mec": YES if yes else style.QUIET_INK, "mew": 1.3, "ms": 8}
    ax.plot(x - 14, y, "o", label="yes" if yes else "no", **look)
    colour = style.INK if yes else style.QUIET_INK
    words(ax, x - 4, y, name_of("weighed-yes" if yes else "weighed-no"), va="center", color=colour)


def _wanted(ax, y):
    """Last row: the study that would tell, with all three marks, and that nobody has made it."""
    y = _heading(ax, y, name_of("weighed-wanted"))
    middle = y + LINE_PT + 2
    words(ax, FOUND_PT[0] + 8, middle, name_of("weighed-wanted-what"), FOUND_PT[1], va="center")
    words(ax, DESIGN_PT, middle, name_of("weighed-wanted-none"), 180, va="center", weight="bold")
    for x in MARKS_PT.values():
        _mark(ax, x, middle, True)
