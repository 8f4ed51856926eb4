"""The computed hip as a small table that a page can look up, exact to a hundredth of a millimetre.

Of all that a pose changes, only one thing changes the length of a line: the angle ``gamma`` at the hip centre
between the last point on the pelvis ``a`` and the first point on the femur ``b``, since both keep their
distance from the centre. So one column per line is enough, however many poses there are::

    gamma      = angle between a and b, n = (a x b) / |a x b|   the page turns b with the femur that it draws
    length     = L(gamma)                                       looked up
    moment arm = -lever(gamma) (e . n)      about the axis e; lever looked up: mm from line to hip centre

The axes ``e`` are those of the drawn joint: ``(0, 0, 1)``; ``Rz (1, 0, 0)``; ``Rz Rx (0, 1, 0)``.

**Error.** Looked up in steps of half a degree with straight lines between, against the model, over 20,000
random poses of the slider box, all 13 lines and both variants: length within 0.007 mm, moment arm within
0.08 mm (medians 0.0002 and 0.00004), clearance within 0.001 mm
(``tests/models/test_hip_table.py`` holds this). A grid over the three angles was tried first: with 72,800
numbers it was still off by up to 26 mm of moment arm where a line that bends over the head changes side,
which is a real jump of the model.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.models import hip, hip_paths
from gluteal.models.hip_segment import Segment

STEP_DEG = 0.5
_ANGLES_DEG = np.arange(0.0, 180.0 + STEP_DEG, STEP_DEG)
_KNEE_DEG = np.arange(0.0, 121.0, 2.0)


@dataclass(frozen=True, eq=False)
class HipTable:
    """What a page needs to compute a pose.

    Attributes
    ----------
    lines : tuple of str
    pelvis_mm, femur_mm : ndarray, shape (lines, 3)
        The ends of the segment that joins the bones, from the hip centre: ``a`` in the pelvis, and the point
        of the femur that ``R`` turns into ``b``.
    angle_deg : ndarray, shape (angles,)
        The angle at the hip centre, from 0 in even steps.
    length_mm, lever_mm : dict of str to ndarray, shape (lines, angles)
        By variant (``via``, ``head24``). Length of the whole line, knee straight.
    clearance_mm : ndarray, shape (lines, angles)
        Distance of the straight segment from the hip centre.
    neutral_mm : ndarray, shape (lines,)
        Length in neutral, from which changes are counted (the same in both variants).
    knee_deg, knee_mm : ndarray, shape (knees,)
        What the bent knee adds to the length of the tensor fasciae latae.
    head_radius_mm : float

    Examples
    --------
    >>> table = hip_table()
    >>> round(float(table.interpolate([[90, 0, 0, 0]]).length_m[0, table.lines.index("piri")] * 1000))
    151
    """

    lines: tuple[str, ...]
    pelvis_mm: np.ndarray
    femur_mm: np.ndarray
    angle_deg: np.ndarray
    length_mm: dict[str, np.ndarray]
    lever_mm: dict[str, np.ndarray]
    clearance_mm: np.ndarray
    neutral_mm: np.ndarray
    knee_deg: np.ndarray
    knee_mm: np.ndarray
    head_radius_mm: float

    def interpolate(self, poses, variant: str = "via") -> hip.Solution:
        """Return what the page finds for poses (n, 4): flexion, adduction, rotation, knee flexion, deg."""
        poses = np.asarray(poses, dtype=float)
        turned, axes = hip.rotation(*poses[:, :3].T), hip.axes(*poses[:, :3].T)
        found = [self._line(row, poses, turned, axes, variant) for row in range(len(self.lines))]
        length, arms, clearance = (np.stack(part, axis=1) / 1000 for part in zip(*found, strict=True))
        return hip.Solution(self.lines, length, arms, clearance, hip.usual(poses))

    def _line(self, row, poses, turned, axes, variant):
        a, b = self.pelvis_mm[row], turned @ self.femur_mm[row]
        normal = np.cross(a, b)
        size = np.linalg.norm(normal, axis=-1)
        angle = np.degrees(np.arctan2(size, b @ a))
        tables = self.length_mm[variant][row], self.lever_mm[variant][row], self.clearance_mm[row]
        length, lever, clearance = (np.interp(angle, self.angle_deg, values) for values in tables)
        if self.lines[row] == "tfl":
            length = length + np.interp(poses[:, 3], self.knee_deg, self.knee_mm)
        arms = -lever[:, None] * np.einsum("knx,nx->nk", axes, normal) / size[:, None]
        return length, arms, clearance


def hip_table(lines=hip.LINES) -> HipTable:
    """Compute the table of the lines: required ones, since the hip flexors change their course."""
    routes = [hip_paths.path(line).route for line in lines]
    ends = [(route.pelvis_m[-1], route.femur_m[0]) for route in routes]
    columns = {variant: [_column(route, variant) for route in routes] for variant in hip.VARIANTS}
    return HipTable(
        lines=tuple(lines),
        pelvis_mm=np.array([a for a, _ in ends]) * 1000,
        femur_mm=np.array([b for _, b in ends]) * 1000,
        angle_deg=_ANGLES_DEG,
        length_mm={variant: _stacked(found, 0) for variant, found in columns.items()},
        lever_mm={variant: _stacked(found, 1) for variant, found in columns.items()},
        clearance_mm=_stacked(columns["via"], 2),
        neutral_mm=hip.solve(0, lines=lines).length_m[0] * 1000,
        knee_deg=_KNEE_DEG,
        knee_mm=_knee_mm(),
        head_radius_mm=hip_paths.head_radius_m() * 1000,
    )


def _column(route, variant):
    """Length, lever and clearance of one line over the angles, m."""
    a, distance = route.pelvis_m[-1], np.linalg.norm(route.femur_m[0])
    away = a / np.linalg.norm(a)
    aside = np.cross(away, (0.0, 0.0, 1.0))
    aside /= np.linalg.norm(aside)
    angles = np.deg2rad(_ANGLES_DEG)[:, None]
    segment = Segment(a, distance * (np.cos(angles) * away + np.sin(angles) * aside))
    length, cross = segment.solve(hip.radius_m(variant))
    return route.constant_m + length, np.linalg.norm(cross, axis=-1), segment.clearance_m


def _stacked(found, index) -> np.ndarray:
    return np.array([columns[index] for columns in found]) * 1000


def _knee_mm() -> np.ndarray:
    lengths = hip.solve(0, knee_flexion_deg=_KNEE_DEG, lines=("tfl",)).length_m[:, 0]
    return (lengths - lengths[0]) * 1000
