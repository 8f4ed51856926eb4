"""A muscle split by a nerve: two bellies that part along the fibres, and the nerve that comes out between."""

from dataclasses import dataclass

import numpy as np

from gluteal.drawing import fibres, style
from gluteal.drawing.marks import Mark
from gluteal.svg_path import flatten, joined, smooth

_FAR_MM = 300.0
_GAPE = 0.22
"""Half the width of the cleft as a share of its half length: fibres part at a small angle."""


@dataclass(frozen=True)
class Cleft:
    """Where two bellies part.

    Attributes
    ----------
    upper, lower : array, shape (n, 2)
        The two lips, origin first, mm.
    seam : array, shape (m, 2)
        The fibre along which the whole muscle is split, from origin to insertion, mm.
    """

    upper: np.ndarray
    lower: np.ndarray
    seam: np.ndarray

    @property
    def path(self):
        """The opening as closed path data."""
        return _polygon(np.vstack([self.upper, self.lower[::-1]]))

    @property
    def below_upper_lip(self):
        """Path data of all that a nerve may cover that comes out from under the upper lip."""
        (x0, y0), (x1, y1) = self.upper[0], self.upper[-1]
        far = [
            (x1 + _FAR_MM, y1),
            (x1 + _FAR_MM, y1 + _FAR_MM),
            (x0 - _FAR_MM, y0 + _FAR_MM),
            (x0 - _FAR_MM, y0),
        ]
        return _polygon(np.vstack([self.upper, far]))


def cleft(muscle, at_mm, half_length_mm):
    """Return the cleft of a muscle at a place.

    Parameters
    ----------
    muscle : gluteal.plates.PlateStructure
        With fibre guides from origin to insertion.
    at_mm : (float, float)
        The middle of the cleft; the nearest fibre passes through it.
    half_length_mm : float
        From the middle to either end, along the fibres.

    Returns
    -------
    Cleft

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> opening = cleft(load_plate("posterior").structures["piriformis"], (-20, -22), 14)
    >>> bool((opening.upper[:, 1] <= opening.lower[:, 1]).all())
    True
    """
    seam = _fibre_through(muscle, np.asarray(at_mm, dtype=float))
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(seam, axis=0), axis=1))])
    middle = along[np.argmin(np.linalg.norm(seam - at_mm, axis=1))]
    places = np.linspace(middle - half_length_mm, middle + half_length_mm, 15)
    line = np.column_stack([np.interp(places, along, seam[:, axis]) for axis in (0, 1)])
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1)[:, None]
    gape = np.cos(np.linspace(-np.pi / 2, np.pi / 2, 15)) ** 1.6 * _GAPE * half_length_mm
    down = np.column_stack([-way[:, 1], way[:, 0]]) * gape[:, None]
    return Cleft(line - down, line + down, seam)


def _fibre_through(muscle, at):
    """The fibre that passes nearest to a place, closely spaced."""
    fibre = fibres.field(muscle.fibres)
    found = [fibres.resample(fibre(across), 80) for across in np.linspace(0, 1, 41)]
    return min(found, key=lambda line: np.linalg.norm(line - at, axis=1).min())


def upper_rim(muscle, x_mm, half_mm):
    """Return the upper border of what is seen of a muscle, as the lip from under which a nerve comes.

    Parameters
    ----------
    muscle : gluteal.plates.PlateStructure
    x_mm, half_mm : float
        Middle and half the width of the stretch, mm.

    Returns
    -------
    Cleft
        Of one lip: ``upper`` and ``lower`` are the same line.
    """
    ring = fibres.resample(np.vstack([(one := flatten(muscle.visible or muscle.path)[0]), one[:1]]), 600)
    columns = np.linspace(x_mm - half_mm, x_mm + half_mm, 15)
    near = [ring[np.abs(ring[:, 0] - x) < 2.0][:, 1].min() for x in columns]
    lip = np.column_stack([columns, near])
    return Cleft(lip, lip, lip)


def groove_marks(opening, muscle):
    """Return the marks of the split below the nerve: the furrow between the bellies, the opening."""
    dark, light = style.darker(style.colour_of(muscle.id, muscle.kind), 0.7), style.COLOURS["light"]
    furrow, clip = smooth(opening.seam[::8]), muscle.visible or muscle.path
    soft = {"stroke": style.COLOURS["shadow"], "clip": opening.path}
    return [
        Mark(furrow, stroke=dark, width_mm=2.6, opacity=0.16, clip=clip),
        Mark(furrow, stroke=dark, width_mm=0.8, opacity=0.6, clip=clip),
        Mark(furrow, stroke=light, width_mm=0.4, opacity=0.4, offset_mm=(0.3, 0.9), clip=clip),
        Mark(opening.path, fill=style.darker(style.COLOURS["shadow"], 0.2), opacity=0.9),
        *(Mark(opening.path, width_mm=width, opacity=0.3, **soft) for width in (2.4, 1.2)),
        Mark(smooth(opening.lower), stroke=light, width_mm=0.6, opacity=0.55),
    ]


def lip_marks(opening, muscle):
    """Return the marks of the upper lip above the nerve: its shadow on the nerve, and its edge."""
    dark = style.darker(style.colour_of(muscle.id, muscle.kind), 0.62)
    return [*shade_marks(opening), Mark(smooth(opening.upper), stroke=dark, width_mm=0.7)]


def shade_marks(opening):
    """Return the marks of the shadow that the upper lip throws on the nerve."""
    pen = {"stroke": style.COLOURS["shadow"], "clip": opening.below_upper_lip, "opacity": 0.2}
    return [Mark(_inner(opening.upper, 0.12), width_mm=width, **pen) for width in (5.0, 3.0, 1.4)]


def _inner(line, share):
    """A line without its two ends, where a shadow would run out over the muscle."""
    cut = max(1, int(share * len(line)))
    return smooth(line[cut:-cut])


def _polygon(points):
    return "M" + "L".join(joined(point) for point in np.round(points, 1)) + "Z"
