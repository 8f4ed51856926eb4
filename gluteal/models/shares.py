"""Shares as numbers from 0 to 1, as whole people, and how sure they are."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from gluteal.models.agreement import Z_95

PEOPLE = 100
"""How many people an icon array shows."""


@dataclass(frozen=True)
class Interval:
    """Lowest and highest value."""

    low: float
    high: float


def wilson(count, n):
    r"""Return the 95 % interval of a share by Wilson's formula, which holds for few people, 0 and 1 too.

    Parameters
    ----------
    count, n : int
        How many of how many.

    Returns
    -------
    Interval

    Notes
    -----
    With :math:`p` the share and :math:`z = 1.96`,

    .. math:: \frac{p + z^2/2n \pm z \sqrt{p(1-p)/n + z^2/4n^2}}{1 + z^2/n}

    Examples
    --------
    >>> reach = wilson(21, 23)  # printed as 0.73 to 0.98 by the study
    >>> round(reach.low, 2), round(reach.high, 2)
    (0.73, 0.98)
    """
    if not (0 <= count <= n and n > 0):
        raise ValueError(f"a share needs a count from 0 to n, and n above 0; these are {count} of {n}")
    share_, square = count / n, Z_95 * Z_95
    middle = share_ + square / (2 * n)
    half = Z_95 * sqrt(share_ * (1 - share_) / n + square / (4 * n * n))
    low, high = (middle - half) / (1 + square / n), (middle + half) / (1 + square / n)
    return Interval(max(0.0, low) if count else 0.0, min(1.0, high) if count < n else 1.0)


@dataclass(frozen=True)
class IconCounts:
    """How many of a number of people fall into each group: whole people, which add up.

    Attributes
    ----------
    true_positive, false_negative, false_positive, true_negative : int
        With the condition: test positive, negative; without it: test positive, negative.
    """

    true_positive: int
    false_negative: int
    false_positive: int
    true_negative: int

    @property
    def total(self):
        """All of them."""
        return self.true_positive + self.false_negative + self.false_positive + self.true_negative


def icon_counts(pre, sensitivity, specificity, people=PEOPLE):
    """Return how many of 100 people have the condition or not, and are found positive or negative.

    Rounded by largest remainder: each share is rounded down, and the people still missing go one each to the
    largest remainders, on a tie to the first. So they always add up, and each number is less than one off.

    Examples
    --------
    >>> icon_counts(0.2, 0.91, 0.80)
    IconCounts(true_positive=18, false_negative=2, false_positive=16, true_negative=64)
    """
    prior = share(pre, "probability before the test")
    sens, spec = share(sensitivity, "sensitivity"), share(specificity, "specificity")
    shares = prior * sens, prior * (1 - sens), (1 - prior) * (1 - spec), (1 - prior) * spec
    return IconCounts(*largest_remainder(shares, people))


def largest_remainder(shares, people=PEOPLE):
    """Return whole numbers in proportion to shares, which add up to ``people``.

    Examples
    --------
    >>> largest_remainder((1 / 3, 1 / 3, 1 / 3))
    [34, 33, 33]
    """
    exact = [round(one * people, 9) for one in shares]
    counts = [int(one) for one in exact]
    order = sorted(range(len(exact)), key=lambda place: counts[place] - exact[place])
    for place in order[: people - sum(counts)]:
        counts[place] += 1
    return counts


def share(value, name):
    """Return a number from 0 to 1, or say what is wrong with it.

    Raises
    ------
    ValueError
        Naming what it is, and the mistake of giving percent.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | np.number) or not 0 <= value <= 1:
        hint = f"; did you mean {value / 100:g}?" if _is_percent(value) else ""
        raise ValueError(f"the {name} is a number from 0 to 1, not {value!r}{hint}")
    return float(value)


def _is_percent(value):
    return isinstance(value, int | float) and 1 < value <= 100
