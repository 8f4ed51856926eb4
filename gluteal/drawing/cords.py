"""The sciatic nerve and its two parts as round cords; the parts are told apart by form and by tone.

The tibial part is the wider and plain one. The common fibular part is darker and carries long striae. An
undivided nerve holds both in one sheath, the fibular part on its lateral side.
"""

import numpy as np

from gluteal.drawing import fibres, style
from gluteal.drawing.marks import Mark
from gluteal.svg_path import flatten, smooth

FIBULAR = "#b8741c"
_EDGE_MM, _STRIA_MM = 0.9, 0.5
_STRIAE = (-0.3, -0.02, 0.27)
"""Places of the striae across the cord, as shares of its width."""
_FIBULAR_SHARE = 0.42
_SHADOW = {"opacity": 0.16, "offset_mm": (0.8, 0.9)}


def cord_marks(structure, clip=""):
    """Return the marks of a nerve along its course.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        Its id ends in ``tibial``, ``fibular`` or ``whole``; the weight of its course is the width in mm.
    clip : str
        Path data outside of which nothing is drawn.

    Returns
    -------
    list of Mark

    Examples
    --------
    >>> from gluteal.plates import load_overlay
    >>> parts = load_overlay("posterior-sciatic-variants").structures
    >>> len(cord_marks(parts["type-b-fibular"])) > len(cord_marks(parts["type-b-tibial"]))
    True
    """
    [course], part = structure.of_role("course"), structure.id.rsplit("-", 1)[1]
    cord = {
        "tibial": lambda: _cord(course.path, course.weight, style.COLOURS["nerve"], clip),
        "fibular": lambda: _striated(course.path, course.weight, clip),
        "whole": lambda: _whole(course, clip),
    }[part]()
    return [_shadow(course, clip), *cord]


def _shadow(course, clip):
    pen = {"stroke": style.COLOURS["shadow"], "width_mm": course.weight + 2.0, "clip": clip}
    return Mark(course.path, **pen, **_SHADOW)


def _cord(path, width, colour, clip):
    """A round cord: dark edge, colour, the dark and the lit side."""
    dark, light = style.darker(colour, 0.68), style.mix(colour, "#ffffff", 0.75)
    aside = 0.25 * width
    return [
        Mark(path, stroke=dark, width_mm=width + _EDGE_MM, clip=clip),
        Mark(path, stroke=colour, width_mm=width, clip=clip),
        *_shade(path, dark, 0.36 * width, 0.22, (aside, aside / 3), clip),
        *_shade(path, light, 0.18 * width, 0.8, (-0.8 * aside, -0.1 * aside), clip),
    ]


def _shade(path, colour, width, opacity, offset, clip):
    offset = tuple(round(value, 2) for value in offset)
    pen = {"stroke": colour, "opacity": opacity, "offset_mm": offset, "clip": clip}
    return [Mark(path, width_mm=round(width, 2), **pen)]


def _striated(path, width, clip):
    """The common fibular part: darker, with striae that run along."""
    [line] = flatten(path)
    body = _cord(path, width, FIBULAR, clip)
    return [*body[:2], _striae(line, width, clip), *body[2:]]


def _striae(line, width, clip):
    """Dark lines along a course, one mark."""
    points = fibres.resample(line, 40)
    drawn = "".join(smooth(points + normals(points) * share * width) for share in _STRIAE)
    return Mark(drawn, stroke=style.darker(FIBULAR, 0.72), width_mm=_STRIA_MM, opacity=0.75, clip=clip)


def _whole(course, clip):
    """Both parts in one sheath: a plain cord whose lateral side is the fibular part."""
    line, width = fibres.resample(course.line, 40), course.weight
    own = _FIBULAR_SHARE * width
    lateral = line + normals(line) * (width - own) / 2
    seam = smooth(line + normals(line) * (width / 2 - own))
    dark = style.darker(FIBULAR, 0.72)
    body = _cord(course.path, width, style.COLOURS["nerve"], clip)
    return [
        *body[:2],
        Mark(smooth(lateral), stroke=FIBULAR, width_mm=own, clip=clip),
        _striae(lateral, own, clip),
        Mark(seam, stroke=dark, width_mm=0.4, opacity=0.7, clip=clip),
        *body[2:],
    ]


def normals(line):
    """Return unit vectors to the lateral side of a course that runs downwards, shape (n, 2)."""
    way = np.gradient(np.asarray(line, dtype=float), axis=0)
    way /= np.linalg.norm(way, axis=1)[:, None]
    return np.column_stack([way[:, 1], -way[:, 0]])


def tip(structure, share=0.5):
    """Return a place along the course: 0 its beginning, 1 its end. mm."""
    line = structure.of_role("course")[0].line
    return place(structure, share * np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def place(structure, distance_mm):
    """Return the place so far from the beginning of the course, along it. mm."""
    line = structure.of_role("course")[0].line
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    return tuple(float(np.interp(distance_mm, along, line[:, axis])) for axis in (0, 1))
