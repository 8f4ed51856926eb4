"""Probabilities after a test and the heights of Fagan's lines as plain arithmetic, which a page can run."""

import numpy as np

from gluteal.models.fagan import PERCENTS, height, ratio_height
from gluteal.models.formula import formula

INPUTS = ("pre", "sensitivity", "specificity")
RESULTS = ("positive", "negative")

_SCALE_ENDS = tuple(percent / (100 - percent) for percent in (PERCENTS[0], PERCENTS[-1]))


def steps(pre, sensitivity, specificity):
    r"""Return what `gluteal.models.probability` and `gluteal.models.fagan` return, without a branch.

    `gluteal.models.formula` can note only arithmetic, and both modules branch where a divisor is zero. Here
    division by zero gives ``inf`` or ``nan``, which mean the same. A test holds both ways together.

    Parameters
    ----------
    pre, sensitivity, specificity : float or numpy.ndarray
        0 to 1.

    Returns
    -------
    dict
        For each result: probability after it (``positive``, ``negative``), ``lr_…``, ``right_…`` and
        ``middle_…`` (heights of Fagan's line on both scales, 0 to 1), and ``left``. ``nan`` for a result that
        can never occur.

    Notes
    -----
    With odds :math:`o = p/(1-p)`: :math:`o_{after} = o\,LR`. *What it does not explain* stands with
    `gluteal.models.probability.post_test`.

    Examples
    --------
    >>> import numpy as np
    >>> found = steps(np.array(0.3), np.array(0.9), np.array(0.8))
    >>> round(float(found["positive"]), 3), round(float(found["lr_positive"]), 2)
    (0.659, 4.5)
    """
    without, missed, false_alarm = 1 - pre, 1 - sensitivity, 1 - specificity
    found = {"left": 1 - _height(pre / without)}
    pairs = zip(RESULTS, ((sensitivity, false_alarm), (missed, specificity)), strict=True)
    for name, (in_ill, in_well) in pairs:
        above, below = pre * in_ill, without * in_well
        ratio = in_ill / in_well
        found |= {
            name: above / (above + below),
            f"lr_{name}": ratio,
            f"right_{name}": _height(above / below),
            f"middle_{name}": _ratio_height(ratio),
        }
    return found


def page_formula():
    """Return `steps` as a list of steps for ``common/formula.js``.

    Examples
    --------
    >>> page_formula()["inputs"]
    ['pre', 'sensitivity', 'specificity']
    """
    return formula(steps, INPUTS)


def _height(odds):
    low, high = _SCALE_ENDS
    kept = np.minimum(np.maximum(odds, low), high)
    return height(0.5) + np.log10(kept) / (np.log10(high) - np.log10(low))


def _ratio_height(ratio):
    low, high = _SCALE_ENDS
    kept = np.minimum(np.maximum(ratio, 1e-12), 1e12)
    within = ratio_height(1.0) + np.log10(kept) / (np.log10(high) - np.log10(low)) / 2
    return np.minimum(np.maximum(within, 0.0), 1.0)
