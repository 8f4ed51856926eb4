"""What treatments did: results with their intervals, an axis for each measure, and what stands in words."""

from dataclasses import dataclass

from gluteal.catalogue import name_of
from gluteal.catalogue.effects import by_measure, in_words, results_in
from gluteal.drawing import style
from gluteal.drawing.forest_words import counted, number, number_words, people, source_line, verdict
from gluteal.drawing.lettering import balanced, wrap
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words

WIDTH_PT, TOP_PT, LINE_PT, PAD_PT, HEAD_PT, SCALE_PT = 780.0, 44.0, 12.4, 10.0, 24.0, 40.0
NAME_PT, NAME_WIDTH_PT = 26.0, 270.0
"""Left end and width of the column that says what was compared."""
AXIS_PT = (316.0, 500.0)
NUMBER_PT, SOURCE_PT, SOURCE_WIDTH_PT = 514.0, 612.0, 152.0
"""Left ends of the columns of numbers and of sources; width of the latter."""
WORDS_PT, WORDS_WIDTH_PT = 44.0, 544.0
MARK = style.COLOURS["insertion"]
SIGNS = {"first": "▲", "second": "▼", "neither": "=", "unclear": "?"}
"""Sign of what a result speaks for."""


@dataclass(frozen=True)
class Scale:
    """From values of a measure to points from the left of the page."""

    measure: object

    def place_pt(self, value):
        """Return where a value lies."""
        low, high = self.measure.axis_low, self.measure.axis_high
        left, right = AXIS_PT
        return left + (right - left) * (value - low) / (high - low)

    @property
    def ticks(self):
        """Values of the ticks, list of float."""
        steps = round((self.measure.axis_high - self.measure.axis_low) / self.measure.axis_step)
        return [self.measure.axis_low + step * self.measure.axis_step for step in range(steps + 1)]

    @property
    def better_pt(self):
        """Left and right end of the side on which the patient fares better."""
        zero = self.place_pt(0)
        return (AXIS_PT[0], zero) if self.measure.better == "lower" else (zero, AXIS_PT[1])


def forest(name, ax=None):
    """Draw the results of one figure: a band with its own axis for each measure, then those in words.

    Parameters
    ----------
    name : str
        ``effects-pain``, ``effects-massage`` and so on: `gluteal.catalogue.effects.effect_figures`.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    KeyError
        For an unknown name; the message gives those that there are.
    """
    results = results_in(name)
    ax = sheet(WIDTH_PT, height_pt(name), name, ax)
    y = _verdicts(ax, TOP_PT, name)
    for measure, group in by_measure(results).items():
        y = _band(ax, y, measure, group)
    y = _in_words(ax, y, in_words(results))
    words(ax, EDGE_PT, y + 14, _note(results), WIDTH_PT - 3 * EDGE_PT, va="top", color=style.QUIET_INK)
    return ax


def height_pt(name):
    """Return the height of the page of a figure, points.

    Examples
    --------
    >>> height_pt("effects-acupuncture") < height_pt("effects-dry-needling")
    True
    """
    results = results_in(name)
    bands = sum(_band_pt(group) for group in by_measure(results).values())
    listed = in_words(results)
    rows = sum(map(_listed_pt, listed)) + HEAD_PT * bool(listed)
    note = _lines(_note(results), WIDTH_PT - 3 * EDGE_PT) * LINE_PT
    return TOP_PT + _verdicts_pt(name) + bands + rows + note + 32


def _note(results):
    keys = ["forest-note"] if by_measure(results) else []
    keys += ["forest-note-words"] if in_words(results) else []
    return " ".join(map(name_of, keys))


def _lines(text, width_pt, weight="normal"):
    return wrap(text, width_pt, style.SIZE_SMALL, weight).count("\n") + 1


def _verdicts_pt(name):
    return sum(_lines(one, WIDTH_PT - 3 * EDGE_PT) * LINE_PT + 3 for one in verdict(name))


def _verdicts(ax, y, name):
    for said in verdict(name):
        room = WIDTH_PT - 3 * EDGE_PT
        words(ax, EDGE_PT, y, said, room, va="top")
        y += _lines(said, room) * LINE_PT + 3
    return y


def _band_pt(group):
    return HEAD_PT + sum(map(_row_pt, group)) + SCALE_PT


def _row_pt(one):
    lines = _lines(_compared(one), NAME_WIDTH_PT, "bold") + _lines(people(one.fact), NAME_WIDTH_PT)
    return max(lines, _lines(source_line(one.fact), SOURCE_WIDTH_PT)) * LINE_PT + PAD_PT


def _compared(one):
    return name_of("forest-compared").format(one.first, one.against) if one.against else one.first


