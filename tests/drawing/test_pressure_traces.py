"""The figure of three presses shows what the model computes, and its words say the same."""

import re

import pytest

from gluteal.catalogue import load
from gluteal.drawing import pressure_traces
from gluteal.drawing.pressure_traces import END_S, LEFTS_PT, ROWS, WAYS, across, shown
from gluteal.models.pressure_release import value


@pytest.fixture(scope="module")
def drawn():
    return pressure_traces.pressure_traces()


def lines(drawn, label):
    return [one for one in drawn.lines if one.get_label() == label]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.quantity)
@pytest.mark.parametrize("column", range(len(WAYS)), ids=WAYS)
def test_a_line_lies_where_the_model_puts_it(drawn, row, column):
    line, trace = lines(drawn, row.quantity)[column], shown(WAYS[column])
    left = LEFTS_PT[column]
    for at in (0, 200, 600, 1400, len(trace.time_s) - 1):
        point = float(across(left, trace.time_s[at])), float(row.level(getattr(trace, row.quantity)[at]))
        assert point == pytest.approx(tuple(line.get_xydata()[at // pressure_traces.EVERY]))


def test_every_line_stays_within_its_chart_up_to_the_end(drawn):
    for row in ROWS:
        for left, line in zip(LEFTS_PT, lines(drawn, row.quantity), strict=True):
            x, y = line.get_data()
            assert row.top_pt <= y.min() and y.max() <= row.top_pt + row.height_pt
            assert x[-1] == pytest.approx(across(left, END_S))


def test_the_bounds_of_pain_lie_at_the_values_of_the_model(drawn):
    for name in ("tolerable", "eased"):
        for line in lines(drawn, name):
            assert line.get_ydata() == pytest.approx(2 * [float(ROWS[-1].level(value(name)))])


def test_the_three_ways_tell_three_stories():
    held, hard, short = (shown(way) for way in WAYS)
    assert held.force_n.max() == short.force_n.max() < hard.force_n.max()
    assert hard.gain_n < 0 < short.gain_n < held.gain_n / 3
    assert held.resistance.min() < short.resistance.min() and hard.resistance.max() > 9


def test_the_text_twin_has_the_numbers_of_the_model():
    text = load().figures["pressure-release-traces"].text
    said = [int(one) for one in re.findall(r"hurts from (\d+) N on", text)]
    assert said == [round(shown(way).threshold_n[-1]) for way in WAYS]
    forces = [int(one) for one in re.findall(r"(\d+) N for \d+ s", text)]
    assert forces == [round(shown(way).force_n.max()) for way in WAYS]


def test_the_boxes_say_before_and_after(drawn):
    text = " ".join(one.get_text() for one in drawn.texts)
    for way in WAYS:
        trace = shown(way)
        assert f"from {trace.threshold_n[-1]:.0f} N on; before, from {trace.threshold_n[0]:.0f} N" in text
