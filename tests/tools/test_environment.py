"""The environment: made once, left alone when nothing changed, repaired when half made."""

import json

import pytest

from tools import commands, environment, speech


def finish(house, purpose="learn", **noted):
    """Leave things as a finished set-up does."""
    house.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    house.PYTHON.touch()
    (house.HOME / "pyvenv.cfg").touch()
    note = {"root": str(house.ROOT), purpose: house.fingerprint(purpose), **noted}
    house.STAMP.write_text(json.dumps(note), "utf-8")


@pytest.fixture
def built(house, monkeypatch):
    """Record what a set-up does instead of doing it."""
    done = []

    def create():
        done.append("create")
        finish(house)

    monkeypatch.setattr(environment, "create", create)
    monkeypatch.setattr(environment, "install", lambda *_: done.append("install"))
    return done


def test_the_second_time_nothing_is_done(house, built):
    house.prepare()
    house.prepare()
    assert built == ["create", "install"]


def test_what_serves_the_tests_serves_the_lessons(house, built):
    finish(house, "test")
    house.prepare("learn")
    assert built == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_into_what_is_there(house, built, monkeypatch, name):
    finish(house)
    (house.ROOT / name).write_text("changed==2", "utf-8")
    monkeypatch.setattr(environment, "works", lambda: True)
    house.prepare()
    assert built == ["install"]


def test_an_interrupted_set_up_is_made_anew(house, built):
    finish(house)
    house.UNFINISHED.touch()
    house.prepare()
    assert built == ["create", "install"] and not house.UNFINISHED.exists()


def test_a_moved_folder_gets_a_new_environment(house, built):
    finish(house, root="somewhere else", learn="old")
    house.prepare()
    assert built == ["create", "install"]


def test_a_set_up_that_stops_stays_marked(house, built, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        house.prepare()
    assert house.UNFINISHED.exists() and not house.is_ready("learn")


@pytest.mark.parametrize("note", ["", "not json", "[]", '{"learn": 3}'])
def test_a_damaged_note_means_set_up_again(house, note):
    finish(house)
    house.STAMP.write_text(note, "utf-8")
    assert not house.is_ready("learn")


def test_a_folder_that_is_no_environment_is_never_deleted(house):
    house.HOME.mkdir()
    (house.HOME / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(speech.Stop, match="Move it away"):
        house.remove()
    assert (house.HOME / "thesis.txt").exists()


def test_cleaning_leaves_the_answers(house, tmp_path, capsys):
    finish(house)
    (tmp_path / "my_work").mkdir()
    assert commands.clean_env([]) == 0
    assert not house.HOME.exists() and (tmp_path / "my_work").exists()


def test_what_an_instructor_has_is_enough_for_a_learner_and_not_for_the_tests(house, monkeypatch):
    room = house.ROOT / "requirements-class.lock"
    room.write_text("papermill==2.7.0\n", "utf-8")
    locks = {"learn": house.LOCKS["learn"], "class": room, "test": house.LOCKS["test"]}
    monkeypatch.setattr(house, "LOCKS", locks)
    finish(house, "class")
    assert house.is_ready("learn") and house.is_ready("class") and not house.is_ready("test")
    finish(house, "learn")
    assert house.is_ready("learn") and not house.is_ready("class")
