"""Body charts: symmetrical, level with one another, near the reference bodies, small, the same every time.

``data/plates/BODY.md`` says where the figure departs from the first reference body on purpose.
"""

import csv
import re
import xml.etree.ElementTree as ET
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.path import Path as Region

from gluteal.catalogue import load, name_of
from gluteal.catalogue.regions import VIEWS, body_regions
from gluteal.drawing.body import MIDLINE_MM, body_chart_svg, load_body
from gluteal.drawing.body_charts import body_chart, body_charts, landmarks_of
from gluteal.plates import views

FOLDER = Path(__file__).resolve().parent.parent / "data" / "plates"
FRONTAL = tuple(MIDLINE_MM)
LARGEST_KB = {False: 60, True: 90}
NEAR_MM = {"high": 2.0, "approximate": 15.0}
LANDMARK_OF = {
    "asis": "asis", "psis": "psis", "iliac-crest": "iliac-crest-apex",
    "greater-trochanter": "greater-trochanter-lateral", "ischial-tuberosity": "ischial-tuberosity",
    "fibular-head": "fibular-head", "lateral-malleolus": "lateral-malleolus",
    "medial-malleolus": "medial-malleolus", "popliteal-crease": "popliteal-crease", "heel": "heel-back",
}  # fmt: skip
"""Landmarks of the charts and the points of the reference body that they are."""
MEAN_DISTANCE_MM = 4.5
COMPARED_MM = {"posterior": (-340, 640), "anterior": (-340, 640), "lateral": (-340, 740)}
"""From here to there the outline is held against the reference: not the feet, which stand otherwise."""
SIDEWAYS = {"posterior": 1, "anterior": -1}


@pytest.fixture(params=VIEWS, scope="module")
def view(request):
    """One view after the other."""
    return request.param


def _rows(name):
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def turned_in(y):
    """How much nearer the midline a point of the leg lies than on the reference body, mm."""
    y = np.asarray(y, float)
    return 0.07 * np.where(y <= 0, 0, np.where(y < 60, y**2 / 120, y - 30))


def outline(view):
    return load_body(view).structures["body"].outline


def distance(points, ring):
    """Distance of points to a closed line, mm."""
    begin, step = ring, np.roll(ring, -1, axis=0) - ring
    length = np.maximum((step**2).sum(axis=1), 1e-12)
    away = np.asarray(points, float)[:, None, :] - begin[None]
    share = np.clip((away * step).sum(axis=2) / length, 0, 1)
    return np.linalg.norm(away - share[..., None] * step, axis=2).min(axis=1)


def mirrored(points, middle):
    return np.column_stack([2 * middle - points[:, 0], points[:, 1]])


def signed_area(ring):
    x, y = np.asarray(ring).T
    return 0.5 * float(x @ np.roll(y, -1) - y @ np.roll(x, -1))


def test_the_three_views_are_plates_of_the_body():
    assert views("body") == tuple(sorted(f"body-{view}" for view in VIEWS))
    assert {load_body(view).view for view in VIEWS} == set(VIEWS)


def test_the_file_names_whom_to_credit_and_its_frame(view):
    root = ET.parse(FOLDER / f"body-{view}.svg").getroot()
    said = "".join(root.itertext())
    assert all(word in said for word in ("HuBMAP", "CC BY 4.0", "BodyParts3D", "Z-Anatomy", "CC BY-SA 4.0"))
    assert (root.get("data-view"), root.get("data-region"), root.get("data-unit")) == (view, "body", "mm")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("view", FRONTAL)
def test_left_and_right_are_mirror_images(view):
    ring = outline(view)
    assert distance(mirrored(ring, MIDLINE_MM[view]), ring).max() < 0.2
    bones = load_body(view).structures
    pairs = [key for key in bones if f"{key}-left" in bones]
    pairs += [
        key for key in bones if f"{key.removesuffix('-right')}-left" in bones and key.endswith("-right")
    ]
    assert len(pairs) >= 7
    for key in pairs:
        left = bones[f"{key}-left" if f"{key}-left" in bones else f"{key.removesuffix('-right')}-left"]
        assert distance(mirrored(left.outline, MIDLINE_MM[view]), bones[key].outline).max() < 0.5, key


