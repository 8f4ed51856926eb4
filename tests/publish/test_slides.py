"""Slides: all that a lesson teaches is on them, in order, in one file that asks for nothing."""

import re
from html import unescape

import nbformat
import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.publish import deck, site, slides
from gluteal.publish.embed import PublishError
from gluteal.publish.render import LAB_ONLY

LESSONS = sorted(path.stem for path in paths.notebooks_dir().glob("[0-9][0-9]_*.ipynb"))


@pytest.fixture(scope="module")
def pages():
    return {page.stem: page for page in site.read_pages(paths.notebooks_dir())}


@pytest.fixture(scope="module")
def decks(pages):
    """The text of a deck, made when it is first asked for."""
    made = {}

    def of(stem):
        if stem not in made:
            made[stem] = slides.deck_html(pages[stem], list(pages.values()))
        return made[stem]

    return of


def words(html: str) -> str:
    """The letters and figures that are read, without blanks and marks."""
    text = unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL))
    return re.sub(r"[\W_]+", "", text)


def plain(markdown: str) -> str:
    """The words of Markdown without addresses, numbers of lists and the learner's own record."""
    text = re.sub(r"\]\([^)]*\)|^\s*\d+\.\s", " ", markdown)
    return re.sub(r"[\W_]+", "", re.sub(r"Your answers are kept.*", "", text))


def shown(deck_text: str) -> str:
    """The part of a deck that is seen: its slides."""
    return deck_text[deck_text.index('<div class="slides">') : deck_text.index('<p class="running"')]


@pytest.mark.parametrize("stem", LESSONS)
def test_every_cell_that_teaches_is_on_a_slide(decks, pages, stem):
    seen, text = shown(decks(stem)), words(shown(decks(stem)))
    for cell in pages[stem].notebook.cells:
        if LAB_ONLY in cell.metadata.get("tags", []):
            continue
        if cell.cell_type == "markdown":
            assert not [line for line in cell.source.splitlines() if plain(line) not in text]
        name, arguments, _ = deck.called(cell.source) if cell.cell_type == "code" else ("", (), {})
        if name == "figure":
            assert f'data-figure="{arguments[0]}"' in seen
        if name == "sure":
            assert plain(arguments[1]) in text
        if name == "glossary":
            assert all(plain(load().glossary[term].definition) in text for term in arguments)


def notes_of(deck_text: str) -> str:
    """All that the speaker reads."""
    return " ".join(re.findall(r'<aside class="notes">(.*?)</aside>', deck_text, re.DOTALL))


@pytest.mark.parametrize("stem", LESSONS)
def test_every_widget_and_question_of_the_lesson_is_alive_in_the_deck(decks, pages, stem):
    state = re.search(r'<script type="[^"]*widget-state\+json">(.*?)</script>', decks(stem), re.DOTALL)[1]
    for cell in pages[stem].notebook.cells:
        name = deck.called(cell.source)[0] if cell.cell_type == "code" else ""
        for output in cell.get("outputs", []):
            view = output.get("data", {}).get("application/vnd.jupyter.widget-view+json")
            if view and name not in (*deck.LEFT_OUT, "figure", "reveal"):
                assert f'"model_id": "{view["model_id"]}"' in shown(decks(stem)), cell.source
                assert f'"{view["model_id"]}"' in state


@pytest.mark.parametrize("stem", LESSONS)
def test_each_question_comes_before_its_answer_and_a_prediction_before_what_it_is_about(pages, stem):
    order = [one for part in deck.sections_of(pages[stem].notebook, stem) for one in part.slides]
    asked = [one for one in order if one.kind == "ask"]
    assert asked
    for ask in asked:
        places = {one.kind: order.index(one) for one in order if one.item == ask.item and one is not ask}
        assert order.index(ask) < min(places.values())
        assert places["answer"] == max(places.values())


@pytest.mark.parametrize("stem", LESSONS)
def test_references_come_last_and_code_nowhere(decks, pages, stem):
    sections = deck.sections_of(pages[stem].notebook, stem)
    assert sections[-1].title == "References"
    assert "references" in {one.kind for one in sections[-1].slides}
    text = shown(decks(stem))
    assert 'class="code"' not in text
    assert "from gluteal import lesson" not in text
    assert "lesson.begin" not in text


@pytest.mark.parametrize("stem", LESSONS)
def test_a_deck_loads_nothing_from_elsewhere(decks, stem):
    without_data = re.sub(r"<script.*?</script>|<!--.*?-->", "", decks(stem), flags=re.DOTALL)
    loading = r'<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="(?!data:)[^"]'
    assert not re.findall(loading, without_data)
    assert not re.findall(r"(?:url\(|@import)\s*[\"']?https?:", without_data)
    assert not re.findall(r"<script[^>]*\bsrc=", decks(stem))


def test_pictures_keep_their_words(decks, pages):
    for stem in LESSONS:
        figures = re.findall(r'<figure data-figure="([^"]+)"><img alt="([^"]+)"', shown(decks(stem)))
        for name, alt in figures:
            assert unescape(alt) == load().figures[name].alt


def test_the_speaker_reads_minutes_misconception_question_and_board(decks):
    text = decks("01_the_buttock_and_its_muscles")
    notes = [one for one in load().teaching_notes.values() if one.lesson_id == "01"]
    begins = 0
    for note in notes:
        assert f"Minute {begins} to {begins + note.minutes} of 40." in text
        assert f'data-minutes="{note.minutes}"' in text
        begins += note.minutes
        told = words(notes_of(text))
        for said in (note.misconception, note.says_instead, note.question_for_the_room, note.board):
            assert re.sub(r"[\W_]+", "", said) in told


def test_the_speaker_knows_what_is_right_and_reads_the_figures(decks):
    notes = notes_of(decks("01_the_buttock_and_its_muscles"))
    assert "Right: Gluteus medius" in notes
    assert "Right: <b>87.5</b> of 100 limbs (85 to 90 counts as right)" in notes
    assert words(load().figures["surface-landmarks-posterior"].text)[:60] in words(notes)


def test_only_the_lessons_that_are_named_are_written(tmp_path):
    written = slides.build(tmp_path / "out", ["0", "01_the_buttock_and_its_muscles.ipynb"])
    assert [file.name[:2] for file in written] == ["00", "01"]
    assert (tmp_path / "out" / "index.html").read_text("utf-8").count("<li><a ") == 2


def test_an_unknown_lesson_is_named_with_those_that_exist(tmp_path):
    with pytest.raises(PublishError, match=r"There is no lesson '77'\. The lessons are: 00, 01"):
        slides.build(tmp_path / "out", ["77"])
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(PublishError, match="not slides made by these lessons"):
        slides.build(tmp_path, ["00"])
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_lesson_that_was_not_run_is_refused(tmp_path):
    cell = nbformat.v4.new_code_cell("1 + 1")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "01_x.ipynb")
    with pytest.raises(PublishError, match="was not run"):
        slides.build(tmp_path / "out", folder=tmp_path)
