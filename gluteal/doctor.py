"""The check of this computer and this copy of the lessons: what is well, and what to do about the rest.

What a finding says when all is well carries no version and no path, so that a lesson which shows it looks
the same on every computer.
"""

import html
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from gluteal import paths

SET_UP = "run the set-up again: type make lab (on Windows: py run.py lab) in the folder of the lessons"
RESTORE = "get it back: type git checkout -- notebooks in the folder of the lessons, or download it again"
NEEDED_BYTES = 200_000_000
# JupyterLab sets the cells of a table to the right, which suits numbers and not sentences.
LEFT = 'style="text-align: left; white-space: normal"'
CAPTION = 'style="caption-side: top; text-align: left; font-weight: 600; padding: 4px 0"'


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes
    ----------
    ok : bool
        Whether it is as it should be.
    what : str
        What was found, as a sentence without its full stop.
    remedy : str
        What to do; empty when all is well.
    """

    ok: bool
    what: str
    remedy: str = ""


@dataclass(frozen=True)
class Report:
    """The findings, as a table in a notebook and as lines of text everywhere else."""

    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        return report(self.findings)

    def _repr_html_(self) -> str:
        names = (
            ["State", "Found", "What to do"]
            if any(one.remedy for one in self.findings)
            else ["State", "Found"]
        )
        head = "".join(f'<th scope="col" {LEFT}>{name}</th>' for name in names)
        rows = "".join(_row(one, len(names)) for one in self.findings)
        caption = f"<caption {CAPTION}>{_headline(self.findings)}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def table() -> Report:
    """Return the check as lesson 00 shows it.

    Examples
    --------
    >>> "Python is new enough" in repr(table())
    True
    """
    return Report(examine())


def examine(looks: Iterable[Callable[[], Finding]] | None = None) -> tuple[Finding, ...]:
    """Look at everything that the lessons need of this computer and this copy.

    Parameters
    ----------
    looks : iterable of callable, optional
        What to look at; default: all of this module. A look that stops with an error becomes a finding.

    Examples
    --------
    >>> examine()[0]
    Finding(ok=True, what='Python is new enough', remedy='')
    """
    all_of_them = (python, packages, widgets, lessons, facts, figures, work_folder, disk)
    return tuple(_safely(look) for look in looks or all_of_them)


def report(findings: tuple[Finding, ...]) -> str:
    """Return the findings as text, one a line, with a headline.

    Examples
    --------
    >>> print(report((Finding(True, "There is room on the disk"),)))
    Everything the lessons need is in place.
      good   There is room on the disk
    """
    lines = [_headline(findings)]
    for one in findings:
        lines.append(
            f"  {'good ' if one.ok else 'to do'}  {one.what}{f': {one.remedy}' if one.remedy else ''}"
        )
    return "\n".join(lines)


def _headline(findings) -> str:
    wrong = sum(not one.ok for one in findings)
    if not wrong:
        return "Everything the lessons need is in place."
    return f"{wrong} thing{'s need' if wrong > 1 else ' needs'} your attention."


def _row(one: Finding, columns: int) -> str:
    """Return a row of the table; the state is said in words and signs, not by colour."""
    state = "✓ good" if one.ok else "▸ to do"
    texts = (one.what, one.remedy)[: columns - 1]
    cells = "".join(f"<td {LEFT}>{html.escape(text)}</td>" for text in texts)
    return f'<tr><th scope="row" {LEFT}>{state}</th>{cells}</tr>'


def _safely(look: Callable[[], Finding]) -> Finding:
    """A check that fails itself is a finding, not a traceback."""
    try:
        return look()
    except Exception as error:
        name = look.__name__.replace("_", " ")
        return Finding(False, f"The check of the {name} stopped ({type(error).__name__}: {error})", SET_UP)


def python() -> Finding:
    """Look at the version of Python."""
    if sys.version_info >= (3, 11):  # noqa: UP036 - a copied folder may meet any Python
        return Finding(True, "Python is new enough")
    return Finding(False, "This Python is older than 3.11", "install a newer Python, then " + SET_UP)


def packages() -> Finding:
    """Compare the installed packages with the lock."""
    lock = paths.root() / "requirements.lock"
    if not lock.is_file():
        return Finding(True, "The packages were chosen by your own installation")
    found = ((name, pin, _installed(name)) for name, pin in pins(lock.read_text("utf-8")))
    wrong = [f"{name} {has or 'is missing'}, tested {pin}" for name, pin, has in found if has != pin]
    if not wrong:
        return Finding(True, "The packages are those that the lessons were tested with")
    shown = "; ".join(wrong[:3]) + (f"; and {len(wrong) - 3} more" if len(wrong) > 3 else "")
    return Finding(False, f"Some packages differ from those tested ({shown})", SET_UP)


def pins(text: str) -> tuple[tuple[str, str], ...]:
    """Return name and version of every line of a lock that applies to this computer.

    Examples
    --------
    >>> pins("click==8.1.7\\ncolorama==0.4.6 ; sys_platform == 'no-such-system'")
    (('click', '8.1.7'),)
    """
    from packaging.requirements import Requirement

    lines = (line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line))
    wanted = (Requirement(line) for line in lines)
    return tuple(
        (one.name, str(one.specifier).removeprefix("=="))
        for one in wanted
        if one.marker is None or one.marker.evaluate()
    )


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def widgets() -> Finding:
    """Look for the two extensions that let JupyterLab show live widgets."""
    folder = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
    names = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
    missing = [name for name in names if not (folder / name / "package.json").is_file()]
    if not missing:
        return Finding(True, "JupyterLab can show live widgets")
    return Finding(False, f"JupyterLab lacks {' and '.join(missing)}, so widgets stay empty", SET_UP)


def lessons() -> Finding:
    """Look for the lessons."""
    if not paths.is_checkout() or (paths.notebooks_dir() / "00_start_here.ipynb").is_file():
        return Finding(True, "The lessons are here")
    return Finding(False, "notebooks/00_start_here.ipynb is missing", RESTORE)


def facts() -> Finding:
    """Read the facts."""
    if _catalogue() is not None:
        return Finding(True, "The facts can be read")
    return Finding(False, "The facts in data cannot be read", "type gluteal check, which names each fault")


def _catalogue():
    from gluteal import catalogue

    try:
        return catalogue.load()
    except ValueError:
        return None


def figures() -> Finding:
    """Look for every figure that the lessons name."""
    folder, read = paths.figures_dir(), _catalogue()
    names = read.figures if read else ()
    missing = [name for name in names if not (folder / f"{name}.svg").is_file()]
    if not missing:
        return Finding(True, "The figures are here")
    return Finding(
        False, f"{len(missing)} figures are missing, the first is {missing[0]}", "type make figures"
    )


def work_folder() -> Finding:
    """Try to write where a learner's answers are kept."""
    folder = paths.work_dir()
    nearest = next(place for place in (folder, *folder.parents) if place.is_dir())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return Finding(True, "Your answers can be saved")
    except OSError as error:
        what = f"Your answers cannot be saved in {folder} ({error.strerror})"
        return Finding(False, what, "copy the lessons to a folder of your own and work there")


def disk() -> Finding:
    """Look for room on the disk."""
    if shutil.disk_usage(paths.root()).free >= NEEDED_BYTES:
        return Finding(True, "There is room on the disk")
    return Finding(False, "The disk is nearly full", "make room: the lessons need 0.2 GB to save and to draw")
