"""The atlas explorer on the Python side: what it is given, what it refuses, how lean it is."""

import json
import re

import pytest
import traitlets

from gluteal import plates
from gluteal.catalogue import load
from gluteal.widgets.atlas_explorer import AtlasExplorer
from gluteal.widgets.packing import unpack
from gluteal.widgets.plate_art import VIEWS, PlateArt, plate_art, reference


@pytest.fixture(scope="module")
def atlas():
    return AtlasExplorer()


def test_it_begins_with_the_skin_of_the_first_view(atlas):
    assert (atlas.view, atlas.removed, atlas.depth) == ("posterior", [], "skin")
    assert (atlas.selected, atlas.mode, atlas.result) == ("", "explore", {})


def test_its_repr_is_a_sentence_that_is_the_same_every_time(atlas):
    said = repr(atlas)
    assert said == repr(AtlasExplorer())
    plates_in_words = "posterior, posterolateral and lateral plates"
    assert said == f"Atlas explorer: {plates_in_words}, {len(atlas.structures)} structures, 7 layers"
    assert repr(AtlasExplorer(views="lateral")).startswith("Atlas explorer: lateral plate, ")


@pytest.mark.parametrize("depth", ["skin", "fascia", "maximus", "medius", "minimus", "deep", "bones"])
def test_depth_names_the_outermost_layer_and_removes_what_lies_over_it(depth):
    atlas = AtlasExplorer(depth=depth)
    assert atlas.depth == depth
    assert atlas.removed == list(atlas.layers[: atlas.layers.index(depth)])


