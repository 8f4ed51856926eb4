"""The referral explorer in a real browser: choosing, pressing, laying over, comparing, asking back."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.widgets.referral_explorer import ReferralExplorer

from .atlas import tab_to
from .referral import open_explorer, paint_at, painted, press_to, settle, watch, watched

BEHIND = "gluteus-minimus-posterior"


def lowest(explorer, key=BEHIND):
    """Return a place low in the zone of a point, on the chart from behind."""
    return explorer.records["patterns"][key]["views"]["posterior"]["labels"][-1]


@pytest.fixture
def show(widget_page):
    return partial(open_explorer, widget_page)


def item(page, key):
    return page.locator(f'.rx-item[data-id="{key}"]')


@pytest.mark.parametrize("key", list(load().trigger_points)[::3])
def test_a_point_of_the_list_paints_its_zones_and_opens_its_card(show, key):
    page, trait = show(ReferralExplorer(points=[]))
    assert painted(page) == 0
    item(page, key).click()
    settle(page)
    assert (trait("points"), trait("selected")) == ([key], key)
    charts = ("posterior", "lateral-right", "anterior")
    assert max(painted(page, chart) for chart in charts) > 0.002
    card = page.get_by_role("region", name="Card")
    expect(card).to_contain_text(load().trigger_points[key].essential_zone, use_inner_text=True)
    assert card.locator(".rx-cite a").count() > 0 and card.locator(".gx-grade").count() > 0


def test_the_sentence_that_maps_do_not_diagnose_is_always_there(show):
    page, _ = show(ReferralExplorer())
    for mode in ("Overlay", "Difference", "Side by side"):
        page.get_by_role("button", name=mode).click()
        page.get_by_role("note").filter(has_text="it is not diagnostic").wait_for()


def test_pressure_goes_from_nothing_over_the_point_to_the_whole_map(show):
    page, trait = show(ReferralExplorer(points=[BEHIND]))
    areas = []
    for value in (0, 8, 20, 34, 45, 60, 75, 100):
        press_to(page, value)
        areas.append(painted(page))
        assert trait("pressure") == value
    assert areas[0] == areas[1] == 0 < areas[2] <= areas[3] < areas[4] < areas[5] <= areas[-1]
    slider = page.get_by_role("slider", name="Pressure on the point")
    slider.focus()
    page.keyboard.press("Home")
    assert trait("pressure") == 0 and slider.get_attribute("aria-valuetext") == "0 of 100: Nothing"
    page.keyboard.press("End")
    assert trait("pressure") == 100 and "Spillover zone" in slider.get_attribute("aria-valuetext")


def test_press_and_let_go_and_every_step(show):
    page, trait = show(ReferralExplorer(pressure=0))
    page.get_by_role("button", name="Press", exact=True).click()
    settle(page)
    assert trait("pressure") == 100 and painted(page) > 0
    page.get_by_role("button", name="Let go").click()
    settle(page)
    assert trait("pressure") == 0 and painted(page) == 0
    for name, value in (
        ("Local tenderness", 35),
        ("Essential zone", 70),
        ("Spillover zone", 100),
        ("Nothing", 0),
    ):
        page.get_by_role("button", name=name, exact=True).click()
        settle(page)
        assert trait("pressure") == value
        expect(page.locator(".rx-felt")).to_contain_text(name, use_inner_text=True)


def test_a_press_is_seen_growing_not_jumping(show):
    page, _ = show(ReferralExplorer(points=[BEHIND], pressure=0))
    watch(page)
    page.get_by_role("button", name="Press", exact=True).click()
    settle(page)
    # looked at from outside, a busy computer misses the frames between: the page itself notes each of them
    between = [area for area in watched(page) if 0 < area < painted(page) * 0.98]
    assert len(set(between)) >= 2


def test_the_scale_is_called_a_teaching_scale_and_says_what_was_measured(show):
    page, _ = show(ReferralExplorer())
    page.get_by_text("teaching scale, no unit").wait_for()
    page.get_by_text("What was measured?").click()
    known = page.locator(".rx-known")
    assert "46.8 %" in known.inner_text() and "forearm" in known.inner_text()
    assert known.locator("a").count() > 4


def test_points_are_laid_over_each_other_each_with_letter_and_texture(show):
    page, trait = show(ReferralExplorer())
    page.get_by_label("Add to what is chosen").check()
    for key in (
        BEHIND,
        "gluteus-medius-trp2",
        "gluteus-maximus-trp1",
        "gluteus-maximus-trp2",
        "gluteus-maximus-trp3",
    ):
        item(page, key).click()
    assert len(trait("points")) == 6
    assert page.locator(".rx-chips .rx-letter").all_inner_texts() == list("ABCDEF")
    item(page, "piriformis-trp2").click()
    assert len(trait("points")) == 6, "six are the most"
    page.get_by_role("button", name="Take Gluteus maximus TrP3 away").click()
    assert len(trait("points")) == 5
    settle(page)
    assert set(page.locator('[data-chart="posterior"] .rx-zone-letter').all_text_contents()) == set("ABCDE")


def test_overlap_is_seen_in_the_paint(show):
    page, _ = show(ReferralExplorer(points=["piriformis-trp1"]))
    alone = paint_at(page, "posterior", -25, 5)
    item(page, BEHIND).locator("xpath=../button[2]").click()
    settle(page)
    assert paint_at(page, "posterior", -25, 5) != alone


def test_difference_tells_only_a_only_b_and_both_in_picture_and_words(show):
    explorer = ReferralExplorer(points=["piriformis-trp1", BEHIND], mode="difference")
    page, trait = show(explorer)
    red, _, blue, _ = paint_at(page, "posterior", *lowest(explorer))
    assert blue > red, "what only B reaches has its blue"
    assert page.locator(".rx-legend li").all_inner_texts() == ["only A", "only B", "both"]
    page.get_by_text("This picture in words").click()
    words = page.locator(".rx-words-body").inner_text()
    assert (
        "Only Gluteus minimus posterior TrPs: " in words and "Calf" in words.split("Only Gluteus minimus")[1]
    )
    assert "Both: " in words
    page.get_by_role("button", name="Swap").click()
    assert trait("points") == [BEHIND, "piriformis-trp1"]
    settle(page)
    red, _, blue, _ = paint_at(page, "posterior", *lowest(explorer))
    assert red > blue, "after the swap it is A's red"


def test_side_by_side_shows_two_sets_of_one_size(show):
    page, trait = show(ReferralExplorer(points=["piriformis-trp1"], compare=BEHIND, mode="side-by-side"))
    assert page.locator(".rx-set:visible").count() == 2
    boxes = [one.bounding_box() for one in page.locator('[data-chart="posterior"] .rx-paper').all()]
    assert boxes[0]["height"] == pytest.approx(boxes[1]["height"], abs=1)
    assert painted(page, number=1) > painted(page, number=0) > 0
    page.get_by_label("Point B").select_option("gluteus-maximus-trp3")
    settle(page)
    assert trait("points")[1] == "gluteus-maximus-trp3"


def test_to_compare_one_point_is_too_few_and_a_sentence_says_so(show):
    page, trait = show(ReferralExplorer())
    page.get_by_role("button", name="Difference").click()
    expect(page.get_by_role("alert")).to_contain_text("choose two points", use_inner_text=True)
    item(page, BEHIND).click()
    assert trait("points") == ["piriformis-trp1", BEHIND] and not page.get_by_role("alert").is_visible()


def test_a_place_that_hurts_leads_to_the_points_whose_zones_reach_it(show):
    explorer = ReferralExplorer(points=[])
    page, trait = show(explorer)
    page.get_by_label("Where does it hurt?").select_option("posterior-calf")
    heads = page.locator(".rx-list-body h4").all_inner_texts()
    assert heads[0] == "Essential zone reaches it"
    shown = page.locator(".rx-item").evaluate_all("(all) => all.map((one) => one.dataset.id)")
    assert set(shown) == {hit["id"] for hit in explorer.records["reached"]["posterior-calf"]}
    page.locator('[data-chart="posterior"] [data-region="heel"]').first.click(force=True)
    assert trait("region") == "heel"


def test_search_finds_names_typing_errors_and_places(show):
    page, _ = show(ReferralExplorer(points=[]))
    box = page.get_by_role("searchbox")
    for typed, found in (
        ("piriformus", "piriformis-trp1"),
        ("TFL", "tensor-fasciae-latae-trp1"),
        ("coccyx", "gluteus-maximus-trp3"),
    ):
        box.fill(typed)
        item(page, found).wait_for()
    box.fill("💥" * 40)
    page.get_by_text("Nothing here is called").wait_for()
    box.fill("")
    assert page.locator(".rx-item").count() == len(ReferralExplorer().pattern_ids)


def test_a_cross_on_the_plate_chooses_its_point_and_a_muscle_all_of_its_points(show):
    page, trait = show(ReferralExplorer(points=[]))
    page.locator('.gp-stage:not(.gp-away) .rx-plate-cross[data-point="gluteus-maximus-trp1"]').click()
    assert trait("points") == ["gluteus-maximus-trp1"]
    page.locator('.gp-stage:not(.gp-away) [data-structure="gluteus-maximus"]').focus()
    page.keyboard.press("Enter")
    assert trait("points") == [key for key in load().trigger_points if key.startswith("gluteus-maximus")]


def test_the_plate_peels_to_the_muscle_of_the_point_and_turns_to_where_it_is_seen(show):
    page, trait = show(ReferralExplorer())
    item(page, "gluteus-maximus-trp1").click()
    assert not page.locator('.gp-stage:not(.gp-away) .gp-sheet[data-layer="maximus"].gp-removed').count()
    item(page, "tensor-fasciae-latae-trp1").click()
    assert trait("plate") == "lateral"
    page.get_by_label("Layer").select_option("bones")
    assert trait("depth") == "bones"


def test_the_other_side_and_both_sides(show):
    explorer = ReferralExplorer(points=[BEHIND])
    page, _ = show(explorer)
    right = painted(page)
    assert paint_at(page, "posterior", *lowest(explorer))[3] > 0
    page.get_by_role("button", name="Left", exact=True).click()
    settle(page)
    assert paint_at(page, "posterior", *lowest(explorer))[3] == 0
    page.locator('[data-chart="lateral-left"]').first.wait_for()
    page.get_by_role("button", name="Both", exact=True).click()
    settle(page)
    assert painted(page) == pytest.approx(2 * right, rel=0.06)


def test_skeleton_and_single_views(show):
    page, trait = show(ReferralExplorer())
    page.get_by_label("Skeleton").check()
    page.locator('[data-chart="posterior"] .skeleton').first.wait_for()
    for name, chart in (("Back", "posterior"), ("Side", "lateral-right"), ("Front", "anterior")):
        page.get_by_role("group", name="Body charts").get_by_role("button", name=name).click()
        assert page.locator(".rx-chart:visible").count() == 1
        page.locator(f'[data-chart="{chart}"]').first.wait_for()
    assert trait("view") == "anterior"


def test_an_uncertain_map_says_so_in_words(show):
    page, _ = show(ReferralExplorer(points=["gluteus-medius-trp3"]))
    assert page.locator(".rx-uncertain").first.text_content() == "uncertain"
    expect(page.locator(".rx-doubt")).to_contain_text("uncertain", use_inner_text=True)
    card = page.get_by_role("region", name="Card")
    assert "Sources disagree" in card.inner_text() and "Other side:" in card.inner_text()


def test_reset_goes_back_to_the_beginning(show):
    page, trait = show(ReferralExplorer(points=[BEHIND], pressure=60))
    item(page, "gluteus-maximus-trp1").click()
    page.get_by_role("button", name="Left", exact=True).click()
    page.get_by_label("Skeleton").check()
    press_to(page, 10)
    page.get_by_role("button", name="Reset").click()
    assert (trait("points"), trait("pressure"), trait("side"), trait("skeleton")) == (
        [BEHIND],
        60,
        "right",
        False,
    )


def test_the_whole_way_with_keys_alone(show):
    page, trait = show(ReferralExplorer(points=[]))
    tab_to(page, '[data-value="overlay"]')
    tab_to(page, ".rx-ask select")
    page.keyboard.type("Calf")
    assert trait("region") == "posterior-calf"
    tab_to(page, f'.rx-item[data-id="{BEHIND}"]')
    page.keyboard.press("Enter")
    assert trait("points") == [BEHIND]
    tab_to(page, ".rx-press")
    page.keyboard.press("Space")
    assert trait("pressure") == 0
    settle(page)
    tab_to(page, "input[type=range]")
    for _ in range(3):
        page.keyboard.press("PageUp")
    assert trait("pressure") == 30
    tab_to(page, ".rx-read .rx-following")
    page.keyboard.press("Enter")
    assert trait("selected") == "piriformis-trp1"
    assert page.evaluate("document.activeElement.className").endswith("rx-following"), "the focus stays"
