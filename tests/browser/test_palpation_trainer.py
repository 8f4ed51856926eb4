"""The palpation trainer in a real browser: feeling, seeing, hearing, answering."""

import math
from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.models.palpation_score import judge
from gluteal.models.palpation_trial import draw_trial
from gluteal.widgets.palpation_trainer import PalpationTrainer

from .palpation import (
    curve_heights,
    force_shown,
    keys,
    open_trainer,
    painted,
    place,
    press_at,
    seed_of,
    stroke,
)


@pytest.fixture
def show(widget_page):
    return partial(open_trainer, widget_page)


def across(trial, reach=22):
    """Both ends of a line through the spot, across the fibres."""
    a = math.radians(trial.angle_deg + 90)
    x, y = trial.spot_mm
    return [(x + side * reach * math.cos(a), y + side * reach * math.sin(a)) for side in (-1, 1)]


def along(trial, reach=18):
    """Both ends of a line through the spot, along the fibres."""
    a = math.radians(trial.angle_deg)
    x, y = trial.spot_mm
    return [(x + side * reach * math.cos(a), y + side * reach * math.sin(a)) for side in (-1, 1)]


def spread(heights):
    return max(heights) - min(heights)


def test_a_band_is_a_ridge_across_the_fibres_and_level_along_them(show):
    trial = draw_trial(seed_of("band-only"))
    a = math.radians(trial.angle_deg)
    on = (60 - trial.band_v_mm * math.sin(a), 45 + trial.band_v_mm * math.cos(a))
    page, _ = show(PalpationTrainer(mode="trial", seed=trial.seed, force_n=7.0))
    way = (math.cos(a), math.sin(a))
    stroke(page, (on[0] - 20 * -way[1], on[1] - 20 * way[0]), (on[0] + 20 * -way[1], on[1] + 20 * way[0]))
    ridge = spread(curve_heights(page))
    page.get_by_role("button", name="Guided").click()
    page.get_by_role("button", name="Trial", exact=True).click()
    stroke(page, (on[0] - 14 * way[0], on[1] - 14 * way[1]), (on[0] + 14 * way[0], on[1] + 14 * way[1]))
    level = spread(curve_heights(page))
    assert ridge > 1.6 and level < 0.4 * ridge


def test_normal_muscle_is_nearly_flat_and_does_not_hurt(show):
    page, _ = show(PalpationTrainer(mode="normal", force_n=7.0))
    stroke(page, (10, 45), (110, 45), hold=True)
    assert spread(curve_heights(page)) < 1.2
    expect(page.locator(".pt-says")).to_contain_text("no pain", use_inner_text=True)


@pytest.mark.parametrize(("kind", "says"), [("active", "That is my pain"), ("latent", "not the pain I know")])
def test_at_the_spot_the_person_tells_known_pain_from_other_pain(show, kind, says):
    trial = draw_trial(seed_of(kind))
    page, _ = show(PalpationTrainer(mode="trial", seed=trial.seed, force_n=10.0))
    press_at(page, trial.spot_mm)
    expect(page.locator(".pt-says")).to_contain_text(says, use_inner_text=True)
    assert float(page.locator(".pt-pain").get_attribute("aria-valuenow")) > 3
    page.mouse.up()
    press_at(page, (3, 3))
    expect(page.locator(".pt-says")).to_contain_text("no pain", use_inner_text=True)


def test_referred_pain_grows_on_the_body_with_pressure(show):
    trial = draw_trial(seed_of("active"))
    page, _ = show(PalpationTrainer(mode="trial", seed=trial.seed, force_n=5.0))

    def shown():
        return float(page.locator(".pt-zone-essential").evaluate("(node) => node.style.opacity"))

    press_at(page, trial.spot_mm)
    assert shown() == 0 and page.locator(".pt-where").inner_text() == "Nowhere else."
    page.mouse.up()
    keys(page, *["+"] * 16)
    press_at(page, trial.spot_mm)
    assert shown() > 0.7 and "Nowhere" not in page.locator(".pt-where").inner_text()


