"""What the parts of the schematics look like: muscle with its sheaths, fibres with their stripes."""

import numpy as np

from gluteal import catalogue
from gluteal.drawing import diagram_parts, fibres, style
from gluteal.drawing.marks import Mark, lines, outline, soft_edges
from gluteal.drawing.mosaic import Grain, mosaic, shrunk
from gluteal.svg_path import joined, smooth

SHEATH, FLESH, TAUT, KNOT, FIBRE = "#efe7da", "#b9544a", "#8a2c28", "#6a1c22", "#c9786a"
FASCICLES = Grain(3.6, 2.5, 0.13)
KNOTTED = "knotted-fibres"
"""The layer of the fibres that carry a knot: beyond it their stripes are wider."""
_STRIPE_SHARE = 0.42
"""The dark part of a stripe."""


def diagram_marks(structure):
    """Return the marks of one part of a schematic.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        Of a drawing of the region ``schematic``.

    Returns
    -------
    list of gluteal.drawing.marks.Mark

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> len(diagram_marks(load_plate("schematic-taut-band").structures["taut-band"])) > 5
    True
    """
    return PAINTERS[structure.id if structure.id in PAINTERS else structure.named_as](structure)


def _sheath(structure):
    return [
        Mark(structure.path, fill=SHEATH),
        *soft_edges(structure, "#8b7a66", "#ffffff", 0.4),
        *outline(structure, style.darker(SHEATH, 0.5), 0.25),
    ]


def _flesh(structure, colour, bundles, scale):
    """Bundles seen from the side, along the guides: a furrow between two, a lit ridge beside it."""
    dark, pale = style.darker(colour, 0.55), style.mix(colour, "#f6dfca", 0.5)
    fibre = fibres.field(structure.fibres)
    furrows = "".join(smooth(fibres.resample(fibre(at), 6)) for at in np.linspace(0.02, 0.98, bundles))
    fine = fibres.striations(structure, 0.6 * scale, (0.3, 0.9), "fine")
    pen = {"path": furrows, "clip": structure.path}
    return [
        Mark(structure.path, fill=colour),
        *lines(structure, fine, dark, 0.1, 0.3),
        Mark(stroke=dark, width_mm=0.9 * scale, opacity=0.16, **pen),
        Mark(stroke=dark, width_mm=0.26 * scale, opacity=0.6, **pen),
        Mark(stroke=pale, width_mm=0.3 * scale, opacity=0.55, offset_mm=(0, 0.34 * scale), **pen),
        *soft_edges(structure, dark, style.lighter(colour, 0.6), 1.6 * scale, 1.2),
    ]


def _piece(structure):
    return [*_flesh(structure, FLESH, 15, 1.0), *outline(structure, style.darker(FLESH, 0.6), 0.2)]


def _band(structure):
    return [*_flesh(structure, TAUT, 5, 0.6), *outline(structure, style.darker(TAUT, 0.6), 0.3)]


def _nodule(structure):
    fill = Mark(structure.path, fill=KNOT, opacity=0.75)
    return [fill, *soft_edges(structure, style.darker(KNOT, 0.6), style.lighter(KNOT, 0.6), 0.35)]


def _face(structure):
    """Perimysium: the pale ground between the fascicles of a cut face."""
    return [Mark(structure.path, fill=SHEATH), *outline(structure, style.darker(SHEATH, 0.5), 0.25)]


def _fascicles(structure):
    """Fascicles of the cut face, each with the dots of its fibres."""
    cells = [shrunk(cell, 0.8) for cell in mosaic(structure, FASCICLES).cells]
    random = np.random.default_rng(7)
    dots = "".join(_dot(point) for cell in cells for point in _scatter(cell, random))
    dark = style.darker(FLESH, 0.45)
    drawn = "".join(smooth(cell, closed=True) for cell in cells)
    return [
        Mark(drawn, fill=FLESH, clip=structure.path),
        Mark(dots, stroke=style.mix(FLESH, "#f6dfca", 0.5), width_mm=0.2, opacity=0.8, clip=structure.path),
        Mark(drawn, stroke=dark, width_mm=0.16, opacity=0.8, clip=structure.path),
    ]


def _scatter(cell, random, count=9):
    """Points inside a convex cell."""
    weights = random.dirichlet(np.ones(len(cell)), count)
    return weights @ shrunk(cell, 0.9)


