"""The computed hip: how long each muscle line is, and how it turns the femur, in any pose.

**Frame** (right hip, ISB axes): x anterior, y up, z to the right, origin at the hip centre, fixed in the
pelvis. Flexion, adduction and internal rotation are positive. A point of the femur lies at ``R p`` with
``R = Rz(flexion) Rx(adduction) Ry(rotation)``, three turns about axes fixed in the body that turns. At 90
degrees of flexion, adduction is therefore the movement of the thigh across the body.

**Equations.** One segment of a line joins the two bones: from ``a`` (last point on the pelvis) to ``b``
(``R`` times the first point on the femur). All others keep their length. With ``u = (b - a) / |b - a|``::

    length            L = constant + |b - a|
    moment arm        -dL/dangle = -e . (b x u)       about the axis e of the angle

The axes are ``(0, 0, 1)`` for flexion, ``Rz (1, 0, 0)`` for adduction and ``Rz Rx (0, 1, 0)``, the long axis
of the femur, for rotation. A positive moment arm: shortening flexes, adducts or rotates internally.

**Variants.** ``via`` is the published model [delp1990]_ as it is. In ``head24`` no line passes through a
sphere of 24 mm about the hip centre, the femoral head: where the segment would, it bends over the sphere,
``gamma`` being the angle between ``a`` and ``b`` and ``r`` the radius::

    L = constant + sqrt(a.a - r^2) + sqrt(b.b - r^2) + r (gamma - acos(r/|a|) - acos(r/|b|))
    moment arm = -r e . (a x b) / |a x b|

**Valid range**: any angles can be computed; ``usual`` tells which lie within the ranges of
``data/hip/joint.csv``. Corners of that box combine motions that most hips cannot reach together.
``clearance_m`` below 24 mm flags poses in which the straight line runs through the femoral head.

**What it does not explain.** Lines have no bulk and touch nothing but that sphere: no ischium, capsule,
trochanter, ligament or fascia. It is one adult of no particular sex or size. It says nothing of fibre strain,
passive force, stiffness, the feeling of a stretch or the effect of a treatment. The deep rotators probably
lengthen more in flexion than here (``data/hip/comparisons.csv``). Show whole millimetres and whole percent.

.. [delp1990] Delp et al., IEEE Trans Biomed Eng 1990;37:757-767, as the OpenSim model gait2392 (CC BY 3.0).
"""

from dataclasses import dataclass

import numpy as np

from gluteal.catalogue import load
from gluteal.catalogue.nearest import suggestion
from gluteal.models import hip_paths
from gluteal.models.hip_segment import Segment

LINES = tuple(line.id for line in load().hip_lines.values() if line.required)
OPTIONAL_LINES = tuple(line.id for line in load().hip_lines.values() if not line.required)
VARIANTS = ("via", "head24")
ANGLES = ("flexion_deg", "adduction_deg", "rotation_deg", "knee_flexion_deg")
# Poses computed at once: enough for numpy to be quick, few enough to keep what is held between small.
CHUNK = 8192


@dataclass(frozen=True, eq=False)
class Solution:
    """What the model says of n poses.

    Attributes
    ----------
    lines : tuple of str
        The lines, in the order of the second axis.
    length_m : ndarray, shape (n, lines)
        Length of the whole line from origin to insertion.
    moment_arm_m : ndarray, shape (n, lines, 3)
        About the axes of flexion, adduction and internal rotation.
    clearance_m : ndarray, shape (n, lines)
        Shortest distance of the straight course from the hip centre.
    usual : ndarray of bool, shape (n,)
        Whether every angle lies within its usual range.
    """

    lines: tuple[str, ...]
    length_m: np.ndarray
    moment_arm_m: np.ndarray
    clearance_m: np.ndarray
    usual: np.ndarray


