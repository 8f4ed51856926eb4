"""Where the three scales of Fagan's nomogram have their marks, and where a line through them runs."""

from dataclasses import dataclass
from math import inf, isinf, isnan, log10

from gluteal.models.probability import odds, post_test
from gluteal.models.shares import share

PERCENTS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99, 99.5, 99.8, 99.9)
"""Marks of the two scales of probability, %."""
RATIOS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Marks of the scale of likelihood ratios."""


def height(probability):
    """Return the height of a probability on the right-hand scale, from foot (0.1 %) to top (99.9 %).

    The scale is the logarithm of the odds. The left-hand scale is the same, upside down. Beyond its ends
    a probability has the height of the end.

    Examples
    --------
    >>> [round(height(one), 3) for one in (0, 0.001, 0.5, 0.999)]
    [0.0, 0.0, 0.5, 1.0]
    """
    return _on_scale(odds(probability))


def ratio_height(ratio):
    """Return the height of a likelihood ratio on the middle scale, which has half the size of the others.

    Examples
    --------
    >>> ratio_height(1)
    0.5
    """
    if isnan(ratio) or ratio < 0:
        raise ValueError(f"a likelihood ratio is a number of 0 or more, not {ratio!r}")
    return 0.5 + (log10(min(max(ratio, 1e-12), 1e12)) / _SPAN) / 2


@dataclass(frozen=True)
class FaganLine:
    """One straight line across the nomogram, as heights from 0 (foot) to 1 (top).

    Attributes
    ----------
    left, middle, right : float
        On the scales of the probability before, of the likelihood ratio, and of the probability after.
    beyond : bool
        An end or the ratio lies beyond the printed scales; then the line stops at the end of the scale and
        need not be straight.
    """

    left: float
    middle: float
    right: float
    beyond: bool


def fagan_line(pre, ratio):
    r"""Return the line from a probability before the test through a likelihood ratio.

    Notes
    -----
    With :math:`o = p/(1-p)`, :math:`\log o_{after} = \log o_{before} + \log LR`. The left scale grows
    downwards, so the middle of the line lies at half of :math:`\log LR`.

    *What it does not explain.* It is Bayes' theorem drawn, with all its assumptions: see
    `gluteal.models.probability.post_test`.

    Examples
    --------
    >>> line = fagan_line(0.5, 1)
    >>> round(line.left, 3), line.middle, round(line.right, 3), line.beyond
    (0.5, 0.5, 0.5, False)
    """
    before = share(pre, "probability before the test")
    if isnan(ratio) or ratio < 0:
        raise ValueError(f"a likelihood ratio is a number of 0 or more, not {ratio!r}")
    start, end = odds(before), _product(odds(before), ratio)
    left, right, middle = 1 - _on_scale(start), _on_scale(end), ratio_height(ratio)
    beyond = not all(_LOW <= one <= _HIGH for one in (start, end)) or not RATIOS[0] <= ratio <= RATIOS[-1]
    return FaganLine(left, min(max(middle, 0.0), 1.0), right, beyond)


def fagan_lines(pre, sensitivity, specificity):
    """Return the lines of a positive and of a negative result; None for a result that can never occur.

    Examples
    --------
    >>> positive, negative = fagan_lines(0.3, 0.9, 0.8)
    >>> positive.right > 0.5 > negative.right
    True
    """
    after = post_test(pre, sensitivity, specificity)
    ratios = after.lr_positive, after.lr_negative
    return tuple(None if isnan(one) else fagan_line(pre, one) for one in ratios)


_LOW, _HIGH = odds(PERCENTS[0] / 100), odds(PERCENTS[-1] / 100)
_SPAN = log10(_HIGH) - log10(_LOW)


def _on_scale(odds_for):
    kept = min(max(odds_for, _LOW), _HIGH)
    return (log10(kept) - log10(_LOW)) / _SPAN


def _product(start, ratio):
    if start == 0 or isinf(start):
        return start
    return inf if isinf(ratio) else start * ratio
