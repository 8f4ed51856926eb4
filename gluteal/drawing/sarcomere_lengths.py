"""A sarcomere at rest, stretched and in a contracted spot, at one scale; a row as the hypothesis has it."""

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, furniture, page, sarcomere_row, style
from gluteal.drawing.diagram_painters import stripe_um
from gluteal.drawing.sarcomere import HEIGHT_NM, filaments, sarcomere_marks

NAME = "sarcomere-normal-and-contracted"
WIDTH_PT, COLUMN_PT, EDGE_PT, TITLE_PT, NOTE_PT = 760.0, 150.0, 16.0, 48.0, 62.0
HEADING_PT, BRACKET_PT, ROW_GAP_PT = 38.0, 26.0, 12.0
WINDOW_UM = 5.2
"""Width of the window of the three large sarcomeres."""
IN_A_ROW, SHORTENED = 13, 3
"""Sarcomeres of the row of fixed length, and how many of them are shortened."""


def sarcomere_lengths(figure=None):
    """Draw three sarcomeres at one scale, and the row.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    scale = (WIDTH_PT - 2 * COLUMN_PT) / (1000 * WINDOW_UM)
    drawn = 1.06 * HEIGHT_NM * scale
    step = HEADING_PT + 2 * BRACKET_PT + drawn + ROW_GAP_PT
    thin = HEADING_PT + 2 * ROW_GAP_PT + 1.06 * HEIGHT_NM * _row_scale()
    height = TITLE_PT + 3 * step - BRACKET_PT / 2 + thin + NOTE_PT
    figure = figure or page.blank(WIDTH_PT, height)
    for index, state in enumerate(("rest", "stretched", "short")):
        top = height - TITLE_PT - index * step
        corner = COLUMN_PT, top - HEADING_PT - BRACKET_PT - drawn
        window = (0, -0.53 * HEIGHT_NM, 1000 * WINDOW_UM, 1.06 * HEIGHT_NM)
        ax = page.axes_at(figure, None, window, *corner, scale)
        _one(ax, state, top / 72)
    _row(figure, height - TITLE_PT - 3 * step + BRACKET_PT / 2)
    _words(figure, height)
    return figure


def _one(ax, state, top):
    """One sarcomere in the middle, its neighbours fading, its bands measured."""
    length, of = stripe_um(state), filaments()
    start = (WINDOW_UM - length) / 2
    for index in (-3, 3, -2, 2, -1, 1, 0) if state == "short" else (-1, 1, 0):
        canvas.draw(ax, sarcomere_marks(start + index * length, length, of))
    sarcomere_row.fade_ends(ax, 26)
    if state != "short":
        sarcomere_row.bands(ax, start, length, of, widths=True)
    if state == "rest":
        places = [(key, (x + 1000 * start, y)) for key, (x, y) in sarcomere_row.parts(length, of)]
        wanted = [furniture.label(ax, name_of(key), at, COLUMN_PT - 30, "context") for key, at in places]
        furniture.write_labels(ax, wanted[:-1], None, ("left",))
        furniture.write_labels(ax, wanted[-1:], None, ("right",))
        unit = furniture.mm_per_point(ax)
        right, top_nm = ax.get_xlim()[1] + (COLUMN_PT - EDGE_PT) * unit, ax.get_ylim()[1]
        sarcomere_row.bar(ax, right, top_nm - 38 * unit, 1000, name_of("taut-um").format(1))
    _heading(ax.figure, f"sarcomere-{state}", lengths_said(state), top)


def lengths_said(state):
    """Return the lengths of a sarcomere in a state as they are written.

    Examples
    --------
    >>> lengths_said("rest"), lengths_said("short")
    (('2.84',), ('0.71', '1.28'))
    """
    if state != "short":
        return (f"{stripe_um(state):.2f}",)
    share, rest = catalogue.load().statements["contracted-foci-length"], stripe_um("rest")
    return tuple(f"{rest * part / 100:.2f}" for part in (share.value_low, share.value_high))


def longer_um():
    """Return how long the others have to be in a row of fixed length when some are shortened, µm.

    Examples
    --------
    >>> round(longer_um(), 2)
    3.39
    """
    rest, short = stripe_um("rest"), stripe_um("short")
    return (IN_A_ROW * rest - SHORTENED * short) / (IN_A_ROW - SHORTENED)


def _row_scale():
    return (WIDTH_PT - 2 * EDGE_PT) / (1000 * IN_A_ROW * stripe_um("rest"))


def _row(figure, top_pt):
    """A row of sarcomeres between two fixed ends, those in its middle shortened."""
    scale, of = _row_scale(), filaments()
    drawn = 1.06 * HEIGHT_NM * scale
    window = (0, -0.53 * HEIGHT_NM, 1000 * IN_A_ROW * stripe_um("rest"), 1.06 * HEIGHT_NM)
    ax = page.axes_at(figure, None, window, EDGE_PT, top_pt - HEADING_PT - ROW_GAP_PT - drawn, scale)
    left, first = 0.0, (IN_A_ROW - SHORTENED) // 2
    for index in range(IN_A_ROW):
        length = stripe_um("short") if first <= index < first + SHORTENED else longer_um()
        canvas.draw(ax, sarcomere_marks(left, length, of, fine=False))
        left += length
    said = (SHORTENED, IN_A_ROW, f"{longer_um():.2f}")
    _heading(figure, "sarcomere-row", (), top_pt / 72, said)


def _heading(figure, key, values, top, below=()):
    """Name of a row, and below it in whom it was found."""
    place = {"transform": figure.dpi_scale_trans, "va": "top"}
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    figure.text(EDGE_PT / 72, top, name_of(key).format(*values), **looks, **place)
    words = furniture.wrap(name_of(f"{key}-who").format(*below), WIDTH_PT - 2 * EDGE_PT, style.SIZE_SMALL)
    _lines(figure, words, top - 15 / 72)


def _lines(figure, words, top):
    place = {"transform": figure.dpi_scale_trans, "va": "top"}
    for row, line in enumerate(words.split("\n")):
        level = top - 12 * row / 72
        figure.text(EDGE_PT / 72, level, line, size=style.SIZE_SMALL, color=style.QUIET_INK, **place)


def _words(figure, height_pt):
    place = {"transform": figure.dpi_scale_trans, "va": "top"}
    looks = {"size": style.SIZE_TITLE, "weight": "bold", "color": style.INK}
    figure.text(EDGE_PT / 72, (height_pt - 14) / 72, name_of(NAME), **looks, **place)
    words = furniture.wrap(name_of("sarcomere-note"), WIDTH_PT - 2 * EDGE_PT, style.SIZE_SMALL)
    _lines(figure, words, (NOTE_PT - 12) / 72)
