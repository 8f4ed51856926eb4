"""What the exercise player tells of each exercise: words, doses, cautions, angles, lengths of lines."""

import json

import numpy as np

from gluteal.catalogue import load
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.catalogue.plan import plan_table
from gluteal.models.hip_in_pose import hip_in_pose
from gluteal.models.mannequin_muscles import MUSCLES
from gluteal.widgets.exercise_motion import SEGMENTS, stored_frames
from gluteal.widgets.hip_words import SHORT_NAMES
from gluteal.widgets.packing import pack

RECORDS_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

GROUPS = {
    "piriformis-standing": "Piriformis stretch in standing",
    "stretch": "Other stretches",
    "mobility": "Mobility",
    "self-release": "Roller and ball",
    "manual-therapy": "With a therapist's hands",
    "strength": "Strengthening",
}
SAY = {
    "title": "Exercise player",
    "first": "Before you begin",
    "model": "Length between the attachments in one adult's model, compared with standing: not a stretch "
    "that anybody feels, not a strain, not an effect. About, in whole percent; do not compare lines of "
    "different build.",
    "unusual": "Some angle of this pose lies beyond the usual range of a hip: read these numbers with more "
    "doubt.",
    "drawn": "The drawing follows a description in words; its angles are a drawing's, not a measurement of "
    "people.",
    "skin": "On the skin",
    "no_muscle": "No muscle",
    "pictured": "No source prescribes the speed of the movement shown.",
    "unsourced": "no study",
    "ours": "a rule of this pack",
    "printed": "For practice under guidance; it replaces no examination. Stop rules first.",
}
_STOP_STEPS = ("stop",)
_ORDER = ("piriformis-standing", "stretch", "mobility", "self-release", "manual-therapy", "strength")


def group_of(exercise):
    """Return to which of `GROUPS` an exercise belongs: the piriformis stretch in standing comes first."""
    return (
        "piriformis-standing"
        if exercise.article_item == "piriformis stretch in standing"
        else exercise.category
    )


def grouped():
    """Return the ids of all drawn exercises by group, in the order of the list.

    Examples
    --------
    >>> grouped()["self-release"]
    ['foam-rolling-gluteals-and-piriformis', 'ball-release-piriformis', 'ball-release-gluteus-medius-wall']
    """
    rows = [drawn.exercise for drawn in exercise_poses().values()]
    return {group: [one.id for one in rows if group_of(one) == group] for group in _ORDER}


def packed_exercise_records(ids):
    """Return what the page needs of these exercises, as packed JSON."""
    return pack(json.dumps(exercise_records(ids), ensure_ascii=False, separators=(",", ":")))


def exercise_records(ids):
    """Return what the page needs of these exercises, as plain lists and dicts.

    Parameters
    ----------
    ids : sequence of str

    Returns
    -------
    dict
        ``format``, ``say``, ``groups`` (title and ids, in order), ``steps`` (when to stop), ``exercises`` by
        id, ``names`` of all exercises that are linked to.

    Examples
    --------
    >>> exercise_records(["bridge"])["exercises"]["bridge"]["hold"]
    [2, 2]
    """
    groups = [[GROUPS[key], [one for one in known if one in ids]] for key, known in grouped().items()]
    stops = [one for one in plan_table("plan_steps").values() if one.step in _STOP_STEPS]
    return {
        "format": RECORDS_FORMAT,
        "say": SAY,
        "groups": [group for group in groups if group[1]],
        "stops": [_stop(one) for one in stops],
        "muscles": _muscles(ids),
        "equipment": sorted({thing for one in ids for thing in load().exercises[one].equipment}),
        "exercises": {one: _exercise(one) for one in ids},
        "names": {one.id: one.name for one in load().exercises.values()},
    }


def _stop(rule):
    """When to stop: in words, from where, and that the pack set it where no source says it."""
    sources = [{"key": rule.source.key, "short": rule.source.short}] if rule.source else []
    return [f"{rule.when}: {rule.what[0].lower()}{rule.what[1:]}.", sources, "" if sources else SAY["ours"]]


