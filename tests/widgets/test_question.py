"""The question widget on the Python side: what it is given, what it keeps, what it refuses."""

import pytest
import traitlets

from gluteal import lesson
from gluteal.catalogue import load
from gluteal.progress import Attempt, Progress
from gluteal.progress_store import Store
from gluteal.widgets import assets
from gluteal.widgets.engine_code import engine_code

from ..samples import question, sample_items

WRONG = Attempt("01-sample-choice", "piriformis", False, 0.0, "2026-01-01T00:00:00.000Z")
RIGHT = Attempt("01-sample-choice", "gluteus-maximus", True, 1.0, "2026-01-01T00:01:00.000Z")


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "work" / "progress.json")


@pytest.mark.parametrize("item_id", sample_items())
def test_every_kind_becomes_a_widget_with_a_sentence(item_id):
    asked = question(item_id)
    assert asked.item["stem"] in repr(asked)
    assert (asked.answer, asked.result) == (None, {})


def test_what_was_answered_before_is_there_again(store):
    store.merge(Progress((WRONG, RIGHT)))
    asked = question("01-sample-choice", Store(store.path))
    assert asked.answer == "gluteus-maximus"
    assert asked.result["first_correct"] is False and asked.result["attempts"] == 2


def test_what_the_page_reports_is_written(store):
    asked = question("01-sample-choice", store)
    asked.record = Progress((WRONG,)).to_json()
    assert Store(store.path).load().latest("01-sample-choice").answer == "piriformis"
    assert asked.notice == ""


def test_where_nothing_can_be_written_the_page_gets_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    asked = question("01-sample-choice", Store(tmp_path / "file" / "progress.json"))
    asked.record = Progress((WRONG,)).to_json()
    assert "kept in the page only" in asked.notice and asked.notice.count(".") >= 1


def test_a_fault_while_keeping_never_raises(store, monkeypatch):
    asked = question("01-sample-choice", store)
    monkeypatch.setattr(store, "merge", lambda _: 1 / 0)
    asked.record = Progress((WRONG,)).to_json()
    assert "division by zero" in asked.notice


def test_a_damaged_record_is_told_at_once(store):
    store.path.parent.mkdir()
    store.path.write_text("{")
    assert "progress.damaged-1.json" in question("01-sample-choice", store).notice


@pytest.mark.parametrize("record", [{"format": "x"}, {}, Progress().to_json() | {"version": 3}])
def test_an_unreadable_record_is_refused(record):
    asked = question("01-sample-choice")
    with pytest.raises(traitlets.TraitError, match="not readable"):
        asked.record = record


def test_options_are_mixed_always_the_same_way():
    one, two = question("01-sample-order"), question("01-sample-order")
    assert one.item["options"] == two.item["options"]


@pytest.mark.parametrize("item_id", [key for key, item in sample_items().items() if item.kind == "order"])
def test_an_order_never_starts_solved(item_id):
    item = question(item_id).item
    assert [option["id"] for option in item["options"]] != item["solution"]


def test_a_question_carries_little_code_and_all_share_the_rest():
    one, two = question("01-sample-choice"), question("01-sample-order")
    assert len(one._esm) < 2000
    assert one.engine == two.engine == f"IPY_MODEL_{engine_code().model_id}"
    assert len(engine_code().code) + len(engine_code().style) < 50_000


def test_shared_snippets_stand_once_and_nothing_is_imported():
    assert engine_code().code.count("function mergeRecords(") == 1
    assert "import " not in engine_code().code


def test_slimming_takes_out_comments_only():
    assert "//" not in assets.esm("common/store.js")
    assert "/*" not in assets.css("common/theme.css")


def test_a_question_that_is_read_from_a_figure_has_the_figure_s_words(monkeypatch, tmp_path):
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path))
    item = next(one for one in load().items.values() if one.figure and one.role == "check")
    told = lesson.check(item.id).item
    assert told["figure_words"] == load().figures[item.figure].text
    assert told["figure_alt"] == load().figures[item.figure].alt
