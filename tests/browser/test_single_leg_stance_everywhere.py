"""Single-leg stance for everybody: keys alone, phones, projector, dark, screen readers, damaged states."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.widgets import SingleLegStance

from .stance import open_stance, set_traits, slider, wait_for_trait, wait_for_words


@pytest.fixture
def show(widget_page):
    return partial(open_stance, widget_page)


def tab_to(page, selector, most=60):
    """Press Tab until an element that fits is focused."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => Boolean(document.activeElement?.matches(selector))", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_a_whole_run_with_keys_alone(show):
    widget = SingleLegStance()
    page = show(widget)
    tab_to(page, '.ss-preset[data-id="weak"]')
    page.keyboard.press("Enter")
    wait_for_trait(page, widget, "strength_pct", 30)
    tab_to(page, '.ss-picture input[type="radio"]')
    page.keyboard.press("ArrowRight")
    wait_for_trait(page, widget, "picture", "pelvis")
    tab_to(page, ".ss-uncover")
    page.keyboard.press("Enter")
    wait_for_trait(page, widget, "covered", True)
    page.keyboard.press("Enter")
    wait_for_trait(page, widget, "covered", False)
    tab_to(page, ".ss-way")
    page.keyboard.press("Space")
    wait_for_trait(page, widget, "lean_deg", 14)
    tab_to(page, 'input[type="range"][max="30"][min="-15"]')
    page.keyboard.press("End")
    wait_for_trait(page, widget, "lean_deg", 30)


def test_what_changed_is_announced(show):
    page = show(SingleLegStance())
    live = page.locator(".ss > [role=status]")
    page.locator('.ss-preset[data-id="stick-other"]').click()
    expect(live).to_have_text("Abductors 1.0, hip joint 1.7 times body weight. Held level.")
    page.get_by_role("button", name="Cover the forces to predict").click()
    expect(live).to_have_text("Posture changed. The forces are covered.")


@pytest.mark.parametrize("width", [360, 390])
def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show, width):
    widget = SingleLegStance()
    page = show(widget, viewport=(width, 740), touch=True)
    page.locator('.ss-preset[data-id="weak"]').tap()
    wait_for_trait(page, widget, "strength_pct", 30)
    page.get_by_role("button", name="Let the pelvis drop").tap()
    wait_for_trait(page, widget, "drop_deg", 10)
    for picture in ("Pelvis", "As a seesaw", "Whole body"):
        page.get_by_text(picture, exact=True).tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    slider(page, "load_same_kg").scroll_into_view_if_needed()
    expect(page.locator(".ss-bars")).to_be_in_viewport()


def test_on_a_projector_picture_and_forces_are_seen_at_once(show):
    page = show(SingleLegStance("weak-drop"), viewport=(1280, 720))
    expect(page.locator(".ss-mine .ss-joint .ss-row-value")).to_be_in_viewport()
    expect(page.locator(".ss-svg").first).to_be_in_viewport(ratio=0.5)


@pytest.mark.parametrize("viewport", [(360, 740), (1280, 720)])
def test_every_target_is_large_enough(show, viewport):
    page = show(SingleLegStance("weak"), viewport=viewport)
    small = page.evaluate(
        """() => {
        const kinds = ['button', 'summary', '[type=number]', '[type=range]', '.ss-choice', 'a'];
        const nodes = kinds.flatMap((kind) => [...document.querySelectorAll(`.ss ${kind}`)]);
        const tight = ({ width, height }) => width < 24 || height < 24;
        const seen = nodes.filter((node) => node.offsetParent);
        return seen.filter((node) => tight(node.getBoundingClientRect())).map((node) => node.outerHTML);
        }"""
    )
    assert small == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", [{}, {"preset": "weak-drop"}, {"picture": "seesaw"}, {"covered": True}])
def test_axe_finds_nothing_serious(show, axe_violations, theme, state):
    page = show(SingleLegStance(**state), theme=theme)
    page.locator(".ss-more summary").click()
    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ({"body_mass_kg": 7}, "“Body mass” has to lie between 40 and 150 kg"),
        ({"lean_deg": None}, "“Trunk leans to the standing side” has to lie between −15 and 30"),
        ({"strength_pct": "much"}, "“Abductor strength” has to lie"),
        ({"stick_hand": "third"}, "“stick_hand” is not known here"),
        ({"standing_side": 3}, "“standing_side” is not known here"),
        ({"picture": "x-ray"}, "“picture” is not known here"),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, spoilt, words):
    widget = SingleLegStance("lean")
    page = show(widget)
    set_traits(page, widget, **spoilt)
    expect(page.locator(".ss-alarm")).to_contain_text(words)
    assert "NaN" not in page.locator(".ss").inner_html()
    page.locator('.ss-preset[data-id="upright"]').click()
    page.get_by_label("left leg").check()
    page.get_by_text("Pelvis", exact=True).click()
    page.get_by_role("radio", name="standing side").check()
    expect(page.locator(".ss-alarm")).to_be_hidden()
    wait_for_words(page, ["1.8", "2.6"])


@pytest.mark.parametrize("spoilt", [{"stance": {}}, {"stance": {"format": 99}}, {"figure": "eJx"}])
def test_without_its_records_it_says_so_in_a_sentence(widget_page, spoilt):
    widget = SingleLegStance()
    for name, value in spoilt.items():
        setattr(widget, name, value)
    page = widget_page(widget)
    page.get_by_role("note").filter(has_text="Run the cell again").wait_for()


def test_a_printed_page_keeps_the_picture_and_the_words(show):
    page = show(SingleLegStance("weak-lean"))
    page.emulate_media(media="print")
    expect(page.locator(".ss-preset").first).to_be_hidden()
    expect(page.locator(".ss-svg").first).to_be_visible()
    expect(page.locator(".ss-verdict h3")).to_be_visible()


def test_the_picture_is_drawn_anew_when_the_page_is_narrowed(show):
    """Letters keep their size on the screen: fewer pixels, more millimetres."""
    page = show(SingleLegStance())
    words = page.locator('[data-force="joint"] text')
    before = float(words.get_attribute("font-size"))
    page.set_viewport_size({"width": 360, "height": 400})
    page.wait_for_function(
        "(before) => Math.abs(document.querySelector('[data-force=joint] text')"
        ".getAttribute('font-size') - before) > 1",
        arg=before,
    )
