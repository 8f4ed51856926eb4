"""What the plan builder sends to the page: the rules, the words for them, and their reasons."""

import json
from functools import lru_cache

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table
from gluteal.models.plan_rules import DAYS, MINUTES, plan_rules
from gluteal.models.plan_text import NO_PLAN, dose_words
from gluteal.widgets.packing import pack

PLAN_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

SAY = {
    "title": "Plan builder",
    "lead": "For an invented person, to learn with: nobody has tested these rules on people. It examines "
    "nobody and makes no diagnosis.",
    "flags": "Red flags",
    "flags_note": "Some causes of pain in back, hip or buttock need help first. There is no plan before "
    "every question is answered with no.",
    "findings": "Findings that forbid exercises",
    "findings_note": "Tick what is present.",
    "asked": "I have gone through the whole list",
    "wishes": "Goal, time and equipment",
    "clear": "Clear the answers",
    "lines": ["Name", "Week from", "Goes through it with me"],
    "level": "Irritability of the complaint",
    "teaching": "teaching default",
    "refused": "Refused, and why",
    "missing": "Not at hand",
    "left_out": "Left out: nothing fits the findings, the equipment, the irritability or the minutes left",
    "steps": "When to go back, stay or do more; what to watch",
    "stop": "Stop",
    "go-back": "Go back",
    "stay": "Stay",
    "progress": "Do more",
    "watch": "Watch",
    "printed": "Made with teaching rules; it replaces no examination. Grades: ●●●● strong, ●●●○ moderate, "
    "●●○○ limited, ●○○○ expert, ○○○○ unverified, T teaching default.",
}
"""Sentences of the page."""
_STEPS = ("stop", "go-back", "stay", "progress", "watch")


@lru_cache
def packed_plan_records():
    """Return the records, packed."""
    return pack(json.dumps(plan_records(), ensure_ascii=False))


def plan_records():
    """Return what the page needs, as plain lists and dicts.

    Returns
    -------
    dict
        ``format``, ``say``, ``no_plan``, ``rules`` (`gluteal.models.plan_rules.plan_rules`), ``minutes`` and
        ``days`` (limits), ``step_order``, ``flags``, and by id the words of ``goals``, ``levels``,
        ``findings``, ``equipment``, ``slots``, ``refusals``, ``steps``, ``exercises``; ``order`` has the ids
        of each in their order, ``doses`` the words of every dose.

    Examples
    --------
    >>> plan_records()["doses"]["3-10-2-1"]
    '3 sets of 10 × 2 s'
    """
    tables = {name: _words(name) for name in ("goals", "levels", "findings", "equipment", "slots")}
    rules = {name: _words(name) for name in ("refusals", "steps", "kinds")}
    flags = [
        {"id": one.id, "question": one.question, "action": one.action} for one in load().red_flags.values()
    ]
    return {
        "format": PLAN_FORMAT, "say": SAY, "no_plan": NO_PLAN, "rules": plan_rules(), "flags": flags,
        "minutes": list(MINUTES), "days": list(DAYS), "step_order": list(_STEPS), **tables, **rules,
        "order": {name: list(words) for name, words in tables.items()}, "exercises": _exercises(),
        "doses": {_key(dose): dose_words(dose) for dose in _doses()},
    }  # fmt: skip


def _words(name):
    wanted = ("name", "words", "how_to_tell", "question", "why", "reason", "step", "when", "what")
    found = {}
    for key, row in plan_table(f"plan_{name}").items():
        found[key] = {one: getattr(row, one) for one in wanted if hasattr(row, one)} | _basis(row)
    return found


def _basis(row):
    source, grade = getattr(row, "source", None), getattr(row, "reason_grade", None)
    return {
        "symbol": grade.symbol if grade else "T",
        "grade": grade.name if grade else SAY["teaching"],
        "sources": [{"key": source.key, "short": source.short}] if source else [],
    }


def _exercises():
    rows = (load().exercises[key] for key in plan_rules()["exercises"])
    return {
        row.id: {
            "name": row.name, "start": row.start_position, "movement": row.movement,
            "symbol": load().grades[row.dose_grade].symbol,
            "cautions": list(row.cautions), "basis": row.dose_basis,
            "muscle": next(iter(row.target_muscle_ids), ""),
        }
        for row in rows
    }  # fmt: skip


def _doses():
    rules = plan_rules()["exercises"].values()
    return [dose for rule in rules for doses in rule["doses"].values() for dose in doses]


def _key(dose):
    return "-".join(str(dose[part]) for part in ("sets", "repetitions", "hold_s", "sides"))
