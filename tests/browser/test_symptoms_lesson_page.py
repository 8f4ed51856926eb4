"""Lesson 04 as a page: no kernel, no other address; widgets beside each other, a question by keys alone."""

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.widgets import ProbabilityLab

from .test_site import open_alive

FILE = "04_symptoms_and_examination.html"


@pytest.fixture
def lesson(site, new_page):
    """Return a function that opens the page as a file; test_site opens every page from a server as well."""
    return lambda **options: open_alive(new_page(**options), site.address(FILE, "file"))


def flag(explorer, name, answer):
    """Answer one red flag in an explorer."""
    fold = explorer.locator(".sx-flags")
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    # The fold closes by itself once all are answered, so that the answer cannot be read back from it.
    explorer.locator(f'.sx-flag[data-flag="{name}"]').get_by_role("radio", name=answer).check()


def test_a_red_flag_silences_its_own_explorer_and_not_the_one_of_the_case(lesson):
    page = lesson()
    expect(page.locator(".gl.sx")).to_have_count(2)
    made_up, of_the_case = page.locator(".gl.sx").first, page.locator(".gl.sx").last
    expect(made_up.locator(".sx-one").first).to_contain_text("Piriformis")
    flag(made_up, "fracture", "Yes")
    expect(made_up.locator(".sx-one").first).to_be_hidden()
    flag(of_the_case, "fracture", "No")
    expect(made_up.locator('.sx-flag[data-flag="fracture"]').get_by_role("radio", name="Yes")).to_be_checked()
    for name in load().red_flags:
        flag(of_the_case, name, "No")
    expect(of_the_case.locator(".sx-one").first).to_be_visible()
    expect(made_up.locator(".sx-one").first).to_be_hidden()


def test_the_finding_that_the_lesson_takes_back_changes_who_leads(lesson):
    page = lesson()
    explorer, this = page.locator(".gl.sx").first, page.locator('.sx-row[data-feature="pressing-piriformis"]')
    row, fold = explorer.locator(this), explorer.locator(".sx-fold").filter(has=this)
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    row.get_by_role("radio", name="not asked").check()
    expect(explorer.locator(".sx-one").first).to_contain_text("Gluteus medius")


def test_the_hip_goes_to_fair_and_names_adduction(lesson):
    explorer = lesson().locator(".gl.hx").first
    expect(explorer).to_contain_text("Lost first: internal rotation")
    explorer.get_by_role("button", name="FAIR test at 90 degrees").click()
    expect(explorer.get_by_role("button", name="FAIR test at 90 degrees")).to_have_attribute(
        "aria-pressed", "true"
    )
    explorer.get_by_role("button", name="Standing", exact=True).click()
    expect(explorer).to_contain_text("Lost first: internal rotation")


def test_the_lab_begins_with_the_test_of_the_prediction_and_says_23_percent(lesson):
    lab = lesson().locator(".gl.pl").first
    result = ProbabilityLab("either-piriformis-martin2014", pre=0.06).result
    assert round(100 * result["positive"]) == 23
    expect(lab.locator(".pl-big")).to_contain_text("23 %")
    lab.get_by_role("button", name="As in the study").click()
    expect(lab.locator(".pl-big")).to_contain_text("→ 91.3 %")


def test_a_prediction_is_kept_by_keys_alone_and_opens_its_figure(lesson):
    page = lesson()
    question = (
        page.get_by_role("group", name="Three symptoms")
        .or_(page.locator(".gl-question").filter(has_text="Which of them tells a trigger point"))
        .first
    )
    question.get_by_role("radio", name="None of them").focus()
    page.keyboard.press("Space")
    question.get_by_role("button", name="Keep my prediction").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("img", name="Table: each of the three symptoms")).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_the_page(lesson):
    page = lesson(viewport=(360, 740), touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
