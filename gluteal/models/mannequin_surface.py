"""The skin of the articulated figure: cross-sections swept along chains of segments, bent at the joints.

**Equation.** A part is a row of cross-sections at places ``s`` along a chain of segments. Within ``w`` of a
joint, place and rotation pass from one segment to the next with ``h = 3 t² - 2 t³``::

    centre(s) = (1 - h) centre_before(s) + h centre_after(s)         R(s) = R_before rotation(h angle, axis)

so that sections open like a fan on the outside of a bent joint and no limb grows thin there. A section is a
superellipse with its own half axis to the front, back, side and middle.

**What it does not explain.** Flesh does not bulge, press flat or fold; parts may pass through one another.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from gluteal.catalogue.mannequin import figure_table
from gluteal.models.mannequin import MIRROR, SIDES, Frame, frames, neutral, turn

AROUND = 56
"""Points of a cross-section."""
_STEP_MM = 9.0
_DOWN, _UP, _FORWARD = np.array([0.0, -1, 0]), np.array([0.0, 1, 0]), np.array([1.0, 0, 0])
TRUNK_BENDS = (("pelvis", 0), ("lumbar", 85), ("thoracic", 70), ("neck", 40), ("head", 34))
LEG_BENDS = (("pelvis", 0), ("hip", 95), ("knee", 62), ("ankle", 26))
ARM_BENDS = (("thoracic", 0), ("shoulder", 42), ("elbow", 46), ("forearm", 95), ("wrist", 22))
DIGITS = ("thumb", "finger-2", "finger-3", "finger-4", "finger-5")
TOES = ("toe-1", "toe-2", "toe-3", "toe-4", "toe-5")


@dataclass(frozen=True, eq=False)
class Part:
    """One part of the skin as a net.

    Attributes
    ----------
    name : str
        ``leg-right``, ``trunk``.
    points : ndarray, shape (sections, around, 3)
        In the room, mm.
    along_mm : ndarray, shape (sections,)
        Place of each section.
    material : tuple of str
        What covers the part from each section on.
    """

    name: str
    points: np.ndarray
    along_mm: np.ndarray
    material: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Chain:
    """The segments through which a part runs, for one figure.

    Attributes
    ----------
    frames : list of Frame
    starts : list of ndarray, shape (3,)
        Where each segment begins in the anatomical position, in the coordinates of the part.
    joints_mm, widths_mm : list of float
        Place of each joint along the part, and half the length over which it bends.
    axis : ndarray, shape (3,)
        Along the part.
    """

    frames: list
    starts: list
    joints_mm: list
    widths_mm: list
    axis: np.ndarray


def surface(figure):
    """Return the skin of a figure.

    Parameters
    ----------
    figure : gluteal.models.mannequin.Figure

    Returns
    -------
    list of Part

    Examples
    --------
    >>> from gluteal.models.mannequin import Figure
    >>> parts = surface(Figure())
    >>> bool(-12 < min(part.points[..., 1].min() for part in parts) < 5)
    True
    """
    posed = frames(figure)
    parts = []
    for name, chain in chains(figure, posed).items():
        kind, _, side = name.rpartition("-") if name.endswith(SIDES) else (name, "", "")
        parts.append(_swept(name, kind, side, chain))
    return parts


def chains(figure, posed=None):
    """Return the chain of every part of a figure by name."""
    posed = posed or frames(figure)
    found = {"trunk": _chain(posed, "", TRUNK_BENDS, _UP, "pelvis")}
    found |= {name: _rigid(posed["head"], _UP) for name in ("head", "nose")}
    for side in SIDES:
        found[f"ear-{side}"] = _rigid(posed["head"], _UP)
        found[f"leg-{side}"] = _chain(posed, side, LEG_BENDS, _DOWN, "hip")
        found[f"foot-{side}"] = _rigid(posed[f"ankle-{side}"], _FORWARD)
        found |= {f"{toe}-{side}": _toe(posed, side) for toe in TOES}
        found[f"arm-{side}"] = _chain(posed, side, ARM_BENDS, _DOWN, "shoulder")
        found[f"palm-{side}"] = _rigid(posed[f"wrist-{side}"], _DOWN)
        shape = figure.hands.get(side, "relaxed")
        found |= {
            f"{digit}-{side}": digit_chain(posed[f"wrist-{side}"], shape, digit, side) for digit in DIGITS
        }
    return found


def _chain(posed, side, bends, axis, origin):
    own = [_sided(joint, side) for joint, _ in bends]
    starts = [neutral()[_place(joint)] - neutral()[origin] for joint, _ in bends]
    mirrored = [MIRROR @ start if side == "left" else start for start in starts]
    along = [float(start @ axis) for start in starts]
    along = [
        _MIDDLE_OF_FOREARM_MM if joint == "forearm" else at
        for at, (joint, _) in zip(along, bends, strict=True)
    ]
    return Chain([posed[name] for name in own], mirrored, along, [width for _, width in bends], axis)


_MIDDLE_OF_FOREARM_MM = 425.0


def _sided(joint, side):
    return (
        joint if joint in ("pelvis", "lumbar", "thoracic", "neck", "head") or not side else f"{joint}-{side}"
    )


def _place(joint):
    return "elbow" if joint == "forearm" else joint


def _rigid(frame, axis):
    return Chain([frame], [np.zeros(3)], [0.0], [0.0], axis)


def _toe(posed, side):
    foot, toes = posed[f"ankle-{side}"], posed[f"toes-{side}"]
    start = neutral()["toes"] - neutral()["ankle"]
    start = MIRROR @ start if side == "left" else start
    return Chain([foot, toes], [np.zeros(3), start], [0.0, float(start[0])], [0.0, 14.0], _FORWARD)


def digit_chain(hand, shape, digit, side):
    """Return the chain of a digit: three bones, each bent against the one before; the thumb across the palm.

    Parameters
    ----------
    hand : gluteal.models.mannequin.Frame
    shape : str
        Of the hand, ``flat`` and so on.
    digit : str
        One of `DIGITS`.
    side : {"right", "left"}
    """
    bent, begins = figure_table("hands")[f"{shape}-{digit}"], figure_table("digits")[digit]
    last = [row.along_mm for row in _rows(digit)][-1]
    base = np.array([begins.front_mm, -begins.along_mm, begins.lateral_mm])
    axes, origin = turn("z", bent.aside_deg), base
    if digit == "thumb":
        axes = turn("z", bent.aside_deg + 22) @ turn("x", 14) @ turn("y", -50)
    found, starts = [], []
    for share, angle in zip(
        (0.0, 0.45, 0.74), (bent.first_deg, bent.second_deg, bent.third_deg), strict=True
    ):
        starts.append(_DOWN * share * last)
        if found:
            origin = origin + axes @ (starts[-1] - starts[-2])
        axes = axes @ turn("x", angle)
        found.append((origin, axes))
    placed = [_in_hand(hand, origin, axes, side) for origin, axes in found]
    return Chain(placed, starts, [float(one @ _DOWN) for one in starts], [0.0, 9.0, 7.0], _DOWN)


def _in_hand(hand, origin, axes, side):
    if side == "left":
        origin, axes = MIRROR @ origin, MIRROR @ axes @ MIRROR
    return Frame(hand.place(origin), hand.axes @ axes)


def sweep(chain, along_mm):
    """Return centres (n, 3) and axes (n, 3, 3) of cross-sections at places along a chain.

    Parameters
    ----------
    chain : Chain
    along_mm : array, shape (n,)
    """
    along = np.atleast_1d(np.asarray(along_mm, dtype=float))
    line = along[:, None] * chain.axis
    centre = chain.frames[0].place(line - chain.starts[0])
    axes = np.broadcast_to(chain.frames[0].axes, (len(along), 3, 3))
    for index in range(1, len(chain.frames)):
        t = np.clip((along - chain.joints_mm[index]) / (2 * chain.widths_mm[index]) + 0.5, 0, 1)
        share = t * t * (3 - 2 * t)
        after = chain.frames[index].place(line - chain.starts[index])
        centre = centre + share[:, None] * (after - centre)
        axes = _between(axes, chain.frames[index - 1].axes, chain.frames[index].axes, share)
    return centre, axes


def _between(axes, before, after, share):
    """Turn axes by a share of the rotation from one segment to the next, about its own axis."""
    rotation = after @ before.T
    angle = np.arccos(np.clip((np.trace(rotation) - 1) / 2, -1, 1))
    if angle < 1e-9:
        return axes
    skew = (rotation - rotation.T) / (2 * np.sin(angle)) if angle < np.pi - 1e-4 else np.zeros((3, 3))
    part = share[:, None, None] * angle
    partial = np.eye(3) + np.sin(part) * skew + (1 - np.cos(part)) * (skew @ skew)
    return partial @ axes


@cache
def _rows(kind):
    return tuple(row for row in figure_table("sections").values() if row.part == kind)


@cache
def profile(kind):
    """Return places (n,), half axes (n, 4), exponents (n,) and materials of a part, closely spaced."""
    rows = _rows(kind)
    knots = np.array([row.along_mm for row in rows])
    steps = [np.linspace(a, b, max(2, int(np.ceil((b - a) / _STEP_MM)) + 1))[:-1] for a, b in pairwise(knots)]
    along = np.concatenate([*steps, knots[-1:]])
    shape = [[row.front_mm, row.lateral_mm, row.back_mm, row.medial_mm, row.exponent] for row in rows]
    values = np.stack([_monotone(knots, column, along) for column in np.array(shape).T], axis=1)
    index = np.searchsorted(knots, along + 1e-6, side="right") - 1
    return along, values[:, :4], values[:, 4], tuple(rows[at].material for at in index)


def _monotone(knots, values, at):
    """Cubic through the knots without overshoot (Fritsch and Carlson, harmonic means of slopes)."""
    slope = np.diff(values) / np.diff(knots)
    both = slope[:-1] * slope[1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = np.where(both > 0, 2 * both / (slope[:-1] + slope[1:]), 0.0)
    tangent = np.concatenate([slope[:1], inner, slope[-1:]])
    index = np.clip(np.searchsorted(knots, at, side="right") - 1, 0, len(slope) - 1)
    width = np.diff(knots)[index]
    t = (at - knots[index]) / width
    first, second = values[index], values[index + 1]
    rise = (2 * t**3 - 3 * t**2 + 1) * first + (3 * t**2 - 2 * t**3) * second
    bend = (t**3 - 2 * t**2 + t) * tangent[index] + (t**3 - t**2) * tangent[index + 1]
    return rise + width * bend


def ring(half_axes, exponent, around_deg):
    """Return points of superellipses: to the front and to the side, mm.

    Parameters
    ----------
    half_axes : array, shape (n, 4)
        Front, lateral, back, medial.
    exponent : array, shape (n,)
    around_deg : array, shape (m,)
        0 front, 90 lateral.

    Returns
    -------
    (n, m) and (n, m) arrays
    """
    angle = np.radians(around_deg)[None, :]
    c, s = np.cos(angle), np.sin(angle)
    front, lateral, back, medial = (one[:, None] for one in half_axes.T)
    power = (2 / exponent)[:, None]
    middle, half = (front - back) / 2, (front + back) / 2
    sideways = np.where(s >= 0, lateral, medial)
    return middle + half * np.sign(c) * np.abs(c) ** power, sideways * np.sign(s) * np.abs(s) ** power


def _swept(name, kind, side, chain):
    along, half, exponent, material = profile(kind)
    points = place_on(chain, along, half, exponent, np.arange(AROUND) * 360 / AROUND, side)
    return Part(name, points, along, material)


def place_on(chain, along, half, exponent, around_deg, side):
    """Return points of cross-sections in the room, shape (n, m, 3)."""
    front, lateral = ring(half, exponent, around_deg)
    centre, axes = sweep(chain, along)
    sideways = -lateral if side == "left" else lateral
    ahead = np.array([0.0, 1, 0]) if chain.axis is _FORWARD else np.array([1.0, 0, 0])
    offset = front[..., None] * ahead + sideways[..., None] * np.array([0.0, 0, 1])
    return centre[:, None, :] + np.einsum("nij,nmj->nmi", axes, offset)
