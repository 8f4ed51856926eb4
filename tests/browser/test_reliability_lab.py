"""The reliability lab in a real browser: it computes what Python computes, every control does its part."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.widgets.reliability_lab import ReliabilityLab
from gluteal.widgets.reliability_records import PRESETS

from .reliability import PIRIFORMIS, SHARES, open_lab, set_traits, slider, typed

TOLERANCE = 1e-12
OFF_GRID = (
    {"prevalence": 0.3371, "sensitivity_first": 0.8123, "specificity_first": 0.6417, "shared": 0.2719},
    {"prevalence": 0.0513, "same_skill": False, "sensitivity_second": 0.5557, "specificity_second": 0.9291},
    {"prevalence": 0.9137, "shared": 1.0, "patients": 7, "seed": 999_999},
    {"prevalence": 1.0, "sensitivity_first": 1.0, "patients": 1, "seed": 0},
    {"prevalence": 0.0, "specificity_first": 0.0, "patients": 300, "seed": 12_345},
    {"sensitivity_first": 0.5, "specificity_first": 0.5, "patients": 13},
)


@pytest.fixture
def show(widget_page):
    return partial(open_lab, widget_page)


def close(page, python):
    """Are two results the same, None for None, numbers to the last digits?"""
    if isinstance(python, dict):
        return page.keys() == python.keys() and all(close(page[key], python[key]) for key in python)
    if isinstance(python, list):
        return len(page) == len(python) and all(map(close, page, python))
    return page == python or (None not in (page, python) and abs(page - python) <= TOLERANCE)


@pytest.mark.parametrize("settings", OFF_GRID)
def test_the_page_computes_what_python_computes(show, settings):
    lab = ReliabilityLab()
    page, trait = show(lab)
    set_traits(page, lab, **settings)
    python = ReliabilityLab(**settings).result
    assert close(trait("result"), python), (trait("result"), python)


@pytest.mark.parametrize("name", SHARES)
def test_every_slider_goes_to_both_ends_by_keys(show, name):
    page, trait = show(ReliabilityLab(same_skill=False))
    slider(page, name).focus()
    for key, share in (("End", 1), ("Home", 0), ("ArrowRight", 0.01)):
        page.keyboard.press(key)
        assert trait(name) == share and typed(page, name).input_value() == str(round(share * 100))
        assert sum(trait("result")["study"]["table"]) == 40
        assert page.locator(".rl-alarm").is_hidden()
    assert slider(page, name).get_attribute("aria-valuetext") == "1 %"


def test_all_at_their_ends_at_once_leaves_no_blank_and_no_nan(show):
    page, trait = show(ReliabilityLab(same_skill=False))
    for key in ("Home", "End"):
        for name in SHARES:
            slider(page, name).focus()
            page.keyboard.press(key)
        page.get_by_role("slider", name="How many").focus()
        page.keyboard.press(key)
        words = page.locator(".rl").inner_text()
        assert "NaN" not in words and "undefined" not in words and "Infinity" not in words
    assert (
        trait("result")["study"]["kappa"] is None
        and "not defined" in page.locator(".rl-headline").inner_text()
    )


def test_one_patient(show):
    page, trait = show(ReliabilityLab(patients=1))
    expect(page.locator(".rl-study h3")).to_have_text("1 patient, two raters", use_inner_text=True)
    assert trait("result")["study"]["agreement"] in (0, 1)


@pytest.mark.parametrize(
    ("put", "kept"),
    [("37", 0.37), ("250", 1), ("-4", 0), ("", 0.5), ("12.6", 0.13), ("1e9", 1), ("007", 0.07)],
)
def test_a_typed_number_stays_within_bounds(show, put, kept):
    page, trait = show(ReliabilityLab())
    field = typed(page, "prevalence")
    field.fill(put)
    field.blur()
    assert trait("prevalence") == pytest.approx(kept)
    assert field.input_value() == str(round(kept * 100))


def test_equal_skill_locks_the_second_rater_and_gives_the_own_skill_back(show):
    page, trait = show(ReliabilityLab(same_skill=False, sensitivity_second=0.3))
    assert slider(page, "sensitivity_second").input_value() == "30"
    page.get_by_label("Same skill as rater 1").check()
    assert slider(page, "sensitivity_second").is_disabled()
    assert slider(page, "sensitivity_second").input_value() == "90"
    page.get_by_label("Same skill as rater 1").uncheck()
    assert slider(page, "sensitivity_second").input_value() == "30" and trait("sensitivity_second") == 0.3


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_sets_everything_and_shows_that_it_is_on(show, name):
    page, trait = show(ReliabilityLab("coins" if name != "coins" else "rare"))
    button = page.locator(f'.rl-preset[data-id="{name}"]')
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator('.rl-preset[aria-pressed="true"]').count() == 1
    expect(page.locator(".rl-preset-note")).to_have_text(PRESETS[name][1], use_inner_text=True)
    assert close(trait("result"), ReliabilityLab(name).result)


def test_another_study_is_another_sample_and_its_number_brings_it_back(show):
    page, trait = show(ReliabilityLab("few"))
    seen = set()
    for number in range(1, 9):
        assert trait("seed") == number
        seen.add(trait("result")["study"]["kappa"])
        page.get_by_role("button", name="Another study").click()
    assert len(seen) > 3, "with twelve patients kappa jumps"
    field = page.get_by_label("Study no.")
    for put, kept in (("1", 1), ("-7", 0), ("99999999", 999_999), ("2.4", 2)):
        field.fill(put)
        field.blur()
        assert trait("seed") == kept and field.input_value() == str(kept)
    page.get_by_role("button", name="Another study").click()
    assert trait("seed") == 3


def test_after_the_last_study_comes_the_first(show):
    page, trait = show(ReliabilityLab(seed=999_999))
    page.get_by_role("button", name="Another study").click()
    assert trait("seed") == 0


def test_more_patients_draw_narrower_intervals(show):
    page, _ = show(ReliabilityLab())
    width = lambda: page.locator(".rl-this .rl-whisker").bounding_box()["width"]  # noqa: E731
    page.get_by_role("slider", name="How many").focus()
    page.keyboard.press("End")
    many = width()
    page.get_by_role("spinbutton", name="How many, typed").fill("30")
    assert width() > 2 * many


def test_the_truth_is_shown_only_when_asked_for_and_says_who_was_right(show):
    lab = ReliabilityLab("together", patients=200)
    page, _ = show(lab)
    assert page.locator(".rl-truth").get_attribute("d") in (None, "")
    expect(page.locator(".rl-rightness")).to_have_text("", use_inner_text=True)
    page.get_by_label("Show who has the finding").check()
    sample = lab.sample
    squares = page.locator(".rl-truth").get_attribute("d").count("M")
    assert squares == sample.truth.sum()
    said = page.locator(".rl-rightness").inner_text()
    both_wrong = ((sample.first == sample.second) & (sample.first != sample.truth)).sum()
    assert f"right on {(sample.first == sample.truth).sum()}," in said
    assert f"on {both_wrong} they agreed and were both wrong" in said


def test_the_areas_are_the_table_and_every_patient_has_a_dot(show):
    lab = ReliabilityLab(prevalence=0.4, patients=80)
    page, trait = show(lab)
    both, first, second, neither = trait("result")["study"]["table"]
    size = [page.locator(f".rl-{name}").bounding_box() for name in ("both", "first_only", "neither")]
    assert size[0]["height"] / (size[0]["height"] + size[1]["height"]) == pytest.approx(
        both / (both + first), abs=0.04
    )
    assert size[0]["width"] / (size[0]["width"] + size[2]["width"]) == pytest.approx(
        (both + first) / 80, abs=0.03
    )
    assert page.locator(".rl-line").get_attribute("d").count("V") == 80
    assert page.locator(".rl-yes").get_attribute("d").count("M") == 2 * both + first + second
    assert page.locator(".rl-table td").all_inner_texts()[-1] == "80"
    assert neither == 80 - both - first - second


def test_a_published_value_is_chosen_in_the_list_and_the_lab_says_how_near(show):
    page, trait = show(ReliabilityLab("coins"))
    page.locator(f'.rl-row[data-id="{PIRIFORMIS}"]').click()
    assert trait("target") == PIRIFORMIS
    expect(page.locator(".rl-near")).to_contain_text("0.62 too low", use_inner_text=True)
    expect(page.locator(".rl-target a")).to_have_text("Holm-Jensen 2020", use_inner_text=True)
    page.locator('.rl-preset[data-id="together"]').click()
    expect(page.locator(".rl-near")).to_contain_text("too high", use_inner_text=True)
    expect(page.locator(".rl-aim")).to_contain_text("too high", use_inner_text=True)
    page.get_by_label("None chosen").check()
    assert trait("target") == "" and page.locator(".rl-aim").is_hidden()


def test_every_published_value_can_be_reproduced_in_each_of_its_ways(show):
    lab = ReliabilityLab("coins", prevalence=0.51)
    page, trait = show(lab)
    way, kept = page.get_by_role("button", name="Show me a way"), 0
    for one in lab.lab["published"]:
        page.locator(f'.rl-row[data-id="{one["id"]}"]').click()
        before = len(trait("found"))
        assert way.is_disabled() == (not one["ways"])
        for number, offered in enumerate(one["ways"], 1):
            way.click()
            expect(page.locator(".rl-near")).to_contain_text("✓ ", use_inner_text=True)
            expect(page.locator(".rl-ways .rl-note")).to_have_text(offered["words"], use_inner_text=True)
            assert len(trait("found")) in (before + number, before + number - 1), (
                one["id"],
                offered["words"],
            )
        kept = page.locator(".rl-found tbody tr").count()
        assert kept == sum(mine["target"] == one["id"] for mine in trait("found"))
        if kept > 1:
            expect(page.locator(".rl-point")).to_contain_text(
                "different settings, one κ", use_inner_text=True
            )
        if kept:
            page.get_by_role("button", name="Forget these").click()
    assert kept


def test_what_is_found_by_sliding_is_kept_once_and_can_be_forgotten(show):
    page, trait = show(ReliabilityLab("coins", target=PIRIFORMIS))
    for name, value in (("sensitivity_first", "89"), ("specificity_first", "90")):
        typed(page, name).fill(value)
        typed(page, name).blur()
    assert [round(one["sensitivity_first"], 2) for one in trait("found")] == [0.89]
    expect(page.locator(".rl-point")).to_have_text("One way. Find another.", use_inner_text=True)
    page.locator('.rl-preset[data-id="coins"]').click()
    page.get_by_role("button", name="Show me a way").click()
    assert len(trait("found")) == 1, "the same settings again"
    page.get_by_role("button", name="Forget these").click()
    assert trait("found") == [] and page.locator(".rl-found").is_hidden()
    assert page.evaluate("document.activeElement.classList.contains('rl-way')")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"preset": "always-yes"}, "No more agreement than blind guessing would give."),
        ({"prevalence": 1.0, "sensitivity_first": 1.0}, "κ is zero divided by zero"),
        ({"sensitivity_first": 1.0, "specificity_first": 1.0}, "interval without width"),
        ({"preset": "few", "seed": 6}, "PABAK"),
    ],
)
def test_what_a_number_means_is_said_in_a_sentence(show, settings, words):
    page, _ = show(ReliabilityLab(**settings))
    expect(page.locator(".rl-numbers")).to_contain_text(words, use_inner_text=True)


def test_no_word_praises_a_kappa_without_saying_whose_word_it_is(show):
    page, _ = show(ReliabilityLab())
    said = page.locator(".rl-said").inner_text()
    assert "Landis 1977" in said and "Kenny" in said and "conventions" in said
    rest = page.locator(".rl").inner_text().replace(said, "").lower()
    assert not {"good", "fair", "moderate", "substantial", "excellent"} & set(rest.replace(".", " ").split())
