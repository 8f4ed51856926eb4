"""What cut structures look like in a transverse section.

Muscle shows its fascicles and the septa between them, bone a dense rim around spongy bone, a nerve its
bundles, an artery a thick round wall, a vein a thin and flattened one: form tells them apart, not only tone.
"""

from dataclasses import replace

from gluteal.drawing import fibres, style
from gluteal.drawing.marks import Mark, lines, outline, soft_edges
from gluteal.drawing.mosaic import Grain, mosaic, shrunk
from gluteal.svg_path import smooth

FAT, MARROW, GREY = "#f3e6c1", "#cfa98b", "#d6d1ca"
ARTERY, VEIN = style.COLOURS["vessel"], "#3f6390"
FASCICLES, COARSE = Grain(5.2, 2.6), Grain(9.0, 3.6)
LOBULES, SPONGY, BUNDLES = Grain(6.4, 4.2, 0.2), Grain(2.5, 1.9, 0.2), Grain(2.9, 2.0, 0.1)
_CORTEX_MM, _SMALL_MM2, _SHEET_MM = 2.6, 20.0, 0.9


def section_marks(structure, emphasis="normal"):
    """Return the marks of one cut structure.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        Of a drawing of the region ``section``.
    emphasis : {"normal", "muted", "highlighted"}
        ``muted``: in grey, for orientation only. ``highlighted``: with a light rim, to be avoided.

    Returns
    -------
    list of gluteal.drawing.marks.Mark

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> len(section_marks(load_plate("section-piriformis").structures["piriformis"])) > 5
    True
    """
    marks = SECTION_PAINTERS[structure.kind](structure)
    if emphasis == "muted":
        return [_greyed(mark) for mark in marks]
    return _rim(structure) + marks if emphasis == "highlighted" else marks


def _greyed(mark):
    def grey(colour):
        return style.mix(style.mix(colour, GREY, 0.72), style.PAPER, 0.3) if colour else ""

    return replace(mark, fill=grey(mark.fill), stroke=grey(mark.stroke))


def _rim(structure):
    """A light ring around what has to be avoided."""
    widths = ((3.4, 0.35), (2.2, 0.9))
    return [
        Mark(structure.path, stroke=style.PAPER, width_mm=width, opacity=share) for width, share in widths
    ]


def _muscle(structure):
    colour = style.colour_of(structure.named_as, structure.kind)
    dark, pale = style.darker(colour, 0.5), style.mix(colour, "#f6dfca", 0.62)
    found = mosaic(structure, COARSE if structure.named_as in style.COARSE else FASCICLES)
    return [
        Mark(structure.path, fill=colour),
        Mark(found.share(1, 3), fill=style.lighter(colour, 0.35), opacity=0.4, clip=structure.path),
        Mark(found.share(2, 3), fill=dark, opacity=0.24, clip=structure.path),
        Mark(found.walls, stroke=pale, width_mm=0.34, opacity=0.75, clip=structure.path),
        *soft_edges(structure, dark, style.lighter(colour, 0.5), 0.45),
        Mark(structure.path, stroke=style.COLOURS["tendon"], width_mm=1.5, opacity=0.9, clip=structure.path),
        *outline(structure, style.darker(colour, 0.62), 0.4),
    ]


def _bone(structure):
    bone = style.COLOURS["bone"]
    dark, found = style.darker(bone, 0.55), mosaic(structure, SPONGY)
    rim = Mark(structure.path, stroke=bone, width_mm=2 * _CORTEX_MM, clip=structure.path)
    return [
        Mark(structure.path, fill=MARROW),
        Mark(found.share(1, 4), fill=style.darker(MARROW, 0.3), opacity=0.5, clip=structure.path),
        Mark(found.walls, stroke=bone, width_mm=0.5, opacity=0.95, clip=structure.path),
        replace(rim, stroke=style.darker(bone, 0.3), width_mm=2 * _CORTEX_MM + 0.6, opacity=0.5),
        rim,
        *soft_edges(structure, dark, style.COLOURS["light"], 0.35),
        *outline(structure, style.darker(bone, 0.65), 0.5),
    ]


