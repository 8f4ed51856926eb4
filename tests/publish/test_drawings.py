"""`gluteal drawings`: a folder of saved drawings → a report; what cannot be read is told, nothing is lost."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gluteal import __main__ as cli
from gluteal.models import drawing_file
from gluteal.models.pain_drawing import PainDrawing
from gluteal.publish import drawing_report
from tests.models.referral_samples import BELOW, BUTTOCK, drawing

PAINTED = drawing(("posterior", BUTTOCK))


def ask(*words):
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, ["drawings", *map(str, words)], prog_name="gluteal")


def table(path):
    """Return the rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(tmp_path) -> Path:
    """Six drawings, two of them in folders of their own, and files that are none."""
    return filled(tmp_path / "class")


def filled(place: Path) -> Path:
    """Fill a folder with drawings and with files that are none."""
    for number in range(4):
        drawing_file.write(place / f"{number}.json", drawing(("posterior", (46, 57, 10, 6 + number))))
    drawing_file.write(place / "anna" / "a.json", PAINTED.mirrored())
    drawing_file.write(
        place / "ben" / "b.json", PainDrawing(label="Ben Private", made="2026-03-01T09:30:00Z")
    )
    (place / "cut.json").write_text('{"format": "gluteal-pain', "utf-8")
    (place / "=1+1 <b>.json").write_text(json.dumps({"format": "gluteal-progress"}), "utf-8")
    (place / "notes.txt").write_text("mine", "utf-8")
    (place / ".DS_Store").write_text("x", "utf-8")
    (place / "Thumbs.db").write_text("x", "utf-8")
    return place


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The folder of a report that no test changes, and what the command said."""
    out = tmp_path_factory.mktemp("made") / "deep" / "report"
    told = ask(filled(tmp_path_factory.mktemp("given") / "class"), "--out", out)
    assert told.exit_code == 0, told.output
    return out, told.output


def test_a_report_is_written_and_says_what_was_read(report):
    out, told = report
    assert {path.name for path in out.iterdir()} == set(drawing_report.FILES)
    assert "Read 6 drawings." in told and "Not read: 3" in told and "pain-drawings.html" in told
    assert "Fewer" not in told


def test_the_tables_hold_counts_and_shares(report):
    out, _ = report
    cells = table(out / "cells.csv")
    right = [row for row in cells if float(row["x_mm"]) > -82]
    assert {row["drawings"] for row in cells} == {"6"} and {row["chart"] for row in cells} == {"posterior"}
    assert sorted({row["drawings_that_paint"] for row in right}) == ["1", "2", "3", "4"]
    assert sum(row["drawings_that_paint"] == "4" for row in right) == 60 and len(cells) == 90 + 100
    assert {row["share"] for row in right} == {"0.6667", "0.5000", "0.3333", "0.1667"}
    regions = {(row["region"], row["side"]): row for row in table(out / "regions.csv")}
    assert regions["middle-buttock", "right"]["drawings_that_paint"] == "4"
    assert regions["middle-buttock", "left"]["share"] == "0.1667"


def test_files_that_are_no_drawing_are_listed_with_their_reason(report):
    out, _ = report
    listed = {row["file"]: row["reason"] for row in table(out / "not-read.csv")}
    assert set(listed) == {"'=1+1 <b>.json", "cut.json", "notes.txt"}, (
        "a spreadsheet must not calculate a name"
    )
    assert "not complete JSON" in listed["cut.json"] and "does not end in .json" in listed["notes.txt"]
    page = (out / "pain-drawings.html").read_text("utf-8")
    assert all(reason.replace("'", "&#39;") in page for reason in listed.values())
    assert "=1+1 &lt;b&gt;.json" in page and "<b>" not in page


def test_the_page_stands_alone_and_names_nobody(report):
    out, _ = report
    page = (out / "pain-drawings.html").read_text("utf-8")
    assert page.count("<svg") >= 1 and "n = 6 drawings" in page and "@media print" in page
    assert "Private" not in page and "2026-03-01" not in page
    assert "<script" not in page and "src=" not in page and "4 (67 %)" in page


def test_the_same_drawings_give_the_same_files(report, folder, tmp_path):
    out, _ = report
    assert ask(folder, "--out", tmp_path / "again").exit_code == 0
    assert all(
        (out / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in drawing_report.FILES
    )


def test_nothing_is_replaced_unless_asked(folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "cells.csv").write_text("mine", "utf-8")
    told = ask(folder, "--out", out)
    assert told.exit_code == 1 and "already holds" in told.output and "--force" in told.output
    assert (out / "cells.csv").read_text("utf-8") == "mine"
    assert ask(folder, "--out", out, "--force").exit_code == 0
    assert (out / "cells.csv").read_text("utf-8") != "mine"


def test_the_report_may_lie_in_the_folder_of_the_drawings(folder):
    out = folder / "report"
    assert ask(folder, "--out", out).exit_code == 0
    again = ask(folder, "--out", out, "--force")
    assert "Read 6 drawings." in again.output and "Not read: 3" in again.output


def test_both_sides_can_be_laid_over_each_other(folder, tmp_path):
    out = tmp_path / "one"
    assert ask(folder, "--out", out, "--one-side").exit_code == 0
    regions = {row["region"]: row for row in table(out / "regions.csv")}
    assert (
        regions["middle-buttock"]["side"] == "either"
        and regions["middle-buttock"]["drawings_that_paint"] == "5"
    )
    assert "laid over each other" in (out / "pain-drawings.html").read_text("utf-8")


def test_few_drawings_are_counted_not_turned_into_percentages(tmp_path):
    for number in range(3):
        drawing_file.write(
            tmp_path / "few" / f"{number}.json", drawing(("posterior", BELOW), intensity=number + 1)
        )
    told = ask(tmp_path / "few", "--out", tmp_path / "out")
    page = (tmp_path / "out" / "pain-drawings.html").read_text("utf-8")
    assert "Fewer than 5" in told.output and "3 of 3" in page and "(100 %)" not in page


def test_copies_are_counted_and_said(tmp_path):
    for name in ("a", "a (1)"):
        drawing_file.write(tmp_path / "twice" / f"{name}.json", PAINTED)
    assert ask(tmp_path / "twice", "--out", tmp_path / "out").exit_code == 0
    assert "1 drawing is the same as another" in (tmp_path / "out" / "pain-drawings.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda place: None, "does not exist; name the folder"),
        (lambda place: place.mkdir(), "There is no file in"),
        (lambda place: place.write_text("x", "utf-8"), "is a file; name the folder"),
    ],
)
def test_without_drawings_there_is_a_sentence_and_no_report(tmp_path, make, sentence):
    make(tmp_path / "x")
    told = ask(tmp_path / "x", "--out", tmp_path / "out")
    assert told.exit_code == 1 and sentence in told.output and "Traceback" not in told.output
    assert not (tmp_path / "out").exists()


def test_a_folder_of_other_files_is_told_with_reasons(tmp_path):
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text("x", "utf-8")
    told = ask(tmp_path, "--out", tmp_path / "out")
    assert told.exit_code == 1 and "is a saved pain drawing" in told.output and "and 3 more" in told.output


def test_a_report_that_cannot_be_written_is_told(folder, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        told = ask(folder, "--out", out)
        assert told.exit_code == 1 and "name " in told.output and "Traceback" not in told.output
    assert (tmp_path / "file").read_text("utf-8") == "x"


def test_many_refused_files_stand_in_the_table_not_all_on_the_page(folder, tmp_path):
    for number in range(drawing_report.LISTED + 20):
        (folder / f"x{number}.txt").write_text("x", "utf-8")
    assert ask(folder, "--out", tmp_path / "out").exit_code == 0
    page = (tmp_path / "out" / "pain-drawings.html").read_text("utf-8")
    assert (
        "And 23 more" in page and len(table(tmp_path / "out" / "not-read.csv")) == drawing_report.LISTED + 23
    )
