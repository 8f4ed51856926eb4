"""All clinical tests at a glance: one moment of each, small, with its name."""

from gluteal.catalogue import load, name_of
from gluteal.drawing import canvas, page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.clinical_tests import panels
from gluteal.drawing.pose_panels import art

NAME = "clinical-tests"
COLUMNS, COLUMN_PT, PICTURE_PT, CELL_PT, GAP_PT, TOP_PT, BOTTOM_PT = 4, 176.0, 122.0, 164.0, 10.0, 42.0, 34.0

_PALEST = 0.18
"""The palest tone is left out: at this size it is not seen, and the file is a quarter smaller."""


def clinical_tests(figure=None):
    """Draw one moment of every test, mostly its end.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    tests = list(load().tests.values())
    width = 2 * tpp.EDGE_PT + COLUMNS * COLUMN_PT + (COLUMNS - 1) * GAP_PT
    height = TOP_PT + -(-len(tests) // COLUMNS) * CELL_PT + BOTTOM_PT
    figure = figure or page.blank(width, height)
    tpp.title(figure, name_of(NAME))
    for number, test in enumerate(tests):
        row, column = divmod(number, COLUMNS)
        _cell(figure, test, (tpp.EDGE_PT + column * (COLUMN_PT + GAP_PT), height - TOP_PT - row * CELL_PT))
    tpp.paragraph(figure, (tpp.EDGE_PT, BOTTOM_PT - 6), name_of(f"{NAME}-note"), width - 2 * tpp.EDGE_PT)
    return figure


def moment(test_id):
    """Return the pose that stands for a test: the first with an arrow or a spot, else its last.

    Examples
    --------
    >>> moment("pace-sign").id
    'pace-sign-2'
    """
    shown = panels(test_id)
    return next((one for one in shown if one.arrows or one.spots), shown[-1])


def _cell(figure, test, at):
    left, top = at
    drawn = art(moment(test.id).id, "small")
    *_, width, tall = drawn.box_mm
    scale = min(COLUMN_PT / width, PICTURE_PT / tall)
    middle = left + (COLUMN_PT - width * scale) / 2
    ax = page.axes_at(figure, None, drawn.box_mm, middle, top - PICTURE_PT, scale)
    canvas.draw(ax, [mark for mark in drawn.marks if mark.opacity > _PALEST])
    looks = {"ha": "center", "weight": "bold", "color": style.INK}
    tpp.paragraph(figure, (left + COLUMN_PT / 2, top - PICTURE_PT - 4), test.name, COLUMN_PT, **looks)
