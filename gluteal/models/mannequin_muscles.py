"""Where the gluteal muscles lie under the skin of the figure, from the outlines of the plates.

**Equation.** Every place of the skin is taken back to the anatomical position, where the figure and the
plates have the same origin, the right hip joint centre, and the same scale. Skin lies outside the muscles, so
the place is drawn in by one factor to the back, one to the side and one to the front: those that bring the
skin's extent at the hip to that of the muscles. There its distance to the outline of a muscle is read in the
posterior plate (from behind) and in the lateral plate (from the side), inside positive, and mixed by how much
the skin faces back (``b``) and to the side (``l``)::

    inside = (b² d_posterior + l² d_lateral) / (b² + l²)

A short rotator lies too deep for that, and the glutei wrap round too far. Each is taken as an upright sheet:
from origin to insertion (the ends of the fibres drawn in both plates), or for a fan from its hindmost to its
foremost edge. The skin that shows it lies on the line from an upright axis inside the pelvis through the
sheet, and the distance is read in the posterior plate, for a fan in the lateral one. The line ``inside = 0``
is the outline of the muscle on the skin. It moves with the skin of pelvis and thigh; the sheet of a short
rotator goes with its insertion.

**Valid range**: the skin of buttock, hip and upper thigh, from behind and from the side.

**What it does not explain.** Depth, and how a muscle slides and changes form in movement: it is a muscle's
outline projected on the skin, stretched as the skin is. Skin of the front shows nothing.
"""

from functools import cache

import numpy as np

from gluteal.catalogue.nearest import suggestion
from gluteal.models.mannequin import Figure, length_mm, unsided
from gluteal.models.mannequin_surface import AROUND, chains, place_on, profile
from gluteal.plates import load_plate
from gluteal.svg_path import flatten

MUSCLES = (
    "gluteus-minimus", "gluteus-medius", "tensor-fasciae-latae", "gluteus-maximus", "obturator-internus",
    "superior-gemellus", "inferior-gemellus", "quadratus-femoris", "piriformis",
)  # fmt: skip
"""In the order in which they are painted, what is named first below what comes later."""
SEEN = ("gluteus-medius", "tensor-fasciae-latae", "gluteus-maximus")
"""What shows when all muscles are shown; deeper ones are painted when they are the target."""
DEEP = ("obturator-internus", "superior-gemellus", "inferior-gemellus", "quadratus-femoris", "piriformis")
SHEETS = ("gluteus-maximus",)
FANS = ("gluteus-minimus", "gluteus-medius")
"""Under the skin, and yet better told as sheets: seen from two sides their lower edges would be forked."""
OUTSIDE_MM = -40.0
CELL_MM = 2.5
_MARGIN_MM = 45.0
_HIP_LEVEL_MM = 60.0


@cache
def neutral_skin(kind):
    """Return skin of ``trunk`` or ``leg`` (right) in the anatomical position and which way it faces.

    Parameters
    ----------
    kind : {"trunk", "leg"}

    Returns
    -------
    places, normals : ndarray, shape (sections, around, 3)
        mm from the right hip joint centre: x forwards, y up, z to the right.
    """
    straight = Figure(angles={"hip-right": (0.0, 0.0, 0.0), "knee-right": (0.0,)})
    name = kind if kind == "trunk" else f"{kind}-right"
    along, half, exponent, _ = profile(kind)
    around = np.arange(AROUND) * 360 / AROUND
    skin = place_on(chains(straight)[name], along, half, exponent, around, unsided(name)[1])
    places = skin - np.array(straight.root.at_mm) - (0.0, 0.0, length_mm("hip-half-width"))
    beside = np.roll(places, -1, axis=1) - np.roll(places, 1, axis=1)
    normals = np.cross(np.gradient(places, axis=0), beside)
    middle = places.mean(axis=1, keepdims=True)
    outward = np.sign(((places - middle) * normals).sum(axis=2, keepdims=True))
    normals = normals * np.where(outward == 0, 1, outward)
    return places, normals / np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-9)


