"""The movements of the exercises, worked out once and written into ``exercise_motion.txt``.

To solve a movement frame by frame takes seconds, and a learner who changes an exercise should not wait for
them. So each exercise has one line in the file: its id, a digest of everything that its frames depend on
(poses, measures of the figure), and the frames packed. ``python run.py motion`` writes anew what has changed.

What a frame is: for each person where every segment of the body begins (half millimetres) and how it is
turned (a quaternion, in parts of `TURN_UNIT`), and where things lie that move. Numbers travel as differences
from one frame to the next.
"""

import hashlib
import json
from functools import cache

import numpy as np

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.catalogue.mannequin import figure_table
from gluteal.models import mannequin
from gluteal.models.mannequin_props import LOOPS_MM, SIZES, WOUND
from gluteal.models.mannequin_scene import scene
from gluteal.models.motion import frames
from gluteal.widgets.assets import text
from gluteal.widgets.packing import pack, unpack

FRAMES = 9
WAYS = ("end", "error")
PLACE_UNIT_MM = 0.5
TURN_UNIT = 4000
FILE = "exercise_motion.txt"
_TABLES = ("joints", "lengths", "sections", "points", "hands", "digits")
_MIDDLE, _PAIRED = (
    ("pelvis", "lumbar", "thoracic", "neck", "head"),
    ("hip", "knee", "ankle", "toes", "shoulder", "elbow", "forearm", "wrist"),
)
SEGMENTS = (*_MIDDLE, *(f"{one}-{side}" for side in mannequin.SIDES for one in _PAIRED))
"""In the order in which a frame lists them."""


def motion_line(exercise_id):
    """Return the line of the file for one exercise; takes seconds.

    Raises
    ------
    KeyError
        When there is no such exercise; the message names the nearest.
    """
    drawn = exercise_poses()[exercise_id]
    ways = {way: _way(drawn.start, getattr(drawn, way)) for way in WAYS}
    return f"{exercise_id} {digest(exercise_id)} {pack(json.dumps(ways, separators=(',', ':')))}"


def digest(exercise_id):
    """Return a short digest of what the frames of an exercise depend on: its poses and the figure's measures.

    Examples
    --------
    >>> len(digest("bridge"))
    16
    """
    drawn = exercise_poses()[exercise_id]
    poses = [
        [one.view, list(one.figures), list(one.props), list(one.contacts)]
        for one in (drawn.start, drawn.end, drawn.error)
    ]
    told = json.dumps([FRAMES, poses, _measures()], sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@cache
def _measures():
    """Everything the figure is built from, as one digest."""
    rows = [[str(vars_of(row)) for row in figure_table(name).values()] for name in _TABLES]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def vars_of(row):
    """Return the columns of a row of the figure's tables."""
    return [getattr(row, name) for name in row.__dataclass_fields__ if not name.startswith("_")]


@cache
def motions():
    """Return the stored movements: exercise id → ``end`` and ``error`` as they travel to the page.

    Examples
    --------
    >>> sorted(motions()["bridge"])
    ['end', 'error']
    """
    return {name: json.loads(unpack(packed)) for name, _, packed in _lines()}


def digests():
    """Return the stored digests by exercise id."""
    return {name: told for name, told, _ in _lines()}


def _lines():
    return [line.split(" ") for line in text(FILE).splitlines() if line]


def stored_frames(exercise_id, way):
    """Return the frames of the patient as they are stored: places in mm and quaternions.

    Parameters
    ----------
    exercise_id : str
    way : {"end", "error"}
        From the start to the end, or to the common error.

    Returns
    -------
    places_mm : ndarray, shape (frames, segments, 3)
    turns : ndarray, shape (frames, segments, 4)
        x, y, z, w.

    Examples
    --------
    >>> stored_frames("bridge", "end")[0].shape
    (9, 21, 3)
    """
    person = next(one for one in motions()[exercise_id][way]["people"] if one["role"] == "patient")
    table = np.cumsum(np.array(person["frames"]), axis=0).reshape(FRAMES, len(SEGMENTS), 7)
    turns = table[..., 3:] / TURN_UNIT
    return table[..., :3] * PLACE_UNIT_MM, turns / np.linalg.norm(turns, axis=-1, keepdims=True)


def _way(start, end):
    scenes = [scene(one) for one in frames(start, end, FRAMES)]
    kinds = {one.get("id", one["kind"]): one for one in start.props}
    things = []
    for name, solids in scenes[0].props.items():
        along = [[one.props[name][k] for one in scenes] for k in range(len(solids))]
        if kinds[name]["kind"] == "loop":
            continue  # the page draws it round the legs itself
        things += map(_wound if kinds[name]["kind"] in WOUND else _thing, along)
    loops = [_loop(one) for one in start.props if one["kind"] == "loop"]
    people = [_person(role, scenes) for role in scenes[0].figures]
    return {"people": people, "things": things, "loops": loops}


def _person(role, scenes):
    table = np.array([_flat(mannequin.frames(one.figures[role])) for one in scenes])
    for frame in range(1, len(table)):
        table[frame] = _same_half(table[frame], table[frame - 1])
    whole = np.rint(table).astype(int).reshape(len(table), -1)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, whole.shape[1]), dtype=int))
    hands = [[one.figures[role].hands.get(side, "relaxed") for side in mannequin.SIDES] for one in scenes]
    return {"role": role, "clothing": scenes[0].clothing[role], "frames": steps.tolist(), "hands": hands}


