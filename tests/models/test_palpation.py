"""Two raters, their skill and their dependence: the long run, samples of it, and what kappa cannot tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.models.agreement import TwoByTwo
from gluteal.models.chance import MOST_SEED, uniform
from gluteal.models.palpation import MOST_PATIENTS, PalpationStudy, Rater
from gluteal.models.reproduction import NEAR, WAYS, ways

shares = st.integers(0, 100).map(lambda percent: percent / 100)
raters = st.builds(Rater, shares, shares)
studies = st.builds(PalpationStudy, shares, raters, raters, shares)
SKILLED = Rater(0.9, 0.8)


def kappa(prevalence, first, second=None, shared=0.0):
    return PalpationStudy(prevalence, first, second or first, shared).expected().measures().kappa


@given(studies)
def test_the_long_run_is_a_table_of_shares_with_the_raters_own_totals(study):
    table = study.expected()
    assert min(table.cells) >= 0 and table.n == pytest.approx(1)
    have, have_not = study.prevalence, 1 - study.prevalence
    for rater, yes in (
        (study.first, table.both + table.first_only),
        (study.second, table.both + table.second_only),
    ):
        assert yes == pytest.approx(have * rater.sensitivity + have_not * (1 - rater.specificity), abs=1e-12)


@given(studies)
def test_the_order_of_the_raters_only_swaps_who_said_yes_alone(study):
    table, other = study.expected(), study.swapped.expected()
    assert table.cells == pytest.approx(
        (other.both, other.second_only, other.first_only, other.neither), abs=1e-12
    )


@given(studies)
def test_calling_the_finding_its_absence_turns_the_table_round(study):
    turned = PalpationStudy(
        1 - study.prevalence,
        *(Rater(one.specificity, one.sensitivity) for one in (study.first, study.second)),
        study.shared,
    )
    a, b, c, d = study.expected().cells
    assert turned.expected().cells == pytest.approx((d, c, b, a), abs=1e-12)


@given(studies, shares)
def test_more_shared_error_never_lowers_agreement_or_kappa(study, more):
    higher = PalpationStudy(study.prevalence, study.first, study.second, max(study.shared, more))
    low, high = study.expected().measures(), higher.expected().measures()
    assert high.agreement >= low.agreement - 1e-12
    assert low.undefined or high.undefined or high.kappa >= low.kappa - 1e-9


def test_independent_raters_agree_as_the_rule_of_products_says():
    table = PalpationStudy(0.4, SKILLED, Rater(0.7, 0.95)).expected(100)
    assert table.both == pytest.approx(100 * (0.4 * 0.9 * 0.7 + 0.6 * 0.2 * 0.05))
    assert table.neither == pytest.approx(100 * (0.4 * 0.1 * 0.3 + 0.6 * 0.8 * 0.95))


def test_wholly_shared_error_of_equal_raters_is_perfect_agreement_on_wrong_answers():
    study = PalpationStudy(0.5, Rater(0.6, 0.6), Rater(0.6, 0.6), 1.0)
    assert study.expected().measures().kappa == pytest.approx(1)
    sample = study.sample(400, 3)
    assert (sample.first == sample.second).all() and 0.3 < (sample.first != sample.truth).mean() < 0.5


@pytest.mark.parametrize(("rater", "found"), [(Rater(0.5, 0.5), 0), (Rater(1, 1), 1), (Rater(0.3, 0.7), 0)])
def test_coin_tossers_have_kappa_zero_and_perfect_raters_one(rater, found):
    assert kappa(0.3, rater) == pytest.approx(found, abs=1e-12)


@pytest.mark.parametrize("prevalence", [0.0, 1.0])
def test_where_all_or_none_have_it_no_skill_shows(prevalence):
    assert kappa(prevalence, SKILLED) == pytest.approx(0, abs=1e-12)
    assert np.isnan(kappa(prevalence, Rater(1, 1)))


def test_the_same_skill_gives_a_lower_kappa_where_the_finding_is_rare():
    falling = [kappa(prevalence, SKILLED) for prevalence in (0.5, 0.3, 0.1, 0.05, 0.01)]
    assert falling == sorted(falling, reverse=True) and falling[0] > 0.45 and falling[-1] < 0.05


def test_the_paradox_agreement_is_high_and_kappa_low():
    found = PalpationStudy(0.03, Rater(0.6, 0.97), Rater(0.6, 0.97)).expected().measures()
    assert found.agreement > 0.9 and found.kappa < 0.4 and found.pabak > 0.8


@given(studies)
def test_a_large_sample_comes_near_the_long_run(study):
    cells = np.array(study.sample(4000, 11).table.cells) / 4000
    assert np.abs(cells - study.expected().cells).max() < 0.045


def test_the_truth_is_sampled_with_its_prevalence_and_skill():
    sample = PalpationStudy(0.3, SKILLED, Rater(0.6, 0.9), 0.5).sample(50_000, 2)
    assert sample.truth.mean() == pytest.approx(0.3, abs=0.01)
    assert sample.first[sample.truth].mean() == pytest.approx(0.9, abs=0.01)
    assert sample.second[~sample.truth].mean() == pytest.approx(0.1, abs=0.01)


def test_the_same_seed_gives_the_same_patients_and_another_others():
    study = PalpationStudy(0.5, SKILLED, SKILLED)
    assert study.sample(60, 5).table == study.sample(60, 5).table != study.sample(60, 6).table
    assert (study.sample(60, 5).first == study.sample(200, 5).first[:60]).all(), (
        "more patients join, none leaves"
    )


def test_the_interval_holds_kappa_about_as_often_as_it_says_with_many_patients_and_less_with_few():
    def covered(n, prevalence):
        study = PalpationStudy(prevalence, SKILLED, SKILLED)
        true = study.expected().measures().kappa
        found = [study.sample(n, seed).table.measures() for seed in range(400)]
        return np.mean([one.low <= true <= one.high for one in found])

    assert covered(300, 0.5) == pytest.approx(0.95, abs=0.03)
    assert covered(12, 0.05) < 0.9


def test_one_patient_is_a_study_that_can_say_nothing_of_kappa():
    found = PalpationStudy(0.5, Rater(1, 1), Rater(1, 1)).sample(1, 0).table.measures()
    assert found.undefined == 1 and found.agreement == 1


@pytest.mark.parametrize("n", [0, -3, MOST_PATIENTS + 1])
def test_an_impossible_number_of_patients_is_refused(n):
    with pytest.raises(ValueError, match="1 to 100000 patients"):
        PalpationStudy(0.5, SKILLED, SKILLED).sample(n, 1)


@pytest.mark.parametrize("value", [-0.01, 1.01, 90, float("nan")])
def test_what_is_no_share_is_refused_with_its_name(value):
    with pytest.raises(ValueError, match="sensitivity is a share from 0 to 1"):
        Rater(value, 0.5)
    with pytest.raises(ValueError, match="prevalence is a share"):
        PalpationStudy(value, SKILLED, SKILLED)


def test_random_numbers_are_even_and_those_of_neighbouring_seeds_unrelated():
    drawn = np.array([uniform(seed, 4000) for seed in range(8)])
    assert drawn.min() >= 0 and drawn.max() < 1
    assert np.histogram(drawn, 10, (0, 1))[0] == pytest.approx(3200, rel=0.08)
    off = np.corrcoef(drawn) - np.eye(8)
    assert np.abs(off).max() < 0.06 and abs(np.corrcoef(drawn[0][:-1], drawn[0][1:])[0, 1]) < 0.06


@pytest.mark.parametrize("seed", [-1, MOST_SEED + 1])
def test_a_seed_outside_its_range_is_refused(seed):
    with pytest.raises(ValueError, match="whole number from 0"):
        uniform(seed, 1)


@pytest.mark.parametrize("wanted", [0.83, 0.74, 0.62, 0.452, 0.42, 0.215])
def test_every_published_kappa_can_come_about_in_all_the_ways(wanted):
    found = ways(wanted)
    assert set(found) == {way.id for way in WAYS}
    for study in found.values():
        assert study.expected().measures().kappa == pytest.approx(wanted, abs=NEAR + 1e-12)
    assert found["shared-error"].first.sensitivity < found["half-have-it"].first.sensitivity - 0.1


def test_two_ways_are_never_one_setting():
    for wanted in (-0.001, 0.0, 0.01, 0.5, 1.0):
        found = list(ways(wanted).values())
        assert len(found) == len(set(found))


def test_a_kappa_that_a_way_cannot_give_is_left_out():
    assert set(ways(-0.5)) == {"unequal"} and ways(-1) == {}
    with pytest.raises(ValueError, match="between -1 and 1"):
        ways(1.5)


def test_what_a_study_prints_holds_no_truth():
    table = PalpationStudy(0.5, Rater(0.2, 0.2), Rater(0.2, 0.2)).sample(500, 4).table
    good = PalpationStudy(0.5, Rater(0.8, 0.8), Rater(0.8, 0.8)).expected(500)
    assert isinstance(table, TwoByTwo)
    assert table.measures().kappa == pytest.approx(good.measures().kappa, abs=0.1), (
        "wrong together looks like skill"
    )
