"""The model plan of a case: what the plan builder makes of it when it is filled in from the case."""

from gluteal.catalogue.case_tables import case_table
from gluteal.models.plan import PlanRequest, make_plan

EQUIPMENT = ("floor", "wall", "chair")
IRRITABILITY = {"easy": "low", "medium": "moderate", "hard": "high"}
"""How irritable a generated complaint is: a teaching rule of the cases."""


def plan_request(case):
    """Return what the model plan of a case asks for.

    Parameters
    ----------
    case : gluteal.models.case_generator.Case

    Returns
    -------
    PlanRequest

    Examples
    --------
    >>> from gluteal.models.case_generator import generate_case
    >>> plan_request(generate_case(1, "easy")).irritability
    'low'
    """
    condition = case_table("case_conditions")[case.condition_id]
    return PlanRequest(
        goal=condition.plan_goal_id, irritability=IRRITABILITY.get(case.difficulty, "moderate"),
        findings=condition.plan_finding_ids, equipment=EQUIPMENT, red_flags=case.red_flags,
    )  # fmt: skip


def model_plan(case):
    """Return the model plan of a case, as `gluteal.models.plan.make_plan` returns it."""
    return make_plan(plan_request(case))
