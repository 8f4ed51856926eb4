"""The figure that stands on one leg as marks: skin, bones, muscle, arrows of force, what the hands hold."""

from math import cos, hypot, radians, sin

import numpy as np

from gluteal.drawing import style
from gluteal.drawing.marks import Mark
from gluteal.drawing.stance_parts import parts
from gluteal.drawing.stance_rig import BONES, rig
from gluteal.models.stance import solve
from gluteal.models.stance_values import HANDS
from gluteal.svg_path import number, smooth

SKIN = style.mix(style.COLOURS["skin"], style.COLOURS["light"], 0.75)
LINE = style.darker(style.mix(style.COLOURS["skin"], "#7d5440", 0.6), 0.35)
HAIR = style.mix(style.COLOURS["shadow"], style.COLOURS["skin"], 0.5)
FORCES = {
    "body": style.INK,
    "abductors": "#9c2f12",
    "joint": style.COLOURS["insertion"],
    "stick": "#2a6327",
}
"""Colour of each arrow."""
_BONE_EDGE = style.darker(style.COLOURS["bone"], 0.5)
_ROUND = ((44.0, 0.08, (-5.0, -4.0)), (24.0, 0.1, (-3.0, -3.0)), (9.0, 0.13, (0.0, 0.0)))
"""Width, opacity and offset of the strokes that turn the skin away at its outline."""
_WOOD, _FLOOR_MM = "#7b5a35", 842.0


def joints_of(posture):
    """Return the numbers of `gluteal.drawing.stance_rig.rig` for a posture.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from gluteal.models.stance import Posture
    >>> round(joints_of(Posture())["hip_x"], 1)
    83.5
    """
    held, sticks = solve(posture), posture.stick_pct > 0
    grips = (float(sticks and posture.stick_hand == hand) for hand in HANDS)
    hands = (held.hand_opposite_m, held.hand_same_m, held.stick_m)
    found = rig(posture.lean_deg, posture.drop_deg, held.foot_m, *hands, *grips)
    return {name: float(value) for name, value in found.items()}


def figure_marks(posture, scale=1.0, at=(0.0, 0.0)):
    """Return the figure as marks.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture
    scale : float
        Size: 1 for millimetres of the figure.
    at : (float, float)
        Where the place above the standing foot, at the level of the hips of the body charts, comes to lie.

    Returns
    -------
    list of gluteal.drawing.marks.Mark
    """
    found = joints_of(posture)
    matrices = np.array([[found[f"{bone}_{key}"] for key in "abcdef"] for bone in BONES])
    marks = [*_held_marks(posture, found, scale, at)]
    for part in parts():
        marks += _PAINTERS[part.kind](part, part.posed(matrices) * scale + at, scale)
    return marks


def _skin(part, points, scale):
    whole = smooth(points, closed=True)
    edge = smooth(points[: part.edge]) if part.edge else whole
    soft = [
        Mark(
            edge, stroke=LINE, width_mm=width * scale, opacity=opacity, clip=whole,
            offset_mm=(aside[0] * scale, aside[1] * scale),
        )
        for width, opacity, aside in _ROUND
    ]  # fmt: skip
    return [Mark(whole, fill=SKIN), *soft, Mark(edge, stroke=LINE, width_mm=1.8 * scale)]


def _hair(part, points, scale):
    return [Mark(smooth(points, closed=True), fill=HAIR)]


def _furrow(part, points, scale):
    return [Mark(smooth(points), stroke=LINE, width_mm=2.0 * scale, opacity=0.6)]


def _bone(part, points, scale):
    path = smooth(points, closed=True)
    bone = style.mix(style.COLOURS["bone"], "#ffffff", 0.88)
    return [
        Mark(path, fill=bone, opacity=0.85),
        Mark(path, stroke=_BONE_EDGE, width_mm=1.4 * scale, opacity=0.85),
    ]


def _muscle(part, points, scale):
    path, red = smooth(points, closed=True), style.muscle_colour("gluteus-medius")
    edge = Mark(path, stroke=style.darker(red, 0.5), width_mm=1.4 * scale)
    return [Mark(path, fill=red, opacity=0.78), edge]


