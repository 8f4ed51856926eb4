"""A choice is not given away: neither the length of an option nor its place tells that it is right."""

from collections import Counter

import pytest

from gluteal.catalogue import load
from gluteal.widgets.question import describe

CHOICES = [item for item in load().items.values() if item.kind == "choice"]


def right(options):
    """Return the right option of a choice."""
    return next(option for option in options if option.correct)


def is_longest(item):
    others = [len(option.text) for option in item.options if not option.correct]
    return len(right(item.options).text) > max(others)


def test_the_longest_option_is_right_no_more_often_than_by_chance():
    by_chance = sum(1 / len(item.options) for item in CHOICES) / len(CHOICES)
    share = sum(map(is_longest, CHOICES)) / len(CHOICES)
    assert share == pytest.approx(by_chance, abs=0.1)


def test_no_right_option_is_far_longer_than_the_others():
    far = {
        item.id
        for item in CHOICES
        if len(right(item.options).text)
        > 20 + max(len(option.text) for option in item.options if not option.correct)
    }
    assert far == set()


@pytest.mark.parametrize("number", sorted({len(item.options) for item in CHOICES}))
def test_the_right_option_stands_equally_often_in_each_place(number):
    places = Counter()
    for item in (one for one in CHOICES if len(one.options) == number):
        shown = [option["correct"] for option in describe(item, load())["options"]]
        places[shown.index(True)] += 1
    fair = sum(places.values()) / number
    assert all(abs(places[place] - fair) <= 0.35 * fair for place in range(number)), places
