"""An articulated human figure: joint angles in, frames of the body's segments out.

**Equation.** Each segment turns in the frame of the one before it, axis by axis in the order of
``data/mannequin/joints.csv``; with x forwards, y up and z to the right of the body::

    R_segment = R_before R_axis1(angle1) R_axis2(angle2) …        origin = end of the segment before

The hip has the axes and the order of the computed hip: ``R = Rz(flexion) Rx(adduction) Ry(rotation)``. The
left side is the mirror image of the right. Above 30 degrees of elevation of the arm the shoulder itself
rises.

**Valid range**: the limits of ``joints.csv``, wide enough for illustrations of people; `beyond` names angles
outside them.

**What it does not explain.** Joints have fixed centres, no joint limits another (a hip can flex with a
straight
knee as far as with a bent one), nothing has weight, stiffness or pain. It is one figure of 1626 mm, drawn
from two
bodies and shares of stature, and stands for nobody. Limits are room for pictures, not norms.
"""

from dataclasses import dataclass, field
from functools import cache

import numpy as np

from gluteal.catalogue.mannequin import figure_table
from gluteal.catalogue.nearest import suggestion

SIDES = ("right", "left")
MIRROR = np.diag([1.0, 1.0, -1.0])
_RISE_FROM_DEG, _RISE_MM, _INWARDS_MM = 30.0, 48.0, 26.0
"""The shoulder blade turns with the raised arm; how far the joint moves up and inwards at 180 degrees."""
POSTURES = {
    "upright": ((1, 0, 0), (0, 1, 0)),
    "supine": ((0, 1, 0), (-1, 0, 0)),
    "prone": ((0, -1, 0), (-1, 0, 0)),
    "left-side": ((0, 0, -1), (-1, 0, 0)),
    "right-side": ((0, 0, 1), (-1, 0, 0)),
}
"""Where the front and the crown of the body point in the room; who lies has the head towards -x."""


@dataclass(frozen=True)
class Root:
    """Where the pelvis is.

    Attributes
    ----------
    at_mm : (float, float, float)
        Midpoint of the hip centres in the room: x, y up, z.
    posture : str
        One of `POSTURES`.
    heading_deg : float
        Turn of the whole figure about the vertical, to the left positive.
    tilt_deg, list_deg, turn_deg : float
        Of the pelvis: tilted forwards, right side lower, turned to the left.
    """

    at_mm: tuple[float, float, float] = (0.0, 838.0, 0.0)
    posture: str = "upright"
    heading_deg: float = 0.0
    tilt_deg: float = 0.0
    list_deg: float = 0.0
    turn_deg: float = 0.0


@dataclass(frozen=True)
class Figure:
    """A figure in a pose.

    Attributes
    ----------
    root : Root
    angles : dict of str to tuple of float
        Degrees by joint: ``hip-right``, ``lumbar``; joints that are not named are at rest.
    hands : dict of str to str
        Shape of the hand by side.
    """

    root: Root = field(default_factory=Root)
    angles: dict = field(default_factory=dict)
    hands: dict = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Frame:
    """Origin (3,) in mm and axes (3, 3, in columns) of a segment in the room."""

    origin: np.ndarray
    axes: np.ndarray

    def place(self, local_mm):
        """Return points given in the segment, shape (…, 3), in the room."""
        return self.origin + np.asarray(local_mm, dtype=float) @ self.axes.T


def turn(axis, angle_deg):
    """Return the rotation about ``x``, ``y`` or ``z``.

    Examples
    --------
    >>> (turn("z", 90) @ [1, 0, 0]).round(6).tolist()
    [0.0, 1.0, 0.0]
    """
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    first, second = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    found = np.eye(3)
    found[[first, second], [first, second]] = c
    found[first, second], found[second, first] = -s, s
    return found


