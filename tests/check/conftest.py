"""A copy of the data that a test may spoil."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def pack(root, tmp_path) -> Path:
    """The folder that holds the copy."""
    shutil.copytree(root / "data", tmp_path / "data")
    return tmp_path
