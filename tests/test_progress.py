"""The learner's record: nothing lost, nothing doubled, nothing overwritten."""

import json
import multiprocessing
import os
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gluteal import progress, progress_store
from gluteal.progress import Attempt, Progress, ProgressError
from gluteal.progress_store import Store

ITEMS = st.sampled_from(["01-a", "01-b", "02-c"])
TIMES = st.integers(0, 40).map(lambda s: f"2026-01-01T00:00:{s:02d}.000Z")
ANSWERS = st.one_of(
    st.none(),
    st.text(max_size=5),
    st.integers(-5, 5),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=3),
)
SCORES = st.one_of(st.none(), st.floats(0, 1))
ATTEMPTS = st.builds(
    Attempt, item=ITEMS, answer=ANSWERS, correct=st.sampled_from([True, False, None]), score=SCORES, at=TIMES
)
RECORDS = st.builds(
    lambda attempts, erased: Progress(tuple(attempts), erased),
    st.lists(ATTEMPTS, max_size=6),
    st.integers(0, 1),
)


def attempt(item="01-a", answer="x", correct=True, score=1.0, second=0):
    return Attempt(item, answer, correct, score, f"2026-01-01T00:00:{second:02d}.000Z")


def keys(record):
    return [one.key for one in record.attempts]


@given(RECORDS)
def test_merging_a_record_with_itself_changes_nothing(record):
    assert keys(record.merge(record)) == keys(record)


@given(RECORDS, RECORDS)
def test_it_does_not_matter_which_record_comes_first(one, two):
    assert keys(one.merge(two)) == keys(two.merge(one))
    assert one.merge(two).erased == two.merge(one).erased


@given(RECORDS, RECORDS, RECORDS)
def test_it_does_not_matter_in_which_order_three_records_meet(one, two, three):
    assert keys(one.merge(two).merge(three)) == keys(one.merge(two.merge(three)))


@given(RECORDS)
def test_a_record_comes_back_from_json_as_it_went(record):
    again = progress.from_json(json.loads(json.dumps(record.to_json())))
    assert keys(again) == keys(record) and again.erased == record.erased


@settings(max_examples=30)
@given(RECORDS)
def test_a_record_comes_back_from_a_file_as_it_went(tmp_path_factory, record):
    path = tmp_path_factory.mktemp("record") / "progress.json"
    progress.write(path, record)
    assert keys(progress.read(path)) == keys(record)


def test_the_earliest_attempt_is_the_first_try_whatever_the_order():
    late, early = attempt(correct=True, second=9), attempt(correct=False, score=0.0, second=1)
    record = Progress((late,)).merge(Progress((early,)))
    assert (record.first("01-a").correct, record.latest("01-a").correct) == (False, True)


def test_the_number_one_is_one_number_in_browser_and_kernel():
    assert attempt(answer=1, score=1).key == attempt(answer=1.0, score=1.0).key


def test_what_was_erased_does_not_come_back_but_an_import_does():
    old = Progress((attempt(),))
    emptied = old.emptied()
    assert emptied.merge(old).attempts == ()
    assert emptied.adopt(old).attempts == old.attempts


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"format": "other"}, "not a progress file"),
        ({"version": 2}, "newer edition"),
        ({"version": "1"}, "version is not readable"),
        ({"answers": {}}, "list of answers"),
        ({"answers": [{"item": "a"}]}, "some answers"),
        ({"answers": [attempt().to_json() | {"at": "yesterday"}]}, "time 'yesterday'"),
        ({"answers": [attempt().to_json() | {"score": 7}]}, "between 0 and 1"),
        ({"answers": [attempt().to_json() | {"item": ""}]}, "no question"),
    ],
)
def test_a_foreign_or_damaged_record_is_refused_with_its_reason(changes, reason):
    with pytest.raises(ProgressError, match=reason):
        progress.from_json(Progress().to_json() | changes)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"format": NaN}', b"[" * 100_000])
