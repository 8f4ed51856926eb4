"""Where a muscle was divided: the cut face with its fascicle ends, and the rim that catches the light."""

import numpy as np

from gluteal.drawing import bundles, fibres, style
from gluteal.drawing.brushwork import bundle_mm
from gluteal.drawing.marks import Mark, sight
from gluteal.drawing.relief import encloses, rounded
from gluteal.svg_path import smooth

_ROUND = np.linspace(0, 2 * np.pi, 7)[:-1]


def cut_edges(structure, show, colour):
    """Return the marks of the cut faces of a stump or flap; nothing for a whole muscle.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        With details of role ``"cut"``: open paths along its outline.
    show : gluteal.drawing.marks.Show
    colour : str
        Of the muscle.
    """
    marks = []
    for cut in structure.of_role("cut"):
        if show.seen(cut.line).any():
            marks += _face(structure, cut, colour)
    return marks


def _face(structure, cut, colour):
    wide = bundle_mm(structure)
    thick = max(1.0 * wide, 4.4)
    line, inward = _with_normals(structure, cut.line, 0.8 * wide)
    pale, dark = style.mix(colour, "#f3c9b4", 0.5), style.darker(colour, 0.6)
    clip, inner = sight(structure), smooth(line + inward * thick)
    dim, bright = _ends(structure, line, inward, thick)
    return [
        Mark(inner, stroke=dark, width_mm=1.6, opacity=0.35, clip=clip, offset_mm=(0.3, 0.3)),
        Mark(cut.path, stroke=pale, width_mm=round(2 * thick, 2), clip=clip),
        Mark(dim, fill=style.mix(colour, dark, 0.15), clip=clip),
        Mark(bright, fill=style.mix(colour, pale, 0.35), clip=clip),
        Mark(dim + bright, stroke=dark, width_mm=0.18, opacity=0.6, clip=clip),
        Mark(inner, stroke="#fff1e4", width_mm=0.7, opacity=0.85, clip=clip),
        Mark(cut.path, stroke=dark, width_mm=0.9, opacity=0.8, clip=clip),
    ]


def _with_normals(structure, line, step_mm):
    """Points along a cut and unit vectors that point into the muscle."""
    length = np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
    points = fibres.resample(line, max(4, round(length / step_mm)))
    way = np.gradient(points, axis=0)
    normals = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(*way.T)[:, None]
    inside = encloses(structure.rings, points + 2 * normals).mean()
    return points, normals if inside > 0.5 else -normals


def _ends(structure, line, inward, thick):
    """Ends of fascicles, irregular; path data of the dimmer and of the brighter ones."""
    chance = bundles.generator(structure, "cut")
    along = np.gradient(line, axis=0) * 0.46
    sets = ([], [])
    for index in range(len(line)):
        depth, big = chance.uniform(0.42, 0.58), chance.uniform(0.8, 1.1, 6)[:, None]
        middle = line[index] + inward[index] * thick * depth
        axes = np.cos(_ROUND)[:, None] * along[index] + np.sin(_ROUND)[:, None] * inward[index] * 0.4 * thick
        sets[int(chance.integers(2))].append(rounded(middle + axes * big))
    return "".join(sets[0]), "".join(sets[1])
