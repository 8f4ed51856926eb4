"""Which angles of hip, knee and ankle bring a foot to a place, its sole against what it stands on.

**Equation.** Hip, knee and ankle form a triangle whose sides are known; the law of cosines gives the knee,
and the knee lies on a circle about the line from hip to ankle, as near as can be to the way it is hinted to.
With ``R = Rz(flexion) Rx(adduction) Ry(rotation)`` the angles of the hip follow from the axes of the thigh.
The ankle then turns so that the sole faces the ground, within its limits.

**Valid range**: feet within reach of a straight leg. Angles of hip and knee that come out may lie beyond the
limits of ``joints.csv``; `gluteal.models.mannequin.beyond` names them.

**What it does not explain.** How people step: the pelvis does not help, balance is not asked for.
"""

from dataclasses import replace

import numpy as np

from gluteal.models.mannequin import MIRROR, angles_of, frames, length_mm, motions
from gluteal.models.mannequin_points import point_and_normal

HINTS = {"front": (1.0, 0.0, 0.0), "out": (0.45, 0.0, 1.0), "in": (0.6, 0.0, -1.0), "up": (0.7, 1.0, 0.0),
         "back": (-1.0, 0.0, 0.0), "down": (0.7, -1.0, 0.0)}  # fmt: skip
_ROUNDS = 14
_KNEE_CREASE_DEG = 4.0


def step(figure, side, target_mm, facing=None, part="heel", knee="front"):
    """Return the angles of one leg that bring a part of the leg or foot to a place.

    Parameters
    ----------
    figure : gluteal.models.mannequin.Figure
        Its pelvis stays.
    side : {"right", "left"}
    target_mm : array, shape (3,)
        In the room.
    facing : array, shape (3,), optional
        Which way the sole faces; by default the ankle stays as it is.
    part : str
        Place of `gluteal.models.mannequin_points` below the knee, without side.
    knee : str or (x, y, z)
        Where the knee points: one of `HINTS`, in the frame of the pelvis.

    Returns
    -------
    dict of str to tuple of float
        Angles of ``hip``, ``knee`` and ``ankle`` of this side, degrees. Where the place is too far, the
        leg is stretched towards it.

    Examples
    --------
    >>> from gluteal.models.mannequin import Figure
    >>> sorted(step(Figure(), "left", (200, 0, -90), facing=(0, -1, 0)))
    ['ankle-left', 'hip-left', 'knee-left']
    """
    target = np.asarray(target_mm, dtype=float)
    hint = np.asarray(HINTS[knee] if isinstance(knee, str) else knee, dtype=float)
    goal, found = target.copy(), {}
    for _ in range(_ROUNDS):
        found = _two_bones(figure, side, goal, hint)
        posed = replace(figure, angles={**figure.angles, **found})
        if facing is not None:
            found[f"ankle-{side}"] = _flat(posed, side, np.asarray(facing, dtype=float))
            posed = replace(posed, angles={**posed.angles, **found})
        missed = target - point_and_normal(posed, f"{part}-{side}")[0]
        goal = goal + 0.8 * missed
        if np.abs(missed).max() < 0.05:
            break
    return {f"ankle-{side}": angles_of(figure, f"ankle-{side}"), **found}


def _two_bones(figure, side, goal, hint):
    """Angles of hip and knee with the ankle at the goal, or as near as it gets."""
    posed = frames(figure)
    hip, pelvis = posed[f"hip-{side}"].origin, posed["pelvis"].axes
    thigh, leg = length_mm("thigh-length"), length_mm("leg-length")
    line = goal - hip
    least = np.sqrt(thigh**2 + leg**2 + 2 * thigh * leg * np.cos(np.radians(motions("knee")[0].maximum_deg)))
    far = np.clip(np.linalg.norm(line), least, thigh + leg - 0.5)
    line = _unit(line)
    aside = pelvis @ (MIRROR @ hint if side == "left" else hint)
    aside = _unit(aside - (aside @ line) * line)
    along = (far**2 + thigh**2 - leg**2) / (2 * far)
    bent = along * line + np.sqrt(max(thigh**2 - along**2, 0.0)) * aside
    lower = far * line - bent
    flexion = np.degrees(np.arccos(np.clip(_unit(bent) @ _unit(lower), -1, 1)))
    return {f"hip-{side}": _hip_angles(pelvis.T @ _thigh(bent, lower, aside), side),
            f"knee-{side}": (float(round(flexion, 2)),)}  # fmt: skip


def _unit(vector):
    return vector / max(np.linalg.norm(vector), 1e-9)


def _thigh(bone, lower, aside):
    """Axes of the thigh: -y along it, x away from where the leg bends."""
    y = -_unit(bone)
    front = -(_unit(lower) - (_unit(lower) @ y) * y)
    if np.linalg.norm(front) < np.sin(np.radians(_KNEE_CREASE_DEG)):
        front = aside - (aside @ y) * y
    x = _unit(front)
    return np.column_stack([x, y, np.cross(x, y)])


def _hip_angles(rotation, side):
    """Flexion, adduction and internal rotation of a rotation Rz(a) Rx(b) Ry(c), degrees."""
    turned = MIRROR @ rotation @ MIRROR if side == "left" else rotation
    adduction = np.arcsin(np.clip(turned[2, 1], -1, 1))
    flexion = np.arctan2(-turned[0, 1], turned[1, 1])
    about = np.arctan2(-turned[2, 0], turned[2, 2])
    return tuple(float(round(angle, 2)) for angle in np.degrees([flexion, adduction, about]))


def _flat(figure, side, facing):
    """Dorsiflexion and inversion that turn the sole to face a way; both within their limits."""
    up = frames(figure)[f"knee-{side}"].axes.T @ -_unit(facing)
    up = MIRROR @ up if side == "left" else up
    bend = np.degrees(np.arctan2(-up[0], up[1]))
    inwards = np.degrees(np.arcsin(np.clip(up[2], -1, 1)))
    kept = angles_of(figure, f"ankle-{side}")[2]
    return (*(_limited(place, angle) for place, angle in enumerate((bend, inwards))), kept)


def _limited(place, angle):
    motion = motions("ankle")[place]
    return float(round(np.clip(angle, motion.minimum_deg, motion.maximum_deg), 2))
