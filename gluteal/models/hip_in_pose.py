"""The hip angles of a figure in its pose, and what they do to the muscle lines of the computed hip.

**Equation.** The thigh's frame in that of the pelvis is ``R = Rz(flexion) Rx(adduction) Ry(rotation)``, the
order of the computed hip, so its angles can be read off: ``adduction = asin R[2, 1]``,
``flexion = atan2(-R[0, 1], R[1, 1])``, ``rotation = atan2(-R[2, 0], R[2, 2])``. The change of a line is
``L(pose) / L(standing) - 1``.

**Valid range**: as `gluteal.models.hip`; ``usual`` tells where the pose leaves the usual ranges.

**What it does not explain.** The angles are those of a drawing, made after a description in words. A line is
the way between attachments of one adult model: no stretch that anybody feels, no strain, no effect.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.models import hip


@dataclass(frozen=True, eq=False)
class HipInPose:
    """Angles in degrees and the change of every line in percent of its length in standing.

    Attributes
    ----------
    flexion_deg, adduction_deg, rotation_deg, knee_flexion_deg : float
        Flexion, adduction and internal rotation positive.
    change_percent : dict of str to float
        By id of the line.
    usual : bool
        Whether every angle lies within its usual range.
    """

    flexion_deg: float
    adduction_deg: float
    rotation_deg: float
    knee_flexion_deg: float
    change_percent: dict
    usual: bool


def hip_in_pose(pelvis_axes, thigh_axes, leg_axes, variant="head24"):
    """Return what a pose of the right hip does to the lines.

    Parameters
    ----------
    pelvis_axes, thigh_axes, leg_axes : array, shape (3, 3)
        Of the figure, in the room, in columns.
    variant : {"via", "head24"}
        ``head24`` lets no line run through the femoral head, which deep flexion would bring about.

    Examples
    --------
    >>> found = hip_in_pose(np.eye(3), hip.rotation(90.0, 0.0, 0.0), hip.rotation(30.0, 0.0, 0.0))
    >>> round(found.flexion_deg), round(found.knee_flexion_deg), round(found.change_percent["piri"])
    (90, 60, 11)
    """
    turned = np.asarray(pelvis_axes).T @ thigh_axes
    flexion, adduction, rotation = np.degrees(
        [
            np.arctan2(-turned[0, 1], turned[1, 1]),
            np.arcsin(np.clip(turned[2, 1], -1, 1)),
            np.arctan2(-turned[2, 0], turned[2, 2]),
        ]
    )
    bent = np.asarray(thigh_axes).T @ leg_axes
    knee = float(np.degrees(np.arctan2(bent[0, 1], bent[1, 1])))
    solved = hip.solve([0.0, flexion], [0.0, adduction], [0.0, rotation], [0.0, knee], variant=variant)
    change = 100 * (solved.length_m[1] / solved.length_m[0] - 1)
    lines = dict(zip(solved.lines, change.tolist(), strict=True))
    return HipInPose(float(flexion), float(adduction), float(rotation), knee, lines, bool(solved.usual[1]))
