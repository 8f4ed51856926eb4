"""What a report over many pain drawings costs: time, drawings a second, peak memory.

Run: python bench/pain_drawings.py [--counts 1000 10000]. It writes drawings made by chance into a temporary
folder, makes the report of `gluteal drawings` over them in a fresh process for each number, and prints a
table. "Read" is the time for reading and adding up alone, "report" that and the writing; "CPU" is what the
process used in all, imports too, however busy the computer is. Only sums are kept, so that peak memory hardly
grows with the number. Not for Windows, which tells the peak in another way.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing

SHARES = {"posterior": 0.5, "lateral-right": 0.25, "lateral-left": 0.15, "anterior": 0.1}
ROW = "{:>9} {:>8} {:>7} {:>9} {:>9} {:>6} {:>8}"
MEASURED = """
import resource, sys, time
from pathlib import Path
from gluteal.publish import drawing_folder, drawing_report
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
start = time.perf_counter()
names = drawing_folder.names(folder)
found = drawing_folder.read(folder, names)
read = time.perf_counter() - start
drawing_report.write(found, out)
whole = time.perf_counter() - start
assert found.tally.n == len(names), found.refused[:3]
print("measured", read, whole, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    """Make drawings, run the report, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000], help="numbers of drawings")
    print(ROW.format("drawings", "kB each", "read s", "a second", "report s", "CPU s", "peak MB"))
    for count in options.parse_args().counts:
        with tempfile.TemporaryDirectory() as scratch:
            print(measured(Path(scratch), count))


def measured(scratch: Path, count: int) -> str:
    """Return a line of the table for so many drawings."""
    folder = scratch / "drawings"
    kilobytes = written(folder, count) / count / 1e3
    command = [sys.executable, "-c", MEASURED, str(folder), str(scratch / "report")]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent
    )
    read, whole, cpu, peak = map(float, re.search(r"measured (\S+) (\S+) (\S+) (\S+)", told.stdout).groups())
    numbers = (
        f"{kilobytes:.2f}",
        f"{read:.2f}",
        f"{count / read:.0f}",
        f"{whole:.2f}",
        f"{cpu:.2f}",
        f"{peak:.0f}",
    )
    return ROW.format(count, *numbers)


def written(folder: Path, count: int) -> int:
    """Write drawings of one to five soft spots around the hips; return their bytes."""
    folder.mkdir()
    random, total = np.random.default_rng(7), 0
    for number in range(count):
        text = json.dumps(one_drawing(random).to_json())
        total += (folder / f"drawing-{number:05}.json").write_text(text, encoding="utf-8")
    return total


def one_drawing(random: np.random.Generator) -> PainDrawing:
    """Return a drawing of some ellipses."""
    made: dict = {}
    for _ in range(random.integers(1, 6)):
        chart = random.choice(list(SHARES), p=list(SHARES.values()))
        on = raster.grid(chart)
        x, y = (
            random.normal(0, 40) - 164 * (chart == "posterior") * (random.random() < 0.3),
            random.normal(30, 140),
        )
        across, down = random.uniform(15, 50), random.uniform(15, 110)
        spot = ((on.x_mm - x) / across) ** 2 + ((on.y_mm[:, None] - y) / down) ** 2 < 1
        strength = (spot & raster.inside(chart)) * random.integers(1, 11)
        made[chart] = np.maximum(made.get(chart, 0), strength)
    return PainDrawing({chart: raster.runs(cells) for chart, cells in made.items()})


if __name__ == "__main__":
    main()
