"""Poses: every file is one, its names are known, and no joint is beyond its limits."""

import json
from collections.abc import Iterator

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.pose_faults import faults
from gluteal.catalogue.poses import files
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack

FOLDER = "data/poses/exercises"
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


def exercises(pack: Pack) -> Iterator[Problem]:
    """Yield drawn exercises whose pose or error is none, and angles between limits that are none."""
    known = tuple(path.stem for path in files(pack.data_dir))
    errors = {row.values.get("id"): row.values.get("common_errors") for _, row in pack.rows("exercises")}
    for table, row in pack.rows("exercise_poses"):
        key = row.values.get("id")
        for phase in ("start", "end", "error"):
            if key and f"{key}-{phase}" not in known:
                yield table.problem(row, f"there is no pose {key}-{phase}", f"add it to {FOLDER}")
        named, error = errors.get(key), row.values.get("common_error")
        if named and error and error not in named:
            yield table.problem(
                row, f"the exercise does not name the error {error!r}", suggestion(error, named)
            )
    for table, row in pack.rows("exercise_angles"):
        low, high = row.values.get("low_deg"), row.values.get("high_deg")
        if low is None and high is None:
            yield table.problem(row, "the angle has no number", "fill low_deg, high_deg or both")
        elif None not in (low, high) and low > high:
            yield table.problem(row, f"{low:g}° is more than {high:g}°", "swap low_deg and high_deg")
