"""Writing rows of ``data/figures.csv`` that are made from tables."""

import csv
import io

from gluteal import paths

COLUMNS = ("name", "title", "alt", "text", "sources", "credit")


def write(rows):
    """Write rows into ``figures.csv``, in the place of the old ones or at the end.

    Parameters
    ----------
    rows : list of dict
        With all of `COLUMNS`.
    """
    path = paths.data_dir() / "figures.csv"
    made = {one["name"]: one for one in rows}
    with path.open(encoding="utf-8", newline="") as file:
        kept = [made.pop(one["name"], one) for one in csv.DictReader(file)]
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows([*kept, *made.values()])
    path.write_text(written.getvalue(), encoding="utf-8", newline="")
