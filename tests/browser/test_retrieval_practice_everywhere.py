"""The retrieval practice on paper, on a phone, in the dark, and in the exported lesson with no kernel."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal import lesson
from gluteal.catalogue import load

from .practice import BANK, NEXT, answer, open_practice, past, start
from .test_site import SCHEMES, open_alive
from .traits import small_targets


@pytest.fixture
def show(widget_page):
    return partial(open_practice, widget_page)


def test_the_fullest_summary_prints_on_two_pages(show, new_page):
    record = past(*((item, 1 + place % 20, place % 3 > 0) for place, (item, _) in enumerate(BANK)))
    page = show(record=record)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the summary").click()
    frame = page.frame_locator("iframe.rv-sheet")
    frame.locator(".foot").wait_for(state="attached")
    paper = new_page()
    paper.set_content(frame.locator("html").evaluate("(node) => node.outerHTML"))
    assert len(re.findall(rb"/Type\s*/Page\b", paper.pdf(prefer_css_page_size=True))) <= 2
    for one in load().lessons.values():
        if any(own == one.id for _, own in BANK):
            expect(paper.locator("tbody", has_text=f"{one.id} {one.title}")).to_contain_text(
                one.objectives[0]
            )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 740), (1280, 720)])
def test_it_fits_and_is_accessible(show, axe_violations, theme, size):
    record = past(("01-nerves", 1, False), ("01-read-variants", 1, False), ("02-sort", 5, True))
    page = show(
        lesson.practice("01", "02", length=5), record, theme=theme, viewport=size, touch=size[0] < 400
    )

    def holds():
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert small_targets(page, ".rv", ["button", "summary", "select", ".rv-lesson input"]) == []
        assert axe_violations(page) == []

    page.locator(".rv-report summary").first.click()
    holds()
    start(page)
    for _ in range(2):
        holds()
        answer(page, right=False)
        holds()
        page.locator(NEXT).click()
    page.get_by_role("button", name="End the session here").click()
    holds()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_the_lesson_with_no_kernel(site, new_page, scheme):
    page = open_alive(new_page(), site.address("09_test_yourself.html", scheme))
    start(page)
    item = answer(page, right=False)
    panel = page.locator(f".gl-panel details[data-lesson='{item.lesson}'] summary")
    expect(panel).to_contain_text("1 of ")
    page.locator(".rv .gl-sources a").first.click()
    expect(page.locator(f"#ref-{item.sources[0]}")).to_be_focused()