def test_an_unreadable_file_is_named_in_a_sentence(tmp_path, content):
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    with pytest.raises(ProgressError, match=r"mine\.json cannot be read: it is not a"):
        progress.read(path)
    assert path.read_bytes() == content


def test_a_missing_or_huge_file_is_named_in_a_sentence(tmp_path, monkeypatch):
    with pytest.raises(ProgressError, match=r"no file none\.json"):
        progress.read(tmp_path / "none.json")
    monkeypatch.setattr(progress, "LARGEST_FILE_BYTES", 3)
    (tmp_path / "big.json").write_text("12345")
    with pytest.raises(ProgressError, match="too large"):
        progress.read(tmp_path / "big.json")


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path):
    path = tmp_path / "bom.json"
    path.write_text("\ufeff" + json.dumps(Progress((attempt(),)).to_json()), encoding="utf-8")
    assert progress.read(path).items == ("01-a",)


def test_a_crash_while_writing_leaves_the_old_file(tmp_path, monkeypatch):
    path = progress.write(tmp_path / "progress.json", Progress((attempt(),)))
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(ProgressError, match="No space left"):
        progress.write(path, Progress())
    assert progress.read(path).items == ("01-a",)
    assert [file.name for file in tmp_path.iterdir()] == ["progress.json"]


def test_answers_survive_a_restart(tmp_path):
    Store(tmp_path / "p.json").merge(Progress((attempt(),)))
    assert Store(tmp_path / "p.json").load().items == ("01-a",)


def test_two_notebooks_do_not_overwrite_each_other(tmp_path):
    one, two = Store(tmp_path / "p.json"), Store(tmp_path / "p.json")
    one.load(), two.load()
    one.merge(Progress((attempt("01-a"),)))
    two.merge(Progress((attempt("01-b"),)))
    assert set(Store(tmp_path / "p.json").load().items) == {"01-a", "01-b"}


def _write_many(path, name):
    store = Store(path)
    for second in range(30):
        store.merge(Progress((attempt(f"01-{name}", second=second),)))


@pytest.mark.skipif(sys.platform == "darwin", reason="spawned processes are slow on shared macOS runners")
def test_kernels_that_write_at_the_same_time_lose_nothing(tmp_path):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(tmp_path / "p.json", name)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert len(Store(tmp_path / "p.json").load().attempts) == 90


@pytest.mark.parametrize("content", ["{ cut off", json.dumps(Progress().to_json() | {"version": 9})])
def test_a_damaged_or_newer_file_is_kept_aside_and_the_lesson_goes_on(tmp_path, content):
    path = tmp_path / "progress.json"
    (tmp_path / "progress.damaged-1.json").write_text("an earlier one")
    path.write_text(content)
    store = Store(path)
    assert store.load().attempts == ()
    assert "kept as progress.damaged-2.json" in store.notice
    assert (tmp_path / "progress.damaged-2.json").read_text() == content
    assert (tmp_path / "progress.damaged-1.json").read_text() == "an earlier one"
    store.merge(Progress((attempt(),)))
    assert Store(path).load().items == ("01-a",)


def test_where_nothing_can_be_written_the_session_still_knows(tmp_path):
    (tmp_path / "file").write_text("a file where a folder should be")
    store = Store(tmp_path / "file" / "progress.json")
    with pytest.raises(ProgressError, match="could not be kept"):
        store.merge(Progress((attempt(),)))
    assert store.load().items == ("01-a",)


def test_a_busy_file_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(progress_store, "PATIENCE_S", 0.05)
    monkeypatch.setattr(progress_store, "_try_lock", lambda _: False)
    store = Store(tmp_path / "p.json")
    with pytest.raises(ProgressError, match="another notebook"):
        store.merge(Progress((attempt(),)))
    monkeypatch.undo()
    store.merge(Progress((attempt("01-b"),)))
    assert set(Store(tmp_path / "p.json").load().items) == {"01-a", "01-b"}


def test_the_file_lies_in_the_work_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path))
    assert Store().path == tmp_path / "progress.json"
