"""The commands: what they say when something is in the way."""

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run as entry
from tools import commands, environment, installing, lab, speech

# Syntax that an old Python cannot read.
MODERN = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Await, ast.Nonlocal)


def type_in(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess:
    """Run a command as a learner does."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    surroundings = {**plain, **variables}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def is_a_sentence(text: str) -> bool:
    """Tell whether an error message is for people."""
    return bool(text.strip()) and "Traceback" not in text and "Error:" not in text


def test_run_py_can_be_read_by_every_python(root):
    tree = ast.parse((root / "run.py").read_text("ascii"))
    nodes = list(ast.walk(tree))
    assert not [node for node in nodes if isinstance(node, MODERN)]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    assert not [
        one
        for one in functions
        if one.returns or one.args.kwonlyargs or any(a.annotation for a in one.args.args)
    ]


def test_an_old_python_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "argv", ["run.py", "lab"])
    assert "needs Python 3.11 or newer. This is Python 3.9." in entry.advice(None).replace(
        "These lessons need", "needs"
    )
    assert "python.org/downloads" in entry.advice(None)
    assert "python3.12 run.py lab" in entry.advice("python3.12")


def old_pythons() -> list[str]:
    """Return the old Pythons that this computer happens to have."""
    folders = [Path(one) for one in os.environ.get("PATH", "").split(os.pathsep) if one]
    folders += sorted((Path.home() / ".pyenv" / "versions").glob("*/bin"))
    names = ("python2.7", *(f"python3.{minor}" for minor in range(4, 11)))
    found = [folder / name for folder in folders for name in names if (folder / name).is_file()]
    return [str(path) for path in found if "shims" not in path.parts]


def test_every_old_python_of_this_computer_says_a_sentence(copy):
    if not old_pythons():
        pytest.skip("this computer has no Python older than 3.11")
    for python in old_pythons():
        asked = subprocess.run([python, "run.py", "lab"], cwd=copy, capture_output=True, encoding="utf-8")
        assert asked.returncode == 1 and "Python 3.11 or newer" in asked.stderr, python
        assert is_a_sentence(asked.stderr)


def test_without_a_network_it_says_so_and_can_be_tried_again(copy):
    nothing = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    asked = type_in(copy, "run.py", "lab", "--no-browser", **nothing)
    assert asked.returncode == 1 and is_a_sentence(asked.stderr)
    assert "Connect to the internet" in asked.stderr
    assert not (copy / ".venv" / "gluteal-unfinished").exists(), (
        "an environment that pip left alone is not half made"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("NewConnectionError: Failed to establish a new connection", "Connect to the internet"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: Could not install: [WinError 5] Access is denied", "Close JupyterLab"),
        ("ERROR: something new", "something new"),
    ],
)
def test_what_pip_says_becomes_a_sentence(tmp_path, words, sentence):
    (tmp_path / "log").write_text(words, "utf-8")
    assert sentence in installing.explain(tmp_path / "log", tmp_path / "marker")


def test_pip_stopped_while_it_changed_things_leaves_the_mark(tmp_path):
    (tmp_path / "log").write_text("Installing collected packages: a\nNo space left on device", "utf-8")
    (tmp_path / "marker").touch()
    installing.explain(tmp_path / "log", tmp_path / "marker")
    assert (tmp_path / "marker").exists()


def test_without_the_venv_module_it_names_the_package(house, monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(speech.Stop, match="sudo apt install python3-venv"):
        house.prepare()
    assert not house.HOME.exists()


def test_a_full_disk_is_noticed_before_the_installation(house, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda place: shutil._ntuple_diskusage(1, 1, 10_000_000))
    with pytest.raises(speech.Stop, match=r"needs about 0.9 GB and the disk has 0.0 GB left"):
        house.prepare()


def test_a_folder_that_cannot_be_written_is_named(house, monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "TURN", tmp_path / "pyproject.toml" / "lock")
    with pytest.raises(speech.Stop, match="Copy the folder to a place of your own"):
        house.prepare()


def test_a_lock_that_is_missing_is_named(house, tmp_path):
    (tmp_path / "requirements.lock").unlink()
    with pytest.raises(speech.Stop, match=r"requirements\.lock is missing"):
        house.prepare()


def test_a_port_in_use_is_told_before_anything_is_set_up(copy):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        asked = type_in(copy, "run.py", "lab", "--port", str(port))
    assert asked.returncode == 1 and is_a_sentence(asked.stderr)
    assert re.search(rf"Port {port} is in use .*PORT={port + 1}", asked.stderr, re.DOTALL)
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize("text", ["http", "80", "-1", "70000", "8888.5", "²"])
def test_what_is_not_a_port_is_refused(text):
    with pytest.raises(speech.Stop, match="is not a port"):
        lab.check_port(text)


def test_a_missing_lesson_is_named(copy):
    (copy / "notebooks" / "00_start_here.ipynb").unlink()
    asked = type_in(copy, "run.py", "lab")
    assert (
        asked.returncode == 1
        and "00_start_here.ipynb is missing" in asked.stderr
        and is_a_sentence(asked.stderr)
    )


def test_an_unknown_command_names_those_that_exist(copy):
    asked = type_in(copy, "run.py", "labb")
    assert asked.returncode == 1 and "lab, test, setup" in asked.stderr and is_a_sentence(asked.stderr)


def test_without_a_command_it_lists_them_all(copy):
    asked = type_in(copy, "run.py")
    assert asked.returncode == 0
    assert not [name for name in commands.COMMANDS if f"run.py {name}" not in asked.stdout]
