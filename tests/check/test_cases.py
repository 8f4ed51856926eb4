"""Written cases and the tables of generated ones: each fault is told with its file and a remedy."""

import json

import pytest

from tests.check.spoiling import added, only, row_of, set_cell

FILE = "data/cases/teacher.json"


def spoilt(pack, root, change):
    """Change the record of one case, and return what is told of it."""
    path = pack / FILE
    record = json.loads(path.read_text("utf-8"))
    change(record)
    path.write_text(json.dumps(record), "utf-8")
    return [(one.file, one.problem, one.remedy) for one in added(pack, root)]


def no_right(record):
    for one in record["decision"]["options"]:
        one.pop("right", None)


def two_right(record):
    for one in record["decision"]["options"][:2]:
        one["right"] = True


@pytest.mark.parametrize(
    ("change", "problem", "remedy"),
    [
        (no_right, "the decision has 0 right answers", "exactly one"),
        (two_right, "the decision has 2 right answers", "exactly one"),
        (lambda one: one["decision"]["options"][2].update(feedback=" "), "has no feedback", "say why"),
        (lambda one: one["decision"].update(ask=""), "asks nothing", "ask"),
        (lambda one: one["decision"].update(options=one["decision"]["options"][:2]), "2 options", "least 3"),
        (lambda one: one["history"]["present"].append("siting"), "'siting' is no id", "'sitting'"),
        (lambda one: one["findings"]["absent"].append("slump"), "'slump' is answered twice", "keep one"),
        (lambda one: one["history"]["withheld"].append("stair"), "withheld and has no", "answer it"),
        (lambda one: one["made_from"].update(pattern_id="gluteal-tendon"), "no pain map", "gluteal-tendons"),
        (lambda one: one["made_from"].update(condition_id="hip"), "no id of case_conditions", "hip-"),
        (lambda one: one["source_keys"].append("alison2016"), "'alison2016' is no id", "allison2016"),
        (lambda one: one["plan"].update(goal="strength"), "no id of plan_goals", "strengthen-hip"),
        (lambda one: one.update(next_step="urgent"), "without a red flag", "treat"),
        (lambda one: one.update(red_flag_id="cancr"), "'cancr' is no red flag", "cancer"),
        (lambda one: one.update(red_flag_id="cancer"), "the next step is 'treat'", "urgent"),
        (lambda one: one["told"].pop(), "'told' has 2 sentences", "none stands out"),
        (lambda one: one.update(model_answer=[]), "holds nothing", "write it"),
        (lambda one: one.update(id="teachers"), "the id is 'teachers'", "the same"),
        (lambda one: one.update(tilte="x"), "unknown field 'tilte'", "'title'"),
        (lambda one: one.pop("plan"), "'plan' is missing", "README"),
        (lambda one: one["decision"].pop("options"), "options", "least 3"),
    ],
)  # fmt: skip
def test_a_fault_of_a_case_is_told(pack, root, change, problem, remedy):
    found = spoilt(pack, root, change)
    assert found and all(file == FILE for file, _, _ in found)
    assert any(problem in said and remedy in done for _, said, done in found), found


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b'"x"'])
def test_a_file_that_is_no_case_is_told(pack, root, content):
    (pack / FILE).write_bytes(content)
    found = added(pack, root)
    assert [one.file for one in found] == [FILE]


@pytest.mark.parametrize(
    ("file", "id_", "column", "text", "problem", "remedy"),
    [
        ("conditions", "piriformis", "pattern_ids", "piriformis-trp9", "no pain map", "piriformis-trp"),
        ("conditions", "hip-osteoarthritis", "fact_id", "hip-osteoarthritis-lr", "unknown fact", "hip-"),
        ("conditions", "piriformis", "basis", "fact", "basis and fact_id do not fit", "names one"),
        ("conditions", "piriformis", "age_low_years", "60", "above age_high_years", "swap"),
        ("alarms", "kerb", "next_step", "soon", "next_step is 'soon'", "emergency"),
        ("alarms", "kerb", "weeks_low", "9", "weeks_low is above", "swap"),
        ("features", "buttock-pain", "region_ids", "", "do not fit", "only a drawing"),
        ("features", "groin-pain", "region_ids", "groins", "unknown region", "groin"),
    ],
)  # fmt: skip
def test_a_fault_of_the_tables_is_told(pack, root, file, id_, column, text, problem, remedy):
    row = row_of(pack, f"cases/{file}.csv", id_)
    set_cell(pack, f"cases/{file}.csv", row, column, text)
    only(added(pack, root), f"data/cases/{file}.csv", row, problem, remedy)


def test_a_red_flag_that_no_case_tells_is_told(pack, root):
    row = row_of(pack, "cases/alarms.csv", "kerb")
    set_cell(pack, "cases/alarms.csv", row, "red_flag_id", "cancer")
    found = added(pack, root)
    assert any("no case tells this red flag" in one.problem for one in found)


def test_the_written_cases_fit_the_schema(root):
    jsonschema = pytest.importorskip("jsonschema", reason="comes with the test extra")
    schema = json.loads((root / "data/cases/schema.json").read_text("utf-8"))
    for path in (root / "data/cases").glob("*.json"):
        if path.stem != "schema":
            jsonschema.validate(json.loads(path.read_text("utf-8")), schema)
