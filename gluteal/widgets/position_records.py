"""What the position search compares a committed best with: longest positions, stretches, measurements."""

import json
import math

from gluteal.catalogue import load
from gluteal.models import hip
from gluteal.models.hip_longest import longest
from gluteal.widgets.exercise_records import grouped, hip_in_frame
from gluteal.widgets.packing import pack

RECORDS_FORMAT = 1
VARIANT = "head24"
"""No line may run through the femoral head, as straight ones do in the deep positions tried first."""
AGREEMENT = {
    "agrees": ["✓", "agrees with the model"],
    "partly": ["≈", "agrees in part"],
    "contradicts": ["✗", "contradicts the model"],
    "not-in-the-model": ["?", "not in the model"],
}
SAY = {
    "title": "Position search",
    "how": "Move the hip and look for the position in which the chosen line is longest. Your best is kept. "
    "Commit it to see how far the model goes, what the stretches do, and what was measured in bodies.",
    "picture": "The knee is drawn bent with the hip; the numbers hold for a straight one, which matters to "
    "the tensor fasciae latae only.",
    "limits": "About, in whole percent of the line from bone to bone in one adult’s model, bent over the "
    "femoral head where it would run through it. It is no stretch that anybody feels and no effect on pain. "
    "Do not rank muscles by it: some lines are mostly tendon. Corners of the sliders combine motions that "
    "most hips cannot reach together.",
    "unmeasured": "No study that measured the length of this muscle in different positions was read.",
    "drawn": "Stretches: the hip of the figure that this pack draws, not of people. Some lie beyond the "
    "sliders.",
}
_STRETCHES = ("piriformis-standing", "stretch")
_OTHERS = ("sitting", "knee-over-knee", "fair-60", "fair-90", "modified-thomas", "ober")
"""Habits and tests; the other positions of the hip explorer are stretches, which are there as drawn."""


def packed_position_records():
    """Return what the page compares with, as packed JSON."""
    return pack(json.dumps(position_records(), ensure_ascii=False, separators=(",", ":")))


def position_records():
    """Return what the page compares with, as plain lists and dicts.

    Returns
    -------
    dict
        ``format``, ``say``, ``lines`` by id (ends of the gauge, longest position, findings in bodies),
        ``stretches`` and ``others`` (name, hip angles, change of every line in percent).

    Examples
    --------
    >>> position_records()["lines"]["piri"]["percent"]
    24
    """
    return {
        "format": RECORDS_FORMAT,
        "say": SAY,
        "lines": {line: _line(line) for line in hip.LINES},
        "stretches": [_stretch(key) for group in _STRETCHES for key in grouped()[group]],
        "others": [_other(load().hip_positions[key]) for key in _OTHERS],
    }


def _line(line):
    found = longest(line, VARIANT)
    low, high = math.floor(found.shortest_percent / 10), math.ceil((found.change_percent + 3) / 10)
    return {
        "gauge": [10 * low, 10 * high],
        "pose": list(found.pose_deg),
        "percent": round(found.change_percent),
        "mm": round(found.change_mm),
        "within": [list(pair) for pair in found.within_deg],
        "found": [_found(one) for one in load().hip_comparisons.values() if one.line_id == line],
    }


def _found(one):
    grade, source = load().grades[one.grade], load().sources[one.source_key]
    return {
        "who": one.measured_in,
        "finding": one.finding,
        "model": one.model_says,
        "mark": AGREEMENT[one.agreement],
        "grade": [grade.symbol, grade.name],
        "source": {"key": source.key, "short": source.short},
    }


def _stretch(key):
    """The hip of the drawn end of a stretch, its angles in whole five degrees."""
    pose = hip_in_frame(key, "end", -1)
    angles = [5 * round(one / 5) for one in (pose.flexion_deg, pose.adduction_deg, pose.rotation_deg)]
    changes = [round(pose.change_percent[line]) for line in hip.LINES]
    return {"name": load().exercises[key].name, "pose": angles, "percent": changes}


def _other(one):
    """A position of the hip explorer, by the same form of the model, with its bent knee."""
    at, start = ([[angle] for angle in (*one.pose_deg, one.knee_flexion_deg)], [[0.0]] * 4)
    lengths, standing = (hip.solve(*angles, variant=VARIANT).length_m[0] for angles in (at, start))
    changes = [round(100 * (a / b - 1)) for a, b in zip(lengths.tolist(), standing.tolist(), strict=True)]
    return {"name": one.name, "pose": [round(angle) for angle in one.pose_deg], "percent": changes}
