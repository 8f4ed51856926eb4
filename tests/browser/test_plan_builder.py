"""The plan builder in a real browser: gates, choices, page against Python, one printed page, keys, phone."""

import random
import re

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table
from gluteal.models.plan import PlanRequest, make_plan
from gluteal.widgets import PlanBuilder

from .traits import small_targets, trait_is

ABSENT = dict.fromkeys(load().red_flags, "absent")
PLANS = """async ([id, asks]) => { const model = await lessonModel(id), found = [];
  for (const ask of asks) { for (const [name, value] of Object.entries(ask)) model.set(name, value);
    document.querySelector('.pb input[type=range]').dispatchEvent(new Event('input'));
    found.push(structuredClone(model.get('plan'))); }
  return found; }"""


@pytest.fixture
def show(widget_page):
    def open_builder(widget=None, **options):
        page = widget_page(widget or PlanBuilder(), **options)
        page.locator(".pb-result > *").first.wait_for(state="attached")
        return page

    return open_builder


def ready(**traits):
    return PlanBuilder(red_flags=ABSENT, asked=True, equipment=list(plan_table("plan_equipment")), **traits)


def asks(count):
    chance = random.Random(6)
    names = {name: list(plan_table(f"plan_{name}")) for name in ("goals", "levels", "findings", "equipment")}
    for number in range(count):
        picked = {
            name: [key for key in names[name] if chance.random() < share]
            for name, share in (("findings", 0.12), ("equipment", 0.7))
        }
        yield {
            **picked, "goal": chance.choice(names["goals"]), "irritability": chance.choice(names["levels"]),
            "minutes": chance.randint(5, 60), "days": chance.randint(2, 7), "asked": number % 10 != 0,
            "red_flags": dict(ABSENT, fracture="present") if number % 11 == 0 else ABSENT,
        }  # fmt: skip


def by_model(ask):
    wanted = {name: value for name, value in ask.items() if name != "asked"}
    return make_plan(PlanRequest(**{**wanted, "findings": ask["findings"] if ask["asked"] else None}))


def test_the_page_makes_the_plan_that_the_model_makes(show):
    widget, wanted = PlanBuilder(), list(asks(80))
    page = show(widget)
    assert page.evaluate(PLANS, [widget.model_id, wanted]) == [by_model(ask) for ask in wanted]


def test_no_plan_before_the_red_flags_and_the_findings(show):
    widget = PlanBuilder()
    page = show(widget)
    result, flags = page.locator(".pb-result"), list(load().red_flags)
    expect(page.locator(".pb-print")).to_be_hidden()
    for open_ones, flag in zip(range(len(flags), 0, -1), flags, strict=True):
        listed = 0 if open_ones == len(flags) else open_ones
        expect(result.locator("li")).to_have_count(listed)
        page.locator(f'.pb-flag[data-id="{flag}"]').get_by_role("radio", name="No").check()
    expect(page.locator(".pb-result")).to_contain_text("nobody has gone through the list of findings")
    page.locator(".pb-asked").check()
    expect(page.locator(".pb-items > li").first).to_be_visible()
    page.locator(".pb-flags > summary").click()
    page.locator('.pb-flag[data-id="fracture"]').get_by_role("radio", name="Yes").check()
    expect(page.locator(".pb-result")).to_contain_text(load().red_flags["fracture"].action)
    expect(page.locator(".pb-items")).to_have_count(0)
    expect(page.locator(".pb-print")).to_be_hidden()


def test_a_finding_takes_an_exercise_away_and_says_why(show):
    page = show(ready(minutes=60))
    across = page.locator('.pb-items > li[data-id="seated-knee-to-opposite-shoulder-stretch"]')
    expect(across).to_have_count(1)
    page.locator('input[value="lateral-hip-pain"]').check()
    expect(across).to_have_count(0)
    refused = page.locator('.pb-refused li[data-id="seated-knee-to-opposite-shoulder-stretch"]')
    expect(refused).to_contain_text("Adduction presses the tendon")
    expect(refused.get_by_role("link", name="Allison 2016")).to_be_visible()


