"""Single-leg stance in a real browser: it computes what Python computes, every control does its part."""

import re
from functools import partial

import numpy as np
import pytest
from playwright.sync_api import expect

from gluteal.catalogue.stance import stance_presets, stance_verdicts
from gluteal.drawing.stance_parts import parts
from gluteal.drawing.stance_rig import BONES, rig
from gluteal.models.stance_values import CONTROLS, limits
from gluteal.widgets import SingleLegStance

from .stance import SLIDERS, open_stance, set_traits, slider, typed, wait_for_trait, wait_for_words

TOLERANCE = 1e-9
OFF_GRID = (
    {"lean_deg": 13.37, "drop_deg": 4.21, "body_mass_kg": 61.3, "strength_pct": 41.7},
    {"stick_pct": 11.3, "load_same_kg": 7.25, "lean_deg": -6.6},
    {"stick_pct": 29.9, "stick_hand": "same", "load_opposite_kg": 25.0, "body_mass_kg": 40.0},
    {"lean_deg": 30.0, "drop_deg": 15.0, "load_same_kg": 25.0, "strength_pct": 0.0},
    {"arm_change_pct": -30.0, "width_change_pct": 30.0, "body_mass_kg": 150.0},
)


@pytest.fixture
def show(widget_page):
    return partial(open_stance, widget_page)


@pytest.mark.parametrize("settings", OFF_GRID)
def test_the_page_computes_what_python_computes(show, widget_page, settings):
    widget, python = SingleLegStance(), SingleLegStance(**settings).result
    page = show(widget)
    set_traits(page, widget, **settings)
    wait_for_words(page, [f"{python[f'{name}_bw']:.1f}" for name in ("abductor", "joint")])
    result = widget_page.state(page, widget, "result")
    assert result.keys() == python.keys() and result["verdict"] == python["verdict"]
    for name in result.keys() - {"verdict"}:
        assert result[name] == pytest.approx(python[name], abs=TOLERANCE, rel=TOLERANCE), name


@pytest.mark.parametrize("settings", OFF_GRID[:3])
def test_the_figure_stands_as_python_poses_it(show, settings):
    """The bones' outlines, within the tenths to which points and weights travel."""
    widget = SingleLegStance(**settings)
    page, held = show(widget), widget.result
    grips = [float(widget.stick_pct > 0 and widget.stick_hand == hand) for hand in ("opposite", "same")]
    hands = (held["hand_opposite_m"], held["hand_same_m"], held["stick_m"])
    joints = rig(widget.lean_deg, widget.drop_deg, held["foot_m"], *hands, *grips)
    drawn = np.array([[float(joints[f"{bone}_{key}"]) for key in "abcdef"] for bone in BONES])
    trunk = next(part for part in parts() if part.name == "trunk").posed(drawn)
    path = page.locator(".ss-skin [id$='-e']").nth(1).get_attribute("d")
    ends = re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=C|$)", path)
    edge = next(part for part in parts() if part.name == "trunk").edge
    assert np.abs(np.array(ends, dtype=float) - trunk[:edge]).max() < 2.5


@pytest.mark.parametrize("name", SLIDERS)
def test_every_slider_goes_to_both_ends_by_keys(show, name):
    widget = SingleLegStance()
    page = show(widget)
    slider(page, name).focus()
    for key, value in zip(("End", "Home"), reversed(limits(name)), strict=True):
        page.keyboard.press(key)
        wait_for_trait(page, widget, name, value)
        expect(typed(page, name)).to_have_value(f"{value:g}")
        expect(page.locator(".ss-alarm")).to_be_hidden()


@pytest.mark.parametrize("picture", ["body", "pelvis", "seesaw"])
def test_all_at_their_ends_at_once_leaves_no_blank_and_no_nan(show, picture):
    widget = SingleLegStance(picture=picture)
    page = show(widget)
    for end in (0, 1):
        for hand in ("opposite", "same"):
            ends = {name: limits(name)[end] for name in CONTROLS}
            set_traits(page, widget, **ends, stick_hand=hand)
            python = SingleLegStance(**ends, stick_hand=hand).result
            wait_for_words(page, [f"{python[f'{name}_bw']:.1f}" for name in ("abductor", "joint")])
            words = page.locator(".ss").inner_html()
            assert "NaN" not in words and "undefined" not in words and "Infinity" not in words


@pytest.mark.parametrize(
    ("put", "kept"), [("90", 90), ("999", 150), ("-4", 40), ("", 75), ("61.4", 61), ("1e9", 150)]
)
def test_a_typed_number_stays_within_bounds(show, put, kept):
    widget = SingleLegStance()
    page = show(widget)
    field = typed(page, "body_mass_kg")
    field.fill(put)
    field.blur()
    wait_for_trait(page, widget, "body_mass_kg", kept)
    expect(field).to_have_value(str(kept))


