"""From gluteus maximus to one sarcomere in four steps; the contraction knot is shown as a hypothesis."""

from dataclasses import dataclass

from gluteal import catalogue, plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, furniture, page, sarcomere_row, sight, style, zoom
from gluteal.drawing.diagram_painters import diagram_marks, stripe_um
from gluteal.drawing.sarcomere import filaments, sarcomere_marks

NAME = "taut-band-scales"
WIDTH_PT, COLUMN_PT, GUTTER_PT = 780.0, 124.0, 40.0
TITLE_PT, HEADING_PT, BAR_PT, NOTE_PT, EDGE_PT = 50.0, 22.0, 34.0, 104.0, 14.0
PANEL_PT = ((WIDTH_PT - 2 * COLUMN_PT - GUTTER_PT) / 2, 206.0)
BUTTOCK_MM = (-140, -110)
"""Upper left corner of the window on the posterior plate."""
MUSCLES = ("tensor-fasciae-latae", "gluteus-medius", "gluteus-maximus")


@dataclass(frozen=True)
class Step:
    """One panel.

    Attributes
    ----------
    number : int
        1 to 4; they are read in two rows, from left to right.
    unit : str
        Id of the words for the length of its scale bar.
    bar, per_unit : float
        Length of the scale bar in that unit, and units of the drawing in one of it.
    width : float
        Width of its window in units of the drawing.
    """

    number: int
    unit: str
    bar: float
    per_unit: float
    width: float

    @property
    def side(self):
        """The side on which its labels stand."""
        return "left" if self.number in (1, 3) else "right"

    @property
    def window_size(self):
        """Width and height of its window, in units of the drawing."""
        return self.width, self.width * PANEL_PT[1] / PANEL_PT[0]


STEPS = (
    Step(1, "taut-cm", 5, 10, 306),
    Step(2, "word-millimetres", 5, 1, 56),
    Step(3, "taut-um", 50, 1, 330),
    Step(4, "taut-um", 1, 1000, 4600),
)


