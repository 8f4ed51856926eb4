"""What is drawn on the structures of the plates: fibres, tendons, holes, landmarks, vessels, bursae."""

import numpy as np
import pytest

from gluteal.plates import load_plate
from tests.plate_geometry import (
    EVERY_STRUCTURE,
    LOWER_EDGE_MM,
    SCHEMATIC,
    VIEWS,
    distance,
    inside,
    marks,
    nearest,
    rows,
    svg,
)  # fmt: skip

NEAR_MM = 14
"""How far from its origin a fibre may begin; small origins are good to about 6 mm."""
AROUND_THE_CORNER = {("lateral", "gluteus-maximus"): 30}
"""Here the origin faces away from the viewer: the fibres come into sight at the edge of the muscle."""
BESIDE_BONE = {"symphysis-midpoint"}
"""A point of reference that lies in a joint, not on a bone."""
END_ON = {("lateral", "quadratus-femoris")}
"""Seen end-on: origin and insertion fall on the same place."""
FEATURES = {
    "posterior": {
        "posterior-gluteal-line", "anterior-gluteal-line", "inferior-gluteal-line", "median-sacral-crest",
        "medial-sacral-crest", "lateral-sacral-crest", "posterior-sacral-foramen-1",
        "posterior-sacral-foramen-2", "posterior-sacral-foramen-3", "posterior-sacral-foramen-4",
        "sacral-hiatus", "sacral-cornu", "intertrochanteric-crest", "quadrate-tubercle",
        "gluteal-tuberosity", "linea-aspera", "trochanteric-fossa", "greater-sciatic-notch",
        "lesser-sciatic-notch", "iliac-crest", "acetabular-rim", "lesser-trochanter",
    },
    "lateral": {
        "posterior-gluteal-line", "anterior-gluteal-line", "inferior-gluteal-line", "medial-sacral-crest",
        "lateral-sacral-crest", "sacral-cornu", "gluteal-tuberosity", "greater-sciatic-notch",
        "lesser-sciatic-notch", "iliac-crest", "acetabular-rim", "lesser-trochanter",
    },
}  # fmt: skip
FACING_AWAY = {
    "posterior": {"piriformis", "obturator-internus", "obturator-externus"},
    "lateral": {"piriformis", "obturator-internus"},
}
"""Muscles whose origin lies on a face of the bone that the view does not show."""
BURSA_ON_FACET = [
    ("posterior", "subgluteus-maximus-bursa", "gt-posterior-facet"),
    ("lateral", "subgluteus-maximus-bursa", "gt-posterior-facet"),
    ("lateral", "subgluteus-medius-bursa", "gt-lateral-facet"),
    ("lateral", "subgluteus-minimus-bursa", "gt-anterior-facet"),
]
CORDS = [
    (view, key)
    for view, key in EVERY_STRUCTURE
    if load_plate(view).structures[key].kind in ("nerve", "vessel") and key != "sciatic-nerve"
]
FLESHY = [
    (view, key)
    for view, key in EVERY_STRUCTURE
    if load_plate(view).structures[key].kind in ("muscle", "ligament")
]


@pytest.fixture(params=VIEWS, scope="module")
def view(request):
    """One view after the other."""
    return request.param


@pytest.mark.parametrize(("view", "key"), CORDS)
def test_a_cord_is_as_broad_as_its_courses_say(view, key):
    structure = load_plate(view).structures[key]
    courses = structure.of_role("course")
    assert courses and all(1 <= one.weight <= 4 for one in courses)
    for one in courses:
        assert inside(one.line, structure.outline, 0.15).all()
        away = distance(one.line[2:-2], structure.outline)
        assert (away >= one.weight / 2 - 0.25).all()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("artery", ["superior-gluteal-artery", "inferior-gluteal-artery"])
def test_a_vein_runs_beside_its_artery(view, artery):
    drawn = load_plate(view).structures
    vein = drawn[artery.replace("artery", "vein")].of_role("course")
    beside = [one.line for one in drawn[artery].of_role("course")]
    for one in vein:
        assert np.median(nearest(one.line, beside)) < one.weight + 1.5


