"""Origins and insertions as marks: colour *and* texture, so that they stay apart in grey print too."""

import numpy as np

from gluteal.drawing import sight, style
from gluteal.drawing.marks import Mark
from gluteal.svg_path import flatten, joined

_HATCH_MM = 2.6


def attachment_marks(detail, hidden=False):
    """Return the marks of one origin (red, hatched) or insertion (blue, dotted).

    Parameters
    ----------
    detail : gluteal.plates.Detail
        Of role ``"origin"`` or ``"insertion"``: an area, or a line.
    hidden : bool
        It lies on the far side of a bone: only its edge is drawn, broken, as where the plate says so.

    Returns
    -------
    list of Mark
    """
    colour = style.COLOURS[detail.role]
    if hidden or detail.hidden:
        return [Mark(detail.path, stroke=style.PAPER, width_mm=1.5, opacity=0.7),
                Mark(detail.path, stroke=colour, width_mm=0.8, dash_mm=(2.2, 1.8))]  # fmt: skip
    if not is_area(detail):
        return _line(detail, colour)
    return [
        Mark(detail.path, fill=style.PAPER, opacity=0.78),
        Mark(detail.path, fill=colour, opacity=0.2),
        *_texture(detail, colour),
        Mark(detail.path, stroke=colour, width_mm=0.8),
    ]


def is_area(detail):
    """Tell whether an attachment is drawn as a closed area."""
    return detail.path.rstrip().lower().endswith("z")


def _line(detail, colour):
    """A line of attachment: thick, the insertion beaded."""
    beads = {"dash_mm": (0.01, 2.4)} if detail.role == "insertion" else {}
    return [
        Mark(detail.path, stroke=style.PAPER, width_mm=3.0, opacity=0.8),
        Mark(detail.path, stroke=colour, width_mm=0.7 if beads else 1.7),
        *([Mark(detail.path, stroke=colour, width_mm=1.7, **beads)] if beads else []),
    ]


def _texture(detail, colour):
    """Slanting lines for an origin, rows of dots for an insertion."""
    points = np.vstack(flatten(detail.path))
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    if detail.role == "origin":
        rise = bottom - top
        starts = np.arange(left - rise, right, _HATCH_MM)
        path = "".join(f"M{joined((x, bottom))}l{joined((rise, -rise))}" for x in starts)
        return [Mark(path, stroke=colour, width_mm=0.5, opacity=0.9, clip=detail.path)]
    rows = enumerate(np.arange(top + 0.8, bottom, 0.8 * _HATCH_MM))
    path = "".join(f"M{joined((left + i % 2 * _HATCH_MM / 2, y))}h{joined((right - left,))}" for i, y in rows)
    return [Mark(path, stroke=colour, width_mm=1.0, clip=detail.path, dash_mm=(0.01, _HATCH_MM))]


def place_of(detail, toward=None):
    """Return where a label points at an attachment: the middle of its line, or well inside its area. mm.

    Parameters
    ----------
    detail : gluteal.plates.Detail
    toward : {"left", "right"}, optional
        The side on which the label will stand.
    """
    line = detail.line
    if is_area(detail):
        (left, top), (right, bottom) = line.min(axis=0) - 1, line.max(axis=0) + 1
        raster = sight.Raster((left, top, right - left, bottom - top), step_mm=0.5)
        return sight.anchor(raster, raster.inside(flatten(detail.path)), toward, pull=0.1, margin_mm=0)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    return tuple(float(np.interp(along[-1] / 2, along, line[:, axis])) for axis in (0, 1))
