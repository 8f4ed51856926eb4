"""The pain drawing: painted by mouse, finger, pen and keys, undone, kept; its ranking is Python's."""

from functools import partial

import numpy as np
import pytest
from playwright.sync_api import expect

from gluteal.catalogue.referral import referral_patterns
from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing as Drawing
from gluteal.models.pain_drawing import from_json
from gluteal.models.referral_rank import rank
from gluteal.widgets import PainDrawing

from .pain import NO_FLAGS, at, cells, drag, middle_of, of_pattern, open_drawing, paper, set_trait

BUTTOCK = middle_of("posterior", "middle-buttock")


@pytest.fixture
def show(widget_page):
    return partial(open_drawing, widget_page)


def test_the_mouse_paints_where_it_goes_with_brush_and_intensity(show):
    page, trait = show(PainDrawing())
    x, y = BUTTOCK
    drag(page, [at(page, x, y), at(page, x + 24, y + 60)])
    painted = cells(trait("drawing"))
    on = raster.grid("posterior")
    _, column = np.nonzero(painted)
    assert set(painted[painted > 0]) == {5} and 30 < (painted > 0).sum() < 90
    assert on.x_mm[column].min() > x - 30 and on.x_mm[column].max() < x + 60
    assert page.locator(".gd-paper[data-chart=posterior] .gd-shape").count() == 1
    assert trait("drawing")["made"].endswith("Z")


@pytest.mark.parametrize(("brush", "least", "most"), [("Small", 2, 9), ("Medium", 14, 26), ("Large", 60, 95)])
def test_three_brushes_are_three_sizes(show, brush, least, most):
    page, trait = show(PainDrawing())
    page.get_by_role("button", name=f"{brush}, ").click()
    page.mouse.click(*at(page, *BUTTOCK))
    assert least <= from_json(trait("drawing")).count <= most


@pytest.mark.parametrize("intensity", [1, 5, 10])
def test_every_intensity_has_its_colour_texture_and_number(show, intensity):
    page, trait = show(PainDrawing())
    page.get_by_role("radio", name=str(intensity), exact=intensity < 10).first.check(force=True)
    page.mouse.click(*at(page, *BUTTOCK))
    assert set(cells(trait("drawing")).ravel()) == {0, intensity}
    assert paper(page).locator(".gd-numbers text").text_content() == str(intensity)
    assert paper(page).locator(".gd-texture").get_attribute("fill").startswith("url(#")


def test_no_pain_and_the_eraser_take_paint_away(show):
    page, trait = show(PainDrawing())
    page.mouse.click(*at(page, *BUTTOCK))
    page.get_by_role("radio", name="0, no pain").check(force=True)
    page.mouse.click(*at(page, *BUTTOCK))
    assert from_json(trait("drawing")).is_empty
    page.get_by_role("radio", name="8", exact=True).check(force=True)
    page.mouse.click(*at(page, *BUTTOCK))
    page.get_by_role("button", name="Erase", exact=True).click()
    page.mouse.click(*at(page, *BUTTOCK))
    assert from_json(trait("drawing")).is_empty


def test_paint_stays_on_the_body(show):
    page, trait = show(PainDrawing(brush="large"))
    left, top = at(page, -290, -200)
    right, bottom = at(page, 125, 700)
    drag(page, [(left, top), (right, top), (right, bottom), (left, bottom)])
    drawing = from_json(trait("drawing"))
    assert drawing.count > 0 and drawing.outside == 0


def test_the_charts_of_the_sides_are_each_their_own(show):
    page, trait = show(PainDrawing())
    x, y = middle_of("lateral", "lateral-hip")
    page.mouse.click(*at(page, x, y, "lateral-right"))
    page.mouse.click(*at(page, -4 - x, y, "lateral-left"))  # the picture is mirrored at x = -2 mm
    charts = trait("drawing")["charts"]
    assert set(charts) == {"lateral-right", "lateral-left"}
    expect(page.locator(".gd-where")).to_contain_text("Side of the hip, left", use_inner_text=True)


