"""What complaints and findings speak for and against: hypotheses, features, weights, contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gluteal.catalogue.accuracy import AccuracyRow
from gluteal.catalogue.records import Claim, Fact, Record

if TYPE_CHECKING:
    from gluteal.catalogue.anatomy import Muscle
    from gluteal.catalogue.clinical import ClinicalTest, Differential, RedFlag

FOLDER = "reasoning"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hypothesis(Claim):
    """Something that could explain the complaint: trigger points of a muscle, or another condition.

    Attributes
    ----------
    kind : str
        ``muscle`` or ``mimic``.
    prior_points : int
        Teaching weight before anything is known.
    prior_reason : str
        Why, in a sentence.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().hypotheses["lumbar-radiculopathy"].differential.tissue
    'nerve'
    """

    id: str
    order: int
    name: str
    short_name: str
    kind: str
    muscle_ids: tuple[str, ...]
    differential_id: str
    prior_points: int
    prior_reason: str

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """The muscles, for a hypothesis about trigger points."""
        return tuple(self._catalogue.muscles[key] for key in self.muscle_ids)

    @property
    def differential(self) -> Differential | None:
        """The condition, for a mimic."""
        return self._catalogue.differentials[self.differential_id] if self.differential_id else None

    @property
    def weights(self) -> tuple[Weight, ...]:
        """Everything that speaks for or against it."""
        return self._catalogue.related("reasoning_weights", "hypothesis_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FeatureGroup(Record):
    """Features that ask about nearly the same thing, of which only the strongest counts.

    Attributes
    ----------
    why : str
        Why they depend on one another, in a sentence; empty for a group of one.
    """

    id: str
    name: str
    why: str

    @property
    def features(self) -> tuple[Feature, ...]:
        """Its features, in the order of the table."""
        return self._catalogue.related("reasoning_features", "group_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Feature(Record):
    """A complaint, something that eases or aggravates, or a finding, which can be present or absent.

    Attributes
    ----------
    section : str
        ``complaint``, ``aggravating``, ``easing`` or ``finding``.
    name, present, absent : str
        In a few words; and as a statement where it is present, and where it is absent.
    question : str
        To be answered by yes or no.
    article_symptom : int or None
        Which of the three symptoms of the patient article it asks about.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().reasoning_features["slump"].test.name
    'Slump test'
    """

    id: str
    section: str
    name: str
    question: str
    present: str
    absent: str
    group_id: str
    test_id: str
    red_flag_ids: tuple[str, ...]
    article_symptom: int | None
    note: str

    @property
    def group(self) -> FeatureGroup:
        """Features that ask about nearly the same."""
        return self._catalogue.reasoning_groups[self.group_id]

    @property
    def test(self) -> ClinicalTest | None:
        """The clinical test whose result it is, or None."""
        return self._catalogue.tests[self.test_id] if self.test_id else None

    @property
    def red_flags(self) -> tuple[RedFlag, ...]:
        """Red flags to ask about again where it is present."""
        return tuple(self._catalogue.red_flags[key] for key in self.red_flag_ids)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Weight(Claim):
    """What one answer about one feature adds to one hypothesis.

    Attributes
    ----------
    answer : str
        ``present`` or ``absent``.
    points : int
        Above 0 it speaks for, below 0 against the hypothesis.
    basis : str
        ``study`` where the points follow from a likelihood ratio of one study (or of one review against one
        reference standard); ``teaching-weight`` where the pack set them.
    accuracy_id, fact_id : str
        Where the likelihood ratio is: a row of the accuracy table, or a fact; empty for a teaching weight.
    sentence : str
        The reason.
    """

    id: str
    hypothesis_id: str
    feature_id: str
    answer: str
    points: int
    basis: str
    accuracy_id: str
    fact_id: str
    sentence: str

    @property
    def hypothesis(self) -> Hypothesis:
        """What it is about."""
        return self._catalogue.hypotheses[self.hypothesis_id]

    @property
    def feature(self) -> Feature:
        """What was asked."""
        return self._catalogue.reasoning_features[self.feature_id]

    @property
    def accuracy(self) -> AccuracyRow | None:
        """The study of the test, if the points follow from one."""
        return self._catalogue.accuracy[self.accuracy_id] if self.accuracy_id else None

    @property
    def fact(self) -> Fact | None:
        """The fact that is the likelihood ratio, if the points follow from one."""
        return self._catalogue.facts[self.fact_id] if self.fact_id else None

    @property
    def likelihood_ratio(self) -> float | None:
        """The likelihood ratio from which the points follow; None for a teaching weight."""
        if self.fact_id:
            return self.fact.value
        return self.accuracy.likelihood_ratio(self.answer) if self.accuracy_id else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Contradiction(Record):
    """Two answers that do not go together.

    Attributes
    ----------
    sentence : str
        What does not fit, and what to ask again.
    """

    id: str
    first_feature_id: str
    first_answer: str
    second_feature_id: str
    second_answer: str
    sentence: str

    @property
    def features(self) -> tuple[Feature, Feature]:
        """Both features."""
        known = self._catalogue.reasoning_features
        return known[self.first_feature_id], known[self.second_feature_id]


RECORDS = {
    "hypotheses": ("hypothesis", Hypothesis),
    "reasoning_groups": ("group of features", FeatureGroup),
    "reasoning_features": ("feature", Feature),
    "accuracy": ("row of accuracy", AccuracyRow),
    "reasoning_weights": ("weight", Weight),
    "contradictions": ("contradiction", Contradiction),
}
"""Table to what one row is called, and its record."""
