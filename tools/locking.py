"""Pinning: pyproject.toml says what is wanted, the locks say what exactly is installed."""

import shutil
import subprocess

from .environment import ROOT
from .speech import Stop, say

LOCKS = (
    ("requirements.lock", ()),
    ("requirements-class.lock", ("--extra", "class", "--extra", "cluster", "-c", "requirements.lock")),
    ("requirements-test.lock", ("--extra", "test", "-c", "requirements-class.lock")),
)
COMMON = (
    "--universal",
    "--python-version",
    "3.11",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def compile_locks(arguments: list) -> int:
    """Write all locks with uv. Pins stay where they can; ``--upgrade`` takes the newest versions."""
    uv = shutil.which("uv")
    if uv is None:
        raise Stop(
            "The locks are computed by uv, which is not installed. Type:  pip install uv  and try again."
        )
    for name, extra in LOCKS:
        command = [uv, "pip", "compile", "pyproject.toml", *COMMON, *extra, "-o", name, *arguments]
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL).returncode:
            raise Stop(f"uv could not compute {name}; what it said stands above. Nothing else was changed.")
        say(f"Wrote {name}.")
    return 0
