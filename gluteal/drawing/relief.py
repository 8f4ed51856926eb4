"""How light falls on a structure: its outline blown up to a body, crests raised, hollows sunk.

The height is made from the outline, the form lines and the hollows of the plate. Light comes from the upper
left. The shade is cut into bands of one tone, each a closed path: no raster and no filter is left in the
picture, so matplotlib and a browser show the same.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.drawing.isolines import isolines
from gluteal.svg_path import flatten, joined

LIGHT = np.array([-0.5, -0.6, 0.62]) / np.linalg.norm([-0.5, -0.6, 0.62])
FLAT = float(LIGHT[2])
"""Shade of a surface that faces the onlooker; 1 faces the light, 0 turns away."""
_BEYOND = 3
_COARSE_FROM_MM = 4.5
_CUT_MM, _LONG_CUT_MM = 0.8, 20.0


@dataclass(frozen=True)
class Body:
    """How a kind of structure is blown up.

    Attributes
    ----------
    rounds : tuple of (float, float)
        Reach of the rounding, as a share of the structure's mean width, and its steepness.
    ridge_mm : float
        Height of a form line of weight 1; negative for a furrow.
    ridge_widths_mm : tuple of float
        Half widths of the form lines.
    hollow_mm, hollow_edge_mm : float
        Depth of a hollow, and how soft its edge is.
    """

    rounds: tuple = ((0.05, 0.55), (0.16, 0.55), (0.42, 0.7))
    ridge_mm: float = 0.55
    ridge_widths_mm: tuple = (1.3,)
    hollow_mm: float = 2.2
    hollow_edge_mm: float = 1.6


@dataclass(frozen=True)
class Relief:
    """Shade on a grid.

    Attributes
    ----------
    left_mm, top_mm, step_mm : float
        Place of the first point of the grid and distance of two.
    shade : array, shape (rows, columns)
        0 to 1; `FLAT` where the surface faces the onlooker.
    inside : array of bool, shape (rows, columns)
        What belongs to the structure.
    """

    left_mm: float
    top_mm: float
    step_mm: float
    shade: np.ndarray
    inside: np.ndarray

    def at(self, grid, points):
        """Return the values of a grid at places, shape (n, 2) or (m, n, 2), mm."""
        place = np.rint((np.asarray(points) - (self.left_mm, self.top_mm)) / self.step_mm).astype(int)
        column = np.clip(place[..., 0], 0, grid.shape[1] - 1)
        row = np.clip(place[..., 1], 0, grid.shape[0] - 1)
        return grid[row, column]

    def bands(self, levels, spacing_mm):
        """Return, for each level, the path data of all that is at least as light; empty where nothing is.

        Beyond the outline, where a clip hides it, a band runs on for some cells with fewer points.
        """
        held = np.where(_dilated(self.inside, _BEYOND), self.shade, -1.0)
        held[[0, -1]] = held[:, [0, -1]] = -1.0
        return tuple(self._band(held, level, spacing_mm) for level in levels)

    def _band(self, held, level, spacing_mm):
        origin = np.array([self.left_mm, self.top_mm])
        corners = (corners_of(origin + line * self.step_mm, spacing_mm) for line in isolines(held, level))
        near, grain = _dilated(self.inside, 1), 0.5 if spacing_mm > _COARSE_FROM_MM else 0.1
        return "".join(rounded(line[self._kept(near, line)], grain) for line in corners)

    def _kept(self, near, line):
        """All corners inside; of those outside every third."""
        return self.at(near, line) | (np.arange(len(line)) % 3 == 0)


@lru_cache(maxsize=512)
def relief(structure, body, cells=72):
    """Return how light falls on a structure.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
    body : Body
        How it is blown up.
    cells : int
        Points of the grid along its longer side.

    Returns
    -------
    Relief

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> found = relief(load_plate("posterior").structures["piriformis"], Body())
    >>> bool(found.shade[found.inside].min() < FLAT < found.shade[found.inside].max())
    True
    """
    left, top, right, bottom = structure.bounds_mm
    step = float(np.clip(max(right - left, bottom - top) / cells, 0.7, 3.5))
    margin = (_BEYOND + 2) * step
    x = np.arange(left - margin, right + margin + step, step)
    y = np.arange(top - margin, bottom + margin + step, step)
    inside = mask(structure.rings, x, y)
    height = _height(structure, body, inside, x, y, step)
    down, across = np.gradient(height, step)
    shade = (LIGHT[2] - across * LIGHT[0] - down * LIGHT[1]) / np.sqrt(1 + across**2 + down**2)
    return Relief(float(x[0]), float(y[0]), step, shade, inside)


def _height(structure, body, inside, x, y, step):
    """The body's height over the picture, mm: wide and narrow rounding, ridges, hollows."""
    wide = mean_width_mm(structure)
    inside = _continued(structure, inside)
    parts = [(inside.astype(float), share * wide, slope * share * wide) for share, slope in body.rounds]
    lines = _line_mask(structure.of_role("form"), x, y, step)
    for reach in body.ridge_widths_mm if lines.any() else ():
        parts.append((lines, reach, body.ridge_mm * reach * np.sqrt(2 * np.pi) / step))
    hollows = mask([ring for one in structure.of_role("shade") for ring in flatten(one.path)], x, y)
    if hollows.any():
        parts.append((hollows.astype(float), body.hollow_edge_mm, -body.hollow_mm))
    return sum(blurred(grid, max(reach, 0.6 * step) / step) * amount for grid, reach, amount in parts)


