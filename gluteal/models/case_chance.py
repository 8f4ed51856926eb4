"""Lots for invented cases: whole numbers from a stream that is the same on every platform."""

import numpy as np

MOST_SEED = 2**32 - 1
_HALF = np.uint64(32)


class Lots:
    """A stream of whole numbers.

    The bits are those of numpy's PCG64, seeded with a list of whole numbers. NumPy guarantees both: that
    ``PCG64`` with a fixed seed always gives the same stream of integers, and ``SeedSequence`` the same state.
    Its distributions (``Generator.normal`` and so on) carry no such promise and are not used. A number below
    *n* is the upper 32 bits of a draw, times *n*, divided by 2**32 and rounded down: whole-number arithmetic,
    uneven by at most *n* in 4294967296.

    Parameters
    ----------
    *seeds : int
        0 to 4294967295 each.

    Examples
    --------
    >>> lots = Lots(7, 2)
    >>> [lots.below(6) for _ in range(8)]
    [1, 2, 5, 4, 1, 1, 0, 2]
    """

    def __init__(self, *seeds):
        self._bits = np.random.PCG64(list(seeds))

    def below(self, n):
        """Return a whole number from 0 up to, not including, n."""
        return (int(self._bits.random_raw()) >> 32) * n >> 32

    def many_below(self, n, count):
        """Return an array of whole numbers from 0 up to, not including, n."""
        return (((self._bits.random_raw(count) >> _HALF) * np.uint64(n)) >> _HALF).astype(np.int64)

    def between(self, low, high):
        """Return a whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def happens(self, share):
        """Return True in a share of draws; the share counts to one thousandth."""
        return self.below(1000) < round(share * 1000)

    def pick(self, choices):
        """Return one of a sequence."""
        return choices[self.below(len(choices))]

    def pick_by(self, records):
        """Return one of some records, in proportion to their ``frequency``."""
        place = self.below(sum(one.frequency for one in records))
        for one in records:
            place -= one.frequency
            if place < 0:
                return one
        raise AssertionError("frequencies are positive")

    def some(self, choices, count):
        """Return up to count different ones of a sequence, in the order of the sequence."""
        left, taken = list(range(len(choices))), []
        while left and len(taken) < count:
            taken.append(left.pop(self.below(len(left))))
        return [choices[place] for place in sorted(taken)]
