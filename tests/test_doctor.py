"""The check of the computer: quiet when all is well, plain about what to do when it is not."""

import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from gluteal import doctor, paths


def test_when_all_is_well_nothing_depends_on_the_computer(root):
    well = [look().what for look in (doctor.python, doctor.widgets, doctor.work_folder, doctor.disk)]
    assert not [text for text in well if re.search(r"\d|/|\\", text)]


def test_the_lesson_shows_what_the_command_prints():
    table = doctor.table()
    assert all(one.what in table._repr_html_() and one.what in repr(table) for one in table.findings)
    assert repr(table).startswith("Everything the lessons need is in place."), repr(table)


def test_a_package_that_differs_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "_installed", lambda name: None if name == "click" else "0.1")
    found = doctor.packages()
    assert not found.ok and "tested" in found.what and "make lab" in found.remedy
    assert len(found.what) < 250


def test_a_package_for_another_system_is_not_missed():
    assert doctor.pins("appnope==1 ; sys_platform == 'plan9'") == ()


def test_a_work_folder_that_cannot_be_written_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path / "there"))
    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)
    found = doctor.work_folder()
    assert not found.ok and str(tmp_path) in found.what and "folder of your own" in found.remedy


def refuse(**_):
    """Fail as a folder without permission does."""
    raise PermissionError(13, "Permission denied")


def test_looking_leaves_nothing_behind(monkeypatch, tmp_path):
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path / "there"))
    assert doctor.work_folder().ok and not list(tmp_path.iterdir())


def test_a_full_disk_is_told(monkeypatch):
    monkeypatch.setattr(doctor, "NEEDED_BYTES", float("inf"))
    assert not doctor.disk().ok


def test_missing_lessons_are_told(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "notebooks_dir", lambda: tmp_path)
    assert not doctor.lessons().ok and "git checkout" in doctor.lessons().remedy


def test_a_missing_figure_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "figures_dir", lambda: tmp_path)
    monkeypatch.setattr(doctor, "_catalogue", lambda: SimpleNamespace(figures={"buttock-layers": None}))
    assert "figures are missing" in doctor.figures().what and doctor.figures().remedy == "type make figures"


def test_a_check_that_fails_itself_is_a_finding():
    def disk():
        raise RuntimeError("no such thing")

    assert "The check of the disk stopped" in doctor.examine([disk])[0].what


def test_the_table_is_readable_by_a_screen_reader():
    findings = (doctor.Finding(True, "Fine"), doctor.Finding(False, "Bad <b>", "mend it & go on"))
    seen = Tags()
    seen.feed(doctor.Report(findings)._repr_html_())
    assert seen.scopes == ["col"] * 3 + ["row"] * 2 and "caption" in seen.names and "b" not in seen.names
    assert "1 thing needs your attention" in repr(doctor.Report(findings))


class Tags(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self):
        super().__init__()
        self.names, self.scopes = [], []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.scopes += [value for name, value in attrs if name == "scope"]


@pytest.mark.parametrize("wrong", [1, 2])
def test_the_headline_counts(wrong):
    headline = doctor.report((doctor.Finding(False, "Bad", "mend"),) * wrong).splitlines()[0]
    assert headline == ("1 thing needs your attention." if wrong == 1 else "2 things need your attention.")
