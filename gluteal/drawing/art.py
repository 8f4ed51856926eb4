"""What a structure looks like, as marks that any backend can draw.

A mark is a filled shape or a stroked line in millimetres, with an optional clip. Soft shading is made of
wide, faint strokes clipped to the outline: no raster, no filter, so matplotlib and a browser show the same.
Light comes from the upper left.
"""

from dataclasses import dataclass, replace

from gluteal.drawing import fibres, style
from gluteal.svg_path import smooth

LIGHT_FROM = (-0.7, -0.7)
EMPHASES = ("normal", "muted", "highlighted", "ghost")
_SOFT_EDGE = ((9.0, 0.07), (6.0, 0.08), (3.6, 0.1), (1.8, 0.13))
"""Width in mm and opacity of the strokes that make one soft edge, for a structure about 80 mm wide."""


@dataclass(frozen=True)
class Mark:
    """One shape or line.

    Attributes
    ----------
    path : str
        SVG path data, mm, y down.
    fill, stroke : str
        Colour, or empty for none.
    width_mm : float
        Width of the stroke.
    opacity : float
        0 to 1, of the whole mark.
    clip : str
        Path data outside of which nothing is drawn; empty for no clip.
    offset_mm : (float, float)
        The path is moved by this much before it is drawn; the clip stays.
    dash_mm : tuple of float
        Lengths of dashes and gaps; empty for a solid line.
    """

    path: str
    fill: str = ""
    stroke: str = ""
    width_mm: float = 0.0
    opacity: float = 1.0
    clip: str = ""
    offset_mm: tuple[float, float] = (0.0, 0.0)
    dash_mm: tuple[float, ...] = ()


def structure_marks(structure, emphasis="normal"):
    """Return the marks of one structure, to be drawn in order.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        What to draw.
    emphasis : {"normal", "muted", "highlighted", "ghost"}
        ``muted`` recedes towards the paper, ``ghost`` is only an outline, as of a layer that was removed.

    Returns
    -------
    list of Mark

    Raises
    ------
    ValueError
        When there is no such emphasis.

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> len(structure_marks(load_plate("posterior").structures["piriformis"])) > 5
    True
    """
    if emphasis not in EMPHASES:
        raise ValueError(f"unknown emphasis {emphasis!r}; choose from {', '.join(EMPHASES)}")
    if emphasis == "ghost":
        return _ghost(structure)
    marks = _PAINTERS.get(structure.kind, _muscle)(structure)
    if emphasis == "muted":
        return [_muted(mark) for mark in marks]
    return marks + _halo(structure) if emphasis == "highlighted" else marks


def _muted(mark):
    def pale(colour):
        return style.mix(style.mix(colour, "#b9b2a6", 0.45), style.PAPER, 0.5) if colour else ""

    return replace(mark, fill=pale(mark.fill), stroke=pale(mark.stroke))


def _ghost(structure):
    colour = style.darker(style.colour_of(structure.id, structure.kind), 0.25)
    return [
        Mark(structure.path, fill=colour, opacity=0.07),
        Mark(structure.path, stroke=colour, width_mm=0.6, opacity=0.8, dash_mm=(2.4, 1.6)),
    ]


def _halo(structure):
    return [Mark(structure.path, stroke=style.INK, width_mm=0.9, clip=structure.visible)]


def _sight(structure):
    """Where the structure may be painted: its outline, or the part that no bone hides."""
    return structure.visible or structure.path


def _lines(structure, lines, colour, width_mm, opacity, clip=None):
    """One mark out of many lines of the same pen."""
    if not lines:
        return []
    path = "".join(smooth(line) for line in lines)
    return [Mark(path, stroke=colour, width_mm=width_mm, opacity=opacity, clip=clip or _sight(structure))]


def _soft_edges(structure, dark, light, scale=1.0, strength=1.0):
    """Shade the side away from the light and lift the side towards it."""
    marks = []
    for width, opacity in _SOFT_EDGE:
        shift = 0.32 * width * scale
        away = tuple(shift * part for part in LIGHT_FROM)
        towards = tuple(-0.8 * shift * part for part in LIGHT_FROM)
        pen = {"width_mm": round(width * scale, 2), "clip": _sight(structure)}
        marks.append(Mark(structure.path, stroke=dark, opacity=opacity * strength, offset_mm=away, **pen))
        fainter = 0.5 * opacity * strength
        marks.append(Mark(structure.path, stroke=light, opacity=fainter, offset_mm=towards, **pen))
    return marks