@pytest.mark.parametrize("view", VIEWS)
def test_the_superior_gluteal_nerve_crosses_a_few_centimetres_above_the_trochanter(view):
    plate = load_plate(view)
    tip = plate.landmarks["greater-trochanter-tip"]
    trunk = plate.structures["superior-gluteal-nerve"].of_role("course")[0].line
    above = trunk[np.abs(trunk[:, 0] - tip.x_mm).argmin()]
    assert 25 <= tip.y_mm - above[1] <= 60


@pytest.mark.parametrize("view", VIEWS)
def test_nerves_and_vessels_leave_above_and_below_piriformis(view):
    drawn = load_plate(view).structures
    belly = drawn["piriformis"]
    for key, one in drawn.items():
        if (key in SCHEMATIC and one.kind == "nerve") or one.kind == "vessel":
            begins = one.of_role("course")[0].line
            beyond = begins[~inside(begins, belly.outline, 0.0)]
            assert len(beyond) and inside(begins[:1], belly.outline, 2.0).all(), key
            lower = beyond[0][1] > belly.centroid_mm[1] - 20
            assert lower == (not key.startswith("superior")), key


@pytest.mark.parametrize(("view", "key"), FLESHY)
def test_fibres_stay_inside_and_run_from_origin_to_insertion(view, key):
    structure = load_plate(view).structures[key]
    assert 3 <= len(structure.fibres) <= 10
    assert all(inside(fibre, structure.outline, 0.3).all() for fibre in structure.fibres)
    begins = np.array([fibre[0] for fibre in structure.fibres])
    ends = np.array([fibre[-1] for fibre in structure.fibres])
    origins = marks(view, key, "origin")
    insertions = [line for line in marks(view, key, "insertion") if len(line) > 2]
    assert np.median(nearest(begins, origins)) <= AROUND_THE_CORNER.get((view, key), NEAR_MM)
    if insertions and (view, key) not in END_ON:
        lean = [nearest(points, origins) - nearest(points, insertions) for points in (begins, ends)]
        assert (lean[0] < lean[1]).all()


def test_fibres_of_gluteus_maximus_slope_as_they_do_in_people():
    slopes = [
        np.degrees(np.arctan2(fibre[-1][1] - fibre[0][1], fibre[-1][0] - fibre[0][0]))
        for fibre in load_plate("posterior").structures["gluteus-maximus"].fibres
    ]
    assert 32 <= np.median(slopes) <= 50


@pytest.mark.parametrize(("view", "key"), EVERY_STRUCTURE)
@pytest.mark.parametrize(("role", "slack_mm"), [("tendon", 0.5), ("form", 0.6), ("shade", 0.6), ("hole", 0)])
def test_details_stay_inside_their_structure(view, key, role, slack_mm):
    outline = load_plate(view).structures[key].outline
    for line in marks(view, key, role):
        assert inside(line, outline, slack_mm).all()


def test_holes_are_the_obturator_and_the_sacral_foramina(view):
    assert len(marks(view, "hip-bone", "hole")) == 1
    assert len(marks(view, "sacrum", "hole")) == (4 if view == "posterior" else 0)
    # the outline itself has them too, so that a plain SVG viewer leaves them open
    drawn = next(element for element in svg(view).iter() if element.get("id") == "hip-bone")
    assert (drawn.get("d").count("Z"), svg(view).get("fill-rule")) == (2, "evenodd")


@pytest.mark.parametrize(("view", "key"), EVERY_STRUCTURE)
def test_what_bone_hides_is_left_out_of_the_visible_part(view, key):
    paths = [
        e for e in svg(view).iter() if e.get("data-role") == "visible" and e.get("data-structure") == key
    ]
    assert len(paths) <= 1
    if paths:
        visible = load_plate(view).structures[key].visible
        assert visible and visible.count("M") == visible.count("Z")


def test_all_landmarks_are_where_they_were_measured(view):
    plate = load_plate(view)
    measured = {row["landmark"]: row for row in rows("reference_landmarks.csv")}
    assert len(measured) == 70 and set(plate.landmarks) == set(measured)
    across = "lateral_mm" if view == "posterior" else "anterior_mm"
    for key, mark in plate.landmarks.items():
        row = measured[key]
        assert (mark.x_mm, mark.y_mm) == pytest.approx((float(row[across]), -float(row["up_mm"])), abs=0.06)
        assert (mark.structure, mark.visible) == (row["structure"], row[f"visible_{view}"] == "yes")