def _continued(structure, inside):
    """The structure goes on beyond the sides at which only the edge of the picture ends it."""
    if structure.edge in ("", structure.path):
        return inside
    inside, rim = inside.copy(), _BEYOND + 4
    for axis, grid in ((1, inside), (0, inside.T)):
        for limit, beyond, last in (("min", slice(None, rim), rim), ("max", slice(-rim, None), -rim - 1)):
            if _is_cut(structure, axis, getattr(structure.outline[:, axis], limit)()):
                grid[beyond] = grid[last]
    return inside


def _is_cut(structure, axis, limit):
    """Whether the contour stops at this side twice, or the outline runs straight along most of it."""
    ends = np.vstack([line[[0, -1]] for line in flatten(structure.edge)])
    stops = (np.abs(ends[:, axis] - limit) < _CUT_MM).sum()
    on_it = np.abs(structure.outline[:, axis] - limit) < 0.1
    other = structure.outline[:, 1 - axis]
    straight = np.ptp(other[on_it]) if on_it.any() else 0.0
    return stops > 1 or straight > 0.6 * np.ptp(other) or bool(stops and straight > _LONG_CUT_MM)


def mean_width_mm(structure):
    """Return how wide a structure is on the average, mm."""
    edges = [np.linalg.norm(np.diff(ring, axis=0, append=ring[:1]), axis=1).sum() for ring in structure.rings]
    return 2 * structure.area_mm2 / max(sum(edges), 1e-9)


def mask(rings, x, y):
    """Return which points of a grid lie inside closed contours (even-odd), shape (len(y), len(x))."""
    toggles = np.zeros((len(y), len(x) + 1), dtype=np.int64)
    for ring in rings:
        start, end = ring, np.roll(ring, -1, axis=0)
        low, high = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
        edge, row = np.nonzero((low[:, None] <= y) & (y < high[:, None]))
        share = (y[row] - start[edge, 1]) / (end[edge, 1] - start[edge, 1])
        crossing = start[edge, 0] + share * (end[edge, 0] - start[edge, 0])
        np.add.at(toggles, (row, np.searchsorted(x, crossing)), 1)
    return (np.cumsum(toggles[:, :-1], axis=1) % 2).astype(bool)


def _line_mask(details, x, y, step):
    """Form lines on the grid, as strong as their weight says."""
    from gluteal.drawing.fibres import resample

    grid = np.zeros((len(y), len(x)))
    for one in details:
        length = np.linalg.norm(np.diff(one.line, axis=0), axis=1).sum()
        points = resample(one.line, max(2, int(2 * length / step)))
        column = np.rint((points[:, 0] - x[0]) / step).astype(int)
        row = np.rint((points[:, 1] - y[0]) / step).astype(int)
        held = (column >= 0) & (column < len(x)) & (row >= 0) & (row < len(y))
        np.add.at(grid, (row[held], column[held]), one.weight * step / 2 * length / len(points) / step)
    return grid


def blurred(grid, sigma_cells):
    """Return a grid blurred by a Gaussian; beyond its rim it goes on as it ends."""
    pad = int(2.5 * sigma_cells) + 1
    padded = np.pad(grid, pad, mode="edge")
    rows, columns = (np.fft.fftfreq(padded.shape[0])[:, None], np.fft.rfftfreq(padded.shape[1]))
    response = np.exp(-2 * (np.pi * sigma_cells) ** 2 * (rows**2 + columns**2))
    found = np.fft.irfft2(np.fft.rfft2(padded) * response, padded.shape)
    return found[pad:-pad, pad:-pad]


def _dilated(inside, cells):
    for _ in range(cells):
        wide = inside.copy()
        wide[1:] |= inside[:-1]
        wide[:-1] |= inside[1:]
        wide[:, 1:] |= inside[:, :-1]
        wide[:, :-1] |= inside[:, 1:]
        inside = wide
    return inside


def corners_of(line, spacing_mm):
    """Return points on a closed line, about ``spacing_mm`` apart, shape (n, 2)."""
    edges = np.hypot(*np.diff(line, axis=0, append=line[:1]).T)
    along, around = np.concatenate([[0], np.cumsum(edges)]), np.vstack([line, line[:1]])
    wanted = np.linspace(0, along[-1], round(along[-1] / spacing_mm) + 1)[:-1]
    return np.column_stack([np.interp(wanted, along, around[:, axis]) for axis in (0, 1)])


def rounded(corners, grain=0.1):
    """Return path data of a closed curve that rounds off a polygon, shape (n, 2); empty for a speck.

    Its coordinates are multiples of ``grain``, mm: what is broad and soft needs no fine numbers.
    """
    if len(corners) < 3:
        return ""
    middles = np.round((corners + np.roll(corners, 1, axis=0)) / 2 / grain) * grain
    goals = np.roll(middles, -1, axis=0)
    arcs = np.round(np.hstack([corners - middles, goals - middles]) / grain) * grain
    return f"M{joined(middles[0].tolist())}q{joined(arcs.ravel().tolist())}Z"


def encloses(rings, points):
    """Return which points, shape (n, 2), lie inside closed contours (even-odd). Shape (n,)."""
    found = np.zeros(len(points), dtype=bool)
    for ring in rings:
        start, end = ring, np.roll(ring, -1, axis=0)
        x, y = points[:, 0, None], points[:, 1, None]
        crossed = (start[:, 1] <= y) != (end[:, 1] <= y)
        rise = np.where(end[:, 1] == start[:, 1], 1.0, end[:, 1] - start[:, 1])
        crossing = start[:, 0] + (y - start[:, 1]) / rise * (end[:, 0] - start[:, 0])
        found ^= (crossed & (crossing > x)).sum(axis=1) % 2 == 1
    return found
