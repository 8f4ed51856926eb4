"""The question bank: what authors write, how answers are judged, and that every fault is named."""

import copy
import json
import shutil
from dataclasses import replace

import jsonschema
import pytest

from gluteal import catalogue, paths, plates
from gluteal.catalogue import quiz
from gluteal.catalogue.quiz import KINDS, Grade, grade

from .samples import QUIZ, sample_items

CONTENT = json.loads((QUIZ / "01.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((paths.data_dir() / "quiz" / "schema.json").read_text(encoding="utf-8"))


def known():
    """What the checks of the whole pack hand over."""
    facts = catalogue.load()
    return {
        "sources": facts.sources,
        "objectives": {lesson.id: len(lesson.objectives) for lesson in facts.lessons.values()},
        "structures": {view: layers(view) for view in ("posterior", "lateral")},
        "figures": {name: words.text for name, words in facts.figures.items()},
    }


def layers(view):
    """Structure to layer, of one plate."""
    return {key: one.layer for key, one in plates.load_plate(view).structures.items()}


def found(tmp_path, content, name="01.json", **more):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(json.dumps(content, indent=1), encoding="utf-8")
    return quiz.problems(tmp_path, **known() | more)


def changed(item_id, **changes):
    """Return the samples with one item changed; a value of ... takes a field out."""
    content = copy.deepcopy(CONTENT)
    item = next(item for item in content["items"] if item["id"] == item_id)
    for name, value in changes.items():
        if value is ...:
            del item[name]
        else:
            item[name] = value
    return content


def test_the_samples_and_the_bank_have_no_fault():
    assert quiz.problems(QUIZ, **known()) == []
    assert quiz.problems(**known()) == []


def test_the_samples_show_every_kind_in_both_roles():
    assert {(item.kind, item.role) for item in sample_items().values()} == {
        (kind, role) for kind in KINDS for role in ("check", "predict")
    }


@pytest.mark.parametrize(
    "path", [QUIZ / "01.json", *quiz.quiz_files(paths.data_dir() / "quiz")], ids=lambda p: p.stem
)
def test_the_schema_accepts_what_the_check_accepts(path):
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), SCHEMA)


