"""Seeded random numbers that Python and the page draw alike: the same seed shows the same patients."""

import numpy as np

MOST_SEED = 2**32 - 1
_STEP = 0x6D2B79F5


def uniform(seed, count):
    """Return numbers from 0 up to, not including, 1.

    The generator is Mulberry32, which fits into a few lines of any language; ``common/chance.js`` is the
    same. It serves for pictures of chance, not for research or secrets.

    Parameters
    ----------
    seed : int
        0 to 4294967295.
    count : int
        How many.

    Returns
    -------
    numpy.ndarray of float, shape (count,)

    Raises
    ------
    ValueError
        For a seed outside its range.

    Examples
    --------
    >>> uniform(1, 2).round(6).tolist()
    [0.627074, 0.002736]
    """
    if not 0 <= seed <= MOST_SEED:
        raise ValueError(f"a seed is a whole number from 0 to {MOST_SEED}, not {seed!r}")
    places = np.arange(1, count + 1, dtype=np.uint64)
    state = ((places * _STEP + seed) & MOST_SEED).astype(np.uint32)
    mixed = (state ^ (state >> 15)) * (state | 1)
    mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)
    return (mixed ^ (mixed >> 14)) / 2**32