@pytest.mark.parametrize("view", FRONTAL)
def test_furrows_are_mirror_images_too(view):
    lines = [one.line for one in load_body(view).structures["body"].of_role("form")]
    every = np.vstack(lines)
    for line in lines:
        other = mirrored(line, MIDLINE_MM[view])
        away = np.linalg.norm(other[:, None] - every[None], axis=2).min(axis=1)
        assert away.max() < 6


def test_front_and_back_have_one_outline():
    back, front = outline("posterior"), outline("anterior") * [-1, 1]
    assert distance(front, back).max() < 2.5  # the tips of the toes
    assert np.median(distance(front, back)) < 0.1


def test_a_level_is_the_same_in_all_views():
    levels = {}
    for view in VIEWS:
        for key, mark in load_body(view).landmarks.items():
            levels.setdefault(key, set()).add(mark.y_mm)
    assert len(levels) >= 16
    assert {key: found for key, found in levels.items() if len(found) > 1} == {}
    tops = {load_body(view).view_box[1::2] for view in VIEWS}
    assert len(tops) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_landmarks_lie_where_the_reference_body_has_them(view):
    reference = {row["id"]: row for row in _rows("reference_body_landmarks.csv")}
    marks = load_body(view).landmarks
    checked = [key for key in marks if key in LANDMARK_OF]
    assert len(checked) >= 5
    for key in checked:
        row = reference[LANDMARK_OF[key]]
        y = float(row["down_mm"])
        leg = float(turned_in(y)) if key != "ischial-tuberosity" else 0.0
        across = {"lateral": float(row["anterior_mm"])}.get(view)
        if across is None:
            across = SIDEWAYS[view] * (float(row["lateral_mm"]) - leg)
        away = np.hypot(marks[key].x_mm - across, marks[key].y_mm - y)
        assert away <= NEAR_MM[row["confidence"]], (key, away)


def test_landmarks_lie_on_the_body_and_have_names(view):
    plate = load_body(view)
    places = np.array([(mark.x_mm, mark.y_mm) for mark in plate.landmarks.values()])
    ring = outline(view)
    outside = ~Region(ring).contains_points(places)
    assert distance(places[outside], ring).max(initial=0) < 15
    assert all(name_of(key) for key in plate.landmarks)


@pytest.mark.parametrize("view", VIEWS)
def test_the_outline_follows_the_reference_body(view):
    rows = [row for row in _rows("reference_body_outlines.csv") if row["view"] == view]
    guide = np.array([(float(row["x_mm"]), float(row["y_mm"])) for row in rows])
    if view in MIDLINE_MM:
        guide[:, 0] -= np.sign(guide[:, 0] - MIDLINE_MM[view]) * turned_in(guide[:, 1])
    low, high = COMPARED_MM[view]
    guide = guide[(guide[:, 1] > low) & (guide[:, 1] < high)]
    if view in MIDLINE_MM:  # the first body's genitals are not drawn
        guide = guide[
            ~((abs(guide[:, 0] - MIDLINE_MM[view]) < 25) & (guide[:, 1] > 80) & (guide[:, 1] < 160))
        ]
    away = distance(guide, outline(view))
    assert away.mean() <= MEAN_DISTANCE_MM
    assert away.max() <= 20


def test_bones_lie_inside_the_skin(view):
    plate, ring = load_body(view), outline(view)
    for bone in plate.structures.values():
        if bone.layer == "skeleton":
            inside = Region(ring).contains_points(bone.outline)
            assert distance(bone.outline[~inside], ring).max(initial=0) < 2, bone.id


def test_steps_of_tone_grow_darker_and_stay_apart_from_olive(view):
    weights = [one.weight for one in load_body(view).structures["body"].of_role("shade")]
    assert len(weights) >= 10 and weights == sorted(weights) and weights[0] >= 0 and weights[-1] <= 1
    opacities = [float(value) for value in re.findall(r' opacity="([\d.]+)"', body_chart_svg(view, True))]
    assert min(opacities) >= 0.04


@pytest.mark.parametrize("skeleton", [False, True])
def test_the_art_for_the_page_is_small_whole_and_the_same_every_time(view, skeleton):
    art = body_chart_svg(view, skeleton)
    assert len(art.encode()) <= LARGEST_KB[skeleton] * 1000
    body_chart_svg.cache_clear()
    assert body_chart_svg(view, skeleton) == art
    root = ET.fromstring(art)
    groups = [group.get("class") for group in root if group.get("class")]
    assert groups == ["body", *(["skeleton"] if skeleton else []), "zones", "fade"]
    clip = root.find(".//*[@class='zones']").get("clip-path")
    assert clip == f"url(#b-{view}-outline)" and f'id="b-{view}-outline"' in art
    used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', art))
    assert {one or two for one, two in used} <= set(re.findall(r'\bid="([^"]+)"', art))


