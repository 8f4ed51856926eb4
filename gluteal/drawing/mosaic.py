"""A mosaic of cells inside an outline: fascicles of a cut muscle, lobules of fat, spaces of cancellous bone.

Cells are those of a honeycomb whose corners are moved a little, the same way every time. Along two or more
fibre guides the honeycomb is bent with them, so that the cells of a muscle lie as its bundles do.
"""

import zlib
from dataclasses import dataclass

import numpy as np

from gluteal.drawing import fibres
from gluteal.svg_path import joined

_RIM = 1.2


@dataclass(frozen=True)
class Grain:
    """Size and irregularity of the cells.

    Attributes
    ----------
    length_mm, width_mm : float
        Of a cell, along the guides and across.
    jitter : float
        How far a corner is moved, as a share of that.
    """

    length_mm: float
    width_mm: float
    jitter: float = 0.16


@dataclass(frozen=True)
class Mosaic:
    """The cells of one outline.

    Attributes
    ----------
    walls : str
        Path data of all walls.
    cells : tuple of (m, 2) arrays
        Corners of each cell that lies inside, mm.
    """

    walls: str
    cells: tuple[np.ndarray, ...]

    def share(self, index, of):
        """Return path data of every ``of``-th cell, as irregularly as the cells themselves."""
        random = np.random.default_rng(index)
        pick = random.integers(0, of, len(self.cells))
        return "".join(_polygon(cell) for cell, one in zip(self.cells, pick, strict=True) if one == 0)


def mosaic(structure, grain):
    """Return the mosaic of a structure.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        With at least two fibre guides the cells follow these, otherwise they lie level.
    grain : Grain

    Returns
    -------
    Mosaic

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> bone = load_plate("section-piriformis").structures["hip-bone"]
    >>> len(mosaic(bone, Grain(3, 3)).cells) > 100
    True
    """
    across, along = _extent(structure)
    columns, rows = round(2 * along / grain.length_mm) + 5, round(across / (0.75 * grain.width_mm)) + 4
    corners = _honeycomb(structure.id, columns, rows, grain.jitter)
    placed = _placed(structure, corners / [columns - 1, rows - 1])
    inside = _inside(structure.rings, placed.reshape(-1, 2)).reshape(placed.shape[:2])
    return Mosaic(_walls(placed, inside), tuple(_cells(placed, inside)))


def _extent(structure):
    """How far the mosaic reaches across and along, mm."""
    if len(structure.fibres) > 1:
        lengths = [np.linalg.norm(np.diff(guide, axis=0), axis=1).sum() for guide in structure.fibres]
        return _RIM * fibres.width_mm(structure.fibres), float(np.mean(lengths))
    left, top, right, bottom = structure.bounds_mm
    return bottom - top, right - left


def _honeycomb(key, columns, rows, jitter):
    """Corners of a honeycomb, shape (rows, columns, 2), in columns and rows, slightly moved."""
    row, column = np.mgrid[0:rows, 0:columns].astype(float)
    row += np.where((row + column) % 2 == 0, 1 / 6, -1 / 6)
    random = np.random.default_rng(zlib.crc32(key.encode()))
    return np.stack([column, row], axis=-1) + random.normal(0, jitter, (rows, columns, 2)) * [2, 1]


def _placed(structure, shares):
    """Corners in mm: along the fibre guides, or level."""
    if len(structure.fibres) < 2:
        left, top, right, bottom = structure.bounds_mm
        return [left, top] + shares * [right - left, bottom - top]
    guides = np.array([fibres.resample(guide, 60) for guide in structure.fibres])
    along = np.clip(shares[..., 0], 0, 1) * 59
    across = ((shares[..., 1] - 0.5) * _RIM + 0.5) * (len(guides) - 1)
    low, first = np.clip(along.astype(int), 0, 58), np.clip(across.astype(int), 0, len(guides) - 2)
    u, v = (along - low)[..., None], (across - first)[..., None]
    lower, upper = (guides[first + k, low] * (1 - u) + guides[first + k, low + 1] * u for k in (0, 1))
    return lower * (1 - v) + upper * v


def _inside(rings, points):
    """Whether points lie inside closed contours (even-odd rule)."""
    from matplotlib.path import Path

    return np.logical_xor.reduce([Path(ring).contains_points(points) for ring in rings])


def _walls(placed, inside):
    """Zigzags along each row, and the short walls between rows, where any end of them is inside."""
    parts = [part for points, seen in zip(placed, inside, strict=True) for part in _runs(points, seen)]
    rows, columns = inside.shape
    for row in range(rows - 1):
        for column in range(row % 2, columns, 2):
            if inside[row, column] or inside[row + 1, column]:
                parts.append(_line(placed[row : row + 2, column]))
    return "".join(parts)


def _runs(points, seen):
    """The stretches of a zigzag that lie inside, with one corner more at each end."""
    near = seen.copy()
    near[1:] |= seen[:-1]
    near[:-1] |= seen[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], near.astype(int), [0]])))
    return [_line(points[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1]


def _cells(placed, inside):
    rows, columns = inside.shape
    for row in range(rows - 1):
        for column in range(row % 2, columns - 2, 2):
            if inside[row : row + 2, column : column + 3].any():
                lower, upper = placed[row, column : column + 3], placed[row + 1, column : column + 3]
                yield np.vstack([lower, upper[::-1]])


def shrunk(cell, share):
    """Return a cell drawn in towards its middle."""
    middle = cell.mean(axis=0)
    return middle + (cell - middle) * share


def _line(points):
    """Straight pieces, relative, rounded so that the error does not add up."""
    grid = np.round(np.asarray(points), 1)
    return f"M{joined(grid[0])}" + "".join(f"l{joined(step)}" for step in np.diff(grid, axis=0))


def _polygon(points):
    return _line(points) + "Z"
