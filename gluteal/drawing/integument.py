"""Skin: the soft body under it, its folds, the light on it."""

import numpy as np

from gluteal.drawing import bundles, fibres, style
from gluteal.drawing.marks import Mark, outline
from gluteal.drawing.modelling import Looks, modelled
from gluteal.drawing.relief import Body

WARM = Looks(shadow="#8a4227", light="#fff4e6", depth=0.85, gloss=0.6)
SOFT = Body(
    rounds=((0.12, 0.32), (0.3, 0.4)), ridge_mm=-0.36, ridge_widths_mm=(3.0, 11.0, 26.0, 42.0),
    hollow_mm=2.0, hollow_edge_mm=12.0,
)  # fmt: skip
_FOLDS = ((1.7, 0.16), (0.9, 0.3), (0.35, 0.6))
"""Width in mm, for a fold of weight 1, of the strokes that make it, and their opacity."""
_SOFT_WEIGHT = 1
"""Furrows of this weight are only modelled; heavier ones are creases and get a line."""


def skin(structure, show):
    """Return the marks of skin."""
    colour = style.COLOURS["skin"]
    marks = modelled(structure, colour, show, SOFT, looks=WARM)
    return [*marks, *_creases(structure, colour), *outline(structure, style.darker(colour, 0.5), 0.45)]


def _creases(structure, colour):
    """Folds that taper at both ends."""
    creases = [one for one in structure.of_role("form") if one.weight > _SOFT_WEIGHT]
    if not creases:
        return []
    points = np.array([fibres.resample(one.line, 12) for one in creases])
    weights, dark = np.array([one.weight for one in creases]), style.mix(colour, WARM.shadow, 0.8)
    return [
        Mark(
            "".join(bundles.slivers(points, width * weights)), fill=dark, opacity=opacity, clip=structure.path
        )
        for width, opacity in _FOLDS
    ]