@pytest.mark.parametrize("name", stance_presets())
def test_a_preset_sets_everything_and_shows_that_it_is_on(show, name):
    python = SingleLegStance(name).result
    page = show(SingleLegStance("lean" if name == "upright" else "upright", width_change_pct=10))
    button = page.locator(f'.ss-preset[data-id="{name}"]')
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator('.ss-preset[aria-pressed="true"]')).to_have_count(1)
    expect(page.locator(".ss-preset-note")).to_have_text(stance_presets()[name].note)
    expect(page.locator(".ss-verdict h3")).to_have_text(stance_verdicts()[python["verdict"]].title)
    wait_for_words(page, [f"{python[f'{key}_bw']:.1f}" for key in ("abductor", "joint")])


def test_the_words_name_the_measured_forces_with_n_and_spread(show):
    page = show(SingleLegStance())
    standing = page.locator(".ss-beside .ss-row").first
    expect(standing).to_contain_text("2.31 ×")
    expect(standing).to_contain_text("2.23 to 2.53; n = 2")
    expect(page.locator(".ss-beside")).to_contain_text("a third patient reached 3.69")


def test_weak_abductors_are_offered_a_lean_and_a_stick_that_suffice(show):
    widget = SingleLegStance("weak")
    page = show(widget)
    verdict = page.locator(".ss-verdict h3")
    expect(verdict).to_have_text(stance_verdicts()["cannot"].title)
    page.get_by_role("button", name="Push 8 % on a stick").click()
    wait_for_trait(page, widget, "stick_pct", 8)
    expect(verdict).to_have_text(stance_verdicts()["level-stick"].title)
    page.locator('.ss-preset[data-id="weak"]').click()
    page.get_by_role("button", name="Lean 14°").click()
    wait_for_trait(page, widget, "lean_deg", 14)
    expect(verdict).to_have_text(stance_verdicts()["compensated"].title)
    page.locator('.ss-preset[data-id="weak"]').click()
    page.get_by_role("button", name="Let the pelvis drop").click()
    wait_for_trait(page, widget, "drop_deg", 10)
    expect(verdict).to_have_text(stance_verdicts()["uncompensated"].title)


def test_covered_forces_are_nowhere_to_be_read(show):
    page = show(SingleLegStance("weak"))
    page.get_by_role("button", name="Cover the forces to predict").click()
    expect(page.locator(".ss-mine")).to_be_hidden()
    for force in ("abductors", "joint"):
        expect(page.locator(f'[data-force="{force}"]')).to_be_hidden()
    expect(page.locator(".ss-verdict h3")).to_have_text("Trendelenburg or not?")
    assert "1.8" not in page.locator(".ss-svg").first.get_attribute("aria-label")
    page.locator('.ss-preset[data-id="bag-other"]').click()
    expect(page.locator(".ss-mine")).to_be_hidden()
    page.get_by_text("As a seesaw").click()
    expect(page.locator(".ss-seesaw")).not_to_contain_text("Abductors")
    page.get_by_role("button", name="Show the forces").click()
    wait_for_words(page, ["2.9", "3.9"])
    expect(page.locator(".ss-seesaw")).to_contain_text("Abductors")


def test_the_left_leg_mirrors_the_figure_and_no_word(show):
    page = show(SingleLegStance())
    hip = page.locator('[data-force="joint"]')
    before = hip.bounding_box()["x"]
    page.get_by_label("left leg").check()
    said = (
        "A person stands on the left leg, seen from behind. Abductors 1.8, hip joint 2.6 times body weight."
    )
    expect(page.locator(".ss-svg").first).to_have_attribute("aria-label", said)
    page.wait_for_function(
        "(before) => document.querySelector('[data-force=joint]').getBoundingClientRect().x < before",
        arg=before - 20,
    )
    matrices = page.locator(".ss-words").evaluate_all("nodes => nodes.map((node) => node.getCTM()?.a ?? 1)")
    assert min(matrices) > 0


def test_the_seesaw_says_the_sum_of_moments(show):
    page = show(SingleLegStance("stick-other"))
    page.get_by_text("As a seesaw").click()
    expect(page.locator(".ss-sum")).to_have_text(
        "57 N m (body) − 26 N m (stick) = 31 N m, so the abductors pull with 31 N m ÷ 4.2 cm = 741 N."
    )


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("picture", ["body", "pelvis"])
def test_no_name_of_a_force_leaves_the_picture(show, side, picture):
    loads = {"load_opposite_kg": 25.0, "stick_pct": 30.0, "stick_hand": "same", "drop_deg": 15.0}
    page = show(SingleLegStance(standing_side=side, picture=picture, **loads))
    page.wait_for_function(
        """() => {
        const svg = document.querySelector('.ss-svg'), frame = svg.getBoundingClientRect();
        return ['body', 'abductors', 'joint'].every((force) => {
          const box = svg.querySelector(`[data-force=${force}] text`).getBoundingClientRect();
          return box.width > 20 && box.left >= frame.left - 1 && box.right <= frame.right + 1;
        });
        }"""
    )
