"""What the page of the hip explorer needs: lines, tables, bones, positions, words."""

import json
from functools import cache

import numpy as np

from gluteal import plates
from gluteal.catalogue import load
from gluteal.drawing import hip_on_plates, style
from gluteal.drawing.svg import plate_svg
from gluteal.models import hip, hip_paths
from gluteal.models.hip_shortening import MOST_MM, MOTIONS
from gluteal.models.hip_table import hip_table
from gluteal.plates.solids import behind_bone, load_solid
from gluteal.widgets.hip_words import CARD, SHORT_NAMES, VIEW_TITLES
from gluteal.widgets.packing import pack

FORMAT = 1
ANGLES = ("flexion", "adduction", "rotation", "knee-flexion")
BONES = {
    "posterior": ("sacrum", "hip-bone-left", "hip-bone", "coccyx", "vertebra-l5"),
    "lateral": ("sacrum", "coccyx", "hip-bone"),
}
# Millimetres of the picture: x, y, width, height; y down, the hip centre at 0.
WINDOWS = {
    "near": {"posterior": (-125, -155, 260, 340), "lateral": (-140, -165, 340, 340)},
    "whole": {"posterior": (-200, -260, 520, 730), "lateral": (-185, -260, 640, 730)},
}
# A line that passes this far beyond the hip centre, away from the eye, is hidden where the pelvis is drawn.
BEYOND_MM = -25.0
# Shades of one muscle's hue for its parts, front to back.
PART_SHADES = {"1": 0.28, "2": 0.0, "3": 0.24}


@cache
def hip_records():
    """Return everything that stays the same: plain dicts and lists."""
    return {
        "format": FORMAT,
        "lines": [_line(line) for line in hip.LINES],
        "angles": [_angle(key) for key in ANGLES],
        "positions": [_position(one) for one in load().hip_positions.values() if one.preset],
        "motions": [_motion(name) for name in MOTIONS],
        "most_shortening_mm": MOST_MM,
        "tip_deg": round(hip_on_plates.tip_deg(), 3),
        "views": [_view(view) for view in BONES],
        "windows": {
            name: {view: list(box) for view, box in boxes.items()} for name, boxes in WINDOWS.items()
        },
        "colours": _colours(),
        "card": [list(row) for row in CARD],
        "sources": _sources(),
        "packed": pack(json.dumps(_heavy(), separators=(",", ":"))),
    }


def _line(key):
    line = load().hip_lines[key]
    route = hip_paths.path(key).route
    return {
        "id": key,
        "name": line.name,
        "short": SHORT_NAMES[key],
        "colour": _line_colour(key, line.structure_ids[0]),
        "pelvis_mm": _tenths(route.pelvis_m * 1000),
        "femur_mm": _tenths(route.femur_m * 1000),
    }


def _line_colour(key, structure):
    colour, part = style.muscle_colour(structure), key[-1]
    if part not in PART_SHADES:
        return colour
    return (style.lighter if part == "1" else style.darker)(colour, PART_SHADES[part])


def _angle(key):
    value = load().hip_joint[key]
    return {"id": key, "name": value.name, "low": value.minimum, "high": value.maximum}


def _position(one):
    pose = [*one.pose_deg, one.knee_flexion_deg]
    return {"id": one.id, "name": one.name, "pose": pose, "note": one.note}


def _motion(name):
    angle, end = MOTIONS[name]
    return {
        "name": name,
        "angle": ANGLES.index(angle),
        "end": getattr(load().hip_joint[angle], end),
        "sign": 1 if end == "maximum" else -1,
    }


def _view(view):
    return {"id": view, "title": VIEW_TITLES[view], "behind": list(behind_bone(view))}


def _colours():
    """Tones of bone from light to shadow, as the plates have them; its edge; its form lines."""
    bone = style.COLOURS["bone"]
    light = [style.lighter(bone, share) for share in (0.55, 0.3)]
    dark = [style.darker(bone, share) for share in (0.0, 0.06, 0.13, 0.21, 0.3, 0.4)]
    return {
        "tones": light + dark,
        "edge": style.darker(bone, 0.55),
        "form": style.darker(bone, 0.33),
        "paper": style.PAPER,
        "ink": style.INK,
    }


def _sources():
    used = [line.source for line in load().hip_lines.values()]
    used += [load().sources[one.source_key] for one in load().hip_comparisons.values()]
    used += [load().sources["delp1999"]]
    kept = {source.key: source.short for source in used}
    return [{"key": key, "short": short} for key, short in sorted(kept.items(), key=lambda one: one[1])]


def _heavy():
    return {
        "table": _table(),
        "solids": {name: _solid(load_solid(name)) for name in ("femur", "shank")},
        "knee_axis_mm": _knee_axis(),
        "art": {view: _bones(view) for view in BONES},
        "covers": {view: _outlines(view) for view in BONES},
        "beyond_mm": BEYOND_MM,
    }


def _table():
    table = hip_table()
    columns = {
        "length_mm": {name: _steps(rows) for name, rows in table.length_mm.items()},
        "lever_mm": {name: _steps(rows) for name, rows in table.lever_mm.items()},
        "clearance_mm": _steps(table.clearance_mm),
    }
    return {
        **columns,
        "step_deg": float(table.angle_deg[1]),
        "pelvis_mm": np.round(table.pelvis_mm, 4).tolist(),
        "femur_mm": np.round(table.femur_mm, 4).tolist(),
        "neutral_mm": np.round(table.neutral_mm, 4).tolist(),
        "knee_deg": table.knee_deg.tolist(),
        "knee_mm": np.round(table.knee_mm, 4).tolist(),
        "knee_end_mm": _tenths(hip_paths.knee_insertion_m(table.knee_deg) * 1000),
        "knee_line": table.lines.index("tfl"),
        "head_radius_mm": round(table.head_radius_mm, 4),
    }


def _steps(rows):
    """Micrometres: the first number of each row, then differences, which pack well."""
    whole = np.round(np.asarray(rows) * 1000).astype(int)
    return np.diff(whole, axis=1, prepend=0).tolist()


def _solid(solid):
    return {
        "points": np.round(solid.points_mm * 10).astype(int).ravel().tolist(),
        "triangles": np.diff(solid.triangles.ravel(), prepend=0).tolist(),
        "courses": [_tenths(line) for line in solid.courses.values()],
    }


def _knee_axis():
    """A point on the axis about which the shank is turned, and the axis: through the condyles, sideways."""
    return [[18.0, -388.0, 0.0], [0.0, 0.0, 1.0]]


def _bones(view):
    order = [one.id for one in plates.load_plate(view).up_to("bones") if one.id in BONES[view]]
    return plate_svg(view, tuple(order), prefix="h")


def _outlines(view):
    return [plates.load_plate(view).structures[key].path for key in BONES[view]]


def _tenths(points):
    return np.round(points, 1).tolist()
