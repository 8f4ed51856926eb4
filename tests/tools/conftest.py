"""A copy of the commands in an awkward folder, and the set-up looking at an empty one."""

import shutil
from pathlib import Path

import pytest

from tools import environment

COPIED = ("run.py", "Makefile", "pyproject.toml", "requirements.lock", "requirements-test.lock", "tools")
COPIED += ("gluteal/publish/jupyterlab_overrides.json",)


@pytest.fixture
def copy(root, tmp_path) -> Path:
    """A copy of what the commands need, in a folder with a space and an accent in its name."""
    folder = tmp_path / "Übung für Zoë"
    folder.mkdir()
    for name in COPIED:
        source = root / name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "00_start_here.ipynb").write_text("{}", "utf-8")
    return folder


@pytest.fixture
def house(tmp_path, monkeypatch):
    """The environment module, looking at an empty folder instead of this checkout."""
    home = tmp_path / ".venv"
    places = {
        "ROOT": tmp_path,
        "HOME": home,
        "TURN": tmp_path / ".venv.lock",
        "PYTHON": home / "bin" / "python",
    }
    places |= {"STAMP": home / "gluteal-installed.json", "UNFINISHED": home / "gluteal-unfinished"}
    places |= {
        "LOCKS": {"learn": tmp_path / "requirements.lock", "test": tmp_path / "requirements-test.lock"}
    }
    for name, value in places.items():
        monkeypatch.setattr(environment, name, value)
    for name in ("requirements.lock", "requirements-test.lock", "pyproject.toml"):
        (tmp_path / name).write_text(f"{name}==1", "utf-8")
    return environment
