"""An invented person as a record: who, what was asked and found, the drawing, and the key."""

from dataclasses import dataclass

from gluteal.models.pain_drawing import PainDrawing
from gluteal.models.reasoning_rules import rules


class CaseError(ValueError):
    """A seed or a difficulty that does not exist; the message names the valid ones."""


@dataclass(frozen=True)
class Answer:
    """One answer of the person, or one finding.

    Attributes
    ----------
    feature_id, answer : str
        ``present`` or ``absent``.
    question, said : str
        The question; the answer as a statement.
    basis : str
        Where it comes from: ``drawing``, ``age``, ``alarm``, ``written`` (an authored case), ``withheld``
        (authored: the first decision asks for it), or the basis of `gluteal.models.case_findings.Share`.
    source_key, accuracy_id : str
        For a published figure its source, and the row of the accuracy table.
    """

    feature_id: str
    answer: str
    question: str
    said: str
    basis: str
    source_key: str = ""
    accuracy_id: str = ""


@dataclass(frozen=True)
class Case:
    """An invented person.

    Attributes
    ----------
    seed, difficulty
        What it was made from.
    age_years, sex, side, weeks
        ``woman`` or ``man``; ``right`` or ``left``; how long it has hurt.
    opening : str
        Age, side and duration in words.
    told : tuple of str
        What else the person says: three sentences in every case; a warning sign is one of them.
    interview, findings : tuple of Answer
        History; examination.
    drawing : PainDrawing
    condition_id, hypothesis_id, pattern_id : str
        The key: what it was made from. With a red flag it is what the case looks like.
    red_flag_id : str
        The key: the red flag, or empty.
    next_step : str
        The key: ``treat``, or how fast a doctor is needed: ``emergency``, ``same-day``, ``urgent``, ``soon``.
    """

    seed: int
    difficulty: str
    age_years: int
    sex: str
    side: str
    weeks: int
    opening: str
    told: tuple[str, ...]
    interview: tuple[Answer, ...]
    drawing: PainDrawing
    findings: tuple[Answer, ...]
    condition_id: str
    hypothesis_id: str
    pattern_id: str
    red_flag_id: str
    next_step: str

    @property
    def id(self):
        """Difficulty and seed: all that is needed to make it again."""
        return f"{self.difficulty}-{self.seed}"

    @property
    def answers(self):
        """Feature to ``present`` or ``absent``, history and examination together."""
        return {one.feature_id: one.answer for one in self.interview + self.findings}

    @property
    def shown(self):
        """The answers of the history that are read: not the places and the age, which are seen anyway."""
        return tuple(one for one in self.interview if one.basis not in ("drawing", "age", "withheld"))

    @property
    def red_flags(self):
        """Every red flag to ``present`` or ``absent``, as `gluteal.models.reasoning.rank` takes them."""
        return {one.id: "present" if one.id == self.red_flag_id else "absent" for one in rules().red_flags}