def _fibre(part, points, scale):
    dark = style.darker(style.muscle_colour("gluteus-medius"), 0.5)
    return [Mark(smooth(points), stroke=dark, width_mm=0.9 * scale, opacity=0.6)]


_PAINTERS = {
    "skin": _skin,
    "hair": _hair,
    "line": _furrow,
    "bone": _bone,
    "muscle": _muscle,
    "fibre": _fibre,
}


def _held_marks(posture, found, scale, at):
    """The floor, and the stick where there is one."""
    floor = _FLOOR_MM * scale + at[1]
    yield Mark(
        f"M{number(at[0] - 400 * scale)} {number(floor)}h{number(800 * scale)}",
        stroke=style.QUIET_INK,
        width_mm=4 * scale,
    )
    if posture.stick_pct > 0:
        hand = [found[f"hand_{posture.stick_hand}_{axis}"] for axis in "xy"]
        foot = (found["hip_x"] - 1000 * solve(posture).stick_m) * scale + at[0]
        top = (hand[0] * scale + at[0], hand[1] * scale + at[1])
        path = f"M{number(foot)} {number(floor)}L{number(top[0])} {number(top[1])}"
        yield Mark(path, stroke=_WOOD, width_mm=13 * scale)


def force_arrows(posture, mm_per_weight, body_rise_mm=330.0):
    """Return where the arrows of a posture begin and end, mm of the figure.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture
    mm_per_weight : float
        Length of one body weight.
    body_rise_mm : float
        How far above the hip the weight's arrow begins.

    Returns
    -------
    dict of str to (start, end)
        ``body``, ``abductors``, ``joint`` and, where there is one, ``stick``.
    """
    held, found = solve(posture), joints_of(posture)
    hip, per = (found["hip_x"], found["hip_y"]), mm_per_weight / held.weight_n
    x = hip[0] - 1000 * held.lever_m
    arrows = {"body": ((x, hip[1] - body_rise_mm), (x, hip[1] - body_rise_mm + per * held.body_n))}
    arrows["abductors"] = _pull(held, hip, per)
    arrows["joint"] = ((hip[0] + per * held.joint_x_n, hip[1] + per * held.joint_y_n), hip)
    if held.stick_n > 0:
        beside = hip[0] - 1000 * held.stick_m - 34
        arrows["stick"] = ((beside, 480.0), (beside, 480.0 - per * held.stick_n))
    return arrows


def _pull(held, hip, per):
    angle, arm = radians(held.direction_deg), 1000 * held.arm_m
    way = (cos(angle), sin(angle))
    start = (hip[0] + arm * way[1] - 70 * way[0], hip[1] - arm * way[0] - 70 * way[1])
    length = per * held.abductor_n
    return start, (start[0] + way[0] * length, start[1] + way[1] * length)


def arrow_marks(start, end, colour, width_mm=10.0, head_mm=28.0):
    """Return an arrow as marks, with a light edge that parts it from what it lies on.

    Parameters
    ----------
    start, end : (float, float)
    colour : str
    width_mm, head_mm : float
        Of the shaft; of the head, which a short arrow keeps.
    """
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    way = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    neck = (end[0] - way[0] * head_mm, end[1] - way[1] * head_mm)
    side = (-way[1] * head_mm * 0.45, way[0] * head_mm * 0.45)
    shaft = f"M{number(start[0])} {number(start[1])}L{number(neck[0])} {number(neck[1])}"
    corners = (end, (neck[0] + side[0], neck[1] + side[1]), (neck[0] - side[0], neck[1] - side[1]))
    tip = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"
    halo = Mark(shaft, stroke=style.PAPER, width_mm=width_mm * 1.7, opacity=0.8)
    line = [Mark(shaft, stroke=colour, width_mm=width_mm)] if length > head_mm else []
    edge = Mark(tip, stroke=style.PAPER, width_mm=width_mm * 0.5)
    return [halo, *line, edge, Mark(tip, fill=colour)]
