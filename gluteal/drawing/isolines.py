"""Lines of equal value on a grid: marching squares, each line closed, the same on every computer."""

import numpy as np

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
# For each pattern of corners inside (1 upper left, 2 upper right, 4 lower right, 8 lower left): from which
# side of the cell the line comes and to which it goes, walking with the inside on the same hand.
_WAYS = {
    1: ((_TOP, _LEFT),), 2: ((_RIGHT, _TOP),), 3: ((_RIGHT, _LEFT),), 4: ((_BOTTOM, _RIGHT),),
    5: ((_TOP, _LEFT), (_BOTTOM, _RIGHT)), 6: ((_BOTTOM, _TOP),), 7: ((_BOTTOM, _LEFT),),
    8: ((_LEFT, _BOTTOM),), 9: ((_TOP, _BOTTOM),), 10: ((_RIGHT, _TOP), (_LEFT, _BOTTOM)),
    11: ((_RIGHT, _BOTTOM),), 12: ((_LEFT, _RIGHT),), 13: ((_TOP, _RIGHT),), 14: ((_LEFT, _TOP),),
}  # fmt: skip


def isolines(values, level):
    """Return the closed lines at which a grid of values passes a level.

    Parameters
    ----------
    values : array, shape (rows, columns)
        Below the level all along its rim, so that every line closes.
    level : float

    Returns
    -------
    list of (n, 2) arrays
        (column, row), with fractions.

    Examples
    --------
    >>> import numpy as np
    >>> [len(line) for line in isolines(np.pad([[1.0]], 1), 0.5)]
    [4]
    """
    inside = values >= level
    following = _links(inside)
    places = _crossings(values, level)
    return [places[loop] for loop in _loops(following)]


def _links(inside):
    """From each crossed side of a cell to the next one along the line."""
    corners = inside.astype(int)
    pattern = corners[:-1, :-1] + 2 * corners[:-1, 1:] + 4 * corners[1:, 1:] + 8 * corners[1:, :-1]
    columns = inside.shape[1]
    following = {}
    for kind, ways in _WAYS.items():
        row, column = np.nonzero(pattern == kind)
        corner = row * columns + column
        sides = (2 * corner, 2 * corner + 3, 2 * (corner + columns), 2 * corner + 1)
        for start, end in ways:
            following.update(zip(sides[start].tolist(), sides[end].tolist(), strict=True))
    return following


def _crossings(values, level):
    """Where the level is passed on each side: even numbers lie across, odd ones upright. Shape (2n, 2)."""
    rows, columns = values.shape
    places = np.zeros((rows, columns, 2, 2))
    places[..., 0], places[..., 1] = (grid[..., None] for grid in np.meshgrid(range(columns), range(rows)))
    with np.errstate(divide="ignore", invalid="ignore"):
        places[:, :-1, 0, 0] += (level - values[:, :-1]) / np.diff(values, axis=1)
        places[:-1, :, 1, 1] += (level - values[:-1]) / np.diff(values, axis=0)
    return places.reshape(-1, 2)


def _loops(following):
    """The rings of a chain of links."""
    found = []
    while following:
        start, here = following.popitem()
        loop = [start]
        while here != start:
            loop.append(here)
            here = following.pop(here)
        found.append(loop)
    return found
