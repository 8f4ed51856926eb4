"""Hypotheses ranked by complaints and findings, each with what speaks for and against it, red flags first."""

from dataclasses import dataclass

from gluteal.models import reasoning_words as words
from gluteal.models.reasoning_apart import Apart, tell_apart
from gluteal.models.reasoning_rules import CLOSE_POINTS, URGENCIES, checked_answers, checked_red_flags, rules
from gluteal.models.reasoning_table import ranking_table

__all__ = [
    "Contradiction", "Ranked", "Ranking", "Reason", "Urgent", "rank", "ranking_table", "tell_apart",
]  # fmt: skip


@dataclass(frozen=True)
class Reason:
    """One answer that speaks for or against a hypothesis.

    Attributes
    ----------
    feature_id, answer : str
        What was answered; ``present`` or ``absent``.
    said : str
        The answer as a statement.
    points : int
        What it would add by itself.
    counted : int
        What it adds here: the same, or 0 where a stronger answer of its group counts.
    sentence : str
        Why it speaks for or against.
    remark : str
        Whether it counts, and if not, why.
    basis : str
        ``study`` or ``teaching-weight``.
    group_id, source_key, grade : str
        The grade is that of the reason.
    """

    feature_id: str
    answer: str
    said: str
    points: int
    counted: int
    sentence: str
    remark: str
    basis: str
    group_id: str
    source_key: str
    grade: str


@dataclass(frozen=True)
class Ranked:
    """One hypothesis in its place.

    Attributes
    ----------
    id, name, short_name, kind : str
        The kind is ``muscle`` or ``mimic``.
    place : int
        1 for the first; equal scores share a place.
    score, prior : int
        Points now, and before anything was known.
    prior_reason : str
    for_, against : tuple of Reason
        Strongest first, then in the order of the questions.
    """

    id: str
    name: str
    short_name: str
    kind: str
    place: int
    score: int
    prior: int
    prior_reason: str
    for_: tuple[Reason, ...]
    against: tuple[Reason, ...]


@dataclass(frozen=True)
class Contradiction:
    """Two answers that do not go together: features, and what to ask again."""

    first: str
    second: str
    sentence: str


@dataclass(frozen=True)
class Urgent:
    """A red flag that is present, and what to do."""

    id: str
    name: str
    urgency: str
    action: str
    grade: str
    source_key: str


@dataclass(frozen=True)
class Ranking:
    """What the answers make of the hypotheses.

    Attributes
    ----------
    urgent : tuple of Urgent
        Red flags that are present, the most urgent first. With any of them nothing is ranked.
    unanswered : tuple of str
        Red flags nobody asked about. With any of them nothing is ranked yet.
    contradictions : tuple of Contradiction
        Pairs of answers that do not go together.
    hypotheses : tuple of Ranked
        Best first; empty while red flags are present or open.
    apart : Apart or None
        What would tell the leading two apart.
    ask_again : tuple of str
        Red flags that an answer calls to mind, as questions, though they were answered with no.
    remarks : tuple of str
        What has to be said about the whole, first what matters most.
    """

    urgent: tuple[Urgent, ...]
    unanswered: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    hypotheses: tuple[Ranked, ...]
    apart: Apart | None
    ask_again: tuple[str, ...]
    remarks: tuple[str, ...]

    def __getitem__(self, hypothesis_id):
        """Return one hypothesis by id."""
        return {one.id: one for one in self.hypotheses}[hypothesis_id]


