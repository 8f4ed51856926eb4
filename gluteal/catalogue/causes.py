"""Possible causes of gluteal trigger points: what speaks for and against each, and how to ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Claim, Grade, Record, Source
from gluteal.catalogue.table import Table
from gluteal.catalogue.teaching import Statement


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Cause(Claim):
    """A possible cause, judged.

    Attributes
    ----------
    article_words : str
        What the source article calls it; empty where it does not name it.
    studied_in : str
        ``with-trigger-points``, ``other-pain`` or ``trapezius``: what its studies looked at.
    verdict : str
        What they come to, in one line. The grade says how sure that line is.

    Examples
    --------
    >>> causes()["leg-length"].name
    'Legs of unequal length'
    """

    id: str
    name: str
    article_words: str
    studied_in: str
    verdict: str

    @property
    def evidence(self) -> tuple[CauseEvidence, ...]:
        """What speaks for and against it, in the order of the table."""
        return self._catalogue.related("cause_evidence", "cause_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CauseEvidence(Record):
    """One finding on one possible cause.

    Attributes
    ----------
    side : str
        ``for`` or ``against``.
    design : str
        Kind of study.
    words : str
        The finding in short; number, people, source and grade stand in ``fact``.
    measured_points, compared, order_seen : bool
        Whether trigger points were looked for; whether others were looked at besides; whether the possible
        cause was there, or was changed, before the outcome was looked at.
    """

    id: str
    cause_id: str
    side: str
    fact_id: str
    design: str
    words: str
    measured_points: bool
    compared: bool
    order_seen: bool

    @property
    def fact(self) -> Statement:
        """The statement that holds number, people, source and grade."""
        return self._catalogue.statements[self.fact_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InterviewQuestion(Record):
    """A question of the interview for possible causes.

    Attributes
    ----------
    part : str
        Part of the page: ``start``, ``load``, ``near``, ``body``, ``person`` or ``plan``.
    kind : str
        ``yes-no`` or ``open``.
    basis : str
        ``source``, or ``teaching-wording`` where the pack asks it for reasons of its own.
    """

    id: str
    part: str
    kind: str
    question: str
    why: str
    basis: str
    grade: str
    source_key: str

    @property
    def reason_grade(self) -> Grade | None:
        """How sure its reason is, or None for a question of the pack."""
        return self._catalogue.grades[self.grade] if self.grade else None

    @property
    def source(self) -> Source | None:
        """The source, or None for a question of the pack."""
        return self._catalogue.sources[self.source_key] if self.source_key else None


# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "causes": ("possible cause", Cause),
    "cause_evidence": ("finding on a possible cause", CauseEvidence),
    "interview_checklist": ("question of the interview", InterviewQuestion),
}


def causes() -> Table[Cause]:
    """Return the possible causes by id, in the order in which they are taught."""
    return _table("causes")


def cause_evidence() -> Table[CauseEvidence]:
    """Return what speaks for and against them, by id."""
    return _table("cause_evidence")


def interview_questions() -> Table[InterviewQuestion]:
    """Return the questions of the interview by id, in the order of the page.

    Examples
    --------
    >>> interview_questions()["start-fall"].source.short
    'Travell & Simons 1992'
    """
    return _table("interview_checklist")


def _table(name: str) -> Table:
    from gluteal.catalogue.catalogue import load

    return getattr(load(), name)
