"""Probability lab: from before a test to after it, as 100 people and as Fagan's lines."""

import math

import anywidget
import traitlets

from gluteal.catalogue.accuracy import accuracies
from gluteal.catalogue.nearest import suggestion
from gluteal.models.probability import icon_counts, post_test, post_test_interval
from gluteal.widgets import assets
from gluteal.widgets.probability_records import OUTCOMES, intervals, probability_records, shares

_SNIPPETS = ("dom", "own_keys", "put", "formula")
_PARTS = ("state", "controls", "people", "nomogram", "second", "about")
SHARES = ("pre", "sensitivity", "specificity")


class ProbabilityLab(anywidget.AnyWidget):
    """What a result of a test makes of a probability; answered in the page, with or without a kernel.

    The page computes by going through the steps that Python noted (`gluteal.models.probability_steps`). Tests
    stand as their studies give them: nothing is pooled over studies, conditions or reference standards.

    Parameters
    ----------
    test : str, optional
        A row of `gluteal.catalogue.accuracy.accuracies`, to begin with its sensitivity and specificity. By
        default the first test with a published interval; none if sensitivity or specificity are given.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    test : str
        Id of the accuracy that is used, or ``""`` for numbers of one's own.
    pre : float
        Probability before the test, 0 to 1.
    sensitivity, specificity : float
        0 to 1. Setting one to something else than the test has, lets go of the test.
    outcome : {"positive", "negative"}
        The result of the test that is shown.
    second : str
        A second test for the same condition, or ``""``.
    second_outcome : {"positive", "negative"}
        Its result.
    result : dict
        ``positive``, ``negative``, ``lr_positive``, ``lr_negative`` (None where not defined or infinite),
        ``reach`` (lowest and highest probability after each result, from the intervals; empty without),
        ``counts`` of 100 people (true positive, false negative, false positive, true negative) and
        ``second``: lowest and highest probability after both tests; empty without a second test.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> ProbabilityLab(pre=0.3, sensitivity=0.9, specificity=0.8)
    Probability lab: own numbers, 30 % before, 66 % after a positive and 5.1 % after a negative result
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/probability_{name}.js" for name in _PARTS),
        "probability_lab.js",
    )
    _css = assets.css("common/theme.css", "probability_lab.css")

    records = traitlets.Dict().tag(sync=True)
    test = traitlets.Unicode("").tag(sync=True)
    pre = traitlets.Float(0.3).tag(sync=True)
    sensitivity = traitlets.Float(0.9).tag(sync=True)
    specificity = traitlets.Float(0.8).tag(sync=True)
    outcome = traitlets.Enum(OUTCOMES, "positive").tag(sync=True)
    second = traitlets.Unicode("").tag(sync=True)
    second_outcome = traitlets.Enum(OUTCOMES, "positive").tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, test=None, **traits):
        own = not {"sensitivity", "specificity"}.isdisjoint(traits)
        if test and own:
            raise traitlets.TraitError("choose a test, or give sensitivity and specificity; not both")
        if test is None:
            test = "" if own else _first()
        super().__init__(records=probability_records(), test=test, **_numbers(test), **traits)
        self.result = {}

    def __repr__(self):
        name = self._accuracy.name if self.test else "own numbers"
        after = [_said(self.result[key]) for key in OUTCOMES]
        return (
            f"Probability lab: {name}, {_said(self.pre)} before, "
            f"{after[0]} after a positive and {after[1]} after a negative result"
        )

    @property
    def _accuracy(self):
        return _known().get(self.test)

    @traitlets.validate(*SHARES)
    def _is_share(self, proposal):
        value = proposal["value"]
        if not 0 <= value <= 1:
            name = proposal["trait"].name
            raise traitlets.TraitError(f"{name} is a number from 0 to 1, such as 0.85; not {value!r}")
        return value

    @traitlets.validate("test")
    def _is_test(self, proposal):
        return _check(proposal["value"], _known())

    @traitlets.validate("second")
    def _is_second(self, proposal):
        return _check(proposal["value"], self.second_choices)

    @property
    def second_choices(self):
        """Tests that can follow the first: other tests, for the same condition. Id → accuracy."""
        first = self._accuracy
        if first is None:
            return {}
        return {
            key: one
            for key, one in _known().items()
            if one.target == first.target and one.test_id != first.test_id
        }

    @traitlets.observe("test")
    def _take_its_numbers(self, change):
        with self.hold_trait_notifications():
            if self.second not in self.second_choices:
                self.second = ""
            for name, value in _numbers(self.test).items():
                setattr(self, name, value)

    @traitlets.observe("sensitivity", "specificity")
    def _let_go_of_the_test(self, change):
        if self.test and _numbers(self.test) != {
            "sensitivity": self.sensitivity,
            "specificity": self.specificity,
        }:
            self.test = ""

    @traitlets.observe(*SHARES, "test", "outcome", "second", "second_outcome")
    def _recompute(self, change):
        self.result = {}

    @traitlets.validate("result")
    def _own_result(self, proposal):
        """Whatever the page says, Python keeps what its own model gives; the two are the same."""
        found = post_test(self.pre, self.sensitivity, self.specificity)
        counts = icon_counts(self.pre, self.sensitivity, self.specificity)
        return {
            **{name: _finite(getattr(found, name)) for name in _RESULTS},
            "reach": self._reach(),
            "counts": [
                counts.true_positive,
                counts.false_negative,
                counts.false_positive,
                counts.true_negative,
            ],
            "second": self._after_both(getattr(found, self.outcome)),
        }

    def _reach(self):
        given = intervals(self._accuracy) if self.test else None
        if not given:
            return {}
        reach = post_test_interval(self.pre, *given)
        return {
            name: [_finite(getattr(reach, name).low), _finite(getattr(reach, name).high)] for name in OUTCOMES
        }

    def _after_both(self, first):
        if not self.second or math.isnan(first):
            return []
        after = post_test(first, *shares(_known()[self.second]))
        both = first, getattr(after, self.second_outcome)
        return [] if math.isnan(both[1]) else sorted(both)


_RESULTS = ("positive", "negative", "lr_positive", "lr_negative")


def _known():
    return {one.id: one for one in accuracies()}


def _first():
    with_interval = [one.id for one in accuracies() if one.interval_from == "published"]
    return (with_interval or list(_known()))[0]


def _numbers(test):
    if test not in _known():
        return {}
    return dict(zip(("sensitivity", "specificity"), shares(_known()[test]), strict=True))


def _check(value, known):
    if value and value not in known:
        words = suggestion(value, known) if known else "no other test for the same condition was read"
        raise traitlets.TraitError(f"no accuracy has the id {value!r} here; {words}")
    return value


def _finite(value):
    return value if math.isfinite(value) else None


def _said(share):
    """Whole percent, near both ends one decimal more; as the page says it."""
    if share is None:
        return "not defined"
    percent = share * 100
    return f"{percent:.0f} %" if 9.95 <= percent <= 90.05 else f"{round(percent, 1):g} %"
