"""The recipes for a hub: what can be checked without a server or a cluster is checked here."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.hub_stand_in import StandIn

SCRIPTS = ("deploy/start-student", "deploy/littlest-jupyterhub/install.sh")
# Words that stand for something of the reader's own; only comments and messages may hold them.
STAND_FOR = re.compile(r"OWNER|REPO\b|REGISTRY|YOUR-NAME")
SECRET = re.compile(r"(?i)^(?!\s*#).*(password|secret|token|key)\s*[:=]\s*['\"]?\w{4,}")
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="the recipes are for servers with Linux")


@pytest.fixture(scope="module")
def values(root):
    """What the cluster is told."""
    return yaml.safe_load((root / "deploy/zero-to-jupyterhub/values.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def schema(root):
    """What it may be told."""
    return json.loads((root / "tests/samples/hub_values_schema.json").read_text("utf-8"))


def test_the_values_are_those_that_the_chart_knows(values, schema):
    jsonschema.validate(values, schema)


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("singleuser", "memory", "limit"), "1 GB"),
        (("singleuser", "storage", "type"), "disk"),
        (("singleuser", "memroy"), {}),
        (("cull", "timeout"), "3600"),
    ],
)
def test_a_wrong_value_is_found(values, schema, where, wrong):
    spoiled = json.loads(json.dumps(values))
    *path, last = where
    inner = spoiled
    for key in path:
        inner = inner[key]
    inner[last] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoiled, schema)


def test_nobody_enters_without_a_name_and_an_admin_who_lets_them_in(values):
    config = values["hub"]["config"]
    assert config["JupyterHub"]["authenticator_class"] == "native"
    assert config["NativeAuthenticator"]["open_signup"] is False


def test_the_image_is_that_of_this_version(values, root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert values["singleuser"]["image"]["tag"] == project["version"]
    dockerfile = (root / "deploy/zero-to-jupyterhub/Dockerfile").read_text("utf-8")
    assert f"gluteal-lessons:{project['version']}" in dockerfile


def test_the_image_and_the_cluster_start_the_same_script(values, root):
    dockerfile = (root / "deploy/zero-to-jupyterhub/Dockerfile").read_text("utf-8")
    started = values["singleuser"]["cmd"]
    assert f'CMD ["{started}"]' in dockerfile
    assert (root / Path(started).relative_to("/srv/gluteal")).is_file()
    assert "COPY . /srv/gluteal" in dockerfile


def test_the_image_holds_what_the_dockerfile_names_and_not_what_a_learner_did(root):
    dockerfile = (root / "deploy/zero-to-jupyterhub/Dockerfile").read_text("utf-8")
    named = set(re.findall(r"/srv/gluteal/([\w./-]+)", dockerfile))
    assert named and all((root / name).is_file() for name in named)
    ignored = (root / "deploy/zero-to-jupyterhub/Dockerfile.dockerignore").read_text("utf-8").split()
    assert {"my_work", ".git", ".venv"} <= set(ignored)


def test_a_hub_needs_nothing_that_the_lock_pins_otherwise(root):
    def names(file):
        told = (root / file).read_text("utf-8").splitlines()
        return {canonicalize_name(Requirement(line).name) for line in told if line and line[0] != "#"}

    assert names("deploy/requirements-hub.txt") == {"nbgitpuller"}
    assert not names("deploy/requirements-hub.txt") & names("requirements.lock")


def test_no_recipe_holds_a_secret_or_leaves_a_gap(tracked_files, root):
    files = [path for path in tracked_files if path.is_relative_to(root / "deploy") and path.suffix != ".md"]
    assert len(files) > 5
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            assert not SECRET.search(line), f"{path.name}: {line}"
            told = line.lstrip().startswith("#") or "stop " in line or "bootstrap.py" in line
            assert told or not STAND_FOR.search(line), f"{path.name}: {line}"


def test_a_secret_would_be_found():
    assert SECRET.search("  password: hunter2") and SECRET.search("TOKEN=abcd1234")
    assert not SECRET.search("    minimum_password_length: 8") and not SECRET.search("# password: none")


@needs_linux
@pytest.mark.parametrize("script", SCRIPTS)
def test_the_scripts_are_sound_shell(root, script):
    assert subprocess.run(["bash", "-n", root / script]).returncode == 0
    assert os.access(root / script, os.X_OK)
    if shutil.which("shellcheck"):
        told = subprocess.run(["shellcheck", root / script], capture_output=True, text=True)
        assert told.returncode == 0, told.stdout


@needs_linux
def test_a_student_starts_with_sockets_that_cannot_collide(root, tmp_path):
    server = StandIn(tmp_path, root)
    told = server.start_student("--port=1")
    assert told.returncode == 0, told.stderr
    words, runtime = server.said("jupyterhub-singleuser")
    assert words == "--KernelManager.transport=ipc --port=1"
    # A kernel's socket: kernel-, an id of 36 characters, -ipc-1; Linux takes no path longer than 107.
    assert Path(runtime).is_dir() and len(f"{runtime}/kernel-{'0' * 36}-ipc-1") <= 107
    assert Path(runtime).stat().st_mode & 0o777 == 0o700
    Path(runtime).rmdir()
    assert "trust_lessons" in server.said("python3")[0]


@needs_linux
def test_the_hub_reads_the_recipe(root, tmp_path):
    pytest.importorskip("jupyterhub", reason="JupyterHub does not run here")
    from jupyterhub.app import JupyterHub
    from jupyterhub.spawner import Spawner

    link = tmp_path / "gluteal_lessons.py"  # as install.sh lays it down
    link.symlink_to(root / "deploy/littlest-jupyterhub/gluteal_lessons.py")
    hub = JupyterHub()
    hub.load_config_file(str(link))
    spawner = hub.config.Spawner
    assert set(spawner) <= set(Spawner.class_trait_names(config=True))
    assert Path(spawner.cmd[0]).samefile(root / "deploy/start-student")
    assert spawner.environment == {"GLUTEAL_WORK": "~/my_work"}


@needs_linux
def test_without_a_hub_the_recipe_says_how_to_get_one(root, tmp_path):
    told = StandIn(tmp_path, root).install()
    assert told.returncode == 1
    assert "There is no JupyterHub" in told.stderr and "tljh.jupyter.org/bootstrap.py" in told.stderr


@needs_linux
def test_without_an_address_the_recipe_asks_for_one(root, tmp_path):
    told = StandIn(tmp_path, root).install(address=None)
    assert told.returncode == 1 and "Name the address of the repository" in told.stderr


@needs_linux
def test_an_old_python_is_refused(root, tmp_path):
    server = StandIn(tmp_path, root)
    server.equip(new_enough=False)
    told = server.install()
    assert told.returncode == 1 and "older than 3.11" in told.stderr
    assert not server.lessons.exists()


@needs_linux
def test_the_recipe_brings_the_lessons_and_sets_the_hub(root, tmp_path):
    server = StandIn(tmp_path, root)
    server.equip()
    told = server.install()
    assert told.returncode == 0, told.stderr
    assert (server.lessons / "notebooks/03.ipynb").read_text() == "first"
    pip = [line for line in server.said("python3") if line.startswith("-m pip")]
    assert "requirements.lock" in pip[0] and "requirements-hub.txt" in pip[0]
    assert pip[1].endswith(f"--no-deps -e {server.lessons}")
    assert server.said("tljh-config") == [
        "set user_environment.default_app jupyterlab",
        "set limits.memory 1G",
        "set limits.cpu 2",
        "set services.cull.timeout 3600",
        "reload",
    ]
    link = server.prefix / "config/jupyterhub_config.d/gluteal_lessons.py"
    assert link.resolve() == server.lessons / "deploy/littlest-jupyterhub/gluteal_lessons.py"


@needs_linux
def test_run_again_it_brings_newer_lessons(root, tmp_path):
    server = StandIn(tmp_path, root)
    server.equip()
    server.install()
    server.publish("second")
    assert server.install().returncode == 0
    assert (server.lessons / "notebooks/03.ipynb").read_text() == "second"
