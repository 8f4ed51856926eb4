"""Every published kappa of palpation for trigger points on one scale: value, range or interval, how many."""

from gluteal.catalogue import load, name_of
from gluteal.catalogue.reliability import GROUPS, kappa_words, published_kappas
from gluteal.drawing import style
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

NAME = "palpation-reliability"
WIDTH_PT, TOP_PT, ROW_PT, GROUP_PT, BOTTOM_PT = 780.0, 62.0, 19.0, 27.0, 152.0
NAME_PT, VALUE_PT, SOURCE_PT = 26.0, 496.0, 578.0
"""Left ends of the columns of names, values and sources."""
AXIS_PT = (272.0, 482.0)
"""From kappa `LOW` to 1."""
LOW, TICKS = -0.3, (-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1)
MARK = style.COLOURS["insertion"]
BAR = style.mix(MARK, style.PAPER, 0.62)


def palpation_reliability(ax=None):
    """Draw the chart.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    every = published_kappas()
    foot = TOP_PT + len(every) * ROW_PT + len(GROUPS) * GROUP_PT
    ax = sheet(WIDTH_PT, foot + BOTTOM_PT, NAME, ax)
    _scale(ax, TOP_PT, foot)
    y = TOP_PT
    for group in GROUPS:
        words(ax, EDGE_PT, y + GROUP_PT - 8, name_of(group), size=style.SIZE_BODY, weight="bold")
        y += GROUP_PT
        for one in every:
            if one.group == group:
                _row(ax, y + ROW_PT / 2, one)
                y += ROW_PT
    _conventions(ax, foot + 46)
    words(
        ax,
        EDGE_PT,
        foot + 102,
        name_of("reliability-note"),
        WIDTH_PT - 4 * EDGE_PT,
        va="top",
        color=style.QUIET_INK,
    )
    return ax


def place_pt(kappa):
    """Return where a kappa lies on the page, points from the left.

    Parameters
    ----------
    kappa : float

    Examples
    --------
    >>> place_pt(1.0) == AXIS_PT[1]
    True
    """
    left, right = AXIS_PT
    return left + (right - left) * (kappa - LOW) / (1 - LOW)


def _scale(ax, top, foot):
    for tick in TICKS:
        x = place_pt(tick)
        strong = tick == 0
        ax.plot(
            [x, x], [top, foot + 4], color=style.INK, alpha=0.5 if strong else 0.14, lw=1 if strong else 0.6
        )
        words(ax, x, foot + 16, _number(tick), ha="center", color=style.QUIET_INK)
    words(ax, place_pt(0), top - 6, name_of("reliability-chance"), ha="center", color=style.QUIET_INK)
    words(ax, place_pt(1), top - 6, name_of("reliability-perfect"), ha="center", color=style.QUIET_INK)


def _row(ax, y, one):
    words(ax, NAME_PT, y, one.name, va="center")
    said = one.fact.value_text.replace("-", "−") if one.shape != "range" else _between(*one.span)
    words(ax, VALUE_PT, y, said, va="center", weight="bold")
    words(ax, SOURCE_PT, y, f"{one.fact.source.short}, {one.size}", va="center", color=style.QUIET_INK)
    _mark(ax, y, one)


def _mark(ax, y, one):
    low, high = (place_pt(end) for end in one.span)
    if one.shape == "value":
        _whisker(ax, y, one)
        face = style.PAPER if one.same_examiner else MARK
        ax.plot(
            low, y, "o", ms=_size(one), mfc=face, mec=MARK, mew=1.3, clip_on=False, zorder=4, label="value"
        )
        return
    if one.shape == "above":
        looks = {"arrowstyle": "-|>", "color": MARK, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (high, y), (low, y), arrowprops=looks)
        ax.plot([low, low], [y - 5, y + 5], color=MARK, lw=1.6)
        return
    box(ax, low, y - 4, high - low, 8, fc=BAR, ec=MARK)


def _size(one):
    """Diameter of a dot, points; it grows slowly with the people examined."""
    return 3.6 + one.fact.n**0.5 / 3


def _whisker(ax, y, one):
    if one.interval is None:
        return
    ends = [place_pt(end) for end in one.interval]
    ax.plot(ends, [y, y], color=MARK, lw=2)
    for end in ends:
        ax.plot([end, end], [y - 4, y + 4], color=MARK, lw=1.6)


def _conventions(ax, y):
    """Two texts put words to the same values; the words differ."""
    words(ax, EDGE_PT, y, name_of("reliability-words"), weight="bold")
    for line, scale in enumerate(kappa_words(), 1):
        said = ", ".join(
            name_of("reliability-word").format(word, _number(high)) for _, high, word in scale.bands
        )
        words(ax, EDGE_PT, y + 15 * line, f"{load().sources[scale.source_key].short}: {said}.")


def _number(value):
    return f"{value:g}".replace("-", "−")


def _between(low, high):
    return name_of("reliability-range").format(*(f"{end:.2f}".replace("-", "−") for end in (low, high)))
