"""The pressure release model: its values, ready ways to press, and the words for what happens."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.clinical import TreatmentFact
from gluteal.catalogue.palpation import PalpationValue
from gluteal.catalogue.records import Record
from gluteal.catalogue.teaching import ArticleClaim


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReleaseProtocol(Record):
    """A ready way to press.

    Attributes
    ----------
    kind : str
        ``article``, ``published`` (the dose of a trial) or ``mistake`` (to look at).
    presses : str
        One press after the other, ``|`` between them: level ``@`` rate in N/s ``/`` hold in s. The level is
        the share of the way from the threshold (0) to what is tolerable (1); ``+`` presses on at once.
    what, added : str
        The dose in words, and what the pack had to add to it.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().pressure_release_protocols["midway"].fact.source.short
    'Hou 2002'
    """

    id: str
    title: str
    kind: str
    presses: str
    what: str
    added: str
    fact_id: str
    claim_id: str

    @property
    def fact(self) -> TreatmentFact | None:
        """The trial's dose as the table of treatments has it, or None."""
        return self._catalogue.treatment_facts[self.fact_id] if self.fact_id else None

    @property
    def claim(self) -> ArticleClaim | None:
        """The claim of the article that describes it, or None."""
        return self._catalogue.article_claims[self.claim_id] if self.claim_id else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReleaseSign(Record):
    """What happens at a moment, in words; of those that hold the first is said.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> list(load().pressure_release_signs)[0]
    'fast'
    """

    id: str
    title: str
    words: str
    advice: str


RECORDS = {
    "pressure_release": ("value of the pressure release model", PalpationValue),
    "pressure_release_protocols": ("way to press", ReleaseProtocol),
    "pressure_release_signs": ("sign of pressure release", ReleaseSign),
}
