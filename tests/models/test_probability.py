"""Post-test probability: against worked examples that were published, against identities, at its ends."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gluteal.catalogue.accuracy import accuracies
from gluteal.models.fagan import PERCENTS, RATIOS, fagan_line, fagan_lines, height, ratio_height
from gluteal.models.probability import (
    icon_counts,
    likelihood_ratios,
    odds,
    post_test,
    post_test_interval,
    probability,
    wilson,
)
from gluteal.models.shares import largest_remainder

SHARE = st.floats(0, 1)
INNER = st.floats(0.001, 0.999)


# --- published worked examples, read on the pages named ------------------------------------------------


def test_the_ferritin_example_of_the_centre_for_evidence_based_medicine():
    """Worksheet on ktclearinghouse.ca: 731 of 809 and 1500 of 1770; LR 6 and 0.12; 31 % becomes 73 %."""
    after = post_test(809 / 2579, 731 / 809, 1500 / 1770)
    assert (round(after.lr_positive), round(after.lr_negative, 2)) == (6, 0.11)  # printed 0.12 from 10/85
    assert round(after.positive, 2) == 0.73
    assert round(1 - after.negative, 2) == 0.95
    assert after.positive == pytest.approx(731 / 1001)
    assert after.negative == pytest.approx(78 / 1578)


@pytest.mark.parametrize(("pre", "after"), [(0.02, 0.11), (0.5, 0.86)])
def test_the_ferritin_example_of_therapeutic_guidelines(pre, after):
    """Appendix 16.3: sensitivity 90 %, specificity 85 %; about 11 % from 2 %, about 86 % from 50 %."""
    assert round(post_test(pre, 0.90, 0.85).positive, 2) == after


def test_the_mri_example_drawn_on_fagans_nomogram():
    """Caraguel and Vanderstichel 2013: 75 %, 96 %, 2 % before; about 28 % and, read off the lines, 0.6 %."""
    after = post_test(0.02, 0.75, 0.96)
    assert round(after.positive, 2) == 0.28
    assert after.negative == pytest.approx(0.0053, abs=0.0001)


def test_likelihood_ratios_are_those_that_martin_2014_prints():
    assert [round(one, 2) for one in likelihood_ratios(12 / 23, 9 / 10)] == [5.22, 0.53]
    assert [round(one, 2) for one in likelihood_ratios(21 / 23, 8 / 10)] == [4.57, 0.11]


def test_wilson_is_what_martin_2014_prints():
    sens, spec = wilson(21, 23), wilson(8, 10)
    assert [round(one, 2) for one in (sens.low, sens.high, spec.low, spec.high)] == [0.73, 0.98, 0.49, 0.94]


# --- identities ----------------------------------------------------------------------------------------


@given(INNER, INNER, INNER)
def test_odds_times_ratio_is_the_same(pre, sens, spec):
    after, ratios = post_test(pre, sens, spec), likelihood_ratios(sens, spec)
    for value, ratio in zip((after.positive, after.negative), ratios, strict=True):
        assert value == pytest.approx(probability(odds(pre) * ratio), rel=1e-9)


@given(INNER, INNER, INNER)
def test_both_results_together_leave_what_was_before(pre, sens, spec):
    after, positive = post_test(pre, sens, spec), pre * sens + (1 - pre) * (1 - spec)
    assert positive * after.positive + (1 - positive) * after.negative == pytest.approx(pre)


@given(SHARE, SHARE, SHARE)
def test_a_probability_is_one_or_not_defined(pre, sens, spec):
    after = post_test(pre, sens, spec)
    assert all(math.isnan(one) or 0 <= one <= 1 for one in (after.positive, after.negative))


@given(SHARE, SHARE)
def test_a_test_that_tells_nothing_changes_nothing(pre, sens):
    after = post_test(pre, sens, 1 - sens)
    assume(0.001 < sens < 0.999)
    assert after.positive == pytest.approx(pre)
    assert after.negative == pytest.approx(pre)


@given(INNER, INNER, st.tuples(INNER, INNER).map(sorted))
def test_more_specific_raises_what_a_positive_result_means(pre, sens, specs):
    assert post_test(pre, sens, specs[0]).positive <= post_test(pre, sens, specs[1]).positive + 1e-12


@given(INNER, st.tuples(INNER, INNER).map(sorted), st.tuples(INNER, INNER).map(sorted), SHARE, SHARE)
def test_no_accuracy_within_the_intervals_leaves_the_reach_of_the_corners(pre, sens, spec, one, other):
    reach = post_test_interval(pre, sens, spec)
    inside = post_test(pre, sens[0] + one * (sens[1] - sens[0]), spec[0] + other * (spec[1] - spec[0]))
    assert reach.positive.low - 1e-9 <= inside.positive <= reach.positive.high + 1e-9
    assert reach.negative.low - 1e-9 <= inside.negative <= reach.negative.high + 1e-9


# --- ends ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pre", [0, 1])
def test_certainty_stays(pre):
    after = post_test(pre, 0.9, 0.8)
    assert (after.positive, after.negative) == (pre, pre)


def test_a_perfect_test_settles_it():
    after = post_test(0.3, 1, 1)
    assert (after.positive, after.negative, after.lr_positive, after.lr_negative) == (1, 0, math.inf, 0)


def test_a_result_that_never_occurs_has_no_probability():
    assert math.isnan(post_test(0.3, 0, 1).positive)
    assert math.isnan(post_test(0, 0.5, 1).positive)
    assert math.isnan(likelihood_ratios(0, 1)[0])


@pytest.mark.parametrize("wrong", [-0.1, 1.1, 30, "0.3", None, math.nan, True])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_no_share_is_named(wrong, place):
    numbers = [0.3, 0.9, 0.8]
    numbers[place] = wrong
    with pytest.raises(ValueError, match=("probability before", "sensitivity", "specificity")[place]):
        post_test(*numbers)


def test_percent_is_recognised():
    with pytest.raises(ValueError, match=r"did you mean 0\.3\?"):
        post_test(30, 0.9, 0.8)


def test_an_interval_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="ends before it begins"):
        post_test_interval(0.5, (0.9, 0.2), (0.5, 0.6))


# --- people --------------------------------------------------------------------------------------------


@given(SHARE, SHARE, SHARE, st.sampled_from([1, 10, 100, 1000]))
def test_people_add_up_and_are_less_than_one_off(pre, sens, spec, people):
    counts = icon_counts(pre, sens, spec, people)
    exact = (pre * sens, pre * (1 - sens), (1 - pre) * (1 - spec), (1 - pre) * spec)
    found = counts.true_positive, counts.false_negative, counts.false_positive, counts.true_negative
    assert counts.total == people
    assert all(abs(one - people * share) < 1 + 1e-6 for one, share in zip(found, exact, strict=True))


def test_the_missing_people_go_to_the_largest_remainders():
    assert largest_remainder((0.602, 0.199, 0.199)) == [60, 20, 20]


def test_whole_people_are_left_as_they_are():
    assert largest_remainder((0.29, 0.01, 0.7)) == [29, 1, 70]


@given(st.integers(0, 200), st.integers(1, 200))
def test_wilson_holds_the_share_and_stays_within_0_and_1(count, n):
    assume(count <= n)
    reach = wilson(count, n)
    assert 0 <= reach.low <= count / n <= reach.high <= 1


def test_wilson_is_statsmodels():
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    for count, n in ((0, 5), (3, 7), (21, 23), (40, 40)):
        low, high = proportion.proportion_confint(count, n, method="wilson")
        assert np.allclose([wilson(count, n).low, wilson(count, n).high], [low, high], atol=1e-9)


# --- Fagan's scales ------------------------------------------------------------------------------------


@given(st.floats(0.002, 0.998), st.floats(0.01, 100))
def test_the_line_is_straight_and_ends_where_bayes_does(pre, ratio):
    after = probability(odds(pre) * ratio)
    assume(0.001 < after < 0.999)
    line = fagan_line(pre, ratio)
    assert not line.beyond
    assert line.middle == pytest.approx((line.left + line.right) / 2)
    assert line.right == pytest.approx(height(after))
    assert line.left == pytest.approx(1 - height(pre))


def test_the_marks_lie_on_the_scales_in_order():
    right, middle = [height(one / 100) for one in PERCENTS], [ratio_height(one) for one in RATIOS]
    assert right == sorted(right)
    assert middle == sorted(middle)
    assert (right[0], right[-1]) == pytest.approx((0, 1))
    assert 0 < middle[0] < middle[-1] < 1


@pytest.mark.parametrize(("pre", "ratio"), [(0, 5), (1, 5), (0.5, 0), (0.5, math.inf), (0.999, 1000)])
def test_beyond_the_scales_the_line_says_so(pre, ratio):
    line = fagan_line(pre, ratio)
    assert line.beyond
    assert all(0 <= one <= 1 for one in (line.left, line.middle, line.right))


def test_a_result_that_never_occurs_has_no_line():
    assert fagan_lines(0.3, 0, 1)[0] is None


# --- the published accuracy ----------------------------------------------------------------------------


def test_every_accuracy_can_be_used():
    for one in accuracies():
        post_test(0.3, one.sensitivity_pct / 100, one.specificity_pct / 100)


def test_intervals_computed_here_are_wilsons():
    computed = [one for one in accuracies() if one.interval_from == "computed"]
    assert len(computed) >= 5
    for one in computed:
        for pct, n, reach in (
            (one.sensitivity_pct, one.n_with, one.sensitivity_interval_pct),
            (one.specificity_pct, one.n_without, one.specificity_interval_pct),
        ):
            expected = wilson(round(pct / 100 * n), n)
            assert reach == pytest.approx((100 * expected.low, 100 * expected.high), abs=0.11)


def test_an_interval_holds_its_value():
    for one in accuracies():
        for pct, reach in (
            (one.sensitivity_pct, one.sensitivity_interval_pct),
            (one.specificity_pct, one.specificity_interval_pct),
        ):
            assert reach is None or reach[0] <= pct <= reach[1]


def test_nothing_is_pooled():
    keys = [
        (one.test_id, one.variant, one.target, one.reference_standard, one.source_key) for one in accuracies()
    ]
    assert len(keys) == len(set(keys))
    assert all(one.caveat for one in accuracies())