def _flat(posed):
    """Place and quaternion of each segment, in the units of the file, shape (segments, 7)."""
    rows = []
    for name in SEGMENTS:
        rows.append([*(posed[name].origin / PLACE_UNIT_MM), *(quaternion(posed[name].axes) * TURN_UNIT)])
    return np.array(rows)


def _same_half(rows, before):
    """A quaternion and its negative are one rotation: take the one nearer to that of the frame before."""
    sign = np.where((rows[:, 3:] * before[:, 3:]).sum(axis=1) < 0, -1.0, 1.0)
    return np.column_stack([rows[:, :3], rows[:, 3:] * sign[:, None]])


def quaternion(axes):
    """Return the quaternion (x, y, z, w) of a rotation (3, 3), w at least 0.

    Examples
    --------
    >>> quaternion(np.eye(3)).tolist()
    [0.0, 0.0, 0.0, 1.0]
    """
    m = np.asarray(axes, dtype=float)
    diagonal = np.array([m[0, 0], m[1, 1], m[2, 2]])
    parts = np.append(2 * diagonal - diagonal.sum(), diagonal.sum())
    at = int(parts.argmax())
    found = np.array([m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1], 1 + parts[3]])
    if at < 3:
        j, k = (at + 1) % 3, (at + 2) % 3
        found = np.empty(4)
        found[at], found[3] = 1 + parts[at], m[k, j] - m[j, k]
        found[j], found[k] = m[at, j] + m[j, at], m[at, k] + m[k, at]
    found = found / np.linalg.norm(found)
    return -found if found[3] < 0 else found + 0.0


def _thing(along):
    """A solid on its way: its form in the first frame, and how far it is moved in the others."""
    first = along[0]
    moved = np.array([(one.points.mean(axis=0) - first.points.mean(axis=0)) for one in along])
    told = {"look": first.look, "top": first.top_mm, **_form(first)}
    if np.abs(moved).max() > 1.0:
        told["moved"] = np.rint(moved).astype(int).tolist()
    return told


def _form(solid):
    if solid.flat:
        return {"block": _whole(solid.points)}
    if solid.axis is not None:
        return {"round": _whole(solid.axis), "radius": round(solid.radius_mm, 1)}
    return {"net": _whole(solid.points.reshape(15, 40, 3)[:, :39])}


def _whole(points):
    return np.rint(np.asarray(points)).astype(int).tolist()


def _wound(along):
    """What goes from place to place of a body: its net in every frame, at half the points around."""
    first = along[0]
    return {"look": first.look, "top": None, "nets": [_whole(one.net[:, ::2]) for one in along]}


def _loop(prop):
    """A band round both legs: where along them, and half its width, mm."""
    on, width = prop.get("on", "thighs"), prop.get("width", SIZES["loop"]["width"])
    return {"role": prop.get("role", "patient"), "along": float(LOOPS_MM.get(on, on)), "half": width / 2}
