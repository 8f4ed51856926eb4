"""The drawn zones: each fault is told with file, id, problem and remedy."""

import json

import pytest

from tests.check.spoiling import added, only, row_of, rows, save, set_cell

ZONES, MIMICS = "data/referral/zones.json", "data/referral/mimics.json"
KEY = "piriformis-trp1"


def spoil(pack, change, file=ZONES):
    """Change what a file of zones holds and return the line of the key in it."""
    path = pack / file
    drawn = json.loads(path.read_text("utf-8"))
    change(drawn)
    path.write_text(json.dumps(drawn, indent=1), "utf-8")
    return path.read_text("utf-8")


def line(text, *words):
    """Line of the last word, each looked for after the one before."""
    at = 0
    for word in words:
        at = text.index(f'"{word}"', at)
    return text.count("\n", 0, at) + 1


def first(drawn, view="posterior"):
    return drawn[KEY][view][0]


def test_a_trigger_point_without_a_zone_is_told_at_its_row(pack, root):
    spoil(pack, lambda drawn: drawn.pop(KEY))
    row = row_of(pack, "trigger_points.csv", KEY)
    only(
        added(pack, root),
        "data/trigger_points.csv",
        row,
        "no essential zone is drawn",
        f"draw its zones in {ZONES}",
    )


def test_a_new_trigger_point_asks_for_its_zones(pack, root):
    path = pack / "data/trigger_points.csv"
    table = rows(path)
    save(path, [*table, ["piriformis-trp3", *table[-1][1:]]])
    found = added(pack, root)
    only(found, "data/trigger_points.csv", len(table) + 1, "'piriformis-trp3'", "draw its zones")


def test_another_cause_without_a_zone_is_told_too(pack, root):
    spoil(pack, lambda drawn: drawn["hip-joint"].update(posterior=[], lateral=[], anterior=[]), MIMICS)
    row = row_of(pack, "referral/mimics.csv", "hip-joint")
    only(added(pack, root), "data/referral/mimics.csv", row, "no essential zone is drawn", MIMICS)


def test_a_spillover_zone_that_no_words_describe_is_told(pack, root):
    row = row_of(pack, "trigger_points.csv", KEY)
    set_cell(pack, "trigger_points.csv", row, "spillover_zone", "")
    only(
        added(pack, root),
        "data/trigger_points.csv",
        row,
        "drawn for 'piriformis-trp1' and not described",
        "describe",
    )


def test_zones_of_an_unknown_id_are_told(pack, root):
    text = spoil(pack, lambda drawn: drawn.update({"piriformis-trp9": drawn[KEY]}))
    found = added(pack, root)
    only(found, ZONES, line(text, "piriformis-trp9"), "no trigger point with this id", "'piriformis-trp")


FAULTS = [
    (lambda zone: zone.update(kind="maybe"), "the kind 'maybe' is unknown", "'essential', 'spillover'"),
    (lambda zone: zone.update(grade="expertt"), "the grade 'expertt' is unknown", "'expert'"),
    (lambda zone: zone.pop("grade"), "the grade None is unknown", "valid are"),
    (lambda zone: zone.update(polygon=zone["polygon"][:2]), "at least three", "README.md"),
    (lambda zone: zone.update(polygon=[[0, 0], [1, "a"], [2, 2]]), "at least three", "README.md"),
    (lambda zone: zone.update(polygon="M0 0"), "at least three", "README.md"),
    (
        lambda zone: zone.update(polygon=[[0, 0], [20, 20], [20, 0], [0, 20]]),
        "crosses itself near",
        "in order",
    ),
    (
        lambda zone: zone["polygon"].insert(0, [300, 0]),
        "(300, 0) lies outside the body",
        "inside the outline",
    ),
]


@pytest.mark.parametrize(("change", "problem", "remedy"), FAULTS)
def test_a_faulty_zone_is_told_with_its_place(pack, root, change, problem, remedy):
    text = spoil(pack, lambda drawn: change(first(drawn)))
    found = [one for one in added(pack, root) if problem in one.problem]
    only(found, ZONES, line(text, KEY, "posterior"), f"{KEY!r}, posterior, zone 1: ", remedy)


def test_an_unknown_view_is_told(pack, root):
    text = spoil(pack, lambda drawn: drawn[KEY].update(posteror=[]))
    only(added(pack, root), ZONES, line(text, KEY, "posteror"), "no such view", "'posterior'")


@pytest.mark.parametrize("value", ["none", {"kind": "essential"}, [["essential"]]])
def test_a_view_that_holds_no_list_of_zones_is_told(pack, root, value):
    spoil(pack, lambda drawn: drawn[KEY].update(lateral=value))
    only(added(pack, root), ZONES, added(pack, root)[0].row, f"{KEY!r}, lateral", "README.md")


def test_a_point_outside_its_muscle_is_told(pack, root):
    text = spoil(pack, lambda drawn: drawn[KEY]["point"].update(posterior=[20, 60]))
    found = added(pack, root)
    only(
        found,
        ZONES,
        line(text, KEY, "point"),
        "(20, 60) lies outside its muscle",
        "data/plates/posterior.svg",
    )


def test_a_point_of_a_muscle_that_no_plate_shows_is_left_alone(pack, root):
    key = "quadratus-lumborum-deep-upper"
    spoil(pack, lambda drawn: drawn[key]["point"].update(posterior=[-40, -170]))
    assert added(pack, root) == []


@pytest.mark.parametrize("value", [[1, 2], {"posterior": [1]}, {"posterior": [1, True]}])
def test_places_that_are_no_places_are_told(pack, root, value):
    spoil(pack, lambda drawn: drawn[KEY].update(point=value))
    assert ["the places are no object" in one.problem for one in added(pack, root)] == [True]


@pytest.mark.parametrize(
    ("text", "problem"),
    [("{\n\n,}", "cannot be read"), ("[]", "no object of ids"), ("", "cannot be read")],
)
def test_a_file_that_cannot_be_read_is_told_once(pack, root, text, problem):
    (pack / ZONES).write_text(text, "utf-8")
    found = [one for one in added(pack, root) if one.file == ZONES]
    assert [problem in one.problem for one in found] == [True]


def test_a_missing_file_is_told(pack, root):
    (pack / MIMICS).unlink()
    assert (MIMICS, 1) in [(one.file, one.row) for one in added(pack, root)]
