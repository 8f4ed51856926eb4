"""`gluteal results`: progress files of a class → a report; faults are told, nobody counts twice."""

import csv
import json
import random

import pytest
from click.testing import CliRunner

from gluteal import __main__ as cli
from gluteal import catalogue, progress
from gluteal.catalogue.quiz import grade
from gluteal.publish import results_folder, results_report, results_table
from gluteal.publish.results_wrong import most_chosen
from tests.samples import sample_items
from tests.samples.a_class import attempt, hand_in, questions, record, wrong

LEARNERS = 24


def ask(*words):
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, ["results", *map(str, words)], prog_name="gluteal")


def table(path):
    """Return the rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def fill(folder):
    """Fill a folder as a class does: files of learners, copies, later versions, and what is none."""
    hand_in(folder, LEARNERS, questions()[:30])
    (folder / "student-0001" / "progress (1).json").write_bytes(
        (folder / "student-0001" / "progress.json").read_bytes()
    )
    earlier = progress.Progress(record(2, questions()[:30]).attempts[:10])
    progress.write(folder / "student-0002" / "week 1.json", earlier)
    (folder / "cut.json").write_text('{"format": "gluteal-pro', "utf-8")
    (folder / "=1+1 <b>.json").write_text(json.dumps({"format": "gluteal-pain-drawing"}), "utf-8")
    (folder / "essay.docx").write_bytes(b"\xff\x00")
    (folder / "binary.json").write_bytes(b"\xff\x00\xfe")
    progress.write(folder / "empty.json", progress.Progress())
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The folder of a report that no test changes, and what the command said."""
    out = tmp_path_factory.mktemp("made") / "deep" / "report"
    told = ask(fill(tmp_path_factory.mktemp("given") / "class"), "--out", out)
    assert told.exit_code == 0, told.output
    return out, told.output


def test_a_report_is_written_and_says_what_was_read(report):
    out, told = report
    assert {path.name for path in out.iterdir()} == set(results_report.FILES)
    assert f"Read {LEARNERS} learners, 30 questions." in told and "Not read: 5" in told
    assert "2 of them handed in more than one file" in told


def test_nobody_counts_twice(report):
    out, _ = report
    rows = table(out / "learners.csv")
    assert len(rows) == LEARNERS and sum("; " in row["files"] for row in rows) == 2
    assert {row["learners"] for row in table(out / "questions.csv")} == {str(LEARNERS)}


def test_only_the_first_try_counts_and_is_judged_by_the_bank(report):
    out, _ = report
    rows = {row["question"]: row for row in table(out / "questions.csv")}
    for item in questions()[:30]:
        firsts = [record(number, questions()[:30]).first(item.id) for number in range(LEARNERS)]
        right = sum(grade(item, one.answer).correct for one in firsts)
        assert rows[item.id]["right_at_first_try"] == str(right)
        assert float(rows[item.id]["difficulty"]) == pytest.approx(right / LEARNERS, abs=5e-4)


def test_a_file_that_praises_itself_is_judged_anew(tmp_path):
    item = catalogue.load().items["01-nerves"]
    said = attempt(item, wrong(item, random.Random(1)), 0).to_json() | {"correct": True, "score": 1}
    one = {"format": "gluteal-progress", "version": 1, "erased": 0, "answers": [said]}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_text(json.dumps(one), "utf-8")
    assert ask(tmp_path / "in", "--out", tmp_path / "out").exit_code == 0
    assert table(tmp_path / "out" / "questions.csv")[0]["right_at_first_try"] == "0"


def test_what_is_no_progress_file_is_listed_with_its_reason(report):
    out, _ = report
    listed = {row["file"]: row["reason"] for row in table(out / "not-read.csv")}
    assert set(listed) == {"'=1+1 <b>.json", "cut.json", "essay.docx", "binary.json", "empty.json"}
    assert "does not end in .json" in listed["essay.docx"] and "holds no answer" in listed["empty.json"]
    assert "not a progress file" in listed["'=1+1 <b>.json"] and "cut off" in listed["cut.json"]
    page = (out / "class-results.html").read_text("utf-8")
    assert "=1+1 &lt;b&gt;.json" in page and "<b>.json" not in page


def test_the_page_stands_alone_and_names_no_learner(report):
    out, _ = report
    page = (out / "class-results.html").read_text("utf-8")
    assert page.count("<svg") == 2 and "<script" not in page and "src=" not in page
    assert "student-0001" not in page and f"n = {LEARNERS} learners" in page


def test_the_same_files_give_the_same_report(report, tmp_path):
    assert ask(fill(tmp_path / "class"), "--out", tmp_path / "again").exit_code == 0
    assert [(report[0] / name).read_bytes() for name in results_report.FILES] == [
        (tmp_path / "again" / name).read_bytes() for name in results_report.FILES
    ]


