"""The referral explorer in JupyterLab: on opening, with no kernel, and with one that is told of a choice."""

import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from .referral import painted, settle

CODE = (
    "from gluteal.widgets.referral_explorer import ReferralExplorer\n"
    "explorer = ReferralExplorer(['piriformis-trp1'], pressure=60)\nexplorer"
)


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """An executed notebook that holds one explorer."""
    path = tmp_path_factory.mktemp("referral") / "referral.ipynb"
    cells = [nbformat.v4.new_code_cell(CODE), nbformat.v4.new_code_cell("print('chosen:', *explorer.points)")]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    # In a process of its own: beside Playwright no other event loop can run.
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--inplace", path], check=True
    )
    return path


def test_it_works_before_any_cell_is_run_and_without_a_kernel(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.watch.allowed.append("Canceled future for debug_request")  # JupyterLab asks the kernel we take away
    opened.unplug()
    settle(page)
    before = painted(page)
    page.get_by_role("button", name="Spillover zone", exact=True).click()
    settle(page)
    assert painted(page) > before > 0
    page.locator('.rx-item[data-id="gluteus-maximus-trp1"]').click()
    expect(page.locator(".rx-read h3")).to_have_text("Gluteus maximus TrP1", use_inner_text=True)


def test_its_keys_are_its_own_and_python_knows_what_was_chosen(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.locator(".rx-body").wait_for()
    opened.run_all()
    page.locator(".rx-body").wait_for()
    cells = page.locator(".jp-Cell").count()
    page.get_by_role("slider", name="Pressure on the point").focus()
    for key in ("ArrowUp", "a", "b", "d", "d", "x"):
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells, "the notebook's shortcuts stay out of the explorer"
    page.locator('.rx-item[data-id="gluteus-minimus-posterior"]').focus()
    page.keyboard.press("Enter")
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    page.get_by_text("chosen: gluteus-minimus-posterior").wait_for()
