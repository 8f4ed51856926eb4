"""Muscle: a rounded body of fascicle bundles that runs into a pale, silvery tendon."""

from functools import lru_cache

import numpy as np

from gluteal.drawing import bundles, fibres, style
from gluteal.drawing.brushwork import BODY, brushed, bundle_mm, coarser
from gluteal.drawing.cuts import cut_edges
from gluteal.drawing.marks import Mark, outline, shadow, sight, size, soft_edges
from gluteal.drawing.modelling import Looks, modelled
from gluteal.drawing.relief import encloses
from gluteal.svg_path import flatten

FLESH = Looks(shadow="#34141a", light="#ffe3cf", depth=0.8, gloss=0.42)
_COLD, _WHITE = "#6c7076", "#ffffff"
SILVER = Looks(shadow=_COLD, light=_WHITE, depth=0.3, gloss=0.5)
"""A tendon is flat: the round of the muscle shades it little, so that it stays pale at the edge."""
_BRUSHES = ("back", "side", "furrow", "thread", "gleam")


def muscle(structure, show):
    """Return the marks of a muscle."""
    colour = style.colour_of(structure.named_as, structure.kind)
    return [
        *shadow(structure),
        *modelled(structure, colour, show, BODY, looks=FLESH),
        *brushed(structure, show, colour, _BRUSHES),
        *tendons(structure, show, colour),
        *cut_edges(structure, show, colour),
        *soft_edges(structure, style.darker(colour, 0.65), style.lighter(colour, 0.5), size(structure)),
        *outline(structure, style.darker(colour, 0.68), 0.4),
    ]


def tendons(structure, show, colour):
    """Tendon and aponeurosis: pale, silvery; flesh and tendon run into each other in points."""
    marks = []
    for tendon in structure.of_role("tendon"):
        if show.seen(tendon.line).any():
            marks += _tendon(structure, tendon, show, colour)
    return marks


def _tendon(structure, tendon, show, colour):
    pale, clip = style.COLOURS["tendon"], sight(structure)
    teeth, tongues, sheen, cold = _fringe(structure, tendon, coarser(show))
    halo = style.mix(colour, pale, 0.6)
    return [
        *[
            Mark(tendon.path, stroke=halo, width_mm=width, opacity=0.22, clip=clip)
            for width in (7.5, 5.0, 3.0, 1.4)
        ],
        *_filled(teeth, style.mix(pale, colour, 0.18), 0.8, clip),
        *modelled(structure, pale, show, BODY, tendon.path, SILVER),
        *_filled(tongues, style.mix(colour, pale, 0.25), 0.6, clip),
        *_filled(cold, _COLD, 0.22, tendon.path),
        *_filled(sheen, _WHITE, 0.45, tendon.path),
    ]


def _filled(path, fill, opacity, clip):
    return [Mark(path, fill=fill, opacity=opacity, clip=clip)] if path else []


@lru_cache(maxsize=256)
def _fringe(structure, tendon, broader):
    """Points of tendon into flesh, points of flesh into tendon, gleams and threads; path data of each."""
    if len(structure.fibres) < 2:
        return "", "", "", ""
    wide = 0.62 * bundle_mm(structure) * broader
    chance = bundles.generator(structure, "tendon")
    lines = fibres.field(structure.fibres)(bundles.places_across(structure, wide, "tendon"))
    within = encloses(flatten(tendon.path), lines.reshape(-1, 2)).reshape(lines.shape[:2])
    kept = within.sum(axis=1) > 1
    lines, (first, last) = lines[kept], bundles.runs(within[kept]).T
    step = np.linalg.norm(np.diff(lines, axis=1), axis=2).mean(axis=1)
    teeth, tongues = zip(*(
        _points(lines, border, way, wide, step, chance) for border, way in ((first, -1), (last, 1))
    ), strict=True)  # fmt: skip
    share = chance.uniform(0.5, 1.0, len(lines))
    threads = bundles.slivers(bundles.stretches(lines, first, first + (last - first) * share), 0.2 * wide)
    return "".join(teeth), "".join(tongues), "".join(threads[::2]), "".join(threads[1::2])


def _points(lines, border, way, wide, step, chance):
    """What reaches over one border: tendon into the flesh, and flesh into the tendon on every other fibre."""
    reach, back = chance.uniform(0.8, 2.2, (2, len(lines))) * wide / step
    inner = (border > 1) & (border < lines.shape[1] - 2)
    teeth = bundles.stretches(lines, border - way * 0.6 * reach, border + way * reach)[inner]
    tongues = bundles.stretches(lines, border + way * 0.4, border - way * back)[inner][::2]
    return (
        "".join(bundles.slivers(teeth, 0.4 * wide)),
        "".join(bundles.slivers(tongues, 0.35 * wide)),
    )
