"""Widgets of the lessons in the exported pages: no kernel, every other address refused."""

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load

from .palpation import PAD, curve_heights, stroke
from .referral import painted, settle
from .reliability import slider
from .test_site import SCHEMES, open_alive

SECOND = "02_what_is_a_trigger_point.html"
THIRD = "03_referral_patterns.html"
FOURTH = "04_symptoms_and_examination.html"


@pytest.fixture(params=SCHEMES)
def lesson(request, site, new_page):
    """Return a function that opens the page of a lesson, from a server and as a file."""
    return lambda file, **options: open_alive(new_page(**options), site.address(file, request.param))


def test_the_trainer_answers_a_stroke(lesson):
    page = lesson(SECOND)
    page.locator(PAD).first.scroll_into_view_if_needed()
    stroke(page, (20, 45), (100, 45), hold=True)
    assert len(curve_heights(page)) > 10
    assert page.locator(".pt-says").first.inner_text()


def test_the_lab_goes_to_its_ends(lesson):
    page = lesson(SECOND)
    page.locator(".rl-body").first.scroll_into_view_if_needed()
    said = []
    for key in ("Home", "End"):
        slider(page, "prevalence").first.focus()
        page.keyboard.press(key)
        said.append(page.locator(".rl-headline").first.inner_text())
    assert said[0] != said[1] and "NaN" not in "".join(said)


def test_the_explorer_paints_more_the_harder_one_presses(lesson):
    page = lesson(THIRD)
    page.locator(".rx-body").first.scroll_into_view_if_needed()
    button = page.locator(".rx-press").first  # white words: beside other widgets its ground was lost once
    assert button.evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgb(163, 32, 42)"
    areas = []
    for value in (0, 100):
        page.get_by_role("slider", name="Pressure on the point").first.fill(str(value))
        settle(page)
        areas.append(painted(page))
    assert areas[0] == 0 < areas[1]


def test_the_drawing_is_ranked_once_every_red_flag_is_denied_and_not_before(lesson):
    page = lesson(THIRD)
    free = page.locator(".gd").filter(has=page.get_by_role("button", name="Erase", exact=True)).first
    chart = free.locator('.gd-paper[data-chart="posterior"]')
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    page.mouse.click(box["x"] + 0.64 * box["width"], box["y"] + 0.3 * box["height"])  # the right buttock
    assert chart.locator(".gd-shape").count() == 1
    assert not free.locator(".gd-match").count()
    denials = free.get_by_role("radio", name="No", exact=True)
    assert denials.count() == len(load().red_flags)
    for no in denials.all():
        no.check(force=True)
    free.locator(".gd-match").first.wait_for()


def test_the_explorer_ranks_and_a_red_flag_takes_the_place_of_the_ranking(lesson):
    page = lesson(FOURTH)
    explorer = page.locator(".sx").first
    explorer.locator('.sx-example[data-id="side-of-hip"]').click()
    expect(explorer.locator(".sx-one").first).to_contain_text("Gluteal tendinopathy")
    expect(explorer.locator(".sx-card").first).to_be_visible()
    explorer.locator('.sx-example[data-id="red-flag"]').click()
    expect(explorer.locator(".sx-first")).to_contain_text(load().red_flags["cancer"].action)
    expect(explorer.locator(".sx-one").first).to_be_hidden()


def test_the_probability_lab_goes_to_its_ends(lesson):
    page = lesson(FOURTH)
    probability = page.locator(".pl").first
    for key, start in (("Home", "0 %"), ("End", "100 %")):
        probability.get_by_role("slider", name="Before the test").focus()
        page.keyboard.press(key)
        expect(probability.locator(".pl-big")).to_have_text(f"{start} → {start}")


@pytest.mark.parametrize("file", [SECOND, THIRD, FOURTH])
def test_on_a_phone_nothing_is_wider_than_the_page(lesson, file):
    page = lesson(file, viewport=(360, 740), touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_button_keeps_the_form_its_widget_gives_it_beside_other_widgets(lesson):
    page = lesson(SECOND)
    widths = [one.bounding_box()["width"] for one in page.locator(".pt-force .gl-button").all()]
    assert widths and all(38 <= width <= 48 for width in widths)
