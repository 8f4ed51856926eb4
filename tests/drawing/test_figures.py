"""Figures: complete, legible, in words too, and the same every time they are drawn."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from gluteal import catalogue, paths
from gluteal.drawing import canvas, muscle, style
from gluteal.drawing.leaders import segments_meet
from gluteal.drawing.registry import FIGURES, write_all

NAMES = sorted(FIGURES)
LARGEST_KB = 400
TOUCHING_PX = 1.0


@pytest.fixture(scope="module", params=NAMES)
def name(request):
    """Each figure in turn; pytest runs all tests of one before the next, so that it is drawn once."""
    return request.param


@lru_cache(maxsize=2)
def drawn(name):
    """A figure, drawn so that its texts know their places."""
    figure = FIGURES[name].draw()
    FigureCanvasAgg(figure).draw()
    return figure


def texts(figure):
    """Every text that is seen, with its box in pixels."""
    found = [one for one in figure.findobj(match=_is_text) if one.get_text().strip() and one.get_visible()]
    return [(one, one.get_window_extent()) for one in found if one.axes is None or _shown(one)]


def _is_text(artist):
    return hasattr(artist, "get_text") and hasattr(artist, "get_fontsize")


def _shown(text):
    """Tick labels and axis labels of a plate's Axes exist but are not drawn."""
    return text.axes.axison or text in text.axes.texts


def whole(lines):
    """Texts whose lines hang on the same anchor, joined; the first line stands for the looks."""
    found = {}
    for one in lines:
        key = (id(one.axes), tuple(getattr(one, "xy", (id(one),))), one.get_label(), one.get_ha())
        found.setdefault(key, []).append(one)
    return {" ".join(line.get_text() for line in group): group[0] for group in found.values()}


def words(figure):
    return list(whole(one for one, _ in texts(figure)))


def labelled(figure, word):
    return figure.findobj(lambda artist: artist.get_label() == word)


def leaders(figure):
    """Each leader as points in pixels, once."""
    found = [line.axes.transData.transform(line.get_xydata()) for line in labelled(figure, "leader")]
    return {tuple(map(tuple, line.round(2).tolist())) for line in found}


def overlap(one, two):
    across = min(one.x1, two.x1) - max(one.x0, two.x0)
    down = min(one.y1, two.y1) - max(one.y0, two.y0)
    return across > TOUCHING_PX and down > TOUCHING_PX


def test_all_text_is_large_enough_inside_the_picture_and_clear_of_other_text(name):
    figure = drawn(name)
    placed = texts(figure)
    small = [one.get_text() for one, _ in placed if one.get_fontsize() < style.SIZE_SMALL]
    outside = [
        one.get_text() for one, box in placed
        if box.x0 < -1 or box.y0 < -1 or box.x1 > figure.bbox.x1 + 1 or box.y1 > figure.bbox.y1 + 1
    ]  # fmt: skip
    clashes = [
        (a.get_text(), b.get_text()) for (a, one), (b, two) in combinations(placed, 2) if overlap(one, two)
    ]
    assert not small and not outside and not clashes


def test_leaders_cross_neither_one_another_nor_a_label(name):
    figure = drawn(name)
    lines = sorted(leaders(figure))
    pieces = [list(pairwise(line)) for line in lines]
    for one, two in combinations(pieces, 2):
        assert not any(segments_meet(a, b) for a in one for b in two)
    for label in labelled(figure, "label"):
        box = label.get_window_extent().padded(-1)
        assert not any(_passes(line, box) for line in lines), label.get_text()


def _passes(line, box):
    corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    edges = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    return any(segments_meet((a, b), edge) for a, b in pairwise(line) for edge in edges)


def test_side_direction_and_scale_are_given(name):
    said = words(drawn(name))
    assert "R" in said and "cranial" in said and "caudal" in said
    assert {"lateral", "anterior"} & set(said)
    assert any(re.fullmatch(r"\d+ mm", one) for one in said)
    assert catalogue.load().figures[name].title in said


