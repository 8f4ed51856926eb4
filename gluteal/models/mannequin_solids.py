"""Solids of which the things in a scene are made: blocks, what is round, and nets such as a strap."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np


@dataclass(frozen=True, eq=False)
class Solid:
    """One piece of a prop.

    Attributes
    ----------
    look : str
        ``pad``, ``frame``, ``cloth``, ``wood``, ``rubber``, ``mat``, ``wall`` or ``floor``.
    points : ndarray, shape (n, 3)
        Its corners, or points of its round skin.
    flat : bool
        Whether it is a block of eight corners, whose faces are drawn.
    top_mm : float or None
        Height of a top that carries, else None.
    axis : ndarray, shape (n, 3), or None
        Of what is round: the line in its middle, for a ball one place twice.
    radius_mm : float
        Of what is round.
    net : ndarray, shape (sections, around, 3), or None
        Of what is wound round a body: its skin.
    """

    look: str
    points: np.ndarray
    flat: bool = True
    top_mm: float | None = None
    axis: np.ndarray | None = None
    radius_mm: float = 0.0
    net: np.ndarray | None = None

    def moved(self, turned, base):
        """Return it turned about the origin and then moved."""
        axis = None if self.axis is None else self.axis @ turned.T + base
        top = None if self.top_mm is None else self.top_mm + base[1]
        return Solid(self.look, self.points @ turned.T + base, self.flat, top, axis, self.radius_mm, self.net)

    def gap_mm(self, at):
        """Return how far a place (3,) is from its surface, outside or inside.

        Examples
        --------
        >>> block("wood", (0, 100), (0, 50), (0, 100)).gap_mm((50, 60, 50))
        10.0
        """
        at = np.asarray(at, dtype=float)
        if self.axis is not None:
            return abs(min(_to_line(at, a, b) for a, b in pairwise(self.axis)) - self.radius_mm)
        if not self.flat:
            return self._box_gap(at, self.points.min(axis=0), self.points.max(axis=0))
        edges = self.points[[4, 2, 1]] - self.points[0]
        lengths = np.linalg.norm(edges, axis=1)
        return self._box_gap((edges / lengths[:, None]) @ (at - self.points[0]), np.zeros(3), lengths)

    @staticmethod
    def _box_gap(at, low, high):
        beyond = np.abs(at - (low + high) / 2) - (high - low) / 2
        outside = float(np.linalg.norm(np.maximum(beyond, 0)))
        return outside if outside else float(-beyond.max())


def _to_line(at, start, end):
    along = end - start
    share = np.clip((at - start) @ along / max(along @ along, 1e-9), 0, 1)
    return float(np.linalg.norm(at - start - share * along))


def block(look, x, y, z, carries=False):
    """Return a block between two values of each coordinate."""
    corners = np.array([[a, b, c] for a in x for b in y for c in z], dtype=float)
    return Solid(look, corners, True, float(y[1]) if carries else None)


def ball(radius_mm, look="rubber"):
    """Return a ball that lies on the floor."""
    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, 48), np.linspace(-np.pi / 2, np.pi / 2, 25))
    middle = np.array([0, radius_mm, 0], dtype=float)
    skin = np.stack([np.cos(v) * np.cos(u), np.sin(v), np.cos(v) * np.sin(u)], axis=-1).reshape(-1, 3)
    axis = np.stack([middle, middle])
    return Solid(look, skin * radius_mm + middle, False, 2.0 * radius_mm, axis, float(radius_mm))


def rod(start, end, radius_mm, look, carries=False):
    """Return a round rod between two places."""
    first, second = _across(end - start)
    angle = np.linspace(0, 2 * np.pi, 37)[:-1, None]
    ring = radius_mm * (np.cos(angle) * first + np.sin(angle) * second)
    top = float(max(start[1], end[1]) + radius_mm) if carries else None
    return Solid(look, np.vstack([start + ring, end + ring]), False, top, np.stack([start, end]), radius_mm)


def _across(along):
    along = along / max(np.linalg.norm(along), 1e-9)
    first = np.cross(along, (0, 1, 0) if abs(along[1]) < 0.9 else (1, 0, 0))
    first = first / np.linalg.norm(first)
    return first, np.cross(along, first)


def strap(line, width_mm, thick_mm, look):
    """Return a strap through places, shape (n, 3), flat across the plane in which they lie."""
    line = np.asarray(line, dtype=float)
    along = np.gradient(line, axis=0)
    along = along / np.maximum(np.linalg.norm(along, axis=1), 1e-9)[:, None]
    plane = np.linalg.svd(line - line.mean(axis=0))[2][2] if len(line) > 2 else _across(along[0])[0]
    outwards = np.cross(along, plane)
    outwards = outwards / np.maximum(np.linalg.norm(outwards, axis=1), 1e-9)[:, None]
    angle = np.linspace(0, 2 * np.pi, 25)[:-1]
    ring = np.cos(angle)[None, :, None] * plane * width_mm / 2
    ring = ring + np.sin(angle)[None, :, None] * outwards[:, None, :] * thick_mm / 2
    net = line[:, None, :] + ring
    return Solid(look, net.reshape(-1, 3), False, None, line, thick_mm / 2, net)


def loop(rings, look, out_mm=3.0):
    """Return a band drawn tight round the skin of two limbs.

    Parameters
    ----------
    rings : list of array, shape (n, 3)
        The skin of both limbs together at each edge of the band, in order along the limbs.
    look : str
    out_mm : float
        How far the band stands off the skin.
    """
    middle = np.mean([ring.mean(axis=0) for ring in rings], axis=0)
    _, _, axes = np.linalg.svd(rings[0] - rings[0].mean(axis=0))
    angle = np.linspace(0, 2 * np.pi, 73)[:-1]
    ways = np.cos(angle)[:, None] * axes[0] + np.sin(angle)[:, None] * axes[1]
    drawn = [ring[(ring @ ways.T).argmax(axis=0)] + out_mm * ways for ring in rings]
    net = np.stack(drawn)
    return Solid(look, net.reshape(-1, 3), False, None, np.stack([middle, middle]), 0.0, net)
