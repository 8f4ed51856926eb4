"""The fibre field of a structure: the fibre guides of the plate, filled in between."""

import zlib

import numpy as np

_POINTS = 24
_MOST = 44
"""Lines in one set; more cannot be told apart at the size of a page."""


def field(guides):
    """Return a function that gives the fibre at a place across the structure.

    Parameters
    ----------
    guides : sequence of (n, 2) arrays
        Fibre guides from origin to insertion, in order across the structure, mm. At least two.

    Returns
    -------
    callable
        ``fibre(across)``: ``across`` 0 is the first guide, 1 the last, a little beyond is continued; returns
        an array of shape (24, 2), mm, or (n, 24, 2) for n places.

    Examples
    --------
    >>> fibre = field([[(0, 0), (10, 0)], [(0, 4), (10, 4)]])
    >>> fibre(0.5)[0].tolist()
    [0.0, 2.0]
    """
    lines = np.array([resample(guide, _POINTS) for guide in guides])
    last = len(lines) - 1
    slope = np.gradient(lines, axis=0)

    def fibre(across):
        place = np.asarray(across, dtype=float) * last
        lower = np.clip(np.floor(place), 0, last - 1).astype(int)
        share = (place - lower)[..., None, None]
        t = np.clip(share, 0, 1)
        step = lines[lower + 1] - lines[lower]
        bend = t * (1 - t) * ((1 - t) * (slope[lower] - step) - t * (slope[lower + 1] - step))
        beyond = (share - t) * step.mean(axis=-2, keepdims=True)  # the outermost guide, moved aside
        return lines[lower] + step * t + bend + beyond

    return fibre


def resample(line, count):
    """Return ``count`` points at equal distances along a line, ends kept. Shape (count, 2)."""
    line = np.asarray(line, dtype=float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    wanted = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(wanted, along, line[:, axis]) for axis in (0, 1)])


def width_mm(guides):
    """Return how wide the structure is across its fibres, at the middle of their length, mm."""
    middles = np.array([resample(guide, 3)[1] for guide in guides])
    return float(np.linalg.norm(np.diff(middles, axis=0), axis=1).sum())


def striations(structure, spacing_mm, reach, seed, show=None):
    """Return fine lines that follow the fibre field, the same every time.

    Parameters
    ----------
    structure : PlateStructure
        With at least two fibre guides; otherwise nothing is returned.
    spacing_mm : float
        Mean distance of two lines.
    reach : (float, float)
        Shortest and longest share of the fibre that one line covers.
    seed : str
        Which of several sets of lines: dark ones, light ones.
    show : gluteal.drawing.marks.Show, optional
        How much to draw: less detail gives fewer lines, and those out of sight are left out.

    Returns
    -------
    list of (n, 2) arrays
        mm.
    """
    guides = structure.fibres
    if len(guides) < 2:
        return []
    fibre = field(guides)
    random = np.random.default_rng(zlib.crc32(f"{structure.id} {seed}".encode()))
    detail = show.detail if show else 1.0
    count = min(_MOST, max(4, round(width_mm(guides) * 1.2 * detail**0.5 / spacing_mm)))
    places = np.linspace(-0.1, 1.1, count) + random.normal(0, 0.25 / count, count)
    found = [_part(fibre(place), *reach, random) for place in places]
    return [line for line in found if show is None or show.seen(resample(line, 12)).any()]


def _part(line, shortest, longest, random):
    """A stretch of a fibre, somewhere along it."""
    share = random.uniform(shortest, longest)
    start = random.uniform(0, 1 - share) if share < 1 else 0.0
    first, last = start * (_POINTS - 1), (start + share) * (_POINTS - 1)
    length = np.linalg.norm(np.diff(line, axis=0), axis=1).sum() * share
    places = np.linspace(first, last, int(np.clip(length / 20, 3, 5)))
    index = np.arange(_POINTS)
    return np.column_stack([np.interp(places, index, line[:, axis]) for axis in (0, 1)])
