"""The dispute about trigger points: question by question, both sides, and what would settle it."""

from gluteal.catalogue import name_of
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp

NAME = "trigger-point-dispute"
WIDTH_PT, HEIGHT_PT = 780.0, 514.0
COLUMNS_PT = {"for": 16.0, "settle": 278.0, "against": 540.0}
COLUMN_PT = 224.0
HEAD_PT, ROW_PT, ROWS = 102.0, 86.0, 4
COLOURS = {"for": style.COLOURS["insertion"], "settle": style.INK, "against": style.COLOURS["origin"]}
_GROUNDS = {"for": 0.09, "settle": 0.035, "against": 0.08}


def trigger_point_dispute(figure=None):
    """Draw the table of positions.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure = figure or page.blank(WIDTH_PT, HEIGHT_PT)
    tpp.title(figure, name_of(NAME))
    for key, left in COLUMNS_PT.items():
        _column(figure, key, left)
    for row in range(ROWS):
        _arrows(figure, HEIGHT_PT - HEAD_PT - row * ROW_PT - 40)
    _notes(figure, HEIGHT_PT - HEAD_PT - ROWS * ROW_PT - 4)
    return figure


def _column(figure, key, left):
    colour, top = COLOURS[key], HEIGHT_PT - 48
    low = tpp.heading(figure, (left + 10, top), name_of(f"dispute-{key}"), color=colour)
    tpp.paragraph(figure, (left + 10, low), name_of(f"dispute-{key}-who"), COLUMN_PT - 12)
    for row in range(ROWS):
        top = HEIGHT_PT - HEAD_PT - row * ROW_PT
        ground = style.mix(style.PAPER, colour, _GROUNDS[key])
        tpp.panel(figure, (left, top - ROW_PT + 8, COLUMN_PT, ROW_PT - 8), ground)
        _cell(figure, (left + 10, top - 9), key, row + 1)


def _cell(figure, at, key, row):
    """What one side says to one question; the question itself stands in the middle."""
    if key == "settle":
        low = tpp.heading(figure, at, name_of(f"dispute-{row}"), COLUMN_PT - 20)
        at = at[0], low - 3
    looks = {"color": style.INK, "size": style.SIZE_SMALL if key == "settle" else style.SIZE_BODY}
    tpp.paragraph(figure, at, name_of(f"dispute-{row}-{key}"), COLUMN_PT - 20, **looks)


def _arrows(figure, level):
    """Both sides lead to the question in the middle."""
    ends = COLUMNS_PT["for"] + COLUMN_PT, COLUMNS_PT["settle"]
    tpp.arrow(figure, (ends[0] + 6, level), (ends[1] - 6, level), color=COLOURS["for"])
    ends = COLUMNS_PT["against"], COLUMNS_PT["settle"] + COLUMN_PT
    tpp.arrow(figure, (ends[0] - 6, level), (ends[1] + 6, level), color=COLOURS["against"])


def _notes(figure, top):
    room = WIDTH_PT - 2 * tpp.EDGE_PT - 36
    low = tpp.heading(figure, (26, top), name_of("dispute-both"), room)
    tpp.paragraph(figure, (26, low - 2), name_of("dispute-between"), room)
