"""The gallery of figures in a real browser: filter, large view, keyboard, address, paper, phone."""

import re

import pytest
from playwright.sync_api import expect

SCHEMES = ("http", "file")
NAME = "buttock-posterior-deep"


def open_gallery(page, site, scheme="http", figure=""):
    page.goto(site.address("figures.html", scheme) + (f"#figure-{figure}" if figure else ""))
    return page


def large_title(page):
    return page.locator("dialog[open] h2").inner_text()


def test_pictures_load_when_they_come_near(site, page):
    open_gallery(page, site)
    loaded = (
        "Array.from(document.querySelectorAll('.thumb img'), (one) => one.complete && one.naturalWidth > 0)"
    )
    page.wait_for_function(f"{loaded}[0]")
    page.locator(".thumb img").last.scroll_into_view_if_needed()
    page.wait_for_function(f"{loaded}.at(-1)")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_figure_opens_large_and_back_closes_it(site, page, scheme):
    open_gallery(page, site, scheme)
    page.locator(f"#figure-{NAME} .thumb").click()
    assert large_title(page) == page.locator(f"#figure-{NAME} h3").inner_text()
    assert page.locator("dialog img").get_attribute("src") == f"figures/{NAME}.svg"
    page.wait_for_function("document.querySelector('dialog img').naturalWidth > 300")
    assert page.url.endswith(f"#figure-{NAME}")
    page.go_back()
    page.locator("dialog[open]").wait_for(state="hidden")
    page.wait_for_function("!location.hash")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_link_to_a_figure_opens_it(site, page, scheme):
    open_gallery(page, site, scheme, NAME)
    assert large_title(page) == page.locator(f"#figure-{NAME} h3").inner_text()
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for(state="hidden")
    page.wait_for_function("!location.hash")


def test_arrows_turn_the_pages_and_escape_gives_the_focus_back(site, page):
    open_gallery(page, site)
    names = page.locator(".exhibit").evaluate_all("(all) => all.map((one) => one.id)")
    page.locator(".thumb").first.focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(name) => location.hash === `#${name}`", arg=names[1])
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("(name) => location.hash === `#${name}`", arg=names[-1])
    expect(page.locator(".large-count")).to_have_text(f"{len(names)} of {len(names)}", use_inner_text=True)
    page.keyboard.press("Escape")
    page.wait_for_function("(name) => document.activeElement.closest('.exhibit')?.id === name", arg=names[-1])


def test_the_large_view_says_all_that_the_card_says_and_leads_to_the_references(site, page):
    open_gallery(page, site, figure=NAME)
    words = page.locator("dialog .words")
    assert words.locator("a[download]").count() == 2
    assert len(words.inner_text()) > 500
    link = words.locator('a[href^="#ref-"]').first
    goal = link.get_attribute("href").removeprefix("#")
    link.click()
    page.locator("dialog[open]").wait_for(state="hidden")
    page.wait_for_function("(id) => document.activeElement.id === id", arg=goal)


def test_enlarged_the_picture_scrolls_in_its_frame(site, page):
    open_gallery(page, site, figure=NAME)
    page.wait_for_function("document.querySelector('dialog img').naturalWidth > 0")
    frame = page.locator(".large-paper")
    fits = "(node) => node.scrollHeight <= node.clientHeight + 1"
    assert frame.evaluate(fits)
    page.get_by_role("button", name="Enlarge").click()
    assert not frame.evaluate(fits)
    page.keyboard.press("-")
    assert frame.evaluate(fits)


def test_the_filter_finds_by_title_by_everyday_name_and_in_the_texts(site, page):
    open_gallery(page, site)
    box = page.get_by_label("Find a figure")
    box.fill("piriformis")
    first = page.locator(".exhibit:visible").count()
    page.locator("#figure-muscle-piriformis").wait_for()
    page.locator("#figure-muscle-tensor-fasciae-latae").wait_for(state="hidden")
    page.get_by_role("button", name=re.compile("more that mention it")).click()
    assert page.locator(".exhibit:visible").count() > first
    box.fill("tfl")
    page.locator("#figure-muscle-tensor-fasciae-latae").wait_for()
    box.fill("xyzzy")
    expect(page.get_by_role("status")).to_contain_text("No figure shows", use_inner_text=True)
    box.press("Escape")
    assert page.locator(".exhibit:visible").count() == page.locator(".exhibit").count()


def test_the_arrows_stay_among_the_figures_that_were_found(site, page):
    open_gallery(page, site)
    page.get_by_label("Find a figure").fill("tfl")
    found = page.locator(".exhibit:visible").count()
    page.locator(".thumb:visible").first.click()
    expect(page.locator(".large-count")).to_have_text(f"1 of {found}", use_inner_text=True)


def test_without_javascript_every_figure_stands_there_with_its_words(site, new_page):
    page = open_gallery(new_page(javascript=False), site)
    assert page.locator(".thumb img:visible").count() == page.locator(".exhibit").count() > 20
    page.locator(".sift").wait_for(state="hidden")
    page.locator(f"#figure-{NAME} summary").click()
    page.locator(f"#figure-{NAME} .telling").wait_for()
    assert page.locator(f"#figure-{NAME} .thumb").get_attribute("href") == f"figures/{NAME}.svg"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_large_view_has_no_fault_of_accessibility(site, new_page, axe_violations, theme):
    page = open_gallery(new_page(theme=theme), site, figure=NAME)
    page.locator("dialog[open]").wait_for()
    assert axe_violations(page) == []


def test_a_phone_shows_a_figure_and_its_words_below_each_other(site, phone):
    page = open_gallery(phone, site, figure=NAME)
    page.locator("dialog[open]").wait_for()
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 360
    picture = page.locator(".large-paper").bounding_box()
    words = page.locator(".large-words").bounding_box()
    assert picture["width"] > 320
    assert words["y"] >= picture["y"] + picture["height"]
    small = page.locator("dialog button:visible").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).length"
    )
    assert small == 0


def test_on_paper_each_figure_has_a_page_with_its_words(site, page):
    open_gallery(page, site)
    sheet = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page[^s]", sheet))
    assert pages >= page.locator(".exhibit").count() + 1
    assert pages <= page.locator(".exhibit").count() * 2 + 2
    assert not page.locator(".twin[open]").count()


def test_printed_from_the_large_view_one_figure_fills_one_page(site, page):
    open_gallery(page, site, figure=NAME)
    page.wait_for_function("document.querySelector('dialog img').naturalWidth > 0")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1
