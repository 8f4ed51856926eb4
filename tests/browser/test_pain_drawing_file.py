"""The pain drawing as a file: saved, loaded, and refused with a sentence."""

import json
from functools import partial

import pytest

from gluteal.models.pain_drawing import PainDrawing as Drawing
from gluteal.models.pain_drawing import from_json
from gluteal.widgets import PainDrawing

from .pain import of_pattern, open_drawing


@pytest.fixture
def show(widget_page):
    return partial(open_drawing, widget_page)


def test_the_drawing_is_saved_as_a_file_that_python_reads(show, tmp_path):
    page, trait = show(PainDrawing(drawing=of_pattern("piriformis-trp2")))
    page.get_by_label("Label for the file").fill("Übung 3: Gesäß / links")
    page.get_by_label("Label for the file").blur()
    with page.expect_download() as got:
        page.get_by_role("button", name="Save as a file").click()
    got.value.save_as(tmp_path / "drawing.json")
    assert got.value.suggested_filename.startswith("pain-drawing-")
    widget = PainDrawing()
    widget.load(tmp_path / "drawing.json")
    assert widget.drawing == trait("drawing") and widget.drawing["label"] == "Übung 3: Gesäß / links"


def test_a_file_that_an_editor_saved_as_utf_16_is_loaded(show):
    page, trait = show(PainDrawing())
    load(page, json.dumps(of_pattern("piriformis-trp1").to_json()).encode("utf-16"))
    page.get_by_text("saved.json is loaded").wait_for()
    assert from_json(trait("drawing")) == of_pattern("piriformis-trp1")


def load(page, text, name="saved.json"):
    buffer = text if isinstance(text, bytes) else text.encode()
    file = {"name": name, "mimeType": "application/json", "buffer": buffer}
    page.locator("input[type=file]").set_input_files(file)


def test_a_saved_drawing_is_loaded_and_that_can_be_undone(show):
    page, trait = show(PainDrawing(drawing=of_pattern("piriformis-trp1")))
    before, other = (
        trait("drawing")["charts"],
        Drawing(label="x").painted("anterior", [(60, 0), (90, 0), (90, 40)], 3),
    )
    load(page, json.dumps(other.to_json()))
    page.get_by_text("saved.json is loaded").wait_for()
    assert from_json(trait("drawing")) == other
    assert page.get_by_label("Label for the file").input_value() == "x"
    page.get_by_role("button", name="Undo", exact=True).click()
    assert trait("drawing")["charts"] == before


GOOD = Drawing().to_json()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is empty"),
        ("{", "not complete JSON"),
        ("null", "is not a pain drawing"),
        (b"\xff\xfe\x00", "save it as UTF-8"),
        (b'{"\xff": 1}', "save it as UTF-8"),
        ('{"format": "gluteal-progress", "version": 1}', "is not a pain drawing"),
        (json.dumps({**GOOD, "version": 2}), "newer edition"),
        (json.dumps({**GOOD, "version": "one"}), "version cannot be read"),
        (json.dumps({**GOOD, "cell_mm": 5}), "cells are 5 mm wide"),
        (json.dumps({**GOOD, "charts": []}), "charts cannot be read"),
        (json.dumps({**GOOD, "charts": {"hand": []}}), "none of posterior"),
        (json.dumps({**GOOD, "charts": {"posterior": [1, 2]}}), "not complete"),
        (json.dumps({**GOOD, "charts": {"posterior": [1, 2, "x"]}}), "not whole numbers"),
        (json.dumps({**GOOD, "charts": {"posterior": [1, 2, 11]}}), "not 1 to 10"),
        (json.dumps({**GOOD, "charts": {"posterior": [1, 0, 5]}}), "has 0 cells"),
        (json.dumps({**GOOD, "charts": {"posterior": [5, 9, 5, 8, 1, 2]}}), "overlap"),
        (json.dumps({**GOOD, "charts": {"posterior": [-1, 9, 5]}}), "before its first cell"),
        (json.dumps({**GOOD, "charts": {"posterior": [14390, 99, 5]}}), "leaves the chart"),
        (json.dumps({**GOOD, "label": 7}), "label is no text"),
        (json.dumps({**GOOD, "made": "yesterday"}), "time “yesterday” cannot be read"),
        (" " * 2_000_001, "too large"),
    ],
)
def test_a_file_that_is_no_drawing_is_told_in_a_sentence_and_changes_nothing(show, text, words):
    page, trait = show(PainDrawing(drawing=of_pattern("piriformis-trp1")))
    before = trait("drawing")
    load(page, text)
    told = page.locator(".gd-file-told.gd-bad")
    told.wait_for()
    assert words in told.inner_text() and told.inner_text().startswith("saved.json cannot be used")
    assert trait("drawing") == before
