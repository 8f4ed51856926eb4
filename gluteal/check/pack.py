"""The pack as the checks see it: every table with the cells that could be read, and those that could not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gluteal.catalogue.cells import CellFault, read_cell
from gluteal.catalogue.files import read_table
from gluteal.catalogue.problem import Problem
from gluteal.catalogue.schema import TableSchema, read_schemas


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number and the values of the cells that could be read; the others are left out."""

    number: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """One table with what was wrong with its file and its cells.

    Attributes
    ----------
    readable : bool
        False when the file as a whole could not be read: then nothing that refers to it can be judged.
    """

    schema: TableSchema
    file: str
    rows: tuple[Row, ...]
    file_problems: tuple[Problem, ...]
    cell_problems: tuple[Problem, ...]

    @property
    def readable(self) -> bool:
        """Whether there are rows to judge."""
        return bool(self.rows) or not self.file_problems

    @property
    def keys(self) -> set[str]:
        """The ids of the rows."""
        return {row.values.get(self.schema.primary_key) for row in self.rows} - {None}

    def problem(self, row: Row, problem: str, remedy: str) -> Problem:
        """Return a problem of one of its rows."""
        return Problem(self.file, row.number, problem, remedy)


@dataclass(frozen=True, slots=True)
class Pack:
    """The folder of the pack and its tables by name."""

    root: Path
    tables: dict[str, CheckedTable]

    @property
    def data_dir(self) -> Path:
        """The folder of the tables."""
        return self.root / "data"

    def rows(self, name: str) -> Iterator[tuple[CheckedTable, Row]]:
        """Yield the rows of one table, each with its table; nothing when there is no such table."""
        if name in self.tables:
            table = self.tables[name]
            yield from ((table, row) for row in table.rows)

    def keys(self, name: str) -> set[str] | None:
        """Return the ids of a table, or None when it cannot be read."""
        table = self.tables.get(name)
        return table.keys if table is not None and table.readable else None


def read_pack(root: Path) -> Pack:
    """Read every table of the pack in ``root``.

    Raises
    ------
    CatalogueError
        When the descriptor of the package cannot be read: without it nothing can be judged.
    """
    data_dir = Path(root) / "data"
    schemas = read_schemas(data_dir)
    return Pack(Path(root), {name: _checked(data_dir, schema) for name, schema in schemas.items()})


def _checked(data_dir: Path, schema: TableSchema) -> CheckedTable:
    raw = read_table(data_dir, schema)
    rows, problems = [], []
    for number, cells in raw.rows:
        values, faults = _read_cells(schema, cells)
        rows.append(Row(number, values))
        problems += [Problem(raw.file, number, fault.problem, fault.remedy) for fault in faults]
    return CheckedTable(schema, raw.file, tuple(rows), raw.problems, tuple(problems))


def _read_cells(schema: TableSchema, cells: dict[str, str]) -> tuple[dict[str, Any], list[CellFault]]:
    values, faults = {}, []
    for field in schema.fields:
        try:
            values[field.name] = read_cell(field, cells[field.name])
        except CellFault as fault:
            faults.append(fault)
    return values, faults
