"""What a table of two raters says: agreement, Cohen's kappa, its interval, and what distorts kappa."""

from dataclasses import dataclass, fields

import numpy as np

Z_95 = 1.959963984540054
"""Standard normal quantile of a 95 % interval."""
FEW = 5
"""Convention of this pack: with a "yes" or "no" total below this, the large-sample interval is doubted."""


@dataclass(frozen=True)
class Measures:
    """Everything that is computed from one table of two raters.

    A measure that the table does not define is ``nan``.

    Attributes
    ----------
    agreement : float
        Share of patients on whom both say the same, 0 to 1.
    chance_agreement : float
        The share to be expected if each rater kept the own share of "yes" but dealt it out blindly.
    kappa : float
        Cohen's kappa; undefined where both raters say the same of everybody.
    standard_error, low, high : float
        Large-sample standard error of kappa, and its 95 % interval, not cut at 1.
    positive_agreement, negative_agreement : float
        When one rater says "yes" (or "no"), how often the other does.
    prevalence_index : float
        How unequal "both yes" and "both no" are, 0 to 1.
    bias_index : float
        How much more often one rater says "yes" than the other, 0 to 1.
    pabak : float
        Kappa adjusted for prevalence and bias.
    kappa_max : float
        The largest kappa that these totals allow.
    undefined, no_width, beyond_one, few : float
        1 where kappa is undefined; where the interval has no width; where it reaches above 1; where a total
        is below `FEW`. Otherwise 0.
    """

    agreement: float
    chance_agreement: float
    kappa: float
    standard_error: float
    low: float
    high: float
    positive_agreement: float
    negative_agreement: float
    prevalence_index: float
    bias_index: float
    pabak: float
    kappa_max: float
    undefined: float
    no_width: float
    beyond_one: float
    few: float


MEASURES = tuple(field.name for field in fields(Measures))


@dataclass(frozen=True)
class TwoByTwo:
    """A table of two raters who each say yes or no of the same patients.

    Attributes
    ----------
    both, first_only, second_only, neither : float
        Patients to whom both say "yes", only the first, only the second, neither. Counts, or expected counts.

    Raises
    ------
    ValueError
        For a negative or empty table.

    Examples
    --------
    >>> round(TwoByTwo(40, 9, 6, 45).measures().kappa, 2)
    0.7
    """

    both: float
    first_only: float
    second_only: float
    neither: float

    def __post_init__(self):
        if min(self.cells) < 0 or not 0 < self.n < float("inf"):
            raise ValueError(
                f"a table of two raters needs four counts of 0 or more, not all 0; these are {self.cells}"
            )

    @property
    def cells(self):
        """The four counts: both, first only, second only, neither."""
        return self.both, self.first_only, self.second_only, self.neither

    @property
    def n(self):
        """How many patients."""
        return sum(self.cells)

    def measures(self):
        """Return its `Measures`."""
        with np.errstate(all="ignore"):
            return Measures(
                **{name: float(value) for name, value in measures(*map(np.float64, self.cells)).items()}
            )


def measures(both, first_only, second_only, neither):
    r"""Return all measures of a table, by name.

    Parameters
    ----------
    both, first_only, second_only, neither : number or array
        The four counts :math:`a, b, c, d`; arrays of one shape for many tables at once.

    Returns
    -------
    dict of str to number or array
        See `Measures`.

    Notes
    -----
    With :math:`n = a + b + c + d` and the raters' shares of "yes", :math:`f = (a + b)/n` and
    :math:`s = (a + c)/n`,

    .. math::

       p_o = \frac{a + d}{n},\quad p_e = f s + (1 - f)(1 - s),\quad
       \kappa = \frac{p_o - p_e}{1 - p_e} = \frac{2 (a d - b c)}{(a + b)(b + d) + (a + c)(c + d)}

    Its large-sample variance [fleiss1969]_ is :math:`(A + B - C) / (n (1 - p_e)^2)` with
    :math:`A = \frac{a}{n} (1 - (f + s)(1 - \kappa))^2 + \frac{d}{n} (1 - (2 - f - s)(1 - \kappa))^2`,
    :math:`B = (1 - \kappa)^2 (\frac{b}{n} (1 + s - f)^2 + \frac{c}{n} (1 + f - s)^2)`,
    :math:`C = (\kappa - p_e (1 - \kappa))^2`. Prevalence index :math:`|a - d|/n`, bias index
    :math:`|b - c|/n`, :math:`\mathrm{PABAK} = 2 p_o - 1` [byrt1993]_.

    *Valid range.* The interval is for many patients. With few, or where nearly all get the same answer, it is
    too narrow, reaches above 1, or has no width at all; four flags say so.

    *What it does not explain.* Agreement is not truth: two raters can agree and both be wrong.

    References
    ----------
    .. [fleiss1969] Fleiss, Cohen, Everitt 1969: source ``fleiss1969``.
    .. [byrt1993] Byrt, Bishop, Carlin 1993: source ``byrt1993``.

    Examples
    --------
    >>> found = measures(*np.array([[40.0, 80.0], [9.0, 10.0], [6.0, 5.0], [45.0, 5.0]]))
    >>> found["agreement"].tolist(), found["kappa"].round(2).tolist()
    ([0.85, 0.85], [0.7, 0.32])
    """
    n = both + first_only + second_only + neither
    first_yes, second_yes = (both + first_only) / n, (both + second_only) / n
    agreement = (both + neither) / n
    chance = first_yes * second_yes + (1 - first_yes) * (1 - second_yes)
    beyond = (both + first_only) * (first_only + neither) + (both + second_only) * (second_only + neither)
    kappa = 2 * (both * neither - first_only * second_only) / beyond
    most = np.minimum(first_yes, second_yes) + np.minimum(1 - first_yes, 1 - second_yes)
    disagree = first_only + second_only
    return {
        "agreement": agreement,
        "chance_agreement": chance,
        "kappa": kappa,
        **_interval((both, first_only, second_only, neither), n, first_yes, second_yes, kappa),
        "positive_agreement": 2 * both / (2 * both + disagree),
        "negative_agreement": 2 * neither / (2 * neither + disagree),
        "prevalence_index": np.absolute(both - neither) / n,
        "bias_index": np.absolute(first_only - second_only) / n,
        "pabak": 2 * agreement - 1,
        "kappa_max": (most - chance) * n * n / beyond,
        "undefined": 1 - np.less(0, beyond),
        "few": np.less(n * np.minimum(_least(first_yes), _least(second_yes)), FEW) * 1,
    }


def _least(share):
    return np.minimum(share, 1 - share)


def _interval(cells, n, first_yes, second_yes, kappa):
    """Standard error and interval of kappa, with what is to be said against them."""
    both, first_only, second_only, neither = (cell / n for cell in cells)
    chance = first_yes * second_yes + (1 - first_yes) * (1 - second_yes)
    rest, yes = 1 - kappa, first_yes + second_yes
    agree = both * _square(1 - yes * rest) + neither * _square(1 - (2 - yes) * rest)
    differ = first_only * _square(1 + second_yes - first_yes) + second_only * _square(
        1 + first_yes - second_yes
    )
    spread = agree + _square(rest) * differ - _square(kappa - chance * rest)
    error = np.sqrt(np.maximum(spread, 0) / n) / (1 - chance)
    high = kappa + Z_95 * error
    return {
        "standard_error": error,
        "low": kappa - Z_95 * error,
        "high": high,
        "no_width": 1 - np.less(1e-9, error),
        "beyond_one": np.less(1, high) * 1,
    }


def _square(value):
    return value * value
