"""Small multiples of pain maps at one scale: all trigger points by muscle; what else refers there."""

from itertools import groupby

from gluteal.catalogue import load, name_of
from gluteal.catalogue.referral import referral_patterns
from gluteal.drawing import furniture, lettering, page, style
from gluteal.drawing import referral_words as words
from gluteal.drawing.referral_panel import chart_panel, pattern_paint

_MARGIN_PT, _GAP_PT, _TOP_PT, _BOTTOM_PT = 14.0, 10.0, 50.0, 104.0
_ROW_GAP_PT, _VIEWS_GAP_PT = 10.0, 2.0
_ACROSS_MM = {"posterior": (-126, 118), "lateral": (-138, 128), "anterior": (-118, 126)}
_SHORT_MM, _LONG_MM = (-262, 425), (-262, 850)
"""Levels that a row shows: down to the knee, or to the sole where one of its maps comes down so far."""
_LINE_PT = style.SIZE_SMALL * 1.22
_KEY_GAP_PT, _CROSS_PT = 22.0, 72.0
_X_SHARE = 0.55


def all_figure(figure=None):
    """Draw the pain maps of all trigger points, grouped by muscle, at one scale.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    points = [one for one in referral_patterns().values() if one.source == "trigger-point"]
    groups = [list(group) for _, group in groupby(points, key=_muscle_group)]
    rows = _packed(groups, 5)
    return _sheet("referral-all", rows, ("posterior", "lateral"), 0.2, _point_head, figure)


def mimics_figure(figure=None):
    """Draw what else refers to buttock, hip and leg: nerve roots, joints, tendons.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    mimics = [one for one in referral_patterns().values() if one.source == "mimic"]
    rows = [mimics[first : first + 3] for first in range(0, len(mimics), 3)]
    views = ("posterior", "lateral", "anterior")
    return _sheet("referral-mimics", rows, views, 0.235, _mimic_head, figure)


def _muscle_group(pattern):
    """Hamstrings stand together; every other muscle by itself."""
    groups = load().muscle_groups
    return "hamstrings" if pattern.muscle_id in groups["hamstrings"].muscle_ids else pattern.muscle_id


def _packed(groups, columns):
    """Rows of maps, short ones apart from long ones: each group in the first row with room for all of it."""
    rows = {False: [], True: []}
    for group in groups:
        own = rows[any(_is_long(one) for one in group)]
        row = next((row for row in own if len(row) + len(group) <= columns), None)
        if row is None:
            own.append(list(group))
        else:
            row.extend(group)
    return rows[False] + rows[True]


def _is_long(pattern):
    return max(y for zone in pattern.zones for _, y in zone.polygon) > _SHORT_MM[1] - 20


def _sheet(name, rows, views, scale, head, figure):
    columns = max(map(len, rows))
    cell = sum(right - left for left, right in map(_ACROSS_MM.get, views)) * scale
    cell += _VIEWS_GAP_PT * (len(views) - 1)
    width = 2 * _MARGIN_PT + columns * cell + (columns - 1) * _GAP_PT
    heads = {one.id: _head_lines(head(one), cell) for row in rows for one in row}
    heights = [_row_height(row, heads, scale) for row in rows]
    height = _TOP_PT + sum(heights) + _ROW_GAP_PT * len(rows) + _BOTTOM_PT
    figure = figure or page.blank(width, height)
    top = height - _TOP_PT
    for row, high in zip(rows, heights, strict=True):
        _draw_row(figure, row, heads, views, scale, cell, top)
        top -= high + _ROW_GAP_PT
    _around(figure, name, rows, views)
    return figure


def _levels(row):
    return _LONG_MM if any(map(_is_long, row)) else _SHORT_MM


def _row_height(row, heads, scale):
    upper, lower = _levels(row)
    return (lower - upper) * scale + max(len(heads[one.id]) for one in row) * _LINE_PT + 4


