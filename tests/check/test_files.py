"""Files that a spreadsheet or a slip has spoilt are told once, not for every cell."""

import pytest

from gluteal import paths
from gluteal.check import problems
from tests.check.spoiling import added, only, rows, save

NEXT = len(rows(paths.data_dir() / "sources.csv")) + 1
"""Number of the row after the last source."""


def cp1252(path):
    path.write_bytes(path.read_text("utf-8").encode("cp1252", "replace"))


def excel(path):
    save(path, rows(path), encoding="utf-8-sig", delimiter=";")


def drop_column(path):
    save(path, [row[:-1] for row in rows(path)])


def add_column(path):
    save(path, [[*row, "x"] for row in rows(path)])


def swap_columns(path):
    save(path, [[row[1], row[0], *row[2:]] for row in rows(path)])


def ragged(path):
    path.write_text(path.read_text("utf-8") + "a,b\n\n", "utf-8")


FILES = [
    (lambda path: path.unlink(), [(1, "the file is missing", "restore")]),
    (lambda path: path.write_bytes(b""), [(1, "the file is empty", "restore")]),
    (lambda path: path.write_bytes(b" \r\n"), [(1, "the file is empty", "restore")]),
    (lambda path: save(path, rows(path)[:1]), [(1, "a header and no rows", "restore the rows")]),
    (lambda path: save(path, rows(path), encoding="utf-16"), [(1, "UTF-16", "comma-separated UTF-8")]),
    (lambda path: save(path, rows(path), encoding="utf-8-sig"), [(1, "byte order mark", "without byte")]),
    (cp1252, [(2, "not UTF-8 (here it may be 'á'", "comma-separated UTF-8")]),
    (excel, [(1, "semicolons instead of commas and starts with a byte order mark", "comma-separated")]),
    (lambda path: save(path, rows(path), delimiter="\t"), [(1, "tabs instead of commas", "comma-separated")]),
    (drop_column, [(1, "column 'note' is missing", "make the header: key,short")]),
    (add_column, [(1, "column 'x' is not in the schema", "make the header")]),
    (swap_columns, [(1, "in another order", "make the header: key,short")]),
    (
        lambda path: save(path, [rows(path)[0][:1] * 17, *rows(path)[1:]]),
        [(1, "is missing", "make the header")],
    ),
    (
        lambda path: path.write_text(path.read_text("utf-8").replace("\n", "\r\n", 3), "utf-8", newline=""),
        [(1, "two kinds of line ends", "save it again")],
    ),
    (
        lambda path: path.write_text(path.read_text("utf-8") + 'a,"b', "utf-8"),
        [(NEXT, "cannot be read", "double quotation marks")],
    ),
    (
        ragged,
        [(NEXT, "the row has 2 cells, the header has 17", "quote"), (NEXT + 1, "the row is empty", "delete")],
    ),
]


@pytest.mark.parametrize(("spoil", "told"), FILES)
def test_a_spoilt_file_is_told_once_and_not_for_every_cell(pack, root, spoil, told):
    spoil(pack / "data/sources.csv")
    found = added(pack, root)
    # A file that cannot be read leaves nothing to compare with: no dangling source is reported for it.
    assert [(one.file, one.row) for one in found] == [("data/sources.csv", row) for row, _, _ in told]
    for one, (_, problem, remedy) in zip(found, told, strict=True):
        assert problem in one.problem
        assert remedy in one.remedy


def test_line_ends_of_windows_are_no_fault(pack, root):
    for path in (pack / "data").glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert added(pack, root) == []


@pytest.mark.parametrize(
    ("text", "problem"), [(None, "missing"), ("{", "no valid JSON"), ('{"resources": [{}]}', "lacks 'name'")]
)
def test_a_spoilt_descriptor_is_told(pack, text, problem):
    path = pack / "data/datapackage.json"
    path.unlink() if text is None else path.write_text(text, "utf-8")
    only(problems(pack), "data/datapackage.json", 1, problem, "")
