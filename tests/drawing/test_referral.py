"""Pain maps: soft, told apart by every eye, where the table says, and in words that are the table's."""

import csv
import re
import zlib

import numpy as np
import pytest

from gluteal import catalogue, paths
from gluteal.catalogue.referral import referral_pattern, referral_patterns
from gluteal.drawing import body_art, referral, referral_composite, referral_sheet, referral_words, style
from gluteal.drawing.body import MIDLINE_MM, VIEWS, load_body
from gluteal.drawing.referral import KINDS, form_of, point_marks, zone_marks, zones_svg
from gluteal.drawing.referral_field import field, softness_mm, thinned
from gluteal.drawing.referral_texture import dots, hatching
from gluteal.drawing.referral_window import views_of, windows_mm
from gluteal.drawing.registry import FIGURES
from gluteal.models import raster
from gluteal.svg_path import flatten
from tests.drawing.test_style import EYES, seen_by
from tools.referral_twins import rows

SQUARE = ((0.0, 0.0), (80.0, 0.0), (80.0, 80.0), (0.0, 80.0))
SKIN = (np.array([(-300, -300), (300, -300), (300, 300), (-300, 300)], dtype=float),)
FAINTEST = 0.04
LEAST_APART = 6.0
LEAST_SHARED = 0.75
MOST_PACKED = 8_000
SURE, WEAK = referral_pattern("piriformis-trp1"), referral_pattern("gluteus-medius-trp2")


def tones(marks):
    return [mark for mark in marks if mark.fill and not is_dotted(mark)]


def is_dotted(mark):
    """Many tiny shapes, each beginning where the one before began."""
    return "Zm" in mark.path


def points(marks):
    return np.vstack([line for mark in marks for line in flatten(mark.path)])


def test_a_zone_has_no_border_but_falls_off_over_a_few_millimetres():
    soft = field((SQUARE,), SKIN)
    across = soft.at([(x, 40.0) for x in range(-30, 41, 5)])
    assert across[0] < 0.01 and across[-1] > 0.99
    assert (np.diff(across) >= -1e-9).all()
    assert ((across > 0.05) & (across < 0.95)).sum() >= 3


def test_a_zone_does_not_fade_where_the_picture_of_the_body_ends():
    skin = (np.array([(-300, -300), (80, -300), (80, 300), (-300, 300)], dtype=float),)
    assert field((SQUARE,), skin).at([(77.5, 40)]) > 0.95
    assert field((SQUARE,), SKIN).at([(77.5, 40)]) < 0.75


def test_zones_that_touch_are_one_without_a_seam():
    beside = tuple((x + 80, y) for x, y in SQUARE)
    assert field((SQUARE, beside), SKIN).at([(80, 40)]) > 0.95
    assert field((SQUARE,), SKIN, around=(beside,)).at([(77.5, 40)]) > 0.95
    assert field((SQUARE,), SKIN, around=(beside,)).at([(-7.5, 40)]) < 0.3


def test_narrow_zones_have_narrow_edges():
    strip = ((0, 0), (300, 0), (300, 14), (0, 14))
    assert softness_mm(strip) < softness_mm(SQUARE) <= 10


def test_a_thinned_line_stays_where_it_was():
    turn = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    ring = np.column_stack([50 * np.cos(turn), 50 * np.sin(turn)])
    few = thinned(ring, 0.3)
    assert len(few) < 50
    assert np.abs(np.hypot(*((few + np.roll(few, -1, axis=0)) / 2).T) - 50).max() <= 0.35


def test_textures_stay_where_they_are_seen():
    def left_half(places):
        return places[:, 0] < 40

    for draw in (dots, hatching):
        [mark] = draw((0, 0, 80, 80), left_half, "#000000")
        assert is_dotted(mark) == (draw is dots) and points([mark])[:, 0].max() < 42
    assert dots((0, 0, 80, 80), lambda places: np.zeros(len(places), dtype=bool), "#000000") == []


def covered(kind, weak, skin):
    """The colour in the middle of a zone on skin of a colour."""
    soft = field((SQUARE,), SKIN)
    for mark in tones(referral.look_marks(soft, kind, weak)):
        skin = style.mix(skin, mark.fill, mark.opacity)
    return skin


