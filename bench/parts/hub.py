"""A JupyterHub on the loopback address, set up by the recipe in ``deploy``, and what its processes cost."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import requests

ROOT = Path(__file__).resolve().parents[2]
RECIPE = ROOT / "deploy" / "littlest-jupyterhub" / "gluteal_lessons.py"
SETTINGS = """
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub_port}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.db_url = "sqlite:///{scratch}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{scratch}/cookie_secret"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "{scratch}/home/{{username}}"
load_subconfig({recipe!r})
c.Spawner.args = {arguments!r}
c.Spawner.environment["TMPDIR"] = "{scratch}"  # nothing is left behind
"""
EVERY_S = 0.5


@dataclass
class Cost:
    """Memory and processor time of one student's processes."""

    pss_mb: float = 0.0
    uss_mb: float = 0.0
    cpu_s: float = 0.0


@dataclass
class Peak:
    """The most that was seen: of each student, and of all at the same moment."""

    pss_mb: dict = field(default_factory=dict)
    together_mb: float = 0.0

    def see(self, costs: dict) -> None:
        """Keep what is larger than before."""
        for name, cost in costs.items():
            self.pss_mb[name] = max(self.pss_mb.get(name, 0.0), cost.pss_mb)
        self.together_mb = max(self.together_mb, sum(cost.pss_mb for cost in costs.values()))


class Hub:
    """A running hub; leave the ``with`` block and everything that it started has ended."""

    def __init__(self, scratch: Path, proxy: str):
        self.scratch, self.proxy = scratch, str(Path(proxy).resolve())
        self.password = secrets.token_hex(8)
        self.ports = free_ports(3)
        self.address = f"http://127.0.0.1:{self.ports[0]}"
        self.repository = scratch / "lessons.git"
        self.owners: dict[int, str] = {}

    def __enter__(self):
        self._publish()
        file = self.scratch / "jupyterhub_config.py"
        file.write_text(self._settings(), encoding="utf-8")
        self.log = (self.scratch / "hub.log").open("w", encoding="utf-8")
        command = [sys.executable, "-m", "jupyterhub", "--config", str(file)]
        self.process = subprocess.Popen(
            command, cwd=self.scratch, env=surroundings(), stdout=self.log, stderr=self.log,
            start_new_session=True,
        )  # fmt: skip
        self._wait()
        return self

    def __exit__(self, kind, *_):
        if kind:
            print((self.scratch / "hub.log").read_text("utf-8")[-4000:], file=sys.stderr)
        family = self._family()
        self.process.send_signal(signal.SIGINT)
        _, left = psutil.wait_procs(family, timeout=20)
        for process in left:
            process.kill()
        psutil.wait_procs(left)
        self.log.close()

    def memory(self) -> dict[str, Cost]:
        """Return what each student's processes cost now."""
        costs: dict[str, Cost] = {}
        for process in self._family():
            owner = self._owner(process)
            if owner:
                add(costs.setdefault(owner, Cost()), process)
        return costs

    def own_mb(self) -> float:
        """Return the memory of hub and proxy, in MB."""
        total = Cost()
        for process in self._family():
            if not self._owner(process):
                add(total, process)
        return total.pss_mb

    def disk_mb(self, name: str) -> float:
        """Return what a student's home folder takes on the disk, in MB."""
        home = self.scratch / "home" / name
        return sum(path.lstat().st_size for path in home.rglob("*") if path.is_file()) / 1e6

    @contextmanager
    def watch(self):
        """Look at the memory twice a second while the block runs."""
        peak, over = Peak(), threading.Event()

        def look() -> None:
            while not over.wait(EVERY_S):
                peak.see(self.memory())

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            yield peak
        finally:
            over.set()
            watcher.join()
            peak.see(self.memory())

    def _publish(self) -> None:
        """Lay the lessons as they are committed into a repository, from which the students pull."""
        command = ["git", "clone", "--quiet", "--bare", ROOT.as_uri(), str(self.repository)]
        subprocess.run(command, check=True)

    def _settings(self) -> str:
        port, hub_port, proxy_port = self.ports
        root = ["--allow-root"] if os.geteuid() == 0 else []
        return SETTINGS.format(
            port=port, hub_port=hub_port, proxy_port=proxy_port, proxy=self.proxy, scratch=self.scratch,
            password=self.password, recipe=str(RECIPE), arguments=root,
        )  # fmt: skip

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if requests.get(f"{self.address}/hub/api", timeout=5).ok:
                    return
            except requests.ConnectionError:
                time.sleep(0.2)
        raise SystemExit(f"The hub did not start:\n{(self.scratch / 'hub.log').read_text('utf-8')[-2000:]}")

    def _family(self) -> list[psutil.Process]:
        try:
            hub = psutil.Process(self.process.pid)
            return [hub, *hub.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def _owner(self, process: psutil.Process) -> str:
        if process.pid not in self.owners:
            try:
                self.owners[process.pid] = process.environ().get("JUPYTERHUB_USER", "")
            except psutil.Error:
                return ""
        return self.owners[process.pid]


def add(cost: Cost, process: psutil.Process) -> None:
    """Add what a process takes; one that has just ended adds nothing."""
    try:
        memory, times = process.memory_full_info(), process.cpu_times()
    except psutil.Error:
        return
    cost.pss_mb += memory.pss / 1e6
    cost.uss_mb += memory.uss / 1e6
    cost.cpu_s += times.user + times.system


def surroundings() -> dict:
    """Return the variables of a hub: this environment's programs first, none of the lessons' own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GLUTEAL_", "JUPYTER"))}
    return {**kept, "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])}


def free_ports(number: int) -> list[int]:
    """Return ports of the loopback address that nobody uses now."""
    listeners = [socket.socket() for _ in range(number)]
    try:
        for one in listeners:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in listeners]
    finally:
        for one in listeners:
            one.close()
