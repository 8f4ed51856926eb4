"""The articulated figure as it travels to the page: its skin, its hands, its looks, and the stored movements.

The page turns it in three dimensions by itself (``common/figure_*.js``). It does what
`gluteal.models.mannequin_surface` does, from the same sections and chains, and paints it in the tones of
`gluteal.drawing.mannequin_ink`; every measure and colour comes from here. Where a muscle lies under the skin
is told at rest, place by place of the skin: in deep flexion it is where that skin has gone. A short rotator
is told as the sheet between its ends.
"""

import json
from functools import cache

import ipywidgets
import numpy as np
import traitlets

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.catalogue.mannequin import figure_table
from gluteal.drawing.mannequin_ink import LIGHT, PALETTES, SHADE, SHINE, net_palette
from gluteal.drawing.mannequin_layers import MATERIALS, SEGMENTS, blends, covering, hair_line, segment
from gluteal.drawing.mannequin_props import LOOKS
from gluteal.drawing.style import muscle_colour
from gluteal.models import mannequin_surface as surface
from gluteal.models.mannequin import Figure, Frame, length_mm, unsided
from gluteal.models.mannequin_muscles import (
    CELL_MM,
    DEEP,
    MUSCLES,
    outline_distances,
    rotator_ends,
    skin_inside_mm,
)
from gluteal.widgets import exercise_motion as stored
from gluteal.widgets.packing import pack

FORMAT = 1
_AROUND = {"trunk": 56, "leg": 56, "head": 40, "arm": 28, "foot": 28, "palm": 24}
_FEW_AROUND = 14
_CLOTHING = ("shorts", "trousers")
_EVERY_MM = 8.0
_FIELD = (-24, 24)
"""So far on both sides of a muscle's outline the page needs to know the distance, mm."""


class ExerciseArt(ipywidgets.Widget):
    """The figure and its movements, sent to the page once per notebook and shared by every player.

    Use `exercise_art`, which makes one and keeps it.

    Attributes
    ----------
    packed : str
        All of it as JSON, packed.
    """

    packed = traitlets.Unicode().tag(sync=True)

    def __init__(self):
        super().__init__(packed=packed_art())

    def __repr__(self):
        return f"The figure and the movements of {len(exercise_poses())} exercises"


_made = []


def exercise_art():
    """Return this kernel's figure for the players, made on first use.

    Examples
    --------
    >>> exercise_art()
    The figure and the movements of 33 exercises
    """
    if not _made or _made[0].comm is None:  # a closed widget cannot be shown again
        _made[:] = [ExerciseArt()]
    return _made[0]


@cache
def packed_art():
    """Return everything as packed JSON."""
    told = {"format": FORMAT, "figure": figure_art(), "scenes": stored.motions(), "views": _views()}
    return pack(json.dumps(told, separators=(",", ":")))


def _views():
    return {name: [list(view) for view in drawn.views] for name, drawn in exercise_poses().items()}


def figure_art():
    """Return skin, hands and looks of the figure as plain dicts and lists.

    Examples
    --------
    >>> {"parts", "hands", "fields", "palettes"} <= set(figure_art())
    True
    """
    chains = surface.chains(Figure())
    return {
        "segments": list(stored.SEGMENTS),
        "units": [stored.PLACE_UNIT_MM, stored.TURN_UNIT],
        "parts": [_part(name, chain) for name, chain in chains.items()],
        "hands": {shape: _hand(shape) for shape in _shapes()},
        "fields": {muscle: _fields(muscle) for muscle in _targets()},
        "drawn": list(SEGMENTS),
        "coverings": list(MATERIALS),
        "blends": [list(pair) for pair in blends()],
        "light": LIGHT.tolist(),
        "shade": [list(step) for step in SHADE],
        "shine": [[level, opacity] for level, opacity in SHINE],
        "palettes": {role: _palette(one) for role, one in PALETTES.items()},
        "looks": _looks(),
    }


def _looks():
    nets = {look: [net_palette(look).coverings["skin"], net_palette(look).line] for look in ("band", "towel")}
    return {**{look: list(pair) for look, pair in LOOKS.items()}, **nets}


def _palette(palette):
    return {"coverings": palette.coverings, "shade": palette.shade, "line": palette.line}


def _kind(name):
    return unsided(name)[0]


