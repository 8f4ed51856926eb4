"""The pages made from lessons: what a page holds, how pages hang together, what is said when one fails."""

import json
import re

import nbformat
import pytest

from gluteal.publish import embed, render, site
from gluteal.publish.embed import PublishError


@pytest.fixture
def made(folder, tmp_path):
    """The pages of the two lessons: text by file name."""
    pages = site.build(tmp_path / "out", folder)
    return {page.name: page.read_text(encoding="utf-8") for page in pages}


def state_of(text):
    return json.loads(
        re.search(rf'<script type="{re.escape(embed.STATE_TYPE)}">(.*?)</script>', text, re.DOTALL)[1]
    )


def test_the_first_lesson_is_the_index(made):
    assert list(made) == ["index.html", "02_more.html", "figures.html"]


def test_links_between_lessons_lead_to_pages(made):
    assert '<a href="02_more.html">Next</a>' in made["index.html"]
    assert '<a href="index.html#ref-ward2009">Back</a>' in made["02_more.html"]
    assert ".ipynb" not in "".join(re.findall(r'href="([^"]*)"', "".join(made.values())))


def test_every_page_has_language_title_viewport_and_one_main(made):
    for text in made.values():
        assert '<html lang="en"' in text
        assert text.count("<main") == text.count("<h1") == 1
        assert 'content="width=device-width, initial-scale=1"' in text
    assert "<title>02 · More &amp; more – Gluteal</title>" in made["02_more.html"]


def test_headings_have_the_ids_that_jupyterlab_gives_them(made):
    assert '<h2 id="More-to-read">More to read</h2>' in made["02_more.html"]
    assert 'href="#More-to-read"' in made["02_more.html"]


def test_previous_and_next(made):
    assert 'rel="next" href="02_more.html"' in made["index.html"]
    assert 'rel="prev"' not in made["index.html"]
    assert 'rel="prev" href="index.html"' in made["02_more.html"]


def test_a_widget_stands_as_a_sentence_until_it_is_alive(made):
    assert made["index.html"].count('class="live-sentence">Counter: a button that counts from 4<') == 2


def test_code_is_folded_away(made):
    assert re.search(r'<details class="code"><summary>Show the code</summary>.*1.*\+', made["02_more.html"])


def test_a_text_that_widgets_share_is_in_the_page_once(made, folder):
    state = state_of(made["index.html"])
    programs = [model["state"].get("_esm") for model in state["state"].values()]
    shared = [one for one in programs if isinstance(one, dict)]
    assert len(shared) == 2
    assert "createElement" in state["texts"][shared[0]["gluteal-text"]]
    assert made["index.html"].count("createElement") == 2  # once in the state, once in the folded code


def test_nothing_is_loaded_from_outside(made):
    for text in made.values():
        assert not re.findall(r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:https?:)?//', text)


def test_building_twice_gives_the_same_bytes(made, folder, tmp_path):
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    site.build(tmp_path / "out", folder)
    assert before == {
        path.name: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()
    }


def test_text_cannot_end_the_script_that_carries_it():
    text = embed.state_script({"state": {"a": "</script><b>", "c": "<!-- <script>"}})
    assert text.count("</script>") == 1
    assert "<!--" not in text


def test_a_cell_for_jupyterlab_only_is_left_out(folder, tmp_path):
    file = folder / "02_more.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[2].metadata["tags"] = ["lab-only"]
    nbformat.write(notebook, file)
    page = site.build(tmp_path / "out", folder)[1]
    assert "More to read</h2>" not in page.read_text(encoding="utf-8")


def test_a_lesson_that_was_not_run_is_refused(write, tmp_path):
    write("01_new.ipynb", "# 01 New", ">1")
    with pytest.raises(PublishError, match=r"01_new\.ipynb was not run.*python run\.py lessons"):
        site.build(tmp_path / "out", tmp_path)
    assert not (tmp_path / "out").exists()


def test_a_lesson_saved_without_its_widgets_is_refused(folder, tmp_path):
    file = folder / "01_sample.ipynb"
    notebook = nbformat.read(file, as_version=4)
    del notebook.metadata["widgets"]
    nbformat.write(notebook, file)
    with pytest.raises(PublishError, match=r"without its widget state. Run: python run\.py lessons"):
        site.build(tmp_path / "out", folder)


def test_a_lesson_that_shows_an_error_is_refused(folder, tmp_path):
    file = folder / "02_more.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells[1].outputs = [nbformat.v4.new_output("error", ename="KeyError", evalue="", traceback=[])]
    nbformat.write(notebook, file)
    with pytest.raises(PublishError, match=r"02_more\.ipynb, cell 2 shows an error \(KeyError\)"):
        site.build(tmp_path / "out", folder)


def test_a_folder_without_lessons_is_told(tmp_path):
    with pytest.raises(PublishError, match="There is no lesson"):
        site.build(tmp_path / "out", tmp_path)


def test_a_folder_of_somebody_else_is_not_cleared(folder, tmp_path):
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "chapter.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(PublishError, match="not a site made by these lessons"):
        site.build(mine, folder)
    assert (mine / "chapter.txt").read_text(encoding="utf-8") == "years of work"


def test_a_picture_that_brings_its_own_html_needs_no_widget_and_shows_the_figure_beside_the_page():
    view = {"model_id": "0" * 31 + "1", "version_major": 2, "version_minor": 0}
    data = {
        embed.VIEW_TYPE: view,
        "text/html": '<figure><img src="../figures/muscle-piriformis.svg" alt="Piriformis"></figure>',
        "text/plain": "Figure: Piriformis",
    }
    output = nbformat.v4.new_output("execute_result", data, execution_count=1)
    cell = nbformat.v4.new_code_cell("lesson.figure('muscle-piriformis')", outputs=[output])
    body = render.body_html(nbformat.v4.new_notebook(cells=[cell]), "01_x.ipynb")
    assert "live" not in body
    shown = render.to_figures(body, "figures")
    assert '<img src="figures/muscle-piriformis.svg" loading="lazy" alt="Piriformis">' in shown


def test_a_page_carries_only_the_widgets_that_stand_in_it(folder):
    page = site.read_pages(folder)[0]
    shown = re.findall(r'"model_id": "([0-9a-f]+)"', render.body_html(page.notebook, "01_sample.ipynb"))
    assert shown
    whole, first = (site.state_of(page, f'"model_id": "{key}"') for key in ("", shown[0]))
    assert whole["state"] == {}
    assert shown[0] in first["state"]
    assert len(first["state"]) < len(site.models_of(page.notebook))
