"""Tables for spreadsheets."""

import csv
import io


def table_text(rows):
    """Return rows as CSV; text that a spreadsheet would take for a formula is quoted.

    Parameters
    ----------
    rows : iterable of iterables
        The first one is the header.

    Examples
    --------
    >>> table_text([("file", "n"), ("=1+1", 2)])
    "file,n\\n'=1+1,2\\n"
    """
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\n").writerows([harmless(cell) for cell in row] for row in rows)
    return held.getvalue()


def write_table(path, rows):
    """Write a table as UTF-8 with a mark, by which spreadsheets know it.

    Parameters
    ----------
    path : Path
    rows : iterable of iterables
        The first one is the header.
    """
    path.write_text(table_text(rows), encoding="utf-8-sig", newline="\n", errors="replace")


def harmless(cell):
    """Return a cell's text so that no spreadsheet calculates it; numbers stay as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "@", "\t") else cell
