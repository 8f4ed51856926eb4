"""The exercise player in a real browser: what it shows, every control to its ends, timer, choices."""

from functools import partial

import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.widgets import ExercisePlayer
from gluteal.widgets.exercise_records import exercise_records, grouped

from .exercise import canvas, open_player, painted, pixels, scrub, wait_painted
from .traits import trait_is

BRIDGE, FIRST = "bridge", "piriformis-stretch-standing-figure-4"


@pytest.fixture
def show(widget_page):
    return partial(open_player, widget_page)


def test_start_end_and_error_are_three_pictures_in_both_views(show):
    page = show(ExercisePlayer(FIRST, exercises=[FIRST]))
    seen = [[pixels(page, number)] for number in (0, 1)]
    scrub(page)
    for number in (0, 1):
        seen[number].append(pixels(page, number))
    page.get_by_role("button", name="Common error", exact=True).click()
    expect(page.locator(".ep-badge")).to_contain_text(exercise_poses()[FIRST].error_words)
    for number in (0, 1):
        seen[number].append(pixels(page, number))
        assert all(0.08 < covered < 0.9 for covered, _ in seen[number])
        assert len({colours for _, colours in seen[number]}) == 3


def test_every_exercise_can_be_chosen_and_says_what_belongs_to_it(show):
    page = show(ExercisePlayer())
    records = exercise_records([one for ids in grouped().values() for one in ids])
    pick = page.get_by_role("combobox", name="Exercise", exact=True)
    for name, one in records["exercises"].items():
        pick.select_option(name)
        expect(page.locator(".ep h3")).to_have_text(one["name"])
        expect(page.locator(".ep-dose")).to_contain_text(one["dose"])
        for words in one["cautions"]:
            expect(page.locator(".ep-first")).to_contain_text(words)
        for words, *_ in records["stops"]:
            expect(page.locator(".ep-first")).to_contain_text(words)
        assert painted(page)[4] == (one["shown"][0] if one["shown"] else "")
        assert pixels(page)[0] > 0.02


def test_stop_rules_come_before_everything_that_moves(show):
    page = show(ExercisePlayer(BRIDGE))
    order = page.evaluate("""() => { const [first, stage] = ['.ep-first', '.ep-stage'].map((one) =>
      document.querySelector(one)); return first.compareDocumentPosition(stage); }""")
    assert order == 4, "the stage follows the stop rules"
    assert all(link.get_attribute("href") for link in page.locator(".ep-first a").all())


def test_the_lines_and_words_follow_start_end_and_error(show):
    page = show(ExercisePlayer(FIRST, exercises=[FIRST]))
    one = exercise_records([FIRST])["exercises"][FIRST]
    page.locator(".ep-lines summary").click()
    page.locator(".ep-twin summary").click()

    def told(phase):
        for (name, percent), row in zip(
            one["lines"][phase], page.locator(".ep-lines tbody tr").all(), strict=True
        ):
            expect(row).to_contain_text(name)
            expect(row.locator(".ep-percent")).to_contain_text(
                str(abs(percent)) if percent else "as in standing"
            )
        expect(page.locator(".ep-warn")).to_be_visible(visible=not one["usual"][phase])

    told("start")
    scrub(page)
    told("end")
    expect(page.locator(".ep-twin")).to_contain_text(one["said"]["end"])
    page.get_by_role("button", name="Common error", exact=True).click()
    told("error")
    expect(page.locator(".ep-twin")).to_contain_text(one["said"]["error"])


def test_it_plays_and_pauses(show):
    page = show(ExercisePlayer(BRIDGE))
    page.get_by_role("combobox", name="Speed").select_option("2")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('.ep-scrub').valueAsNumber > 20")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    at = painted(page)[1]
    assert at == pytest.approx(
        page.locator(".ep-scrub").evaluate("(one) => one.valueAsNumber / 100"), abs=0.006
    )


def test_steps_go_to_the_ends_and_no_farther(show):
    page = show(ExercisePlayer(BRIDGE))
    for name, moments in (
        ("One step on", (0.25, 0.5, 0.75, 1, 1)),
        ("One step back", (0.75, 0.5, 0.25, 0, 0)),
    ):
        for moment in moments:
            page.get_by_role("button", name=name).click()
            wait_painted(page, moment=moment)
    expect(page.locator(".ep-scrub")).to_have_attribute("aria-valuetext", "start")