@cache
def motions(joint):
    """Return the motions of a joint, ``hip`` without side, in order; a KeyError names the nearest joint."""
    found = [one for one in figure_table("joints").values() if one.joint == joint]
    if not found:
        raise KeyError(f"there is no joint {joint!r}; {suggestion(joint, joints())}")
    return tuple(sorted(found, key=lambda one: one.place))


@cache
def joints():
    """Return the names of all joints, with side where they have one.

    Examples
    --------
    >>> "hip-left" in joints(), "lumbar" in joints()
    (True, True)
    """
    rows = figure_table("joints").values()
    names = [[f"{one.joint}-{side}" for side in SIDES] if one.paired else [one.joint] for one in rows]
    return tuple(dict.fromkeys(name for group in names for name in group))


def unsided(name):
    """Return name and side of ``hip-right``; the side is empty where there is none."""
    stem, _, side = name.rpartition("-")
    return (stem, side) if side in SIDES else (name, "")


def angles_of(figure, joint):
    """Return all angles of a joint in degrees, those at rest filled in.

    Examples
    --------
    >>> angles_of(Figure(angles={"hip-right": (90,)}), "hip-right")
    (90.0, 0.0, -6.0)
    """
    rest = [one.rest_deg for one in motions(unsided(joint)[0])]
    given = [float(angle) for angle in figure.angles.get(joint, ())]
    return (*given, *rest[len(given) :])


def beyond(figure):
    """Return a sentence for every angle beyond its limits.

    Examples
    --------
    >>> beyond(Figure(angles={"knee-left": (170,)}))
    ['knee-left: flexion of 170° is beyond its limits, -5° to 155°']
    """
    found = []
    for joint in figure.angles:
        for motion, angle in zip(motions(unsided(joint)[0]), angles_of(figure, joint), strict=True):
            if not motion.minimum_deg <= angle <= motion.maximum_deg:
                name = motion.id.removeprefix(f"{motion.joint}-")
                limits = f"{motion.minimum_deg:g}° to {motion.maximum_deg:g}°"
                found.append(f"{joint}: {name} of {angle:g}° is beyond its limits, {limits}")
    return found


def length_mm(name):
    """Return a length of the figure."""
    return figure_table("lengths")[name].value_mm


@cache
def neutral():
    """Return where the joints lie in the anatomical position, mm from the midpoint of the hip centres."""
    mm = length_mm
    hip, knee = (0, 0, mm("hip-half-width")), (0, -mm("thigh-length"), mm("hip-half-width"))
    ankle = (0, knee[1] - mm("leg-length"), knee[2])
    shoulder = (-mm("shoulder-back"), mm("shoulder-height"), mm("shoulder-half-width"))
    elbow = (shoulder[0], shoulder[1] - mm("upper-arm-length"), shoulder[2])
    places = {
        "pelvis": (0, 0, 0), "hip": hip, "knee": knee, "ankle": ankle, "shoulder": shoulder, "elbow": elbow,
        "lumbar": (-mm("lumbosacral-back"), mm("lumbosacral-height"), 0),
        "thoracic": (-mm("thoracolumbar-back"), mm("thoracolumbar-height"), 0),
        "neck": (-mm("neck-back"), mm("neck-height"), 0), "head": (-mm("head-back"), mm("head-height"), 0),
        "wrist": (elbow[0], elbow[1] - mm("forearm-length"), elbow[2]),
        "toes": (mm("toe-joint-forward"), ankle[1] - mm("ankle-height") + 14, ankle[2]),
    }  # fmt: skip
    return {name: np.array(place, dtype=float) for name, place in places.items()}


_TRUNK = (("lumbar", "pelvis"), ("thoracic", "lumbar"), ("neck", "thoracic"), ("head", "neck"))
_LIMBS = (
    ("hip", "pelvis"), ("knee", "hip"), ("ankle", "knee"), ("toes", "ankle"), ("shoulder", "thoracic"),
    ("elbow", "shoulder"), ("wrist", "elbow"),
)  # fmt: skip


