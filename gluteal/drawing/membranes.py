"""Ligament, fascia, aponeurosis, bursa: what is silvery, and what lets the light through."""

from gluteal.drawing import style
from gluteal.drawing.brushwork import BODY, brushed
from gluteal.drawing.marks import Mark, base, outline, shadow, sight, size, soft_edges
from gluteal.drawing.modelling import Looks, modelled

_WHITE = "#ffffff"
SILVER = Looks(shadow="#4d5a52", light=_WHITE, depth=0.75, gloss=0.7)
_SHEET_OPACITY, _BURSA_OPACITY = 0.62, 0.66


def ligament(structure, show):
    """Return the marks of a ligament or a tendon of its own: a firm, silvery band."""
    colour = style.colour_of(structure.named_as, structure.kind)
    return [
        *shadow(structure),
        *modelled(structure, colour, show, BODY, looks=SILVER),
        *brushed(structure, show, colour, ("strand", "seam", "silver")),
        *outline(structure, style.darker(colour, 0.62), 0.36),
    ]


def fascia(structure, show):
    """Return the marks of a sheet through which what lies under it shines."""
    colour = style.colour_of(structure.named_as, structure.kind)
    dark = style.darker(colour, 0.45)
    return [
        *base(structure, colour, _SHEET_OPACITY),
        *brushed(structure, show, colour, ("weft", "seam", "silver")),
        *soft_edges(structure, dark, _WHITE, size(structure), 0.7),
        *outline(structure, style.darker(colour, 0.5), 0.35),
    ]


def bursa(structure, show):
    """Return the marks of a bursa: a flat bubble with a rim and a gleam."""
    colour = style.colour_of(structure.named_as, structure.kind)
    dark, clip, scale = style.mix(colour, "#1d3f5c", 0.6), sight(structure), size(structure)
    gleam = 1.5 * scale
    return [
        *shadow(structure),
        *base(structure, colour, _BURSA_OPACITY),
        *soft_edges(structure, dark, _WHITE, 1.3 * scale, 1.5),
        Mark(structure.path, stroke=_WHITE, width_mm=1.5, opacity=0.75, clip=clip, offset_mm=(gleam, gleam)),
        Mark(structure.path, stroke=dark, width_mm=1.2, opacity=0.35, clip=clip),
        *outline(structure, dark, 0.45),
    ]  # fmt: skip
