r"""Classical item analysis: how difficult questions were for a class, and which of them tell learners apart.

Only the first try of each learner at each question counts: later tries come after the explanation.

- **Difficulty** of a question is the share of learners whose first try was right (a high share: an easy
  question), with Wilson's 95 % interval.
- **Discrimination** is the corrected item-total correlation: the point-biserial correlation, over learners,
  of being right (1) or not (0) at this question with the share that was right of all *other* questions the
  learner answered. It is left out below `FEWEST_LEARNERS`, because its interval then spans most of -1 to 1.

What this does not say: why a question was hard, and how it would do in another class. Learners who answered
few questions are left out of the correlation; a class in which everybody studied together has a smaller one.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.models.shares import Interval, wilson

FEWEST_LEARNERS = 20
"""Convention of these lessons: with fewer learners no discrimination is given."""
FEWEST_OTHERS = 5
"""Convention of these lessons: so many other questions a learner must have answered to enter it."""
_DRAWS = 1000


@dataclass(frozen=True)
class ItemResult:
    """What a class did with one question.

    Attributes
    ----------
    n, right : int
        Learners who answered it, and those who were right at their first try.
    interval : Interval or None
        Of the difficulty; None when nobody answered.
    discrimination : float or None
        -1 to 1; None where there are too few learners, or all did the same.
    compared : int
        Learners who enter the discrimination.
    """

    n: int
    right: int
    interval: Interval | None
    discrimination: float | None
    compared: int

    @property
    def difficulty(self):
        """The share of first tries that were right, None when nobody answered."""
        return self.right / self.n if self.n else None


def analyse(right, counted=None):
    """Return the result of every question.

    Parameters
    ----------
    right : array, shape (learners, questions)
        1 where the first try was right, 0 where it was not, nan where there was none.
    counted : array of bool, shape (questions,), optional
        Questions that make up the total with which others are compared; by default all.

    Returns
    -------
    list of ItemResult

    Examples
    --------
    >>> [one.difficulty for one in analyse([[1, 0], [1, 1], [0, float("nan")]])]
    [0.6666666666666666, 0.5]
    """
    right = np.asarray(right, dtype=float)
    if right.ndim != 2:
        raise ValueError(f"the answers have the shape {right.shape}; give learners x questions")
    counted = np.ones(right.shape[1], bool) if counted is None else np.asarray(counted, bool)
    known = ~np.isnan(right)
    sums, counts = np.where(known, right, 0)[:, counted].sum(1), known[:, counted].sum(1)
    return [_result(right[:, at], counted[at], sums, counts) for at in range(right.shape[1])]


def _result(own, counts_itself, sums, counts):
    known = ~np.isnan(own)
    n, right = int(known.sum()), int(np.nansum(own))
    others = counts - (known & counts_itself)
    enters = known & (others >= FEWEST_OTHERS)
    rest = (sums - np.where(known, own, 0) * counts_itself)[enters] / others[enters]
    return ItemResult(n, right, wilson(right, n) if n else None, correlation(own[enters], rest), len(rest))


def correlation(first, second):
    """Return Pearson's correlation, None with fewer than 20 pairs or where one side does not vary.

    Examples
    --------
    >>> correlation([0, 1] * 10, [0.2, 0.8] * 10)
    1.0
    """
    first, second = np.asarray(first, float), np.asarray(second, float)
    if len(first) < FEWEST_LEARNERS:
        return None
    a, b = first - first.mean(), second - second.mean()
    scale = np.sqrt((a @ a) * (b @ b))
    return round(float(np.clip(a @ b / scale, -1, 1)), 12) if scale > 1e-12 else None


@dataclass(frozen=True)
class ShareResult:
    """What a class did with several questions together.

    Attributes
    ----------
    learners, answers : int
        Those who answered at least one of them, and their first tries in all.
    share : float or None
        Mean over learners of the share that was right; None when nobody answered.
    interval : Interval or None
        95 %, from drawing learners anew; None with fewer than 5 learners.
    """

    learners: int
    answers: int
    share: float | None
    interval: Interval | None


FEWEST_FOR_INTERVAL = 5


def together(right, seed=1):
    """Return the result of questions that belong together, such as those of one objective.

    Each learner counts the same, however many of the questions were answered. The interval is the percentile
    bootstrap over learners, since answers of one learner depend on each other; it is the same every time.

    Parameters
    ----------
    right : array, shape (learners, questions)
        As for `analyse`.
    seed : int
        Of the draws.

    Examples
    --------
    >>> together([[1, 0], [1, 1], [float("nan"), float("nan")]]).share
    0.75
    """
    right = np.asarray(right, dtype=float)
    known = ~np.isnan(right)
    counts = known.sum(1)
    own = (np.where(known, right, 0).sum(1)[counts > 0]) / counts[counts > 0]
    if not len(own):
        return ShareResult(0, 0, None, None)
    return ShareResult(len(own), int(counts.sum()), float(own.mean()), _bootstrap(own, seed))


def _bootstrap(own, seed):
    if len(own) < FEWEST_FOR_INTERVAL:
        return None
    values, counts = np.unique(own, return_counts=True)
    drawn = np.random.default_rng(seed).multinomial(len(own), counts / len(own), size=_DRAWS)
    low, high = np.quantile(drawn @ values / len(own), [0.025, 0.975])
    return Interval(float(low), float(high))
