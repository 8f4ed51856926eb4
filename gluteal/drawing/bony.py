"""Bone: warm, modelled in bands of tone, with crests that catch the light and pits that swallow it."""

from dataclasses import replace

import numpy as np

from gluteal.drawing import style
from gluteal.drawing.fibres import resample
from gluteal.drawing.marks import Mark, outline, shadow, sight
from gluteal.drawing.modelling import Looks, modelled
from gluteal.drawing.relief import Body, rounded
from gluteal.svg_path import flatten

IVORY = Looks(shadow="#6a4326", light="#fffdf6", depth=0.8, gloss=0.75)
BONE = Body(
    rounds=((0.05, 0.55), (0.15, 0.5), (0.4, 0.6)), ridge_mm=0.35, ridge_widths_mm=(1.0, 3.0), hollow_mm=2.4
)
_PIT_WEIGHT = 3
_WIDTHS_MM = ((1, 0.22), (2, 0.34), (3, 0.5))
_NEAR = 0.45
"""Bone touches bone: its shadow is narrower than that of soft parts, and none to speak of on bare paper."""
_RIDGES = ("sacral-crest", "spinous-tubercle", "sacral-cornu")
"""Ends of the names of what is fused processes: low swellings, not lines."""
_RIDGE_MM, _LONG_RIDGE_MM = 4.2, 30.0


def bone(structure, show):
    """Return the marks of a bone."""
    colour = style.COLOURS["bone"]
    dark = style.mix(colour, IVORY.shadow, 0.7)
    whole, canals = _floored(structure)
    return [
        *_contact(whole),
        *modelled(whole, colour, show, BONE, looks=IVORY),
        *_ridges(whole, show, dark),
        *_pits(whole, canals, show, dark),
        *_form_lines(whole, show, dark),
        *outline(whole, style.darker(colour, 0.68), 0.4),
    ]


def _floored(structure):
    """The sacrum without its openings, and these: they lead into its canal, not through to the paper."""
    if structure.named_as != "sacrum":
        return structure, ()
    outer, *canals = (f"M{part}" for part in structure.path.split("M")[1:])
    edge = "".join(f"M{part}" for part in structure.edge.split("M")[1:] if not _within(f"M{part}", canals))
    return replace(structure, path=outer, edge=edge), canals


def _within(path, others):
    """Whether a path runs along one of others: their middles are the same."""
    middle = _middle(path)
    return any(np.hypot(*(middle - _middle(other))) < 1.0 for other in others)


def _middle(path):
    line = flatten(path)[0]
    return (line.min(axis=0) + line.max(axis=0)) / 2


def _contact(structure):
    return [
        replace(
            mark,
            width_mm=round(_NEAR * mark.width_mm, 2),
            offset_mm=tuple(_NEAR * part for part in mark.offset_mm),
        )
        for mark in shadow(structure)
    ]


def _pits(structure, canals, show, dark):
    """Openings of canals: dark, darkest towards the light, with a lit rim on the far side."""
    shades = [one for one in structure.of_role("shade") if one.weight >= _PIT_WEIGHT]
    openings = [one.path for one in shades if not _within(one.path, canals)]
    marks = []
    for path in (*openings, *canals):
        if show.seen(flatten(path)[0]).any():
            pen = {"path": path, "clip": sight(structure)}
            marks += [
                Mark(stroke="#fffdf6", width_mm=0.9, opacity=0.6, offset_mm=(0.5, 0.5), **pen),
                Mark(fill=dark, opacity=0.62, **pen),
                Mark(path, stroke=IVORY.shadow, width_mm=2.2, opacity=0.4, offset_mm=(0.5, 0.5), clip=path),
                Mark(path, stroke=IVORY.shadow, width_mm=1.2, opacity=0.4, offset_mm=(0.3, 0.3), clip=path),
                Mark(stroke=dark, width_mm=0.3, opacity=0.8, **pen),
            ]
    return marks


def _is_ridge(detail):
    """A process that was drawn along its crest; one that was drawn around it keeps its line."""
    steps = np.diff(detail.line, axis=0)
    straight = np.hypot(*steps.sum(axis=0)) > 0.9 * np.hypot(*steps.T).sum()
    return detail.name.endswith(_RIDGES) and straight


def _ridges(structure, show, dark):
    """Rows of tubercles: each a swelling that tapers to both ends, lit on one side, no line around it."""
    drawn = [one for one in structure.of_role("form") if _is_ridge(one) and show.seen(one.line).any()]
    marks = []
    for share, opacity in ((1.0, 0.09), (0.7, 0.1), (0.4, 0.11)):
        path = "".join(_tapered(one.line, share * _RIDGE_MM) for one in drawn)
        if path:
            pen = {"path": path, "opacity": opacity, "clip": sight(structure)}
            marks += [
                Mark(fill=dark, offset_mm=(0.7, 0.5), **pen),
                Mark(fill="#fffdf6", offset_mm=(-0.4, -0.3), **pen | {"opacity": 1.8 * opacity}),
            ]
    return marks


def _tapered(line, width_mm):
    """Path data of a spindle along a line; a long one is slender."""
    length = np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
    points = resample(line, min(9, max(6, int(length / 4))))
    way = np.gradient(points, axis=0)
    across = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(*way.T)[:, None]
    wide = width_mm * (0.5 if length > _LONG_RIDGE_MM else 1.0)
    half = across * (wide / 2 * np.sin(np.linspace(0.05, 0.95, len(points)) * np.pi) ** 0.7)[:, None]
    return rounded(np.vstack([points + half, (points - half)[::-1]]))


def _form_lines(structure, show, dark):
    """Crests and rims: a fine line with a gleam on its lit side. Lines of one weight share their marks."""
    marks = []
    for weight, width in _WIDTHS_MM:
        drawn = [
            one
            for one in structure.of_role("form")
            if one.weight == weight and not _is_ridge(one) and show.seen(one.line).any()
        ]
        pen = {"path": "".join(one.path for one in drawn), "clip": sight(structure)}
        if drawn:
            marks += [
                Mark(stroke=dark, width_mm=4 * width, opacity=0.16, offset_mm=(0.6, 0.6), **pen),
                Mark(stroke="#fffdf6", width_mm=2.4 * width, opacity=0.45, offset_mm=(-0.4, -0.4), **pen),
                Mark(stroke=dark, width_mm=width, opacity=0.6, **pen),
            ]
    return marks
