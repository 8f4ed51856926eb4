"""The pattern of a lesson: each fault is found, and a lesson that follows the pattern has none."""

import nbformat
import pytest

from gluteal import paths
from gluteal.publish.lesson_lint import GUIDELINE, lint, prose_words

TITLE = "# 01 Sample\n\n## Objectives\n\n- count\n\nThis is no diagnosis."
BEGIN = ">from gluteal import lesson\nlesson.begin('01')"
LESSONS = sorted(paths.notebooks_dir().glob("[0-9][0-9]_*.ipynb"))


def faults(file):
    return [finding for finding in lint(file) if not finding.startswith(GUIDELINE)]


def as_run(file):
    """Mark every code cell as run."""
    notebook = nbformat.read(file, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count = 1
    nbformat.write(notebook, file)
    return file


def test_a_lesson_that_follows_the_pattern_has_no_fault(write):
    assert faults(as_run(write("01_a.ipynb", TITLE, BEGIN))) == []


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (["No title\n\nobjectives: you can count; no diagnosis", BEGIN], "cell 1 is not a title"),
        (["# 01\n\nno diagnosis", BEGIN], "lacks objectives"),
        (["# 01\n\n## Objectives", BEGIN], "lacks a disclaimer"),
        ([TITLE, ">1"], "no cell begins the lesson"),
        ([TITLE + " [Ward 2009](#ref-ward2009)", BEGIN], "no cell lists them"),
        ([TITLE, BEGIN + "\na = 1\nb = 2\nc = 3"], "setup cell has 5 lines"),
        ([TITLE, BEGIN, ">" + "a = 1\n" * 13], "cell 3 has 13 lines"),
        ([TITLE, BEGIN, ">a\nb\nc\nd", ">a\nb\nc\nd", ">a\nb\nc\nd"], "half of the code cells"),
        ([TITLE, BEGIN, ">%pip install x"], "cell 3 runs or installs"),
        ([TITLE, BEGIN, ">!ls"], "cell 3 runs or installs"),
        ([TITLE, BEGIN, ">import requests"], "cell 3 reaches for the network"),
    ],
)
def test_each_fault_is_found(write, cells, fault):
    assert any(fault in found for found in faults(as_run(write("01_a.ipynb", *cells))))


def test_a_lesson_that_was_not_run_is_found(write):
    assert "cell 2 was not run: python run.py lessons" in faults(write("01_a.ipynb", TITLE, BEGIN))


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (nbformat.v4.new_output("error", ename="KeyError", evalue="'x'", traceback=[]), "shows an error"),
        (nbformat.v4.new_output("stream", name="stderr", text="mind"), "writes a warning"),
        (nbformat.v4.new_output("display_data", {"text/plain": "<a.B object at 0x7f01>"}), "memory address"),
        (nbformat.v4.new_output("display_data", {"image/svg+xml": "<svg/>"}), "without an alternative text"),
    ],
)
def test_each_faulty_output_is_found(write, output, fault):
    file = as_run(write("01_a.ipynb", TITLE, BEGIN))
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[1].outputs = [output]
    nbformat.write(notebook, file)
    assert any(fault in found for found in faults(file))


def test_long_prose_is_advice_and_lists_do_not_count(write):
    file = as_run(
        write("01_a.ipynb", TITLE, BEGIN, "word " * 61, "- word " * 61, "Three short words\n\n- a list")
    )
    advice = [finding for finding in lint(file) if finding.startswith(GUIDELINE)]
    assert any("cell 3 has 61 words" in one for one in advice)
    assert not any("cell 4" in one or "cell 5" in one for one in advice)
    assert prose_words("Ward’s study [of 2009](#ref-ward2009)") == 4


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_lesson_follows_the_pattern(path):
    assert faults(path) == []
