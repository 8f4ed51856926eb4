"""The rules of a week plan: goals, what fits when, what a finding forbids, when to do more or stop."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.clinical import Exercise
from gluteal.catalogue.records import Grade, Record, Source
from gluteal.catalogue.table import Table


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Rule(Record):
    """A rule with a source and a grade, or one that the pack set and calls so.

    Attributes
    ----------
    basis : str
        ``source`` or ``teaching-default``.
    """

    id: str
    basis: str
    grade: str
    source_key: str

    @property
    def source(self) -> Source | None:
        """Where its reason was read; None for a teaching default."""
        return self._catalogue.sources[self.source_key] if self.source_key else None

    @property
    def reason_grade(self) -> Grade | None:
        """How sure its reason is; None for a teaching default."""
        return self._catalogue.grades[self.grade] if self.grade else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanGoal(Rule):
    """What a plan is for.

    Examples
    --------
    >>> plan_goals()["strengthen-hip"].name
    'Strengthen the hip'
    """

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanLevel(Rule):
    """How irritable the complaint is.

    Attributes
    ----------
    usual_dose, short_dose : str
        End of the dose range of an exercise: ``upper``, ``lower``, or ``one-set`` (lower, a single set); the
        second where time is short.
    """

    name: str
    how_to_tell: str
    usual_dose: str
    short_dose: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanKind(Rule):
    """A category of exercises.

    Attributes
    ----------
    days : str
        ``every`` day of the plan, or ``spaced`` days.
    rest_s, setup_s : int
        Seconds between two sets, and to get ready.
    """

    name: str
    days: str
    rest_s: int
    setup_s: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanWeek(Rule):
    """Which days of the week a plan uses."""

    days: int
    every: tuple[str, ...]
    spaced: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanEquipment(Record):
    """Something that a person may have at hand."""

    id: str
    name: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanExercise(Record):
    """What an exercise needs, how long it takes, and at which irritability a plan offers it.

    Attributes
    ----------
    needs, needs_one_of : tuple of str
        Equipment: all of the first, one of the second.
    sides : int
    move_s : int
        Seconds of one repetition beside the hold.
    hold_counts : bool
        False where the hold of the exercise table is another way to do it.
    """

    id: str
    needs: tuple[str, ...]
    needs_one_of: tuple[str, ...]
    sides: int
    move_s: int
    hold_counts: bool
    levels: tuple[str, ...]
    basis: str

    @property
    def exercise(self) -> Exercise:
        """The exercise itself."""
        return self._catalogue.exercises[self.id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanSlot(Rule):
    """One part of a plan: the first of its exercises that fits is taken."""

    goal_id: str
    order: int
    name: str
    exercise_ids: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanFinding(Record):
    """Something that forbids some exercises."""

    id: str
    name: str
    question: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanRefusal(Rule):
    """Exercises that a finding forbids, and why."""

    finding_id: str
    exercise_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanStep(Rule):
    """When to stop, go back, stay or do more; what to watch.

    Attributes
    ----------
    step : str
        ``stop``, ``go-back``, ``stay``, ``progress`` or ``watch``.
    """

    step: str
    kinds: tuple[str, ...]
    level_ids: tuple[str, ...]
    when: str
    what: str


# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "plan_goals": ("goal", PlanGoal),
    "plan_levels": ("level of irritability", PlanLevel),
    "plan_kinds": ("kind of exercise", PlanKind),
    "plan_weeks": ("week", PlanWeek),
    "plan_equipment": ("equipment", PlanEquipment),
    "plan_exercises": ("exercise of the plan", PlanExercise),
    "plan_slots": ("part of a plan", PlanSlot),
    "plan_findings": ("finding", PlanFinding),
    "plan_refusals": ("refusal", PlanRefusal),
    "plan_steps": ("step", PlanStep),
}


def plan_goals() -> Table[PlanGoal]:
    """Return the goals by id, in the order in which they are offered."""
    return plan_table("plan_goals")


def plan_table(name: str) -> Table:
    """Return one table of the plan by id.

    Parameters
    ----------
    name : str
        A name of `RECORDS`, such as ``"plan_findings"``.

    Examples
    --------
    >>> plan_table("plan_findings")["thrombosis"].name
    'Thrombosis'
    """
    from gluteal.catalogue.catalogue import load

    return getattr(load(), name)
