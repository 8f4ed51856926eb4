"""Questions in a real browser: every kind answered with mouse and keyboard, judged and kept, no kernel."""

import json

import pytest

from gluteal.catalogue.quiz import KINDS, grade
from gluteal.widgets.engine_code import engine_code

from ..samples import question, sample_items

KEY = "gluteal-progress"


@pytest.fixture
def ask(widget_page):
    """Show a sample question: a function item id → page, with the widget on it."""

    def show(item_id, **options):
        asked = question(item_id)
        page = widget_page(asked, **options)
        page.asked = asked
        page.state = lambda trait: widget_page.state(page, asked, trait)
        page.locator(".gl-stem").wait_for()
        return page

    return show


def kept(page):
    """Return the attempts that the browser keeps."""
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or '{"answers": []}')["answers"]


def press(page, name):
    page.get_by_role("button", name=name).click()


def status(page):
    return page.locator(".gl-status")


def test_a_wrong_choice_gets_feedback_for_every_option(ask):
    page = ask("01-sample-choice")
    page.get_by_label("Piriformis").check()
    press(page, "Check my answer")
    status(page).get_by_text("✗ Not right.").wait_for()
    texts = page.locator(".gl-feedback").all_inner_texts()
    assert len(texts) == 3 and all(len(text) > 20 for text in texts)
    assert sum("✓" in text for text in texts) == 1
    page.get_by_text("Gluteus maximus covers the ischial tuberosity").wait_for()
    assert page.state("answer") == "piriformis"
    assert page.state("result")["first_correct"] is False
    assert [one["answer"] for one in kept(page)] == ["piriformis"]


def test_a_figure_stands_beside_its_words(widget_page):
    asked = question("01-sample-choice")
    asked.item = asked.item | {
        "figure_src": "data:,",
        "figure_alt": "A chart.",
        "figure_words": "Two *bars*.",
    }
    page = widget_page(asked)
    page.get_by_text("Read this figure as text").click()
    page.locator(".gl-words em", has_text="bars").wait_for()
    page.get_by_role("img", name="A chart.").wait_for()


def test_trying_again_keeps_the_first_try(ask):
    page = ask("01-sample-choice")
    page.get_by_label("Piriformis").check()
    press(page, "Check my answer")
    press(page, "Try again")
    assert page.locator(".gl-feedback:visible").count() == 0
    page.get_by_label("Gluteus maximus").check()
    press(page, "Check my answer")
    page.get_by_text("2 tries, not right on the first try").wait_for()
    result = page.state("result")
    assert (result["correct"], result["first_correct"], result["attempts"]) == (True, False, 2)


def test_nothing_chosen_is_a_sentence_not_an_attempt(ask):
    page = ask("01-sample-several")
    press(page, "Check my answer")
    page.get_by_text("Choose at least one answer.").wait_for()
    assert kept(page) == [] and page.state("answer") is None


def test_a_prediction_shows_what_is_right_only_when_asked(ask):
    page = ask("01-sample-predict")
    page.get_by_label("Gluteus minimus").check()
    press(page, "Keep my prediction")
    page.get_by_text("Kept. Now look at the figure").wait_for()
    assert page.locator(".gl-feedback:visible").count() == 0
    assert page.get_by_label("Gluteus medius").is_disabled()
    press(page, "Compare with what is right")
    assert page.locator(".gl-feedback:visible").count() == 2


def test_the_whole_question_works_from_the_keyboard(ask):
    page = ask("01-sample-several")
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("tries").or_(page.get_by_text("1 try")).wait_for()
    assert len(page.state("answer")) == 2
    assert page.evaluate("document.activeElement.textContent") == "Try again"


def order_now(page):
    return page.locator(".gl-order .gl-grip").all_inner_texts()


def test_an_order_is_made_with_buttons_and_says_the_place(ask):
    page = ask("01-sample-order")
    up = page.get_by_role("button", name="Move Skin up")
    while up.is_enabled():
        up.focus()
        page.keyboard.press("Enter")
    assert "Skin" in order_now(page)[0]
    page.get_by_text("Skin: place 1 of 4").wait_for(state="attached")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move Skin down"


def test_an_order_is_made_by_dragging(ask):
    page = ask("01-sample-order")
    row = page.locator(".gl-order li", has_text="Skin").locator(".gl-grip").bounding_box()
    top = page.locator(".gl-order li").first.bounding_box()
    page.mouse.move(row["x"] + 60, row["y"] + 10)
    page.mouse.down()
    page.mouse.move(top["x"] + 60, top["y"] + 8, steps=12)
    page.mouse.up()
    assert "Skin" in order_now(page)[0]
    press(page, "Check my answer")
    assert page.state("answer")[0] == "skin"


def test_a_match_names_what_is_open_and_then_each_pair(ask):
    page = ask("01-sample-match")
    page.get_by_label("Gluteus maximus").select_option("superior")
    press(page, "Check my answer")
    page.get_by_text("2 of 3 are still open.").wait_for()
    page.get_by_label("Gluteus medius").select_option("superior")
    page.get_by_label("Gluteus minimus").select_option("superior")
    press(page, "Check my answer")
    page.get_by_text("It is: Inferior gluteal nerve.").wait_for()
    status(page).get_by_text("67 % of it is right.").wait_for()


