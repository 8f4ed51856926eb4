"""A week plan from rules: which exercise, how much, on which days, and what is refused and why."""

from dataclasses import dataclass

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.plan import plan_table
from gluteal.models.plan_rules import DAYS, MINUTES, plan_rules
from gluteal.models.reasoning_rules import checked_red_flags

PARTS = ("red_flags", "items", "refused", "missing", "left_out", "week", "steps")
"""The lists of a plan."""


class PlanError(ValueError):
    """A request that the rules cannot read. The message names what is valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What a plan is asked for.

    Attributes
    ----------
    goal, irritability : str
        Ids of ``data/plan/goals.csv`` and ``levels.csv``.
    findings : collection of str or None
        Ids of ``data/plan/findings.csv`` that are present; None means that nobody asked.
    equipment : collection of str
        Ids of ``data/plan/equipment.csv`` at hand.
    minutes, days : int
        Minutes a session, 5 to 60, and days a week, 2 to 7.
    red_flags : mapping, collection of str, or None
        As `gluteal.models.reasoning_rules.checked_red_flags` reads them: id to ``present`` or ``absent``.

    Raises
    ------
    PlanError
        For an unknown id, or a number outside its range.
    """

    goal: str
    irritability: str = "moderate"
    findings: tuple[str, ...] | None = None
    equipment: tuple[str, ...] = ()
    minutes: int = 20
    days: int = 3
    red_flags: object = None

    def __post_init__(self):
        one("plan_goals", self.goal)
        one("plan_levels", self.irritability)
        known("plan_findings", () if self.findings is None else self.findings)
        known("plan_equipment", self.equipment)
        _within("minutes", self.minutes, MINUTES)
        _within("days", self.days, DAYS)


def make_plan(request):
    """Return the week plan for a request.

    Red flags come first: while one is present or unanswered, or while nobody asked for the findings, there is
    no plan. Then each part of the goal takes the first exercise that no finding forbids, for which everything
    is at hand, that suits the irritability and that fits into the minutes left on all of its days; its
    shorter dose is tried before the next exercise.

    Parameters
    ----------
    request : PlanRequest

    Returns
    -------
    dict
        ``state`` (``red-flag``, ``unanswered``, ``findings-unanswered``, ``empty`` or ``plan``), ``goal``,
        ``irritability``, ``red_flags`` (ids that are present, or else unanswered), ``items`` (part, exercise,
        dose, days), ``refused`` (exercise, refusals), ``missing`` (exercise, equipment), ``left_out`` (parts
        without an exercise), ``week`` (day, exercises, seconds), ``steps``. Lists hold every order.

    Notes
    -----
    *What the model does not explain*: whether a plan helps. No trial tested these rules; they order doses
    that others taught or tested, mostly in other muscles or in healthy people. It cannot examine anybody.

    Examples
    --------
    >>> plan = make_plan(PlanRequest(goal="strengthen-hip", findings=(), red_flags=(), equipment=("floor",)))
    >>> [item["exercise"] for item in plan["items"]][:2]
    ['side-lying-hip-abduction', 'bridge']
    """
    present, unanswered = checked_red_flags(request.red_flags)
    if present or unanswered:
        state = "red-flag" if present else "unanswered"
        return _answer(request, state, red_flags=[flag.id for flag in present or unanswered])
    if request.findings is None:
        return _answer(request, "findings-unanswered")
    return _filled(request)


def _answer(request, state, **parts):
    start = {"state": state, "goal": request.goal, "irritability": request.irritability}
    return {**start, **{name: parts.get(name, []) for name in PARTS}}


