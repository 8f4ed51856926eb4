"""The values of the palpation trainer's teaching model, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Record, Source, Unit
from gluteal.catalogue.teaching import Statement


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PalpationValue(Record):
    """One value of the model.

    Attributes
    ----------
    name : str
        What it is.
    basis : str
        ``source`` where a source gives it (the note says for whom), ``teaching-value`` where the pack does.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().palpation_trainer["found-distance"].source.short
    'Holm-Jensen 2020'
    """

    id: str
    name: str
    value: float
    unit: str
    basis: str
    statement_id: str
    source_key: str
    note: str

    @property
    def measured_in(self) -> Unit:
        """The unit."""
        return self._catalogue.units[self.unit]

    @property
    def statement(self) -> Statement | None:
        """The statement that holds the value, or None."""
        return self._catalogue.statements[self.statement_id] if self.statement_id else None

    @property
    def source(self) -> Source | None:
        """The source of the value, or None for a teaching value."""
        return self._catalogue.sources[self.source_key] if self.source_key else None