def test_predictions_count_in_no_objective_and_no_total(report):
    out, _ = report
    after = [item for item in questions()[:30] if item.role != "predict"]
    assert len(after) < 30 and {row["questions_answered"] for row in table(out / "learners.csv")} == {
        str(len(after))
    }
    assert sum(int(row["questions"]) for row in table(out / "objectives.csv")) == len(after)


def test_few_learners_have_no_discrimination(tmp_path):
    hand_in(tmp_path / "class", 3, questions()[:12])
    told = ask(tmp_path / "class", "--out", tmp_path / "out")
    assert "Fewer than 20 learners" in told.output
    assert {row["discrimination"] for row in table(tmp_path / "out" / "questions.csv")} == {""}
    assert not (tmp_path / "out" / "questions.svg").exists()
    assert "single people may be recognised" in (tmp_path / "out" / "class-results.html").read_text("utf-8")


def test_questions_of_another_edition_are_named_and_left_out(tmp_path):
    at = "2026-03-01T09:30:00.000Z"
    other = progress.Attempt("88-gone", "a", True, 1.0, at), progress.Attempt("01-nerves", {}, False, 0.0, at)
    progress.write(tmp_path / "in" / "a.json", progress.Progress(other))
    assert ask(tmp_path / "in", "--out", tmp_path / "out").exit_code == 0
    assert "88-gone" in (tmp_path / "out" / "class-results.html").read_text("utf-8")
    assert [row["question"] for row in table(tmp_path / "out" / "questions.csv")] == ["01-nerves"]


def test_answers_that_cannot_be_are_wrong_and_nothing_more(tmp_path):
    items = questions()[:30]
    for number, answer in enumerate(["no such option", 7, {"x": "y"}, ["x", {}], "", 1e308, True]):
        at = f"2026-03-01T09:30:0{number}.000Z"
        strange = tuple(progress.Attempt(item.id, answer, None, None, at) for item in items)
        progress.write(tmp_path / "in" / f"{number}.json", progress.Progress(strange))
    told = ask(tmp_path / "in", "--out", tmp_path / "out")
    assert told.exit_code == 0, told.output
    assert {row["learners"] for row in table(tmp_path / "out" / "questions.csv")} == {"7"}


def test_the_fault_of_most_is_named_for_every_kind_of_question():
    known = {}
    for item in sample_items().values():
        known.setdefault(item.kind, item)
    assert set(known) == {"choice", "several", "order", "match", "number", "click"}
    for kind, item in known.items():
        fault = wrong(item, random.Random(5))
        words, count = most_chosen(item, [fault, fault, "nothing"])
        assert words and count == 2, kind


def test_two_files_of_one_learner_are_known_by_their_milliseconds():
    items = questions()[:6]
    found = results_folder.Reading("class")
    for name, attempts in (("a", record(1, items).attempts), ("b", record(2, items).attempts)):
        found._add(name, results_folder.first_tries(progress.Progress(attempts)))
    once = results_folder.first_tries(record(1, items))
    shared = dict(list(once.items())[:1]) | {"09-other": ("2026-09-01T09:00:00.000Z", "x")}
    found._add("one in common by chance", shared)
    found._add("a again", dict(list(once.items())[:3]))
    assert [one.files for one in found.learners] == [["a", "a again"], ["b"], ["one in common by chance"]]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda place: None, "does not exist; name the folder that holds the progress files"),
        (lambda place: place.mkdir(), "There is no file in"),
        (lambda place: place.write_text("x", "utf-8"), "is a file; name the folder"),
    ],
)
def test_without_files_there_is_a_sentence_and_no_report(tmp_path, make, sentence):
    make(tmp_path / "x")
    told = ask(tmp_path / "x", "--out", tmp_path / "out")
    assert told.exit_code == 1 and sentence in told.output and "Traceback" not in told.output
    assert not (tmp_path / "out").exists()


def test_nothing_is_replaced_unless_asked(report, tmp_path):
    hand_in(tmp_path / "class", 2, questions()[:8])
    out = tmp_path / "out"
    out.mkdir()
    (out / "questions.csv").write_text("mine", "utf-8")
    told = ask(tmp_path / "class", "--out", out)
    assert told.exit_code == 1 and "--force" in told.output
    assert (out / "questions.csv").read_text("utf-8") == "mine"
    assert ask(tmp_path / "class", "--out", out, "--force").exit_code == 0


def test_a_folder_of_other_files_is_told_with_reasons(tmp_path):
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text("x", "utf-8")
    told = ask(tmp_path, "--out", tmp_path / "out")
    assert (
        told.exit_code == 1
        and "is a progress file with answers" in told.output
        and "and 3 more" in told.output
    )


def test_the_hardest_questions_come_first_in_the_talk():
    firsts = [results_folder.first_tries(record(number, questions())) for number in range(30)]
    learners = [results_folder.Learner([str(number)], first) for number, first in enumerate(firsts)]
    talk = results_report.to_talk_about(results_table.results(learners))
    shares = [one.result.difficulty for one in talk]
    assert (
        shares == sorted(shares)
        and len(shares) == results_report.TALKED
        and max(shares) < results_report.HARD
    )
