"""What is wrong with a pose, in sentences: names, numbers, joint limits. Contacts are computed by models."""

from __future__ import annotations

import math
from collections.abc import Iterator

from gluteal.catalogue.mannequin import figure_table
from gluteal.catalogue.nearest import suggestion

KEYS = ("id", "title", "view", "figures", "props", "contacts", "arrows", "spots", "note")
FIGURE_KEYS = ("role", "root", "angles", "hands", "plant", "reach", "clothing")
ROOT_KEYS = ("at", "on", "posture", "heading", "tilt", "list", "turn")
ROLES = ("patient", "examiner")
POSTURES = ("upright", "supine", "prone", "left-side", "right-side")
CLOTHING = ("shorts", "trousers")
PROPS = (
    "floor", "table", "chair", "box", "step", "wall", "pillow", "cushion", "mat", "ball", "roller", "stick",
    "band", "towel", "loop",
)  # fmt: skip
ELBOWS = ("down", "up", "back", "out", "in")
KNEES = ("front", "out", "in", "up", "back", "down")
ARROWS = ("movement", "resistance", "press")


def faults(given: object, stem: str | None = None) -> list[str]:
    """Return a sentence for every fault of a pose.

    Parameters
    ----------
    given : object
        What the JSON file holds.
    stem : str, optional
        Name of its file, which is the id.

    Examples
    --------
    >>> faults({"id": "a", "title": "A", "figures": [{"role": "patient", "angles": {"knee-right": [200]}}]})
    ['patient: flexion of knee-right is 200°, beyond its limits of -5° to 155°']
    """
    if not isinstance(given, dict):
        return ["the file is no object"]
    return list(_whole(given, stem))


def _whole(given: dict, stem: str | None) -> Iterator[str]:
    yield from _unknown("the pose", given, KEYS)
    for key in ("id", "title"):
        if not isinstance(given.get(key), str) or not given[key]:
            yield f"{key!r} is missing or no text"
    if stem is not None and given.get("id") != stem:
        yield f"the id {given.get('id')!r} is not the name of the file, {stem!r}"
    for key in ("figures", "props", "contacts", "arrows", "spots"):
        if not isinstance(given.get(key, []), list) or not all(
            isinstance(one, dict) for one in given.get(key, [])
        ):
            yield f"{key!r} is no list of objects"
            return
    yield from _members(given)


def _members(given: dict) -> Iterator[str]:
    roles = [figure.get("role") for figure in given.get("figures", [])]
    if not roles or len(set(roles)) < len(roles):
        yield "'figures' needs one or two figures, each with its own role"
    for figure in given.get("figures", []):
        yield from _figure(figure)
    for name, valid in (("props", PROPS), ("arrows", ARROWS)):
        for one in given.get(name, []):
            if one.get("kind") not in valid:
                kind = one.get("kind")
                yield f"{name}: the kind {kind!r} is unknown; {suggestion(str(kind), valid)}"
    for contact in given.get("contacts", []):
        if not {"from", "to"} <= set(contact):
            yield "contacts: each needs 'from' and 'to'"


def _figure(figure: dict) -> Iterator[str]:
    role = figure.get("role")
    name = role if role in ROLES else "a figure"
    if role not in ROLES:
        yield f"figures: the role {role!r} is unknown; {suggestion(str(role), ROLES)}"
    yield from _unknown(name, figure, FIGURE_KEYS)
    root = figure.get("root", {})
    yield from _unknown(f"{name}: the root", root, ROOT_KEYS)
    for key, valid in (("posture", POSTURES),):
        if root.get(key, valid[0]) not in valid:
            yield f"{name}: the {key} {root[key]!r} is unknown; {suggestion(str(root[key]), valid)}"
    if figure.get("clothing", "shorts") not in CLOTHING:
        yield f"{name}: the clothing {figure['clothing']!r} is unknown; choose from {', '.join(CLOTHING)}"
    yield from _hands(name, figure.get("hands", {}))
    for key, hints in (("plant", KNEES), ("reach", ELBOWS)):
        yield from _wishes(name, key, figure.get(key, {}), hints)
    for joint, angles in figure.get("angles", {}).items():
        yield from _angles(name, joint, angles)


def _hands(name: str, hands: dict) -> Iterator[str]:
    shapes = tuple(dict.fromkeys(row.shape for row in figure_table("hands").values()))
    for side, shape in hands.items():
        if side not in ("right", "left"):
            yield f"{name}: hands: {side!r} is no side; choose right or left"
        elif shape not in shapes:
            yield f"{name}: the shape of the hand {shape!r} is unknown; {suggestion(str(shape), shapes)}"


def _wishes(name: str, key: str, wishes: dict, hints: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with where hands reach or feet stand."""
    bends = "knee" if key == "plant" else "elbow"
    for side, wish in wishes.items():
        if side not in ("right", "left"):
            yield f"{name}: {key}: {side!r} is no side; choose right or left"
            continue
        wish = wish if isinstance(wish, dict) else {"to": wish}
        yield from _unknown(f"{name}: {key}: {side}", wish, ("to", "part", "facing", "off", bends))
        if "to" not in wish:
            yield f"{name}: {key}: {side}: 'to' is missing: a place of a figure or [x, y, z]"
        if isinstance(wish.get(bends), str) and wish[bends] not in hints:
            yield f"{name}: {key}: the {bends} goes {wish[bends]!r}; {suggestion(wish[bends], hints)}"


def _angles(name: str, joint: str, angles: object) -> Iterator[str]:
    known = joint_motions()
    if joint not in known:
        yield f"{name}: there is no joint {joint!r}; {suggestion(joint, tuple(known))}"
        return
    if (
        not isinstance(angles, list)
        or not 1 <= len(angles) <= len(known[joint])
        or not all(map(_number, angles))
    ):
        words = ", ".join(motion.id.split("-", 1)[1] for motion in known[joint])
        yield f"{name}: the angles of {joint} are a list of numbers: {words}"
        return
    for motion, angle in zip(known[joint], angles, strict=False):
        if not motion.minimum_deg <= angle <= motion.maximum_deg:
            limits = f"{motion.minimum_deg:g}° to {motion.maximum_deg:g}°"
            words = motion.id.split("-", 1)[1]
            yield f"{name}: {words} of {joint} is {angle:g}°, beyond its limits of {limits}"


def joint_motions() -> dict[str, tuple]:
    """Return the motions of every joint by its name with side.

    Examples
    --------
    >>> [motion.id for motion in joint_motions()["knee-left"]]
    ['knee-flexion']
    """
    found: dict[str, list] = {}
    for motion in sorted(figure_table("joints").values(), key=lambda one: one.place):
        for side in ("-right", "-left") if motion.paired else ("",):
            found.setdefault(motion.joint + side, []).append(motion)
    return {name: tuple(motions) for name, motions in found.items()}


def _unknown(name: str, given: dict, valid: tuple[str, ...]) -> Iterator[str]:
    for key in given:
        if key not in valid:
            yield f"{name}: {key!r} is unknown; {suggestion(str(key), valid)}"


def _number(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(value)
