"""The retrieval practice in a real browser: choice, return of what was missed, results, reload, keys."""

import json
import random
import re
from datetime import datetime, timedelta
from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal import lesson
from gluteal.catalogue import load
from gluteal.models.retrieval import DAY_MS, RULE, choose, milliseconds, standing
from gluteal.widgets import RetrievalPractice, assets
from gluteal.widgets.retrieval_records import retrieval_records

from .practice import BANK, NEXT, answer, asked, kept, moment, open_practice, past, remember, start

RULE_IN_PAGE = """async ([code, rule, bank, cases]) => {
  const names = "export { rvStandings, rvChoose };";
  const url = URL.createObjectURL(new Blob([code + names], { type: "text/javascript" }));
  const { rvStandings, rvChoose } = await import(url);
  return cases.map(({ answers, now, length }) => {
    const standings = rvStandings(rule, { answers });
    const told = ({ box, due, answers, misses, missed }) => [box, due, answers, misses, missed];
    const found = [...standings].map(([id, one]) => [id, told(one)]);
    return [Object.fromEntries(found), rvChoose(bank, standings, now, length)];
  }); }"""


@pytest.fixture
def show(widget_page):
    return partial(open_practice, widget_page)


# --- the rule ---------------------------------------------------------------------------------------------


def histories(count):
    """Records of many kinds: short and long, dense and thin."""
    chance = random.Random(9)
    first = milliseconds("2026-03-01T00:00:00.000Z")
    for _ in range(count):
        bank = chance.sample(BANK, 40)
        span = chance.choice([0.5, 5, 60]) * DAY_MS
        times = sorted(first + chance.randrange(int(span)) for _ in range(chance.randint(0, 120)))
        answers = [
            {"item": chance.choice(bank)[0], "correct": chance.random() < 0.6, "at": moment(time)}
            for time in times
        ]
        now = first + chance.randrange(70) * DAY_MS
        yield {"bank": bank, "answers": answers, "now": now, "length": chance.choice([1, 5, 10, 40])}


def by_model(case):
    known = {}
    for one in case["answers"]:
        known.setdefault(one["item"], []).append((one["at"], one["correct"]))
    found = {item: standing(own) for item, own in known.items()}
    told = {item: [one.box, one.due_ms, one.answers, one.misses, one.missed] for item, one in found.items()}
    return [told, choose(case["bank"], found, case["now"], length=case["length"])]


def test_page_and_python_choose_the_same(page):
    page.goto("about:blank")
    code = assets.esm("common/retrieval_rule.js")
    rule = retrieval_records(load())["rule"]
    for case in histories(60):
        bank = [{"id": item, "lesson": own} for item, own in case["bank"]]
        assert page.evaluate(RULE_IN_PAGE, [code, rule, bank, [case]]) == [by_model(case)]


# --- a session --------------------------------------------------------------------------------------------


def test_the_session_is_the_one_that_python_chooses(show):
    record = past(("03-zones", 3, True), ("04-side", 1, False), ("01-nerves", 0.1, True))
    page = show(record=record)
    expect(page.locator(".rv-count")).to_contain_text("1 missed, 1 due, ")
    expect(page.locator(".rv-count")).to_contain_text("1 that can wait")
    start(page)
    order = []
    for _ in range(RULE.length):
        order.append(asked(page).id)
        page.get_by_role("button", name="Leave it out").click()
    known = {one.item: standing([(one.at, one.correct)]) for one in record.attempts}
    assert order == choose(BANK, known, milliseconds(record.attempts[-1].at) + DAY_MS // 10)
    assert {"04-side", "03-zones"} <= set(order) and "01-nerves" not in order


def test_a_missed_question_comes_again_after_three_others_and_the_result_says_so(show):
    page = show(RetrievalPractice(length=5))
    start(page)
    order = [answer(page, right=False).id]
    expect(page.get_by_text("It comes again in this session.")).to_be_visible()
    for _ in range(RULE.apart + 1):
        page.locator(NEXT).click()
        order.append(answer(page).id)
    assert order[0] == order[-1] and len(set(order)) == len(order) - 1
    expect(page.locator(".rv-where")).to_contain_text("again, missed before")
    page.locator(NEXT).click()
    answer(page)
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".rv-numbers")).to_have_text(
        re.compile(r"4 ✓ right at once.*1 ↺ missed, then right.*0 ✗")
    )
    missed = page.locator(".rv-list .rv-later")
    expect(missed).to_contain_text("box 1")
    expect(missed).to_contain_text(re.compile("again (tomorrow|later today)"))
    now = datetime.now()
    days = ((now + timedelta(milliseconds=RULE.interval_ms(2))).date() - now.date()).days
    again = "tomorrow" if days == 1 else f"in {days} days"  # asked before 8 in the morning
    expect(page.locator(".rv-list .rv-once").first).to_contain_text(f"box 2, again {again}")
    assert [one["correct"] for one in kept(page)] == [False, True, True, True, True, True]


def test_an_earlier_answer_is_not_given_away(show):
    page = show(RetrievalPractice(lessons=["09"]), record=past(("09-missed-box", 2, False)))
    start(page)
    assert asked(page).id == "09-missed-box"
    assert page.locator(".gl-feedback:visible").count() == 0
    assert page.locator(".gl-option input:checked").count() == 0


