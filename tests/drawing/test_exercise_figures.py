"""Figures of exercises: every one at its start and end, what it is for, how much, how sure; sheets of all."""

import pytest

from gluteal.catalogue import load
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.drawing import exercise_figures, exercise_sheets
from gluteal.drawing.pose_panels import art
from gluteal.drawing.registry import FIGURES
from tools import exercise_twins

IDS = list(load().exercises)


@pytest.fixture(scope="module")
def said():
    """The words of a figure, drawn when first asked for."""
    found = {}

    def words(name):
        if name not in found:
            found[name] = " ".join(one.get_text() for one in FIGURES[name].draw().texts)
        return found[name]

    return words


def test_every_exercise_of_the_table_is_drawn_and_stands_on_one_sheet():
    on_sheets = [one for group in exercise_sheets.GROUPS for one in exercise_sheets.members(group)]
    assert sorted(on_sheets) == sorted(IDS) and len(IDS) == 33
    assert {f"exercise-{one}" for one in IDS} | set(exercise_sheets.sheet_names()) <= set(FIGURES)


def test_the_stretch_in_standing_comes_first_on_the_first_sheet():
    assert exercise_sheets.members("piriformis")[0] == "piriformis-stretch-standing-figure-4"


@pytest.mark.parametrize("one", ["piriformis-stretch-standing-figure-4", "clamshell"])
def test_a_figure_says_what_it_is_for_how_much_and_how_sure(said, one):
    words, row = said(f"exercise-{one}"), load().exercises[one]
    for text in (row.name, row.dose, row.grade, row.source.short, exercise_poses()[one].end.title):
        assert text in words
    assert "Stop if the leg tingles" in words


def test_a_sheet_of_errors_names_every_exercise_and_its_error(said):
    words = said("exercises-self-release-errors")
    for one in exercise_sheets.members("self-release"):
        drawn = exercise_poses()[one]
        assert drawn.exercise.name in words and drawn.error_words in words


@pytest.mark.parametrize("one", IDS)
def test_start_end_and_error_are_three_pictures(one):
    drawn, view = exercise_poses()[one], exercise_poses()[one].views[0]
    shapes = [
        tuple(mark.path for mark in art(pose.id, "small", (), view).figures)
        for pose in (drawn.start, drawn.end, drawn.error)
    ]
    assert len(set(shapes)) == 3, "two of them look alike"


@pytest.mark.parametrize("one", IDS)
def test_the_muscles_meant_are_on_the_skin_where_the_figure_can_show_them(one):
    target = exercise_figures.targets(one)
    if not target:
        assert not {"piriformis", "gluteus-maximus", "gluteus-medius"} & set(
            load().exercises[one].target_muscle_ids
        )
        return
    drawn = exercise_poses()[one]
    plain, shown = (art(drawn.end.id, "small", muscles, drawn.views[1]) for muscles in ((), target))
    assert len(shown.figures) > len(plain.figures), "seen from neither side"


def test_text_twins_are_made_from_the_tables():
    for row in exercise_twins.rows():
        twin = load().figures[row["name"]]
        assert (twin.title, twin.alt, twin.text) == (row["title"], row["alt"], row["text"]), (
            "run python -m tools.exercise_twins"
        )


def test_an_unknown_exercise_is_named_with_the_nearest():
    with pytest.raises(KeyError, match="bridge"):
        exercise_figures.exercise("brigde")
