"""The integrated hypothesis as a loop: what was found at each step, and that the arrows are inferred."""

from dataclasses import dataclass

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, page, sarcomere_row, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.diagram_painters import stripe_um
from gluteal.drawing.sarcomere import HEIGHT_NM, filaments, sarcomere_marks

NAME = "integrated-hypothesis"
WIDTH_PT, HEIGHT_PT = 780.0, 588.0
PICTURE_PT, TEXT_PT = 168.0, 224.0
CRISIS = "schematic-energy-crisis"
INFERRED, DISPUTED = (0, (5, 3)), (0, (1, 2.2))


@dataclass(frozen=True)
class Step:
    """One step of the loop.

    Attributes
    ----------
    number : int
    middle_pt, top_pt : float
        Where its picture stands: middle and top, points.
    facts : tuple of str
        Statements that give the numbers for what was seen, in the order of the words.
    link : str
        The statement about the arrow that leads on from it.
    """

    number: int
    middle_pt: float
    top_pt: float
    facts: tuple[str, ...]
    link: str


STEPS = (
    Step(1, 390, 538, ("endplate-noise-active-and-latent",), "hypothesis-step-contraction"),
    Step(2, 652, 428, ("contracted-foci-length",), "hypothesis-step-energy"),
    Step(3, 560, 158, (), "hypothesis-step-substances"),
    Step(4, 220, 158, ("biochemistry-substances",), "hypothesis-step-nociceptors"),
    Step(5, 128, 428, ("pressure-pain-threshold-upper-trapezius-pooled",), "hypothesis-step-circle"),
)
_ARROWS = (
    ((486, 498), (562, 448), -0.12), ((668, 258), (622, 180), -0.1), ((470, 114), (310, 114), 0.0),
    ((158, 180), (112, 258), -0.1), ((218, 448), (294, 498), -0.12),
)  # fmt: skip
_ON_ARROWS = (
    (550, 498, "left"), (662, 212, "left"), (390, 136, "center"), (118, 212, "right"), (230, 498, "right"),
)  # fmt: skip


def integrated_hypothesis(figure=None):
    """Draw the loop.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure = figure or page.blank(WIDTH_PT, HEIGHT_PT)
    tpp.title(figure, name_of(NAME))
    for step, draw in zip(STEPS, (_end_plate, _sarcomeres, _crisis, _substances, _nociceptors), strict=True):
        low = draw(figure, (step.middle_pt - PICTURE_PT / 2, step.top_pt, PICTURE_PT))
        _words(figure, step, low)
    for step, way, at in zip(STEPS, _ARROWS, _ON_ARROWS, strict=True):
        _arrow(figure, step, way, at)
    _heart(figure)
    return figure


def is_disputed(step):
    """Whether critics deny the arrow that leads on from a step, by the sources of its statement.

    Examples
    --------
    >>> [is_disputed(step) for step in STEPS]
    [False, False, False, False, True]
    """
    fact = catalogue.load().statements[step.link]
    return "quintner2015" in (fact.source_key, *fact.other_source_keys)


def _part(figure, box, name, window, layers=None):
    ax = tpp.picture(figure, box, name, window, layers)
    tpp.frame(ax)
    _, top, width = box
    return top - width * window[3] / window[2]


def _end_plate(figure, box):
    return _part(figure, box, "schematic-muscle-fibres", (74, 24, 148, 68))


def _sarcomeres(figure, box):
    length, of = stripe_um("short"), filaments()
    left, top, width = box
    window = (0, -0.53 * HEIGHT_NM, 2420, 1.06 * HEIGHT_NM)
    scale = width / window[2]
    ax = page.axes_at(figure, None, window, left, top - window[3] * scale, scale)
    for index in range(-1, 3):
        canvas.draw(ax, sarcomere_marks(index * length + 0.2, length, of))
    sarcomere_row.fade_ends(ax, 12)
    return top - window[3] * scale


def _crisis(figure, box):
    layers = ("between", "knotted-fibres", "knots", "vessel")
    return _part(figure, box, CRISIS, (8, 18, 174, 76), layers)


def _substances(figure, box):
    layers = ("between", "knotted-fibres", "knots", "vessel", "substances")
    return _part(figure, box, CRISIS, (48, 35, 96, 42), layers)


def _nociceptors(figure, box):
    return _part(figure, box, CRISIS, (92, 33, 98, 43))


def _words(figure, step, low):
    """Name of the step, what the hypothesis says, what was seen."""
    at = step.middle_pt, low - 7
    looks = {"ha": "center"}
    y = tpp.heading(figure, at, name_of(f"loop-{step.number}"), TEXT_PT, **looks)
    y = tpp.paragraph(
        figure, (at[0], y), name_of(f"loop-{step.number}-says"), TEXT_PT, color=style.INK, **looks
    )
    tpp.paragraph(figure, (at[0], y - 3), seen(step), TEXT_PT, **looks)


def seen(step):
    """Return what was measured at a step, its numbers filled in from the facts.

    Examples
    --------
    >>> seen(STEPS[1])
    'Seen: a few short spots in biopsies of 28 women, with pain and without (trapezius, Gerwin 2020)'
    """
    facts = [catalogue.load().statements[key] for key in step.facts]
    words = name_of(f"loop-{step.number}-seen")
    if step.number == 1:
        return words.format(*_points(facts[0].population))
    return words.format(*(f"{-one.value:.0f}" if one.unit == "kPa" else one.n for one in facts))


def _points(population):
    """The two numbers in "12 active and 20 latent trigger points …"."""
    return [word for word in population.split() if word.isdigit()]


def _arrow(figure, step, way, at):
    disputed = is_disputed(step)
    colour = style.COLOURS["origin"] if disputed else style.INK
    tpp.arrow(figure, *way[:2], curve=way[2], linestyle=DISPUTED if disputed else INFERRED, color=colour)
    x, y, ha = at
    word = name_of("loop-disputed" if disputed else "loop-inferred")
    sign = catalogue.load().grades[catalogue.load().statements[step.link].grade].symbol
    tpp.paragraph(figure, (x, y), f"{word} {sign}", 120, ha=ha, color=colour, weight="bold")


def _heart(figure):
    x, y = WIDTH_PT / 2, 334.0
    tpp.panel(figure, (x - 118, 216, 236, 132), style.mix(style.PAPER, style.COLOURS["bone"], 0.45))
    y = tpp.heading(figure, (x, y), name_of("loop-heart"), 212, ha="center")
    y = tpp.paragraph(figure, (x, y - 4), name_of("loop-heart-2"), 212, ha="center", color=style.INK)
    colour = style.darker(style.COLOURS["origin"], 0.15)
    tpp.paragraph(figure, (x, y - 6), name_of("loop-critics"), 212, ha="center", color=colour)
