"""When a question comes again: the Leitner system, from the record of past answers alone.

Leitner's cards wait in boxes. All start in the first; a right answer moves a card one box up, a wrong one
back to the first, and each box is looked at more rarely than the one before. Sebastian Leitner described this
in 1972; his five compartments were 1, 2, 5, 8 and 14 cm wide and were gone through when full (source
``leitner_wikipedia``, read in part). Here the box says after how many days a question is due: 1, 2, 5, 8 and
14. That reading of centimetres as days, and the rest that follows, are conventions of this pack.

- Right when due: one box up. Right before it is due: nothing changes.
- Not wholly right: box 1. It is due at once; answered right on the same day it stays in box 1 until the next.
- A day is over 16 hours after an answer: what was answered in the evening is due the next day.

What it does not explain: how memory works. It has no parameter for the learner or the question, and no trial
of these intervals was read. Retrieval itself helps (``roediger2006``); the best gap grows with the time for
which you want to remember (``cepeda2008``); growing intervals gave the same final result as equal ones
(``kang2014``).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


@dataclass(frozen=True, slots=True)
class Rule:
    """The numbers of the rule; all are conventions of this pack.

    Attributes
    ----------
    intervals_days : tuple of int
        For each box, from the first, the days after which its questions are due.
    early_h : int
        Hours by which a question may come early: a day counts from 24 less these.
    apart, returns : int
        Other questions between a miss and its return in the same session, where there are so many; how often
        a question returns in one session at most.
    length : int
        Questions of a session.
    """

    intervals_days: tuple[int, ...] = (1, 2, 5, 8, 14)
    early_h: int = 8
    apart: int = 3
    returns: int = 2
    length: int = 10

    def interval_ms(self, box: int) -> int:
        """Return the time from an answer until a question in this box is due.

        Examples
        --------
        >>> Rule().interval_ms(1) / HOUR_MS
        16.0
        """
        return self.intervals_days[box - 1] * DAY_MS - self.early_h * HOUR_MS


RULE = Rule()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a question stands after some answers.

    Attributes
    ----------
    box : int
        1 to the number of boxes.
    due_ms : int
        When it is due, in milliseconds since 1970 (UTC); 0 for a question that was never answered.
    answers, misses : int
        How often it was answered, and not wholly right.
    missed : bool
        Whether the latest answer was not wholly right.
    """

    box: int = 1
    due_ms: int = 0
    answers: int = 0
    misses: int = 0
    missed: bool = False


def milliseconds(at: str) -> int:
    """Return a time of the record as milliseconds since 1970.

    Examples
    --------
    >>> milliseconds("1970-01-02T00:00:00.500Z")
    86400500
    """
    moment = datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    return round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1000)


def standing(answers: Iterable[tuple[str, bool]], rule: Rule = RULE) -> Standing:
    """Return where a question stands.

    Parameters
    ----------
    answers : iterable of (str, bool)
        When it was answered, as the record keeps it, and whether wholly right; earliest first.

    Examples
    --------
    >>> standing([("2026-03-01T09:00:00.000Z", True), ("2026-03-04T09:00:00.000Z", True)]).box
    3
    >>> standing([("2026-03-01T09:00:00.000Z", True), ("2026-03-04T09:00:00.000Z", False)]).box
    1
    """
    now = Standing()
    for at, right in answers:
        now = _after(now, milliseconds(at), right, rule)
    return now


def _after(before: Standing, at_ms: int, right: bool, rule: Rule) -> Standing:
    count = before.answers + 1
    if not right:
        return Standing(1, at_ms, count, before.misses + 1, True)
    if before.missed:  # the answer was seen a moment or a day ago: only another day makes it count
        rested = at_ms >= before.due_ms + rule.interval_ms(1)
        box = 2 if rested else 1
        due = (at_ms if rested else before.due_ms) + rule.interval_ms(box)
        return Standing(box, due, count, before.misses, False)
    if at_ms < before.due_ms:
        return Standing(before.box, before.due_ms, count, before.misses, False)
    box = min(before.box + 1, len(rule.intervals_days))
    return Standing(box, at_ms + rule.interval_ms(box), count, before.misses, False)


def choose(
    bank: Sequence[tuple[str, str]],
    standings: Mapping[str, Standing],
    now_ms: int,
    *,
    lessons: Collection[str] | None = None,
    length: int | None = None,
    rule: Rule = RULE,
) -> list[str]:
    """Return the questions of a session, in the order in which they are asked.

    First what was missed, then what is due (lowest box, longest due), then what is new (a question of each
    lesson in turn), then what is due soonest. Neighbours come from different lessons wherever possible.

    Parameters
    ----------
    bank : sequence of (str, str)
        Id and lesson of every question, in the order of the bank.
    standings : mapping of str to Standing
        Of the questions that were answered.
    now_ms : int
        The time, in milliseconds since 1970.
    lessons : collection of str, optional
        Lessons to choose from; all by default.
    length : int, optional
        How many; that of the rule by default. Fewer where there are fewer.

    Examples
    --------
    >>> choose([("01-a", "01"), ("01-b", "01"), ("02-a", "02")], {}, 0, length=2)
    ['01-a', '02-a']
    """
    open_to = [(item, lesson) for item, lesson in bank if lessons is None or lesson in lessons]
    turn: dict[str, int] = {}
    ranked = []
    for place, (item, lesson) in enumerate(open_to):
        found = standings.get(item, Standing())
        if not found.answers:
            turn[lesson] = turn.get(lesson, 0) + 1
        ranked.append((*_rank(found, now_ms, turn.get(lesson, 0)), place))
    chosen = [open_to[rank[-1]] for rank in sorted(ranked)[: length or rule.length]]
    return mixed(chosen)


def _rank(found: Standing, now_ms: int, turn: int) -> tuple[int, int, int]:
    if found.missed:
        return 0, found.due_ms, 0
    if not found.answers:
        return 2, turn, 0
    if found.due_ms <= now_ms:
        return 1, found.box, found.due_ms
    return 3, found.due_ms, 0


def mixed(chosen: Sequence[tuple[str, str]]) -> list[str]:
    """Return ids so that neighbours come from different lessons wherever possible.

    Examples
    --------
    >>> mixed([("01-a", "01"), ("01-b", "01"), ("02-a", "02")])
    ['01-a', '02-a', '01-b']
    """
    left = list(chosen)
    asked: list[str] = []
    before = ""
    while left:
        counts = {lesson: sum(other == lesson for _, other in left) for _, lesson in left}
        others = {lesson: count for lesson, count in counts.items() if lesson != before} or counts
        most = max(others.values())
        pick = next(pair for pair in left if others.get(pair[1]) == most)
        left.remove(pick)
        asked.append(pick[0])
        before = pick[1]
    return asked
