"""Handouts as PDF: two pages for a case, and the same file whatever was printed before it.

The command runs in a process of its own: Playwright drives the browser of this folder's tests already.
"""

import os
import re
import subprocess
import sys

import pytest

from tests.browser.browsers import VARIABLE, browser_path

ROWS = ["s1,Ada Lovelace", "s2,Zoë Weiß", "s3,Jo"]


def ask(folder, rows, named, *words):
    """Run the command and return what it says; the handouts are in ``folder``."""
    roster = folder.with_suffix(".csv")
    roster.write_text("\n".join(["id,name", *rows]), "utf-8")
    command = [sys.executable, "-m", "gluteal", "handouts", "--roster", roster, "--out", folder, *words]
    variables = {**os.environ, VARIABLE: str(named), "PYTHONUTF8": "1"}
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", env=variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def named(playwright, browser):
    """The browser that these tests drive; without one they are skipped."""
    return browser_path(playwright)


def test_a_case_has_two_pages_and_prints_the_same_whatever_was_printed_before(tmp_path, named):
    ask(tmp_path / "one", ROWS, named, "--case", 7, "--difficulty", "hard")
    ask(tmp_path / "two", ROWS[::-1], named, "--case", 7, "--difficulty", "hard", "--workers", 1)
    files = {path.name: path.read_bytes() for path in (tmp_path / "one/students").glob("*.pdf")}
    assert len(files) == 3 and all(len(re.findall(rb"/Type /Page\b", raw)) == 2 for raw in files.values())
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two/students").glob("*.pdf")}


def test_without_a_browser_that_starts_there_are_pages_and_a_sentence(tmp_path, named):
    broken = tmp_path / "browser"
    broken.write_text("", "utf-8")
    told = ask(tmp_path / "out", ROWS[:1], broken, "--lesson", 1)
    assert "No PDF: no browser could be started" in told
    assert sorted(path.suffix for path in (tmp_path / "out/students").iterdir()) == [".html", ".ipynb"]
