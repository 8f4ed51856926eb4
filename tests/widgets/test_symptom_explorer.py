"""The symptom explorer on the Python side: what it ranks, refuses and sends, how lean it is."""

import json

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.models.reasoning import rank
from gluteal.widgets.packing import unpack
from gluteal.widgets.symptom_explorer import SymptomExplorer
from gluteal.widgets.symptom_records import EXAMPLES, SECTIONS, example, symptom_records

DENIED = dict.fromkeys(load().red_flags, "absent")


def test_nothing_is_answered_beforehand_and_nothing_ranked():
    explorer = SymptomExplorer()
    assert explorer.findings == {} and explorer.red_flags == {}
    assert explorer.result["state"] == "unanswered" and explorer.result["hypotheses"] == []
    assert explorer.result["unanswered"] == sorted(load().red_flags)


def test_one_open_red_flag_holds_the_ranking_back():
    for open_one in DENIED:
        flags = {key: answer for key, answer in DENIED.items() if key != open_one}
        explorer = SymptomExplorer(findings={"sitting": "present"}, red_flags=flags)
        assert explorer.result["hypotheses"] == [] and explorer.result["unanswered"] == [open_one]


@pytest.mark.parametrize("flag", DENIED)
def test_any_red_flag_replaces_the_ranking_by_what_to_do(flag):
    explorer = SymptomExplorer("side-of-hip", red_flags={**DENIED, flag: "present"})
    assert explorer.result["state"] == "red-flag" and explorer.result["urgent"] == [flag]
    assert explorer.result["hypotheses"] == []
    assert repr(explorer) == f"Symptom explorer: red flag, {load().red_flags[flag].action}"


def test_a_red_flag_alone_counts_while_others_are_open():
    assert SymptomExplorer(red_flags={"cancer": "present"}).result["state"] == "red-flag"


def test_the_result_is_the_models_and_follows_every_answer():
    explorer = SymptomExplorer("three-symptoms")
    before = explorer.result
    explorer.findings = {**explorer.findings, "lying-on-side": "present"}
    found = rank(explorer.findings, explorer.red_flags)
    assert explorer.result != before
    assert [(one["id"], one["score"]) for one in explorer.result["hypotheses"]] == [
        (one.id, one.score) for one in found.hypotheses
    ]


def test_a_result_from_outside_cannot_lie():
    explorer = SymptomExplorer()
    explorer.result = {"state": "ranked"}
    assert explorer.result["state"] == "unanswered"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"findings": {"siting": "present"}}, "unknown feature 'siting'; did you mean 'sitting'"),
        ({"findings": {"sitting": "yes"}}, "'present' or 'absent', not 'yes'"),
        ({"findings": ["sitting"]}, "findings"),
        ({"red_flags": {"cancr": "absent"}}, "did you mean 'cancer'?"),
        ({"red_flags": {"cancer": True}}, "'present' or 'absent', not True"),
        ({"shown": "piriformus"}, "did you mean 'piriformis'?"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_nearest(wrong, words):
    with pytest.raises(traitlets.TraitError) as refused:
        SymptomExplorer(**wrong)
    assert words in str(refused.value)


def test_an_unknown_example_is_refused_with_the_nearest():
    with pytest.raises(KeyError, match="side-of-hip"):
        SymptomExplorer("side-of-hips")


def test_the_examples_show_what_their_titles_say():
    leads = {key: SymptomExplorer(key).ranking() for key in EXAMPLES}
    first = {key: found.hypotheses[0].id for key, found in leads.items() if found.hypotheses}
    assert first["side-of-hip"] == "gluteal-tendinopathy"
    assert first["down-the-leg"] == "lumbar-radiculopathy"
    assert first["groin"] == "hip-osteoarthritis"
    assert first["three-symptoms"] in {"piriformis", "gluteus-medius", "gluteus-minimus", "gluteus-maximus"}
    assert len(leads["does-not-fit"].contradictions) >= 2
    assert leads["red-flag"].urgent and not leads["red-flag"].hypotheses
    assert not any(found.contradictions for key, found in leads.items() if key != "does-not-fit")


def test_examples_answer_every_red_flag():
    assert all(set(example(key)["red_flags"]) == set(load().red_flags) for key in EXAMPLES)


def test_the_page_gets_a_heading_for_every_section_and_urgency():
    records = symptom_records()
    assert set(records["sections"]) == set(SECTIONS)
    assert {flag["urgency"] for flag in records["redFlags"]} <= set(records["headings"])


def test_its_repr_is_a_sentence_that_is_the_same_every_time():
    assert repr(SymptomExplorer()) == (
        f"Symptom explorer: 0 answers, {len(DENIED)} questions about red flags are open"
    )
    assert repr(SymptomExplorer("groin")).startswith("Symptom explorer: 9 answers, first Hip osteoarthritis")


def test_the_state_is_lean_and_holds_the_tables():
    explorer = SymptomExplorer()
    state = {key: value for key, value in explorer.get_state().items() if not key.startswith("_")}
    assert len(json.dumps(state)) < 60_000
    assert len(SymptomExplorer._esm) + len(SymptomExplorer._css) < 60_000
    assert json.loads(unpack(explorer.tables)) == json.loads(json.dumps(symptom_records()))


def test_the_page_holds_no_fact():
    for word in ("piriformis", "gluteus", "radiculopathy", "cauda", "endoscopy"):
        assert word not in str(SymptomExplorer._esm).lower(), word
