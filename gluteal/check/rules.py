"""Rules of the subject: numbers that can be, claims that can be traced."""

import re
from collections.abc import Iterator

from gluteal.catalogue.problem import Problem
from gluteal.check.pack import CheckedTable, Pack, Row

NUMBERS = ("value", "value_low", "value_high", "ci_low", "ci_high")
ORDERED = (
    ("value_low", "value_high"),
    ("value_low", "value"),
    ("value", "value_high"),
    ("ci_low", "ci_high"),
    ("ci_low", "value"),
    ("value", "ci_high"),
    ("hold_low_s", "hold_high_s"),
    ("repetitions_low", "repetitions_high"),
    ("sets_low", "sets_high"),
)
# What these properties can be, whatever the source.
RANGES = {
    "sensitivity": (0, 1),
    "specificity": (0, 1),
    "p-value": (0, 1),
    "icc": (-1, 1),
    "kappa": (-1, 1),
    "correlation": (-1, 1),
    "positive-likelihood-ratio": (0, 1000),
    "negative-likelihood-ratio": (0, 1000),
    "prevalence": (0, 100),
    "proportion": (0, 100),
    "adverse-event": (0, 100),
}


def numbers(pack: Pack) -> Iterator[Problem]:
    """Yield numbers that stand in the wrong order or outside what is possible."""
    for table in pack.tables.values():
        for row in table.rows:
            yield from _order(table, row)
            yield from _range(table, row)


def _order(table: CheckedTable, row: Row) -> Iterator[Problem]:
    for low, high in ORDERED:
        bottom, top = row.values.get(low), row.values.get(high)
        if bottom is not None and top is not None and bottom > top:
            yield table.problem(row, f"{low} {bottom:g} is above {high} {top:g}", "swap or mend the numbers")


def _range(table: CheckedTable, row: Row) -> Iterator[Problem]:
    property_, unit = row.values.get("property"), row.values.get("unit")
    lowest, highest = RANGES.get(property_, (-100, 100) if unit == "%" else (None, None))
    if lowest is None:
        return
    for column in NUMBERS:
        value = row.values.get(column)
        if value is not None and not lowest <= value <= highest:
            problem = f"{column} {value:g} is outside {lowest} to {highest} ({property_ or unit})"
            yield table.problem(row, problem, "check the number and its unit")


def measures(pack: Pack) -> Iterator[Problem]:
    """Yield numbers without a unit, without the words of the source, or that differ from them."""
    for table in pack.tables.values():
        if "value_text" in table.schema.columns:
            for row in table.rows:
                yield from _measure(table, row)


def _measure(table: CheckedTable, row: Row) -> Iterator[Problem]:
    values = row.values
    numeric = [column for column in NUMBERS if values.get(column) is not None]
    if numeric and values.get("unit") == "":
        yield table.problem(
            row, f"{numeric[0]} has no unit", "name one of data/units.csv; 1 for a plain number"
        )
    if numeric and values.get("value_text") == "":
        yield table.problem(
            row, f"{numeric[0]} has no value_text", "write the number as the source prints it"
        )
    if values.get("statement") == "" and values.get("value_text") == "":
        yield table.problem(row, "the row states nothing", "fill statement or value_text")
    if values.get("value") is not None and values.get("value_text"):
        yield from _same_number(table, row)


def _same_number(table: CheckedTable, row: Row) -> Iterator[Problem]:
    value, text, unit = row.values["value"], row.values["value_text"], row.values.get("unit")
    printed = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}
    # Sensitivity printed as 95 % is kept as 0.95, so that all are on one scale.
    meant = {abs(value), round(abs(value) * 100, 6)} if "%" in text and unit == "1" else {abs(value)}
    if printed and (not printed & meant or (value < 0) != text.startswith("-")):
        remedy = "make the two agree with the source"
        yield table.problem(row, f"value {value:g} is not in value_text {text!r}", remedy)


def claims(pack: Pack) -> Iterator[Problem]:
    """Yield claims that lean on a source in a way that it cannot bear."""
    read = {row.values.get("key"): row.values.get("read") for _, row in pack.rows("sources")}
    for table in pack.tables.values():
        if "source_key" in table.schema.columns:
            for row in table.rows:
                yield from _claim(table, row, read)


def _claim(table: CheckedTable, row: Row, read: dict) -> Iterator[Problem]:
    key, grade = row.values.get("source_key"), row.values.get("grade")
    if read.get(key) == "from-memory" and grade not in (None, "unverified"):
        problem = f"grade {grade!r} rests on {key!r}, which was not read"
        yield table.problem(row, problem, "grade it unverified, or cite a source that was read")
    if key and key in row.values.get("other_source_keys", ()):
        yield table.problem(row, f"{key!r} is main and other source", "take it out of other_source_keys")
    if row.values.get("basis") == "source" and not key:
        yield table.problem(
            row, "the basis is a source, but none is named", "name it, or use teaching-wording"
        )


def muscle_facts(pack: Pack) -> Iterator[Problem]:
    """Yield facts that are about no muscle, or about a muscle and a group at once."""
    for table, row in pack.rows("muscle_facts"):
        ids = (row.values.get("muscle_id"), row.values.get("muscle_group_id"))
        if None not in ids and bool(ids[0]) == bool(ids[1]):
            yield table.problem(
                row, "a fact needs a muscle_id or a muscle_group_id", "give exactly one of them"
            )
