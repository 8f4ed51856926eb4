"""What each kind of structure looks like: muscle, ligament, fascia, bone, nerve, vessel, skin.

A painter gets the structure and how much of it to show.
"""

from dataclasses import replace

from gluteal.drawing import fibres, style
from gluteal.drawing.marks import (
    LIGHT_FROM,
    Mark,
    base,
    contour,
    lines,
    outline,
    shadow,
    sight,
    size,
    soft_edges,
)  # fmt: skip

_WHITE = "#ffffff"


def _muscle(structure, show):
    colour = style.colour_of(structure.id, structure.kind)
    dark, light = style.darker(colour, 0.45), style.lighter(colour, 0.5)
    return [
        *shadow(structure),
        *base(structure, colour),
        *_fleshy(structure, show, dark, light),
        *_tendons(structure, show),
        *soft_edges(structure, style.darker(colour, 0.6), light, size(structure)),
        *outline(structure, style.darker(colour, 0.62)),
    ]


def _fleshy(structure, show, dark, light):
    """Bundles first, broad and faint; then fine striation, dark in the furrows, light on the ridges."""
    coarse = 1.5 if structure.id in style.COARSE else 1.0
    scale = max(0.5, min(1.0, size(structure) * 1.4)) * coarse / show.detail**0.5
    sets = (
        ("bundle light", 6.0, (0.55, 1.0), light, 2.6, 0.12),
        ("bundle dark", 6.0, (0.5, 1.0), dark, 1.5, 0.16),
        ("furrow", 3.8, (0.3, 0.8), dark, 0.5, 0.34),
        ("ridge", 3.6, (0.25, 0.7), light, 0.4, 0.4),
        ("fine", 2.9, (0.12, 0.4), dark, 0.26, 0.34),
    )
    marks = []
    for seed, spacing, reach, colour, width, opacity in sets:
        found = fibres.striations(structure, spacing * scale, reach, seed, show)
        marks += lines(structure, found, colour, round(width * scale, 2), opacity)
    return marks


def _tendons(structure, show):
    """Tendon paler than belly, with a soft transition and fibres that run on."""
    pale, line = style.COLOURS["tendon"], style.darker(style.COLOURS["tendon"], 0.4)
    scale, clip, marks = size(structure), sight(structure), []
    for tendon in structure.of_role("tendon"):
        for width, opacity in ((5.0, 0.14), (3.0, 0.18), (1.2, 0.22)):
            pen = {"width_mm": round(width * scale, 2), "opacity": opacity, "clip": clip}
            marks.append(Mark(tendon.path, stroke=pale, **pen))
        marks.append(Mark(tendon.path, fill=pale, opacity=0.72, clip=clip))
        sheen = fibres.striations(structure, 1.8 * scale + 0.4, (0.7, 1.0), "sheen", show)
        marks += lines(structure, _within(sheen, tendon), line, 0.22, 0.4, clip=tendon.path)
    return marks


def _within(found, detail):
    """Only those lines that come near a detail at all."""
    (left, top), (right, bottom) = detail.line.min(axis=0), detail.line.max(axis=0)
    return [
        line
        for line in found
        if line[:, 0].max() > left
        and line[:, 0].min() < right
        and line[:, 1].max() > top
        and line[:, 1].min() < bottom
    ]


def _band(structure, show):
    """Ligament: pale, its fibres drawn."""
    colour = style.colour_of(structure.id, structure.kind)
    dark = style.darker(colour, 0.45)
    found = fibres.striations(structure, 1.7, (0.5, 1.0), "fibre", show)
    return [
        *shadow(structure),
        *base(structure, colour),
        *lines(structure, found, dark, 0.26, 0.5),
        *soft_edges(structure, dark, style.COLOURS["light"], size(structure)),
        *outline(structure, style.darker(colour, 0.6), 0.35),
    ]


def _fascia(structure, show):
    """Fascia lets what lies under it shine through."""
    colour = style.colour_of(structure.id, structure.kind)
    dark = style.darker(colour, 0.45)
    fine = fibres.striations(structure, 1.9, (0.3, 1.0), "fibre", show)
    sheen = fibres.striations(structure, 3.1, (0.2, 0.8), "sheen", show)
    return [
        *base(structure, colour, 0.62),
        *lines(structure, fine, dark, 0.24, 0.42),
        *lines(structure, sheen, _WHITE, 0.7, 0.5),
        *soft_edges(structure, dark, _WHITE, size(structure), 0.7),
        *outline(structure, style.darker(colour, 0.5), 0.35),
    ]


