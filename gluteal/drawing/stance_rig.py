"""How the figure that stands on one leg moves: one matrix for each bone, by arithmetic only.

The figure stands on its right leg, seen from behind; mirrored it stands on the left. Millimetres, y down; the
midline of the standing foot is at x = 0, the floor where the body charts have the sole. A page goes through
the same steps (`gluteal.models.formula`), so its figure is the one drawn here.
"""

from math import atan2, hypot, pi

import numpy as np

from gluteal.catalogue.stance_figure import stance_figure

INPUTS = ("lean", "drop", "foot", "hand_opposite", "hand_same", "stick", "grip_opposite", "grip_same")
"""Degrees; metres from the standing hip; 1 for a hand that holds the stick, 0 for one that does not."""
BONES = (
    *("pelvis", "thorax", "head", "leg", "foot", "lifted"),
    *("arm_opposite", "forearm_opposite", "arm_same", "forearm_same"),
)
_HEAD_FOLLOWS, _LIFTED_OUT_DEG, _ANKLE_TO_MIDFOOT_MM = 0.45, 3.0, 14.0


def rig(lean, drop, foot, hand_opposite, hand_same, stick, grip_opposite, grip_same):
    """Return the matrices of all bones.

    Parameters
    ----------
    lean, drop : float
        As in `gluteal.models.stance.Posture`.
    foot, hand_opposite, hand_same, stick : float
        As in `gluteal.models.stance.Balance`.
    grip_opposite, grip_same : float
        1 where that hand holds the stick, else 0.

    Returns
    -------
    dict of str to float
        ``BONE_a`` to ``BONE_f`` of an SVG matrix for each of `BONES`; ``_x`` and ``_y`` of ``hip``,
        ``hand_opposite`` and ``hand_same``.

    Examples
    --------
    >>> round(float(rig(0, 0, 0.08, 0.35, -0.18, 0.35, 0, 0)["hip_x"]))
    80
    """
    joints = stance_figure()["joints"]
    trunk, nod = lean * (pi / 180), lean * (_HEAD_FOLLOWS * pi / 180)
    pelvis = _turn(-drop * (pi / 180), (0, 0), (0, 0))
    thorax = _turn(trunk, joints["lumbosacral"], _at(pelvis, joints["lumbosacral"]))
    leg = _turn(_stance_angle(foot), (0, 0), (0, 0))
    lifted = _turn(
        _LIFTED_OUT_DEG * pi / 180 + lean * 0, joints["other_hip"], _at(pelvis, joints["other_hip"])
    )
    bones = {
        "pelvis": pelvis,
        "thorax": thorax,
        "head": _turn(nod, joints["neck"], _at(thorax, joints["neck"])),
        "leg": leg,
        "foot": _turn(lean * 0, joints["ankle"], _at(leg, joints["ankle"])),
        "lifted": lifted,
    }
    ankle, rest = _at(leg, joints["ankle"]), joints["ankle"]
    move = (-ankle[0] - _ANKLE_TO_MIDFOOT_MM, rest[1] - ankle[1])
    high = stance_figure()["lengths"]["handle_y"] - move[1]
    left = _arm(_at(thorax, joints["other_shoulder"]), hand_opposite, stick, grip_opposite, high, 1)
    right = _arm(_at(thorax, joints["shoulder"]), hand_same, stick, grip_same, high, -1)
    bones |= {"arm_opposite": left[0], "forearm_opposite": left[1]}
    bones |= {"arm_same": right[0], "forearm_same": right[1]}
    found = {f"{bone}_{key}": value for bone in BONES for key, value in _named(bones[bone], move)}
    places = {"hip": (0, 0), "hand_opposite": left[2], "hand_same": right[2]}
    return found | {f"{n}_{axis}": p[i] + move[i] for n, p in places.items() for i, axis in enumerate("xy")}


def _turn(angle, about, to):
    """The matrix that turns by an angle, clockwise on the page, and brings one point to another."""
    cosine, sine = np.cos(angle), np.sin(angle)
    x, y = about
    return (cosine, sine, -sine, cosine, to[0] - cosine * x + sine * y, to[1] - sine * x - cosine * y)


def _at(matrix, point):
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _named(matrix, move):
    a, b, c, d, e, f = matrix
    return zip("abcdef", (a, b, c, d, e + move[0], f + move[1]), strict=True)


def _stance_angle(foot):
    """How the standing leg turns about the hip so that its foot stands below the place of balance."""
    x, y = stance_figure()["joints"]["ankle"]
    wanted = foot * -1000 - _ANKLE_TO_MIDFOOT_MM
    return pi / 2 - atan2(y, x) - np.arcsin(wanted / hypot(x, y))


def _arm(shoulder, hand, stick, grip, high, side):
    """Upper arm and forearm, and the hand: straight down to where it hangs, or bent to the stick."""
    upper, fore = (stance_figure()["lengths"][name] for name in ("upper_arm", "forearm"))
    across = (hand * (1 - grip) + stick * grip) * -1000 - shoulder[0]
    hangs = np.sqrt((upper + fore - 2) ** 2 - across * across)
    down = hangs * (1 - grip) + (high - shoulder[1]) * grip
    reach = np.minimum(np.sqrt(across * across + down * down), upper + fore - 1.0)
    bend = pi / 2 - np.arcsin((reach * reach + (upper**2 - fore**2)) / (reach * (2 * upper)))
    towards = np.arctan2(-across, down)
    first = towards + bend * side
    elbow = (shoulder[0] - np.sin(first) * upper, shoulder[1] + np.cos(first) * upper)
    end = (shoulder[0] - np.sin(towards) * reach, shoulder[1] + np.cos(towards) * reach)
    second = np.arctan2(elbow[0] - end[0], end[1] - elbow[1])
    return _turn(first, (0, 0), shoulder), _turn(second, (0, upper), elbow), end
