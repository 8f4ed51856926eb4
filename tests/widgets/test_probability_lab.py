"""The probability lab on the Python side: what it computes, refuses and sends, how lean it is."""

import json

import pytest
import traitlets
from hypothesis import given
from hypothesis import strategies as st

from gluteal.catalogue.accuracy import accuracies
from gluteal.models.probability import icon_counts, post_test, post_test_interval
from gluteal.widgets.probability_lab import ProbabilityLab
from gluteal.widgets.probability_records import INTERVAL_WORDS, intervals, probability_records, shares

TESTS = {one.id: one for one in accuracies()}


def pair():
    """A test that another one can follow, and that other one."""
    for first in TESTS:
        if choices := ProbabilityLab(first).second_choices:
            return first, next(iter(choices))
    raise AssertionError("no two tests for one condition")


@pytest.fixture
def lab():
    return ProbabilityLab()


def test_it_begins_with_a_test_whose_interval_was_published(lab):
    assert TESTS[lab.test].interval_from == "published"
    assert (lab.sensitivity, lab.specificity) == shares(TESTS[lab.test])
    assert lab.result["reach"] and lab.outcome == "positive" and lab.second == ""


@pytest.mark.parametrize("name", TESTS)
def test_every_test_brings_its_own_numbers_and_interval(name):
    lab, one = ProbabilityLab(name, pre=0.4), TESTS[name]
    assert [100 * lab.sensitivity, 100 * lab.specificity] == pytest.approx(
        [one.sensitivity_pct, one.specificity_pct]
    )
    found = post_test(0.4, *shares(one))
    assert lab.result["positive"] == pytest.approx(found.positive)
    if reach := intervals(one):
        low, high = lab.result["reach"]["positive"]
        assert low == post_test_interval(0.4, *reach).positive.low <= found.positive <= high
    else:
        assert lab.result["reach"] == {}


def test_a_number_of_ones_own_lets_go_of_the_test(lab):
    lab.sensitivity = 0.5
    assert lab.test == "" and lab.result["reach"] == {}
    assert lab.specificity == 0.8
    lab.test = "slump-majlesi2008" if "slump-majlesi2008" in TESTS else next(iter(TESTS))
    assert (lab.sensitivity, lab.specificity) == shares(TESTS[lab.test])


def test_a_test_and_own_numbers_together_are_refused():
    with pytest.raises(traitlets.TraitError, match="not both"):
        ProbabilityLab(next(iter(TESTS)), sensitivity=0.9)


def test_a_second_test_gives_a_range_from_nothing_to_independence():
    first, second = pair()
    lab = ProbabilityLab(first, pre=0.3, second=second)
    low, high = lab.result["second"]
    after_first = lab.result["positive"]
    both = post_test(after_first, *shares(TESTS[second])).positive
    assert sorted((after_first, both)) == [low, high]


def test_a_second_test_for_another_condition_or_the_same_test_is_refused():
    first, _ = pair()
    other = next(key for key, one in TESTS.items() if one.target != TESTS[first].target)
    for bad in (other, first, "slumpp"):
        with pytest.raises(traitlets.TraitError, match="no accuracy has the id"):
            ProbabilityLab(first, second=bad)


def test_another_first_test_drops_a_second_that_cannot_follow():
    first, second = pair()
    lab = ProbabilityLab(first, second=second)
    lab.test = next(key for key, one in TESTS.items() if one.target != TESTS[first].target)
    assert lab.second == "" and lab.result["second"] == []


@given(*[st.one_of(st.sampled_from([0.0, 1.0]), st.floats(0, 1))] * 3)
def test_the_result_is_the_models_at_every_setting(pre, sensitivity, specificity):
    lab = ProbabilityLab(pre=pre, sensitivity=sensitivity, specificity=specificity)
    found = post_test(pre, sensitivity, specificity)
    for name in ("positive", "negative"):
        value = getattr(found, name)
        assert lab.result[name] == (value if value == value else None)
    counts = icon_counts(pre, sensitivity, specificity)
    assert lab.result["counts"][0] == counts.true_positive and sum(lab.result["counts"]) == 100
    json.dumps(lab.result, allow_nan=False)


def test_a_result_from_outside_cannot_lie(lab):
    lab.result = {"positive": 1.0}
    assert lab.result["positive"] == post_test(lab.pre, lab.sensitivity, lab.specificity).positive


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"pre": 30}, "pre is a number from 0 to 1, such as 0.85; not 30"),
        ({"sensitivity": -0.1}, "sensitivity is a number"),
        ({"specificity": float("nan")}, "specificity is a number"),
        ({"test": "seated-stretch"}, "seated-stretch-martin2014"),
        ({"outcome": "maybe"}, "outcome"),
        ({"second_outcome": None}, "second_outcome"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(wrong, words):
    with pytest.raises(traitlets.TraitError) as refused:
        ProbabilityLab(**wrong)
    assert words in str(refused.value)


def test_every_test_has_caveat_reference_standard_source_and_grade():
    records = probability_records()
    assert [one["id"] for one in records["tests"]] == list(TESTS)
    for one in records["tests"]:
        assert one["caveat"] and one["reference"] and one["target"] in records["targets"]
        assert one["source"] in records["sources"] and one["grade"] in records["grades"]
        assert one["interval_from"] in INTERVAL_WORDS
        assert bool(one["intervals"]) == (one["interval_from"] != "unknown")


def test_its_repr_is_a_sentence():
    assert repr(ProbabilityLab(pre=0, sensitivity=1, specificity=1)) == (
        "Probability lab: own numbers, 0 % before, not defined after a positive "
        "and 0 % after a negative result"
    )


def test_the_state_is_lean(lab):
    state = {key: value for key, value in lab.get_state().items() if not key.startswith("_")}
    assert len(json.dumps(state)) < 45_000
    assert len(ProbabilityLab._esm) + len(ProbabilityLab._css) < 60_000


def test_the_page_holds_no_published_number_and_no_study():
    for word in ("0.52", "0.91", "martin2014", "Martin", "endoscopy"):
        assert word not in str(ProbabilityLab._esm), word
