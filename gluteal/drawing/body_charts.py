"""Body charts as figures: one view; the three views side by side; these with bones and landmarks named."""

from dataclasses import replace

from gluteal.catalogue import name_of
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing.body import MIDLINE_MM, VIEWS, chart_marks, load_body
from gluteal.drawing.surface import glow

SIDES = ("right", "left")
_PAGE = page.Page(scale_pt=0.54, column_pt=96.0, top_pt=44.0, bottom_pt=62.0)
_SCALE_PT, _GUTTER_PT, _MARGIN_PT, _TOP_PT, _BOTTOM_PT = 0.5, 34.0, 26.0, 72.0, 66.0
_LABELS_PT, _CROSS_PT = 122.0, 56.0
_LABELS_ON = {"posterior": "right", "lateral": "right", "anterior": "left"}
"""On which side of a view its right landmarks are named: that on which they lie."""
_SCALE_BAR_MM = 200


def body_chart(view, ax=None, *, skeleton=False, landmarks=False, side="right"):
    """Draw one view of the body from T10 to the sole.

    Parameters
    ----------
    view : {"posterior", "lateral", "anterior"}
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with title, side marker, orientation cross and scale bar.
    skeleton : bool
        Let the bones shine through the skin.
    landmarks : bool
        Mark and name the landmarks.
    side : {"right", "left"}
        Side of the body whose landmarks are named. The lateral view shows the right side only.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        When there is no such view or side.

    Examples
    --------
    >>> len(body_chart("lateral", skeleton=True).artists)
    3
    """
    plate, own = load_body(view), ax is None
    ax = page.plate_page(plate, page=_PAGE, ax=ax)
    for _, marks in chart_marks(plate, skeleton):
        canvas.draw(ax, marks)
    if own:
        _furnish(ax, view)
    if landmarks:
        _name_landmarks(ax, view, landmarks_of(plate, side), side)
    return ax


def landmarks_of(plate, side="right"):
    """Return the landmarks of a body chart on one side of the body.

    Parameters
    ----------
    plate : gluteal.plates.Plate
        From `gluteal.drawing.body.load_body`.
    side : {"right", "left"}

    Returns
    -------
    list of gluteal.plates.Landmark
        For the left side mirrored on the midline.

    Raises
    ------
    ValueError
        When there is no such side, or this view does not show it.

    Examples
    --------
    >>> [one.x_mm for one in landmarks_of(load_body("anterior"), "left") if one.id == "navel"]
    [82.0]
    """
    if side not in SIDES:
        raise ValueError(f"there is no side {side!r}; choose from {', '.join(SIDES)}")
    found = list(plate.landmarks.values())
    if side == "right":
        return found
    if plate.view not in MIDLINE_MM:
        raise ValueError(f"the {plate.view} view shows the right side only; choose side='right'")
    return [replace(one, x_mm=2 * MIDLINE_MM[plate.view] - one.x_mm) for one in found]


def _name_landmarks(ax, view, found, side):
    canvas.draw(ax, [mark for one in found for mark in glow(one)])
    to = _LABELS_ON[view]
    column = to if side == "right" else {"left": "right", "right": "left"}[to]
    names = [
        furniture.label(ax, name_of(one.id), (one.x_mm, one.y_mm), _LABELS_PT - 14, "context")
        for one in found
    ]
    furniture.write_labels(ax, names, sides=(column,))


def _furnish(ax, view):
    """Title, side marker, cross and scale bar of a view that has a page of its own."""
    unit = furniture.mm_per_point(ax)
    (left, right), bottom = ax.get_xlim(), ax.get_ylim()[0]
    room = (right - left) / unit + 2 * _PAGE.column_pt - 16
    furniture.title(ax, name_of(f"body-{view}"), _PAGE.column_pt - 8, 16, room)
    _mark_side(ax, view)
    furniture.orientation_cross(ax, (left - 24 * unit, bottom + 30 * unit), f"body-{view}")
    furniture.scale_bar(ax, right + (_PAGE.column_pt - 12) * unit, bottom + 36 * unit, _SCALE_BAR_MM)


def _mark_side(ax, view):
    """R on the right side of the body; behind the back in the view from the side."""
    unit = furniture.mm_per_point(ax)
    left, right = ax.get_xlim()
    x = right - 6 * unit if view == "posterior" else left + 6 * unit
    furniture.side_marker(ax, (x, ax.get_ylim()[1] + 34 * unit))


def body_charts(figure=None, *, skeleton=False, landmarks=False):
    """Draw the three views beside each other, at one scale, levels aligned.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.
    skeleton, landmarks : bool
        As for `body_chart`.

    Returns
    -------
    matplotlib.figure.Figure
    """
    column = _LABELS_PT if landmarks else 0.0
    widths = [load_body(view).view_box[2] * _SCALE_PT for view in VIEWS]
    lefts = _lefts(widths, column)
    height = load_body("posterior").view_box[3] * _SCALE_PT
    total = height + _TOP_PT + _BOTTOM_PT
    figure = figure or page.blank(lefts[-1] + widths[-1] + _MARGIN_PT, total)
    axes = [
        page.axes_at(figure, load_body(view), load_body(view).view_box, left, _BOTTOM_PT, _SCALE_PT)
        for view, left in zip(VIEWS, lefts, strict=True)
    ]
    for view, ax in zip(VIEWS, axes, strict=True):
        body_chart(view, ax, skeleton=skeleton, landmarks=landmarks)
        _head(ax, view)
    _around(axes, "body-charts-landmarks" if landmarks else "body-charts")
    return figure


def _lefts(widths, column):
    """Left edge of each view: labels stand right of the first two and left of the third."""
    lefts = [_MARGIN_PT]
    lefts.append(lefts[0] + widths[0] + _GUTTER_PT + column)
    lefts.append(lefts[1] + widths[1] + _GUTTER_PT + 2 * column)
    return lefts


def _head(ax, view):
    """What the view is, above it, and which side is the right one."""
    (left, right), unit = ax.get_xlim(), furniture.mm_per_point(ax)
    at = ((left + right) / 2, ax.get_ylim()[1] - 6 * unit)
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    furniture.note(ax, at, name_of(f"view-{view}"), ha="center", **looks)
    _mark_side(ax, view)


def _around(axes, name):
    """Title, crosses and scale bar of the three views together."""
    unit = furniture.mm_per_point(axes[0])
    furniture.title(axes[0], name_of(name), 10, _TOP_PT - 34)
    for view, ax in zip(VIEWS, axes, strict=True):
        at = (ax.get_xlim()[0] + _CROSS_PT * unit, ax.get_ylim()[0] + 32 * unit)
        furniture.orientation_cross(ax, at, f"body-{view}")
    furniture.scale_bar(axes[-1], axes[-1].get_xlim()[1], axes[-1].get_ylim()[0] + 40 * unit, _SCALE_BAR_MM)
