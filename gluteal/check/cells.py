"""Faults of files, of single cells, and ids that stand twice."""

from collections.abc import Iterable, Iterator

from gluteal.catalogue.problem import Problem
from gluteal.check.pack import CheckedTable, Pack, Row


def unreadable_files(pack: Pack) -> Iterator[Problem]:
    """Yield faults of whole files and of rows that do not fit the header."""
    for table in pack.tables.values():
        yield from table.file_problems


def bad_cells(pack: Pack) -> Iterator[Problem]:
    """Yield cells that do not fit their column."""
    for table in pack.tables.values():
        yield from table.cell_problems


def repeated_ids(pack: Pack) -> Iterator[Problem]:
    """Yield rows whose id, or other value that must be unique, stands twice.

    Facts are looked up by id over all tables of facts together, so there an id must be unique over all.
    """
    for table in pack.tables.values():
        unique = [field.name for field in table.schema.fields if field.unique]
        for column in unique:
            yield from _repeated(column, ((table, row) for row in table.rows))
    facts = [name for name, table in pack.tables.items() if "value_text" in table.schema.columns]
    yield from _repeated("id", (pair for name in facts for pair in pack.rows(name)))


def _repeated(column: str, rows: Iterable[tuple[CheckedTable, Row]]) -> Iterator[Problem]:
    first: dict[str, tuple[CheckedTable, Row]] = {}
    for table, row in rows:
        value = row.values.get(column)
        if not value:
            continue
        if value in first:
            other, twin = first[value]
            problem = f"{column} {value!r} is also in {other.file}:{twin.number}"
            yield table.problem(row, problem, f"give each row its own {column}, or delete the copy")
        first.setdefault(value, (table, row))
