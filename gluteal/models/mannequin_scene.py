"""From a pose to a scene in the room: figures put on what carries them, hands brought to where they reach."""

from dataclasses import dataclass, replace

import numpy as np

from gluteal.catalogue.nearest import suggestion
from gluteal.models.mannequin import Figure, Root
from gluteal.models.mannequin_points import point_and_normal, points
from gluteal.models.mannequin_props import Solid, solids
from gluteal.models.mannequin_reach import reach
from gluteal.models.mannequin_surface import surface

TOUCH_MM = 15.0
"""What should touch is at most this far apart."""
_SINK_MM = 14.0
"""So far flesh and pad give way together under who sits or lies."""


@dataclass(frozen=True, eq=False)
class Scene:
    """A pose in the room.

    Attributes
    ----------
    figures : dict of str to gluteal.models.mannequin.Figure
        By role, with every angle solved.
    clothing : dict of str to str
    props : dict of str to list of Solid
    """

    figures: dict
    clothing: dict
    props: dict[str, list[Solid]]

    def place(self, name):
        """Return a place (3,): ``"patient.heel-left"``, or three numbers as they are.

        Raises
        ------
        KeyError
            When nobody has that role, or the skin no such place.
        """
        if not isinstance(name, str):
            return np.asarray(name, dtype=float)
        role, _, spot = name.partition(".")
        if role not in self.figures:
            raise KeyError(f"there is nobody {role!r} in the scene; {suggestion(role, tuple(self.figures))}")
        return point_and_normal(self.figures[role], spot)[0]

    def top_mm(self, name):
        """Return the height of what carries: ``"floor"`` or the id of a prop."""
        return self.carrier(name)[0]

    def carrier(self, name):
        """Return the height of what carries, and its least and greatest x and z (2, 2); None for the floor.

        Raises
        ------
        KeyError
            When nothing of this name carries.
        """
        if name == "floor":
            return 0.0, None
        tops = [one for one in self.props.get(name, ()) if one.top_mm is not None]
        if not tops:
            known = ("floor", *self.props)
            raise KeyError(f"nothing called {name!r} carries in the scene; {suggestion(name, known)}")
        top = max(tops, key=lambda one: one.top_mm)
        level = top.points[:, [0, 2]]
        return top.top_mm, np.array([level.min(axis=0), level.max(axis=0)])


def scene(pose):
    """Return a pose as a scene.

    Parameters
    ----------
    pose : gluteal.catalogue.poses.Pose

    Returns
    -------
    Scene

    Examples
    --------
    >>> from gluteal.catalogue.poses import pose
    >>> bool(abs(scene(pose("standing")).place("patient.heel-left")[1]) < 15)
    True
    """
    still = [prop for prop in pose.props if prop["kind"] not in ("stick", "band")]
    fixed = {prop.get("id", prop["kind"]): solids(prop) for prop in still}
    clothing = {one["role"]: one.get("clothing", _worn(one["role"])) for one in pose.figures}
    found = Scene({}, clothing, fixed)
    for given in pose.figures:
        found.figures[given["role"]] = _put(found, given)
    for given in pose.figures:
        found.figures[given["role"]] = _reaching(found, given)
    for prop in pose.props:
        if prop["kind"] in ("stick", "band"):
            found.props[prop.get("id", prop["kind"])] = solids(prop, found.place)
    return found


def scene_points(pose):
    """Return all named places of all figures of a pose: ``"patient.heel-left"`` → (3,), mm."""
    found = scene(pose).figures
    return {f"{role}.{name}": at for role, figure in found.items() for name, at in points(figure).items()}


def _worn(role):
    return "trousers" if role == "examiner" else "shorts"