def frames(figure):
    """Return the frames of all segments in the room, each named after the joint at which it begins.

    Parameters
    ----------
    figure : Figure

    Returns
    -------
    dict of str to Frame
        ``pelvis``, ``lumbar``, ``thoracic``, ``neck``, ``head``, and with side ``hip`` (thigh), ``knee``
        (leg),
        ``ankle`` (foot), ``toes``, ``shoulder`` (upper arm), ``elbow`` and ``forearm`` (its two ends),
        ``wrist`` (hand).

    Raises
    ------
    KeyError
        When a joint or posture is unknown; the message names the nearest.

    Examples
    --------
    >>> frames(Figure(angles={"hip-right": (90,)}))["knee-right"].origin.round().tolist()
    [392.0, 838.0, 82.0]
    """
    for joint in figure.angles:
        if joint not in joints():
            raise KeyError(f"there is no joint {joint!r}; {suggestion(joint, joints())}")
    found = {"pelvis": Frame(np.array(figure.root.at_mm, dtype=float), root_axes(figure.root))}
    for joint, before in _TRUNK:
        found[joint] = _follow(figure, found, joint, before, "")
    for side in SIDES:
        for joint, before in _LIMBS:
            found[f"{joint}-{side}"] = _follow(figure, found, joint, before, side)
            if joint == "elbow":
                found[f"forearm-{side}"] = found[f"elbow-{side}"]
                found[f"elbow-{side}"] = _unpronated(figure, found, side)
    return found


def root_axes(root):
    """Return the axes of the pelvis in the room, (3, 3)."""
    if root.posture not in POSTURES:
        raise KeyError(f"there is no posture {root.posture!r}; {suggestion(root.posture, tuple(POSTURES))}")
    front, crown = np.array(POSTURES[root.posture], dtype=float)
    body = np.column_stack([front, crown, np.cross(front, crown)])
    pelvis = turn("y", root.turn_deg) @ turn("x", root.list_deg) @ turn("z", -root.tilt_deg)
    return turn("y", root.heading_deg) @ body @ pelvis


def joint_rotation(figure, joint):
    """Return the rotation of a joint, (3, 3), mirrored on the left."""
    name, side = unsided(joint)
    return rotation_of(motions(name), angles_of(figure, joint), side)


def rotation_of(moved, angles_deg, side=""):
    """Return the rotation that motions make together, mirrored on the left."""
    found = np.eye(3)
    for motion, angle in zip(moved, angles_deg, strict=True):
        found = found @ turn(motion.axis, motion.sign * angle)
    return MIRROR @ found @ MIRROR if side == "left" else found


def _follow(figure, found, joint, before, side):
    """The frame of a segment from that of the one before it."""
    middle = before == "pelvis" or any(before == one for one, _ in _TRUNK)
    above = found["forearm-" + side if joint == "wrist" else before if middle else f"{before}-{side}"]
    offset = neutral()[joint] - neutral()[before]
    if joint == "shoulder":
        offset = offset + _risen(figure, side)
    local = MIRROR @ offset if side == "left" else offset
    name = f"{joint}-{side}" if side else joint
    return Frame(above.place(local), above.axes @ joint_rotation(figure, name))


def _risen(figure, side):
    """How far the shoulder joint moves with the raised arm, mm; on the right."""
    arm = joint_rotation(figure, f"shoulder-{side}") @ (0, -1, 0)
    elevation = np.degrees(np.arccos(np.clip(-arm[1], -1, 1)))
    share = max(0.0, (elevation - _RISE_FROM_DEG) / (180 - _RISE_FROM_DEG))
    reach = max(0.0, arm[0]) * 16
    return np.array([reach, share * _RISE_MM, -share * _INWARDS_MM])


def _unpronated(figure, found, side):
    """The frame of the forearm at the elbow, which does not turn with the hand."""
    flexion = motions("elbow")[:1], angles_of(figure, f"elbow-{side}")[:1]
    upper = found[f"shoulder-{side}"]
    return Frame(found[f"elbow-{side}"].origin, upper.axes @ rotation_of(*flexion, side))
