"""Nerves and vessels that are given by their courses: round cords as broad as the course says."""

from gluteal.drawing import style
from gluteal.drawing.marks import Mark

_EDGE_MM = 0.8
_SHADOW = {"opacity": 0.16, "offset_mm": (0.7, 0.8)}


def cord_marks(structure, emphasis="normal"):
    """Return the marks of a nerve or vessel drawn along its courses; branches join without a seam.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        With details of role ``"course"``, whose weight is the width in mm.
    emphasis : {"normal", "hidden"}
        ``hidden``: it runs deep to what is drawn, so it is shown broken.

    Returns
    -------
    list of Mark
    """
    colour = style.COLOURS[structure.kind]
    dark, light = style.darker(colour, 0.65), style.mix(colour, "#ffffff", 0.7)
    courses = structure.of_role("course")
    if emphasis == "hidden":
        return [Mark(one.path, stroke=dark, width_mm=0.9, dash_mm=(2.4, 2.0)) for one in courses]
    shadow = [
        Mark(stroke=style.COLOURS["shadow"], path=one.path, width_mm=one.weight + 1.6, **_SHADOW)
        for one in courses
    ]
    cord = [*_strokes(courses, dark, _EDGE_MM), *_strokes(courses, colour)]
    return [*shadow, *cord, *_round(courses, dark, light)]


def _strokes(courses, colour, more_mm=0.0):
    return [Mark(one.path, stroke=colour, width_mm=one.weight + more_mm) for one in courses]


def _round(courses, dark, light):
    """The lit and the dark side of a cord, so that it looks round."""
    marks = []
    for one in courses:
        aside = 0.26 * one.weight
        shade = {"width_mm": 0.34 * one.weight, "opacity": 0.22, "offset_mm": (aside, aside / 3)}
        shine = {"width_mm": 0.16 * one.weight, "opacity": 0.8, "offset_mm": (-0.6 * aside, 0.0)}
        marks += [Mark(one.path, stroke=dark, **shade), Mark(one.path, stroke=light, **shine)]
    return marks


def tip(structure, share=0.5):
    """Return a place along the first course: 0 its beginning, 1 its end. mm."""
    import numpy as np

    line = structure.of_role("course")[0].line
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    return tuple(float(np.interp(share * along[-1], along, line[:, axis])) for axis in (0, 1))
