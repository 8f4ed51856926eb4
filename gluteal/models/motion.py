"""Poses on the way from one pose to another: angles eased, what is planted stays where it is.

**Equation.** At a share ``t`` of the way every angle and the place of the pelvis are mixed with
``s = (1 - cos π t) / 2``; a shoulder turns along the shortest rotation. Then the body is shifted so that what
rests in both poses stays in its place, legs whose foot stands in both are solved again for that foot, and a
hand or foot that touches the same place in both poses is brought back to it.

**Valid range**: two poses of the same people that are one simple movement apart. A pose in between is not
checked against furniture: who sits down passes through the chair if the way is straight.

**What it does not explain.** How people move: speed, order of joints, balance and effort are not computed. It
is a picture of the way, not a measurement of it.
"""

from dataclasses import replace

import numpy as np

from gluteal.catalogue.poses import Pose
from gluteal.models import mannequin
from gluteal.models.mannequin import MIRROR, SIDES, angles_of, joint_rotation, joints, unsided
from gluteal.models.mannequin_points import points
from gluteal.models.mannequin_reach import reach
from gluteal.models.mannequin_scene import Scene, scene
from gluteal.models.mannequin_step import step
from gluteal.models.mannequin_surface import surface
from gluteal.models.rotations import angles_zxy, between, in_posture

STILL_MM = 18.0
"""What moves less from the first pose to the last is planted."""
_RESTING = (
    "heel", "ball", "knee-front", "ischium", "buttock", "trochanter", "elbow", "palm", "forearm", "sacrum",
    "lumbar-back", "back-upper", "occiput",
)  # fmt: skip
_FOOT = ("heel", "ball", "toes", "sole", "ankle", "dorsum", "foot", "calf", "shin", "leg")
_HAND = ("palm", "fingertip", "fingertips", "thumb-tip", "fist", "hand-back")


def frames(start, end, n):
    """Return poses from one pose to another, both ends included.

    Parameters
    ----------
    start, end : gluteal.catalogue.poses.Pose
        Of the same people.
    n : int
        How many, at least 2.

    Returns
    -------
    tuple of gluteal.catalogue.poses.Pose
        With every angle solved: `gluteal.models.mannequin_scene.scene` and the drawings take them as they
        are.

    Raises
    ------
    ValueError
        When there are fewer than two, or somebody is in one pose only.

    Examples
    --------
    >>> from gluteal.catalogue.poses import pose
    >>> way = frames(pose("standing"), pose("single-leg-stance"), 3)
    >>> [one.id for one in way]
    ['standing-to-single-leg-stance-0', 'standing-to-single-leg-stance-1', 'standing-to-single-leg-stance-2']
    """
    if n < 2:
        raise ValueError(f"{n} is too few: a way has at least its two ends")
    first, last = scene(start), scene(end)
    if set(first.figures) != set(last.figures):
        raise ValueError(f"{start.id} and {end.id} show different people")
    shares = (1 - np.cos(np.pi * np.linspace(0, 1, n))) / 2
    touching = _touching(start, end)
    return tuple(_pose(start, end, first, last, touching, float(share), k) for k, share in enumerate(shares))


def _pose(start, end, first, last, touching, share, number):
    figures = {role: _mixed(first.figures[role], last.figures[role], share) for role in first.figures}
    found = Scene(figures, first.clothing, first.props)
    if 0 < share < 1:
        for role in figures:
            figures[role] = _held(figures[role], first.figures[role], last.figures[role], share)
        for contact in touching:
            _brought(found, contact)
    listed = tuple(_written(role, figures[role], first.clothing[role]) for role in figures)
    props = tuple(_between_props(one, end, share) for one in start.props)
    name = f"{start.id}-to-{end.id}-{number}"
    return Pose(name, start.title if share < 0.5 else end.title, start.view, listed, props)


def _mixed(before, after, share):
    """A figure between two, angle by angle."""
    mix = lambda a, b: (1 - share) * np.asarray(a) + share * np.asarray(b)  # noqa: E731
    root, goal = before.root, in_posture(after.root, before.root)
    turned = {key: float(mix(getattr(root, key), getattr(goal, key)))
              for key in ("heading_deg", "tilt_deg", "list_deg", "turn_deg")}  # fmt: skip
    at = tuple(float(one) for one in mix(root.at_mm, goal.at_mm))
    angles = {}
    for joint in joints():
        if unsided(joint)[0] == "shoulder":
            angles[joint] = _shoulder(before, after, joint, share)
        else:
            angles[joint] = tuple(
                float(one) for one in mix(angles_of(before, joint), angles_of(after, joint))
            )
    hands = before.hands if share < 0.5 else after.hands
    return replace(before, root=replace(root, at_mm=at, **turned), angles=angles, hands=hands)


def _shoulder(before, after, joint, share):
    if share in (0.0, 1.0):
        return angles_of(after if share else before, joint)
    rotation = between(joint_rotation(before, joint), joint_rotation(after, joint), share)
    flexion, lowering, turned = angles_zxy(MIRROR @ rotation @ MIRROR if joint.endswith("left") else rotation)
    return flexion, -lowering, turned


