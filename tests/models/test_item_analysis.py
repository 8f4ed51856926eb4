"""Item analysis against numbers worked by hand, against numpy, and where it must say nothing."""

import numpy as np
import pytest

from gluteal.models.item_analysis import FEWEST_LEARNERS, FEWEST_OTHERS, analyse, correlation, together
from gluteal.models.shares import wilson

NAN = float("nan")


def a_class(learners=60, questions=12, seed=3):
    """Right and wrong answers of learners of different ability; some did not answer."""
    draw = np.random.default_rng(seed)
    ability, easy = draw.normal(size=(learners, 1)), draw.normal(size=questions)
    right = (draw.random((learners, questions)) < 1 / (1 + np.exp(-ability - easy))).astype(float)
    right[draw.random(right.shape) < 0.1] = NAN
    return right


def test_difficulty_is_the_share_of_those_who_answered():
    one, none = analyse([[1, NAN], [1, NAN], [0, NAN], [NAN, NAN]])
    assert (one.n, one.right, one.difficulty) == (3, 2, 2 / 3) and one.interval == wilson(2, 3)
    assert (none.n, none.difficulty, none.interval, none.discrimination) == (0, None, None, None)


def test_discrimination_is_the_correlation_with_all_other_questions():
    right = a_class()
    for at, found in enumerate(analyse(right)):
        others = np.delete(right, at, axis=1)
        enters = ~np.isnan(right[:, at]) & ((~np.isnan(others)).sum(1) >= FEWEST_OTHERS)
        expected = np.corrcoef(right[enters, at], np.nanmean(others[enters], axis=1))[0, 1]
        assert found.discrimination == pytest.approx(expected) and found.compared == enters.sum()


def test_a_question_is_never_compared_with_itself():
    draw = np.random.default_rng(1).integers(0, 2, (5000, 6)).astype(float)
    assert all(abs(found.discrimination) < 0.05 for found in analyse(draw)), "chance tells nobody apart"


def test_a_key_that_is_wrong_shows_as_a_negative_discrimination():
    right = a_class(200)
    right[:, 4] = 1 - right[:, 4]
    found = analyse(right)
    assert found[4].discrimination < -0.1 < 0.1 < min(one.discrimination for one in found[:4] + found[5:])


def test_questions_left_out_of_the_total_are_compared_with_it_all_the_same():
    right, counted = a_class(), np.arange(12) > 2
    found = analyse(right, counted)[0]
    others = right[:, counted]
    enters = ~np.isnan(right[:, 0]) & ((~np.isnan(others)).sum(1) >= FEWEST_OTHERS)
    expected = np.corrcoef(right[enters, 0], np.nanmean(others[enters], axis=1))[0, 1]
    assert found.discrimination == pytest.approx(expected)


@pytest.mark.parametrize(
    "right",
    [
        a_class(FEWEST_LEARNERS - 1),
        a_class(60, FEWEST_OTHERS),
        np.ones((60, 12)),
    ],
    ids=["few learners", "few questions", "all the same"],
)
def test_where_it_would_say_nothing_it_is_left_out(right):
    assert [one.discrimination for one in analyse(right)] == [None] * right.shape[1]


def test_a_correlation_needs_twenty_pairs():
    assert correlation([0, 1] * 9, [0, 1] * 9) is None and correlation([0, 1] * 10, [1, 0] * 10) == -1.0


def test_each_learner_counts_the_same_in_an_objective():
    found = together([[1, 1, 1, 1], [0, NAN, NAN, NAN], [NAN] * 4])
    assert (found.share, found.learners, found.answers, found.interval) == (0.5, 2, 5, None)
    assert together([[NAN]]).share is None


def test_the_interval_of_an_objective_is_about_that_of_the_mean_and_always_the_same():
    right = a_class(400)
    found, again = together(right), together(right)
    own = np.nanmean(right, axis=1)
    half = 1.96 * own.std(ddof=1) / np.sqrt(len(own))
    assert found == again and found.interval.low == pytest.approx(own.mean() - half, abs=0.01)
    assert found.interval.high == pytest.approx(own.mean() + half, abs=0.01)


def test_answers_of_another_shape_are_refused():
    with pytest.raises(ValueError, match="learners x questions"):
        analyse([1, 0, 1])
