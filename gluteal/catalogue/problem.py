"""A fault in the data, told so that the person who made it can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: where it is, what is wrong, what to do.

    Attributes
    ----------
    file : str
        Path from the top of the pack, with forward slashes.
    row : int
        Row as a spreadsheet counts it: the header is row 1. In other text files, the line.
    problem : str
        What is wrong.
    remedy : str
        What to do about it.

    Examples
    --------
    >>> print(Problem("data/units.csv", 3, "two rows have the id 'mm'", "give each row its own id"))
    data/units.csv:3: two rows have the id 'mm' → give each row its own id
    """

    file: str
    row: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.row}: {self.problem} → {self.remedy}"


class CatalogueError(ValueError):
    """The data cannot be read. The message names file, row and remedy.

    Parameters
    ----------
    problem : Problem
        The first fault met. ``gluteal check`` lists all of them.
    """

    def __init__(self, problem: Problem):
        super().__init__(f"{problem}. Run `gluteal check` to see every fault at once.")
        self.problem = problem
