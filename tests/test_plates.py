"""The reader of plates: what is drawn arrives in millimetres; what is wrong is named with its remedy."""

import numpy as np
import pytest

from gluteal.catalogue import name_of
from gluteal.plates import PlateError, load_overlay, load_plate, views
from gluteal.plates.reading import uncut
from gluteal.svg_path import PathError, compact, flatten, smooth

PLATE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 40 40" data-view="small">
<g id="layer-bones" data-layer="bones" data-title="Bones">
<path id="block" class="structure" data-kind="bone" d="M0 0H20V10H0ZM5 2h4v4h-4z"/></g>
<g id="layer-deep" data-layer="deep" data-title="Deep muscles">
<path id="strap" class="structure" data-kind="muscle" d="m2 2 l16 0 0 26 -16 0 z"/></g>
<g id="detail">
<path data-structure="strap" data-role="visible" d="M2 10H18V28H2Z"/>
<path data-structure="strap" data-role="fibre" d="M4 2V28"/>
<path data-structure="strap" data-role="fibre" d="M16 2C16 10 14 20 16 28"/>
<path data-structure="strap" data-role="origin" data-part="upper edge" d="M2 2H18"/>
<path data-structure="block" data-role="form" data-weight="3" d="M1 1L9 9"/></g>
<g id="landmarks">
<circle data-landmark="corner" data-structure="block" data-visible="no" cx="20" cy="10" r="1"/></g>
</svg>"""


@pytest.fixture
def read(tmp_path):
    """Read a plate from text."""

    def reader(text=PLATE):
        file = tmp_path / f"plate{len(list(tmp_path.iterdir()))}.svg"
        file.write_text(text, encoding="utf-8")
        return load_plate("small", file)

    return reader


def test_structures_come_in_painters_order_with_layer_and_kind(read):
    plate = read()
    assert [(one.id, one.kind, one.layer) for one in plate.structures.values()] == [
        ("block", "bone", "bones"),
        ("strap", "muscle", "deep"),
    ]
    assert [one.id for one in plate.up_to("bones")] == ["block"]
    assert plate.view_box == (-10, -10, 40, 40)


def test_area_and_centroid_leave_out_the_hole(read):
    block = read().structures["block"]
    assert block.area_mm2 == pytest.approx(200 - 16)
    assert block.centroid_mm == pytest.approx(((200 * 10 - 16 * 7) / 184, (200 * 5 - 16 * 4) / 184))
    assert block.bounds_mm == (0, 0, 20, 10)


def test_details_know_role_weight_part_and_what_bone_hides(read):
    plate = read()
    strap, block = plate.structures["strap"], plate.structures["block"]
    assert strap.visible and [len(line) > 1 for line in strap.fibres] == [True, True]
    assert strap.of_role("origin")[0].part == "upper edge"
    assert block.of_role("form")[0].weight == 3 and not block.visible


def test_the_outline_of_the_textbook_is_drawn_and_the_measured_one_kept(read):
    longer = '<path data-structure="strap" data-role="textbook" d="M2 2H18V30H2Z"/></g>\n<g id="landmarks">'
    strap = read(PLATE.replace('</g>\n<g id="landmarks">', longer)).structures["strap"]
    assert strap.follows_textbook and strap.bounds_mm[3] == 30
    assert flatten(strap.measured)[0][:, 1].max() == 28
    assert not strap.of_role("textbook") and not read().structures["strap"].follows_textbook


def test_details_have_names_broken_widths_and_hidden_faces(read):
    text = PLATE.replace('data-weight="3"', 'data-weight="1.5" data-name="crest" data-hidden="yes"')
    [form] = read(text).structures["block"].of_role("form")
    assert (form.weight, form.name, form.hidden) == (1.5, "crest", True)


def test_a_part_is_named_as_its_whole(read):
    text = PLATE.replace('id="strap" class', 'id="strap-stump" data-of="strap" class')
    stump = read(text.replace('data-structure="strap"', 'data-structure="strap-stump"')).structures
    assert stump["strap-stump"].named_as == "strap" and stump["block"].named_as == "block"


def test_a_drawing_says_what_it_shows(read):
    assert read().region == "buttock"
    assert read(PLATE.replace("<svg ", '<svg data-region="body" ')).region == "body"
    with pytest.raises(ValueError, match="choose from buttock, body"):
        views("bodies")


def test_landmarks_have_place_and_sight(read):
    corner = read().landmarks["corner"]
    assert (corner.x_mm, corner.y_mm, corner.visible, corner.structure) == (20, 10, False, "block")


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('data-kind="muscle"', 'data-kind="muscel"', "strap: unknown kind 'muscel'; set data-kind to one of"),
        ('data-role="form"', 'data-role="from"', "block: unknown role 'from'; set data-role to one of"),
        ('data-weight="3"', 'data-weight="wide"', "block: data-weight 'wide' is not a number; give it in mm"),
        ("<svg ", '<svg data-region="bum" ', "unknown region 'bum'; set data-region to one of buttock, body"),
        ('d="M4 2V28"', 'd=""', "strap: the path is empty; draw this path again"),
        ('d="M4 2V28"', 'd="M4 2Q"', "strap: the path data cannot be read"),
        ('viewBox="-10 -10 40 40"', "", 'give the root viewBox="x y width height"'),
        (
            '<path data-structure="block"',
            '<path data-structure="blok"',
            "belongs to 'blok', which is not drawn",
        ),
        ("</svg>", "", "not an SVG file"),
    ],
)
def test_a_faulty_plate_is_refused_with_file_place_and_remedy(read, wrong, right, said):
    with pytest.raises(PlateError, match=r"plate\d\.svg: ") as caught:
        read(PLATE.replace(wrong, right))
    assert said in str(caught.value)


def test_unknown_names_are_answered_with_those_there_are(read):
    with pytest.raises(KeyError, match="piriformis"):
        load_plate("posterior").structures["piriformus"]
    with pytest.raises(KeyError, match=r"choose from .*lateral, posterior"):
        load_plate("anterior")
    with pytest.raises(KeyError, match="choose from bones, deep"):
        read().up_to("depp")


def test_the_pack_has_its_plates_and_reads_them_once():
    assert set(views()) >= {"lateral", "posterior"}
    assert load_plate("posterior") is load_plate("posterior")


@pytest.mark.parametrize("name", ["posterior-landmarks", "lateral-landmarks", "posterior-surface"])
def test_overlays_lie_on_structures_of_their_plate(name):
    overlay = load_overlay(name)
    structures = load_plate(overlay.view).structures
    assert overlay.landmarks and all(name_of(key) for key in overlay.landmarks)
    assert {mark.structure for mark in overlay.landmarks.values()} <= set(structures)


def test_curves_are_flattened_to_a_tenth_of_a_millimetre():
    [arc] = flatten("M50 0A50 50 0 0 1 -50 0")
    middles = (arc[:-1] + arc[1:]) / 2
    assert abs(np.linalg.norm(middles, axis=1) - 50).max() < 0.1


@pytest.mark.parametrize("data", ["M0 0h10v5H0z", "m0 0 10 0 0 5-10 0z", "M0,0 L10,0 10,5 0,5 0,0"])
def test_all_ways_to_write_a_path_give_the_same_points(data):
    assert [tuple(point) for point in flatten(data)[0]] == [(0, 0), (10, 0), (10, 5), (0, 5)]


def test_compact_paths_keep_their_place():
    data = "M0.04 0.04" + "".join(f"l{0.26} {0.13}" for _ in range(200))
    [before], [after] = flatten(data), flatten(compact(data))
    assert abs(before - after).max() <= 0.051


def test_smooth_lines_go_through_their_points():
    points = np.array([(0, 0), (10, 5), (20, 3), (31, 9)], dtype=float)
    [line] = flatten(smooth(points))
    nearest = np.linalg.norm(points[:, None] - line[None], axis=2).min(axis=1)
    assert nearest.max() < 0.1


def test_nothing_is_drawn_where_the_picture_cuts_a_structure():
    edge = uncut("M2 2L8 2L8 10L2 10Z", (0, 0, 10, 10))
    [line] = flatten(edge)
    assert [tuple(point) for point in line] == [(2, 10), (2, 2), (8, 2), (8, 10)]
    inside = "M2 2L8 2L8 8Z"
    assert uncut(inside, (0, 0, 10, 10)) == inside


def test_damaged_path_data_is_an_error_of_its_own():
    with pytest.raises(PathError, match="cannot be read"):
        flatten("M0 0 L nonsense")
