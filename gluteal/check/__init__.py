"""``gluteal check``: every fault of the data, with file, row and remedy, all in one run.

Each check is a small function from the pack to its problems, and `CHECKS` lists them: to add one, write the
function and put it there. Importing them takes the standard library only, running them what the lessons need.
"""

from pathlib import Path

from gluteal import paths
from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.check import (
    cells,
    citations,
    names,
    pack,
    plates,
    poses,
    reasoning,
    references,
    referral,
    rules,
    teaching,
)

CHECKS = (
    cells.unreadable_files,
    cells.bad_cells,
    cells.repeated_ids,
    references.dangling_references,
    references.background_sources,
    rules.numbers,
    rules.measures,
    rules.claims,
    rules.muscle_facts,
    plates.plates_and_structures,
    referral.zones,
    reasoning.hypotheses,
    reasoning.groups,
    reasoning.accuracy,
    reasoning.weights,
    reasoning.contradictions,
    poses.poses,
    poses.exercises,
    names.landmarks,
    names.languages,
    teaching.questions,
    teaching.objectives,
    teaching.lessons,
    teaching.figures,
    citations.citations,
    citations.calls,
)


def problems(root: Path | str | None = None) -> list[Problem]:
    """Return every fault, in the order of files and rows.

    Parameters
    ----------
    root : path, optional
        The folder that holds ``data``, ``notebooks`` and ``figures``; the pack's own by default.

    Examples
    --------
    >>> all(isinstance(problem, Problem) for problem in problems())
    True
    """
    try:
        found = pack.read_pack(Path(root) if root is not None else paths.root())
    except CatalogueError as error:
        return [error.problem]
    return sorted({problem for check in CHECKS for problem in check(found)})


def remarks(root: Path | str | None = None) -> list[str]:
    """Return what is no fault and yet good to know: names that other languages lack.

    Examples
    --------
    >>> all(isinstance(remark, str) for remark in remarks())
    True
    """
    try:
        return list(names.missing(pack.read_pack(Path(root) if root is not None else paths.root())))
    except CatalogueError:
        return []


def main(root: Path | str | None = None) -> int:
    """Print every fault and return the exit status: 1 when there is any.

    Examples
    --------
    >>> main()
    No problem found in the data.
    0
    """
    found = problems(root)
    for problem in found:
        print(problem)
    print(f"{len(found)} problem{'s' * (len(found) != 1)}." if found else "No problem found in the data.")
    return 1 if found else 0
