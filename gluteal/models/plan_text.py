"""A plan in words that stay the same: to read, to print, to compare one plan with another."""

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table

NO_PLAN = {
    "red-flag": "No plan: a red flag is present. First:",
    "unanswered": "No plan: not every question about red flags is answered.",
    "findings-unanswered": "No plan: nobody has gone through the list of findings yet. Tick so at its end.",
    "empty": "No exercise of this goal fits these answers.",
}
"""What stands in place of a plan, by its state."""


def dose_words(dose):
    """Return a dose in words.

    Examples
    --------
    >>> dose_words({"sets": 1, "repetitions": 3, "hold_s": 30, "sides": 2})
    '3 × 30 s, each side'
    >>> dose_words({"sets": 3, "repetitions": 10, "hold_s": 2, "sides": 1})
    '3 sets of 10 × 2 s'
    """
    sets = f"{dose['sets']} sets of " if dose["sets"] > 1 else ""
    hold = f" × {dose['hold_s']} s" if dose["hold_s"] else ("" if dose["sets"] > 1 else " times")
    return f"{sets}{dose['repetitions']}{hold}{', each side' if dose['sides'] > 1 else ''}"


def plan_text(plan):
    """Return a plan as text: one line each, in the order of the plan, without dates or chance.

    Parameters
    ----------
    plan : dict
        From `gluteal.models.plan.make_plan`, or the trait ``plan`` of the plan builder.

    Returns
    -------
    str

    Examples
    --------
    >>> from gluteal.models.plan import PlanRequest, make_plan
    >>> print(plan_text(make_plan(PlanRequest(goal="steady-pelvis", red_flags=()))))
    No plan: nobody has gone through the list of findings yet. Tick so at its end.
    """
    head = [NO_PLAN[plan["state"]]] if plan["state"] in NO_PLAN else [_head(plan)]
    return "\n".join([*head, *_flags(plan), *_items(plan), *_days(plan), *_refused(plan), *_steps(plan)])


def _head(plan):
    goal = plan_table("plan_goals")[plan["goal"]].name
    return f"{goal}, irritability {plan['irritability']}, {len(plan['week'])} days a week"


def _flags(plan):
    flags = load().red_flags
    present = plan["state"] == "red-flag"
    return [f"! {flags[key].action if present else flags[key].question}" for key in plan["red_flags"]]


def _items(plan):
    return [
        f"+ {_name(item)}: {dose_words(item['dose'])}; {', '.join(item['days'])}" for item in plan["items"]
    ]


def _days(plan):
    return [f"= {day['day']}: {-(-day['seconds'] // 60)} min" for day in plan["week"] if plan["items"]]


def _refused(plan):
    rules = plan_table("plan_refusals")
    return [
        f"- {_name(one)}: {'; '.join(rules[key].reason for key in one['refusals'])}"
        for one in plan["refused"]
    ]


def _steps(plan):
    steps = (plan_table("plan_steps")[key] for key in plan["steps"])
    return [f"> {one.when}: {one.what}" for one in steps]


def _name(one):
    return load().exercises[one["exercise"]].name
