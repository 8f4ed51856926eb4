"""The referral explorer spoilt, twice, on a phone, in the dark, on paper, still and quick."""

from functools import partial

import ipywidgets
import pytest

from gluteal.widgets.packing import pack
from gluteal.widgets.referral_explorer import ReferralExplorer

from .referral import open_explorer, painted, set_trait, settle

TWO = ["piriformis-trp1", "gluteus-minimus-posterior"]


@pytest.fixture
def show(widget_page):
    return partial(open_explorer, widget_page)


def spoilt(name):
    explorer = ReferralExplorer()
    if name == "no plates":
        explorer.art = {}
    elif name == "body lost":
        explorer.body = "IPY_MODEL_0000"
    elif name == "no records":
        explorer.packed = ""
    elif name == "damaged records":
        explorer.packed = explorer.packed[:400]
    else:
        explorer.packed = pack('{"format": 0}')
    return explorer


@pytest.mark.parametrize("name", ["no plates", "body lost", "no records", "damaged records", "old records"])
def test_without_what_it_needs_it_says_so_in_a_sentence(widget_page, name):
    page = widget_page(spoilt(name))
    note = page.get_by_role("note").filter(has_text="Run the cell again")
    note.wait_for()
    assert note.inner_text().count(".") >= 2


@pytest.mark.parametrize(
    ("trait", "value", "words"),
    [
        ("points", ["heart"], "no point “heart”"),
        ("points", "heart", "no point “heart”"),
        ("points", None, "no point"),
        ("selected", "liver", "no point “liver”"),
        ("compare", "liver", "no point “liver”"),
        ("mode", "sleep", "no mode “sleep”"),
        ("view", "above", "no view “above”"),
        ("side", "up", "no side “up”"),
        ("region", "ear", "no body region “ear”"),
        ("pressure", "hard", "not a number from 0 to 100"),
        ("pressure", -40, "not a number from 0 to 100"),
        ("plate", "roof", "no plate “roof”"),
        ("query", None, ""),
        ("depth", "cellar", ""),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, trait, value, words):
    explorer = ReferralExplorer()
    page, read = show(explorer)
    set_trait(page, explorer, **{trait: value})
    assert words in page.locator(".rx-empty").text_content()
    page.get_by_role("button", name="Reset").click()
    settle(page)
    assert not page.locator(".rx-empty").is_visible() and painted(page) > 0
    assert read("points") == ["piriformis-trp1"]


def test_a_state_set_from_python_is_shown(show):
    explorer = ReferralExplorer(
        points=TWO, mode="side-by-side", view="posterior", pressure=60, side="both", skeleton=True,
        region="posterior-calf", plate="lateral",
    )  # fmt: skip
    page, _ = show(explorer)
    assert page.locator(".rx-chart:visible").count() == 2
    assert page.get_by_role("slider", name="Pressure on the point").input_value() == "60"
    assert page.locator(".rx-list h3").inner_text().endswith(" found")
    page.locator(".skeleton").first.wait_for()


def test_twice_on_one_page_they_do_not_clash(widget_page):
    explorer = ReferralExplorer()
    page = widget_page(ipywidgets.VBox([explorer, explorer]))
    page.locator(".rx-body").nth(1).wait_for()
    page.locator('.rx-item[data-id="gluteus-maximus-trp1"]').nth(1).click()
    settle(page)
    assert page.locator(".rx-name").all_inner_texts()[0].startswith("Gluteus maximus TrP1")
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), (one) => one.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mode", ["overlay", "difference", "side-by-side"])
def test_no_accessibility_faults(show, axe_violations, theme, mode):
    page, _ = show(ReferralExplorer(points=TWO, mode=mode, region="sacrum"), theme=theme)
    for summary in page.locator(".rx summary").all():
        summary.click()
    assert axe_violations(page, within=".rx") == []


@pytest.mark.parametrize("mode", ["overlay", "difference", "side-by-side"])
def test_on_a_phone_nothing_is_cut_off_and_a_tap_is_enough(show, mode):
    page, trait = show(ReferralExplorer(points=TWO, mode=mode), viewport=(360, 740), touch=True)
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    cross = page.locator('.gp-stage:not(.gp-away) .rx-plate-cross[data-point="piriformis-trp2"]')
    if mode != "side-by-side":
        cross.scroll_into_view_if_needed()
        box = cross.locator(".rx-hit").bounding_box()
        assert min(box["width"], box["height"]) >= 24
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert "piriformis-trp2" in trait("points")
    small = page.evaluate(
        """() => [...document.querySelectorAll('.rx button, .rx select, .rx input, .rx summary')]
             .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 24
                     && !(one.type === 'checkbox' && one.parentElement.offsetHeight >= 24))
             .map((one) => one.className || one.textContent)"""
    )
    assert small == []


def test_on_a_projector_charts_and_slider_are_seen_at_once(show):
    page, _ = show(ReferralExplorer(points=TWO), viewport=(1280, 720))
    page.add_style_tag(content="main { max-width: none !important; }")
    settle(page)
    # The charts take their size when the page has its own: the learner scrolls, and then sees both.
    page.wait_for_function(
        """(slider) => {
            document.querySelector(".rx-head").scrollIntoView();
            const paper = document.querySelector('[data-chart="posterior"] .rx-paper');
            const chart = paper.getBoundingClientRect();
            return chart.top >= -1 && chart.height >= 320 && slider.getBoundingClientRect().bottom <= 720;
        }""",
        arg=page.get_by_role("slider", name="Pressure on the point").element_handle(),
    )


def test_who_wants_no_motion_gets_the_picture_at_once(show):
    page, trait = show(ReferralExplorer(points=TWO[1:], pressure=0))
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Press", exact=True).click()
    first = painted(page)
    settle(page)
    assert trait("pressure") == 100 and first == painted(page) > 0


def test_on_paper_the_map_and_its_card_stay_and_the_controls_go(show):
    page, _ = show(ReferralExplorer())
    page.emulate_media(media="print")
    assert not page.locator(".rx-bar").is_visible() and not page.locator(".rx-list").is_visible()
    page.locator('[data-chart="posterior"] canvas').first.wait_for()
    page.get_by_text("it is not diagnostic").wait_for()
    page.get_by_role("region", name="Card").wait_for()


def test_closing_leaves_nothing_behind(show):
    page, _ = show(ReferralExplorer())
    page.evaluate("document.querySelector('.live').replaceChildren()")
    page.wait_for_timeout(200)
    assert page.locator(".rx").count() == 0