def _held(figure, before, after, share):
    """The figure with what rests in both poses where it rests, feet that stand where they stand."""
    here, there = points(before), points(after)
    still = [name for name in here if unsided(name)[0] in _RESTING
             and np.linalg.norm(here[name] - there[name]) < STILL_MM]  # fmt: skip
    if still:
        now = points(figure)
        missed = np.mean([(1 - share) * here[one] + share * there[one] - now[one] for one in still], axis=0)
        figure = _shifted(figure, missed)
    figure = _standing(figure, before, after, share, still)
    low = min(_lowest(before), _lowest(after), 0.0) - 4.0
    sunk = low - _lowest(figure)
    if sunk <= 0:
        return figure
    return _standing(_shifted(figure, (0, sunk, 0)), before, after, share, still)


def _shifted(figure, by_mm):
    at = tuple(float(one) for one in np.asarray(figure.root.at_mm) + by_mm)
    return replace(figure, root=replace(figure.root, at_mm=at))


def _lowest(figure):
    return min(float(part.points[..., 1].min()) for part in surface(figure))


def _standing(figure, before, after, share, still):
    here, there = mannequin.frames(before), mannequin.frames(after)
    for side in SIDES:
        if {f"heel-{side}", f"ball-{side}"} & set(still) and f"knee-front-{side}" not in still:
            foot = f"ankle-{side}"
            at = (1 - share) * here[foot].origin + share * there[foot].origin
            axes = between(here[foot].axes, there[foot].axes, share)
            figure = _on_foot(figure, side, at, axes)
    return figure


def _on_foot(figure, side, at, axes):
    """The figure with one foot at a place and turned as given: hip, knee and ankle solved for it."""
    for _ in range(2):
        heel = points(figure)[f"heel-{side}"] + at - mannequin.frames(figure)[f"ankle-{side}"].origin
        leg = step(figure, side, heel, knee=_hint(figure, side, "hip", "knee", "ankle", "pelvis"))
        figure = replace(figure, angles={**figure.angles, **leg})
        turned = mannequin.frames(figure)[f"knee-{side}"].axes.T @ axes
        ankle = angles_zxy(MIRROR @ turned @ MIRROR if side == "left" else turned)
        figure = replace(figure, angles={**figure.angles, f"ankle-{side}": ankle})
    return figure


def _hint(figure, side, upper, middle, end, frame):
    """Where knee or elbow points, in the frame of pelvis or chest, as on the right side."""
    found = mannequin.frames(figure)
    a, b, c = (found[f"{joint}-{side}"].origin for joint in (upper, middle, end))
    line = (c - a) / max(np.linalg.norm(c - a), 1e-9)
    aside = (b - a) - ((b - a) @ line) * line
    if np.linalg.norm(aside) < 3.0:
        aside = found[f"{upper}-{side}"].axes[:, 0] * (1.0 if middle == "knee" else -1.0)
    local = found[frame].axes.T @ aside
    return tuple(MIRROR @ local if side == "left" else local)


def _touching(start, end):
    """Contacts that both poses have: hands and feet on bodies and things."""
    pairs = [_pairs(one) for one in (start, end)]
    return [pair for pair in pairs[0] if pair in pairs[1]]


def _pairs(pose):
    wished = [(f"{given['role']}.{wish.get('part', 'palm')}-{side}", wish["to"])
              for given in pose.figures for side, wish in _wishes(given)]  # fmt: skip
    named = [(one["from"], one["to"]) for one in pose.contacts]
    return list(dict.fromkeys(pair for pair in wished + named if isinstance(pair[1], str) and "." in pair[1]))


def _wishes(given):
    for side, wish in given.get("reach", {}).items():
        yield side, wish if isinstance(wish, dict) else {"to": wish}


def _brought(found, contact):
    """Bring the hand or foot of a contact back to the place that it touches."""
    role, _, spot = contact[0].partition(".")
    part, side = unsided(spot)
    figure = found.figures[role]
    target = found.place(contact[1])
    if part in _HAND:
        elbow = _hint(figure, side, "shoulder", "elbow", "wrist", "thoracic")
        solved = reach(figure, side, target, None, part, elbow)
    elif part.startswith(_FOOT):
        solved = step(figure, side, target, None, part, _hint(figure, side, "hip", "knee", "ankle", "pelvis"))
    else:
        return
    found.figures[role] = replace(figure, angles={**figure.angles, **solved})


def _written(role, figure, clothing):
    root = figure.root
    placed = {"posture": root.posture, "at": [round(one, 2) for one in root.at_mm]}
    placed |= {key: round(getattr(root, f"{key}_deg"), 3) for key in ("heading", "tilt", "list", "turn")}
    angles = {joint: [round(float(one), 3) for one in given] for joint, given in figure.angles.items()}
    return {"role": role, "root": placed, "angles": angles, "hands": dict(figure.hands), "clothing": clothing}


def _between_props(prop, end, share):
    """A prop that both poses have, on its way where it moves."""
    other = [one for one in end.props if one.get("id", one["kind"]) == prop.get("id", prop["kind"])]
    if not other or "at" not in prop or len(other[0].get("at", ())) != len(prop["at"]):
        return prop
    at = [(1 - share) * a + share * b for a, b in zip(prop["at"], other[0]["at"], strict=True)]
    return {**prop, "at": at}
