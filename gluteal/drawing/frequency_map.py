"""Frequency map of pain drawings: on the body charts, which share of the drawings paints each place."""

from dataclasses import dataclass, replace
from math import floor

import numpy as np

from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing.body import chart_marks, load_body
from gluteal.drawing.body_art import LIT
from gluteal.drawing.isolines import isolines
from gluteal.drawing.marks import Mark
from gluteal.models import raster
from gluteal.models.drawing_frequency import FEW
from gluteal.svg_path import number

_SCALE_PT, _GUTTER_PT, _MARGIN_PT, _TOP_PT, _BOTTOM_PT = 0.42, 26.0, 26.0, 66.0, 70.0
_REMARK_PT = 12.0
_TOPS = (0.05, 0.1, 0.25, 0.5, 1.0)
_STEPS = 5
_OPACITY = 0.86
"""Under the tones the form of the body stays in sight."""
_RARE = 0.01
"""Where it takes more than one drawing to get so far, places painted more rarely than this stay bare."""
_SWATCH_PT, _STEP_PT = 13.0, 92.0
_HEADS = {
    "posterior": "From behind", "anterior": "From the front",
    "lateral-right": "Right side", "lateral-left": "Left side",
}  # fmt: skip
_FOLDED = "Both sides laid over each other on the right side of the body."
_SMALL = "Fewer than {few} drawings: the map shows these people, not a group."


@dataclass(frozen=True)
class Step:
    """One tone of the map.

    Attributes
    ----------
    above, up_to : float
        The shares it stands for: more than the one, at most the other.
    colour : str
    """

    above: float
    up_to: float
    colour: str

    @property
    def words(self):
        """The shares in words, as the legend has them."""
        begin = f"{self.above * 100:g}" if self.above else "up"
        return f"{begin} to {self.up_to * 100:g} %"


def steps(highest, n=1):
    """Return the tones of a map, palest first: five equal steps to the next round share.

    Parameters
    ----------
    highest : float
        The largest share on the map, 0 to 1.
    n : int
        Number of drawings. From 200 on the palest tone begins at 1 %: one or two drawings tint nothing.

    Returns
    -------
    tuple of Step

    Examples
    --------
    >>> [one.words for one in steps(0.18)]
    ['up to 5 %', '5 to 10 %', '10 to 15 %', '15 to 20 %', '20 to 25 %']
    """
    top = next(one for one in _TOPS if highest <= one + 1e-9)
    bounds = [round(top * place / _STEPS, 6) for place in range(_STEPS + 1)]
    bounds[0] = _RARE if n * _RARE >= 2 and bounds[1] > _RARE else 0.0
    return tuple(map(Step, bounds[:-1], bounds[1:], colours()))


def colours():
    """Return the five tones, from pale to dark, also in grey print."""
    essential, spillover = style.COLOURS["pain.essential"], style.COLOURS["pain.spillover"]
    return (
        style.lighter(spillover, 0.45), spillover, style.mix(spillover, essential, 0.5),
        essential, style.darker(essential, 0.9),
    )  # fmt: skip


def frequency_map(frequencies, figure=None, *, title="Where pain was drawn"):
    """Draw the frequency map of many drawings on the body charts.

    Parameters
    ----------
    frequencies : gluteal.models.drawing_frequency.Frequencies
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
        One Axes for each chart, with the number of drawings and a legend of the shares.

    Raises
    ------
    ValueError
        When there is no drawing.
    """
    tones = steps(frequencies.highest, frequencies.n)
    charts = list(frequencies.counts)
    widths = [load_body(raster.grid(chart).view).view_box[2] * _SCALE_PT for chart in charts]
    lefts = _MARGIN_PT + np.cumsum([0.0, *[width + _GUTTER_PT for width in widths[:-1]]])
    height = load_body("posterior").view_box[3] * _SCALE_PT
    low = _BOTTOM_PT + _REMARK_PT * len(_remark(frequencies).splitlines())
    figure = figure or page.blank(lefts[-1] + widths[-1] + _MARGIN_PT, height + _TOP_PT + low)
    for chart, left in zip(charts, lefts, strict=True):
        ax = _axes(figure, chart, left, low)
        _draw(ax, chart, frequencies, tones)
        _head(ax, chart)
    _furnish(figure.axes, frequencies, tones, title)
    return figure


def _remark(frequencies):
    said = [_FOLDED] * frequencies.one_side + [_SMALL.format(few=FEW)] * (frequencies.n < FEW)
    return "\n".join(said)


def _axes(figure, chart, left_pt, low_pt):
    plate = load_body(raster.grid(chart).view)
    ax = page.axes_at(figure, plate, plate.view_box, left_pt, low_pt, _SCALE_PT)
    if raster.grid(chart).is_mirrored:
        ax.set_xlim(ax.get_xlim()[::-1])
    return ax


