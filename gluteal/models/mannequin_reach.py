"""Which angles of shoulder, elbow and wrist bring a hand to a place.

**Equation.** Shoulder, elbow and hand form a triangle whose sides are known; the law of cosines gives the
elbow, and
the elbow lies on a circle about the line from shoulder to target, as near as can be to the way it is
hinted to.
The forearm then turns and the wrist bends so that the palm faces the surface.

**What it does not explain.** How people reach: the trunk does not help, and of many ways only one is given.
"""

from dataclasses import replace

import numpy as np

from gluteal.models.mannequin import MIRROR, angles_of, frames, length_mm, motions, turn
from gluteal.models.mannequin_points import point_and_normal

HINTS = {"down": (-0.3, -1.0, 0.4), "up": (0.0, 1.0, 0.0), "back": (-1.0, -0.3, 0.0), "out": (-0.2, -0.35,
1.0),
         "in": (0.0, -0.4, -1.0)}  # fmt: skip
_ROUNDS = 14
_ELBOW_CREASE_DEG = 4.0


def reach(figure, side, target_mm, facing=None, part="palm", elbow="down"):
    """Return the angles of one arm that bring a part of the hand to a place.

    Parameters
    ----------
    figure : gluteal.models.mannequin.Figure
        Its pelvis and trunk stay.
    side : {"right", "left"}
    target_mm : array, shape (3,)
        In the room.
    facing : array, shape (3,), optional
        Which way the palm should face; by default it stays as it comes.
    part : str
        Place of `gluteal.models.mannequin_points` on the hand, without side.
    elbow : str or (x, y, z)
        Where the elbow goes: one of `HINTS`, in the frame of the trunk.

    Returns
    -------
    dict of str to tuple of float
        Angles of ``shoulder``, ``elbow`` and ``wrist`` of this side, degrees. Where the place is too far,
        the arm
        is stretched towards it.

    Examples
    --------
    >>> from gluteal.models.mannequin import Figure
    >>> sorted(reach(Figure(), "left", (300, 1000, -150)))
    ['elbow-left', 'shoulder-left', 'wrist-left']
    """
    target = np.asarray(target_mm, dtype=float)
    hint = np.asarray(HINTS[elbow] if isinstance(elbow, str) else elbow, dtype=float)
    goal = target.copy()
    wrist = angles_of(figure, f"wrist-{side}")
    found = {}
    for _ in range(_ROUNDS):
        found = _two_bones(figure, side, goal, hint)
        posed = replace(figure, angles={**figure.angles, **found, f"wrist-{side}": wrist})
        if facing is not None:
            found[f"elbow-{side}"], wrist = _faced(posed, side, np.asarray(facing, dtype=float))
        posed = replace(figure, angles={**figure.angles, **found, f"wrist-{side}": wrist})
        goal = goal + 0.8 * (target - point_and_normal(posed, f"{part}-{side}")[0])
    return {**found, f"wrist-{side}": wrist}


def _two_bones(figure, side, goal, hint):
    """Angles of shoulder and elbow with the wrist at the goal, or as near as it gets."""
    elbow = angles_of(figure, f"elbow-{side}")
    for _ in range(2):
        posed = frames(figure)
        shoulder, trunk = posed[f"shoulder-{side}"].origin, posed["thoracic"].axes
        upper, fore = length_mm("upper-arm-length"), length_mm("forearm-length")
        line = goal - shoulder
        far = np.clip(np.linalg.norm(line), abs(upper - fore) + 40, upper + fore - 1.0)
        line = line / max(np.linalg.norm(line), 1e-9)
        aside = trunk @ (MIRROR @ hint if side == "left" else hint)
        aside = aside - (aside @ line) * line
        aside = aside / max(np.linalg.norm(aside), 1e-9)
        along = (far**2 + upper**2 - fore**2) / (2 * far)
        bent = shoulder + along * line + np.sqrt(max(upper**2 - along**2, 0.0)) * aside
        axes = _upper_arm(bent - shoulder, shoulder + far * line - bent, aside)
        flexion = np.degrees(
            np.arccos(np.clip(_unit(bent - shoulder) @ _unit(shoulder + far * line - bent), -1, 1))
        )
        found = {f"shoulder-{side}": _shoulder_angles(trunk.T @ axes, side),
                 f"elbow-{side}": (float(flexion), *elbow[1:])}  # fmt: skip
        figure = replace(figure, angles={**figure.angles, **found})
    return found


def _unit(vector):
    return vector / max(np.linalg.norm(vector), 1e-9)


def _upper_arm(upper, fore, aside):
    """Axes of the upper arm: -y along it, x to where the forearm bends."""
    y = -_unit(upper)
    bend = _unit(fore) - (_unit(fore) @ y) * y
    if np.linalg.norm(bend) < np.sin(np.radians(_ELBOW_CREASE_DEG)):
        bend = -aside + (aside @ y) * y
    x = _unit(bend)
    return np.column_stack([x, y, np.cross(x, y)])


def _shoulder_angles(rotation, side):
    """Flexion, abduction and internal rotation of a rotation Rz(a) Rx(-b) Ry(c), degrees."""
    turned = MIRROR @ rotation @ MIRROR if side == "left" else rotation
    lift = np.arcsin(np.clip(turned[2, 1], -1, 1))
    flexion = np.arctan2(-turned[0, 1], turned[1, 1])
    about = np.arctan2(-turned[2, 0], turned[2, 2])
    flexion, abduction, about = np.degrees([flexion, -lift, about])
    if flexion < motions("shoulder")[0].minimum_deg:  # the same arm, gone round by the side
        flexion, abduction, about = flexion + 180, 180 - abduction, (about + 360) % 360 - 180
        flexion = (flexion + 180) % 360 - 180
    return tuple(float(round(angle, 2)) for angle in (flexion, abduction, about))


def _faced(figure, side, facing):
    """Pronation and wrist that turn the palm to face a way; both within their limits."""
    fore = frames(figure)[f"elbow-{side}"].axes
    wanted = fore.T @ _unit(facing)
    wanted = MIRROR @ wanted if side == "left" else wanted
    flexion = angles_of(figure, f"elbow-{side}")[0]
    pronation = _limited("elbow", 1, np.degrees(np.arctan2(-wanted[0], -wanted[2])))
    across = turn("y", -pronation) @ wanted
    bent = _limited("wrist", 0, np.degrees(np.arctan2(across[1], -across[2])) * 1.0)
    return (flexion, pronation), (bent, 0.0)


def _limited(joint, place, angle):
    motion = motions(joint)[place]
    return float(round(np.clip(angle, motion.minimum_deg, motion.maximum_deg), 2))
