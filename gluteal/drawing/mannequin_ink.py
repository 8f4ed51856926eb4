"""From what is seen of a figure to marks: coverings, tones of light, outline and lines of its parts."""

from dataclasses import dataclass

import numpy as np

from gluteal.drawing.mannequin_field import (
    blurred,
    blurred_inside,
    loops,
    path,
    slopes,
    smoothed,
    thinned,
)  # fmt: skip
from gluteal.drawing.mannequin_layers import MATERIALS, SEGMENTS
from gluteal.drawing.marks import Mark

LIGHT = np.array([-0.46, -0.60, 0.655])
"""Towards the light on the page: from the upper left, before the figure."""
SHADE = (
    (0.26, 0.07), (0.34, 0.07), (0.42, 0.07), (0.5, 0.075), (0.58, 0.08), (0.66, 0.085), (0.74, 0.09),
    (0.84, 0.1), (0.96, 0.11),
)  # fmt: skip
_SHADE_SMALL = ((0.34, 0.16), (0.6, 0.2))
SHINE = ((0.12, 0.12), (0.08, 0.12), (0.045, 0.13), (0.02, 0.14))
"""Darkness at which a step of tone begins, and its opacity."""


@dataclass(frozen=True)
class Palette:
    """Colours of a figure by covering, of its shade and of its lines."""

    coverings: dict
    shade: str
    line: str


PALETTES = {
    "patient": Palette(
        {"skin": "#f2dcc8", "shorts": "#8fa3b5", "shirt": "#e9ece8", "hair": "#a58468", "trousers":
        "#8fa3b5"},
        "#7a4530", "#5a3a2c",
    ),
    "examiner": Palette(
        {"skin": "#ece5dc", "shorts": "#cbd3d8", "shirt": "#e2e7e9", "hair": "#c3bab0", "trousers":
        "#cbd3d8"},
        "#5b6570", "#5f676d",
    ),
}  # fmt: skip

_NETS = {"band": ("#7f5aa8", "#3b2553"), "towel": ("#dfe7ea", "#5d6d73")}


def net_palette(look):
    """Return the colours of a band or a towel."""
    fill, line = _NETS[look]
    return Palette({"skin": fill}, line, line)


def darkness(layer, mask, step_mm):
    """Return how dark each square of a figure is, 0 to 1: turned from the light, or lying in a hollow."""
    reach = lambda mm: max(1, round(mm / step_mm))  # noqa: E731
    depth = blurred_inside_near(layer.depth, mask, step_mm)
    right, down = slopes(depth, mask.astype(int), step_mm, 14 + 4 * step_mm)
    steep = np.sqrt(1 + right**2 + down**2)
    lit = (-right * LIGHT[0] - down * LIGHT[1] + LIGHT[2]) / steep
    lit = blurred_inside(lit, mask, reach(7))
    around = blurred_inside(np.where(mask, layer.depth, 0), mask, reach(34))
    hollow = np.clip((around - layer.depth) / 130, 0, 0.55)
    return np.where(mask, np.clip(0.78 - 0.78 * lit, 0, 1) + blurred_inside(hollow, mask, reach(4)), 0)


def blurred_inside_near(depth, mask, step_mm):
    """Return the depth with small unevenness taken out."""
    return np.where(mask, depth, 0.0)


def figure_marks(layer, mask, grid, palette, small=False, muscles=()):
    """Return the marks of what is seen of a figure.

    Parameters
    ----------
    layer : gluteal.drawing.mannequin_layers.Layer
    mask : array of bool
        Where the figure is nearest to the eye.
    grid : gluteal.drawing.mannequin_raster.Grid
    palette : Palette
    small : bool
        Few marks, for a picture of a few centimetres.
    muscles : list of gluteal.drawing.mannequin_muscles.Painted
    """
    if not mask.any():
        return []
    outline = region(mask, grid, small)
    if not outline:
        return []
    marks = [Mark(outline, fill=palette.coverings["skin"])]
    marks += _coverings(layer, mask, grid, palette, outline, small)
    marks += [mark for one in muscles for mark in _muscle(one, mask, grid, outline, small)]
    marks += _tones(darkness(layer, mask, grid.step_mm), mask, grid, palette, outline, small)
    marks += _inner_lines(layer, mask, grid, palette, small)
    drawn = [mark for mark in marks if mark.path]
    return [*drawn, Mark(outline, stroke=palette.line, width_mm=5.0 if small else 3.6)]


def region(mask, grid, small=False):
    """Return path data round the squares of a mask."""
    soft = blurred(mask.astype(float), 1)
    lines = [smoothed(line, 5) for line in loops(soft, least=12)]
    return "".join(_path(line, grid, 0.5 if small else 0.22) for line in lines)


def _path(line, grid, tolerance, closed=True):
    return path(grid.to_page(thinned(line, tolerance, closed)), closed)


