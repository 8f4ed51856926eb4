"""The figures of lesson 02 say what the facts say: numbers, samples, grades, who holds what."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.drawing import (
    diagram_painters,
    trigger_point_criteria,
    trigger_point_dispute,
    trigger_point_hypothesis,
    trigger_point_measures,
)
from gluteal.drawing.registry import FIGURES
from gluteal.plates import load_plate

MODULES = (trigger_point_criteria, trigger_point_dispute, trigger_point_hypothesis, trigger_point_measures)


def words(name):
    """Every text of a figure, joined."""
    figure = FIGURES[name].draw()
    FigureCanvasAgg(figure).draw()
    texts = figure.findobj(lambda one: hasattr(one, "get_text"))
    return " ".join(text.get_text() for text in texts if text.get_text())


def statement(key):
    return catalogue.load().statements[key]


@pytest.mark.parametrize("name", ["schematic-energy-crisis", "schematic-finger"])
def test_every_part_of_a_schematic_has_a_painter_and_a_name(name):
    plate = load_plate(name)
    assert plate.region == "schematic"
    assert all(diagram_painters.diagram_marks(one) for one in plate.structures.values())
    assert all(name_of(one.named_as) for one in plate.structures.values())


def test_criteria_name_three_findings_two_of_which_are_enough_and_both_outcomes():
    said = words(trigger_point_criteria.NAME)
    for word in (
        "Taut band",
        "Hypersensitive spot",
        "Referred pain",
        "at least two of these three",
        "2 or 3",
    ):
        assert word in said
    assert "Active trigger point" in said and "Latent trigger point" in said
    agreed = statement("active-trigger-point-agreement")
    assert f"{agreed.value:g} % of {agreed.n} experts" in said and "expert)" in said


def test_every_kappa_of_the_criteria_is_that_of_its_source():
    said = words(trigger_point_criteria.NAME)
    for keys, _ in trigger_point_criteria.AGREEMENT.values():
        assert all(f"{statement(key).value:g}" in said for key in keys)
        sources = {statement(key).source_key for key in keys}
        assert len(sources) == 1 and catalogue.load().sources[sources.pop()].short in said


def test_no_arrow_of_the_hypothesis_is_called_measured_and_the_circle_is_disputed():
    steps = trigger_point_hypothesis.STEPS
    assert [trigger_point_hypothesis.is_disputed(step) for step in steps] == [False] * 4 + [True]
    assert {statement(step.link).property for step in steps} == {"hypothesis"}
    assert {statement(step.link).grade for step in steps} == {"expert"}
    figure = FIGURES[trigger_point_hypothesis.NAME].draw()
    arrows = figure.findobj(lambda one: one.get_label() == "arrow")
    assert len(arrows) >= len(steps) and all(one.get_linestyle() not in ("-", "solid") for one in arrows)
    said = words(trigger_point_hypothesis.NAME)
    assert said.count("inferred ●○○○") == 4 and said.count("disputed ●○○○") == 1


def test_what_was_seen_carries_the_numbers_of_the_facts():
    seen = [trigger_point_hypothesis.seen(step) for step in trigger_point_hypothesis.STEPS]
    assert "12 active" in seen[0] and "20 latent" in seen[0]
    assert f"{statement('contracted-foci-length').n} women" in seen[1]
    assert seen[2] == name_of("loop-3-seen") and "Not measured" in seen[2]
    assert f"{statement('biochemistry-substances').n} people" in seen[3]
    assert "105 kPa" in seen[4] and "Nociception is not pain" in seen[4]


def test_every_measurement_has_as_many_dots_as_people_and_its_source():
    figure = FIGURES[trigger_point_measures.NAME].draw()
    dots = [line.get_xdata().__len__() for line in figure.findobj(lambda one: one.get_label() == "people")]
    rows = [row for group in trigger_point_measures.GROUPS.values() for row in group]
    assert sorted(dots)[-8:] == sorted(n for n, _ in map(trigger_point_measures.sample, rows) if n)[-8:]
    said = words(trigger_point_measures.NAME)
    for row in rows:
        fact = statement(row.fact)
        first_word = catalogue.load().sources[fact.source_key].short.split()[0]
        assert first_word in said and catalogue.load().grades[fact.grade].symbol in said


def test_what_was_measured_in_the_buttock_stands_apart_and_what_was_not_is_said():
    groups = trigger_point_measures.GROUPS
    assert len(groups["trapezius"]) > len(groups["buttock"])
    for row in groups["buttock"]:
        fact = statement(row.fact)
        assert fact.muscle_id == "gluteus-medius" or "gluteus medius" in f"{fact.population} {fact.statement}"
    assert name_of("measured-not").split(",")[0] in words(trigger_point_measures.NAME)


def test_both_sides_of_the_dispute_answer_every_question_and_have_names():
    said = words(trigger_point_dispute.NAME)
    for who in ("Gerwin", "Dommerholt", "Quintner", "Bove", "Cohen"):
        assert who in said
    for row in range(1, trigger_point_dispute.ROWS + 1):
        for key in trigger_point_dispute.COLUMNS_PT:
            assert name_of(f"dispute-{row}-{key}").split()[0] in said
    assert "the pain and the tenderness are real" in said


@pytest.mark.parametrize("module", MODULES)
def test_the_text_twin_cites_what_the_picture_rests_on(module):
    twin = catalogue.load().figures[module.NAME]
    used = set()
    if module is trigger_point_measures:
        used = {statement(row.fact).source_key for group in module.GROUPS.values() for row in group}
    elif module is trigger_point_hypothesis:
        used = {statement(key).source_key for step in module.STEPS for key in (*step.facts, step.link)}
    elif module is trigger_point_criteria:
        used = {statement(key).source_key for keys, _ in module.AGREEMENT.values() for key in keys}
    assert used <= set(twin.sources)
