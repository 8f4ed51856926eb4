"""Skin: the soft body under it, its folds, the light on it."""

from gluteal.drawing import style
from gluteal.drawing.marks import Mark, outline
from gluteal.drawing.modelling import Looks, modelled
from gluteal.drawing.relief import Body

WARM = Looks(shadow="#7a3a22", light="#fff6ea", depth=0.62, gloss=0.6)
SOFT = Body(rounds=((0.1, 0.3), (0.25, 0.35)), ridge_mm=-0.5, ridge_widths_mm=(2.6, 8.0, 20.0), hollow_mm=0.6)
_FOLDS = ((3.2, 0.12), (1.6, 0.2), (0.7, 0.55))
"""Width in mm of the strokes of a fold of weight 2, and their opacity."""


def skin(structure, show):
    """Return the marks of skin."""
    colour = style.COLOURS["skin"]
    dark = style.mix(colour, WARM.shadow, 0.75)
    marks = modelled(structure, colour, show, SOFT, looks=WARM)
    for weight in sorted({one.weight for one in structure.of_role("form")}):
        path = "".join(one.path for one in structure.of_role("form") if one.weight == weight)
        pen = {"path": path, "stroke": dark, "clip": structure.path}
        marks += [
            Mark(width_mm=round(width * weight / 2, 2), opacity=opacity, **pen) for width, opacity in _FOLDS
        ]
    return [*marks, *outline(structure, style.darker(colour, 0.5), 0.45)]
