"""Lesson 04 says what models and tables say, lists each source of its widgets, and asks red flags first."""

import json
import re
from importlib import import_module

import nbformat
import numpy as np
import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.catalogue.accuracy import accuracies
from gluteal.catalogue.hip import range_norms
from gluteal.models import hip
from gluteal.models.hip_shortening import shorten
from gluteal.models.probability import post_test
from gluteal.models.reasoning import rank

LESSON = paths.root() / "notebooks" / "04_symptoms_and_examination.ipynb"
CELLS = nbformat.read(LESSON, as_version=4).cells
TEXT = {cell.id: cell.source for cell in CELLS}
ITEMS = {
    one["id"]: one for one in json.loads((paths.data_dir() / "quiz/04.json").read_text("utf-8"))["items"]
}
WIDGETS = {
    "ProbabilityLab": "probability_records",
    "SymptomExplorer": "symptom_records",
    "HipExplorer": "hip_records",
}


def after(pre, accuracy, result="positive"):
    """Return the probability after a result, whole percent."""
    found = post_test(pre, accuracy.sensitivity_pct / 100, accuracy.specificity_pct / 100)
    return round(100 * getattr(found, result))


@pytest.fixture(scope="module")
def martin():
    return {one.test_id: one for one in accuracies() if one.source_key == "martin2014"}


# --- order ----------------------------------------------------------------------------------------------


def test_every_red_flag_is_asked_before_the_first_figure_and_the_first_widget():
    order = [cell.id for cell in CELLS]
    flags = order.index("loop1-flags")
    shown = [n for n, cell in enumerate(CELLS) if re.search(r"lesson\.figure|Explorer\(|Lab\(", cell.source)]
    assert flags < min(shown)
    cited = {one.source_key for one in load().red_flags.values()}
    assert cited <= set(re.findall(r"#ref-(\w+)", TEXT["loop1-flags"]))


def test_every_question_of_the_bank_is_asked_once_and_each_objective_has_checks():
    asked = re.findall(r'lesson\.(?:predict|check)\("(04-[\w-]+)"\)', "\n".join(TEXT.values()))
    assert sorted(asked) == sorted(ITEMS)
    checked = [one["objective"] for one in ITEMS.values() if one["role"] == "check"]
    assert all(checked.count(number) >= 4 for number in (1, 2, 3))
    assert len({one["kind"] for one in ITEMS.values()}) == 6


def test_each_figure_that_a_prediction_asks_for_comes_after_it():
    order = "\n".join(TEXT.values())
    for item in re.findall(r'after="(04-[\w-]+)"', order):
        assert order.index(f'predict("{item}")') < order.index(f'after="{item}"')


# --- numbers --------------------------------------------------------------------------------------------


def test_what_five_millimetres_cost_is_what_the_model_gives():
    flexion = [0, 30, 60, 90]
    arms = 1000 * hip.solve(flexion, lines=("piri",)).moment_arm_m[:, 0, 2]
    assert [round(abs(one)) for one in arms] == [29, 14, 1, 15]
    assert [round(float(one)) for one in np.sign(arms)] == [-1, -1, 1, 1], "outwards, then inwards"
    lost = np.rad2deg(5 / np.abs(arms))
    assert [round(one, -1) for one in lost[[0, 1, 3]]] == [10, 20, 20] and lost[2] > 150
    assert "29 mm" in TEXT["loop3-table"] and "15 mm, internal" in TEXT["loop3-table"]
    assert ITEMS["04-lost"]["value"] == round(np.rad2deg(5 / 29))


def test_the_explorer_counts_to_the_end_of_the_motion_and_the_lesson_says_so():
    straight, flexed = shorten("piri", 5), shorten("piri", 5, (90, 0, 0))
    lost = {one.name: one.lost_deg for one in straight.motions}
    assert straight.first == "internal rotation" and round(lost["internal rotation"]) == 15
    assert flexed.first == "adduction"
    assert {one.name for one in flexed.motions if one.lost_deg} == {"adduction", "external rotation"}
    assert "about 15°" in TEXT["loop3-two-ways"]