def test_two_charts_can_stand_on_one_page():
    ids = [set(re.findall(r'\bid="([^"]+)"', body_chart_svg(view, prefix=prefix)))
           for view in VIEWS for prefix in ("a", "b")]  # fmt: skip
    assert not any(one & two for one, two in combinations(ids, 2))


def test_an_unknown_view_or_side_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="choose from posterior, lateral, anterior"):
        body_chart_svg("dorsal")
    with pytest.raises(ValueError, match="choose from right, left"):
        body_chart("posterior", landmarks=True, side="both")
    with pytest.raises(ValueError, match="right side only"):
        landmarks_of(load_body("lateral"), "left")
    with pytest.raises(ValueError, match="choose from posterior"):
        body_regions("dorsal")


def test_a_left_landmark_is_the_mirrored_right_one():
    plate = load_body("posterior")
    for right, left in zip(landmarks_of(plate), landmarks_of(plate, "left"), strict=True):
        assert (left.x_mm + right.x_mm, left.y_mm) == (pytest.approx(-164), right.y_mm)


def test_the_three_views_share_scale_and_level():
    axes = body_charts().axes
    assert len(axes) == 3
    scales = {round(ax.get_position().height * ax.figure.get_figheight() / 1195, 9) for ax in axes}
    assert len(scales) == 1 and len({round(ax.get_position().y0, 9) for ax in axes}) == 1
    widths = [ax.get_position().width * ax.figure.get_figwidth() / load_body(v).view_box[2]
              for ax, v in zip(axes, VIEWS, strict=True)]  # fmt: skip
    assert max(widths) - min(widths) < 1e-9


# --- regions --------------------------------------------------------------------------------------------


def corners(region):
    return np.array(region.corners_mm)


def crossings(ring):
    """Pairs of sides of a ring that cross."""
    sides = [(ring[i], ring[(i + 1) % len(ring)]) for i in range(len(ring))]

    def turn(a, b, c):
        return np.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

    return sum(
        turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
        for (a, b), (c, d) in combinations(sides, 2)
    )


def test_every_region_is_a_simple_polygon_with_a_name(view):
    for region in body_regions(view).values():
        ring = corners(region)
        assert len(ring) >= 4 and crossings(ring) == 0 and abs(signed_area(ring)) > 400, region.id
        assert region.name and region.path.endswith("Z")


def test_regions_lie_inside_the_outline_on_the_right_side(view):
    ring = outline(view)
    for region in body_regions(view).values():
        places = corners(region)
        outside = places[~Region(ring).contains_points(places)]
        assert distance(outside, ring).max(initial=0) < 1.5, region.id
        if view in MIDLINE_MM:
            assert (SIDEWAYS[view] * (places[:, 0] - MIDLINE_MM[view])).min() > -0.5, region.id


def test_neighbouring_regions_do_not_overlap(view):
    left, top, width, height = load_body(view).view_box
    x, y = np.meshgrid(np.arange(left, left + width, 1.5), np.arange(top, top + height, 1.5))
    grid = np.column_stack([x.ravel(), y.ravel()])
    masks = {one.id: Region(corners(one)).contains_points(grid) for one in body_regions(view).values()}
    for one, two in combinations(masks, 2):
        both = (masks[one] & masks[two]).sum()
        assert both <= 0.02 * min(masks[one].sum(), masks[two].sum()), (one, two)


def test_regions_that_reach_the_edge_follow_it(view):
    ring = outline(view)
    for key in {"posterior-calf", "posterior-thigh-middle", "lateral-thigh-middle"} & set(body_regions(view)):
        if (view, key) == ("lateral", "lateral-thigh-middle"):
            continue
        assert distance(corners(body_regions(view)[key]), ring).min() < 1.0, key


def test_the_same_region_has_the_same_name_in_every_view():
    names = {}
    for corner in load().body_regions.values():
        names.setdefault(corner.region, set()).add(corner.name)
    assert len(names) >= 24 and all(len(found) == 1 for found in names.values())
