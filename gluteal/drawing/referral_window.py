"""Which part of the body a pain map needs: views in which it shows, and a window around it in each."""

from gluteal.drawing.body import VIEWS, load_body

_LEAST_X_MM = {"posterior": (-114, 126), "lateral": (-144, 134), "anterior": (-126, 114)}
_LEAST_Y_MM = (-170, 150)
"""So much of the body is always shown, so that the eye knows where it is: right hip and buttock."""
_AROUND_MM = 34
_FOOT_MM = 640
"""A map that comes down so far is shown down to the sole."""


def views_of(patterns):
    """Return the views in which some of the patterns have zones, in the order of the charts.

    Examples
    --------
    >>> from gluteal.catalogue.referral import referral_pattern
    >>> views_of([referral_pattern("quadratus-lumborum-deep-upper")])
    ('posterior',)
    """
    return tuple(view for view in VIEWS if any(one.of(view) for one in patterns))


def windows_mm(patterns, views=None):
    """Return a window for each view: zones and points with room around them, the same levels in all.

    Parameters
    ----------
    patterns : sequence of gluteal.catalogue.referral.Pattern
    views : tuple of str, optional
        By default those in which the patterns have zones.

    Returns
    -------
    dict of view to (x, y, width, height)
        mm, y down.
    """
    views = views or views_of(patterns)
    places = {view: _places(patterns, view) for view in views}
    level = [y for found in places.values() for _, y in found]
    _, first, _, height = load_body(views[0]).view_box
    last = first + height
    top = max(first, min(_LEAST_Y_MM[0], min(level) - _AROUND_MM))
    low = min(last, max(_LEAST_Y_MM[1], max(level) + _AROUND_MM))
    low = last if low > _FOOT_MM else low
    return {view: _window(view, [x for x, _ in places[view]], top, low) for view in views}


def _places(patterns, view):
    """Corners of the zones and points of right-sided patterns in one view."""
    chart = "lateral-right" if view == "lateral" else view
    found = [place for one in patterns for zone in one.on_chart(chart) for place in zone.polygon]
    return found + [one.points[view] for one in patterns if view in one.points]


def _window(view, across, top, low):
    first, _, width, _ = load_body(view).view_box
    left = max(first, min([_LEAST_X_MM[view][0], *(x - _AROUND_MM for x in across)]))
    right = min(first + width, max([_LEAST_X_MM[view][1], *(x + _AROUND_MM for x in across)]))
    return (left, top, right - left, low - top)
