"""What an invented person answers, and what the examination finds: drawn by lot from published figures.

The share in whom a finding is present:

- where a test was measured for what the case is made from: its sensitivity;
- where the reasoning model has a weight of its own for the pair: a teaching share for its points
  (``data/cases/shares.csv``); always, where the description cannot do without the finding;
- where a test was measured for something else: 1 - specificity;
- otherwise: the teaching share of people with something else (``data/cases/features.csv``).

Each finding is drawn for itself. *What this does not explain*: findings that depend on one another, and
people who are not like those of the study. The studies are single and small.
"""

from dataclasses import dataclass
from functools import cache

from gluteal.catalogue import load
from gluteal.catalogue.case_tables import case_table
from gluteal.models.reasoning_rules import rules

_DEFINING = -3


@dataclass(frozen=True)
class Share:
    """How often a feature is present, and where the figure comes from.

    Attributes
    ----------
    present : float
        0 to 1.
    basis : str
        ``sensitivity``, ``specificity``, ``teaching-share``, ``defining`` or ``background``.
    accuracy_id, source_key : str
        For a published figure the study.
    """

    present: float
    basis: str
    accuracy_id: str = ""
    source_key: str = ""


@cache
def share(hypothesis_id, feature_id):
    """Return how often a feature is present in people with something.

    Examples
    --------
    >>> share("gluteal-tendinopathy", "resisted-derotation").present
    0.88
    >>> share("piriformis", "resisted-derotation").basis
    'specificity'
    """
    points = {answer: rules().by_answer.get((hypothesis_id, feature_id, answer)) for answer in _ANSWERS}
    own = [weight for weight in points.values() if weight]
    studied = next((weight.accuracy for weight in own if weight.accuracy_id), None)
    if studied:
        return _published(studied, "sensitivity", studied.sensitivity.value)
    absent = points["absent"]
    if absent and absent.points <= _DEFINING and absent.basis == "teaching-weight":
        return Share(1.0, "defining")
    if own:
        return Share(_taught(points), "teaching-share")
    other = _accuracy().get(feature_id)
    if other:
        return _published(other, "specificity", round(1 - other.specificity.value, 3))
    return Share((case_table("case_features")[feature_id].background_pct or 0) / 100, "background")


_ANSWERS = ("present", "absent")


def _published(row, basis, present):
    fact = row.sensitivity if basis == "sensitivity" else row.specificity
    return Share(present, basis, row.id, fact.source_key)


def _taught(points):
    """Return the teaching share for the strongest point of a pair."""
    present, absent = (points[answer].points if points[answer] else 0 for answer in _ANSWERS)
    strongest = max(present, -absent) if max(present, -absent) > 0 else min(present, -absent)
    return _shares()[strongest] / 100


@cache
def _shares():
    return {one.points: one.present_pct for one in case_table("case_shares").values()}


@cache
def _accuracy():
    """Feature to the study from which the reasoning model has its points."""
    weights = load().reasoning_weights.values()
    return {one.feature_id: one.accuracy for one in weights if one.accuracy_id}


@cache
def asked_features():
    """Return the features of cases by where their answers come from, in the order of the table."""
    kinds = {"drawing": [], "age": [], "alarm": [], "drawn-by-lot": []}
    for one in case_table("case_features").values():
        kinds[one.source].append(one)
    return {kind: tuple(found) for kind, found in kinds.items()}


@cache
def drawing_order(hypothesis_id):
    """Return the features to draw: tests that were measured first, so that nothing alters their share.

    Of two answers that do not go together the later one gives way.
    """
    lots = asked_features()["drawn-by-lot"]
    measured = ("sensitivity", "specificity")
    return tuple(sorted(lots, key=lambda one: share(hypothesis_id, one.feature_id).basis not in measured))


def is_relevant(hypothesis_id, feature_id):
    """Return whether the reasoning model has an opinion on a feature and a hypothesis."""
    return any((hypothesis_id, feature_id, answer) in rules().by_answer for answer in _ANSWERS)


def settled(feature_id, answer, known):
    """Return an answer that goes with what is known already.

    What needs something that is absent is absent; of two answers that do not go together the later one
    gives way, except where two tests disagree, which happens.

    Parameters
    ----------
    feature_id, answer : str
    known : mapping of str to str
        Answers so far.
    """
    needs = needed()[feature_id]
    if answer == "present" and needs and not any(known.get(key) == "present" for key in needs):
        return "absent"
    clash = any(known.get(key) == other for key, other in _clashes().get((feature_id, answer), ()))
    return _other(answer) if clash else answer


@cache
def needed():
    """Return feature to the features of which it needs one."""
    return {one.feature_id: one.needs_feature_ids for one in case_table("case_features").values()}


@cache
def too_old(age_years):
    """Return the features that nobody of an age is asked about."""
    rows = case_table("case_features").values()
    return {one.feature_id for one in rows if one.age_high_years and age_years > one.age_high_years}


@cache
def pairs_that_clash():
    """Return the contradictions that no sound case holds: two tests may disagree, everything else may not."""
    found = [one for one in rules().contradictions if not may_disagree(one)]
    return tuple(
        ((one.first_feature_id, one.first_answer), (one.second_feature_id, one.second_answer))
        for one in found
    )


def _other(answer):
    return "absent" if answer == "present" else "present"


def may_disagree(one):
    """Return whether a contradiction is one between two tests: tests disagree in real people too.

    Parameters
    ----------
    one : gluteal.catalogue.reasoning.Contradiction
    """
    first, second = one.features
    strength = {first.id, second.id} == {"trendelenburg", "abductors-weak"}
    return strength or bool(first.test_id and second.test_id and first.test_id != second.test_id)


@cache
def _clashes():
    """(Feature, answer) to the answers that do not go with it."""
    found = {}
    for first, second in pairs_that_clash():
        found.setdefault(first, []).append(second)
        found.setdefault(second, []).append(first)
    return found
