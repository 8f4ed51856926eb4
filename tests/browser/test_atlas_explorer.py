"""The atlas explorer in a real browser: layers, pointing, choosing, searching."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.widgets.atlas_explorer import AtlasExplorer

from .atlas import LAYERS, STAGE, open_atlas, part, point_at, shown_layers, visible_point


@pytest.fixture
def show(widget_page):
    return partial(open_atlas, widget_page)


def test_layers_come_off_one_by_one_and_go_back(show):
    page, trait = show(AtlasExplorer())
    for left in range(7, 1, -1):
        assert shown_layers(page) == LAYERS[-left:]
        page.get_by_role("button", name="Remove a layer").click()
    assert shown_layers(page) == ["bones"]
    page.get_by_role("button", name="Remove a layer").click(force=True)
    assert trait("removed") == LAYERS[:-1], "the bones stay"
    for _ in range(7):
        page.get_by_role("button", name="Put one back").click(force=True)
    assert trait("removed") == []


def test_the_slider_goes_to_both_ends(show):
    page, trait = show(AtlasExplorer())
    slider = page.get_by_role("slider", name="Depth")
    slider.focus()
    page.keyboard.press("End")
    assert trait("removed") == LAYERS[:-1]
    assert slider.get_attribute("aria-valuetext") == "Bones is outermost"
    page.keyboard.press("Home")
    assert trait("removed") == []


def test_every_layer_can_be_switched_by_itself_and_an_empty_plate_says_so(show):
    page, trait = show(AtlasExplorer())
    boxes = page.locator(".gx-layer input")
    boxes.nth(2).uncheck()
    assert shown_layers(page) == [layer for layer in LAYERS if layer != "maximus"]
    for number in range(7):
        boxes.nth(number).uncheck()
    assert trait("removed") == LAYERS
    page.get_by_text("Every layer is removed. Put one back").wait_for()
    boxes.nth(6).check()
    page.get_by_text("Every layer is removed").wait_for(state="hidden")


def test_removed_layers_can_stay_as_ghosts_that_nobody_can_hit(show):
    page, _ = show(AtlasExplorer(depth="deep"))
    page.get_by_label("Show removed layers as ghosts").check()
    assert page.locator(f"{STAGE} .gp-ghost").count() == 5
    point_at(page, "piriformis")
    expect(page.locator(".gx-name")).to_have_text("Piriformis", use_inner_text=True)


@pytest.mark.parametrize("key", ["gluteus-medius", "sciatic-nerve", "sacrum", "sacrotuberous-ligament"])
def test_pointing_names_a_structure_twice_and_leaving_forgets_it(show, key):
    page, _ = show(AtlasExplorer(depth="deep" if key != "gluteus-medius" else "medius"))
    name = AtlasExplorer().atlas["structures"][key]["name"]
    point_at(page, key)
    expect(page.locator(f"{STAGE} .gp-tag")).to_have_text(name, use_inner_text=True)
    expect(page.locator(".gx-name")).to_have_text(name, use_inner_text=True)
    page.mouse.move(2, 2)
    page.locator(f"{STAGE} .gp-tag").wait_for(state="hidden")
    expect(page.locator(".gx-name")).to_have_text("Point at the plate", use_inner_text=True)


@pytest.mark.parametrize("key", ["piriformis", "sciatic-nerve", "sacrotuberous-ligament", "hip-bone"])
def test_a_click_opens_the_card_with_grade_and_source_in_every_row(show, key):
    atlas = AtlasExplorer(depth="deep")
    page, trait = show(atlas)
    page.mouse.click(*visible_point(page, key))
    assert trait("selected") == key
    card = page.get_by_role("region", name="Card")
    expect(card.get_by_role("heading", level=3)).to_have_text(
        atlas.atlas["structures"][key]["name"], use_inner_text=True
    )
    facts = card.locator(".gx-fact")
    assert facts.count() > 0
    for fact in facts.all():
        assert fact.locator(".gx-grade").count() == 1 and fact.locator(".gx-source a").count() > 0
    part(page, key).focus()
    page.keyboard.press("Escape")
    assert trait("selected") == ""


def test_trigger_points_come_with_the_word_that_maps_do_not_diagnose(show):
    page, _ = show(AtlasExplorer(selected="gluteus-medius", depth="medius"))
    page.get_by_text("they do not diagnose").wait_for()
    page.locator(".gx-point summary").first.click()
    page.locator(".gx-point[open]").get_by_text("Pain is felt:").wait_for()


def test_next_goes_through_all_structures_and_shows_each(show):
    atlas = AtlasExplorer()
    page, trait = show(AtlasExplorer(selected="skin"))
    seen = []
    for _ in atlas.structures:
        seen.append(trait("selected"))
        assert page.locator(f"{STAGE} .gp-select path").count() > 0
        page.get_by_role("button", name="Next →").click()
    assert tuple(seen) == atlas.structures and trait("selected") == "skin"


def test_a_card_leads_to_the_other_view(show):
    page, trait = show(AtlasExplorer(selected="piriformis", depth="deep"))
    page.get_by_role("button", name="Show it from the side").click()
    assert trait("view") == "lateral" and trait("selected") == "piriformis"
    assert page.locator(STAGE).get_attribute("aria-label").startswith("From the side")
    page.get_by_role("button", name="Side by side").click()
    assert page.locator(STAGE).count() == 2


def test_a_tap_is_enough(show):
    page, trait = show(AtlasExplorer(depth="maximus"), viewport=(360, 740), touch=True)
    page.touchscreen.tap(*visible_point(page, "gluteus-maximus"))
    assert trait("selected") == "gluteus-maximus"
    expect(page.locator(".gx-name")).to_have_text("Gluteus maximus", use_inner_text=True)
    assert not page.locator(f"{STAGE} .gp-tag").is_visible(), "a finger has no hover"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("TFL", "tensor-fasciae-latae"),
        ("glute med", "gluteus-medius"),
        ("sitting bone", "hip-bone"),
        ("piriformus", "piriformis"),
        ("Pírifórmis", "piriformis"),
        ("scaitic", "sciatic-nerve"),
        ("quadratus femoris ", "quadratus-femoris"),
        ("musculus obturatorius int", "obturator-internus"),
    ],
)
def test_search_finds_other_names_errors_and_accents(show, typed, found):
    page, trait = show(AtlasExplorer())
    page.get_by_role("combobox").fill(typed)
    page.keyboard.press("Enter")
    assert trait("selected") == found
    assert trait("query") == "" and page.get_by_role("combobox").input_value() == ""


def test_choosing_something_hidden_takes_away_what_covers_it(show):
    page, trait = show(AtlasExplorer())
    page.get_by_role("combobox").fill("gem")
    assert page.get_by_role("option").count() == 2
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    assert "Inferior gemellus" in chosen.inner_text() or "Superior gemellus" in chosen.inner_text()
    chosen.click()
    assert trait("removed") == LAYERS[:5] and trait("selected").endswith("gemellus")


def test_search_changes_the_view_when_only_the_other_has_it(show):
    page, trait = show(AtlasExplorer(view="lateral"))
    page.get_by_role("combobox").fill("fifth lumbar")
    page.keyboard.press("Enter")
    assert (trait("view"), trait("selected")) == ("posterior", "vertebra-l5")


@pytest.mark.parametrize("typed", ["zzz", "🦴", "x" * 500, "<script>alert(1)</script>", "((", "\\", "%"])
def test_search_for_nonsense_says_so(show, typed):
    page, trait = show(AtlasExplorer())
    page.get_by_role("combobox").fill(typed)
    assert page.locator(".gx-no-hit").inner_text().startswith("Nothing here is called")
    page.keyboard.press("Enter")
    assert trait("selected") == ""
    page.keyboard.press("Escape")
    assert page.get_by_role("combobox").input_value() == ""
    page.locator(".gx-no-hit").wait_for(state="hidden")


def test_an_empty_search_says_nothing(show):
    page, _ = show(AtlasExplorer())
    page.get_by_role("combobox").fill("   ")
    assert not page.locator(".gx-no-hit").is_visible() and page.get_by_role("option").count() == 0
