"""What the interview form sends to the page: red flags first, then the questions on causes, by part."""

from functools import cache

from gluteal.catalogue import load
from gluteal.catalogue.causes import interview_questions

INTERVIEW_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

PARTS = {
    "start": "How it began",
    "load": "What loads it now",
    "near": "The neighbours",
    "body": "The body as it stands",
    "person": "The person’s own view",
    "plan": "What we try, and when we look again",
}
"""Parts of the page in their order, and their headings."""

SAY = {
    "title": "Interview for possible causes",
    "lead": "A teaching form: it collects, it does not decide. Nobody’s answers make a diagnosis.",
    "private": "What you write stays in this page until you close it. It is not saved and not sent. "
    "Write no names.",
    "flags": "1. First: anything urgent?",
    "alarm": "A yes comes before everything else. What to do:",
    "teaching": "teaching question, no study behind it",
    "printed": "Possible causes are guesses until one is changed and something measured follows. "
    "A grade tells how sure the reason for a question is: ●●○○ limited, ●○○○ expert, T teaching.",
}
"""Sentences of the page."""


@cache
def interview_records():
    """Return what the page needs, as plain lists and dicts.

    Returns
    -------
    dict
        ``format``, ``say``, ``flags`` (id, question, action), ``parts`` (id, title, questions; each question
        with id, kind, question, why, grade, word, source).

    Examples
    --------
    >>> [part["id"] for part in interview_records()["parts"]][:2]
    ['start', 'load']
    """
    known = load()
    flags = [
        {"id": one.id, "question": one.question, "action": one.action} for one in known.red_flags.values()
    ]
    parts = [{"id": part, "title": title, "questions": _questions(part)} for part, title in PARTS.items()]
    return {"format": INTERVIEW_FORMAT, "say": SAY, "flags": flags, "parts": parts, "sources": _sources()}


def _questions(part):
    return [_question(one) for one in interview_questions().values() if one.part == part]


def _question(one):
    grade, source = one.reason_grade, one.source
    return {
        "id": one.id, "kind": one.kind, "question": one.question, "why": one.why,
        "symbol": grade.symbol if grade else "T", "word": grade.name if grade else SAY["teaching"],
        "sources": [{"key": source.key, "short": source.short}] if source else [],
    }  # fmt: skip


def _sources():
    found = [one.source for one in interview_questions().values() if one.source]
    return [{"key": key, "short": load().sources[key].short} for key in dict.fromkeys(s.key for s in found)]