def test_too_little_pressure_tells_nothing_and_too_much_hurts_everywhere(show):
    trial = draw_trial(seed_of("active"))
    page, _ = show(PalpationTrainer(mode="trial", seed=trial.seed, force_n=1.0))
    stroke(page, *across(trial), hold=True)
    assert spread(curve_heights(page)) < 0.3
    expect(page.locator(".pt-force-value")).to_contain_text("only skin and fat", use_inner_text=True)
    page.mouse.up()
    keys(page, *["+"] * 40)
    press_at(page, (4, 4))
    expect(page.locator(".pt-says")).to_contain_text("Everything hurts", use_inner_text=True)
    expect(page.locator(".pt-force-value")).to_contain_text("too hard", use_inner_text=True)


def test_held_still_the_finger_sinks_deeper_and_lifted_it_comes_back(show):
    page, trait = show(PalpationTrainer(mode="trial", force_n=5.0), sinks=True)
    press_at(page, (60, 45), 1900)
    page.wait_for_function("parseFloat(document.querySelector('.pt-force-value').innerText) > 6")
    page.mouse.up()
    painted(page)
    assert force_shown(page) == 5 == trait("force_n")
    page.get_by_label("Sink deeper").uncheck()
    press_at(page, (60, 45), 1500)
    assert force_shown(page) == 5


def test_the_wheel_presses_while_the_finger_is_down_and_scrolls_otherwise(show):
    page, trait = show(PalpationTrainer(mode="trial", force_n=5.0))
    page.mouse.move(*place(page, 60, 45))
    page.mouse.wheel(0, -120)
    page.wait_for_timeout(100)
    assert trait("force_n") == 5
    page.locator(".pt-pad").scroll_into_view_if_needed()
    press_at(page, (60, 45))
    page.mouse.wheel(0, -120)
    expect(page.locator(".pt-force-value")).to_contain_text("5.5 N", use_inner_text=True)
    assert trait("force_n") == 5.5


def test_the_slider_and_its_buttons_go_to_both_ends(show):
    page, trait = show(PalpationTrainer())
    slider = page.get_by_role("slider", name="Pressure")
    slider.focus()
    page.keyboard.press("End")
    assert trait("force_n") == 20 and "too hard" in slider.get_attribute("aria-valuetext")
    page.get_by_role("button", name="Press more").click()
    assert trait("force_n") == 20
    slider.focus()
    page.keyboard.press("Home")
    assert trait("force_n") == 0 and "no pressure" in slider.get_attribute("aria-valuetext")
    page.get_by_role("button", name="Press less").click()
    assert trait("force_n") == 0
    stroke(page, (10, 45), (110, 45))
    assert spread(curve_heights(page)) == 0


def test_a_quick_snap_across_the_band_may_twitch_and_a_slow_pass_does_not(show):
    page, _ = show(PalpationTrainer(mode="guided", force_n=8.0))
    guided = draw_trial(_guided_seed(), kind="active")
    stroke(page, *across(guided), steps=80)
    expect(page.locator(".pt-flash")).to_have_text("", use_inner_text=True)
    go(page, guided.spot_mm)
    keys(page, "ArrowLeft", "ArrowRight", "s")
    expect(page.locator(".pt-flash")).to_have_text("The band twitched.", use_inner_text=True)
    assert page.locator(".pt-twitching").count() == 1


def _guided_seed():
    from gluteal.widgets.palpation_tables import FIELDS, trainer_pack

    return dict(zip(FIELDS, trainer_pack()["muscles"][0]["guided"], strict=True))["seed"]


def go(page, at):
    """Bring the finger somewhere by a press of the mouse."""
    press_at(page, at, 30)
    page.mouse.up()


def test_the_guided_patch_is_done_by_doing_its_three_steps(show):
    page, trait = show(PalpationTrainer(force_n=8.0))
    guided = draw_trial(_guided_seed(), kind="active")
    now = page.locator(".pt-steps [aria-current=step]")
    expect(now).to_contain_text("across the fibres", use_inner_text=True)
    stroke(page, *across(guided))
    expect(now).to_contain_text("Crossed 1 of 2", use_inner_text=True)
    stroke(page, *reversed(across(guided)))
    expect(now).to_contain_text("Follow the band", use_inner_text=True)
    stroke(page, *along(guided))
    expect(now).to_contain_text("Snap", use_inner_text=True)
    go(page, guided.spot_mm)
    keys(page, "ArrowLeft", "ArrowRight", "s")
    assert now.count() == 0 and page.locator(".pt-step-done").count() == 3
    page.get_by_role("button", name="Begin again").click()
    assert page.locator(".pt-step-done").count() == 0
    page.get_by_role("button", name="Go on to a trial").click()
    assert trait("mode") == "trial"


