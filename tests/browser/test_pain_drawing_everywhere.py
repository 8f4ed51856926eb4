"""The pain drawing as a case, in every view, spoilt, twice, on a phone and in JupyterLab."""

import subprocess
import sys
from functools import partial

import ipywidgets
import nbformat
import pytest
from playwright.sync_api import expect

from gluteal.models.pain_drawing import from_json
from gluteal.widgets import PainDrawing

from .pain import NO_FLAGS, at, middle_of, of_pattern, open_drawing, paper, set_trait

BUTTOCK = middle_of("posterior", "middle-buttock")
CASE = of_pattern("gluteus-medius-trp1")


@pytest.fixture
def show(widget_page):
    return partial(open_drawing, widget_page)


def test_a_case_can_be_read_but_not_changed(show):
    case = {**CASE.to_json(), "label": "Case 2"}
    page, trait = show(PainDrawing(drawing=case, locked=True, show_ranking=False))
    expect(page.locator(".gd-caption")).to_have_text("Case 2", use_inner_text=True)
    expect(page.locator(".gd-easel")).not_to_contain_text("paints", use_inner_text=True)
    assert not page.locator(".gd-work").is_visible() and not page.locator(".gd-load").is_visible()
    assert not page.locator(".gd-flags").is_visible() and not page.locator(".gd-result").is_visible()
    before = trait("drawing")
    page.mouse.click(*at(page, *BUTTOCK))
    paper(page).focus()
    for key in ("Space", "Enter", "Delete", "Control+z"):
        page.keyboard.press(key)
    page.get_by_text("Places by name").click()
    assert page.locator(".gd-region:not([disabled])").count() == 0
    assert trait("drawing") == before
    assert "buttock, right" in page.locator(".gd-where").inner_text().lower()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Back", exact=True).click()
    page.get_by_role("button", name="Upper").click()
    assert page.locator(".gd-stage:not([hidden])").count() == 1


@pytest.mark.parametrize(
    "view",
    [("All", 4), ("Back and front", 2), ("Back", 1), ("Front", 1), ("Right side", 1), ("Left side", 1)],
)
def test_every_view_in_whole_and_halves(show, view):
    page, trait = show(PainDrawing(drawing=CASE))
    page.get_by_role("button", name=view[0], exact=True).click()
    for part in ("upper", "lower", "whole"):
        page.locator(f'[data-value="{part}"]').click()
        assert trait("part") == part
        boxes = [one.bounding_box() for one in page.locator(".gd-paper").all() if one.is_visible()]
        assert len(boxes) == view[1] and all(box["width"] > 60 and box["height"] > 150 for box in boxes)


def test_choosing_a_row_brings_a_chart_that_shows_its_zone(show):
    page, trait = show(PainDrawing(drawing=CASE, red_flags=NO_FLAGS, chart="lateral-left"))
    page.locator(".gd-show").first.click()
    assert trait("chart") == "posterior" and page.locator(".gd-zone path").count() > 0