def _muscles(ids):
    found = dict.fromkeys(muscle for one in ids for muscle in load().exercises[one].target_muscle_ids)
    return [[muscle, load().muscles[muscle].name] for muscle in found]


def _exercise(key):
    row, drawn = load().exercises[key], exercise_poses()[key]
    ends = {phase: hip_in_frame(key, way, frame) for phase, way, frame in
            (("start", "end", 0), ("end", "end", -1), ("error", "error", -1))}  # fmt: skip
    return {
        "name": row.name, "group": GROUPS[group_of(row)], "start": row.start_position,
        "movement": row.movement, "angles": row.joint_angles, "cues": list(row.cues),
        "errors": list(row.common_errors),
        "error": [drawn.common_error, drawn.error_words], "dose": row.dose,
        "dose_basis": row.dose_basis or SAY["unsourced"], "dose_grade": _grade(row.dose_grade),
        "hold": [int(row.hold_low_s), int(row.hold_high_s)] if row.hold_low_s else None,
        "cautions": list(row.cautions), "targets": row.targets, "muscles": list(row.target_muscle_ids),
        "shown": [one for one in row.target_muscle_ids if one in MUSCLES],
        "equipment": list(row.equipment), "easier": [row.regression, row.easier_exercise_id],
        "harder": [row.progression, row.harder_exercise_id], "grade": _grade(row.grade),
        "evidence": row.evidence_note, "sources": _sources(row), "note": row.note, "move_s": drawn.move_s,
        "said": {phase: _said(one) for phase, one in ends.items()},
        "lines": {phase: _lines(one) for phase, one in ends.items()},
        "usual": {phase: one.usual for phase, one in ends.items()},
    }  # fmt: skip


def _grade(key):
    grade = load().grades.get(key)
    return [grade.symbol, grade.name] if grade else ["", SAY["unsourced"]]


def _sources(row):
    return [{"key": one.key, "short": one.short} for one in getattr(row, "sources", ()) if one]


def hip_in_frame(key, way, frame):
    """Return the right hip of the patient in one frame of a stored movement, a `HipInPose`.

    Examples
    --------
    >>> round(hip_in_frame("supine-hamstring-stretch", "end", -1).flexion_deg)
    90
    """
    turns = stored_frames(key, way)[1][frame]
    axes = [frame_axes(turns[SEGMENTS.index(name)]) for name in ("pelvis", "hip-right", "knee-right")]
    return hip_in_pose(*axes)


def frame_axes(quaternion):
    """Return the rotation (3, 3) of a quaternion x, y, z, w: `exercise_motion.quaternion` back again.

    Examples
    --------
    >>> frame_axes(np.array([0.0, 0.0, 1.0, 0.0])).diagonal().tolist()
    [-1.0, -1.0, 1.0]
    """
    vector, w = quaternion[:3], quaternion[3]
    cross = np.cross(np.eye(3), vector)
    return np.eye(3) + 2 * w * cross + 2 * cross @ cross


def _said(pose):
    """The angles of the right hip and knee in words, whole five degrees."""
    motions = ((pose.flexion_deg, "flexed", "extended"), (pose.adduction_deg, "adducted", "abducted"),
               (pose.rotation_deg, "turned inwards", "turned outwards"))  # fmt: skip
    parts = [f"{abs(_five(angle))}° {first if angle > 0 else second}" for angle, first, second in motions
             if abs(_five(angle)) >= 10]  # fmt: skip
    hip = ", ".join(parts) or "nearly straight"
    knee = _five(pose.knee_flexion_deg)
    return f"Right hip {hip}; right knee {f'{knee}° bent' if knee >= 10 else 'nearly straight'}."


def _five(angle_deg):
    return int(5 * round(angle_deg / 5))


def _lines(pose):
    """Change of every line in whole percent of standing, in the order of `SHORT_NAMES`."""
    return [[name, round(pose.change_percent[line])] for line, name in SHORT_NAMES.items()]
