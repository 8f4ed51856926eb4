"""Names: whatever a plate names has a row, every row is drawn, and the tables of other languages fit."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from gluteal.catalogue.names import FOLDER, LATIN, phrase_id, read_names
from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack

_DRAWN = re.compile(r"""\b(data-landmark|data-name)=["']([^"']*)["']""")
_PART = re.compile(r"""\bdata-part=["']([^"']*)["']""")


def landmarks(pack: Pack) -> Iterator[Problem]:
    """Yield landmarks and features that are drawn and have no name, and names that are never drawn."""
    known, structures = pack.keys("landmarks"), pack.keys("structures")
    drawn = list(_drawn(pack.data_dir / "plates"))
    if known is None or structures is None or not drawn:
        return
    for file, line, what, key in drawn:
        if key not in known and key not in structures:
            remedy = f"add it to data/landmarks.csv; {suggestion(key, sorted(known))}"
            yield Problem(file, line, f"{what} {key!r} has no name", remedy)
    ids = {key for *_, key in drawn}
    for table, row in pack.rows("landmarks"):
        key = row.values.get("id")
        if key and key not in ids:
            yield table.problem(row, f"no plate draws {key!r}", "draw it in data/plates, or delete the row")


def languages(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the tables of names in other languages."""
    english = _english(pack)
    for path in _tables(pack) if english else ():
        rows, problems = read_names(path, english)
        yield from problems
        for number, key, _ in rows:
            if key not in english:
                remedy = f"delete the row; {suggestion(key, english)}"
                yield Problem(_file(path), number, f"nothing that is drawn has the id {key!r}", remedy)


def missing(pack: Pack) -> Iterator[str]:
    """Yield one line for each language that lacks names: which ones stay English."""
    english = _english(pack)
    for path in _tables(pack) if english else ():
        have = {key for _, key, _ in read_names(path, english)[0]}
        if path.stem == LATIN:
            have |= {key for name in ("structures", "landmarks") for key in pack.keys(name) or ()}
        left = [key for key in english if key not in have]
        if left:
            count = f"{len(left)} of {len(english)} names stay English"
            yield f"{_file(path)}: {count}: {', '.join(left)}"


def _tables(pack: Pack) -> list[Path]:
    return sorted((pack.data_dir / FOLDER).glob("*.csv"))


def _file(path: Path) -> str:
    return f"data/{FOLDER}/{path.name}"


def _english(pack: Pack) -> dict[str, str]:
    """Id to English words of everything that can be translated; nothing when a table cannot be read."""
    tables = {"structures": "name", "landmarks": "name", "figure_words": "name", "figures": "title"}
    if any(pack.keys(table) is None for table in tables):
        return {}
    rows = [(row.values, column) for table, column in tables.items() for _, row in pack.rows(table)]
    names = {one.get("id") or one.get("name"): one.get(column) for one, column in rows}
    parts = {part for _, text in _plates(pack.data_dir / "plates") for part in _PART.findall(text)}
    return {key: name for key, name in names.items() if key and name} | {
        phrase_id(part): part for part in sorted(parts)
    }


def _drawn(folder: Path) -> Iterator[tuple[str, int, str, str]]:
    """Yield file, line, kind of thing and id of whatever the plates and overlays in ``folder`` name."""
    for path, text in _plates(folder):
        file = f"data/plates/{path.relative_to(folder).as_posix()}"
        for found in _DRAWN.finditer(text):
            what = "the landmark" if found[1] == "data-landmark" else "the feature"
            yield file, text.count("\n", 0, found.start()) + 1, what, found[2]


def _plates(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield path and text of each drawing that can be read; `check.plates` tells about the others."""
    for path in sorted(folder.rglob("*.svg")):
        text = path.read_bytes().decode("utf-8", "replace")
        try:
            ElementTree.fromstring(text)
        except ElementTree.ParseError:
            continue
        yield path, text