@pytest.mark.parametrize(
    ("trait", "value", "words"),
    [
        ("drawing", {"format": "x"}, "cannot be shown: it is not a pain drawing"),
        ("drawing", {}, "cannot be shown"),
        ("chart", "above", "no chart “above”"),
        ("part", "middle", "no part “middle”"),
        ("tool", "spray", "no tool “spray”"),
        ("brush", "broom", "no brush “broom”"),
        ("intensity", 99, "from 0 to 10"),
        ("intensity", "a lot", "from 0 to 10"),
        ("selected", "heart right", ""),
        ("red_flags", {"heart": "maybe"}, ""),
        ("side", "middle", ""),
        ("result", {"x": 1}, ""),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, trait, value, words):
    widget = PainDrawing(red_flags=NO_FLAGS)
    page, read = show(widget)
    set_trait(page, widget, trait, value)
    if words:
        expect(page.locator(".gd-trouble")).to_contain_text(words, use_inner_text=True)
    page.get_by_role("button", name="All", exact=True).click()
    page.locator('[data-value="whole"]').click()
    page.get_by_role("button", name="Paint", exact=True).click()
    page.get_by_role("button", name="Medium, ").click()
    page.get_by_role("radio", name="6", exact=True).check(force=True)
    page.mouse.click(*at(page, *BUTTOCK))
    assert from_json(read("drawing")).count > 0
    page.locator(".gd-trouble").wait_for(state="hidden")


@pytest.mark.parametrize("what", ["art", "tables"])
def test_without_charts_or_tables_it_says_so_in_a_sentence(widget_page, what):
    widget = PainDrawing()
    setattr(widget, what, "")
    page = widget_page(widget)
    note = page.get_by_role("note").filter(has_text="Run the cell again")
    note.wait_for()
    assert note.inner_text().count(".") >= 2


def test_twice_on_one_page_it_is_one_drawing_without_clashing_ids(widget_page):
    widget = PainDrawing()
    page = widget_page(ipywidgets.VBox([widget, widget]))
    page.locator(".gd-body").nth(1).wait_for()
    page.locator(".gd-paper").first.click(position={"x": 120, "y": 140})
    assert page.locator(".gd-shape").count() == 2
    page.get_by_role("button", name="Undo", exact=True).last.click()
    assert page.locator(".gd-shape").count() == 0, "either undoes what the other did"
    page.get_by_role("button", name="Redo", exact=True).last.click()
    ids = page.evaluate("[...document.querySelectorAll('.gd [id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 20


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "state",
    [
        {},
        {"red_flags": NO_FLAGS},
        {"red_flags": {**NO_FLAGS, "cancer": "yes"}},
        {"locked": True, "show_ranking": False},
    ],
)
def test_axe_finds_nothing_serious(show, axe_violations, theme, state):
    page, _ = show(PainDrawing(drawing=CASE, **state), theme=theme)
    page.locator(".gd-regions > summary").click()
    page.locator('.gd-region-fold[data-chart="posterior"] > summary').click()
    if page.locator(".gd-match summary").count():
        page.locator(".gd-match summary").first.click()
    assert axe_violations(page) == []


def test_on_a_phone_one_chart_at_a_time_nothing_wider_than_the_page_targets_large(show):
    page, trait = show(PainDrawing(drawing=CASE, red_flags=NO_FLAGS), viewport=(360, 740), touch=True)
    assert page.locator(".gd-stage:not([hidden])").count() == 1
    page.get_by_role("button", name="Front", exact=True).click()
    assert trait("chart") == "anterior"
    page.get_by_text("Paint by name").click()
    page.locator('.gd-region-fold[data-chart="posterior"] > summary').click()
    page.locator(".gd-flag-fold summary").click()
    page.locator(".gd-match summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(
        """() => ['button', 'summary', '.gd-answers label', '.gd-step-label', 'input[type=text]']
          .flatMap((kind) => [...document.querySelectorAll(`.gd ${kind}`)])
          .filter((node) => node.getClientRects().length)
          .map((node) => [node.textContent, node.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
    )
    assert small == []


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """An executed notebook that holds one pain drawing."""
    path = tmp_path_factory.mktemp("pain") / "pain.ipynb"
    code = "from gluteal.widgets import PainDrawing\ndrawing = PainDrawing()\ndrawing"
    say = "print(drawing.painted.count, drawing.result['state'])"
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code), nbformat.v4.new_code_cell("print('next')")],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    book.cells[1].source = "if drawing.result: " + say
    nbformat.write(book, path)
    # In a process of its own: beside Playwright no other event loop can run.
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--inplace", path], check=True
    )
    return path


def test_in_jupyterlab_it_works_before_any_cell_is_run(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.watch.allowed.append("Canceled future for debug_request")  # JupyterLab asks the kernel we take away
    page.locator(".gd-body").wait_for()
    opened.unplug()
    page.mouse.click(*at(page, *BUTTOCK))
    assert page.locator(".gd-shape").count() == 1
    page.keyboard.press("Control+z")
    assert page.locator(".gd-shape").count() == 0


def test_in_jupyterlab_its_keys_are_its_own_and_python_gets_the_drawing(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.locator(".gd-body").wait_for()
    opened.run_all()
    page.locator(".gd-body").wait_for()
    count = page.locator(".jp-Cell").count()
    paper(page).focus()
    for key in ("Space", "ArrowDown", "Enter", "a", "b", "d", "d", "x", "Control+z", "Control+y"):
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == count, "the notebook's shortcuts stay out of the drawing"
    assert page.locator(".gd-shape").count() == 1
    page.wait_for_timeout(1500)  # changes that follow each other fast reach the kernel one after the other
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    page.get_by_text("unanswered", exact=False).last.wait_for()
    printed = page.locator(".jp-OutputArea-output", has_text="unanswered").last.inner_text()
    assert int(printed.split()[0]) > 20
