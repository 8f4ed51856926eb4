"""A bone as a smooth field: chains of balls, run together; below zero is bone.

A ball is anterior, up, lateral (mm from the hip centre) and radius. A chain is the hull of its balls, bent
smoothly from one to the next; chains melt into each other over a few millimetres. Numpy only, so that
anyone can make the solid again.
"""

from itertools import pairwise

import numpy as np

FINER = 4
"""Into how many pieces each stretch of a long chain is cut, so that it bends without corners."""


def field(points, balls, chains, melt_mm):
    """Return how far points lie outside the bone, about, mm; inside it is negative.

    Parameters
    ----------
    points : ndarray, shape (n, 3)
        Anterior, up, lateral, mm.
    balls : dict of str to four numbers
    chains : sequence of sequences of names
    melt_mm : float
        Over how many millimetres two chains run into each other.

    Examples
    --------
    >>> field(np.array([[0.0, 30.0, 0.0]]), {"head": (0, 0, 0, 24)}, [("head",)], 3.0).tolist()
    [6.0]
    """
    distances = np.stack([_chain(points, np.array([balls[name] for name in chain])) for chain in chains])
    least = distances.min(axis=0)
    return least - melt_mm * np.log(np.exp(-(distances - least) / melt_mm).sum(axis=0))


def settled(points, balls, chains, melt_mm, rounds=4):
    """Return points moved onto the surface along the slope of the field."""
    steps = np.eye(3) * 0.5
    for _ in range(rounds):
        value = field(points, balls, chains, melt_mm)
        slope = (
            np.stack([field(points + step, balls, chains, melt_mm) - value for step in steps], axis=1) / 0.5
        )
        points = points - (value / (slope**2).sum(axis=1))[:, None] * slope
    return points


def _chain(points, balls):
    if len(balls) == 1:
        return np.linalg.norm(points - balls[0, :3], axis=1) - balls[0, 3]
    balls = smoothed(balls) if len(balls) > 2 else balls
    return np.min([_rod(points, *pair) for pair in pairwise(balls)], axis=0)


def smoothed(balls):
    """Return a chain with balls between its balls, on a smooth curve through them (Catmull-Rom)."""
    ends = np.concatenate([2 * balls[:1] - balls[1:2], balls, 2 * balls[-1:] - balls[-2:-1]])
    share = np.arange(FINER)[:, None] / FINER
    pieces = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        slope, curve = end - before, 2 * before - 5 * start + 4 * end - after
        pieces.append(
            start + share / 2 * (slope + share * (curve + share * (3 * (start - end) + after - before)))
        )
    return np.concatenate([*pieces, balls[-1:]])


def _rod(points, first, second):
    """Distance from a rod: its axis and its radius go straight from one ball to the other."""
    along = second[:3] - first[:3]
    share = np.clip((points - first[:3]) @ along / max(along @ along, 1e-9), 0, 1)
    away = np.linalg.norm(points - first[:3] - share[:, None] * along, axis=1)
    return away - (first[3] + share * (second[3] - first[3]))
