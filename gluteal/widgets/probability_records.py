"""What the probability lab sends to the page: tests with their accuracy, the reckoning as steps, scales."""

from functools import cache

from gluteal.catalogue import load
from gluteal.catalogue.accuracy import accuracies
from gluteal.models.fagan import PERCENTS, RATIOS, height, ratio_height
from gluteal.models.probability_steps import page_formula
from gluteal.models.shares import PEOPLE

PROBABILITY_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

OUTCOMES = ("positive", "negative")
"""Results of a test."""

STARTS = (("Rare", 0.05), ("Possible", 0.3), ("As likely as not", 0.5), ("Likely", 0.8))
"""Words on buttons and the probability before the test that they set. For teaching, measured on nobody."""

INTERVAL_WORDS = {
    "published": "95 % interval, published",
    "computed": "95 % interval, computed here by Wilson's formula from the numbers of people",
    "unknown": "No interval: the study gives none, or the numbers of people were not read",
}

NOT_READ = "a reference standard that was not read"

SAY = {
    "own": "Your own numbers: nobody measured them, so there is no interval. Move the sliders and see what a "
    "better or a worse test would do.",
    "pre": "How likely the condition is before the test, in people like this one. It is an estimate: story, "
    "age and setting make it. How often each cause is behind buttock pain is hardly known.",
    "spectrum": "In people with milder or other complaints a test can do better or worse than in "
    "those studied.",
    "band": "The band reaches from the worst to the best corner of both intervals. That is further than a "
    "95 % interval, and the uncertainty of the starting probability is still left out.",
    "no-band": "No band: there is no interval to draw.",
    "second": "Two tests of the same thing tend to err in the same people. Then the second adds less than "
    "the formula says. The truth usually lies between “adds nothing” and “errs independently”; where, is "
    "seldom measured.",
    "never": "For teaching. A probability after a test is about groups of people, and never a diagnosis.",
}
"""Sentences of the page."""


@cache
def probability_records():
    """Return everything the page needs besides the settings.

    Returns
    -------
    dict
        ``format``, ``formula``, ``tests`` (with accuracy, interval, source and caveat), ``targets``
        (conditions in order), ``scales`` (marks of Fagan's nomogram), ``starts``, ``people``, ``sources``,
        ``grades``, ``intervals``, ``say``.

    Examples
    --------
    >>> probability_records()["people"]
    100
    """
    tests = [_test(one) for one in accuracies()]
    return {
        "format": PROBABILITY_FORMAT,
        "formula": page_formula(),
        "tests": tests,
        "targets": list(dict.fromkeys(one["target"] for one in tests)),
        "scales": fagan_scales(),
        "starts": [list(one) for one in STARTS],
        "people": PEOPLE,
        "sources": {one.source_key: one.source.short for one in accuracies()},
        "grades": {one.id: [one.symbol, one.name, one.meaning] for one in load().grades.values()},
        "intervals": dict(INTERVAL_WORDS),
        "say": dict(SAY),
    }


def fagan_scales():
    """Return the marks of Fagan's nomogram: words and heights from 0 (foot) to 1 (top).

    Returns
    -------
    dict
        ``percents`` for the right-hand scale (the left-hand one is the same upside down), ``ratios`` for the
        middle one.

    Examples
    --------
    >>> fagan_scales()["ratios"][9]
    ['1', 0.5]
    """
    return {
        "percents": [[f"{one:g}", round(height(one / 100), 5)] for one in PERCENTS],
        "ratios": [[f"{one:g}", round(ratio_height(one), 5)] for one in RATIOS],
    }


def shares(accuracy):
    """Return sensitivity and specificity as shares.

    Examples
    --------
    >>> shares(accuracies()[0])
    (0.52, 0.9)
    """
    return tuple(_share(one) for one in (accuracy.sensitivity_pct, accuracy.specificity_pct))


def intervals(accuracy):
    """Return the intervals of sensitivity and specificity as shares, or None.

    Examples
    --------
    >>> intervals(accuracies()[2])
    ((0.73, 0.98), (0.49, 0.94))
    """
    both = accuracy.sensitivity_interval_pct, accuracy.specificity_interval_pct
    return tuple(tuple(map(_share, one)) for one in both) if all(both) else None


def _share(percent):
    return round(percent / 100, 4)


def _test(one):
    sensitivity, specificity = shares(one)
    return {
        "id": one.id,
        "test": one.test_id,
        "name": one.name,
        "title": one.test,
        "variant": one.variant,
        "target": one.target,
        "reference": one.reference_standard or NOT_READ,
        "sensitivity": sensitivity,
        "specificity": specificity,
        "intervals": [list(pair) for pair in intervals(one) or ()],
        "interval_from": one.interval_from,
        "population": one.population,
        "n": one.n,
        "studied": [one.n_with, one.n_without] if one.n_with and one.n_without else [],
        "caveat": one.caveat,
        "grade": one.grade,
        "source": one.source_key,
    }
