"""How the tests of the checks spoil a copy of the data and read what is said about it."""

import csv
from functools import cache
from pathlib import Path

from gluteal.check import Problem, problems


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def save(path: Path, table: list[list[str]], encoding="utf-8", **form) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, lineterminator="\n", **form).writerows(table)


def set_cell(pack: Path, file: str, row: int, column: str, text: str) -> None:
    """Write into one cell; ``row`` counts as a spreadsheet does, the header being 1."""
    path = pack / "data" / file
    table = rows(path)
    table[row - 1][table[0].index(column)] = text
    save(path, table)


def row_of(pack: Path, file: str, id_: str) -> int:
    return next(number for number, row in enumerate(rows(pack / "data" / file), 1) if row[0] == id_)


def added(pack: Path, root: Path) -> list[Problem]:
    """The problems of the copy that the pack itself does not have."""
    return [one for one in problems(pack) if one not in of_the_pack(root)]


@cache
def of_the_pack(root: Path) -> frozenset[Problem]:
    return frozenset(problems(root))


def only(found: list[Problem], file: str, row: int, problem: str, remedy: str) -> None:
    """Assert that there is one fault, there, told so."""
    assert len(found) == 1, [str(one) for one in found]
    assert (found[0].file, found[0].row) == (file, row)
    assert problem in found[0].problem
    assert remedy in found[0].remedy
