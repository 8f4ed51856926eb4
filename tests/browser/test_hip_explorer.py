"""The hip explorer in a real browser: every control to its ends, the thigh by hand, phone, keys, nonsense."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.models import hip
from gluteal.widgets import HipExplorer

from .atlas import tab_to
from .hip import SLIDERS, open_hip, row, set_traits, slider, typed

PRESETS = [one.id for one in load().hip_positions.values() if one.preset]


@pytest.fixture
def show(widget_page):
    return partial(open_hip, widget_page)


def signed(value):
    whole = round(value)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"


@pytest.mark.parametrize("position", PRESETS)
def test_every_position_shows_pythons_numbers(show, position):
    page, _ = show(HipExplorer())
    page.locator(f'.hx-presets [data-id="{position}"]').click()
    expect(page.locator(f'.hx-presets [data-id="{position}"]')).to_have_attribute("aria-pressed", "true")
    python = HipExplorer(position).solution
    straight = hip.solve(0).length_m[0]
    for column, line in enumerate(hip.LINES):
        mm = (python.length_m[0, column] - straight[column]) * 1000
        percent, arm = mm / straight[column] / 10, python.moment_arm_m[0, column, 2] * 1000
        expect(row(page, line)).to_contain_text(f"{signed(percent)} % ({signed(mm)} mm)")
        way = "inward" if round(arm) > 0 else "outward"
        expect(row(page, line)).to_contain_text(
            f"{way} {abs(round(arm))} mm" if round(arm) else "neither way"
        )
        through = python.clearance_m[0, column] < 0.024
        expect(row(page, line).locator(".hx-flag")).to_have_text("through the head" if through else "")


@pytest.mark.parametrize("angle", SLIDERS)
def test_every_slider_goes_to_both_ends_by_keys(show, angle):
    page, trait = show(HipExplorer())
    _, low, high = SLIDERS[angle]
    slider(page, angle).focus()
    for key, value in (("End", high), ("Home", low)):
        page.keyboard.press(key)
        expect(typed(page, angle)).to_have_value(str(value))
        assert trait("pose")[angle] == value
    words = page.locator(".hx").inner_text()
    assert "NaN" not in words and "undefined" not in words


def test_a_typed_angle_beyond_the_end_stops_there(show):
    page, trait = show(HipExplorer())
    typed(page, "flexion_deg").fill("900")
    typed(page, "flexion_deg").press("Enter")
    expect(typed(page, "flexion_deg")).to_have_value("110")
    typed(page, "flexion_deg").fill("")
    typed(page, "flexion_deg").press("Tab")
    expect(typed(page, "flexion_deg")).to_have_value("110")
    assert trait("pose")["flexion_deg"] == 110


def thigh(page, view):
    return page.locator(f".hx-{view} .hx-thigh")


def test_the_thigh_is_moved_by_hand(show):
    page, trait = show(HipExplorer())
    box = page.locator(".hx-lateral").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.43, box["y"] + box["height"] * 0.8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.85, box["y"] + box["height"] * 0.5, steps=4)
    page.mouse.up()
    expect(page.locator(".hx-preset-note")).to_contain_text("of flexion")
    assert 60 < trait("pose")["flexion_deg"] <= 110


def test_from_behind_the_hand_spreads_the_thigh(show):
    page, trait = show(HipExplorer())
    box = page.locator(".hx-posterior").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.52, box["y"] + box["height"] * 0.9)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.9, steps=4)
    page.mouse.up()
    expect(page.locator(".hx-preset-note")).to_contain_text("of abduction")
    assert -40 <= trait("pose")["adduction_deg"] < -10 and trait("pose")["flexion_deg"] == 0


def test_the_piriformis_flips_with_flexion(show):
    page, _ = show(HipExplorer())
    expect(page.locator(".hx-curve-panel")).to_contain_text("changes at about 57° of flexion: outward before")
    expect(page.locator(".hx-says")).to_contain_text("turns the thigh outward")
    page.locator('[data-id="sitting"]').click()
    expect(page.locator(".hx-says")).to_contain_text("about 11 % longer than standing")
    expect(page.locator(".hx-says")).to_contain_text("turns the thigh inward")


def test_a_short_line_takes_a_motion(show):
    page, trait = show(HipExplorer())
    verdict = page.locator(".hx-verdict")
    expect(verdict).to_contain_text("Lost first: internal rotation, about 15°")
    short = page.get_by_role("slider", name="Shorten Piriformis by")
    short.focus()
    page.keyboard.press("Home")
    expect(verdict).to_contain_text("At full length nothing is lost")
    page.keyboard.press("End")
    expect(verdict).to_contain_text("too short for this pose itself")
    assert trait("shortening_mm") == 40


def test_lines_are_chosen_drawn_and_bent(show):
    page, trait = show(HipExplorer("knee-to-opposite-shoulder"))
    expect(page.locator(".hx-warn")).to_contain_text("from the centre of the femoral head")
    page.get_by_label("Lines", exact=True).select_option("head24")
    expect(page.locator(".hx-warn")).to_contain_text("bends over the head")
    page.get_by_role("button", name="Draw all").click()
    expect(page.locator(".hx-lateral .hx-cord:visible")).to_have_count(13)
    page.get_by_role("button", name="Only the chosen").click()
    expect(page.locator(".hx-lateral .hx-cord:visible")).to_have_count(1)
    page.get_by_role("button", name="Gemelli", exact=True).click()
    expect(page.locator(".hx-says")).to_contain_text("Gemelli")
    assert trait("line") == "gem" and trait("variant") == "head24"


def test_the_bone_is_painted_and_moves(show):
    page, _ = show(HipExplorer())
    ink = """() => [...document.querySelectorAll('.hx canvas')].map((canvas) => {
      const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      let sum = 0, count = 0;
      for (let at = 3; at < data.length; at += 4) {
        if (data[at]) { sum += (at % (4 * canvas.width)) / 4; count += 1; }
      }
      return [count, sum / count / canvas.width];
    })"""
    before = page.evaluate(ink)
    page.locator('[data-id="sitting"]').click()
    expect(page.locator(".hx-says")).to_contain_text("11 %")
    after = page.evaluate(ink)
    assert all(count > 2000 for count, _ in before + after)
    assert after[1][1] > before[1][1] + 0.1, "seen from the side, the thigh points forward"


def test_a_whole_run_with_keys_alone(show):
    page, trait = show(HipExplorer())
    tab_to(page, '[data-id="fair-60"]')
    page.keyboard.press("Enter")
    expect(page.locator(".hx-preset-note")).to_contain_text("25° of adduction")
    tab_to(page, '[data-zoom="whole"]')
    page.keyboard.press("Enter")
    expect(page.locator('[data-zoom="whole"]')).to_have_attribute("aria-pressed", "true")
    tab_to(page, 'tr[data-line="qf"] .hx-pick')
    page.keyboard.press("Enter")
    expect(page.locator(".hx-says")).to_contain_text("Quadratus femoris")
    assert trait("zoom") == "whole" and trait("line") == "qf"
    page.locator(".hx > [role=status]").get_by_text("Quadratus femoris").wait_for()


def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show):
    page, _ = show(HipExplorer(), viewport=(360, 740), touch=True)
    page.locator('[data-id="sitting"]').tap()
    expect(page.locator(".hx-says")).to_contain_text("11 %")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(
        "[...document.querySelectorAll('.hx button, .hx select, .hx summary, .hx input[type=range]')]"
        ".map((node) => node.getBoundingClientRect())"
        ".filter((box) => box.height < 24 || box.width < 24).length"
    )
    assert small == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(show, axe_violations, theme):
    page, _ = show(HipExplorer("fair-90"), theme=theme)
    page.locator(".hx-card summary").click()
    assert axe_violations(page) == []


def test_on_a_projector_pictures_and_sliders_are_seen_together(show):
    page, _ = show(HipExplorer(), viewport=(1280, 720))
    page.locator(".hx").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.hx-pictures').scrollIntoView()")
    for place in (".hx-lateral", ".hx-says", ".hx-controls"):
        box = page.locator(place).bounding_box()
        assert box["y"] >= -1 and box["y"] + box["height"] <= 721, place


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"pose": {"flexion_deg": 400}}, "flexion_deg is 400: shown is the nearest"),
        ({"pose": {"rotation_deg": "much"}}, "rotation_deg is much"),
        ({"line": "heart"}, "There is no line “heart”"),
    ],
)
def test_a_bad_state_is_said_and_something_is_shown(show, values, words):
    explorer = HipExplorer()
    page, _ = show(explorer)
    set_traits(page, explorer, **values)
    page.locator(".hx-alarm").get_by_text(words).wait_for()
    assert not re.search("NaN|undefined", page.locator(".hx").inner_text())


def test_art_of_another_version_is_a_sentence(widget_page):
    explorer = HipExplorer()
    explorer.hip = {"format": 99}
    page = widget_page(explorer)
    page.get_by_text("The hip explorer cannot be shown: It was made by another version").wait_for()
