"""The arithmetic of standing on one leg, without branches, so that a page can go through its steps.

`gluteal.models.stance` says what the numbers are, when they hold and what they leave out.
"""

from functools import cache
from math import pi

import numpy as np

from gluteal.models.stance_values import value


def balance(mass, strength, lean, drop, stick, load_opposite, load_same, arm_change, width_change, side):
    """Return the numbers of `gluteal.models.stance.Balance` by name.

    Parameters
    ----------
    mass, strength, lean, drop, stick, load_opposite, load_same, arm_change, width_change : float or array
        As in `gluteal.models.stance.Posture`.
    side : float or array
        1 for a stick in the opposite hand, -1 for one in the same.

    Returns
    -------
    dict of str to float or array

    Examples
    --------
    >>> round(float(balance(75, 100, 0, 0, 0, 0, 0, 0, 0, 1)["joint_bw"]), 2)
    2.63
    """
    sway, sag = np.sin(lean * (pi / 180)), np.sin(drop * (pi / 180))
    held = _places(sway, sag, width_change, side)
    held |= _forces(mass, stick, load_opposite, load_same)
    held |= _moments(held)
    held |= _abductors(held, strength, drop, arm_change)
    return held | _joint(held) | _otherwise(held, sway)


def _places(sway, sag, width_change, side):
    half = value("half-distance") * (1 + width_change / 100)
    centre = half + rise_m() * sag - reach_m() * sway
    base, shoulder = value("lumbosacral-height") * sag, value("shoulder-height")
    leg, out = value("leg-share"), value("hand-distance")
    return {
        "centre_m": centre,
        "lever_m": centre * ((1 - leg / 2) / (1 - leg)),
        "hand_opposite_m": half + out + base - shoulder * np.minimum(sway, 0.0),
        "hand_same_m": half - out + base - shoulder * np.maximum(sway, 0.0),
        "stick_m": half + side * out,
        "other_stick_m": half + out,
    }


@cache
def reach_m():
    """Return by how much the whole body's centre of mass moves for the sine of the lean, m."""
    return value("trunk-share") * value("trunk-height")


@cache
def rise_m():
    """Return the same for the sine of the drop, while the trunk stays upright over the tilted pelvis, m."""
    trunk = value("trunk-share") * value("lumbosacral-height")
    return trunk + value("pelvis-share") * value("pelvis-height")


def _forces(mass, stick, load_opposite, load_same):
    gravity = value("gravity")
    weight = mass * gravity
    return {
        "weight_n": weight,
        "body_n": weight * (1 - value("leg-share")),
        "load_opposite_n": load_opposite * gravity,
        "load_same_n": load_same * gravity,
        "stick_n": weight * (stick / 100),
    }


def _moments(held):
    body = held["body_n"] * held["lever_m"]
    opposite = held["load_opposite_n"] * held["hand_opposite_m"]
    same = held["load_same_n"] * held["hand_same_m"]
    stick = -held["stick_n"] * held["stick_m"]
    total = body + opposite + same + stick
    loads = held["load_opposite_n"] + held["load_same_n"] - held["stick_n"]
    ground = held["weight_n"] * held["centre_m"] + opposite + same + stick
    return {
        **{"body_nm": body, "load_opposite_nm": opposite, "load_same_nm": same, "stick_nm": stick},
        "moment_nm": np.maximum(total, 0.0),
        "outer_nm": np.maximum(-total, 0.0),
        "foot_m": ground / (held["weight_n"] + loads),
        "upwards_n": held["body_n"] + loads,
    }


def _abductors(held, strength, drop, arm_change):
    arm = (value("abductor-arm") + value("abductor-arm-per-degree") * drop) * (1 + arm_change / 100)
    asked, available = held["moment_nm"] / arm, value("abductor-maximal-force") * (strength / 100)
    return {
        "arm_m": arm,
        "direction_deg": value("abductor-direction") + value("abductor-direction-per-degree") * drop,
        "abductor_n": asked,
        "abductor_bw": asked / held["weight_n"],
        "available_n": available,
        "passive_n": np.maximum(asked - available, 0.0),
    }


def _joint(held):
    angle = held["direction_deg"] * (pi / 180)
    across = held["abductor_n"] * np.cos(angle)
    up = held["abductor_n"] * np.sin(angle) + held["upwards_n"]
    whole = np.sqrt(across * across + up * up)
    return {
        "joint_x_n": across,
        "joint_y_n": up,
        "joint_n": whole,
        "joint_bw": whole / held["weight_n"],
        "tilt_deg": np.arctan2(across, up) * (180 / pi),
    }


def _otherwise(held, sway):
    """What would be asked for without the lean or the stick, and how much of them suffices."""
    total, gives = held["moment_nm"] - held["outer_nm"], held["available_n"] * held["arm_m"]
    body, hand = reach_m() * held["weight_n"] * (1 - value("leg-share") / 2), value("shoulder-height")
    carried = held["load_same_n"] * np.maximum(sway, 0.0) + held["load_opposite_n"] * np.minimum(sway, 0.0)
    upright = total + body * sway + hand * carried
    sine = np.maximum(upright - gives, 0.0) / (body + hand * held["load_same_n"])
    push = (total - held["stick_nm"] - gives) / held["other_stick_m"]
    return {
        "upright_n": np.maximum(upright, 0.0) / held["arm_m"],
        "no_stick_n": np.maximum(total - held["stick_nm"], 0.0) / held["arm_m"],
        "lean_needed_deg": np.arcsin(np.minimum(sine, 1.0)) * (180 / pi),
        "stick_needed_pct": np.maximum(push, 0.0) / held["weight_n"] * 100,
    }
