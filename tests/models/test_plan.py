"""Week plans: what must never appear in one, whatever is asked for."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.catalogue import load
from gluteal.catalogue.plan import RECORDS, plan_table
from gluteal.models.plan import PlanError, PlanRequest, lacking, make_plan
from gluteal.models.plan_rules import plan_rules
from gluteal.models.plan_text import dose_words, plan_text

EVERYTHING = tuple(plan_table("plan_equipment"))
some = {
    name: st.lists(st.sampled_from(list(plan_table(f"plan_{name}"))), unique=True, max_size=size)
    for name, size in (("findings", 4), ("equipment", 10))
}
requests = st.builds(
    PlanRequest,
    goal=st.sampled_from(list(plan_table("plan_goals"))),
    irritability=st.sampled_from(list(plan_table("plan_levels"))),
    findings=some["findings"].map(tuple),
    equipment=some["equipment"].map(tuple),
    minutes=st.integers(5, 60),
    days=st.integers(2, 7),
    red_flags=st.just(()),
)


def asked(**parts):
    start = {"goal": "loosen-buttock", "findings": (), "equipment": EVERYTHING, "red_flags": ()}
    return PlanRequest(**{**start, **parts})


@settings(max_examples=300)
@given(requests)
def test_a_forbidden_exercise_never_appears_and_its_reason_does(request):
    plan = make_plan(request)
    chosen = {item["exercise"] for item in plan["items"]}
    forbidden = {
        key
        for row in plan_table("plan_refusals").values()
        if row.finding_id in request.findings
        for key in row.exercise_ids
    }
    assert not chosen & forbidden
    offered = {key for _, keys in plan_rules()["slots"][request.goal] for key in keys}
    assert {one["exercise"] for one in plan["refused"]} == offered & forbidden
    assert all(one["refusals"] for one in plan["refused"])


@settings(max_examples=300)
@given(requests)
def test_the_time_is_kept_and_everything_is_at_hand(request):
    plan = make_plan(request)
    assert all(day["seconds"] <= request.minutes * 60 for day in plan["week"])
    assert len(plan["week"]) in (0, request.days)
    for item in plan["items"]:
        assert not lacking(plan_rules()["exercises"][item["exercise"]], request.equipment)
        assert request.irritability in plan_table("plan_exercises")[item["exercise"]].levels


@given(requests, st.randoms())
def test_the_order_of_what_is_entered_does_not_matter(request, chance):
    findings, equipment = list(request.findings), list(request.equipment) * 2
    chance.shuffle(findings)
    chance.shuffle(equipment)
    other = PlanRequest(
        goal=request.goal, irritability=request.irritability, findings=tuple(findings),
        equipment=tuple(equipment), minutes=request.minutes, days=request.days, red_flags=(),
    )  # fmt: skip
    assert make_plan(other) == make_plan(request)
    assert json.loads(json.dumps(make_plan(request))) == make_plan(request)


@given(requests, st.sampled_from(sorted(load().red_flags)))
def test_no_plan_with_a_red_flag_present_or_unanswered(request, flag):
    absent = dict.fromkeys(load().red_flags, "absent")
    unanswered = {key: answer for key, answer in absent.items() if key != flag}
    for answers, state in (({**absent, flag: "present"}, "red-flag"), (unanswered, "unanswered")):
        plan = make_plan(asked(goal=request.goal, red_flags=answers))
        assert (plan["state"], plan["red_flags"], plan["items"]) == (state, [flag], [])
    assert make_plan(asked(red_flags=None))["state"] == "unanswered"


def test_no_plan_before_somebody_asked_for_findings():
    assert make_plan(asked(findings=None))["state"] == "findings-unanswered"


def test_a_finding_that_may_be_a_thrombosis_leaves_nothing():
    for goal in plan_table("plan_goals"):
        assert make_plan(asked(goal=goal, findings=("thrombosis",), minutes=60))["state"] == "empty"


def test_the_tendon_of_the_outer_hip_is_not_pressed_by_adduction():
    plan = make_plan(asked(findings=("lateral-hip-pain",), minutes=60, irritability="low"))
    refused = {one["exercise"]: one["refusals"] for one in plan["refused"]}
    rule = plan_table("plan_refusals")[refused["supine-cross-body-stretch"][0]]
    assert (rule.source_key, rule.basis) == ("allison2016", "source")


WORDS = {
    "knee-pain": ("knee pain", "knee problems", "pain in knee"),
    "leg-tingling": ("tingling", "leg pain: stop"),
    "hip-replacement": ("hip replacement",), "painful-hip-joint": ("hip arthritis", "impingement"),
    "lateral-hip-pain": ("tendinopathy (adduction", "with gluteal tendinopathy", "lateral hip", "trochanter"),
    "sitting-bone-pain": ("proximal hamstring tendinopathy",), "groin-strain": ("groin strain",),
    "shoulder-pain": ("shoulder pain",), "poor-balance": ("poor balance",), "thrombosis": ("dvt",),
    "bleeding": ("clotting",), "fragile-bone": ("osteoporosis",), "skin-or-infection": ("skin lesion",),
    "late-pregnancy": ("late pregnancy",), "back-pain-on-bending": ("disc",),
}  # fmt: skip
"""What a caution of the exercise table says, by the finding that has to refuse the exercise."""


@pytest.mark.parametrize("finding", list(plan_table("plan_findings")))
def test_what_an_exercise_cautions_against_is_refused(finding):
    forbidden = {key for _, keys in plan_rules()["forbids"][finding] for key in keys}
    for key in plan_table("plan_exercises"):
        cautions = " / ".join(load().exercises[key].cautions).lower()
        if any(words in cautions for words in WORDS[finding]):
            assert key in forbidden, (key, cautions)


@pytest.mark.parametrize("finding", ["knee-pain", "poor-balance"])
def test_a_squat_on_one_leg_asks_for_a_sound_knee_and_balance(finding):
    forbidden = {key for _, keys in plan_rules()["forbids"][finding] for key in keys}
    assert {"piriformis-stretch-standing-figure-4", "single-leg-squat"} <= forbidden


def test_less_irritability_brings_a_harder_exercise_and_more_of_it():
    first = {level: make_plan(asked(goal="strengthen-hip", irritability=level, minutes=60))["items"]
             for level in plan_table("plan_levels")}  # fmt: skip
    assert first["low"][0]["exercise"] == "side-lying-hip-abduction"
    assert first["high"][0]["exercise"] == "isometric-standing-hip-abduction"
    assert first["low"][0]["dose"]["sets"] > first["moderate"][0]["dose"]["sets"]


def test_seconds_follow_the_equation_of_the_dose():
    dose = plan_rules()["exercises"]["clamshell"]["doses"]["low"][0]
    assert (dose["sets"], dose["repetitions"], dose["hold_s"], dose["sides"]) == (3, 15, 3, 2)
    assert dose["seconds"] == 20 + 2 * (3 * 15 * (3 + 4) + 2 * 60)


def test_every_exercise_but_that_of_the_therapist_has_a_place():
    placed = {key for row in plan_table("plan_slots").values() for key in row.exercise_ids}
    assert placed == set(plan_table("plan_exercises"))
    assert set(load().exercises) - placed == {"manual-trigger-point-pressure-release"}


def test_a_rule_has_a_source_and_a_grade_or_is_called_a_teaching_default():
    for table in RECORDS:
        for row in plan_table(table).values():
            sourced = row.basis == "source"
            assert sourced == bool(getattr(row, "source_key", "")) == bool(getattr(row, "grade", "")), row


def test_doses_stay_within_the_ranges_of_the_exercise_table():
    for key, rule in plan_rules()["exercises"].items():
        row = load().exercises[key]
        for doses in rule["doses"].values():
            for dose in doses:
                assert dose["repetitions"] <= (row.repetitions_high or 1), key
                assert dose["sets"] <= (row.sets_high or 1), key
                assert dose["hold_s"] <= (row.hold_high_s or 0), key


def test_the_text_names_exercise_dose_and_days():
    text = plan_text(make_plan(asked(minutes=10, days=2)))
    assert (
        "+ Piriformis stretch in standing (standing figure 4): 3 × 20 s, each side; Monday, Thursday" in text
    )
    assert text.splitlines()[0] == "Loosen the buttock, irritability moderate, 2 days a week"
    assert dose_words({"sets": 1, "repetitions": 20, "hold_s": 0, "sides": 1}) == "20 times"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"goal": "loosen-butock"}, "did you mean 'loosen-buttock'"),
        ({"findings": ("knee",)}, "unknown findings 'knee'"),
        ({"findings": "knee-pain"}, r"\('knee-pain',\)"),
        ({"minutes": 4}, "from 5 to 60"),
        ({"minutes": 20.5}, "whole number"),
        ({"days": 8}, "from 2 to 7"),
    ],
)
def test_a_request_that_cannot_be_read_says_what_is_valid(parts, words):
    with pytest.raises(PlanError, match=words):
        asked(**parts)
