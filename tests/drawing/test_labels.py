"""Labels: no overlap, no crossing, the same every time."""

from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gluteal.drawing.clearing import touching
from gluteal.drawing.labels import SIDES, Frame, Label, LabelError, place
from gluteal.drawing.leaders import segments_meet, spread

FRAME = Frame(left_mm=-5, right_mm=205, top_mm=0, bottom_mm=345)


def coordinates(low, high):
    return st.integers(low * 10, high * 10).map(lambda tenths: tenths / 10)


@st.composite
def many_labels(draw):
    """Up to 24 labels with anchors anywhere in the drawing and texts of one to three lines."""
    anchors = draw(
        st.lists(st.tuples(coordinates(0, 200), coordinates(0, 345)), min_size=1, max_size=24, unique=True)
    )
    lines = draw(st.lists(st.integers(1, 3), min_size=len(anchors), max_size=len(anchors)))
    widths = draw(st.lists(st.integers(5, 70), min_size=len(anchors), max_size=len(anchors)))
    parts = zip(anchors, lines, widths, strict=True)
    return [Label(f"label {i}", at, (width, 8.0 * count)) for i, (at, count, width) in enumerate(parts)]


def pieces(put):
    leader = [tuple(point) for point in put.leader_mm]
    return [(leader[0], leader[1]), (leader[1], leader[2])]


def leaders_meet(one, two):
    return any(segments_meet(a, b) for a in pieces(one) for b in pieces(two))


def boxes_overlap(one, two):
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def enters(segment, box):
    """Whether a segment has a point strictly inside a box."""
    points = np.array(segment[0]) + np.linspace(0, 1, 60)[:, None] * np.subtract(segment[1], segment[0])
    inside = (points[:, 0] > box[0] + 1e-6) & (points[:, 0] < box[2] - 1e-6)
    return bool((inside & (points[:, 1] > box[1] + 1e-6) & (points[:, 1] < box[3] - 1e-6)).any())


@settings(max_examples=80, deadline=None)
@given(many_labels())
def test_leaders_never_cross_one_another(labels):
    for one, two in combinations(place(labels, FRAME), 2):
        assert not leaders_meet(one, two), (one, two)


@settings(max_examples=60, deadline=None)
@given(many_labels(), st.sampled_from(SIDES))
def test_leaders_never_cross_with_one_column_only(labels, side):
    try:
        placed = place(labels, FRAME, sides=(side,))
    except LabelError:
        assume(False)
    assert {put.side for put in placed} == {side}
    assert not any(leaders_meet(one, two) for one, two in combinations(placed, 2))


@settings(max_examples=60, deadline=None)
@given(many_labels())
def test_texts_overlap_neither_one_another_nor_a_leader(labels):
    placed = place(labels, FRAME)
    for one, two in combinations(placed, 2):
        assert not boxes_overlap(one.box_mm, two.box_mm)
    for put in placed:
        assert not any(enters(piece, put.box_mm) for other in placed for piece in pieces(other))


@settings(max_examples=60, deadline=None)
@given(many_labels())
def test_every_text_stays_in_its_column(labels):
    for put, label in zip(place(labels, FRAME), labels, strict=True):
        left, top, right, bottom = put.box_mm
        assert put.label == label
        assert top >= FRAME.top_mm - 1e-6 and bottom <= FRAME.bottom_mm + 1e-6
        assert right <= FRAME.left_mm if put.side == "left" else left >= FRAME.right_mm


@settings(max_examples=60, deadline=None)
@given(many_labels(), st.randoms(use_true_random=False))
def test_places_do_not_depend_on_the_order_of_the_labels(labels, random):
    mixed = random.sample(labels, len(labels))
    first = {put.label.text: put.text_mm for put in place(labels, FRAME)}
    assert first == {put.label.text: put.text_mm for put in place(mixed, FRAME)}


def dots_run_over(placed, clear_mm):
    anchors, ports = ([getattr(put, name) for put in placed] for name in ("label", "port_mm"))
    return touching([label.anchor_mm for label in anchors], ports, clear_mm)


