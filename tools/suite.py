"""The tests: four parts that all run, one summary at the end."""

import os
import subprocess
import tempfile
import time
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

from .environment import ROOT, child_environment, prepare
from .speech import say

PARTS = {
    "style": "the code is tidy (ruff)",
    "package": "the package, its data and its examples",
    "notebooks": "every lesson runs anew and shows what is stored in it",
    "browser": "the lessons and the pages in a real browser",
}
PYTEST = {
    "package": ["tests", "gluteal", "--doctest-modules", "--ignore=tests/browser"],
    "notebooks": ["--nbval", "--nbval-current-env", "--dist=loadfile", "notebooks"],
    "browser": ["--dist=loadgroup", "tests/browser"],
}
SOME_FAILED = 1  # pytest's exit status when tests ran and some failed
NOTHING_CHOSEN = 5  # pytest's exit status when no test matches
# A browser on a busy computer may miss a moment. So few failures of this part are tried again, alone; the
# summary names every test that passed only then, because it waits for the wrong thing and wants mending.
MOST_TRIED_AGAIN = {"browser": 3}


@dataclass
class Result:
    """What one part did."""

    part: str
    seconds: float
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    note: str = ""


def run_parts(parts: list, extra: list) -> int:
    """Run the parts one after the other, sum up, and return 0 only if nothing failed."""
    python = prepare("test")
    with tempfile.TemporaryDirectory(prefix="gluteal-test-", ignore_cleanup_errors=True) as scratch:
        results = [run_part(part, python, Path(scratch), extra) for part in parts if wanted(part, extra)]
    say(summary(results))
    return 1 if any(result.failed for result in results) else 0


def wanted(part: str, extra: list) -> bool:
    """Tell whether a part makes sense: words for pytest mean nothing to the style check."""
    return not (part == "style" and extra)


def run_part(part: str, python: Path, scratch: Path, extra: list) -> Result:
    """Run one part and count what it says."""
    say(f"\n=== {part}: {PARTS[part]}")
    report = scratch / f"{part}.xml"
    started = time.monotonic()
    status = subprocess.run(
        command_for(part, python, report, extra),
        cwd=ROOT,
        env=surroundings(part, scratch),
        stdin=subprocess.DEVNULL,
    ).returncode
    result = Result(part, time.monotonic() - started)
    count(result, status, report, bool(extra))
    if status == SOME_FAILED and result.failed <= MOST_TRIED_AGAIN.get(part, 0) and not extra:
        try_again(result, python, scratch)
    return result


def try_again(result: Result, python: Path, scratch: Path) -> None:
    """Run the tests of a part that failed once more, one after the other, and name those that now pass."""
    say(f"\n=== {result.part}: what failed, once more and alone")
    report = scratch / f"{result.part}-again.xml"
    command = command_for(result.part, python, report, ["-n", "0", "--last-failed"])
    status = subprocess.run(
        command, cwd=ROOT, env=surroundings(result.part, scratch), stdin=subprocess.DEVNULL
    ).returncode
    again = count(Result(result.part, 0.0), status, report)
    if again.passed + again.failed != result.failed:
        return  # not the same tests: the first count stands
    result.passed, result.failed = result.passed + again.passed, again.failed
    names = passed_in(report)
    result.note = f"passed only when tried again: {', '.join(names)}" if names else result.note


def passed_in(report: Path) -> list:
    """Return the names of the tests that passed in a report."""
    cases = xml.parse(report).getroot().iter("testcase")
    return [case.get("name") for case in cases if case.find("failure") is None and case.find("error") is None]


def command_for(part: str, python: Path, report: Path, extra: list) -> list:
    """Return the command of a part."""
    if part == "style":
        return [str(python), "-m", "ruff", "check", "--quiet", "--output-format=concise", "."]
    options = [f"--junitxml={report}", "-o", f"cache_dir={report.parent / 'cache'}", *workers(part, extra)]
    return [str(python), "-m", "pytest", *PYTEST[part], *options, *extra]


def workers(part: str, extra: list) -> list:
    """Return how many tests run side by side: one per core at most, and no more than two browsers.

    A browser, a JupyterLab and its kernels keep a core busy and take a gigabyte.
    """
    if any(word.startswith(("-n", "--numprocesses", "--pdb")) for word in extra):
        return []
    most = 2 if part == "browser" else 4
    return ["-n", str(max(1, min(most, os.cpu_count() or 1)))]


def surroundings(part: str, scratch: Path) -> dict:
    """Return the variables of a part: a learner's own progress neither matters nor is touched.

    The lessons run as when they were stored: no start-up files of the learner, no order by chance.
    """
    work = scratch / f"work-{part}"
    work.mkdir(exist_ok=True)
    more = {"GLUTEAL_WORK": str(work), "MPLCONFIGDIR": str(scratch / "matplotlib")}
    if part == "notebooks":
        more |= {"GLUTEAL_STRICT": "1", "IPYTHONDIR": str(scratch / "ipython"), "PYTHONHASHSEED": "0"}
    return child_environment(**more)


def count(result: Result, status: int, report: Path, chosen: bool = False) -> Result:
    """Read pytest's report into ``result``; a part that failed without a report counts as one failure.

    ``chosen`` says that words were passed on to pytest: then a part may have no test that fits them.
    """
    if report.is_file():
        for suite in xml.parse(report).getroot().iter("testsuite"):
            number = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
            bad = number["failures"] + number["errors"]
            result.failed += bad
            result.skipped += number["skipped"]
            result.passed += max(0, number["tests"] - bad - number["skipped"])
    elif status == 0:
        result.passed = 1
    if status == NOTHING_CHOSEN and chosen:
        result.note = "no test of this part was chosen"
    elif status and not result.failed:
        result.failed, result.note = 1, f"stopped with exit status {status}"
    return result


def summary(results: list) -> str:
    """Return a line for each part and the closing line that sums them all up."""
    lines = ["", "=== summary"]
    for one in results:
        numbers = (
            f"{one.passed:5d} passed {one.failed:4d} failed {one.skipped:4d} skipped {one.seconds:7.1f} s"
        )
        lines.append(f"{one.part:10s}{numbers}  {one.note}".rstrip())
    totals = [sum(getattr(one, name) for one in results) for name in ("passed", "failed", "skipped")]
    return "\n".join([*lines, "{} passed, {} failed, {} skipped".format(*totals)])
