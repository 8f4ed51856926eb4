"""What a report over a class's progress files costs: time, files a second, peak memory.

Run: python bench/class_results.py [--counts 500 5000]. It writes files of invented learners, each with about
130 answers, and makes the report of `gluteal results` over them in a fresh process for each number. "Read" is
reading alone, "report" that and everything else, figures included. The aim is 5,000 files within 20 s. Not
for Windows, which tells the peak in another way.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.samples.a_class import hand_in

ROW = "{:>7} {:>8} {:>8} {:>9} {:>9} {:>7} {:>8}"
MEASURED = """
import resource, sys, time
from pathlib import Path
from gluteal.publish import results_folder, results_report
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
start = time.perf_counter()
found = results_folder.read(folder, results_folder.names(folder))
read = time.perf_counter() - start
results_report.write(found, out)
whole = time.perf_counter() - start
assert not found.refused, found.refused[:3]
print("measured", read, whole, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    """Write files, run the report, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--counts", type=int, nargs="+", default=[500, 5000], help="numbers of files")
    print(ROW.format("files", "kB each", "read s", "a second", "report s", "CPU s", "peak MB"))
    for count in options.parse_args().counts:
        with tempfile.TemporaryDirectory() as scratch:
            print(measured(Path(scratch), count), flush=True)


def measured(scratch: Path, count: int) -> str:
    """Return a line of the table for so many files."""
    folder = hand_in(scratch / "class", count)
    size = sum(path.stat().st_size for path in folder.rglob("*.json")) / count / 1e3
    command = [sys.executable, "-c", MEASURED, str(folder), str(scratch / "report")]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent
    )
    read, whole, cpu, peak = map(float, re.search(r"measured (\S+) (\S+) (\S+) (\S+)", told.stdout).groups())
    numbers = f"{size:.1f}", f"{read:.1f}", f"{count / read:.0f}", f"{whole:.1f}", f"{cpu:.1f}", f"{peak:.0f}"
    return ROW.format(count, *numbers)


if __name__ == "__main__":
    main()
