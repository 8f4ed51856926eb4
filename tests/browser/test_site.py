"""The pages: opened from a server and as files, with every other address refused; alive, linked, readable."""

import re
from urllib.parse import urldefrag

import pytest

from gluteal.publish import embed

LESSON = "01_the_buttock_and_its_muscles.html"
SCHEMES = ("http", "file")


@pytest.fixture(scope="package")
def files(site):
    """The pages of the site."""
    return sorted(path.name for path in site.folder.glob("*.html"))


def open_alive(page, address):
    """Open a page and wait until its widgets live."""
    page.goto(address)
    page.wait_for_function("!['starting', undefined].includes(document.documentElement.dataset.live)")
    assert page.evaluate("document.documentElement.dataset.live") in ("alive", "none")
    return page


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_opens_with_its_widgets_alive_and_asks_for_nothing_outside(site, files, new_page, scheme):
    for file in files:
        page = open_alive(new_page(), site.address(file, scheme))
        assert page.locator(".live").count() == page.locator('.live[data-state="alive"]').count()
        assert not page.locator(".live-sentence:visible").count()
        assert not re.search(r"Traceback|Error displaying|could not start", page.locator("body").inner_text())
        page.watch.verify()


def test_the_lesson_has_its_widgets(site, page):
    open_alive(page, site.address(LESSON))
    assert page.locator(".live").count() >= 10


def test_links_within_the_site_lead_somewhere(site, files, new_page):
    page = new_page()
    ids, links = {}, []
    for file in files:
        open_alive(page, site.address(file))
        ids[file] = set(page.evaluate("Array.from(document.querySelectorAll('[id]'), (one) => one.id)"))
        found = page.evaluate(
            "Array.from(document.querySelectorAll('a[href]'), (one) => one.getAttribute('href'))"
        )
        links += [(file, link) for link in found if not re.match(r"[a-z]+:", link)]
    assert links
    for file, link in links:
        target, anchor = urldefrag(link)
        assert (site.folder / (target or file)).is_file(), f"{file}: {link} leads nowhere"
        assert not anchor or anchor in ids.get(target or file, {anchor}), (
            f"{file}: nothing bears the id {anchor}"
        )


def test_next_previous_and_the_menu_lead_through_the_lessons(site, files, page):
    open_alive(page, site.address("index.html"))
    page.locator('a[rel="next"]').click()
    page.wait_for_url(f"**/{LESSON}")
    page.locator('a[rel="prev"]').click()
    page.wait_for_url("**/index.html")
    page.locator(".menu summary").click()
    assert page.locator(".menu a").count() == len(files) - 1  # the gallery stands beside the menu
    page.locator(".menu").get_by_role("link", name="The buttock").click()
    page.wait_for_url(f"**/{LESSON}")
    assert page.locator('.menu a[aria-current="page"]').count() == 1


def test_the_menu_closes_with_escape_and_gives_the_focus_back(site, page):
    open_alive(page, site.address("index.html"))
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    page.locator(".menu a").first.wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator(".menu a").first.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_first_stop_of_the_keyboard_skips_to_the_lesson(site, page):
    open_alive(page, site.address(LESSON))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "lesson"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(site, files, new_page, axe_violations, theme):
    for file in files:
        page = open_alive(new_page(theme=theme), site.address(file))
        assert axe_violations(page) == []


def test_a_phone_shows_every_page_without_scrolling_sideways(site, files, phone):
    for file in files:
        open_alive(phone, site.address(file))
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_a_figure_can_be_enlarged_until_its_labels_are_legible(site, phone):
    page = open_alive(phone, site.address(LESSON))
    box = page.locator(".gl-figure", has=page.locator("figure img")).first
    picture = box.locator("figure img")
    natural = int(picture.get_attribute("width"))
    assert picture.bounding_box()["width"] < natural
    box.get_by_label("Enlarge this figure").check()
    assert picture.bounding_box()["width"] == pytest.approx(natural, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_answer_is_kept_across_pages_and_counted_in_the_menu(site, page, scheme):
    open_alive(page, site.address("index.html", scheme))
    answer_first_question(page.locator(".live").filter(has=page.get_by_role("radio")).first)
    page.locator(".menu summary").click()
    assert page.locator(".menu .mark").first.inner_text().startswith("1 of ")
    open_alive(page, site.address(LESSON, scheme))
    page.locator(".menu summary").click()
    assert page.locator(".menu .mark").first.inner_text().startswith("1 of ")


def answer_first_question(question):
    """Choose the first option and commit to it."""
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name=re.compile("Keep|Check")).click()


def test_without_javascript_the_text_the_figures_and_a_sentence_stand_there(site, new_page):
    page = new_page(javascript=False)
    page.goto(site.address(LESSON))
    page.get_by_text("shown without JavaScript").wait_for()
    sentences = page.locator(".live-sentence").all_inner_texts()
    assert sentences
    assert all(len(text) > 15 and "0x" not in text for text in sentences)
    page.locator("figure img[alt]").first.wait_for()


def test_every_picture_has_an_alternative_text_or_is_marked_as_ornament(site, files, page):
    for file in files:
        open_alive(page, site.address(file))
        assert page.locator("img:not([alt])").count() == 0


def test_a_page_whose_machinery_is_missing_says_so_and_stays_readable(site, new_page, tmp_path):
    import shutil

    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    (folder / embed.ASSETS / "html-manager.js").unlink()
    page = new_page()
    page.watch.allowed += ["html-manager", "ERR_FILE_NOT_FOUND"]
    page.goto((folder / LESSON).as_uri())
    page.get_by_text("could not start here").first.wait_for()
    page.locator(".live-sentence").first.wait_for()


def test_on_paper_the_lesson_stands_without_the_frame(site, page):
    open_alive(page, site.address(LESSON))
    page.emulate_media(media="print")
    page.locator(".bar").wait_for(state="hidden")
    page.locator(".code").first.wait_for(state="hidden")
    page.locator("h1").wait_for()
