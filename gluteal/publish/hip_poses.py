"""A table of hip poses in, lengths and moment arms out, as a stream: a million rows need the memory of a few.

Columns in: ``flexion_deg, adduction_deg, rotation_deg`` and, if wanted, ``knee_flexion_deg`` (else 0) and
``pose_id`` (else the number of the pose). Other columns are left alone. Out: one row for each pose and line.
"""

import csv
import itertools
import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np

from gluteal.catalogue.nearest import suggestion
from gluteal.models import hip
from gluteal.publish.embed import PublishError

NEEDED = hip.ANGLES[:3]
HEADER = (
    "pose_id",
    *hip.ANGLES,
    "variant",
    "line",
    "length_m",
    "ma_flexion_m",
    "ma_adduction_m",
    "ma_rotation_m",
)
FLAG = "flag"
OUTSIDE, THROUGH = "outside the usual range", "straight line through the femoral head"
# Poses held at once.
CHUNK = 1024


@dataclass
class Count:
    """How much was read and written."""

    poses: int = 0
    rows: int = 0
    outside: int = 0
    bad: int = 0


@dataclass(frozen=True)
class Pose:
    """One row that could be read: its id, its angles as they were written, and as numbers."""

    id: str
    words: tuple[str, ...]
    angles: tuple[float, ...]


class RowFault(ValueError):
    """What is wrong with one row."""


def solve(source: TextIO, target: TextIO, tell: Callable[[str], None], variant="via") -> Count:
    """Read poses, write what the model says of them.

    Parameters
    ----------
    source, target : text files
        Opened with ``newline=""``.
    tell : callable
        Called with a sentence for each row that cannot be used, as soon as it is met.
    variant : {"via", "head24"}

    Raises
    ------
    PublishError
        When the file as a whole cannot be used: no header, a column missing, not comma-separated.

    Examples
    --------
    >>> import io
    >>> out = io.StringIO()
    >>> solve(io.StringIO("flexion_deg,adduction_deg,rotation_deg\\n90,0,0\\nx,0,0\\n"), out, print).rows
    row 3: flexion_deg is 'x'; give a finite number of degrees
    13
    """
    count = Count()
    writer = csv.writer(target, lineterminator="\n")
    poses = _poses(source, tell, count)
    first = list(
        itertools.islice(poses, CHUNK)
    )  # a file that cannot be used is refused before a line is written
    writer.writerow((*HEADER, FLAG))
    for chunk in itertools.chain([first], _chunks(poses)):
        if chunk:
            _write(writer, chunk, variant, count)
    return count


@contextmanager
def opened(path: str) -> Iterator[TextIO]:
    """Open a table of poses, ``-`` being what is piped in; a file that is none of text gets a sentence."""
    if path == "-":
        import sys

        yield sys.stdin
        return
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            yield file
    except UnicodeDecodeError:
        raise PublishError(
            f"{path} is no UTF-8 text: save it as a comma-separated table (CSV, UTF-8)"
        ) from None
    except OSError as error:
        raise PublishError(f"{path} cannot be read: {error.strerror}") from None


@contextmanager
def written(path: str, force: bool) -> Iterator[TextIO]:
    """Open the file to write; it gets its name only when all is written, so that no half table is left."""
    if path == "-":
        import sys

        yield sys.stdout
        return
    target = Path(path)
    if target.exists() and not force:
        raise PublishError(
            f"{path} is already there: name another file with --out, or replace it with --force"
        )
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(target)
    except OSError as error:
        raise PublishError(f"{path} cannot be written: {error.strerror}") from None
    finally:
        part.unlink(missing_ok=True)


def summary(count: Count) -> str:
    """Say in a sentence or two what was done."""
    told = [f"Poses computed: {count.poses:,}; rows written: {count.rows:,}."]
    if count.outside:
        told.append(f"Outside the usual range of the hip, computed and flagged: {count.outside:,}.")
    if count.bad:
        told.append(f"Rows that could not be used, each named above: {count.bad:,}.")
    return " ".join(told)


