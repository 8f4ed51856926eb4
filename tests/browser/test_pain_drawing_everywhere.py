"""The pain drawing by finger, pen, keys and list; red flags; paper, phone, nonsense, cases, JupyterLab."""

import subprocess
import sys
from functools import partial

import ipywidgets
import nbformat
import pytest

from gluteal.catalogue import load
from gluteal.models.pain_drawing import from_json
from gluteal.widgets import PainDrawing

from .atlas import tab_to
from .pain import NO_FLAGS, at, cells, middle_of, of_pattern, open_drawing, paper, set_trait

BUTTOCK = middle_of("posterior", "middle-buttock")
CASE = of_pattern("gluteus-medius-trp1")


@pytest.fixture
def show(widget_page):
    return partial(open_drawing, widget_page)


def swipe(page, start, way, steps=6):
    """Put a finger down and move it, as the browser gets it from a screen."""
    finger = page.context.new_cdp_session(page)
    x, y = start
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, steps + 1):
        there = {"x": x + way[0] * step / steps, "y": y + way[1] * step / steps}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [there]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(300)


def test_a_finger_on_the_body_paints_and_the_page_stays(show):
    page, trait = show(PainDrawing(), viewport=(360, 740), touch=True)
    start, before = at(page, *BUTTOCK), page.evaluate("scrollY")
    swipe(page, start, (4, 90))
    assert from_json(trait("drawing")).count > 40
    assert page.evaluate("scrollY") == before


def test_a_finger_beside_the_body_scrolls_and_paints_nothing(show):
    page, trait = show(PainDrawing(), viewport=(360, 740), touch=True)
    start, before = at(page, -82, 500), page.evaluate("scrollY")  # between the legs
    swipe(page, start, (0, -160))
    assert page.evaluate("scrollY") > before + 60
    assert from_json(trait("drawing")).is_empty


def test_a_pen_paints_without_pressure(show):
    page, trait = show(PainDrawing())
    pen = page.context.new_cdp_session(page)
    x, y = at(page, *BUTTOCK)
    common = {"x": x, "y": y, "pointerType": "pen", "force": 0}
    pen.send("Input.dispatchMouseEvent", {**common, "type": "mouseMoved"})
    pen.send(
        "Input.dispatchMouseEvent", {**common, "type": "mousePressed", "button": "left", "clickCount": 1}
    )
    pen.send(
        "Input.dispatchMouseEvent",
        {**common, "type": "mouseMoved", "y": y + 40, "button": "left", "buttons": 1},
    )
    pen.send("Input.dispatchMouseEvent", {**common, "type": "mouseReleased", "y": y + 40, "button": "left"})
    page.wait_for_timeout(200)
    assert from_json(trait("drawing")).count > 30


def test_keys_alone_from_the_questions_to_the_printer(show):
    widget = PainDrawing()
    page, trait = show(widget)
    for _ in NO_FLAGS:
        tab_to(page, ".gd-flag")
        page.keyboard.press("ArrowDown")
    assert trait("red_flags") == NO_FLAGS
    assert page.evaluate("document.activeElement.localName") == "summary", (
        "the folded questions keep the focus"
    )
    tab_to(page, ".gd-charts")
    tab_to(page, ".gd-steps")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    tab_to(page, ".gd-paper")
    assert "Middle of the buttock, right: not painted" in page.locator(".gd-where").inner_text()
    page.keyboard.press("Space")
    page.locator("[role=status]", has_text="Middle of the buttock, right: painted, intensity 7.").wait_for()
    first = cells(trait("drawing"))
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    second = cells(trait("drawing"))
    assert (second > 0).sum() > (first > 0).sum() > 0 and set(second.ravel()) == {0, 7}
    page.keyboard.press("Delete")
    assert (cells(trait("drawing")) == first).all() and trait("tool") == "paint"
    page.keyboard.press("+")
    assert trait("intensity") == 8
    tab_to(page, ".gd-show")
    assert page.locator(".gd-zone path").count() > 0, "the row with the focus shows its zone"
    page.keyboard.press("Enter")
    assert trait("selected").endswith(" right")
    tab_to(page, ".gd-print")
    assert page.evaluate("document.activeElement.textContent") == "Print"


def test_the_brush_of_the_keys_stops_at_the_edge_of_the_chart(show):
    page, trait = show(PainDrawing(brush="large"))
    paper(page).focus()
    for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"):
        for _ in range(60):
            page.keyboard.press(f"Shift+{key}")
        page.keyboard.press("Space")
    assert from_json(trait("drawing")).outside == 0
    for key, end in (("+", 10), ("-", 0)):
        for _ in range(12):
            page.keyboard.press(key)
        assert trait("intensity") == end


def test_the_list_can_paint_every_place_of_every_chart_and_take_it_away(show):
    page, trait = show(PainDrawing(intensity=6))
    page.get_by_text("Paint by name").click()
    for fold in page.locator(".gd-region-fold").all():
        fold.locator("summary").click()
    buttons = page.locator(".gd-region")
    count = buttons.count()
    assert count > 80
    page.evaluate("document.querySelectorAll('.gd-region').forEach((one) => one.click())")
    assert set(trait("drawing")["charts"]) == {"posterior", "anterior", "lateral-right", "lateral-left"}
    assert page.locator('.gd-region[aria-pressed="true"]').count() == count
    page.evaluate("document.querySelectorAll('.gd-region').forEach((one) => one.click())")
    assert from_json(trait("drawing")).is_empty


