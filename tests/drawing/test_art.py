"""The art: inside the outline, along the fibres, the same every time, the same in both backends."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.path import Path as Region

from gluteal.drawing import canvas, fibres, sight, style
from gluteal.drawing.art import EMPHASES, structure_marks
from gluteal.drawing.brushwork import strokes
from gluteal.drawing.marks import Mark, Show
from gluteal.drawing.relief import FLAT, Body, encloses, relief
from gluteal.drawing.svg import plate_svg
from gluteal.plates import load_overlay, load_plate, views
from gluteal.svg_path import flatten

EVERY = [(view, key) for view in views() for key in load_plate(view).structures]
FIBROUS = [(view, key) for view, key in EVERY if len(load_plate(view).structures[key].fibres) > 1]


def structure(view, key):
    return load_plate(view).structures[key]


@pytest.mark.parametrize(("view", "key"), EVERY)
def test_nothing_but_the_shadow_is_drawn_outside_the_outline(view, key):
    one = structure(view, key)
    own = {one.path, one.edge, one.visible, *(detail.path for detail in one.details)} - {""}
    for mark in structure_marks(one):
        within = mark.clip in own or (mark.clip and mark.clip in one.path)  # one contour: a canal, the rim
        contour = mark.path in one.path or mark.path in one.edge
        assert within or contour or is_cut_end(mark, one), "a mark without clip that is no contour"


def is_cut_end(mark, one):
    """Each of its contours lies at the end of a branch, and is no wider than that."""
    ends = np.array([part.line[-1] for part in one.details if part.muscular]).reshape(-1, 2)
    rings = [np.asarray(ring) for ring in flatten(mark.path)]
    away = (
        [np.linalg.norm(ring[:, None] - ends, axis=2).min(axis=1).max() for ring in rings]
        if len(ends)
        else [9]
    )
    return max(away) < 2.2


@pytest.mark.parametrize("view", ["posterior", "posterolateral"])
def test_the_foramina_of_the_sacrum_are_pits_and_not_windows(view):
    sacrum = structure(view, "sacrum")
    marks = structure_marks(sacrum)
    filled = [mark.path for mark in marks if mark.fill]
    for canal in sacrum.path.split("M")[2:]:
        assert f"M{canal}" in filled
    assert not any(mark.path == sacrum.path for mark in marks), "the paper shows through the sacrum"


@pytest.mark.parametrize(("view", "key"), FIBROUS)
def test_striations_follow_the_fibre_field(view, key):
    one = structure(view, key)
    places, ways = (np.vstack(each) for each in zip(*map(pieces, one.fibres), strict=True))
    for line in fibres.striations(one, 3.0, (0.3, 0.8), "test"):
        across = []
        for place, way in zip(*pieces(line), strict=True):
            near = np.argsort(np.linalg.norm(places - place, axis=1))[:6]
            across.append(np.degrees(np.arccos(np.clip(np.abs(ways[near] @ way).max(), 0, 1))))
        assert np.median(across) < 30, f"{key}: a line runs across its neighbours"


def pieces(line):
    """Middles and directions of the pieces of a line."""
    points = fibres.resample(line, 24)
    steps = np.diff(points, axis=0)
    return (points[1:] + points[:-1]) / 2, steps / np.linalg.norm(steps, axis=1)[:, None]


@pytest.mark.parametrize(("view", "key"), [("posterior", "piriformis"), ("lateral", "gluteus-medius")])
def test_art_is_the_same_every_time(view, key):
    assert structure_marks(structure(view, key)) == structure_marks(structure(view, key))


def test_a_muscle_has_striations_light_and_dark_and_a_pale_tendon():
    marks = structure_marks(structure("posterior", "piriformis"))
    colour = style.colour_of("piriformis", "muscle")
    strokes = [mark for mark in marks if mark.fill and mark.path.count("M") > 5]
    assert {lightness([mark]) > lightness([Mark("", fill=colour)]) for mark in strokes} == {True, False}
    [tendon] = structure("posterior", "piriformis").of_role("tendon")
    assert lightness([mark for mark in marks if mark.clip == tendon.path]) > lightness(strokes) + 40


def test_what_bone_hides_is_not_painted():
    one = structure("posterior", "obturator-internus")
    base = next(mark for mark in structure_marks(one) if mark.fill)
    assert base.clip == one.visible != ""


def test_light_comes_from_the_upper_left():
    skin = structure("posterior", "gluteus-medius")
    shadow = structure_marks(skin)[0]
    assert shadow.stroke == style.COLOURS["shadow"]
    assert shadow.offset_mm[0] > 0 and shadow.offset_mm[1] > 0


def test_fascia_lets_what_lies_below_shine_through():
    tract = structure("lateral", "iliotibial-tract")
    colour = style.colour_of(tract.id, tract.kind)
    sheets = [1 - mark.opacity for mark in structure_marks(tract) if mark.fill == colour]
    assert 0.3 < 1 - np.prod(sheets) < 0.9


def test_the_aponeurosis_has_no_hard_border_within_the_tract():
    one = structure("lateral", "gluteal-aponeurosis")
    assert not any(mark.stroke and mark.path in (one.path, one.edge) for mark in structure_marks(one))


def lightness(marks):
    """Mean brightness of the colours that fill."""
    fills = [mark.fill for mark in marks if mark.fill]
    return np.mean([int(fill[i : i + 2], 16) for fill in fills for i in (1, 3, 5)])


def test_emphasis_is_seen():
    one = structure("posterior", "gluteus-medius")
    normal, muted, highlighted, ghost = (structure_marks(one, emphasis) for emphasis in EMPHASES)
    assert lightness(muted) > lightness(normal) + 15
    assert highlighted[-1].stroke == style.INK and highlighted[:-1] == normal
    assert any(mark.dash_mm for mark in ghost) and max(mark.opacity for mark in ghost if mark.fill) <= 0.3


def test_a_ghost_tells_how_the_fibres_ran_and_covers_little():
    ghost = structure_marks(structure("posterior", "gluteus-maximus"), "ghost")
    veil = [mark for mark in ghost if mark.fill and mark.path.count("M") < 3]
    assert sum(mark.opacity for mark in veil) <= 0.15
    assert any(mark.path.count("M") > 10 for mark in ghost)


def test_an_unknown_emphasis_is_refused():
    with pytest.raises(ValueError, match="unknown emphasis 'loud'; choose from normal, muted"):
        structure_marks(structure("posterior", "femur"), "loud")


def test_what_is_out_of_sight_is_left_out_of_the_detail():
    plate = load_plate("posterior")
    layers = plate.up_to("maximus")
    show = sight.shows(*sight.in_sight(layers, plate.view_box))
    one = plate.structures["gluteus-minimus"]
    assert sum(len(mark.path) for mark in structure_marks(one, "normal", show[one.id])) < sum(
        len(mark.path) for mark in structure_marks(one)
    )


def test_small_pictures_have_fewer_lines():
    one = structure("posterior", "gluteus-maximus")
    lines = [len(fibres.striations(one, 4.0, (0.3, 0.8), "test", Show(detail=detail))) for detail in (1, 0.3)]
    assert lines[1] < 0.6 * lines[0]


@pytest.mark.parametrize("view", views())
def test_the_browser_gets_every_structure_in_its_own_group(view):
    root = ET.fromstring(plate_svg(view, prefix="t"))
    groups = {g.get("data-structure"): g.get("data-layer") for g in root.iter() if g.get("data-structure")}
    assert groups == {one.id: one.layer for one in load_plate(view).structures.values()}
    assert list(groups) == list(load_plate(view).structures)


@pytest.mark.parametrize("view", views())
def test_the_browsers_art_is_small_self_contained_and_its_ids_are_prefixed(view):
    text = plate_svg(view, prefix="t")
    ids = re.findall(r'\bid="([^"]+)"', text)
    used = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text)
    assert len(text) <= 400_000
    assert ids and len(set(ids)) == len(ids) and all(key.startswith("t-") for key in ids)
    assert {a or b for a, b in used} <= set(ids)
    assert not re.search(r"<(image|filter|style|script)|https?://(?!www\.w3\.org)", text)
    assert not re.search(r"\d\.\d{2,}(?=[^\"]*\"/?>)", "".join(re.findall(r' d="[^"]*"', text)))


def test_the_browser_can_ask_for_some_structures():
    root = ET.fromstring(plate_svg("posterior", ("femur", "piriformis")))
    assert [g.get("data-structure") for g in root.iter() if g.get("data-structure")] == [
        "femur",
        "piriformis",
    ]
    with pytest.raises(KeyError, match="did you mean 'piriformis'"):
        plate_svg("posterior", ("piriformus",))


def axes(view="posterior"):
    ax = Figure(figsize=(4, 6)).add_axes((0, 0, 1, 1))
    return canvas.plate_axes(ax, load_plate(view))


def test_both_backends_draw_the_same_marks():
    one = structure("posterior", "piriformis")
    ax = axes()
    canvas.draw_structures(ax, [one])
    [art] = [artist for artist in ax.artists if hasattr(artist, "marks")]
    drawn = plate_svg("posterior", ("piriformis",)).split("</defs>")[1]
    assert art.marks == structure_marks(one) and len(art.patches) == len(art.marks)
    assert len(re.findall(r"<(?:use|path)", drawn)) == len(art.marks)


def test_matplotlib_clips_as_the_mark_says():
    ax = axes()
    art = canvas.draw(ax, [Mark("M-50-50h100v100h-100Z", fill="#ff0000", clip="M0 0h10v10h-10Z")])
    clip, affine = art.patches[0].get_transformed_clip_path_and_affine()
    corners = clip.transformed(affine).get_extents().get_points()
    (left, low), (right, high) = ax.transData.inverted().transform(corners)
    assert sorted(np.round((left, right, low, high)).tolist()) == [0, 0, 10, 10]


def test_lines_stay_on_their_muscle_when_painted():
    one = structure("lateral", "gluteus-medius")
    outline = Region(one.outline)
    lines = [line for mark in structure_marks(one) if mark.path.count("M") > 5 for line in flatten(mark.path)]
    inside = np.mean([outline.contains_points(line).mean() for line in lines])
    assert inside > 0.8, "most of each line lies on the muscle; the clip only trims"


def test_drawing_leaves_global_settings_alone():
    before = dict(matplotlib.rcParams)
    ax = axes()
    canvas.draw_structures(ax, [structure("posterior", "femur")])
    assert dict(matplotlib.rcParams) == before


REFLECTED = list(load_overlay("posterior-reflected").structures.values())


@pytest.mark.parametrize("part", REFLECTED, ids=lambda part: part.id)
def test_stumps_and_flaps_take_colour_and_name_of_the_whole_and_show_their_cut_face(part):
    whole = structure("posterior", part.of)
    assert whole.kind == part.kind == "muscle" and len(part.fibres) > 3
    [cut] = part.of_role("cut")
    drawn = structure_marks(part)
    ends = [
        mark for mark in drawn if mark.fill and mark.path.count("M") >= 5 and mark not in whole_marks(part)
    ]
    near = [np.linalg.norm(cut.line - flatten(mark.path)[0].mean(axis=0), axis=1).min() for mark in ends[-2:]]
    assert max(near) < 8, "the ends of the fascicles lie along the cut"
    assert {mark.fill for mark in drawn} & {mark.fill for mark in structure_marks(whole)}


def whole_marks(part):
    """The marks that the part would have if it were not cut."""
    return structure_marks(replace(part, details=tuple(one for one in part.details if one.role != "cut")))


@pytest.mark.parametrize(
    "part", [one for one in REFLECTED if one.id.endswith("-stump")], ids=lambda part: part.id
)
def test_a_stump_lies_within_the_muscle_it_is_left_of(part):
    found = relief(part, Body())
    row, column = np.nonzero(found.inside)
    places = np.column_stack([found.left_mm + column * found.step_mm, found.top_mm + row * found.step_mm])
    assert encloses(structure("posterior", part.of).rings, places).mean() > 0.97


def test_light_falls_from_the_upper_left_on_the_round_of_a_muscle():
    found = relief(structure("posterior", "biceps-femoris-long-head"), Body())
    row = found.shade[found.shade.shape[0] // 2][found.inside[found.shade.shape[0] // 2]]
    assert row[0] > FLAT > row[-1]


@pytest.mark.parametrize(("view", "key"), [("posterior", "gluteus-maximus"), ("lateral", "gluteus-medius")])
def test_no_bundle_crosses_the_outline(view, key):
    one = structure(view, key)
    lines = [stroke.points for name in ("furrow", "gleam") for stroke in strokes(one, name)]
    outside = [~encloses(one.rings, line) for line in lines]
    assert len(lines) > 40 and np.mean(np.concatenate(outside)) < 0.02


def test_veins_are_blue_and_arteries_red():
    artery, vein = (style.colour_of(f"superior-gluteal-{kind}", "vessel") for kind in ("artery", "vein"))
    assert int(artery[1:3], 16) > int(artery[5:], 16) and int(vein[5:], 16) > int(vein[1:3], 16)
    with_vein = structure_marks(structure("posterior", "superior-gluteal-vein"))
    assert any(mark.fill == vein for mark in with_vein)


def test_a_branch_that_ends_in_a_muscle_ends_in_a_cut_and_no_other_does():
    artery = structure("posterior", "inferior-gluteal-artery")
    whole = replace(artery, details=tuple(replace(one, muscular=False) for one in artery.details))
    rim, hole = structure_marks(artery)[-2:]
    assert len(structure_marks(artery)) == len(structure_marks(whole)) + 2
    assert rim.path.count("Z") == hole.path.count("Z") == sum(one.muscular for one in artery.details) > 1
