"""A server on which the hub's own programs are stand-ins that write down what they were told."""

import os
import subprocess
from pathlib import Path

NOTES_DOWN = '#!/bin/bash\necho "$*" >> "{book}"\n{more}'
OLD = 'case "$*" in *version_info*) exit 1 ;; esac\n'


class StandIn:
    """A prefix like that of The Littlest JupyterHub, and a repository of lessons.

    Attributes
    ----------
    prefix, lessons : Path
        Where the hub is, and where the recipe puts the lessons.
    """

    def __init__(self, folder: Path, root: Path):
        self.folder, self.root = folder, root
        self.prefix, self.lessons = folder / "tljh", folder / "opt" / "gluteal"
        self.repository = folder / "repository"
        (self.repository / "deploy").mkdir(parents=True)
        (self.repository / "notebooks").mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.publish("first")

    def equip(self, new_enough: bool = True) -> None:
        """Put the hub's programs there."""
        for place, more in (("user/bin/python3", "" if new_enough else OLD), ("hub/bin/tljh-config", "")):
            program = self.prefix / place
            program.parent.mkdir(parents=True)
            program.write_text(NOTES_DOWN.format(book=self.folder / program.name, more=more))
            program.chmod(0o755)
        (self.prefix / "config").mkdir()

    def publish(self, text: str) -> None:
        """Commit a state of the lessons."""
        (self.repository / "notebooks/03.ipynb").write_text(text)
        self.git("add", "--all")
        self.git("-c", "user.name=jo", "-c", "user.email=jo@example.org", "commit", "--quiet", "-m", text)

    def git(self, *words: str) -> None:
        """Run git in the repository."""
        subprocess.run(["git", "-C", self.repository, *words], check=True)

    def install(self, address: str | None = "") -> subprocess.CompletedProcess:
        """Run the recipe."""
        words = [] if address is None else [address or self.repository.as_uri()]
        places = {"TLJH_INSTALL_PREFIX": str(self.prefix), "GLUTEAL_LESSONS": str(self.lessons)}
        return subprocess.run(
            ["bash", self.root / "deploy/littlest-jupyterhub/install.sh", *words],
            env={**os.environ, **places},
            capture_output=True,
            text=True,
        )

    def start_student(self, *words: str) -> subprocess.CompletedProcess:
        """Start a student's server, whose programs are stand-ins too."""
        folder = self.folder / "bin"
        folder.mkdir()
        for name in ("python3", "jupyterhub-singleuser"):
            book = self.folder / name
            more = f'echo "$JUPYTER_RUNTIME_DIR" >> "{book}"'
            (folder / name).write_text(NOTES_DOWN.format(book=book, more=more))
            (folder / name).chmod(0o755)
        return subprocess.run(
            [self.root / "deploy/start-student", *words],
            env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
        )

    def said(self, program: str) -> list[str]:
        """Return what a program was told, one line for each call."""
        return (self.folder / program).read_text().splitlines()
