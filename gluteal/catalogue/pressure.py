"""The teaching scale of pressure: from nothing to spillover, in steps without a unit."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Record
from gluteal.catalogue.teaching import Gap, Statement


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PressureStep(Record):
    """One step of what is felt when a trigger point is pressed harder. The scale is a teaching scale.

    Attributes
    ----------
    from_percent, to_percent : float
        Where on the scale the step begins, and where its picture is complete. No pressure stands behind them.
    what_you_feel, what_is_known : str
        The step in words, and what was measured.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> [step.title for step in load().pressure_steps.values()]
    ['Nothing', 'Local tenderness', 'Essential zone', 'Spillover zone']
    """

    id: str
    order: int
    from_percent: float
    to_percent: float
    title: str
    what_you_feel: str
    what_is_known: str
    statement_ids: tuple[str, ...]
    gap_ids: tuple[str, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What was measured."""
        return tuple(self._catalogue.statements[key] for key in self.statement_ids)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is not known."""
        return tuple(self._catalogue.gaps[key] for key in self.gap_ids)