def _poses(source: TextIO, tell, count: Count) -> Iterator[Pose]:
    reader = csv.reader(source, strict=True)
    header = _header(reader)
    for row in _rows(reader, tell, count):
        try:
            pose = _pose(row, header, count.poses + count.bad + 1)
        except RowFault as fault:
            _report(tell, count, reader.line_num, str(fault))
        else:
            count.poses += 1
            yield pose


def _rows(reader, tell, count: Count) -> Iterator[list[str]]:
    """The rows, going on behind one that the reader cannot take apart."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _report(tell, count, reader.line_num, f"the row cannot be read ({error})")


def _report(tell, count: Count, line: int, words: str) -> None:
    count.bad += 1
    tell(f"row {line}: {words}")


def _header(reader) -> list[str]:
    try:
        header = [name.strip() for name in next(reader)]
    except StopIteration:
        raise PublishError(
            f"the table is empty: its first row names the columns {', '.join(NEEDED)}"
        ) from None
    except csv.Error as error:
        raise PublishError(f"the first row cannot be read ({error}): save the table as CSV, UTF-8") from None
    if len(header) == 1 and header[0].count(";") >= 2:
        raise PublishError("the table uses semicolons: save it as a comma-separated table (CSV)")
    for name in NEEDED:
        if name not in header:
            near = suggestion(name, header) if any(header) else "the first row is empty"
            raise PublishError(f"the column {name} is missing from the first row ({near})")
    twice = sorted({name for name in header if name in (*hip.ANGLES, "pose_id") and header.count(name) > 1})
    if twice:
        raise PublishError(f"the column {twice[0]} is there twice: keep one")
    return header


def _pose(row: list[str], header: list[str], number: int) -> Pose:
    if len(row) != len(header):
        if not any(cell.strip() for cell in row):
            raise RowFault("the row is empty")
        raise RowFault(f"the row has {len(row)} cells, the first row has {len(header)}")
    cells = dict(zip(header, row, strict=True))
    words = tuple(cells.get(name, "0").strip() for name in hip.ANGLES)
    angles = tuple(_angle(name, text) for name, text in zip(hip.ANGLES, words, strict=True))
    return Pose(cells.get("pose_id", "").strip() or str(number), words, angles)


def _angle(name: str, text: str) -> float:
    try:
        angle = float(text.replace("_", "x"))  # Python would take 1_0 for ten
    except ValueError:
        angle = math.nan
    if math.isfinite(angle):
        return angle
    if not text:
        raise RowFault(f"{name} is empty; give a finite number of degrees")
    point = " with a point, not a comma" if "," in text else ""
    raise RowFault(f"{name} is {text!r}; give a finite number of degrees{point}")


def _chunks(poses: Iterator[Pose]) -> Iterator[list[Pose]]:
    while chunk := list(itertools.islice(poses, CHUNK)):
        yield chunk


def _write(writer, chunk: list[Pose], variant: str, count: Count) -> None:
    found = hip.solve(*np.array([pose.angles for pose in chunk]).T, variant=variant)
    through = found.clearance_m < hip.radius_m("head24")
    for row, pose in enumerate(chunk):
        outside = not found.usual[row]
        count.outside += outside
        start = (pose.id, *pose.words, variant)
        writer.writerows(_lines(start, found, row, outside, through[row]))
    count.rows += len(chunk) * len(found.lines)


def _lines(start, found, row: int, outside: bool, through) -> Iterator[tuple]:
    arms = found.moment_arm_m[row].tolist()
    for column, (line, length) in enumerate(zip(found.lines, found.length_m[row].tolist(), strict=True)):
        flags = [OUTSIDE] * outside + [THROUGH] * bool(through[column])
        values = (f"{length:.8f}", *(f"{arm:.7f}" for arm in arms[column]))
        yield (*start, line, *values, "; ".join(flags))
