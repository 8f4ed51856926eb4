"""The progress panel on the Python side."""

import pytest
import traitlets

from gluteal import catalogue
from gluteal.progress import Attempt, Progress
from gluteal.progress_store import Store
from gluteal.widgets.progress_panel import ProgressPanel, outline

ONE = Attempt("01-layer-order", ["a"], False, 0.0, "2026-01-01T00:00:00.000Z")
TWO = Attempt("00-x", "b", True, 1.0, "2026-01-01T00:01:00.000Z")


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "progress.json")


def test_every_question_stands_under_its_objective_once():
    known = catalogue.load()
    listed = [item for lesson in outline(known) for goal in lesson["objectives"] for item in goal["items"]]
    assert sorted(listed) == sorted(item.id for item in known.items.values() if item.role != "practice")


def test_page_and_file_are_united(store):
    store.merge(Progress((ONE,)))
    panel = ProgressPanel([], Store(store.path))
    panel.record = Progress((TWO,)).to_json()
    assert {answer["item"] for answer in panel.record["answers"]} == {"01-layer-order", "00-x"}
    assert len(Store(store.path).load().attempts) == 2


def test_erasing_in_the_page_empties_the_file(store):
    store.merge(Progress((ONE,)))
    panel = ProgressPanel([], store)
    panel.record = Progress((), erased=1).to_json()
    assert Store(store.path).load() == Progress((), 1)


def test_a_fault_becomes_a_sentence(store, monkeypatch):
    panel = ProgressPanel([], store)
    monkeypatch.setattr(store, "merge", lambda _: 1 / 0)
    panel.record = Progress((ONE,)).to_json()
    assert "could not be kept" in panel.notice


def test_an_unreadable_record_is_refused():
    with pytest.raises(traitlets.TraitError, match="not readable"):
        ProgressPanel([]).record = {"format": "x"}


def test_the_text_says_how_far_the_learner_is(store):
    lessons = [{"id": "01", "title": "x", "objectives": [{"text": "y", "items": ["01-layer-order", "01-b"]}]}]
    store.merge(Progress((ONE,)))
    assert repr(ProgressPanel(lessons, store)) == "Your progress: 1 of 2 questions answered"
