"""Pain drawings of the invented people in the lessons' cases, as they are saved in ``data/drawings``."""

import json
from functools import cache
from typing import Any

from gluteal import paths
from gluteal.catalogue.nearest import suggestion


def case_drawing(key: str) -> dict[str, Any]:
    """Return the drawing of a case, as plain data for `gluteal.widgets.PainDrawing`.

    Parameters
    ----------
    key : str
        Name of its file without ending.

    Raises
    ------
    ValueError
        When there is none of this name; the message names those that exist.

    Examples
    --------
    >>> case_drawing("bus-driver")["label"]
    'Bus driver, 51, right side: eight weeks'
    """
    if key not in case_drawings():
        raise ValueError(f"there is no case drawing {key!r}; {suggestion(key, case_drawings())}")
    path = paths.data_dir() / "drawings" / f"{key}.json"
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def case_drawings() -> tuple[str, ...]:
    """Return the names of all drawings of cases.

    Examples
    --------
    >>> "bus-driver" in case_drawings()
    True
    """
    return tuple(sorted(path.stem for path in (paths.data_dir() / "drawings").glob("*.json")))
