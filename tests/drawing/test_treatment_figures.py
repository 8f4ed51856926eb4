"""The figures on treatments show what the tables say: no two measures share an axis, nothing is pooled."""

import re

import pytest

from gluteal.catalogue import load, name_of
from gluteal.catalogue.effects import (
    by_measure,
    doses,
    effect_figures,
    emg_studies,
    in_words,
    needling_events,
    results_in,
)
from gluteal.drawing import adverse_events, dose_ranges, emg_chart, forest
from tools import effect_twins

RESULTS = list(load().effect_results.values())
NOT_SHOWN = {
    "foam-rolling-effect-range-of-motion-konrad2021-2",  # said by the row that stands for its review
}


def said(drawn):
    return " ".join(one.get_text().replace("\n", " ") for one in drawn.texts)


def lines(drawn, label):
    return [one for one in drawn.lines if one.get_label() == label]


@pytest.mark.parametrize("one", RESULTS, ids=lambda one: one.id)
def test_a_result_says_what_its_fact_says(one):
    told = {"treatment": "first", "comparator": "second", "neither": "neither", "": "unclear"}
    turned = one.id != one.fact_id
    favours = told[one.fact.favours or ""]
    assert one.favours == ({"second": "first", "first": "second"}[favours] if turned else favours)
    if one.measure:
        assert one.fact.unit == one.measure.unit and one.interval


@pytest.mark.parametrize("one", [one for one in RESULTS if one.measure], ids=lambda one: one.id)
def test_an_interval_lies_where_the_words_put_it(one):
    low, high = one.interval
    assert one.measure.axis_low <= low < one.fact.value < high <= one.measure.axis_high
    better = high < 0 if one.measure.better == "lower" else low > 0
    assert better == (one.favours == "first") and (low < 0 < high) == (one.favours == "neither")


def test_every_result_with_an_interval_has_an_axis_and_every_other_stands_in_words():
    shown = {one.fact_id for one in RESULTS}
    for fact in load().treatment_facts.values():
        if fact.property in ("effect", "comparison", "mechanism-check"):
            assert fact.id in shown | NOT_SHOWN, fact.id
    for one in RESULTS:
        assert bool(one.measure) == bool(one.interval), one.id


def test_effect_sizes_of_unknown_kind_share_an_axis_only_within_one_source():
    for name in effect_figures():
        for measure, group in by_measure(results_in(name)).items():
            if measure.unit == "effect-size":
                assert len({one.fact.source_key for one in group}) == 1


@pytest.mark.parametrize("name", effect_figures())
def test_marks_lie_at_the_numbers(name):
    drawn = forest.forest(name)
    groups = by_measure(results_in(name)).items()
    expected = [
        [forest.Scale(measure).place_pt(end) for end in (one.interval[0], one.fact.value, one.interval[1])]
        for measure, group in groups for one in group
    ]  # fmt: skip
    ends = [tuple(line.get_xdata()) for line in lines(drawn, "interval")]
    values = [line.get_xdata()[0] for line in lines(drawn, "value")]
    seen = [[low, value, high] for (low, high), value in zip(ends, values, strict=True)]
    assert seen == [pytest.approx(one) for one in expected]
    assert len(lines(drawn, "zero")) == len(groups), "each measure has an axis of its own"


@pytest.mark.parametrize("name", effect_figures())
def test_comparator_people_source_and_grade_stand_beside_every_result(name):
    text = said(forest.forest(name))
    for one in results_in(name):
        assert one.fact.source.short in text and one.fact.certainty.symbol in text
        assert one.against in text and one.fact.population in text
        assert one.measure or one.said in text


def test_a_figure_without_results_is_refused_with_the_names_of_those_that_have_some():
    with pytest.raises(KeyError, match="effects-massage"):
        results_in("effects-magic")


def test_the_interval_of_pressure_release_on_pain_crosses_zero_and_the_one_on_tenderness_does_not():
    pain, tender = (load().effect_results[f"ischaemic-compression-effect-{one}"] for one in (
        "self-reported-pain", "pressure-pain-threshold"))  # fmt: skip
    assert pain.interval == (-0.53, 0.09) and tender.interval == (0.35, 0.98)


def test_the_bars_of_muscle_activity_are_as_long_as_measured():
    drawn = emg_chart.emg_activation()
    bars = [one for one in drawn.patches if one.get_label() == "bar"]
    facts = [fact for study in emg_studies().values() for fact in study]
    assert len(facts) == len(load().emg_activations) == len(bars)
    for bar, fact in zip(bars, facts, strict=True):
        assert bar.get_x() + bar.get_width() == pytest.approx(emg_chart.place_pt(fact.value))
    assert len(lines(drawn, "spread")) == sum(fact.sd is not None for fact in facts)


def test_a_band_of_muscle_activity_holds_one_statistic_one_load_and_one_group_of_people():
    for facts in emg_studies().values():
        assert len({(fact.statistic, fact.load, fact.population) for fact in facts}) == 1


def test_as_many_squares_are_dark_as_the_source_counted():
    drawn = adverse_events.adverse_events_needling()
    dark = [int(one.get_label().split()[1]) for one in drawn.lines if one.get_label().startswith("event")]
    rates = [fact.value for fact in needling_events()]
    assert sum(dark) == sum(int(10 * rate + 0.5) for rate in rates)
    field = [one for one in drawn.lines if one.get_label().startswith("field")]
    assert len(field) * adverse_events.ACROSS == 1000 * len(rates)
    assert "upper limit 0.04 %" in said(drawn)


def test_doses_are_those_of_their_facts():
    for scale, unit in (("hold", "s"), ("total", "min")):
        assert {one.fact.unit for one in doses(scale)} == {unit}
        assert all(one.span[1] <= dose_ranges.ENDS[scale][0] for one in doses(scale))
    words = {1: "(once|weekly)", 3: "(3|three)", 4: "(4|four)", 5: "five", 6: "six", 8: "8"}
    for one in doses("course"):
        text = " ".join((one.fact.statement, one.fact.note, one.fact.condition))
        for number in filter(None, (one.per_week, one.weeks)):
            assert re.search(words[number], text, re.IGNORECASE), (one.id, number)


def test_each_session_of_a_course_has_a_dot():
    drawn = dose_ranges.treatment_dose_ranges()
    sessions = sum((one.per_week or 0) * one.weeks for one in doses("course"))
    assert len(lines(drawn, "session")) == sessions


def test_the_text_twins_are_those_of_the_tables():
    for row in effect_twins.rows():
        twin = load().figures[row["name"]]
        assert (twin.title, twin.text) == (row["title"], row["text"]), "run python -m tools.effect_twins"
        assert "|".join(twin.sources) == row["sources"]
        assert name_of(row["name"]) == twin.title


def test_results_in_words_are_in_the_text_twin_too():
    for name in effect_figures():
        text = load().figures[name].text
        assert all(one.said in text for one in in_words(results_in(name)))
