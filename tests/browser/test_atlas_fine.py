"""Nerves, vessels and bursae in the atlas explorer, its third view, and plates side by side."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.widgets.atlas_explorer import AtlasExplorer

from .atlas import STAGE, open_atlas, part, point_at

ARTERY = "inferior-gluteal-artery"


@pytest.fixture
def show(widget_page):
    return partial(open_atlas, widget_page)


def point_of_cord(page, key):
    """Return a place where a cord lies uppermost; it is too thin for `point_at`."""
    return page.evaluate(
        """([stage, key]) => {
          const node = document.querySelector(`${stage} [data-structure="${key}"]`);
          node.closest('.gp-paper').scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = node.getBoundingClientRect();
          for (let y = box.y; y < box.bottom; y += 1) for (let x = box.x; x < box.right; x += 1) {
            if (node.contains(document.elementFromPoint(x, y))) return [x, y];
          }
          throw new Error(`${key} is not in sight`);
        }""",
        [STAGE, key],
    )


def test_only_the_sciatic_nerve_is_there_until_the_others_are_asked_for(show):
    page, trait = show(AtlasExplorer(depth="deep"))
    part(page, "sciatic-nerve").wait_for()
    part(page, ARTERY).wait_for(state="hidden")
    expect(page.locator(f'.gx-item[data-id="{ARTERY}"] .gx-item-note')).to_have_text(
        "hidden", use_inner_text=True
    )
    page.get_by_label("Nerves, vessels and bursae").check()
    part(page, ARTERY).wait_for()
    assert trait("fine") is True
    page.mouse.move(*point_of_cord(page, ARTERY))
    expect(page.locator(".gx-name")).to_have_text("Inferior gluteal artery", use_inner_text=True)


def test_what_is_hidden_cannot_be_hit_or_reached(show):
    page, _ = show(AtlasExplorer(depth="deep"))
    assert page.locator(f'{STAGE} [data-structure="{ARTERY}"]').get_attribute("aria-hidden") == "true"
    reached = page.evaluate(
        "(stage) => Array.from(document.querySelectorAll(`${stage} [data-reach]:not(.gp-hidden)`), "
        "(one) => one.dataset.reach)",
        STAGE,
    )
    assert reached == ["sciatic-nerve"]


def test_a_thin_cord_can_be_hit_within_24_pixels(show):
    page, _ = show(AtlasExplorer(depth="deep", fine=True))
    widths = page.evaluate(
        """([stage, key]) => {
          const node = document.querySelector(`${stage} [data-structure="${key}"]`);
          node.closest('.gp-paper').scrollIntoView({ block: 'center', behavior: 'instant' });
          const id = (x, y) => {
            const hit = document.elementFromPoint(x, y)?.closest('[data-structure], [data-reach]');
            return hit && (hit.dataset.structure ?? hit.dataset.reach);
          };
          const box = node.getBoundingClientRect(), found = [];
          for (let y = box.y + 4; y < box.bottom - 4; y += 4) {
            let wide = 0;
            for (let x = box.x - 30; x < box.right + 30; x += 1) wide += id(x, y) === node.dataset.structure;
            found.push(wide);
          }
          return found;
        }""",
        [STAGE, "posterior-femoral-cutaneous-nerve"],
    )
    assert max(widths) >= 24


def test_the_search_finds_what_is_hidden_and_shows_it(show):
    page, trait = show(AtlasExplorer(depth="skin"))
    page.get_by_role("combobox").fill("SGA")
    page.keyboard.press("Enter")
    assert (trait("selected"), trait("fine")) == ("superior-gluteal-artery", True)
    expect(page.locator(".gx-read h3").first).to_have_text("Superior gluteal artery", use_inner_text=True)
    part(page, "superior-gluteal-artery").wait_for()


def test_hiding_them_closes_the_card_of_one_of_them(show):
    page, trait = show(AtlasExplorer(depth="deep", fine=True, selected=ARTERY))
    page.get_by_label("Nerves, vessels and bursae").uncheck()
    assert trait("selected") == ""


def test_the_game_asks_for_them_only_when_wanted(show):
    page, _ = show(AtlasExplorer(mode="find"))
    few = int(page.get_by_text("possible").inner_text().split()[1])
    page.get_by_label("Ask for nerves, vessels and bursae, too").check()
    many = int(page.get_by_text("possible").inner_text().split()[1])
    assert many > few  # of the fine ones only those with a place large enough to be found and hit


def test_a_card_says_where_the_plate_departs_from_the_body_behind_it(show):
    page, _ = show(AtlasExplorer(view="lateral", depth="medius", selected="gluteus-medius"))
    note = page.get_by_text("Drawn after the textbook")
    note.wait_for()
    page.get_by_role("combobox").fill("sacrum")
    page.keyboard.press("Enter")
    note.wait_for(state="hidden")


def test_the_oblique_view_is_one_of_three(show):
    page, trait = show(AtlasExplorer(depth="deep"))
    page.get_by_role("button", name="Obliquely from behind").click()
    assert trait("view") == "posterolateral"
    point_at(page, "piriformis")
    expect(page.locator(".gx-name")).to_have_text("Piriformis", use_inner_text=True)


@pytest.mark.parametrize(("width", "shown"), [(1900, 3), (1000, 2)])
def test_as_many_plates_stand_side_by_side_as_there_is_room_for(show, width, shown):
    page, _ = show(AtlasExplorer(depth="deep", view="both"), viewport=(width, 1000))
    page.add_style_tag(content="main { max-width: none !important; }")
    page.wait_for_function(
        "(count) => document.querySelectorAll('.gp-stage:not(.gp-away)').length === count", arg=shown
    )
    boxes = [stage.bounding_box() for stage in page.locator(".gp-paper").all() if stage.is_visible()]
    inside = [box for box in boxes if box["x"] >= 0 and box["x"] + box["width"] <= width]
    assert len(inside) >= shown
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
