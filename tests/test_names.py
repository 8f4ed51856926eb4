"""Names: one id, one name, in English, in Latin, and in any language for which there is a table."""

import shutil

import pytest

from gluteal import catalogue, check
from gluteal.catalogue import names
from gluteal.catalogue.catalogue import Catalogue
from tests.check.spoiling import added, only


@pytest.fixture
def with_table(root, tmp_path):
    """A copy of the data with one table of names."""
    shutil.copytree(root / "data", tmp_path / "data")

    def write(text, language="de"):
        (tmp_path / "data/names" / f"{language}.csv").write_text(text, "utf-8")
        return Catalogue(tmp_path)

    return write


def test_one_function_names_structures_landmarks_words_and_figures():
    assert catalogue.name_of("gluteus-medius") == "Gluteus medius"
    assert catalogue.name_of("gluteal-fold") == "Gluteal fold"
    assert catalogue.name_of("word-cranial") == "cranial"
    assert catalogue.name_of("buttock-layers") == "The buttock, layer by layer"


def test_latin_is_complete(root):
    lines = " ".join(line for line in check.remarks(root) if "names/la.csv" in line)
    lacking = set(lines.rpartition(": ")[2].split(", "))
    known = catalogue.load()
    assert not lacking & {*known.structures, *known.landmarks}
    assert not [key for key in lacking if key.startswith(("part-", "word-", "view-", "step-"))]
    assert catalogue.name_of("greater-sciatic-notch", "la") == "Incisura ischiadica major"
    assert catalogue.phrase("side of the coccyx", "la") == "latus ossis coccygis"


def test_a_language_is_used_for_all_that_is_asked_inside():
    with catalogue.in_language("la"):
        assert catalogue.name_of("femur") == "Os femoris"
    assert catalogue.name_of("femur") == "Femur"


def test_what_a_table_leaves_out_stays_english(with_table):
    found = names.names_in("de", with_table("id,name\nfemur,Oberschenkelknochen\n"))
    assert found == {"femur": "Oberschenkelknochen"}
    assert names.languages(with_table("id,name\nfemur,Fémur\n", "fr")) == ("en", "la", "de", "fr")


def test_check_lists_what_a_language_lacks_without_calling_it_a_fault(root, with_table, tmp_path):
    with_table("id,name\nfemur,Oberschenkelknochen\n")
    [line] = [line for line in check.remarks(tmp_path) if "names/de.csv" in line]
    assert "names stay English" in line and "piriformis" in line and " femur," not in line
    assert added(tmp_path, root) == []


TABLES = [
    ("id;name\nfemur;Femur\n", 1, "semicolons instead of commas", "comma-separated"),
    ("id,name\nfemor,Femur\n", 2, "nothing that is drawn has the id 'femor'", "did you mean 'femur'?"),
    ("id,name\nfemur,\n", 2, "name is empty", "give it"),
    ("id,name\nfemur,A\nfemur,B\n", 3, "'femur' is also in row 2", "keep one of the two"),
    ("id,name\nword-millimetres,Millimeter\n", 2, "has not 1 times {}", "put {} where"),
    ("key,name\nfemur,Femur\n", 1, "column 'id' is missing", "make the header: id,name"),
]


@pytest.mark.parametrize(("text", "row", "problem", "remedy"), TABLES)
def test_a_bad_table_is_told_in_a_sentence(with_table, root, tmp_path, text, row, problem, remedy):
    made = with_table(text)
    only(added(tmp_path, root), "data/names/de.csv", row, problem, remedy)
    if "no" not in problem.split()[0]:
        with pytest.raises(catalogue.CatalogueError, match=r"data/names/de\.csv"):
            names.names_in("de", made)


def test_unknown_ids_and_languages_are_answered_with_those_there_are():
    with pytest.raises(KeyError, match="did you mean 'piriformis'"):
        catalogue.name_of("piriformus")
    with pytest.raises(KeyError, match=r"choose from en, la.*data/names/xx\.csv"):
        catalogue.name_of("femur", "xx")


def test_a_feature_without_a_name_and_a_name_without_a_drawing_are_told(with_table, root, tmp_path):
    with_table("id,name\nfemur,Femur\n")
    for path in (tmp_path / "data/plates").rglob("*.svg"):
        path.write_text(path.read_text("utf-8").replace('"gluteal-fold"', '"gluteal-fould"'), "utf-8")
    found = added(tmp_path, root)
    assert any(one.file == "data/landmarks.csv" and "'gluteal-fold'" in one.problem for one in found)
    drawn = [one for one in found if "the landmark 'gluteal-fould' has no name" in one.problem]
    assert drawn and all("did you mean 'gluteal-fold'" in one.remedy and one.row > 1 for one in drawn)
