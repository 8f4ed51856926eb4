"""How many students a server holds: a JupyterHub on this computer, simulated students who run a lesson.

Run: python bench/hub_students.py [--students 1 2 4 8] [--lesson 03]. It needs, beside the lessons' own
environment, ``pip install jupyterhub nbgitpuller`` and ``npm install configurable-http-proxy`` (on the PATH,
or named by ``--proxy``). The hub listens on the loopback address only and is configured by the recipe for The
Littlest JupyterHub in ``deploy``. Every student logs in, pulls the lessons with nbgitpuller, opens
JupyterLab, runs every cell and saves. Memory is the proportional set size (PSS) of the student's processes:
shared pages are counted once, divided among those who share them; ``unique_mb`` (USS) is what would come free
if one left. What the notebook for instructors quotes is kept in ``bench/results``: ``hub_students.csv`` was
written by ``--csv``, ``hub_lessons.csv`` has one run of two students for each ``--lesson``.
"""

import argparse
import csv
import datetime
import importlib.util
import os
import platform
import shutil
import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

COLUMNS = (
    "students", "server_mb", "open_mb", "peak_mb", "unique_mb", "hub_mb", "total_mb",
    "start_cpu_s", "lesson_cpu_s", "login_s", "pull_s", "run_s", "all_done_s", "disk_mb",
)  # fmt: skip


def main() -> int:
    """Measure each number of students in a hub of its own; print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--students", type=int, nargs="+", default=[1, 2, 4, 8])
    options.add_argument("--lesson", default="03")
    options.add_argument("--proxy", default=shutil.which("configurable-http-proxy"))
    options.add_argument("--csv", type=Path, help="also write the table here")
    chosen = options.parse_args()
    missing = lacking(chosen.proxy)
    if missing:
        print(f"Not measured: {missing}")
        return 0
    print(computer())
    print(line(dict(zip(COLUMNS, COLUMNS, strict=True))), flush=True)
    rows = []
    for number in chosen.students:
        rows.append(measured(number, chosen))
        print(line(rows[-1]), flush=True)
    print(extrapolated(rows))
    if chosen.csv:
        write(rows, chosen.csv)
    return 0


def lacking(proxy: str | None) -> str:
    """Return a sentence that names what is not installed, or nothing."""
    names = [name for name in ("jupyterhub", "nbgitpuller") if importlib.util.find_spec(name) is None]
    if names:
        return f"this environment lacks {' and '.join(names)}. Type: pip install {' '.join(names)}"
    if not proxy:
        return "there is no configurable-http-proxy. Type: npm install configurable-http-proxy; see --proxy"
    return ""


def computer() -> str:
    """Say when and on what this is measured."""
    from importlib.metadata import version

    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    packages = ", ".join(f"{name} {version(name)}" for name in ("jupyterhub", "jupyterlab", "ipykernel"))
    return (
        f"{datetime.date.today()}: {platform.system()}, {os.cpu_count()} cores, {memory:.0f} GB; "
        f"Python {platform.python_version()}, {packages}"
    )


def measured(number: int, chosen) -> dict:
    """Start a hub, let ``number`` students work at the same time, and return a row of the table."""
    from bench.parts.hub import Hub
    from bench.parts.student import Student

    with tempfile.TemporaryDirectory(prefix="hub-") as scratch, Hub(Path(scratch), chosen.proxy) as hub:
        students = [Student(hub, f"student{place:02d}", chosen.lesson) for place in range(1, number + 1)]
        with ThreadPoolExecutor(number) as pool:
            list(pool.map(Student.arrive, students))
            servers = hub.memory()
            with hub.watch() as peak:
                list(pool.map(Student.work, students))
            opened = hub.memory()
        return row(hub, students, servers, opened, peak)


def row(hub, students, servers, opened, peak) -> dict:
    """Put what was measured together: means over the students, sums where the name says so."""

    def mean(values) -> float:
        return statistics.fmean(values)

    return {
        "students": len(students),
        "server_mb": mean(each.pss_mb for each in servers.values()),
        "open_mb": mean(each.pss_mb for each in opened.values()),
        "peak_mb": mean(peak.pss_mb.values()),
        "unique_mb": mean(each.uss_mb for each in opened.values()),
        "hub_mb": hub.own_mb(),
        "total_mb": hub.own_mb() + peak.together_mb,
        "start_cpu_s": mean(each.cpu_s for each in servers.values()),
        "lesson_cpu_s": mean(opened[one.name].cpu_s - servers[one.name].cpu_s for one in students),
        "login_s": mean(one.seconds["login"] for one in students),
        "pull_s": mean(one.seconds["pull"] for one in students),
        "run_s": mean(one.seconds["run"] for one in students),
        "all_done_s": max(one.seconds["work"] for one in students),
        "disk_mb": mean(hub.disk_mb(one.name) for one in students),
    }


def extrapolated(rows: list[dict]) -> str:
    """Fit a line through the totals and say how many students it would let into larger servers."""
    if len(rows) < 2:
        return "One number of students gives no line: nothing is extrapolated."
    slope, intercept = statistics.linear_regression(
        [one["students"] for one in rows], [one["total_mb"] for one in rows]
    )
    held = ", ".join(f"{size} GB: {students_in(size, slope, intercept)}" for size in (4, 8, 16, 32, 64))
    return (
        f"memory at the peak = {intercept:.0f} MB + {slope:.0f} MB a student (a line through the totals). "
        f"Extrapolated, not measured; a quarter of the memory kept free: {held} students"
    )


def students_in(size_gb: float, slope_mb: float, intercept_mb: float, free: float = 0.25) -> int:
    """Return how many students the line lets into a server."""
    return max(0, int((size_gb * 1000 * (1 - free) - intercept_mb) // slope_mb))


def line(one: dict) -> str:
    """Return a row as text."""
    return "  ".join(
        f"{value:>12}" if isinstance(value, str | int) else f"{value:>12.1f}" for value in one.values()
    )


def write(rows: list[dict], file: Path) -> None:
    """Write the table."""
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows({key: round(value, 1) for key, value in one.items()} for one in rows)


if __name__ == "__main__":
    sys.exit(main())
