"""The list of references is made from what a lesson cites."""

import pytest

from gluteal import catalogue, lesson
from gluteal.lesson import reference_list, session


@pytest.fixture(autouse=True)
def own_session(monkeypatch, tmp_path):
    """A learner's folder of its own, and mistakes told as learners see them."""
    monkeypatch.setenv("GLUTEAL_WORK", str(tmp_path / "work"))
    monkeypatch.delenv("GLUTEAL_STRICT", raising=False)
    session.session.__init__()
    yield
    session.session.__init__()


def html(block):
    return block._repr_mimebundle_()[0]["text/html"]


def cell(kind, text):
    return {"cell_type": kind, "source": text}


def test_citations_are_collected_in_order_with_their_headings():
    item = next(item for item in catalogue.load().items.values() if item.sources)
    cells = [
        cell(
            "markdown", "## Layers\nSee [Ward](#ref-ward2009).\n\n## Nerves\nAnd [P](#ref-poutoglidou2020)."
        ),
        cell(
            "code",
            f'lesson.check("{item.id}")\nlesson.sure("limited", "as in [X](#ref-kane2014)", "ward2009")',
        ),
        cell("code", "this is no Python ("),
        cell("raw", "[x](#ref-nobody)"),
    ]
    found = reference_list.citations(cells)
    keys = [citation.key for citation in found]
    assert keys[:2] == ["ward2009", "poutoglidou2020"]
    assert set(item.sources) < set(keys) and keys[-1] == "kane2014"
    assert found[0].headings == ("Layers", "Nerves")


def test_references_say_what_was_read_and_where_it_is_cited(monkeypatch):
    cells = [cell("markdown", "## Who covers whom?\n[W](#ref-ward2009) [R](#ref-radiopaedia_glut)")]
    monkeypatch.setattr(reference_list, "lesson_cells", lambda _: cells)
    lesson.begin("01")
    shown = lesson.references()
    for words in ('id="ref-ward2009"', "doi.org", 'href="#Who-covers-whom?"', "secondary", "●●●●"):
        assert words in html(shown)
    assert repr(shown).splitlines()[1].startswith("1. Ward")


def test_an_unknown_key_in_the_prose_is_an_error_for_the_tests(monkeypatch):
    monkeypatch.setattr(reference_list, "lesson_cells", lambda _: [cell("markdown", "[x](#ref-nobody2000)")])
    lesson.begin("01")
    assert "unknown source 'nobody2000'" in repr(lesson.references()).casefold()


def test_the_kinds_and_depths_of_all_sources_have_words():
    for source in catalogue.load().sources.values():
        assert source.read in reference_list.HOW_READ, source.key