def _put(found, given):
    """The figure at its place, let down until it rests on what carries it."""
    root = dict(given.get("root", {}))
    at = list(root.get("at", (0, None, 0)))
    if len(at) == 2:
        at = [at[0], None, at[1]]
    turned = {f"{key}_deg": float(root.get(key, 0)) for key in ("heading", "tilt", "list", "turn")}
    height = 0.0 if at[1] is None else float(at[1])
    start = Root((float(at[0]), height, float(at[2])), root.get("posture", "upright"), **turned)
    figure = Figure(
        start, {k: tuple(v) for k, v in given.get("angles", {}).items()}, dict(given.get("hands", {}))
    )
    if at[1] is not None:
        return figure
    on = root.get("on", "floor")
    top, bounds = found.carrier(on)
    soft = _SINK_MM if on != "floor" else 0.0
    return settled(figure, top - soft, bounds)


def settled(figure, top_mm, bounds=None, without=("arm", "palm", "thumb", "finger")):
    """Return the figure let down until its lowest part rests on a height; the arms do not count.

    Parameters
    ----------
    figure : Figure
    top_mm : float
    bounds : array, shape (2, 2), optional
        Least and greatest x and z of what carries; only what is above it counts.
    without : tuple of str
        Kinds of parts that do not carry.

    Examples
    --------
    >>> round(settled(Figure(), 0.0).root.at_mm[1], -1)
    840.0
    """
    parts = [part for part in surface(figure) if not part.name.startswith(without)]
    skin = np.concatenate([part.points.reshape(-1, 3) for part in parts])
    if bounds is not None:
        above = ((skin[:, [0, 2]] > bounds[0]) & (skin[:, [0, 2]] < bounds[1])).all(axis=1)
        skin = skin[above] if above.any() else skin
    x, y, z = figure.root.at_mm
    lowered = float(round(y + top_mm - skin[:, 1].min(), 1))
    return replace(figure, root=replace(figure.root, at_mm=(x, lowered, z)))


def _reaching(found, given):
    figure = found.figures[given["role"]]
    for side, wish in given.get("reach", {}).items():
        wish = {"to": wish} if not isinstance(wish, dict) else wish
        target, facing = _goal(found, wish)
        part = wish.get("part", "palm")
        angles = reach(figure, side, target, facing, part, wish.get("elbow", "down"))
        figure = replace(figure, angles={**figure.angles, **angles})
    return figure


def _goal(found, wish):
    """Where a hand goes and which way it faces: against the skin, or as the pose says."""
    to, facing = wish["to"], wish.get("facing")
    if not isinstance(to, str):
        return np.asarray(to, dtype=float), None if facing is None else np.asarray(facing, dtype=float)
    role, _, spot = to.partition(".")
    at, away = point_and_normal(found.figures[role], spot)
    at = at + away * float(wish.get("off", 2.0))
    return at, -away if facing is None else np.asarray(facing, dtype=float)


def pose_faults(pose):
    """Return a sentence for every contact that is open, and for whatever lies below the floor.

    Parameters
    ----------
    pose : gluteal.catalogue.poses.Pose

    Examples
    --------
    >>> from gluteal.catalogue.poses import pose
    >>> pose_faults(pose("standing"))
    []
    """
    from gluteal.models.mannequin import beyond

    found = scene(pose)
    said = [f"{role}: {one}" for role, figure in found.figures.items() for one in beyond(figure)]
    for role, figure in found.figures.items():
        lowest = min(part.points[..., 1].min() for part in surface(figure))
        if lowest < -TOUCH_MM:
            said.append(f"{role}: the lowest part lies {-lowest:.0f} mm below the floor")
    return said + [one for contact in pose.contacts for one in _open(found, contact)]


def _open(found, contact):
    at, to = found.place(contact["from"]), contact["to"]
    if isinstance(to, str) and "." not in to:
        gap = abs(at[1] - found.top_mm(to))
    else:
        gap = float(np.linalg.norm(at - found.place(to)))
    within = float(contact.get("within", TOUCH_MM))
    return [f"{contact['from']} is {gap:.0f} mm from {to}, not within {within:g} mm"] if gap > within else []