def _size(structure):
    """How wide soft edges are for this structure: thin ones get thin edges."""
    left, top, right, bottom = structure.bounds_mm
    mean_width = structure.area_mm2 / max(right - left, bottom - top)
    return min(1.6, max(0.25, mean_width / 55))


def _shadow(structure):
    """The soft shadow that the structure throws on what lies under it."""
    scale = _size(structure)
    offset = tuple(-1.6 * scale * part for part in LIGHT_FROM)
    pen = {"stroke": style.COLOURS["shadow"], "clip": structure.visible, "offset_mm": offset}
    return [Mark(structure.path, width_mm=width * scale, opacity=0.06, **pen) for width in (4.0, 2.4, 1.0)]


def _outline(structure, colour, width_mm=0.45):
    return [Mark(structure.path, stroke=colour, width_mm=width_mm, clip=structure.visible)]


def _base(structure, colour, opacity=1.0):
    return [Mark(structure.path, fill=colour, opacity=opacity, clip=structure.visible)]


def _muscle(structure):
    colour = style.colour_of(structure.id, structure.kind)
    dark, light = style.darker(colour, 0.45), style.lighter(colour, 0.5)
    return [
        *_shadow(structure),
        *_base(structure, colour),
        *_fleshy(structure, dark, light),
        *_tendons(structure),
        *_soft_edges(structure, style.darker(colour, 0.6), light, _size(structure)),
        *_outline(structure, style.darker(colour, 0.62)),
    ]


def _fleshy(structure, dark, light):
    """Bundles first, broad and faint; then fine striation, dark in the furrows, light on the ridges."""
    coarse = 1.5 if structure.id in style.COARSE else 1.0
    size = max(0.5, min(1.0, _size(structure) * 1.4)) * coarse
    sets = (
        ("bundle light", 6.0, (0.55, 1.0), light, 2.6, 0.12),
        ("bundle dark", 6.0, (0.5, 1.0), dark, 1.5, 0.16),
        ("furrow", 3.8, (0.3, 0.8), dark, 0.5, 0.34),
        ("ridge", 3.6, (0.25, 0.7), light, 0.4, 0.4),
        ("fine", 2.9, (0.12, 0.4), dark, 0.26, 0.34),
    )
    marks = []
    for seed, spacing, reach, colour, width, opacity in sets:
        lines = fibres.striations(structure, spacing * size, reach, seed)
        marks += _lines(structure, lines, colour, round(width * size, 2), opacity)
    return marks


def _tendons(structure):
    """Tendon paler than belly, with a soft transition and fibres that run on."""
    pale, line = style.COLOURS["tendon"], style.darker(style.COLOURS["tendon"], 0.4)
    marks = []
    for tendon in structure.of_role("tendon"):
        sight = _sight(structure)
        for width, opacity in ((5.0, 0.14), (3.0, 0.18), (1.2, 0.22)):
            marks.append(
                Mark(tendon.path, stroke=pale, width_mm=width * _size(structure), opacity=opacity, clip=sight)
            )
        marks.append(Mark(tendon.path, fill=pale, opacity=0.72, clip=sight))
        sheen = fibres.striations(structure, 1.8 * _size(structure) + 0.4, (0.7, 1.0), "sheen")
        marks += _lines(structure, sheen, line, 0.22, 0.4, clip=tendon.path)
    return marks


def _band(structure):
    """Ligament: pale, its fibres drawn."""
    colour = style.colour_of(structure.id, structure.kind)
    dark = style.darker(colour, 0.45)
    lines = fibres.striations(structure, 1.7, (0.5, 1.0), "fibre")
    return [
        *_shadow(structure),
        *_base(structure, colour),
        *_lines(structure, lines, dark, 0.26, 0.5),
        *_soft_edges(structure, dark, style.COLOURS["light"], _size(structure)),
        *_outline(structure, style.darker(colour, 0.6), 0.35),
    ]


def _fascia(structure):
    """Fascia lets what lies under it shine through."""
    colour = style.colour_of(structure.id, structure.kind)
    dark = style.darker(colour, 0.45)
    lines = fibres.striations(structure, 1.9, (0.3, 1.0), "fibre")
    return [
        *_base(structure, colour, 0.62),
        *_lines(structure, lines, dark, 0.24, 0.42),
        *_lines(structure, fibres.striations(structure, 3.1, (0.2, 0.8), "sheen"), "#ffffff", 0.7, 0.5),
        *_soft_edges(structure, dark, "#ffffff", _size(structure), 0.7),
        *_outline(structure, style.darker(colour, 0.5), 0.35),
    ]