OPTION = {"id": "one", "text": "One", "feedback": "Because."}
RIGHT = OPTION | {"id": "two", "correct": True}
FAULTS = [
    ("01-sample-choice", {"options": [OPTION, OPTION | {"id": "x"}]}, "0 options are right"),
    ("01-sample-choice", {"options": [RIGHT, RIGHT | {"id": "x"}]}, "2 options are right"),
    ("01-sample-choice", {"options": [RIGHT, OPTION | {"feedback": " "}]}, "has no feedback"),
    ("01-sample-choice", {"options": [RIGHT, OPTION | {"text": ""}]}, "has no text"),
    ("01-sample-choice", {"options": [RIGHT, OPTION | {"id": "two"}]}, "stands 2 times"),
    ("01-sample-choice", {"options": [RIGHT]}, "1 options"),
    ("01-sample-choice", {"options": "two"}, "wrong form"),
    (
        "01-sample-several",
        {"options": [OPTION, OPTION | {"id": "b"}, OPTION | {"id": "c"}]},
        "no option is right",
    ),
    ("01-sample-order", {"ends": ["only one"]}, "'ends' are not two"),
    ("01-sample-order", {"options": [OPTION, RIGHT]}, "2 options"),
    ("01-sample-match", {"targets": [{"id": "superior", "text": "x"}]}, "fewer than two different targets"),
    (
        "01-sample-match",
        {"targets": [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}]},
        "matches no target",
    ),
    ("01-sample-number", {"tolerance": -1}, "negative"),
    ("01-sample-number", {"tolerance": ...}, "'tolerance' is missing"),
    ("01-sample-number", {"value": "85"}, "is no number"),
    ("01-sample-number", {"unit": ""}, "'unit' is missing"),
    (
        "01-sample-number",
        {"feedback": {"right": "x", "low": "y"}},
        "no feedback for an answer that is 'high'",
    ),
    (
        "01-sample-click",
        {"options": [RIGHT | {"id": "piriformus"}]},
        "'piriformus' is not on the posterior plate",
    ),
    ("01-sample-click", {"options": [{"id": "piriformis", "feedback": "x"}]}, "no structure is right"),
    ("01-sample-click", {"view": "anterior"}, "unknown view 'anterior'"),
    ("01-sample-click", {"feedback": {}}, "no feedback for a click elsewhere"),
    ("01-sample-choice", {"sources": []}, "no source"),
    ("01-sample-choice", {"sources": ["ward209"]}, "unknown source 'ward209'"),
    ("01-sample-choice", {"objective": 99}, "objective 99 does not exist"),
    ("01-sample-choice", {"objective": "two"}, "objective 'two' does not exist"),
    ("01-sample-choice", {"role": "exam"}, "unknown role 'exam'"),
    ("01-sample-choice", {"kind": "choise"}, "unknown kind 'choise'"),
    ("01-sample-choice", {"explanation": ...}, "'explanation' is missing"),
    ("01-sample-choice", {"unit": "%"}, "'unit' does not belong to kind 'choice'"),
    ("01-sample-choice", {"id": "02-sample"}, "does not begin with '01'"),
    ("01-sample-choice", {"id": "01-sample-order"}, "stands twice"),
    ("01-sample-choice", {"stem": "Click on piriformis."}, "stands twice"),
    ("01-sample-choice", {"stem": "**click**  on Piriformis!"}, "stands twice"),
    ("01-sample-choice", {"options": [RIGHT, OPTION | {"text": " *one*."}]}, "read the same"),
    (
        "01-sample-several",
        {"options": [RIGHT, RIGHT | {"id": "b"}, RIGHT | {"id": "c"}]},
        "every option is right",
    ),
    (
        "01-sample-match",
        {"targets": [{"id": "superior", "text": "X"}, {"id": "inferior", "text": "x"}]},
        "same",
    ),
    ("01-sample-number", {"minimum": 90}, "no answer is right"),
    ("01-sample-number", {"minimum": 81, "maximum": 89}, "every answer is right"),
    ("01-sample-click", {"layers": ["deep", "bone"]}, "unknown layer 'bone'"),
    ("01-sample-click", {"layers": ["bones"]}, "nobody can choose 'piriformis'"),
    ("01-sample-choice", {"figure": "two-by-three"}, "unknown figure 'two-by-three'"),
    ("01-sample-choice", {"described": "A chart."}, "without a figure"),
    ("01-sample-choice", {"figure": "two-by-two", "described": "Gluteus maximus."}, "option alone"),
    ("01-sample-choice", {"role": "practice"}, "the role 'practice' does not belong here"),
]


@pytest.mark.parametrize(("item_id", "changes", "problem"), FAULTS, ids=[fault[2] for fault in FAULTS])
def test_every_fault_is_named_with_its_remedy(tmp_path, item_id, changes, problem):
    faults = found(tmp_path, changed(item_id, **changes))
    assert [fault for fault in faults if problem in fault.problem and fault.remedy], faults


def test_a_fault_is_named_with_its_line(tmp_path):
    (fault,) = found(tmp_path, changed("01-sample-order", role="exam"))
    line = (tmp_path / "01.json").read_text(encoding="utf-8").splitlines()[fault.row - 1]
    assert '"01-sample-order"' in line and fault.file == "data/quiz/01.json"


def test_all_faults_come_in_one_run(tmp_path):
    content = changed("01-sample-order", role="exam")
    content["items"][0]["sources"] = ["nobody"]
    assert len(found(tmp_path, content)) == 2


def test_the_same_id_in_two_files_is_found(tmp_path):
    shutil.copy(QUIZ / "01.json", tmp_path / "01.json")
    faults = found(tmp_path, CONTENT | {"lesson": "02"}, name="02.json")
    assert any("also in 01.json" in fault.problem for fault in faults)


def test_the_file_for_practice_holds_nothing_else(tmp_path):
    faults = found(tmp_path, CONTENT, name="practice/01.json")
    assert len(faults) == len(CONTENT["items"])
    assert {fault.file for fault in faults} == {"data/quiz/practice/01.json"}
    assert all(fault.remedy == "move it to data/quiz/01.json" for fault in faults)
    for item in (practice := copy.deepcopy(CONTENT))["items"]:
        item["role"] = "practice"
    assert found(tmp_path, practice, name="practice/01.json") == []