def _part(name, chain):
    """One part of the skin: its chain, and its sections a little further apart than Python's."""
    kind, side = unsided(name)
    along, half, exponent, material = surface.profile(kind)
    kept = closed(kept_sections(along))
    last = len(kept) - 1
    told = {
        "name": name,
        "around": _AROUND.get(kind, _FEW_AROUND),
        "left": side == "left",
        "axis": [int(one) for one in chain.axis],
        "starts": [[round(float(one), 2) for one in start] for start in chain.starts],
        "joints": [round(one, 1) for one in chain.joints_mm],
        "widths": chain.widths_mm,
        "along": [round(float(along[k]), 1) for k in kept],
        "half": [_half(half[k], at in (0, last)) for at, k in enumerate(kept)],
        "exponent": [round(float(exponent[k]), 2) for k in kept],
        "segment": [segment(name, along[k]) for k in kept],
        "cover": {worn: [covering(name, material[k], along[k], worn) for k in kept] for worn in _CLOTHING},
    }  # fmt: skip
    if kind == "head":
        told["hair"] = hair_line(np.arange(told["around"]) * 360 / told["around"]).tolist()
    return {**told, "frames": _frames_of(kind, side)}


def closed(kept):
    """Return sections with the first and the last once more: there the page shuts the skin with a point.

    Examples
    --------
    >>> closed([0, 2, 5])
    [0, 0, 2, 5, 5]
    """
    return [kept[0], *kept, kept[-1]]


def _half(axes_mm, point):
    """Half axes of a section; of a point in its middle."""
    front, lateral, back, medial = (float(one) for one in axes_mm)
    if point:
        middle = (front - back) / 2
        front, lateral, back, medial = middle + 0.1, 0.1, 0.1 - middle, 0.1
    return [round(one, 1) for one in (front, lateral, back, medial)]


def _frames_of(kind, side):
    """The segments along which a part runs; of a digit the hand, whose shape places its bones."""
    bends = {"trunk": surface.TRUNK_BENDS, "leg": surface.LEG_BENDS, "arm": surface.ARM_BENDS}
    if kind in bends:
        own = [joint for joint, _ in bends[kind]]
    elif kind in surface.TOES:
        own = ["ankle", "toes"]
    else:
        own = ["ankle" if kind == "foot" else "wrist" if kind == "palm" or kind in surface.DIGITS else "head"]
    paired = {one.rpartition("-")[0] for one in stored.SEGMENTS if one.endswith("-right")}
    return [f"{one}-{side}" if one in paired else one for one in own]


def _shapes():
    return list(dict.fromkeys(row.shape for row in figure_table("hands").values()))


def _hand(shape):
    """The bones of all digits of a right hand, as place and quaternion in the frame of the hand."""
    hand = Frame(np.zeros(3), np.eye(3))
    chains = {digit: surface.digit_chain(hand, shape, digit, "right") for digit in surface.DIGITS}
    return {digit: [_placed(one) for one in chain.frames] for digit, chain in chains.items()}


def _placed(frame):
    return [*(round(float(one), 1) for one in frame.origin),
            *(round(float(one), 4) for one in stored.quaternion(frame.axes))]  # fmt: skip


def _targets():
    """The gluteal muscles that some exercise is for; the figure's skin shows no others."""
    wanted = {one for drawn in exercise_poses().values() for one in drawn.exercise.target_muscle_ids}
    return [muscle for muscle in MUSCLES if muscle in wanted]


def _fields(muscle):
    """Distance to the outline of a muscle for every place of the skin of trunk and right leg, whole mm."""
    if muscle in DEEP:
        return {"colour": muscle_colour(muscle), "sheet": _sheet(muscle)}
    fields = {}
    for kind in ("trunk", "leg"):
        kept = closed(kept_sections(surface.profile(kind)[0]))
        inside = np.clip(np.rint(skin_inside_mm(muscle, kind)[kept]), *_FIELD).astype(int)
        if (inside > _FIELD[0]).any():
            fields[kind] = inside.tolist()
    return {"colour": muscle_colour(muscle), "inside": fields}


def kept_sections(along_mm):
    """Return which sections the page gets: both ends, and between them at least `_EVERY_MM` apart.

    Examples
    --------
    >>> kept_sections([0, 5, 9, 18, 20])
    [0, 2, 4]
    """
    kept = [0]
    for k in range(1, len(along_mm) - 1):
        if along_mm[k] - along_mm[kept[-1]] >= _EVERY_MM and along_mm[-1] - along_mm[k] >= _EVERY_MM / 3:
            kept.append(k)
    return [*kept, len(along_mm) - 1]


def _sheet(muscle):
    """A short rotator as the sheet that the page projects on the skin wherever the thigh goes."""
    start, end = rotator_ends(muscle)
    left, top, grid = outline_distances("posterior", muscle)
    rows = np.clip(np.rint(grid), *_FIELD).astype(int)
    return {
        "start": [round(float(one), 1) for one in start],
        "end": [round(float(one), 1) for one in end],
        "axis": [length_mm("rotator-axis-forward"), -length_mm("rotator-axis-medial")],
        "half": length_mm("hip-half-width"),
        "grid": {"left": round(left, 2), "top": round(top, 2), "step": CELL_MM, "rows": rows.tolist()},
    }
