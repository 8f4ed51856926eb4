"""Different raters and patients that all give one and the same kappa: kappa alone does not tell skill."""

from dataclasses import dataclass

import numpy as np

from gluteal.models.agreement import measures
from gluteal.models.palpation import PalpationStudy, Rater, answers

NEAR = 0.005
"""How close to the wanted kappa counts as the same: it prints alike with two decimals."""
_PERCENT = np.arange(0, 101) / 100


@dataclass(frozen=True)
class Way:
    """A family of settings, of which two shares are still free.

    Attributes
    ----------
    id : str
        Its name; the words for it belong to whoever shows it.
    prevalence : float
    shared : float or None
        None where it is free; then both raters have one skill, sensitivity equal to specificity.
    second : float or None
        Sensitivity and specificity of the second rater where only the first is free.
    wished : (float, float)
        What the free shares should be close to.
    """

    id: str
    prevalence: float
    shared: float | None = 0.0
    second: float | None = None
    wished: tuple[float, float] = (0.85, 0.85)


WAYS = (
    Way("half-have-it", 0.5),
    Way("few-have-it", 0.1, wished=(0.9, 0.97)),
    Way("many-have-it", 0.85, wished=(0.97, 0.9)),
    Way("unequal", 0.5, second=0.97, wished=(0.7, 0.7)),
    Way("shared-error", 0.5, shared=None, wished=(0.7, 0.7)),
)


def ways(kappa):
    """Return settings, in whole percent, whose kappa in the long run is the one wanted.

    Parameters
    ----------
    kappa : float
        -1 to 1.

    Returns
    -------
    dict of str to gluteal.models.palpation.PalpationStudy
        For each of `WAYS` that can give it, no setting twice; its kappa lies within `NEAR` of the wanted.

    Examples
    --------
    >>> found = ways(0.62)
    >>> [(name, one.prevalence, one.first.sensitivity, one.shared) for name, one in found.items()][:2]
    [('half-have-it', 0.5, 0.89, 0.0), ('few-have-it', 0.1, 0.92, 0.0)]
    """
    if not -1 <= kappa <= 1:
        raise ValueError(f"kappa lies between -1 and 1, not at {kappa!r}")
    found = {}
    for way in WAYS:
        study = _nearest(way, kappa)
        if study is not None and study not in found.values():
            found[way.id] = study
    return found


def _nearest(way, kappa):
    """The setting closest to what was wished, among those that give this kappa; None where none does."""
    one, other = np.meshgrid(_PERCENT, _PERCENT, indexing="ij")
    settings = _settings(way, one, other)
    with np.errstate(all="ignore"):
        given = measures(*answers(*settings).values())["kappa"]
    far = np.hypot(one - way.wished[0], other - way.wished[1])
    far = np.where(np.abs(given - kappa) <= NEAR, far, np.inf)
    best = np.unravel_index(np.argmin(far), far.shape)
    return _study(way, *(float(free[best]) for free in (one, other))) if np.isfinite(far[best]) else None


def _settings(way, one, other):
    """The six shares of `answers`; ``one`` and ``other`` are the free ones."""
    if way.shared is None:
        return way.prevalence, one, one, one, one, other
    if way.second is not None:
        return way.prevalence, one, other, way.second, way.second, way.shared
    return way.prevalence, one, other, one, other, way.shared


def _study(way, one, other):
    shares = _settings(way, one, other)
    return PalpationStudy(shares[0], Rater(*shares[1:3]), Rater(*shares[3:5]), shares[5])