def test_the_spread_between_groups_is_that_of_the_table():
    means = [one.mean_deg for one in range_norms().values() if one.motion == "internal-rotation"]
    assert ITEMS["04-spread"]["value"] == round(max(means) - min(means))
    assert f"{min(means):g}°" in TEXT["loop2-observe"] and f"{max(means):g}°" in TEXT["loop2-observe"]


def test_positive_results_mean_what_bayes_says(martin):
    either = martin["seated-stretch-or-active-piriformis-test"]
    assert ITEMS["04-positive"]["value"] == after(0.06, either) == 23
    assert after(23 / 33, either) == 91 and "23 or 91 of 100" in TEXT["loop4-observe"]
    seated, raised = martin["seated-piriformis-stretch-test"], martin["straight-leg-raise"]
    said = [int(one) for one in re.findall(r"\b\d\d\b", TEXT["loop4-choose"].split("[")[0])]
    assert said == [20, after(0.2, seated), after(0.2, seated, "negative"), after(0.2, raised), 18]
    assert after(0.2, raised, "negative") == 18


def test_the_order_of_likelihood_ratios_is_that_of_the_study():
    facts = load().test_facts
    order = {
        "spst": "seated-piriformis-stretch-test",
        "both": "seated-stretch-or-active-piriformis-test",
        "apt": "active-piriformis-test",
        "slr": "straight-leg-raise",
    }
    ratios = [
        facts[f"{order[one['id']]}-positive-likelihood-ratio"].value
        for one in ITEMS["04-lr-order"]["options"]
    ]
    assert ratios == sorted(ratios, reverse=True)


def test_the_joint_findings_are_those_of_the_review():
    facts = load().facts
    for key in ("medial-thigh", "squat", "groin-pain-on-adduction", "younger-than-60"):
        fact = facts[f"hip-osteoarthritis-lr-{key}"]
        assert f"{fact.value:g} ({fact.ci_low:g}–{fact.ci_high:g})" in TEXT["loop2-joint"]


# --- widgets --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("widget", [name for name in WIDGETS if f"{name}(" in "\n".join(TEXT.values())])
def test_no_link_of_a_widget_leads_nowhere(widget):
    name = WIDGETS[widget]
    records = getattr(import_module(f"gluteal.widgets.{name}"), name)()
    page = next(cell for cell in CELLS if cell.id == "references").outputs[0].data["text/html"]
    listed = set(re.findall(r'id="ref-(\w+)"', page))
    keys = {one["key"] if isinstance(one, dict) else one for one in records["sources"]}
    assert not keys - listed


def leaders(answers):
    """Return the first hypotheses of the reasoning, all red flags denied: id → points."""
    return {one.id: one.score for one in rank(answers, frozenset()).hypotheses[:4]}


def test_what_is_said_of_the_symptom_explorer_is_what_the_model_does():
    from gluteal.widgets import SymptomExplorer

    begun = dict(SymptomExplorer("three-symptoms").findings)
    assert next(iter(leaders(begun))) == "piriformis"
    del begun["pressing-piriformis"]
    assert next(iter(leaders(begun))) != "piriformis"
    three = ("buttock-pain", "low-back-pain", "thigh-pain-above-knee", "internal-rotation-limited")
    points = leaders(dict.fromkeys(three, "present"))
    assert {*points} == {"gluteus-medius", "piriformis", "gluteus-maximus", "lumbar-facet-lesion"}
    assert max(points.values()) - min(points.values()) <= 4
    fair, all_four = {"fair": "present"}, dict.fromkeys(("fair", "freiberg", "pace", "beatty"), "present")
    assert leaders(fair)["piriformis"] == leaders(all_four)["piriformis"]
