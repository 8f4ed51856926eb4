"""Where the sciatic nerve passes piriformis: the types of Beaton and Anson, and how often each was found."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from gluteal import catalogue, plates
from gluteal.drawing import canvas, cords, furniture, page, sight, style
from gluteal.drawing.art import structure_marks
from gluteal.drawing.marks import Mark
from gluteal.svg_path import joined

WINDOW_MM = (-66, -64, 132, 120)
SHOWN = (
    "obturator-externus", "obturator-internus", "superior-gemellus", "inferior-gemellus", "quadratus-femoris",
    "sacrospinous-ligament",
)  # fmt: skip
WIDTH_PT, MARGIN_PT, TITLE_PT, CAPTION_PT, CHART_PT = 560.0, 14.0, 34.0, 42.0, 230.0


@dataclass(frozen=True)
class Course:
    """One type: its letter, and what it means in words."""

    letter: str
    words: str


LARGE = (Course("A", "undivided, below piriformis"), Course("B", "fibular part through, tibial part below"))
SMALL = (
    Course("C", "fibular part above, tibial part below"), Course("D", "undivided, through"),
    Course("E", "fibular part above, tibial part through"), Course("F", "undivided, above"),
)  # fmt: skip

ROWS = (
    ("piriformis-sciatic-nerve-type-a", "Type A"),
    ("piriformis-sciatic-nerve-type-a-poutoglidou2020", "Type A"),
    ("piriformis-sciatic-nerve-type-b", "Type B"),
    ("piriformis-sciatic-nerve-variants-smoll2010", "Any variant, cadavers"),
    ("piriformis-sciatic-nerve-variants-smoll2010-2", "Any variant, operated on for piriformis syndrome"),
    ("piriformis-sciatic-nerve-variants", "Any variant, East Asian samples"),
)
"""Facts of the catalogue, one row of the chart each."""
HEADING = "How often? What was published does not quite agree"
SUBHEADING = "Types C to F are rarer; no figure for each of them was read"


def sciatic_variants(figure=None):
    """Draw the six types, the two frequent ones large, and how often they were found.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    big, small = _widths()
    rows = sum(_drawn_pt(width) + CAPTION_PT for width in (big, small))
    height = TITLE_PT + rows + CHART_PT + 2 * MARGIN_PT
    figure = figure or page.blank(WIDTH_PT, height)
    level = height - TITLE_PT - MARGIN_PT
    for courses, width in ((LARGE, big), (SMALL, small)):
        level -= _drawn_pt(width)
        panels = [_panel(figure, course, index, width, level) for index, course in enumerate(courses)]
        if courses is LARGE:
            _furnish(panels)
        level -= CAPTION_PT
    _chart(figure, (158 / WIDTH_PT, 44 / height, (WIDTH_PT - 158 - 186) / WIDTH_PT, (CHART_PT - 72) / height))
    return figure


def _widths():
    return tuple((WIDTH_PT - (count + 1) * MARGIN_PT) / count for count in (len(LARGE), len(SMALL)))


def _drawn_pt(width_pt):
    return width_pt * WINDOW_MM[3] / WINDOW_MM[2]


def _panel(figure, course, index, width_pt, bottom_pt):
    plate = plates.load_plate("posterior")
    left = MARGIN_PT + index * (width_pt + MARGIN_PT)
    ax = page.axes_at(figure, plate, WINDOW_MM, left, bottom_pt, width_pt / WINDOW_MM[2])
    quiet = [*plate.up_to("bones"), *(plate.structures[key] for key in SHOWN)]
    over = [*quiet, plate.structures["piriformis"], plate.structures["sacrotuberous-ligament"]]
    show = sight.shows(*sight.in_sight(over, WINDOW_MM), detail=min(1.0, width_pt / 250))
    canvas.draw_structures(ax, quiet, "muted", show)
    parts = _parts(course)
    if not parts:
        canvas.draw_structures(ax, [plate.structures["sciatic-nerve"]])
    for one in parts["below"]:
        canvas.draw(ax, cords.cord_marks(one))
    canvas.draw_structures(ax, [plate.structures["piriformis"]], show=show)
    for way, over in (("above", "hip-bone"), ("through", "piriformis")):
        for one in parts[way]:
            canvas.draw(ax, [*_slit(one), *cords.cord_marks(one), *_lip(one, plate.structures[over])])
    canvas.draw_structures(ax, [plate.structures["sacrotuberous-ligament"]], "muted", show)
    page.soften_edges(ax)
    _caption(ax, course, width_pt)
    return ax


def _parts(course):
    """The parts of a divided or displaced nerve by the way they leave: below, through, above piriformis."""
    parts = defaultdict(list)
    for one in plates.load_overlay("posterior-sciatic-variants").structures.values():
        letter, way = one.layer.split("-")[1:]
        if letter == course.letter.lower():
            parts[way].append(one)
    return parts


def _slit(structure):
    """Where a part comes into sight: a dark slit along the fibres of piriformis."""
    (x, y), half = _start(structure)
    lower, upper = joined((half, 4.6, 2 * half, 3.6)), joined((-half, -6.2, -2 * half, -3.6))
    slit = f"M{joined((x - half, y - 2))}q{lower}q{upper}Z"
    return [Mark(slit, fill=style.COLOURS["shadow"], opacity=0.85)]


