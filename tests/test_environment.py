"""pyproject.toml, the two locks, environment.yml and the version of Python say the same thing everywhere."""

import platform
import re
import subprocess
import sys
import tomllib

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

HERE = "here"  # the Python that runs the tests, to its last digit
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = {
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    "mac": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "windows": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
}


@pytest.fixture(scope="module")
def project(root):
    """The [project] table of pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def conda(root):
    """environment.yml."""
    return yaml.safe_load((root / "environment.yml").read_text("utf-8"))


def lines(root, name):
    """Return the requirements of a lock."""
    return [Requirement(line) for line in (root / name).read_text("utf-8").splitlines() if line.strip()]


def pins(requirements, python, system):
    """Return name → version on one kind of computer."""
    place = {**default_environment(), **SYSTEMS[system]}
    full = platform.python_version() if python is HERE else f"{python}.9"
    place |= {"python_version": ".".join(full.split(".")[:2]), "python_full_version": full}
    chosen = [one for one in requirements if one.marker is None or one.marker.evaluate(place)]
    names = [canonicalize_name(one.name) for one in chosen]
    assert len(names) == len(set(names)), "a package is pinned twice for one computer"
    return {
        name: Version(str(one.specifier).removeprefix("==")) for name, one in zip(names, chosen, strict=True)
    }


def unmet(wanted, pinned, python, system):
    """Return the requirements that the pins do not meet on one kind of computer."""
    place = {**default_environment(), **SYSTEMS[system], "python_version": python}
    needed = [one for one in map(Requirement, wanted) if one.marker is None or one.marker.evaluate(place)]
    return [
        str(one) for one in needed if pinned.get(canonicalize_name(one.name)) not in Within(one.specifier)
    ]


class Within:
    """A specifier that a missing version does not satisfy."""

    def __init__(self, specifier):
        self.specifier = specifier

    def __contains__(self, version):
        return version is not None and version in self.specifier


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_the_locks_meet_pyproject(root, project, python, system):
    learn = pins(lines(root, "requirements.lock"), python, system)
    room = pins(lines(root, "requirements-class.lock"), python, system)
    test = pins(lines(root, "requirements-test.lock"), python, system)
    extra = project["optional-dependencies"]
    assert not unmet(project["dependencies"], learn, python, system)
    assert not unmet(project["dependencies"] + extra["class"] + extra["cluster"], room, python, system)
    assert not unmet(project["dependencies"] + extra["test"], test, python, system)
    assert {name: room.get(name) for name in learn} == learn
    assert {name: test.get(name) for name in room} == room


def test_a_requirement_that_no_pin_meets_is_found():
    pinned = {"numpy": Version("1.0")}
    assert unmet(["numpy>=2", "missing"], pinned, "3.12", "linux") == ["numpy>=2", "missing"]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-class.lock", "requirements-test.lock"])
def test_a_lock_pins_exactly_and_names_no_address(root, name):
    text = (root / name).read_text("utf-8")
    assert "://" not in text and "--" not in text and "@" not in text
    for one in lines(root, name):
        assert re.fullmatch(r"==[0-9][^*,]*", str(one.specifier)), f"{one} is not an exact version"


def test_conda_gives_python_and_pip_and_leaves_the_rest_to_the_lock(conda):
    *plain, pip = conda["dependencies"]
    assert [re.split("[=<>]", name)[0] for name in plain] == ["python", "pip"]
    assert pip == {"pip": ["-r requirements.lock", "-e ."]}
    assert conda["channels"][0] == "conda-forge"


def test_conda_has_a_python_that_the_project_supports(conda, project):
    version = next(name for name in conda["dependencies"] if str(name).startswith("python=")).split("=")[1]
    assert version in PYTHONS
    assert Version(f"{version}.0") in SpecifierSet(project["requires-python"])


def test_every_place_asks_for_the_same_python(root, project):
    import run

    assert project["requires-python"] == ">={}.{}".format(*run.NEEDED) == f">={PYTHONS[0]}"
    assert f'"{PYTHONS[0]}"' in (root / ".github/workflows/tests.yml").read_text("utf-8")
    assert "sys.version_info < (3, 11)" in (root / "Makefile").read_text("utf-8")


def test_this_environment_is_the_lock(root):
    from importlib import metadata

    system = {"darwin": "mac", "win32": "windows"}.get(sys.platform, "linux")
    pinned = pins(lines(root, "requirements.lock"), HERE, system)
    different = {
        name: metadata.version(name) for name, pin in pinned.items() if metadata.version(name) != str(pin)
    }
    assert not different, "type: make setup"


def test_pip_finds_no_conflict():
    checked = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="repo2docker does not run on Windows")
def test_binder_builds_with_conda_and_trusts_the_lessons(tracked_files, root, tmp_path):
    """repo2docker, which Binder uses, prints what it would build; no Docker is needed."""
    shallow = [path.relative_to(root) for path in tracked_files if len(path.relative_to(root).parts) <= 2]
    for path in shallow:  # a file or a folder such as binder/ could make it choose another way
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes((root / path).read_bytes())
    command = [
        sys.executable,
        "-m",
        "repo2docker",
        "--no-build",
        "--debug",
        "--user-id",
        "1000",
        "--user-name",
        "jo",
    ]
    asked = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, cwd=tmp_path)
    told = asked.stdout + asked.stderr
    assert asked.returncode == 0, told
    update = told.index('env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"')
    copied, built = told.index("COPY --chown=1000:1000 src/ ${REPO_DIR}"), told.index("RUN ./postBuild")
    assert copied < update < built, (
        "-e . and -r requirements.lock need the checkout before they are installed"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows files have no such mark")
def test_what_binder_and_ci_run_is_executable(root):
    git = subprocess.run(
        ["git", "ls-files", "-s", "postBuild", ".ci/run"], capture_output=True, text=True, cwd=root
    )
    if git.returncode or not git.stdout:
        pytest.skip("this copy is not a git repository")
    assert [line.split()[0] for line in git.stdout.splitlines()] == ["100755", "100755"]
