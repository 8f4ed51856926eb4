"""The plate at 45°: the same body as the views from behind and from the side, seen from between them.

A point (lateral, up, anterior) falls on ((lateral + anterior) / √2, −up). So heights are those of the other
two plates, and what they allow sideways holds every outline here.
"""

import csv
from functools import lru_cache
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from matplotlib.path import Path as Region

from gluteal.catalogue import load, name_of
from gluteal.drawing import buttock, furniture, sight
from gluteal.drawing.svg import plate_svg
from gluteal.plates import load_overlay, load_plate
from gluteal.svg_path import flatten

FOLDER = Path(__file__).resolve().parent.parent / "data" / "plates"
PLATE = load_plate("posterolateral")
LARGEST_BYTES, LARGEST_ART_BYTES = 200_000, 400_000
LOWER_EDGE_MM = 190
FIGURES = ("fascia", "maximus", "medius", "minimus", "deep", "bones")
HEIGHT_MM = 3.0
"""How far a height may differ from that in the other views."""
SCHEMATIC_MM = 8.0
"""The same for what no surface of the reference body shows."""
SIDEWAYS_MM = 3.0
CUT = {"hip-bone-left", "vertebra-l5", "sacrum", "skin"}
"""Structures that the left edge of this picture cuts: heights of the rest of them cannot be compared."""
OF_BOTH_VIEWS = sorted(
    set(PLATE.structures)
    & set(load_plate("posterior").structures)
    & set(load_plate("lateral").structures) - CUT
)
FLESHY = [key for key, one in PLATE.structures.items() if one.kind in ("muscle", "ligament")]
CORDS = [
    key for key, one in PLATE.structures.items() if one.kind in ("nerve", "vessel") and key != "sciatic-nerve"
]
TEXTBOOK = {"gluteus-maximus", "gluteus-medius", "tensor-fasciae-latae", "sacrotuberous-ligament"}
MOVED = {"gluteus-minimus"}
HIDDEN = {
    ("piriformis", "origin"), ("obturator-internus", "origin"), ("obturator-externus", "origin"),
    ("obturator-internus", "insertion"), ("obturator-externus", "insertion"),
    ("superior-gemellus", "insertion"), ("inferior-gemellus", "insertion"),
}  # fmt: skip
NEAR_MM = 14.0


