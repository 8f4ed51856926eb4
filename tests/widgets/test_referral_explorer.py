"""The referral explorer on the Python side: what it is given, what it refuses, what the page may look up."""

import json
from itertools import pairwise

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.catalogue.regions import VIEWS, body_regions
from gluteal.widgets import referral_records
from gluteal.widgets.packing import unpack
from gluteal.widgets.referral_explorer import ReferralExplorer


@pytest.fixture(scope="module")
def explorer():
    return ReferralExplorer()


@pytest.fixture(scope="module")
def records(explorer):
    return explorer.records


def test_it_begins_with_one_point_pressed_to_the_end_of_the_scale(explorer):
    assert (explorer.points, explorer.selected, explorer.pressure) == (
        ["piriformis-trp1"],
        "piriformis-trp1",
        100.0,
    )
    assert (explorer.mode, explorer.view, explorer.side) == ("overlay", "all", "right")


def test_its_repr_is_a_sentence_that_is_the_same_every_time(explorer):
    assert repr(explorer) == repr(ReferralExplorer(points=[]))
    others = len(referral_patterns()) - len(load().trigger_points)
    assert repr(explorer) == (
        f"Referral explorer: 18 trigger points and {others} other causes on three body charts"
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"points": ["piriformus-trp1"]}, "did you mean 'piriformis-trp1'"),
        ({"points": ["heart"]}, "valid are 'gluteus-maximus-trp1'"),
        ({"points": list(load().trigger_points)[:7]}, "of length 0 <= L <= 6"),
        ({"selected": "piriformis"}, "'piriformis-trp1'"),
        ({"compare": "s1"}, "valid are"),
        ({"pressure": 101}, "not be greater than 100"),
        ({"pressure": -1}, "not be less than 0"),
        ({"pressure": "hard"}, "expected a float"),
        ({"mode": "both"}, "'overlay', 'difference', 'side-by-side'"),
        ({"view": "front"}, "'all', 'posterior', 'lateral', 'anterior'"),
        ({"side": "middle"}, "'right', 'left', 'both'"),
        ({"region": "calf"}, "or 'posterior-calf'"),
        ({"plate": "anterior"}, "'posterior', 'lateral'"),
        ({"depth": "muscles"}, "'minimus', 'deep', 'bones'"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_valid_choices(wrong, words):
    with pytest.raises(traitlets.TraitError) as refused:
        ReferralExplorer(**wrong)
    assert words in str(refused.value).replace("any of [", "").replace("]", "")


def test_one_point_may_be_given_as_text_and_none_twice():
    assert ReferralExplorer("piriformis-trp2").points == ["piriformis-trp2"]
    twice = ReferralExplorer(["piriformis-trp2", "piriformis-trp1", "piriformis-trp2"])
    assert twice.points == ["piriformis-trp2", "piriformis-trp1"]


def test_a_refused_value_leaves_the_explorer_as_it_was(explorer):
    with pytest.raises(traitlets.TraitError):
        explorer.points = ["nose"]
    assert explorer.points == ["piriformis-trp1"]


def test_the_page_gets_every_pattern_once_in_the_order_of_the_table(explorer, records):
    assert list(explorer.pattern_ids) == list(referral_patterns()) == records["order"]
    assert [key for group in records["groups"] for key in group["ids"]] == records["order"]
    assert json.loads(unpack(explorer.packed)) == json.loads(json.dumps(records))


def test_every_pattern_has_zones_and_places_for_its_letter_inside_them(records):
    for key, pattern in records["patterns"].items():
        views = pattern["views"]
        assert any(views[view]["zones"] for view in VIEWS), key
        for view in VIEWS:
            assert bool(views[view]["zones"]) == bool(views[view]["labels"]) == bool(views[view]["foot"]), key


def test_every_row_of_a_card_has_a_grade_and_sources_that_exist(records):
    for key, pattern in records["patterns"].items():
        assert pattern["rows"], key
        for row in pattern["rows"]:
            assert row["grade"] in records["grades"], key
            assert row["sources"] and set(row["sources"]) <= set(records["sources"]), key


@pytest.mark.parametrize("key", list(load().trigger_points))
def test_a_card_says_where_how_far_and_how_it_was_checked(records, key):
    rows = {row["label"]: row for row in records["patterns"][key]["rows"]}
    point = load().trigger_points[key]
    assert rows["Where it lies"]["text"] == point.location
    assert rows["Essential zone"]["text"] == point.essential_zone
    assert rows["Spillover zone"]["text"] == (point.spillover_zone or "None described")
    assert rows["How it was checked"]["text"] == point.verification


@pytest.mark.parametrize("key", ["gluteus-medius-trp3", "gluteus-minimus-anterior"])
def test_where_sources_disagree_about_a_map_both_sides_are_shown(records, key):
    (conflict,) = records["patterns"][key]["conflicts"]
    assert conflict["side_a"] and conflict["side_b"] and conflict["say"]
    assert set(conflict["sources_a"]) | set(conflict["sources_b"]) <= set(records["sources"])


def reaching(records, region):
    return {hit["id"]: hit["kind"] for hit in records["reached"][region]}


@pytest.mark.parametrize(
    ("region", "key", "kind"),
    [
        ("posterior-calf", "gluteus-minimus-posterior", "essential"),
        ("lateral-calf", "gluteus-minimus-anterior", "essential"),
        ("posterior-thigh-proximal", "piriformis-trp1", "spillover"),
        ("coccyx-region", "gluteus-maximus-trp3", "essential"),
        ("popliteal-fossa", "hamstrings-lateral", "essential"),
    ],
)
def test_the_way_back_from_a_place_finds_what_the_table_says(records, region, key, kind):
    assert reaching(records, region)[key] == kind


def test_no_gluteus_maximus_map_reaches_the_calf(records):
    assert not [key for key in reaching(records, "posterior-calf") if key.startswith("gluteus-maximus")]


def test_essential_zones_come_first_and_every_region_can_be_asked(records):
    seen = {region for view in VIEWS for region in body_regions(view)}
    assert {region["id"] for region in records["regions"]} == seen == set(records["reached"])
    for hits in records["reached"].values():
        kinds = [hit["kind"] for hit in hits]
        assert kinds == sorted(kinds)


def test_the_scale_runs_from_nothing_to_its_end_without_a_gap(records):
    steps = records["steps"]
    assert [step["id"] for step in steps] == ["nothing", "tenderness", "essential", "spillover"]
    assert steps[0]["from"] == 0 and steps[-1]["to"] == 100
    assert all(one["to"] == other["from"] for one, other in pairwise(steps))


def test_the_scale_says_what_was_measured_and_that_no_gluteal_threshold_is_known(records):
    told = {step["id"]: step for step in records["steps"]}
    shares = " ".join(one["text"] for one in told["essential"]["statements"])
    assert "46.8 %" in shares and "forearm" in shares
    assert "gluteal" in told["tenderness"]["gaps"][0]["text"]
    for step in records["steps"]:
        assert all(one["sources"] and one["grade"] in records["grades"] for one in step["statements"])


def test_looks_differ_in_letter_colour_and_texture(records):
    for part in ("letter", "ink", "texture"):
        assert len({look[part] for look in records["looks"]}) == len(records["looks"]) == 6


def test_the_state_is_lean(explorer):
    assert len(json.dumps(explorer.get_state(), default=str)) < 220_000


def test_zones_of_both_sides_are_given_twice():
    pattern = referral_patterns()["gluteus-maximus-trp3"]
    view = referral_records.referral_records()["patterns"][pattern.id]["views"]["posterior"]
    assert len(view["zones"]) == len(pattern.on_chart("posterior")) > len(pattern.of("posterior"))
