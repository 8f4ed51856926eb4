"""The lesson engine in a real JupyterLab: before anything is run, with a kernel, and without one."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from gluteal import catalogue

NAME = "01_the_buttock_and_its_muscles.ipynb"
FILLER = "\n\n".join(f"Paragraph {n}." for n in range(60))


def item_of(role, kind="choice"):
    items = [item for item in catalogue.load().items.values() if item.lesson == "01"]
    return next(item for item in items if (item.role, item.kind) == (role, kind))


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A small lesson, executed and stored as the real ones are."""
    from gluteal.publish import lessons

    predict, check = item_of("predict").id, item_of("check").id
    cells = [
        new_markdown_cell("# Sample\n\n## Who covers whom?\n\nAs measured by [Ward 2009](#ref-ward2009)."),
        new_code_cell(
            "from gluteal import lesson, paths\nfrom pathlib import Path\npaths.notebooks_dir = Path.cwd\n"
            'lesson.begin("01")'
        ),
        new_code_cell(f'lesson.predict("{predict}")'),
        new_code_cell(f'lesson.reveal("And now", "The answer is here.", after="{predict}")'),
        new_code_cell(f'asked = lesson.check("{check}")\nasked'),
        new_code_cell("lesson.map()"),
        new_code_cell("lesson.progress()"),
        new_markdown_cell(FILLER),
        new_code_cell("lesson.references()"),
        new_code_cell("print(asked.answer)"),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    folder = tmp_path_factory.mktemp("lesson")
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / NAME)
    nbformat.write(new_notebook(cells=[new_markdown_cell("# Start")]), folder / "00_start_here.ipynb")
    lessons.execute([NAME], folder=folder)
    return folder / NAME


def answer(panel):
    """Commit a prediction; return the label that was chosen."""
    asked = panel.locator(".gl-predict")
    asked.scroll_into_view_if_needed()
    asked.locator("label").first.click()
    asked.get_by_role("button", name="Keep my prediction").click()
    panel.get_by_text("The answer is here.", exact=True).wait_for()
    return asked.locator("input:checked").evaluate("node => node.closest('label').innerText")


def kept(lab):
    return json.loads((lab.work / "progress.json").read_text(encoding="utf-8"))["answers"]


def test_an_answer_given_before_anything_is_run_reaches_the_disk_with_the_first_run(lab, notebook):
    opened = lab.open(notebook)
    chosen = answer(opened.panel)
    assert not (lab.work / "progress.json").exists()
    opened.run_all()
    opened.panel.get_by_text("Your prediction is kept.").wait_for()
    assert (
        opened.panel.locator(".gl-predict label", has=opened.page.locator("input:checked")).inner_text()
        == chosen
    )
    opened.page.wait_for_timeout(300)
    assert [one["item"] for one in kept(lab)] == [item_of("predict").id]
    opened.panel.get_by_text("The answer is here.", exact=True).wait_for()


def test_an_answer_reaches_python_and_survives_a_new_kernel(lab, notebook):
    opened = lab.open(notebook)
    opened.run_all()
    asked = opened.panel.locator(".gl-check")
    asked.scroll_into_view_if_needed()
    asked.locator("label").first.click()
    asked.get_by_role("button", name="Check my answer").click()
    asked.get_by_text("1 try").wait_for()
    opened.page.evaluate("() => localStorage.clear()")
    opened.run_all()
    opened.panel.get_by_text("1 try").first.wait_for()
    printed = opened.panel.locator(".jp-OutputArea-output pre").last.inner_text().strip()
    assert printed == kept(lab)[0]["answer"]


def test_without_a_kernel_everything_goes_on(lab, notebook):
    opened = lab.open(notebook)
    opened.panel.locator(".gl-predict").wait_for()
    opened.page.locator(".gl-panel").wait_for()
    opened.page.watch.allowed += ["Could not restore the debugger state"]  # Lab, when a kernel goes
    opened.unplug()
    answer(opened.panel)
    opened.panel.locator(".gl-panel summary").get_by_text("1 of").first.wait_for()
    station = opened.panel.locator(f".gl-map a[href*='{NAME}']")
    station.scroll_into_view_if_needed()
    station.get_by_text("1 of").wait_for()


def test_keys_in_a_question_are_the_question_s_and_not_the_notebook_s(lab, notebook):
    opened = lab.open(notebook)
    asked = opened.panel.locator(".gl-check")
    asked.scroll_into_view_if_needed()
    cells = opened.panel.locator(".jp-Cell").count()
    asked.locator("input").first.focus()
    for key in ("Space", "ArrowDown", "d", "d"):
        opened.page.keyboard.press(key)
    assert asked.locator("input").nth(1).is_checked()
    asked.get_by_role("button", name="Check my answer").focus()
    opened.page.keyboard.press("Enter")
    asked.get_by_text("1 try").wait_for()
    assert opened.panel.locator(".jp-Cell").count() == cells
    assert opened.panel.locator(".jp-mod-editMode").count() == 0


def test_links_lead_to_the_references_and_back(lab, notebook):
    opened = lab.open(notebook)
    entry = opened.panel.locator("#ref-ward2009")
    opened.panel.get_by_role("link", name="Ward 2009").first.click()
    opened.page.wait_for_function(
        "() => document.querySelector('#ref-ward2009').getBoundingClientRect().top < 700"
    )
    entry.get_by_role("link", name="Who covers whom?").click()
    opened.page.wait_for_function(
        "() => document.querySelector('.jp-Notebook h2').getBoundingClientRect().top > 0"
    )


def test_a_source_named_in_a_question_leads_to_its_reference(lab, notebook):
    opened = lab.open(notebook)
    answer(opened.panel)
    opened.panel.get_by_role("button", name="Compare with what is right").click()
    link = opened.panel.locator(".gl-sources a").first
    target = link.get_attribute("href")
    link.click()
    opened.page.wait_for_function(
        "(id) => Math.abs(document.querySelector(id).getBoundingClientRect().top - 350) < 350", arg=target
    )


def test_a_station_of_the_map_opens_its_lesson(lab, notebook):
    opened = lab.open(notebook)
    lab.add(notebook.parent / "00_start_here.ipynb")
    opened.panel.locator(".gl-map a", has_text="Start here").click()
    opened.page.locator(".lm-TabBar-tabLabel", has_text="00_start_here").wait_for()
    opened.page.get_by_role("heading", name="Start").wait_for()


def test_an_untrusted_copy_shows_the_question_as_text(lab, notebook):
    opened = lab.open(notebook, trusted=False)
    opened.page.wait_for_timeout(500)
    assert item_of("check").stem in opened.text().replace("*", "")


def test_the_dark_theme_has_enough_contrast(lab, notebook, axe_violations):
    opened = lab.open(notebook)
    opened.page.evaluate(
        "() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})"
    )
    opened.page.wait_for_function("() => document.body.dataset.jpThemeLight === 'false'")
    answer(opened.panel)
    opened.panel.get_by_role("button", name="Compare with what is right").click()
    for part in (".gl-predict", ".gl-panel", ".gl-map", ".gl-references"):
        assert axe_violations(opened.page, within=part) == [], part