def rank(answers, red_flags=None):
    r"""Rank the hypotheses by what speaks for and against them.

    Parameters
    ----------
    answers : mapping of str to str
        Feature id to ``present`` or ``absent``. What is left out is not known.
    red_flags : mapping, collection of str, or None
        A mapping from red flag to ``present`` or ``absent``; or those that are present, all others
        having been asked and denied (``frozenset()``: none). None: nobody asked, so nothing is ranked yet.

    Returns
    -------
    Ranking

    Raises
    ------
    ReasoningError
        (a ``ValueError``) for an unknown feature, answer or red flag, naming the nearest.

    Notes
    -----
    With the prior points :math:`p_h` of a hypothesis, the points :math:`w` of its answers and the groups
    :math:`g` of features that ask about nearly the same,

    .. math:: s_h = p_h + \sum_g \left(\max(0, \max_{i \in g} w_{hi}) + \min(0, \min_{i \in g} w_{hi})\right)

    So the order of the answers does not matter, and an answer against a hypothesis never raises its score.

    *Valid range.* Pain of the buttock in an adult, after the red flags were asked.

    *What it does not explain.* Points are no probabilities, and groups are not independent of one another.
    Two conditions can be there at once. What is not on the list is not thought of. Nobody has tested the
    model on patients.

    Examples
    --------
    >>> found = rank({"buttock-pain": "present", "sitting": "present", "fair": "present"}, frozenset())
    >>> found.hypotheses[0].name, found.hypotheses[0].score
    ('Trigger points of piriformis', 9)
    >>> rank({"buttock-pain": "present"}).hypotheses
    ()
    """
    given = checked_answers(answers)
    present, unanswered = checked_red_flags(red_flags)
    ranked = () if present or unanswered else _ranked(given)
    return Ranking(
        urgent=tuple(map(_urgent, sorted(present, key=lambda flag: URGENCIES.index(flag.urgency)))),
        unanswered=tuple(flag.id for flag in unanswered),
        contradictions=tuple(_contradictions(given)),
        hypotheses=ranked,
        apart=tell_apart(ranked[0].id, ranked[1].id, given) if ranked else None,
        ask_again=tuple(_ask_again(given, present)),
        remarks=tuple(_remarks(given, present, unanswered, ranked)),
    )


def _ranked(given):
    found = [(one, _reasons(one.id, given)) for one in rules().hypotheses]
    scores = [one.prior_points + sum(reason.counted for reason in reasons) for one, reasons in found]
    order = sorted(range(len(found)), key=lambda number: -scores[number])
    places = sorted(scores, reverse=True)
    return tuple(_one(*found[number], scores[number], places.index(scores[number]) + 1) for number in order)


def _one(hypothesis, reasons, score, place):
    strongest = sorted(reasons, key=lambda reason: (-abs(reason.counted), -abs(reason.points)))
    return Ranked(
        hypothesis.id, hypothesis.name, hypothesis.short_name, hypothesis.kind, place, score,
        hypothesis.prior_points, hypothesis.prior_reason,
        tuple(one for one in strongest if one.points > 0),
        tuple(one for one in strongest if one.points < 0),
    )  # fmt: skip


def _reasons(hypothesis_id, given):
    """Everything given that speaks for or against, in the order of the questions."""
    known = rules().by_answer
    weights = [known.get((hypothesis_id, key, answer)) for key, answer in given.items()]
    weights = [weight for weight in weights if weight]
    strongest = {}
    for weight in weights:
        side = weight.feature.group_id, weight.points > 0
        if side not in strongest or abs(weight.points) > abs(strongest[side].points):
            strongest[side] = weight
    return [_reason(weight, strongest[weight.feature.group_id, weight.points > 0]) for weight in weights]


def _reason(weight, strongest):
    feature, counts = weight.feature, weight is strongest
    other = getattr(strongest.feature, strongest.answer)
    remark = words.ALONE if counts else words.ABSORBED.format(other=other, why=feature.group.why)
    return Reason(
        feature.id, weight.answer, getattr(feature, weight.answer), weight.points,
        weight.points if counts else 0, weight.sentence, remark, weight.basis,
        feature.group_id, weight.source_key, weight.grade,
    )  # fmt: skip


def _urgent(flag):
    return Urgent(flag.id, flag.name, flag.urgency, flag.action, flag.grade, flag.source_key)


def _contradictions(given):
    for one in rules().contradictions:
        both = (one.first_feature_id, one.first_answer), (one.second_feature_id, one.second_answer)
        if all(given.get(key) == answer for key, answer in both):
            yield Contradiction(one.first_feature_id, one.second_feature_id, one.sentence)


def _ask_again(given, present):
    features = [rules().features[rules().place[key]] for key, answer in given.items() if answer == "present"]
    asked = {flag.id for feature in features for flag in feature.red_flags} - {flag.id for flag in present}
    return [flag.question for flag in rules().red_flags if flag.id in asked]


def _remarks(given, present, unanswered, ranked):
    if present:
        yield words.URGENT
    elif unanswered:
        count = len(unanswered)
        yield words.NOT_ASKED.format(count=count, are="is" if count == 1 else "are")
    else:
        yield from _about(given, ranked)
    yield words.NO_DIAGNOSIS


def _about(given, ranked):
    if not given:
        yield words.NOTHING
        return
    close = [one.short_name for one in ranked if ranked[0].score - one.score <= CLOSE_POINTS]
    if not any(reason.counted for one in ranked for reason in one.for_):
        yield words.NO_SUPPORT
    elif len(close) > 1:
        yield words.CLOSE.format(names=words.listed(close), points=CLOSE_POINTS)