@pytest.mark.parametrize("goal", list(plan_table("plan_goals")))
def test_the_longest_plan_prints_on_one_page(show, new_page, goal):
    page = show(ready(goal=goal, irritability="low", minutes=60, days=7, findings=["lateral-hip-pain"]))
    page.evaluate("window.print = () => {}")
    page.locator(".pb-print").click()
    frame = page.frame_locator("iframe.pb-sheet")
    frame.locator(".foot").wait_for(state="attached")
    paper = new_page()
    paper.set_content(frame.locator("html").evaluate("(node) => node.outerHTML"))
    assert paper.locator(".pair img").count() == 2 * page.locator(".pb-items > li").count()
    assert len(re.findall(rb"/Type\s*/Page\b", paper.pdf(prefer_css_page_size=True))) == 1


def test_by_keys_and_to_the_ends_of_every_control(show):
    widget = ready()
    page = show(widget)
    for name, trait, ends in (("Minutes a session", "minutes", (5, 60)), ("Days a week", "days", (2, 7))):
        slider = page.get_by_role("slider", name=name)
        slider.focus()
        for key, value in zip(("Home", "End"), ends, strict=True):
            page.keyboard.press(key)
            trait_is(page, widget, trait, value)
    expect(page.locator(".pb-week tbody tr")).to_have_count(7)
    box = page.locator('input[value="thrombosis"]')
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".pb-result")).to_contain_text("No exercise of this goal fits")


def test_a_state_that_cannot_be_read_shows_a_sentence(show):
    widget = PlanBuilder()
    page = show(widget)
    page.evaluate("async (id) => (await lessonModel(id)).set('goal', 'fly')", widget.model_id)
    expect(page.locator(".pb-result")).to_contain_text("Choose goal and irritability again")
    page.get_by_role("combobox").first.select_option("steady-pelvis")
    expect(page.locator(".pb-result")).to_contain_text("No plan")


@pytest.mark.parametrize(
    ("trait", "value"),
    [
        ("red_flags", {**ABSENT, "fracture": "maybe"}), ("red_flags", {**ABSENT, "fracture": None}),
        ("red_flags", None), ("red_flags", {**ABSENT, "dragon": "absent"}), ("asked", "yes"), ("asked", 1),
        ("findings", ["knee"]), ("findings", "knee-pain"), ("findings", None), ("equipment", {}),
        ("minutes", 5000), ("minutes", "20"), ("days", 9), ("days", 2.5), ("irritability", "none"),
    ],
)  # fmt: skip
def test_no_damaged_answer_passes_for_an_answer(show, trait, value):
    widget = ready()
    page = show(widget)
    expect(page.locator(".pb-items > li").first).to_be_visible()
    page.evaluate(
        "async ([id, name, value]) => (await lessonModel(id)).set(name, value)",
        [widget.model_id, trait, value],
    )
    expect(page.locator(".pb-items")).to_have_count(0)
    expect(page.locator(".pb-print")).to_be_hidden()
    page.get_by_role("button", name="Clear the answers").click()
    page.locator(".pb-result > *").first.wait_for()


def test_every_exercise_of_the_plan_shows_its_end(show):
    page = show(ready(goal="low-back-hip-groin", minutes=60))
    pictures = page.locator(".pb-items img")
    expect(pictures).to_have_count(page.locator(".pb-items > li").count())
    for picture in pictures.all():
        expect(picture).to_have_attribute("src", re.compile("^data:image/png"))


def test_without_the_figure_the_plan_stands_in_words(show):
    widget = ready()
    widget.art = "IPY_MODEL_gone"
    page = show(widget)
    expect(page.locator(".pb-items > li").first).to_be_visible()
    expect(page.locator(".pb-items img")).to_have_count(0)


def test_answers_outlive_a_reload_and_can_be_cleared(show):
    page = show(ready(minutes=30))
    page.locator('input[value="lateral-hip-pain"]').check()
    page.get_by_role("slider", name="Minutes a session").press("End")
    expect(page.locator(".pb-refused")).to_be_visible()
    said = page.locator(".pb-result").inner_text()
    page.reload()
    expect(page.locator('input[value="lateral-hip-pain"]')).to_be_checked()
    assert page.locator(".pb-result").inner_text() == said
    page.get_by_role("button", name="Clear the answers").click()
    expect(page.locator(".pb-result")).to_contain_text("No plan")
    page.reload()
    expect(page.locator(".pb-result")).to_contain_text("No plan")
    expect(page.locator('input[value="lateral-hip-pain"]')).not_to_be_checked()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 740), (1280, 720)])
def test_it_fits_and_is_accessible(show, axe_violations, theme, size):
    page = show(ready(), theme=theme, viewport=size, touch=size[0] < 400)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert small_targets(page, ".pb", ["button", "input", "summary", "select"]) == []
    assert axe_violations(page) == []
