"""Two raters palpate the same patients: from skill and prevalence to the table that a study would print."""

from dataclasses import dataclass

import numpy as np

from gluteal.models.agreement import TwoByTwo
from gluteal.models.chance import uniform

DRAWS = 4
"""Random numbers for one patient: the truth, the first rater, whether they err together, the second rater."""
MOST_PATIENTS = 100_000


@dataclass(frozen=True)
class Rater:
    """How well one rater tells patients with the finding from those without.

    Attributes
    ----------
    sensitivity : float
        Share of "yes" in patients who have it, 0 to 1.
    specificity : float
        Share of "no" in patients who do not, 0 to 1.
    """

    sensitivity: float
    specificity: float

    def __post_init__(self):
        _check_shares(sensitivity=self.sensitivity, specificity=self.specificity)


@dataclass(frozen=True)
class Sample:
    """One simulated study.

    Attributes
    ----------
    truth, first, second : numpy.ndarray of bool, shape (n,)
        For each patient: has it; what the first and the second rater say.
    """

    truth: np.ndarray
    first: np.ndarray
    second: np.ndarray

    @property
    def table(self):
        """The `TwoByTwo` that the study prints. The truth is not in it."""
        pairs = [(self.first == one) & (self.second == two) for one in (True, False) for two in (True, False)]
        return TwoByTwo(*(int(pair.sum()) for pair in pairs))


@dataclass(frozen=True)
class PalpationStudy:
    """Two raters and the patients whom both palpate.

    Attributes
    ----------
    prevalence : float
        Share of the patients who have the finding, 0 to 1.
    first, second : Rater
    shared : float
        Share of the answers, 0 to 1, in which something common moves both raters the same way. See `answers`.

    Raises
    ------
    ValueError
        For a share outside 0 to 1.

    Examples
    --------
    >>> skilled = Rater(0.9, 0.9)
    >>> for prevalence in (0.5, 0.05):
    ...     print(round(PalpationStudy(prevalence, skilled, skilled).expected(100).measures().kappa, 2))
    0.64
    0.25
    """

    prevalence: float
    first: Rater
    second: Rater
    shared: float = 0.0

    def __post_init__(self):
        _check_shares(prevalence=self.prevalence, shared=self.shared)

    @property
    def settings(self):
        """Its six numbers, in the order of `answers`."""
        first, second = self.first, self.second
        return (
            *(self.prevalence, first.sensitivity, first.specificity),
            *(second.sensitivity, second.specificity, self.shared),
        )

    @property
    def swapped(self):
        """The same study with the raters in the other order."""
        return PalpationStudy(self.prevalence, self.second, self.first, self.shared)

    def expected(self, n=1):
        """Return the table of the long run, scaled to ``n`` patients.

        Parameters
        ----------
        n : int
            How many patients.

        Returns
        -------
        gluteal.models.agreement.TwoByTwo
        """
        _check_patients(n)
        return TwoByTwo(*(float(n * share) for share in answers(*map(np.float64, self.settings)).values()))

    def sample(self, n, seed):
        """Return one simulated study of ``n`` patients; the same seed gives the same patients.

        Parameters
        ----------
        n : int
            How many patients, 1 to 100 000.
        seed : int
            From 0 on.

        Returns
        -------
        Sample

        Examples
        --------
        >>> study = PalpationStudy(0.5, Rater(0.9, 0.8), Rater(0.8, 0.9))
        >>> study.sample(50, seed=1).table == study.sample(50, seed=1).table
        True
        """
        _check_patients(n)
        draws = uniform(seed, n * DRAWS).reshape(n, DRAWS).T
        drawn = verdicts(*draws, *self.settings)
        return Sample(*(np.asarray(drawn[name], bool) for name in ("truth", "first", "second")))


