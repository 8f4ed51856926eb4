"""What the notebooks cite and show: sources, grades, terms, figures, questions."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gluteal.catalogue import quiz
from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.check.pack import Pack

CITATION = re.compile(r"\]\(#ref-([^)\s]*)\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its kind, its text, and the line of the file at which it can be found."""

    file: str
    line: int
    kind: str
    source: str


def citations(pack: Pack) -> Iterator[Problem]:
    """Yield citations in prose whose key is not in the table of sources."""
    known = pack.keys("sources")
    for cell in _cells(pack) if known is not None else ():
        for key in CITATION.findall(cell.source) if cell.kind == "markdown" else ():
            yield from _unless_known(cell, "source", key, known)


def calls(pack: Pack) -> Iterator[Problem]:
    """Yield ids in the code cells that nothing bears: sources, grades, terms, figures, questions, lessons."""
    known = {
        "source": pack.keys("sources"),
        "grade": pack.keys("grades"),
        "term": pack.keys("glossary"),
        "lesson": pack.keys("lessons"),
        "figure": pack.keys("figures") or None,
        "item": _items(pack),
    }
    for cell in _cells(pack):
        for kind, key in _named(cell):
            if known[kind] is not None:
                yield from _unless_known(cell, kind, key, known[kind])


def _unless_known(cell: Cell, kind: str, key: str, known: set[str]) -> Iterator[Problem]:
    if key not in known:
        remedy = suggestion(key, sorted(known))
        yield Problem(cell.file, cell.line, f"the notebook names the unknown {kind} {key!r}", remedy)


def _items(pack: Pack) -> set[str] | None:
    try:
        return {item.id for item in quiz.read_items(pack.data_dir / "quiz")}
    except (CatalogueError, TypeError):
        return None  # the check of the questions tells what is wrong there


def _cells(pack: Pack) -> Iterator[Cell]:
    for path in sorted((pack.root / "notebooks").rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            yield from _cells_of(path, path.relative_to(pack.root).as_posix())


def _cells_of(path: Path, file: str) -> Iterator[Cell]:
    try:
        text = path.read_text(encoding="utf-8")
        cells = json.loads(text)["cells"]
    except (OSError, ValueError, KeyError):
        return  # the tests of the notebooks open each of them and say so
    for cell in cells:
        source = "".join(cell.get("source", ""))
        yield Cell(file, _line(text, source), cell.get("cell_type", ""), source)


def _line(text: str, source: str) -> int:
    # In the file the first line of a cell stands as a JSON string, with or without its line end.
    first = json.dumps(source.split("\n")[0], ensure_ascii=False)[:-1]
    return text.count("\n", 0, max(text.find(first), 0)) + 1 if source else 1


def _named(cell: Cell) -> Iterator[tuple[str, str]]:
    if cell.kind != "code" or "lesson." not in cell.source:
        return
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _arguments(node)


def _arguments(call: ast.Call) -> Iterator[tuple[str, str]]:
    # Function → the kinds of its positional arguments; the last one holds for all that follow.
    kinds = {
        "begin": ("lesson",),
        "predict": ("item",),
        "check": ("item",),
        "figure": ("figure",),
        "cite": ("source",),
        "glossary": ("term",),
        "sure": ("grade", "", "source"),
    }.get(call.func.attr, ("",))
    for number, argument in enumerate(call.args):
        kind = kinds[min(number, len(kinds) - 1)]
        if kind and isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield kind, argument.value
    for keyword in call.keywords:
        if keyword.arg == "after" and isinstance(keyword.value, ast.Constant) and keyword.value.value:
            yield "item", keyword.value.value
