"""A model written down as steps gives what the model gives, or refuses to be written down."""

import json
import math

import numpy as np
import pytest

from gluteal.models.agreement import TwoByTwo, measures
from gluteal.models.formula import OPERATIONS, formula
from gluteal.models.palpation import PalpationStudy, Rater, answers

CELLS = ("both", "first_only", "second_only", "neither")


def run(written, *numbers):
    """Go through the steps as the page does."""
    given, values = dict(zip(written["inputs"], numbers, strict=True)), []
    with np.errstate(all="ignore"):
        for name, *rest in written["steps"]:
            if name == "input":
                values.append(np.float64(given[rest[0]]))
            elif name == "constant":
                values.append(np.float64(rest[0]))
            else:
                values.append(getattr(np, name)(*(values[place] for place in rest)) * 1.0)
    return {name: float(values[place]) for name, place in written["outputs"].items()}


@pytest.mark.parametrize("cells", [(40, 9, 6, 45), (80, 10, 5, 5), (3, 1, 0, 6), (7, 0, 0, 0), (0, 5, 5, 0)])
def test_the_measures_written_down_are_the_measures(cells):
    found, alone = run(formula(measures, CELLS), *cells), TwoByTwo(*cells).measures()
    for name, value in found.items():
        assert value == getattr(alone, name) or (math.isnan(value) and math.isnan(getattr(alone, name))), name


def test_it_travels_as_json_and_is_lean():
    text = json.dumps(formula(measures, CELLS))
    assert len(text) < 3000 and json.loads(text) == formula(measures, CELLS)


def test_the_same_step_is_written_once():
    steps = formula(lambda x: {"y": (x + 1) * (x + 1)}, ["x"])["steps"]
    assert steps == [["input", "x"], ["constant", 1.0], ["add", 0, 1], ["multiply", 2, 2]]


def test_shares_written_down_are_those_of_the_model():
    names = ("p", "a", "b", "c", "d", "shared")
    study = PalpationStudy(0.37, Rater(0.81, 0.64), Rater(0.55, 0.92), 0.23)
    assert tuple(run(formula(answers, names), *study.settings).values()) == study.expected().cells


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x: {"y": np.exp(x)}, "cannot do 'exp'; it can do absolute"),
        (lambda x: {"y": x if x > 0 else -x}, "cannot do 'greater'"),
        (lambda x: {"y": x if x < 0 else -x}, "cannot branch"),
    ],
)
def test_what_a_page_cannot_do_is_refused(function, words):
    with pytest.raises(TypeError, match=words):
        formula(function, ["x"])


def test_every_operation_exists_in_numpy():
    assert all(isinstance(getattr(np, name), np.ufunc) for name in OPERATIONS)