def _filled(request):
    forbidden = _forbidden(request.findings)
    week = plan_rules()["weeks"][str(request.days)]
    left = dict.fromkeys(week["every"], request.minutes * 60)
    items, left_out = [], []
    for slot, choices in plan_rules()["slots"][request.goal]:
        taken = {item["exercise"] for item in items}
        free = [key for key in choices if key not in forbidden and key not in taken]
        item = _first(free, request, week, left)
        (items if item else left_out).append({"slot": slot, **item} if item else slot)
    parts = {
        "items": items,
        "left_out": left_out,
        "week": _week(week, items),
        "steps": _steps(request, items),
    }
    return _answer(request, "plan" if items else "empty", **parts, **_reasons(request, forbidden))


def _first(choices, request, week, left):
    """Return the first exercise and dose that fit, and take their seconds from the days."""
    for key in choices:
        rule = plan_rules()["exercises"][key]
        if lacking(rule, request.equipment):
            continue
        days = week[rule["days"]]
        for dose in rule["doses"].get(request.irritability, []):
            if all(dose["seconds"] <= left[day] for day in days):
                left.update({day: left[day] - dose["seconds"] for day in days})
                return {"exercise": key, "dose": dict(dose), "days": list(days)}
    return None


def lacking(rule, equipment):
    """Return the equipment that an exercise needs and that is not at hand.

    Examples
    --------
    >>> lacking(plan_rules()["exercises"]["lateral-band-walk"], ())
    ['band']
    """
    wanted = [key for key in rule["needs"] if key not in equipment]
    one_of = rule["one_of"]
    return wanted + (one_of if one_of and not set(one_of) & set(equipment) else [])


def _forbidden(findings):
    """Return exercise to the ids of the refusals, in the order of the tables."""
    found = {}
    for finding, refusals in plan_rules()["forbids"].items():
        for refusal, exercises in refusals if finding in findings else ():
            for key in exercises:
                found.setdefault(key, []).append(refusal)
    return found


def _reasons(request, forbidden):
    """Return what the goal would have offered and a finding or the equipment takes away."""
    slots = plan_rules()["slots"][request.goal]
    offered = dict.fromkeys(key for _, choices in slots for key in choices)
    rules = plan_rules()["exercises"]
    lack = {key: lacking(rules[key], request.equipment) for key in offered if key not in forbidden}
    return {
        "refused": [{"exercise": key, "refusals": forbidden[key]} for key in offered if key in forbidden],
        "missing": [{"exercise": key, "equipment": names} for key, names in lack.items() if names],
    }


def _week(week, items):
    days = []
    for day in week["every"]:
        mine = [item for item in items if day in item["days"]]
        seconds = sum(item["dose"]["seconds"] for item in mine)
        days.append({"day": day, "exercises": [item["exercise"] for item in mine], "seconds": seconds})
    return days


def _steps(request, items):
    kinds = {plan_rules()["exercises"][item["exercise"]]["kind"] for item in items}
    fits = [one for one in plan_rules()["steps"] if request.irritability in one["levels"]]
    return [one["id"] for one in fits if kinds & set(one["kinds"])]


def one(table, key):
    """Return an id of a table of the plan, or say which ones there are.

    Raises
    ------
    PlanError
        For an id that is not there.
    """
    if key not in plan_table(table):
        raise PlanError(
            f"unknown {table.removeprefix('plan_')} {key!r}; {suggestion(key, plan_table(table))}"
        )
    return key


def known(table, keys):
    """Return ids of a table of the plan, each once, in the order of the table.

    Raises
    ------
    PlanError
        For an id that is not there, or one string in place of a collection.

    Examples
    --------
    >>> known("plan_equipment", ("wall", "floor", "wall"))
    ('floor', 'wall')
    """
    if isinstance(keys, str):
        raise PlanError(f"give the {table.removeprefix('plan_')} as a collection, for example ({keys!r},)")
    asked = {one(table, key) for key in keys}
    return tuple(key for key in plan_table(table) if key in asked)


def _within(name, value, limits):
    if isinstance(value, bool) or not isinstance(value, int) or not limits[0] <= value <= limits[1]:
        raise PlanError(f"{name} is {value!r}; give a whole number from {limits[0]} to {limits[1]}")