def _bone(structure, show):
    colour = style.COLOURS["bone"]
    dark = style.darker(colour, 0.55)
    marks = [*shadow(structure), *base(structure, colour)]
    for shade in structure.of_role("shade"):
        marks += _hollow(structure, shade.path, dark) if show.seen(shade.line).any() else []
    marks += soft_edges(structure, dark, _WHITE, 1.5 * size(structure), 1.15)
    marks += _form_lines(structure, show, dark)
    return [*marks, *outline(structure, style.darker(colour, 0.65))]


def _hollow(structure, path, dark):
    """A hollow is darkest in its middle and towards the light."""
    around, within = (
        {"path": path, "stroke": dark, "clip": sight(structure)},
        {"path": path, "stroke": dark, "clip": path, "offset_mm": (0.7, 0.7)},
    )
    return [
        *(Mark(width_mm=width, opacity=0.045, **around) for width in (6.0, 3.6, 1.6)),
        Mark(path, fill=dark, opacity=0.17, clip=sight(structure)),
        *(Mark(width_mm=width, opacity=0.09, **within) for width in (5.0, 2.4)),
    ]


def _form_lines(structure, show, dark):
    """Crests and rims: a lit ridge with its shadow below. Lines of one weight share their marks."""
    marks = []
    for weight, width in ((1, 0.3), (2, 0.5), (3, 0.8)):
        drawn = [
            one for one in structure.of_role("form") if one.weight == weight and show.seen(one.line).any()
        ]
        pen = {"path": "".join(one.path for one in drawn), "clip": sight(structure)}
        if drawn:
            marks += [
                Mark(stroke=dark, width_mm=round(6 * width, 2), opacity=0.07, offset_mm=(0.9, 0.9), **pen),
                Mark(stroke=dark, width_mm=round(3 * width, 2), opacity=0.12, offset_mm=(0.5, 0.5), **pen),
                Mark(
                    stroke=_WHITE, width_mm=round(1.6 * width, 2), opacity=0.4, offset_mm=(-0.4, -0.4), **pen
                ),
                Mark(stroke=dark, width_mm=width, opacity=0.45, **pen),
            ]
    return marks


def _cord(structure, show):
    """Nerve or vessel: a round cord with a dark edge and a highlight along it."""
    colour = style.colour_of(structure.id, structure.kind)
    dark, shine = style.darker(colour, 0.55), style.lighter(colour, 0.85)
    marks = [*shadow(structure), *base(structure, colour)]
    marks += soft_edges(structure, dark, shine, size(structure) * 1.1, 1.2)
    threads = ((-1.6, shine, 0.75), (1.2, dark, 0.3), (2.6, dark, 0.25), (-0.2, dark, 0.2))
    for course in structure.of_role("course"):
        along = Mark(course.path, width_mm=0.5, clip=sight(structure))
        for shift, tone, opacity in threads:
            marks.append(replace(along, stroke=tone, opacity=opacity, offset_mm=(shift, 0.0)))
    return [*marks, *outline(structure, style.darker(colour, 0.7), 0.5)]


def _skin(structure, show):
    """Skin: no lines but its folds; the round of the body in faint steps.

    No step is fainter than about 0.04: browsers add them up in whole numbers, and rounding would turn the
    skin olive.
    """
    colour = style.COLOURS["skin"]
    dark = style.darker(style.mix(colour, "#b4694a", 0.5), 0.2)
    pen = {"stroke": dark, "clip": structure.path}
    marks = base(structure, colour)
    for shade in structure.of_role("shade"):
        marks += [Mark(shade.path, width_mm=width, opacity=0.04, **pen) for width in (27, 20, 14, 8)]
        marks.append(Mark(shade.path, fill=dark, opacity=0.05, clip=structure.path))
    shift = tuple(6 * part for part in LIGHT_FROM)
    round_off = {"path": contour(structure), "offset_mm": shift, "opacity": 0.045, **pen}
    marks += [Mark(width_mm=width, **round_off) for width in range(6, 76, 8)]
    for line in structure.of_role("form"):
        marks += _fold(line, pen)
    return [*marks, *outline(structure, style.darker(colour, 0.5), 0.5)]


def _fold(line, pen):
    """A crease of the skin with the soft shade beside it."""
    soft = [Mark(line.path, width_mm=w, opacity=0.045, **pen) for w in (14, 10, 7, 4.5, 2.5)]
    return [*soft, Mark(line.path, width_mm=0.5 * line.weight, opacity=0.4, **pen)]


PAINTERS = {
    "bone": _bone, "muscle": _muscle, "tendon": _band, "ligament": _band, "fascia": _fascia,
    "nerve": _cord, "vessel": _cord, "bursa": _fascia, "skin": _skin,
}  # fmt: skip
