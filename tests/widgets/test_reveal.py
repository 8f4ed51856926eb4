"""What waits behind a question, on the Python side."""

from gluteal.progress import Attempt, Progress
from gluteal.progress_store import Store
from gluteal.widgets.reveal import Reveal


def test_it_waits_for_its_question_and_says_so():
    hidden = Reveal("01-a", "<p>x</p>", "A figure of x")
    assert not hidden.shown
    assert repr(hidden) == "Shown once 01-a is answered: A figure of x"


def test_an_answer_given_before_leaves_nothing_hidden(tmp_path):
    store = Store(tmp_path / "p.json")
    store.merge(Progress((Attempt("01-a", "x", True, 1.0, "2026-01-01T00:00:00.000Z"),)))
    assert Reveal("01-a", "<p>x</p>", "x", store=store).shown
    assert not Reveal("01-b", "<p>x</p>", "x", store=store).shown
