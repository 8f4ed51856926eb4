"""The Python environment in ``.venv``: made once, checked quickly ever after, repaired when half made."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .installing import install
from .lockfile import only_one
from .speech import Stop, say

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
STAMP = HOME / "gluteal-installed.json"
UNFINISHED = HOME / "gluteal-unfinished"
TURN = ROOT / ".venv.lock"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {
    "learn": ROOT / "requirements.lock",
    "class": ROOT / "requirements-class.lock",
    "test": ROOT / "requirements-test.lock",
}
NEEDED_BYTES = {"learn": 900_000_000, "class": 1_100_000_000, "test": 1_200_000_000}
# Each lock holds all that those before it do.


def prepare(purpose: str = "learn") -> Path:
    """Return the Python of an environment that has everything for ``"learn"``, ``"class"`` or ``"test"``.

    Raises
    ------
    Stop
        With a sentence, when the environment cannot be made.
    """
    if not is_ready(purpose):
        refuse_unwritable()
        with only_one(TURN):
            if not is_ready(purpose):
                build(purpose)
    return PYTHON


def is_ready(purpose: str) -> bool:
    """Tell whether the environment holds what the lock asks for, without starting Python."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    enough = list(LOCKS)[list(LOCKS).index(purpose) :]
    return any(stamp().get(one) == fingerprint(one) for one in enough if one in stamp())


def stamp() -> dict:
    """Return what the last finished set-up noted; empty where there was none."""
    try:
        noted = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def fingerprint(purpose: str) -> str:
    """Return a hash of all that decides what is installed: place, lock and pyproject."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCKS[purpose], ROOT / "pyproject.toml"):
        if not path.is_file():
            raise Stop(f"{path.name} is missing in {ROOT}. Get a complete copy of it and try again.")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(purpose: str) -> None:
    """Make or repair the environment and note what is in it."""
    fingerprint(purpose)
    refuse_full_disk(NEEDED_BYTES[purpose])
    if UNFINISHED.exists() or not works():
        create()
    UNFINISHED.touch()
    install(PYTHON, LOCKS[purpose], ROOT, UNFINISHED)
    STAMP.write_text(json.dumps({"root": str(ROOT), purpose: fingerprint(purpose)}), "utf-8")
    UNFINISHED.unlink()


def works() -> bool:
    """Tell whether ``.venv`` was made here and holds a Python that starts, is new enough and has pip."""
    if stamp().get("root", str(ROOT)) != str(ROOT):
        return False  # the folder was moved or copied, and an environment cannot follow
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", question], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def create() -> None:
    """Make an empty environment in ``.venv``, in place of what is there."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise Stop(no_venv())
    if HOME.exists():
        say("The environment in .venv is not complete: it is made anew.")
        remove()
    say("Making a Python environment in .venv.")
    made = subprocess.run(
        [sys.executable, "-m", "venv", HOME], capture_output=True, text=True, errors="replace"
    )
    words = (made.stdout + made.stderr).strip().splitlines()
    if made.returncode:
        raise Stop(
            no_venv() if "ensurepip" in "".join(words) else f"Python could not make .venv: {words[-1:]}"
        )


def remove() -> None:
    """Delete ``.venv``, but only one that a Python made."""
    foreign = not (HOME / "pyvenv.cfg").exists() and not UNFINISHED.exists() and any(HOME.iterdir())
    if HOME.is_symlink() or foreign:
        raise Stop(f"{HOME} is not a Python environment. Move it away and try again.")
    try:
        shutil.rmtree(HOME)
    except OSError as error:
        raise Stop(f"{HOME} cannot be deleted ({error.strerror}). Close JupyterLab and try again.") from None


def no_venv() -> str:
    """Return what to do where Python came without its venv module."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        "This Python cannot make environments: its venv module is missing or not complete.\n"
        f"On Debian or Ubuntu type:  sudo apt install python3-venv  (or python{version}-venv).\n"
        "Elsewhere install Python from https://www.python.org/downloads/. Then type the same command again."
    )


def refuse_unwritable() -> None:
    """Stop where nothing can be written into the checkout."""
    try:
        TURN.touch()
    except OSError as error:
        raise Stop(
            f"Nothing can be written in {ROOT} ({error.strerror}).\n"
            "Copy the folder to a place of your own, such as your documents, and try again there."
        ) from None


def refuse_full_disk(needed: int) -> None:
    """Stop before the installation would."""
    free = shutil.disk_usage(ROOT).free
    if free < needed:
        raise Stop(
            f"The environment needs about {needed / 1e9:.1f} GB and the disk has {free / 1e9:.1f} GB left.\n"
            "Make room and type the same command again."
        )


def child_environment(**more: str) -> dict:
    """Return the variables for a program of the environment, without those that would mislead its Python."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    return {**kept, "PYTHONUTF8": "1", **more}
