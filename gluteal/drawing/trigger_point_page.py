"""What the figures about trigger points share: paragraphs, small pictures, arrows, grades; in points."""

from gluteal import catalogue, plates
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing.diagram_painters import diagram_marks

EDGE_PT = 16.0
LEADING_PT = 12.4
BODY_LEADING_PT = 14.4


def paragraph(figure, at, text, width_pt, *, size=style.SIZE_SMALL, ha="left", **looks):
    """Write a text, broken to a width, downwards from a place.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    at : (float, float)
        Left end (or middle, or right end) and top, points from the lower left corner.
    text : str
    width_pt : float
    size : float
    ha : {"left", "center", "right"}

    Returns
    -------
    float
        Where the next line would begin, points.
    """
    looks = {"color": style.QUIET_INK, **looks}
    words = furniture.wrap(text, width_pt, size, looks.get("weight", "normal"))
    leading = BODY_LEADING_PT if size > style.SIZE_SMALL else LEADING_PT
    x, y = at
    for line in words.split("\n"):
        place = {"transform": figure.dpi_scale_trans, "va": "top", "ha": ha}
        figure.text(x / 72, y / 72, line, size=size, **place, **looks)
        y -= leading
    return y


def heading(figure, at, text, width_pt=400.0, **looks):
    """Write a heading; see `paragraph`."""
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK, **looks}
    return paragraph(figure, at, text, width_pt, **looks)


def title(figure, text):
    """Write the title of a figure in its upper left corner."""
    _, height = figure.get_size_inches() * 72
    looks = {"size": style.SIZE_TITLE, "weight": "bold", "color": style.INK}
    paragraph(figure, (EDGE_PT, height - 14), text, 900, **looks)


def picture(figure, box_pt, name, window, layers=None, without=()):
    """Draw a part of a schematic plate in a box.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    box_pt : (left, top, width)
        Points; the height follows from the window.
    name : str
        Of the plate.
    window : (x, y, width, height)
        In the units of the plate.
    layers : collection of str, optional
        Layers to draw; by default all.
    without : collection of str
        Structures to leave out.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate, (left, top, width) = plates.load_plate(name), box_pt
    scale = width / window[2]
    ax = page.axes_at(figure, None, window, left, top - window[3] * scale, scale)
    for one in plate.structures.values():
        if (layers is None or one.layer in layers) and one.id not in without:
            canvas.draw(ax, diagram_marks(one))
    return ax


def frame(ax, colour=style.QUIET_INK, width=0.9):
    """Draw a thin frame round a small picture."""
    (left, right), (low, top) = ax.get_xlim(), ax.get_ylim()
    x, y = (left, right, right, left, left), (low, low, top, top, low)
    ax.plot(x, y, color=colour, lw=width, zorder=8, clip_on=False, label="frame")


def arrow(figure, start, end, *, curve=0.0, **looks):
    """Draw an arrow between two places of the page, points; ``curve`` bends it."""
    from matplotlib.patches import FancyArrowPatch

    looks = {"color": style.INK, "lw": 2.0, **looks}
    drawn = FancyArrowPatch(
        [value / 72 for value in start], [value / 72 for value in end], arrowstyle="-|>", mutation_scale=13,
        connectionstyle=f"arc3,rad={curve}", transform=figure.dpi_scale_trans, shrinkA=0, shrinkB=0,
        label="arrow", **looks,
    )  # fmt: skip
    figure.add_artist(drawn)
    return drawn


def rule(figure, start, end, **looks):
    """Draw a line between two places of the page, points."""
    from matplotlib.lines import Line2D

    looks = {"color": style.INK, "alpha": 0.25, "lw": 0.8, **looks}
    x, y = zip(start, end, strict=True)
    line = Line2D([one / 72 for one in x], [one / 72 for one in y], transform=figure.dpi_scale_trans, **looks)
    figure.add_artist(line)


def panel(figure, box_pt, fill, edge="none"):
    """Draw a rounded ground: left, bottom, width, height in points."""
    from matplotlib.patches import FancyBboxPatch

    left, low, width, height = (value / 72 for value in box_pt)
    drawn = FancyBboxPatch(
        (left, low), width, height, boxstyle="round,pad=0,rounding_size=0.09", facecolor=fill,
        edgecolor=edge, lw=1.0, transform=figure.dpi_scale_trans, zorder=0,
    )  # fmt: skip
    figure.add_artist(drawn)


def grade_sign(key):
    """Return sign and word of a grade.

    Examples
    --------
    >>> grade_sign("expert")
    '●○○○ expert'
    """
    grade = catalogue.load().grades[key]
    return f"{grade.symbol} {grade.name}"


def number(value):
    """Return a number as it is written in a figure, with a true minus sign.

    Examples
    --------
    >>> number(-0.25), number(0.452)
    ('−0.25', '0.452')
    """
    return f"{value:g}".replace("-", "−")
