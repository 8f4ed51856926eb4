"""What the body looks like on a body chart, as marks: a calm skin on which pain can be painted.

The plate gives the form of the body as steps of tone (details of the role ``shade``, each darker and smaller
than the one before, its weight the darkness from 0 to 1) and as furrows (role ``form``). Steps are opaque;
wider, faint strokes of the same tone soften their edges: no raster, no filter.
"""

import numpy as np

from gluteal.drawing import style
from gluteal.drawing.marks import Mark, contour
from gluteal.svg_path import number, smooth

LIT = style.mix(style.COLOURS["skin"], style.COLOURS["light"], 0.55)
"""Skin that the light meets squarely."""
DEEP = style.mix(style.COLOURS["skin"], "#7d5440", 0.72)
"""Skin that turns away from the light."""
LINE = style.darker(style.mix(style.COLOURS["skin"], "#7d5440", 0.6), 0.35)

_BONE = style.mix(style.COLOURS["bone"], "#ffffff", 0.45)
_BONE_EDGE = style.darker(style.COLOURS["bone"], 0.6)

_SOFT = ((13.0, 0.12), (8.0, 0.2), (3.6, 0.3))
"""Width in mm and opacity of the strokes that melt one step of tone into the next."""
_CRISP = 0.5
"""From this darkness on, steps lie close together in the creases and their strokes are narrow."""
_SHARE_OF_LINE = ((0.0, 1.0, 0.55), (0.12, 0.88, 0.8), (0.28, 0.72, 1.05))
"""Part of a furrow (begin, end) and width: drawn thrice, it swells in its middle and ends fine."""
_FADE_MM = 64.0
_FADE_STEPS = 16


def body_marks(body):
    """Return the marks of the body's skin.

    Parameters
    ----------
    body : gluteal.plates.PlateStructure
        The structure ``body`` of a body chart.

    Returns
    -------
    list of Mark

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> len(body_marks(load_plate("body-lateral").structures["body"])) > 20
    True
    """
    marks = [Mark(body.path, fill=LIT)]
    for shade in body.of_role("shade"):
        marks += _step(shade, body.path)
    marks += [mark for line in body.of_role("form") for mark in _furrow(line, body.path)]
    return [*marks, Mark(contour(body), stroke=LINE, width_mm=0.9)]


def _step(shade, clip):
    tone = style.mix(LIT, DEEP, shade.weight)
    narrow = 0.4 if shade.weight > _CRISP else 1.0
    soft = [Mark(shade.path, stroke=tone, width_mm=narrow * w, opacity=o, clip=clip) for w, o in _SOFT]
    return [*soft, Mark(shade.path, fill=tone, clip=clip)]


def _furrow(line, clip):
    """A crease that swells and ends fine, with a breath of shade beside it."""
    soft = [Mark(line.path, stroke=LINE, width_mm=w * line.weight, opacity=0.07, clip=clip) for w in (5, 2.6)]
    return [*soft, *(_part(line, *share, clip) for share in _SHARE_OF_LINE)]


def _part(line, begin, end, width, clip):
    path = _between(line.line, begin, end)
    return Mark(path, stroke=LINE, width_mm=round(width * 0.55 * line.weight, 2), opacity=0.4, clip=clip)


def _between(points, begin, end):
    """The stretch of a line from one share of its length to another, as path data."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    share = np.concatenate([[0.0], np.cumsum(steps)]) / steps.sum()
    wanted = np.linspace(begin, end, 9)
    return smooth(np.column_stack([np.interp(wanted, share, points[:, axis]) for axis in (0, 1)]))


def fade_out(view_box):
    """Return marks that let the trunk fade into the paper at the upper edge of the picture.

    Parameters
    ----------
    view_box : tuple of float
        x, y, width, height of the picture, mm.
    """
    left, top, width, _ = view_box
    edge = f"M{number(left)} {number(top)}h{number(width)}"
    shares = [1 - step / _FADE_STEPS for step in range(_FADE_STEPS)]
    return [
        Mark(edge, stroke=style.PAPER, width_mm=round(2 * _FADE_MM * share, 1), opacity=_veil(share))
        for share in shares
    ]


def _veil(share):
    """The wide veils are thin, the narrow ones dense, so that neither end of the fading shows."""
    return round(0.24 - 0.18 * share, 2)


def bone_marks(bone):
    """Return one bone as it is guessed through the skin: pale, with a fine edge.

    Parameters
    ----------
    bone : gluteal.plates.PlateStructure
        A structure of the layer ``skeleton``.

    Returns
    -------
    list of Mark
    """
    lines = [Mark(one.path, stroke=_BONE_EDGE, width_mm=0.6, opacity=0.6) for one in bone.of_role("form")]
    return [
        Mark(bone.path, fill=_BONE, opacity=0.6),
        *lines,
        Mark(contour(bone), stroke=_BONE_EDGE, width_mm=0.8, opacity=0.75),
    ]
