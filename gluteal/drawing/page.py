"""Pages: how big a figure is and where its drawings lie on it. Points, because type is measured in points."""

from dataclasses import dataclass

from gluteal.drawing import canvas, furniture, style
from gluteal.drawing.marks import Mark
from gluteal.svg_path import joined


@dataclass(frozen=True)
class Page:
    """The measures of a figure with one plate between two columns of labels.

    Attributes
    ----------
    scale_pt : float
        Points of the page for one millimetre of the plate.
    column_pt : float
        Width of each label column.
    top_pt, bottom_pt : float
        Space above and below the plate for title, cross and scale bar.
    """

    scale_pt: float = 1.18
    column_pt: float = 116.0
    top_pt: float = 38.0
    bottom_pt: float = 64.0


PORTRAIT = Page()
_REACHED_MM = 1.0
_FADE_STEPS = 8
_CROSS_WORD_PT = 66.0  # "posteromedial" whole, between the edge of the page and the cross


def blank(width_pt, height_pt):
    """Return an empty figure of that size."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width_pt / 72, height_pt / 72), facecolor=style.PAPER)


def axes_at(figure, plate, window_mm, left_pt, bottom_pt, scale_pt):
    """Return an Axes for a window of a plate, its lower left corner at a place of the page."""
    width, height = figure.get_size_inches() * 72
    _, _, w, h = window_mm
    box = (left_pt / width, bottom_pt / height, w * scale_pt / width, h * scale_pt / height)
    return canvas.plate_axes(figure.add_axes(box), plate, window_mm)


def plate_page(plate, window_mm=None, page=PORTRAIT, ax=None):
    """Return an Axes for one plate between two label columns; on ``ax`` where one is given."""
    window = window_mm or plate.view_box
    if ax is not None:
        return canvas.plate_axes(ax, plate, window)
    width = window[2] * page.scale_pt + 2 * page.column_pt
    figure = blank(width, window[3] * page.scale_pt + page.top_pt + page.bottom_pt)
    return axes_at(figure, plate, window, page.column_pt, page.bottom_pt, page.scale_pt)


def furnish(ax, plate, title, page=PORTRAIT):
    """Add title, side marker, orientation cross and scale bar around a plate."""
    furnish_upper(ax, title, page)
    furnish_lower(ax, plate, page)


def furnish_upper(ax, title, page=PORTRAIT):
    """Add title and side marker above a plate."""
    unit = furniture.mm_per_point(ax)
    (left, right), top = ax.get_xlim(), ax.get_ylim()[1]
    room = (right - left) / unit + 2 * page.column_pt - 44
    furniture.title(ax, title, page.column_pt - 8, 14, room)
    furniture.side_marker(ax, (right + (page.column_pt - 20) * unit, top - 20 * unit))


def furnish_lower(ax, plate, page=PORTRAIT):
    """Add orientation cross and scale bar below a plate."""
    unit = furniture.mm_per_point(ax)
    (left, right), bottom = ax.get_xlim(), ax.get_ylim()[0]
    furniture.orientation_cross(
        ax, (left - 30 * unit, bottom + 34 * unit), plate.view, word_pt=_CROSS_WORD_PT
    )
    furniture.scale_bar(ax, right + (page.column_pt - 8) * unit, bottom + 40 * unit)


def remark(ax, text, page=PORTRAIT):
    """Write a note below a plate, between orientation cross and scale bar."""
    unit = furniture.mm_per_point(ax)
    (left, right), bottom = ax.get_xlim(), ax.get_ylim()[0]
    start = left + 44 * unit
    end = right + (page.column_pt - 24) * unit - furniture.SCALE_BAR_MM
    text = furniture.wrap(text, (end - start) / unit, style.SIZE_SMALL)
    furniture.note(ax, (start, bottom + 36 * unit), text, va="center")


def soften_edges(ax, structures=None, fade_pt=20):
    """Let the drawing fade towards those sides of the window at which only the window ends it.

    What is drawn later does not fade.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    structures : iterable of gluteal.plates.PlateStructure, optional
        What is drawn; without it all four sides fade.
    fade_pt : float
        Width of the fading, points.
    """
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    edges = {
        "left": ((left, top), (left, bottom)), "right": ((right, top), (right, bottom)),
        "bottom": ((left, bottom), (right, bottom)), "top": ((left, top), (right, top)),
    }  # fmt: skip
    cut = list(edges) if structures is None else cut_sides(structures, (left, top, right, bottom))
    path = "".join(f"M{joined(edges[side][0])}L{joined(edges[side][1])}" for side in cut)
    if path:
        canvas.draw(ax, _fading(path, 2 * fade_pt * furniture.mm_per_point(ax)))


def _fading(path, width_mm):
    """Wide and faint to narrow and strong, so that neither end of the fading shows."""
    shares = [1 - step / _FADE_STEPS for step in range(_FADE_STEPS)]
    return [
        Mark(
            path,
            stroke=style.PAPER,
            width_mm=round(share * width_mm, 2),
            opacity=round(0.5 - 0.38 * share, 2),
        )
        for share in shares
    ]


def cut_sides(structures, window):
    """Return the sides of a window (left, top, right, bottom; mm) over which a structure reaches."""
    bounds = [one.bounds_mm for one in structures]
    reached = {
        "left": min(one[0] for one in bounds) <= window[0] + _REACHED_MM,
        "top": min(one[1] for one in bounds) <= window[1] + _REACHED_MM,
        "right": max(one[2] for one in bounds) >= window[2] - _REACHED_MM,
        "bottom": max(one[3] for one in bounds) >= window[3] - _REACHED_MM,
    }
    return [side for side, does in reached.items() if does]