def _band(ax, y, measure, group):
    scale = Scale(measure)
    low = y + HEAD_PT + sum(map(_row_pt, group))
    left, right = scale.better_pt
    box(ax, left, y + HEAD_PT, right - left, low - y - HEAD_PT, fc=style.mix(style.PAPER, MARK, 0.1), lw=0)
    _head(ax, y, name_of("forest-head").format(measure.outcome, measure.measured_in.name))
    _axis(ax, scale, y + HEAD_PT, low)
    y += HEAD_PT
    for one in group:
        _row(ax, y, scale, one)
        y += _row_pt(one)
    return low + SCALE_PT


def _head(ax, y, text):
    box(
        ax,
        EDGE_PT,
        y + 3,
        WIDTH_PT - 2 * EDGE_PT,
        HEAD_PT - 6,
        fc=style.mix(style.PAPER, style.INK, 0.07),
        lw=0,
    )
    words(ax, EDGE_PT + 6, y + HEAD_PT / 2, text, va="center", weight="bold")


def _axis(ax, scale, top, low):
    for tick in scale.ticks:
        x, strong = scale.place_pt(tick), abs(tick) < 1e-9
        look = {"alpha": 0.7, "lw": 1.1} if strong else {"alpha": 0.16, "lw": 0.6}
        ax.plot([x, x], [top, low + 3], color=style.INK, label="zero" if strong else "tick", **look)
        words(ax, x, low + 14, number(tick), ha="center", color=style.QUIET_INK)
    measure = scale.measure
    quiet = {"color": style.QUIET_INK, "style": "italic"}
    words(ax, scale.place_pt(0) - 5, low + 27, f"← {measure.lower_words}", ha="right", **quiet)
    words(ax, scale.place_pt(0) + 5, low + 27, f"{measure.higher_words} →", **quiet)


def _row(ax, y, scale, one):
    middle = y + _row_pt(one) / 2
    compared = balanced(_compared(one), NAME_WIDTH_PT, style.SIZE_SMALL, "bold")
    words(ax, NAME_PT, y + PAD_PT / 2, compared, va="top", weight="bold")
    below = y + PAD_PT / 2 + (compared.count("\n") + 1) * LINE_PT
    words(ax, NAME_PT, below, people(one.fact), NAME_WIDTH_PT, va="top", color=style.QUIET_INK)
    _mark(ax, middle, scale, one)
    words(ax, NUMBER_PT, middle, counted(one), va="center", weight="bold")
    words(ax, SOURCE_PT, middle, source_line(one.fact), SOURCE_WIDTH_PT, va="center", color=style.QUIET_INK)


def _mark(ax, y, scale, one):
    """A square for what a review pooled, a dot for one trial; the interval as a line with ends."""
    ends = [scale.place_pt(end) for end in one.interval]
    ax.plot(ends, [y, y], color=MARK, lw=2, label="interval")
    for end in ends:
        ax.plot([end, end], [y - 5, y + 5], color=MARK, lw=1.6)
    shape = "s" if one.pooled else "o"
    ax.plot(
        scale.place_pt(one.fact.value),
        y,
        shape,
        ms=7,
        mfc=MARK,
        mec=style.PAPER,
        mew=0.6,
        zorder=4,
        label="value",
    )


def _listed_pt(one):
    lines = _lines(one.said, WORDS_WIDTH_PT) + _lines(_circumstances(one), WORDS_WIDTH_PT)
    return max(lines, _lines(source_line(one.fact), SOURCE_WIDTH_PT)) * LINE_PT + PAD_PT


def _circumstances(one):
    """What was compared, number, people and time of a result in words."""
    fact = one.fact
    counts = fact.property != "dose" and (fact.value is not None or fact.value_low is not None)
    parts = (_compared(one) if one.against else "", number_words(fact) if counts else "", _who(fact))
    return "  ·  ".join(part for part in parts if part) or one.first


def _who(fact):
    return people(fact) if fact.population else ""


def _in_words(ax, y, results):
    if not results:
        return y
    _head(ax, y, name_of("forest-in-words"))
    y += HEAD_PT
    for one in results:
        _listed(ax, y, one)
        y += _listed_pt(one)
        ax.plot([EDGE_PT, WIDTH_PT - EDGE_PT], [y, y], color=style.INK, alpha=0.12, lw=0.6)
    return y


def _listed(ax, y, one):
    top = y + PAD_PT / 2
    colour = MARK if one.favours == "first" else style.QUIET_INK
    words(
        ax,
        NAME_PT + 3,
        top - 1,
        SIGNS[one.favours],
        ha="center",
        va="top",
        weight="bold",
        color=colour,
        size=style.SIZE_BODY,
    )
    said = balanced(one.said, WORDS_WIDTH_PT, style.SIZE_SMALL)
    words(ax, WORDS_PT, top, said, va="top")
    below = top + (said.count("\n") + 1) * LINE_PT
    around = balanced(_circumstances(one), WORDS_WIDTH_PT, style.SIZE_SMALL)
    words(ax, WORDS_PT, below, around, va="top", color=style.QUIET_INK)
    words(ax, SOURCE_PT, top, source_line(one.fact), SOURCE_WIDTH_PT, va="top", color=style.QUIET_INK)