def landmarks():
    with open(FOLDER / "reference_landmarks.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def projected(row):
    lateral, up, anterior = (float(row[key]) for key in ("lateral_mm", "up_mm", "anterior_mm"))
    return (lateral + anterior) / sqrt(2), -up


@lru_cache
def bounds(view, key):
    """Box of an outline as measured, no further down than the picture."""
    ring = flatten(load_plate(view).structures[key].measured)[0]
    ring = np.minimum(ring, (np.inf, LOWER_EDGE_MM))
    return (*ring.min(axis=0), *ring.max(axis=0))


def away(points, ring):
    """Distance of each point from a closed line, mm."""
    points, ends = np.atleast_2d(points)[:, None], np.roll(ring, -1, axis=0)
    along = ends - ring
    share = ((points - ring) * along).sum(-1) / np.maximum((along**2).sum(-1), 1e-12)
    foot = ring + np.clip(share, 0, 1)[..., None] * along
    return np.linalg.norm(points - foot, axis=-1).min(axis=1)


def inside(points, ring, slack_mm):
    return Region(ring).contains_points(points) | (away(points, ring) <= slack_mm)


def test_every_landmark_lies_where_its_three_coordinates_fall():
    rows = landmarks()
    assert {row["landmark"] for row in rows} == set(PLATE.landmarks)
    for row in rows:
        mark = PLATE.landmarks[row["landmark"]]
        assert np.allclose((mark.x_mm, mark.y_mm), projected(row), atol=0.11), row["landmark"]
        assert mark.structure == row["structure"]


def test_a_landmark_that_is_seen_lies_on_its_bone_and_faces_one_of_the_other_views():
    for row in landmarks():
        mark = PLATE.landmarks[row["landmark"]]
        if mark.visible and mark.y_mm < LOWER_EDGE_MM:
            assert inside([(mark.x_mm, mark.y_mm)], PLATE.structures[mark.structure].outline, 1.0).all()
            assert "yes" in (row["visible_posterior"], row["visible_lateral"]), row["landmark"]


@pytest.mark.parametrize("key", ["femur", "hip-bone", "coccyx"])
def test_all_landmarks_of_a_bone_lie_within_its_outline(key):
    """Hidden ones too: the bone is drawn whole."""
    ring = PLATE.structures[key].outline
    places = [projected(row) for row in landmarks() if row["structure"] == key]
    places = [place for place in places if place[1] < LOWER_EDGE_MM]
    beyond = np.logical_not(inside(np.array(places), ring, 1.5)).sum()
    assert len(places) >= 2 and beyond <= (1 if key == "hip-bone" else 0)


@pytest.mark.parametrize("key", OF_BOTH_VIEWS)
def test_heights_agree_with_the_views_from_behind_and_from_the_side(key):
    slack = HEIGHT_MM if PLATE.structures[key].kind in ("bone", "muscle", "ligament") else SCHEMATIC_MM
    here, others = bounds("posterolateral", key), [bounds(v, key) for v in ("posterior", "lateral")]
    tops, bottoms = [other[1] for other in others], [other[3] for other in others]
    assert min(tops) - slack <= here[1] <= max(tops) + slack
    assert min(bottoms) - slack <= here[3] <= max(bottoms) + slack


@pytest.mark.parametrize("key", OF_BOTH_VIEWS)
def test_no_structure_is_wider_than_the_other_two_views_allow(key):
    left, _, right, _ = bounds("posterolateral", key)
    behind, beside = bounds("posterior", key), bounds("lateral", key)
    slack = SIDEWAYS_MM if PLATE.structures[key].kind in ("bone", "muscle", "ligament") else SCHEMATIC_MM
    assert left >= (behind[0] + beside[0]) / sqrt(2) - slack
    assert right <= (behind[2] + beside[2]) / sqrt(2) + slack


def test_layers_and_painters_order_are_those_of_the_view_from_behind():
    behind = load_plate("posterior")
    assert [layer.id for layer in PLATE.layers] == [layer.id for layer in behind.layers]
    for here, there in zip(PLATE.layers[1:], behind.layers[1:], strict=True):
        assert list(here.structures) == list(there.structures), here.id
        assert here.title == there.title
    assert set(PLATE.layers[0].structures) == set(behind.layers[0].structures)


def test_the_femur_stands_in_front_and_only_the_rim_of_the_socket_covers_its_head():
    order = list(PLATE.layers[0].structures)
    assert order.index("sacrum") < order.index("hip-bone") < order.index("femur")
    seen = flatten(PLATE.structures["femur"].visible)[0]
    assert not inside([(-20.0, -5.0)], seen, 0).any()
    assert inside([(0.0, -10.0), (30.0, 20.0), (30.0, 150.0)], seen, 0).all()


@pytest.mark.parametrize("key", FLESHY)
def test_fibres_stay_within_the_outline_and_begin_at_the_origin(key):
    structure = PLATE.structures[key]
    origins = [detail.line for detail in structure.of_role("origin")]
    assert len(structure.fibres) >= 4 and origins
    for fibre in structure.fibres:
        assert inside(fibre, structure.outline, 0.6).all()
        first, last = (min(away(end, ring)[0] for ring in origins) for end in (fibre[0], fibre[-1]))
        begins_in = any(inside(fibre[:1], ring, 0).all() for ring in origins if len(ring) > 2)
        assert begins_in or (first <= NEAR_MM and first < last)


@pytest.mark.parametrize("key", CORDS)
def test_a_cord_is_as_broad_as_its_courses_say(key):
    structure = PLATE.structures[key]
    assert structure.of_role("course")
    for course in structure.of_role("course"):
        assert 1 <= course.weight <= 4
        assert inside(course.line, structure.outline, 0.3).all()
        assert (away(course.line[2:-2], structure.outline) >= course.weight / 2 - 0.3).all()


def test_nerves_and_vessels_leave_above_and_below_piriformis():
    belly = PLATE.structures["piriformis"]
    for key in CORDS:
        course = PLATE.structures[key].of_role("course")[0].line
        free = course[np.logical_not(inside(course, belly.outline, 0))]
        assert (free[0][1] > belly.centroid_mm[1] - 20) == (not key.startswith("superior")), key


def test_what_faces_away_is_marked_and_what_follows_textbooks_is_told_apart():
    hidden = {
        (key, detail.role) for key, one in PLATE.structures.items() for detail in one.details if detail.hidden
    }
    assert hidden == HIDDEN
    assert {key for key, one in PLATE.structures.items() if one.follows_textbook} == TEXTBOOK | MOVED
    for key in TEXTBOOK:
        one = PLATE.structures[key]
        assert inside(flatten(one.measured)[0], one.outline, 1.5).mean() > 0.97, key


def test_outlines_are_closed_once_and_files_are_small():
    for key, one in PLATE.structures.items():
        ring = one.outline
        assert one.area_mm2 > 10 and np.isfinite(ring).all(), key
    assert (FOLDER / "posterolateral.svg").stat().st_size <= LARGEST_BYTES
    assert len(plate_svg("posterolateral").encode()) <= LARGEST_ART_BYTES


def test_every_name_in_the_plate_and_its_overlay_is_known():
    structures, landmarks_ = load().structures, load_overlay("posterolateral-landmarks").landmarks
    assert set(PLATE.structures) <= set(structures)
    assert all(name_of(key) for key in landmarks_)
    names = {detail.name for one in PLATE.structures.values() for detail in one.details if detail.name}
    assert len(names) > 30 and all(name_of(key) for key in names)


def test_labels_of_the_overlay_point_at_what_is_seen():
    _, seen = raster, masks = sight.in_sight(PLATE.up_to("bones"), PLATE.view_box)
    for key, mark in load_overlay("posterolateral-landmarks").landmarks.items():
        if mark.structure in seen:
            assert raster.at(masks[mark.structure], mark.x_mm, mark.y_mm), key


@pytest.mark.parametrize("layer", FIGURES)
def test_each_layer_is_a_figure_with_its_labels(layer):
    ax = buttock.layer_figure("posterolateral", layer)
    said = {text.get_text() for text in ax.texts}
    assert {"cranial", "caudal"} <= said
    assert set(furniture.DIRECTIONS["posterolateral"].values()) == {
        "cranial", "caudal", "posteromedial", "anterolateral",
    }  # fmt: skip
    main = {name_of(key) for key in PLATE.layers[[one.id for one in PLATE.layers].index(layer)].structures}
    assert any(name.split()[0] in " ".join(said) for name in main)