def solve(
    flexion_deg, adduction_deg=0.0, rotation_deg=0.0, knee_flexion_deg=0.0, variant="via", lines=LINES
) -> Solution:
    """Compute length, moment arms and clearance of the lines in n poses.

    Parameters
    ----------
    flexion_deg, adduction_deg, rotation_deg, knee_flexion_deg : float or array of shape (n,)
        The pose; numbers are used for all poses. The knee moves the tensor fasciae latae only; beyond the
        ends of its table (0 to 120 degrees) the value at the end is taken.
    variant : {"via", "head24"}
    lines : sequence of str
        Ids of ``data/hip/lines.csv``.

    Raises
    ------
    ValueError
        When an angle is no finite number (the message names the pose, counted from 1), the arrays differ in
        length, or the variant is unknown.
    KeyError
        When a line is unknown.

    Examples
    --------
    >>> found = solve([0, 90], lines=("piri",))
    >>> (found.length_m[1] / found.length_m[0] - 1).round(2).tolist()
    [0.11]
    >>> (found.moment_arm_m[:, 0, 2] * 1000).round().tolist()
    [-29.0, 15.0]
    """
    poses = checked_poses(flexion_deg, adduction_deg, rotation_deg, knee_flexion_deg)
    _require_variant(variant)
    paths = [hip_paths.path(line) for line in lines]
    shape = (len(poses), len(paths))
    length, arms, clearance = np.empty(shape), np.empty((*shape, 3)), np.empty(shape)
    for start in range(0, len(poses), CHUNK):
        part = slice(start, start + CHUNK)
        turned = rotation(*poses[part, :3].T)
        about = axes(*poses[part, :3].T)
        for column, one in enumerate(paths):
            found = _solve_line(one, poses[part], turned, about, variant)
            length[part, column], arms[part, column], clearance[part, column] = found
    return Solution(tuple(lines), length, arms, clearance, usual(poses))


def rotation(flexion_deg, adduction_deg, rotation_deg) -> np.ndarray:
    """Return the matrices that turn the femur's frame into the pelvis's, shape (..., 3, 3).

    Examples
    --------
    >>> (rotation(90, 0, 0) @ [0, -1, 0]).round(6).tolist()[0]  # a thigh that hung down points forward
    1.0
    """
    f, a, r = np.deg2rad(np.broadcast_arrays(flexion_deg, adduction_deg, rotation_deg))
    cf, sf, ca, sa, cr, sr = np.cos(f), np.sin(f), np.cos(a), np.sin(a), np.cos(r), np.sin(r)
    rows = [
        [cf * cr - sf * sa * sr, -sf * ca, cf * sr + sf * sa * cr],
        [sf * cr + cf * sa * sr, cf * ca, sf * sr - cf * sa * cr],
        [-ca * sr, sa, ca * cr],
    ]
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)


def axes(flexion_deg, adduction_deg, rotation_deg) -> np.ndarray:
    """Return the axes of flexion, adduction and rotation in the pelvis, unit vectors, shape (3, ..., 3).

    They are not perpendicular to one another when the thigh is adducted.
    """
    f, a, _ = np.deg2rad(np.broadcast_arrays(flexion_deg, adduction_deg, rotation_deg))
    zero, one = np.zeros_like(f), np.ones_like(f)
    cf, sf, ca, sa = np.cos(f), np.sin(f), np.cos(a), np.sin(a)
    vectors = ((zero, zero, one), (cf, sf, zero), (-sf * ca, cf * ca, sa))
    return np.array([np.stack(vector, axis=-1) for vector in vectors])


def path_points(
    line, flexion_deg, adduction_deg=0.0, rotation_deg=0.0, knee_flexion_deg=0.0, variant="via"
) -> np.ndarray:
    """Return the course of a line in one pose, to be drawn: points in the pelvis, m, shape (points, 3).

    In ``head24`` the arc over the femoral head is there as a row of points.

    Examples
    --------
    >>> path_points("piri", 0).shape
    (3, 3)
    """
    poses = checked_poses(flexion_deg, adduction_deg, rotation_deg, knee_flexion_deg)
    _require_variant(variant)
    one = hip_paths.path(line)
    route = one.bent_route if one.bent_route and _bent(one, poses)[0] else one.route
    femur = route.femur_m.copy()
    if one.crosses_knee:
        femur[-1] = hip_paths.knee_insertion_m(poses[0, 3])
    femur = femur @ rotation(*poses[0, :3]).T
    between = Segment(route.pelvis_m[-1], femur[:1]).arc_points_m(radius_m(variant))
    return np.concatenate([route.pelvis_m, between, femur])