def taut_band_scales(figure=None):
    """Draw the four steps.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    row = HEADING_PT + PANEL_PT[1] + BAR_PT
    height = TITLE_PT + 2 * row + NOTE_PT + EDGE_PT
    figure = figure or page.blank(WIDTH_PT, height)
    draw = (_muscle, _band, _fibres, _sarcomere)
    panels = [one(figure, step, _corner(step, height, row)) for one, step in zip(draw, STEPS, strict=True)]
    for ax, step in zip(panels, STEPS, strict=True):
        _around(ax, step)
    _zoom(figure, panels)
    furniture.title(panels[0], name_of(NAME), COLUMN_PT - EDGE_PT, HEADING_PT + 16)
    _notes(figure)
    return figure


def _corner(step, height, row):
    """Lower left corner of a panel, points."""
    right, low = step.number in (2, 4), step.number in (3, 4)
    left = COLUMN_PT + right * (PANEL_PT[0] + GUTTER_PT)
    return left, height - TITLE_PT - (1 + low) * row + BAR_PT


def _axes(figure, step, corner_pt, start):
    window = (*start, *step.window_size)
    return page.axes_at(figure, None, window, *corner_pt, PANEL_PT[0] / step.width)


def _muscle(figure, step, corner_pt):
    plate = plates.load_plate("posterior")
    ax = _axes(figure, step, corner_pt, BUTTOCK_MM)
    structures = [*plate.up_to("bones"), *(plate.structures[key] for key in MUSCLES)]
    window = (*BUTTOCK_MM, *step.window_size)
    raster, seen = sight.in_sight(structures, window, step_mm=2)
    shown = [one for one in structures if seen[one.id].any()]
    emphasis = {one.id: "normal" if one.id == "gluteus-maximus" else "muted" for one in shown}
    canvas.draw_structures(ax, shown, emphasis, sight.shows(raster, seen, 0.6))
    page.soften_edges(ax)
    maximus = plate.structures["gluteus-maximus"]
    _labels(ax, step, [("gluteus-maximus", sight.anchor(raster, seen[maximus.id], "left"))])
    return ax


def _schematic(figure, step, corner_pt, name):
    plate = plates.load_plate(name)
    ax = _axes(figure, step, corner_pt, plate.view_box[:2])
    for one in plate.structures.values():
        canvas.draw(ax, diagram_marks(one))
    marks = plate.landmarks.values()
    _labels(ax, step, [(mark.id, (mark.x_mm, mark.y_mm)) for mark in marks])
    return ax


def _band(figure, step, corner_pt):
    return _schematic(figure, step, corner_pt, "schematic-taut-band")


def _fibres(figure, step, corner_pt):
    return _schematic(figure, step, corner_pt, "schematic-muscle-fibres")


def _sarcomere(figure, step, corner_pt):
    length, of = stripe_um("rest"), filaments()
    width, height = step.window_size
    ax = _axes(figure, step, corner_pt, (500 * length - width / 2, -height / 2))
    for index in (-1, 1, 0):
        canvas.draw(ax, sarcomere_marks(index * length, length, of))
    sarcomere_row.fade_ends(ax, 22)
    sarcomere_row.bands(ax, 0, length, of, i_side="left")
    _labels(ax, step, sarcomere_row.parts(length, of, "right"))
    return ax


def _labels(ax, step, places):
    inside = [(key, at) for key, at in places if at is not None]
    wanted = [furniture.label(ax, name_of(key), at, COLUMN_PT - 28, "context") for key, at in inside]
    furniture.write_labels(ax, wanted, furniture.frame(ax), (step.side,))


def _around(ax, step):
    """Heading above, scale bar below, a thin frame round all but the first panel."""
    unit, (left, right), (low, top) = furniture.mm_per_point(ax), ax.get_xlim(), ax.get_ylim()
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    furniture.note(ax, (left, top - 7 * unit), name_of(f"taut-level-{step.number}"), **looks)
    words = name_of(step.unit).format(f"{step.bar:g}")
    sarcomere_row.bar(ax, right, low + 20 * unit, step.bar * step.per_unit, words)
    if step.number == 1:
        furniture.side_marker(ax, (right - 46 * unit, top + 12 * unit))
        furniture.orientation_cross(ax, (left + 42 * unit, low - 32 * unit), "posterior", 9)
    elif step.number == 2:
        furniture.note(ax, ((left + right) / 2, low + 18 * unit), name_of("taut-schematic"), ha="center")
    if step.number == 3:
        grade = catalogue.load().grades[catalogue.load().statements["integrated-hypothesis"].grade]
        words = name_of("taut-hypothesis").format(grade.symbol, grade.name)
        furniture.note(ax, (left, low + 18 * unit), words, color=style.COLOURS["origin"])


def _zoom(figure, panels):
    """A frame in each panel round what the next one shows, with its number; lines to a panel beside it."""
    band, cells = plates.load_plate("schematic-taut-band"), plates.load_plate("schematic-muscle-fibres")
    nodule, [fibre] = band.landmarks["taut-band-nodule"], cells.structures["muscle-fibre-4"].fibres
    maximus = plates.load_plate("posterior").structures["gluteus-maximus"].centroid_mm
    places = (maximus, (nodule.x_mm, nodule.y_mm), tuple(fibre[0] + 0.86 * (fibre[-1] - fibre[0])))
    for index, (place, way) in enumerate(zip(places, zoom.WAYS, strict=True)):
        here, there = STEPS[index], STEPS[index + 1]
        share = here.per_unit * zoom.METRES[there.unit] / (zoom.METRES[here.unit] * there.per_unit)
        size = [length * share for length in there.window_size]
        zoom.lead(figure, panels[index], panels[index + 1], place, size, way, there.number)


def _notes(figure):
    """What has been seen in people, and what has not been shown."""
    columns = (EDGE_PT, WIDTH_PT / 2 + EDGE_PT / 2)
    top = NOTE_PT + EDGE_PT - 26
    for left, key in zip(columns, ("taut-seen", "taut-unseen"), strict=True):
        place = {"transform": figure.dpi_scale_trans, "va": "top"}
        heading = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
        figure.text(left / 72, top / 72, name_of(f"{key}-heading"), **heading, **place)
        words = furniture.wrap(name_of(key), WIDTH_PT / 2 - 2.2 * EDGE_PT, style.SIZE_SMALL)
        for row, line in enumerate(words.split("\n")):
            level = (top - 18 - 12 * row) / 72
            figure.text(left / 72, level, line, size=style.SIZE_SMALL, color=style.QUIET_INK, **place)
