"""Named places on the skin of a posed figure, and which way the skin faces there."""

from functools import cache

import numpy as np

from gluteal.catalogue.mannequin import figure_table
from gluteal.catalogue.nearest import suggestion
from gluteal.models.mannequin import SIDES, unsided
from gluteal.models.mannequin_surface import chains, place_on, profile


@cache
def names():
    """Return all names of places, with side where they have one.

    Examples
    --------
    >>> "heel-left" in names(), "sacrum" in names()
    (True, True)
    """
    rows = figure_table("points").values()
    each = [[f"{row.id}-{side}" for side in SIDES] if row.paired else [row.id] for row in rows]
    return tuple(name for group in each for name in group)


def points(figure):
    """Return the named places of a figure in the room.

    Parameters
    ----------
    figure : gluteal.models.mannequin.Figure

    Returns
    -------
    dict of str to ndarray, shape (3,)
        mm.

    Examples
    --------
    >>> from gluteal.models.mannequin import Figure
    >>> bool(abs(points(Figure())["heel-left"][1]) < 8)
    True
    """
    found = chains(figure)
    return {name: _at(found, name)[0] for name in names()}


def point_and_normal(figure, name):
    """Return a place and the direction away from the body there, both (3,).

    Raises
    ------
    KeyError
        When there is no such place.
    """
    if name not in names():
        raise KeyError(f"there is no place {name!r} on the skin; {suggestion(name, names())}")
    return _at(chains(figure), name)


@cache
def _row(name):
    """The row of a place, and its side."""
    rows = {row.id: row for row in figure_table("points").values()}
    kind, side = (name, "") if name in rows else unsided(name)
    return rows[kind], side


def _at(found, name):
    row, side = _row(name)
    chain = found[f"{row.part}-{side}" if row.paired else row.part]
    along, half, exponent, _ = profile(row.part)
    axes = np.array([[np.interp(row.along_mm, along, column) for column in half.T]])
    power = np.array([np.interp(row.along_mm, along, exponent)])
    at = place_on(chain, np.array([row.along_mm]), axes, power, np.array([row.around_deg]), side)[0, 0]
    middle = place_on(chain, np.array([row.along_mm]), axes, power, np.array([row.around_deg + 180]), side)[
        0, 0
    ]
    away = at - middle
    return at, away / max(np.linalg.norm(away), 1e-9)
