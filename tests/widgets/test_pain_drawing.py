"""The pain drawing on the Python side: what it is given, what it refuses, its files, what it carries."""

import json
import re

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.catalogue.regions import body_regions
from gluteal.models.pain_drawing import DrawingError
from gluteal.models.pain_drawing import PainDrawing as Drawing
from gluteal.widgets import PainDrawing
from gluteal.widgets.packing import unpack
from gluteal.widgets.pain_records import BRUSHES, URGENCIES, VIEWS, pain_records, pain_scale

BUTTOCK = body_regions("posterior")["middle-buttock"].corners_mm
NO_FLAGS = dict.fromkeys(load().red_flags, "no")


@pytest.fixture
def painted():
    return Drawing(label="case 1").painted("posterior", BUTTOCK, 7)


def test_it_begins_empty_with_nothing_answered():
    widget = PainDrawing()
    assert widget.painted.is_empty
    assert (widget.red_flags, widget.result, widget.selected) == ({}, {}, "")
    assert (widget.chart, widget.part, widget.tool, widget.brush, widget.intensity) == (
        "all", "whole", "paint", "medium", 5,
    )  # fmt: skip


def test_its_repr_is_a_sentence_without_addresses(painted):
    assert repr(PainDrawing()) == "Pain drawing: empty"
    assert re.fullmatch(
        r"Pain drawing: \d+ cells painted \(from behind\)", repr(PainDrawing(drawing=painted))
    )


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("chart", list(VIEWS)),
        ("part", ["whole", "upper", "lower"]),
        ("tool", ["paint", "erase"]),
        ("brush", list(BRUSHES)),
        ("intensity", [0, 10]),
        ("side", ["right", "left"]),
        ("selected", ["", "piriformis-trp1 right", "piriformis-trp1 left"]),
        ("red_flags", [{}, {"fracture": "yes"}, NO_FLAGS]),
    ],
)
def test_every_trait_takes_all_its_values(name, values):
    for value in values:
        assert getattr(PainDrawing(**{name: value}), name) == value


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"chart": "above"}, "'posterior'"),
        ({"part": "middle"}, "'upper'"),
        ({"tool": "spray"}, "'erase'"),
        ({"brush": "huge"}, "'small'"),
        ({"intensity": 11}, "greater than 10"),
        ({"intensity": -1}, "less than 0"),
        ({"side": "both"}, "'left'"),
        ({"selected": "piriformus-trp1 right"}, "did you mean 'piriformis-trp1'"),
        ({"selected": "piriformis-trp1"}, "'piriformis-trp1 right'"),
        ({"red_flags": {"fractur": "no"}}, "'fracture'"),
        ({"red_flags": {"fracture": "maybe"}}, "'yes' or 'no'"),
        ({"drawing": {"format": "picture"}}, "choose a file that the drawing saved"),
        ({"drawing": {}}, "it is not a pain drawing"),
        ({"drawing": []}, "it is not a pain drawing"),
    ],
)
def test_what_does_not_exist_is_refused_and_the_message_helps(wrong, words):
    with pytest.raises(traitlets.TraitError, match=re.escape(words)):
        PainDrawing(**wrong)


def test_a_drawing_is_taken_as_record_or_object_and_put_in_order(painted):
    record = painted.to_json()
    assert PainDrawing(drawing=record).drawing == PainDrawing(drawing=painted).drawing == record
    widget = PainDrawing()
    widget.drawing = record
    assert widget.painted == painted
    with pytest.raises(traitlets.TraitError, match="newer edition"):
        widget.drawing = {**record, "version": 2}
    assert widget.painted == painted


def test_save_and_load_give_the_same_drawing(tmp_path, painted):
    path = PainDrawing(drawing=painted).save(tmp_path / "drawing.json")
    other = PainDrawing()
    other.load(path)
    assert other.painted == painted
    with pytest.raises(DrawingError, match="overwrite=True"):
        PainDrawing().save(path)
    PainDrawing().save(path, overwrite=True)
    other.load(path)
    assert other.painted.is_empty


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is empty"),
        ("{", "not complete JSON"),
        ('{"format": "x"}', "is not a pain drawing"),
        ("[]", "is not a pain drawing"),
    ],
)
def test_a_file_that_is_no_drawing_is_told_and_changes_nothing(tmp_path, painted, text, words):
    (tmp_path / "file.json").write_text(text, "utf-8")
    widget = PainDrawing(drawing=painted)
    with pytest.raises(DrawingError, match=f"file.json.*{words}"):
        widget.load(tmp_path / "file.json")
    with pytest.raises(DrawingError, match="there is no file"):
        widget.load(tmp_path / "missing.json")
    assert widget.painted == painted


def test_there_is_no_ranking_before_every_red_flag_is_answered_no(painted):
    widget = PainDrawing(drawing=painted)
    with pytest.raises(ValueError, match=f"{len(NO_FLAGS)} questions about red flags are still open"):
        widget.ranking()
    widget.red_flags = {**NO_FLAGS, "fracture": "yes"}
    with pytest.raises(ValueError, match="Arrange a radiograph"):
        widget.ranking()
    widget.red_flags = NO_FLAGS
    assert widget.ranking().matches[0].points > 0


def test_every_red_flag_is_asked_in_plain_words_the_most_urgent_first():
    groups = pain_records()["flag_groups"]
    asked = [flag["id"] for group in groups for flag in group["flags"]]
    assert sorted(asked) == sorted(load().red_flags)
    assert [group["title"] for group in groups] == list(URGENCIES.values())
    for group in groups:
        for flag in group["flags"]:
            assert flag["question"].endswith("?") and flag["action"] and flag["sources"] and flag["grade"]


def test_every_pattern_says_its_zone_its_source_and_what_tells_it_apart():
    records = pain_records()
    shown = records["patterns_shown"]
    assert list(shown) == list(referral_patterns())
    tags = {key: one["tag"] for key, one in shown.items()}
    assert {key for key, tag in tags.items() if not tag} == set(load().trigger_points)
    assert len([tag for tag in tags.values() if tag]) >= 4
    for one in shown.values():
        assert one["zones"] and one["tells"] and one["sources"] and one["grade"] in records["grades"]
        assert set(one["sources"]) <= set(records["sources"])


def test_strength_is_seen_in_lightness_too():
    def lightness(colour):
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    found = [lightness(shade["colour"]) for shade in pain_scale()]
    assert found == sorted(found, reverse=True) and found[0] - found[-1] > 60


def test_it_stays_lean_and_is_the_same_every_time():
    one, other = PainDrawing(), PainDrawing()
    assert one.tables == other.tables and one.art == other.art
    assert json.loads(unpack(one.tables)) == json.loads(json.dumps(pain_records()))
    assert len(one.tables) < 60_000 and len(one._esm) + len(one._css) < 120_000