def test_results_by_objective_tell_first_from_latest(show):
    record = past(
        ("01-click-medius", 9, False), ("01-click-medius", 5, True), ("01-upper-outer", 9, True),
        ("01-upper-outer", 2, False), ("01-case-layers", 1, True),
    )  # fmt: skip
    page = show(record=record)
    fold = page.locator(".rv-report details[data-lesson='01']")
    expect(fold.locator("summary")).to_contain_text("3 of 18 answered; right first 2, latest 2")
    fold.locator("summary").click()
    row = fold.get_by_role("row").filter(has_text="Locate gluteus medius")
    expect(row.get_by_role("cell")).to_have_text(["3 of 4", "2 of 3", "2 of 3", "repeat 1 now"])


def test_what_to_revise_leads_to_the_lesson(show):
    page = show(RetrievalPractice(lessons=["02"], length=5))
    start(page)
    item = answer(page, right=False)
    page.get_by_role("button", name="End the session here").click()
    goal = load().lessons["02"].objectives[item.objective - 1]
    expect(page.locator(".rv-revise li")).to_contain_text(f"{goal} (1 missed of 1).")
    link = page.locator(".rv-revise a")
    assert link.get_attribute("href") == load().lessons["02"].file.replace("ipynb", "html")
    page.get_by_role("button", name="Practise 5 more").click()
    assert asked(page).id == item.id


def test_every_question_left_out_counts_nothing(show):
    page = show(RetrievalPractice(lessons=["00"], length=5))
    start(page)
    for _ in range(5):
        page.get_by_role("button", name="Leave it out").click()
    expect(page.get_by_text("You left out every question.")).to_be_visible()
    assert kept(page) == []


@pytest.mark.parametrize("kind", ["choice", "several", "order", "match", "number", "click", "figure"])
def test_each_kind_is_answered_right_and_wrong(show, kind):
    item = next(one for one in load().items.values() if kind == ("figure" if one.figure else one.kind))
    page = show(lesson.practice(item.lesson), record=past((item.id, 1, False)))
    for right in (False, True):
        if right:
            remember(page, past((item.id, 1, False)))
        start(page)
        assert asked(page).id == item.id
        if kind == "figure":
            expect(page.locator(".rv-figure img")).to_have_attribute("src", re.compile("^blob:"))
        answer(page, right)
        assert [one["correct"] for one in kept(page) if one["answer"] != "x"][-1] is right
        page.get_by_role("button", name="End the session here").click()


def test_a_figure_stands_in_words_for_those_who_do_not_see_it(show):
    item = next(one for one in load().items.values() if one.figure)
    page = show(lesson.practice(item.lesson), record=past((item.id, 1, False)))
    start(page)
    page.get_by_text("Read this figure as text").click()
    words = load().figures[item.figure].text
    expect(page.locator(".rv-figure details p")).to_have_text(words)


def test_without_the_drawing_the_words_stand_open(show):
    item = next(one for one in load().items.values() if one.figure)
    page = show(RetrievalPractice(lessons=[item.lesson]), record=past((item.id, 1, False)))
    start(page)
    expect(page.locator(".rv-figure details p")).to_be_visible()
    answer(page)


def test_a_case_is_told_with_its_question(show):
    page = show(RetrievalPractice(lessons=["04"]), record=past(("04-case-first", 1, False)))
    start(page)
    expect(page.locator(".rv-setting")).to_contain_text("A violinist, 42")


# --- the page goes away and comes back --------------------------------------------------------------------


def test_a_reload_goes_on_at_the_same_question(show):
    page = show()
    start(page)
    answer(page, right=False)
    page.locator(NEXT).click()
    second = asked(page).id
    page.reload()
    page.locator(".gl-stem").wait_for()
    assert asked(page).id == second
    expect(page.locator(".rv-where")).to_have_text("Question 2 of 11")
    answer(page)
    page.reload()
    expect(page.locator(NEXT)).to_be_visible()
    page.locator(NEXT).click()
    assert asked(page).id != second


@pytest.mark.parametrize(
    "session", ["{", "[]", '{"queue": ["01-gone"], "place": 0}', '{"queue": [], "place": 0}']
)
def test_a_session_that_cannot_be_read_begins_anew(show, session):
    page = show()
    page.evaluate("(text) => sessionStorage.setItem('gluteal-practice', text)", session)
    page.reload()
    expect(page.locator(".rv-count")).to_be_visible()


def test_what_was_answered_elsewhere_is_counted_at_once(show):
    page = show()
    page.locator(".rv-report summary").first.click()
    page.evaluate(
        "(text) => { localStorage.setItem('gluteal-progress', text);"
        " window.dispatchEvent(new StorageEvent('storage', { key: 'gluteal-progress' })); }",
        json.dumps(past(("00-doctor", 0.01, False)).to_json()),
    )
    expect(page.locator(".rv-count")).to_contain_text("1 missed")
    expect(page.locator(".rv-report details[data-lesson='00']")).to_have_attribute("open", "")


# --- choices ----------------------------------------------------------------------------------------------


def test_only_the_lessons_that_are_ticked(show):
    page = show()
    page.get_by_role("button", name="None").click()
    expect(page.locator(".rv-count")).to_have_text("Choose at least one lesson.")
    expect(page.get_by_role("button", name="Start")).to_be_disabled()
    page.get_by_label("05 Causes").check()
    page.get_by_label("Length").select_option("5 questions")
    start(page)
    expect(page.locator(".rv-where")).to_have_text("Question 1 of 5")
    assert asked(page).lesson == "05"


def test_the_whole_session_by_keys(show):
    page = show(RetrievalPractice(lessons=["09"], length=5))
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rv-where")).to_be_focused()
    assert asked(page).kind == "choice"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(NEXT)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".rv-where")).to_have_text(re.compile("Question 2 of"))
    expect(page.locator(".rv-where")).to_be_focused()
    page.get_by_role("button", name="End the session here").press("Enter")
    expect(page.get_by_role("heading", name="The result")).to_be_focused()
