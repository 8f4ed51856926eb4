"""The drawn figure: the same every time, small, whole from every side; nearer limbs hide farther ones."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from matplotlib.figure import Figure as Page

from gluteal.catalogue.pose_faults import faults
from gluteal.catalogue.poses import made, pose
from gluteal.drawing import canvas
from gluteal.drawing.mannequin import draw_scene, scene_art, scene_marks, scene_places
from gluteal.drawing.mannequin_field import path, thinned
from gluteal.drawing.mannequin_layers import SEGMENTS, figure_layer
from gluteal.drawing.mannequin_muscles import chosen, painted
from gluteal.drawing.mannequin_raster import FAR, Grid, grid_for, paint
from gluteal.drawing.mannequin_view import View
from gluteal.models.mannequin import Figure
from gluteal.models.mannequin_surface import surface


def size(marks):
    return sum(len(mark.path) for mark in marks)


def test_a_scene_is_the_same_twice():
    assert scene_marks(pose("sitting"), detail="small") == scene_marks(pose("sitting"), detail="small")


@pytest.mark.parametrize("azimuth", [0, 45, 135, 180, 270])
def test_a_figure_is_whole_from_every_side(azimuth):
    art = scene_art(pose("standing"), azimuth, 0, "small")
    assert 1600 < art.box_mm[3] < 1800
    assert size(art.figures) > 1500


def test_marks_are_few_in_the_small_and_enough_in_the_full():
    assert size(scene_marks(pose("standing"), detail="small")) < 14_000
    assert size(scene_marks(pose("standing"))) < 95_000


def test_the_near_leg_hides_the_far_one():
    parts, view = surface(Figure()), View(90)
    on_page = np.concatenate([view.project(part.points).reshape(-1, 3) for part in parts])
    layer = figure_layer(parts, view, grid_for(on_page, 5.0), "shorts")
    count = {
        name: int((layer.segment == SEGMENTS.index(name)).sum()) for name in ("thigh-right", "thigh-left")
    }
    assert count["thigh-right"] > 20 * max(count["thigh-left"], 1)


def test_what_is_nearer_wins():
    far = np.array([[(0, 0, 0), (20, 0, 0), (0, 20, 0)]], dtype=float)
    depth, tag = paint(
        Grid(0, 0, 1, (8, 8)), np.concatenate([far, far + np.array([0, 0, 5])]), np.array([3, 4])
    )
    assert tag[2, 2] == 4
    assert depth[2, 2] == pytest.approx(5)
    depth, tag = paint(Grid(30, 30, 1, (8, 8)), far, np.array([3]))
    assert (tag == -1).all()
    assert (depth == FAR).all()


def test_thinning_keeps_corners_and_drops_what_lies_between():
    square = np.array([(0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 5)], dtype=float)
    assert len(thinned(square, 0.5)) == 4
    assert path(square).startswith("M0 0c")


def test_places_lie_where_the_figure_is():
    found, art = scene_places(pose("standing"), 90, 0), scene_art(pose("standing"), 90, 0, "small")
    x, y, width, height = art.box_mm
    assert found["patient.vertex"][1] < found["patient.heel-left"][1]
    assert all(x < at[0] < x + width and y < at[1] < y + height for at in found.values())


def test_arrows_and_spots_are_drawn():
    plain = pose("standing")
    arrow = {"kind": "press", "from": [300, 900, 0], "to": [120, 900, 0]}
    more = replace(plain, arrows=(arrow,), spots=({"at": "patient.trochanter-right"},))
    assert len(scene_marks(more, detail="small")) > len(scene_marks(plain, detail="small")) + 6


def test_an_unknown_detail_names_the_choices():
    with pytest.raises(ValueError, match="full, small"):
        scene_marks(pose("standing"), detail="tiny")


def test_a_scene_fits_an_axes_whose_window_is_set(tmp_path):
    figure = Page(figsize=(3, 4))
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(-500, 500), ylim=(100, -1700))
    draw_scene(ax, pose("standing"), detail="small")
    assert ax.get_ylim() == (100, -1700)
    canvas.write(figure, tmp_path / "a.svg", tmp_path / "a.png")
    assert (tmp_path / "a.svg").stat().st_size < 60_000


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"figures": [{"role": "nurse"}]}, "the role 'nurse' is unknown"),
        ({"figures": []}, "needs one or two figures"),
        ({"title": 3}, "'title' is missing"),
        ({"figures": [{"role": "patient", "angles": {"kne-right": [3]}}]}, "no joint 'kne-right'"),
        ({"figures": [{"role": "patient", "angles": {"knee-right": "x"}}]}, "a list of numbers: flexion"),
        ({"figures": [{"role": "patient", "hands": {"right": "open"}}]}, "shape of the hand 'open'"),
        (
            {"figures": [{"role": "patient", "root": {"posture": "kneeling"}}]},
            "posture 'kneeling' is unknown",
        ),
        ({"props": [{"kind": "tabel"}]}, "did you mean 'table'"),
        ({"contacts": [{"from": "a"}]}, "'from' and 'to'"),
        ({"figure": []}, "'figure' is unknown"),
    ],
)
def test_a_fault_of_a_pose_is_a_sentence(change, words):
    given = {"id": "a", "title": "A", "figures": [{"role": "patient"}]} | change
    assert any(words in one for one in faults(given)), faults(given)


def test_a_pose_without_fault_has_none():
    given = {"id": "a", "title": "A", "figures": [{"role": "patient"}]}
    assert faults(given) == []
    assert made(given).view == MappingProxyType({"azimuth_deg": 90.0, "elevation_deg": 8.0})


def shown_area(azimuth, **shown):
    """How many squares of a standing figure show a muscle, by whether it is the target."""
    parts, view = surface(Figure()), View(azimuth)
    on_page = np.concatenate([view.project(part.points).reshape(-1, 3) for part in parts])
    grid = grid_for(on_page, 5.0)
    layer = figure_layer(parts, view, grid, "shorts")
    return {
        one.target: int((one.inside_mm > 0).sum()) for one in painted(Figure(), layer, view, grid, **shown)
    }


@pytest.mark.parametrize(
    ("muscle", "seen_from", "hidden_from"),
    [("gluteus-maximus", 180, 0), ("piriformis", 150, 0), ("gluteus-medius", 90, 270),
     ("tensor-fasciae-latae", 60, 200)],
)  # fmt: skip
def test_a_muscle_is_painted_where_it_lies(muscle, seen_from, hidden_from):
    near = shown_area(seen_from, muscles="none", target=(muscle,))[True]
    far = shown_area(hidden_from, muscles="none", target=(muscle,))[True]
    assert near > 60
    assert far < 0.1 * near


def test_the_target_lies_on_top_and_what_the_figure_cannot_show_is_left_out():
    assert chosen("all", ("gluteus-maximus", "semimembranosus"))[-1] == "gluteus-maximus"
    assert chosen("none", ()) == ()


def test_unknown_muscles_to_show_name_the_choices():
    with pytest.raises(ValueError, match="choose none, all"):
        scene_marks(pose("standing"), detail="small", muscles="every")


def test_a_wound_band_and_towel_are_drawn_and_hide_what_is_behind():
    plain = pose("standing")
    loop = {"kind": "loop", "on": "thighs"}
    towel = {"kind": "towel", "through": ["patient.palm-right", [330, 900, 0], "patient.palm-left"]}
    bare = {mark.fill for mark in scene_art(plain, 20, 5, "small").figures}
    for prop in (loop, towel):
        art = scene_art(replace(plain, props=(prop,)), 20, 5, "small")
        assert {mark.fill for mark in art.figures} - bare
