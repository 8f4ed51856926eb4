"""The muscle lines of the computed hip as arrays: which points move with the pelvis, which with the femur."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from gluteal.catalogue import load


@dataclass(frozen=True, eq=False)
class Route:
    """One course of a line. Exactly one of its segments joins the two bones, the others keep their length.

    Attributes
    ----------
    pelvis_m : ndarray, shape (p, 3)
        Points that move with the pelvis, from the origin on, from the hip centre.
    femur_m : ndarray, shape (q, 3)
        Points that move with the femur, to the insertion, from the hip centre, knee straight.
    """

    pelvis_m: np.ndarray
    femur_m: np.ndarray

    @property
    def constant_m(self) -> float:
        """The length of all segments but the one that joins the bones."""
        parts = (self.pelvis_m, self.femur_m)
        return float(sum(np.linalg.norm(np.diff(part, axis=0), axis=1).sum() for part in parts))


@dataclass(frozen=True, eq=False)
class Path:
    """A muscle line.

    Attributes
    ----------
    line : str
        Its id.
    route : Route
        Its course. For the hip flexors: the course without the conditional point.
    bent_route : Route or None
        The course with the conditional point, which is there while flexion lies within ``bent_range_rad``,
        bounds included.
    crosses_knee : bool
        Whether its last point moves with the tibia.
    """

    line: str
    route: Route
    bent_route: Route | None
    bent_range_rad: tuple[float, float]
    crosses_knee: bool


def hip_centre_m() -> np.ndarray:
    """Return the hip centre in the frame of the pelvis, m, shape (3,)."""
    centre = load().hip_joint["hip-centre"]
    return np.array([centre.x, centre.y, centre.z])


def head_radius_m() -> float:
    """Return the radius of the femoral head, m.

    Examples
    --------
    >>> head_radius_m()
    0.024
    """
    return load().hip_joint["femoral-head-radius"].x / 1000


@cache
def path(line: str) -> Path:
    """Return a muscle line.

    Raises
    ------
    KeyError
        When there is no such line; the message names the nearest.

    Examples
    --------
    >>> path("piri").route.pelvis_m.shape
    (2, 3)
    """
    points = load().hip_lines[line].points
    conditional = [point for point in points if point.kind == "conditional"]
    always = [point for point in points if point.kind != "conditional"]
    return Path(
        line=line,
        route=_route(always),
        bent_route=_route(points) if conditional else None,
        bent_range_rad=_range(conditional),
        crosses_knee=points[-1].body == "tibia",
    )


def knee_insertion_m(knee_flexion_deg) -> np.ndarray:
    """Return the end of the tensor fasciae latae's line in the frame of the femur, m, shape (n, 3).

    Straight between the angles of the table (every 10 degrees): within 0.05 mm of the source's knee.
    """
    table = tuple(load().hip_knee.values())
    angles = [row.knee_flexion_deg for row in table]
    columns = ([getattr(row, axis) for row in table] for axis in ("x_m", "y_m", "z_m"))
    return np.stack([np.interp(knee_flexion_deg, angles, column) for column in columns], axis=-1)


def _route(points) -> Route:
    centre = hip_centre_m()
    pelvis = np.array([point.position_m for point in points if point.body == "pelvis"]) - centre
    femur = [point.position_m for point in points if point.body == "femur"]
    if points[-1].body == "tibia":
        femur.append(tuple(knee_insertion_m(0.0)))
    return Route(pelvis, np.array(femur))


def _range(conditional) -> tuple[float, float]:
    if not conditional:
        return (0.0, 0.0)
    return (conditional[0].active_from_flexion_rad, conditional[0].active_to_flexion_rad)