def test_a_place_of_the_list_is_announced_and_says_how_much_of_it_is_painted(show):
    page, trait = show(PainDrawing(intensity=6))
    page.get_by_text("Paint by name").click()
    page.locator('.gd-region-fold[data-chart="posterior"] > summary').click()
    button = page.locator('[data-region="posterior upper-buttock right"]')
    assert button.get_attribute("aria-label") == "Upper buttock, right: not painted. Add"
    button.press("Enter")
    page.locator("[role=status]", has_text="Upper buttock, right: painted, intensity 6.").wait_for()
    assert button.get_attribute("aria-label") == "Upper buttock, right: painted, intensity 6. Remove"
    assert "6 · remove" in button.inner_text()
    page.get_by_role("button", name="Erase", exact=True).click()
    page.mouse.click(*at(page, *middle_of("posterior", "upper-buttock")))
    assert button.get_attribute("aria-pressed") == "mixed" and "%" in button.inner_text()
    page.get_by_role("radio", name="0, no pain").check(force=True)
    before = trait("drawing")
    button.press("Enter")
    assert trait("drawing") == before, "no pain paints nothing"


def test_nothing_is_ranked_before_every_question_is_answered(show):
    page, trait = show(PainDrawing(drawing=CASE))
    result = page.locator(".gd-result")
    assert page.locator(".gd-flag input:checked").count() == 0
    assert "every question" in result.inner_text() and page.locator(".gd-match").count() == 0
    keys = list(NO_FLAGS)
    for key in keys[:-1]:
        page.locator(f'[data-flag="{key}"] input[value="no"]').check()
        assert page.locator(".gd-match").count() == 0 and trait("result")["state"] == "unanswered"
    assert "One question is still open" in result.inner_text()
    page.locator(f'[data-flag="{keys[-1]}"] input[value="no"]').check()
    assert page.locator(".gd-match").count() == 7 and trait("result")["state"] == "ranked"


@pytest.mark.parametrize("key", list(load().red_flags))
def test_any_yes_replaces_the_ranking_by_what_to_do(show, key):
    flag = load().red_flags[key]
    page, trait = show(PainDrawing(drawing=CASE, red_flags=NO_FLAGS, selected="gluteus-medius-trp1 right"))
    assert page.locator(".gd-match").count() == 7
    page.locator(".gd-flag-fold summary").click()
    page.locator(f'[data-flag="{key}"] input[value="yes"]').check()
    assert page.locator(".gd-match").count() == 0 and page.locator(".gd-zone path").count() == 0
    said = page.locator(".gd-result").inner_text()
    assert flag.action in said and page.locator(".gd-alarm .gd-cite a").count() >= 1
    assert flag.action in page.locator(f'[data-flag="{key}"]').inner_text(), "and at once under the question"
    assert trait("result") == {"state": "red-flag", "red_flags": [key], "matches": []}
    page.locator(f'[data-flag="{key}"] input[value="no"]').check()
    assert page.locator(".gd-match").count() == 7


@pytest.mark.parametrize(
    ("flags", "words"),
    [(NO_FLAGS, "overlap 1.00"), ({}, "No ranking yet"), ({**NO_FLAGS, "cancer": "yes"}, "Refer urgently")],
)
def test_the_printed_sheet_has_charts_label_date_and_result(show, flags, words):
    record = {**CASE.to_json(), "label": "case 7", "made": "2026-03-01T09:30:00Z"}
    page, _ = show(PainDrawing(drawing=record, red_flags=flags))
    page.evaluate(
        "Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', "
        "{ get() { return { focus() {}, print: () => { window.printed = (window.printed ?? 0) + 1; } }; } })"
    )
    for times in (1, 2):
        page.get_by_role("button", name="Print", exact=True).click()
        page.wait_for_function("(times) => window.printed === times", arg=times)
    sheet = page.frame_locator("iframe.gd-sheet")
    said = sheet.locator("body").inner_text()
    assert "case 7" in said and "2026" in said and words in said and "No diagnosis" in said
    assert sheet.locator("figure svg").count() == 4 and sheet.locator(".gd-shape").count() >= 1
    assert page.locator("iframe.gd-sheet").count() == 1


def test_a_case_can_be_read_but_not_changed(show):
    page, trait = show(PainDrawing(drawing=CASE, locked=True, show_ranking=False))
    assert not page.locator(".gd-work").is_visible() and not page.locator(".gd-load").is_visible()
    assert not page.locator(".gd-flags").is_visible() and not page.locator(".gd-result").is_visible()
    before = trait("drawing")
    page.mouse.click(*at(page, *BUTTOCK))
    paper(page).focus()
    for key in ("Space", "Enter", "Delete", "Control+z"):
        page.keyboard.press(key)
    page.get_by_text("Paint by name").click()
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
        assert words in page.locator(".gd-trouble").inner_text()
    page.get_by_role("button", name="All", exact=True).click()
    page.locator('[data-value="whole"]').click()
    page.get_by_role("button", name="Paint", exact=True).click()
    page.get_by_role("button", name="Medium, ").click()
    page.get_by_role("radio", name="6", exact=True).check(force=True)
    page.mouse.click(*at(page, *BUTTOCK))
    assert from_json(read("drawing")).count > 0
    assert not page.locator(".gd-trouble").is_visible()


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
    page.get_by_text("Paint by name").click()
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
