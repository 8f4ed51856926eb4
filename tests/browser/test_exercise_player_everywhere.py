"""The exercise player on a phone, a projector, for axe, after a reload, on paper, by keys alone."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.widgets import ExercisePlayer

from .exercise import open_player, scrub, wait_painted
from .traits import small_targets, trait_is

FIRST = "piriformis-stretch-standing-figure-4"


@pytest.fixture
def show(widget_page):
    return partial(open_player, widget_page)


def printed(page, new_page, press):
    """Press a button that prints; return the sheet as a page, and how many pages of paper it takes."""
    page.evaluate("window.print = () => {}")
    press()
    frame = page.locator("iframe.ep-sheet[data-ready]")
    frame.wait_for(state="attached")
    html = frame.evaluate("(node) => node.contentDocument.documentElement.outerHTML")
    paper = new_page()
    paper.set_content(html)
    pdf = paper.pdf(prefer_css_page_size=True)
    return paper, len(re.findall(rb"/Type\s*/Page[^s]", pdf))


@pytest.mark.parametrize("one", [FIRST, "manual-trigger-point-pressure-release", "ball-release-piriformis"])
def test_one_exercise_prints_on_one_page_with_its_stop_rules_first(show, new_page, one):
    page = show(ExercisePlayer(one))
    button = page.get_by_role("button", name="Print this exercise")
    paper, pages = printed(page, new_page, button.click)
    assert pages == 1
    words = paper.locator("body").inner_text()
    exercise = exercise_poses()[one].exercise
    order = [words.index(part) for part in (exercise.name, "Before you begin", exercise.cues[0])]
    assert order == sorted(order) and all(one in words for one in exercise.cautions)
    assert paper.locator("img").count() == 3


def test_a_chosen_set_prints_every_exercise_once(show, new_page):
    chosen = [FIRST, "bridge", "clamshell"]
    page = show(ExercisePlayer(chosen=chosen))
    page.locator(".ep-sheet-list summary").click()
    paper, pages = printed(page, new_page, page.locator(".ep-print-set").click)
    assert pages == 1
    for one in chosen:
        assert paper.get_by_text(exercise_poses()[one].exercise.name, exact=True).count() == 1


def test_a_page_without_a_kernel_comes_back_as_it_was(show):
    widget = ExercisePlayer(exercises="strength")
    page = show(widget)
    page.locator(".ep-pick").select_option("bridge")
    page.locator(".ep-error").click()
    trait_is(page, widget, "error", True)
    page.reload()
    expect(page.locator(".ep h3").first).to_have_text(exercise_poses()["bridge"].exercise.name)
    expect(page.locator(".ep-error")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(show, axe_violations, theme):
    page = show(ExercisePlayer(), theme=theme)
    for summary in page.locator(".ep summary").all():
        summary.click()
    assert axe_violations(page) == []


def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show):
    page = show(ExercisePlayer(), viewport=(360, 740), touch=True)
    page.get_by_role("button", name="Common error", exact=True).tap()
    page.get_by_role("button", name=re.compile("Play")).tap()
    wait_painted(page, moment=None)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert small_targets(page, ".ep", ("button", "select", "summary", "input")) == []


def test_on_a_projector_both_views_and_their_controls_are_seen_together(show):
    page = show(ExercisePlayer(), viewport=(1280, 720))
    page.locator(".ep-frame").evaluate("(node) => node.scrollIntoView({ behavior: 'instant' })")
    for place in (".ep-frame", ".ep-scrub", ".ep-sides"):
        box = page.locator(place).bounding_box()
        assert box["y"] >= -1 and box["y"] + box["height"] <= 721, place


def test_keys_alone_choose_play_and_show_the_error(show):
    page = show(ExercisePlayer(exercises=[FIRST, "seated-figure-4-stretch"]))
    page.get_by_role("button", name="Common error", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ep-badge")).to_be_visible()
    scrub(page)
    page.get_by_role("button", name=re.compile("Play")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("Pause"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("Play"))).to_be_visible()
