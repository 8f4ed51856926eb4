"""Run a real JupyterLab server whose every file lies in one temporary folder, and drive its notebooks."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from gluteal.paths import figures_dir
from gluteal.publish.jupyterlab import OVERRIDES, write_extension

TOKEN = "lessons"
NOTEBOOKS = "notebooks"
START_S = 60.0
STOP_S = 10.0


def free_port() -> int:
    """Return a loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def trust(notebook: Path, data_dir: Path) -> None:
    """Sign a notebook in the signature database of a Jupyter data folder, as ``jupyter trust`` does."""
    import nbformat
    from nbformat.sign import NotebookNotary

    data_dir.mkdir(parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(data_dir))
    notary.sign(nbformat.read(notebook, as_version=4))
    notary.store.close()


class LabServer:
    """A JupyterLab server on a free loopback port.

    Parameters
    ----------
    home : Path
        An empty folder: notebooks, Jupyter's own files and the learner's work all go there.
    """

    def __init__(self, home: Path) -> None:
        self.home = Path(home)
        self.root = self.home / "lessons"
        self.work = self.home / "work"
        self.data_dir = self.home / "jupyter-data"
        (self.root / NOTEBOOKS).mkdir(parents=True)
        shutil.copytree(figures_dir(), self.root / figures_dir().name)  # where lessons look for them
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = (self.home / "server.log").open("w+", encoding="utf-8")
        self._write_settings()
        self._process = subprocess.Popen(
            self._command(),
            cwd=self.root,
            env=self._environment(),
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        self._wait()

    def _write_settings(self) -> None:
        # What the set-up writes into its environment, so that the tests run what learners run.
        target = self.home / "app-settings" / "overrides.json"
        target.parent.mkdir()
        shutil.copyfile(OVERRIDES, target)
        write_extension(self.data_dir)

    def _environment(self) -> dict[str, str]:
        ours = {
            "GLUTEAL_WORK": self.work,
            "IPYTHONDIR": self.home / "ipython",
            "JUPYTER_CONFIG_DIR": self.home / "config",
            "JUPYTER_DATA_DIR": self.data_dir,
            "JUPYTER_RUNTIME_DIR": self.home / "runtime",
            "JUPYTERLAB_SETTINGS_DIR": self.home / "settings",
            "JUPYTERLAB_WORKSPACES_DIR": self.home / "workspaces",
        }
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
        return {**environment, **{key: str(value) for key, value in ours.items()}}

    def _command(self) -> list[str]:
        return [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
            *("--ip=127.0.0.1", f"--port={self.port}", "--ServerApp.port_retries=0"),
            *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={self.root}"),
            *("--LabApp.expose_app_in_browser=True", "--LabApp.extension_manager=readonly"),
            f"--LabApp.app_settings_dir={self.home / 'app-settings'}",
            "--ServerApp.terminals_enabled=False",
        ]

    def _wait(self) -> None:
        end = time.monotonic() + START_S
        while time.monotonic() < end and self._process.poll() is None:
            try:
                self.api("status", timeout_s=2)
                return
            except OSError:
                time.sleep(0.1)
        self.close()
        raise RuntimeError(f"JupyterLab did not start within {START_S:.0f} s:\n{self.log()[-2000:]}")

    def api(self, path: str, method: str = "GET", timeout_s: float = 10):
        """Call the server's REST interface and return what it answers (None when it answers nothing)."""
        request = urllib.request.Request(f"{self.url}/api/{path}", method=method)
        request.add_header("Authorization", f"token {TOKEN}")
        with urllib.request.urlopen(request, timeout=timeout_s) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def log(self) -> str:
        """Return what the server has written."""
        return (self.home / "server.log").read_text(encoding="utf-8", errors="replace")

    def add(self, source: Path, name: str | None = None, trusted: bool = True) -> str:
        """Put a copy of a notebook into the server's folder, signed if ``trusted``; return its name."""
        name = f"{NOTEBOOKS}/{name or Path(source).name}"
        target = self.root / name
        text = Path(source).read_text(encoding="utf-8")
        if not trusted:
            # Signatures are of the content: a copy of a signed notebook would be trusted under any name.
            notebook = json.loads(text)
            notebook["metadata"]["title"] = "untrusted copy"
            text = json.dumps(notebook)
        target.write_text(text, encoding="utf-8")
        if trusted:
            trust(target, self.data_dir)
        return name

    def stop_kernels(self) -> None:
        """Shut down every kernel session."""
        for session in self.api("sessions"):
            self.api(f"sessions/{session['id']}", method="DELETE")

    def close(self) -> None:
        """Stop the server and its kernels; kill it when it does not go by itself."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(STOP_S)
        self._log.close()