def _head_lines(head, cell):
    """Muscle in bold, point under it."""
    bold, plain = head
    lines = [(line, "bold") for line in lettering.wrap(bold, cell, style.SIZE_SMALL, "bold").split("\n")]
    return lines + [
        (line, "normal") for line in lettering.wrap(plain, cell, style.SIZE_SMALL).split("\n") if plain
    ]


def _point_head(pattern):
    point = load().trigger_points[pattern.id]
    muscles = dict.fromkeys(
        load().muscles[key].name.split(",")[0] for key in (pattern.muscle_id, *point.other_muscle_ids)
    )
    portion = "" if point.other_muscle_ids or point.portion == "whole" else point.portion
    return ", ".join(muscles), point.label if point.label[-1].isdigit() else portion


def _mimic_head(pattern):
    return pattern.name, f"{load().grades[pattern.grade].symbol} {load().grades[pattern.grade].name}"


def _draw_row(figure, row, heads, views, scale, cell, top_pt):
    upper, lower = _levels(row)
    lines = max(len(heads[one.id]) for one in row)
    bottom = top_pt - lines * _LINE_PT - 4 - (lower - upper) * scale
    for column, pattern in enumerate(row):
        left = _MARGIN_PT + column * (cell + _GAP_PT)
        at = left
        for view in views:
            first, last = _ACROSS_MM[view]
            window = (first, upper, last - first, lower - upper)
            ax = chart_panel(
                figure, view, window, (at, bottom), scale, pattern_paint(pattern, _X_SHARE), fade_pt=4
            )
            if view == views[0]:
                _write_head(ax, heads[pattern.id], lines)
            at += (last - first) * scale + _VIEWS_GAP_PT


def _write_head(ax, head, lines):
    unit = furniture.mm_per_point(ax)
    for number, (line, weight) in enumerate(head):
        rise = 5 + (lines - 1 - number) * _LINE_PT
        at = (ax.get_xlim()[0], ax.get_ylim()[1] - rise * unit)
        furniture.note(ax, at, line, weight=weight, color=style.INK)


def _around(figure, name, rows, views):
    """Title, side marker, key, crosses and scale bar of the sheet."""
    first = figure.axes[0]
    width, height = figure.get_size_inches() * 72
    paper = words.page_axes(figure)
    looks = {"size": style.SIZE_TITLE, "weight": "bold", "color": style.INK}
    furniture.note(paper, (_MARGIN_PT, 28), name_of(name), label="title", **looks)
    furniture.side_marker(paper, (width - 24, 24))
    _key(paper, height - _BOTTOM_PT + 10, [one for row in rows for one in row])
    for number, view in enumerate(views):
        furniture.orientation_cross(paper, (_CROSS_PT + 140 * number, height - 36), f"body-{view}")
    furniture.scale_bar(first, *_corner(first, width - _MARGIN_PT, height - 30), 200)


def _corner(ax, x_pt, y_pt):
    """A place of the page, points from its upper left corner, in the millimetres of an Axes."""
    unit, box = furniture.mm_per_point(ax), ax.get_position()
    width, height = ax.figure.get_size_inches() * 72
    left, top = ax.get_xlim()[0], ax.get_ylim()[1]
    return left + (x_pt - box.x0 * width) * unit, top + (y_pt - (1 - box.y1) * height) * unit


def _key(paper, top_pt, patterns):
    """The signs with their names, in one line."""
    signs = [words.Row("essential", name_of("word-essential-zone"), "")]
    signs += [words.Row("spillover", name_of("word-spillover-zone"), "")]
    if any(one.points for one in patterns):
        signs.insert(0, words.Row("point", name_of("word-trigger-point"), ""))
    if any(one.dashed for one in patterns):
        signs.append(words.Row("essential", name_of("note-weak-zone"), "", weak=True))
    left = _MARGIN_PT + 4
    for row in signs:
        words.sign(paper, row, (left, top_pt))
        furniture.note(paper, (left + 38, top_pt + 11), row.head, color=style.INK)
        left += 38 + lettering.text_width_pt(row.head, style.SIZE_SMALL) + _KEY_GAP_PT
