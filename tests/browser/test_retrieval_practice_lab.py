"""The retrieval practice in JupyterLab: without a kernel, and with one that keeps the answers."""

import json
import re
import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from .practice import NEXT, answer, asked, start

CODE = 'from gluteal import lesson\nlesson.begin("09")\nmade = lesson.practice()\nmade'
ASK = "print('kept:', *(one['item'] for one in made.record['answers']))"


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """An executed notebook that holds one practice."""
    path = tmp_path_factory.mktemp("practice") / "practice.ipynb"
    cells = [nbformat.v4.new_code_cell(CODE), nbformat.v4.new_code_cell(ASK)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    # In a process of its own: beside Playwright no other event loop can run.
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--inplace", path], check=True
    )
    return path


def test_it_works_before_any_cell_is_run_and_without_a_kernel(lab):
    opened = lab.open("09_test_yourself.ipynb")
    page = opened.page
    page.watch.allowed.append("Canceled future for debug_request")  # JupyterLab asks the kernel we take away
    opened.unplug()
    page.locator(".rv-count").scroll_into_view_if_needed()
    start(page)
    answer(page, right=False)
    page.locator(NEXT).click()
    second = asked(page).id
    opened.reload()
    page.locator(".rv-where").scroll_into_view_if_needed()
    expect(page.locator(".rv-where")).to_have_text("Question 2 of 11")
    assert asked(page).id == second
    page.get_by_role("button", name="End the session here").click()
    link = page.locator(".rv-revise a").first
    assert link.get_attribute("href").endswith(
        f"/lab/tree/{opened.name.rpartition('/')[0]}/00_start_here.ipynb"
    )


def test_answers_are_kept_on_disk_and_keys_do_not_touch_the_notebook(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    opened.run_all()
    page.locator(".rv-count").wait_for()
    cells = page.locator(".jp-Cell").count()
    page.get_by_label("05 Causes").focus()
    for key in ("a", "b", "d", "d", "x"):
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells
    start(page)
    items = []
    for right in (False, True):
        items.append(answer(page, right).id)
        page.locator(NEXT).press("Enter")
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    page.get_by_text("kept: " + " ".join(items)).wait_for()
    kept = json.loads((lab.work / "progress.json").read_text(encoding="utf-8"))["answers"]
    assert [(one["item"], one["correct"]) for one in kept] == [(items[0], False), (items[1], True)]
    page.get_by_role("button", name="End the session here").click()
    link = page.locator(".rv-revise a")
    expect(link).to_have_attribute("href", re.compile(r"^/(.*/)?lab/tree/(\w+/)?0\d_\w+\.ipynb$"))
    expect(link).to_have_attribute("target", "_blank")
