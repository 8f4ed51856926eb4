"""The plan builder in Python: traits, errors, what it sends to the page."""

import json

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table
from gluteal.models.plan import PlanRequest, make_plan
from gluteal.widgets import PlanBuilder
from gluteal.widgets.plan_records import plan_records

ABSENT = dict.fromkeys(load().red_flags, "absent")


def test_it_begins_without_a_plan():
    widget = PlanBuilder()
    assert widget.plan["state"] == "unanswered"
    assert widget.plan["red_flags"] == list(load().red_flags)
    assert repr(widget) == "Plan builder: No plan: not every question about red flags is answered."


def test_the_plan_is_that_of_the_model_and_follows_every_input():
    widget = PlanBuilder(red_flags=ABSENT, asked=True, minutes=30)
    widget.findings, widget.equipment = ["knee-pain", "lateral-hip-pain"], ["chair", "floor"]
    asked = PlanRequest(
        goal=widget.goal, findings=("lateral-hip-pain", "knee-pain"), equipment=("floor", "chair"),
        minutes=30, red_flags=ABSENT,
    )  # fmt: skip
    assert widget.plan == make_plan(asked)
    assert widget.findings == ["lateral-hip-pain", "knee-pain"]
    assert widget.text().startswith("Loosen the buttock, irritability moderate, 3 days a week\n+ ")
    widget.asked = False
    assert widget.plan["state"] == "findings-unanswered"


def test_nothing_from_outside_can_put_another_plan_in_its_place():
    widget = PlanBuilder(red_flags={**ABSENT, "fracture": "present"}, asked=True)
    widget.plan = {"state": "plan", "items": [{"exercise": "bridge"}]}
    assert (widget.plan["state"], widget.plan["items"]) == ("red-flag", [])


@pytest.mark.parametrize(
    ("traits", "words"),
    [
        ({"goal": "strength"}, "strengthen-hip"),
        ({"irritability": "mild"}, "low"),
        ({"findings": ["knee"]}, "knee-pain"),
        ({"equipment": ["rollers"]}, "roller"),
        ({"red_flags": {"fractur": "absent"}}, "fracture"),
        ({"minutes": 4}, "minutes"),
        ({"days": 8}, "days"),
    ],
)
def test_a_value_that_does_not_exist_says_what_is_valid(traits, words):
    with pytest.raises(traitlets.TraitError, match=words):
        PlanBuilder(**traits)


def test_its_state_is_small_and_every_rule_has_its_words():
    assert len(json.dumps(PlanBuilder().get_state())) < 100_000  # 42 kB of it paint the figure
    records = plan_records()
    for name in ("goals", "levels", "findings", "equipment"):
        assert records["order"][name] == list(plan_table(f"plan_{name}"))
    assert {one["symbol"] for one in records["refusals"].values()} >= {"T", "●●○○"}
