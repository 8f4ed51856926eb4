"""From a pose to a scene in the room: figures put on what carries them, hands brought to where they reach."""

from dataclasses import dataclass, replace

import numpy as np

from gluteal.catalogue.nearest import suggestion
from gluteal.models.mannequin import Figure, Root
from gluteal.models.mannequin_points import point_and_normal, points
from gluteal.models.mannequin_props import WOUND, loop_round, solids
from gluteal.models.mannequin_reach import reach
from gluteal.models.mannequin_solids import Solid
from gluteal.models.mannequin_step import step
from gluteal.models.mannequin_surface import TOES, surface

TOUCH_MM = 15.0
"""What should touch is at most this far apart."""
_SINK_MM = 14.0
"""So far flesh and pad give way together under who sits or lies."""
_NO_CARRIERS = ("arm", "palm", "thumb", "finger")
_LETTING_DOWN = 3


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

    def gap_mm(self, at, name):
        """Return how far a place (3,) is from the surface of ``"floor"`` or of a prop."""
        if name == "floor":
            return abs(float(at[1]))
        if name not in self.props:
            known = ("floor", *self.props)
            raise KeyError(f"there is no {name!r} in the scene; {suggestion(name, known)}")
        return min(one.gap_mm(at) for one in self.props[name])

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
    still = [prop for prop in pose.props if prop["kind"] not in WOUND]
    fixed = {prop.get("id", prop["kind"]): solids(prop) for prop in still}
    clothing = {one["role"]: one.get("clothing", _worn(one["role"])) for one in pose.figures}
    found = Scene({}, clothing, fixed)
    for given in pose.figures:
        found.figures[given["role"]] = _put(found, given)
    for solved in (_planted, _reaching):
        for given in pose.figures:
            found.figures[given["role"]] = solved(found, given)
    for prop in pose.props:
        if prop["kind"] == "loop":
            worn = found.figures[prop.get("role", "patient")]
            found.props[prop.get("id", "loop")] = loop_round(worn, prop)
        elif prop["kind"] in WOUND:
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
    return figure if at[1] is not None else _let_down(found, given, figure)


_BENT_DEG = 60.0


def _let_down(found, given, figure):
    """The figure resting on what carries it; a foot that stands elsewhere does not count."""
    top, bounds = found.carrier(given.get("root", {}).get("on", "floor"))
    top -= _SINK_MM if bounds is not None else 0.0
    sides = tuple(given.get("plant", {}))
    if not sides:
        return settled(figure, top, bounds)
    kept, bent = figure.angles, {f"hip-{side}": (_BENT_DEG,) for side in sides}
    figure = replace(figure, angles={**kept, **bent, **{f"knee-{side}": (_BENT_DEG,) for side in sides}})
    feet = tuple(f"{part}-{side}" for part in ("foot", *TOES) for side in sides)
    for _ in range(_LETTING_DOWN):
        figure = settled(figure, top, bounds, (*_NO_CARRIERS, *feet))
        figure = _stood(found, given, replace(figure, angles=kept))
    figure = settled(figure, top, bounds, (*_NO_CARRIERS, *feet))
    return replace(figure, angles=kept)


def settled(figure, top_mm, bounds=None, without=_NO_CARRIERS):
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


def _planted(found, given):
    return _stood(found, given, found.figures[given["role"]])


def _stood(found, given, figure):
    """The figure with its feet where they stand."""
    for side, wish in given.get("plant", {}).items():
        wish = wish if isinstance(wish, dict) else {"to": wish}
        found.figures[given["role"]] = figure  # a foot may rest on the other leg, which has just been planted
        target, facing = _goal(found, wish)
        if not isinstance(wish["to"], str) and facing is None:
            facing = np.array([0.0, -1.0, 0.0])
        facing = facing if "facing" in wish or not isinstance(wish["to"], str) else None
        angles = step(figure, side, target, facing, wish.get("part", "heel"), wish.get("knee", "front"))
        figure = replace(figure, angles={**figure.angles, **angles})
    return figure


def _goal(found, wish):
    """Where a hand goes and which way it faces: against the skin, or as the pose says."""
    to, facing = wish["to"], wish.get("facing")
    if not isinstance(to, str):
        return np.asarray(to, dtype=float), None if facing is None else np.asarray(facing, dtype=float)
    role, _, spot = to.partition(".")
    at, away = point_and_normal(found.figures[role], spot)
    off = wish.get("off", 2.0)
    at = at + (np.asarray(off, dtype=float) if isinstance(off, list) else away * float(off))
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
        gap = found.gap_mm(at, to)
    else:
        gap = float(np.linalg.norm(at - found.place(to)))
    within = float(contact.get("within", TOUCH_MM))
    return [f"{contact['from']} is {gap:.0f} mm from {to}, not within {within:g} mm"] if gap > within else []
