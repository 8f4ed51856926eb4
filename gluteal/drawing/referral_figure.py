"""The pain map of one trigger point: where it hurts, where the point lies, and the same in words."""

from gluteal.catalogue import name_of
from gluteal.catalogue.referral import referral_pattern
from gluteal.drawing import furniture, page
from gluteal.drawing import referral_words as words
from gluteal.drawing.referral_panel import chart_panel, heading, locator_panel, pattern_paint
from gluteal.drawing.referral_window import windows_mm

WIDTH_PT, MARGIN_PT, _GAP_PT = 430.0, 14.0, 14.0
TOP_PT, UNDER_PT, BOTTOM_PT = 64.0, 90.0, 14.0
_MOST_SCALE_PT, _HIGHEST_PT = 0.92, 540.0
_LOCATOR_PT = (118.0, 196.0)
_SCALE_BARS_MM, _LONGEST_BAR_PT = (200, 100, 50), 96.0
_CROSS_PT, _CROSS_ENDS_PT = 62.0, 132.0


def referral_figure(pattern_id, figure=None):
    """Draw the pain map of one trigger point.

    Parameters
    ----------
    pattern_id : str
        Id of a trigger point.
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    KeyError
        For an unknown trigger point; the message names the nearest.
    """
    pattern = referral_pattern(pattern_id)
    windows, rows = windows_mm([pattern]), words.rows_of(pattern)
    scale = scale_pt(windows.values())
    charts = next(iter(windows.values()))[3] * scale
    width = WIDTH_PT - 2 * MARGIN_PT - _LOCATOR_PT[0] - _GAP_PT
    below = max(words.height_pt(rows, width), _LOCATOR_PT[1] + 20)
    figure = figure or page.blank(WIDTH_PT, TOP_PT + charts + UNDER_PT + below + BOTTOM_PT)
    bottom = BOTTOM_PT + below + UNDER_PT
    axes = chart_row(figure, windows, bottom, scale, pattern_paint(pattern))
    furnish(axes, name_of(f"referral-{pattern_id}"))
    top, high = BOTTOM_PT + below, figure.get_size_inches()[1] * 72
    locator_panel(figure, pattern, (MARGIN_PT, top - 16, *_LOCATOR_PT))
    words.write_rows(words.page_axes(figure), rows, MARGIN_PT + _LOCATOR_PT[0] + _GAP_PT, high - top, width)
    return figure


def scale_pt(windows):
    """Return how large windows beside each other can be drawn: points for one millimetre."""
    windows = list(windows)
    room = WIDTH_PT - 2 * MARGIN_PT - _GAP_PT * (len(windows) - 1)
    return min(
        _MOST_SCALE_PT, room / sum(window[2] for window in windows), _HIGHEST_PT / max(w[3] for w in windows)
    )


def chart_row(figure, windows, bottom_pt, scale, paint):
    """Draw windows of body charts beside each other, in the middle of the page, and head them.

    Returns
    -------
    dict of view to matplotlib.axes.Axes
    """
    wide = sum(window[2] for window in windows.values()) * scale + _GAP_PT * (len(windows) - 1)
    left, axes = (WIDTH_PT - wide) / 2, {}
    for view, window in windows.items():
        axes[view] = chart_panel(figure, view, window, (left, bottom_pt), scale, paint)
        heading(axes[view], view)
        left += window[2] * scale + _GAP_PT
    return axes


def furnish(axes, title):
    """Add title, side marker, a cross for each view and the scale bar to a row of charts."""
    first, *_ = axes.values()
    unit, page_left = furniture.mm_per_point(first), _page_left_mm(first)
    inset = (first.get_xlim()[0] - page_left) / unit
    furniture.title(first, title, inset - MARGIN_PT, 30, WIDTH_PT - 64)
    top, bottom = first.get_ylim()[1], first.get_ylim()[0]
    furniture.side_marker(first, (page_left + (WIDTH_PT - 24) * unit, top - 40 * unit))
    for view, ax in axes.items():
        at = (ax.get_xlim()[0] + _CROSS_PT * unit, bottom + 34 * unit)
        furniture.orientation_cross(ax, at, f"body-{view}")
    _scale_bar(ax, bottom, unit)


def _page_left_mm(ax):
    """The x of the left edge of the page in the millimetres of an Axes."""
    return ax.get_xlim()[0] - ax.get_position().x0 * WIDTH_PT * furniture.mm_per_point(ax)


def _scale_bar(last, bottom, unit):
    """Beside the last cross where there is room, else under it."""
    right = _page_left_mm(last) + (WIDTH_PT - MARGIN_PT) * unit
    free = (right - last.get_xlim()[0]) / unit - _CROSS_ENDS_PT
    fitting = [length for length in _SCALE_BARS_MM if length / unit < min(free, _LONGEST_BAR_PT)]
    rise = 40 if fitting else UNDER_PT - 12
    furniture.scale_bar(last, right, bottom + rise * unit, fitting[0] if fitting else _SCALE_BARS_MM[1])
