"""Each wrong cell is told with file, row and what to do."""

import pytest

from tests.check.spoiling import added, only, row_of, rows, save, set_cell

CELLS = [
    (
        "muscle_facts.csv",
        "source_key",
        "ward2008",
        "unknown source 'ward2008'",
        "'ward2009'? See data/sources.csv",
    ),
    ("muscle_facts.csv", "source_key", "", "source_key is empty", "Source key"),
    ("muscle_facts.csv", "grade", "", "grade is empty", "Grade"),
    ("muscle_facts.csv", "grade", "limted", "unknown grade 'limted'", "did you mean 'limited'"),
    ("muscle_facts.csv", "unit", "cmm", "unknown unit 'cmm'", "did you mean"),
    ("muscle_facts.csv", "unit", "", "value has no unit", "units.csv"),
    ("muscle_facts.csv", "value", "15,69", "'15,69' is not a number", "decimal point: 15.69"),
    ("muscle_facts.csv", "value", "ca. 15", "'ca. 15' is not a number", "words belong in"),
    ("muscle_facts.csv", "value", "nan", "'nan' is not a number", "digits"),
    ("muscle_facts.csv", "value", "156.9", "156.9 is not in value_text '15.69'", "agree with the source"),
    ("muscle_facts.csv", "value", "-15.69", "-15.69 is not in value_text '15.69'", "agree"),
    ("muscle_facts.csv", "sd", "-2.57", "sd -2.57 is below 0", "check the number"),
    ("muscle_facts.csv", "n", "21.5", "'21.5' is not a whole number", "whole number"),
    ("muscle_facts.csv", "muscle_id", "gluteus maximus", "unknown muscle", "did you mean 'gluteus-maximus'"),
    ("muscle_facts.csv", "muscle_id", "", "needs a muscle_id or a muscle_group_id", "exactly one"),
    (
        "muscle_facts.csv",
        "muscle_group_id",
        "gemelli",
        "needs a muscle_id or a muscle_group_id",
        "exactly one",
    ),
    ("muscle_facts.csv", "property", "fibre length", "not a valid choice", "did you mean"),
    ("muscle_facts.csv", "population", "21 limbs ", "stray white space", "single spaces"),
    ("muscle_facts.csv", "population", "21  limbs", "stray white space", "single spaces"),
    ("muscle_facts.csv", "population", "21\u00a0limbs", "no-break space", "replace it"),
    ("muscle_facts.csv", "note", "MÃ¼ller", "spoilt by a wrong encoding", "UTF-8"),
    ("muscle_facts.csv", "other_source_keys", "ward2009", "main and other source", "take it out"),
    ("muscle_facts.csv", "other_source_keys", "ward2009_code_a| barker2014", "padded entry", "'|'"),
    ("muscle_facts.csv", "id", "gluteus\u2010maximus", "is malformed", "'gluteus-maximus'"),
    ("muscle_facts.csv", "id", "“fibre-length”", "is malformed", "typographic"),
    ("muscle_facts.csv", "id", "Fibre length", "is malformed", "'fibre-length'"),
]


@pytest.mark.parametrize(("file", "column", "text", "problem", "remedy"), CELLS)
def test_a_bad_cell_is_told(pack, root, file, column, text, problem, remedy):
    row = row_of(pack, file, "gluteus-maximus-normalised-fibre-length")
    set_cell(pack, file, row, column, text)
    found = [one for one in added(pack, root) if one.file == f"data/{file}" and one.row == row]
    only(found, f"data/{file}", row, problem, remedy)


@pytest.mark.parametrize(
    ("file", "id_", "column", "text", "problem"),
    [
        ("muscle_facts.csv", "piriformis-sciatic-nerve-type-a", "ci_high", "870", "outside -100 to 100"),
        ("muscle_facts.csv", "piriformis-sciatic-nerve-type-a", "ci_low", "99", "above"),
        ("test_facts.csv", "fair-test-h-reflex-sensitivity", "value", "88.1", "outside 0 to 1"),
        ("statements.csv", "palpation-reliability-kappa-pooled", "ci_high", "5.4", "outside -1 to 1"),
        ("exercises.csv", "bridge", "hold_low_s", "20", "above hold_high_s"),
        ("statements.csv", "criteria-1999-essential", "grade", "expert", "which was not read"),
        ("glossary.csv", "taut-band", "basis", "source", "none is named"),
        ("trigger_points.csv", "piriformis-trp1", "muscle_id", "", "muscle_id is empty"),
        ("trigger_points.csv", "piriformis-trp1", "muscle_id", "piriformus", "unknown muscle"),
        ("muscle_facts.csv", "piriformis-origin", "statement", "", "states nothing"),
        ("muscle_facts.csv", "piriformis-sciatic-nerve-type-a", "value_text", "", "has no value_text"),
        ("structures.csv", "piriformis", "kind", "pear", "not a valid choice"),
        ("sources.csv", "ward2009", "background", "yes", "marked background but cited"),
        ("sources.csv", "ward2010", "background", "no", "no row cites"),
        ("sources.csv", "ward2009", "doi", "doi:10.1007/s11999", "is malformed"),
        ("sources.csv", "ward2009", "is_secondary", "FALSE", "neither yes nor no"),
        ("lessons.csv", "02", "before", "1", "unknown lesson '1'"),
    ],
)
def test_what_cannot_be_true_is_told(pack, root, file, id_, column, text, problem):
    row = row_of(pack, file, id_)
    set_cell(pack, file, row, column, text)
    found = added(pack, root)
    assert any(one.row == row and one.file == f"data/{file}" and problem in one.problem for one in found)
    assert all(one.remedy for one in found)


def test_an_id_that_stands_twice_is_told_with_its_twin(pack, root):
    path = pack / "data/units.csv"
    table = rows(path)
    save(path, [*table, table[3]])
    only(added(pack, root), "data/units.csv", len(table) + 1, "is also in data/units.csv:4", "its own id")


def test_a_fact_must_not_bear_the_id_of_a_fact_in_another_table(pack, root):
    set_cell(pack, "statements.csv", 2, "id", "piriformis-origin")
    found = added(pack, root)
    assert ["piriformis-origin" in one.problem for one in found] == [True]
