"""Pressure release in a real browser: what Python computes, every control, keys only, a phone."""

import re

import pytest

from gluteal.catalogue import load
from gluteal.models.pressure_release import STATES, seen
from gluteal.models.pressure_release_protocols import run
from gluteal.widgets.pressure_release import PressureRelease

from .traits import small_targets, trait_is


def open_release(widget_page, widget, **options):
    """Show the widget; return the page."""
    page = widget_page(widget, **options)
    page.locator(".pr-body").wait_for()
    return page


def at_once(page, widget, way):
    """Run a ready way through; return where the page arrives."""
    page.get_by_label("Ready way to press").last.select_option(way)
    page.get_by_role("button", name="Show at once").click()
    page.wait_for_function(
        "([id, way]) => lessonModel(id).then((m) => m.get('record')[0]?.way === way)",
        arg=[widget.model_id, way],
    )
    return page.evaluate("(id) => lessonModel(id).then((m) => m.get('result'))", widget.model_id)


@pytest.mark.parametrize("way", list(load().pressure_release_protocols))
def test_the_page_computes_what_python_computes(widget_page, way):
    widget = PressureRelease()
    page = open_release(widget_page, widget)
    found, trace = at_once(page, widget, way), run(way)
    at = round(found["time_s"] / 0.05)
    for name in (*STATES, "threshold_n", "resistance"):
        assert found[name] == pytest.approx(getattr(trace, name)[at], abs=1e-9), name


def test_pressing_holding_and_letting_go_by_keys_alone(widget_page):
    widget = PressureRelease(speed=8)
    page = open_release(widget_page, widget)
    slider = page.get_by_role("slider", name="Press")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("PageUp")
    page.locator('.pr[data-sign="settled"], .pr[data-sign="full"]').wait_for()
    slider.focus()
    page.keyboard.press("Home")
    page.locator(".pr-log li").wait_for()
    assert re.search("[Tt]hreshold risen", page.locator(".pr-log").inner_text())


def test_dragging_presses_and_the_end_of_the_slider_is_too_hard(widget_page):
    page = open_release(widget_page, PressureRelease(speed=1))
    page.get_by_role("slider", name="Press").focus()
    page.keyboard.press("End")
    page.locator('.pr[data-sign="hard"]').wait_for()
    page.get_by_role("button", name="Begin anew").click()
    page.locator('.pr[data-sign="none"]').wait_for()
    box = page.locator(".pr-pad").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 80)
    page.wait_for_function("parseFloat(document.querySelector('.pr-slider output').textContent) > 5")
    page.mouse.up()
    page.locator(".pr-log li").wait_for()


def test_the_unit_changes_what_is_shown_and_not_the_model(widget_page):
    widget = PressureRelease()
    page = open_release(widget_page, widget)
    page.get_by_label("Unit").select_option("kPa")
    trait_is(page, widget, "unit", "kPa")
    page.locator(".pr-meter", has_text="150 kPa").wait_for()


def test_nonsense_in_a_saved_state_leaves_no_blank(widget_page):
    widget = PressureRelease()
    page = open_release(widget_page, widget)
    page.evaluate(
        "(id) => lessonModel(id).then((m) => { m.set('way', 'x'); m.set('unit', 7); m.set('speed', -1);"
        " m.set('record', [{ said: 3 }, null]); })",
        widget.model_id,
    )
    page.get_by_text("Nothing pressed yet.").wait_for()
    words = page.locator(".pr").inner_text()
    assert "NaN" not in words and "undefined" not in words


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_holds_it(widget_page, axe_violations, theme):
    widget = PressureRelease()
    page = open_release(widget_page, widget, viewport=(360, 740), touch=True, theme=theme)
    at_once(page, widget, "too-hard")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not small_targets(page, ".pr", ("button", "select", "input", "summary"))
    assert axe_violations(page, within=".pr") == []


def test_on_a_projector_ways_pressing_and_answers_fit_on_one_screen(widget_page):
    page = open_release(widget_page, PressureRelease(), viewport=(1280, 720))
    top = page.locator(".pr-banner").bounding_box()["y"]
    lowest = max(
        box["y"] + box["height"]
        for box in (one.bounding_box() for one in page.locator(".pr-ways, .pr-left, .pr-middle").all())
    )
    assert lowest - top <= 720


def test_a_page_that_is_loaded_again_goes_on_where_it_was(widget_page):
    page = open_release(widget_page, PressureRelease())
    page.get_by_label("Unit").select_option("kPa")
    page.get_by_label("Ready way to press").last.select_option("midway")
    page.get_by_role("button", name="Show at once").click()
    page.locator(".pr-log li").wait_for()
    said, meters = page.locator(".pr-log").inner_text(), page.locator(".pr-meter").all_inner_texts()
    page.reload()
    page.get_by_text("This goes on from before the page was loaded again").wait_for()
    assert page.locator(".pr-log").inner_text() == said
    assert page.locator(".pr-meter").all_inner_texts()[2] == meters[2], "the threshold was kept"
    page.get_by_role("button", name="Begin anew").click()
    page.get_by_text("Nothing pressed yet.").wait_for()
    page.reload()
    page.get_by_text("Nothing pressed yet.").wait_for()


@pytest.mark.parametrize("damaged", ["{", "7", '{"result": {"pain": 99}}', '{"result": {"time_s": "x"}}'])
def test_a_damaged_session_is_left_out(widget_page, damaged):
    page = open_release(widget_page, PressureRelease())
    page.get_by_label("Unit").select_option("kPa")
    page.wait_for_function("sessionStorage.length === 1")
    page.evaluate("(text) => sessionStorage.setItem(sessionStorage.key(0), text)", damaged)
    page.reload()
    page.get_by_text("Nothing pressed yet.").wait_for()
    page.locator('.pr[data-sign="none"]').wait_for()


def test_kilopascals_come_from_python(widget_page):
    widget = PressureRelease()
    page = open_release(widget_page, widget)
    page.get_by_label("Unit").select_option("kPa")
    pressure = float(seen((0,) * len(STATES), 50.0)["pressure_kpa"])
    page.get_by_role("slider", name="Press").focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "(words) => document.querySelector('.pr-slider input').getAttribute('aria-valuetext') === words",
        arg=f"{pressure:.0f} kPa",
    )
