"""Poses: every file is one, its names are known, and no joint is beyond its limits."""

import json
from collections.abc import Iterator

from gluteal.catalogue.pose_faults import faults
from gluteal.catalogue.poses import files
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack

HOW = "mend it; data/poses/README.md shows the form"


def poses(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the files of poses; whether hands and feet touch is computed by the tests."""
    seen: dict[str, str] = {}
    for path in files(pack.data_dir):
        file = path.relative_to(pack.root).as_posix()
        try:
            given = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            yield Problem(file, getattr(error, "lineno", 1), f"the pose cannot be read: {error}", HOW)
            continue
        for sentence in faults(given, path.stem):
            yield Problem(file, 1, sentence, HOW)
        if path.stem in seen:
            yield Problem(file, 1, f"{seen[path.stem]} has the same id", "give each pose its own name")
        seen[path.stem] = file
