"""Slides in a real browser: opened as a file, every slide within its frame, widgets alive, answers behind."""

import re

import pytest
from playwright.sync_api import expect

from gluteal import paths
from gluteal.publish import slides

from .deck import SLIDES, Deck

LESSONS = sorted(path.stem for path in paths.notebooks_dir().glob("[0-9][0-9]_*.ipynb"))
MUSCLES = "01_the_buttock_and_its_muscles"
REFERRAL = "03_referral_patterns"
# Type that a last row can read. Sources, which are looked up later, may be smaller.
LEAST_PX = 24
SMALL = """(least) => {
    const looked_up = ".cited, .gl-cite, .gl-sure > p:last-child, [data-kind='references'] *, .gl-map *";
    const small = (one) => parseFloat(getComputedStyle(one).fontSize) < least - 0.1;
    return [...document.querySelectorAll(".text :is(p, li, td, dd, dt, h2, h3)")]
        .filter((one) => !one.matches(looked_up) && one.textContent.trim() && small(one))
        .map((one) => one.textContent.trim().slice(0, 60));
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("decks")
    slides.build(target)
    return target


@pytest.fixture
def opened(folder, page):
    """Open a deck in the page of the test."""
    return lambda stem=MUSCLES, query="", on=page: Deck(on, folder / f"{stem}.html").open(query)


def test_a_deck_opens_as_a_file_and_asks_for_nothing_else(opened, page):
    deck = opened()
    expect(page.get_by_role("heading", name="01 · The buttock and its muscles")).to_be_visible()
    assert deck.count > 50
    files = [one for one in page.watch.requests if not re.match(r"(blob|data):", one)]
    assert files == [deck.file.as_uri()]


@pytest.mark.parametrize("stem", LESSONS)
def test_every_slide_of_every_lesson_fits_1280_by_720(opened, stem):
    deck = opened(stem)
    for number in range(deck.count):
        deck.go(number)
        deck.settle(number)
    assert deck.page.evaluate(SMALL, LEAST_PX) == []


# A table that goes on on the next slide has its head again there, once, and something below it.
SPLIT = """() => [...document.querySelectorAll("section[data-kind]")].flatMap((slide) => {
    const heads = [...slide.querySelectorAll("table")].map((one) => one.tHead?.textContent ?? "");
    const twice = heads.filter((head, at) => head && heads.indexOf(head) < at);
    const bare = [...slide.querySelectorAll("table")].filter((one) => !one.querySelector("td"));
    const left = [...slide.querySelectorAll(".inner :is(h2, h3, h4, dt)")].filter((one) => {
        const all = [...slide.querySelectorAll(".inner *")];
        return slide.dataset.kind !== "section" && all.at(-1) === one;
    });
    return [...twice, ...bare.map(() => "a head alone"), ...left.map((one) => one.textContent)];
})"""


@pytest.mark.parametrize("stem", LESSONS)
def test_what_goes_on_on_the_next_slide_is_cut_where_a_reader_would(opened, stem):
    assert opened(stem).page.evaluate(SPLIT) == []


@pytest.mark.parametrize("viewport", [(1024, 768), (1920, 1080), (1366, 650)])
def test_other_screens_show_every_slide_whole(opened, new_page, viewport):
    deck = opened(REFERRAL, on=new_page(viewport=viewport))
    for number, kind in enumerate(deck.kinds()):
        if kind not in ("ask", "live"):
            deck.go(number)
            assert deck.overflow(number) == "", (number, kind)


def test_a_question_answers_touch_and_its_answer_is_the_slide_after_the_figure(opened, new_page):
    deck = opened(on=new_page(touch=True))
    deck.first("ask")
    deck.current.get_by_text("Gluteus minimus").tap()
    deck.current.get_by_role("button", name="Keep my prediction").tap()
    expect(deck.current.get_by_text("Kept. Now look at the figure")).to_be_visible()
    explanation = deck.page.get_by_text("About the posterior third of gluteus medius lies under")
    expect(explanation.locator("visible=true")).to_have_count(0)
    deck.page.evaluate("lessonDeck.reveal.next()")
    expect(deck.current.locator("figure img")).to_be_visible()
    expect(explanation.locator("visible=true")).to_have_count(0)
    deck.page.evaluate("lessonDeck.reveal.next()")
    expect(deck.current.get_by_text("Answer", exact=True)).to_be_visible()
    expect(deck.current.get_by_text("Gluteus medius", exact=True)).to_be_visible()


def test_a_large_widget_works_inside_its_slide(opened, new_page):
    deck = opened(on=new_page(touch=True))
    deck.first("live")
    skin = deck.current.get_by_role("checkbox", name="Skin")
    expect(skin).to_be_checked()
    deck.current.get_by_role("button", name="Remove a layer").tap()
    expect(skin).not_to_be_checked()
    expect(deck.current.locator(".gx-read")).to_be_visible()


def test_a_question_that_grew_by_its_answer_still_fits(opened):
    deck = opened()
    number = deck.first("ask", nth=1)
    deck.current.get_by_role("button", name="Check my answer").click()
    expect(deck.current.get_by_role("button", name="Try again")).to_be_visible()
    deck.settle(number)
    expect(deck.current.get_by_role("button", name="Try again")).to_be_in_viewport()


def test_keys_inside_a_widget_are_the_widgets_and_a_clicker_goes_on_all_the_same(opened):
    deck = opened()
    number = deck.first("ask")
    deck.current.get_by_role("radio").first.focus()
    deck.page.keyboard.press("ArrowDown")
    expect(deck.current.get_by_role("radio").nth(1)).to_be_checked()
    assert deck.here == number
    deck.page.keyboard.press("PageDown")
    assert deck.here == number + 1


def test_a_deck_forgets_its_answers_and_leaves_the_learners_record_alone(opened, folder):
    deck = opened()
    deck.first("ask")
    deck.current.get_by_role("radio").first.check()
    deck.current.get_by_role("button", name="Keep my prediction").click()
    expect(deck.current.get_by_text("Your prediction is kept.")).to_be_visible()
    deck.page.goto((folder / "index.html").as_uri())
    assert deck.page.evaluate("localStorage.getItem('gluteal-progress')") is None
    opened()
    deck.first("ask")
    expect(deck.current.get_by_role("button", name="Keep my prediction")).to_be_visible()


def test_the_speaker_has_a_window_with_minutes_and_notes(opened, page):
    deck = opened()
    deck.first("section")
    with page.context.expect_page() as waiting:
        page.keyboard.press("s")
    window = waiting.value
    notes = window.locator(".speaker-controls-notes")
    expect(notes.get_by_text("Minute 2 to 10 of 40.")).to_be_visible()
    expect(notes.get_by_text("Ask the room:")).to_be_visible()
    expect(page.get_by_text("Minute 2 to 10 of 40.")).to_be_hidden()
    window.close()


def test_a_citation_leads_to_the_references_and_backspace_back(opened, page):
    deck = opened()
    number = deck.first("flag")
    deck.current.get_by_role("link", name="red-flag guidance").click()
    expect(page.locator("#ref-york_ces")).to_be_in_viewport()
    assert deck.current.get_attribute("data-kind") == "references"
    page.keyboard.press("Backspace")
    assert deck.here == number


def test_a_figure_is_enlarged_and_next_moves_down_it_and_then_on(opened, page):
    deck = opened()
    number = deck.first("figure")
    before = deck.current.locator("figure img").bounding_box()["height"]
    page.keyboard.press("z")
    large = page.locator("#large img")
    expect(large).to_be_visible()
    assert large.bounding_box()["height"] > before
    for _ in range(10):
        if not large.is_visible():
            break
        page.keyboard.press("PageDown")
    expect(large).to_be_hidden()
    assert deck.here == number + 1


def test_on_paper_each_slide_is_a_page(opened, page):
    deck = opened(query="?print-pdf")
    expect(page.locator(".pdf-page")).to_have_count(deck.count)
    boxes = page.evaluate(f"[...{SLIDES}].map((one) => one.getBoundingClientRect().height)")
    assert all(height == pytest.approx(boxes[0], abs=2) for height in boxes)


def test_no_serious_fault_of_accessibility_on_any_kind_of_slide(opened, axe_violations):
    deck = opened()
    for kind in dict.fromkeys(deck.kinds()):
        deck.first(kind)
        assert axe_violations(deck.page, within="section.present:not(.stack)") == [], kind


def test_the_list_of_decks_leads_to_each(folder, page):
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_role("listitem")).to_have_count(len(LESSONS))
    page.get_by_role("link", name="The buttock").click()
    page.wait_for_url(f"**/{MUSCLES}.html")


def test_without_javascript_a_sentence_says_where_the_lesson_can_be_read(folder, new_page):
    page = new_page(javascript=False)
    page.goto((folder / f"{MUSCLES}.html").as_uri())
    expect(page.get_by_text("These slides need JavaScript.")).to_be_visible()