def _dot(point):
    return f"M{joined(np.round(point, 1))}h0"


def stripe_um(kind):
    """Return the distance of two stripes of a fibre: at rest, stretched, or in a contracted spot.

    Examples
    --------
    >>> stripe_um("rest"), round(stripe_um("short"), 2)
    (2.84, 0.99)
    """
    facts = catalogue.load().statements
    rest = facts["sarcomere-length-at-rest"].value
    share = facts["contracted-foci-length"]
    short = rest * (share.value_low + share.value_high) / 200
    return {"rest": rest, "stretched": facts["sarcomere-length-stretched"].value, "short": short}[kind]


def _fibre(structure):
    """A muscle fibre: its stripes at true distance."""
    dark = style.darker(FIBRE, 0.5)
    return [
        Mark(structure.path, fill=FIBRE),
        _stripes(structure, stripe_um("stretched" if structure.layer == KNOTTED else "rest"), dark, 0.55),
        *soft_edges(structure, dark, style.lighter(FIBRE, 0.7), 2.4, 1.1),
        *outline(structure, style.darker(FIBRE, 0.62), 1.1),
    ]


def _knot(structure):
    """A contracted stretch: stripes close together, so that it looks dark; it begins and ends softly."""
    dark = style.darker(KNOT, 0.5)
    veils = [
        Mark(_narrower(structure, share), fill=TAUT, opacity=0.38, clip=structure.path)
        for share in (1.0, 0.93, 0.86, 0.78)
    ]
    return [
        *veils,
        _stripes(structure, stripe_um("short"), dark, 0.7),
        *soft_edges(structure, dark, style.lighter(TAUT, 0.6), 1.2, 0.7),
        Mark(structure.path, stroke=style.darker(FIBRE, 0.62), width_mm=0.5, opacity=0.35),
    ]


def _narrower(structure, share):
    """The outline drawn in from both ends."""
    middle = structure.centroid_mm[0]
    points = structure.outline.copy()
    points[:, 0] = middle + (points[:, 0] - middle) * share
    return smooth(points[::2], closed=True)


def _stripes(structure, distance, colour, opacity):
    left, top, right, bottom = structure.bounds_mm
    places = np.arange(left, right, distance)
    path = "".join(f"M{x:.1f} {top:.0f}V{bottom:.0f}" for x in places)
    width = round(_STRIPE_SHARE * distance, 2)
    return Mark(path, stroke=colour, width_mm=width, opacity=opacity, clip=structure.path)


def _ground(structure):
    return [Mark(structure.path, fill=style.mix(SHEATH, "#e9cdbb", 0.4))]


def _end_plate(structure):
    colour = style.darker(style.COLOURS["nerve"], 0.12)
    return [
        Mark(structure.path, fill=colour, opacity=0.85),
        *soft_edges(structure, style.darker(colour, 0.6), "#ffffff", 1.0),
        *outline(structure, style.darker(colour, 0.65), 0.9),
    ]


def _nerve(structure):
    colour = style.COLOURS["nerve"]
    dark, light = style.darker(colour, 0.65), style.mix(colour, "#ffffff", 0.7)
    courses = structure.of_role("course")
    edges = [Mark(one.path, stroke=dark, width_mm=one.weight + 1.8) for one in courses]
    cords = [Mark(one.path, stroke=colour, width_mm=one.weight) for one in courses]
    shine = [Mark(one.path, stroke=light, width_mm=0.25 * one.weight, opacity=0.9) for one in courses]
    return [*edges, *cords, *shine]


PAINTERS = {
    "epimysium": _sheath, "muscle-piece": _piece, "taut-band": _band, "taut-band-nodule": _nodule,
    "taut-band-face": _nodule,
    "perimysium": _face, "fascicle": _fascicles, "endomysium": _ground, "muscle-fibre": _fibre,
    "contraction-knot": _knot, "motor-end-plate": _end_plate, "motor-nerve-fibre": _nerve,
    "free-nerve-ending": _nerve, "capillary": diagram_parts.capillary,
    "red-blood-cells": diagram_parts.blood_cells,
    "sensitising-substances": diagram_parts.substances, "examining-finger": diagram_parts.finger,
    "fingernail": diagram_parts.nail,
}  # fmt: skip