def _lip(structure, over):
    """Draw again what lies over the beginning of a part, above the slit: the part comes out from under it."""
    (x, y), half = _start(structure)
    edge = joined((half, -2.6, 2 * half, 3.6))
    lip = f"M{joined((x - half, y - 2))}q{edge}v-14h{joined((-2 * half,))}Z"
    emphasis = "normal" if over.kind == "muscle" else "muted"
    return [replace(mark, clip=lip) for mark in structure_marks(over, emphasis)]


def _start(structure):
    """Where a course begins, and half the length of its slit, mm."""
    course = structure.of_role("course")[0]
    return tuple(course.line[0]), 0.6 * course.weight + 2.5


def _caption(ax, course, width_pt):
    unit, at = furniture.mm_per_point(ax), (ax.get_xlim()[0], ax.get_ylim()[0])
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK, "va": "top"}
    furniture.note(ax, (at[0], at[1] + 4 * unit), f"Type {course.letter}", **looks)
    words = furniture.wrap(course.words, width_pt - 46 * (width_pt > 200), style.SIZE_SMALL)
    place = (at[0] + 50 * unit, at[1] + 5.5 * unit) if width_pt > 200 else (at[0], at[1] + 19 * unit)
    furniture.note(ax, place, words, va="top")


def _furnish(panels):
    first, last = panels
    unit, right, (bottom, top) = furniture.mm_per_point(first), first.get_xlim()[1], first.get_ylim()
    furniture.title(first, catalogue.load().figures["sciatic-variants"].title, 0, 10)
    furniture.side_marker(last, (right - 11 * unit, top - 18 * unit))
    furniture.orientation_cross(first, (right - 44 * unit, top + 84 * unit), "posterior")
    furniture.scale_bar(last, right - 6 * unit, bottom + 38 * unit)
    names = plates.load_overlay("posterior-sciatic-variants").structures
    _point_at(last, names["type-b-fibular"], 0.2, (50, 6))
    _point_at(last, names["type-b-tibial"], 0.24, (-44, 16))


def _point_at(ax, structure, share, away_pt):
    """Name a part of the nerve beside it, inside the drawing."""
    unit, at = furniture.mm_per_point(ax), cords.tip(structure, share)
    end, right = [at[axis] + away_pt[axis] * unit for axis in (0, 1)], away_pt[0] > 0
    for colour, width in ((style.PAPER, 2.0), (style.INK, 0.7)):
        ax.plot(*zip(at, end, strict=True), color=colour, lw=width, zorder=5, label="leader")
    place = (end[0] + (3 if right else -3) * unit, end[1])
    words = furniture.wrap(structure.title, 70, style.SIZE_SMALL)
    furniture.note(ax, place, words, ha="left" if right else "right", va="center", color=style.INK)


def _chart(figure, box):
    """Every published figure as a dot with its confidence interval, so that the disagreement is seen."""
    known, ax = catalogue.load(), figure.add_axes(box)
    for row, (key, words) in enumerate(ROWS):
        fact = known.muscle_facts[key]
        _dot(ax, row, fact)
        _row_words(ax, row, words, f"{known.sources[fact.source_key].short}{_sample(fact)}")
    _bare(ax)
    looks = {"size": style.SIZE_SMALL, "color": style.QUIET_INK}
    ax.set_xlabel("% (line: 95 % confidence interval, where given)", **looks)
    place = {"transform": ax.get_figure().dpi_scale_trans, "va": "bottom"}
    top = box[1] + box[3]
    height = figure.get_figheight()
    ax.text(MARGIN_PT / 72, top * height + 18 / 72, HEADING, size=style.SIZE_BODY, weight="bold", **place)
    ax.text(MARGIN_PT / 72, top * height + 4 / 72, SUBHEADING, **looks, **place)


def _bare(ax):
    """No frame; quiet vertical lines every 20 %."""
    ax.set(xlim=(0, 100), ylim=(len(ROWS) - 0.4, -0.6), yticks=[], xticks=range(0, 101, 20), facecolor="none")
    ax.tick_params(labelsize=style.SIZE_SMALL, colors=style.QUIET_INK, length=3)
    ax.grid(axis="x", color=style.INK, alpha=0.12, lw=0.6)
    for side in ax.spines.values():
        side.set_visible(False)


def _dot(ax, row, fact):
    low, high = (fact.ci_low, fact.ci_high) if fact.ci_low is not None else (fact.value, fact.value)
    ax.plot([low, high], [row, row], color=style.INK, lw=2.2, alpha=0.55, solid_capstyle="butt")
    ax.plot(fact.value, row, "o", ms=6, color=style.COLOURS["insertion"])
    text = f"{fact.value:g} %"
    ax.text(high + 3, row, text, size=style.SIZE_SMALL, va="center", weight="bold", color=style.INK)


def _row_words(ax, row, words, source):
    """What was counted, left of the axis; who counted it, right of it."""
    said = furniture.wrap(words, 150, style.SIZE_SMALL)
    furniture.note(ax, (-2.5, row), said, ha="right", va="center", color=style.INK)
    furniture.note(ax, (109, row), source, va="center")


def _sample(fact):
    """The sample, in a second line."""
    found = re.search(r"[\d ]*\d+ [a-z ]*(?:studies|limbs|cadavers)(?:, \d+ \w+)?", fact.population or "")
    return f"\n{found[0]}" if found else ""
