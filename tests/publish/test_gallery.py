"""The gallery of figures: what the page holds, in which order, and what is said when a figure is missing."""

import re
import shutil
from html import unescape

import pytest

from gluteal import paths
from gluteal.catalogue import load
from gluteal.publish import gallery, site
from gluteal.publish.embed import PublishError

MOST_BYTES_A_FIGURE = 3_500


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """The site of the real lessons."""
    target = tmp_path_factory.mktemp("site")
    site.build(target)
    return target


@pytest.fixture(scope="module")
def text(out):
    return (out / gallery.PAGE).read_text(encoding="utf-8")


def test_every_figure_with_words_is_shown_once(text):
    shown = re.findall(r'class="exhibit" id="figure-([a-z0-9-]+)"', text)
    assert sorted(shown) == sorted(load().figures)


def test_every_figure_belongs_to_one_family():
    sorted_in = [name for family in load().figure_families.values() for name in family.figures]
    assert sorted(sorted_in) == sorted(load().figures), "put each figure into data/figure_families.csv"


def test_a_figure_of_no_family_comes_last_and_is_not_lost(monkeypatch):
    known = load()
    fewer = {key: one for key, one in known.figure_families.items() if key != "muscles"}
    monkeypatch.setattr(gallery, "load", lambda: Lacking(known, fewer))
    last = gallery.families()[-1]
    assert last.title == "Further figures"
    assert "muscle-piriformis" in [one.words.name for one in last.exhibits]


class Lacking:
    """A catalogue with fewer families."""

    def __init__(self, known, families):
        self.figures, self.structures, self.sources = known.figures, known.structures, known.sources
        self.figure_families = families


def test_each_figure_has_its_words_sources_credit_and_both_files(text, out):
    plain = unescape(text)
    for figure in load().figures.values():
        part = plain[plain.index(f'id="figure-{figure.name}"') :]
        part = part[: part.index("</li>")]
        assert figure.title in part
        assert figure.alt in part
        assert figure.text.split(". ")[0] in part
        assert (figure.credit or gallery.LICENCE) in part
        assert all(f'href="#ref-{key}"' in part for key in figure.sources)
        for kind in gallery.KINDS:
            assert f'href="figures/{figure.name}.{kind}" download' in part
            assert (out / f"figures/{figure.name}.{kind}").stat().st_size > 1000


def test_every_source_that_a_figure_names_is_in_the_references_of_the_page(text):
    cited = set(re.findall(r'href="#ref-([a-z0-9_]+)"', text))
    listed = re.findall(r'<li id="ref-([a-z0-9_]+)"', text)
    assert cited == set(listed)
    assert len(listed) == len(set(listed))


def test_pictures_wait_until_they_are_near_and_keep_their_room(text):
    images = re.findall(r'<img src="figures/[^>]+>', text)
    assert len(images) == len(load().figures)
    assert all('loading="lazy"' in one and re.search(r'width="\d+" height="\d+"', one) for one in images)


def test_the_page_is_small_and_carries_no_picture_inside(text):
    assert len(text.encode()) <= MOST_BYTES_A_FIGURE * len(load().figures)
    assert "data:image" not in text


def test_every_page_leads_to_the_gallery_and_the_gallery_to_every_lesson(out, text):
    lessons = [path for path in out.glob("*.html") if path.name != gallery.PAGE]
    assert lessons
    for path in lessons:
        assert f'href="{gallery.PAGE}"' in path.read_text(encoding="utf-8")
        assert f'href="{path.name}"' in text


def test_a_figure_says_which_lesson_shows_it(text):
    part = text[text.index('id="figure-buttock-posterior-deep"') :].split("</li>")[0]
    assert '<a href="01_the_buttock_and_its_muscles.html">' in part


def test_everyday_names_serve_the_filter(text):
    part = text[text.index('id="figure-muscle-tensor-fasciae-latae"') :].split("<a")[0]
    assert "TFL" in part


@pytest.mark.parametrize("kind", gallery.KINDS)
def test_a_missing_file_is_named_with_what_to_do(tmp_path, kind):
    folder = tmp_path / "figures"
    shutil.copytree(paths.figures_dir(), folder)
    (folder / f"muscle-piriformis.{kind}").unlink()
    with pytest.raises(PublishError, match=rf"figures/muscle-piriformis\.{kind} is missing.*run\.py figures"):
        gallery.families(folder=folder)


def test_a_broken_png_is_named(tmp_path):
    file = tmp_path / "broken.png"
    file.write_bytes(b"no picture")
    with pytest.raises(PublishError, match=r"figures/broken\.png is no PNG"):
        gallery.size_px(file)
