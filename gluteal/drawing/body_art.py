"""What the body looks like on a body chart, as marks: a calm skin on which pain can be painted.

The plate gives the form of the body as steps of tone (details of the role ``shade``, each darker and smaller
than the one before, its weight the darkness from 0 to 1) and as furrows (role ``form``).
"""

import numpy as np

from gluteal.drawing import style, tones
from gluteal.drawing.marks import Mark, contour
from gluteal.svg_path import number, smooth

LIT = style.mix(style.COLOURS["skin"], style.COLOURS["light"], 0.8)
"""Skin that the light meets squarely: paler than skin is, so that painted pain stands out in grey too."""
DEEP = style.mix(style.COLOURS["skin"], "#80604e", 0.6)
"""Skin that turns away from the light."""
LINE = style.darker(style.mix(style.COLOURS["skin"], "#7d5440", 0.6), 0.35)

_BONE = style.mix(style.COLOURS["bone"], "#ffffff", 0.62)
_BONE_EDGE = style.darker(style.COLOURS["bone"], 0.6)

_STROKES_OF_A_LINE = (
    (0.25, 0.75, 5.0, 0.07), (0.15, 0.85, 2.6, 0.08),
    (0.0, 1.0, 0.3, 0.4), (0.12, 0.88, 0.44, 0.4), (0.28, 0.72, 0.58, 0.4),
)  # fmt: skip
"""Part of a furrow (begin, end), width in mm, opacity: it swells in its middle and ends fine."""
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
    marks = tones.toned(body, LIT, DEEP) + _furrows(body)
    return [*marks, Mark(contour(body), stroke=LINE, width_mm=0.9)]


def _furrows(body):
    """Creases that swell and end fine, with a breath of shade. Those of one weight share marks."""
    lines = body.of_role("form")
    return [
        Mark(
            "".join(_between(one.line, begin, end) for one in lines if one.weight == weight),
            stroke=LINE, width_mm=round(width * weight, 2), opacity=opacity, clip=body.path,
        )
        for weight in sorted({one.weight for one in lines})
        for begin, end, width, opacity in _STROKES_OF_A_LINE
    ]  # fmt: skip


def _between(points, begin, end):
    """The stretch of a line from one share of its length to another, as path data."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    share = np.concatenate([[0.0], np.cumsum(steps)]) / steps.sum()
    wanted = np.linspace(begin, end, 6)
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
    lines = "".join(one.path for one in bone.of_role("form"))
    rounds = [
        Mark(bone.path, stroke=_BONE_EDGE, width_mm=w, opacity=0.09, clip=bone.path) for w in (7.0, 3.0)
    ]
    return [
        Mark(bone.path, fill=_BONE, opacity=0.72),
        *rounds,
        *([Mark(lines, stroke=_BONE_EDGE, width_mm=0.6, opacity=0.6)] if lines else []),
        Mark(contour(bone), stroke=_BONE_EDGE, width_mm=0.8, opacity=0.8),
    ]
