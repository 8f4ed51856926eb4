"""The presenter view in a real JupyterLab: on and off again, in every lesson, and nothing of it saved."""

import json

import pytest
from playwright.sync_api import expect

LESSON = "05_causes.ipynb"
OTHER = "00_start_here.ipynb"
LARGE_PX = 24


@pytest.fixture
def notebook(lab):
    return lab.open(LESSON)


def button(page):
    """The button in the toolbar of the notebook in front."""
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").get_by_role("button", name="Presenter view")


def code(notebook):
    return notebook.panel.locator(".jp-CodeCell .jp-Cell-inputWrapper").first


def prose(notebook):
    return notebook.panel.locator(".jp-MarkdownCell .jp-RenderedHTMLCommon p").first


def size_px(place):
    return place.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")


def test_one_button_folds_the_code_and_enlarges_the_type_and_again_undoes_it(notebook):
    page = notebook.page
    expect(code(notebook)).to_be_visible()
    before = size_px(prose(notebook))
    button(page).click()
    expect(code(notebook)).to_be_hidden()
    assert size_px(prose(notebook)) >= LARGE_PX > before
    button(page).click()
    expect(code(notebook)).to_be_visible()
    assert size_px(prose(notebook)) == before


def test_side_panels_make_room_and_come_back(notebook):
    page = notebook.page
    page.evaluate("window.jupyterapp.shell.expandLeft()")
    files = page.locator("#filebrowser")
    expect(files).to_be_visible()
    button(page).click()
    expect(files).to_be_hidden()
    button(page).click()
    expect(files).to_be_visible()


def test_figures_are_wide_and_fit_the_screen(notebook):
    button(notebook.page).click()
    picture = notebook.panel.locator(".gl-figure figure img:visible").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box["width"] > 1000 or box["height"] > 0.8 * 720
    assert box["height"] <= 720


def test_it_stays_when_another_lesson_is_opened_and_after_a_reload(lab, notebook):
    page = notebook.page
    button(page).click()
    name = lab.add(lab_lesson(OTHER))
    page.evaluate("(path) => void window.jupyterapp.commands.execute('docmanager:open', { path })", name)
    expect(page.get_by_role("heading", name="00 · Start here")).to_be_visible()
    expect(code(notebook)).to_be_hidden()
    page.reload()
    expect(page.locator("body.gluteal-presents")).to_have_count(1)
    expect(button(page)).to_be_visible()
    button(page).click()
    expect(page.locator("body.gluteal-presents")).to_have_count(0)


def lab_lesson(name):
    from gluteal import paths

    return paths.notebooks_dir() / name


def test_nothing_of_it_is_saved_in_the_notebook(lab, notebook):
    button(notebook.page).click()
    expect(code(notebook)).to_be_hidden()
    notebook.save()
    saved = json.loads((lab.root / notebook.name).read_text(encoding="utf-8"))
    stored = json.loads(lab_lesson(LESSON).read_text(encoding="utf-8"))
    assert [cell["source"] for cell in saved["cells"]] == [cell["source"] for cell in stored["cells"]]
    marks = [cell["metadata"] for cell in saved["cells"]]
    assert not any("jupyter" in mark or "hide_input" in mark or "collapsed" in mark for mark in marks)
    assert "gluteal-presents" not in json.dumps(saved)


def test_the_keyboard_the_menu_and_the_palette_have_it_too(notebook):
    page = notebook.page
    page.keyboard.press("Alt+p")
    expect(page.locator("body.gluteal-presents")).to_have_count(1)
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.locator(".lm-Menu-item", has_text="Presenter view").click()
    expect(page.locator("body.gluteal-presents")).to_have_count(0)
    page.keyboard.press("Control+Shift+c")
    page.locator(".lm-CommandPalette-input").fill("presenter view")
    expect(page.locator(".lm-CommandPalette-itemLabel", has_text="Presenter view")).to_be_visible()
