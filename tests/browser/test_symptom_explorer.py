"""The symptom explorer in a real browser: it ranks as Python ranks, and red flags come first."""

import random

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.models.reasoning import rank
from gluteal.widgets.symptom_explorer import SymptomExplorer
from gluteal.widgets.symptom_records import EXAMPLES, example, symptom_records

from .traits import results, trait_is

FLAGS = list(load().red_flags)
DENIED = dict.fromkeys(FLAGS, "absent")
FEATURES = [one["id"] for one in symptom_records()["features"]]


@pytest.fixture
def show(widget_page):
    def open_explorer(explorer, **options):
        page = widget_page(explorer, **options)
        page.locator(".sx-body").first.wait_for()
        return page

    return open_explorer


def states():
    """Every answer alone, random answers few and many, red flags open and present."""
    chance = random.Random(5)
    found = [
        {"findings": {key: answer}, "red_flags": DENIED}
        for key in FEATURES
        for answer in ("present", "absent")
    ]
    for number in range(90):
        asked = chance.sample(FEATURES, chance.randint(0, len(FEATURES)))
        findings = {key: chance.choice(("present", "absent")) for key in asked}
        flags = dict(DENIED)
        if number % 9 == 0:
            flags[chance.choice(FLAGS)] = "present"
        if number % 10 == 0:
            del flags[chance.choice(FLAGS)]
        found.append({"findings": findings, "red_flags": flags})
    return [*found, {"findings": {}, "red_flags": {}}]


def answer(page, feature, words):
    """Answer a question as a learner does; open its section first."""
    row = page.locator(f'.sx-row[data-feature="{feature}"]')
    fold = page.locator(".sx-fold").filter(has=row)
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    row.get_by_role("radio", name=words, exact=True).check()


def test_the_page_ranks_as_python_ranks(show):
    explorer, every = SymptomExplorer(), states()
    for state, found in zip(every, results(show(explorer), explorer, every), strict=True):
        assert found == SymptomExplorer(**state).result, state


def test_nothing_is_ranked_before_the_last_red_flag_is_answered(show):
    explorer = SymptomExplorer(findings={"sitting": "present"})
    page = show(explorer)
    for number, flag in enumerate(FLAGS):
        expect(page.locator(".sx-one").first).to_be_hidden()
        expect(page.locator(".sx-result")).to_contain_text(f"{len(FLAGS) - number} of the questions")
        page.locator(f'.sx-flag[data-flag="{flag}"]').get_by_role("radio", name="No").check()
    expect(page.locator(".sx-one").first).to_be_visible()
    expect(page.locator(".sx-flags")).not_to_have_attribute("open", "")
    trait_is(page, explorer, "red_flags", DENIED)


@pytest.mark.parametrize("flag", FLAGS)
def test_a_yes_replaces_the_ranking_by_what_to_do(show, flag):
    page = show(SymptomExplorer("side-of-hip"))
    page.locator(".sx-flags summary").click()
    page.locator(f'.sx-flag[data-flag="{flag}"]').get_by_role("radio", name="Yes").check()
    first = page.locator(".sx-first")
    expect(first).to_contain_text(load().red_flags[flag].action)
    expect(first.get_by_role("link").first).to_have_text(load().red_flags[flag].source.short)
    expect(page.locator(".sx-one").first).to_be_hidden()
    expect(page.locator(".sx-why")).to_be_hidden()
    page.locator(f'.sx-flag[data-flag="{flag}"]').get_by_role("radio", name="No").check()
    expect(first).to_be_hidden()
    expect(page.locator(".sx-one").first).to_be_visible()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_answers_everything_and_shows_that_it_is_on(show, name):
    explorer = SymptomExplorer()
    page = show(explorer)
    page.locator(f'.sx-example[data-id="{name}"]').click()
    trait_is(page, explorer, "findings", example(name)["findings"])
    trait_is(page, explorer, "red_flags", example(name)["red_flags"])
    expect(page.locator('.sx-example[aria-pressed="true"]')).to_have_text(EXAMPLES[name][0])
    expect(page.locator(".sx-example-note")).to_contain_text("Made up for teaching.")
    ranking = SymptomExplorer(name).ranking()
    if ranking.hypotheses:
        expect(page.locator(".sx-one").first).to_contain_text(ranking.hypotheses[0].short_name)


