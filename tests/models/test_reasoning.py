"""The reasoning model: its laws, its words, and that the page can do the same with whole numbers."""

import dataclasses
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.catalogue import load
from gluteal.models.reasoning import rank, ranking_table, tell_apart
from gluteal.models.reasoning_rules import ANSWERS, ReasoningError, rules
from tests.models.reasoning_pictures import PICTURES

FEATURES = [feature.id for feature in rules().features]
HYPOTHESES = [hypothesis.id for hypothesis in rules().hypotheses]
NONE = frozenset()
ANSWERED = st.dictionaries(st.sampled_from(FEATURES), st.sampled_from(ANSWERS), max_size=20)
SOME = settings(max_examples=60, deadline=None)


def scores(answers):
    """Points by hypothesis."""
    return {one.id: one.score for one in rank(answers, NONE).hypotheses}


# --- laws ----------------------------------------------------------------------------------------------


@SOME
@given(ANSWERED, st.sampled_from(FEATURES), st.sampled_from(ANSWERS))
def test_an_answer_moves_a_hypothesis_only_the_way_it_speaks(answers, feature, answer):
    before = {key: value for key, value in answers.items() if key != feature}
    low, high = scores(before), scores({**before, feature: answer})
    for hypothesis in HYPOTHESES:
        points = rules().points(hypothesis, feature, answer)
        change = high[hypothesis] - low[hypothesis]
        assert min(points, 0) <= change <= max(points, 0)


@SOME
@given(ANSWERED, st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(answers, chance):
    shuffled = list(answers.items())
    chance.shuffle(shuffled)
    assert rank(dict(shuffled), NONE) == rank(answers, NONE)


@SOME
@given(ANSWERED)
def test_every_hypothesis_is_there_once_and_in_order(answers):
    found = rank(answers, NONE).hypotheses
    assert sorted(one.id for one in found) == sorted(HYPOTHESES)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all((one.place == other.place) == (one.score == other.score) for one, other in pairwise(found))


@SOME
@given(ANSWERED)
def test_the_reasons_add_up_to_the_score(answers):
    for one in rank(answers, NONE).hypotheses:
        assert one.score == one.prior + sum(reason.counted for reason in one.for_ + one.against)
        assert one.score == rules().score(
            next(own for own in rules().hypotheses if own.id == one.id), answers
        )
        assert all(reason.points > 0 for reason in one.for_)
        assert all(reason.points < 0 for reason in one.against)


@SOME
@given(ANSWERED)
def test_of_a_group_one_answer_counts_on_each_side(answers):
    for one in rank(answers, NONE).hypotheses:
        for side in (one.for_, one.against):
            counted = [reason for reason in side if reason.counted]
            assert len({reason.group_id for reason in counted}) == len(counted)
            for reason in side:
                best = next(other for other in counted if other.group_id == reason.group_id)
                assert abs(best.points) >= abs(reason.points)


def test_without_answers_the_order_is_the_one_before():
    found = rank({}, NONE).hypotheses
    known = sorted(rules().hypotheses, key=lambda one: (-one.prior_points, one.order))
    assert [one.id for one in found] == [one.id for one in known]
    assert all(one.score == one.prior and not one.for_ + one.against for one in found)


def test_not_known_is_not_absent():
    assert scores({}) != scores({"buttock-pain": "absent"})


# --- red flags -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("flag", list(load().red_flags))
def test_each_red_flag_overrides_everything(flag):
    found = rank({"buttock-pain": "present", "pressing-piriformis": "present"}, {flag})
    assert [one.id for one in found.urgent] == [flag]
    assert (found.hypotheses, found.apart) == ((), None)
    assert found.urgent[0].action
    assert "red flag is present" in found.remarks[0]


def test_nothing_is_ranked_before_the_red_flags_are_asked():
    found = rank({"buttock-pain": "present"})
    assert found.hypotheses == ()
    assert set(found.unanswered) == set(load().red_flags)
    assert found.remarks[0].startswith("Nothing is ranked yet")


def test_one_open_question_is_enough_to_wait():
    asked = dict.fromkeys(load().red_flags, "absent")
    assert rank({}, asked).hypotheses
    asked.pop("cancer")
    assert rank({}, asked).unanswered == ("cancer",)
    assert rank({}, asked).hypotheses == ()


def test_the_most_urgent_comes_first():
    found = rank({}, {"inflammatory-spinal-disease", "cancer", "cauda-equina-syndrome"})
    assert [one.urgency for one in found.urgent] == ["emergency", "urgent", "soon"]


def test_numbness_asks_again_about_the_cauda_equina():
    assert any("genitals" in one for one in rank({"numbness": "present"}, NONE).ask_again)
    assert rank({"numbness": "absent"}, NONE).ask_again == ()


# --- contradictions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("pair", rules().contradictions, ids=lambda one: one.id)
def test_each_pair_that_does_not_fit_is_told(pair):
    answers = {pair.first_feature_id: pair.first_answer, pair.second_feature_id: pair.second_answer}
    told = rank(answers, NONE).contradictions
    assert (pair.first_feature_id, pair.second_feature_id) in {(one.first, one.second) for one in told}


def test_the_other_answer_contradicts_nothing():
    assert rank({"thigh-pain-above-knee": "present", "pain-below-knee": "absent"}, NONE).contradictions == ()


# --- bad input -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "flags", "words"),
    [
        ({"siting": "present"}, NONE, "unknown feature 'siting'; did you mean 'sitting'"),
        ({"sitting": "yes"}, NONE, "the answer to 'sitting' is 'present' or 'absent', not 'yes'"),
        ({"sitting": None}, NONE, "not None"),
        (["sitting"], NONE, "a mapping from feature"),
        ({}, {"cancr"}, "unknown red flag 'cancr'; did you mean 'cancer'"),
        ({}, {"cancer": "no"}, "the answer to 'cancer' is"),
        ({}, "cancer", "as a collection"),
        ({3: "present"}, NONE, "unknown feature 3"),
    ],
)
def test_what_is_not_known_is_named(answers, flags, words):
    with pytest.raises(ReasoningError) as caught:
        rank(answers, flags)
    assert words in str(caught.value)


