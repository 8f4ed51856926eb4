"""Structures of the tables and structures of the plates: each must know the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack


@dataclass(frozen=True, slots=True)
class Drawn:
    """A structure as a plate draws it."""

    file: str
    line: int
    id: str
    kind: str
    layer: str
    of: str = ""
    region: str = "buttock"

    @property
    def named_as(self) -> str:
        """The id by which it is named: that of the whole, for a part."""
        return self.of or self.id


def plates_and_structures(pack: Pack) -> Iterator[Problem]:
    """Yield structures without a plate element, and elements without a structure."""
    drawn, problems = read_plates(pack.data_dir / "plates")
    yield from problems
    if not drawn or pack.keys("structures") is None:
        return
    yield from _undrawn(pack, {one.named_as for one in drawn})
    rows = {row.values.get("id"): row.values for _, row in pack.rows("structures")}
    for one in drawn:
        yield from _unknown(one, rows)


def read_plates(folder: Path) -> tuple[list[Drawn], list[Problem]]:
    """Return the structures of all plates in ``folder``, and the plates that cannot be read."""
    drawn, problems = [], []
    for path in sorted(folder.glob("*.svg")):
        file = f"data/plates/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
            drawn += _structures(file, text)
        except ElementTree.ParseError as error:
            problem = Problem(file, error.position[0], f"no valid SVG: {error}", "mend it there")
            problems.append(problem)
        except UnicodeDecodeError:
            problems.append(Problem(file, 1, "the plate is not UTF-8", "save it as UTF-8"))
    return drawn, problems


def structures_by_view(pack: Pack) -> dict[str, dict[str, str]]:
    """Return view to the structures that its plate draws, with the layer of each."""
    views: dict[str, dict[str, str]] = {}
    for one in read_plates(pack.data_dir / "plates")[0]:
        views.setdefault(Path(one.file).stem, {})[one.id] = one.layer
    return views


def _structures(file: str, text: str) -> list[Drawn]:
    found, root = [], ElementTree.fromstring(text)
    region = root.get("data-region", "buttock")
    for layer in root.iter():
        for element in layer if layer.get("data-layer") else ():
            if "structure" in (element.get("class") or "").split():
                id_ = element.get("id", "")
                line = text.count("\n", 0, _position(text, id_)) + 1
                kind, of = element.get("data-kind", ""), element.get("data-of", "")
                found.append(Drawn(file, line, id_, kind, layer.get("data-layer"), of, region))
    return found


def _position(text: str, id_: str) -> int:
    match = re.search(rf"""\bid=["']{re.escape(id_)}["']""", text)
    return match.start() if match else 0


def _undrawn(pack: Pack, ids: set[str]) -> Iterator[Problem]:
    for table, row in pack.rows("structures"):
        id_ = row.values.get("id")
        if id_ and id_ not in ids:
            remedy = "draw an element with this id in data/plates, or delete the row"
            yield table.problem(row, f"no plate draws {id_!r}", remedy)
        if row.values.get("kind") == "muscle" and id_ and id_ not in (pack.keys("muscles") or {id_}):
            yield table.problem(row, f"the muscle {id_!r} is not in muscles.csv", "add it there")


def _unknown(one: Drawn, rows: dict) -> Iterator[Problem]:
    values = rows.get(one.named_as)
    if values is None:
        remedy = f"add it to data/structures.csv; {suggestion(one.named_as, sorted(filter(None, rows)))}"
        yield Problem(one.file, one.line, f"the plate draws the unknown structure {one.named_as!r}", remedy)
        return
    told = [("kind", one.kind), ("layer", one.layer)] if one.region == "buttock" else [("kind", one.kind)]
    for name, drawn in told if not one.of else ():
        if values.get(name) not in (None, drawn):
            problem = f"{one.id} has {name} {drawn!r} here and {values[name]!r} in data/structures.csv"
            yield Problem(one.file, one.line, problem, "make them agree")
