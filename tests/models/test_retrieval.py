"""The spacing of questions: boxes that rise by days and fall at a miss, and a choice that never varies."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.models.retrieval import (
    DAY_MS,
    HOUR_MS,
    RULE,
    Rule,
    Standing,
    choose,
    milliseconds,
    mixed,
    standing,
)

START = datetime(2026, 3, 1, 18, tzinfo=UTC)


def at(days=0.0, hours=0.0):
    moment = START + timedelta(days=days, hours=hours)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def after(*answers):
    """Where a question stands after answers given as (days since the start, right)."""
    return standing([(at(days), right) for days, right in answers])


def days_until_due(found, since):
    return (found.due_ms - milliseconds(at(since)) + RULE.early_h * HOUR_MS) / DAY_MS


def test_right_each_time_it_is_due_climbs_through_all_boxes_and_stays_in_the_last():
    answers, day, waits = [], 0, []
    for _ in range(6):
        answers.append((day, True))
        found = after(*answers)
        waits.append((found.box, round(days_until_due(found, day))))
        day += waits[-1][1]
    assert waits == [(2, 2), (3, 5), (4, 8), (5, 14), (5, 14), (5, 14)]


def test_a_miss_in_any_box_goes_back_to_the_first_and_is_due_at_once():
    found = after((0, True), (2, True), (7, True), (15, False))
    assert (found.box, found.missed, found.due_ms) == (1, True, milliseconds(at(15)))


def test_right_just_after_a_miss_earns_nothing_but_a_day():
    found = after((0, False), (0.01, True))
    assert (found.box, found.missed) == (1, False)
    assert found.due_ms == milliseconds(at(0)) + 16 * HOUR_MS
    assert after((0, False), (0.01, True), (1, True)).box == 2
    assert after((0, False), (1, True)).box == 2


def test_the_evening_s_question_is_due_the_next_day_at_work_time():
    assert after((0, False), (0.01, True)).due_ms <= milliseconds(at(hours=16))
    assert after((0, False), (15.9 / 24, True)).box == 1


def test_right_before_it_is_due_changes_nothing():
    assert after((0, True), (0.5, True), (1, True)).due_ms == after((0, True)).due_ms
    assert after((0, True), (0.5, True)).box == 2


def test_answers_and_misses_are_counted():
    found = after((0, False), (0.1, True), (3, True), (4, False))
    assert (found.answers, found.misses) == (4, 2)
    assert standing([]) == Standing()


histories = st.lists(st.tuples(st.floats(0, 400), st.booleans()), max_size=12).map(
    lambda pairs: sorted(pairs, key=lambda pair: pair[0])
)


@given(histories)
def test_whatever_was_answered_the_box_exists_and_a_miss_is_always_due(history):
    found = after(*history)
    assert 1 <= found.box <= len(RULE.intervals_days)
    assert found.answers == len(history)
    if found.missed:
        assert found.box == 1 and found.due_ms <= milliseconds(at(history[-1][0]))


@given(histories, st.floats(0, 30))
def test_a_right_answer_never_lowers_a_box_nor_brings_the_question_sooner(history, later):
    before = after(*history)
    now = (history[-1][0] if history else 0) + later
    found = after(*history, (now, True))
    assert found.box >= before.box and found.due_ms >= before.due_ms


@given(histories)
def test_one_box_at_a_time(history):
    boxes = [after(*history[:count]).box for count in range(len(history) + 1)]
    assert all(late <= early + 1 for early, late in pairwise(boxes))


BANK = [(f"{lesson}-{name}", lesson) for lesson in ("01", "02", "03") for name in "abcd"]
NOW = milliseconds(at(30))


def test_missed_come_first_then_due_then_new_then_the_rest():
    standings = {
        "01-a": after((30, True)),  # due in two days
        "02-a": after((0, True)),  # due long ago
        "03-a": after((29, False)),  # missed
    }
    assert set(choose(BANK, standings, NOW, length=1)) == {"03-a"}
    assert set(choose(BANK, standings, NOW, length=2)) == {"03-a", "02-a"}
    assert "01-a" not in choose(BANK, standings, NOW, length=11)
    assert "01-a" in choose(BANK, standings, NOW, length=12)


def test_of_those_due_the_lowest_box_comes_first():
    standings = {"01-a": after((0, True), (2, True)), "01-b": after((20, True))}
    assert choose(BANK[:2], standings, NOW, length=1) == ["01-b"]


def test_new_questions_come_from_each_lesson_in_turn():
    assert choose(BANK, {}, NOW, length=6) == ["01-a", "02-a", "03-a", "01-b", "02-b", "03-b"]


def test_only_the_lessons_asked_for_and_no_more_than_there_are():
    assert choose(BANK, {}, NOW, lessons=["02"], length=20) == ["02-a", "02-b", "02-c", "02-d"]
    assert choose(BANK, {}, NOW, lessons=[], length=5) == []
    assert len(choose(BANK, {}, NOW)) == RULE.length


picked = st.lists(st.sampled_from(["01", "02", "03", "04"]), max_size=20).map(
    lambda lessons: [(f"{lesson}-{number}", lesson) for number, lesson in enumerate(lessons)]
)


@given(picked)
def test_mixing_loses_nothing_and_neighbours_differ_wherever_they_can(chosen):
    asked = mixed(chosen)
    assert sorted(asked) == sorted(name for name, _ in chosen)
    lessons = [name[:2] for name in asked]
    most = max((lessons.count(one) for one in lessons), default=0)
    twins = sum(a == b for a, b in pairwise(lessons))
    assert twins == max(0, 2 * most - len(lessons) - 1)


@given(st.dictionaries(st.sampled_from([name for name, _ in BANK]), histories), st.integers(1, 15))
def test_the_choice_is_the_same_every_time_and_holds_each_once(histories_of, length):
    standings = {name: after(*history) for name, history in histories_of.items()}
    once, again = (choose(BANK, standings, NOW, length=length) for _ in range(2))
    assert once == again and len(set(once)) == len(once) == min(length, len(BANK))


@pytest.mark.parametrize("box", range(1, 6))
def test_each_box_waits_longer(box):
    assert Rule().interval_ms(box) == (1, 2, 5, 8, 14)[box - 1] * DAY_MS - 8 * HOUR_MS
