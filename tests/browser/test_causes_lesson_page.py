"""Lesson 05 as a page: no kernel, no other address; forces covered, an interview put on paper."""

import pytest
from playwright.sync_api import expect

from gluteal.models.stance import Posture, solve

from .test_site import open_alive

FILE = "05_causes.html"


@pytest.fixture
def lesson(site, new_page):
    """Return a function that opens the page as a file."""
    return lambda **options: open_alive(new_page(**options), site.address(FILE, "file"))


def test_the_forces_stay_covered_until_they_are_asked_for(lesson):
    stance = lesson().locator(".gl.ss").first
    stance.get_by_role("button", name="Stick, other hand").click()
    asked = f"{solve(Posture(stick_pct=10)).abductor_bw:.1f} ×"
    expect(stance.locator(".ss-verdict")).to_contain_text("Predict first")
    expect(stance.locator(".ss-mine")).to_be_hidden()
    stance.get_by_role("button", name="Show the forces").click()
    expect(stance.locator(".ss-mine")).to_be_visible()
    expect(stance.locator(".ss-mine")).to_contain_text(asked)


def test_three_people_stand_each_on_their_own(lesson):
    page = lesson()
    expect(page.locator(".gl.ss")).to_have_count(3)
    weak = page.locator(".gl.ss").nth(1)
    expect(weak).to_contain_text("It cannot be held like this")
    weak.get_by_role("button", name="Weak, leans").click()
    expect(weak).to_contain_text("Compensated")
    expect(page.locator(".gl.ss").first.locator(".ss-verdict")).to_contain_text("Predict first")


def test_a_prediction_uncovers_its_figure(lesson):
    page = lesson()
    question = page.locator(".gl").filter(has_text="1482 adults had their legs measured").last
    question.get_by_role("radio", name="No clear difference").check()
    question.get_by_role("button", name="Keep my prediction").click()
    expect(page.get_by_role("img", name="Table of eight possible causes")).to_be_visible()


def test_the_interview_is_filled_in_and_put_on_paper(lesson):
    page = lesson()
    form = page.locator(".gl.ic")
    form.locator('.ic-row[data-id="start-first"]').get_by_role("textbox").fill("the back, in March")
    form.get_by_role("button", name="Print").first.click()
    sheet = page.frame_locator("iframe.ic-sheet")
    expect(sheet.locator(".row").filter(has_text="the back, in March")).to_have_count(1)


def test_a_source_in_the_interview_leads_to_its_reference(lesson):
    page = lesson()
    row = page.locator('.ic-row[data-id="body-leg"]')
    row.locator("summary").click()
    row.get_by_role("link", name="Rannisto 2015").click()
    expect(page.locator("#ref-rannisto2015")).to_be_focused()


def test_on_a_phone_nothing_is_wider_than_the_page(lesson):
    page = lesson(viewport=(360, 740), touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
