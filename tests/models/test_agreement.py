"""The measures of a table of two raters: against published examples, statsmodels, and their own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from gluteal.catalogue import load
from gluteal.models.agreement import FEW, MEASURES, TwoByTwo, measures

counts = st.integers(0, 60)
tables = st.tuples(counts, counts, counts, counts).filter(any).map(lambda cells: TwoByTwo(*cells))


def example(name):
    facts = load().statements
    cells = ("both", "first-only", "second-only", "neither")
    return TwoByTwo(*(facts[f"kappa-example-{name}-{cell}"].value for cell in cells))


@pytest.mark.parametrize("name", ["balanced", "unbalanced"])
def test_the_published_pair_with_one_agreement_and_two_kappas(name):
    facts, found = load().statements, example(name).measures()
    assert round(found.agreement * 100) == facts[f"kappa-example-{name}-agreement"].value == 85
    assert round(found.kappa, 2) == facts[f"kappa-example-{name}-kappa"].value


def test_a_published_interval():
    """Manual of statpsych, ci.kappa(.05, 31, 12, 4, 58); source statpsych_kappa."""
    found = TwoByTwo(58, 4, 12, 31).measures()
    assert found.kappa == pytest.approx(0.6756757, abs=1e-7)
    assert found.standard_error == pytest.approx(0.07344761, abs=1e-8)
    assert (found.low, found.high) == pytest.approx((0.5317210, 0.8196303), abs=1e-7)


def test_a_published_kappa_of_a_large_table():
    """X-ray readings in Gerstman's textbook; source gerstman_epi. Totals 2249 and 2776 of 19790."""
    found = TwoByTwo(1467, 2249 - 1467, 2776 - 1467, 16232).measures()
    assert found.agreement == pytest.approx(0.8943, abs=5e-5)
    assert found.chance_agreement == pytest.approx(0.7780, abs=5e-5)
    assert found.kappa == pytest.approx(0.524, abs=5e-4)


@given(tables)
def test_kappa_and_its_interval_are_those_of_statsmodels(table):
    both, first_only, second_only, neither = table.cells
    found = table.measures()
    if found.undefined:
        return
    with np.errstate(all="ignore"):
        theirs = cohens_kappa([[both, first_only], [second_only, neither]])
    assert found.kappa == pytest.approx(theirs.kappa, abs=1e-12)
    if not found.no_width:
        assert found.standard_error == pytest.approx(theirs.std_kappa, abs=1e-9)
        assert (found.low, found.high) == pytest.approx((theirs.kappa_low, theirs.kappa_upp), abs=1e-9)


def same(one, other):
    return all(
        getattr(one, name) == pytest.approx(getattr(other, name), abs=1e-12, nan_ok=True) for name in MEASURES
    )


@given(tables)
def test_the_order_of_the_raters_changes_nothing(table):
    a, b, c, d = table.cells
    assert same(table.measures(), TwoByTwo(a, c, b, d).measures())


@given(tables)
def test_calling_yes_no_and_no_yes_swaps_only_the_two_agreements(table):
    a, b, c, d = table.cells
    one, other = table.measures(), TwoByTwo(d, b, c, a).measures()
    assert one.kappa == pytest.approx(other.kappa, abs=1e-12, nan_ok=True)
    assert one.low == pytest.approx(other.low, abs=1e-9, nan_ok=True)
    assert one.positive_agreement == pytest.approx(other.negative_agreement, nan_ok=True)


@given(tables)
def test_kappa_is_bounded_and_pabak_is_twice_agreement_less_one(table):
    found = table.measures()
    assert found.pabak == pytest.approx(2 * found.agreement - 1)
    assert 0 <= found.prevalence_index <= 1 and 0 <= found.bias_index <= 1
    if not found.undefined:
        assert -1 - 1e-12 <= found.kappa <= found.kappa_max + 1e-12 <= 1 + 2e-12
        assert found.kappa * (1 - found.chance_agreement) == pytest.approx(
            found.agreement - found.chance_agreement, abs=1e-12
        )


@given(tables)
def test_byrts_law_joins_kappa_pabak_and_the_two_indices(table):
    """kappa = (PABAK - PI**2 + BI**2) / (1 - PI**2 + BI**2), which follows from the equations."""
    found = table.measures()
    rest = found.bias_index**2 - found.prevalence_index**2
    if not found.undefined:
        assert found.kappa == pytest.approx((found.pabak + rest) / (1 + rest), abs=1e-9)


@pytest.mark.parametrize("cells", [(9, 0, 0, 0), (0, 0, 0, 9), (1, 0, 0, 0), (0, 0, 0, 1)])
def test_where_all_get_the_same_answer_from_both_kappa_is_undefined_and_says_so(cells):
    found = TwoByTwo(*cells).measures()
    assert np.isnan(found.kappa) and np.isnan(found.low) and found.undefined == found.few == 1
    assert found.agreement == 1


def test_a_rater_who_always_says_yes_has_kappa_zero_whatever_the_agreement():
    found = TwoByTwo(90, 10, 0, 0).measures()
    assert (found.kappa, found.kappa_max) == (0, 0) and found.agreement == 0.9


def test_perfect_agreement_has_an_interval_without_width_and_a_flag():
    found = TwoByTwo(20, 0, 0, 20).measures()
    assert (found.kappa, found.low, found.high, found.no_width) == (1, 1, 1, 1)


def test_an_interval_beyond_one_and_few_answers_are_flagged():
    found = TwoByTwo(3, 1, 0, 6).measures()
    assert found.high > 1 and found.beyond_one == 1 and found.few == 1
    assert TwoByTwo(FEW, 0, 0, 30).measures().few == 0 == TwoByTwo(40, 9, 6, 45).measures().beyond_one


def test_more_patients_make_the_interval_narrower_with_the_root_of_n():
    small, large = (TwoByTwo(*(k * one for one in (40, 9, 6, 45))).measures() for k in (1, 4))
    assert small.standard_error == pytest.approx(2 * large.standard_error)
    assert small.kappa == pytest.approx(large.kappa)


def test_many_tables_at_once_are_each_as_alone():
    rng = np.random.default_rng(1)
    many = rng.integers(1, 50, (4, 30)).astype(float)
    together = measures(*many)
    for place in range(30):
        alone = TwoByTwo(*many[:, place]).measures()
        assert all(together[name][place] == pytest.approx(getattr(alone, name)) for name in MEASURES)


@pytest.mark.parametrize("cells", [(0, 0, 0, 0), (-1, 2, 3, 4), (1, 2, 3, float("inf"))])
def test_an_impossible_table_is_refused_in_words(cells):
    with pytest.raises(ValueError, match="four counts of 0 or more"):
        TwoByTwo(*cells)
