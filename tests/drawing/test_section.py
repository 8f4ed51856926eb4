"""The section agrees with the plates that it cuts, and shows what a needle has to avoid."""

import numpy as np
import pytest
from matplotlib.path import Path

from gluteal.catalogue.names import name_of
from gluteal.drawing import canvas, section
from gluteal.drawing.mosaic import Grain, mosaic
from gluteal.drawing.section_painters import SECTION_PAINTERS, section_marks
from gluteal.plates import load_plate

LEVEL_MM = 30
"""Height above the centre of the hip joint at which the plates are cut."""
TOLERANCE_MM = 3.0
CUT = (
    "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "piriformis", "tensor-fasciae-latae", "hip-bone",
    "sacrum", "iliotibial-tract",
)  # fmt: skip
MUSCLES = tuple(key for key in CUT if key not in ("hip-bone", "sacrum", "iliotibial-tract"))


@pytest.fixture(scope="module")
def plate():
    return load_plate("section-piriformis")


def cut_at(view, key):
    """First and last place at which the level crosses a structure of a plate, mm."""
    ring = load_plate(view).structures[key].outline
    ends = np.roll(ring, -1, axis=0)
    crossing = (ring[:, 1] > -LEVEL_MM) != (ends[:, 1] > -LEVEL_MM)
    (x1, y1), (x2, y2) = ring[crossing].T, ends[crossing].T
    places = x1 + (x2 - x1) * (-LEVEL_MM - y1) / (y2 - y1)
    return places.min(), places.max()


@pytest.mark.parametrize("key", CUT)
def test_widths_are_those_of_the_plate_from_behind(plate, key):
    left, _, right, _ = plate.structures[key].bounds_mm
    assert (-right, -left) == pytest.approx(cut_at("posterior", key), abs=TOLERANCE_MM)


@pytest.mark.parametrize("key", CUT)
def test_depths_are_those_of_the_plate_from_the_side(plate, key):
    _, top, _, bottom = plate.structures[key].bounds_mm
    assert (-bottom, -top) == pytest.approx(cut_at("lateral", key), abs=TOLERANCE_MM)


def overlap_mm2(one, two, step_mm=0.5):
    left, top, right, bottom = one.bounds_mm
    across, down = np.arange(left, right, step_mm), np.arange(top, bottom, step_mm)
    points = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    both = Path(one.outline).contains_points(points) & Path(two.outline).contains_points(points)
    return both.sum() * step_mm**2


def test_no_muscle_runs_through_another_muscle_or_a_bone(plate):
    solid = [plate.structures[key] for key in (*MUSCLES, "hip-bone", "sacrum")]
    for index, one in enumerate(solid):
        for two in solid[index + 1 :]:
            assert overlap_mm2(one, two) < 3, f"{one.id} and {two.id}"


def test_from_the_skin_inwards_maximus_covers_piriformis_and_the_nerve_lies_in_front_of_it(plate):
    places, _ = section.steps_mm(plate)
    assert (np.diff(places[:, 1]) < 0).all()
    for key, place in (("gluteus-maximus", places[1]), ("piriformis", places[3])):
        assert Path(plate.structures[key].outline).contains_point(place)
    between = [one for one in plate.structures.values() if one.kind == "muscle"]
    assert not any(Path(one.outline).contains_point(places[2]) for one in between)
    assert Path(plate.structures["sciatic-nerve"].outline).contains_point(section.way_mm(plate)[-1])


def test_the_superior_gluteal_nerve_lies_between_medius_and_minimus_in_neither(plate):
    nerve = plate.structures["superior-gluteal-nerve"]
    assert overlap_mm2(nerve, plate.structures["gluteus-medius"]) < 0.5
    assert overlap_mm2(nerve, plate.structures["gluteus-minimus"]) < 0.5


def test_what_a_needle_has_to_avoid_is_highlighted_and_the_rest_of_the_pelvis_is_grey(plate):
    emphasis = {one.id: section.emphasis_of(one) for one in plate.structures.values()}
    assert emphasis["sciatic-nerve"] == emphasis["inferior-gluteal-artery"] == "highlighted"
    assert emphasis["rectum"] == emphasis["external-iliac-artery"] == "muted"
    assert emphasis["piriformis"] == "normal"


def test_artery_and_vein_differ_in_wall_and_form_not_only_in_colour(plate):
    artery, vein = (plate.structures[f"inferior-gluteal-{one}"] for one in ("artery", "vein"))
    walls = [max(mark.width_mm for mark in section_marks(one) if mark.clip) for one in (artery, vein)]
    assert walls[0] > 1.5 * walls[1]
    (left, top, right, bottom) = artery.bounds_mm
    assert (right - left) == pytest.approx(bottom - top, rel=0.1)


def test_every_kind_of_the_section_has_a_painter_and_is_drawn_the_same_every_time(plate):
    for one in plate.structures.values():
        assert one.kind in SECTION_PAINTERS
        assert section_marks(one) == section_marks(one)


def test_cells_fill_the_outline_and_follow_the_fibre_guides(plate):
    maximus = plate.structures["gluteus-maximus"]
    cells = mosaic(maximus, Grain(9.0, 3.6)).cells
    area = sum(_area(cell) for cell in cells)
    assert maximus.area_mm2 < area < 1.35 * maximus.area_mm2


def _area(cell):
    following = np.roll(cell, -1, axis=0)
    return abs((cell[:, 0] * following[:, 1] - cell[:, 1] * following[:, 0]).sum()) / 2


def test_the_figure_says_from_where_it_is_seen_and_names_what_is_on_the_way():
    from matplotlib.figure import Figure

    ax = Figure(figsize=(10, 10)).add_axes((0.25, 0.2, 0.5, 0.7))
    section.section_piriformis(canvas.plate_axes(ax, load_plate("section-piriformis")))
    said = " ".join(text.get_text() for text in ax.texts)
    for key in ("view-transverse", "piriformis", "sciatic-nerve", "section-between"):
        assert name_of(key) in said
    assert len(ax.findobj(lambda artist: artist.get_label() == "step")) == 2 * len(section.STEPS)