def test_drawing_anew_gives_the_committed_file(name, tmp_path):
    canvas.write(drawn(name), tmp_path / f"{name}.svg", tmp_path / f"{name}.png")
    committed = paths.figures_dir() / f"{name}.svg"
    assert (tmp_path / f"{name}.svg").read_bytes() == committed.read_bytes(), "type make figures and look"
    assert (paths.figures_dir() / f"{name}.png").is_file()


def test_the_file_is_small_readable_and_its_text_is_text(name):
    file = paths.figures_dir() / f"{name}.svg"
    root = ET.fromstring(file.read_bytes())
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    written = "".join(root.itertext())
    assert file.stat().st_size <= LARGEST_KB * 1000
    assert [key for key, count in ids.items() if count > 1] == []
    assert "cranial" in written and "Arial" in file.read_text("utf-8")
    assert not re.search(r"<dc:date>|\d{4}-\d\d-\d\dT", file.read_text("utf-8"))


def test_every_figure_has_a_text_twin(name):
    twin = catalogue.load().figures[name]
    assert twin.title and 20 <= len(twin.alt) <= 150
    assert 60 <= len(twin.text.split()) <= 200
    assert "BodyParts3D" in twin.credit and "Z-Anatomy" in twin.credit
    assert twin.sources and all(key in catalogue.load().sources for key in twin.sources)


def test_every_text_twin_has_a_figure_and_no_file_is_left_over():
    files = {file.stem for file in paths.figures_dir().iterdir() if file.suffix in (".svg", ".png")}
    assert set(catalogue.load().figures) == set(NAMES) == files


@pytest.mark.parametrize("name", [f"muscle-{one}" for one in muscle.MUSCLES])
def test_a_muscle_shows_origin_and_insertion_in_words_and_colours(name):
    labels = whole(labelled(drawn(name), "label"))
    for role in ("origin", "insertion"):
        own = {text: one for text, one in labels.items() if text.lower().startswith(role)}
        assert any(":" in text for text in own), f"no {role} with its bone"
        assert {one.get_color() for one in own.values()} == {style.COLOURS[role]}


def test_a_layer_names_its_own_structures_first_and_what_was_removed_not_at_all():
    labels = whole(labelled(drawn("buttock-posterior-medius"), "label"))
    weight = {text: one.get_fontweight() for text, one in labels.items()}
    assert weight["Gluteus medius"] == weight["Tensor fasciae latae"] == "bold"
    assert weight["Piriformis"] == weight["Sciatic nerve"] == "normal"
    assert not {"Gluteus maximus", "Iliotibial tract", "Skin", "Gluteus minimus"} & set(weight)


def test_the_nerves_above_and_below_piriformis_are_named():
    said = " | ".join(words(drawn("gluteal-nerves-posterior")))
    for nerve in (
        "Superior gluteal",
        "Inferior gluteal",
        "Posterior femoral cutaneous",
        "Pudendal",
        "Sciatic",
    ):
        assert f"{nerve} nerve" in said
    assert "Nerve to obturator internus" in said and "Schematic" in said


def test_the_variants_show_every_published_frequency():
    said = " | ".join(words(drawn("sciatic-variants")))
    for value in ("85.2 %", "90 %", "9.8 %", "16.9 %", "16.2 %"):
        assert value in said
    assert all(f"Type {letter}" in said for letter in "ABCDEF")


def test_an_unknown_figure_is_refused_with_the_nearest_name_and_nothing_is_written(tmp_path):
    with pytest.raises(KeyError, match="buttock-posterior-medius"):
        write_all(tmp_path, only=["muscle-piriformis", "buttock-posterior-mediusz"])
    assert list(tmp_path.iterdir()) == []


def test_a_layer_can_be_drawn_on_axes_that_are_given():
    from matplotlib.figure import Figure

    from gluteal.drawing.buttock import layer_figure

    ax = Figure(figsize=(8, 8)).add_axes((0.25, 0.1, 0.5, 0.8))
    assert layer_figure("lateral", "bones", ax) is ax and ax.artists
