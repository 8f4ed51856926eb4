"""A pain drawing and its file: what is kept, and a sentence for every fault."""

import copy
import json
import pickle

import numpy as np
import pytest

from gluteal.models import drawing_file, raster
from gluteal.models.pain_drawing import DrawingError, PainDrawing, from_json
from tests.models.referral_samples import BUTTOCK, SIDE, drawing, random_drawing

PAINTED = drawing(("posterior", BUTTOCK), ("lateral-right", SIDE))
LAST = raster.grid("posterior").size


def spoilt(**changes):
    """Return a drawing's record with something wrong in it."""
    return {**PAINTED.to_json(), **changes}


def test_a_drawing_comes_back_from_its_file(tmp_path):
    own = PainDrawing(PAINTED.charts, "2026-03-01T09:30:00Z", "Übung 3")
    assert drawing_file.read(drawing_file.write(tmp_path / "new" / "a.json", own)) == own


@pytest.mark.parametrize("seed", range(10))
def test_mirroring_twice_changes_nothing(seed):
    own = random_drawing(np.random.default_rng(seed))
    assert own.mirrored().mirrored() == own and own.mirrored().count == own.count
    assert own.mirrored().outside == own.outside


def test_the_left_half_is_the_right_half_mirrored():
    own = PAINTED.mirrored()
    assert set(own.charts) == {"posterior", "lateral-left"}
    assert not (own.cells("posterior") * raster.of_side("posterior", "right")).any()


def test_paint_beside_the_body_is_allowed_and_counted():
    corner = np.zeros(raster.grid("posterior").shape, dtype=bool)
    corner[:2, :3] = True
    own = PAINTED.painted("posterior", corner, 3)
    assert own.outside == 6 and own.count == PAINTED.count + 6


def test_stronger_paint_stays_when_painted_over():
    own = drawing(("posterior", BUTTOCK), intensity=8)
    again = own.painted("posterior", own.cells("posterior") > 0, 3)
    assert again == own


def test_runs_are_put_in_order_and_empty_charts_left_out():
    own = from_json(spoilt(charts={"posterior": [50, 2, 1, 10, 3, 4], "anterior": []}))
    assert dict(own.charts) == {"posterior": (10, 3, 4, 50, 2, 1)}
    assert from_json(spoilt(charts={})).is_empty


def test_a_drawing_can_be_copied_compared_and_be_a_key():
    assert pickle.loads(pickle.dumps(PAINTED)) == PAINTED == copy.deepcopy(PAINTED)
    assert len({PAINTED, PAINTED.mirrored(), PAINTED.mirrored().mirrored()}) == 2


FAULTS = {
    "foreign": ({"format": "gluteal-progress"}, "not a pain drawing"),
    "list": ([1, 2], "not a pain drawing"),
    "nothing": (None, "not a pain drawing"),
    "version": (spoilt(version="1"), "version"),
    "version-true": (spoilt(version=True), "version"),
    "newer": (spoilt(version=2), "newer edition"),
    "cells": (spoilt(cell_mm=5), "5 mm wide, not 6"),
    "charts": (spoilt(charts=[]), "charts cannot be read"),
    "chart": (spoilt(charts={"back": [0, 1, 1]}), "posterior, anterior, lateral-right, lateral-left"),
    "half-run": (spoilt(charts={"posterior": [0, 1]}), "three numbers each"),
    "text": (spoilt(charts={"posterior": "0 1 1"}), "whole numbers"),
    "fraction": (spoilt(charts={"posterior": [0, 1, 1.5]}), "whole numbers"),
    "truth": (spoilt(charts={"posterior": [0, 1, True]}), "whole numbers"),
    "too-strong": (spoilt(charts={"posterior": [0, 1, 11]}), "11, not 1 to 10"),
    "no-pain": (spoilt(charts={"posterior": [0, 1, 0]}), "0, not 1 to 10"),
    "no-length": (spoilt(charts={"posterior": [0, 0, 1]}), "0 cells"),
    "backwards": (spoilt(charts={"posterior": [5, -2, 1]}), "-2 cells"),
    "before": (spoilt(charts={"posterior": [-1, 2, 1]}), "before its first cell"),
    "overlap": (spoilt(charts={"posterior": [0, 5, 1, 4, 2, 1]}), "overlap"),
    "leaves": (spoilt(charts={"posterior": [LAST - 1, 2, 1]}), f"which has {LAST} cells"),
    "enormous": (spoilt(charts={"posterior": [0, 10**30, 1]}), "leaves the chart posterior"),
    "label": (spoilt(label="x" * 201), "at most 200"),
    "label-number": (spoilt(label=7), "label"),
    "time": (spoilt(made="yesterday"), "'yesterday'"),
}


