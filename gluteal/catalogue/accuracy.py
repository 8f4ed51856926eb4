"""How accurate tests are: one row for each test, condition, reference standard and study, never pooled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from gluteal.catalogue.records import Record

if TYPE_CHECKING:
    from gluteal.catalogue.clinical import ClinicalTest, TestFact
    from gluteal.catalogue.records import Grade, Source


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AccuracyRow(Record):
    """Which two facts belong together as sensitivity and specificity of one test in one study.

    Attributes
    ----------
    name : str
        The test and what it was held against, in a few words.
    n_with, n_without : int or None
        How many people had the condition by the reference standard, and how many had not, if it was read.
    sensitivity_low, sensitivity_high, specificity_low, specificity_high : float or None
        95 % intervals by Wilson's formula, from the numbers of people, where the source gives none.
    bedside : bool
        Whether it is what a clinician does, and not a measurement in a laboratory.
    caveat : str
        What to know before you carry the figures over to the person before you.
    """

    id: str
    test_id: str
    name: str
    sensitivity_fact_id: str
    specificity_fact_id: str
    n_with: int | None
    n_without: int | None
    sensitivity_low: float | None
    sensitivity_high: float | None
    specificity_low: float | None
    specificity_high: float | None
    bedside: bool
    caveat: str

    @property
    def test(self) -> ClinicalTest:
        """The test."""
        return self._catalogue.tests[self.test_id]

    @property
    def sensitivity(self) -> TestFact:
        """The fact that is the sensitivity."""
        return self._catalogue.test_facts[self.sensitivity_fact_id]

    @property
    def specificity(self) -> TestFact:
        """The fact that is the specificity."""
        return self._catalogue.test_facts[self.specificity_fact_id]

    def likelihood_ratio(self, answer: str) -> float:
        """Return the likelihood ratio of a positive (``present``) or negative (``absent``) result.

        Examples
        --------
        >>> from gluteal.catalogue import load
        >>> round(load().accuracy["active-piriformis-martin2014"].likelihood_ratio("present"), 1)
        3.9
        """
        sens, spec = self.sensitivity.value, self.specificity.value
        above, below = (sens, 1 - spec) if answer == "present" else (1 - sens, spec)
        return above / below if below else inf


@dataclass(frozen=True)
class Accuracy:
    """Sensitivity and specificity of one test for one condition against one reference standard, in one study.

    Attributes
    ----------
    id : str
    test_id, test, variant, name : str
        The test, by id and name; which way of doing or reading it; test and study in a few words.
    target, reference_standard : str
        The condition; how its presence was settled. An empty reference standard was not read.
    sensitivity_pct, specificity_pct : float
        %.
    sensitivity_interval_pct, specificity_interval_pct : tuple of (float, float), or None
        95 % interval; None where the study gives none and the numbers of people were not read.
    interval_from : str
        ``published``, ``computed`` (Wilson's formula, from the numbers of people) or ``unknown``.
    population : str
    n : int or None
        How many people in all.
    source_key, grade : str
        The grade is the weaker of those of the two figures.
    source, certainty
        The records of both.
    caveat : str
        Spectrum and reference standard: what to know before you use the figures.
    bedside : bool
        Whether it is what a clinician does at the bedside.
    """

    id: str
    test_id: str
    test: str
    variant: str
    name: str
    target: str
    reference_standard: str
    sensitivity_pct: float
    specificity_pct: float
    sensitivity_interval_pct: tuple[float, float] | None
    specificity_interval_pct: tuple[float, float] | None
    interval_from: str
    population: str
    n: int | None
    n_with: int | None
    n_without: int | None
    source_key: str
    grade: str
    source: Source
    certainty: Grade
    caveat: str
    bedside: bool


@cache
def accuracies() -> tuple[Accuracy, ...]:
    """Return the accuracy of every test of which both figures were read, study by study.

    Figures of different studies, conditions or reference standards stand side by side and are never pooled.

    Examples
    --------
    >>> one = accuracies()[0]
    >>> one.test, one.reference_standard, one.sensitivity_pct, one.specificity_pct
    ('Seated piriformis stretch test', 'endoscopy', 52.0, 90.0)
    """
    from gluteal.catalogue.catalogue import load

    return tuple(_accuracy(row) for row in load().accuracy.values())


def _accuracy(row: AccuracyRow) -> Accuracy:
    sens, spec = row.sensitivity, row.specificity
    intervals, origin = _intervals(row)
    weaker = max((sens, spec), key=lambda fact: fact.certainty.rank)
    return Accuracy(
        row.id, row.test_id, row.test.name, sens.variant, row.name,
        sens.target_condition, sens.reference_standard,
        _percent(sens.value), _percent(spec.value), *intervals, origin,
        sens.population, sens.n, row.n_with, row.n_without,
        sens.source_key, weaker.grade, sens.source, weaker.certainty, row.caveat, row.bedside,
    )  # fmt: skip


def _intervals(row: AccuracyRow) -> tuple[tuple, str]:
    published = _interval(row.sensitivity, "ci"), _interval(row.specificity, "ci")
    computed = _interval(row, "sensitivity"), _interval(row, "specificity")
    if all(published):
        return published, "published"
    return (computed, "computed") if all(computed) else ((None, None), "unknown")


def _interval(record: Record, name: str) -> tuple[float, float] | None:
    low, high = getattr(record, f"{name}_low"), getattr(record, f"{name}_high")
    return None if low is None or high is None else (_percent(low), _percent(high))


def _percent(value: float) -> float:
    return round(100 * value, 1)
