"""Things in a scene as solids: furniture, wall, mat, pillow, ball, roller, stick, band, towel.

Each is a list of solids; a solid is a set of points whose hull is drawn, with a name for its look.
"""

from itertools import pairwise

import numpy as np

from gluteal.models.mannequin import turn
from gluteal.models.mannequin_solids import Solid, ball, block, loop, rod, strap
from gluteal.models.mannequin_surface import chains, place_on, profile

SIZES = {
    "floor": {"length": 1800, "width": 1000}, "table": {"length": 1950, "width": 650, "height": 700},
    "chair": {"length": 420, "width": 430, "height": 450, "back": 400},
    "box": {"length": 400, "width": 400, "height": 400}, "wall": {"length": 1400, "height": 2000},
    "pillow": {"length": 480, "width": 340, "height": 110}, "ball": {"diameter": 80},
    "roller": {"length": 600, "diameter": 150}, "stick": {"diameter": 24}, "band": {"diameter": 16},
    "cushion": {"length": 360, "width": 300, "height": 80},
    "mat": {"length": 1850, "width": 650, "height": 8},
    "step": {"length": 420, "width": 600, "height": 150}, "towel": {"width": 55}, "loop": {"width": 48},
}  # fmt: skip
"""Millimetres where a pose gives none; length runs along x, width along z."""
LOOPS_MM = {"thighs": 330.0, "ankles": 712.0}
"""Where along the leg a loop lies."""


def solids(prop, place=None):
    """Return the solids of a prop.

    Parameters
    ----------
    prop : dict
        From a pose: ``kind``, ``at`` ([x, z], or [x, y, z] of what does not stand on the floor),
        ``heading``, sizes.
        ``stick``, ``band`` and ``towel`` have ``from`` and ``to`` or ``through``.
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
    if prop["kind"] in WOUND:
        return _wound(prop, size, place or np.asarray)
    made = _KINDS[prop["kind"]](size)
    at = list(prop.get("at", (0, 0)))
    base = np.array([at[0], 0.0, at[1]] if len(at) == 2 else at, dtype=float)
    around = turn("y", size.get("heading", 0.0))
    return [one.moved(around, base) for one in made]


def _wound(prop, size, place):
    """A stick, band or towel from place to place."""
    given = prop.get("through") or [prop["from"], prop["to"]]
    ends = [np.asarray(place(one), dtype=float) for one in given]
    if prop["kind"] == "towel":
        return [strap(ends, size["width"], 6.0, "towel")]
    look = "wood" if prop["kind"] == "stick" else "band"
    return [rod(a, b, size["diameter"] / 2, look) for a, b in pairwise(ends)]


def loop_round(figure, prop):
    """Return the band that lies round both legs of a figure, as a list of one solid.

    Parameters
    ----------
    figure : gluteal.models.mannequin.Figure
    prop : dict
        ``on`` is ``thighs``, ``ankles`` or a place along the leg in mm; ``width``.
    """
    on = prop.get("on", "thighs")
    middle, half = float(LOOPS_MM.get(on, on)), float(prop.get("width", SIZES["loop"]["width"])) / 2
    legs = {side: chains(figure)[f"leg-{side}"] for side in ("right", "left")}
    edges = [np.concatenate([_skin(chain, side, along) for side, chain in legs.items()])
             for along in np.linspace(middle - half, middle + half, 5)]  # fmt: skip
    return [loop(edges, "band")]


def _skin(chain, side, along_mm):
    """The skin of a leg at one place along it, shape (72, 3)."""
    at, half, exponent, _ = profile("leg")
    axes = np.array([[np.interp(along_mm, at, column) for column in half.T]])
    power = np.array([np.interp(along_mm, at, exponent)])
    return place_on(chain, np.array([along_mm]), axes, power, np.arange(72) * 5.0, side)[0]


def _floor(size):
    half, wide = size["length"] / 2, size["width"] / 2
    return [block("floor", (-half, half), (-1.0, 0.0), (-wide, wide), True)]


def _table(size):
    half, wide, top = size["length"] / 2, size["width"] / 2, size["height"]
    pad = block("pad", (-half, half), (top - 75, top), (-wide, wide), True)
    rail = block("frame", (-half + 60, half - 60), (top - 115, top - 75), (-wide + 40, wide - 40))
    feet = [
        block("frame", (x - 28, x + 28), (0, top - 115), (z - 28, z + 28))
        for x in (-half + 170, half - 170) for z in (-wide + 80, wide - 80)
    ]  # fmt: skip
    return [*feet, rail, pad]


def _chair(size):
    half, wide, top = size["length"] / 2, size["width"] / 2, size["height"]
    seat = block("pad", (-half, half), (top - 45, top), (-wide, wide), True)
    feet = [
        block("frame", (x - 16, x + 16), (0, top - 45), (z - 16, z + 16))
        for x in (-half + 24, half - 24) for z in (-wide + 24, wide - 24)
    ]  # fmt: skip
    back = (
        [block("pad", (-half - 34, -half), (top + 150, top + size["back"]), (-wide, wide))]
        if size["back"]
        else []
    )
    posts = [
        block("frame", (-half - 28, -half - 4), (top - 40, top + 160), (z - 14, z + 14))
        for z in (-wide + 40, wide - 40)
    ]
    return [*feet, seat, *(posts if back else []), *back]


def _box(size):
    half, wide = size["length"] / 2, size["width"] / 2
    return [block("pad", (-half, half), (0, size["height"]), (-wide, wide), True)]


def _wall(size):
    half = size["length"] / 2
    return [block("wall", (-half, half), (0, size["height"]), (-30, 0))]


def _pillow(size):
    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, 40), np.linspace(-np.pi / 2, np.pi / 2, 15))
    bent = lambda a, power: np.sign(a) * np.abs(a) ** power  # noqa: E731
    x = bent(np.cos(v), 0.35) * bent(np.cos(u), 0.35) * size["length"] / 2
    z = bent(np.cos(v), 0.35) * bent(np.sin(u), 0.35) * size["width"] / 2
    y = bent(np.sin(v), 0.8) * size["height"] / 2 + size["height"] / 2
    return [Solid("cloth", np.stack([x, y, z], axis=-1).reshape(-1, 3), False, float(size["height"]))]


def _ball(size):
    return [ball(size["diameter"] / 2)]


def _roller(size):
    half, r = size["length"] / 2, size["diameter"] / 2
    return [rod(np.array([-half, r, 0]), np.array([half, r, 0]), r, "rubber", carries=True)]


def _mat(size):
    half, wide = size["length"] / 2, size["width"] / 2
    return [block("mat", (-half, half), (0, size["height"]), (-wide, wide), True)]


def _step(size):
    half, wide = size["length"] / 2, size["width"] / 2
    return [block("wood", (-half, half), (0, size["height"]), (-wide, wide), True)]


_KINDS = {"floor": _floor, "table": _table, "chair": _chair, "box": _box, "wall": _wall, "pillow": _pillow,
          "cushion": _pillow, "ball": _ball, "roller": _roller, "mat": _mat, "step": _step}  # fmt: skip
WOUND = ("stick", "band", "towel", "loop")
"""Props that go from place to place of the figures, which are posed first."""
