"""A line that is too short: which motion of the hip is lost first, and how much of it.

**Assumption.** From a start position, six single motions lead to the ends of the usual range: flexion and
extension, adduction and abduction, internal and external rotation. A healthy muscle is taken to be just long
enough for all of them. Made ``shortening_mm`` shorter, its line may become no longer than::

    limit = longest length on any of the six motions - shortening

A motion ends where the line reaches the limit. The motion that asks most of the line is lost first; others
follow only when the shortening is greater than what they leave over. Close to its end a motion loses about
``shortening / |moment arm|`` radians.

**Numbers.** Each motion is followed in steps of one degree, with straight lines between.

**What it does not explain.** Muscles stretch: a short muscle resists, it does not stop a motion like a wall.
The capsule and its ligaments, the bones' shape, other muscles and pain limit motion too; the ischiofemoral
ligament more than any muscle limits internal rotation in cadavers (``data/hip/comparisons.csv``). A stiff hip
does not show that a muscle is short. The tables of `gluteal.models.hip` hold here as well.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.catalogue import load
from gluteal.models import hip

# Motion → the angle that it changes and the end of its range to which it leads.
MOTIONS = {
    "flexion": ("flexion", "maximum"),
    "extension": ("flexion", "minimum"),
    "adduction": ("adduction", "maximum"),
    "abduction": ("adduction", "minimum"),
    "internal rotation": ("rotation", "maximum"),
    "external rotation": ("rotation", "minimum"),
}
_COLUMNS = ("flexion", "adduction", "rotation")
MOST_MM = 40.0


@dataclass(frozen=True)
class Motion:
    """One motion with a shortened line.

    Attributes
    ----------
    name : str
        A key of ``MOTIONS``.
    start_deg, end_deg : float
        The angle at the start and at the end of the usual range.
    reaches_deg : float
        The angle at which the shortened line ends the motion; ``end_deg`` where it does not.
    longest_mm : float
        The greatest length that the motion asks of the line.
    """

    name: str
    start_deg: float
    end_deg: float
    reaches_deg: float
    longest_mm: float

    @property
    def lost_deg(self) -> float:
        """By how many degrees the motion ends earlier."""
        return abs(self.end_deg - self.reaches_deg)


@dataclass(frozen=True)
class Shortening:
    """What a shortened line takes from a hip.

    Attributes
    ----------
    line : str
    limit_mm : float
        How long the line may become.
    motions : tuple of Motion
        In the order of ``MOTIONS``.
    start_too_long : bool
        Whether the line would have to be longer than its limit in the start position itself.
    """

    line: str
    limit_mm: float
    motions: tuple[Motion, ...]
    start_too_long: bool

    @property
    def first(self) -> str:
        """The motion that is lost first: the one that asks most of the line."""
        return max(self.motions, key=lambda motion: motion.longest_mm).name


def shorten(line, shortening_mm, pose_deg=(0.0, 0.0, 0.0), knee_flexion_deg=0.0, variant="via") -> Shortening:
    """Find what is lost when a line is shorter than the usual motions ask.

    Parameters
    ----------
    line : str
        One of ``hip.LINES``.
    shortening_mm : float
        0 to 40.
    pose_deg : three floats
        Flexion, adduction, rotation of the start position.
    knee_flexion_deg : float
    variant : {"via", "head24"}

    Raises
    ------
    ValueError
        When the shortening lies outside 0 to 40 mm, or for what `hip.solve` refuses.

    Examples
    --------
    >>> found = shorten("piri", 5)
    >>> found.first
    'internal rotation'
    >>> [round(motion.lost_deg) for motion in found.motions if motion.lost_deg]
    [32, 15]
    """
    if not 0 <= shortening_mm <= MOST_MM:
        raise ValueError(f"shortening_mm is {shortening_mm!r}; give 0 to {MOST_MM:g} mm")
    walks = {name: _walk(name, line, pose_deg, knee_flexion_deg, variant) for name in MOTIONS}
    limit = max(lengths.max() for _, lengths in walks.values()) - shortening_mm
    motions = tuple(_motion(name, *walk, limit) for name, walk in walks.items())
    start = next(iter(walks.values()))[1][0]
    return Shortening(line, float(limit), motions, bool(start > limit))


def path_deg(name, start_deg) -> np.ndarray:
    """Return the angles through which a motion passes, degree by degree, from its start to its end.

    A start beyond the end stays where it is.

    Examples
    --------
    >>> path_deg("internal rotation", 43.5).tolist()
    [43.5, 44.5, 45.0]
    """
    angle, end = MOTIONS[name]
    last = getattr(load().hip_joint[angle], end)
    way = max(0.0, (last - start_deg) * (1 if end == "maximum" else -1))
    steps = np.minimum(np.arange(np.ceil(way) + 1), way)
    return start_deg + (steps if end == "maximum" else -steps)


def _walk(name, line, pose_deg, knee, variant):
    column = _COLUMNS.index(MOTIONS[name][0])
    angles = path_deg(name, pose_deg[column])
    poses = [angles if index == column else value for index, value in enumerate(pose_deg)]
    return angles, hip.solve(*poses, knee, variant=variant, lines=(line,)).length_m[:, 0] * 1000


def _motion(name, angles, lengths, limit):
    beyond = np.flatnonzero(lengths > limit + 1e-9)
    longest = float(lengths.max())
    if not len(beyond):
        reaches = angles[-1]
    elif beyond[0] == 0:
        reaches = angles[0]
    else:
        at = beyond[0]
        share = (limit - lengths[at - 1]) / (lengths[at] - lengths[at - 1])
        reaches = angles[at - 1] + share * (angles[at] - angles[at - 1])
    return Motion(name, float(angles[0]), float(angles[-1]), float(reaches), longest)