@pytest.mark.parametrize(("record", "sentence"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_said_with_file_and_remedy(tmp_path, record, sentence):
    path = tmp_path / "hers.json"
    path.write_text(json.dumps(record), "utf-8")
    with pytest.raises(DrawingError) as caught:
        drawing_file.read(path)
    said = str(caught.value)
    assert said.startswith("hers.json cannot be used: it") or said.startswith("hers.json cannot be used: ")
    assert sentence in said and "; " in said and path.parent.as_posix() not in said


BYTES = {
    "empty": (b"", "it is empty"),
    "cut": (b'{"format": "gluteal-pain-drawing", "ver', "not complete JSON"),
    "nan": (b'{"format": NaN}', "not complete JSON"),
    "deep": (b"[" * 100_000, "not complete JSON"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "cannot be used"),
    "latin": ('{"label": "Übung"}'.encode("latin-1"), "save it as UTF-8"),
    "large": (b" " * (drawing_file.LARGEST_FILE_BYTES + 1), "too large"),
}


@pytest.mark.parametrize(("content", "sentence"), BYTES.values(), ids=BYTES)
def test_what_is_no_drawing_is_told(tmp_path, content, sentence):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(DrawingError, match=sentence):
        drawing_file.read(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_of_editors_are_read(tmp_path, encoding):
    path = tmp_path / "x.json"
    path.write_bytes(json.dumps(spoilt(label="Übung"), ensure_ascii=False).encode(encoding))
    assert drawing_file.read(path).label == "Übung"


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(DrawingError, match=r"no file a\.json"):
        drawing_file.read(tmp_path / "a.json")
    with pytest.raises(DrawingError, match="cannot be opened"):
        drawing_file.read(tmp_path)


def test_the_largest_drawing_there_can_be_is_read(tmp_path):
    random = np.random.default_rng(3)
    own = PainDrawing(
        {name: raster.runs(random.integers(1, 11, raster.grid(name).shape)) for name in raster.CHARTS}
    )
    path = drawing_file.write(tmp_path / "all.json", own)
    assert path.stat().st_size < drawing_file.LARGEST_FILE_BYTES and drawing_file.read(path) == own


def test_nothing_is_lost_by_writing(tmp_path):
    path, notes = tmp_path / "a.json", tmp_path / "notes.txt"
    notes.write_text("mine", "utf-8")
    drawing_file.write(path, PAINTED)
    drawing_file.write(path, PAINTED)
    with pytest.raises(DrawingError, match="another drawing at a"):
        drawing_file.write(path, PAINTED.mirrored())
    assert (
        drawing_file.read(drawing_file.write(path, PAINTED.mirrored(), overwrite=True)) == PAINTED.mirrored()
    )
    with pytest.raises(DrawingError, match="something else at notes"):
        drawing_file.write(notes, PAINTED, overwrite=True)
    assert notes.read_text("utf-8") == "mine" and {one.name for one in tmp_path.iterdir()} == {
        "a.json",
        "notes.txt",
    }


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(DrawingError, match="could not be kept as a"):
        drawing_file.write(tmp_path / "file" / "a.json", PAINTED)


@pytest.mark.parametrize("wrong", [0, 11])
def test_an_impossible_intensity_is_refused(wrong):
    with pytest.raises(DrawingError, match="not between 1 and 10"):
        drawing(("posterior", BUTTOCK), intensity=wrong)
