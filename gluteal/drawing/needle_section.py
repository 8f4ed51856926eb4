"""Needle safety, cut across: what lies how deep, and how much that differs between people."""

from gluteal import plates
from gluteal.catalogue import load, name_of
from gluteal.drawing import canvas, furniture, page, section, sight, style
from gluteal.drawing.lettering import wrap
from gluteal.drawing.needle_safety import COLUMN_PT, FACT, TOP_PT, hatched, opened
from gluteal.drawing.needle_words import GAP_PT, LINE_PT, said
from gluteal.drawing.section_painters import section_marks
from gluteal.drawing.sheet import EDGE_PT, box, words

NAME = "needle-safety-transverse"
SCALE_PT, BELOW_PT = 1.95, 258.0
PAGE = page.Page(SCALE_PT, COLUMN_PT, TOP_PT, 0.0)
DANGERS = ("nerve", "vessel")
CAVITY = "pelvic-cavity"
NAMED_MUSCLES = ("gluteus-maximus", "gluteus-medius", "gluteus-minimus", "piriformis")
DEPTHS = ("medial", "central", "lateral")
"""Parts of piriformis, from the midline outwards."""
MOST_CM = 9
CHART_PT, ROW_PT, NOTE_PT = 200.0, 26.0, 395.0
WIDTH_PT = COLUMN_PT - furniture.LABEL_INSET_PT


def needle_safety_transverse(ax=None):
    """Draw the section with nerves, vessels and pelvic cavity marked, and depths measured in people below.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw the sheet; by default a new page.

    Returns
    -------
    matplotlib.axes.Axes
        Of the drawing, mm.
    """
    plate = plates.load_plate(section.NAME)
    paper, ax = opened(NAME, plate, plate.view_box, SCALE_PT, BELOW_PT, ax)
    structures = list(plate.structures.values())
    for one in structures:
        canvas.draw(ax, section_marks(one, emphasis_of(one)))
        if one.id == CAVITY:
            canvas.draw(ax, hatched(one.path, 6.0))
    page.soften_edges(ax, structures, fade_pt=26)
    _furnish(ax, plate)
    furniture.write_labels(ax, _labels(ax, plate, structures))
    _depths(paper, TOP_PT + plate.view_box[3] * SCALE_PT + 88)
    return ax


def emphasis_of(structure):
    """Return how a structure speaks: dangers of the buttock highlighted, all else in grey."""
    of_the_buttock = structure.kind in DANGERS and structure.layer != section.ORIENTATION
    return "highlighted" if of_the_buttock else "muted"


def _furnish(ax, plate):
    page.furnish_lower(ax, plate, PAGE)
    page.remark(ax, name_of("needle-note-transverse"), PAGE)
    unit = furniture.mm_per_point(ax)
    left, top = ax.get_xlim()[0], ax.get_ylim()[1]
    furniture.side_marker(ax, (left - (COLUMN_PT - 24) * unit, top - 2 * unit))


def _labels(ax, plate, structures):
    raster, seen = sight.in_sight(structures, plate.view_box, step_mm=1.2)
    found = []
    for one in structures:
        role = "main" if emphasis_of(one) == "highlighted" or one.id == CAVITY else "context"
        if one.of or not (role == "main" or one.id in NAMED_MUSCLES or one.kind == "bone"):
            continue
        small = one.area_mm2 < 60
        place = one.centroid_mm if small else sight.anchor(raster, seen[one.id], None, pull=0.12)
        found.append(furniture.label(ax, name_of(one.id), place, WIDTH_PT, role))
    for name, at in ((section.BRANCH, section.BRANCH), (section.GROUP, section.GROUP_AT)):
        found.append(furniture.label(ax, name_of(name), plate.structures[at].centroid_mm, WIDTH_PT, "main"))
    return found


def _depths(paper, top):
    """Bars from the skin to each part of piriformis, with one standard deviation; the fat in words."""
    words(paper, EDGE_PT, top, name_of("needle-depth"), size=style.SIZE_BODY, weight="bold")
    left, facts = EDGE_PT + 84, load().treatment_facts
    for row, part in enumerate(DEPTHS):
        _depth(paper, left, top + 24 + row * ROW_PT, facts[f"{FACT}piriformis-depth-{part}"], part)
    low = top + 24 + len(DEPTHS) * ROW_PT
    for tick in range(0, MOST_CM + 1, 3):
        x = left + tick * CHART_PT / MOST_CM
        paper.plot([x, x], [top + 14, low], color=style.INK, lw=0.6, alpha=0.2)
        words(paper, x, low + 12, name_of("needle-cm").format(tick), ha="center", color=style.QUIET_INK)
    source = facts[f"{FACT}piriformis-depth-medial"]
    about = f"{source.population}, {source.source.short} {source.certainty.symbol}"
    note = name_of("needle-depth-who").format(about)
    words(paper, EDGE_PT, low + 24, note, NOTE_PT, va="top", color=style.QUIET_INK)
    _fat(paper, EDGE_PT + NOTE_PT + 26, top)


def _depth(paper, left, y, fact, part):
    scale = CHART_PT / MOST_CM
    words(paper, left - 10, y + 5, name_of(f"needle-depth-{part}"), ha="right", va="center")
    tint = style.mix(style.COLOURS["skin"], style.PAPER, 0.2)
    box(paper, left, y - 2, fact.value * scale, 14, fc=tint, label="depth")
    ends = [left + (fact.value + side * fact.sd) * scale for side in (-1, 1)]
    paper.plot(ends, [y + 5, y + 5], color=style.INK, lw=1.6, label="sd")
    for end in ends:
        paper.plot([end, end], [y, y + 10], color=style.INK, lw=1.6)
    said_here = f"{fact.value:g} ± {fact.sd:g} {fact.unit}"
    words(paper, left + CHART_PT + 8, y + 5, said_here, va="center", weight="bold")


def _fat(paper, left, top):
    """How thick the fat is, in words, and what follows."""
    facts = [load().treatment_facts[f"{FACT}fat-over-{mm}-mm"] for mm in (25, 35)]
    words(paper, left, top, name_of("needle-fat"), size=style.SIZE_BODY, weight="bold")
    room = paper.get_xlim()[1] - EDGE_PT - left
    text = name_of("needle-fat-said").format(*(f"{one.value:g}" for one in facts))
    source = f"{facts[0].population}, {facts[0].source.short} {facts[0].certainty.symbol}"
    variant = said(load().treatment_facts["dry-needling-safety-anatomy"])
    y = top + 14
    for line in (f"{text} {source}.", name_of("needle-fat-so"), variant):
        y = _paragraph(paper, left, y, line, room)


def _paragraph(paper, left, y, text, room):
    lines = wrap(text, room, style.SIZE_SMALL)
    words(paper, left, y, lines, va="top")
    return y + (lines.count("\n") + 1) * LINE_PT + GAP_PT