def _bone(structure):
    colour = style.COLOURS["bone"]
    dark = style.darker(colour, 0.55)
    marks = [*_shadow(structure), *_base(structure, colour)]
    for shade in structure.of_role("shade"):
        marks += _hollow(structure, shade.path, dark)
    marks += _soft_edges(structure, dark, "#ffffff", 1.5 * _size(structure), 1.15)
    marks += _form_lines(structure, dark)
    holes = "".join(hole.path for hole in structure.of_role("hole"))
    marks += [Mark(holes, stroke=dark, width_mm=0.4)] if holes else []
    return [*marks, *_outline(structure, style.darker(colour, 0.65))]


def _hollow(structure, path, dark):
    """A hollow is darkest in its middle and towards the light."""
    pen = {"stroke": dark, "clip": _sight(structure)}
    return [
        *(Mark(path, width_mm=width, opacity=0.045, **pen) for width in (6.0, 3.6, 1.6)),
        Mark(path, fill=dark, opacity=0.17, clip=_sight(structure)),
        *(
            Mark(path, width_mm=width, opacity=0.09, offset_mm=(0.7, 0.7), **{**pen, "clip": path})
            for width in (5.0, 2.4)
        ),
    ]


def _form_lines(structure, dark):
    """Crests and rims: a lit ridge with its shadow below. Lines of one weight share their marks."""
    marks, clip = [], _sight(structure)
    for weight, width in ((1, 0.3), (2, 0.5), (3, 0.8)):
        path = "".join(line.path for line in structure.of_role("form") if line.weight == weight)
        if path:
            marks += [
                Mark(path, stroke=dark, width_mm=6 * width, opacity=0.07, clip=clip, offset_mm=(0.9, 0.9)),
                Mark(path, stroke=dark, width_mm=3 * width, opacity=0.12, clip=clip, offset_mm=(0.5, 0.5)),
                Mark(
                    path, stroke="#fff", width_mm=1.6 * width, opacity=0.4, clip=clip, offset_mm=(-0.4, -0.4)
                ),
                Mark(path, stroke=dark, width_mm=width, opacity=0.45, clip=clip),
            ]
    return marks


def _cord(structure):
    """Nerve: a round cord with a dark edge and a highlight along it."""
    colour = style.colour_of(structure.id, structure.kind)
    dark = style.darker(colour, 0.55)
    marks = [*_shadow(structure), *_base(structure, colour)]
    marks += _soft_edges(structure, dark, "#fffbe6", _size(structure) * 1.1, 1.2)
    for course in structure.of_role("course"):
        for shift, tone, opacity in (
            (-1.6, "#fffbe6", 0.75),
            (1.2, dark, 0.3),
            (2.6, dark, 0.25),
            (-0.2, dark, 0.2),
        ):
            mark = Mark(course.path, stroke=tone, width_mm=0.5, opacity=opacity, clip=_sight(structure))
            marks.append(replace(mark, offset_mm=(shift, 0.0)))
    return [*marks, *_outline(structure, style.darker(colour, 0.7), 0.5)]


def _skin(structure):
    """Skin: no lines but its folds; the round of the body in many faint steps."""
    colour = style.COLOURS["skin"]
    dark = style.darker(style.mix(colour, "#b4694a", 0.5), 0.2)
    pen = {"stroke": dark, "clip": structure.path}
    marks = _base(structure, colour)
    for shade in structure.of_role("shade"):
        marks += [Mark(shade.path, width_mm=width, opacity=0.02, **pen) for width in range(3, 30, 3)]
        marks.append(Mark(shade.path, fill=dark, opacity=0.05, clip=structure.path))
    shift = {"offset_mm": tuple(6 * part for part in LIGHT_FROM)}
    marks += [Mark(structure.path, width_mm=w, opacity=0.018, **shift, **pen) for w in range(4, 76, 4)]
    for line in structure.of_role("form"):
        marks += [
            Mark(line.path, width_mm=w, opacity=0.022, **pen) for w in (14, 12, 10, 8, 7, 6, 5, 4, 3, 2)
        ]
        marks += [Mark(line.path, width_mm=0.5 * line.weight, opacity=0.4, **pen)]
    return [*marks, *_outline(structure, style.darker(colour, 0.5), 0.5)]


_PAINTERS = {
    "bone": _bone, "muscle": _muscle, "tendon": _band, "ligament": _band, "fascia": _fascia,
    "nerve": _cord, "vessel": _cord, "skin": _skin,
}  # fmt: skip
