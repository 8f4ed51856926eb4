"""A case's decisions in stages: neither form nor place of an option tells which is right."""

from collections import Counter

import pytest

from gluteal.catalogue.cases import written_cases
from gluteal.models.case_generator import generate_case
from gluteal.models.case_stages import staged
from gluteal.models.case_written import staged_case

LEVELS = ("easy", "medium", "hard")


def stages_named(name, count=40):
    drawn = [staged(generate_case(seed, level)) for seed in range(count) for level in LEVELS]
    for case in (*drawn, *map(staged_case, written_cases())):
        yield next(one for one in case["stages"] if one["id"] == name)


@pytest.mark.parametrize("name", ["drawing", "examination"])
def test_the_place_of_an_option_tells_nothing(name):
    stages = list(stages_named(name))
    right = Counter(at for one in stages for at, option in enumerate(one["options"]) if option["right"])
    places = len(stages[0]["options"])
    shares = [right[at] / sum(right.values()) for at in range(places)]
    assert all(0.55 / places < share < 1.65 / places for share in shares), shares


def test_every_case_asks_for_as_many_decisions_of_the_same_form():
    for name in ("history", "drawing", "examination", "hypothesis", "plan"):
        forms = {(one["picks"], len(one["options"]), one["name"]) for one in stages_named(name, 10)}
        assert len({form[0] for form in forms}) == 1 and len({form[2] for form in forms}) == 1, forms


def test_who_lost_a_root_function_may_be_treated_or_sent_to_a_doctor_and_nobody_else_without_a_red_flag():
    seen = set()
    for seed in range(60):
        case = generate_case(seed, "medium")
        lost = any(case.answers.get(key) == "present" for key in ("weakness", "feeling-lost", "reflex-lost"))
        steps = next(one for one in staged(case)["stages"] if one["id"] == "plan")["options"]
        right = [one["id"] for one in steps if one["right"]]
        if not case.red_flag_id:
            assert right == (["treat", "soon"] if lost else ["treat"])
            seen.add(lost)
        else:
            assert right == [case.next_step]
    assert seen == {True, False}
