"""Exercises drawn: the poses of start, end and a common error, two views of them, joint angles as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.clinical import Exercise
from gluteal.catalogue.poses import Pose, pose
from gluteal.catalogue.records import Record, Source
from gluteal.catalogue.table import Table


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ExercisePoses(Record):
    """Start, end and a common error of an exercise; the side that is treated or works is the right one.

    Attributes
    ----------
    common_error : str
        The error that is shown, in the words of the exercise.
    error_words : str
        What the drawing of the error shows.
    azimuth_deg, elevation_deg, second_azimuth_deg, second_elevation_deg : float
        Two views; azimuth 0 looks at the front of a figure that stands, 90 at its right side.
    move_s : float
        From start to end in the animation; no source prescribes it.

    Examples
    --------
    >>> bridge = exercise_poses()["bridge"]
    >>> bridge.end.id, bridge.error_words
    ('bridge-end', 'The back is arched')
    """

    id: str
    common_error: str
    error_words: str
    azimuth_deg: float
    elevation_deg: float
    second_azimuth_deg: float
    second_elevation_deg: float
    move_s: float

    @property
    def exercise(self) -> Exercise:
        """The exercise: words, dose, targets, cautions."""
        return self._catalogue.exercises[self.id]

    @property
    def start(self) -> Pose:
        """Where it begins."""
        return pose(f"{self.id}-start")

    @property
    def end(self) -> Pose:
        """Where it is held, or turns."""
        return pose(f"{self.id}-end")

    @property
    def error(self) -> Pose:
        """A common error."""
        return pose(f"{self.id}-error")

    @property
    def seconds(self) -> float:
        """One way, start to end: ``move_s``."""
        return self.move_s

    @property
    def views(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Azimuth and elevation of both views, degrees."""
        return (
            (self.azimuth_deg, self.elevation_deg),
            (self.second_azimuth_deg, self.second_elevation_deg),
        )

    @property
    def angles(self) -> tuple[ExerciseAngle, ...]:
        """The joint angles that the exercise gives, as numbers."""
        return self._catalogue.related("exercise_angles", "exercise_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ExerciseAngle(Record):
    """A joint angle of an exercise, as its description gives it.

    Attributes
    ----------
    phase : str
        ``start`` or ``end``.
    side : str
        ``right`` (treated or working) or ``left``.
    motion_id : str
        A motion of the articulated figure, ``hip-flexion`` and so on; negative is the opposite motion.
    low_deg, high_deg : float or None
        Least and most; None where the description sets no such limit.
    approximate : bool
        True where it describes the position and comes from no study.
    source_key : str
        Empty where no source gives the number.

    Examples
    --------
    >>> [angle.high_deg for angle in exercise_poses()["supine-cross-body-stretch"].angles]
    [90.0, 30.0]
    """

    id: str
    exercise_id: str
    phase: str
    side: str
    motion_id: str
    low_deg: float | None
    high_deg: float | None
    approximate: bool
    source_key: str
    note: str

    @property
    def joint(self) -> str:
        """The joint with its side: ``hip-right``."""
        return f"{self.motion_id.split('-', 1)[0]}-{self.side}"

    @property
    def source(self) -> Source | None:
        """Where the number was read; None where it comes from no study."""
        return self._catalogue.sources[self.source_key] if self.source_key else None


# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "exercise_poses": ("drawn exercise", ExercisePoses),
    "exercise_angles": ("joint angle of an exercise", ExerciseAngle),
}


def exercise_poses() -> Table[ExercisePoses]:
    """Return the poses of every drawn exercise by its id, in the order of the exercises.

    Examples
    --------
    >>> exercise_poses()["clamshell"].views[0]
    (270.0, 18.0)
    """
    from gluteal.catalogue.catalogue import load

    return load().exercise_poses


def exercise_angles() -> Table[ExerciseAngle]:
    """Return the joint angles of the exercises by id.

    Examples
    --------
    >>> exercise_angles()["single-knee-to-chest-end-right-hip-flexion"].high_deg
    130.0
    """
    from gluteal.catalogue.catalogue import load

    return load().exercise_angles