def test_every_question_has_three_states_and_the_first_is_not_asked(show):
    explorer = SymptomExplorer(red_flags=DENIED)
    page = show(explorer)
    assert page.locator(".sx-row").count() == len(FEATURES)
    given = {}
    for feature in FEATURES[:3] + FEATURES[-3:]:
        row = page.locator(f'.sx-row[data-feature="{feature}"]')
        expect(row.get_by_role("radio", name="not asked", include_hidden=True)).to_be_checked()
        for words, value in (("yes", "present"), ("no", "absent")):
            answer(page, feature, words)
            given[feature] = value
            trait_is(page, explorer, "findings", given)
    answer(page, FEATURES[0], "not asked")
    del given[FEATURES[0]]
    trait_is(page, explorer, "findings", given)


def test_every_answer_can_be_given_at_once(show):
    explorer = SymptomExplorer(red_flags=DENIED)
    page = show(explorer)
    for kind in ("present", "absent"):
        every = dict.fromkeys(FEATURES, kind)
        results(page, explorer, [{"findings": every}])
        expect(page.locator(".sx-row.sx-answered")).to_have_count(len(FEATURES))
        for word in ("NaN", "undefined", "null"):
            expect(page.locator(".sx")).not_to_contain_text(word)


def test_the_reasons_of_the_leading_two_are_open_with_weight_grade_and_source(show):
    explorer = SymptomExplorer("down-the-leg")
    page = show(explorer)
    first, second = explorer.ranking().hypotheses[:2]
    cards = page.locator(".sx-card")
    expect(cards).to_have_count(2)
    for card, one in zip(cards.all(), (first, second), strict=True):
        expect(card.locator("h4")).to_contain_text(one.name)
        rows = card.locator("tr:has(.sx-weight)")
        expect(rows).to_have_count(len(one.for_) + len(one.against))
        for row, reason in zip(rows.all(), (*one.for_, *one.against), strict=True):
            expect(row).to_contain_text(reason.sentence.rstrip("."))
            expect(row).to_contain_text("study" if reason.basis == "study" else "teaching weight")
            expect(row).to_contain_text(load().grades[reason.grade].symbol)
            expect(row.get_by_role("link")).to_have_attribute("href", f"#ref-{reason.source_key}")
            if not reason.counted:
                expect(row).to_contain_text(reason.remark)


def test_a_chosen_hypothesis_shows_its_reasons_too(show):
    explorer = SymptomExplorer("down-the-leg")
    page = show(explorer)
    last = explorer.ranking().hypotheses[-1]
    page.locator(f'.sx-one[data-id="{last.id}"] input').check()
    trait_is(page, explorer, "shown", last.id)
    expect(page.locator(".sx-card")).to_have_count(3)
    expect(page.locator(".sx-card").first.locator("h4")).to_contain_text(last.name)


def test_the_bars_stand_in_the_order_of_the_points_with_the_prior_marked(show):
    explorer = SymptomExplorer("groin")
    page = show(explorer)
    ranked = explorer.ranking().hypotheses
    expect(page.locator(".sx-one")).to_have_count(len(ranked))
    ids = page.locator(".sx-one").evaluate_all("(all) => all.map((one) => one.dataset.id)")
    assert ids == [one.id for one in ranked]
    left = lambda id: float(  # noqa: E731
        page.locator(f'.sx-one[data-id="{id}"] .sx-prior').evaluate("(one) => parseFloat(one.style.left)")
    )
    priors = sorted((one.prior, left(one.id)) for one in ranked)
    assert [place for _, place in priors] == sorted(place for _, place in priors)


