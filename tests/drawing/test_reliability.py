"""The figures on agreement show what the tables say, and nothing else."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from gluteal.catalogue import load
from gluteal.catalogue.reliability import GROUPS, kappa_words, published_kappas
from gluteal.drawing import agreement_tables, reliability
from gluteal.drawing.registry import FIGURES

NAMES = ("palpation-reliability", "two-by-two", "kappa-paradox")


def texts(ax):
    return [one.get_text() for one in ax.texts]


@pytest.fixture(scope="module")
def chart():
    return reliability.palpation_reliability()


def test_every_kappa_that_was_read_has_its_line(chart):
    facts = [
        one
        for one in load().statements.values()
        if one.topic == "palpation-reliability" and one.property == "kappa"
    ]
    assert {one.id for one in published_kappas()} == {one.id for one in facts}
    assert {one.group for one in published_kappas()} == set(GROUPS)
    for one in published_kappas():
        assert texts(chart).count(one.name) == 1
        assert f"{one.fact.source.short}, {one.size}" in texts(chart)


def test_a_value_lies_where_its_number_says(chart):
    drawn = sorted(line.get_xdata()[0] for line in chart.lines if line.get_label() == "value")
    wanted = sorted(
        reliability.place_pt(one.fact.value) for one in published_kappas() if one.shape == "value"
    )
    assert drawn == pytest.approx(wanted) and len(drawn) == 16
    assert reliability.place_pt(0.5) == pytest.approx((reliability.place_pt(0) + reliability.place_pt(1)) / 2)


def test_only_the_interval_that_a_source_gives_is_drawn(chart):
    [pooled] = [one for one in published_kappas() if one.interval]
    ends = [reliability.place_pt(end) for end in (0.364, 0.540)]
    assert pooled.id == "palpation-reliability-kappa-pooled"
    assert any(len(line.get_xdata()) == 2 and list(line.get_xdata()) == ends for line in chart.lines)


def test_the_words_for_kappa_stand_under_the_name_of_who_chose_them(chart):
    assert len({tuple(word for *_, word in one.bands) for one in kappa_words()}) == 2, "they differ"
    for one in kappa_words():
        [line] = [
            text for text in texts(chart) if text.startswith(load().sources[one.source_key].short + ":")
        ]
        assert all(word in line for *_, word in one.bands)


def test_no_text_runs_out_of_the_page():
    for name in NAMES:
        figure = FIGURES[name].draw()
        page, renderer = figure.bbox, FigureCanvasAgg(figure).get_renderer()
        for text in figure.findobj(
            lambda one: hasattr(one, "get_window_extent") and hasattr(one, "get_text")
        ):
            if text.get_text():
                box = text.get_window_extent(renderer)
                assert page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0, (name, text.get_text())


def test_the_paradox_has_one_agreement_and_two_kappas_on_the_page():
    found = texts(agreement_tables.kappa_paradox())
    assert found.count("85 %") == 2 and found.count("0.32") == 1
    assert found.count("0.70") == 3, "kappa of the first table, PABAK of both"


def test_the_curves_are_those_of_the_model_highest_in_the_middle():
    curves = [line for line in agreement_tables.kappa_paradox().lines if line.get_label() == "curve"]
    assert len(curves) == len(agreement_tables.SKILLS)
    for line in curves:
        height = -np.asarray(line.get_ydata())
        assert np.argmax(height) == 50 and height[0] == pytest.approx(height[-1])


def test_the_table_shows_its_sums_and_the_three_steps():
    found = texts(agreement_tables.two_by_two())
    assert {"40", "9", "6", "45", "46", "54", "49", "51", "100"} <= set(found)
    assert any("κ = 0.70" in text for text in found) and any("85 %" in text for text in found)


@pytest.mark.parametrize("name", NAMES)
def test_its_text_twin_names_its_numbers(name):
    text = load().figures[name].text
    numbers = {
        "two-by-two": ("40", "85 %", "50 %", "0.70"),
        "kappa-paradox": ("0.70", "0.32", "0.81", "0.16"),
        "palpation-reliability": [
            f"{one.fact.value:g}" for one in published_kappas() if one.shape == "value"
        ],
    }
    assert all(number in text for number in numbers[name])