@pytest.mark.parametrize("weak", [True, False])
@pytest.mark.parametrize("skin", [body_art.LIT, body_art.DEEP])
@pytest.mark.parametrize("eye", EYES)
def test_skin_spillover_and_essential_zone_differ_in_lightness_for_every_eye(eye, skin, weak):
    light = [seen_by(eye, colour)[0] for colour in (skin, *(covered(kind, weak, skin) for kind in KINDS))]
    if skin == body_art.LIT:
        assert light[0] - light[1] > LEAST_APART
    assert light[1] - light[2] > LEAST_APART


def test_kinds_differ_in_texture_too():
    soft = field((SQUARE,), SKIN)
    for kind in KINDS:
        marks = referral.look_marks(soft, kind)
        assert any(map(is_dotted, marks)) == (kind == "essential")
        assert any(mark.stroke for mark in marks) == (kind == "spillover")


def test_the_shades_of_the_skin_read_through():
    for kind in KINDS:
        lit, deep = (
            seen_by("all cones", covered(kind, False, skin))[0] for skin in (body_art.LIT, body_art.DEEP)
        )
        assert lit - deep > 3


def test_a_weakly_sourced_zone_is_fainter_and_its_outline_broken():
    soft = field((SQUARE,), SKIN)
    for kind in KINDS:
        weak, sure = referral.look_marks(soft, kind, weak=True), referral.look_marks(soft, kind)
        assert max(mark.opacity for mark in tones(weak)) < min(mark.opacity for mark in tones(sure))
        assert len([mark for mark in weak if mark.path.endswith("Z") and mark.dash_mm]) == 1
        assert not [mark for mark in sure if mark.path.endswith("Z") and mark.dash_mm]


@pytest.mark.parametrize("key", referral_patterns())
def test_every_pattern_can_be_drawn_on_every_chart_and_stays_small(key):
    pattern = referral_pattern(key)
    for view in VIEWS:
        marks = zone_marks(pattern, view)
        assert bool(tones(marks)) == bool(pattern.of(view))
        assert all(mark.opacity >= FAINTEST for mark in marks)
        body = load_body(view).structures["body"].path
        assert all(mark.clip == body for mark in marks[: len(zone_marks(pattern, view, point=False))])
        assert len(zlib.compress(zones_svg(pattern, view).encode())) < MOST_PACKED


@pytest.mark.parametrize("key", referral_patterns())
def test_zones_are_drawn_where_the_table_has_them(key):
    """Compared with the raster on which pain drawings are compared, which is computed otherwise."""
    pattern = referral_pattern(key)
    for view, kind in {(zone.view, zone.kind) for zone in pattern.zones}:
        chart = "lateral-right" if view == "lateral" else view
        on = raster.grid(chart)
        centres = np.stack(np.meshgrid(on.x_mm, on.y_mm), axis=-1).reshape(-1, 2)
        skin = raster.inside(chart).ravel()
        zones = [raster.coverage(one.polygon, on) >= 0.5 for one in pattern.on_chart(chart, kind=kind)]
        wanted = np.any(zones, axis=0).ravel() & skin
        drawn = (form_of(pattern, view, kind).at(centres) >= 0.5) & skin
        assert (wanted & drawn).sum() > LEAST_SHARED * (wanted | drawn).sum()


def test_the_left_side_is_mirrored_and_the_view_from_the_side_is_the_same():
    right, left = (points(zone_marks(SURE, "posterior", side)) for side in ("right", "left"))
    middle = MIDLINE_MM["posterior"]
    assert right[:, 0].min() > middle - 20 and left[:, 0].max() < middle + 20
    assert left[:, 0].min() == pytest.approx(2 * middle - right[:, 0].max(), abs=4)
    assert zone_marks(SURE, "lateral", "left") == zone_marks(SURE, "lateral")


def test_what_is_felt_on_both_sides_is_drawn_on_both():
    drawn = points(zone_marks(referral_pattern("gluteus-maximus-trp3"), "posterior", point=False))
    middle = MIDLINE_MM["posterior"]
    assert drawn[:, 0].min() < middle - 5 and drawn[:, 0].max() > middle + 5


