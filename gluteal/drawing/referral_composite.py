"""The pain maps of one muscle's trigger points over one another: a line for each, overlap darker."""

from dataclasses import replace

import numpy as np

from gluteal.catalogue import load, name_of
from gluteal.catalogue.referral import referral_patterns
from gluteal.drawing import furniture, page, style
from gluteal.drawing import referral_words as words
from gluteal.drawing.body import load_body
from gluteal.drawing.marks import Mark
from gluteal.drawing.referral import form_of, point_marks
from gluteal.drawing.referral_figure import (
    BOTTOM_PT,
    MARGIN_PT,
    TOP_PT,
    UNDER_PT,
    WIDTH_PT,
    chart_row,
    furnish,
    scale_pt,
)
from gluteal.drawing.referral_window import windows_mm

INKS = ("#5c0d16", "#164f86", "#14603f", "#6a2c86")
"""One for each point, dark; the number beside X and zone tells them apart without colour."""
_TONES = {
    "spillover": (style.COLOURS["pain.spillover"], 0.34),
    "essential": (style.COLOURS["pain.essential"], 0.4),
}
_LEVELS = (0.16, 0.34, 0.52)
_EDGE = 0.5
_LINES_MM = {"essential": 3.0, "spillover": 1.3}
_CASE_MM = 2.2
_DASH_MM = (7.0, 4.6)
_APART_PT, _BESIDE_PT, _X_SHARE = 17.0, 12.0, 0.75
_OWN, _INSET_MM = 0.5, 4.0
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7))


def composites():
    """Return the muscles that have more than one trigger point, hamstrings as one: id to ids of the points.

    Examples
    --------
    >>> composites()["piriformis"]
    ('piriformis-trp1', 'piriformis-trp2')
    """
    found = {}
    for point in load().trigger_points.values():
        found.setdefault(_group(point.muscle_id), []).append(point.id)
    return {key: tuple(points) for key, points in found.items() if len(points) > 1}


def _group(muscle_id):
    return "hamstrings" if muscle_id in load().muscle_groups["hamstrings"].muscle_ids else muscle_id


