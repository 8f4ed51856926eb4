"""From muscle to sarcomere: lengths come from the facts, scales agree, and the hypothesis is called one."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.path import Path

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.drawing import diagram_painters, sarcomere, sarcomere_lengths, taut_band, zoom
from gluteal.plates import load_plate
from gluteal.svg_path import flatten

SCHEMATICS = ("schematic-taut-band", "schematic-muscle-fibres")


@pytest.fixture(scope="module")
def steps():
    figure = taut_band.taut_band_scales()
    FigureCanvasAgg(figure).draw()
    return figure


def said(figure):
    texts = figure.findobj(lambda one: hasattr(one, "get_text"))
    return " ".join(text.get_text() for text in texts if text.get_text())


def test_when_a_sarcomere_is_stretched_the_a_band_keeps_its_width():
    of = sarcomere.filaments()
    rest, long = (sarcomere.bands_um(diagram_painters.stripe_um(one), of) for one in ("rest", "stretched"))
    assert rest["a"] == long["a"] == of.thick_um
    assert long["i"] > rest["i"] and long["h"] > rest["h"] > 0


def test_filaments_and_discs_are_drawn_where_the_lengths_say():
    of = sarcomere.Filaments(1.65, 1.28)
    marks = sarcomere.sarcomere_marks(1.0, 3.0, of)
    ends = {colour: reach(marks, colour) for colour in ("actin", "myosin", "disc")}
    assert ends["disc"] == pytest.approx((1000, 4000), abs=25)
    assert ends["actin"] == (1000, 4000)
    assert ends["myosin"] == pytest.approx((1675, 3325), abs=30)


def reach(marks, colour):
    """Smallest and largest x of what is drawn in a colour, nm."""
    lines = [mark for mark in marks if mark.stroke == sarcomere.COLOURS[colour]]
    x = np.concatenate([part[:, 0] for mark in lines for part in flatten(mark.path)])
    return x.min(), x.max()


def test_in_a_contracted_spot_nothing_is_drawn_beyond_the_discs():
    short = diagram_painters.stripe_um("short")
    of = sarcomere.filaments()
    assert short < of.thick_um, "else the filaments would fit"
    for colour in ("actin", "myosin"):
        low, high = reach(sarcomere.sarcomere_marks(0, short, of), colour)
        assert low >= 0 and high <= 1000 * short + 1


def test_the_row_keeps_its_length_and_the_text_twin_says_the_same():
    some, every = sarcomere_lengths.SHORTENED, sarcomere_lengths.IN_A_ROW
    total = some * diagram_painters.stripe_um("short") + (every - some) * sarcomere_lengths.longer_um()
    assert total == pytest.approx(every * diagram_painters.stripe_um("rest"))
    twin = catalogue.load().figures[sarcomere_lengths.NAME].text
    values = [f"{sarcomere_lengths.longer_um():.2f} µm", *sarcomere_lengths.lengths_said("short")]
    assert all(value in twin for value in (*values, *sarcomere_lengths.lengths_said("stretched")))


def test_the_stripes_of_fibres_have_their_true_distance():
    fibres = load_plate("schematic-muscle-fibres").structures
    for key, state in (
        ("muscle-fibre", "rest"),
        ("muscle-fibre-2", "stretched"),
        ("contraction-knot", "short"),
    ):
        marks = diagram_painters.diagram_marks(fibres[key])
        [stripes] = [mark for mark in marks if mark.path.count("V") > 40]
        x = np.array([line[0, 0] for line in flatten(stripes.path)])
        assert np.diff(x).mean() == pytest.approx(diagram_painters.stripe_um(state), rel=0.02)


def test_scale_bars_are_as_long_as_they_say(steps):
    panels = [ax for ax in steps.axes if ax.lines]
    for ax, step in zip(panels, taut_band.STEPS, strict=True):
        [bar] = [line for line in ax.lines if line.get_label() == "scale"]
        assert np.ptp(bar.get_xdata()) == pytest.approx(step.bar * step.per_unit)


def test_a_frame_shows_as_much_as_the_next_panel_or_the_least_that_can_be_seen(steps):
    first = next(ax for ax in steps.axes if any(line.get_label() == "frame" for line in ax.lines))
    frame = next(line for line in first.lines if line.get_label() == "frame")
    width, height = taut_band.STEPS[1].window_size
    assert np.ptp(frame.get_xdata()) == pytest.approx(width, rel=0.01)  # both in mm
    assert np.ptp(frame.get_ydata()) == pytest.approx(height, rel=0.01)
    assert len(steps.findobj(lambda one: one.get_label() == "zoom")) == 2 * sum(map(bool, zoom.WAYS))


def test_steps_are_read_in_two_rows_from_left_to_right_and_no_line_crosses_a_word(steps):
    panels = [ax for ax in steps.axes if ax.lines]
    left, low = zip(*((box.x0, box.y0) for box in (ax.get_window_extent() for ax in panels)), strict=True)
    assert left[0] < left[1] and left[2] < left[3] and min(low[:2]) > max(low[2:])
    words = steps.findobj(lambda one: hasattr(one, "get_text") and one.get_text() and len(one.get_text()) > 1)
    for line in steps.findobj(lambda one: one.get_label() == "zoom"):
        way = Path(line.get_transform().transform(line.get_xydata()))
        assert not [one.get_text() for one in words if way.intersects_bbox(one.get_window_extent(), False)]


@pytest.mark.parametrize("state", ["rest", "stretched"])
def test_every_bracket_ends_inside_the_drawing(state):
    half = diagram_painters.stripe_um(state) / 2
    wide = sarcomere.bands_um(2 * half, sarcomere.filaments())["i"]
    assert half + wide / 2 < sarcomere_lengths.WINDOW_UM / 2
    assert half + wide / 2 < taut_band.STEPS[3].width / 2000 or state == "stretched"


def test_the_m_line_stands_in_the_middle_and_only_where_filaments_fit():
    of = sarcomere.filaments()
    assert reach(sarcomere.sarcomere_marks(1.0, 3.0, of), "m-line") == (2500, 2500)
    colours = {mark.stroke for mark in sarcomere.sarcomere_marks(0, diagram_painters.stripe_um("short"), of)}
    assert sarcomere.COLOURS["m-line"] not in colours


def test_a_knot_ends_round_not_in_a_wall():
    """Its first tenth rises from nothing: no vertical side, as a hexagon would have."""
    knot = load_plate("schematic-muscle-fibres").structures["contraction-knot"].outline
    left, width = knot[:, 0].min(), np.ptp(knot[:, 0])
    near = knot[knot[:, 0] < left + 0.02 * width]
    assert np.ptp(near[:, 1]) < 0.75 * np.ptp(knot[:, 1])


def test_the_knot_is_called_a_hypothesis_with_its_grade_and_what_is_not_shown_is_said(steps):
    words = said(steps)
    grade = catalogue.load().grades["expert"]
    assert name_of("taut-hypothesis").format(grade.symbol, grade.name) in words
    assert "(hypothesis)" in name_of("contraction-knot")
    assert name_of("taut-unseen-heading") in words and "Quintner 2015" in words


@pytest.mark.parametrize("name", SCHEMATICS)
def test_every_part_of_a_schematic_has_a_painter_and_a_name(name):
    plate = load_plate(name)
    assert plate.region == "schematic"
    for one in plate.structures.values():
        assert diagram_painters.diagram_marks(one) == diagram_painters.diagram_marks(one)
        assert name_of(one.named_as)
    assert all(mark.id in plate.structures for mark in plate.landmarks.values())
