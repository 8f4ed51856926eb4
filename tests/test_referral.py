"""Referral zones lie where the words of the table put them, on the named regions of the body charts.

``referral_expectations.csv`` holds what the words ask: one row for each kind of zone in a view that shows it
well, written down from ``essential_zone``, ``essential_bounds`` and the like. Each row fails when its zone is
moved by 60 mm in any direction: that is tested too.
"""

import csv
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from gluteal.catalogue import load
from gluteal.catalogue import referral as zones_of
from gluteal.catalogue.referral import Pattern, Zone, referral_pattern, referral_patterns
from gluteal.catalogue.regions import VIEWS, body_regions
from gluteal.check.polygons import crossing, inside
from gluteal.drawing import body
from gluteal.plates import load_plate

STEP_MM = 3.0
MOVE_MM = 60.0
TOUCHES = 0.03
"""A zone that covers more than this share of a region does not spare it."""


def expectations():
    """The rows of the table of expectations."""
    with Path(__file__).with_name("referral_expectations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = expectations()
NAMES = ["-".join(row[column] for column in ("trigger_point", "kind", "view")) for row in ROWS]


def numbers(text):
    """``"a b"`` or ``"region=a region=b"`` as numbers."""
    return [float(part.rpartition("=")[2]) for part in text.split()]


@cache
def grid(view):
    """Points of the chart, STEP_MM apart."""
    left, top, width, height = load_plate(f"body-{view}").view_box
    x, y = np.meshgrid(np.arange(left, left + width, STEP_MM), np.arange(top, top + height, STEP_MM))
    return np.column_stack([x.ravel(), y.ravel()])


def covered(view, polygons, shift=(0, 0)):
    """Which points of the grid lie in one of the polygons."""
    return np.any([inside(grid(view), np.asarray(one) + shift) for one in polygons], axis=0)


@cache
def regions(view):
    """Region id to the points of the grid that lie in it."""
    return {one.id: covered(view, [one.corners_mm]) for one in body_regions(view).values()}


def faults(row, shift=(0, 0)):
    """What of the words a zone misses, a sentence each."""
    drawn = referral_pattern(row["trigger_point"]).of(row["view"], row["kind"])
    zone = covered(row["view"], [one.polygon for one in drawn], shift)
    return [*_places(row, zone), *_extents(row, grid(row["view"])[zone])]


def _places(row, zone):
    part = regions(row["view"])
    held = np.any([part[name] for name in row["lies_in"].split()], axis=0)
    if (zone & held).sum() < float(row["share"]) * zone.sum():
        yield f"only {(zone & held).sum() / zone.sum():.2f} of it lies where it should"
    for name, least in zip(row["reaches"].split(), numbers(row["reaches"]), strict=True):
        share = (zone & part[name.partition("=")[0]]).sum() / part[name.partition("=")[0]].sum()
        if share < least:
            yield f"covers {share:.2f} of {name}"
    for name in row["spares"].split():
        if (zone & part[name]).sum() > TOUCHES * part[name].sum():
            yield f"touches {name}"


def _extents(row, points):
    found = {"area_cm2": [len(points) * STEP_MM**2 / 100]}
    found |= {
        name: [points[:, axis].min(), points[:, axis].max()] for axis, name in enumerate(("x_mm", "y_mm"))
    }
    for name, values in found.items():
        low, high = numbers(row[name]) or (-np.inf, np.inf)
        if min(values) < low or max(values) > high:
            yield f"{name} {min(values):.0f} to {max(values):.0f}"


def test_every_trigger_point_has_expectations():
    assert list(dict.fromkeys(row["trigger_point"] for row in ROWS)) == list(load().trigger_points)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_zone_lies_where_the_words_say(row):
    assert faults(row) == []


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_zone_moved_by_60_mm_is_noticed(row):
    for shift in ((MOVE_MM, 0), (-MOVE_MM, 0), (0, MOVE_MM), (0, -MOVE_MM)):
        assert faults(row, shift), f"moved by {shift} mm"


def test_the_patterns_are_the_trigger_points_and_then_the_other_causes():
    found = referral_patterns()
    assert list(found) == [*load().trigger_points, *load().referral_mimics]
    assert [one.source for one in found.values()] == ["trigger-point"] * 18 + ["mimic"] * (len(found) - 18)
    assert {"l5-root", "s1-root", "sacroiliac-joint", "hip-joint", "gluteal-tendons"} <= set(found)


@pytest.mark.parametrize("key", list(referral_patterns()))
def test_zones_are_simple_smooth_and_on_the_body(key):
    for zone in referral_pattern(key).zones:
        corners = np.asarray(zone.polygon)
        assert 20 <= len(corners) <= 60
        assert crossing(corners) is None
        outline = load_plate(f"body-{zone.view}").structures["body"].outline
        assert inside(corners, outline).all()
        if zone.view in zones_of.MIDLINE_MM:
            assert (corners[:, 0] * (1 if zone.view == "posterior" else -1) >= -82).all()


@pytest.mark.parametrize("key", list(referral_patterns()))
def test_essential_and_spillover_do_not_overlap(key):
    for view in VIEWS:
        zones = [covered(view, [zone.polygon]) for zone in referral_pattern(key).of(view)]
        assert all((one & other).sum() <= 3 for one, other in combinations(zones, 2))


@pytest.mark.parametrize("key", list(referral_patterns()))
def test_spillover_is_drawn_exactly_where_it_is_described(key):
    pattern = referral_pattern(key)
    drawn = {zone.kind for zone in pattern.zones}
    described = pattern.spillover_words and not pattern.spillover_words.startswith("none")
    assert drawn == set(zones_of.KINDS if described else zones_of.KINDS[:1])
    assert {zone.grade for zone in pattern.zones} == {pattern.grade}


@pytest.mark.parametrize("key", list(load().trigger_points))
def test_a_trigger_point_lies_in_its_muscle_in_every_view_that_shows_it(key):
    point, pattern = load().trigger_points[key], referral_pattern(key)
    assert set(pattern.points) <= set(VIEWS) and pattern.points
    muscles = (point.muscle_id, *point.other_muscle_ids)
    for view, place in pattern.points.items():
        assert inside([place], load_plate(f"body-{view}").structures["body"].outline).all()
        plate = load_plate(view) if view != "anterior" else None
        left, top, width, height = plate.view_box if plate else (0, 0, 0, 0)
        if left <= place[0] <= left + width and top <= place[1] <= top + height:
            drawn = [plate.structures[one].outline for one in muscles if one in plate.structures]
            assert not drawn or any(inside([place], outline).all() for outline in drawn)


def test_points_beyond_the_plates_are_the_five_that_no_plate_shows():
    beyond = {
        key
        for key in load().trigger_points
        if not any(
            one in load_plate("posterior").structures for one in (load().trigger_points[key].muscle_id,)
        )
    }
    assert beyond == {key for key in load().trigger_points if key.startswith("quadratus-lumborum")}


def test_weakly_sourced_maps_are_dashed():
    solid = {key for key, pattern in referral_patterns().items() if not pattern.dashed}
    points = {f"gluteus-maximus-trp{number}" for number in (1, 2, 3)} | {"piriformis-trp1", "piriformis-trp2"}
    assert solid & set(load().trigger_points) == points
    assert "deep-gluteal-space" not in solid


def test_every_other_cause_says_where_and_what_would_tell_it_apart():
    for key, mimic in load().referral_mimics.items():
        pattern = referral_pattern(key)
        assert pattern.essential_words == mimic.essential_zone
        assert pattern.tells_apart
        assert set(pattern.source_keys) <= set(load().sources)
        assert mimic.differential.name


TRIANGLE = Zone("posterior", "essential", "expert", ((-82.0, 0.0), (-60.0, 0.0), (-60.0, 30.0)))


def pattern_of(*zones):
    return Pattern("p", "P", "trigger-point", "", zones, {"posterior": (-60.0, 5.0)}, "expert", False)


def test_a_zone_is_mirrored_on_the_midline_of_the_charts():
    assert zones_of.MIDLINE_MM == body.MIDLINE_MM
    assert TRIANGLE.mirrored().polygon == ((-82.0, 0.0), (-104.0, 0.0), (-104.0, 30.0))
    assert TRIANGLE.mirrored().mirrored() == TRIANGLE
    side = Zone("lateral", "essential", "expert", TRIANGLE.polygon)
    assert side.mirrored() is side


def test_a_chart_shows_the_side_of_the_point_and_both_sides_of_what_is_felt_on_both():
    one = pattern_of(TRIANGLE)
    assert one.on_chart("posterior", "left") == (TRIANGLE.mirrored(),)
    assert one.on_chart("anterior") == ()
    both = Zone(*(getattr(TRIANGLE, name) for name in ("view", "kind", "grade", "polygon")), both_sides=True)
    assert pattern_of(both).on_chart("posterior", "left") == (both, both.mirrored())
    side = Zone("lateral", "spillover", "expert", TRIANGLE.polygon)
    assert pattern_of(side).on_chart("lateral-left", "right") == ()
    assert pattern_of(side).on_chart("lateral-left", "left") == (side,)
    assert one.point_on("posterior", "left") == (-104.0, 5.0)
    assert one.point_on("lateral") is None


def test_midline_pain_is_felt_on_both_sides():
    for key in ("gluteus-maximus-trp3", "gluteus-medius-trp3", "obturator-internus-trp1"):
        both = [zone for zone in referral_pattern(key).of("posterior") if zone.both_sides]
        assert both and all(min(x for x, _ in zone.polygon) == -82 for zone in both)


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: one.of("medial"),
        lambda one: one.of("posterior", "likely"),
        lambda one: one.on_chart("lateral"),
        lambda one: one.on_chart("posterior", "both"),
        lambda one: one.point_on("posterior", "middle"),
    ],
)
def test_a_wrong_word_is_answered_with_the_valid_ones(ask):
    with pytest.raises(ValueError, match=r"choose from (posterior|essential|right)"):
        ask(pattern_of(TRIANGLE))


def test_an_unknown_pattern_is_answered_with_the_nearest():
    with pytest.raises(KeyError, match="piriformis-trp1"):
        referral_pattern("piriformis-trp9")


def test_the_charts_have_known_views():
    assert set(zones_of.CHARTS.values()) == set(VIEWS)