def composite_figure(key, figure=None):
    """Draw the pain maps of all trigger points of one muscle over one another.

    Parameters
    ----------
    key : str
        A key of `composites`.
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    patterns = [referral_patterns()[one] for one in composites()[key]]
    windows, rows = windows_mm(patterns), _rows(patterns)
    scale, width = scale_pt(windows.values()), WIDTH_PT - 2 * MARGIN_PT
    charts, below = next(iter(windows.values()))[3] * scale, words.height_pt(rows, width)
    high = TOP_PT + charts + UNDER_PT + below + BOTTOM_PT
    figure = figure or page.blank(WIDTH_PT, high)
    axes = chart_row(figure, windows, BOTTOM_PT + below + UNDER_PT, scale, _painter(patterns))
    for view, ax in axes.items():
        _number(ax, patterns, view)
    furnish(axes, name_of(f"referral-{key}"))
    paper = words.page_axes(figure)
    words.write_rows(paper, rows, MARGIN_PT, high - BOTTOM_PT - below, width)
    return figure


def _rows(patterns):
    """One row of words for each point, its number as sign."""
    return [_row(number, pattern) for number, pattern in enumerate(patterns, start=1)]


def _row(number, pattern):
    point = load().trigger_points[pattern.id]
    kinds = {zone.kind for zone in pattern.zones}
    said = [f"{name_of('word-essential-zone')}: {pattern.essential_words}."]
    if "spillover" in kinds:
        said.append(f"{name_of('word-spillover-zone')}: {pattern.spillover_words}.")
    said.append(f"{name_of('word-grade').format(load().grades[pattern.grade].name)}.")
    head = f"{point.muscle.name.split(',')[0]}, {point.label}: {point.portion}"
    return words.Row(str(number), head, " ".join(said), ink=INKS[number - 1])


def _painter(patterns):
    """Tones of all first, so that they add up; then lines; then every X."""

    def paint(view, scale):
        marks = [mark for kind in _TONES for one in patterns for mark in _tone(one, view, kind)]
        for ink, one in zip(INKS, patterns, strict=False):
            marks += [mark for kind in _TONES for mark in _line(one, view, kind, ink, scale)]
        clip = load_body(view).structures["body"].path
        marks = [replace(mark, clip=clip) for mark in marks]
        return marks + [
            mark for one in patterns for mark in point_marks(one.point_on(view), _X_SHARE * scale)
        ]

    return paint


def _tone(pattern, view, kind):
    soft, (colour, cover) = form_of(pattern, view, kind), _TONES[kind]
    opacity = round(1 - (1 - cover) ** (1 / len(_LEVELS)), 3)
    return [Mark(soft.path(level), fill=colour, opacity=opacity) for level in _LEVELS] if soft else []


def _line(pattern, view, kind, ink, scale):
    """The line of a zone on a pale case, so that it shows on any tone; broken where weakly sourced."""
    soft = form_of(pattern, view, kind)
    if soft is None:
        return []
    path, width = soft.path(_EDGE), _LINES_MM[kind] * scale
    dash = tuple(round(length * scale, 1) for length in _DASH_MM) if pattern.dashed else ()
    case = Mark(path, stroke=style.PAPER, width_mm=round(width + _CASE_MM * scale, 2), opacity=0.55)
    return [case, Mark(path, stroke=ink, width_mm=round(width, 2), dash_mm=dash)]


def _number(ax, patterns, view):
    """Write each point's number beside its X and into the part of its zone that no other reaches."""
    unit = furniture.mm_per_point(ax)
    crosses = [place for one in patterns if (place := one.point_on(view))]
    taken = []
    for number, pattern in enumerate(patterns):
        if place := pattern.point_on(view):
            taken.append(_beside(place, _BESIDE_PT * unit, [*crosses, *taken]))
            words.badge(ax, taken[-1], str(number + 1), INKS[number])
    for kind in ("essential", "spillover"):
        for number, pattern in enumerate(patterns):
            own = _own_place(pattern, patterns, view, kind, [*crosses, *taken], _APART_PT * unit)
            if own:
                taken.append(own)
                words.badge(ax, own, str(number + 1), INKS[number])


def _beside(place, away_mm, others):
    """The side of an X, right if it is free, on which its number is farthest from what else stands there."""
    sides = [(place[0] + away_mm * x, place[1] + away_mm * y) for x, y in _SIDES]
    others = [one for one in others if one != place]
    return max(sides, key=lambda side: min(_distance(side, others), 1.6 * away_mm))


def _distance(place, others):
    return min((float(np.hypot(place[0] - x, place[1] - y)) for x, y in others), default=np.inf)


def _own_place(pattern, patterns, view, kind, taken, apart_mm):
    """A place in the zone that is this pattern's own, as deep in it and as far from other signs as can be."""
    soft = form_of(pattern, view, kind)
    if soft is None:
        return None
    places, own = soft.places()
    rivals = [one for one in patterns if one is not pattern]
    rivals = [form_of(one, view, rival) for one in rivals for rival in _TONES]
    rivals += [form_of(pattern, view, "essential")] if kind == "spillover" else []
    score = own - np.max([np.zeros(len(own)), *(one.at(places) for one in rivals if one)], axis=0)
    left, _, right, _ = load_body(view).structures["body"].bounds_mm
    on_body = (places[:, 0] > left + _INSET_MM) & (places[:, 0] < right - _INSET_MM)
    away = np.min([np.hypot(*(places - place).T) for place in taken] or [np.full(len(own), 1e9)], axis=0)
    free = on_body & (away > apart_mm) & (score > _OWN)
    if not free.any():
        return None
    best = free & (score > score[free].max() - 0.05)
    middle = places[best].mean(axis=0)
    return tuple(map(float, places[best][np.hypot(*(places[best] - middle).T).argmin()]))
