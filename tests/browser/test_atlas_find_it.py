"""The atlas explorer with keys alone, and its game "find it"."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.widgets.atlas_explorer import AtlasExplorer

from .atlas import STAGE, asked, open_atlas, part, point_at, tab_to, visible_point


@pytest.fixture
def show(widget_page):
    return partial(open_atlas, widget_page)


def test_the_whole_plate_with_keys_alone(show):
    page, trait = show(AtlasExplorer(depth="deep"))
    tab_to(page, ".gx-bar")
    tab_to(page, ".gx-layers")
    tab_to(page, STAGE)
    first = page.evaluate("document.activeElement.dataset.structure")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    here = page.evaluate("document.activeElement.dataset.structure")
    assert here and here != first
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    expect(page.locator(".gx-name")).to_have_text(label, use_inner_text=True)
    assert page.locator(f"{STAGE} .gp-hover path").count() > 0, "the focus can be seen"
    page.keyboard.press("Enter")
    assert trait("selected") == here
    tab_to(page, ".gx-list")
    tab_to(page, ".gx-read")


def test_arrows_reach_every_structure_in_sight(show):
    page, _ = show(AtlasExplorer(depth="deep"))
    tab_to(page, STAGE)
    page.keyboard.press("Home")
    in_sight = {
        node.get_attribute("data-structure")
        for node in page.locator(f'{STAGE} [data-structure][aria-hidden="false"]').all()
    }
    reached, waiting = set(), [page.evaluate("document.activeElement.dataset.structure")]
    while waiting:
        key = waiting.pop()
        reached.add(key)
        for arrow in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            part(page, key).focus()
            page.keyboard.press(arrow)
            now = page.evaluate("document.activeElement.dataset.structure")
            if now not in reached and now not in waiting:
                waiting.append(now)
    assert len(reached) >= 14 and reached <= in_sight
    assert {"piriformis", "sciatic-nerve", "quadratus-femoris", "hip-bone", "femur"} <= reached


def test_the_list_can_do_all_that_the_plate_can(show):
    atlas = AtlasExplorer()
    page, trait = show(atlas)
    for key in atlas.structures:
        button = page.locator(f'.gx-item[data-id="{key}"]')
        button.focus()
        page.keyboard.press("Enter")
        assert trait("selected") == key
        assert button.get_attribute("aria-pressed") == "true"


def test_a_game_by_clicks_to_its_end(show):
    atlas = AtlasExplorer(mode="find", rounds=4, seed=7)
    page, trait = show(atlas)
    page.get_by_role("button", name="Start", exact=True).click()
    order = trait("result")["order"]
    for number in range(4):
        key = asked(page, atlas)
        assert key == order[number]
        page.mouse.click(*visible_point(page, key))
        expect(page.locator(".gx-under")).to_contain_text("Right", use_inner_text=True)
        page.locator(".gx-next").click()
    result = trait("result")
    assert (
        result["finished"] and result["score"] == 4 and result["best_streak"] == 4 and result["revise"] == []
    )
    expect(page.locator(".gx-name")).to_have_text("4 of 4 at the first try", use_inner_text=True)


def test_two_misses_show_the_place_and_put_it_on_the_list_to_revise(show):
    atlas = AtlasExplorer(mode="find", rounds=1, seed=3)
    page, trait = show(atlas)
    page.get_by_role("button", name="Start", exact=True).click()
    key = asked(page, atlas)
    wrong = [other for other in ("femur", "sacrum", "hip-bone") if other != key][:2]
    page.mouse.click(*visible_point(page, wrong[0]))
    expect(page.locator(".gx-under")).to_contain_text("One try left", use_inner_text=True)
    page.mouse.click(*visible_point(page, wrong[0]))
    assert trait("result")["tries"] == wrong[:1], "the same place twice is one miss"
    page.mouse.click(*visible_point(page, wrong[1]))
    expect(page.locator(".gx-under")).to_contain_text("Here it is", use_inner_text=True)
    assert page.locator(f"{STAGE} .gp-ask path").count() > 0
    page.locator(".gx-next").click()
    assert trait("result")["revise"] == [key]
    page.locator(".gx-again button").click()
    assert (trait("mode"), trait("selected")) == ("explore", key)


def test_the_same_seed_asks_the_same_and_another_game_does_not(show):
    page, trait = show(AtlasExplorer(mode="find", rounds=8, seed=5))
    page.get_by_role("button", name="Start", exact=True).click()
    first = trait("result")["order"]
    page.get_by_role("button", name="Start again").click()
    assert trait("result")["order"] == first
    for _ in range(8):
        page.locator(".gx-give-up").click()
        page.locator(".gx-next").click()
    page.get_by_role("button", name="Another game").click()
    assert trait("result")["order"] != first and trait("result")["answers"] == []


def test_while_it_asks_for_a_place_no_name_can_be_read(show):
    atlas = AtlasExplorer(mode="find", rounds=1, seed=3)
    page, _ = show(atlas)
    page.get_by_role("button", name="Start", exact=True).click()
    key = asked(page, atlas)
    name = atlas.atlas["structures"][key]["name"]
    point_at(page, key)
    page.locator(f"{STAGE} .gp-tag").wait_for(state="hidden")
    labels = [node.get_attribute("aria-label") for node in page.locator(f"{STAGE} [data-structure]").all()]
    assert all(re.match(r"Structure \d+ of \d+: ", label) for label in labels if label)
    assert name not in page.locator(".gx-list").inner_text()
    page.get_by_role("combobox").wait_for(state="hidden")


def test_a_game_with_keys_alone(show):
    atlas = AtlasExplorer(mode="find", rounds=2, seed=11)
    page, trait = show(atlas)
    tab_to(page, ".gx-start")
    page.keyboard.press("Enter")
    for _ in range(2):
        key = asked(page, atlas)
        page.locator(f'.gx-plain [data-id="{key}"]').focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.className").endswith("gx-next"), "the way goes on"
        page.keyboard.press("Enter")
    assert trait("result")["score"] == 2


def test_a_game_by_description_is_answered_from_the_list(show):
    atlas = AtlasExplorer(mode="find", ask="words", rounds=3, seed=2)
    page, trait = show(atlas)
    page.get_by_role("button", name="Start", exact=True).click()
    for key in trait("result")["order"]:
        expect(page.locator(".gx-name")).to_contain_text(
            atlas.atlas["structures"][key]["clue"], use_inner_text=True
        )
        page.locator(f'.gx-item[data-id="{key}"]').click()
        page.locator(".gx-next").click()
    assert trait("result")["score"] == 3


@pytest.mark.parametrize(("typed", "kept"), [("0", 1), ("-5", 1), ("999", None), ("", 1), ("3", 3)])
def test_rounds_stay_within_what_there_is(show, typed, kept):
    page, trait = show(AtlasExplorer(mode="find"))
    field = page.get_by_label("Rounds")
    most = int(field.get_attribute("max"))
    field.fill(typed)
    field.blur()
    assert trait("rounds") == (kept or most)
    page.get_by_role("button", name="Start", exact=True).click()
    assert len(trait("result")["order"]) == (kept or most)
