"""The notebooks for instructors: complete, in step with the data, true in what they command and measure."""

import csv
import re

import nbformat
import pytest

from gluteal import catalogue, paths
from gluteal.__main__ import main
from gluteal.publish import hub_link
from gluteal.publish.lesson_lint import GUIDELINE, lint
from gluteal.trusting import lesson_files

FOLDER = paths.notebooks_dir() / "instructor"
NOTEBOOKS = ("teaching_guide", "run_a_class")


def source(name):
    """Return the text of all cells of a notebook."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    return "\n\n".join(cell.source for cell in notebook.cells)


@pytest.fixture(scope="module")
def measured(root):
    """The table that the measurement wrote: number of students → row."""
    with (root / "bench/results/hub_students.csv").open(encoding="utf-8", newline="") as table:
        rows = [{key: float(value) for key, value in row.items()} for row in csv.DictReader(table)]
    return {int(row["students"]): row for row in rows}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_follows_the_pattern(name):
    assert not [one for one in lint(FOLDER / f"{name}.ipynb") if not one.startswith(GUIDELINE)]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_is_run_and_compared_like_a_lesson(name):
    assert FOLDER / f"{name}.ipynb" in lesson_files()


def test_the_guide_shows_every_lesson_that_has_notes_and_its_key():
    known, text = catalogue.load(), source("teaching_guide")
    for number in {note.lesson_id for note in known.teaching_notes.values()}:
        assert f'lesson.guide("{number}")' in text
        if any(item.lesson == number for item in known.items.values()):
            assert f'lesson.answer_key("{number}")' in text


def test_every_command_that_is_named_exists(root):
    text = source("run_a_class")
    assert set(re.findall(r"\bgluteal ([a-z-]+) ?(?:[A-Z]|--|http)", text)) <= set(main.commands)
    makefile = (root / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", text):
        assert re.search(rf"\b{target}\b", makefile)
    for file in re.findall(r"\b(?:deploy|bench)/[\w./-]+\w", text):
        assert (root / file).is_file(), file


def test_the_link_is_the_one_that_the_command_makes():
    address = "https://github.com/OWNER/REPO.git"
    assert hub_link.link("https://hub.example.org", address, lesson="03") in source("run_a_class")


def test_the_numbers_are_those_that_were_measured(measured):
    text = source("run_a_class")
    tables = {
        r" (\d+) \| (\d+) \| (\d+) \| (\d+)": ("server_mb", "open_mb", "total_mb"),
        r" (\d+) \| ([\d.]+) \| ([\d.]+) \| (\d+)": ("start_cpu_s", "lesson_cpu_s", "all_done_s"),
    }
    for pattern, names in tables.items():
        rows = re.findall(rf"^\|{pattern} \|$", text, re.M)
        told = {int(row[0]): row[1:] for row in rows if "." in row[1] or names[0] == "server_mb"}
        assert list(told) == list(measured)
        for students, numbers in told.items():
            for name, number in zip(names, numbers, strict=True):
                places = len(number.partition(".")[2])
                half = 0.51 * 10**-places  # of the last digit that is told
                assert float(number) == pytest.approx(measured[students][name], abs=half), name


def test_what_is_extrapolated_follows_from_the_numbers_and_says_so(measured):
    from statistics import linear_regression

    from bench.hub_students import students_in

    text = source("run_a_class")
    slope, start = linear_regression(list(measured), [row["total_mb"] for row in measured.values()])
    assert f"{start:.0f} MB, and {slope:.0f} MB for each student" in text
    held = re.search(r"\| students with lesson 03 open \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|", text)
    assert [int(one) for one in held.groups()] == [students_in(gb, slope, start) for gb in (4, 8, 16, 32)]
    assert "Extrapolated, not measured" in text


def test_the_lessons_that_take_least_and_most_are_those_that_were_measured(root):
    with (root / "bench/results/hub_lessons.csv").open(encoding="utf-8", newline="") as table:
        rows = sorted((float(row["open_mb"]), row["lesson"]) for row in csv.DictReader(table))
    (least, first), (most, last) = rows[0], rows[-1]
    said = f"from {least:.0f} MB each (lesson {first}) to {most:.0f} MB (lesson {last})"
    assert said in source("run_a_class")


def test_the_limits_of_the_recipes_leave_room_for_what_was_measured(measured, root):
    most = max(row["peak_mb"] for row in measured.values())
    values = (root / "deploy/zero-to-jupyterhub/values.yaml").read_text("utf-8")
    guarantee = int(re.search(r"guarantee: (\d+)M\n", values)[1]) * 2**20 / 1e6
    assert most < guarantee < 2 * most
    assert "limit: 1G" in values  # a second and a third kernel fit in
    assert "limits.memory 1G" in (root / "deploy/littlest-jupyterhub/install.sh").read_text("utf-8")
