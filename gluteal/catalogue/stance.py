"""Standing on one leg: levers and shares, what was measured in people, ready postures, words for verdicts."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Claim, Record, Source, Unit
from gluteal.catalogue.table import Table


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StanceValue(Record):
    """One value of the model.

    Attributes
    ----------
    minimum, maximum : float or None
        What its slider offers; None for a value that has no slider.
    basis : str
        ``source``, ``computed`` (from the source, the note says how) or ``teaching-value``.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().stance_values["abductor-arm"].value
    0.0422
    """

    id: str
    name: str
    value: float
    unit: str
    minimum: float | None
    maximum: float | None
    basis: str
    source_key: str
    note: str

    @property
    def measured_in(self) -> Unit:
        """The unit."""
        return self._catalogue.units[self.unit]

    @property
    def source(self) -> Source | None:
        """Where it was read; None for a teaching value."""
        return self._catalogue.sources[self.source_key] if self.source_key else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StanceMeasurement(Claim):
    """What was measured in people: the force in the joint, the weight of a leg, muscle activity, pelvic drop.

    Attributes
    ----------
    kind : str
        ``joint-force``, ``joint-direction``, ``leg-weight``, ``emg`` or ``pelvic-drop``.
    value, value_low, value_high : float or None
        None where the copy read gives none.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().stance_measurements["joint-force-standing"].value
    2.31
    """

    id: str
    kind: str
    name: str
    value: float | None
    value_low: float | None
    value_high: float | None
    unit: str
    n: int
    population: str
    comparator: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WorkedStance(Record):
    """A worked case: what goes in, and the figures that come out.

    Attributes
    ----------
    basis : str
        ``computed`` with the values of the pack, or ``quoted`` from a drawing that uses others.
    """

    id: str
    name: str
    shift_m: float
    stick_pct: float
    arm_change_pct: float
    width_change_pct: float
    lever_m: float | None
    abductor_bw: float
    joint_bw: float
    tilt_deg: float | None
    basis: str
    source_key: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StancePreset(Record):
    """A ready posture. ``note`` says what it shows."""

    id: str
    title: str
    note: str
    body_mass_kg: float
    strength_pct: float
    lean_deg: float
    drop_deg: float
    stick_pct: float
    stick_hand: str
    load_opposite_kg: float
    load_same_kg: float


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StanceVerdict(Record):
    """What the model says of a posture, in words."""

    id: str
    title: str
    text: str


# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "stance_values": ("value of single-leg stance", StanceValue),
    "stance_measurements": ("measurement of single-leg stance", StanceMeasurement),
    "stance_worked": ("worked case of single-leg stance", WorkedStance),
    "stance_presets": ("ready posture", StancePreset),
    "stance_verdicts": ("verdict on a posture", StanceVerdict),
}


def stance_values() -> Table[StanceValue]:
    """Return the values of the model by id.

    Examples
    --------
    >>> stance_values()["leg-share"].source.short
    'Williams 1962'
    """
    return _table("stance_values")


def stance_measurements() -> Table[StanceMeasurement]:
    """Return what was measured in people, by id."""
    return _table("stance_measurements")


def worked_stances() -> Table[WorkedStance]:
    """Return the worked cases by id."""
    return _table("stance_worked")


def stance_presets() -> Table[StancePreset]:
    """Return the ready postures by id, in the order in which they are offered."""
    return _table("stance_presets")


def stance_verdicts() -> Table[StanceVerdict]:
    """Return the words for verdicts by id."""
    return _table("stance_verdicts")


def _table(name: str) -> Table:
    from gluteal.catalogue.catalogue import load

    return getattr(load(), name)
