"""Props and shadows as marks: faces of blocks, hulls of what is round, shade where a body lies or stands."""

import numpy as np

from gluteal.drawing.mannequin_field import blurred, loops, path, smoothed, thinned
from gluteal.drawing.marks import Mark
from gluteal.svg_path import joined

LOOKS = {
    "pad": ("#d5dcd9", "#87928f"), "frame": ("#c9c3b8", "#968e82"), "cloth": ("#f1efe8", "#a7a092"),
    "wood": ("#c7a97d", "#7d6444"), "rubber": ("#b9a9c4", "#6f5f7c"), "wall": ("#f3efe6", "#c9c2b4"),
    "floor": ("#f1ece1", "#f1ece1"), "mat": ("#bcd3cf", "#7f9b96"), "band": ("#7f5aa8", "#3b2553"),
}  # fmt: skip
"""Colour of the face turned to the light, and of the line."""
_SHADE = "#4a3f36"
_LIGHT = np.array([-0.35, 0.85, 0.4])
_CELL_MM, _NEAR_MM = 14.0, 230.0
_FACES = ((0, 1, 3, 2), (4, 5, 7, 6), (0, 1, 5, 4), (2, 3, 7, 6), (0, 2, 6, 4), (1, 3, 7, 5))


def hull(points):
    """Return the convex hull of points of the page, shape (n, 2)."""
    ordered = sorted(map(tuple, np.round(points, 2).tolist()))
    ordered = list(dict.fromkeys(ordered))
    chains = []
    for run in (ordered, ordered[::-1]):
        chain = []
        for point in run:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains.append(chain[:-1])
    return np.array(chains[0] + chains[1])


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def polygon(points):
    """Return path data of a polygon in whole millimetres."""
    return "M" + "L".join(joined(np.round(point)) for point in points) + "Z"


def painters_order(solids, view):
    """Return solids so that each comes before those that hide it; floor and walls first."""
    waiting = sorted(solids, key=lambda one: (one.look not in ("floor", "wall"), _depth(one, view)))
    order = []
    while waiting:
        free = [
            one
            for one in waiting
            if not any(_hides(one, other, view) for other in waiting if other is not one)
        ]
        order.append((free or waiting)[0])
        waiting = [one for one in waiting if one is not order[-1]]
    return order


def _depth(solid, view):
    return float(view.project(solid.points)[:, 2].mean())


def _hides(first, second, view):
    """Whether the first may hide the second: a plane between them has the first on the side of the eye."""
    if first.look in ("floor", "wall") or second.look in ("floor", "wall"):
        return second.look in ("floor", "wall") and first.look not in ("floor", "wall")
    for axis in _axes(first) + _axes(second):
        a, b = first.points @ axis, second.points @ axis
        towards = axis @ view.axes[2]
        if a.min() >= b.max() - 1.0 or b.min() >= a.max() - 1.0:
            before = a.min() >= b.max() - 1.0
            if abs(towards) > 0.02:
                return before == (towards > 0)
    return False


def _axes(solid):
    """The directions of the edges of a block; of what is round, the vertical."""
    if not solid.flat:
        return [np.array([0.0, 1.0, 0.0])]
    edges = [solid.points[corner] - solid.points[0] for corner in (2, 4, 1)]
    return [edge / max(np.linalg.norm(edge), 1e-9) for edge in edges]


def solid_marks(solid, view):
    """Return the marks of one solid."""
    fill, line = LOOKS[solid.look]
    on_page = view.project(solid.points)
    if not solid.flat:
        return _round(on_page, fill, line)
    marks = []
    for face in sorted(_FACES, key=lambda one: on_page[list(one), 2].mean()):
        marks += _face(solid.points[list(face)], on_page[list(face)], solid, fill, line, view)
    return marks


