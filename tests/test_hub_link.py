"""The link that brings the lessons to a hub: how it is written, and that nbgitpuller follows it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest

from gluteal.publish import hub_link
from gluteal.publish.embed import PublishError
from tests.hub_stand_in import StandIn

ADDRESS = "git@github.com:owner/repo.git"


@pytest.mark.parametrize(
    "hub",
    [
        "https://hub.example.org",
        "https://hub.example.org/",
        "https://hub.example.org/hub/home",
        " https://hub.example.org/hub ",
    ],
)
def test_any_address_of_the_hub_will_do(hub):
    assert hub_link.link(hub, ADDRESS).startswith("https://hub.example.org/hub/user-redirect/git-pull?")


def test_a_hub_below_a_path_keeps_it():
    assert hub_link.link("http://school.org/jupyter/hub/login", ADDRESS).startswith(
        "http://school.org/jupyter/hub/user-redirect/"
    )


def test_the_link_says_what_to_fetch_and_what_to_open():
    asked = parse_qs(urlsplit(hub_link.link("https://h.org", ADDRESS, "spring", "03")).query)
    assert asked == {
        "repo": ["https://github.com/owner/repo.git"],
        "branch": ["spring"],
        "targetpath": ["gluteal"],
        "depth": ["1"],
        "urlpath": ["lab/tree/gluteal/notebooks/03_referral_patterns.ipynb"],
    }


@pytest.mark.parametrize("hub", ["", "hub.example.org", "ftp://hub.example.org", "https://"])
def test_what_is_no_hub_is_refused_with_a_sentence(hub):
    with pytest.raises(PublishError, match="looks like https://hub"):
        hub_link.link(hub, ADDRESS)


def test_a_lesson_that_does_not_exist_is_named():
    with pytest.raises(KeyError, match="99"):
        hub_link.link("https://h.org", ADDRESS, lesson="99")


@pytest.mark.skipif(sys.platform == "win32", reason="hubs run on Linux")
def test_the_first_click_brings_the_lessons_and_a_later_one_keeps_what_a_student_wrote(root, tmp_path):
    pytest.importorskip("nbgitpuller", reason="nbgitpuller is not installed")
    source, home = StandIn(tmp_path / "source", root), tmp_path / "home"
    home.mkdir()
    asked = hub_link.query(source.repository.as_uri(), "main", "03.ipynb")
    lessons = home / hub_link.FOLDER / "notebooks"
    with server(home) as address:
        assert "lab/tree/gluteal/notebooks/03.ipynb" in get(f"{address}/git-pull?{asked}")
        assert '"phase": "finished"' in get(f"{address}/git-pull/api?{asked}")
        assert (lessons / "03.ipynb").read_text() == "first"
        (lessons / "03.ipynb").write_text("first, and my answer")
        (source.repository / "notebooks/04.ipynb").write_text("new")
        source.publish("first")
        assert '"phase": "finished"' in get(f"{address}/git-pull/api?{asked}")
    assert (lessons / "03.ipynb").read_text() == "first, and my answer"
    assert (lessons / "04.ipynb").read_text() == "new"


@contextmanager
def server(home):
    """A Jupyter server on the loopback address, as a student has one on a hub."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    words = f"--ServerApp.ip=127.0.0.1 --ServerApp.port={port} --no-browser --allow-root"
    command = [sys.executable, "-m", "jupyter", "server", *words.split(), "--IdentityProvider.token="]
    own = {"HOME": str(home), "JUPYTER_CONFIG_DIR": str(home), "JUPYTER_RUNTIME_DIR": str(home / "run")}
    log = (home.parent / "server.log").open("w")
    process = subprocess.Popen(command, cwd=home, env={**os.environ, **own}, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        log.close()


def wait_for(address, process):
    """Ask until the server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            return get(address)
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")


def get(address):
    """Return what an address answers, without the marks of its markup."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        return re.sub(r"%2F", "/", answer.read().decode())
