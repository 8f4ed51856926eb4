"""What all tests share: the checkout, and a work folder that is not the learner's."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline would be a timed test: a busy computer fails it, and nothing is wrong.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _own_work_folder(tmp_path_factory):
    """Keep a learner's answers out of the tests and the tests out of them, also without run.py."""
    if not os.environ.get("GLUTEAL_WORK"):
        os.environ["GLUTEAL_WORK"] = str(tmp_path_factory.mktemp("work"))


@pytest.fixture(scope="session")
def tracked_files(root) -> tuple[Path, ...]:
    """Every file of the repository that is not ignored, as git has it; without git, every plain file."""
    import subprocess

    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True)
    if listed.returncode:
        pytest.skip("this copy is not a git repository, so there is no list of its files")
    names = listed.stdout.decode("utf-8").split("\0")
    return tuple(path for name in names if name and (path := root / name).is_file())
