"""A line that is too short: what is lost, and what never may be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal.models import hip
from gluteal.models.hip_shortening import MOST_MM, MOTIONS, path_deg, shorten

LINES = st.sampled_from(hip.LINES)
POSES = st.tuples(st.integers(-20, 110), st.integers(-40, 25), st.integers(-45, 45))
AMOUNTS = st.floats(0, MOST_MM)


def lost(found):
    return {motion.name: motion.lost_deg for motion in found.motions}


@given(LINES, POSES)
@settings(max_examples=40, deadline=None)
def test_a_line_of_full_length_takes_nothing(line, pose):
    assert max(lost(shorten(line, 0, pose)).values()) == 0


@given(LINES, POSES, AMOUNTS, AMOUNTS)
@settings(max_examples=40, deadline=None)
def test_a_shorter_line_never_gives_a_motion_back(line, pose, one, other):
    less, more = (lost(shorten(line, amount, pose)) for amount in sorted((one, other)))
    assert all(more[name] >= less[name] - 1e-9 for name in MOTIONS)


@given(LINES, POSES, AMOUNTS)
@settings(max_examples=40, deadline=None)
def test_where_a_motion_ends_the_line_has_just_its_limit(line, pose, amount):
    found = shorten(line, amount, pose)
    for motion in found.motions:
        if found.start_too_long or not motion.lost_deg:
            continue
        there = dict(zip(("flexion", "adduction", "rotation"), pose, strict=True))
        there[MOTIONS[motion.name][0]] = motion.reaches_deg
        length = hip.solve(*there.values(), lines=(line,)).length_m[0, 0] * 1000
        assert length == pytest.approx(found.limit_mm, abs=0.02)


@given(LINES, POSES, st.floats(0.5, MOST_MM))
@settings(max_examples=40, deadline=None)
def test_the_first_motion_loses_something_before_any_other(line, pose, amount):
    found = shorten(line, amount, pose)
    longest = {motion.name: motion.longest_mm for motion in found.motions}
    assert longest[found.first] == max(longest.values())
    assert lost(found)[found.first] > 0 or max(longest.values()) - longest["flexion"] < 1e-6


def test_a_short_piriformis_takes_internal_rotation_first():
    found = shorten("piri", 5)
    assert found.first == "internal rotation" and not found.start_too_long
    assert 12 < lost(found)["internal rotation"] < 18
    assert lost(found)["external rotation"] == lost(found)["extension"] == 0


def test_bent_to_90_degrees_it_takes_external_rotation_instead():
    found = lost(shorten("piri", 5, (90, 0, 0)))
    assert found["external rotation"] > 20 and found["internal rotation"] == 0


def test_a_start_that_is_out_of_reach_is_told():
    assert shorten("gmed1", 40, (0, 25, 0)).start_too_long


def test_the_bent_knee_counts_for_the_tensor():
    assert shorten("tfl", 5, knee_flexion_deg=90).limit_mm != shorten("tfl", 5).limit_mm


@pytest.mark.parametrize("amount", [-1, 40.1, float("nan"), float("inf")])
def test_nonsense_is_refused_with_the_valid_range(amount):
    with pytest.raises(ValueError, match="give 0 to 40 mm"):
        shorten("piri", amount)


def test_a_start_beyond_the_end_stays_there():
    assert path_deg("internal rotation", 50).tolist() == [50]