def test_landmarks_lie_on_the_outline_of_their_bone(view):
    plate = load_plate(view)
    off = []
    for mark in plate.landmarks.values():
        drawn = mark.structure in plate.structures and mark.y_mm < LOWER_EDGE_MM
        place = np.array([[mark.x_mm, mark.y_mm]])
        if (
            drawn
            and mark.id not in BESIDE_BONE
            and not inside(place, plate.structures[mark.structure].outline, 2)[0]
        ):
            off.append(mark.id)
    assert not off


def test_skin_has_the_lines_a_physiotherapist_looks_for(view):
    names = {
        element.get("data-name") for element in svg(view).iter() if element.get("data-structure") == "skin"
    }
    assert "gluteal-fold" in names
    assert view == "lateral" or "gluteal-cleft" in names


def test_the_bones_bear_the_lines_notches_and_openings_of_an_atlas(view):
    bones = [one for one in load_plate(view).structures.values() if one.kind == "bone"]
    assert FEATURES[view] <= {detail.name for bone in bones for detail in bone.details}


def test_the_sacral_hiatus_lies_between_the_cornua_below_the_fourth_foramina():
    named = {detail.name: detail for detail in load_plate("posterior").structures["sacrum"].of_role("shade")}
    hiatus = named["sacral-hiatus"].line
    middle_mm = -82
    assert hiatus[:, 0].mean() == pytest.approx(middle_mm, abs=1)
    foramina = [line for line in marks("posterior", "sacrum", "hole") if line[:, 1].mean() > -30]
    assert len(foramina) == 2 and hiatus[:, 1].mean() > max(line[:, 1].max() for line in foramina)


def test_an_origin_on_a_face_turned_away_is_marked_hidden(view):
    drawn = load_plate(view).structures
    for key in FACING_AWAY[view]:
        assert any(one.hidden for one in drawn[key].of_role("origin")), key
    for key in ("gluteus-medius", "gluteus-minimus", "inferior-gemellus"):
        assert not any(one.hidden for one in drawn[key].of_role("origin")), key


def test_obturator_internus_is_a_tendon_outside_the_lesser_notch_between_the_gemelli():
    plate = load_plate("posterior")
    [tendon] = marks("posterior", "obturator-internus", "tendon")
    notch = plate.landmarks["lesser-sciatic-notch-apex"]
    assert np.mean(tendon[:, 0] > notch.x_mm) > 0.5
    at_notch = tendon[np.abs(tendon[:, 0] - notch.x_mm) < 12].mean(axis=0)[1]
    upper, lower = (plate.structures[f"{name}-gemellus"].centroid_mm[1] for name in ("superior", "inferior"))
    assert upper < at_notch < lower


@pytest.mark.parametrize(("view", "bursa", "facet"), BURSA_ON_FACET)
def test_bursae_lie_on_the_facets_of_the_trochanter(view, bursa, facet):
    plate = load_plate(view)
    mark = plate.landmarks[facet]
    place = np.array([[mark.x_mm, mark.y_mm]])
    assert inside(place, plate.structures[bursa].outline, 3)[0]


def test_the_aponeurosis_covers_most_of_gluteus_medius_that_maximus_leaves_bare(view):
    drawn = load_plate(view).structures
    x, y = np.meshgrid(np.arange(-90, 70, 2.0), np.arange(-130, 20, 2.0))
    points = np.column_stack([x.ravel(), y.ravel()])
    bare = inside(points, drawn["gluteus-medius"].outline, 0)
    for key in ("gluteus-maximus", "tensor-fasciae-latae"):
        bare &= ~inside(points, drawn[key].outline, 0)
    assert inside(points[bare], drawn["gluteal-aponeurosis"].outline, 0).mean() > 0.85


def test_gluteus_maximus_ends_in_the_tract_and_on_the_gluteal_tuberosity(view):
    ends = {one.part for one in load_plate(view).structures["gluteus-maximus"].of_role("insertion")}
    assert ends == {"iliotibial tract", "gluteal tuberosity"}
