"""The case room in a real browser: stages in order, nothing taken back, plan, reload, keys, print, phone."""

import pytest
from playwright.sync_api import expect

from gluteal.catalogue.cases import written_cases
from gluteal.models.case_written import staged_case
from gluteal.widgets import CaseRoom

from .traits import small_targets, trait_is

FORM = """(node) => [...node.querySelectorAll('section, ul.cr-told > li, .cr-option')]
  .map((one) => one.tagName).join()"""


@pytest.fixture
def show(widget_page):
    def open_room(widget=None, **options):
        page = widget_page(widget or CaseRoom("teacher"), **options)
        page.locator(".cr-title, .cr-hall").first.wait_for(state="attached")
        return page

    return open_room


def decide(page, stage, options):
    """Commit options of a stage, by id."""
    here = page.locator(f'section[data-stage="{stage["id"]}"]')
    for key in options:
        here.locator(f'input[value="{key}"]').check()
    here.locator(".cr-commit").click()
    expect(page.locator(f'details[data-stage="{stage["id"]}"]')).to_be_visible()


def right(stage):
    return [one["id"] for one in stage["options"] if one["right"]][: stage["picks"]]


def wrong(stage):
    others = [one["id"] for one in stage["options"] if not one["right"]]
    return (others + right(stage))[: stage["picks"]]


def play(page, key, choose=right, upto=5):
    for stage in staged_case(key)["stages"][:upto]:
        decide(page, stage, choose(stage))


def finish(page):
    page.locator(".pb-asked").check()
    page.locator(".cr-commit-plan").click()
    expect(page.locator(".cr-end")).to_be_visible()


def test_a_stage_opens_only_when_the_one_before_is_committed(show):
    page = show()
    for place, stage in enumerate(staged_case("teacher")["stages"]):
        expect(page.locator("section.cr-open")).to_have_count(1)
        expect(page.locator("section.cr-open")).to_have_attribute("data-stage", stage["id"])
        expect(page.locator("details.cr-done")).to_have_count(place)
        decide(page, stage, right(stage))
    expect(page.locator(".cr-builder .pb")).to_be_visible()
    expect(page.locator(".cr-end")).to_have_count(0)


def test_what_is_committed_can_be_read_and_not_changed(show):
    widget = CaseRoom("teacher")
    page = show(widget)
    stage = staged_case("teacher")["stages"][0]
    chosen = wrong(stage)
    decide(page, stage, chosen)
    done = page.locator('details[data-stage="history"]')
    expect(done.locator("input, button")).to_have_count(0)
    feedback = next(one["feedback"] for one in stage["options"] if one["id"] == chosen[0])
    expect(done.locator(".cr-mine")).to_contain_text(feedback[:60])
    done.get_by_text("The other choices").click()
    for one in stage["options"]:
        expect(done.locator(f'li[data-id="{one["id"]}"]')).to_be_visible()
    trait_is(page, widget, "decisions", {"teacher": {"history": chosen}})


def test_three_examinations_and_no_fourth(show):
    page = show()
    play(page, "teacher", upto=2)
    here = page.locator('section[data-stage="examination"]')
    boxes = here.get_by_role("checkbox")
    expect(here.locator(".cr-commit")).to_be_disabled()
    for place in range(3):
        boxes.nth(place).check()
    expect(here.locator(".cr-commit")).to_be_enabled()
    expect(boxes.nth(3)).to_be_disabled()
    boxes.nth(0).uncheck()
    expect(boxes.nth(3)).to_be_enabled()
    expect(here.locator(".cr-commit")).to_be_disabled()


def test_the_findings_come_after_the_examination_is_chosen(show):
    page = show()
    play(page, "teacher", upto=2)
    expect(page.locator(".cr-found")).to_have_count(0)
    decide(page, staged_case("teacher")["stages"][2], right(staged_case("teacher")["stages"][2]))
    expect(page.locator(".cr-found li")).to_have_count(len(staged_case("teacher")["findings"]))