@pytest.mark.parametrize(
    ("kind", "said", "outcome"),
    [
        ("active", "active", "hit"),
        ("latent", "active", "hit"),
        ("active", "none", "miss"),
        ("band-only", "latent", "false-alarm"),
        ("tender-only", "none", "correct-rejection"),
        ("normal", "none", "correct-rejection"),
    ],
)
def test_an_answer_is_judged_as_the_model_judges_it(show, kind, said, outcome):
    trial = draw_trial(seed_of(kind, inner=kind in ("active", "latent", "tender-only")))
    page, trait = show(PalpationTrainer(mode="trial", seed=trial.seed))
    x, y = trial.spot_mm if trial.has_spot else (60, 45)
    press_at(page, (x + 4, y - 3), 60)
    page.mouse.up()
    if said != "none":
        page.get_by_role("button", name="Mark this place").click()
    page.locator(f'.pt-answer input[value="{said}"]').check()
    page.get_by_role("button", name="Give the answer").click()
    given = trait("result")
    own = judge(trial, given["mark"], "" if said == "none" else said, 1)
    assert given["outcome"] == own.outcome == outcome
    assert given["points"] == pytest.approx(own.points, abs=0.6) and given["kind_right"] == own.kind_right
    if own.distance_mm == own.distance_mm:
        assert given["distance_mm"] == pytest.approx(own.distance_mm, abs=0.06)
    assert page.locator(".pt-through").count() == 1, "the skin is taken away"
    assert trait("record") == [given]
    assert PalpationTrainer(result=given).result == given, "Python takes what the page leaves"


def test_without_a_mark_or_a_choice_no_answer_is_taken(show):
    page, trait = show(PalpationTrainer(mode="trial"))
    button = page.get_by_role("button", name="Give the answer")
    button.click(force=True)
    page.locator('.pt-answer input[value="active"]').check()
    button.click(force=True)
    assert trait("result") == {} and "mark it" in page.locator(".pt-hint").inner_text()


def test_before_the_answer_the_fibres_stay_hidden(show):
    page, _ = show(PalpationTrainer(mode="trial", see_through=True))
    assert page.locator(".pt-through").count() == 0
    page.get_by_label("See through").wait_for(state="hidden")
    assert page.locator(".pt-hidden").evaluate("(node) => node.childElementCount") == 0


def test_next_leads_on_for_ever_and_the_record_is_kept_until_it_is_cleared(show):
    page, trait = show(PalpationTrainer(mode="trial", seed=119))
    for seed in (119, 120, 1):
        assert trait("seed") == seed
        page.locator('.pt-answer input[value="none"]').check()
        page.get_by_role("button", name="Give the answer").click()
        page.get_by_role("button", name="Next patch").click()
    assert [one["seed"] for one in trait("record")] == [119, 120, 1]
    expect(page.get_by_role("row", name="Patches 3")).to_contain_text("3", use_inner_text=True)
    page.get_by_role("button", name="Clear the record").click()
    assert trait("record") == []
    page.get_by_text("No patch answered yet").wait_for()


def test_another_muscle_brings_its_own_patch_and_forgets_the_answer(show):
    page, trait = show(PalpationTrainer(mode="trial", seed=2))
    page.locator('.pt-answer input[value="none"]').check()
    page.get_by_role("button", name="Give the answer").click()
    page.get_by_label("Muscle", exact=True).select_option("piriformis")
    assert trait("result") == {} and trait("muscle") == "piriformis"
    page.locator(".pt-answer").wait_for()
    assert "Patch of Piriformis" in page.locator(".pt-pad").get_attribute("aria-label")
