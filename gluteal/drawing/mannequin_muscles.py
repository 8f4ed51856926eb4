"""Muscles painted on the skin of a drawn figure: which squares of the page show them, in what colours."""

from dataclasses import dataclass

import numpy as np

from gluteal.drawing.mannequin_layers import SEGMENTS
from gluteal.drawing.mannequin_raster import FAR, net_triangles, paint
from gluteal.drawing.style import muscle_colour
from gluteal.models.mannequin import MIRROR, frames
from gluteal.models.mannequin_muscles import (
    DEEP,
    MUSCLES,
    OUTSIDE_MM,
    SEEN,
    deep_inside_mm,
    neutral_skin,
    surface_inside_mm,
)
from gluteal.models.mannequin_surface import surface

_SAME_SKIN_MM = 44.0
"""Skin of trunk and thigh is blended where they meet; so far a square may lie before its net."""
_MUTED = 0.5
_SHOWN_ON = ("trunk", "thigh-right", "thigh-left")


@dataclass(frozen=True, eq=False)
class Painted:
    """A muscle on the page.

    Attributes
    ----------
    inside_mm : ndarray
        For each square, how far inside its outline; negative outside.
    fill, line : str
    target : bool
    """

    inside_mm: np.ndarray
    fill: str
    line: str
    target: bool


def chosen(muscles, target):
    """Return the muscles to paint, the targets last and so on top.

    Parameters
    ----------
    muscles : {"none", "all"} or sequence of str
    target : sequence of str
        Ids of the catalogue; those that the figure cannot show are left out.

    Examples
    --------
    >>> chosen("all", ("piriformis", "semitendinosus"))[-1]
    'piriformis'
    """
    wanted = {"none": (), "all": SEEN}.get(muscles, muscles) if isinstance(muscles, str) else muscles
    if isinstance(wanted, str):
        raise ValueError(f"muscles is {muscles!r}; choose none, all, or a list of {', '.join(MUSCLES)}")
    others = [one for one in MUSCLES if one in wanted and one not in target]
    return (*others, *(one for one in MUSCLES if one in target))


def painted(figure, layer, view, grid, muscles, target, sides=("right",)):
    """Return the muscles of a figure as they are seen.

    Parameters
    ----------
    figure : gluteal.models.mannequin.Figure
    layer : gluteal.drawing.mannequin_layers.Layer
        Of the same figure.
    view, grid : see `gluteal.drawing.mannequin_layers.figure_layer`
    muscles, target : see `chosen`
    sides : tuple of str

    Returns
    -------
    list of Painted
    """
    wanted = chosen(muscles, target)
    found = []
    for side in sides if wanted else ():
        skin = _skin(figure, layer, view, grid, side)
        for muscle in wanted:
            values = np.full(grid.shape, OUTSIDE_MM)
            values[skin.seen] = _inside(muscle, skin)
            found.append(_coloured(muscle, values, muscle in target))
    return sorted(found, key=lambda one: one.target)


def _inside(muscle, skin):
    if muscle in DEEP:
        return deep_inside_mm(muscle, skin.pelvic, skin.hip_rotation)
    return surface_inside_mm(muscle, skin.places, skin.normals)


@dataclass(frozen=True, eq=False)
class _Skin:
    """The squares that show skin of pelvis and thigh of one side; what they show, as if it were the right."""

    seen: np.ndarray
    places: np.ndarray
    normals: np.ndarray
    pelvic: np.ndarray
    hip_rotation: np.ndarray


def _coloured(muscle, values, target):
    own = muscle_colour(muscle)
    return Painted(
        values, own if target else _mixed(own, "#f2dcc8", _MUTED), "#5a1f1a" if target else own, target
    )


def _mixed(colour, other, share):
    pairs = [(int(colour[k : k + 2], 16), int(other[k : k + 2], 16)) for k in (1, 3, 5)]
    return "#" + "".join(f"{round((1 - share) * a + share * b):02x}" for a, b in pairs)


def _skin(figure, layer, view, grid, side):
    parts = [part for part in surface(figure) if part.name in ("trunk", f"leg-{side}")]
    flat = [net_triangles(view.project(part.points), np.zeros(len(part.points)))[0] for part in parts]
    flat = np.concatenate(flat)
    body = np.concatenate([_body_triangles(part.name.partition("-")[0], side) for part in parts])
    depth, owner = paint(grid, flat, np.arange(len(flat)))
    shown = np.isin(layer.segment, [SEGMENTS.index(one) for one in _SHOWN_ON])
    seen = shown & (depth > FAR) & (np.abs(layer.depth - depth) < _SAME_SKIN_MM)
    square = np.argwhere(seen)[:, ::-1]
    mixed = _weighted(grid, flat, body, owner[seen], square)
    page = np.column_stack([grid.to_page(square) * (1, -1), layer.depth[seen]])
    pelvic, rotation = _in_pelvis(figure, page @ view.axes, side)
    return _Skin(seen, mixed[:, :3], mixed[:, 3:], pelvic, rotation)


def _in_pelvis(figure, room, side):
    """Places of the room from the hip centre along the axes of the pelvis, and the thigh's rotation in it."""
    posed = frames(figure)
    pelvic = (room - posed[f"hip-{side}"].origin) @ posed["pelvis"].axes
    rotation = posed["pelvis"].axes.T @ posed[f"hip-{side}"].axes
    return (pelvic @ MIRROR, MIRROR @ rotation @ MIRROR) if side == "left" else (pelvic, rotation)


def _body_triangles(kind, side):
    """Places and normals of a net in the anatomical position, triangle by triangle, as on the right side."""
    places, normals = neutral_skin(kind)
    both = np.concatenate([places, normals], axis=2)
    if side == "left" and kind == "trunk":
        both = both[:, (-np.arange(both.shape[1])) % both.shape[1]]
    first = net_triangles(both[..., :3], np.zeros(len(both)))[0]
    return np.concatenate([first, net_triangles(both[..., 3:], np.zeros(len(both)))[0]], axis=2)


def _weighted(grid, flat, body, owner, square):
    """What the corners of triangles carry, mixed for each square."""
    corners = grid.to_grid(flat[owner])
    (x0, y0), (x1, y1), (x2, y2) = (corners[:, k].T for k in range(3))
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    x, y = square.T
    u = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
    v = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
    share = np.clip(np.stack([1 - u - v, u, v], axis=1), 0, 1)
    return (share[..., None] * body[owner]).sum(axis=1)
