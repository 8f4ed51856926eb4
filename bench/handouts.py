"""How quickly handouts are made: papermill in a plain loop and `gluteal handouts`, side by side in one run.

Run: python bench/handouts.py [--plain 6] [--students 60] [--kind case lesson]. The plain loop calls
`papermill.execute_notebook` with papermill's own engine for each student, one after the other, and makes no
page and no key. The command does all that it does for an instructor, without PDF: notebook, page, record,
key. Both take the same template and give the same notebooks, which is checked. The two take turns, so that a
busy computer slows both. "First" is the time until the first handout is there: starting the warm processes.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import contextmanager, nullcontext
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import papermill

from gluteal import paths
from gluteal.publish import handout_notebook, handout_order, handout_pool, handouts
from gluteal.publish.roster import Student
from gluteal.publish.stable import stable_text

ROW = "{:>8} {:>9} {:>11} {:>11} {:>9} {:>9} {:>8}"
NEEDED = 5.0
TURNS = 3


def main() -> None:
    """Measure, print, and fail where it is less than five times as quick."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plain", type=int, default=6, help="students of the plain loop")
    options.add_argument("--students", type=int, default=60, help="students of the command")
    options.add_argument("--kind", nargs="+", default=["case", "lesson"], choices=["case", "lesson"])
    chosen = options.parse_args()
    print(f"{os.cpu_count()} processors, {handout_pool.processors()} of them for this process")
    print(ROW.format("kind", "students", "plain ms", "handout ms", "first s", "times", "same"))
    ratios = [measured(kind, chosen.plain, chosen.students) for kind in chosen.kind]
    if min(ratios) < NEEDED:
        sys.exit(f"Less than {NEEDED:g} times as quick as a plain loop.")


def measured(kind: str, plain: int, students: int) -> float:
    """Print a line of the table and return how many times as quick the command is."""
    made = [Student(f"s{number:04}", f"Student {number}") for number in range(students)]
    order = handout_order.order("03" if kind == "lesson" else None, 7 if kind == "case" else None, pdf=False)
    loops, runs, firsts, same = [], [], [], True
    for turn in range(TURNS):
        with tempfile.TemporaryDirectory() as scratch:
            first, whole = commanded(order, made, Path(scratch))
            seconds, agree = looped(kind, order, made[turn * plain : (turn + 1) * plain], Path(scratch))
        loops, runs, firsts = [*loops, seconds / plain], [*runs, whole / students], [*firsts, first]
        same = same and agree
    slow, quick = sorted(loops)[TURNS // 2], sorted(runs)[TURNS // 2]
    numbers = f"{slow * 1e3:.0f}", f"{quick * 1e3:.0f}", f"{min(firsts):.1f}", f"{slow / quick:.1f}"
    print(ROW.format(kind, students, *numbers, "yes" if same else "NO"), flush=True)
    return slow / quick if same else 0.0


def looped(kind: str, order, students, scratch: Path) -> tuple[float, bool]:
    """Run papermill's own engine one student after the other; seconds, and whether it gave the same."""
    path = paths.notebooks_dir() / "instructor" / f"handout_{kind}.ipynb"
    begun, found = time.perf_counter(), []
    for student in students:
        out = scratch / f"plain-{student.stem}.ipynb"
        parameters = order.parameters(student)
        with quiet():
            found.append(papermill.execute_notebook(path, out, parameters, progress_bar=False, cwd=scratch))
    seconds = time.perf_counter() - begun
    texts = [stable_text(handout_notebook.settled(one)) for one in found]
    own = [scratch / "out" / "students" / f"{one.stem}.ipynb" for one in students]
    return seconds, texts == [path.read_text("utf-8") for path in own]


@contextmanager
def quiet():
    """Let kernels say nothing on the screen: each tells about its transport."""
    own = os.dup(2)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(own, 2)
            os.close(own)


def commanded(order, students, scratch: Path) -> tuple[float, float]:
    """Make the handouts; seconds until the first one is there, and until all are, key included."""
    begun, first = time.perf_counter(), []

    def watched(told, length):
        return nullcontext(noting(told, lambda: first.append(time.perf_counter() - begun)))

    done = handouts.run(order, students, scratch / "out", watched=watched)
    assert done.made == len(students), done.failed[:2]
    return first[0], time.perf_counter() - begun


def noting(items, tell):
    """Yield items, and call something when the first one comes."""
    for number, item in enumerate(items):
        if not number:
            tell()
        yield item


if __name__ == "__main__":
    main()
