"""Installing the lock with pip, and turning what pip says into a sentence."""

import os
import subprocess
from pathlib import Path

from .speech import Progress, Stop

PIP = ("-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--retries", "3")
PIPES = {
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.PIPE,
    "stderr": subprocess.STDOUT,
    "encoding": "utf-8",
    "errors": "replace",
}

# What pip's log says (left) when the reason is this (right), most telling first.
SIGNS = (
    ("No space left on device", "full"),
    ("Errno 28", "full"),
    ("Temporary failure in name resolution", "network"),
    ("NewConnectionError", "network"),
    ("ConnectTimeout", "network"),
    ("ReadTimeout", "network"),
    ("ProxyError", "network"),
    ("Max retries exceeded", "network"),
    ("ConnectionResetError", "network"),
    ("SSLError", "network"),
    ("No matching distribution found", "missing"),
    ("Could not find a version", "missing"),
    ("Permission denied", "denied"),
    ("Access is denied", "denied"),
)
SENTENCES = {
    "full": "The disk is full. Make room and type the same command again.",
    "network": "The packages could not be fetched. Connect to the internet (or set your proxy in the\n"
    "variable HTTPS_PROXY) and type the same command again.",
    "missing": "The packages could not be found. Connect to the internet, make sure that pip is not set\n"
    "to work without it (PIP_NO_INDEX), and type the same command again.",
    "denied": "A file of the environment could not be written. Close JupyterLab and other programs that\n"
    "use this folder and type the same command again.",
}


def install(python: Path, lock: Path, root: Path, marker: Path) -> None:
    """Install every pinned package of ``lock``, then this package in place.

    ``marker`` says that the environment is unfinished. It is taken away again when pip stopped before it
    changed anything, so that an older environment survives a lesson without internet.

    Raises
    ------
    Stop
        With a sentence, and the place of pip's own words.
    """
    log = marker.parent / "gluteal-install.log"
    with open(log, "w", encoding="utf-8") as words:
        finished = _pip(python, ["-r", str(lock)], root, words, Progress("Installing packages", count(lock)))
        finished = finished and _pip(python, ["--no-deps", "-e", "."], root, words, None)
    if not finished:
        raise Stop(explain(log, marker))


def count(lock: Path) -> int:
    """Return how many packages a lock names."""
    return sum(1 for line in lock.read_text("utf-8").splitlines() if "==" in line)


def _pip(python: Path, what: list, root: Path, words, progress: Progress | None) -> bool:
    """Run pip, write all it says to ``words``, count packages; tell whether it succeeded."""
    with subprocess.Popen([str(python), *PIP, *what], cwd=root, env=_plain(), **PIPES) as pip:
        try:
            for line in pip.stdout:
                words.write(line)
                if progress and line.startswith("Collecting "):
                    progress.step()
        except BaseException:
            pip.kill()
            raise
    if progress:
        progress.end()
    return pip.returncode == 0


def _plain() -> dict:
    """Return the variables for pip: the learner's own proxy and index stay, what would break a venv goes."""
    misleading = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in misleading}
    return {**kept, "PYTHONUTF8": "1", "PIP_USER": "0"}


def explain(log: Path, marker: Path) -> str:
    """Return what to do after pip has failed."""
    text = log.read_text("utf-8", errors="replace")
    reason = next((reason for sign, reason in SIGNS if sign in text), None)
    if "Installing collected packages" not in text:
        marker.unlink(missing_ok=True)
    if reason:
        return f"{SENTENCES[reason]}\n(pip's own words are in {log}.)"
    last = next(
        (line for line in reversed(text.splitlines()) if line.lower().startswith("error")), "no reason given"
    )
    return f"pip could not install the packages: {last}\n(All that pip said is in {log}.)"
