"""What would tell two hypotheses apart: the open questions whose answers move them against each other."""

from dataclasses import dataclass

from gluteal.models import reasoning_words as words
from gluteal.models.reasoning_rules import (
    ANSWERS,
    TELLING_POINTS,
    TELLING_QUESTIONS,
    checked_answers,
    rules,
)


@dataclass(frozen=True)
class Question:
    """An open question that would tell two hypotheses apart.

    Attributes
    ----------
    feature_id, question : str
    if_present, if_absent : str
        Id of the hypothesis for which that answer speaks rather; empty where it does not tell.
    points : int
        How far the two answers lie apart, in points between the two hypotheses.
    sentence : str
        The same in words.
    """

    feature_id: str
    question: str
    if_present: str
    if_absent: str
    points: int
    sentence: str


@dataclass(frozen=True)
class Apart:
    """What would tell two hypotheses apart.

    Attributes
    ----------
    first, second : str
        Their ids.
    title : str
    questions : tuple of Question
        The most telling first; at most five.
    remark : str
        Said where no question tells.
    """

    first: str
    second: str
    title: str
    questions: tuple[Question, ...]
    remark: str


def tell_apart(first, second, answers):
    """Return the open questions whose answers move two hypotheses furthest against each other.

    For each open question both answers are tried: how far does the distance between the two hypotheses move
    with a yes, and how far with a no? How far these two lie apart is how telling the question is. Groups are
    taken into account: a question whose answers add nothing any more is not named.

    Parameters
    ----------
    first, second : str
        Ids of two hypotheses.
    answers : mapping of str to str
        What is known already.

    Returns
    -------
    Apart

    Examples
    --------
    >>> apart = tell_apart("lumbar-radiculopathy", "gluteus-medius", {})
    >>> apart.questions[0].question
    'Does the pain run below the knee?'
    """
    known = rules()
    names = {one.id: one for one in known.hypotheses}
    given, pair = checked_answers(answers), (names[first], names[second])
    found = [_question(pair, feature, given) for feature in known.features if feature.id not in given]
    found = sorted((one for one in found if one.points >= TELLING_POINTS), key=lambda one: -one.points)
    title = words.TELL_APART.format(first=pair[0].short_name, second=pair[1].short_name)
    remark = "" if found else words.NOTHING_TELLS
    return Apart(first, second, title, tuple(found[:TELLING_QUESTIONS]), remark)


def _question(pair, feature, given):
    now = _distance(pair, given)
    yes, no = (_distance(pair, {**given, feature.id: answer}) - now for answer in ANSWERS)
    sides = [pair[0] if one > 0 else pair[1] if one < 0 else None for one in (yes, no)]
    ids = ["" if side is None else side.id for side in sides]
    return Question(feature.id, feature.question, *ids, abs(yes - no), _sentence(*sides))


def _distance(pair, given):
    return rules().score(pair[0], given) - rules().score(pair[1], given)


def _sentence(yes, no):
    names = {"yes": getattr(yes, "short_name", ""), "no": getattr(no, "short_name", "")}
    if yes and no:
        return words.EITHER_WAY.format(**names)
    return (words.ONLY_YES if yes else words.ONLY_NO).format(**names) if yes or no else ""