def _draw(ax, chart, frequencies, tones):
    plate = load_body(raster.grid(chart).view)
    *under, (_, fade) = chart_marks(plate)
    for _, marks in under:
        canvas.draw(ax, marks)
    shade = share_marks(chart, frequencies, tones)
    if shade:
        canvas.draw(ax, [replace(mark, clip=plate.structures["body"].path) for mark in shade])
    canvas.draw(ax, fade)


def share_marks(chart, frequencies, tones):
    """Return the areas of a chart by the share of drawings that paint them, the palest first.

    Parameters
    ----------
    chart : str
    frequencies : gluteal.models.drawing_frequency.Frequencies
    tones : tuple of Step

    Returns
    -------
    list of Mark
        In the frame of the right side's plate; the chart ``lateral-left`` shows it mirrored.
    """
    on = raster.grid(chart)
    shares = np.pad(_to_the_edge(frequencies.shares(chart), chart), 1)
    shares = shares[:, ::-1] if on.is_mirrored else shares
    corner = np.array([on.left_mm, on.top_mm]) - raster.CELL_MM / 2
    marks = []
    for tone in tones:
        # Shares go up in steps of 1/n, so that a line half a step higher is reached by no cell exactly.
        lines = isolines(
            shares, floor(tone.above * frequencies.n + 1e-9) / frequencies.n + 0.5 / frequencies.n
        )
        path = "".join(_closed(corner + raster.CELL_MM * line) for line in lines)
        marks += [_area(path, tone.colour)] if path else []
    return marks


def _area(path, colour):
    """A tone with a fine darker edge, by which even the palest one is seen on the skin in grey print."""
    return Mark(path, fill=colour, stroke=style.darker(colour, 0.3), width_mm=0.9, opacity=_OPACITY)


def _to_the_edge(shares, chart):
    """Carry the shares of the outermost cells one cell over the edge of the body, where they are cut off."""
    inside = raster.inside(chart)
    own = np.pad(np.where(inside, shares, 0), 1)
    rows, columns = shares.shape
    around = [own[y : y + rows, x : x + columns] for y in range(3) for x in range(3)]
    return np.where(inside, shares, np.max(around, axis=0))


def _closed(points):
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points.tolist()) + "Z"


def _head(ax, chart):
    """What the chart is, and R on the right side of the body."""
    unit = furniture.mm_per_point(ax)
    (left, right), top = ax.get_xlim(), ax.get_ylim()[1]
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    furniture.note(ax, ((left + right) / 2, top - 6 * unit), _HEADS[chart], ha="center", **looks)
    if chart in ("posterior", "anterior"):
        inset = 8 * unit
        x = right - inset if chart == "posterior" else left + inset
        furniture.side_marker(ax, (x, top + 34 * unit))


def _furnish(axes, frequencies, tones, title):
    """Title, number of drawings, legend and remarks."""
    first, unit = axes[0], furniture.mm_per_point(axes[0])
    furniture.title(first, title, 10, 40)
    noun = "drawing" if frequencies.n == 1 else "drawings"
    at = first.get_xlim()[0] - 10 * unit, first.get_ylim()[1] - 24 * unit
    empty = f", {frequencies.empty} of them without paint" if frequencies.empty else ""
    furniture.note(first, at, f"n = {frequencies.n} {noun}{empty}", size=style.SIZE_BODY, color=style.INK)
    _legend(first, tones)
    below = first.get_xlim()[0] - 10 * unit, first.get_ylim()[0] + 66 * unit
    furniture.note(first, below, _remark(frequencies), va="top")


def _legend(ax, tones):
    """A swatch for each tone, with its shares."""
    unit = furniture.mm_per_point(ax)
    left, top = ax.get_xlim()[0] - 10 * unit, ax.get_ylim()[0] + 36 * unit
    bare = f"; below {tones[0].above * 100:g} % no tone" if tones[0].above else ""
    words = f"Share of the drawings that paint a place{bare}"
    furniture.note(ax, (left, top - 8 * unit), words, color=style.INK)
    for place, tone in enumerate(tones):
        x, side = left + place * _STEP_PT * unit, _SWATCH_PT * unit
        box = [x, x + side, x + side, x], [top, top, top + side, top + side]
        ax.fill(
            *box,
            fc=style.mix(LIT, tone.colour, _OPACITY),
            ec=style.INK,
            lw=0.6,
            clip_on=False,
            label="swatch",
        )
        at = x + side + 5 * unit, top + side / 2
        furniture.note(ax, at, tone.words, va="center", color=style.INK)
