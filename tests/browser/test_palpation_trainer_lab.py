"""The palpation trainer in JupyterLab: before any cell is run, with no kernel, and with one."""

import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from .palpation import PAD, curve_heights, keys, stroke


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """An executed notebook that holds one trainer."""
    path = tmp_path_factory.mktemp("palpation") / "palpation.ipynb"
    code = "from gluteal.widgets import PalpationTrainer\n"
    code += "trainer = PalpationTrainer(mode='trial', seed=5)\ntrainer"
    cells = [nbformat.v4.new_code_cell(code), nbformat.v4.new_code_cell("trainer.result['outcome']")]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    # In a process of its own: beside Playwright no other event loop can run.
    subprocess.run(
        [
            sys.executable,
            "-m",
            "nbconvert",
            "--execute",
            "--allow-errors",
            "--to",
            "notebook",
            "--inplace",
            path,
        ],
        check=True,
    )
    return path


def test_in_jupyterlab_it_works_before_any_cell_is_run(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.watch.allowed.append("Canceled future for debug_request")  # JupyterLab asks the kernel we take away
    opened.unplug()
    page.locator(PAD).scroll_into_view_if_needed()
    stroke(page, (10, 45), (110, 45))
    assert len(curve_heights(page)) > 50
    page.locator('.pt-answer input[value="none"]').check()
    page.get_by_role("button", name="Give the answer").click()
    page.get_by_role("button", name="Next patch").click()
    expect(page.locator(".pt-prompt")).to_contain_text("Patch 6", use_inner_text=True)


def test_in_jupyterlab_its_keys_are_its_own_and_python_knows_the_answer(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.locator(PAD).wait_for()
    opened.run_all()
    page.locator(PAD).wait_for()
    cells = page.locator(".jp-Cell").count()
    keys(page, *"aabddxmsm", "ArrowUp", "ArrowDown", "Enter", "Escape")
    assert page.locator(".jp-Cell").count() == cells, "the notebook's shortcuts stay out of the patch"
    page.locator('.pt-answer input[value="none"]').check()
    page.get_by_role("button", name="Give the answer").click()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    page.get_by_text("'correct-rejection'").wait_for()