def test_numbers_are_read_as_people_type_them(ask):
    page = ask("01-sample-number")
    for typed in ["85,2", "85.2 %", " 85.2%", "85.20", "+85.2", "8 5.2", "90.2"]:
        page.get_by_label("Your answer").fill(typed)
        page.keyboard.press("Enter")
        status(page).get_by_text("✓ Right.").wait_for()
        press(page, "Try again")
    assert {one["answer"] for one in kept(page)} == {85.2, 90.2}


def test_nonsense_is_answered_with_a_sentence(ask):
    page = ask("01-sample-number")
    told = {
        "": "Type a number first.",
        "many": "“many” is not a number",
        "1,2,3": "“1,2,3” is not a number",
        "NaN": "“NaN” is not a number",
        "850": "850 % is outside of what is possible here (0 to 100 %)",
    }
    for typed, words in told.items():
        page.get_by_label("Your answer").fill(typed)
        page.keyboard.press("Enter")
        status(page).get_by_text(words).wait_for()
    assert kept(page) == []


def test_a_click_on_the_plate_answers(ask):
    page = ask("01-sample-click")
    page.locator(".gl-stage svg").wait_for()
    target = page.evaluate(
        """() => { const box = document.querySelector('.gl-stage svg').getBoundingClientRect();
        for (let y = box.top; y < box.bottom; y += 4) for (let x = box.left; x < box.right; x += 4) {
          const hit = document.elementFromPoint(x, y)?.closest('[data-structure]');
          if (hit && hit.dataset.structure === 'piriformis') return [x + 2, y + 2]; } }"""
    )
    page.mouse.click(*target)
    assert page.get_by_label("Or choose from the list").input_value() == "piriformis"
    press(page, "Check my answer")
    page.get_by_text("Right: Piriformis.").wait_for()
    assert page.locator(".gl-outline.gl-yes").count() == 1


def test_the_list_answers_where_the_plate_cannot_be_had(ask, widget_page):
    asked = question("01-sample-click")
    asked.plate = "IPY_MODEL_nothing"
    page = widget_page(asked)
    page.watch.allowed += ["nothing", "widget model not found"]
    page.get_by_text("The plate cannot be shown here.").wait_for()
    page.get_by_label("Or choose from the list").select_option("piriformis")
    press(page, "Check my answer")
    status(page).get_by_text("✓ Right.").wait_for()


def test_layers_that_hide_the_answer_are_not_drawn(ask):
    page = ask("01-sample-click")
    page.locator(".gl-stage svg").wait_for()
    page.locator(".gl-stage [data-structure='gluteus-maximus']").first.wait_for(state="hidden")
    page.locator(".gl-stage [data-structure='piriformis']").first.wait_for()


def test_the_page_judges_as_python_does(ask):
    page = ask("01-sample-choice")
    for item_id, item in sample_items().items():
        told = question(item_id).item
        for answer in answers_to(item):
            there, here = page.evaluate(JUDGE, [engine_code().code, told, answer]), grade(item, answer)
            assert there == {"correct": here.correct, "score": pytest.approx(here.score)}, (item_id, answer)


JUDGE = """async ([code, item, answer]) => {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  return (await import(url)).gradeAnswer(item, answer); }"""


def answers_to(item):
    """Return many answers a learner can give."""
    from itertools import combinations, permutations, product

    ids = [option.id for option in item.options]
    if item.kind in ("choice", "click"):
        return [*ids, "elsewhere"]
    if item.kind == "several":
        return [list(some) for count in range(1, len(ids) + 1) for some in combinations(ids, count)]
    if item.kind == "order":
        return [list(some) for some in permutations(ids)]
    if item.kind == "match":
        targets = [key for key, _ in item.targets]
        return [dict(zip(ids, some, strict=True)) for some in product(targets, repeat=len(ids))]
    edge = item.tolerance
    return [item.value, item.value + edge, item.value - edge, item.value + edge + 0.01, 0, -3]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_accessible_and_fits_a_phone(ask, axe_violations, kind):
    page = ask(f"01-sample-{kind}", viewport=(360, 740), touch=True)
    assert axe_violations(page, within=".gl-question") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(SMALL_TARGETS) == []


SMALL_TARGETS = """() => {
  const kinds = '.gl-question :is(button, select, [type=text], .gl-option label)';
  const targets = document.querySelectorAll(kinds);
  const small = [...targets].filter((node) => node.offsetParent && node.offsetHeight < 24);
  return small.map((node) => node.outerHTML.slice(0, 80)); }"""


def test_feedback_is_accessible_too(ask, axe_violations):
    page = ask("01-sample-several", theme="dark")
    page.get_by_label("Rectus femoris").check()
    press(page, "Check my answer")
    assert axe_violations(page, within=".gl-question") == []
