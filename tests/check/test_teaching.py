"""Plates, questions, lessons, figures and notebooks: what names something that is not there is told."""

import json

import pytest

from tests.check.spoiling import added, only, row_of, set_cell


def test_a_structure_without_a_drawing_is_told(pack, root):
    row = row_of(pack, "structures.csv", "skin")
    for path in (pack / "data/plates").glob("*.svg"):
        text = path.read_text("utf-8").replace('id="skin"', 'id="pelt"')
        path.write_text(text.replace('data-of="skin"', 'data-of="pelt"'), "utf-8")
    found = added(pack, root)
    told = [one for one in found if one.file == "data/structures.csv"]
    only(told, "data/structures.csv", row, "no plate draws 'skin'", "data/plates")
    assert any("unknown structure 'pelt'" in one.problem and one.row > 1 for one in found)


def test_a_structure_that_a_plate_draws_in_another_layer_is_told_at_the_plate(pack, root):
    set_cell(pack, "structures.csv", row_of(pack, "structures.csv", "piriformis"), "layer", "medius")
    found = added(pack, root)
    assert {one.file for one in found} >= {"data/plates/posterior.svg"}
    assert all("layer 'deep' here and 'medius'" in one.problem for one in found)


def test_a_plate_that_is_no_svg_is_told(pack, root):
    (pack / "data/plates/posterior.svg").write_text("<svg>\n<g>\n</svg>", "utf-8")
    assert ("data/plates/posterior.svg", 3) in [(one.file, one.row) for one in added(pack, root)]


def test_a_question_that_cites_an_unknown_source_is_told(pack, root):
    path = pack / "data/quiz/01.json"
    path.write_text(path.read_text("utf-8").replace('"radiopaedia_glut"', '"radiopedia_glut"', 1), "utf-8")
    found = added(pack, root)
    assert [(one.file, "radiopedia_glut" in one.problem) for one in found] == [("data/quiz/01.json", True)]
    assert "radiopaedia_glut" in found[0].remedy


NOTEBOOK_FAULTS = [
    ("markdown", "Strong, see [Ward 2009](#ref-ward2008).", "source 'ward2008'", "'ward2009'"),
    ("code", 'lesson.cite("ward2009", "wart2009")', "source 'wart2009'", "'ward2009'"),
    ("code", 'lesson.sure("limitted", "It says so.", "ward2009")', "grade 'limitted'", "'limited'"),
    ("code", 'lesson.sure("limited", "It says so.", "ward2009", "delp1998")', "'delp1998'", "'delp1999'"),
    ("code", 'lesson.glossary("taut-bend")', "term 'taut-bend'", "'taut-band'"),
    ("code", 'lesson.begin("1")', "lesson '1'", "valid are"),
    ("code", 'lesson.predict("01-layer-ordr")', "item '01-layer-ordr'", "'01-layer-order'"),
]


@pytest.mark.parametrize(("kind", "source", "problem", "remedy"), NOTEBOOK_FAULTS)
def test_a_notebook_that_names_what_does_not_exist_is_told(pack, root, kind, source, problem, remedy):
    cells = [{"cell_type": "markdown", "source": ["Fine: [Ward 2009](#ref-ward2009)."]}]
    cells += [{"cell_type": kind, "source": [source]}, {"cell_type": "code", "source": ["lesson.cite("]}]
    path = pack / "notebooks/01_test.ipynb"
    path.parent.mkdir()
    path.write_text(json.dumps({"cells": cells}, indent=1), "utf-8")
    found = [one for one in added(pack, root) if one.file == "notebooks/01_test.ipynb"]
    line = path.read_text("utf-8")[: path.read_text("utf-8").index(json.dumps(source)[1:-1])].count("\n") + 1
    only(found, "notebooks/01_test.ipynb", line, problem, remedy)


def test_a_ready_lesson_without_a_notebook_is_told(pack, root):
    (pack / "notebooks").mkdir()
    found = [one for one in added(pack, root) if "is missing" in one.problem]
    assert ("data/lessons.csv", 2) in [(one.file, one.row) for one in found]


def test_a_figure_with_words_and_no_picture_is_told(pack, root):
    (pack / "figures").mkdir()
    (pack / "figures/other.svg").touch()
    header = "name,title,alt,text,sources,credit\n"
    (pack / "data/figures.csv").write_text(header + "lost,Lost,A picture.,A picture.,,\n", "utf-8")
    found = [one for one in added(pack, root) if one.file == "data/figures.csv"]
    only(found, "data/figures.csv", 2, "figures/lost.svg is missing", "make figures")
