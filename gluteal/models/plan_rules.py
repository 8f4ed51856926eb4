"""The rules of a plan as plain tables: what the page and the model both look up."""

from functools import cache

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table

MINUTES = (5, 60)
"""Shortest and longest session, in minutes."""
DAYS = (2, 7)
"""Fewest and most days a week."""


@cache
def plan_rules():
    """Return what decides over a plan, as plain lists and dicts. Nobody may change them.

    Returns
    -------
    dict
        ``slots`` (goal to a list of [slot, exercises]), ``exercises`` (id to category, needs, needs_one_of,
        levels, and per level its doses, the usual one first), ``forbids`` (finding to the refusals that it
        brings, each with the exercises), ``weeks`` (days to weekdays, ``every`` and ``spaced``), ``steps``.

    Examples
    --------
    >>> plan_rules()["exercises"]["bridge"]["doses"]["low"][0]["seconds"]
    320
    """
    return {
        "slots": {goal: _slots(goal) for goal in plan_table("plan_goals")},
        "exercises": {key: _exercise(row) for key, row in plan_table("plan_exercises").items()},
        "forbids": {finding: _forbids(finding) for finding in plan_table("plan_findings")},
        "weeks": {str(row.days): _week(row) for row in plan_table("plan_weeks").values()},
        "steps": [_step(row) for row in plan_table("plan_steps").values()],
    }


def _slots(goal):
    rows = load().related("plan_slots", "goal_id", goal)
    return [[row.id, list(row.exercise_ids)] for row in sorted(rows, key=lambda row: row.order)]


def _forbids(finding):
    rows = load().related("plan_refusals", "finding_id", finding)
    return [[row.id, list(row.exercise_ids)] for row in rows]


def _week(row):
    return {"every": list(row.every), "spaced": list(row.spaced)}


def _step(row):
    return {"id": row.id, "kinds": list(row.kinds), "levels": list(row.level_ids)}


def _exercise(row):
    kind = plan_table("plan_kinds")[row.exercise.category]
    return {
        "kind": kind.id, "days": kind.days, "needs": list(row.needs), "one_of": list(row.needs_one_of),
        "doses": {level: _doses(row, kind, level) for level in row.levels},
    }  # fmt: skip


def _doses(row, kind, level):
    """Return the usual dose and, where it differs, a shorter one."""
    rule = plan_table("plan_levels")[level]
    usual, short = (dose(row, kind, end) for end in (rule.usual_dose, rule.short_dose))
    return [usual] if short == usual else [usual, short]


def dose(row, kind, end):
    """Return one dose: sets, repetitions, hold and the seconds that it takes.

    Parameters
    ----------
    row : PlanExercise
    kind : PlanKind
    end : {"upper", "lower", "one-set"}
        End of the range of the exercise table; what the table leaves out is one set, one repetition, no hold.

    Notes
    -----
    seconds = get ready + sides × (sets × repetitions × (hold + movement) + (sets - 1) × rest)
    """
    upper, exercise = end == "upper", row.exercise
    sets = 1 if end == "one-set" else _amount(exercise.sets_low, exercise.sets_high, upper) or 1
    repetitions = _amount(exercise.repetitions_low, exercise.repetitions_high, upper) or 1
    hold = _amount(exercise.hold_low_s, exercise.hold_high_s, upper) if row.hold_counts else 0
    each_side = sets * repetitions * (hold + row.move_s) + (sets - 1) * kind.rest_s
    return {
        "sets": sets, "repetitions": repetitions, "hold_s": hold, "sides": row.sides,
        "seconds": kind.setup_s + row.sides * each_side,
    }  # fmt: skip


def _amount(low, high, upper):
    return int((high if upper else low) or 0)
