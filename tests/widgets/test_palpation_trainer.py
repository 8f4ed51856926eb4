"""The palpation trainer on the Python side: what it is given, what it refuses, what it sends to the page."""

import json
import re

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.models.palpation_trial import draw_trial
from gluteal.models.palpation_values import MUSCLES, value
from gluteal.widgets import palpation_tables as tables
from gluteal.widgets.body_art import body_reference
from gluteal.widgets.packing import unpack
from gluteal.widgets.palpation_trainer import PalpationTrainer
from gluteal.widgets.palpation_words import words

ANSWER = {
    "seed": 4, "muscle": "piriformis", "kind": "active", "mark": [50.0, 40.0], "said": "active",
    "outcome": "hit", "presses": 5, "distance_mm": 4.2, "kind_right": True, "points": 93,
}  # fmt: skip


@pytest.fixture(scope="module")
def trainer():
    return PalpationTrainer()


@pytest.fixture(scope="module")
def sent(trainer):
    return json.loads(unpack(trainer.packed))


def test_it_begins_guided_on_gluteus_medius_with_enough_pressure_to_feel(trainer):
    assert (trainer.mode, trainer.muscle, trainer.seed, trainer.result) == ("guided", MUSCLES[0], 1, {})
    assert value("reach-force-gluteus-medius") < trainer.force_n < value("hard-force")


def test_its_repr_is_a_sentence_that_is_the_same_every_time():
    trainer = PalpationTrainer(muscle="piriformis", mode="trial", seed=3, record=[ANSWER])
    assert repr(trainer) == "Palpation trainer: piriformis, trial, patch 3, 1 answer"
    assert repr(PalpationTrainer()) == "Palpation trainer: gluteus medius, guided, 0 answers"


@pytest.mark.parametrize(
    ("wrong", "words_in_error"),
    [
        ({"muscle": "gluteus"}, "'gluteus-medius', 'gluteus-maximus', 'piriformis'"),
        ({"mode": "play"}, "'normal', 'guided', 'trial'"),
        ({"seed": -1}, "less than 0"),
        ({"force_n": 20.5}, "force_n goes from 0 to 20 N"),
        ({"force_n": -1.0}, "force_n goes from 0 to 20 N"),
        ({"result": {"outcome": "hit"}}, "set the result to {}"),
        ({"result": {**ANSWER, "outcome": "won"}}, "set the result to {}"),
        ({"record": [ANSWER, {}]}, "the record to []"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_valid_choices(wrong, words_in_error):
    with pytest.raises(traitlets.TraitError) as refused:
        PalpationTrainer(**wrong)
    assert words_in_error in str(refused.value).replace("any of ['", "'")


@pytest.mark.parametrize("force", [0.0, 20.0])
def test_the_slider_may_begin_at_either_end(force):
    assert PalpationTrainer(force_n=force).force_n == force


def test_python_knows_what_the_patch_hides_and_counts_the_record():
    trainer = PalpationTrainer(muscle="piriformis", mode="trial", seed=9, record=[ANSWER, ANSWER])
    assert trainer.trial == draw_trial(9, "piriformis")
    assert trainer.tally.sensitivity == 1.0 and trainer.tally.mean_distance_mm == pytest.approx(4.2)


def test_the_page_gets_the_trials_of_the_model_for_all_muscles(sent):
    assert [muscle["id"] for muscle in sent["muscles"]] == list(MUSCLES)
    for muscle in sent["muscles"]:
        assert len(muscle["trials"]) == tables.TRIALS == 120
        for row in muscle["trials"][::17]:
            trial = draw_trial(row[0], muscle["id"])
            assert dict(zip(tables.FIELDS, row, strict=True))["spot_mm"] == list(trial.spot_mm)
        assert muscle["normal"][1] == "normal" and muscle["guided"][1] == "active"
        ids = [pattern["id"] for pattern in muscle["patterns"]]
        assert ids == [point.id for point in load().muscles[muscle["id"]].trigger_points]


def test_a_seed_far_out_brings_its_own_trials():
    sent = json.loads(unpack(PalpationTrainer(seed=5000).packed))
    assert sent["first"] == 5000 and sent["muscles"][0]["trials"][0][0] == 5000


def test_the_same_seed_sends_the_same(trainer):
    assert trainer.packed == PalpationTrainer(seed=60).packed


def test_the_state_is_lean_and_the_body_is_shared(trainer):
    assert len(json.dumps(trainer.get_state(), default=str)) < 260_000
    assert trainer.body == body_reference()


def test_each_drawing_has_a_colour_for_every_number(sent):
    numbers = {int(one) for text in sent["art"].values() for one in re.findall(r"@(\d+)@", text)}
    for muscle in sent["muscles"]:
        assert numbers == set(range(len(muscle["palette"])))
    assert "#" not in "".join(sent["art"].values()).replace('href="#', "").replace("url(#", "")
    assert sent["muscles"][0]["palette"] != sent["muscles"][1]["palette"]


def test_every_pattern_of_the_patches_has_a_drawn_zone(sent):
    for muscle in sent["muscles"]:
        for pattern in muscle["patterns"]:
            assert "<path" in sent["words"]["zones"][pattern["id"]]["essential"]
            assert pattern["felt"]


def test_what_is_said_of_studies_comes_from_the_statements():
    said = " ".join(words()["honest"]) + words()["apart"]["text"]
    facts = load().statements
    for name in ("palpation-reliability-distance", "palpation-reliability-proportion"):
        assert f"{facts[name].value:g}" in said
    assert "42 % of the patches" in said and "not a measurement" in said
    sources = [*words()["honest_sources"], *words()["apart"]["sources"], *words()["rule_sources"]]
    assert all(one["key"] in load().sources for one in sources)


def test_nothing_that_is_said_diagnoses():
    everything = json.dumps(words(), ensure_ascii=False).lower()
    assert "you have" not in everything and "diagnos" not in everything