def test_answers_that_do_not_fit_are_named(show):
    explorer = SymptomExplorer("does-not-fit")
    page = show(explorer)
    for one in explorer.ranking().contradictions:
        expect(page.locator(".sx-clash")).to_contain_text(one.sentence)
    page.locator('.sx-example[data-id="groin"]').click()
    expect(page.locator(".sx-clash")).to_be_hidden()


def test_dependence_is_said_and_an_answer_that_adds_nothing_says_why(show):
    explorer = SymptomExplorer("side-of-hip")
    page = show(explorer)
    expect(page.locator(".sx-dependence")).to_be_visible()
    absorbed = [one for found in explorer.ranking().hypotheses[:2] for one in found.for_ if not one.counted]
    assert absorbed
    expect(page.locator(".sx-absorbed").first).to_contain_text("Adds nothing, since")


def test_what_would_tell_the_first_two_apart_leads_to_the_question(show):
    explorer = SymptomExplorer("three-symptoms")
    page = show(explorer)
    asked = explorer.ranking().apart.questions
    expect(page.locator(".sx-go")).to_have_count(len(asked))
    last = asked[-1].feature_id
    page.get_by_role("searchbox", name="Find").fill("sitting")
    page.locator(f'.sx-go[data-feature="{last}"]').click()
    row = page.locator(f'.sx-row[data-feature="{last}"]')
    expect(row.get_by_role("radio", name="not asked")).to_be_focused()
    page.keyboard.press("ArrowRight")
    trait_is(page, explorer, "findings", {**explorer.findings, last: "present"})


@pytest.mark.parametrize(
    ("typed", "feature"),
    [
        ("sitting", "sitting"),
        ("FABER", "faber-groin"),
        ("cuogh", "coughing"),
        ("below knee", "pain-below-knee"),
    ],
)
def test_questions_are_found_by_word_test_and_in_spite_of_slips(show, typed, feature):
    page = show(SymptomExplorer(red_flags=DENIED))
    page.get_by_role("searchbox", name="Find").fill(typed)
    expect(page.locator(f'.sx-row[data-feature="{feature}"]')).to_be_visible()
    expect(page.locator(".sx-hits")).to_contain_text(f"of {len(FEATURES)}")
    page.get_by_role("searchbox", name="Find").fill("xyzzy")
    expect(page.locator(".sx-hits")).to_contain_text("Nothing found")
    page.get_by_role("searchbox", name="Find").fill("")
    expect(page.locator(".sx-hits")).to_be_hidden()


def test_only_answered_shows_what_was_answered(show):
    explorer = SymptomExplorer("groin")
    page = show(explorer)
    page.get_by_label("only answered").check()
    expect(page.locator(".sx-row:visible")).to_have_count(len(explorer.findings))
    page.get_by_label("only answered").uncheck()
    page.locator('[data-section="complaint"] .sx-row').last.wait_for()


def test_clear_all_takes_everything_back(show):
    explorer = SymptomExplorer("groin", shown="piriformis")
    page = show(explorer)
    page.get_by_role("button", name="Clear all").click()
    for name, empty in (("findings", {}), ("red_flags", {}), ("shown", "")):
        trait_is(page, explorer, name, empty)
    expect(page.locator(".sx-flags")).to_have_attribute("open", "")
    expect(page.locator(".sx-row.sx-answered")).to_have_count(0)


def test_print_makes_a_sheet_of_answers_and_reasons_that_says_it_is_no_diagnosis(show):
    explorer = SymptomExplorer("side-of-hip")
    page = show(explorer)
    page.evaluate("HTMLIFrameElement.prototype.printed = 0")
    page.get_by_role("button", name="Print").click()
    sheet = page.frame_locator(".sx-sheet").locator("body")
    found = rank(explorer.findings, explorer.red_flags)
    for words in ("Pain at the side of the hip", "it is no diagnosis", found.hypotheses[0].name):
        expect(sheet).to_contain_text(words)
    expect(sheet.locator("article")).to_have_count(3)
