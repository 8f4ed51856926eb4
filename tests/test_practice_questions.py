"""What the questions for practice call right is what the tables and models say."""

import csv
import re

import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.catalogue.causes import causes
from gluteal.models.probability import post_test

ITEMS = {item.id: item for item in load().items.values() if item.role == "practice"}
FACTS = load().facts


def right(item_id):
    return {option.id for option in ITEMS[item_id].options if option.correct}


def rows(file):
    with (paths.data_dir() / file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


# --- anatomy and maps -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "muscle"),
    [
        ("medius", "gluteus-medius"), ("minimus", "gluteus-minimus"), ("piriformis", "piriformis"),
        ("internus", "obturator-internus"), ("maximus", "gluteus-maximus"),
        ("quadratus", "quadratus-femoris"),
    ],
)  # fmt: skip
def test_what_inserts_on_the_trochanter(option, muscle):
    told = FACTS[f"{muscle}-insertion"].statement.startswith("Greater trochanter")
    assert told == (option in right("01-attach-trochanter"))


def test_one_muscle_alone_has_the_inferior_gluteal_nerve():
    nerves = {one.id: one for one in FACTS.values() if one.id.endswith("-innervation")}
    found = {key for key, one in nerves.items() if one.statement.startswith("Inferior gluteal nerve")}
    assert found == {f"{key}-innervation" for key in right("01-click-inferior-nerve")}


@pytest.mark.parametrize(
    ("item", "point", "words"),
    [
        ("03-click-coccyx", "gluteus-maximus-trp3", "Coccyx"),
        ("03-click-belt", "gluteus-medius-trp1", "Back of the iliac crest"),
    ],
)
def test_the_map_that_a_click_asks_for_is_that_of_the_point(item, point, words):
    one = load().trigger_points[point]
    assert one.essential_zone.startswith(words) and right(item) == {one.muscle_id}


def test_the_speeds_of_the_red_flags_are_those_of_the_table():
    order = ["cauda-equina-syndrome", "spinal-or-pelvic-infection"]
    order += ["femoral-neck-stress-fracture", "inflammatory-spinal-disease"]
    assert [load().red_flags[key].urgency for key in order] == ["emergency", "same-day", "urgent", "soon"]
    assert ITEMS["03-flag-order"].solution == ["saddle", "fever", "runner", "stiff"]


# --- read from figures ------------------------------------------------------------------------------------


def test_the_fields_of_the_two_raters():
    words = load().figures["two-by-two"].text
    apart = [int(re.search(rf"Only rater {rater}: (\d+)", words)[1]) for rater in (1, 2)]
    assert sum(apart) == ITEMS["02-read-disagree"].value


def test_the_signs_whose_range_reaches_below_chance():
    keys = {"band": "taut-band", "twitch": "twitch", "tender": "tenderness", "pain": "pain-reproduction"}
    low = {key: FACTS[f"palpation-reliability-kappa-review-{name}"].value_low for key, name in keys.items()}
    assert right("02-read-below-chance") == {key for key, value in low.items() if value < 0}


def test_what_was_measured_in_the_buttock():
    buttock = load().figures["what-has-been-measured"].text.split("Buttock: ")[1]
    assert "three in the buttock" in load().figures["what-has-been-measured"].alt
    assert buttock.count(". ") >= ITEMS["02-read-measured"].value == 3


def test_the_same_hips_in_two_positions():
    means = {
        row["position"].split(",")[0]: float(row["mean_deg"])
        for row in rows("hip/range_norms.csv")
        if row["source_key"] == "kouyoumdjian2012" and row["motion"] == "internal-rotation"
    }
    item = ITEMS["04-read-same-hips"]
    assert abs(means["seated"] - means["supine"] - item.value) <= item.tolerance


def test_the_thin_line_of_the_nomogram():
    item = ITEMS["04-read-nomogram"]
    after = post_test(0.05, 0.91, 0.80).positive
    assert abs(100 * after - item.value) < 1 <= item.tolerance


def test_the_line_that_never_turns_inwards():
    words = load().figures[ITEMS["04-read-arms"].figure].text
    assert "the inferior one turns outwards throughout" in words and right("04-read-arms") == {"inferior"}


def test_the_findings_that_looked_for_trigger_points():
    named = [one for cause in causes().values() if cause.article_words for one in cause.evidence]
    assert len(named) == ITEMS["05-read-looked-for"].maximum
    assert sum(one.measured_points for one in named) == ITEMS["05-read-looked-for"].value


def test_the_levers_of_the_stance():
    words = load().figures["single-leg-stance-free-body"].text
    body, abductors = re.search(r"N × ([\d.]+) cm = .* N × ([\d.]+) cm", words).groups()
    item = ITEMS["05-read-levers"]
    assert abs(float(body) / float(abductors) - item.value) <= item.tolerance


@pytest.mark.parametrize(
    ("option", "dose"),
    [
        ("stretch", "hold-stretch"), ("light", "hold-press-light"),
        ("highest", "hold-press-tolerable"), ("roll", "one-roll"),
    ],
)  # fmt: skip
def test_the_doses_of_the_chart(option, dose):
    fact = FACTS[next(row["fact_id"] for row in rows("effects/doses.csv") if row["id"] == dose)]
    item = ITEMS["07-read-doses"]
    target = dict(item.targets)[next(one.match for one in item.options if one.id == option)]
    low, high = (fact.value_low, fact.value_high) if fact.value is None else (fact.value, None)
    assert target == (f"{low:g} to {high:g} s" if high else f"{low:g} s")


def test_the_interval_that_ends_nearest_to_no_difference():
    sources = {"waiting": "pain-tabatabaiee2019", "standard": "pain-kumar-gtps"}
    names = {"disability": "disability", "pain": "pain"} | sources
    ends = {key: abs(FACTS[f"dry-needling-effect-{name}"].ci_high) for key, name in names.items()}
    assert right("07-read-near-zero") == {min(ends, key=ends.get)}


def test_the_order_of_the_adverse_events():
    keys = ["bruising", "bleeding", "pain-during-treatment", "pain-after-treatment", "symptoms-made-worse"]
    shares = [FACTS[f"dry-needling-adverse-event-{key}"].value for key in keys]
    assert shares == sorted(shares, reverse=True)
    assert ITEMS["07-read-events"].solution == ["bruising", "bleeding", "during", "after", "worse"]
    for option, share in zip(ITEMS["07-read-events"].options, shares, strict=True):
        assert option.feedback.startswith(f"{share:g} %")


def test_what_pressing_changed():
    names = ("pressure-pain-threshold", "self-reported-pain")
    tender, pain = (FACTS[f"ischaemic-compression-effect-{name}"] for name in names)
    assert tender.ci_low > 0 and pain.ci_low < 0 < pain.ci_high
    assert {"dissolves", "buttock", "pain"} == right("07-words-of-effect")
