"""Referral zones: every trigger point is drawn, every polygon is one, every point lies in its muscle."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.catalogue.referral import FOLDER, KINDS
from gluteal.catalogue.regions import VIEWS
from gluteal.check.pack import Pack

# File of zones → the table whose rows it draws, and what one row is called in a sentence.
FILES = {"zones.json": ("trigger_points", "trigger point"), "mimics.json": ("referral_mimics", "other cause")}
HOW = "data/referral/README.md shows the form"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file of zones something stands, in the words of a sentence, and the text to find it in."""

    file: str
    text: str
    id: str
    view: str = ""
    part: str = ""

    def problem(self, problem: str, remedy: str) -> Problem:
        """Return a problem of this place; its row is the line in the file."""
        words = ", ".join(word for word in (f"{self.id!r}", self.view, self.part) if word)
        return Problem(self.file, self._line(), f"{words}: {problem}", remedy)

    def _line(self) -> int:
        start = max(self.text.find(f'"{self.id}"'), 0)
        if self.view:
            start = max(self.text.find(f'"{self.view}"', start), start)
        return self.text.count("\n", 0, start) + 1


def zones(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the drawn zones and of the places of the trigger points."""
    for name, (table, kind) in FILES.items():
        known = pack.keys(table)
        if known is not None:
            yield from _file(pack, name, table, kind)


def _file(pack: Pack, name: str, table: str, kind: str) -> Iterator[Problem]:
    file, path = f"data/{FOLDER}/{name}", pack.data_dir / FOLDER / name
    try:
        text = path.read_text(encoding="utf-8")
        drawn = json.loads(text)
    except (OSError, ValueError) as error:
        line = getattr(error, "lineno", 1)
        yield Problem(file, line, f"the zones cannot be read: {error}", "mend or restore the file")
        return
    if not isinstance(drawn, dict):
        yield Problem(file, 1, "the file is no object of ids", HOW)
        return
    yield from _undrawn(pack, file, table, drawn)
    known = sorted(pack.keys(table) or ())
    for key, entry in drawn.items():
        place = Place(file, text, key)
        if key not in known:
            yield place.problem(
                f"there is no {kind} with this id", f"{suggestion(key, known)} See data/{table}.csv"
            )
        elif not isinstance(entry, dict):
            yield place.problem("the entry is no object of views", HOW)
        else:
            yield from _entry(pack, place, entry)


def _undrawn(pack: Pack, file: str, table: str, drawn: dict) -> Iterator[Problem]:
    for checked, row in pack.rows(table):
        key = row.values.get("id")
        if key and not _draws(drawn.get(key), "essential"):
            remedy = f"draw its zones in {file}, or delete the row"
            yield checked.problem(row, f"no essential zone is drawn for {key!r}", remedy)
        elif key and row.values.get("spillover_zone") == "" and _draws(drawn[key], "spillover"):
            remedy = f"describe it in spillover_zone, or delete it in {file}"
            yield checked.problem(row, f"a spillover zone is drawn for {key!r} and not described", remedy)


def _draws(entry: object, kind: str) -> bool:
    views = entry.values() if isinstance(entry, dict) else ()
    zones = [zone for view in views if isinstance(view, list) for zone in view if isinstance(zone, dict)]
    return any(zone.get("kind") == kind for zone in zones)


def _entry(pack: Pack, place: Place, entry: dict) -> Iterator[Problem]:
    for view, found in entry.items():
        here = replace(place, view=view)
        if view == "point":
            yield from _points(pack, here, found)
        elif view not in VIEWS:
            yield here.problem("there is no such view", suggestion(view, (*VIEWS, "point")))
        elif not isinstance(found, list) or not all(isinstance(zone, dict) for zone in found):
            yield here.problem("the zones of a view are no list of objects", HOW)
        else:
            for number, zone in enumerate(found, 1):
                yield from _zone(pack, replace(here, part=f"zone {number}"), zone)


def _zone(pack: Pack, place: Place, zone: dict) -> Iterator[Problem]:
    grades = sorted(pack.keys("grades") or ())
    for field, valid in (("kind", KINDS), ("grade", grades)):
        value = zone.get(field)
        if valid and value not in valid:
            yield place.problem(f"the {field} {value!r} is unknown", suggestion(str(value), valid))
    corners = zone.get("polygon")
    if not isinstance(corners, list) or len(corners) < 3 or not all(map(_is_place, corners)):
        yield place.problem("the polygon is no list of at least three [x, y] in mm", HOW)
        return
    yield from _shape(pack, place, [tuple(corner) for corner in corners])


def _shape(pack: Pack, place: Place, corners: list[tuple[float, float]]) -> Iterator[Problem]:
    from gluteal.check.polygons import crossing, inside  # numpy: only when zones are checked

    crossed = crossing(corners)
    if crossed:
        where = "({:g}, {:g})".format(*crossed)
        yield place.problem(
            f"the polygon crosses itself near {where}", "put its corners in order round the zone"
        )
    outline = _outlines(pack.data_dir / "plates" / f"body-{place.view}.svg", ("body",))
    kept = inside(corners, outline[0]) if outline else [True] * len(corners)
    for corner in [corner for corner, within in zip(corners, kept, strict=True) if not within][:1]:
        where = "({:g}, {:g})".format(*corner)
        yield place.problem(
            f"the corner {where} lies outside the body", "move it inside the outline of the chart"
        )


def _points(pack: Pack, place: Place, points: object) -> Iterator[Problem]:
    if not isinstance(points, dict) or not all(map(_is_place, points.values())):
        yield place.problem("the places are no object of view and [x, y]", HOW)
        return
    for view, point in points.items():
        here = replace(place, part=view)
        if view not in VIEWS:
            yield here.problem("there is no such view", suggestion(view, VIEWS))
        elif not _lies_in(pack, place.id, view, point):
            where = "({:g}, {:g})".format(*point)
            remedy = f"move it inside the outline of the muscle in data/plates/{view}.svg"
            yield here.problem(f"the point {where} lies outside its muscle", remedy)


def _lies_in(pack: Pack, key: str, view: str, point: list) -> bool:
    """Whether a point lies in one of its muscles, as far as the plate of the view shows them."""
    from gluteal.check.polygons import inside

    row = next((row.values for _, row in pack.rows("trigger_points") if row.values.get("id") == key), {})
    muscles = tuple(filter(None, (row.get("muscle_id"), *row.get("other_muscle_ids", ()))))
    plate = pack.data_dir / "plates" / f"{view}.svg"
    outlines = _outlines(plate, muscles) if _shows(plate, point) else []
    return not outlines or any(inside([point], outline)[0] for outline in outlines)


def _is_place(value: object) -> bool:
    numbers = value if isinstance(value, list) and len(value) == 2 else [None]
    return all(type(one) in (int, float) and math.isfinite(one) for one in numbers)


def _shows(plate: Path, point: list) -> bool:
    left, top, width, height = _read(plate, _stamp(plate))[0]
    return left <= point[0] <= left + width and top <= point[1] <= top + height


def _outlines(plate: Path, ids: tuple[str, ...]) -> list:
    paths = _read(plate, _stamp(plate))[1]
    return [paths[key] for key in ids if key in paths]


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@cache
def _read(plate: Path, stamp: int) -> tuple[tuple[float, ...], dict]:
    """View box and outlines by id of a plate; nothing when it cannot be read, which another check tells."""
    from gluteal.svg_path import PathError, flatten

    try:
        root = ElementTree.fromstring(plate.read_text(encoding="utf-8"))
        box = tuple(float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
        drawn = [one for one in root.iter() if "structure" in (one.get("class") or "").split()]
        kept = {"muscle", "skin"}
        paths = {one.get("id"): flatten(one.get("d"))[0] for one in drawn if one.get("data-kind") in kept}
        return (box if len(box) == 4 else (0.0,) * 4), paths
    except (OSError, ValueError, ElementTree.ParseError, PathError):
        return (0.0,) * 4, {}