def test_an_objective_with_too_few_questions_is_found():
    items = [item for item in sample_items().values() if item.objective == 1]
    assert len(items) >= 3
    assert quiz.too_few(items, {"01": 1}) == {}
    assert quiz.too_few(items[:2], {"01": 1})["01", 1].startswith("2 questions")
    choices = [replace(items[0], id=f"01-{number}", kind="choice") for number in range(3)]
    assert quiz.too_few(choices, {"01": 1}) == {("01", 1): "3 questions of 1 kinds"}
    assert quiz.too_few([*choices[:2], replace(choices[2], figure="two-by-two")], {"01": 1}) == {}


def test_the_bank_is_large_enough_to_practise():
    items = quiz.read_items()
    assert len(items) >= 150
    assert sum(bool(item.figure) for item in items) >= 12
    lessons = catalogue.load().lessons.values()
    asked = {one.id: len(one.objectives) for one in lessons if any(item.lesson == one.id for item in items)}
    assert quiz.too_few(items, asked) == {}


def test_questions_for_practice_are_counted_in_no_lesson():
    from gluteal.lesson.lesson_map import stations
    from gluteal.progress import Progress
    from gluteal.widgets.progress_panel import outline

    practice = {item.id for item in quiz.read_items() if item.role == "practice"}
    known_facts = catalogue.load()
    panel = {key for one in outline(known_facts) for goal in one["objectives"] for key in goal["items"]}
    on_the_map = {key for station in stations(known_facts, Progress()) for key in station.items}
    assert practice and not practice & (panel | on_the_map) and panel == on_the_map


@pytest.mark.parametrize("text", ["{", "[]", '{"lesson": "01"}', '{"lesson": "01", "items": [3]}'])
def test_a_file_that_is_no_bank_is_one_fault_not_a_crash(tmp_path, text):
    (tmp_path / "01.json").write_text(text)
    assert len(quiz.problems(tmp_path)) == 1


def test_reading_a_broken_bank_names_file_and_line(tmp_path):
    (tmp_path / "01.json").write_text('{\n "lesson": 01 }')
    with pytest.raises(catalogue.CatalogueError, match=r"data/quiz/01\.json:2: no valid JSON"):
        quiz.read_items(tmp_path)


GRADES = [
    ("choice", "gluteus-maximus", 1.0),
    ("choice", "piriformis", 0.0),
    ("choice", ["gluteus-maximus"], 0.0),
    ("several", ["piriformis", "quadratus-femoris"], 1.0),
    ("several", ["piriformis"], 0.5),
    ("several", ["piriformis", "rectus-femoris"], 0.0),
    ("several", ["piriformis", "quadratus-femoris", "rectus-femoris", "tensor-fasciae-latae"], 0.0),
    ("order", ["skin", "gluteus-maximus", "gluteus-medius", "ilium"], 1.0),
    ("order", ["skin", "gluteus-medius", "gluteus-maximus", "ilium"], 0.5),
    ("order", ["skin"], 0.0),
    (
        "match",
        {"gluteus-maximus": "inferior", "gluteus-medius": "superior", "gluteus-minimus": "superior"},
        1.0,
    ),
    ("match", {"gluteus-maximus": "inferior"}, 1 / 3),
    ("match", "inferior", 0.0),
    ("number", 85.2, 1.0),
    ("number", 90.2, 1.0),
    ("number", 80.2, 1.0),
    ("number", 90.3, 0.0),
    ("number", "85", 0.0),
    ("number", None, 0.0),
    ("click", "piriformis", 1.0),
    ("click", "sacrum", 0.0),
    ("click-any", "inferior-gemellus", 1.0),
]


@pytest.mark.parametrize(("name", "answer", "score"), GRADES)
def test_answers_are_judged_as_the_authors_are_told(name, answer, score):
    judged = grade(sample_items()[f"01-sample-{name}"], answer)
    assert judged == Grade(score == 1, pytest.approx(score))


@pytest.mark.parametrize("item", sample_items().values(), ids=lambda item: item.id)
def test_the_solution_is_right(item):
    assert grade(item, item.solution) == Grade(True, 1.0)


def test_the_readme_shows_a_record_that_can_be_read():
    text = (paths.data_dir() / "quiz" / "README.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in text.split("```json")[1:]]
    from gluteal.progress import from_json

    assert from_json(json.loads(blocks[-1])).items == ("01-layer-order",)
    assert json.loads(blocks[0].replace(" …", ""))["items"][0]["kind"] == "choice"
