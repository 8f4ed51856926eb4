"""The palpation trainer by keys, touch and pen, in every light and size, spoilt, twice."""

import re
from functools import partial

import ipywidgets
import pytest
from playwright.sync_api import expect

from gluteal.models.palpation_trial import draw_trial
from gluteal.widgets.palpation_tables import trainer_pack
from gluteal.widgets.palpation_trainer import PalpationTrainer

from .palpation import PAD, curve_heights, keys, open_trainer, painted, place, press_at, seed_of, stroke


@pytest.fixture
def show(widget_page):
    return partial(open_trainer, widget_page)


# --- without a mouse --------------------------------------------------------------------------------------


def test_a_whole_trial_by_keys_alone(show):
    trial = draw_trial(seed_of("active"))
    page, trait = show(PalpationTrainer(mode="trial", seed=trial.seed))
    page.evaluate("document.activeElement.blur()")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('pt-pad')"):
            break
    x, y = 60.0, 45.0
    page.keyboard.press(" ")
    while abs(trial.spot_mm[0] - x) > 1:
        step = 10 if abs(trial.spot_mm[0] - x) > 10 else 2
        right = trial.spot_mm[0] > x
        page.keyboard.press(("Shift+" if step == 10 else "") + ("ArrowRight" if right else "ArrowLeft"))
        x += step if right else -step
    while abs(trial.spot_mm[1] - y) > 1:
        step = 10 if abs(trial.spot_mm[1] - y) > 10 else 2
        down = trial.spot_mm[1] > y
        page.keyboard.press(("Shift+" if step == 10 else "") + ("ArrowDown" if down else "ArrowUp"))
        y += step if down else -step
    for _ in range(8):
        page.keyboard.press("+")
    assert trait("force_n") == 9 and "my pain" in page.locator(".pt-says").inner_text()
    spoken = page.locator(".pt [aria-live]").first
    for word in ("Resistance", "my pain", "Square"):
        expect(spoken).to_contain_text(word, use_inner_text=True)
    page.keyboard.press("-")
    page.keyboard.press("m")
    page.keyboard.press(" ")
    page.locator('.pt-answer input[value="active"]').focus()
    page.keyboard.press(" ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert trait("result")["outcome"] == "hit" and trait("result")["kind_right"]
    page.keyboard.press("Enter")
    assert trait("seed") == trial.seed + 1, "the focus stands on Next patch"
    assert page.evaluate("document.activeElement.classList.contains('pt-pad')")


def test_keys_keep_the_finger_on_the_patch_and_escape_lifts_it(show):
    page, _ = show(PalpationTrainer(mode="normal"))
    keys(page, " ", *["Shift+ArrowLeft"] * 20, *["Shift+ArrowUp"] * 20)
    page.get_by_role("button", name="Lift").wait_for()
    page.locator('.pt-finger[transform*="translate(0 0)"]').wait_for(
        state="attached"
    )  # painted a frame later
    keys(page, *["Shift+ArrowRight"] * 20, *["Shift+ArrowDown"] * 20, "Escape")
    page.locator('.pt-finger[transform*="translate(121.6 92)"]').wait_for(state="attached")
    page.get_by_role("button", name="Press", exact=True).wait_for()


def test_the_list_of_squares_brings_the_finger_anywhere(show):
    page, trait = show(PalpationTrainer(mode="trial"))
    squares = page.get_by_label("Go to square")
    assert squares.locator("option").count() == 25
    squares.select_option("F4")
    page.get_by_role("button", name="Press", exact=True).click()
    page.get_by_role("button", name="Mark this place").click()
    page.locator('.pt-answer input[value="latent"]').check()
    page.get_by_role("button", name="Give the answer").click()
    assert trait("result")["mark"] == [110, 78.8]


def test_a_finger_on_a_phone_feels_the_band(show):
    trial = draw_trial(seed_of("active"))
    trainer = PalpationTrainer(mode="trial", seed=trial.seed, force_n=8.0)
    page, _ = show(trainer, viewport=(360, 740), touch=True)
    page.locator(PAD).evaluate("(node) => node.scrollIntoView({ block: 'start', behavior: 'instant' })")
    touch(page, [(trial.spot_mm[0] - 20 + step, trial.spot_mm[1]) for step in range(41)])
    heights = curve_heights(page)
    assert max(heights) - min(heights) > 1.5
    for part in (".pt-curve-svg", ".pt-says", ".pt-pain"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] < 740, "felt and told are in sight while the finger moves"


def touch(page, places):
    """A touch that glides, by the browser's own input."""
    client = page.context.new_cdp_session(page)
    for number, at in enumerate(places):
        x, y = place(page, *at)
        name = "touchMove" if number else "touchStart"
        client.send("Input.dispatchTouchEvent", {"type": name, "touchPoints": [{"x": x, "y": y}]})
    painted(page)
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_pen_brings_its_own_pressure(show):
    page, trait = show(PalpationTrainer(mode="normal", force_n=2.0))
    page.evaluate(
        """() => {
          const pad = document.querySelector('.pt-pad'), box = pad.getBoundingClientRect();
          pad.setPointerCapture = () => {};
          const event = { bubbles: true, pointerId: 7, pointerType: 'pen', button: 0, pressure: 0.5,
            clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
          pad.dispatchEvent(new PointerEvent('pointerdown', event));
        }"""
    )
    expect(page.locator(".pt-force-value")).to_contain_text(re.compile("^10.0 N"), use_inner_text=True)
    assert trait("force_n") == 2


# --- in every light and size ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_nothing_sticks_out_at_any_width(show, width):
    for mode in ("normal", "guided", "trial"):
        page, _ = show(PalpationTrainer(mode=mode), viewport=(width, 740))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_touched_is_large_enough(show):
    page, _ = show(PalpationTrainer(mode="trial"), viewport=(360, 740), touch=True)
    controls = page.locator(
        ".pt button, .pt select, .pt label.pt-choice, .pt summary, .pt .pt-check label"
    ).all()
    for control in controls:
        if control.is_visible():
            box = control.bounding_box()
            assert box["width"] >= 24 and box["height"] >= 24, control.inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mode", ["normal", "guided", "trial"])
def test_it_has_no_fault_that_axe_can_find(show, axe_violations, theme, mode):
    page, _ = show(PalpationTrainer(mode=mode), theme=theme)
    page.locator(".pt-notes summary").click()
    if mode == "trial":
        page.locator('.pt-answer input[value="none"]').check()
        page.get_by_role("button", name="Give the answer").click()
        page.wait_for_timeout(700)
    assert axe_violations(page, within=".pt") == []


def test_where_motion_is_unwanted_nothing_moves(show):
    page, _ = show(PalpationTrainer(mode="guided", force_n=8.0))
    page.emulate_media(reduced_motion="reduce")
    seed = trainer_pack()["muscles"][0]["guided"][0]
    press_at(page, draw_trial(seed, kind="active").spot_mm, 30)
    page.mouse.up()
    keys(page, "ArrowLeft", "ArrowRight", "s")
    assert page.locator(".pt-twitching").evaluate("(node) => getComputedStyle(node).animationName") == "none"
    expect(page.locator(".pt-flash")).to_have_text("The band twitched.", use_inner_text=True)


def test_from_the_hand_to_the_curve_it_is_one_frame(show):
    page, _ = show(PalpationTrainer(mode="trial", force_n=8.0))
    took = page.evaluate(
        """async () => {
          const pad = document.querySelector('.pt-pad'), line = document.querySelector('.pt-line');
          const box = pad.getBoundingClientRect(), frames = [];
          pad.setPointerCapture = () => {};
          const send = (type, x, y) => pad.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 5,
            pointerType: 'mouse', button: 0, clientX: box.x + (box.width * x) / 120,
            clientY: box.y + (box.height * y) / 90 }));
          const frame = () => new Promise(requestAnimationFrame);
          send('pointerdown', 20, 45);
          for (let step = 1; step <= 60; step += 1) {
            await frame();
            const before = line.getAttribute('d');
            send('pointermove', 60 + 40 * Math.sin(step / 9), 45 + 10 * Math.sin(step / 4));
            let count = 0;
            do { await frame(); count += 1; } while (line.getAttribute('d') === before && count < 20);
            frames.push(count);
          }
          send('pointerup', 20, 45);
          return frames.slice(2);
        }"""
    )
    assert max(took) == 1


# --- spoilt, twice, alone ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trait", "value", "words"),
    [
        ("muscle", "heart", "no patch of “heart”"),
        ("mode", "sleep", "does not know “sleep”"),
        ("seed", -4, "“-4” is no number of a patch"),
        ("seed", 10**12, ""),
        ("force_n", 400, "from 0 to 20 N"),
        ("force_n", "hard", "from 0 to 20 N"),
        ("result", {"outcome": "hit"}, ""),
        ("result", "won", ""),
        ("record", [None, 3, {"outcome": "luck"}], ""),
        ("record", "all", ""),
        ("see_through", "maybe", ""),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, trait, value, words):
    trainer = PalpationTrainer(mode="trial")
    page, read = show(trainer)
    page.evaluate(
        "([id, name, value]) => lessonModel(id).then((model) => model.set(name, value))",
        [trainer.model_id, trait, value],
    )
    if words:
        expect(page.locator(".pt-fault")).to_contain_text(words, use_inner_text=True)
    page.get_by_role("button", name="Normal muscle").click()
    page.get_by_role("button", name="Trial", exact=True).click()
    page.get_by_label("Muscle", exact=True).select_option("gluteus-maximus")
    stroke(page, (10, 45), (110, 45))
    assert len(curve_heights(page)) > 50
    page.locator('.pt-answer input[value="none"]').check()
    page.get_by_role("button", name="Give the answer").click()
    assert read("result")["muscle"] == "gluteus-maximus"


@pytest.mark.parametrize("name", ["nothing", "damaged", "old", "no body", "body lost"])
def test_without_its_patches_it_says_so_in_a_sentence(widget_page, name):
    from gluteal.widgets.packing import pack as packed

    trainer = PalpationTrainer()
    if name in ("nothing", "damaged", "old"):
        trainer.packed = {"nothing": "", "damaged": packed("{"), "old": packed('{"format": 0}')}[name]
    else:
        trainer.body = {"no body": "", "body lost": "IPY_MODEL_0000"}[name]
    page = widget_page(trainer)
    note = page.get_by_role("note").filter(has_text="Run the cell again")
    note.wait_for()
    assert note.inner_text().count(".") >= 2


def test_twice_on_one_page_it_stays_one_trainer_with_two_fingers(widget_page):
    trainer = PalpationTrainer(mode="trial")
    page = widget_page(ipywidgets.VBox([trainer, trainer]))
    page.locator(PAD).nth(1).wait_for()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    page.locator('.pt-answer input[value="none"]').nth(1).check()
    page.get_by_role("button", name="Give the answer").nth(1).click()
    assert page.locator(".pt-verdict:visible").count() == 2, "one answer, shown twice"


def test_closed_it_leaves_nothing_behind(show):
    page, _ = show(PalpationTrainer(mode="trial"))
    press_at(page, (60, 45))
    page.evaluate("document.querySelector('.live')?.replaceChildren()")
    page.mouse.up()
    page.keyboard.press("m")
    page.wait_for_timeout(300)
