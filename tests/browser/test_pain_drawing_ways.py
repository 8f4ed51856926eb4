"""The pain drawing by finger, pen, keys and list; red flags before any ranking; the printed sheet."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.models.pain_drawing import from_json
from gluteal.widgets import PainDrawing

from .atlas import tab_to
from .pain import NO_FLAGS, at, cells, middle_of, of_pattern, open_drawing, paper

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
    expect(page.locator(".gd-where")).to_contain_text(
        "Middle of the buttock, right: not painted", use_inner_text=True
    )
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
    expect(button).to_contain_text("6 · remove", use_inner_text=True)
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
    expect(result).to_contain_text("One question is still open", use_inner_text=True)
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
    expect(page.locator(f'[data-flag="{key}"]')).to_contain_text(flag.action, use_inner_text=True)
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
