"""From the bytes of a CSV file to its rows, with every fault of the file itself named.

Spreadsheets spoil CSV files in a few well-known ways: another encoding, a byte order mark, semicolons.
Each such fault is reported once, for the file, and not again for every cell that it makes unreadable.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from gluteal.catalogue.problem import Problem
from gluteal.catalogue.schema import TableSchema

SAVE_AS = "save it as comma-separated UTF-8 without byte order mark, or restore it from the repository"


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of one file as text, with the faults that reading them met.

    Attributes
    ----------
    rows : tuple of (int, dict)
        Row number (the header is 1) and cells by column. Rows that do not fit the header are left out
        and reported.
    """

    schema: TableSchema
    file: str
    rows: tuple[tuple[int, dict[str, str]], ...]
    problems: tuple[Problem, ...]


class _FileFault(Exception):
    """A fault that makes the rest of the file unreadable: row, problem, remedy."""


def read_table(data_dir: Path, schema: TableSchema) -> RawTable:
    """Read one table as text.

    Parameters
    ----------
    data_dir : Path
        The folder of the data package.
    schema : TableSchema
        What the file must look like.
    """
    file = f"{data_dir.name}/{schema.path}"
    path = data_dir / schema.path
    if schema.optional and not path.is_file():
        return RawTable(schema, file, (), ())
    try:
        header, *rows = _parse(_decode(path), schema)
        _compare_header(header, schema)
    except _FileFault as fault:
        return RawTable(schema, file, (), (Problem(file, *fault.args),))
    good, bad = _fit(rows, header)
    problems = tuple(Problem(file, *fault) for fault in bad + _no_rows(rows))
    return RawTable(schema, file, good, problems)


def _decode(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError:
        raise _FileFault(1, "the file is missing", "restore it from the repository") from None
    if not data.strip():
        raise _FileFault(1, "the file is empty", "restore it from the repository")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:200]:
        raise _FileFault(1, "the file is saved as UTF-16", SAVE_AS)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        shown = data[error.start : error.start + 1].decode("cp1252", "replace")
        problem = f"the file is not UTF-8 (here it may be {shown!r} in a Windows encoding)"
        raise _FileFault(row, problem, SAVE_AS) from None


def _parse(text: str, schema: TableSchema) -> list[list[str]]:
    first = text.split("\n", 1)[0].rstrip("\r")
    mark = first.startswith("\ufeff")
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if first.count(separator) >= len(schema.columns) - 1 > first.count(","):
            extra = " and starts with a byte order mark" if mark else ""
            raise _FileFault(1, f"the file uses {name} instead of commas{extra}", SAVE_AS)
    if mark:
        raise _FileFault(1, "the file starts with a byte order mark", SAVE_AS)
    if "\r\n" in text and text.count("\r\n") != text.count("\n"):
        raise _FileFault(1, "the file mixes two kinds of line ends", "save it again with one of them")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        remedy = "put text that holds commas, quotation marks or line ends in double quotation marks"
        raise _FileFault(reader.line_num, f"the row cannot be read ({error})", remedy) from None


def _compare_header(header: list[str], schema: TableSchema) -> None:
    missing = [name for name in schema.columns if name not in header]
    extra = [name for name in header if name not in schema.columns]
    faults = []
    if missing:
        faults.append(f"column {_quoted(missing)} is missing")
    if extra:
        faults.append(f"column {_quoted(extra)} is not in the schema")
    if not faults and len(set(header)) < len(header):
        faults.append("a column is there twice")
    if not faults and tuple(header) != schema.columns:
        faults.append("the columns are in another order")
    if faults:
        remedy = f"make the header: {','.join(schema.columns)}"
        raise _FileFault(1, "; ".join(faults), remedy)


def _fit(rows: list[list[str]], header: list[str]) -> tuple[tuple, list[tuple]]:
    good, bad = [], []
    for number, cells in enumerate(rows, start=2):
        if len(cells) == len(header):
            good.append((number, dict(zip(header, cells, strict=True))))
        elif not cells:
            bad.append((number, "the row is empty", "delete it"))
        else:
            problem = f"the row has {len(cells)} cells, the header has {len(header)}"
            bad.append((number, problem, "quote cells that hold a comma; keep one cell per column"))
    return tuple(good), bad


def _no_rows(rows: list[list[str]]) -> list[tuple]:
    return [] if rows else [(1, "the file has a header and no rows", "restore the rows from the repository")]


def _quoted(names: list[str]) -> str:
    return ", ".join(repr(name) for name in names)
