"""Marks: shapes and lines in millimetres that any backend can draw, and those that every painter needs.

A mark is a filled shape or a stroked line, with an optional clip. Soft shading is made of wide, faint
strokes clipped to the outline: no raster, no filter, so matplotlib and a browser show the same. Light comes
from the upper left.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gluteal.drawing import style
from gluteal.svg_path import smooth

LIGHT_FROM = (-0.7, -0.7)
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


@dataclass(frozen=True)
class Show:
    """How much of a structure is drawn.

    Attributes
    ----------
    seen : callable
        Tells for points (n, 2) in mm whether they are in sight; lines of which nothing is are left out.
    detail : float
        1 on a page of its own; less in a small picture, where lines are fewer and broader.
    """

    seen: Callable = lambda points: np.ones(len(points), dtype=bool)
    detail: float = 1.0


def sight(structure):
    """Where the structure may be painted: its outline, or the part that no bone hides."""
    return structure.visible or structure.path


def contour(structure):
    """The outline, but for where the edge of the picture cuts the structure."""
    return structure.edge or structure.path


def lines(structure, wanted, colour, width_mm, opacity, clip=None):
    """Make one mark out of many lines of the same pen."""
    if not wanted:
        return []
    path = "".join(smooth(line) for line in wanted)
    return [Mark(path, stroke=colour, width_mm=width_mm, opacity=opacity, clip=clip or sight(structure))]


def soft_edges(structure, dark, light, scale=1.0, strength=1.0):
    """Shade the side away from the light and lift the side towards it."""
    marks = []
    for width, opacity in _SOFT_EDGE:
        shift = 0.32 * width * scale
        pen = {"path": contour(structure), "width_mm": round(width * scale, 2), "clip": sight(structure)}
        away, towards = _towards_light(shift), _towards_light(-0.8 * shift)
        marks.append(Mark(stroke=dark, opacity=opacity * strength, offset_mm=away, **pen))
        marks.append(Mark(stroke=light, opacity=0.5 * opacity * strength, offset_mm=towards, **pen))
    return marks


def _towards_light(distance_mm):
    return tuple(round(distance_mm * part, 2) for part in LIGHT_FROM)


def size(structure):
    """How wide soft edges are for this structure: thin ones get thin edges."""
    left, top, right, bottom = structure.bounds_mm
    mean_width = structure.area_mm2 / max(right - left, bottom - top)
    return min(1.6, max(0.25, mean_width / 55))


def shadow(structure):
    """The soft shadow that the structure throws on what lies under it."""
    scale = size(structure)
    pen = {"stroke": style.COLOURS["shadow"], "clip": structure.visible}
    pen["offset_mm"] = _towards_light(-1.6 * scale)
    return [
        Mark(contour(structure), width_mm=round(width * scale, 2), opacity=0.06, **pen)
        for width in (4.0, 2.4, 1.0)
    ]


def outline(structure, colour, width_mm=0.45):
    """The line around the structure."""
    return [Mark(contour(structure), stroke=colour, width_mm=width_mm, clip=structure.visible)]


def base(structure, colour, opacity=1.0):
    """The flat colour under everything else."""
    return [Mark(structure.path, fill=colour, opacity=opacity, clip=structure.visible)]
