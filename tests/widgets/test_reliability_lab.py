"""The reliability lab on the Python side: what it computes, refuses and sends, how lean it is."""

import json

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.reliability import published_kappas
from gluteal.models.palpation import PalpationStudy, Rater
from gluteal.models.reproduction import NEAR
from gluteal.widgets.reliability_lab import ReliabilityLab
from gluteal.widgets.reliability_records import PRESETS, SHARES, WAY_WORDS, lab_records


@pytest.fixture
def lab():
    return ReliabilityLab()


def test_it_begins_with_two_skilled_raters(lab):
    assert (lab.prevalence, lab.sensitivity_first, lab.shared, lab.patients, lab.seed) == (0.5, 0.9, 0, 40, 1)
    assert lab.same_skill and not lab.truth and lab.target == "" and lab.found == []
    assert lab.result["long_run"]["kappa"] == pytest.approx(0.64)


def test_the_result_is_what_the_model_gives_and_follows_every_setting(lab):
    before = lab.result
    lab.prevalence = 0.1
    assert lab.result["long_run"]["kappa"] == pytest.approx(lab.study.expected().measures().kappa)
    assert lab.result != before and lab.result["study"]["table"] == list(lab.sample.table.cells)
    assert sum(lab.result["study"]["table"]) == 40


def test_a_result_from_outside_cannot_lie(lab):
    lab.result = {"study": {"kappa": 1.0}}
    assert lab.result["study"]["kappa"] == lab.sample.table.measures().kappa


def test_equal_skill_lets_the_second_raters_own_settings_rest(lab):
    lab.sensitivity_second = 0.2
    assert lab.study.second == lab.study.first
    lab.same_skill = False
    assert lab.study == PalpationStudy(0.5, Rater(0.9, 0.9), Rater(0.2, 0.9))


def test_what_is_not_defined_is_none(lab):
    lab.set_trait("prevalence", 1.0)
    lab.sensitivity_first = 1.0
    assert lab.result["study"]["kappa"] is None and lab.result["long_run"]["low"] is None
    assert "kappa not defined in the long run" in repr(lab)
    json.dumps(lab.result, allow_nan=False)


@pytest.mark.parametrize("name", SHARES)
@pytest.mark.parametrize("value", [0.0, 1.0, 0.5])
@pytest.mark.parametrize("patients", [1, 300])
def test_every_setting_goes_to_both_ends(name, value, patients):
    lab = ReliabilityLab(patients=patients, same_skill=False, **{name: value})
    assert sum(lab.result["study"]["table"]) == patients
    assert sum(lab.result["long_run"]["table"]) == pytest.approx(patients)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"prevalence": 1.2}, "prevalence is a share from 0 to 1, such as 0.85; not 1.2"),
        ({"shared": -0.1}, "shared is a share"),
        ({"sensitivity_first": float("nan")}, "sensitivity_first is a share"),
        ({"specificity_second": "high"}, "specificity_second"),
        ({"patients": 0}, "less than 1"),
        ({"patients": 301}, "greater than 300"),
        ({"seed": -1}, "less than 0"),
        ({"target": "palpation-reliability-piriformis-kapa"}, "palpation-reliability-piriformis-kappa"),
        ({"found": "all"}, "found"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(wrong, words):
    with pytest.raises(traitlets.TraitError) as refused:
        ReliabilityLab(**wrong)
    assert words in str(refused.value)


def test_an_unknown_preset_is_refused_with_the_nearest():
    with pytest.raises(KeyError, match="paradox"):
        ReliabilityLab("paradoxe")


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_shows_what_its_name_says(name):
    lab = ReliabilityLab(name)
    found = lab.result["long_run"]
    holds = {
        "skilled": found["kappa"] > 0.6,
        "rare": found["agreement"] > 0.8 and found["kappa"] < 0.3,
        "coins": found["agreement"] == 0.5 and found["kappa"] == 0,
        "always-yes": found["agreement"] > 0.7 and found["kappa"] == 0,
        "paradox": found["agreement"] > 0.9 and found["kappa"] < 0.4,
        "together": found["kappa"] > 0.8 and lab.sensitivity_first < 0.7,
        "few": lab.patients == 12,
    }
    assert holds[name]


def test_every_published_kappa_of_two_examiners_can_be_chosen_with_grade_and_source():
    published = {one["id"]: one for one in lab_records()["published"]}
    assert set(published) == {one.id for one in published_kappas() if not one.same_examiner}
    for key, one in published.items():
        fact = load().statements[key]
        assert one["source"] in lab_records()["sources"] and one["grade"] in lab_records()["grades"]
        assert one["span"][0] in (fact.value, fact.value_low)
        assert ReliabilityLab(target=key).target == key
    assert published["palpation-reliability-kappa-pooled"]["interval"] == [0.364, 0.54]


def test_the_favourable_and_the_unfavourable_studies_are_there():
    spans = [one["span"] for one in lab_records()["published"]]
    assert max(low for low, _ in spans) >= 0.8 and min(low for low, _ in spans) < -0.2
    sources = {one["source"] for one in lab_records()["published"]}
    assert sources >= {"holmjensen2020", "njoo1994", "nice1992", "hsieh2000", "rathbone2017", "lucas2009"}


def test_each_published_value_can_be_reached_in_the_ways_offered():
    for one in lab_records()["published"]:
        assert one["ways"] or one["span"][0] < 0, one["id"]
        for way in one["ways"]:
            lab = ReliabilityLab(same_skill=False, **{key: way[key] for key in SHARES})
            kappa, (low, high) = lab.result["long_run"]["kappa"], one["span"]
            assert low - NEAR - 1e-9 <= kappa <= high + NEAR + 1e-9, (one["id"], way["words"])
            assert way["words"] in WAY_WORDS.values()


def test_a_range_is_printed_so_that_no_hyphen_looks_like_a_minus():
    printed = {one["id"]: one["printed"] for one in lab_records()["published"]}
    assert printed["palpation-reliability-kappa-lumbar-nice1992"] == "0.29 to 0.38"
    assert printed["palpation-reliability-kappa-hip-and-thigh"] == "−0.25 to 0.77"
    assert not any("-" in text for text in printed.values())


def test_its_repr_is_a_sentence_that_is_the_same_every_time():
    assert repr(ReliabilityLab()) == repr(ReliabilityLab())
    assert repr(ReliabilityLab()).startswith(
        "Reliability lab: 40 patients, 50 % have the finding; kappa 0.64"
    )


def test_the_state_is_lean(lab):
    state = {key: value for key, value in lab.get_state().items() if not key.startswith("_")}
    assert len(json.dumps(state)) < 45_000
    assert len(ReliabilityLab._esm) + len(ReliabilityLab._css) < 60_000


def test_the_page_holds_no_formula_and_no_published_number():
    for word in ("0.83", "0.452", "1.96", "holmjensen"):
        assert word not in str(ReliabilityLab._esm), word