# --- what it says --------------------------------------------------------------------------------------


@pytest.mark.parametrize("hypothesis", PICTURES)
def test_the_picture_of_the_books_leads(hypothesis):
    found = rank(dict.fromkeys(PICTURES[hypothesis], "present"), NONE)
    assert found[hypothesis].place == 1
    assert len(found[hypothesis].for_) >= 3 - (hypothesis == "lumbar-facet-lesion")


def test_every_hypothesis_has_a_picture():
    assert set(PICTURES) == set(HYPOTHESES)


def test_close_leaders_are_called_so():
    found = rank({"buttock-pain": "present"}, NONE)
    assert "too close to tell" in found.remarks[0]
    assert "does not tell what anybody has" in found.remarks[-1]


def test_when_nothing_speaks_for_anything_that_is_said():
    found = rank({"buttock-pain": "absent", "low-back-pain": "absent"}, NONE)
    assert found.remarks[0].startswith("Nothing that was answered speaks for")


def test_a_weaker_answer_of_a_group_says_why_it_adds_nothing():
    found = rank({"seated-stretch": "present", "active-piriformis": "present"}, NONE)["deep-gluteal-syndrome"]
    weaker = found.for_[-1]
    assert (weaker.feature_id, weaker.counted, weaker.points) == ("active-piriformis", 0, 3)
    assert "Seated piriformis stretch test positive" in weaker.remark
    assert "same 33 people" in weaker.remark


def test_every_reason_has_a_sentence_a_source_and_a_grade():
    facts = load()
    for weight in rules().weights:
        assert weight.sentence
        assert weight.source_key in facts.sources
        assert weight.grade in facts.grades
        assert weight.basis in ("study", "teaching-weight")
        assert (weight.likelihood_ratio is not None) == (weight.basis == "study")


def test_every_test_of_the_pack_is_asked_about():
    asked = {feature.test_id for feature in rules().features}
    # A cluster of two that are asked, and a list of four features that are.
    composed = {"seated-stretch-or-active-piriformis-test", "piriformis-syndrome-four-features"}
    assert set(load().tests) - asked == composed


def test_the_three_symptoms_of_the_article_are_asked_about():
    assert {feature.article_symptom for feature in rules().features} == {None, 1, 2, 3}


# --- apart ---------------------------------------------------------------------------------------------


@SOME
@given(ANSWERED, st.sampled_from(HYPOTHESES), st.sampled_from(HYPOTHESES))
def test_what_tells_apart_moves_the_distance_as_said(answers, first, second):
    now = scores(answers)
    for question in tell_apart(first, second, answers).questions:
        assert question.feature_id not in answers
        for answer, side in (("present", question.if_present), ("absent", question.if_absent)):
            then = scores({**answers, question.feature_id: answer})
            moved = (then[first] - then[second]) - (now[first] - now[second])
            assert side == (first if moved > 0 else second if moved < 0 else "")


def test_the_leading_two_are_told_apart():
    found = rank({"buttock-pain": "present"}, NONE)
    assert (found.apart.first, found.apart.second) == tuple(one.id for one in found.hypotheses[:2])
    assert found.apart.questions


# --- the page ------------------------------------------------------------------------------------------


def page_scores(table, answers):
    """The scores as a page computes them: from the table alone, with whole numbers."""
    place = {feature["id"]: number for number, feature in enumerate(table["features"])}
    given_ = {(place[key], ANSWERS.index(answer)) for key, answer in answers.items()}
    found = []
    for number, hypothesis in enumerate(table["hypotheses"]):
        most, least = {}, {}
        for owner, feature, answer, points, *_ in table["weights"]:
            if owner == number and (feature, answer) in given_:
                group = table["features"][feature]["group"]
                most[group] = max(most.get(group, 0), points)
                least[group] = min(least.get(group, 0), points)
        found.append(hypothesis["prior"] + sum(most.values()) + sum(least.values()))
    order = sorted(range(len(found)), key=lambda one: -found[one])
    return [(table["hypotheses"][one]["id"], found[one]) for one in order]


@SOME
@given(ANSWERED)
def test_the_page_ranks_alike(answers):
    found = [(one.id, one.score) for one in rank(answers, NONE).hypotheses]
    assert page_scores(ranking_table(), answers) == found


def test_the_table_is_plain_and_small():
    table = ranking_table()
    assert json.loads(json.dumps(table)) == table
    assert len(json.dumps(table)) < 150_000
    assert all(type(cell) is int for row in table["weights"] for cell in row)


def test_records_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        rank({}, NONE).hypotheses[0].score = 99
