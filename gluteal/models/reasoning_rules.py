"""The rules of the reasoning model as plain numbers: what Python adds up and what the page adds up."""

from dataclasses import dataclass
from functools import cache

from gluteal.catalogue import load
from gluteal.catalogue.nearest import suggestion

ANSWERS = ("present", "absent")
URGENCIES = ("emergency", "urgent", "same-day", "soon")
"""How urgent red flags are, the most urgent first."""
CLOSE_POINTS = 3
"""Leaders no further apart than this are called too close to tell."""
TELLING_POINTS = 2
"""An open question tells two hypotheses apart if its answers move them against each other by so much."""
TELLING_QUESTIONS = 5
"""How many such questions are named."""


class ReasoningError(ValueError):
    """An answer, a feature or a red flag that the model does not know; the message names the nearest."""


@dataclass(frozen=True)
class Rules:
    """The tables as look-ups, in the order of the files.

    Attributes
    ----------
    hypotheses, features, groups, weights, contradictions, red_flags : tuple
        Records of the catalogue.
    by_answer : dict
        (hypothesis id, feature id, answer) to weight.
    place : dict
        Feature id to its place in the table.
    """

    hypotheses: tuple
    features: tuple
    groups: tuple
    weights: tuple
    contradictions: tuple
    red_flags: tuple
    by_answer: dict
    place: dict

    def points(self, hypothesis_id, feature_id, answer):
        """Return the points of one answer for one hypothesis; 0 where no weight was set."""
        weight = self.by_answer.get((hypothesis_id, feature_id, answer))
        return weight.points if weight else 0

    def score(self, hypothesis, given):
        """Return the points of a hypothesis: prior, and of each group the strongest for and against."""
        most, least = {}, {}
        for key, answer in given.items():
            points, group = self.points(hypothesis.id, key, answer), self.features[self.place[key]].group_id
            most[group], least[group] = max(most.get(group, 0), points), min(least.get(group, 0), points)
        return hypothesis.prior_points + sum(most.values()) + sum(least.values())


@cache
def rules():
    """Return the rules that the tables hold.

    Examples
    --------
    >>> rules().points("piriformis", "sitting", "present")
    2
    """
    facts = load()
    tables = (
        facts.hypotheses, facts.reasoning_features, facts.reasoning_groups, facts.reasoning_weights,
        facts.contradictions, facts.red_flags,
    )  # fmt: skip
    weights = facts.reasoning_weights.values()
    return Rules(
        *(tuple(table.values()) for table in tables),
        {(one.hypothesis_id, one.feature_id, one.answer): one for one in weights},
        {key: place for place, key in enumerate(facts.reasoning_features)},
    )


def checked_answers(answers):
    """Return answers in the order of the table, or say what is wrong with the first bad one.

    Parameters
    ----------
    answers : mapping of str to str
        Feature id to ``present`` or ``absent``. What is not in it is not known.

    Raises
    ------
    ReasoningError
        For an unknown feature or answer, with the nearest that exist.
    """
    if not hasattr(answers, "items"):
        raise ReasoningError(
            f"the answers are a mapping from feature to 'present' or 'absent', not {type(answers).__name__}"
        )
    known = rules().place
    for key, answer in answers.items():
        if key not in known:
            raise ReasoningError(f"unknown feature {key!r}; {suggestion(key, known)}")
        if answer not in ANSWERS:
            raise ReasoningError(f"the answer to {key!r} is 'present' or 'absent', not {answer!r}")
    return {key: answers[key] for key in sorted(answers, key=known.get)}


def checked_red_flags(red_flags):
    """Return the red flags that are present, and those that were not answered.

    Parameters
    ----------
    red_flags : mapping, collection of str, or None
        A mapping from id to ``present`` or ``absent``: what is left out was not answered. A collection of
        ids: these are present, all others were asked and are absent. None: nobody asked.

    Returns
    -------
    tuple of (list, list)
        Records of the present and of the unanswered ones.

    Raises
    ------
    ReasoningError
        For an unknown red flag or answer.
    """
    flags = {flag.id: flag for flag in rules().red_flags}
    if red_flags is None:
        return [], list(flags.values())
    if isinstance(red_flags, str):
        raise ReasoningError(f"give the red flags as a collection, for example {{{red_flags!r}}}")
    for key in red_flags:
        if key not in flags:
            raise ReasoningError(f"unknown red flag {key!r}; {suggestion(key, flags)}")
    if not hasattr(red_flags, "items"):
        return [flag for key, flag in flags.items() if key in set(red_flags)], []
    for key, answer in red_flags.items():
        if answer not in ANSWERS:
            raise ReasoningError(f"the answer to {key!r} is 'present' or 'absent', not {answer!r}")
    present = [flag for key, flag in flags.items() if red_flags.get(key) == "present"]
    return present, [flag for key, flag in flags.items() if key not in red_flags]