def test_undo_and_redo_to_their_ends_and_beyond(show):
    page, trait = show(PainDrawing())
    x, y = BUTTOCK
    states = [trait("drawing")["charts"]]
    for step in range(4):
        page.mouse.click(*at(page, x, y + 40 * step))
        states.append(trait("drawing")["charts"])
    undo, redo = (page.get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
    for expected in [*states[-2::-1], states[0], states[0]]:
        undo.click(force=True)
        assert trait("drawing")["charts"] == expected
    for expected in [*states[1:], states[-1]]:
        redo.click(force=True)
        assert trait("drawing")["charts"] == expected
    undo.click()
    page.mouse.click(*at(page, x, y + 300))
    assert redo.get_attribute("aria-disabled") == "true", "a new stroke forgets what was undone"
    paper(page).focus()
    page.keyboard.press("Control+z")
    assert trait("drawing")["charts"] == states[3]
    page.keyboard.press("Control+Shift+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    assert trait("drawing")["charts"] != states[3]


def test_clear_asks_nothing_and_can_be_undone(show):
    page, trait = show(PainDrawing(drawing=of_pattern("piriformis-trp1")))
    before = trait("drawing")["charts"]
    page.get_by_role("button", name="Clear", exact=True).click()
    assert trait("drawing")["charts"] == {}
    page.get_by_role("button", name="Undo", exact=True).click()
    assert trait("drawing")["charts"] == before


def test_mirror_is_the_models_and_twice_is_as_before(show):
    drawing = of_pattern(next(iter(referral_patterns())))
    page, trait = show(PainDrawing(drawing=drawing))
    mirror = page.get_by_role("button", name="Mirror", exact=True)
    mirror.click()
    assert dict(from_json(trait("drawing")).charts) == dict(drawing.mirrored().charts)
    mirror.click()
    assert dict(from_json(trait("drawing")).charts) == dict(drawing.charts)


def painted_at_random(seed):
    chance, drawing = np.random.default_rng(seed), Drawing()
    for chart in raster.CHARTS:
        on = raster.grid(chart)
        for _ in range(4):
            x, y = chance.choice(on.x_mm), chance.choice(on.y_mm)
            away = np.hypot(on.x_mm[None, :] - x, on.y_mm[:, None] - y)
            drawing = drawing.painted(chart, away < chance.uniform(6, 90), int(chance.integers(1, 11)))
    return drawing


def everything():
    drawing = Drawing()
    for chart in raster.CHARTS:
        drawing = drawing.painted(chart, np.ones(raster.grid(chart).shape, dtype=bool), 10)
    return drawing


def test_the_page_ranks_exactly_as_the_model(show):
    patterns = referral_patterns()
    keys = list(patterns)
    drawings = [Drawing(), everything(), of_pattern(keys[0]), of_pattern(keys[9], 10).mirrored()]
    drawings += [of_pattern(keys[-1], 1), Drawing({"posterior": (0, 5, 3)})]
    drawings += [painted_at_random(seed) for seed in range(8)]
    widget = PainDrawing(red_flags=NO_FLAGS)
    page, trait = show(widget)
    for drawing in drawings:
        set_trait(page, widget, "drawing", drawing.to_json())
        found, expected = trait("result"), rank(drawing, patterns)
        assert found["remark"] == expected.remark
        assert {side: tuple(said) for side, said in found.get("remarks", {}).items()} == expected.remarks
        for side in raster.SIDES:
            ours = [match for match in found["matches"] if match["side"] == side]
            theirs = expected.of(side)
            assert [match["pattern"] for match in ours] == [match.pattern for match in theirs]
            for mine, match in zip(ours, theirs, strict=True):
                assert (mine["rank"], mine["points"]) == (match.rank, match.points)
                assert mine["why"] == list(match.why)
                for name in ("score", "explained", "covered"):
                    assert mine[name] == pytest.approx(getattr(match.overlap, name), abs=1e-9)


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_row_shows_its_zone_over_the_drawing(show, side):
    drawing = of_pattern("piriformis-trp1")
    drawing = drawing if side == "right" else drawing.mirrored()
    page, trait = show(PainDrawing(drawing=drawing, red_flags=NO_FLAGS, side=side))
    zone = paper(page).locator(".gd-zone-essential")
    assert zone.count() == 0
    row = page.locator(".gd-match").first
    row.hover()
    assert zone.count() == 1
    page.mouse.move(2, 2)
    assert zone.count() == 0
    row.locator(".gd-show").click()
    page.mouse.move(2, 2)
    page.evaluate("document.activeElement.blur()")
    assert zone.count() == 1 and trait("selected") == f"piriformis-trp1 {side}"
    middle = page.evaluate(
        "[document.querySelector('.gd-zone-essential').getBBox()].map((box) => box.x + box.width / 2)[0]"
    )
    assert (middle > -82) == (side == "right")
    row.locator(".gd-show").click()
    assert trait("selected") == ""


def test_rows_say_number_reasons_and_what_is_not_a_muscle(show):
    page, _ = show(PainDrawing(drawing=of_pattern("gluteus-medius-trp1"), red_flags=NO_FLAGS))
    rows = page.locator(".gd-match")
    expect(rows.first.locator(".gd-points")).to_have_text("1.00", use_inner_text=True)
    assert rows.locator(".gd-tag").count() == 3, "three that are not muscles stand beside four that are"
    rows.first.locator("summary").click()
    said = rows.first.inner_text()
    assert "100 % of its essential zone is painted." in said and "What would tell it apart" in said
    assert rows.first.locator(".gd-cite a").count() >= 1
    page.get_by_text("How the overlap is measured").click()
    formula = "2 · explained · covered / (explained + covered)"
    expect(page.locator(".gd-formula")).to_contain_text(formula, use_inner_text=True)
    page.locator(".gd-more").click()
    assert rows.count() == len(referral_patterns())


def test_equal_scores_are_said_to_be_equal_and_a_bad_fit_is_said(show):
    sole = Drawing().painted("anterior", [(60, -60), (72, -60), (72, -48), (60, -48)], 5)
    page, trait = show(PainDrawing(drawing=sole, red_flags=NO_FLAGS))
    assert trait("result")["matches"][0]["points"] < 30
    assert page.locator(".gd-strong").count() >= 1
    page.locator(".gd-more").click()
    expect(page.locator(".gd-rank").last).to_contain_text(" =", use_inner_text=True)
