"""Ligament, fascia, aponeurosis, bursa: what is silvery, and what lets the light through."""

from functools import lru_cache

import numpy as np

from gluteal.drawing import style
from gluteal.drawing.brushwork import BODY, brushed
from gluteal.drawing.isolines import isolines
from gluteal.drawing.marks import Mark, base, contour, outline, shadow, sight, size, soft_edges
from gluteal.drawing.modelling import Looks, modelled
from gluteal.drawing.relief import blurred, corners_of, mask, rounded

_WHITE = "#ffffff"
SILVER = Looks(shadow="#4d5a52", light=_WHITE, depth=0.75, gloss=0.7)
_BURSA_OPACITY = 0.66
_SHEET_LEVELS = (0.22, 0.36, 0.5, 0.64, 0.78, 0.9)
"""Shares of the full veil at which one more sheet of it is laid on: it thins out towards its edges."""
_SHEET_OPACITY = 0.17
_FEATHER_MM, _GRID_MM = 3.2, 1.6
_FREE_EDGE = ("iliotibial-tract",)
"""Sheets whose border is seen and felt; the others pass into the fascia beside them."""


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
    free = structure.named_as in _FREE_EDGE
    pen = {"stroke": style.darker(colour, 0.5), "clip": structure.visible}
    return [
        *(
            Mark(path, fill=colour, opacity=_SHEET_OPACITY, clip=sight(structure))
            for path in _veil(structure)
        ),
        *brushed(structure, show, colour, ("weft", "seam", "silver")),
        *([Mark(contour(structure), width_mm=0.3, opacity=0.4, **pen)] if free else []),
    ]


@lru_cache(maxsize=32)
def _veil(structure):
    """Path data of the sheets of a veil, the widest first."""
    left, top, right, bottom = structure.bounds_mm
    margin = 4 * _FEATHER_MM
    x = np.arange(left - margin, right + margin, _GRID_MM)
    y = np.arange(top - margin, bottom + margin, _GRID_MM)
    inside = mask(structure.rings, x, y)
    soft = blurred(inside.astype(float), _FEATHER_MM / _GRID_MM)
    soft[[0, -1]] = soft[:, [0, -1]] = 0.0
    origin = np.array([x[0], y[0]])
    rings = (isolines(soft, level) for level in _SHEET_LEVELS)
    return tuple("".join(rounded(corners_of(origin + _GRID_MM * one, 4.0)) for one in ring) for ring in rings)


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
