"""The probability lab in a real browser: it computes what Python computes, every control does its part."""

import random

import ipywidgets
import pytest
from playwright.sync_api import expect

from gluteal.catalogue.accuracy import accuracies
from gluteal.models.fagan import fagan_line
from gluteal.widgets.probability_lab import ProbabilityLab
from gluteal.widgets.probability_records import STARTS

from .atlas import tab_to
from .traits import results, small_targets, trait_is

TESTS = {one.id: one for one in accuracies()}
TOLERANCE = 1e-12
SLIDERS = {"sensitivity": "Sensitivity", "specificity": "Specificity", "pre": "Before the test"}


@pytest.fixture
def show(widget_page):
    def open_lab(lab, **options):
        page = widget_page(lab, **options)
        page.locator(".pl-body").first.wait_for()
        return page

    return open_lab


def close(page, python):
    """Are two results the same, None for None, numbers to the last digits?"""
    if isinstance(python, dict):
        return page.keys() == python.keys() and all(close(page[key], python[key]) for key in python)
    if isinstance(python, list):
        return len(page) == len(python) and all(map(close, page, python))
    if python is None or page is None:
        return page is python
    return abs(page - python) <= TOLERANCE * max(1, abs(python))


def states():
    """Two hundred settings: every test, every pair of tests, all corners, and numbers off every grid."""
    chance = random.Random(20)
    found = [
        {"test": "", "second": "", "outcome": outcome, "pre": p, "sensitivity": se, "specificity": sp}
        for p in (0.0, 0.5, 1.0)
        for se in (0.0, 0.5, 1.0)
        for sp in (0.0, 1.0)
        for outcome in ("positive", "negative")
    ]
    for key in TESTS:
        lab = ProbabilityLab(key)
        own = {"test": key, "sensitivity": lab.sensitivity, "specificity": lab.specificity}
        for second in ("", *lab.second_choices):
            outcomes = {
                name: chance.choice(("positive", "negative")) for name in ("outcome", "second_outcome")
            }
            found.append({**own, "second": second, "pre": chance.random(), **outcomes})
    while len(found) < 200:
        shares = {name: round(chance.random(), 4) for name in SLIDERS}
        found.append({"test": "", "second": "", "outcome": "positive", **shares})
    return found


def python_result(state):
    given = {name: value for name, value in state.items() if value != ""}
    if "test" in given:
        given = {name: value for name, value in given.items() if name not in ("sensitivity", "specificity")}
    return ProbabilityLab(given.pop("test", None), **given).result


def test_the_page_computes_what_python_computes(show):
    lab, every = ProbabilityLab(), states()
    for state, found in zip(every, results(show(lab), lab, every), strict=True):
        assert close(found, python_result(state)), (state, found, python_result(state))


@pytest.mark.parametrize("name", SLIDERS)
def test_every_slider_goes_to_both_ends_by_keys(show, name):
    lab = ProbabilityLab(sensitivity=0.6, specificity=0.7)
    page = show(lab)
    slider = page.get_by_role("slider", name=SLIDERS[name], exact=True)
    slider.focus()
    for key, share in (("End", 1), ("Home", 0), ("ArrowRight", 0.01)):
        page.keyboard.press(key)
        trait_is(page, lab, name, share)
        expect(page.get_by_role("spinbutton", name=SLIDERS[name])).to_have_value(str(round(share * 100)))
        expect(page.locator(".pl")).not_to_contain_text("NaN")
        expect(page.locator(".pl-alarm")).to_be_hidden()
    expect(slider).to_have_attribute("aria-valuetext", "1 %")


def test_all_at_their_ends_at_once_says_what_never_happens(show):
    page = show(ProbabilityLab(sensitivity=0.6, specificity=0.7))
    for key in ("Home", "End"):
        for label in SLIDERS.values():
            page.get_by_role("slider", name=label, exact=True).focus()
            page.keyboard.press(key)
        for word in ("NaN", "undefined", "Infinity", "null"):
            expect(page.locator(".pl")).not_to_contain_text(word)
    expect(page.locator(".pl-big")).to_have_text("100 % → 100 %")
    page.locator(".pl-scene").get_by_role("radio", name="negative").check()
    expect(page.locator(".pl-small")).to_contain_text("never negative")
    expect(page.locator(".pl-sentence")).to_contain_text("nobody of the 100 is negative")


