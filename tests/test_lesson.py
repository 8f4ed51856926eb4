"""The lesson engine: one line a cell, a sentence for every mistake, stable text for every output."""

import dataclasses
import json
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

from gluteal import catalogue, lesson, paths
from gluteal.lesson import lesson_map, pictures, prose, session
from gluteal.lesson.blocks import Block
from gluteal.progress import Attempt, Progress
from gluteal.widgets.figure_art import figure_art
from gluteal.widgets.packing import unpack
from gluteal.widgets.question import Question
from gluteal.widgets.reveal import Reveal

SVG = (
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="360pt" height="90pt">'
    '<text>A &amp; "B" 100%</text></svg>'
)
FIGURE = SimpleNamespace(
    name="sample-figure",
    title="A sample",
    alt='Muscle on "bone" & tendon',
    text="First **this**, then that.",
    sources=("ward2009",),
    credit="Drawn for the test",
)


@pytest.fixture(autouse=True)
def own_session(monkeypatch, tmp_path):
    """A learner's folder of its own, and mistakes told as learners see them."""
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path / "work"))
    monkeypatch.delenv("GLUTEAL_STRICT", raising=False)
    session.session.__init__()
    yield
    session.session.__init__()


@pytest.fixture
def sample_figure(monkeypatch, tmp_path):
    """One figure with its text twin, whatever the pack holds."""
    (tmp_path / "sample-figure.svg").write_text(SVG, encoding="utf-8")
    known = catalogue.load()
    table = catalogue.Table("figure", {"sample-figure": FIGURE})
    fake = SimpleNamespace(figures=table, sources=known.sources, items=known.items)
    monkeypatch.setattr(pictures, "catalogue", SimpleNamespace(load=lambda: fake))
    monkeypatch.setattr(pictures, "paths", SimpleNamespace(figures_dir=lambda: tmp_path))
    return tmp_path / "sample-figure.svg"


def html(block):
    return block._repr_mimebundle_()[0]["text/html"]


def item_of(role, kind="choice"):
    return next(
        item.id for item in catalogue.load().items.values() if item.role == role and item.kind == kind
    )


def test_begin_says_one_stable_sentence():
    assert (
        repr(lesson.begin("01")) == "Lesson 01 is ready. Your answers are kept on this computer, in my_work."
    )
    assert repr(lesson.begin(1)) == repr(lesson.begin(" 01 "))


def test_begin_tells_of_a_damaged_record():
    work = paths.work_dir()
    work.mkdir()
    (work / "progress.json").write_text("{")
    assert "progress.damaged-1.json" in repr(lesson.begin("01"))
    assert (work / "progress.damaged-1.json").read_text() == "{"


MISTAKES = [
    (lambda: lesson.begin("1O"), "Unknown lesson '1O'"),
    (lambda: lesson.begin(None), "Unknown lesson None"),
    (lambda: lesson.begin(), 'Try lesson.begin("01")'),
    (lambda: lesson.check("01-layer-ordre"), "did you mean '01-layer-order'"),
    (lambda: lesson.check(7), "Unknown item '07'"),
    (lambda: lesson.check(["a"]), "Unknown item"),
    (lambda: lesson.check("01-layer-order", "x"), "Try lesson.check"),
    (lambda: lesson.check(item_of("predict")), 'lesson.predict("'),
    (lambda: lesson.predict(item_of("check")), 'lesson.check("'),
    (lambda: lesson.figure("nothing-like-it"), "Unknown figure 'nothing-like-it'"),
    (lambda: lesson.reveal("Why?"), "Try lesson.reveal"),
    (lambda: lesson.reveal("Why?", "x", after="01-nope"), "Unknown item '01-nope'"),
    (lambda: lesson.sure("certain", "x"), "valid are 'strong'"),
    (lambda: lesson.sure("limited", "x", "ward209"), "did you mean 'ward2009'"),
    (lambda: lesson.cite(), "name at least one source"),
    (lambda: lesson.cite(3.5), "Unknown source 3.5"),
    (lambda: lesson.glossary("triger-point"), "did you mean 'trigger-point'"),
    (lambda: lesson.references(), "say first which lesson"),
    (lambda: lesson.import_progress("nothing.json"), "there is no file nothing.json"),
    (lambda: lesson.chek("x"), "did you mean 'check'"),
    (lambda: lesson.prediction, "did you mean 'predict'"),
]


