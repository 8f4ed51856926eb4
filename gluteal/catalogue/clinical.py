"""Records of examination and treatment."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.anatomy import Muscle
from gluteal.catalogue.records import Claim, Fact, Record, Source

ACCURACY = ("sensitivity", "specificity", "positive-likelihood-ratio", "negative-likelihood-ratio")


class _HasFacts:
    """Look-up of facts by property."""

    __slots__ = ()

    def about(self, *names: str) -> tuple[Fact, ...]:
        """Return the facts with one of these properties, in the order of the table."""
        return tuple(fact for fact in self.facts if fact.property in names)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ClinicalTest(Record, _HasFacts):
    """A test, a cluster of tests, or a measurement of the examination.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> [fact.value for fact in load().tests["seated-piriformis-stretch-test"].about("sensitivity")]
    [0.52]
    """

    id: str
    name: str
    abbreviation: str
    kind: str
    asks_about: str
    note: str

    @property
    def facts(self) -> tuple[TestFact, ...]:
        """Everything the table says about the test."""
        return self._catalogue.related("test_facts", "test_id", self.id)

    @property
    def procedure(self) -> tuple[TestFact, ...]:
        """How it is done."""
        return self.about("procedure")

    @property
    def positive_finding(self) -> tuple[TestFact, ...]:
        """What counts as positive."""
        return self.about("positive-finding")

    @property
    def accuracy(self) -> tuple[TestFact, ...]:
        """Sensitivity, specificity and likelihood ratios. Never pool them across reference standards."""
        return self.about(*ACCURACY)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TestFact(Fact):
    """One property of one test, for one target condition, against one reference standard."""

    __test__ = False  # the name is the field's; pytest must not collect it

    test_id: str
    variant: str
    target_condition: str
    reference_standard: str

    @property
    def test(self) -> ClinicalTest:
        """The test."""
        return self._catalogue.tests[self.test_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Differential(Record, _HasFacts):
    """Another condition that can hurt in or around the buttock."""

    id: str
    name: str
    tissue: str
    note: str

    @property
    def facts(self) -> tuple[DifferentialFact, ...]:
        """What tells it apart, how common it is, what to beware of."""
        return self._catalogue.related("differential_facts", "differential_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DifferentialFact(Fact):
    """One feature of one differential diagnosis; ``action`` says what to do next, if anything."""

    differential_id: str
    action: str

    @property
    def differential(self) -> Differential:
        """The condition."""
        return self._catalogue.differentials[self.differential_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RedFlag(Claim):
    """A sign that something serious may be the cause: what to look for, how urgent, what to do.

    Attributes
    ----------
    question : str
        The features as a question in plain words, to be answered by yes or no.
    """

    id: str
    name: str
    urgency: str
    features: str
    question: str
    action: str

    @property
    def facts(self) -> tuple[RedFlagFact, ...]:
        """How common it is, and cautions."""
        return self._catalogue.related("red_flag_facts", "red_flag_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RedFlagFact(Fact):
    """One more fact about one red flag."""

    red_flag_id: str
    action: str

    @property
    def red_flag(self) -> RedFlag:
        """The red flag."""
        return self._catalogue.red_flags[self.red_flag_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Treatment(Record, _HasFacts):
    """A kind of treatment.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> [fact.measure for fact in load().treatments["ischaemic-compression"].about("effect")][0]
    '0.67 SMD (95 % CI 0.35 to 0.98)'
    """

    id: str
    name: str
    article_item: str
    note: str

    @property
    def facts(self) -> tuple[TreatmentFact, ...]:
        """Effects, doses, harms, contraindications and the overall grade."""
        return self._catalogue.related("treatment_facts", "treatment_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TreatmentFact(Fact):
    """One statement on one treatment.

    Attributes
    ----------
    outcome : str
        What was measured.
    favours : str
        ``treatment``, ``comparator``, ``neither``, or empty where the row compares nothing.
    follow_up : str
        When it was measured.
    n_studies : int or None
        How many studies stand behind it.
    """

    treatment_id: str
    outcome: str
    favours: str
    follow_up: str
    n_studies: int | None

    @property
    def treatment(self) -> Treatment:
        """The treatment."""
        return self._catalogue.treatments[self.treatment_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Exercise(Claim):
    """A stretch, a strengthening exercise or a self-release technique.

    Attributes
    ----------
    grade, dose_grade : str
        How sure the technique is, and how sure the dose is.
    hold_low_s, hold_high_s, repetitions_low, ... : float or int or None
        The dose in numbers, where ``dose`` gives them.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> [muscle.id for muscle in load().exercises["bridge"].target_muscles][0]
    'gluteus-maximus'
    """

    id: str
    number: int
    name: str
    category: str
    region: str
    in_article: bool
    article_item: str
    start_position: str
    movement: str
    joint_angles: str
    cues: tuple[str, ...]
    common_errors: tuple[str, ...]
    dose: str
    hold_low_s: float | None
    hold_high_s: float | None
    repetitions_low: int | None
    repetitions_high: int | None
    sets_low: int | None
    sets_high: int | None
    dose_basis: str
    dose_grade: str
    targets: str
    target_muscle_ids: tuple[str, ...]
    equipment: tuple[str, ...]
    progression: str
    harder_exercise_id: str
    regression: str
    easier_exercise_id: str
    cautions: tuple[str, ...]

    @property
    def target_muscles(self) -> tuple[Muscle, ...]:
        """The targets that the pack describes as muscles."""
        return tuple(self._catalogue.muscles[key] for key in self.target_muscle_ids)

    @property
    def emg_activations(self) -> tuple[EmgActivation, ...]:
        """How strongly the muscles worked in healthy people who did it."""
        return self._catalogue.related("emg_activations", "exercise_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EmgActivation(Fact):
    """How strongly one muscle worked in one task, as a share of its maximal voluntary contraction."""

    exercise_id: str
    task: str
    muscle_id: str
    portion: str
    statistic: str
    load: str

    @property
    def exercise(self) -> Exercise | None:
        """The exercise of the pack that is this task, or None."""
        return self._catalogue.exercises[self.exercise_id] if self.exercise_id else None

    @property
    def muscle(self) -> Muscle:
        """The muscle."""
        return self._catalogue.muscles[self.muscle_id]


def sources_of(records: tuple[Claim, ...]) -> tuple[Source, ...]:
    """Return the sources of several claims, each once, in order of appearance."""
    return tuple(dict.fromkeys(source for record in records for source in record.sources))