def test_layers_are_kept_from_the_skin_inwards_however_they_are_given():
    assert AtlasExplorer(removed=["maximus", "skin", "maximus"]).removed == ["skin", "maximus"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"view": "anterior"}, "'posterior', 'posterolateral', 'lateral', 'both'"),
        ({"views": ["posterior"], "view": "both"}, "choose from 'posterior'"),
        ({"depth": "medus"}, "'maximus', 'medius', 'minimus'"),
        ({"removed": ["muscles"]}, "there is no layer 'muscles'"),
        ({"selected": "piriformus"}, "did you mean 'piriformis'"),
        ({"mode": "play"}, "'explore', 'find'"),
        ({"ask": "loudly"}, "'place', 'words'"),
        ({"rounds": 0}, "less than 1"),
        ({"rounds": 51}, "greater than 50"),
        ({"seed": -1}, "less than 0"),
        ({"result": {"score": 3}}, "set it to {}"),
        ({"result": {"order": ["heart"], "answers": []}}, "there is no structure 'heart'"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_valid_choices(wrong, words):
    with pytest.raises(traitlets.TraitError) as refused:
        AtlasExplorer(**wrong)
    assert words in str(refused.value).replace("any of [", "").replace("]", "")


@pytest.mark.parametrize("views", ["anterior", ["posterior", "anterior"], []])
def test_a_view_without_a_plate_is_refused(views):
    with pytest.raises(ValueError, match="'posterior'"):
        AtlasExplorer(views=views)


def test_a_refused_value_leaves_the_atlas_as_it_was(atlas):
    with pytest.raises(traitlets.TraitError):
        atlas.selected = "nose"
    assert atlas.selected == ""


def test_every_structure_of_the_plates_has_a_name_and_words(atlas):
    for key in atlas.structures:
        record = atlas.atlas["structures"][key]
        assert record["name"] == load().structures[key].name
        assert record["lead"] or record["rows"], f"the card of {key} is empty"


def test_every_claim_on_a_card_has_a_grade_and_a_source(atlas):
    for key, record in atlas.atlas["structures"].items():
        lead = [record["lead"]] if record["lead"] else []
        for claim in [*lead, *record["points"], *(fact for row in record["rows"] for fact in row["facts"])]:
            assert claim["grade"] in atlas.atlas["grades"], key
            assert claim["sources"] and set(claim["sources"]) <= set(atlas.atlas["sources"]), key


@pytest.mark.parametrize("key", ["gluteus-maximus", "gluteus-medius", "gluteus-minimus", "piriformis"])
def test_the_card_of_a_gluteal_muscle_has_all_its_rows(atlas, key):
    record = atlas.atlas["structures"][key]
    assert [row["label"] for row in record["rows"]] == ["Origin", "Insertion", "Nerve", "Action"]
    assert len(record["points"]) == len(load().muscles[key].trigger_points) > 0


def test_a_number_on_a_card_says_in_whom_it_was_measured(atlas):
    rows = {row["label"]: row["facts"] for row in atlas.atlas["structures"]["sciatic-nerve"]["rows"]}
    assert "15.55 mm (45 studies)" in [fact["text"] for fact in rows["Width"]]


def test_no_clue_of_the_game_names_what_it_asks_for(atlas):
    clues = {key: record["clue"] for key, record in atlas.atlas["structures"].items() if record["clue"]}
    assert len(clues) >= 15
    assert len(set(clues.values())) == len(clues), "two structures share a clue"
    for key, clue in clues.items():
        assert atlas.atlas["structures"][key]["name"].lower() not in clue.lower()


def test_the_art_is_sent_once_for_all_widgets_of_a_notebook(atlas):
    again = AtlasExplorer()
    assert again.art == atlas.art == {view: reference(plate_art(view)) for view in atlas.views}
    assert "<svg" not in json.dumps(again.get_state(), default=str)


def test_closed_art_is_made_anew():
    old = plate_art("lateral")
    old.close()
    assert plate_art("lateral") is not old


@pytest.mark.parametrize("view", list(VIEWS))
def test_art_and_outlines_name_the_same_structures(view):
    art, plate = PlateArt(view), plates.load_plate(view)
    assert (
        set(re.findall(r'data-structure="([^"]+)"', art.svg))
        == set(art.plate["shapes"])
        == set(plate.structures)
    )
    assert art.plate["layers"][0]["id"] == "skin"
    for key, shape in art.plate["shapes"].items():
        assert shape["outline"].startswith("M") and shape["layer"] == plate.structures[key].layer


def test_the_state_is_lean(atlas):
    arts = sum(len(json.dumps(plate_art(view).get_state())) for view in atlas.views)
    own = len(json.dumps(atlas.get_state(), default=str))
    assert arts < 700_000 and own < 200_000


def test_the_page_gets_the_art_packed_and_nothing_of_it_is_lost():
    art = plate_art("posterior")
    assert "svg" not in art.get_state() and "plate" not in art.get_state()
    assert json.loads(unpack(art.packed)) == {"svg": art.svg, "plate": json.loads(json.dumps(art.plate))}


def test_nerves_vessels_and_bursae_are_fine_all_but_the_sciatic_nerve(atlas):
    records = atlas.atlas["structures"]
    fine = {key for key, record in records.items() if record["fine"]}
    kinds = {key for key, record in records.items() if record["kind"] in ("nerve", "vessel", "bursa")}
    assert fine == kinds - {"sciatic-nerve"}
    assert {"superior-gluteal-artery", "pudendal-nerve", "subgluteus-maximus-bursa"} <= fine
    assert atlas.fine is False


def test_what_is_drawn_after_the_textbook_is_marked():
    marked = {key for key, shape in plate_art("lateral").plate["shapes"].items() if shape.get("textbook")}
    drawn = plates.load_plate("lateral").structures
    assert marked == {key for key, structure in drawn.items() if structure.follows_textbook} != set()


def test_the_names_of_layers_fit_on_a_control(atlas):
    for view in atlas.views:
        assert all(len(layer["title"]) <= 45 for layer in plate_art(view).plate["layers"])


def test_everyday_names_come_from_the_catalogue(atlas):
    assert "TFL" in atlas.atlas["structures"]["tensor-fasciae-latae"]["also"]
