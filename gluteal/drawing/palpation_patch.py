"""The art of the palpation trainer: muscle, a taut band with its nodule, the skin over them, a finger.

The sheet lies in the frame of the fibres: u along them to the right, v across them down, mm, from the middle
of the patch. The page turns it to the hidden direction and moves the band to its hidden place; so one drawing
serves every trial.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.drawing import bundles, style
from gluteal.drawing.marks import Mark
from gluteal.drawing.svg import Shared, marks_svg
from gluteal.svg_path import number, smooth

REACH_MM = 80.0
"""The sheet reaches so far from its middle to each side: a patch turned at will lies inside."""
BAND_MM = 10.0
"""The width in which the band is drawn; the page narrows it to that of the trial."""
NODULE_MM = (24.0, 10.6)
"""Length and width of the swelling that the nodule makes in the band."""
_BEND_REACH_MM = 60.0
_PORES, _FINE_LINES = 420, 520
_POINTS = 12


@dataclass(frozen=True)
class Stroke:
    """One set of strokes along the fibres.

    Attributes
    ----------
    apart_mm, width_mm : float
        Mean distance of neighbours across the fibres, and greatest width.
    reach_mm : (float, float)
        Shortest and longest stroke.
    light : float
        Share of the light's tone in the colour; negative for shadow.
    opacity : float
    """

    apart_mm: float
    width_mm: float
    reach_mm: tuple[float, float]
    light: float
    opacity: float


FLESH = (
    Stroke(2.9, 3.3, (90, 160), -0.34, 0.34),
    Stroke(2.9, 2.2, (60, 150), 0.42, 0.3),
    Stroke(1.9, 0.62, (40, 130), -0.62, 0.46),
    Stroke(1.0, 0.3, (20, 70), -0.5, 0.4),
    Stroke(1.1, 0.22, (16, 60), 0.5, 0.34),
    Stroke(5.2, 0.6, (14, 40), 0.85, 0.4),
)
"""Muscle: bundles in shade and light, furrows, threads, gleams."""
TAUT = (
    Stroke(1.5, 1.3, (100, 160), -0.45, 0.5),
    Stroke(1.5, 0.8, (80, 160), 0.3, 0.4),
    Stroke(0.8, 0.22, (40, 140), -0.7, 0.6),
    Stroke(1.6, 0.3, (20, 80), 0.8, 0.55),
)
"""The band: fewer, straighter strokes, darker furrows."""


@lru_cache
def patch_svg(muscle_id, bend_mm, size_mm):
    """Return the drawings of a patch as SVG text for the browser, without the ``<svg>`` around them.

    Parameters
    ----------
    muscle_id : str
        The muscle, for its colour.
    bend_mm : float
        How far a fibre bows aside 60 mm from the middle.
    size_mm : (float, float)
        Width and height of the skin.

    Returns
    -------
    dict of str
        ``fibres``, ``band`` and ``nodule`` in the frame of the fibres, ``skin`` in that of the patch;
        ``finger`` and ``nail`` (how pale it turns under pressure) point up, the pad at the origin; ``defs``
        holds the paths that they share.

    Examples
    --------
    >>> sorted(patch_svg("piriformis", 5.0, (120.0, 90.0)))
    ['band', 'defs', 'fibres', 'finger', 'nail', 'nodule', 'skin']
    """
    colour = style.muscle_colour(muscle_id)
    marks = {
        "fibres": _fibres(colour, bend_mm),
        "band": _band(colour, bend_mm),
        "nodule": _nodule(colour),
        "skin": _skin(*size_mm),
        "finger": _finger(),
        "nail": [Mark(_NAIL, fill="#fff4e6", opacity=0.8)],
    }
    shared = Shared([mark for group in marks.values() for mark in group], "palp-")
    return {"defs": shared.definitions(), **{name: marks_svg(group, shared) for name, group in marks.items()}}


def _arch(u, bend_mm):
    return bend_mm * (u / _BEND_REACH_MM) ** 2


def _strip(bend_mm, width_mm):
    """Path data of a strip of fibres across the whole sheet, so wide."""
    u = np.linspace(-REACH_MM, REACH_MM, 9)
    upper = np.column_stack([u, _arch(u, bend_mm) - width_mm / 2])
    return smooth(upper) + smooth(upper[::-1] + np.array([0, width_mm])).replace("M", "L", 1) + "Z"


def _fibres(colour, bend_mm):
    sheet = _strip(bend_mm, 2 * REACH_MM)
    return [Mark(sheet, fill=colour), *_brushed(FLESH, colour, bend_mm, 2 * REACH_MM, "")]


def _band(colour, bend_mm):
    """Darker and tighter than the muscle, raised: a shadow along one side, light along the other."""
    taut, strip = taut_colour(colour), _strip(bend_mm, BAND_MM)
    cast = [
        Mark(strip, stroke=style.darker(colour, 0.85), width_mm=width, opacity=opacity, offset_mm=(0, 0.7))
        for width, opacity in ((3.4, 0.1), (2.2, 0.14), (1.0, 0.24))
    ]
    rounding = [
        Mark(_strip(bend_mm, share * BAND_MM), fill=style.lighter(taut, 0.5), opacity=0.1, offset_mm=(0, up))
        for share, up in ((0.72, -0.5), (0.5, -0.9), (0.28, -1.2))
    ]
    return [*cast, Mark(strip, fill=taut), *rounding, *_brushed(TAUT, taut, bend_mm, BAND_MM, strip)]


def taut_colour(colour):
    """Return the colour of a taut band in a muscle of a colour."""
    return style.mix(style.darker(colour, 0.3), "#7a1f22", 0.42)


def _nodule(colour):
    """A spindle that swells the band: soft shells, a dark heart, fibres that part round it."""
    knot = style.mix(taut_colour(colour), "#45101a", 0.55)
    length, width = NODULE_MM
    shells = [Mark(_spindle(length * s, width * s), fill=knot, opacity=0.2) for s in np.linspace(1, 0.4, 7)]
    parting = "".join(_spindle(length * (1.04 - 0.1 * s), width * s) for s in (0.24, 0.5, 0.74, 0.96))
    gleams = [
        Mark(_spindle(length * s, width * 0.4 * s), fill="#ffe9dc", opacity=0.1, offset_mm=(-0.6, -1.5))
        for s in (0.6, 0.45, 0.3)
    ]
    line = Mark(parting, stroke=style.darker(knot, 0.6), width_mm=0.16, opacity=0.32)
    return [*shells, line, *gleams]


def _spindle(length, width):
    """Path data of a shape that runs out fine at both ends."""
    u = np.linspace(-1, 1, 15)
    side = 0.5 * np.column_stack([length * u, width * np.cos(0.5 * np.pi * u) ** 1.5])
    return smooth(side) + smooth(side[::-1] * [1, -1]).replace("M", "L", 1) + "Z"


def _brushed(strokes, colour, bend_mm, width_mm, clip):
    """Strokes along the fibres, the same every time."""
    chance = np.random.default_rng(5)
    return [
        Mark(
            "".join(_slivers(stroke, bend_mm, width_mm, chance)),
            fill=_tint(colour, stroke.light),
            opacity=stroke.opacity, clip=clip,
        )
        for stroke in strokes
    ]  # fmt: skip


def _tint(colour, light):
    return style.lighter(colour, light) if light > 0 else style.darker(colour, -light)


def _slivers(stroke, bend_mm, width_mm, chance):
    count = round(width_mm / stroke.apart_mm * 160 / np.mean(stroke.reach_mm))
    length = chance.uniform(*stroke.reach_mm, count)
    middle = chance.uniform(-REACH_MM, REACH_MM, count)
    v = (np.linspace(-0.5, 0.5, count) + chance.normal(0, 0.4 / count, count)) * width_mm
    u = middle[:, None] + length[:, None] * np.linspace(-0.5, 0.5, _POINTS)
    u = np.clip(u, -REACH_MM, REACH_MM)
    points = np.stack([u, chance.permutation(v)[:, None] + _arch(u, bend_mm)], axis=-1)
    return bundles.slivers(points, stroke.width_mm * chance.uniform(0.6, 1.15, count))


def _skin(width, height):
    """Skin as the palm sees it: a warm ground, fine lines that cross, pores."""
    chance = np.random.default_rng(11)
    ground, deep = style.COLOURS["skin"], style.mix(style.COLOURS["skin"], "#a2603f", 0.55)
    whole = f"M0 0H{number(width)}V{number(height)}H0Z"
    lines = bundles.slivers(_fine_lines(chance, width, height), chance.uniform(0.06, 0.16, _FINE_LINES))
    return [
        Mark(whole, fill=style.mix(ground, style.COLOURS["light"], 0.22)),
        Mark("".join(lines), fill=deep, opacity=0.36),
        Mark(_pores(chance, width, height), stroke=deep, width_mm=0.34, opacity=0.4),
        Mark(_pores(chance, width, height), stroke=style.COLOURS["light"], width_mm=0.3, opacity=0.5),
    ]


def _fine_lines(chance, width, height):
    starts = chance.uniform((0, 0), (width, height), (_FINE_LINES, 2))
    ways = np.radians(chance.choice((28, 118), _FINE_LINES) + chance.normal(0, 12, _FINE_LINES))
    lengths = chance.uniform(2, 6, _FINE_LINES)
    t = np.linspace(0, 1, _POINTS)[None, :, None]
    along = np.stack([np.cos(ways), np.sin(ways)], axis=1)[:, None] * lengths[:, None, None] * t
    bow = np.stack([-np.sin(ways), np.cos(ways)], axis=1)[:, None] * chance.normal(
        0, 0.2, (_FINE_LINES, 1, 1)
    )
    return starts[:, None] + along + bow * t * (1 - t) * 4


def _pores(chance, width, height):
    places = np.round(chance.uniform((0, 0), (width, height), (_PORES, 2)), 1)
    return "".join(f"M{number(x)} {number(y)}h0" for x, y in places)


_FINGER = (
    "M-8 110L-7.9 22C-8.3 17 -7.6 10 -7.4 4C-7 -3.6 -4 -7.4 0 -7.4"
    "C4 -7.4 7 -3.6 7.4 4C7.6 10 8.3 17 7.9 22L8 110Z"
)
_NAIL = (
    "M-4.7 4.4C-5.2 0.4 -4.6 -3.4 -3 -5C-1.4 -6.2 1.4 -6.2 3 -5"
    "C4.6 -3.4 5.2 0.4 4.7 4.4C3.4 6.6 -3.4 6.6 -4.7 4.4Z"
)
_NAIL_EDGE = "M-3.6 -4.2C-1.6 -6.1 1.6 -6.1 3.6 -4.2C1.6 -5.2 -1.6 -5.2 -3.6 -4.2Z"
_MOON = "M-2.9 5.2C-1.8 3.5 1.8 3.5 2.9 5.2C1.6 6.1 -1.6 6.1 -2.9 5.2Z"
_CREASES = (
    "M-6.2 20.5C-2 18.8 2 18.8 6.2 20.5M-6.6 22.6C-2 20.6 2 20.6 6.6 22.6M-5.8 24.8C-2 23.2 2 23.2 5.8 24.8"
)


def _finger():
    """A forefinger from above."""
    skin = style.mix(style.COLOURS["skin"], "#b9744e", 0.34)
    dark, light = style.mix(skin, "#5a2c1a", 0.62), style.mix(skin, style.COLOURS["light"], 0.7)
    shadow = {"stroke": style.COLOURS["shadow"], "offset_mm": (1.1, 0.7)}
    cast = [Mark(_FINGER, width_mm=width, opacity=0.09, **shadow) for width in (5.0, 3.4, 2.0, 1.0)]
    rounds = [
        Mark(
            _FINGER, stroke=tone, width_mm=width, opacity=opacity, clip=_FINGER, offset_mm=(aside, aside / 3)
        )
        for tone, side in ((dark, -1), (light, 1))
        for width, opacity, aside in (
            (9.0, 0.1, side * 0.9),
            (6.0, 0.12, side * 0.7),
            (3.2, 0.16, side * 0.4),
        )
    ]
    nail = style.mix(skin, "#e79a8c", 0.5)
    shine = {"stroke": style.lighter(nail, 0.8), "clip": _NAIL, "offset_mm": (0.7, 0.4)}
    return [
        *cast, Mark(_FINGER, fill=skin), *rounds, Mark(_FINGER, stroke=dark, width_mm=0.45, opacity=0.8),
        Mark(_CREASES, stroke=dark, width_mm=0.42, opacity=0.5),
        Mark(_NAIL, stroke=dark, width_mm=1.2, opacity=0.3), Mark(_NAIL, fill=nail),
        Mark(_NAIL, width_mm=1.1, opacity=0.5, **shine),
        Mark(_NAIL_EDGE, fill="#fff6ec", opacity=0.85), Mark(_MOON, fill="#fff6ec", opacity=0.5),
        Mark(_NAIL, stroke=dark, width_mm=0.3, opacity=0.8),
    ]  # fmt: skip
