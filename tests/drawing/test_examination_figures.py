"""The figures on symptoms, ranges, moment arms and accuracy show what the tables say, where they say it."""

import numpy as np
import pytest

from gluteal.catalogue import load
from gluteal.catalogue.accuracy import accuracies
from gluteal.catalogue.hip import range_norms
from gluteal.drawing import accuracy_chart, hip_ranges, hip_rotation_arms, three_symptoms
from gluteal.models import hip


def texts(drawn):
    return [one.get_text().replace("\n", " ") for one in drawn.texts]


def lines(ax, label):
    return [one for one in ax.lines if one.get_label() == label]


# --- three symptoms -------------------------------------------------------------------------------------


def reasons():
    return [one for symptom in three_symptoms.SYMPTOMS for one in (*symptom.supports, *symptom.against)]


def test_the_three_symptoms_are_those_of_the_article_weighed_in_this_lesson():
    claims = [load().article_claims[one.claim] for one in three_symptoms.SYMPTOMS]
    assert all("04" in one.lesson_ids for one in claims) and len(claims) == 3
    assert all(one.supports and one.against for one in three_symptoms.SYMPTOMS), "both sides of each"


def test_every_reason_stands_with_its_source_and_grade_and_gaps_are_named():
    said = " ".join(text.get_text().replace("\n", " ") for text in three_symptoms.three_symptoms().texts)
    for one in reasons():
        fact = three_symptoms.fact_of(one)
        assert fact is None or fact.source.short in said
        assert "{" not in three_symptoms.sentence(one)
    assert [one.words for one in reasons() if three_symptoms.fact_of(one) is None] == ["unstudied"]


def test_the_two_angles_are_those_of_the_judo_athletes():
    fact = load().facts["hip-internal-rotation-in-judo-athletes"]
    with_pain, without = three_symptoms.JUDO_DEG
    assert fact.value == with_pain and fact.comparator.startswith(f"{without:g} degrees")


# --- ranges ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ranges():
    return hip_ranges.hip_range_norms()


def test_every_norm_has_a_dot_at_its_mean(ranges):
    drawn = {(round(float(x), 3)) for one in lines(ranges, "mean") for x in one.get_xdata()}
    for one in range_norms().values():
        pair = one.motion in hip_ranges.SIGNS and "crossed" not in one.position
        place = hip_ranges.pair_pt(one.motion, one.mean_deg) if pair else hip_ranges.single_pt(one.mean_deg)
        if one.id != "external-rotation-13":
            assert round(place, 3) in drawn, one.id
    assert len(lines(ranges, "mean")) == len(range_norms()) - 1, "all but rotation in crossed-leg sitting"


def test_a_mean_without_spread_is_a_ring_and_has_no_bar(ranges):
    spread = [one for one in range_norms().values() if one.sd_deg]
    assert sum(one.get_markerfacecolor() == hip_ranges.MARK for one in lines(ranges, "mean")) == len(spread)
    bars = [one for one in ranges.patches if one.get_height() == 10]
    widest = max(one.sd_deg for one in spread if one.motion in hip_ranges.SIGNS)
    assert len(bars) == len(spread)
    assert max(one.get_width() for one in bars) >= 2 * widest * hip_ranges.DEGREE_PT - 0.01


def test_groups_run_from_little_to_much_internal_rotation():
    first, others = hip_ranges.rotation_groups()[:3], hip_ranges.rotation_groups()[3:]
    assert {one.study for one in first} == {"Kouyoumdjian 2012"}
    assert [one.internal_deg for one in others] == sorted(one.internal_deg for one in others)


# --- moment arms ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def arms():
    return hip_rotation_arms.hip_rotation_arms()


def test_every_line_of_the_model_is_drawn_once(arms):
    assert [len(lines(arms, one)) for one in hip.LINES] == [1] * len(hip.LINES)


def test_piriformis_crosses_zero_where_the_table_of_reversals_says(arms):
    panel = hip_rotation_arms.PANELS[0]
    [curve] = lines(arms, "piri")
    zero = float(panel.place(0, 0)[1])
    at = np.interp(0, (zero - curve.get_ydata()), curve.get_xdata())
    [own] = [
        one for one in load().hip_reversals.values()
        if (one.model, one.line_id, one.adduction_deg, one.rotation_deg) == ("this pack", "piri", 0, 0)
    ]  # fmt: skip
    assert at == pytest.approx(float(panel.place(own.reversal_flexion_deg, 0)[0]), abs=1)
    said = " ".join(texts(arms))
    assert "changes sign at 57°" in said and "49° to 59°" in said


def test_cadavers_and_other_models_stand_beside_the_model(arms):
    shown = [one for line in hip.LINES for one in hip_rotation_arms.cadaver_arms(line)]
    assert len(lines(arms, "cadaver")) == len(shown) > 50
    assert len(lines(arms, "spread")) == sum(one.sd_mm is not None for one in shown)
    assert len(lines(arms, "other model")) == len(hip_rotation_arms.other_models("piri")) == 4


def test_no_cadaver_value_falls_out_of_its_chart():
    for panel in hip_rotation_arms.PANELS:
        values = [one.rotation_arm_mm for line in panel.lines for one in hip_rotation_arms.cadaver_arms(line)]
        assert not values or (panel.y_mm[0] < min(values) and max(values) < panel.y_mm[1])


# --- accuracy -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chart():
    return accuracy_chart.accuracy_chart()


def test_every_accuracy_has_its_two_dots_in_a_band_of_its_own_question(chart):
    for share in accuracy_chart.AXES_PT:
        wanted = sorted(accuracy_chart.place_pt(share, getattr(one, f"{share}_pct")) for one in accuracies())
        assert sorted(float(one.get_xdata()[0]) for one in lines(chart, share)) == pytest.approx(wanted)
    bands = accuracy_chart.groups()
    assert sum(map(len, bands.values())) == len(accuracies())
    assert all({(row.target, row.reference_standard) for row in rows} == {key} for key, rows in bands.items())


def test_an_interval_is_drawn_only_where_there_is_one_and_says_whose_it_is(chart):
    for kind in ("published", "computed"):
        count = 2 * sum(one.interval_from == kind for one in accuracies())
        assert len(lines(chart, kind)) == count
    rings = [one for one in lines(chart, "sensitivity") if one.get_markerfacecolor() != accuracy_chart.MARK]
    assert len(rings) == sum(one.sensitivity_interval_pct is None for one in accuracies())