def answers(prevalence, first_sensitivity, first_specificity, second_sensitivity, second_specificity, shared):
    r"""Return the shares of the four pairs of answers in the long run.

    Parameters
    ----------
    prevalence, first_sensitivity, first_specificity, second_sensitivity, second_specificity, shared : number
        Shares, 0 to 1; or arrays of one shape.

    Returns
    -------
    dict of str to number or array
        ``both``, ``first_only``, ``second_only``, ``neither``; they add up to 1.

    Notes
    -----
    In patients of one kind (with the finding, or without) the raters say "yes" with the chances :math:`x` and
    :math:`y`, and both together with

    .. math:: x y + \lambda (\min(x, y) - x y)

    where :math:`\lambda` is ``shared``. At 0 they err independently; at 1 they agree as often as their skill
    allows. The bracket is the largest covariance that two such raters can have within one kind of patient;
    such covariances are how dependence between tests is written (source ``vacek1985``). Sensitivity and
    specificity stay what they are: sharing adds agreement, never truth.

    *Valid range.* Every share from 0 to 1. Raters whose errors exclude each other (negative dependence)
    cannot be set.

    *What the model does not explain.* Patients either have the finding or not; real findings come in degrees.
    Skill is the same for every patient, and nobody knows anybody's true sensitivity for a trigger point,
    because there is no reference standard. ``shared`` is a teaching number: it lumps together common
    training, the same history heard before, and raters who are not blinded.

    Examples
    --------
    >>> {name: round(float(share), 3) for name, share in answers(0.5, 0.9, 0.9, 0.9, 0.9, 0.0).items()}
    {'both': 0.41, 'first_only': 0.09, 'second_only': 0.09, 'neither': 0.41}
    """
    have = _both(first_sensitivity, second_sensitivity, shared)
    have_not = _both(1 - first_specificity, 1 - second_specificity, shared)
    without = 1 - prevalence
    first_only = prevalence * (first_sensitivity - have) + without * (1 - first_specificity - have_not)
    second_only = prevalence * (second_sensitivity - have) + without * (1 - second_specificity - have_not)
    neither = prevalence * (1 - first_sensitivity - second_sensitivity + have) + without * (
        first_specificity + second_specificity - 1 + have_not
    )
    return {
        "both": prevalence * have + without * have_not,
        "first_only": np.maximum(first_only, 0),
        "second_only": np.maximum(second_only, 0),
        "neither": np.maximum(neither, 0),
    }


def _both(first, second, shared):
    independent = first * second
    return independent + shared * (np.minimum(first, second) - independent)


def verdicts(
    draw_truth, draw_first, draw_shared, draw_second,
    prevalence, first_sensitivity, first_specificity, second_sensitivity, second_specificity, shared,
):  # fmt: skip
    """Return what becomes of one patient, given four random numbers.

    Where the third number falls below ``shared``, one number decides for both raters; that gives exactly the
    dependence of `answers`.

    Parameters
    ----------
    draw_truth, draw_first, draw_shared, draw_second : number or array
        From 0 up to, not including, 1.
    prevalence, first_sensitivity, first_specificity, second_sensitivity, second_specificity, shared : number
        Shares, 0 to 1.

    Returns
    -------
    dict of str to number or array
        ``truth``, ``first``, ``second``: 1 for yes, 0 for no.

    Examples
    --------
    >>> patient = verdicts(0.2, 0.85, 0.5, 0.1, 0.5, 0.9, 0.8, 0.9, 0.8, 0.0)
    >>> {name: int(value) for name, value in patient.items()}
    {'truth': 1, 'first': 1, 'second': 1}
    """
    truth = np.less(draw_truth, prevalence) * 1
    together = np.less(draw_shared, shared) * 1
    first_yes = truth * first_sensitivity + (1 - truth) * (1 - first_specificity)
    second_yes = truth * second_sensitivity + (1 - truth) * (1 - second_specificity)
    draw = together * draw_first + (1 - together) * draw_second
    return {
        "truth": truth,
        "first": np.less(draw_first, first_yes) * 1,
        "second": np.less(draw, second_yes) * 1,
    }


def _check_shares(**shares):
    for name, value in shares.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} is a share from 0 to 1, not {value!r}")


def _check_patients(n):
    if not 1 <= n <= MOST_PATIENTS:
        raise ValueError(f"a study needs 1 to {MOST_PATIENTS} patients, not {n!r}")
