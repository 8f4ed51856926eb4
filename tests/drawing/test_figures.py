"""Figures: complete, legible, in words too, and the same every time they are drawn."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.path import Path

from gluteal import catalogue, paths, plates
from gluteal.catalogue import names
from gluteal.catalogue.effects import effect_figures
from gluteal.drawing import canvas, choice, furniture, muscle, sight, style
from gluteal.drawing.clearing import touching
from gluteal.drawing.leaders import segments_meet
from gluteal.drawing.registry import FIGURES, write_all

NAMES = sorted(FIGURES)
LARGEST_KB = 400
OF_NO_SIDE = (
    "two-by-two", "kappa-paradox", "palpation-reliability", "pressure-release-traces",
    "sarcomere-normal-and-contracted", "trigger-point-criteria", "integrated-hypothesis",
    "what-has-been-measured", "trigger-point-dispute", "trendelenburg-compensations",
    "fagan-nomogram", "hip-range-norms", "hip-rotation-moment-arms", "test-accuracy",
    "three-symptoms-evidence", "association-is-not-cause", "causes-and-evidence", "secondary-claim-weighed",
    *effect_figures(), "emg-activation", "adverse-events-needling", "treatment-dose-ranges",
)  # fmt: skip
"""Schematics of what has no place in the body, and small figures whose note says the side."""
TOUCHING_PX = 1.0
# A chart or table that a reader needs line by line says more words than a picture.
READ_LINE_BY_LINE = (
    "test-accuracy", "three-symptoms-evidence", "causes-and-evidence", "hip-range-norms",
    "hip-rotation-moment-arms", "secondary-claim-weighed",
    *effect_figures(), "emg-activation", "treatment-dose-ranges",
)  # fmt: skip


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
    """Whether two boxes share more than an edge."""
    across = min(one.x1, two.x1) - max(one.x0, two.x0)
    down = min(one.y1, two.y1) - max(one.y0, two.y0)
    return across > TOUCHING_PX and down > TOUCHING_PX


def test_all_text_is_large_enough_inside_the_picture_and_clear_of_other_text(name):
    assert_text_is_in_order(drawn(name))


def assert_text_is_in_order(figure):
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
    assert_leaders_are_in_order(drawn(name))


def assert_leaders_are_in_order(figure):
    lines = sorted(leaders(figure))
    pieces = [list(pairwise(line)) for line in lines]
    for one, two in combinations(pieces, 2):
        assert not any(segments_meet(a, b) for a in one for b in two)
    for label in labelled(figure, "label"):
        box = label.get_window_extent().padded(-1)
        assert not any(_passes(line, box) for line in lines), label.get_text()


def test_no_leader_runs_over_the_dot_of_another(name):
    figure = drawn(name)
    lines = sorted(leaders(figure))
    reach = DOT_PT * figure.dpi / 72
    assert not touching([line[0] for line in lines], [line[1] for line in lines], reach)


DOT_PT = 1.7
"""Radius of the dot at the beginning of a leader."""

# Long words as of German compounds, one for each name; the side marker is always short.
KEPT = ("word-right-mark", "word-millimetres")
TRANSLATED = (
    "buttock-posterior-deep", "buttock-lateral-medius", "buttock-layers", "bones-posterior",
    "muscle-piriformis", "surface-landmarks-posterior", "gluteal-nerves-posterior",
    "trochanteric-bursae",
)  # fmt: skip


def compound(text):
    """The words of a name run together, a third longer."""
    first, *rest = text.split()
    return first + "".join(rest).lower() + "bezeichnung"[: len(text) // 3]


@pytest.fixture
def long_words(monkeypatch):
    """A made-up language of long words, in use."""
    made = {key: compound(name) for key, name in names.english_names().items() if "{}" not in name}
    made = {key: name for key, name in made.items() if key not in KEPT}
    real = names.names_in
    monkeypatch.setattr(names, "names_in", lambda code, *more: made if code == "zz" else real(code, *more))
    with catalogue.in_language("zz"):
        yield made


@pytest.mark.parametrize("one", TRANSLATED)
def test_a_language_of_long_words_fits_too(long_words, one):
    with matplotlib.rc_context(canvas.settings()):
        figure = FIGURES[one].draw()
    FigureCanvasAgg(figure).draw()
    assert_text_is_in_order(figure)
    assert_leaders_are_in_order(figure)
    said = "".join(words(figure)).replace("-", "").replace(" ", "")
    assert long_words[one].replace("-", "") in said


def test_figures_are_written_in_latin(tmp_path):
    with catalogue.in_language("la"):
        write_all(tmp_path, only=["buttock-posterior-minimus"])
    written = (tmp_path / "buttock-posterior-minimus.svg").read_text("utf-8")
    assert "Musculus" in written and "cranialis" in written and "medialis" in written
    assert "Gluteus minimus layer" not in written


def _passes(line, box):
    corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    edges = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    return any(segments_meet((a, b), edge) for a, b in pairwise(line) for edge in edges)


def test_side_direction_and_scale_are_given(name):
    if name in OF_NO_SIDE or name.startswith(("test-", "clinical-tests", "exercise")):
        return
    said = words(drawn(name))
    assert "R" in said and any(set(cross.values()) <= set(said) for cross in furniture.DIRECTIONS.values())
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
    assert catalogue.name_of(name) in written and "Arial" in file.read_text("utf-8")
    assert "linecap: butt}" not in file.read_text("utf-8"), "a rule for all would square the ends of strokes"
    assert not re.search(r"<dc:date>|\d{4}-\d\d-\d\dT", file.read_text("utf-8"))


def test_every_figure_has_a_text_twin(name):
    twin = catalogue.load().figures[name]
    assert twin.title and 20 <= len(twin.alt) <= 150
    assert 60 <= len(twin.text.split()) <= (600 if name in READ_LINE_BY_LINE else 200)
    assert "CC BY" in twin.credit
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
    assert weight["Piriformis"] == weight["Sciatic nerve"] == weight["Semitendinosus"] == "normal"
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
    for vessel in ("Superior gluteal", "Inferior gluteal"):
        assert f"{vessel} artery" in said and f"{vessel} vein" in said
    assert "Nerve to obturator internus" in said and "schematically" in said


def test_small_nerves_vessels_and_bursae_stay_out_of_figures_that_are_not_about_them():
    said = set(whole(labelled(drawn("buttock-posterior-minimus"), "label")))
    assert {"Sciatic nerve", "Gluteus minimus", "Piriformis"} <= said
    assert not [one for one in said if "gluteal" in one or "bursa" in one or "artery" in one]
    assert {f"Trochanteric bursa of gluteus {which}" for which in ("maximus", "medius", "minimus")} <= set(
        whole(labelled(drawn("trochanteric-bursae"), "label"))
    )


def test_a_plate_of_landmarks_names_lines_notches_and_openings():
    said = set(whole(labelled(drawn("bones-posterior"), "label")))
    assert {"Posterior gluteal line", "Lesser sciatic notch", "Sacral hiatus", "Median sacral crest"} <= said
    assert {"Intertrochanteric crest", "Quadrate tubercle", "Posterior sacral foramen 1"} <= said
    assert {"Anterior gluteal line", "Inferior gluteal line"} <= set(
        whole(labelled(drawn("bones-lateral"), "label"))
    )


def test_obturator_internus_is_named_at_its_tendon_outside_the_notch():
    [place] = choice.places(*what_is_seen("posterior", "deep", "obturator-internus"))
    tendon = plates.load_plate("posterior").structures["obturator-internus"].of_role("tendon")
    assert any(Path(one.line).contains_point(place) for one in tendon) and place[0] > -20


def what_is_seen(view, layer, key):
    plate = plates.load_plate(view)
    raster, seen = sight.in_sight(choice.shown(plate.up_to(layer)), plate.view_box)
    return plate.structures[key], plate, raster, seen[key]


def test_the_variants_show_every_published_frequency():
    said = " | ".join(words(drawn("sciatic-variants")))
    for value in ("85.2 %", "90 %", "9.8 %", "16.9 %", "16.2 %"):
        assert value in said
    assert all(f"Type {letter}" in said for letter in "ABCDEF")
