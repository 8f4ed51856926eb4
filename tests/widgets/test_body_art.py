"""The body charts travel once: complete, small, and figures on them borrow their lines."""

import json
import re

import pytest

from gluteal import paths
from gluteal.drawing.body import VIEWS, load_body
from gluteal.lesson.pictures import read_figure
from gluteal.models.raster import CHARTS
from gluteal.widgets import assets
from gluteal.widgets.body_art import BodyArt, body_art, body_reference, describe_body
from gluteal.widgets.figure_art import FigureArt, arts_of, paths_of
from gluteal.widgets.packing import unpack

FIGURES = ("body-charts", "referral-piriformis-trp1", "referral-quadratus-lumborum", "referral-mimics")
MOST_PACKED_KB = 100


@pytest.fixture(scope="module")
def art():
    return BodyArt()


def test_the_packed_text_holds_the_three_drawings_in_the_order_in_which_the_page_splits_them(art):
    held = json.loads(unpack(art.packed))
    drawings = re.split(r"(?=<svg\s)", held["svg"])[1:]
    assert (
        [re.search(r'data-view="(\w+)"', one)[1] for one in drawings] == held["body"]["views"] == list(VIEWS)
    )
    for one in drawings:
        for name in ("body", "skeleton", "zones", "fade"):
            assert one.count(f'<g class="{name}"') == 1


def test_only_the_packed_text_travels_and_it_is_small(art):
    sent = art.get_state()
    assert not {"svg", "body"} & set(sent)
    assert len(sent["packed"]) < MOST_PACKED_KB * 1000


def test_the_charts_are_those_on_which_drawings_are_compared():
    charts = {chart["id"]: chart for chart in describe_body()["charts"]}
    assert set(charts) == set(CHARTS)
    assert [key for key, chart in charts.items() if chart["mirrored"]] == ["lateral-left"]
    for chart in charts.values():
        assert chart["view_box"] == pytest.approx(load_body(chart["view"]).view_box, abs=0.05)


def test_the_midline_parts_a_chart_of_both_sides_and_a_side_view_has_none():
    for chart in describe_body()["charts"]:
        left, _, width, _ = chart["view_box"]
        assert chart["midline"] == (None if chart["view"] == "lateral" else left + width / 2)


def test_the_edges_of_the_left_side_view_point_the_other_way():
    charts = {chart["id"]: chart["sides"] for chart in describe_body()["charts"]}
    right, left = charts["lateral-right"], charts["lateral-left"]
    assert (right["left"], right["right"]) == (left["right"], left["left"]) == ("posterior", "anterior")


def test_ids_of_the_drawings_do_not_meet(art):
    ids = re.findall(r'\bid="([^"]+)"', art.svg)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:url\(#|href="#)([^)"]+)', art.svg)) <= set(ids)


def test_one_art_serves_a_kernel_and_is_made_anew_when_it_was_closed():
    first = body_art()
    assert body_art() is first and body_reference() == f"IPY_MODEL_{first.model_id}"
    first.close()
    assert body_art() is not first


def test_its_words_are_a_sentence(art):
    assert repr(art) == "Art of the body, 4 charts"


def test_the_page_asks_for_the_form_that_python_sends():
    form = re.search(r"BODY_FORMAT = (\d+);", assets.text("common/body_art.js"))[1]
    assert int(form) == describe_body()["format"]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_on_body_charts_borrows_from_them_and_can_be_restored(name):
    svg = read_figure(name).svg
    figure, arts = FigureArt(svg), arts_of(svg)
    lines = paths_of(arts)
    restored = re.sub(r" d='~(\d+)'", lambda match: f" d='{lines[int(match[1])]}'", unpack(figure.packed))
    assert restored == svg
    assert body_reference() in figure.plates
    assert len(json.dumps(figure.get_state())) < len(svg) / 5


def test_a_figure_without_a_body_chart_does_not_bring_one_along():
    assert body_art() not in arts_of(read_figure("muscle-piriformis").svg)


def test_all_pain_maps_of_the_pack_leave_room_in_a_lesson():
    names = [file.stem for file in sorted(paths.figures_dir().glob("referral-*.svg"))]
    total = sum(len(json.dumps(FigureArt(read_figure(name).svg).get_state())) for name in names)
    assert len(names) > 20 and total < 700_000
