"""Where the sciatic nerve passes piriformis: the six types of Beaton and Anson, and how often they occur."""

from collections import defaultdict
from dataclasses import dataclass

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, cleft, cords, frequencies, furniture, page, sight, style

NAME, OVERLAY = "sciatic-variants", "posterior-sciatic-variants"
WINDOW_MM = (-66, -64, 132, 118)
SHOWN = (
    "obturator-externus", "obturator-internus", "superior-gemellus", "inferior-gemellus", "quadratus-femoris",
    "sacrospinous-ligament",
)  # fmt: skip
LETTERS = ("abc", "def")
WIDTH_PT, MARGIN_PT, TITLE_PT, CAPTION_PT = 700.0, 14.0, 72.0, 46.0
_CLEFT_MM = (7.0, 1.05)
"""Half the length of a cleft: a fixed part, and what each millimetre of the nerve's width adds."""
_UNDER_LIP_MM, _UNDER_BONE_MM = 9.0, 12.0
"""How much of a course lies under the upper belly, and how much under the rim of the notch."""


@dataclass(frozen=True)
class Pointer:
    """A part of the drawing that is named in a panel.

    Attributes
    ----------
    letter : str
        Type of the panel.
    structure, word : str
        What is pointed at, and the id of its name.
    share : float
        How far along its course.
    away_pt : (float, float)
        From there to the name, points.
    """

    letter: str
    structure: str
    word: str
    share: float
    away_pt: tuple[float, float]


POINTERS = (
    Pointer("a", "type-a-whole", "variant-whole", 0.36, (-26, 30)),
    Pointer("b", "type-b-tibial", "variant-tibial", 0.24, (-36, 22)),
    Pointer("b", "type-b-fibular", "variant-fibular", 0.28, (42, 6)),
)


def sciatic_variants(figure=None):
    """Draw the six types, and how often they were found.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    width = (WIDTH_PT - 4 * MARGIN_PT) / 3
    drawn = width * WINDOW_MM[3] / WINDOW_MM[2]
    height = TITLE_PT + 2 * (drawn + CAPTION_PT) + frequencies.HEIGHT_PT + MARGIN_PT
    figure = figure or page.blank(WIDTH_PT, height)
    panels, level = {}, height - TITLE_PT
    for letters in LETTERS:
        level -= drawn
        for index, letter in enumerate(letters):
            panels[letter] = _panel(figure, letter, MARGIN_PT + index * (width + MARGIN_PT), level, width)
        level -= CAPTION_PT
    _furnish(panels)
    frequencies.chart(figure, MARGIN_PT, level)
    return figure


def _panel(figure, letter, left_pt, bottom_pt, width_pt):
    plate, parts = plates.load_plate("posterior"), parts_of(letter)
    ax = page.axes_at(figure, plate, WINDOW_MM, left_pt, bottom_pt, width_pt / WINDOW_MM[2])
    piriformis, band = plate.structures["piriformis"], plate.structures["sacrotuberous-ligament"]
    quiet = [*plate.up_to("bones"), *(plate.structures[key] for key in SHOWN)]
    show = sight.shows(*sight.in_sight([*quiet, piriformis, band], WINDOW_MM), detail=0.8)
    canvas.draw_structures(ax, quiet, "muted", show)
    for one in parts["below"]:
        canvas.draw(ax, cords.cord_marks(one))
    canvas.draw_structures(ax, [piriformis], show=show)
    for one in parts["through"]:
        _through(ax, one, piriformis)
    for one in parts["above"]:
        _above(ax, one, piriformis)
    canvas.draw_structures(ax, [band], "muted", show)
    page.soften_edges(ax)
    _caption(ax, letter, width_pt)
    return ax


def parts_of(letter):
    """Return the nerve or its two parts by the way they leave: below, through, above piriformis.

    Parameters
    ----------
    letter : str
        ``"a"`` to ``"f"``.

    Returns
    -------
    mapping of str to list of gluteal.plates.PlateStructure

    Examples
    --------
    >>> {way: [one.id for one in parts] for way, parts in parts_of("b").items()}
    {'below': ['type-b-tibial'], 'through': ['type-b-fibular']}
    """
    parts = defaultdict(list)
    for one in plates.load_overlay(OVERLAY).structures.values():
        own, way = one.layer.split("-")[1:]
        if own == letter:
            parts[way].append(one)
    return parts


def _through(ax, part, piriformis):
    """The muscle parts along its fibres and the nerve comes out from under the upper belly."""
    [course] = part.of_role("course")
    start, more = _CLEFT_MM
    opening = cleft.cleft(piriformis, cords.place(part, _UNDER_LIP_MM), start + more * course.weight)
    canvas.draw(ax, cleft.groove_marks(opening, piriformis))
    canvas.draw(ax, cords.cord_marks(part, opening.below_upper_lip))
    canvas.draw(ax, cleft.lip_marks(opening, piriformis))


def _above(ax, part, piriformis):
    """The part comes out from under the rim of the greater sciatic notch and runs down over the muscle."""
    x, _ = cords.place(part, _UNDER_BONE_MM)
    rim = cleft.upper_rim(piriformis, x, 0.5 * part.of_role("course")[0].weight + 1)
    canvas.draw(ax, cords.cord_marks(part, rim.below_upper_lip))
    canvas.draw(ax, cleft.shade_marks(rim))


def _caption(ax, letter, width_pt):
    """Letter, what it means, and how often it was found."""
    unit, (left, top) = furniture.mm_per_point(ax), (ax.get_xlim()[0], ax.get_ylim()[0])
    looks = {"va": "top", "color": style.INK}
    heading = name_of("variant-type").format(letter.upper())
    furniture.note(ax, (left, top + 3 * unit), heading, size=style.SIZE_BODY, weight="bold", **looks)
    often = frequencies.said_of(letter)
    furniture.note(ax, (left + width_pt * unit, top + 4.5 * unit), often, weight="bold", ha="right", **looks)
    words = furniture.wrap(name_of(f"variant-{letter}"), width_pt, style.SIZE_SMALL)
    furniture.note(ax, (left, top + 19 * unit), words, va="top")


def _furnish(panels):
    first, last = panels["a"], panels["c"]
    unit, right, top = furniture.mm_per_point(first), first.get_xlim()[1], first.get_ylim()[1]
    furniture.title(first, name_of(NAME), 0, 30)
    furniture.side_marker(last, (right - 11 * unit, top - 40 * unit))
    furniture.orientation_cross(last, (last.get_xlim()[0] - 46 * unit, top - 38 * unit), "posterior")
    furniture.scale_bar(last, right - 42 * unit, top - 30 * unit)
    parts = plates.load_overlay(OVERLAY).structures
    for one in POINTERS:
        _point_at(panels[one.letter], parts[one.structure], one)


def _point_at(ax, structure, pointer):
    """Name a part of the nerve beside it, inside the drawing."""
    unit, at = furniture.mm_per_point(ax), cords.tip(structure, pointer.share)
    away = pointer.away_pt
    end, right = [at[axis] + away[axis] * unit for axis in (0, 1)], away[0] > 0
    for colour, width in ((style.PAPER, 2.0), (style.INK, 0.7)):
        ax.plot(*zip(at, end, strict=True), color=colour, lw=width, zorder=5, label="leader")
    words = furniture.wrap(name_of(pointer.word), 66, style.SIZE_SMALL)
    place = (end[0] + (3 if right else -3) * unit, end[1])
    furniture.note(ax, place, words, ha="left" if right else "right", va="center", color=style.INK)
