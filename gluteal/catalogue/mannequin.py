"""The articulated figure: lengths, joints with limits, cross-sections, hands, named places on the skin."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Record
from gluteal.catalogue.table import Table


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FigureLength(Record):
    """A length of the figure.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().mannequin_lengths["thigh-length"].value_mm
    392.0
    """

    id: str
    value_mm: float
    source_key: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FigureMotion(Record):
    """One motion of one joint: the axis in the frame above it, and how far the figure may move.

    Attributes
    ----------
    place : int
        Its place among the angles of the joint, from 1.
    axis, sign : str, int
        Of the right side: x forwards, y up, z to the right; the left side mirrors it.
    """

    id: str
    joint: str
    place: int
    axis: str
    sign: int
    minimum_deg: float
    maximum_deg: float
    rest_deg: float
    paired: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FigureSection(Record):
    """A cross-section of a part: how far the skin lies from the middle line in four directions."""

    id: str
    part: str
    along_mm: float
    front_mm: float
    back_mm: float
    lateral_mm: float
    medial_mm: float
    exponent: float
    material: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HandShape(Record):
    """How one digit is bent in one shape of the hand."""

    id: str
    shape: str
    digit: str
    first_deg: float
    second_deg: float
    third_deg: float
    aside_deg: float


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Digit(Record):
    """Where a finger begins on the palm: from the wrist, towards the thumb, towards the back of the hand."""

    id: str
    along_mm: float
    front_mm: float
    lateral_mm: float


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SkinPoint(Record):
    """A named place on the skin: part, how far along it, and round it (0 front, 90 lateral, 180 back)."""

    id: str
    part: str
    along_mm: float
    around_deg: float
    paired: bool


# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "mannequin_lengths": ("length of the figure", FigureLength),
    "mannequin_joints": ("motion of the figure", FigureMotion),
    "mannequin_sections": ("cross-section of the figure", FigureSection),
    "mannequin_hands": ("shape of the hand", HandShape),
    "mannequin_digits": ("digit", Digit),
    "mannequin_points": ("place on the skin", SkinPoint),
}


def figure_table(name: str) -> Table:
    """Return one table: ``lengths``, ``joints``, ``sections``, ``hands``, ``digits`` or ``points``.

    Raises
    ------
    AttributeError
        When there is no such table.

    Examples
    --------
    >>> figure_table("joints")["knee-flexion"].maximum_deg
    155.0
    """
    from gluteal.catalogue.catalogue import load

    return getattr(load(), f"mannequin_{name}")
