"""Opening the lessons: trust them, find a port, start JupyterLab, stop quietly."""

import hashlib
import json
import os
import signal
import socket
import subprocess
from pathlib import Path

from .environment import HOME, ROOT, child_environment, prepare
from .speech import Stop, say

NOTEBOOKS = ROOT / "notebooks"
FIRST = NOTEBOOKS / "00_start_here.ipynb"
SETTINGS = ROOT / "gluteal" / "publish" / "jupyterlab_overrides.json"
EXTENSION = ROOT / "gluteal" / "publish" / "labextension"
TRUSTED = HOME / "gluteal-trusted.json"


def start(port: str | None, browser: bool) -> int:
    """Open JupyterLab on the first lesson and wait until the learner stops it."""
    if not FIRST.is_file():
        raise Stop(f"{FIRST.relative_to(ROOT)} is missing. Get it back with:  git checkout -- notebooks")
    number = check_port(port)
    python = prepare()
    trust(python)
    say("Opening the lessons in JupyterLab. To stop, come back to this window and press Ctrl-C.")
    return attend(subprocess.Popen(lab_command(python, number, browser), cwd=ROOT, env=child_environment()))


def check_port(text: str | None) -> int | None:
    """Return the chosen port as a number, or None where none was chosen; stop if it cannot be used."""
    if text is None:
        return None
    if not text.isdecimal() or not 1024 <= int(text) <= 65535:
        raise Stop(f"{text!r} is not a port. Choose a number from 1024 to 65535, for example PORT=8889.")
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError:
            raise Stop(taken(int(text))) from None
    return int(text)


def taken(port: int) -> str:
    """Return what to do about a port that another program uses."""
    other = port + 1 if port < 65535 else port - 1
    return (
        f"Port {port} is in use by another program, perhaps by lessons that are still open.\n"
        f"Choose another, for example:  make lab PORT={other}  (or: python run.py lab --port {other})"
    )


def lab_command(python: Path, port: int | None, browser: bool) -> list:
    """Return the command that starts JupyterLab at the top of the checkout, on the first lesson."""
    command = [str(python), "-m", "jupyterlab", f"--ServerApp.root_dir={ROOT}"]
    command += [f"--LabApp.default_url=/lab/tree/{FIRST.relative_to(ROOT).as_posix()}"]
    command += ["--ServerApp.answer_yes=True", "--Application.log_level=ERROR"]
    command.append("--KernelManager.transport_encryption=auto")  # or each kernel warns that there is none
    if port is not None:
        command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return command


def attend(lab: subprocess.Popen) -> int:
    """Wait for JupyterLab; pass a Ctrl-C or a termination on and count it as a normal end."""
    signal.signal(signal.SIGTERM, lambda *_: lab.terminate())
    try:
        status = lab.wait()
    except KeyboardInterrupt:
        status = _let_it_end(lab)
    if status > 0:
        raise Stop("JupyterLab stopped by itself; what it said stands above.")
    return 0


def _let_it_end(lab: subprocess.Popen) -> int:
    """Give JupyterLab time to stop its kernels after Ctrl-C; a second Ctrl-C ends it at once."""
    for patience, push in ((3, lab.terminate), (10, lab.kill)):
        try:
            lab.wait(timeout=patience)
            break
        except subprocess.TimeoutExpired:
            push()
        except KeyboardInterrupt:
            lab.kill()
    lab.wait()
    say("\nThe lessons are closed.")
    return 0


def trust(python: Path) -> None:
    """Trust the lessons and set JupyterLab for them, so that widgets show on opening and are kept on saving.

    It costs nothing where nothing changed since the last time.
    """
    state = lessons_state()
    if is_trusted(state):
        return
    done = subprocess.run(
        [str(python), "-m", "gluteal", "trust"],
        cwd=ROOT,
        env=child_environment(),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        say("The lessons could not be marked as trusted: widgets appear only after you run the cells.")
        say(done.stderr.strip())
        return
    TRUSTED.write_text(
        json.dumps({"lessons": state, "signatures": done.stdout.strip().splitlines()[-1]}), "utf-8"
    )


def lessons_state() -> str:
    """Return a hash of the lessons and of the person who opens them: trust is kept per user."""
    digest = hashlib.sha256()
    for name in ("HOME", "USERPROFILE", "JUPYTER_DATA_DIR", "XDG_DATA_HOME"):
        digest.update(f"{name}={os.environ.get(name)}\n".encode())
    lessons = (path for path in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    extension = (path for path in EXTENSION.rglob("*") if path.is_file())
    for path in [SETTINGS, *sorted(extension), *sorted(lessons)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_trusted(state: str) -> bool:
    """Tell whether these very lessons were trusted before and the signatures are still there."""
    try:
        before = json.loads(TRUSTED.read_text("utf-8"))
        return before["lessons"] == state and Path(before["signatures"]).is_file()
    except (OSError, ValueError, KeyError, TypeError):
        return False