def test_the_trigger_point_is_an_x_on_a_pale_ground_and_not_a_ring():
    halo, cross = zone_marks(SURE, "posterior")[-2:]
    assert (halo.stroke, cross.stroke, cross.fill) == (style.PAPER, style.INK, "")
    assert halo.width_mm > cross.width_mm and "a" not in cross.path
    assert points([cross]).mean(axis=0) == pytest.approx(SURE.point_on("posterior"), abs=0.2)
    assert point_marks(None) == []


def test_hatching_leaves_the_essential_zone_free():
    ink = style.darker(style.COLOURS["pain.spillover"], 0.4)
    essential = form_of(SURE, "posterior", "essential")
    lines = [mark for mark in zone_marks(SURE, "posterior") if mark.stroke == ink and not mark.dash_mm]
    assert lines and np.mean(essential.at(points(lines)) > 0.6) < 0.02


def test_a_wrong_side_or_view_is_refused_with_the_right_ones():
    with pytest.raises(ValueError, match="right, left"):
        zone_marks(SURE, "posterior", "both")
    with pytest.raises(ValueError, match="posterior, lateral, anterior"):
        zone_marks(SURE, "back")


def test_zones_for_the_page_have_ids_of_their_own_and_no_clip():
    text = zones_svg(WEAK, "posterior", prefix="mine")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert all(one.startswith("mine-") for one in ids) and "clip-path" not in text
    assert zones_svg(SURE, "anterior") == ""


@pytest.mark.parametrize("key", referral_patterns())
def test_the_window_shows_all_zones_and_points_of_the_right_side(key):
    pattern = referral_pattern(key)
    assert set(views_of([pattern])) == {zone.view for zone in pattern.zones}
    windows = windows_mm([pattern])
    assert len({(window[1], window[3]) for window in windows.values()}) == 1
    for view, (left, top, width, height) in windows.items():
        skin = load_body(view).structures["body"].bounds_mm
        for x, y in [place for zone in pattern.of(view) for place in zone.polygon] + (
            [pattern.points[view]] if view in pattern.points else []
        ):
            assert left - 1 <= min(max(x, skin[0]), skin[2]) <= left + width + 1
            assert top <= min(max(y, top), skin[3]) <= top + height


def test_a_buttock_pattern_is_no_postage_stamp_and_a_leg_pattern_comes_down_to_the_sole():
    buttock = windows_mm([referral_pattern("gluteus-maximus-trp3")])["posterior"]
    leg = windows_mm([referral_pattern("gluteus-minimus-anterior")])["lateral"]
    assert buttock[3] < 400 < 900 < leg[3]


def test_there_is_a_figure_for_each_point_each_muscle_with_more_than_one_all_and_the_others():
    wanted = {f"referral-{key}" for key in catalogue.load().trigger_points}
    wanted |= {f"referral-{key}" for key in referral_composite.composites()}
    wanted |= {"referral-all", "referral-mimics"}
    assert wanted == {name for name in FIGURES if name.startswith("referral-")}


def test_the_words_beside_a_map_are_those_of_the_table_with_its_grade():
    point = catalogue.load().trigger_points[WEAK.id]
    said = {row.head: row for row in referral_words.rows_of(WEAK)}
    assert said["Trigger point"].text == point.location
    assert said["Essential zone"].text == point.essential_zone and said["Essential zone"].weak
    assert said["Spillover zone"].text == point.spillover_zone
    assert "unverified" in said["How sure"].text and point.verification in said["How sure"].text
    assert "weakly sourced" in said["How sure"].text
    assert not any("weakly" in row.text for row in referral_words.rows_of(SURE))


def test_the_sheet_of_all_points_keeps_a_muscle_together():
    shown = [one for one in referral_patterns().values() if one.source == "trigger-point"]
    for muscle in {one.muscle_id for one in shown}:
        own = [one for one in shown if one.muscle_id == muscle]
        assert len({referral_sheet._is_long(one) for one in own}) == 1


def test_the_text_twins_are_those_that_the_tables_give():
    with (paths.data_dir() / "figures.csv").open(encoding="utf-8", newline="") as file:
        held = [row for row in csv.DictReader(file) if row["name"].startswith("referral-")]
    assert held == rows(), "type python -m tools.referral_twins"
