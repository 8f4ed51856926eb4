"""Running the lessons: what is stored, that it is stable, and what is said when something fails."""

import json

import nbformat
import pytest

from gluteal.publish import lessons
from gluteal.publish.embed import PublishError
from gluteal.publish.stable import models_of, shown_models, stable_text


def models(file):
    return models_of(nbformat.read(file, as_version=4))


def test_every_shown_widget_has_its_state_stored(run):
    notebook = nbformat.read(run, as_version=4)
    shown = shown_models(notebook)
    assert [models(run)[key]["state"]["count"] for key in shown] == [4, 7]


def test_running_twice_gives_the_same_bytes(run):
    first = run.read_bytes()
    (result,) = lessons.execute(folder=run.parent)
    assert run.read_bytes() == first
    assert not result.changed
    assert first.endswith(b"}\n")


def test_widget_ids_are_numbered_in_order_of_appearance(run):
    notebook = nbformat.read(run, as_version=4)
    assert [int(key, 16) for key in shown_models(notebook)] == sorted(
        int(key, 16) for key in shown_models(notebook)
    )
    assert all(int(key, 16) <= len(models(run)) for key in models(run))


def test_a_widget_that_another_refers_to_is_kept_and_one_that_nobody_shows_is_dropped(run):
    state = models(run)
    first = state[shown_models(nbformat.read(run, as_version=4))[0]]["state"]
    art = state[first["art"].removeprefix("IPY_MODEL_")]["state"]
    assert art["svg"] == "<svg/>"
    assert 1000 not in [model["state"].get("count") for model in state.values()]


def test_nothing_of_the_machine_or_the_moment_is_stored(run):
    notebook = nbformat.read(run, as_version=4)
    assert notebook.metadata.language_info == {"name": "python"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert all(not cell.metadata.get("execution") for cell in notebook.cells)
    assert str(run.parent) not in run.read_text(encoding="utf-8")


def test_output_written_in_pieces_is_one_output(run):
    last = nbformat.read(run, as_version=4).cells[-1]
    assert [output.text for output in last.outputs] == ["a line\nanother\n"]


def test_a_failing_cell_is_named_and_the_file_stays(write):
    file = write("02_fails.ipynb", "# 02 Fails", ">one = 1", ">{}['gluteus']")
    before = file.read_bytes()
    with pytest.raises(
        PublishError, match=r"02_fails\.ipynb, cell 3 \(\{\}\['gluteus'\]\) fails: KeyError: 'gluteus'"
    ):
        lessons.execute(folder=file.parent)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_one_failing_lesson_leaves_every_lesson_unchanged(sample, write):
    write("02_fails.ipynb", "# 02 Fails", ">1 / 0")
    before = sample.read_bytes()
    with pytest.raises(PublishError, match="ZeroDivisionError"):
        lessons.execute(folder=sample.parent)
    assert sample.read_bytes() == before


def test_a_warning_that_learners_would_see_is_refused(write):
    file = write("03_warns.ipynb", "# 03 Warns", ">import sys\nprint('mind the step', file=sys.stderr)")
    with pytest.raises(PublishError, match=r"03_warns\.ipynb, cell 2 writes a warning.*mind the step"):
        lessons.execute(folder=file.parent)


def test_a_path_of_this_machine_is_refused(write):
    file = write("03_path.ipynb", "# 03 Path", ">import os\nprint(os.environ['GLUTEAL_WORK'])")
    with pytest.raises(PublishError, match="path of this machine"):
        lessons.execute(folder=file.parent)


def test_a_lesson_over_its_budget_is_refused(write):
    file = write("03_big.ipynb", "# 03 Big", ">print('x' * 3_100_000)")
    with pytest.raises(PublishError, match=r"would be 3\.10 MB; a lesson has 3 MB"):
        lessons.execute(folder=file.parent)


def test_lessons_run_strictly_and_with_an_empty_folder_for_work(write):
    code = (
        ">import os, pathlib\nos.environ['GLUTEAL_STRICT'], pathlib.Path(os.environ['GLUTEAL_WORK']).exists()"
    )
    file = write("03_strict.ipynb", "# 03 Strict", code)
    lessons.execute(folder=file.parent)
    output = nbformat.read(file, as_version=4).cells[1].outputs[0]
    assert output.data["text/plain"] == "('1', False)"


def test_check_finds_a_stored_lesson_that_is_not_what_running_gives(run):
    lessons.execute(folder=run.parent, check=True)
    text = run.read_text(encoding="utf-8").replace("another\\n", "other\\n")
    run.write_text(text, encoding="utf-8")
    with pytest.raises(PublishError, match=r"01_sample\.ipynb: cell 6 differs in outputs"):
        lessons.execute(folder=run.parent, check=True)
    assert run.read_text(encoding="utf-8") == text


def test_a_lesson_is_found_by_number_stem_or_file_name(sample):
    for name in ("01", "1", "01_sample", "01_sample.ipynb"):
        assert lessons.find([name], sample.parent) == [sample]
    with pytest.raises(PublishError, match="There is no lesson"):
        lessons.find(["07"], sample.parent)


def test_a_file_that_is_no_notebook_is_named_with_a_remedy(tmp_path):
    (tmp_path / "04_broken.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(PublishError, match=r"04_broken\.ipynb is not a readable notebook.*git checkout"):
        lessons.execute(folder=tmp_path)


def test_stable_form_does_not_depend_on_the_random_ids(run):
    notebook = nbformat.read(run, as_version=4)
    text = nbformat.writes(notebook)
    for number, key in enumerate(models(run)):
        text = text.replace(key, f"{(number * 7919) % 1009:08x}{number:04x}" + "a" * 20)
    assert stable_text(nbformat.reads(text, as_version=4)) == run.read_text(encoding="utf-8")


def test_the_report_gives_each_size(run):
    results = lessons.execute(folder=run.parent, check=True)
    assert lessons.report(results).startswith("01_sample.ipynb   0.0")
    assert results[0].size_bytes == len(run.read_bytes())
    assert json.loads(run.read_text(encoding="utf-8"))["nbformat_minor"] == 5