@pytest.mark.parametrize(
    ("put", "kept"),
    [("37", 0.37), ("250", 1), ("-4", 0), ("", 0.3), ("12.65", 0.1265), ("1e9", 1), ("007", 0.07)],
)
def test_a_typed_number_stays_within_bounds(show, put, kept):
    lab = ProbabilityLab(pre=0.3)
    page = show(lab)
    field = page.get_by_role("spinbutton", name="Before the test")
    field.fill(put)
    field.blur()
    trait_is(page, lab, "pre", kept)
    expect(field).to_have_value(f"{kept * 100:g}")


def test_every_test_can_be_chosen_and_shows_study_caveat_and_interval(show):
    lab = ProbabilityLab()
    page = show(lab)
    for key, one in TESTS.items():
        page.get_by_label("Test, and what it was held against").select_option(key)
        trait_is(page, lab, "test", key)
        about = page.locator(".pl-about")
        expect(page.locator(".pl-caveat")).to_contain_text(one.caveat)
        expect(about.get_by_role("link")).to_have_text(one.source.short)
        expect(about.locator("dd").first).to_have_text(one.target)
        expect(about.locator("dd").nth(1)).to_have_text(
            one.reference_standard or "a reference standard that was not read"
        )
        expect(page.locator(".pl")).not_to_contain_text("NaN")
        band = page.locator(".pl-band").get_attribute("points")
        assert bool(band) == (one.interval_from != "unknown"), key


def test_moving_a_slider_of_a_test_makes_the_numbers_ones_own(show):
    lab = ProbabilityLab()
    page = show(lab)
    page.get_by_role("slider", name="Sensitivity").focus()
    page.keyboard.press("ArrowLeft")
    trait_is(page, lab, "test", "")
    expect(page.locator(".pl-about h3")).to_have_text("Numbers of your own")
    assert not page.locator(".pl-band").get_attribute("points")


def test_the_picture_has_a_hundred_people_and_the_counts_of_the_sentence(show):
    lab = ProbabilityLab(pre=0.31, sensitivity=0.77, specificity=0.62)
    page = show(lab)
    tp, fn, fp, tn = lab.result["counts"]
    drawn = [
        (page.locator(f".pl-{tray} .pl-people .pl-{kind}").get_attribute("d") or "").count("M") / 2
        for tray in ("positive", "negative")
        for kind in ("ill", "well")
    ]
    assert drawn == [tp, fp, fn, tn] and sum(drawn) == 100
    expect(page.locator(".pl-sentence")).to_contain_text(f"of {tp + fp} with a positive result {tp} have it")


@pytest.mark.parametrize("outcome", ["positive", "negative"])
def test_the_line_of_the_nomogram_is_fagans(show, outcome):
    lab = ProbabilityLab(pre=0.22, sensitivity=0.81, specificity=0.67, outcome=outcome)
    page = show(lab)
    line = fagan_line(0.22, lab.result[f"lr_{outcome}"])
    heights = [float(dot.get_attribute("cy")) for dot in page.locator(".pl-dot").all()]
    top, foot = 40, 410
    assert [(foot - y) / (foot - top) for y in heights] == pytest.approx(
        [line.left, line.middle, line.right], abs=2e-4
    )


def test_two_tests_come_only_with_the_warning_and_both_ends(show):
    first, second = next(
        (key, next(iter(ProbabilityLab(key).second_choices)))
        for key in TESTS
        if ProbabilityLab(key).second_choices
    )
    lab = ProbabilityLab(first)
    page = show(lab)
    warning = page.locator(".pl-warning")
    expect(warning).to_be_hidden()
    page.get_by_label("A second test for the same condition").select_option(second)
    trait_is(page, lab, "second", second)
    expect(warning).to_be_visible()
    expect(page.locator(".pl-both")).to_contain_text("if the second adds nothing")
    page.locator(".pl-second").get_by_role("radio", name="negative").check()
    trait_is(page, lab, "second_outcome", "negative")
    expect(page.locator(".pl-both")).to_contain_text("second negative")
    page.get_by_label("A second test for the same condition").select_option("")
    expect(warning).to_be_hidden()


