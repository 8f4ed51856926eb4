"""From before a test to after it: Bayes' theorem, with likelihood ratios and intervals."""

from dataclasses import dataclass
from itertools import product
from math import isinf, isnan

from gluteal.models.shares import IconCounts, Interval, icon_counts, share, wilson

__all__ = [
    "IconCounts", "Interval", "PostTest", "PostTestInterval", "icon_counts", "likelihood_ratios", "odds",
    "post_test", "post_test_interval", "probability", "wilson",
]  # fmt: skip


@dataclass(frozen=True)
class PostTest:
    """What a result of a test makes of the probability before it.

    A value that the numbers do not define is ``nan``: a result that can never occur has no probability after
    it, and 0/0 is no ratio. A ratio divided by zero is ``inf``.

    Attributes
    ----------
    positive, negative : float
        Probability after a positive, and after a negative result, 0 to 1.
    lr_positive, lr_negative : float
        Likelihood ratios of the two results.
    """

    positive: float
    negative: float
    lr_positive: float
    lr_negative: float


@dataclass(frozen=True)
class PostTestInterval:
    """How far the post-test probabilities reach when sensitivity and specificity do.

    Attributes
    ----------
    positive, negative : Interval
        After a positive, and after a negative result.
    """

    positive: Interval
    negative: Interval


def likelihood_ratios(sensitivity, specificity):
    r"""Return the likelihood ratios of a positive and of a negative result.

    Parameters
    ----------
    sensitivity, specificity : float
        0 to 1.

    Returns
    -------
    tuple of (float, float)
        ``inf`` where the divisor is zero, ``nan`` for 0/0.

    Notes
    -----
    .. math:: LR_+ = \frac{Se}{1 - Sp},\quad LR_- = \frac{1 - Se}{Sp}

    Examples
    --------
    >>> [round(one, 2) for one in likelihood_ratios(0.52, 0.90)]
    [5.2, 0.53]
    >>> likelihood_ratios(1, 1)
    (inf, 0.0)
    """
    sens, spec = share(sensitivity, "sensitivity"), share(specificity, "specificity")
    return _ratio(sens, 1 - spec), _ratio(1 - sens, spec)


def post_test(pre, sensitivity, specificity):
    r"""Return the probability of a condition after each result of a test.

    Parameters
    ----------
    pre : float
        Probability before the test, 0 to 1.
    sensitivity, specificity : float
        0 to 1, of one test for this condition against one reference standard.

    Returns
    -------
    PostTest

    Raises
    ------
    ValueError
        For anything that is not a number from 0 to 1, with what it is called.

    Notes
    -----
    Bayes' theorem, which is the same as odds times likelihood ratio where the odds are finite:

    .. math::

       P_+ = \frac{p\,Se}{p\,Se + (1 - p)(1 - Sp)},\quad
       P_- = \frac{p\,(1 - Se)}{p\,(1 - Se) + (1 - p)\,Sp}

    *Valid range.* 0 to 1 for all three, the ends included.

    *What it does not explain.* Sensitivity and specificity are those of the people studied; in people with
    milder or other complaints they differ (spectrum). A second test may not be added by the same formula
    unless it errs independently of the first. The probability before the test is somebody's estimate.

    Examples
    --------
    >>> after = post_test(0.31, 731 / 809, 1500 / 1770)
    >>> round(after.positive, 2), round(after.negative, 2)
    (0.73, 0.05)
    """
    prior = share(pre, "probability before the test")
    sens, spec = share(sensitivity, "sensitivity"), share(specificity, "specificity")
    return PostTest(
        _after(prior * sens, (1 - prior) * (1 - spec)),
        _after(prior * (1 - sens), (1 - prior) * spec),
        *likelihood_ratios(sens, spec),
    )


def post_test_interval(pre, sensitivity, specificity):
    """Return how far the probabilities after the test reach, from the intervals of its accuracy.

    Each probability after the test rises, or falls, with sensitivity and with specificity all along. So its
    least and its greatest value lie at corners of the rectangle that the two intervals span.

    *What it is not.* No 95 % interval: that sensitivity and specificity lie at their ends at once is rare, so
    this reaches further. That the probability before the test is itself uncertain is left out.

    Parameters
    ----------
    pre : float
        Probability before the test.
    sensitivity, specificity : pair of float
        Low and high end of each.

    Returns
    -------
    PostTestInterval

    Examples
    --------
    >>> reach = post_test_interval(0.5, (0.73, 0.98), (0.49, 0.94))
    >>> round(reach.positive.low, 2), round(reach.positive.high, 2)
    (0.59, 0.94)
    """
    corners = [post_test(pre, *corner) for corner in product(_ends(sensitivity), _ends(specificity))]
    return PostTestInterval(
        _span([one.positive for one in corners]), _span([one.negative for one in corners])
    )


def odds(probability):
    """Return the odds of a probability; ``inf`` for certainty.

    Examples
    --------
    >>> odds(0.75), odds(1)
    (3.0, inf)
    """
    value = share(probability, "probability")
    return _ratio(value, 1 - value)


def probability(odds_for):
    """Return the probability of odds, the reverse of `odds`.

    Examples
    --------
    >>> probability(3.0), probability(float("inf"))
    (0.75, 1.0)
    """
    if not odds_for >= 0:
        raise ValueError(f"odds are a number of 0 or more, not {odds_for!r}")
    return 1.0 if isinf(odds_for) else odds_for / (1 + odds_for)


def _ratio(above, below):
    if below:
        return above / below
    return float("inf") if above else float("nan")


def _after(with_it, without_it):
    both = with_it + without_it
    return with_it / both if both else float("nan")


def _ends(interval):
    low, high = interval
    if low > high:
        raise ValueError(f"the interval from {low} to {high} ends before it begins")
    return low, high


def _span(values):
    known = [one for one in values if not isnan(one)]
    return Interval(min(known), max(known)) if known else Interval(float("nan"), float("nan"))
