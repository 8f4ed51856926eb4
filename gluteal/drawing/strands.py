"""Nerves and vessels of a plate: round branching cords; fascicles on nerves, arteries red, veins blue."""

import numpy as np

from gluteal.drawing import fibres, style
from gluteal.drawing.marks import Mark, base, outline, sight
from gluteal.drawing.relief import mean_width_mm
from gluteal.svg_path import smooth

_FASCICLES_FROM_MM = 2.4
_ASIDE = (-0.3, -0.08, 0.16, 0.34)
"""Places of the fascicle lines across a nerve, as shares of its width."""


def strand(structure, show):
    """Return the marks of a nerve or vessel."""
    colour = style.colour_of(structure.named_as, structure.kind)
    dark, shine = style.darker(colour, 0.62), style.mix(colour, "#ffffff", 0.72)
    return [
        *_shadow(structure),
        *base(structure, colour),
        *_round(structure, dark, shine),
        *(_fascicles(structure, dark) if structure.kind == "nerve" else []),
        *outline(structure, style.darker(colour, 0.72), 0.38),
        *_divided(structure, colour),
    ]


def _divided(structure, colour):
    """Branches to a muscle that is not there end in a cut: a pale rim; a vessel is hollow, a nerve is not."""
    ends = [(one, width) for one, width in _courses(structure) if one.muscular]
    if not ends:
        return []
    inside = style.darker(colour, 0.55) if structure.kind == "vessel" else style.mix(colour, "#ffffff", 0.35)
    rims, holes = ("".join(_oval(one.line, share * width) for one, width in ends) for share in (0.62, 0.36))
    edge = {"stroke": style.darker(colour, 0.72), "width_mm": 0.3}
    return [
        Mark(rims, fill=style.mix(colour, "#ffffff", 0.72), clip=structure.visible, **edge),
        Mark(holes, fill=inside, clip=structure.visible),
    ]


def _oval(line, radius_mm):
    """The cut face at the end of a course, seen aslant."""
    along = (line[-1] - line[-2]) / np.linalg.norm(line[-1] - line[-2])
    across = np.array([-along[1], along[0]])
    turn = np.linspace(0, 2 * np.pi, 10, endpoint=False)[:, None]
    ring = line[-1] + radius_mm * (np.cos(turn) * across + 0.62 * np.sin(turn) * along)
    return smooth(ring, closed=True)


def _courses(structure):
    """Centre lines with their widths, mm; a single one is as wide as the outline."""
    courses = structure.of_role("course")
    single = mean_width_mm(structure) if len(courses) == 1 else 0.0
    return [(one, round(max(one.weight, single), 1)) for one in courses]


def _shadow(structure):
    pen = {"stroke": style.COLOURS["shadow"], "offset_mm": (0.5, 0.6), "clip": structure.visible}
    return [Mark(structure.path, width_mm=width, opacity=0.12, **pen) for width in (2.0, 1.0)]


def _round(structure, dark, shine):
    """The dark and the lit side of the cord; courses of one width share their marks."""
    widths = {}
    for one, width in _courses(structure):
        widths.setdefault(width, []).append(one.path)
    marks = []
    for width, paths in sorted(widths.items(), reverse=True):
        pen = {"path": "".join(paths), "clip": sight(structure)}
        aside, small = round(0.3 * width, 2), round(-0.2 * width, 2)
        marks += [
            Mark(stroke=dark, width_mm=0.5 * width, opacity=0.2, offset_mm=(aside, aside), **pen),
            Mark(stroke=dark, width_mm=0.25 * width, opacity=0.25, offset_mm=(aside, aside), **pen),
            Mark(stroke=shine, width_mm=0.3 * width, opacity=0.4, offset_mm=(small, small), **pen),
            Mark(stroke=shine, width_mm=0.12 * width, opacity=0.7, offset_mm=(small, small), **pen),
        ]
    return marks


def _fascicles(structure, dark):
    """Bundles of nerve fibres that run along and weave a little."""
    paths = []
    for one, width in _courses(structure):
        if width >= _FASCICLES_FROM_MM:
            paths += [
                smooth(_beside(one.line, share * width, width)) for share in _ASIDE[:: 1 if width > 5 else 2]
            ]
    return (
        [Mark("".join(paths), stroke=dark, width_mm=0.22, opacity=0.55, clip=sight(structure))]
        if paths
        else []
    )


def _beside(line, aside_mm, width_mm):
    """A line beside a course; it swings by a small part of the width."""
    length = np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
    points = fibres.resample(line, max(4, int(length / 9)))
    way = np.gradient(points, axis=0)
    across = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(*way.T)[:, None]
    swing = 0.05 * width_mm * np.sin(np.arange(len(points)) * 1.7 + 9 * aside_mm / width_mm)
    return points + across * (aside_mm + swing)[:, None]
