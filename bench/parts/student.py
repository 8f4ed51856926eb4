"""A simulated student: a browser's requests without the browser, a kernel's messages over its websocket."""

import json
import re
import time
import uuid
from urllib.parse import urljoin

import nbformat
import requests
import websocket

from gluteal.publish import hub_link, lessons

TIMEOUT_S = 300


class Student:
    """One who logs in, pulls the lessons, opens JupyterLab and runs a lesson.

    Attributes
    ----------
    seconds : dict
        How long each step took as the student saw it.
    """

    def __init__(self, hub, name: str, lesson: str):
        self.hub, self.name = hub, name
        self.file = lessons.find([lesson])[0].name
        self.home = f"{hub.address}/user/{name}/"
        self.web = requests.Session()
        self.seconds: dict[str, float] = {}

    def arrive(self) -> None:
        """Log in and wait for the server; pull the lessons."""
        with self._clock("login"):
            self._log_in()
            self._wait_for_server()
        with self._clock("pull"):
            self._pull()

    def work(self) -> None:
        """Open JupyterLab and the lesson, run every cell, save."""
        with self._clock("work"):
            self._open_lab()
            notebook = self._json("GET", f"api/contents/{hub_link.FOLDER}/notebooks/{self.file}")
            self._expect_trust(notebook["content"]["cells"])
            with self._clock("run"):
                ran = self._run(notebook["content"])
            model = {"type": "notebook", "format": "json", "content": ran}
            self._json("PUT", f"api/contents/{hub_link.FOLDER}/notebooks/{self.file}", model)

    def _clock(self, step: str):
        return Clock(self.seconds, step)

    def _log_in(self) -> None:
        page = f"{self.hub.address}/hub/login"
        self._ask("GET", page)
        form = {"username": self.name, "password": self.hub.password, "_xsrf": self._token("/hub/")}
        self._ask("POST", f"{page}?next=%2Fhub%2Fspawn", data=form)

    def _wait_for_server(self) -> None:
        """Listen to what the hub tells the waiting page, until it says that the server is ready."""
        address = f"{self.hub.address}/hub/api/users/{self.name}/server/progress"
        told = self._ask("GET", address, headers={"X-XSRFToken": self._token("/hub/")}).text
        if '"ready": true' not in told:
            raise SystemExit(f"The server of {self.name} did not start: {told[-300:]}")
        self._ask("GET", f"{self.home}lab", headers={"Sec-Fetch-Mode": "navigate"})

    def _pull(self) -> None:
        """Follow the link that an instructor gives out: first its page, then what that page asks for."""
        where = hub_link.query(self.hub.repository.as_uri(), "main", self.file)
        self._ask("GET", f"{self.home}git-pull?{where}")
        told = self._ask("GET", f"{self.home}git-pull/api?{where}").text
        if '"phase": "finished"' not in told:
            raise SystemExit(f"nbgitpuller did not finish: {told[-500:]}")

    def _open_lab(self) -> None:
        """Load the page and every file that it names, as a browser with an empty cache does."""
        page = self._ask("GET", f"{self.home}lab/tree/{hub_link.FOLDER}/notebooks/{self.file}")
        for name in re.findall(r'(?:src|href)="([^"]+\.(?:js|css))[?"]', page.text):
            self._ask("GET", urljoin(page.url, name))
        self._json("GET", "lab/api/settings")

    def _expect_trust(self, cells: list) -> None:
        """Stop if JupyterLab would hide the lesson's live pictures until its cells are run."""
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        if not all(cell["metadata"].get("trusted") for cell in code):
            raise SystemExit(f"{self.name} does not trust {self.file}: start-student did not sign it.")

    def _run(self, content: dict) -> dict:
        session = self._json(
            "POST", "api/sessions",
            {"path": f"{hub_link.FOLDER}/notebooks/{self.file}", "name": self.file, "type": "notebook",
             "kernel": {"name": "python3"}},
        )  # fmt: skip
        cells = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
        channel = self._channel(session["kernel"]["id"])
        try:
            for cell in cells:
                cell["outputs"] = execute(channel, "".join(cell["source"]))
        finally:
            channel.close()
        return content

    def _channel(self, kernel: str) -> websocket.WebSocket:
        address = f"{self.home}api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}"
        cookies = requests.cookies.get_cookie_header(
            self.web.cookies, requests.Request("GET", address).prepare()
        )
        return websocket.create_connection(
            address.replace("http", "ws", 1), cookie=cookies, timeout=TIMEOUT_S,
            header={"X-XSRFToken": self._token(f"/user/{self.name}/"), "Sec-Fetch-Mode": "websocket"},
        )  # fmt: skip

    def _token(self, path: str) -> str:
        """Return the token against forged requests that the page under ``path`` was given."""
        return next((one.value for one in self.web.cookies if one.name == "_xsrf" and one.path == path), "")

    def _json(self, method: str, path: str, content: dict | None = None) -> dict:
        headers = {"X-XSRFToken": self._token(f"/user/{self.name}/")}
        return self._ask(method, self.home + path, json=content, headers=headers).json()

    def _ask(self, method: str, address: str, **more) -> requests.Response:
        answer = self.web.request(method, address, timeout=TIMEOUT_S, **more)
        if not answer.ok:
            told = f"{answer.status_code}: {answer.text[-300:]}"
            raise SystemExit(f"{self.name}: {method} {address} was answered by {told}")
        return answer


class Clock:
    """Write down how long a block takes."""

    def __init__(self, seconds: dict, step: str):
        self.seconds, self.step = seconds, step

    def __enter__(self):
        self.started = time.perf_counter()

    def __exit__(self, *_):
        self.seconds[self.step] = time.perf_counter() - self.started


def execute(channel, source: str) -> list:
    """Run one cell and return what it shows, widgets included; an error ends the measurement."""
    identity = uuid.uuid4().hex
    channel.send(json.dumps(request(identity, source)))
    outputs, replied, idle = [], False, False
    while not (replied and idle):
        message = json.loads(channel.recv())
        if message["parent_header"].get("msg_id") != identity:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "error":
            raise SystemExit(f"A cell failed: {source}\n{content['evalue']}")
        replied |= kind == "execute_reply"
        idle |= kind == "status" and content["execution_state"] == "idle"
        if kind in ("stream", "display_data", "execute_result"):
            outputs.append(nbformat.v4.output_from_msg(message))
    return outputs


def request(identity: str, source: str) -> dict:
    """Return the message that asks a kernel to run a cell."""
    header = {"msg_id": identity, "msg_type": "execute_request", "username": "", "session": identity,
              "date": "", "version": "5.3"}  # fmt: skip
    content = {"code": source, "silent": False, "store_history": True, "user_expressions": {},
               "allow_stdin": False, "stop_on_error": True}  # fmt: skip
    return {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content}
