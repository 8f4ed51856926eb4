"""The written cases of lesson 08, ``data/cases/<id>.json``: who, what was asked and found, what to decide."""

import json
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gluteal import paths
from gluteal.catalogue.nearest import suggestion

FOLDER = "cases"


def case_files(folder: Path) -> list[Path]:
    """Return the files of the cases in a folder, by name."""
    return sorted(folder.glob("*.json"), key=lambda path: path.name) if folder.is_dir() else []


@cache
def written_cases() -> MappingProxyType:
    """Return the written cases by id, in the order of their names; a case is plain data.

    Examples
    --------
    >>> written_cases()["cellist"]["title"]
    'Cellist, 29'
    """
    files = [path for path in case_files(paths.data_dir() / FOLDER) if path.stem != "schema"]
    return MappingProxyType({path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files})


def written_case(key: str) -> dict[str, Any]:
    """Return one written case.

    Raises
    ------
    ValueError
        When there is none of this name; the message names those that exist.

    Examples
    --------
    >>> written_case("teacher")["person"]["age_years"]
    53
    """
    if key not in written_cases():
        raise ValueError(f"there is no case {key!r}; {suggestion(key, written_cases())}")
    return written_cases()[key]
