"""Questions, lessons and the texts of the figures."""

from collections.abc import Iterator

from gluteal.catalogue import quiz
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack
from gluteal.check.plates import structures_by_view


def questions(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the question bank."""
    objectives = {
        row.values["id"]: len(row.values.get("objectives", ()))
        for _, row in pack.rows("lessons")
        if "id" in row.values
    }
    yield from quiz.problems(
        pack.data_dir / "quiz",
        sources=pack.keys("sources"),
        objectives=objectives if pack.keys("lessons") is not None else None,
        structures=structures_by_view(pack) or None,
    )


def lessons(pack: Pack) -> Iterator[Problem]:
    """Yield lessons that are said to be ready and have no notebook."""
    folder = pack.root / "notebooks"
    for table, row in pack.rows("lessons") if folder.is_dir() else ():
        file = row.values.get("file")
        if row.values.get("status") == "ready" and file and not (folder / file).is_file():
            yield table.problem(row, f"notebooks/{file} is missing", "restore it, or set status to planned")


def figures(pack: Pack) -> Iterator[Problem]:
    """Yield figures that have words and no picture."""
    folder = pack.root / "figures"
    if not any(folder.glob("*.svg")):
        return
    for table, row in pack.rows("figures"):
        name = row.values.get("name")
        if name and not (folder / f"{name}.svg").is_file():
            yield table.problem(
                row, f"figures/{name}.svg is missing", "run `make figures`, or delete the row"
            )