@pytest.mark.parametrize(("words", "share"), STARTS)
def test_a_start_is_set_and_shows_that_it_is_on(show, words, share):
    lab = ProbabilityLab(pre=0.111)
    page = show(lab)
    button = page.locator(".pl-start").filter(has_text=words).first
    button.click()
    trait_is(page, lab, "pre", share)
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_whole_run_with_keys_alone_and_what_changed_is_announced(show):
    lab = ProbabilityLab()
    page = show(lab)
    tab_to(page, ".pl-test")
    page.keyboard.press("End")
    trait_is(page, lab, "test", page.locator(".pl-test option").last.get_attribute("value"))
    tab_to(page, ".pl-pre")
    page.keyboard.press("End")
    trait_is(page, lab, "pre", 1)
    page.keyboard.press("Home")
    trait_is(page, lab, "pre", 0)
    tab_to(page, ".pl-scene")
    page.keyboard.press("ArrowRight")
    trait_is(page, lab, "outcome", "negative")
    page.locator(".pl > [role=status]").get_by_text("0 % before the test, 0 % after a negative").wait_for()


def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show):
    lab = ProbabilityLab()
    page = show(lab, viewport=(360, 740), touch=True)
    page.locator(".pl-start").first.tap()
    trait_is(page, lab, "pre", STARTS[0][1])
    page.locator(".pl-scene").get_by_role("radio", name="negative").tap()
    trait_is(page, lab, "outcome", "negative")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".pl-pre input").first.scroll_into_view_if_needed()
    expect(page.locator(".pl-headline")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [(360, 740), (1280, 720)])
def test_every_target_is_large_enough(show, viewport):
    page = show(ProbabilityLab(), viewport=viewport)
    kinds = ("button", "select", "[type=number]", "[type=range]", ".pl-choice label", ".pl-cite a")
    assert small_targets(page, ".pl", kinds) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", [{}, {"pre": 0, "sensitivity": 1, "specificity": 1}])
def test_axe_finds_nothing_serious(show, axe_violations, theme, state):
    page = show(ProbabilityLab(**state), theme=theme)
    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ({"pre": 7}, "The probability before the test has to lie between 0 and 100 %"),
        ({"sensitivity": None}, "The sensitivity has to lie"),
        ({"specificity": "much"}, "The specificity has to lie"),
        ({"test": "heart"}, "not known here"),
        ({"second": "heart"}, "cannot follow"),
        ({"outcome": "perhaps"}, "positive or negative"),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, spoilt, words):
    lab = ProbabilityLab()
    page = show(lab)
    results(page, lab, [spoilt])
    expect(page.locator(".pl-alarm")).to_contain_text(words)
    expect(page.locator(".pl")).not_to_contain_text("NaN")
    page.get_by_label("Test, and what it was held against").select_option("")
    page.get_by_label("Test, and what it was held against").select_option(next(iter(TESTS)))
    page.locator(".pl-start").first.click()
    for outcome in ("negative", "positive"):
        page.locator(".pl-scene").get_by_role("radio", name=outcome).check()
    expect(page.locator(".pl-alarm")).to_be_hidden()


@pytest.mark.parametrize("records", [{}, {"format": 99}])
def test_without_its_records_it_says_so_in_a_sentence(widget_page, records):
    lab = ProbabilityLab()
    lab.records = records
    widget_page(lab).get_by_role("note").filter(has_text="Run the cell again").wait_for()


def test_twice_on_one_page_it_stays_one_lab_without_clashing_ids(widget_page):
    lab = ProbabilityLab()
    page = widget_page(ipywidgets.VBox([lab, lab]))
    page.locator(".pl-body").nth(1).wait_for()
    page.locator(".pl").nth(1).locator(".pl-start").first.click()
    for number in range(2):
        expect(page.locator(".pl").nth(number).locator(".pl-big")).to_contain_text("5 % →")
    ids = page.evaluate("[...document.querySelectorAll('.pl [id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 10
