"""The command line: thin, quick to start, and never a traceback."""

import subprocess
import sys

import click
import nbformat
import pytest
from click.testing import CliRunner

from gluteal import __main__ as cli
from gluteal import check, trusting
from gluteal.catalogue.problem import Problem


def type_in(*words):
    """Run a command in this process."""
    return CliRunner().invoke(cli.main, list(words), prog_name="gluteal")


def test_help_names_every_command():
    told = type_in("--help")
    assert told.exit_code == 0
    assert all(name in told.output for name in cli.main.commands)


@pytest.mark.parametrize("name", sorted(cli.main.commands))
def test_every_command_explains_itself(name):
    told = type_in(name, "--help")
    assert (
        told.exit_code == 0
        and cli.main.commands[name].help.split()[:8] == told.output.split("\n\n")[1].split()[:8]
    )


def test_an_unknown_command_names_those_that_exist():
    told = type_in("figurs")
    assert told.exit_code == 2 and "There is no command 'figurs'" in told.output and "figures" in told.output


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from gluteal.__main__ import main; main(['--help'], standalone_mode=False); "
        "heavy = {'numpy', 'matplotlib', 'nbformat', 'anywidget'} & set(sys.modules); assert not heavy, heavy"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ValueError("the table is empty"), "the table is empty"),
        (KeyError("unknown muscle 'piriformus'; did you mean 'piriformis'?"), "did you mean 'piriformis'?"),
        (ZeroDivisionError("division by zero"), "GLUTEAL_DEBUG=1"),
    ],
)
def test_an_error_becomes_a_sentence(error, sentence):
    @click.command()
    @cli.sentences_only
    def broken():
        raise error

    told = CliRunner().invoke(broken)
    assert told.exit_code == 1 and sentence in told.output and "Traceback" not in told.output


def test_check_prints_each_problem_with_its_remedy_and_fails(monkeypatch):
    fault = Problem("data/muscles.csv", 7, "unknown source 'x'", "add it")
    monkeypatch.setattr(check, "problems", lambda root: [fault, fault])
    told = type_in("check")
    assert told.exit_code == 1
    assert told.output.splitlines()[:2] == ["data/muscles.csv:7: unknown source 'x' → add it"] * 2


def test_the_committed_facts_have_no_problem():
    told = type_in("check")
    assert told.exit_code == 0, told.output


def test_trust_makes_an_untrusted_lesson_trusted(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    lesson = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", outputs=[])])
    nbformat.write(lesson, tmp_path / "01.ipynb")
    (tmp_path / ".ipynb_checkpoints").mkdir()
    nbformat.write(lesson, tmp_path / ".ipynb_checkpoints" / "01.ipynb")
    assert trusting.untrusted_lessons(tmp_path) == ("01.ipynb",)
    assert trusting.trust_lessons(tmp_path) == ("01.ipynb",)
    assert trusting.untrusted_lessons(tmp_path) == ()
    assert trusting.signature_file().parent == tmp_path / "jupyter"


def test_a_file_that_is_no_notebook_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    (tmp_path / "01.ipynb").write_text("not a notebook", "utf-8")
    with pytest.raises(ValueError, match=r"01\.ipynb is not a readable notebook; get it back"):
        trusting.trust_lessons(tmp_path)
