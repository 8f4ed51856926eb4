"""References from one table to another, to sources above all."""

from collections.abc import Iterator

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import CheckedTable, Pack, Row

# What a row of a table is called in a sentence.
KINDS = {"sources": "source", "units": "unit", "grades": "grade", "lessons": "lesson"}


def dangling_references(pack: Pack) -> Iterator[Problem]:
    """Yield cells that name a row which does not exist."""
    for table in pack.tables.values():
        targets = table.schema.references | _list_targets(table)
        known = {column: pack.keys(target) for column, target in targets.items()}
        for row in table.rows:
            for column, target in targets.items():
                if known[column] is not None:
                    yield from _dangling(table, row, column, target, known[column])


def _list_targets(table: CheckedTable) -> dict[str, str]:
    return {field.name: field.list_of for field in table.schema.fields if field.list_of}


def _dangling(table: CheckedTable, row: Row, column: str, target: str, known: set) -> Iterator[Problem]:
    kind = KINDS.get(target, target.removesuffix("s").replace("_", " "))
    for key in keys_in(row, column):
        if key not in known:
            problem = f"{column} names the unknown {kind} {key!r}"
            yield table.problem(row, problem, f"{suggestion(key, sorted(known))} See data/{target}.csv")


def keys_in(row: Row, column: str) -> tuple[str, ...]:
    """Return the keys that a cell names: one, several, or none."""
    value = row.values.get(column) or ()
    return (value,) if isinstance(value, str) else value


def background_sources(pack: Pack) -> Iterator[Problem]:
    """Yield sources whose mark does not tell whether a row of the tables cites them."""
    cited = set(_cited(pack))
    for table, row in pack.rows("sources"):
        key, background = row.values.get("key"), row.values.get("background")
        if background is False and key not in cited:
            yield table.problem(row, f"no row cites {key!r}", "cite it, or set background to yes")
        if background and key in cited:
            yield table.problem(row, f"{key!r} is marked background but cited", "set background to no")


def _cited(pack: Pack) -> Iterator[str]:
    for table in pack.tables.values():
        targets = table.schema.references | _list_targets(table)
        columns = [column for column, target in targets.items() if target == "sources"]
        # The texts of the figures repeat what the facts cite; they do not make a source more than background.
        for row in table.rows if table.schema.name != "figures" else ():
            yield from (key for column in columns for key in keys_in(row, column))
