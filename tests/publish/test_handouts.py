"""`gluteal handouts`: papermill runs each notebook, alone, the same every time, and goes on after a kill."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import nullcontext

import papermill
import psutil
import pytest
from click.testing import CliRunner

from gluteal import __main__ as cli
from gluteal.publish import handout_notebook, handout_pool, handout_sheet
from gluteal.publish.stable import stable_text
from tests.publish.class_room import TEMPLATES, said, tree, write_roster, write_template

PARAMETERS = {"student_id": "s1", "student_name": "Zoë “O” \\ Weiß", "seed": 11}
NO_FORK = not hasattr(os, "fork")


def ask(*words):
    """Run the command in this process, without a browser."""
    return CliRunner().invoke(cli.main, ["handouts", "--no-pdf", *map(str, words)], prog_name="gluteal")


@pytest.fixture(scope="module")
def pool():
    """Two warm workers for all tests: to start them is the slow part."""
    made = handout_pool.LocalPool(2)
    yield made
    made.close()


@pytest.fixture(scope="module", autouse=True)
def shared(pool):
    """Let the command use the workers that are there."""
    own = handout_pool.opened
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            handout_pool, "opened", lambda address, size: own(address) if address else nullcontext(pool)
        )
        yield


@pytest.fixture(scope="module")
def roster(tmp_path_factory):
    """A roster of four."""
    return write_roster(tmp_path_factory.mktemp("roster") / "class.csv")


@pytest.fixture(scope="module")
def made(roster, shared, tmp_path_factory):
    """A folder of handouts that no test changes, and what the command said."""
    out = tmp_path_factory.mktemp("made") / "out"
    told = ask("--roster", roster, "--lesson", 1, "--out", out)
    assert told.exit_code == 0, told.output
    return out, told.output


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_run_by_papermill_in_a_kernel_of_its_own_gives_the_same_notebook(path, tmp_path):
    plain = papermill.execute_notebook(path, None, PARAMETERS, progress_bar=False, cwd=tmp_path)
    warm = handout_notebook.make(handout_notebook.bare(path.read_text("utf-8"), path.name), PARAMETERS)
    assert stable_text(handout_notebook.settled(plain)) == warm["notebook"]


def test_everybody_gets_a_notebook_and_a_page_with_the_own_name(made):
    out, told = made
    names = sorted(path.name for path in (out / "students").iterdir())
    stems = ["ada-lovelace-s000", "etc-passwd-s002", "jo-muller-s003", "zoe-angstrom-s001"]
    assert names == [f"{stem}.{end}" for stem in stems for end in ("html", "ipynb")]
    assert "Zoë Ångström" in (out / "students/zoe-angstrom-s001.html").read_text("utf-8")
    assert "Made 4 handouts" in told


def test_students_differ_and_no_answer_is_on_their_sheets(made):
    out, _ = made
    pages = [path.read_text("utf-8") for path in (out / "students").glob("*.html")]
    bodies = {re.sub(r"<header.*?</header>|<title>.*?</title>", "", page, flags=re.DOTALL) for page in pages}
    assert len(bodies) == 4
    with (out / "key.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 4 * 4 and {row["student_id"] for row in rows} == {"s000", "s001", "s002", "s003"}
    books = [path.read_text("utf-8") for path in (out / "students").glob("*.ipynb")]
    for text in (*pages, *books):
        assert not [row["reason"] for row in rows if row["reason"][:60] in text]


def test_the_key_has_the_letters_of_each_students_own_sheet(made):
    out, _ = made
    record = json.loads((out / ".handouts/jo-muller-s003.json").read_text("utf-8"))
    page = (out / "students/jo-muller-s003.html").read_text("utf-8")
    pairs = [re.findall(r"<b>([A-Z])</b> ([^<]+)", one["answer"]) for one in record["key"]["answers"]]
    lettered = [pair for pairs_ in pairs for pair in pairs_]
    assert len(lettered) > 3
    for letter, text in lettered:
        assert re.search(rf"<b>{letter}</b> <span>{re.escape(text.removesuffix(' → '))}", page), (
            letter,
            text,
        )
    assert "Jo Müller" in (out / "key.html").read_text("utf-8")


def test_the_same_roster_gives_the_same_files(made, roster, tmp_path):
    assert ask("--roster", roster, "--lesson", "01", "--out", tmp_path / "x", "--workers", 1).exit_code == 0
    assert tree(tmp_path / "x") == tree(made[0])


def test_cases_have_their_own_seed_each_and_a_key(roster, tmp_path):
    told = ask("--roster", roster, "--case", 7, "--difficulty", "hard", "--out", tmp_path)
    assert told.exit_code == 0, told.output
    page = (tmp_path / "students/ada-lovelace-s000.html").read_text("utf-8")
    assert "Pain drawing" in page and 'class="paint"' in page and "Teaching model" not in page
    assert "Points of the teaching model" in (tmp_path / "key.html").read_text("utf-8")


@pytest.mark.skipif(NO_FORK, reason="without fork students share a process")
def test_no_student_finds_what_another_one_left(roster, tmp_path):
    leaving = (
        "import gluteal, os, pathlib\n"
        "print(getattr(gluteal, 'left', 0), os.environ.get('LEFT', 0), 'left' in dir(), os.listdir())\n"
        "gluteal.left = left = 1; os.environ['LEFT'] = '1'; pathlib.Path('left').touch()"
    )
    template = write_template(tmp_path / "t.ipynb", leaving)
    out = tmp_path / "out"
    told = ask("--roster", roster, "--lesson", 1, "--out", out, "--template", template, "--workers", 1)
    assert told.exit_code == 0, told.output
    stems = ["ada-lovelace-s000", "etc-passwd-s002", "jo-muller-s003", "zoe-angstrom-s001"]
    assert [said(out, stem) for stem in stems] == ["0 0 False []\n"] * 4


def test_one_who_fails_is_reported_and_stops_nobody(roster, tmp_path):
    template = write_template(
        tmp_path / "t.ipynb", "if student_id == 's002':\n    raise ValueError('no luck')"
    )
    out = tmp_path / "out"
    told = ask("--roster", roster, "--lesson", 1, "--out", out, "--template", template)
    assert told.exit_code == 1 and "Made 3 handouts" in told.output and "Traceback" not in told.output
    assert (
        "s002 ../../etc/passwd: cell 3 (if student_id == 's002':) failed: ValueError: no luck" in told.output
    )
    assert "no luck" in (out / "not-made.csv").read_text("utf-8-sig")
    assert len(list((out / "students").iterdir())) == 6


@pytest.mark.skipif(NO_FORK, reason="without fork a crash ends the worker")
@pytest.mark.parametrize(
    ("cell", "why"),
    [("import os; os._exit(3)", "exit status 3"), ("import os; os.kill(os.getpid(), 9)", "signal 9")],
)
def test_a_crash_takes_one_student_along_and_no_more(roster, tmp_path, cell, why):
    template = write_template(tmp_path / "t.ipynb", f"if student_id == 's001':\n    {cell}")
    told = ask("--roster", roster, "--lesson", 1, "--out", tmp_path / "out", "--template", template)
    assert "Made 3 handouts" in told.output and why in told.output


@pytest.mark.skipif(NO_FORK, reason="without fork nothing can be stopped")
def test_an_endless_notebook_is_stopped(tmp_path):
    template = write_template(tmp_path / "t.ipynb", "while True: pass").read_text("utf-8")
    worker = handout_pool.Worker()
    try:
        answer = worker.make({"template": template, "parameters": {"seed": 1}, "time_limit_s": 0.2})
        assert "did not end within 0.2 seconds" in answer["fault"]
    finally:
        worker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed as POSIX does")
def test_a_killed_run_goes_on_and_makes_only_what_is_missing(tmp_path):
    roster, out = write_roster(tmp_path / "r.csv", 40), tmp_path / "out"
    words = ["handouts", "--no-pdf", "--roster", str(roster), "--lesson", "3", "--out", str(out)]
    run = subprocess.Popen([sys.executable, "-m", "gluteal", *words], stderr=subprocess.DEVNULL)
    while len(list(out.glob(".handouts/*.json"))) < 4:
        assert run.poll() is None, "it ended before it was killed"
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait()
    kept = [path for path in out.glob(".handouts/*.json") if path.name != "run.json"]
    for path in kept:
        files = json.loads(path.read_text("utf-8"))["files"]
        assert files and all((out / "students" / name).exists() for name in files)
    before = {path: path.stat().st_mtime_ns for path in kept}
    told = ask(*words[2:])
    assert told.exit_code == 0 and f"Made {40 - len(kept)} handouts; {len(kept)} were there" in told.output
    assert {path: path.stat().st_mtime_ns for path in kept} == before
    assert ask(*words[2:-1], tmp_path / "whole").exit_code == 0
    assert tree(out) == tree(tmp_path / "whole")


@pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted as POSIX does")
def test_an_interrupted_run_says_how_it_goes_on_and_leaves_no_process(tmp_path):
    roster, out = write_roster(tmp_path / "r.csv", 300), tmp_path / "out"
    words = ["handouts", "--no-pdf", "--roster", str(roster), "--lesson", "3", "--out", str(out)]
    run = subprocess.Popen([sys.executable, "-m", "gluteal", *words], stderr=subprocess.PIPE, text=True)
    while not list(out.glob(".handouts/*-s*.json")):
        assert run.poll() is None, "it ended before it was interrupted"
        time.sleep(0.01)
    workers = psutil.Process(run.pid).children(recursive=True)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate()
    assert run.returncode == 1 and "goes on where this one stopped" in told and "Traceback" not in told
    assert workers and not psutil.wait_procs(workers, timeout=30)[1]


def test_without_papermill_there_is_a_sentence(roster, tmp_path, monkeypatch):
    for name in ("papermill", "gluteal.publish.handout_notebook"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delattr("gluteal.publish.handout_notebook", raising=False)
    told = ask("--roster", roster, "--lesson", 1, "--out", tmp_path / "out")
    assert told.exit_code == 1 and "make handouts" in told.output and "gluteal[class]" in told.output


def test_what_is_damaged_or_deleted_is_made_again(roster, made, tmp_path):
    out = tmp_path / "x"
    words = "--roster", roster, "--lesson", 1, "--out", out
    assert ask(*words).exit_code == 0
    (out / "students/jo-muller-s003.html").write_text("cut", "utf-8")
    (out / "students/ada-lovelace-s000.ipynb").unlink()
    assert "Made 2 handouts; 2 were there" in ask(*words).output
    assert tree(out) == tree(made[0])


def test_a_student_who_left_is_named_and_nothing_deleted(made, tmp_path):
    out, small = tmp_path / "x", write_roster(tmp_path / "r.csv", 2)
    ask("--roster", write_roster(tmp_path / "all.csv"), "--lesson", 1, "--out", out)
    told = ask("--roster", small, "--lesson", 1, "--out", out)
    assert "2 earlier handouts are of students who are not on this roster" in told.output
    assert len(list((out / "students").iterdir())) == 8 and "s003" not in (out / "key.csv").read_text("utf-8")


REFUSED = [
    (("--lesson", 1, "--case", 2), "either --lesson N or --case SEED"),
    ((), "either --lesson N or --case SEED"),
    (("--lesson", 77), "has no questions for a handout; choose from"),
    (("--lesson", 1, "--template", "none.ipynb"), "There is no template none.ipynb"),
    (("--lesson", 1, "--scheduler", "tcp://127.0.0.1:9"), "No Dask scheduler answers at tcp://127.0.0.1:9"),
]


@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_what_cannot_be_made_is_told_in_a_sentence(roster, tmp_path, words, sentence, monkeypatch):
    monkeypatch.setattr(handout_pool.Cluster.__init__, "__defaults__", (1,))
    told = ask("--roster", roster, "--out", tmp_path / "out", *words)
    assert told.exit_code == 1 and sentence in told.output and "Traceback" not in told.output
    assert not list(tmp_path.rglob("*.html"))


def test_a_folder_with_other_things_or_another_order_is_left_alone(roster, made, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    told = ask("--roster", roster, "--lesson", 1, "--out", tmp_path)
    assert told.exit_code == 1 and "holds other files" in told.output
    told = ask("--roster", roster, "--lesson", 2, "--out", made[0])
    assert told.exit_code == 1 and "lesson '01'" in told.output and "--force" in told.output


def test_a_template_without_parameters_is_told(roster, tmp_path):
    for text, sentence in (("x", "not a readable notebook"), ('{"cells": []}', "the tag 'parameters'")):
        (tmp_path / "t.ipynb").write_text(text, "utf-8")
        told = ask(
            "--roster", roster, "--lesson", 1, "--out", tmp_path / "o", "--template", tmp_path / "t.ipynb"
        )
        assert told.exit_code == 1 and sentence in told.output


def test_every_lesson_has_a_question_of_each_objective_that_can_be_asked_on_paper():
    for number in (1, 2, 3, 4, 5, 7):
        lesson = handout_sheet.found_lesson(number)
        for seed in range(30):
            asked = handout_sheet.lesson(number, seed).asked
            assert len(asked) == len({one.item for one in asked}) >= min(5, len(lesson.objectives))
