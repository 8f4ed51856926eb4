"""The computed hip's facts: muscle lines, joint, positions, normal ranges, and what others measured."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.anatomy import Structure
from gluteal.catalogue.records import Claim, Record, Source
from gluteal.catalogue.table import Table


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipLine(Claim):
    """One muscle line of the model: a muscle, or one of the parts in which it is modelled.

    Attributes
    ----------
    structure_ids : tuple of str
        What the line stands for.
    required : bool
        False for the hip flexors, which only a few lessons need.
    max_isometric_force_n : float
        Of the published model; used to weigh parts of one muscle, never shown as a person's strength.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().hip_lines["gmed1"].name
    'Gluteus medius, anterior part'
    """

    id: str
    name: str
    structure_ids: tuple[str, ...]
    required: bool
    max_isometric_force_n: float

    @property
    def structures(self) -> tuple[Structure, ...]:
        """What the line stands for."""
        return tuple(self._catalogue.structures[key] for key in self.structure_ids)

    @property
    def points(self) -> tuple[HipPathPoint, ...]:
        """The points of the line, from origin to insertion."""
        return self._catalogue.related("hip_path_points", "line_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipPathPoint(Record):
    """A point of a line, in the frame of the bone with which it moves: x anterior, y up, z to the right, m.

    A conditional point is there only while flexion lies between two angles, bounds included.
    """

    id: str
    line_id: str
    order: int
    body: str
    kind: str
    x_m: float
    y_m: float
    z_m: float
    active_from_flexion_rad: float | None
    active_to_flexion_rad: float | None
    source_key: str

    @property
    def position_m(self) -> tuple[float, float, float]:
        """The point, m."""
        return (self.x_m, self.y_m, self.z_m)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipKneePoint(Record):
    """Where the line of the tensor fasciae latae ends, in the frame of the femur, while the knee bends."""

    id: str
    knee_flexion_deg: float
    x_m: float
    y_m: float
    z_m: float
    source_key: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipJointValue(Record):
    """A value of the joint: a point, an axis with the range of its angle, or a length.

    Attributes
    ----------
    x, y, z : float or None
        Coordinates in ``unit``, components of an axis, or (``x`` alone) a single value.
    minimum, maximum : float or None
        The angles that controls offer and that count as usual, deg.
    """

    id: str
    name: str
    x: float | None
    y: float | None
    z: float | None
    unit: str
    minimum: float | None
    maximum: float | None
    basis: str
    source_key: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipPosition(Record):
    """A position of the hip in a test, a stretch or daily life. The angles are the pack's, for teaching.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().hip_positions["fair-60"].pose_deg
    (60.0, 25.0, 40.0)
    """

    id: str
    name: str
    flexion_deg: float
    adduction_deg: float
    rotation_deg: float
    knee_flexion_deg: float
    preset: bool
    basis: str
    note: str

    @property
    def pose_deg(self) -> tuple[float, float, float]:
        """Flexion, adduction, internal rotation."""
        return (self.flexion_deg, self.adduction_deg, self.rotation_deg)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RangeNorm(Claim):
    """The range of one motion in one group of people.

    Attributes
    ----------
    motion : str
        ``internal-rotation``, ``flexion`` and so on.
    sd_deg, low_deg, high_deg : float or None
        Standard deviation between people; least and most. None where it was not read.
    """

    id: str
    motion: str
    position: str
    population: str
    n: int | None
    mean_deg: float
    sd_deg: float | None
    low_deg: float | None
    high_deg: float | None
    unit: str

    @property
    def source(self) -> Source:
        """Where it was read."""
        return self._catalogue.sources[self.source_key]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PublishedMomentArm(Claim):
    """A rotation moment arm that others measured or computed, internal rotation positive.

    Attributes
    ----------
    compartment : str
        The part of the muscle, by the name of the source.
    kind : str
        ``cadaver`` or ``model``.
    """

    id: str
    compartment: str
    structure_name: str
    line_id: str
    kind: str
    flexion_deg: float
    rotation_arm_mm: float
    sd_mm: float | None
    n: int | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipReversal(Record):
    """At which flexion the rotation moment arm of a line changes sign, in this model or another.

    Attributes
    ----------
    reversal_flexion_deg : float or None
        None where the sign does not change.
    """

    id: str
    model: str
    line_id: str
    adduction_deg: float
    rotation_deg: float
    reversal_flexion_deg: float | None
    rotation_arm_at_0_mm: float
    rotation_arm_at_90_mm: float
    source_key: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HipComparison(Claim):
    """The model against what was measured in people or cadavers.

    Attributes
    ----------
    agreement : str
        ``agrees``, ``partly``, ``contradicts`` or ``not-in-the-model``.
    """

    id: str
    line_id: str
    measured_in: str
    finding: str
    model_says: str
    agreement: str


# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "hip_lines": ("muscle line", HipLine),
    "hip_path_points": ("path point", HipPathPoint),
    "hip_knee": ("knee point", HipKneePoint),
    "hip_joint": ("value of the hip joint", HipJointValue),
    "hip_positions": ("position of the hip", HipPosition),
    "hip_range_norms": ("normal range", RangeNorm),
    "hip_moment_arms": ("published moment arm", PublishedMomentArm),
    "hip_reversals": ("reversal", HipReversal),
    "hip_comparisons": ("comparison of the hip model", HipComparison),
}


def hip_positions() -> Table[HipPosition]:
    """Return the positions by id.

    Examples
    --------
    >>> hip_positions()["sitting"].flexion_deg
    90.0
    """
    return _table("hip_positions")


def range_norms() -> Table[RangeNorm]:
    """Return the normal ranges by id."""
    return _table("hip_range_norms")


def published_moment_arms() -> Table[PublishedMomentArm]:
    """Return the published rotation moment arms by id."""
    return _table("hip_moment_arms")


def hip_paths() -> Table[HipLine]:
    """Return the muscle lines by id; each has its ``points``."""
    return _table("hip_lines")


def hip_joint() -> Table[HipJointValue]:
    """Return the values of the joint by id."""
    return _table("hip_joint")


def _table(name: str) -> Table:
    from gluteal.catalogue.catalogue import load

    return getattr(load(), name)
