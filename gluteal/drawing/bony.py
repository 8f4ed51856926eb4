"""Bone: warm, modelled in bands of tone, with crests that catch the light and pits that swallow it."""

from gluteal.drawing import style
from gluteal.drawing.marks import Mark, outline, shadow, sight
from gluteal.drawing.modelling import Looks, modelled
from gluteal.drawing.relief import Body

IVORY = Looks(shadow="#6a4326", light="#fffdf6", depth=0.8, gloss=0.75)
BONE = Body(
    rounds=((0.05, 0.55), (0.15, 0.5), (0.4, 0.6)), ridge_mm=0.35, ridge_widths_mm=(1.0, 3.0), hollow_mm=2.4
)
_PIT_WEIGHT = 3
_WIDTHS_MM = ((1, 0.22), (2, 0.34), (3, 0.5))


def bone(structure, show):
    """Return the marks of a bone."""
    colour = style.COLOURS["bone"]
    dark = style.mix(colour, IVORY.shadow, 0.7)
    return [
        *shadow(structure),
        *modelled(structure, colour, show, BONE, looks=IVORY),
        *_pits(structure, show, dark),
        *_form_lines(structure, show, dark),
        *outline(structure, style.darker(colour, 0.68), 0.4),
    ]


def _pits(structure, show, dark):
    """Openings of canals: dark, darkest towards the light, with a lit rim on the far side."""
    marks = []
    for pit in structure.of_role("shade"):
        if pit.weight >= _PIT_WEIGHT and show.seen(pit.line).any():
            pen = {"path": pit.path, "clip": sight(structure)}
            marks += [
                Mark(stroke="#fffdf6", width_mm=0.9, opacity=0.6, offset_mm=(0.5, 0.5), **pen),
                Mark(fill=dark, opacity=0.5, **pen),
                Mark(pit.path, stroke=dark, width_mm=1.8, opacity=0.5, offset_mm=(0.5, 0.5), clip=pit.path),
                Mark(stroke=dark, width_mm=0.3, opacity=0.8, **pen),
            ]
    return marks


def _form_lines(structure, show, dark):
    """Crests and rims: a fine line with a gleam on its lit side. Lines of one weight share their marks."""
    marks = []
    for weight, width in _WIDTHS_MM:
        drawn = [
            one for one in structure.of_role("form") if one.weight == weight and show.seen(one.line).any()
        ]
        pen = {"path": "".join(one.path for one in drawn), "clip": sight(structure)}
        if drawn:
            marks += [
                Mark(stroke=dark, width_mm=4 * width, opacity=0.16, offset_mm=(0.6, 0.6), **pen),
                Mark(stroke="#fffdf6", width_mm=2.4 * width, opacity=0.45, offset_mm=(-0.4, -0.4), **pen),
                Mark(stroke=dark, width_mm=width, opacity=0.6, **pen),
            ]
    return marks
