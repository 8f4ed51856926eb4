"""Guide points and joints of the figure that stands on one leg, as ``data/stance/figure.json`` has them."""

import json
from functools import cache
from typing import Any

from gluteal import paths


@cache
def stance_figure() -> dict[str, Any]:
    """Return the guide points, mm: joints, lengths, upper body, arm.

    Examples
    --------
    >>> stance_figure()["joints"]["hip"]
    [0, 0]
    """
    return json.loads((paths.data_dir() / "stance" / "figure.json").read_text(encoding="utf-8"))
