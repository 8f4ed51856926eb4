"""Things in a scene as solids: examination table, chair, box, wall, pillow, ball, roller, stick, band.

Each is a list of solids; a solid is a set of points whose hull is drawn, with a name for its look.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gluteal.models.mannequin import turn

SIZES = {
    "floor": {"length": 1800, "width": 1000}, "table": {"length": 1950, "width": 650, "height": 700},
    "chair": {"length": 420, "width": 430, "height": 450, "back": 400},
    "box": {"length": 400, "width": 400, "height": 400}, "wall": {"length": 1400, "height": 2000},
    "pillow": {"length": 480, "width": 340, "height": 110}, "ball": {"diameter": 80},
    "roller": {"length": 600, "diameter": 150}, "stick": {"diameter": 24}, "band": {"diameter": 16},
}  # fmt: skip
"""Millimetres where a pose gives none; length runs along x, width along z."""


@dataclass(frozen=True, eq=False)
class Solid:
    """One piece of a prop.

    Attributes
    ----------
    look : str
        ``pad``, ``frame``, ``cloth``, ``wood``, ``rubber``, ``wall`` or ``floor``.
    points : ndarray, shape (n, 3)
        Its corners, or points of its round skin.
    flat : bool
        Whether it is a block of eight corners, whose faces are drawn.
    top_mm : float or None
        Height of a top that carries, else None.
    """

    look: str
    points: np.ndarray
    flat: bool = True
    top_mm: float | None = None


def solids(prop, place=None):
    """Return the solids of a prop.

    Parameters
    ----------
    prop : dict
        From a pose: ``kind``, ``at`` ([x, z], or [x, y, z] of what does not stand on the floor),
        ``heading``, sizes.
        ``stick`` and ``band`` have ``from`` and ``to``.
    place : callable, optional
        From a name of a place or a list of numbers to a point (3,).

    Returns
    -------
    list of Solid

    Examples
    --------
    >>> [one.look for one in solids({"kind": "box", "at": [0, 0]})]
    ['pad']
    """
    size = {**SIZES[prop["kind"]], **{k: v for k, v in prop.items() if isinstance(v, int | float)}}
    if prop["kind"] in ("stick", "band"):
        ends = [np.asarray((place or np.asarray)(one), dtype=float) for one in prop.get("through", ())]
        ends = ends or [np.asarray((place or np.asarray)(prop[key]), dtype=float) for key in ("from", "to")]
        look = "wood" if prop["kind"] == "stick" else "rubber"
        return [_rod(a, b, size["diameter"] / 2, look) for a, b in pairwise(ends)]
    made = _KINDS[prop["kind"]](size)
    at = list(prop.get("at", (0, 0)))
    base = np.array([at[0], 0.0, at[1]] if len(at) == 2 else at, dtype=float)
    around = turn("y", size.get("heading", 0.0))
    return [
        Solid(
            one.look,
            one.points @ around.T + base,
            one.flat,
            None if one.top_mm is None else one.top_mm + base[1],
        )
        for one in made
    ]


def _block(look, x, y, z, carries=False):
    """A block between two values of each coordinate."""
    corners = np.array([[a, b, c] for a in x for b in y for c in z], dtype=float)
    return Solid(look, corners, True, float(y[1]) if carries else None)


def _floor(size):
    half, wide = size["length"] / 2, size["width"] / 2
    return [_block("floor", (-half, half), (-1.0, 0.0), (-wide, wide), True)]


def _table(size):
    half, wide, top = size["length"] / 2, size["width"] / 2, size["height"]
    pad = _block("pad", (-half, half), (top - 75, top), (-wide, wide), True)
    rail = _block("frame", (-half + 60, half - 60), (top - 115, top - 75), (-wide + 40, wide - 40))
    feet = [
        _block("frame", (x - 28, x + 28), (0, top - 115), (z - 28, z + 28))
        for x in (-half + 170, half - 170) for z in (-wide + 80, wide - 80)
    ]  # fmt: skip
    return [*feet, rail, pad]


def _chair(size):
    half, wide, top = size["length"] / 2, size["width"] / 2, size["height"]
    seat = _block("pad", (-half, half), (top - 45, top), (-wide, wide), True)
    feet = [
        _block("frame", (x - 16, x + 16), (0, top - 45), (z - 16, z + 16))
        for x in (-half + 24, half - 24) for z in (-wide + 24, wide - 24)
    ]  # fmt: skip
    back = (
        [_block("pad", (-half - 34, -half), (top + 150, top + size["back"]), (-wide, wide))]
        if size["back"]
        else []
    )
    posts = [
        _block("frame", (-half - 28, -half - 4), (top - 40, top + 160), (z - 14, z + 14))
        for z in (-wide + 40, wide - 40)
    ]
    return [*feet, seat, *(posts if back else []), *back]


def _box(size):
    half, wide = size["length"] / 2, size["width"] / 2
    return [_block("pad", (-half, half), (0, size["height"]), (-wide, wide), True)]


def _wall(size):
    half = size["length"] / 2
    return [_block("wall", (-half, half), (0, size["height"]), (-30, 0))]


def _pillow(size):
    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, 40), np.linspace(-np.pi / 2, np.pi / 2, 15))
    bent = lambda a, power: np.sign(a) * np.abs(a) ** power  # noqa: E731
    x = bent(np.cos(v), 0.35) * bent(np.cos(u), 0.35) * size["length"] / 2
    z = bent(np.cos(v), 0.35) * bent(np.sin(u), 0.35) * size["width"] / 2
    y = bent(np.sin(v), 0.8) * size["height"] / 2 + size["height"] / 2
    return [Solid("cloth", np.stack([x, y, z], axis=-1).reshape(-1, 3), False, float(size["height"]))]


def _ball(size):
    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, 48), np.linspace(-np.pi / 2, np.pi / 2, 25))
    r = size["diameter"] / 2
    found = np.stack([np.cos(v) * np.cos(u), np.sin(v), np.cos(v) * np.sin(u)], axis=-1).reshape(-1, 3) * r
    return [Solid("rubber", found + np.array([0, r, 0]), False, float(2 * r))]


def _roller(size):
    half, r = size["length"] / 2, size["diameter"] / 2
    return [
        Solid(one.look, one.points, False, 2 * r)
        for one in [_rod(np.array([-half, r, 0]), np.array([half, r, 0]), r, "rubber")]
    ]


def _rod(start, end, radius, look):
    along = (end - start) / max(np.linalg.norm(end - start), 1e-9)
    first = np.cross(along, (0, 1, 0) if abs(along[1]) < 0.9 else (1, 0, 0))
    first = first / np.linalg.norm(first)
    angle = np.linspace(0, 2 * np.pi, 37)[:-1, None]
    ring = radius * (np.cos(angle) * first + np.sin(angle) * np.cross(along, first))
    return Solid(look, np.vstack([start + ring, end + ring]), False)


_KINDS = {"floor": _floor, "table": _table, "chair": _chair, "box": _box, "wall": _wall, "pillow": _pillow,
          "ball": _ball, "roller": _roller}  # fmt: skip
