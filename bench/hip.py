"""How exact and how quick the computed hip is: against the engine's reference cases, and poses a second.

Run with ``.venv/bin/python bench/hip.py``.
"""

import csv
import time
import tracemalloc
from pathlib import Path

import numpy as np

from gluteal.models import hip
from gluteal.models.hip_table import hip_table

TESTS = Path(__file__).resolve().parent.parent / "tests/models"
EVERY = hip.LINES + hip.OPTIONAL_LINES
POSES = 100_000


def deviations(variant: str) -> tuple[np.ndarray, np.ndarray]:
    """Return how far length (mm) and moment arms (mm) are from the reference cases."""
    rows = []
    for name in ("hip_cases.csv", "hip_cases_knee.csv"):
        rows += [
            row for row in csv.DictReader((TESTS / name).open(encoding="utf-8")) if row["variant"] == variant
        ]
    found = hip.solve(
        *([float(row[name]) for row in rows] for name in hip.ANGLES), variant=variant, lines=EVERY
    )
    own, each = [EVERY.index(row["line"]) for row in rows], np.arange(len(rows))
    length = found.length_m[each, own] - [float(row["length_m"]) for row in rows]
    names = ("ma_flexion_m", "ma_adduction_m", "ma_rotation_m")
    arms = found.moment_arm_m[each, own] - [[float(row[name]) for name in names] for row in rows]
    return np.abs(length) * 1000, np.abs(arms) * 1000


def random_poses(number: int) -> np.ndarray:
    """Poses of the slider box, shape (number, 4)."""
    return np.random.default_rng(1).uniform([-20, -40, -45, 0], [110, 25, 45, 120], (number, 4))


def main() -> None:
    """Print the numbers."""
    poses, table = random_poses(POSES), hip_table()
    for variant in hip.VARIANTS:
        length, arms = deviations(variant)
        print(f"{variant}: {len(length)} reference rows, deviation median / largest, mm:")
        print(f"  length {np.median(length):.1e} / {length.max():.1e}; ", end="")
        print(f"moment arm {np.median(arms):.1e} / {arms.max():.1e}")
        start = time.perf_counter()
        model = hip.solve(*poses.T, variant=variant)
        seconds = time.perf_counter() - start
        print(f"  {POSES / seconds:,.0f} poses a second, {len(hip.LINES)} lines each")
        looked_up = table.interpolate(poses, variant)
        for name in ("length_m", "moment_arm_m", "clearance_m"):
            error = np.abs(getattr(model, name) - getattr(looked_up, name)) * 1000
            print(f"  page, {name[:-2]}: median {np.median(error):.5f}, largest {error.max():.4f} mm")
    tracemalloc.start()
    hip.solve(*poses.T)
    print(f"memory at most {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB for {POSES:,} poses")


if __name__ == "__main__":
    main()
