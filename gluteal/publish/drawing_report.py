"""The report over a folder of pain drawings: frequency map, tables, and a page that prints."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gluteal.models import raster
from gluteal.models.drawing_frequency import FEW
from gluteal.models.pattern_cells import region_names
from gluteal.models.referral_overlap import WEIGHTS
from gluteal.publish import embed
from gluteal.publish.drawing_folder import Reading
from gluteal.publish.embed import PublishError
from gluteal.publish.tables import write_table

PAGE = "pain-drawings.html"
MAP = "frequency-map"
CELLS, REGIONS, REFUSED = "cells.csv", "regions.csv", "not-read.csv"
FILES = (PAGE, f"{MAP}.svg", f"{MAP}.png", CELLS, REGIONS, REFUSED)
LISTED = 100
"""So many refused files stand on the page; the table has all."""


def check_free(out: Path, force: bool) -> None:
    """Refuse to write over what is there, before any work is done.

    Raises
    ------
    PublishError
        When a file of the report is there and ``force`` is not set, or ``out`` is a file.
    """
    if out.exists() and not out.is_dir():
        raise PublishError(f"{out} is a file; name a folder for the report.")
    there = [name for name in FILES if (out / name).exists()]
    if there and not force:
        raise PublishError(
            f"{out} already holds {', '.join(there)}. Name another folder with --out, "
            "or replace them with --force."
        )


def write(reading: Reading, out: Path) -> list[Path]:
    """Write the report; the same drawings give the same files.

    Parameters
    ----------
    reading : gluteal.publish.drawing_folder.Reading
    out : Path
        A folder; it is made where there is none.

    Returns
    -------
    list of Path

    Raises
    ------
    PublishError
        When no drawing could be read (the message names the first files and why), or nothing can be
        written.
    """
    if not reading.tally.n:
        raise PublishError(_nothing(reading))
    try:
        return _written(reading, out)
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise PublishError(f"{out} cannot be written ({reason}); name another folder with --out.") from None


def _written(reading, out):
    found = reading.frequencies
    out.mkdir(parents=True, exist_ok=True)
    _write_map(found, out)
    write_table(out / CELLS, cell_rows(found))
    write_table(out / REGIONS, region_rows(found))
    write_table(out / REFUSED, [("file", "reason"), *reading.refused])
    (out / PAGE).write_text(page(reading, out), encoding="utf-8", newline="\n")
    return [out / name for name in FILES]


def _nothing(reading):
    shown = "\n".join(f"  {name}: {reason}" for name, reason in reading.refused[:5])
    more = f"\n  and {len(reading.refused) - 5} more" if len(reading.refused) > 5 else ""
    return f"No file in {reading.folder} is a saved pain drawing:\n{shown}{more}"


def _write_map(found, out):
    import matplotlib

    from gluteal.drawing import canvas
    from gluteal.drawing.frequency_map import frequency_map

    with matplotlib.rc_context(canvas.settings()):
        canvas.write(frequency_map(found), out / f"{MAP}.svg", out / f"{MAP}.png")


def cell_rows(found):
    """Yield the rows of the table of cells: every cell that is painted in at least one drawing.

    Parameters
    ----------
    found : gluteal.models.drawing_frequency.Frequencies
    """
    yield "chart", "row", "column", "x_mm", "y_mm", "on_body", "drawings_that_paint", "drawings", "share"
    for chart, counts in found.counts.items():
        on, inside = raster.grid(chart), raster.inside(chart)
        for row, column in np.argwhere(counts).tolist():
            count = int(counts[row, column])
            place = f"{on.x_mm[column]:g}", f"{on.y_mm[row]:g}", "yes" if inside[row, column] else "no"
            yield chart, row, column, *place, count, found.n, f"{count / found.n:.4f}"


def region_rows(found):
    """Yield the rows of the table of named regions.

    Parameters
    ----------
    found : gluteal.models.drawing_frequency.Frequencies
    """
    yield "region", "name", "side", "drawings_that_paint", "drawings", "share"
    names = region_names()
    for (side, key), count in found.by_region.items():
        side = "either" if found.one_side else side
        yield key, names[key], side, count, found.n, f"{count / found.n:.4f}"


@dataclass(frozen=True)
class RegionLine:
    """One line of the page's table: name of a region, its counts in words, and its largest share."""

    name: str
    counts: tuple[str, ...]
    share: float


def region_lines(found):
    """Return the regions that somebody painted, most often painted first.

    Parameters
    ----------
    found : gluteal.models.drawing_frequency.Frequencies
    """
    sides = list(dict.fromkeys(side for side, _ in found.by_region))
    lines = []
    for key, name in region_names().items():
        counts = [found.by_region[side, key] for side in sides]
        said = tuple(of_all(count, found.n) for count in counts)
        lines += [RegionLine(name, said, max(counts) / found.n)] if any(counts) else []
    return sorted(lines, key=lambda line: -line.share)


def of_all(count, n):
    """Return a count in words; as a percentage only where there are enough drawings for one.

    Examples
    --------
    >>> of_all(2, 3), of_all(7, 20), of_all(0, 20), of_all(1, 300)
    ('2 of 3', '7 (35 %)', '–', '1 (under 1 %)')
    """
    if not count:
        return "–"
    if n < FEW:
        return f"{count} of {n}"
    return f"{count} ({f'{count / n * 100:.0f}' if count / n >= 0.01 else 'under 1'} %)"


def page(reading, out):
    """Return the page of the report.

    Parameters
    ----------
    reading : gluteal.publish.drawing_folder.Reading
    out : Path
        The folder in which the map already lies.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(embed.TEMPLATES), undefined=StrictUndefined, autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    picture = (out / f"{MAP}.svg").read_text(encoding="utf-8")
    return made.get_template("drawings.html.j2").render(
        reading=reading, found=reading.frequencies, lines=region_lines(reading.frequencies), few=FEW,
        listed=reading.refused[:LISTED], picture=re.sub(r"^.*?(?=<svg)", "", picture, flags=re.DOTALL),
        cell_mm=raster.CELL_MM, least=WEIGHTS.named_from_cells, files=FILES[1:],
    )  # fmt: skip


def summary(reading, out):
    """Return what the command says at its end.

    Parameters
    ----------
    reading : gluteal.publish.drawing_folder.Reading
    out : Path
    """
    n, refused = reading.tally.n, len(reading.refused)
    said = [f"Read {n} {'drawing' if n == 1 else 'drawings'}."]
    said += [f"Not read: {refused}, listed with the reason in {out / REFUSED}."] if refused else []
    said += [f"Fewer than {FEW} drawings: the map shows these people, not a group."] if n < FEW else []
    return "\n".join([*said, f"Open {out / PAGE} in a browser."])
