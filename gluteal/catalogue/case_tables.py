"""What the case generator draws from: conditions, warning signs, remarks, shares, levels, features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gluteal.catalogue.records import Fact, Record
from gluteal.catalogue.table import Table

if TYPE_CHECKING:
    from gluteal.catalogue.clinical import RedFlag
    from gluteal.catalogue.reasoning import Feature, Hypothesis


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseCondition(Record):
    """Something from which a case can be made.

    Attributes
    ----------
    pattern_ids : tuple of str
        Pain maps of which a case takes one.
    age_low_years, age_high_years : int
        From a fact where one gives an age (`fact_id`); else a teaching default.
    pain_first_by_years : int or None
        The pain began at this age at the latest; None: some weeks ago.
    frequency : int
        How often it is drawn, relative to the others: for teaching, no measure of how common it is.

    Examples
    --------
    >>> case_table("case_conditions")["hip-osteoarthritis"].fact.value
    0.11
    """

    id: str
    hypothesis_id: str
    pattern_ids: tuple[str, ...]
    age_low_years: int
    age_high_years: int
    women_pct: int
    basis: str
    fact_id: str
    pain_first_by_years: int | None
    frequency: int
    plan_goal_id: str
    plan_finding_ids: tuple[str, ...]
    note: str

    @property
    def hypothesis(self) -> Hypothesis:
        """What the reasoning model calls it."""
        return self._catalogue.hypotheses[self.hypothesis_id]

    @property
    def fact(self) -> Fact | None:
        """What its ages rest on; None for a teaching default."""
        return self._catalogue.facts[self.fact_id] if self.fact_id else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseAlarm(Record):
    """A red flag told in passing by a person whose pain looks like something else.

    Attributes
    ----------
    condition_id : str
        What drawing and findings look like.
    told : str
        What the person says.
    present_feature_ids, absent_feature_ids : tuple of str
        Answers that belong to it.
    next_step : str
        How fast: ``emergency``, ``same-day``, ``urgent`` or ``soon``, as the red flag says.
    """

    id: str
    red_flag_id: str
    condition_id: str
    age_low_years: int
    age_high_years: int
    sex: str
    weeks_low: int
    weeks_high: int
    told: str
    present_feature_ids: tuple[str, ...]
    absent_feature_ids: tuple[str, ...]
    next_step: str
    frequency: int

    @property
    def red_flag(self) -> RedFlag:
        """The red flag."""
        return self._catalogue.red_flags[self.red_flag_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseRemark(Record):
    """Something a person says that means nothing for the case.

    Attributes
    ----------
    age_high_years : int or None
        The oldest who say it.
    not_with_alarm_ids : tuple of str
        Red flags told in passing that it would contradict.
    """

    id: str
    told: str
    age_high_years: int | None
    not_with_alarm_ids: tuple[str, ...]

    def fits(self, age_years: int, alarm_id: str) -> bool:
        """Return whether a person of an age, with or without a red flag, can say it."""
        too_old = self.age_high_years is not None and age_years > self.age_high_years
        return not too_old and alarm_id not in self.not_with_alarm_ids


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseShare(Record):
    """How often an answer is present where no study says it: a teaching share for each number of points."""

    id: str
    points: int
    present_pct: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseLevel(Record):
    """How hard a case is: how much is told, and how far the drawing strays.

    Attributes
    ----------
    alarm_pct : int
        Share of cases with a red flag.
    covered_low_pct, covered_high_pct : int
        Share of the essential zone that is painted.
    spillover_pct : int
        Share of drawings that go into a spillover zone.
    wander_cells, stray_strokes : int
        How far a stroke may miss, in cells of 6 mm; strokes that belong to nothing.
    relevant_answers, other_answers, relevant_findings, other_findings : int
        How many questions and examinations that say something about what the case was made from, and how
        many that do not.
    """

    id: str
    order: int
    name: str
    alarm_pct: int
    covered_low_pct: int
    covered_high_pct: int
    spillover_pct: int
    wander_cells: int
    stray_strokes: int
    relevant_answers: int
    other_answers: int
    relevant_findings: int
    other_findings: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseFeature(Record):
    """Where the answer about a feature comes from in a generated case.

    Attributes
    ----------
    source : str
        ``drawing``: from the painted regions; ``age``; ``alarm``: absent unless a red flag brings it;
        ``drawn-by-lot``: from a published figure or a teaching share.
    region_ids : tuple of str
        Regions of the body charts that make it present.
    least_cells, least_share_pct : int or None
        How much of them has to be painted, in cells, and in percent of the drawing.
    needs_feature_ids : tuple of str
        Without one of these it is absent.
    background_pct : int or None
        Teaching share of people with something else in whom it is present.
    age_high_years : int or None
        The oldest who are asked.
    """

    id: str
    feature_id: str
    source: str
    region_ids: tuple[str, ...]
    least_cells: int | None
    least_share_pct: int | None
    needs_feature_ids: tuple[str, ...]
    background_pct: int | None
    age_high_years: int | None

    @property
    def feature(self) -> Feature:
        """The feature."""
        return self._catalogue.reasoning_features[self.feature_id]


RECORDS = {
    "case_conditions": ("condition of a case", CaseCondition),
    "case_alarms": ("warning sign of a case", CaseAlarm),
    "case_remarks": ("remark", CaseRemark),
    "case_shares": ("share", CaseShare),
    "case_levels": ("level of difficulty", CaseLevel),
    "case_features": ("feature of a case", CaseFeature),
}


def case_table(name: str) -> Table:
    """Return a table of the case generator.

    Parameters
    ----------
    name : str
        A name of `RECORDS`.

    Examples
    --------
    >>> list(case_table("case_levels"))
    ['easy', 'medium', 'hard']
    """
    from gluteal.catalogue.catalogue import load

    return getattr(load(), name)
