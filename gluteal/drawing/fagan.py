"""Fagan's nomogram: one test, its interval as a band, from two probabilities before it."""

from gluteal.catalogue import name_of
from gluteal.catalogue.accuracy import accuracies
from gluteal.drawing import style
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words
from gluteal.models.fagan import PERCENTS, RATIOS, fagan_line, height, ratio_height
from gluteal.models.probability import likelihood_ratios, post_test, post_test_interval

NAME = "fagan-nomogram"
WIDTH_PT, HEIGHT_PT, TOP_PT, FOOT_PT = 780.0, 500.0, 78.0, 474.0
SCALES_PT = (92.0, 222.0, 352.0)
"""Where the three scales stand: before the test, likelihood ratio, after the test."""
COLUMN_PT = 452.0
"""Left end of the words."""
LINE = style.COLOURS["insertion"]
BAND = style.mix(LINE, style.PAPER, 0.78)
TEST, BEFORE, RARE = "either-piriformis-martin2014", 0.3, 0.05
"""The test that is drawn, and two probabilities before it; the latter for teaching, measured on nobody."""


def fagan_nomogram(ax=None, *, test=TEST, before=BEFORE, rare=RARE):
    """Draw the nomogram.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.
    test : str
        A row of `gluteal.catalogue.accuracy.accuracies`.
    before, rare : float
        Two probabilities before the test, 0 to 1; the second line is thin.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = sheet(WIDTH_PT, HEIGHT_PT, NAME, ax)
    found = Reading(test, before)
    if found.reach:
        _band(ax, found)
    for pre, ratio, looks in _lines(found, rare):
        _line(ax, fagan_line(pre, ratio), looks)
    _scales(ax, found, rare)
    _explained(ax, found, Reading(test, rare))
    return ax


class Reading:
    """What the nomogram shows of one test from one probability before it.

    Parameters
    ----------
    test : str
        A row of `gluteal.catalogue.accuracy.accuracies`.
    before : float

    Examples
    --------
    >>> found = Reading("either-piriformis-martin2014", 0.3)
    >>> round(found.after.positive, 2), round(found.reach.positive.low, 2)
    (0.66, 0.38)
    """

    def __init__(self, test, before):
        self.accuracy = {one.id: one for one in accuracies()}[test]
        one = self.accuracy
        shares = one.sensitivity_pct / 100, one.specificity_pct / 100
        self.before, self.after = before, post_test(before, *shares)
        self.intervals = [
            [share / 100 for share in pair]
            for pair in (one.sensitivity_interval_pct, one.specificity_interval_pct)
            if pair
        ]
        self.reach = post_test_interval(before, *self.intervals) if len(self.intervals) == 2 else None

    @property
    def edges(self):
        """Upper and lower edge of the band: both intervals at their best, and both at their worst."""
        if not self.reach:
            return []
        pairs = zip(*(reversed(pair) for pair in self.intervals), strict=True)
        return [fagan_line(self.before, likelihood_ratios(*pair)[0]) for pair in pairs]


def _lines(found, rare):
    """Probability, ratio and looks of each line: the positive result last, so that it lies on top."""
    positive, negative = found.after.lr_positive, found.after.lr_negative
    return (
        (rare, positive, {"lw": 1.2, "color": style.QUIET_INK}),
        (found.before, negative, {"lw": 1.6, "color": LINE, "ls": (0, (5, 3))}),
        (found.before, positive, {"lw": 2.8, "color": LINE}),
    )


def _y(share):
    return FOOT_PT - (FOOT_PT - TOP_PT) * share


def _line(ax, line, looks):
    ys = [_y(one) for one in (line.left, line.middle, line.right)]
    ax.plot(SCALES_PT, ys, solid_capstyle="round", label="line", **looks)
    ax.plot(SCALES_PT, ys, "o", ms=4.6, mfc=style.PAPER, mec=looks["color"], mew=1.4, label="mark")


def _band(ax, found):
    upper, lower = ([_y(one.left), _y(one.middle), _y(one.right)] for one in found.edges)
    ax.fill_between(SCALES_PT, lower, upper, color=BAND, lw=0, label="band")


def _scales(ax, found, rare):
    percents = [(f"{one:g}", height(one / 100)) for one in PERCENTS]
    ratios = [(f"{one:g}", ratio_height(one)) for one in RATIOS]
    turned = [(text, 1 - share) for text, share in percents]
    left, middle, right = SCALES_PT
    _grounds(ax, middle, ratios, found, rare)
    _scale(ax, left, turned, "before", -1)
    _scale(ax, middle, ratios, "ratio", 1)
    _scale(ax, right, percents, "after", 1)


def _grounds(ax, x, marks, found, rare):
    """A ground under those numbers of the middle scale that a line would cross."""
    upper, lower = [_y(one.middle) for one in found.edges] or (0, 0)
    lines = [fagan_line(pre, ratio) for pre, ratio, _ in _lines(found, rare)]
    for text, share in marks:
        beside = 6 + 2.8 * len(text)
        crossings = [one.middle + (one.right - one.middle) * beside / (SCALES_PT[2] - x) for one in lines]
        if any(abs(_y(one) - _y(share)) < 8 for one in crossings):
            colour = BAND if upper + 2 < _y(share) < lower - 2 else style.PAPER
            box(ax, x + 6, _y(share) - 4.5, 2 + 5.6 * len(text), 9, fc=colour, lw=0, zorder=2.5)


def _scale(ax, x, marks, key, side):
    ys = [_y(share) for _, share in marks]
    ax.plot([x, x], [min(ys), max(ys)], color=style.INK, lw=1)
    anchor = "right" if side < 0 else "left"
    for (text, _), y in zip(marks, ys, strict=True):
        ax.plot([x, x + 5 * side], [y, y], color=style.INK, lw=0.8)
        words(ax, x + 8 * side, y, text, ha=anchor, va="center")
    head = name_of(f"fagan-{key}")
    words(ax, x, min(ys) - 10, head, 96, ha="center", weight="bold")


def _explained(ax, found, rare):
    """The words beside the scales: which test, how it is read, what the starting probability does."""
    one, reach, after = found.accuracy, found.reach.positive, found.after
    before, least, most, left, right = (
        f"{100 * share:.0f}"
        for share in (found.before, reach.low, reach.high, after.positive, after.negative)
    )
    thick, dashed, thin = (looks for _, _, looks in reversed(_lines(found, rare.before)))
    ratios = f"{after.lr_positive:.1f}", f"{after.lr_negative:.2f}"
    scarce = f"{100 * rare.before:.0f}", f"{100 * rare.after.positive:.0f}"
    blocks = (
        ("test", (one.name, one.target, one.reference_standard), None),
        ("positive", (before, ratios[0], left, least, most), thick),
        ("negative", (before, ratios[1], right), dashed),
        ("rare", scarce, thin),
        ("band-note", (), "band"),
        ("note", (), None),
    )
    y = TOP_PT - 4
    for key, values, sample in blocks:
        _sample(ax, y, sample)
        inset = 34 if sample else 0
        text = name_of(f"fagan-{key}").format(*values)
        looks = {"color": style.INK if key != "note" else style.QUIET_INK}
        width = WIDTH_PT - COLUMN_PT - inset - EDGE_PT
        words(ax, COLUMN_PT + inset, y, text, width, va="top", size=style.SIZE_BODY, **looks)
        y += BLOCKS_PT[key]


BLOCKS_PT = {"test": 62.0, "positive": 74.0, "negative": 34.0, "rare": 60.0, "band-note": 76.0, "note": 60.0}
"""Height of each block of words."""


def _sample(ax, y, sample):
    """A piece of the line, or of the band, before the words about it."""
    if sample == "band":
        box(ax, COLUMN_PT, y + 2, 24, 11, fc=BAND, ec=BAND, lw=0)
    elif sample:
        ax.plot([COLUMN_PT, COLUMN_PT + 24], [y + 7, y + 7], **sample)
