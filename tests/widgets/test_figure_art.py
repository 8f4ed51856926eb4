"""Figures travel packed and borrow from the plates: nothing is lost, little is sent."""

import base64
import json
import re
import zlib

import pytest

from gluteal import paths
from gluteal.lesson.pictures import read_figure
from gluteal.widgets.figure_art import FigureArt, borrowed, figure_art, paths_of, views_of
from gluteal.widgets.packing import pack, unpack, unpacked
from gluteal.widgets.picture import Picture
from gluteal.widgets.plate_art import plate_art, reference

NAME = "buttock-posterior-deep"


@pytest.fixture(scope="module")
def svg():
    return read_figure(NAME).svg


def restored(art, arts):
    """Put back the borrowed paths, as the page does."""
    paths = paths_of(arts)
    return re.sub(r" d='~(\d+)'", lambda match: f" d='{paths[int(match[1])]}'", unpack(art.packed))


def test_the_page_can_restore_every_line_of_a_figure(svg):
    assert restored(FigureArt(svg), [plate_art(view) for view in views_of(svg)]) == svg


def test_a_figure_of_a_plate_borrows_from_it_and_weighs_little(svg):
    art = figure_art(svg)
    assert reference(plate_art("posterior")) in art.plates
    assert len(json.dumps(art.get_state())) < len(svg) / 3


def test_a_figure_is_made_once_and_made_anew_when_it_was_closed(svg):
    art = figure_art(svg)
    assert figure_art(svg) is art
    art.close()
    assert figure_art(svg) is not art


def test_a_drawing_that_is_no_plate_borrows_nothing():
    art = FigureArt("<svg><path d='M0 0l1 1'/></svg>")
    assert (art.plates, unpack(art.packed)) == ([], "<svg><path d='M0 0l1 1'/></svg>")


def test_the_first_of_equal_paths_is_named():
    path = "M0 0" + "l1 1" * 20
    assert borrowed(f"<path d='{path}'/>", ["M1 1", path, path]) == "<path d='~1'/>"


def test_packed_texts_are_compared_by_what_they_hold():
    noise = "".join(f"{number * 7919 % 9973:x}" for number in range(400))
    first = json.dumps({"packed": pack(noise)})
    other = json.dumps({"packed": base64.b64encode(zlib.compress(noise.encode(), 1)).decode()})
    assert unpacked(first) == json.dumps({"packed": noise})
    assert unpacked(other) in (other, unpacked(first))  # a level that no lesson is stored with
    assert first != other


def test_what_only_looks_packed_is_left_alone():
    text = '"eN' + "a" * 300 + '"'
    assert unpacked(text) == text


def test_the_plain_form_shows_the_figure_from_its_folder(svg):
    picture = Picture("<img data-art>", "Figure: x", reference(figure_art(svg)), "<p>plain</p>", {"alt": "x"})
    data, metadata = picture._repr_mimebundle_()
    assert data["text/html"] == "<p>plain</p>"
    assert data["text/plain"] == repr(picture) == "Figure: x"
    assert "application/vnd.jupyter.widget-view+json" in data
    assert metadata == {"alt": "x"}
    assert paths.figures_dir().is_dir()
