"""The segment of a muscle line that joins pelvis and femur, straight or over the femoral head."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

# Points by which the arc over the head is drawn.
ARC_POINTS = 9


@dataclass(frozen=True)
class Segment:
    """Segments from one point of the pelvis to n places of a point of the femur, from the hip centre.

    Attributes
    ----------
    a_m : ndarray, shape (3,)
        The last point on the pelvis.
    b_m : ndarray, shape (n, 3)
        Where the first point on the femur lies.

    Examples
    --------
    >>> Segment(np.array([-0.1, 0.0, 0.0]), np.array([[0.0, 0.1, 0.0]])).clearance_m.round(4).tolist()
    [0.0707]
    """

    a_m: np.ndarray
    b_m: np.ndarray

    @cached_property
    def clearance_m(self) -> np.ndarray:
        """Shortest distance of the straight segments from the hip centre, shape (n,)."""
        along = self.b_m - self.a_m
        share = -(along @ self.a_m) / np.einsum("nx,nx->n", along, along)
        nearest = self.a_m + np.clip(share, 0, 1)[:, None] * along
        return np.linalg.norm(nearest, axis=-1)

    def solve(self, radius_m: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """Return length (n,) and the vector whose part along an axis is dL/dangle about it (n, 3).

        Parameters
        ----------
        radius_m : float
            Of the sphere about the hip centre that the segment may not enter; 0 for none.
        """
        along = self.b_m - self.a_m
        length = np.linalg.norm(along, axis=-1)
        cross = np.cross(self.b_m, along / length[:, None])
        wraps = self.clearance_m < radius_m
        if wraps.any():
            over = Segment(self.a_m, self.b_m[wraps])
            length[wraps], cross[wraps] = over._wrapped(radius_m)
        return length, cross

    def arc_points_m(self, radius_m: float) -> np.ndarray:
        """Return points on the sphere over which the first segment bends, shape (points, 3); else none."""
        if self.clearance_m[0] >= radius_m:
            return np.empty((0, 3))
        normal = np.cross(self.a_m, self.b_m[0])
        normal /= np.linalg.norm(normal)
        away = self.a_m / np.linalg.norm(self.a_m)
        leave, meet = self._tangents(radius_m)
        angles = np.linspace(leave, self._angle()[0] - meet[0], ARC_POINTS)[:, None]
        return radius_m * (np.cos(angles) * away + np.sin(angles) * np.cross(normal, away))

    def _wrapped(self, radius: float) -> tuple[np.ndarray, np.ndarray]:
        leave, meet = self._tangents(radius)
        straight = np.sqrt(self.a_m @ self.a_m - radius**2)
        straight = straight + np.sqrt(np.einsum("nx,nx->n", self.b_m, self.b_m) - radius**2)
        normal = np.cross(self.a_m, self.b_m)
        unit = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
        return straight + radius * (self._angle() - leave - meet), radius * unit

    def _tangents(self, radius: float) -> tuple[float, np.ndarray]:
        """Angles at the centre between each end of the segment and where it touches the sphere."""
        ends = np.linalg.norm(self.b_m, axis=-1)
        return np.arccos(radius / np.linalg.norm(self.a_m)), np.arccos(radius / ends)

    def _angle(self) -> np.ndarray:
        """Angle at the centre between the two ends; by its tangent, which is exact for small angles too."""
        sine = np.linalg.norm(np.cross(self.a_m, self.b_m), axis=-1)
        return np.arctan2(sine, self.b_m @ self.a_m)