@pytest.mark.parametrize(("mistake", "words"), MISTAKES, ids=[words for _, words in MISTAKES])
def test_every_mistake_is_answered_with_a_sentence(mistake, words):
    told = mistake()
    assert words.casefold() in repr(told).casefold()
    assert 'role="note"' in html(told)


@pytest.mark.parametrize(("mistake", "words"), MISTAKES[:-1], ids=[words for _, words in MISTAKES[:-1]])
def test_in_strict_mode_every_mistake_raises(mistake, words, monkeypatch):
    monkeypatch.setenv("GLUTEAL_STRICT", "1")
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        mistake()


def test_a_missing_part_of_the_installation_is_told_with_its_remedy(sample_figure):
    sample_figure.unlink()
    assert repr(lesson.figure("sample-figure")) == (
        "A part of the lessons is missing or cannot be read (figures/sample-figure.svg). "
        "Type python run.py doctor in the folder of the lessons: it says how to mend this."
    )


def test_unreadable_facts_are_told(monkeypatch):
    fault = catalogue.CatalogueError(catalogue.Problem("data/sources.csv", 3, "bad", "mend it"))
    monkeypatch.setattr(prose, "catalogue", SimpleNamespace(load=lambda: (_ for _ in ()).throw(fault)))
    assert "data/sources.csv:3: bad" in repr(lesson.cite("ward2009"))


def test_a_figure_has_its_text_twin_in_page_metadata_and_text(sample_figure):
    shown = lesson.figure("sample-figure")
    data, metadata = shown._repr_mimebundle_()
    assert metadata["alt"] == metadata["text/html"]["alt"] == FIGURE.alt
    assert FIGURE.alt in data["text/plain"]
    assert 'alt="Muscle on &quot;bone&quot; &amp; tendon"' in data["text/html"]
    for words in ("Read this figure as text", "<strong>this</strong>", "#ref-ward2009", "Drawn for the test"):
        assert words in data["text/html"]


def test_a_figure_is_the_committed_file_at_its_natural_width(sample_figure):
    shown = lesson.figure("sample-figure")
    assert 'src="../figures/sample-figure.svg"' in html(shown)
    assert 'width="480"' in html(shown)
    art = figure_art(pictures.read_figure("sample-figure").svg)
    assert shown.art == f"IPY_MODEL_{art.model_id}"
    assert unpack(art.packed).replace("'", '"') == SVG.split("\n")[1]


def test_a_figure_that_is_shown_twice_is_sent_once(sample_figure):
    first, again = lesson.figure("sample-figure"), lesson.figure("sample-figure", after=item_of("predict"))
    assert first.art == again.art


def test_a_figure_after_a_question_waits_for_it(sample_figure):
    item = item_of("predict")
    hidden = lesson.figure("sample-figure", after=item)
    assert isinstance(hidden, Reveal) and hidden.item == item and not hidden.shown
    assert FIGURE.alt in repr(hidden)
    session.session.store.merge(Progress((Attempt(item, "x", False, 0.0, "2026-01-01T00:00:00.000Z"),)))
    assert lesson.figure("sample-figure", after=item).shown


def test_a_question_is_a_widget_whose_text_is_the_question():
    asked = lesson.check(item_of("check"))
    assert isinstance(asked, Question)
    assert asked.item["stem"] in repr(asked) and "0x" not in repr(asked)


def test_a_click_question_lists_the_structures_in_view():
    asked = lesson.check(item_of("check", "click"))
    item = catalogue.load().items[asked.item["id"]]
    listed = dict(asked.item["choices"])
    assert {option.id for option in item.options} <= set(listed)
    assert asked.plate.startswith("IPY_MODEL_")
    assert all(re.search("[a-z]", name) for name in listed.values())


