"""Steps of tone: a body that a plate gives as nested shades, each darker and smaller than the one before.

Steps are opaque; wider, faint strokes of the same tone soften their edges: no raster, no filter.
"""

from gluteal.drawing import style
from gluteal.drawing.marks import LIGHT_FROM, Mark, contour

_SOFT = ((13.0, 0.12), (8.0, 0.2), (3.6, 0.3))
"""Width in mm and opacity of the strokes that melt one step of tone into the next."""
_CRISP = 0.74
"""From this darkness on, steps lie close together in the creases and their strokes are narrow."""
_ROUND = ((26.0, 0.05), (18.0, 0.06), (11.0, 0.07), (6.0, 0.09), (2.8, 0.12))
"""Width in mm and opacity of the strokes that turn the skin away at its outline."""


def steps(structure):
    """Return the shades that are steps of tone: details whose weight, the darkness, is below 1."""
    return tuple(one for one in structure.of_role("shade") if one.weight < 1)


def toned(structure, lit, deep, softness=1.0, every=1):
    """Return the marks of a surface given by steps of tone.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        With details of the role ``shade`` whose weight is the darkness, 0 to 1.
    lit, deep : str
        Colour that the light meets squarely, colour turned away from it.
    softness : float
        How wide the soft edges are: 1 for a whole body on the page, less for a part of it.
    every : int
        Only each so-manieth step is drawn: 1 on a page of its own, more in a small picture.

    Returns
    -------
    list of Mark

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> len(toned(load_plate("posterior").structures["skin"], "#ffeedd", "#aa8866")) > 20
    True
    """
    marks = [Mark(structure.path, fill=lit)]
    for shade in steps(structure)[::every]:
        marks += _step(shade, style.mix(lit, deep, shade.weight), structure.path, softness)
    return marks + _turning_away(structure, deep, softness)


def _step(shade, tone, clip, softness):
    narrow = softness * (0.4 if shade.weight > _CRISP else 1.0)
    soft = [
        Mark(shade.path, stroke=tone, width_mm=round(narrow * width, 2), opacity=opacity, clip=clip)
        for width, opacity in _SOFT
    ]
    return [*soft, Mark(shade.path, fill=tone, clip=clip)]


def _turning_away(structure, deep, softness):
    """Shade along the outline, broader on the side away from the light."""
    pen = {"path": contour(structure), "stroke": deep, "clip": structure.path}
    return [
        Mark(width_mm=round(width, 2), opacity=opacity, offset_mm=_aside(width), **pen)
        for width, opacity in ((softness * width, opacity) for width, opacity in _ROUND)
    ]


def _aside(width_mm):
    return tuple(round(0.2 * width_mm * part, 2) for part in LIGHT_FROM)