def _coverings(layer, mask, grid, palette, outline, small):
    marks = []
    for index, name in enumerate(MATERIALS):
        if index == 0 or name not in palette.coverings:
            continue
        worn = mask & (layer.material == index)
        if worn.sum() > 20:
            wide = _spread(worn, mask)
            drawn = region(wide, grid, small)
            marks.append(Mark(drawn, fill=palette.coverings[name], clip=outline))
            if not small:
                marks.append(
                    Mark(region(worn, grid), stroke=palette.shade, width_mm=2.0, opacity=0.4, clip=outline)
                )
    return marks


def _muscle(muscle, mask, grid, outline, small):
    """A muscle in its hue, its outline, and for the target a pale rim that sets it off."""
    seen = np.where(mask, muscle.inside_mm, -40.0)
    wide = np.where(mask, seen, blurred_inside(seen, mask, 2))
    shape = _tone(wide, 0.0, grid, Mark("", fill=muscle.fill, clip=outline), 0.4 if small else 0.2)
    if not shape:
        return []
    edge = Mark(shape[0].path, stroke=muscle.line, width_mm=3.2 if muscle.target else 1.8, clip=outline)
    if not muscle.target:
        return [*shape, edge]
    return [Mark(shape[0].path, stroke="#fff8ea", width_mm=9.0, clip=outline), *shape, edge]


def _spread(worn, mask):
    """Let a covering run out over the outline, so that no skin shows at the edge."""
    wide = worn.copy()
    for axis in (0, 1):
        for shift in (-2, 2):
            wide |= np.roll(worn, shift, axis=axis) & ~mask
    return wide


def _tones(dark, mask, grid, palette, outline, small):
    whole = np.where(mask, dark, blurred_inside(dark, mask, 2))
    marks = []
    for level, opacity in () if small else SHINE:
        marks += _tone(-whole, -level, grid, Mark("", fill="#ffffff", opacity=opacity, clip=outline), 0.4)
    for level, opacity in _SHADE_SMALL if small else SHADE:
        pen = Mark("", fill=palette.shade, opacity=opacity, clip=outline)
        marks += _tone(whole, level, grid, pen, 0.8 if small else 0.4)
    return marks


def _tone(values, level, grid, pen, tolerance):
    lines = [smoothed(line, 10) for line in loops(values, level, least=30)]
    drawn = "".join(_path(line, grid, tolerance) for line in lines)
    return [Mark(drawn, fill=pen.fill, opacity=pen.opacity, clip=pen.clip)] if drawn else []


def _inner_lines(layer, mask, grid, palette, small):
    """Lines where one part of the figure passes before another."""
    runs = []
    depth = np.where(mask, layer.depth, np.nan)
    for index in range(len(SEGMENTS)):
        own = mask & (layer.segment == index)
        if own.sum() < 12 or (small and index > 14):
            continue
        least = _LEAST_ON_BODY if index < _BODY and not small else 7
        for line in _outlines(own):
            runs += _before_others(smoothed(line, 4), depth, own, grid, least)
    drawn = "".join(_path(run, grid, 0.5 if small else 0.25, closed=False) for run in runs)
    return [Mark(drawn, stroke=palette.line, width_mm=3.6 if small else 2.6, opacity=0.9)] if drawn else []


_BODY = 15
_LEAST_ON_BODY = 26
"""On trunk and limbs, the first so many segments, a line of fewer points is a speck; on fingers it is not."""


def _outlines(own):
    """Closed lines round the squares of a part; only the piece of the page that holds it is looked at."""
    window = tuple(slice(max(at.min() - 6, 0), at.max() + 7) for at in np.nonzero(own))
    piece = own[window].astype(float)
    corner = np.array([window[1].start, window[0].start])
    return [line + corner for line in loops(blurred(piece, 1) if own.sum() > 150 else piece, least=8)]


def _before_others(line, depth, own, grid, least):
    """The stretches of an outline of a part at which it lies before another part of the same figure."""
    along = np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0)
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    inside = _at(own.astype(float), line + 1.5 * normal)
    normal = np.where(inside[:, None] > 0.5, -normal, normal)
    near, far = _at(depth, line - 1.4 * normal), _at(depth, line + 2.0 * normal)
    seen = near - far > 9 + 2.2 * grid.step_mm
    return _stretches(line, seen, least)


def _at(values, points):
    column, row = np.rint(points).astype(int).T
    inside = (row >= 0) & (row < values.shape[0]) & (column >= 0) & (column < values.shape[1])
    found = values[np.clip(row, 0, values.shape[0] - 1), np.clip(column, 0, values.shape[1] - 1)]
    return np.where(inside, found, np.nan)


def _stretches(line, seen, least):
    """Runs of points that are seen, short gaps closed; the line is a ring."""
    if seen.all():
        return [np.vstack([line, line[:1]])] if len(line) > least else []
    if not seen.any():
        return []
    start = int(np.argmin(seen))
    line, seen = np.roll(line, -start, axis=0), np.roll(seen, -start)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], seen.astype(int), [0]])))
    runs = [(a, b) for a, b in edges.reshape(-1, 2)]
    joined = []
    for a, b in runs:
        if joined and a - joined[-1][1] < 4:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return [line[a:b] for a, b in joined if b - a >= least]