def test_a_fold_sets_markdown():
    assert "<em>this</em>" in html(lesson.reveal("Why *now*?", "Because of *this* [W](#ref-ward2009)."))
    assert "<details>" in html(lesson.reveal("Why?", "x"))


def test_how_sure_shows_sign_word_meaning_and_sources():
    shown = lesson.sure("limited", "Seen in a *few* bodies.", "ward2009")
    grade = catalogue.load().grades["limited"]
    for words in (grade.symbol, grade.meaning, "<em>few</em>", 'href="#ref-ward2009"'):
        assert words in html(shown)
    assert repr(shown).startswith(f"How sure are we? {grade.symbol}")


def test_every_grade_is_explained():
    assert all(grade.meaning in repr(lesson.grades()) for grade in catalogue.load().grades.values())


def test_glossary_shows_the_words_asked_for_or_all():
    assert "Taut band" in repr(lesson.glossary("taut-band"))
    assert len(repr(lesson.glossary()).splitlines()) == len(catalogue.load().glossary) + 1


def test_the_map_links_what_exists_and_counts_what_was_answered():
    known = catalogue.load()
    one = next(item.id for item in known.items.values() if item.lesson == "01")
    record = Progress((Attempt(one, "x", True, 1.0, "2026-01-01T00:00:00.000Z"),))
    stations = lesson_map.stations(known, record)
    assert [station.lesson.id for station in stations] == [f"{n:02d}" for n in range(10)]
    open_one = dataclasses.replace(stations[1], is_open=True)
    page = lesson_map.html([open_one, dataclasses.replace(stations[2], is_open=False)])
    assert f'href="{stations[1].lesson.file}"' in page and stations[2].lesson.file not in page
    assert f"1 of {len(open_one.items)} answered" in page and "planned" in page


def test_the_map_in_words_holds_every_lesson():
    text = repr(lesson.map())
    assert all(entry.title in text and entry.question in text for entry in catalogue.load().lessons.values())


def test_a_lesson_without_its_notebook_is_not_linked(monkeypatch, tmp_path):
    monkeypatch.setattr(lesson_map.paths, "notebooks_dir", lambda: tmp_path)
    assert "href=" not in lesson_map.html(lesson_map.stations(catalogue.load(), Progress()))


def test_progress_goes_out_and_comes_back(tmp_path, monkeypatch):
    lesson.begin("01")
    session.session.store.merge(Progress((Attempt("01-a", "x", True, 1.0, "2026-01-01T00:00:00.000Z"),)))
    file = tmp_path / "mine.json"
    assert "1 answer was written to mine.json" in repr(lesson.export_progress(file))
    assert "nothing was overwritten" in repr(lesson.export_progress(file))
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path / "another computer"))
    lesson.begin("01")
    assert "1 answer was read; 0 of them were here already" in repr(lesson.import_progress(file))
    assert "1 answer was read; 1 of them were here already" in repr(lesson.import_progress(str(file)))
    assert (
        json.loads((tmp_path / "another computer" / "progress.json").read_text())["answers"][0]["item"]
        == "01-a"
    )


def test_a_foreign_file_is_not_taken_in(tmp_path):
    (tmp_path / "letter.json").write_text('{"dear": "learner"}')
    assert "not a progress file of these lessons" in repr(lesson.import_progress(tmp_path / "letter.json"))


def test_the_doctor_has_a_table():
    assert "<table" in lesson.doctor()._repr_html_()


def test_blocks_carry_their_style_and_no_address():
    block = Block("<p>x</p>", "x", "note")
    assert "<style>" in block.page() and "http" not in block.page()


@pytest.mark.parametrize("name", list(lesson.__all__))
def test_every_public_name_explains_itself(name):
    assert len(getattr(lesson, name).__doc__.splitlines()[0]) > 20


def test_a_lesson_imports_nothing_heavy():
    heavy = "import sys; from gluteal import lesson; lesson.begin('01'); lesson.map(); lesson.progress(); "
    command = (
        heavy
        + "print([m for m in ('matplotlib', 'nbformat', 'nbconvert', 'jupyterlab') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
