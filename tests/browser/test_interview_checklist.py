"""The interview form in a real browser: filled, cleared, printed on one A4 page, by keys, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.catalogue.causes import interview_questions
from gluteal.widgets import InterviewChecklist

from .traits import small_targets

FLAGS = load().red_flags


@pytest.fixture
def show(widget_page):
    def open_form(**options):
        page = widget_page(InterviewChecklist(), **options)
        page.locator(".ic-row").last.wait_for()
        # The print dialog of the system cannot be answered here: what is printed is read from its frame.
        page.add_init_script("window.print = () => {}")
        return page

    return open_form


def row(page, key):
    return page.locator(f'.ic-row[data-id="{key}"]')


def sheet(page):
    """Press Print and return the document that is printed."""
    page.locator(".ic-print").first.click()
    page.locator("iframe.ic-sheet").wait_for(state="attached")
    frame = page.frame_locator("iframe.ic-sheet")
    frame.locator(".foot").wait_for(state="attached")
    return frame


def test_a_yes_to_a_red_flag_says_what_to_do_and_a_no_takes_it_back(show):
    page, flag = show(), FLAGS["cauda-equina-syndrome"]
    expect(page.locator(".ic-alarm")).to_be_hidden()
    row(page, flag.id).get_by_role("radio", name="Yes").check()
    expect(page.locator(".ic-alarm")).to_contain_text(flag.action)
    row(page, flag.id).get_by_role("radio", name="No").check()
    expect(page.locator(".ic-alarm")).to_be_hidden()


def test_every_question_can_be_answered_and_all_of_it_is_printed(show):
    page = show()
    for one in interview_questions().values():
        row(page, one.id).get_by_role("textbox").fill(f"note on {one.id}")
        if one.kind == "yes-no":
            row(page, one.id).get_by_role("radio", name="Yes").check()
    printed = sheet(page)
    for one in interview_questions().values():
        line = printed.locator(".row").filter(has_text=f"note on {one.id}")
        expect(line).to_have_count(1)
        assert one.question in line.text_content()
        assert ("☒ yes" in line.text_content()) == (one.kind == "yes-no")


def test_the_empty_form_and_the_filled_one_fit_on_one_page_of_a4(show, new_page):
    page = show()
    for fill in (False, True):
        if fill:
            for field in page.get_by_role("textbox").all():
                field.fill("since March, after ten days of hills")
            row(page, "fracture").get_by_role("radio", name="Yes").check()
        html = sheet(page).locator("html").evaluate("(node) => node.outerHTML")
        paper = new_page()
        paper.set_content(html)
        pdf = paper.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_clear_empties_everything_at_once(show):
    page = show()
    row(page, "start-fall").get_by_role("radio", name="Yes").check()
    row(page, "fracture").get_by_role("radio", name="Yes").check()
    row(page, "person-idea").get_by_role("textbox").fill("a draught")
    page.locator(".ic-clear").first.click()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(row(page, "person-idea").get_by_role("textbox")).to_have_value("")
    expect(page.locator(".ic-alarm")).to_be_hidden()


def test_what_looks_like_markup_stays_text_on_paper(show):
    page = show()
    row(page, "person-idea").get_by_role("textbox").fill("<b>a draught</b> & “rain”")
    printed = sheet(page)
    expect(printed.locator(".row").filter(has_text="<b>a draught</b> & “rain”")).to_have_count(1)
    assert printed.locator(".row b").count() == 0


def test_by_keys_alone(show):
    page = show()
    first = row(page, next(iter(FLAGS))).get_by_role("radio", name="Yes")
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(row(page, next(iter(FLAGS))).get_by_role("radio", name="No")).to_be_checked()
    why = row(page, "start-fall").locator("summary")
    why.focus()
    page.keyboard.press("Enter")
    expect(row(page, "start-fall").get_by_role("link")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 740), (1280, 720)])
def test_it_fits_and_is_accessible(show, axe_violations, theme, size):
    page = show(theme=theme, viewport=size, touch=size[0] < 400)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert small_targets(page, ".ic", ["button", "input", "summary"]) == []
    assert axe_violations(page) == []
