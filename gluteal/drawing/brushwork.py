"""Brushwork along the fibre field: which strokes make flesh, which make ligament and fascia."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.drawing import bundles, fibres, style
from gluteal.drawing.marks import Mark, sight
from gluteal.drawing.relief import FLAT, LIGHT, Body, mean_width_mm, relief

BODY = Body(rounds=((0.045, 0.5), (0.16, 0.5), (0.4, 0.85)))
"""How all that is made of fibres is blown up."""


@dataclass(frozen=True)
class Sliver:
    """One brush stroke: path data and where it runs."""

    path: str
    points: np.ndarray


@dataclass(frozen=True)
class Brush:
    """One set of strokes: where in a bundle, how broad, how long, how strong.

    Attributes
    ----------
    aside : float
        Place in the bundle, towards the light; 0 is the furrow, 0.5 the back of the bundle.
    width : float
        As a share of the bundle's width.
    reach : (float, float)
        Shortest and longest share of the fibre that one stroke covers.
    strokes : int
        How many along one fibre.
    light : float
        Share of the light's tone in the colour; negative for shadow, 2 for white.
    opacity : float
    favour : float
        How much broader strokes are in the light; negative: in the shade.
    """

    aside: float
    width: float
    reach: tuple
    strokes: int
    light: float
    opacity: float
    favour: float = 0.0


BRUSHES = {
    "back": Brush(0.5, 0.62, (0.5, 0.95), 1, 0.42, 0.2, 1.2),
    "side": Brush(0.08, 0.5, (0.6, 1.0), 1, -0.5, 0.26, -0.8),
    "furrow": Brush(0.0, 0.2, (0.35, 0.85), 1, -0.72, 0.62, -0.9),
    "thread": Brush(0.28, 0.1, (0.12, 0.4), 2, -0.55, 0.5, -0.4),
    "gleam": Brush(0.55, 0.16, (0.12, 0.4), 1, 0.75, 0.5, 2.2),
    "strand": Brush(0.5, 0.6, (0.5, 1.0), 1, 2, 0.35),
    "seam": Brush(0.0, 0.16, (0.4, 1.0), 1, -0.6, 0.5),
    "silver": Brush(0.45, 0.14, (0.2, 0.7), 1, 2, 0.8),
    "hint": Brush(0.0, 0.16, (0.5, 0.95), 1, -0.35, 0.3),
    "glow": Brush(0.5, 0.3, (0.3, 0.7), 1, 2, 0.18),
    "weft": Brush(0.5, 0.7, (0.4, 1.0), 1, 2, 0.3),
}

GHOSTLY = ("hint", "glow")
"""Brushes of a ghost: as little as tells how the fibres ran."""


def bundle_mm(structure):
    """How broad the bundles are."""
    coarse = 1.45 if structure.named_as in style.COARSE else 1.0
    return coarse * float(np.clip(1.75 + mean_width_mm(structure) * 0.05, 2.1, 4.2))


def brushed(structure, show, colour, names):
    """Bundles of fibres; broad soft tones first, then furrows and gleams."""
    marks = []
    for name in names:
        brush = BRUSHES[name]
        found = [one for one in strokes(structure, name, coarser(show)) if show.seen(one.points).any()]
        if found:
            path, tint = "".join(one.path for one in found), _tint(colour, brush.light)
            marks.append(Mark(path, fill=tint, opacity=brush.opacity, clip=sight(structure)))
    return marks


def _tint(colour, light):
    if light > 1:
        return "#ffffff"
    return style.lighter(colour, light) if light > 0 else style.darker(colour, -light)


def coarser(show):
    """How much broader bundles are drawn in a small picture."""
    return round(show.detail**-0.5, 2)


@lru_cache(maxsize=1024)
def strokes(structure, name, broader=1.0):
    """Return the strokes of one brush over the fibre field."""
    if len(structure.fibres) < 2:
        return ()
    brush, wide = BRUSHES[name], bundle_mm(structure) * broader
    fibre, chance = fibres.field(structure.fibres), bundles.generator(structure, name)
    places = bundles.places_across(structure, wide, "bundle")
    lines = fibre(places + np.diff(places).mean() * brush.aside * _lit_side(fibre))
    return _painted(structure, np.repeat(lines, brush.strokes, axis=0), brush, wide, chance)


def _lit_side(fibre):
    """1 when the light comes from the side of the later fibres, else -1."""
    across = fibre(1.0).mean(axis=0) - fibre(0.0).mean(axis=0)
    return 1.0 if across @ LIGHT[:2] > 0 else -1.0


def _painted(structure, lines, brush, wide, chance):
    """One stroke on each line, somewhere along what of it lies inside, broader or finer by the light."""
    body = relief(structure, BODY)
    first, last = bundles.runs(body.at(body.inside, lines)).T
    share, begin, vary = (chance.uniform(*each, len(lines)) for each in (brush.reach, (0, 1), (0.75, 1.25)))
    start = first + (last - first) * begin * (1 - share)
    points = bundles.stretches(lines, start, start + (last - first) * share)
    lit = body.at(body.shade, points).mean(axis=1) - FLAT
    widths = wide * brush.width * vary * np.clip(1 + 2 * brush.favour * lit, 0.25, 1.8)
    paths = bundles.slivers(points, widths)
    return tuple(Sliver(path, line) for path, line in zip(paths, points, strict=True) if path)