def _face(room, on_page, solid, fill, line, view):
    normal = np.cross(room[1] - room[0], room[3] - room[0])
    away = normal if normal @ (room.mean(axis=0) - solid.points.mean(axis=0)) > 0 else -normal
    away = away / max(np.linalg.norm(away), 1e-9)
    if away @ view.axes[2] <= 0.02:
        return []
    dark = np.clip(0.5 - 0.5 * (away @ (_LIGHT @ np.stack([view.axes[0], (0, 1, 0), view.axes[2]]))), 0, 1)
    outline = polygon(on_page[:, :2])
    pen = 0.0 if solid.look == "floor" else 2.0
    shade = (
        []
        if solid.look in ("floor", "wall")
        else [Mark(outline, fill=_SHADE, opacity=round(0.05 + 0.26 * dark, 2))]
    )
    edge = [Mark(outline, stroke=line, width_mm=pen)] if pen else []
    return [Mark(outline, fill=fill), *shade, *edge]


def _round(on_page, fill, line):
    points = hull(on_page[:, :2])
    outline = polygon(points)
    size = float(np.ptp(points, axis=0).min())
    marks = [Mark(outline, fill=fill)]
    for share, opacity in ((0.5, 0.09), (0.34, 0.1), (0.18, 0.1)):
        away = (round(0.22 * share * size), round(0.3 * share * size))
        pen = Mark(
            outline,
            stroke=_SHADE,
            width_mm=round(share * size),
            opacity=opacity,
            clip=outline,
            offset_mm=away,
        )
        marks.append(pen)
    return [*marks, Mark(outline, stroke=line, width_mm=2.0)]


def triangles(solid, view):
    """Return the triangles of a block on the page; of what is round, its hull seen at its own depth."""
    on_page = view.project(solid.points)
    if solid.flat:
        faces = [on_page[list(face)] for face in _FACES]
        return np.array([tri for a, b, c, d in faces for tri in ((a, b, c), (a, c, d))])
    points, middle = hull(on_page[:, :2]), on_page.mean(axis=0)
    depth = np.array([on_page[np.argmin(((on_page[:, :2] - one) ** 2).sum(axis=1)), 2] for one in points])
    rim = np.column_stack([points, depth])
    top = np.append(
        middle[:2], on_page[:, 2].max() if np.ptp(depth) < np.ptp(on_page[:, 2]) * 0.2 else middle[2]
    )
    return np.array([(a, b, top) for a, b in zip(rim, np.roll(rim, -1, axis=0), strict=True)])


def shadow_marks(surfaces, points, view):
    """Return soft shadows of bodies on flat tops.

    Parameters
    ----------
    surfaces : list of (float, array or None)
        Height of each top, and the corners (4, 3) that bound it; None without bounds.
    points : array, shape (n, 3)
        The skin of all figures, in the room.
    view : gluteal.drawing.mannequin_view.View
    """
    marks = []
    for top, corners in surfaces:
        above = points[(points[:, 1] > top - 60) & (points[:, 1] < top + _NEAR_MM)]
        clip = "" if corners is None else polygon(hull(view.project(corners)[:, :2]))
        if len(above):
            marks += _shadow(above, top, view, clip)
    return marks


def _shadow(above, top, view, clip):
    cells = np.floor(above[:, [0, 2]] / _CELL_MM).astype(int)
    first = cells.min(axis=0) - 8
    field = np.zeros(cells.max(axis=0) - first + 9)
    near = np.clip(1 - (above[:, 1] - top) / _NEAR_MM, 0, 1) ** 2
    np.maximum.at(field, tuple((cells - first).T), near)
    field = blurred(field, 1)
    marks = []
    for level, opacity in ((0.1, 0.08), (0.25, 0.09), (0.45, 0.1), (0.7, 0.12)):
        drawn = "".join(_ring(line, first, top, view) for line in loops(field, level, least=8))
        if drawn:
            marks.append(Mark(drawn, fill=_SHADE, opacity=opacity, clip=clip))
    return marks


def _ring(line, first, top, view):
    x, z = ((smoothed(line, 3)[:, ::-1] + first + 0.5) * _CELL_MM).T
    on_page = view.project(np.column_stack([x, np.full(len(x), top), z]))[:, :2]
    return path(thinned(on_page, 3.0))