def test_a_view_is_turned_by_keys_buttons_and_dragging_and_comes_back(show):
    page = show(ExercisePlayer(BRIDGE))
    azimuth, elevation = exercise_poses()[BRIDGE].views[0]
    other = painted(page, 1)
    view = canvas(page)
    view.press("ArrowRight")
    wait_painted(page, azimuth=(azimuth + 15) % 360)
    view.press("ArrowUp")
    wait_painted(page, elevation=elevation + 8)
    for _ in range(12):
        view.press("ArrowUp")
    wait_painted(page, elevation=70)
    page.get_by_role("button", name="As at first").first.click()
    wait_painted(page, azimuth=azimuth % 360, elevation=elevation)
    page.get_by_role("button", name="Turn to the left").first.click()
    wait_painted(page, azimuth=(azimuth - 15) % 360)
    view.press("Home")
    view.scroll_into_view_if_needed()
    box = view.bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 60, steps=4)
    page.mouse.up()
    wait_painted(page, azimuth=(azimuth + 30) % 360)
    expect(page.locator(".ep-turned").first).to_contain_text(f"Turned {round((azimuth + 30) % 360)}°")
    assert painted(page, 1) == other, "the other view stays"


def test_filters_narrow_the_list_and_may_leave_nothing(show):
    page = show(ExercisePlayer())
    muscle, thing = page.get_by_label("Any muscle"), page.get_by_label("Any equipment")
    muscle.select_option("piriformis")
    wanted = [one.id for one in load().exercises.values() if "piriformis" in one.target_muscle_ids]
    expect(page.locator(".ep-count")).to_have_text(f"{len(wanted)} of {len(load().exercises)} exercises")
    thing.select_option("therapist")
    muscle.select_option("semitendinosus")
    expect(page.locator(".ep-count")).to_contain_text("No exercise fits both")
    expect(page.get_by_role("button", name="Next exercise")).to_be_disabled()
    expect(page.locator(".ep h3")).to_have_text(load().exercises[FIRST].name)
    muscle.select_option("")
    page.get_by_role("button", name="Next exercise").click()
    expect(page.locator(".ep h3")).to_have_text(
        load().exercises["manual-trigger-point-pressure-release"].name
    )


def test_easier_and_harder_lead_to_the_exercise(show):
    widget = ExercisePlayer(FIRST)
    page = show(widget)
    easier = load().exercises[FIRST].easier_exercise_id
    page.locator(f'.ep-link[data-to="{easier}"]').first.click()
    trait_is(page, widget, "exercise", easier)
    expect(page.locator(".ep h3")).to_have_text(load().exercises[easier].name)


def test_the_muscle_on_the_skin_can_be_changed_and_put_out(show):
    page = show(ExercisePlayer(FIRST))
    on_skin = page.get_by_label("On the skin")
    seen = {pixels(page, 1)}
    for muscle in ("gluteus-maximus", ""):
        on_skin.select_option(muscle)
        wait_painted(page, muscle=muscle, number=1)
        seen.add(pixels(page, 1))
    assert len(seen) == 3
    page.get_by_role("button", name="Next exercise").click()
    wait_painted(page, muscle="")


def test_the_hold_timer_counts_only_when_asked_and_can_be_stopped(show):
    page = show(ExercisePlayer(FIRST))
    expect(page.get_by_label("Sound at the end")).not_to_be_checked()
    page.get_by_label("Seconds to hold").select_option("30")
    page.get_by_role("button", name="Hold 30 s").click()
    expect(page.locator(".ep-hold [role=status]")).to_have_text("Hold for 30 seconds.")
    page.wait_for_function("parseInt(document.querySelector('.ep-hold-left').textContent) < 30")
    page.get_by_role("button", name="Stop the hold").click()
    expect(page.locator(".ep-hold [role=status]")).to_have_text("Hold stopped.")
    expect(page.get_by_role("button", name="Hold 30 s")).to_be_visible()


def test_a_hold_to_its_end_is_counted(show):
    page = show(ExercisePlayer("gluteal-sets", exercises=["gluteal-sets"]))
    page.get_by_role("button", name="Hold 3 s").click()
    expect(page.locator(".ep-hold-left")).to_have_text("1 held")
    expect(page.locator(".ep-hold [role=status]")).to_have_text("3 seconds held.")


def test_who_wants_less_motion_gets_steps_and_no_loop(show):
    page = show(ExercisePlayer(BRIDGE))
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('.ep-scrub').valueAsNumber === 100")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    wait_painted(page, moment=1)