def scattered(seed, count=14, apart_mm=9.0):
    """Labels with anchors anywhere, none nearer than that to another."""
    random, anchors = Random(seed), []
    while len(anchors) < count:
        one = (round(random.uniform(0, 200), 1), round(random.uniform(0, 345), 1))
        if all(np.hypot(*np.subtract(one, other)) > apart_mm for other in anchors):
            anchors.append(one)
    return [Label(f"label {i}", at, (40, 8.0 * random.choice((1, 2)))) for i, at in enumerate(anchors)]


def test_leaders_hardly_ever_run_over_the_dot_of_another_label():
    run_over = [len(dots_run_over(place(scattered(seed), FRAME), FRAME.clear_mm)) for seed in range(40)]
    assert sum(run_over) <= 3, run_over


def test_a_label_takes_another_anchor_rather_than_run_over_a_dot():
    ahead, behind = Label("ahead", (50, 100), (20, 8)), Label("behind", (80, 100), (20, 8))
    free = replace(behind, elsewhere=((80, 140),))
    column = Frame(-5, 205, 60, 160)
    placed = place([ahead, free], column, sides=("left",))
    assert not dots_run_over(placed, column.clear_mm)
    assert not dots_run_over(place([ahead, behind], column, sides=("left",)), column.clear_mm)


@settings(max_examples=30, deadline=None)
@given(many_labels(), st.data())
def test_other_anchors_bring_no_crossing(labels, data):
    more = st.lists(st.tuples(coordinates(0, 200), coordinates(0, 345)), max_size=3)
    labels = [replace(label, elsewhere=tuple(data.draw(more))) for label in labels]
    placed = place(labels, FRAME)
    assert not any(leaders_meet(one, two) for one, two in combinations(placed, 2))
    for put, label in zip(placed, labels, strict=True):
        assert put.label.anchor_mm in (label.anchor_mm, *label.elsewhere)


def test_high_texts_that_nearly_fill_a_column_find_an_order():
    anchors = [(60, 90), (70, 60), (30, 120), (10, 205), (55, 150), (45, 110), (150, 260), (170, 130)]
    rows = [12, 46, 36, 24, 36, 36, 36, 46]
    labels = [Label(str(i), at, (40, row)) for i, (at, row) in enumerate(zip(anchors, rows, strict=True))]
    placed = place(labels, Frame(-5, 205, 0, 290), sides=("left",))
    assert not any(leaders_meet(one, two) for one, two in combinations(placed, 2))


def test_a_few_labels_stand_level_with_their_anchors():
    [put] = place([Label("Sacrum", (40, 120), (30, 8))], FRAME)
    assert put.side == "left" and put.port_mm == (-5, 120)


def test_labels_that_do_not_fit_are_refused_with_a_sentence():
    crowd = [Label(f"label {i}", (100, i), (20, 40)) for i in range(20)]
    with pytest.raises(LabelError, match=r"20 labels, together 800 mm high, do not fit 2 column.*show fewer"):
        place(crowd, FRAME)


def test_an_anchor_outside_the_drawing_is_refused_with_a_sentence():
    with pytest.raises(LabelError, match="'Femur' lies outside the drawing"):
        place([Label("Femur", (300, 0), (20, 8))], FRAME)


@given(st.data(), st.lists(coordinates(-50, 400), min_size=1, max_size=12), st.floats(0, 50))
def test_spread_keeps_distances_and_bounds(data, wanted, spare):
    count = len(wanted) - 1
    distances = data.draw(st.lists(st.floats(0.5, 20), min_size=count, max_size=count))
    highest = sum(distances) + spare
    heights = spread(wanted, distances, 0.0, highest)
    gaps = [b - a for a, b in pairwise(heights)]
    assert all(gap >= least - 1e-6 for gap, least in zip(gaps, distances, strict=True))
    assert heights[0] >= -1e-6 and heights[-1] <= highest + 1e-6


def test_a_column_holds_texts_of_different_heights_as_long_as_their_sum_fits():
    low = [Label(f"low {i}", (100, 20 + i), (20, 8)) for i in range(15)]
    high = [Label(f"high {i}", (100, 300 + i), (20, 60)) for i in range(2)]
    assert len(place(low + high, FRAME, sides=("left",))) == 17
