"""Panels of a pain map: a window of a body chart with zones, and a small drawing of where the point lies."""

import numpy as np

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, furniture, page, sight, style
from gluteal.drawing.body import chart_marks, load_body
from gluteal.drawing.marks import Show
from gluteal.drawing.referral import point_marks, zone_marks

_TEXTURE_PT = 0.55
"""Scale of texture and X on a page on which one millimetre takes one point."""
_LOCATOR_X_PT = 0.62
_LOCATOR_DETAIL = 0.35
_SEEN_FROM_SIDE_MM = -12.0
"""A point farther forward than this, in the view from the side, is shown in that view."""
_AROUND_MUSCLE_MM, _AROUND_POINT_MM = 14.0, (85.0, 141.0)


def chart_panel(figure, view, window_mm, at_pt, scale_pt, paint, fade_pt=12):
    """Draw a window of a body chart and what is painted on it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    view : {"posterior", "lateral", "anterior"}
    window_mm : (x, y, width, height)
    at_pt : (float, float)
        Lower left corner on the page.
    scale_pt : float
        Points for one millimetre.
    paint : callable
        Gives the marks for a view and a scale of texture.
    fade_pt : float
        How softly the picture ends where the body goes on.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate = load_body(view)
    ax = page.axes_at(figure, plate, window_mm, *at_pt, scale_pt)
    canvas.draw(ax, [mark for _, marks in chart_marks(plate) for mark in marks])
    page.soften_edges(ax, [plate.structures["body"]], fade_pt=fade_pt)
    canvas.draw(ax, paint(view, _TEXTURE_PT / scale_pt))
    _cover_edge(ax)
    return ax


def _cover_edge(ax):
    """Paper along the edge of a window, where the seam of two clips would show as a hair line."""
    (left, right), (low, top) = ax.get_xlim(), ax.get_ylim()
    frame = ((left, right, right, left, left), (top, top, low, low, top))
    ax.plot(*frame, color=style.PAPER, lw=1.6, clip_on=False, zorder=4)


def heading(ax, view):
    """Write above a panel from where it is seen."""
    (left, right), unit = ax.get_xlim(), furniture.mm_per_point(ax)
    at = ((left + right) / 2, ax.get_ylim()[1] - 5 * unit)
    furniture.note(ax, at, name_of(f"view-{view}"), ha="center", size=style.SIZE_BODY, color=style.INK)


def locator_panel(figure, pattern, box_pt):
    """Draw where the trigger point lies: in its muscle, or over the bones where no plate shows the place.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    pattern : gluteal.catalogue.referral.Pattern
        Of a trigger point.
    box_pt : (left, top, width, height)
        Room on the page, from its lower left corner; ``top`` is the upper edge.

    Returns
    -------
    matplotlib.axes.Axes
    """
    view = _view_of_point(pattern)
    muscle = plates.load_plate(view).structures.get(pattern.muscle_id) if view != "anterior" else None
    shown = muscle is not None and pattern.points[view][1] < muscle.bounds_mm[3]
    draw = _muscle_panel if shown else _bones_panel
    ax = draw(figure, pattern, view, box_pt)
    unit = 1 / furniture.mm_per_point(ax)
    canvas.draw(ax, point_marks(pattern.points[view], _LOCATOR_X_PT / unit))
    heading(ax, view)
    return ax


def _view_of_point(pattern):
    forward = pattern.points.get("lateral", (-999.0, 0.0))[0] > _SEEN_FROM_SIDE_MM
    return "lateral" if forward else "posterior"


def _fitted(figure, plate, window, box_pt):
    left, top, width, height = box_pt
    scale = min(width / window[2], height / window[3])
    at = (left + (width - scale * window[2]) / 2, top - scale * window[3])
    return page.axes_at(figure, plate, window, *at, scale)


def _muscle_panel(figure, pattern, view, box_pt):
    plate = plates.load_plate(view)
    muscle, bones = plate.structures[pattern.muscle_id], plate.up_to("bones")
    window = _window_around(muscle, plate.view_box, box_pt[2] / box_pt[3])
    ax = _fitted(figure, plate, window, box_pt)
    seen = sight.in_sight([*bones, muscle], window, step_mm=3)[1]
    show = {one.id: Show(detail=_LOCATOR_DETAIL) for one in (*bones, muscle)}
    canvas.draw_structures(ax, [one for one in bones if seen[one.id].any()], "muted", show)
    page.soften_edges(ax, fade_pt=8)
    canvas.draw_structures(ax, [muscle], "highlighted", show)
    _cover_edge(ax)
    return ax


def _window_around(muscle, view_box, aspect):
    """The muscle with room around it, as nearly as wide by high as the place for it; within the plate."""
    bounds = np.array(muscle.bounds_mm)
    low, high = bounds[:2] - _AROUND_MUSCLE_MM, bounds[2:] + _AROUND_MUSCLE_MM
    size, middle = high - low, (low + high) / 2
    size = np.maximum(size, (size[1] * aspect, size[0] / aspect))
    first, whole = np.array(view_box[:2]), np.array(view_box[2:])
    size = np.minimum(size, whole)
    corner = np.clip(middle - size / 2, first, first + whole - size)
    return (*map(float, corner), *map(float, size))


def _bones_panel(figure, pattern, view, box_pt):
    plate, (x, y) = load_body(view), pattern.points[view]
    across, down = _AROUND_POINT_MM
    ax = _fitted(figure, plate, (x - across, y - down, 2 * across, 2 * down), box_pt)
    canvas.draw(ax, [mark for _, marks in chart_marks(plate, skeleton=True) for mark in marks])
    page.soften_edges(ax, fade_pt=10)
    _cover_edge(ax)
    return ax


def pattern_paint(pattern, x_share=1.0):
    """Return what `chart_panel` needs to paint one pattern, its X larger or smaller than usual."""

    def paint(view, scale):
        cross = point_marks(pattern.point_on(view), x_share * scale)
        return zone_marks(pattern, view, scale=scale, point=False) + cross

    return paint
