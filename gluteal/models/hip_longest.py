"""The position in which a muscle line of the hip model is longest, found by trying all of them.

Every position on a grid over flexion, adduction and rotation is computed. The optimum is flat: `Longest` says
how far each angle may move while the line stays within one percent of its longest. A long line is not a good
stretch: nothing here says where a pull is felt, whether a joint gets there, or whether anybody hurts less.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from gluteal.catalogue import load
from gluteal.models import hip

STEP_DEG = 2.5
FLAT_PERCENT = 1.0
"""How far below its longest, in percent of the length in standing, a line still counts as about as long."""
_ANGLES = ("flexion", "adduction", "rotation")


@dataclass(frozen=True)
class Longest:
    """Where a line is longest.

    Attributes
    ----------
    line : str
    pose_deg : tuple of float
        Flexion, adduction and internal rotation.
    change_mm, change_percent : float
        Against the length in standing.
    within_deg : tuple of (float, float)
        For each angle the lowest and highest value among the positions within `FLAT_PERCENT`.
    shortest_percent : float
        The change in the position in which the line is shortest.
    """

    line: str
    pose_deg: tuple[float, float, float]
    change_mm: float
    change_percent: float
    within_deg: tuple[tuple[float, float], ...]
    shortest_percent: float


@cache
def longest(line, variant="head24") -> Longest:
    """Return the longest position of a line within the usual ranges of the three angles, knee straight.

    Parameters
    ----------
    line : str
        Id of ``data/hip/lines.csv``.
    variant : {"via", "head24"}

    Raises
    ------
    KeyError
        When the line is unknown.
    ValueError
        When the variant is unknown.

    Examples
    --------
    >>> found = longest("piri")
    >>> found.pose_deg, round(found.change_percent)
    ((110.0, 25.0, -42.5), 24)
    >>> found.within_deg[0]
    (107.5, 110.0)
    """
    poses = _grid()
    lengths = hip.solve(*poses.T, variant=variant, lines=(line,)).length_m[:, 0]
    standing = hip.solve(0, variant=variant, lines=(line,)).length_m[0, 0]
    percent = 100 * (lengths / standing - 1)
    best = int(percent.argmax())
    near = poses[percent >= percent[best] - FLAT_PERCENT]
    return Longest(
        line,
        tuple(poses[best].tolist()),
        float(1000 * (lengths[best] - standing)),
        float(percent[best]),
        tuple(zip(near.min(axis=0).tolist(), near.max(axis=0).tolist(), strict=True)),
        float(percent.min()),
    )


@cache
def _grid():
    """All positions, shape (n, 3)."""
    limits = [load().hip_joint[name] for name in _ANGLES]
    sides = [np.arange(one.minimum, one.maximum + STEP_DEG / 2, STEP_DEG) for one in limits]
    return np.stack(np.meshgrid(*sides, indexing="ij"), axis=-1).reshape(-1, 3)
