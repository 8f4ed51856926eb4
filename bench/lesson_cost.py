"""What the lessons cost: seconds to begin, memory of the kernel, size of the files and of the environment.

Run it with ``make bench``. It prints a table; it changes nothing.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel

from gluteal import paths, trusting

REPEATS = 5
BEGIN = "from gluteal import lesson; lesson.begin('01')"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["GLUTEAL_WORK"] = scratch
        rows = [
            ("computer", f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores")
        ]
        rows += [catalogue_row(), *plate_rows(), begin_row(), bare_row()]
        rows += [row for path in trusting.lesson_files() for row in lesson_rows(path)]
    rows += [("environment", f"{megabytes(folder_bytes(Path(sys.prefix))):.0f} MB")]
    rows += [(path.name, f"{megabytes(path.stat().st_size):.2f} MB") for path in trusting.lesson_files()]
    width = max(len(name) for name, _ in rows)
    print("\n".join(f"{name:<{width}}  {value}" for name, value in rows))


def catalogue_row() -> tuple[str, str]:
    """Seconds to read every table, in a process of its own as in a lesson; the best of a few."""
    code = (
        "import timeit; from gluteal import paths; from gluteal.catalogue.catalogue import Catalogue; "
        f"print(min(timeit.repeat(lambda: Catalogue(paths.root()), number=1, repeat={REPEATS})))"
    )
    seconds = float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
    return "read the catalogue", f"{seconds:.3f} s"


def plate_rows() -> list[tuple[str, str]]:
    """Seconds of the processor to draw each plate for the browser, nothing kept from before."""
    from gluteal.drawing.svg import plate_svg
    from gluteal.plates import views
    from gluteal.svg_path import flatten

    rows = []
    for view in views():
        plate_svg.cache_clear()
        flatten.cache_clear()
        begun = time.process_time()
        plate_svg(view, prefix="speed")
        rows.append((f"draw the {view} plate", f"{time.process_time() - begun:.2f} s"))
    return rows


def begin_row() -> tuple[str, str]:
    """Time Python from start to a begun lesson, in fresh processes."""
    times = [
        seconds(lambda: subprocess.run([sys.executable, "-c", BEGIN], check=True, stdout=subprocess.DEVNULL))
    ]
    times += [
        seconds(lambda: subprocess.run([sys.executable, "-c", BEGIN], check=True, stdout=subprocess.DEVNULL))
        for _ in range(REPEATS)
    ]
    return (
        "begin a lesson, new process",
        f"{statistics.median(times[1:]):.2f} s (first time {times[0]:.2f} s)",
    )


def seconds(action) -> float:
    """Return how long a call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def bare_row() -> tuple[str, str]:
    """Measure a kernel that has done nothing."""
    return "kernel, nothing run", f"{megabytes(after([])):.0f} MB"


def lesson_rows(path: Path) -> list[tuple[str, str]]:
    """Measure a kernel after every cell of a lesson was run."""
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    started = time.perf_counter()
    memory = after(cells)
    took = time.perf_counter() - started
    return [
        (
            f"kernel after {path.name}",
            f"{megabytes(memory):.0f} MB; start and {len(cells)} cells {took:.1f} s",
        )
    ]


def after(cells: list[str]) -> int:
    """Return the resident memory of a kernel after it has run some cells, in bytes."""
    manager, client = start_new_kernel(
        kernel_name="python3", cwd=str(paths.notebooks_dir()), stderr=subprocess.DEVNULL
    )
    try:
        for cell in cells:
            reply = client.execute_interactive(cell, timeout=120, output_hook=lambda message: None)
            if reply["content"]["status"] != "ok":
                raise SystemExit(f"A cell failed: {cell}\n{reply['content'].get('evalue')}")
        return psutil.Process(manager.provisioner.pid).memory_info().rss
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def folder_bytes(folder: Path) -> int:
    """Return the size of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def megabytes(size: int) -> float:
    """Return bytes as MB (10⁶)."""
    return size / 1e6


if __name__ == "__main__":
    main()
