"""The reckoning as the page runs it is the reckoning of Python, at every setting."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.models.fagan import fagan_lines
from gluteal.models.probability import post_test
from gluteal.models.probability_steps import INPUTS, RESULTS, page_formula, steps

SHARE = st.one_of(
    st.sampled_from([0.0, 1.0, 0.5]), st.floats(0.0005, 0.9995), st.integers(0, 100).map(lambda n: n / 100)
)


def found_by_steps(*values):
    with np.errstate(all="ignore"):
        return {key: float(one) for key, one in steps(*map(np.float64, values)).items()}


@given(SHARE, SHARE, SHARE)
def test_the_steps_give_what_bayes_theorem_gives(pre, sensitivity, specificity):
    found, known = found_by_steps(pre, sensitivity, specificity), post_test(pre, sensitivity, specificity)
    for name in ("positive", "negative", "lr_positive", "lr_negative"):
        assert found[name] == pytest.approx(getattr(known, name), rel=1e-12, nan_ok=True), name


@given(SHARE, SHARE, SHARE)
def test_the_steps_give_fagans_lines(pre, sensitivity, specificity):
    found = found_by_steps(pre, sensitivity, specificity)
    for name, line in zip(RESULTS, fagan_lines(pre, sensitivity, specificity), strict=True):
        if line is None or math.isnan(found[name]):
            continue
        assert found["left"] == pytest.approx(line.left, abs=1e-9)
        assert found[f"right_{name}"] == pytest.approx(line.right, abs=1e-9)
        assert found[f"middle_{name}"] == pytest.approx(line.middle, abs=1e-9)


def test_a_result_that_never_occurs_has_no_probability():
    assert math.isnan(found_by_steps(0.3, 0.0, 1.0)["positive"])


def test_the_page_gets_every_output_under_its_name():
    formula = page_formula()
    assert formula["inputs"] == list(INPUTS)
    assert set(formula["outputs"]) == set(found_by_steps(0.3, 0.9, 0.8))