def surface_inside_mm(muscle, places, normals):
    """Return how far inside the outline of a muscle under the skin places of the right skin are, mm.

    Parameters
    ----------
    muscle : str
        One of `MUSCLES` that is not in `DEEP`.
    places, normals : array, shape (…, 3)
        In the anatomical position, as from `neutral_skin`.

    Returns
    -------
    ndarray
        Outside negative, at least `OUTSIDE_MM`.

    Examples
    --------
    >>> bool((surface_inside_mm("gluteus-maximus", *neutral_skin("leg")) > 0).any())
    True
    """
    _known(muscle)
    if muscle in SHEETS:
        return deep_inside_mm(muscle, places)
    if muscle in FANS:
        return _fan_inside_mm(muscle, places)
    back, side = np.clip(-normals[..., 0], 0, None) ** 2, np.clip(normals[..., 2], 0, None) ** 2
    x, z = _drawn_in(places)
    behind = _sampled("posterior", muscle, z, -places[..., 1])
    beside = _sampled("lateral", muscle, x, -places[..., 1])
    mixed = (back * behind + side * beside) / np.maximum(back + side, 1e-9)
    return _kept(mixed, (back + side > 0.03) & (places[..., 2] > 0))


def deep_inside_mm(muscle, places, hip_rotation=None):
    """Return how far inside the outline of a short rotator the skin at given places is, mm; outside negative.

    Parameters
    ----------
    muscle : str
        One of `DEEP` or `SHEETS`.
    places : array, shape (…, 3)
        Of the skin as it is posed, from the right hip joint centre, along the axes of the pelvis.
    hip_rotation : array, shape (3, 3), optional
        Of the thigh against the pelvis: the insertion goes with it.

    Examples
    --------
    >>> bool((deep_inside_mm("piriformis", neutral_skin("leg")[0]) > 0).any())
    True
    """
    _known(muscle)
    start, end = rotator_ends(muscle)
    moved = (np.eye(3) if hip_rotation is None else hip_rotation) @ end
    share, met = _through(places, start[[0, 2]], moved[[0, 2]])
    height = places[..., 1] - np.clip(share, 0, 1) * (moved - end)[1]
    found = _sampled("posterior", muscle, start[2] + share * (end - start)[2], -height)
    return _kept(found, met & _own_half(places))


def _fan_inside_mm(muscle, places):
    """The distance of a fan on the ilium, a sheet from its hindmost to its foremost edge."""
    beside, behind = (_outline(view, muscle)[:, 0] for view in ("lateral", "posterior"))
    start, end = np.array([beside.min(), behind.min()]), np.array([beside.max(), behind.max()])
    share, met = _through(places, start, end)
    found = _sampled("lateral", muscle, start[0] + share * (end - start)[0], -places[..., 1])
    return _kept(found, met & _own_half(places))


def _through(places, start, end):
    """Where lines from the axis to the skin pass an upright sheet, as a share of it; and whether they do."""
    axis = np.array([length_mm("rotator-axis-forward"), -length_mm("rotator-axis-medial")])
    along, first, ways = end - start, start - axis, places[..., [0, 2]] - axis
    turned = ways[..., 0] * along[1] - ways[..., 1] * along[0]
    safe = np.where(np.abs(turned) < 1e-6, 1e-6, turned)
    reach = (first[0] * along[1] - first[1] * along[0]) / safe
    share = ((reach[..., None] * ways - first) @ along) / (along @ along)
    return share, (reach > 0) & (reach < 1.5)


def _known(muscle):
    if muscle not in MUSCLES:
        raise KeyError(f"the figure shows no muscle {muscle!r}; {suggestion(muscle, MUSCLES)}")


def _own_half(places):
    return places[..., 2] > -length_mm("hip-half-width")


def _kept(found, seen):
    return np.where(seen, np.clip(found, OUTSIDE_MM, None), OUTSIDE_MM)