@pytest.mark.parametrize("key", list(written_cases()))
def test_every_case_can_be_played_to_its_end(show, key):
    page = show(CaseRoom(key))
    play(page, key)
    finish(page)
    record = staged_case(key)
    expect(page.locator(".cr-end")).to_contain_text("The data agree with 5 of 5 decisions.")
    expect(page.locator(".cr-model")).to_contain_text(record["model_answer"][0][:50])
    expect(page.locator(".cr-plan")).to_have_count(2)
    if record["model_plan"]["state"] == "red-flag":
        expect(page.locator(".cr-plan").nth(0)).to_contain_text("No plan: a red flag is present")


def test_the_plan_is_the_learners_own_and_stands_beside_the_model_answer(show):
    page = show()
    play(page, "teacher")
    expect(page.locator(".cr-commit-plan")).to_be_disabled()
    page.locator(".cr-builder select").select_option("strengthen-hip")
    page.locator('.cr-builder input[value="lateral-hip-pain"]').check()
    finish(page)
    mine, model = page.locator(".cr-plan").nth(0), page.locator(".cr-plan").nth(1)
    for side in (mine, model):
        expect(side).to_contain_text("Strengthen the hip")
        expect(side).to_contain_text("Pain over the outer hip bone")
    assert mine.locator("dd").all_text_contents() == model.locator("dd").all_text_contents()


def test_a_reload_keeps_what_was_committed(show):
    page = show(CaseRoom("teacher", "roofer"))
    page.locator('[data-case="roofer"]').click()
    play(page, "roofer", wrong, upto=2)
    page.reload()
    expect(page.locator(".cr-title")).to_have_text("Roofer, 44")
    expect(page.locator("details.cr-done")).to_have_count(2)
    expect(page.locator('section[data-stage="examination"]')).to_be_visible()
    expect(page.locator('[data-case="roofer"]')).to_contain_text("stage 3 of 5")


def test_decisions_that_cannot_be_are_not_believed(show):
    """A saved state with a gap or an unknown option opens at the first stage that stands."""
    impossible = {"history": ["nonsense"], "plan": ["treat"], "done": True}
    page = show(CaseRoom("teacher", decisions={"teacher": impossible}))
    expect(page.locator("section.cr-open")).to_have_attribute("data-stage", "history")
    expect(page.locator("details.cr-done")).to_have_count(0)


def test_a_case_can_be_begun_again(show):
    widget = CaseRoom("teacher")
    page = show(widget)
    play(page, "teacher")
    finish(page)
    page.get_by_role("button", name="Begin this case again").click()
    expect(page.locator("details.cr-done")).to_have_count(0)
    trait_is(page, widget, "decisions", {})


def test_it_prints_with_drawing_decisions_and_plan(show):
    page = show()
    page.evaluate("window.print = () => {}")
    play(page, "teacher")
    finish(page)
    page.locator(".cr-print").click()
    sheet = page.frame_locator("iframe.cr-sheet")
    expect(sheet.locator(".charts svg").first).to_be_attached()
    expect(sheet.locator("body")).to_contain_text("for learning, not for diagnosis")
    expect(sheet.locator("table tbody tr")).to_have_count(5)


def test_by_keys_alone(show):
    page = show()
    here = page.locator('section[data-stage="history"]')
    here.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator('details[data-stage="history"] .cr-answered')).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_and_nothing_is_small(show, axe_violations, theme):
    page = show(CaseRoom(), viewport=(360, 740), touch=True, theme=theme)
    page.locator('[data-case="librarian"]').click()
    play(page, "librarian")
    finish(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert small_targets(page, ".cr", ["button", "summary", "input"]) == []
    assert axe_violations(page, within=".cr") == []


def test_the_case_with_a_red_flag_looks_like_the_others_until_it_is_decided(show):
    page = show(CaseRoom())
    forms = set()
    for key in written_cases():
        page.locator(f'[data-case="{key}"]').click()
        expect(page.locator(".cr-title")).to_have_text(written_cases()[key]["title"])
        text = page.locator(".cr-case").inner_text().lower()
        assert "red flag" not in text and "urgent" not in text
        forms.add(page.locator(".cr-case").evaluate(FORM))
    assert len(forms) == 1


def test_a_generated_case_is_played_like_a_written_one(show):
    page = show(CaseRoom(seed=7, difficulty="hard"))
    expect(page.locator(".cr-title")).to_have_text("Case 7, hard")
    expect(page.locator("section.cr-open")).to_have_attribute("data-stage", "history")