def _fat(structure):
    septa, found = style.darker(FAT, 0.2), mosaic(structure, LOBULES)
    return [
        Mark(structure.path, fill=FAT),
        Mark(found.share(1, 3), fill=style.COLOURS["light"], opacity=0.45, clip=structure.path),
        Mark(found.walls, stroke=septa, width_mm=0.26, opacity=0.6, clip=structure.path),
        *outline(structure, style.darker(FAT, 0.35), 0.3),
    ]


def _skin(structure):
    colour = style.COLOURS["skin"]
    return [Mark(structure.path, fill=colour), *outline(structure, style.darker(colour, 0.55), 0.6)]


def _band(structure):
    """Ligament or fascia: pale, with its fibres; a thin sheet in which it goes on is a line."""
    colour = style.colour_of(structure.named_as, structure.kind)
    found = fibres.striations(structure, 0.9, (0.6, 1.0), "cut")
    sheets = "".join(one.path for one in structure.of_role("form"))
    edges = ((_SHEET_MM + 0.6, style.darker(colour, 0.6)), (_SHEET_MM, colour)) if sheets else ()
    return [
        *(Mark(sheets, stroke=tone, width_mm=width) for width, tone in edges),
        Mark(structure.path, fill=colour),
        *lines(structure, found, style.darker(colour, 0.45), 0.25, 0.6),
        *outline(structure, style.darker(colour, 0.6), 0.35),
    ]


def _nerve(structure):
    """Bundles of nerve fibres in a paler sheath; in a thin nerve the sheath and one bundle."""
    colour = style.COLOURS["nerve"]
    sheath, dark = style.mix(colour, "#ffffff", 0.62), style.darker(colour, 0.72)
    small = structure.area_mm2 < _SMALL_MM2
    cells = [structure.outline] if small else mosaic(structure, BUNDLES).cells
    bundles = "".join(smooth(shrunk(cell, 0.8), closed=True) for cell in cells)
    return [
        Mark(structure.path, fill=sheath),
        Mark(bundles, fill=colour, clip=structure.path),
        *outline(structure, dark, 0.55),
    ]


def _vessel(structure):
    """An artery has a thick wall, a vein a thin one."""
    is_vein = "-vein" in structure.id
    colour, wall = (VEIN, 0.5) if is_vein else (ARTERY, 1.1)
    return [
        Mark(structure.path, fill=style.darker(colour, 0.25)),
        Mark(structure.path, stroke=colour, width_mm=2 * wall, clip=structure.path),
        Mark(structure.path, stroke=style.mix(colour, "#ffffff", 0.45), width_mm=0.5, clip=structure.path),
        *outline(structure, style.darker(colour, 0.7), 0.45),
    ]


def _organ(structure):
    dark = style.darker(GREY, 0.4)
    inner = [Mark(one.path, fill=style.mix(GREY, style.PAPER, 0.55)) for one in structure.of_role("shade")]
    rims = [replace(mark, fill="", stroke=dark, width_mm=0.35, opacity=0.7) for mark in inner]
    form = [Mark(one.path, stroke=dark, width_mm=0.4, opacity=0.6) for one in structure.of_role("form")]
    return [
        Mark(structure.path, fill=GREY),
        *inner, *rims, *form,
        *soft_edges(structure, dark, style.COLOURS["light"], 0.6, 0.8),
        *outline(structure, dark, 0.4),
    ]  # fmt: skip


SECTION_PAINTERS = {
    "muscle": _muscle, "bone": _bone, "fat": _fat, "skin": _skin, "ligament": _band, "fascia": _band,
    "nerve": _nerve, "vessel": _vessel, "organ": _organ,
}  # fmt: skip
