"""The lessons in a real JupyterLab: opened only, run, unplugged, opened again, and opened without trust."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from gluteal import paths

LESSON = "01_the_buttock_and_its_muscles.ipynb"
NAMES = [path.name for path in sorted(Path(paths.notebooks_dir()).glob("[0-9][0-9]_*.ipynb"))]
TROUBLE = re.compile(
    r"Traceback|Error displaying widget|Loading widget|Click to show javascript error|could not start"
)
# The widget library marks a widget without a kernel with a broken link. Ours need none, so none may show.
BROKEN_LINKS = """() => Array.from(document.querySelectorAll(".jupyter-widgets-disconnected"))
    .filter((one) => !["none", "normal"].includes(getComputedStyle(one, "::before").content)
        && getComputedStyle(one, "::before").display !== "none").length"""


def atlas(notebook):
    """The atlas explorer in a notebook."""
    return notebook.panel.locator(".gx").first


def use_atlas(notebook):
    """Take the top layer away and put it back, as a learner does."""
    atlas(notebook).scroll_into_view_if_needed()
    skin = atlas(notebook).get_by_role("checkbox", name="Skin")
    assert skin.is_checked()
    atlas(notebook).get_by_role("button", name="Remove a layer").click()
    assert not skin.is_checked()
    atlas(notebook).get_by_role("button", name="Put one back").click()
    assert skin.is_checked()


def question(notebook):
    """The first question that is answered with one choice."""
    return notebook.panel.locator(".gl").filter(has=notebook.page.get_by_role("radio")).first


def answer(notebook):
    """Commit to the first option of the first question."""
    question(notebook).get_by_role("radio").first.check()
    question(notebook).get_by_role("button", name=re.compile("Keep|Check")).click()
    assert answered(notebook)


def answered(notebook):
    """Tell whether the first question is answered."""
    return question(notebook).get_by_role("radio").first.is_checked()


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_that_is_only_opened_shows_everything(lab, name):
    notebook = lab.open(name)
    assert not TROUBLE.search(notebook.text())
    assert notebook.is_trusted()
    saved = json.loads((paths.notebooks_dir() / name).read_text(encoding="utf-8"))
    views = [output for cell in saved["cells"] for output in cell.get("outputs", [])]
    shown = sum("application/vnd.jupyter.widget-view+json" in output.get("data", {}) for output in views)
    widgets = notebook.panel.locator(".jp-OutputArea-output .jupyter-widgets-disconnected")
    expect(widgets).to_have_count(shown, timeout=30_000)  # JupyterLab makes them one after the other
    assert not notebook.page.evaluate(BROKEN_LINKS)


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_runs_without_an_error(lab, name):
    notebook = lab.open(name)
    notebook.run_all()
    assert not TROUBLE.search(notebook.text())
    assert not notebook.panel.locator("[data-mime-type='application/vnd.jupyter.stderr']").count()


def test_the_lesson_works_when_only_opened_when_run_and_when_unplugged(lab):
    notebook = lab.open(LESSON)
    use_atlas(notebook)
    answer(notebook)
    notebook.run_all()
    use_atlas(notebook)
    assert answered(notebook)
    notebook.unplug()
    use_atlas(notebook)


def test_answers_are_there_after_a_reload(lab):
    notebook = lab.open(LESSON)
    answer(notebook)
    notebook.reload()
    assert answered(notebook)


def test_answers_given_with_a_kernel_are_kept_in_the_work_folder(lab):
    notebook = lab.open(LESSON)
    notebook.run_all()
    answer(notebook)
    file = lab.work / "progress.json"
    for _ in range(100):  # the answer travels to the kernel, which writes it
        if file.is_file():
            break
        notebook.page.wait_for_timeout(100)
    record = json.loads(file.read_text(encoding="utf-8"))
    assert len(record["answers"]) == 1


def test_a_lesson_that_was_run_and_saved_opens_alive_the_next_day(lab):
    notebook = lab.open(LESSON)
    notebook.run_all()
    notebook.save()
    notebook.unplug()
    notebook.reload()
    assert not TROUBLE.search(notebook.text())
    use_atlas(notebook)


def test_an_untrusted_lesson_says_in_words_what_stands_there(lab):
    notebook = lab.open(LESSON, trusted=False)
    assert not notebook.is_trusted()
    # JupyterLab puts the cells of a long lesson into the page one after the other.
    expect(notebook.panel).to_contain_text("Atlas explorer", timeout=30_000)
    text = notebook.text()
    assert not TROUBLE.search(text)
    assert not re.search(r"object at 0x", text)


def test_figures_are_seen_with_trust_and_without_it(lab):
    for trusted, source in ((True, "blob:"), (False, "http")):
        notebook = lab.open(LESSON, trusted=trusted)
        figure = notebook.panel.locator(".gl-figure figure img").first
        figure.wait_for(timeout=30_000)
        figure.scroll_into_view_if_needed()
        notebook.page.wait_for_function(
            "(start) => Array.from(document.querySelectorAll('.gl-figure figure img'))"
            ".some((one) => one.src.startsWith(start) && one.naturalWidth > 300)",
            arg=source,
        )


def test_a_lesson_looks_after_itself_in_the_dark_theme(lab, axe_violations):
    notebook = lab.open(LESSON)
    notebook.page.evaluate(
        "() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})"
    )
    notebook.page.wait_for_function("() => document.body.dataset.jpThemeLight === 'false'")
    atlas(notebook).scroll_into_view_if_needed()
    assert axe_violations(notebook.page, within=".jp-NotebookPanel .gx") == []
