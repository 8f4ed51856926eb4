"""Every clinical test is drawn, and the joint angles of its poses say what its procedure says."""

import pytest

from gluteal.catalogue import load
from gluteal.catalogue.poses import pose
from gluteal.drawing import clinical_tests, clinical_tests_sheet
from gluteal.drawing.registry import FIGURES
from gluteal.models.mannequin_scene import pose_faults

TESTS = tuple(load().tests)
POSES = tuple(one.id for test in TESTS for one in clinical_tests.panels(test))
MOST_FLEXED_DEG = 110


def angles(key, joint="hip-right"):
    return pose(key).figures[0]["angles"].get(joint, [0, 0, 0])


@pytest.mark.parametrize("test", TESTS)
def test_every_test_has_a_figure_with_a_start_and_an_end(test):
    assert f"test-{test}" in FIGURES and len(clinical_tests.panels(test)) >= 2


@pytest.mark.parametrize("key", POSES)
def test_hands_touch_limits_are_kept_and_nobody_is_below_the_floor(key):
    assert pose_faults(pose(key)) == []


# flexion, adduction and internal rotation of the tested hip at the end: least and most, degrees
ENDS = {
    "fair-test-2": ((60, 90), (10, 45), (15, 50)),
    # lying crosswise, nearly all of the turn falls to the rotation in this order of axes
    "faber-test-2": ((20, 90), (-60, -20), (-80, -20)),
    "seated-piriformis-stretch-test-2": ((75, 100), (10, 45), (10, 50)),
    "freiberg-sign-2": ((-10, 10), (-15, 10), (25, 50)),
    "pace-sign-2": ((75, 95), (-30, -8), (-30, -3)),
    "hip-rotation-range-2": ((-10, 10), (-10, 5), (30, 40)),
    "straight-leg-raise-2": ((30, 70), (-10, 10), (-15, 10)),
    "sacroiliac-provocation-cluster-5": ((-30, -5), (-30, 0), (-15, 5)),
    "resisted-external-derotation-test-1": ((85, 95), (-10, 10), (-60, -25)),
    "resisted-external-derotation-test-2": ((85, 95), (-10, 10), (-10, 10)),
    "palpation-greater-trochanter-2": ((55, 65), (0, 20), (-15, 10)),
}


@pytest.mark.parametrize("key", ENDS)
def test_the_hip_is_where_the_procedure_says(key):
    for angle, (least, most) in zip(angles(key), ENDS[key], strict=True):
        assert least <= angle <= most


def knee(key):
    return angles(key, "knee-right")[0]


def test_the_knee_is_where_the_procedure_says():
    assert knee("straight-leg-raise-2") < 5 and knee("puranen-orava-test-2") < 5
    assert knee("seated-piriformis-stretch-test-1") > 75 and knee("seated-piriformis-stretch-test-2") < 15
    assert knee("slump-test-1") > 75 and knee("slump-test-2") < 20
    assert 85 <= knee("hip-rotation-range-2") <= 95
    for test, first in (("bent-knee-stretch-test", 1), ("modified-bent-knee-stretch-test", 2)):
        bent, straight = f"{test}-{first}", f"{test}-{first + 1}"
        assert knee(bent) > 120 and knee(bent) - knee(straight) > 60
        assert min(angles(bent)[0], angles(straight)[0]) > MOST_FLEXED_DEG


def test_the_hip_lifts_in_the_beatty_manoeuvre_and_extends_in_long_strides():
    assert angles("beatty-manoeuvre-1")[1] - angles("beatty-manoeuvre-2")[1] > 10
    assert angles("long-stride-walking-test-1")[0] < angles("long-stride-walking-test-2")[0] < 0


def test_the_pelvis_drops_on_the_free_side_only_where_the_test_is_positive():
    lists = [pose(f"trendelenburg-test-{number}").figures[0]["root"].get("list", 0) for number in (2, 3, 4)]
    assert lists[0] >= 0 > lists[1] and abs(lists[2]) < abs(lists[1])
    assert pose("trendelenburg-test-4").figures[0]["angles"]["lumbar"][1] > 8


def test_what_is_positive_is_that_of_the_facts():
    for test in load().tests.values():
        _, words, facts = clinical_tests.verdict(test.id)
        assert words and facts
        assert not test.positive_finding or words == test.positive_finding[0].statement


def test_the_sheet_shows_the_moment_with_an_arrow():
    assert clinical_tests_sheet.moment("fair-test").id == "fair-test-2"


def test_an_unknown_test_is_named_with_the_nearest():
    with pytest.raises(KeyError, match="fair-test"):
        clinical_tests.panels("fair-tets")