def checked_poses(*angles) -> np.ndarray:
    """Return the angles as an array of shape (n, 4), or say which pose is wrong.

    Examples
    --------
    >>> checked_poses(0, [10, float("nan")], 0, 0)
    Traceback (most recent call last):
    ValueError: pose 2: adduction_deg is nan; give a finite number of degrees
    """
    columns = [_column(name, angle) for name, angle in zip(ANGLES, angles, strict=True)]
    try:
        poses = np.stack(np.broadcast_arrays(*columns), axis=-1)
    except ValueError:
        counts = ", ".join(f"{name} {len(column)}" for name, column in zip(ANGLES, columns, strict=True))
        raise ValueError(f"the angles differ in number ({counts}); give as many of each, or one") from None
    bad = np.argwhere(~np.isfinite(poses))
    if len(bad):
        row, column = bad[0]
        value = poses[row, column]
        raise ValueError(f"pose {row + 1}: {ANGLES[column]} is {value:g}; give a finite number of degrees")
    return poses


def usual(poses) -> np.ndarray:
    """Tell which poses (n, 4) lie within the usual range of every angle; shape (n,).

    Examples
    --------
    >>> usual(checked_poses([0, 130], 0, 0, 0)).tolist()
    [True, False]
    """
    ranges = [load().hip_joint[key] for key in ("flexion", "adduction", "rotation", "knee-flexion")]
    low, high = ([getattr(one, end) for one in ranges] for end in ("minimum", "maximum"))
    return np.all((poses >= low) & (poses <= high), axis=-1)


def _column(name, angle) -> np.ndarray:
    try:
        return np.atleast_1d(np.asarray(angle, dtype=float))
    except (TypeError, ValueError):
        for row, one in enumerate(np.atleast_1d(np.asarray(angle, dtype=object)), start=1):
            try:
                float(one)
            except (TypeError, ValueError):
                message = f"pose {row}: {name} is {one!r}; give a finite number of degrees"
                raise ValueError(message) from None
        raise


def _require_variant(variant) -> None:
    if variant not in VARIANTS:
        raise ValueError(f"unknown variant {variant!r}; {suggestion(str(variant), VARIANTS)}")


def radius_m(variant) -> float:
    """Return the radius of the sphere that lines may not enter: 0 in ``via``."""
    return hip_paths.head_radius_m() if variant == "head24" else 0.0


def _solve_line(path, poses, turned, about, variant):
    length, arms, clearance = _solve_route(path.route, turned, about, variant)
    if path.bent_route is not None:
        bent = _bent(path, poses)
        other = _solve_route(path.bent_route, turned, about, variant)
        length, clearance = np.where(bent, other[0], length), np.where(bent, other[2], clearance)
        arms = np.where(bent[:, None], other[1], arms)
    if path.crosses_knee:
        length = length + _knee_change_m(path.route, poses[:, 3])
    return length, arms, clearance


def _solve_route(route, turned, about, variant):
    segment = Segment(route.pelvis_m[-1], turned @ route.femur_m[0])
    length, cross = segment.solve(radius_m(variant))
    arms = -np.einsum("knx,nx->nk", about, cross)
    return route.constant_m + length, arms, segment.clearance_m


def _bent(path, poses) -> np.ndarray:
    low, high = path.bent_range_rad
    flexion = np.deg2rad(poses[:, 0])
    return (flexion >= low) & (flexion <= high)


def _knee_change_m(route, knee_flexion_deg) -> np.ndarray:
    ends = hip_paths.knee_insertion_m(knee_flexion_deg)
    before, straight = route.femur_m[-2], route.femur_m[-1]
    return np.linalg.norm(ends - before, axis=-1) - np.linalg.norm(straight - before)
