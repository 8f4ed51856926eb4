"""Chance that is the same on every computer and has a name: whole numbers only, no library's generator."""

from dataclasses import dataclass

_MASK = (1 << 64) - 1


@dataclass(frozen=True)
class Chance:
    """Numbers by chance for one thing: SplitMix64 over the seed and the bytes of a name.

    Unlike a sequence of numbers, a new name changes none of the others.

    Attributes
    ----------
    seed : int
        From 0.
    about : str
        What they are for: two things with the same seed get different numbers.

    Raises
    ------
    ValueError
        For a seed that is no whole number, or negative.

    Examples
    --------
    >>> chance = Chance(3, "piriformis")
    >>> 5 <= chance.between("width", 5, 9) < 9
    True
    >>> chance.uniform("place") == Chance(3, "piriformis").uniform("place") != chance.uniform("angle")
    True
    """

    seed: int
    about: str

    def __post_init__(self):
        if isinstance(self.seed, bool) or not isinstance(self.seed, int) or self.seed < 0:
            raise ValueError(f"a seed is a whole number from 0, not {self.seed!r}")

    def uniform(self, name: str) -> float:
        """Return a number from 0 up to 1."""
        state = _mixed(self.seed & _MASK)
        for byte in f"{self.about} {name}".encode():
            state = _mixed(state ^ byte)
        return (_mixed(state) >> 11) / (1 << 53)

    def between(self, name: str, least: float, most: float) -> float:
        """Return a number between two others."""
        return least + (most - least) * self.uniform(name)


def _mixed(state: int) -> int:
    state = (state + 0x9E3779B97F4A7C15) & _MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _MASK
    return state ^ (state >> 31)