@cache
def rotator_ends(muscle):
    """Return where the fibres of a muscle begin and end, mm from the hip joint centre, each (3,)."""
    beside, behind = (load_plate(view).structures[muscle].fibres for view in ("lateral", "posterior"))
    found = []
    for place in (0, -1):
        x = np.mean([line[place, 0] for line in beside])
        z, down = np.mean([line[place] for line in behind], axis=0)
        found.append(np.array([x, -down, z]))
    return found


def skin_inside_mm(muscle, kind):
    """Return how far inside a muscle every point of the right skin of a part is at rest, mm.

    Parameters
    ----------
    muscle : str
        One of `MUSCLES`.
    kind : {"trunk", "leg"}

    Returns
    -------
    ndarray, shape (sections, around)

    Raises
    ------
    KeyError
        When the muscle is none of those; the message names the nearest.
    """
    places, normals = neutral_skin(kind)
    return deep_inside_mm(muscle, places) if muscle in DEEP else surface_inside_mm(muscle, places, normals)


def _drawn_in(places):
    """Forward and sideways coordinates of places of the skin, brought to where the muscles lie."""
    back, front, side = _factors()
    x, z = places[..., 0], places[..., 2]
    return np.where(x < 0, back * x, front * x), np.where(z > 0, side * z, z)


@cache
def _factors():
    """How far the muscles reach to back, front and side, as shares of the skin at the height of the hip."""
    skin = neutral_skin("leg")[0]
    skin = skin[np.abs(skin[..., 1]) < _HIP_LEVEL_MM]
    z = np.concatenate([_outline("posterior", one)[:, 0] for one in SEEN])
    x = np.concatenate([_outline("lateral", one)[:, 0] for one in SEEN])
    return x.min() / skin[:, 0].min(), x.max() / skin[:, 0].max(), z.max() / skin[:, 2].max()


def _outline(view, muscle):
    return max(flatten(load_plate(view).structures[muscle].path), key=len)


def _sampled(view, muscle, x, y):
    """The distance to an outline at places of a plate, between the squares of its grid."""
    left, top, grid = outline_distances(view, muscle)
    column, row = (x - left) / CELL_MM, (y - top) / CELL_MM
    outside = (column < 0) | (row < 0) | (column > grid.shape[1] - 1.001) | (row > grid.shape[0] - 1.001)
    column, row = (
        np.clip(one, 0, size - 1.001) for one, size in ((column, grid.shape[1]), (row, grid.shape[0]))
    )
    c, r = column.astype(int), row.astype(int)
    u, v = column - c, row - r
    upper = (1 - u) * grid[r, c] + u * grid[r, c + 1]
    lower = (1 - u) * grid[r + 1, c] + u * grid[r + 1, c + 1]
    return np.where(outside, OUTSIDE_MM, (1 - v) * upper + v * lower)


@cache
def outline_distances(view, muscle):
    """Return left, top and the signed distances to an outline in a plate, square by square; mm."""
    ring = _outline(view, muscle)
    (left, top), (right, bottom) = ring.min(axis=0) - _MARGIN_MM, ring.max(axis=0) + _MARGIN_MM
    x, y = np.meshgrid(np.arange(left, right, CELL_MM), np.arange(top, bottom, CELL_MM))
    ends = np.roll(ring, -1, axis=0)
    far, crossed = np.full(x.shape, np.inf), np.zeros(x.shape, dtype=bool)
    for (xa, ya), (xb, yb) in zip(ring, ends, strict=True):
        dx, dy = xb - xa, yb - ya
        share = np.clip(((x - xa) * dx + (y - ya) * dy) / max(dx * dx + dy * dy, 1e-12), 0, 1)
        far = np.minimum(far, (x - xa - share * dx) ** 2 + (y - ya - share * dy) ** 2)
        if ya != yb:
            crossed ^= ((ya > y) != (yb > y)) & (x < xa + dx * (y - ya) / dy)
    return float(left), float(top), np.where(crossed, 1, -1) * np.sqrt(far)
