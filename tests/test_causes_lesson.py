"""Lesson 05 says what its tables and its model say, in order, and lists the sources of its widgets."""

import json
import re

import nbformat
import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.catalogue.causes import cause_evidence, causes
from gluteal.models.stance import Posture, solve
from gluteal.models.stance_verdict import verdict

LESSON = paths.root() / "notebooks" / "05_causes.ipynb"
CELLS = nbformat.read(LESSON, as_version=4).cells
TEXT = {cell.id: cell.source for cell in CELLS}
ITEMS = {
    one["id"]: one for one in json.loads((paths.data_dir() / "quiz/05.json").read_text("utf-8"))["items"]
}
WHOLE = "\n".join(TEXT.values())


def printed(value):
    return f"{value:g}".replace("-", "−")


# --- order ----------------------------------------------------------------------------------------------


def test_every_question_of_the_bank_is_asked_once_and_each_objective_has_checks():
    asked = re.findall(r'lesson\.(?:predict|check)\("(05-[\w-]+)"\)', WHOLE)
    assert sorted(asked) == sorted(ITEMS)
    checked = [one["objective"] for one in ITEMS.values() if one["role"] == "check"]
    assert all(checked.count(number) >= 3 for number in (1, 2, 3))
    assert len({one["kind"] for one in ITEMS.values()}) == 6


def test_each_answer_comes_after_the_prediction_that_asks_for_it():
    for item in re.findall(r'after="(05-[\w-]+)"', WHOLE):
        assert WHOLE.index(f'predict("{item}")') < WHOLE.index(f'after="{item}"')
    assert WHOLE.index('predict("05-which-hand")') < WHOLE.index("SingleLegStance(covered=True)")


def test_the_form_asks_for_danger_before_the_case_does():
    order = [cell.id for cell in CELLS]
    assert order.index("interview") < order.index("case") < order.index("check-case-first")


# --- the tables -----------------------------------------------------------------------------------------


def test_every_finding_is_told_with_the_number_of_its_source():
    for one in cause_evidence().values():
        fact, said = one.fact, one.words
        told = {
            printed(number)
            for number in (fact.value, fact.ci_low, fact.ci_high, fact.value_low, fact.value_high, fact.n)
            if number is not None
        }
        told |= set(
            re.findall(r"\d+(?:\.\d+)?", " ".join((fact.statement, fact.population, fact.comparator)))
        )
        words = {"one": "1", "Ten": "10", "six": "6", "seven": "7"}
        told |= {digit for word, digit in words.items() if re.search(rf"\b{word}\b", fact.statement)}
        told |= {"10"} if fact.unit == "points" else set()
        for number in re.findall(r"−?\d+(?:\.\d+)?", said):
            assert {number, number.lstrip("−")} & told or number in ("1",), (one.id, number)


def test_no_finding_on_the_article_s_claim_has_all_three_and_the_lesson_says_so():
    named = [one for cause in causes().values() if cause.article_words for one in cause.evidence]
    full = [one for one in named if one.measured_points and one.compared and one.order_seen]
    assert (len(named), len(full)) == (12, ITEMS["05-three-times-yes"]["value"])
    assert "of twelve findings none" in TEXT["summary"]


def test_trigger_points_were_looked_for_where_the_check_says():
    looked = {one.cause_id for one in cause_evidence().values() if one.measured_points}
    right = {one["id"] for one in ITEMS["05-looked-for"]["options"] if one.get("correct")}
    assert looked == {"nerve-root", "low-back-pain", "overuse"}
    assert right == {"root", "back", "screen"}


@pytest.mark.parametrize("cause", causes())
def test_a_cause_has_a_side_for_and_its_verdict_is_never_surer_than_its_studies(cause):
    one, ranks = causes()[cause], {key: grade.rank for key, grade in load().grades.items()}
    assert any(found.side == "for" for found in one.evidence)
    assert ranks[one.grade] >= min(ranks[found.fact.grade] for found in one.evidence)


@pytest.mark.parametrize(
    ("cell", "fact"),
    [
        ("loop1-observe", "gluteal-points-in-radiculopathy"),
        ("loop1-observe", "gluteal-points-on-the-painful-side"),
        ("loop1-against", "trochanteric-pain-and-low-back-pain"),
        ("loop1-twist", "gluteal-points-tell-radicular-pain"),
        ("loop2-legs", "leg-length-and-trochanteric-pain"),
        ("loop2-sitting", "sitting-at-work-and-low-back-pain"),
        ("loop2-pelvis", "motor-control-exercise-in-pelvic-girdle-pain"),
    ],
)
def test_a_number_in_the_prose_is_that_of_the_table(cell, fact):
    one = load().facts[fact]
    for number in (one.value, one.ci_low, one.ci_high):
        if number is not None and not (cell == "loop1-against" and number != one.value):
            assert printed(number) in TEXT[cell], (cell, number)


# --- the model ------------------------------------------------------------------------------------------


def test_the_table_of_postures_is_what_the_model_gives():
    postures = (
        Posture(),
        Posture(stick_pct=10),
        Posture(stick_pct=10, stick_hand="same"),
        Posture(load_opposite_kg=10),
        Posture(load_same_kg=10),
        Posture(lean_deg=20),
    )
    rows = [line for line in TEXT["stance-table"].splitlines() if re.match(r"\| .*\d\.\d", line)]
    for row, posture in zip(rows, postures, strict=True):
        found = solve(posture)
        said = [float(one) for one in re.findall(r"\| (\d\.\d)", row)]
        assert said == [round(found.abductor_bw, 1), round(found.joint_bw, 1)], row


def test_what_weak_abductors_need_is_what_the_model_gives():
    assert verdict(Posture(strength_pct=50)) == "level" and verdict(Posture(strength_pct=45)) == "cannot"
    weak = solve(Posture(strength_pct=30))
    assert [round(weak.lean_needed_deg), round(weak.stick_needed_pct)] == [14, 8]
    assert round(solve(Posture(strength_pct=45)).lean_needed_deg) == 1
    assert "14°" in TEXT["weak-observe"] and "8 % of body weight" in TEXT["weak-observe"]


def test_the_order_of_work_is_the_model_s_order():
    postures = {
        "bag-other": Posture(load_opposite_kg=10),
        "upright": Posture(),
        "bag-same": Posture(load_same_kg=10),
        "stick": Posture(stick_pct=10),
    }
    forces = [solve(postures[one["id"]]).abductor_bw for one in ITEMS["05-order-of-work"]["options"]]
    assert forces == sorted(forces, reverse=True)


def test_the_load_on_the_hip_covers_the_model_and_the_measurement():
    item, measured = ITEMS["05-hip-load"], load().stance_measurements["joint-force-standing"].value
    for load_bw in (solve(Posture()).joint_bw, measured):
        assert abs(load_bw - item["value"]) <= item["tolerance"]


# --- sources --------------------------------------------------------------------------------------------


def test_no_link_of_a_widget_leads_nowhere():
    from gluteal.widgets.interview_records import interview_records
    from gluteal.widgets.stance_records import stance_records

    page = next(cell for cell in CELLS if cell.id == "references").outputs[0].data["text/html"]
    listed = set(re.findall(r'id="ref-(\w+)"', page))
    asked = {one["key"] for one in interview_records()["sources"]}
    shown = set(re.findall(r'"key": "(\w+)"', json.dumps(stance_records())))
    assert asked and not (asked | shown) & set(load().sources) - listed


def test_the_lesson_keeps_nothing_of_the_interview():
    shown = json.dumps(nbformat.read(LESSON, as_version=4).metadata)
    assert "glutealInterview" in shown and '"answers": {"' not in shown
