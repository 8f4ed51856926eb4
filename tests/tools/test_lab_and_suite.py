"""Opening the lessons, and adding up the tests."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import lab, suite


def test_lab_opens_the_first_lesson_of_this_folder():
    command = lab.lab_command(Path("python"), 9000, False)
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb" in command
    assert f"--ServerApp.root_dir={lab.ROOT}" in command
    assert {"--ServerApp.port=9000", "--ServerApp.port_retries=0", "--no-browser"} <= set(command)


def test_without_a_chosen_port_lab_takes_a_free_one():
    words = lab.lab_command(Path("python"), None, True)
    assert not [word for word in words if word.startswith(("--ServerApp.port", "--no-browser"))]


def test_trust_is_renewed_when_a_lesson_changes_and_only_then(tmp_path, monkeypatch):
    lesson = tmp_path / "01.ipynb"
    lesson.write_text("{}", "utf-8")
    monkeypatch.setattr(lab, "NOTEBOOKS", tmp_path)
    monkeypatch.setattr(lab, "TRUSTED", tmp_path / "trusted.json")
    calls = []

    def sign(*_, **__):
        calls.append("sign")
        return subprocess.CompletedProcess([], 0, stdout=f"Trusted: 1 lessons.\n{lesson}\n", stderr="")

    monkeypatch.setattr(lab.subprocess, "run", sign)
    lab.trust(Path("python"))
    lab.trust(Path("python"))
    lesson.write_text('{"cells": []}', "utf-8")
    lab.trust(Path("python"))
    assert calls == ["sign", "sign"]


REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


def counted(tmp_path, status, *numbers, chosen=False):
    """Return what a part counts from a report with these numbers."""
    report = tmp_path / "report.xml"
    if numbers:
        report.write_text(REPORT.format(*numbers), "utf-8")
    return suite.count(suite.Result("package", 1.0), status, report, chosen)


def test_a_report_is_counted(tmp_path):
    one = counted(tmp_path, 1, 10, 2, 1, 3)
    assert (one.passed, one.failed, one.skipped) == (4, 3, 3)


def test_a_part_that_stops_without_a_report_counts_as_failed(tmp_path):
    assert counted(tmp_path, 3).failed == 1
    assert counted(tmp_path, 2, 5, 0, 0, 0).failed == 1


def test_a_part_without_a_test_fails_unless_tests_were_chosen(tmp_path):
    assert counted(tmp_path, suite.NOTHING_CHOSEN, 0, 0, 0, 0, chosen=True).failed == 0
    assert counted(tmp_path, suite.NOTHING_CHOSEN, 0, 0, 0, 0).failed == 1


PROBE = """
import pathlib
import pytest

TRIES = pathlib.Path({tries!r})

def test_firm():
    pass

@pytest.mark.parametrize("number", range({wrong}))
def test_wrong(number):
    assert False

@pytest.mark.parametrize("number", range({moody}))
def test_moody(number):
    tries = TRIES / str(number)
    again = tries.exists()
    tries.touch()
    assert again
"""


@pytest.mark.parametrize(
    ("moody", "wrong", "expected"),
    [(2, 0, (3, 0)), (1, 1, (2, 1)), (4, 0, (1, 4)), (0, 1, (1, 1))],
    ids=["missed moments", "one stays wrong", "too many to be chance", "wrong"],
)
def test_what_fails_in_the_browser_part_is_tried_again_and_named(
    tmp_path, monkeypatch, moody, wrong, expected
):
    probe = tmp_path / "test_probe.py"
    tries = tmp_path / "tries"
    tries.mkdir()
    probe.write_text(PROBE.format(tries=str(tries), wrong=wrong, moody=moody), "utf-8")
    monkeypatch.setitem(suite.PYTEST, "browser", [str(probe), "--rootdir", str(tmp_path)])
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    result = suite.run_part("browser", Path(sys.executable), scratch, [])
    assert (result.passed, result.failed) == expected
    assert ("tried again: test_moody[0]" in result.note) == (moody in (1, 2))


def test_all_parts_run_and_one_failure_fails_all(monkeypatch, capsys):
    seen = []

    def part(name, *_):
        seen.append(name)
        return suite.Result(name, 0.1, passed=5, failed=int(name == "package"), skipped=1)

    monkeypatch.setattr(suite, "prepare", lambda purpose: Path("python"))
    monkeypatch.setattr(suite, "run_part", part)
    assert suite.run_parts(list(suite.PARTS), []) == 1
    assert seen == list(suite.PARTS)
    assert capsys.readouterr().out.strip().splitlines()[-1] == "20 passed, 1 failed, 4 skipped"


def test_the_tests_write_no_answers_into_the_learners_folder(tmp_path):
    assert suite.surroundings("notebooks", tmp_path)["GLUTEAL_WORK"].startswith(str(tmp_path))


def test_two_browsers_at_most_run_side_by_side_and_jupyterlab_in_one_of_them(monkeypatch):
    monkeypatch.setattr(suite.os, "cpu_count", lambda: 16)
    assert suite.workers("browser", []) == ["-n", "2"]
    assert "--dist=loadgroup" in suite.PYTEST["browser"]
    assert suite.workers("browser", ["-n", "0"]) == []
    monkeypatch.setattr(suite.os, "cpu_count", lambda: 1)
    assert suite.workers("browser", []) == ["-n", "1"]
