"""The lessons as files, and the harness that runs them anew (``run.py test --part notebooks``)."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from gluteal import trusting
from tools.suite import PYTEST

LESSONS = trusting.lesson_files()
NAMES = [path.name for path in LESSONS]
each_lesson = pytest.mark.parametrize("path", LESSONS, ids=NAMES)
# What would let a cell pass without being compared.
ESCAPES = re.compile(r"NBVAL_|PYTEST_VALIDATE", re.IGNORECASE)
ESCAPING_TAGS = re.compile(r"nbval-|raises-exception|skip-execution", re.IGNORECASE)


def code_cells(path: Path) -> list:
    """Return the code cells of a lesson."""
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_there_are_lessons():
    assert LESSONS, "notebooks/ holds no lesson"


@each_lesson
def test_every_cell_is_stored_as_run_in_order(path):
    counts = [cell.execution_count for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1)), "run the lesson anew: make lessons"


@each_lesson
def test_no_cell_escapes_the_comparison(path):
    cells = code_cells(path)
    assert not [cell.source for cell in cells if ESCAPES.search(cell.source)]
    assert not [tag for cell in cells for tag in cell.metadata.get("tags", []) if ESCAPING_TAGS.search(tag)]


def test_the_harness_sees_a_changed_text_picture_and_printed_line(tmp_path):
    """Break it on purpose: each kind of output once right and once wrong."""
    picture = "from IPython.display import SVG; SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')"
    cells = [
        ("print('bone')", nbformat.v4.new_output("stream", name="stdout", text="bone\n")),
        ("print('bone')", nbformat.v4.new_output("stream", name="stdout", text="bones\n")),
        ("'muscle'", result({"text/plain": "'muscle'"})),
        ("'muscle'", result({"text/plain": "'muscles'"})),
        (
            picture,
            result({"image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"/>', "text/plain": OBJECT}),
        ),
        (
            picture,
            result({"image/svg+xml": '<svg xmlns="http://www.w3.org/1999/svg"/>', "text/plain": OBJECT}),
        ),
        ("print('new')", None),
    ]
    write_notebook(tmp_path / "notebooks" / "lesson.ipynb", cells)
    told = run_harness(tmp_path)
    assert re.findall(r"Cell (\d) (PASSED|FAILED)", told) == list(zip("0123456", OUTCOMES, strict=True)), told


OBJECT = "<IPython.core.display.SVG object>"
OUTCOMES = ["PASSED", "FAILED", "PASSED", "FAILED", "PASSED", "FAILED", "FAILED"]


def result(data: dict):
    """Return what a cell shows as its value."""
    return nbformat.v4.new_output("execute_result", data=data, execution_count=1)


def write_notebook(path: Path, cells: list) -> None:
    """Write a notebook from pairs of source and stored output."""
    made = [
        nbformat.v4.new_code_cell(source, execution_count=1, outputs=[output] if output else [])
        for source, output in cells
    ]
    path.parent.mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=made), path)


def run_harness(folder: Path) -> str:
    """Run the house's own options on a folder and return what pytest said."""
    options = [word for word in PYTEST["notebooks"] if not word.startswith("--dist")]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-v",
        "--color=no",
        "-p",
        "no:cacheprovider",
        "--rootdir=.",
        *options,
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout
