"""The position search in a real browser: search, commit, compare; keys, phone, reload, nonsense."""

import re

import pytest
from playwright.sync_api import expect

from gluteal.models import hip
from gluteal.models.hip_longest import longest
from gluteal.widgets import PositionSearch

from .hip import SLIDERS, set_traits, slider, typed
from .traits import small_targets, trait_is

ANGLES = list(SLIDERS)[:3]


@pytest.fixture
def show(widget_page):
    def opened(search, **options):
        page = widget_page(search, **options)
        page.locator(".ps .hx-belly[d]").first.wait_for(state="attached")
        return page

    return opened


def put(page, *angles):
    for name, angle in zip(ANGLES, angles, strict=True):
        typed(page, name).fill(str(angle))
        typed(page, name).press("Tab")


def commit(page):
    page.get_by_role("button", name="Commit my best and compare").click()


def pose(*angles):
    return dict(zip(ANGLES, angles, strict=True))


def signed(value):
    return f"+{round(value)}" if round(value) > 0 else f"−{-round(value)}" if round(value) < 0 else "0"


@pytest.mark.parametrize("line", hip.LINES)
def test_every_line_shows_pythons_number(show, line):
    search = PositionSearch(line=line)
    page = show(search)
    put(page, 63, -17, 31)
    python = PositionSearch(line=line, pose=pose(63, -17, 31)).change_percent
    expect(page.locator(".ps-now")).to_contain_text(f"about {signed(python)} %")


@pytest.mark.parametrize("angle", ANGLES)
def test_every_slider_goes_to_both_ends_by_keys(show, angle):
    search = PositionSearch()
    page = show(search)
    _, low, high = SLIDERS[angle]
    slider(page, angle).focus()
    for key, value in (("End", high), ("Home", low)):
        page.keyboard.press(key)
        trait_is(page, search, "pose", {**pose(0, 0, 0), angle: value})
    assert not re.search("NaN|undefined", page.locator(".ps").inner_text())


def test_the_best_is_kept_while_searching_and_stays_after_it_was_committed(show):
    search = PositionSearch()
    page = show(search)
    expect(page.get_by_role("button", name="Commit my best")).to_be_disabled()
    put(page, 90, 20, -30)
    put(page, 0, 0, 30)
    trait_is(page, search, "best", {"piri": pose(90, 20, -30)})
    expect(page.locator(".ps-best-words")).to_contain_text("Your best so far: about +19 %")
    commit(page)
    expect(page.get_by_role("button", name="Committed")).to_be_disabled()
    put(page, 110, 25, -42)
    trait_is(page, search, "best", {"piri": pose(90, 20, -30)})
    trait_is(page, search, "committed", ["piri"])


def test_nothing_of_the_answer_is_seen_before_a_best_is_committed(show):
    page = show(PositionSearch())
    put(page, 60, 10, 0)
    hidden = f"+{round(longest('piri').change_percent)} %"
    seen = page.locator(".ps").inner_text()
    assert hidden not in seen and "McGovern" not in seen
    expect(page.locator(".ps-most")).to_be_hidden()
    commit(page)
    compare = page.locator(".ps-compare")
    expect(compare).to_be_focused()
    expect(compare.locator("tr.ps-model")).to_contain_text(hidden)
    expect(compare.locator("tr.ps-own")).to_be_visible()
    expect(compare).to_contain_text("contradicts the model")
    expect(page.locator(".ps-most")).to_be_visible()
    page.get_by_role("button", name="Show the").click()
    assert compare.locator("tbody tr:visible").count() == compare.locator("tbody tr").count() > 20


def test_a_row_of_the_comparison_can_be_looked_at(show):
    search = PositionSearch()
    page = show(search)
    put(page, 60, 10, 0)
    commit(page)
    page.get_by_role("button", name="Go to: The model’s longest").click()
    angles = [round(angle + 0.01) for angle in longest("piri").pose_deg]
    trait_is(page, search, "pose", pose(*angles))


def test_each_line_has_a_best_of_its_own(show):
    search = PositionSearch()
    page = show(search)
    put(page, 90, 0, 40)
    page.get_by_label("Line", exact=True).select_option("qf")
    expect(page.locator(".ps-best-words")).to_contain_text("Your best so far: about +78 %")
    commit(page)
    expect(page.locator(".ps-compare")).to_contain_text("Quadratus femoris is longest at")
    page.get_by_label("Line", exact=True).select_option("piri")
    expect(page.locator(".ps-compare")).to_be_hidden()
    page.locator(".ps-lines summary").click()
    page.locator('.ps-lines tr[data-line="gmed2"] button').click()
    trait_is(page, search, "line", "gmed2")


def test_positions_are_written_down_gone_back_to_and_struck_off(show):
    search = PositionSearch()
    page = show(search)
    write = page.get_by_role("button", name=re.compile("Write this position down|written down"))
    for flexion in range(10, 90, 10):
        put(page, flexion, 0, 0)
        write.click()
    expect(write).to_be_disabled()
    page.get_by_role("button", name=re.compile("Go to: Piriformis.*: 30° of flexion")).click()
    trait_is(page, search, "pose", pose(30, 0, 0))
    page.get_by_role("button", name=re.compile("Strike off: Piriformis.*: 80° of flexion")).click()
    expect(page.locator(".ps-list li")).to_have_count(7)
    expect(write).to_be_enabled()


def test_a_page_without_a_kernel_comes_back_as_it_was(show):
    page = show(PositionSearch())
    put(page, 90, 20, -30)
    commit(page)
    page.get_by_role("button", name="Write this position down").click()
    page.reload()
    expect(page.locator(".ps-compare tr.ps-own")).to_contain_text("+19 %")
    expect(page.locator(".ps-list li")).to_have_count(1)
    expect(typed(page, "flexion_deg")).to_have_value("90")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(show, axe_violations, theme):
    page = show(PositionSearch(), theme=theme)
    put(page, 90, 20, -30)
    commit(page)
    page.locator(".ps-lines summary").click()
    assert axe_violations(page) == []


def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show):
    page = show(PositionSearch(), viewport=(360, 740), touch=True)
    put(page, 90, 20, -30)
    page.get_by_role("button", name="Commit my best and compare").tap()
    expect(page.locator(".ps-compare")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert small_targets(page, ".ps", ("button", "select", "summary", "input")) == []


def test_on_a_projector_pictures_gauge_and_sliders_are_seen_together(show):
    page = show(PositionSearch(), viewport=(1280, 720))
    page.evaluate("document.querySelector('.ps-body').scrollIntoView()")
    for place in (".ps .hx-lateral", ".ps-now", ".ps fieldset", ".ps-commit"):
        box = page.locator(place).bounding_box()
        assert box["y"] >= -1 and box["y"] + box["height"] <= 721, place


@pytest.mark.parametrize(
    "values",
    [
        {"line": "heart"},
        {"pose": {"flexion_deg": "much"}},
        {"best": {"heart": {}, "piri": None}},
        {"kept": [None, {"line": "x"}], "committed": ["x"]},
    ],
)
def test_a_bad_state_does_no_harm(show, values):
    search = PositionSearch()
    page = show(search)
    set_traits(page, search, **values)
    put(page, 90, 0, 0)
    expect(page.locator(".ps-now")).to_contain_text("+11 %")
    assert not re.search("NaN|undefined", page.locator(".ps").inner_text())


def test_records_of_another_version_are_a_sentence(widget_page):
    search = PositionSearch()
    search.hip = {"format": 99}
    page = widget_page(search)
    page.locator("[role=note]").get_by_text("made by another version of the lessons").wait_for()
