"""Questions, lessons and the texts of the figures."""

from collections.abc import Iterator

from gluteal.catalogue import quiz
from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.check.pack import Pack
from gluteal.check.plates import structures_by_view


def questions(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the question bank."""
    texts = {row.values.get("name"): row.values.get("text", "") for _, row in pack.rows("figures")}
    yield from quiz.problems(
        pack.data_dir / "quiz",
        sources=pack.keys("sources"),
        objectives=_objectives(pack) if pack.keys("lessons") is not None else None,
        structures=structures_by_view(pack) or None,
        figures=texts if pack.keys("figures") is not None else None,
    )


def objectives(pack: Pack) -> Iterator[Problem]:
    """Yield objectives of ready lessons that have too few questions to be practised."""
    try:
        items = quiz.read_items(pack.data_dir / "quiz")
    except CatalogueError:  # a file that cannot be read is told by `questions`
        return
    thin = quiz.too_few(items, _objectives(pack))
    for table, row in pack.rows("lessons") if items else ():
        for number, text in enumerate(row.values.get("objectives", ()), 1):
            has = thin.get((row.values.get("id"), number))
            if has and row.values.get("status") == "ready":
                remedy = "write at least 3 of 2 kinds, in data/quiz or data/quiz/practice"
                yield table.problem(row, f"the objective {number} ({text}) has {has}", remedy)


def _objectives(pack: Pack) -> dict[str, int]:
    rows = (row.values for _, row in pack.rows("lessons"))
    return {row["id"]: len(row.get("objectives", ())) for row in rows if "id" in row}


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
