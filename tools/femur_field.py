"""A bone as a smooth field: round rods between balls, run together; below zero is bone.

A ball is anterior, up, lateral (mm from the hip centre) and radius. A rod is the hull of two balls, of
one where both are the same. Rods melt into each other over a few millimetres. Numpy only, so that anyone
can make the solid again.
"""

import numpy as np


def field(points, balls, rods, melt_mm):
    """Return how far points lie outside the bone, about, mm; inside it is negative.

    Parameters
    ----------
    points : ndarray, shape (n, 3)
        Anterior, up, lateral, mm.
    balls : dict of str to four numbers
    rods : sequence of pairs of names
    melt_mm : float
        Over how many millimetres two rods run into each other.

    Examples
    --------
    >>> field(np.array([[0.0, 30.0, 0.0]]), {"head": (0, 0, 0, 24)}, [("head", "head")], 3.0).tolist()
    [6.0]
    """
    distances = np.stack([_rod(points, balls[first], balls[second]) for first, second in rods])
    least = distances.min(axis=0)
    return least - melt_mm * np.log(np.exp(-(distances - least) / melt_mm).sum(axis=0))


def settled(points, balls, rods, melt_mm, rounds=4):
    """Return points moved onto the surface along the slope of the field."""
    steps = np.eye(3) * 0.5
    for _ in range(rounds):
        value = field(points, balls, rods, melt_mm)
        slope = np.stack([field(points + step, balls, rods, melt_mm) - value for step in steps], axis=1) / 0.5
        points = points - (value / (slope**2).sum(axis=1))[:, None] * slope
    return points


def _rod(points, first, second):
    """Distance from a rod: its axis and its radius go straight from one ball to the other."""
    start, end = np.array(first[:3], float), np.array(second[:3], float)
    along = end - start
    square = along @ along
    share = np.clip((points - start) @ along / square, 0, 1) if square else np.zeros(len(points))
    away = np.linalg.norm(points - start - share[:, None] * along, axis=1)
    return away - (first[3] + share * (second[3] - first[3]))
