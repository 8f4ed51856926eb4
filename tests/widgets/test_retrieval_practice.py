"""The practice on the Python side: what the page is given, what is kept, what is refused."""

import json

import pytest
import traitlets

from gluteal import lesson
from gluteal.catalogue import load
from gluteal.catalogue.quiz import grade
from gluteal.models.retrieval import RULE
from gluteal.progress import Attempt, Progress
from gluteal.progress_store import Store
from gluteal.widgets.packing import unpack
from gluteal.widgets.retrieval_practice import LENGTHS, RetrievalPractice
from gluteal.widgets.retrieval_records import retrieval_records

ONE = Attempt("01-layer-order", ["a"], False, 0.0, "2026-01-01T00:00:00.000Z")
TWO = Attempt("00-x", "b", True, 1.0, "2026-01-01T00:01:00.000Z")


@pytest.fixture(scope="module")
def records():
    return retrieval_records(load())


def test_every_question_of_the_bank_is_there_and_can_be_answered_in_the_page(records):
    told = {item["id"]: item for item in records["items"]}
    assert list(told) == list(load().items)
    for item in load().items.values():
        one = told[item.id]
        assert (one["lesson"], one["objective"], one["role"]) == (item.lesson, item.objective, "practice")
        assert grade(item, item.solution).correct
        if item.kind == "number":
            assert one["value"] == item.value and one["tolerance"] == item.tolerance
        elif item.kind == "click":
            shown = {key for key, _ in one["choices"]}
            assert {option.id for option in item.options} <= shown
        else:
            assert {option["id"] for option in one["options"]} == {option.id for option in item.options}


def test_a_question_that_is_read_from_a_figure_has_its_words(records):
    read = [item for item in records["items"] if "figure" in item]
    assert len(read) >= 12
    assert all(len(item["figure_words"].split()) > 20 for item in read)
    assert {item["kind"] for item in read} >= {"choice", "several", "number", "match", "order"}


def test_a_case_is_told_where_the_question_speaks_of_a_person(records):
    """Where the stem does not tell the case, `setting` has to: here nobody has just read the lesson."""
    for item in records["items"]:
        if "-case-" in item["id"] and not item["stem"].startswith(("A ", "An ")):
            assert item.get("setting"), item["id"]


def test_every_objective_of_a_lesson_with_questions_is_there(records):
    for one in records["lessons"]:
        assert one["objectives"] == list(load().lessons[one["id"]].objectives)
    assert {one["id"] for one in records["lessons"]} == {item.lesson for item in load().items.values()}


def test_the_rule_is_the_model_s(records):
    assert tuple(records["rule"]["intervals_days"]) == RULE.intervals_days
    assert set(records["rule"]) == {"intervals_days", "early_h", "apart", "returns", "length"}


def test_the_lesson_makes_it_with_all_figures_and_plates(monkeypatch, tmp_path):
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path))
    made = lesson.practice("03", 4, length=5)
    assert repr(made).endswith("questions, 5 a session, from lessons 03, 04")
    assert set(made.figures) == {item.figure for item in load().items.values() if item.figure}
    assert set(made.plates) == {"posterior", "lateral"}
    assert json.loads(unpack(made.packed))["format"] == 1


def test_what_the_page_sends_is_small():
    state = RetrievalPractice().get_state()
    assert len(json.dumps({name: value for name, value in state.items() if name != "record"})) < 250_000


def test_page_and_file_are_united(tmp_path):
    store = Store(tmp_path / "progress.json")
    store.merge(Progress((ONE,)))
    made = RetrievalPractice(store=Store(store.path))
    made.record = Progress((TWO,)).to_json()
    assert {answer["item"] for answer in made.record["answers"]} == {"01-layer-order", "00-x"}
    assert len(Store(store.path).load().attempts) == 2


def test_where_nothing_can_be_written_the_page_gets_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    made = RetrievalPractice(store=Store(tmp_path / "file" / "progress.json"))
    made.record = Progress((ONE,)).to_json()
    assert "could not be kept on disk" in made.notice and "export it" in made.notice


@pytest.mark.parametrize(
    ("traits", "words"),
    [
        ({"lessons": ["1"]}, "no lesson '1'"),
        ({"length": 7}, "a session has 5, 10, 15, 20 questions, not 7"),
        ({"record": {"format": "x"}}, "not readable"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(traits, words):
    made = RetrievalPractice()
    name, value = next(iter(traits.items()))
    with pytest.raises(traitlets.TraitError, match=words):
        setattr(made, name, value)


@pytest.mark.parametrize("length", LENGTHS)
def test_lessons_keep_their_order(length):
    assert RetrievalPractice(lessons=["04", "01"], length=length).lessons == ["01", "04"]


def test_a_wrong_call_is_a_sentence(monkeypatch):
    monkeypatch.delenv("GLUTEAL_STRICT", raising=False)
    assert "No lesson '77'" in repr(lesson.practice("77"))
    assert "5, 10, 15, 20" in repr(lesson.practice(length=3))
