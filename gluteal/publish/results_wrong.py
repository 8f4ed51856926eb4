"""What a class chose instead of the right answer: the fault that most learners made at a question."""

from collections import Counter
from itertools import pairwise
from statistics import median

from gluteal import catalogue


def most_chosen(item, answers):
    """Return the most frequent fault in wrong first answers to a question.

    Parameters
    ----------
    item : gluteal.catalogue.quiz.Item
    answers : list
        Wrong answers, as they are kept.

    Returns
    -------
    (str, int)
        The fault in words and how many learners made it; ``("", 0)`` where no answer was wrong or none can
        be read. Of faults equally frequent, the one that comes first in the question.

    Examples
    --------
    >>> from gluteal.catalogue.quiz import Item, Option
    >>> options = Option("a", "Bone", correct=True), Option("b", "Skin"), Option("c", "Fat")
    >>> item = Item("01-x", "01", "choice", "check", "Which?", 1, options=options)
    >>> most_chosen(item, ["b", "c", "c"])
    ('Fat', 2)
    """
    faults = Counter(fault for answer in answers for fault in _readable(item, answer))
    if not faults:
        return "", 0
    fault, count = max(faults.items(), key=lambda one: (one[1], -_place(item, one[0])))
    return _WORDS[item.kind](item, fault, answers), count


def _readable(item, answer):
    try:
        return set(_FAULTS[item.kind](item, answer))
    except (TypeError, AttributeError, ValueError, KeyError):
        return set()


def _place(item, fault):
    """Where in the question a fault stands: a fixed order for faults that are equally frequent."""
    names = [option.id for option in item.options] + [key for key, _ in item.targets]
    parts = fault if isinstance(fault, tuple) else (fault,)
    return sum((names.index(part) if part in names else 0) * 100**-at for at, part in enumerate(parts))


def _known(item):
    return {option.id for option in item.options}


def _chosen(item, answer):
    return [answer] if answer in _known(item) or item.kind == "click" else []


def _ticked(item, answer):
    right = {option.id for option in item.options if option.correct}
    chosen = set(answer) & _known(item) if isinstance(answer, list) else set()
    if not chosen:
        return []
    return [("ticked", one) for one in chosen - right] + [("left out", one) for one in right - chosen]


def _turned(item, answer):
    """Pairs that stand the wrong way round, neighbours of the right order only."""
    right = item.solution
    return [
        (later, earlier) for earlier, later in pairwise(right) if answer.index(later) < answer.index(earlier)
    ]


def _paired(item, answer):
    targets = dict(item.targets)
    wrong = {one.id: answer.get(one.id) for one in item.options if answer.get(one.id) != one.match}
    return [(left, right) for left, right in wrong.items() if right in targets]


def _off(item, answer):
    return ["too low" if float(answer) < item.value else "too high"]


def _text(item, key):
    option = next((one for one in item.options if one.id == key), None)
    if option is not None and option.text:
        return option.text
    known = catalogue.load().structures
    return known[key].name if key in known else key


def _number_words(item, fault, answers):
    side = [one for one in answers if _readable(item, one) == {fault}]
    beyond = "less" if fault == "too low" else "more"
    return f"{fault} (half of these at {median(side):g} {item.unit} or {beyond})"


_FAULTS = {
    "choice": _chosen, "click": _chosen, "several": _ticked, "order": _turned, "match": _paired,
    "number": _off,
}  # fmt: skip
_WORDS = {
    "choice": lambda item, fault, _: _text(item, fault),
    "click": lambda item, fault, _: _text(item, fault),
    "several": lambda item, fault, _: f"{fault[0]}: {_text(item, fault[1])}",
    "order": lambda item, fault, _: f"“{_text(item, fault[0])}” before “{_text(item, fault[1])}”",
    "match": lambda item, fault, _: f"{_text(item, fault[0])} – {dict(item.targets)[fault[1]]}",
    "number": _number_words,
}
