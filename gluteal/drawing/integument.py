"""Skin: the soft body under it, its folds, the light on it."""

import numpy as np

from gluteal.drawing import bundles, fibres, style, tones
from gluteal.drawing.marks import Mark, outline

_SHADOW = "#8a4227"
_SOFTNESS = 0.6
"""A part of the body fills the page: edges are softened over fewer millimetres than those of the whole."""
_SMALL = 0.6
"""With less detail than this the picture is small and fewer steps of tone do."""
_FOLDS = ((1.7, 0.16), (0.9, 0.3), (0.35, 0.6))
"""Width in mm, for a fold of weight 1, of the strokes that make it, and their opacity."""
_SOFT_WEIGHT = 1
"""Furrows of this weight have no line: the tones show them."""


def skin(structure, show):
    """Return the marks of skin."""
    colour = style.COLOURS["skin"]
    lit, deep = style.mix(colour, style.COLOURS["light"], 0.55), style.mix(colour, _SHADOW, 0.55)
    return [
        *tones.toned(structure, lit, deep, _SOFTNESS, 1 if show.detail > _SMALL else 3),
        *_creases(structure, colour),
        *outline(structure, style.darker(colour, 0.5), 0.45),
    ]


def _creases(structure, colour):
    """Folds that taper at both ends."""
    creases = [one for one in structure.of_role("form") if one.weight > _SOFT_WEIGHT]
    if not creases:
        return []
    points = np.array([fibres.resample(one.line, 12) for one in creases])
    weights, dark = np.array([one.weight for one in creases]), style.mix(colour, _SHADOW, 0.8)
    return [
        Mark(
            "".join(bundles.slivers(points, width * weights)), fill=dark, opacity=opacity, clip=structure.path
        )
        for width, opacity in _FOLDS
    ]
