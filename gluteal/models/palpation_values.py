"""The values of the palpation model, by name, as the table of the pack has them."""

from functools import cache

from gluteal.catalogue import load

MUSCLES = ("gluteus-medius", "gluteus-maximus", "piriformis")
"""The muscles of which there is a patch."""


@cache
def value(name: str) -> float:
    """Return one value of the model, in the unit that ``data/palpation_trainer.csv`` gives.

    Raises
    ------
    KeyError
        For a value that does not exist; the message names the nearest.

    Examples
    --------
    >>> value("found-distance")
    12.9
    """
    return load().palpation_trainer[name].value


def share(name: str) -> float:
    """Return a value that the table gives in percent, as a share of 1.

    Examples
    --------
    >>> share("share-active")
    0.3
    """
    return value(name) / 100


def reach_force_n(muscle_id: str) -> float:
    """Return the force with which the finger reaches a muscle, N.

    Raises
    ------
    ValueError
        For a muscle of which there is no patch; the message names those there are.

    Examples
    --------
    >>> reach_force_n("piriformis") > reach_force_n("gluteus-maximus")
    True
    """
    if muscle_id not in MUSCLES:
        raise ValueError(f"there is no patch of {muscle_id!r}; choose from {', '.join(map(repr, MUSCLES))}")
    return value(f"reach-force-{muscle_id}")
