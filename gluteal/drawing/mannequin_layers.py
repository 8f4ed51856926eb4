"""What of each figure is seen: depth, segment and covering for each square of the page.

Parts of one figure that grow out of each other (a leg and the trunk) are blended where they meet, so that no
seam shows; parts that only touch (two legs) are not, so that a crease shows.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.drawing.mannequin_raster import FAR, net_triangles, paint
from gluteal.models.mannequin import SIDES, unsided

MATERIALS = ("skin", "shorts", "shirt", "hair", "trousers")
SEGMENTS = (
    "trunk", "neck", "head", "thigh-right", "leg-right", "foot-right", "thigh-left", "leg-left", "foot-left",
    "upper-arm-right", "forearm-right", "hand-right", "upper-arm-left", "forearm-left", "hand-left",
    "thumb-right", "finger-2-right", "finger-3-right", "finger-4-right", "finger-5-right",
    "thumb-left", "finger-2-left", "finger-3-left", "finger-4-left", "finger-5-left",
    "toe-1-right", "toe-2-right", "toe-3-right", "toe-4-right", "toe-5-right",
    "toe-1-left", "toe-2-left", "toe-3-left", "toe-4-left", "toe-5-left", "ear-right", "ear-left",
)  # fmt: skip
_KNEE_MM, _ELBOW_MM, _NECK_MM, _HIP_MM, _ANKLE_MM = 392.0, 302.0, 533.0, 30.0, 745.0

_ON_SKIN_MM = 5.0


@dataclass(frozen=True, eq=False)
class Layer:
    """What one figure shows, square by square.

    Attributes
    ----------
    depth : ndarray
        Towards the eye, mm; very far where nothing is.
    segment, material : ndarray of int
        Index into `SEGMENTS` and `MATERIALS`; -1 for nothing.
    """

    depth: np.ndarray
    segment: np.ndarray
    material: np.ndarray


def figure_layer(parts, view, grid, clothing):
    """Return the layer of a figure on a grid of the page.

    Parameters
    ----------
    parts : list of gluteal.models.mannequin_surface.Part
    view : gluteal.drawing.mannequin_view.View
    grid : gluteal.drawing.mannequin_raster.Grid
    clothing : str
        ``shorts`` or ``trousers``.
    """
    groups = {}
    for part in parts:
        groups.setdefault(_group(part.name), []).append(part)
    painted = {name: _painted(members, view, grid, clothing) for name, members in groups.items()}
    names = list(painted)
    depths = np.stack([painted[name][0] for name in names])
    winner = depths.argmax(axis=0)
    depth = depths.max(axis=0)
    tag = np.take_along_axis(np.stack([painted[name][1] for name in names]), winner[None], axis=0)[0]
    depth = depth + _fillets(depths, winner, names)
    return Layer(depth, np.where(tag < 0, -1, tag // 10), np.where(tag < 0, -1, tag % 10))


def net_layer(solid, view, grid):
    """Return the layer of what is wound round a body; it lies on the skin, so a little towards the eye."""
    triangles, tags = net_triangles(view.project(solid.net), np.zeros(len(solid.net), dtype=int))
    depth, tag = paint(grid, triangles, tags)
    return Layer(np.where(tag < 0, FAR, depth + _ON_SKIN_MM), tag, tag)


def _group(name):
    kind, side = unsided(name)
    if kind in ("trunk", "leg", "arm", "palm", "foot"):
        return name
    if kind in ("head", "nose", "ear"):
        return "head" if kind != "ear" else name
    return f"{'toes' if kind.startswith('toe') else 'digits'}-{side}"


def blends():
    """Yield pairs of groups that grow into each other, and over how many millimetres of depth."""
    yield "trunk", "head", 16.0
    for side in SIDES:
        pairs = (("trunk", "leg", 34), ("trunk", "arm", 30), ("leg", "foot", 20), ("arm", "palm", 8),
                 ("palm", "digits", 6), ("foot", "toes", 8))  # fmt: skip
        for first, second, width in pairs:
            yield first if first == "trunk" else f"{first}-{side}", f"{second}-{side}", float(width)


def _fillets(depths, winner, names):
    """How much the blended surface lies above the nearest part."""
    found = np.zeros(winner.shape)
    for first, second, width in blends():
        a, b = names.index(first), names.index(second)
        near = np.clip(width - np.abs(depths[a] - depths[b]), 0, None) / width
        both = (depths[a] > FAR) & (depths[b] > FAR) & ((winner == a) | (winner == b))
        found = np.maximum(found, np.where(both, near**2 * width / 4, 0.0))
    return found


def _painted(parts, view, grid, clothing):
    triangles, tags = zip(*(_tagged(part, view, clothing) for part in parts), strict=True)
    return paint(grid, np.concatenate(triangles), np.concatenate(tags))


def _tagged(part, view, clothing):
    """The triangles of a part on the page, each with ten times its segment, plus its material."""
    on_page = view.project(part.points)
    segments = np.array([SEGMENTS.index(segment(part.name, along)) for along in part.along_mm])
    worn = [
        covering(part.name, own, along, clothing)
        for own, along in zip(part.material, part.along_mm, strict=True)
    ]
    materials = np.array([MATERIALS.index(one) for one in worn])
    triangles, tags = net_triangles(on_page, segments * 10 + materials)
    if part.name == "head":
        tags = tags + _hair(part) * MATERIALS.index("hair")
    return triangles, tags


def segment(name, along_mm):
    """Return to which of `SEGMENTS` a place along a part belongs.

    Examples
    --------
    >>> segment("leg-right", 200.0), segment("leg-right", 500.0)
    ('thigh-right', 'leg-right')
    """
    kind, side = unsided(name)
    sided = f"-{side}"
    if kind == "trunk":
        return "neck" if along_mm >= _NECK_MM else "trunk"
    if kind in ("head", "nose"):
        return "head"
    if kind == "leg":
        return "trunk" if along_mm < _HIP_MM else ("thigh" if along_mm < _KNEE_MM else "leg") + sided
    if kind == "arm":
        return ("upper-arm" if along_mm < _ELBOW_MM else "forearm") + sided
    return {"foot": "foot", "palm": "hand"}.get(kind, kind) + sided


def covering(name, own, along_mm, clothing):
    """Return what covers a place along a part that is by itself covered with ``own``, in some clothing.

    Examples
    --------
    >>> covering("leg-right", "skin", 500.0, "trousers")
    'trousers'
    """
    if clothing == "trousers" and name.startswith("leg") and along_mm < _ANKLE_MM:
        return "trousers"
    return "trousers" if clothing == "trousers" and own == "shorts" else own


def hair_line(around_deg):
    """Return from what height of the head on hair grows, mm, at places around it: 0 front, 90 side."""
    turned = np.abs((np.asarray(around_deg) + 180) % 360 - 180)
    return np.interp(
        turned,
        (0, 30, 52, 66, 78, 90, 104, 116, 130, 150, 180),
        (114, 112, 102, 82, 58, 40, 30, 8, -10, -26, -34),
    )


def _hair(part):
    """1 for the triangles of the head on which hair grows."""
    line = hair_line(np.arange(part.points.shape[1]) * 360 / part.points.shape[1])
    grows = part.along_mm[:-1, None] >= line[None, :]
    return np.repeat(grows.reshape(-1), 2).astype(int)
