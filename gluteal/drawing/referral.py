"""Referral zones as marks: where pain is typically felt, drawn soft, since nobody knows the borders exactly.

Essential zones are dark and dotted, spillover zones paler and hatched; a weakly sourced zone is fainter, with
a broken outline. An X marks the trigger point. Skin shows through. No raster, no filter: matplotlib and a
browser draw the same.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gluteal.drawing import style
from gluteal.drawing.body import load_body
from gluteal.drawing.marks import Mark
from gluteal.drawing.referral_field import field
from gluteal.drawing.referral_texture import dots, hatching
from gluteal.drawing.svg import Shared, marks_svg
from gluteal.svg_path import joined

KINDS = ("spillover", "essential")
"""In painter's order."""
SIDES = ("right", "left")


@dataclass(frozen=True)
class _Look:
    """How a kind of zone is painted: its colour, that of its texture, and how much of the skin it covers."""

    colour: str
    ink: str
    cover: float


_LOOKS = {
    "essential": _Look(
        style.COLOURS["pain.essential"], style.darker(style.COLOURS["pain.essential"], 0.68), 0.7
    ),
    "spillover": _Look(
        style.COLOURS["pain.spillover"], style.darker(style.COLOURS["pain.spillover"], 0.4), 0.56
    ),
}
_LEVELS = (0.05, 0.14, 0.24, 0.35, 0.46, 0.57, 0.68, 0.79)
_FEW_LEVELS, _SMALL_SCALE = _LEVELS[1::2], 1.5
"""Shares at which the tone becomes one step darker: fewer in a small picture, from this scale on."""
_EDGE = 0.48
"""The share at which a zone ends for its texture and its broken outline: about where the polygon ends."""
_TEXTURED = 0.58
"""The share from which on a zone carries its texture."""
_WEAK_GRADE, _WEAK_COVER = "unverified", 0.6
"""By how much a weakly sourced zone is fainter."""
_DASH_MM, _OUTLINE_MM = (6.0, 4.0), 1.3
_ARM_MM, _X_MM, _HALO_MM = 8.5, 3.6, 7.8


def zone_marks(pattern, view, side="right", *, scale=1.0, point=True):
    """Return the zones of one pattern in one view as marks, in painter's order.

    Parameters
    ----------
    pattern : gluteal.catalogue.referral.Pattern
    view : {"posterior", "lateral", "anterior"}
    side : {"right", "left"}
        Side of the body; for the lateral view the marks are the same, to be put on the mirrored chart.
    scale : float
        Size of texture, broken lines and X: 1 for a whole body on the page, less for a part of it.
    point : bool
        Mark the trigger point too.

    Returns
    -------
    list of Mark
        Clipped to the outline of the body; the X is not.

    Raises
    ------
    ValueError
        For a side or view that there is not.

    Examples
    --------
    >>> from gluteal.catalogue.referral import referral_pattern
    >>> bool(zone_marks(referral_pattern("piriformis-trp1"), "posterior"))
    True
    """
    check_side(side)
    body = load_body(view).structures["body"]
    marks = []
    for kind in KINDS:
        for weak in (True, False):
            marks += _kind_marks(pattern, view, side, kind, weak, scale)
    marks = [replace(mark, clip=body.path) for mark in marks]
    return marks + (point_marks(pattern.point_on(view, side), scale) if point else [])


def check_side(side):
    """Raise ``ValueError`` naming the sides there are, unless ``side`` is one."""
    if side not in SIDES:
        raise ValueError(f"there is no side {side!r}; choose from {', '.join(SIDES)}")


def point_marks(place, scale=1.0):
    """Return the X of a trigger point: dark, with a pale edge; unlike the rings of landmarks."""
    if place is None:
        return []
    (x, y), arm = place, _ARM_MM * scale
    cross = "".join(f"M{joined((x - arm, y - rise))}L{joined((x + arm, y + rise))}" for rise in (-arm, arm))
    pens = ((style.PAPER, _HALO_MM), (style.INK, _X_MM))
    return [Mark(cross, stroke=colour, width_mm=round(width * scale, 2)) for colour, width in pens]


def _polygons(pattern, view, side, kind, weak):
    chart = f"lateral-{side}" if view == "lateral" else view
    zones = pattern.on_chart(chart, side, kind)
    return tuple(one.polygon for one in zones if (pattern.dashed or one.grade == _WEAK_GRADE) == weak)


def _kind_marks(pattern, view, side, kind, weak, scale):
    polygons = _polygons(pattern, view, side, kind, weak)
    if not polygons:
        return []
    darker = ()
    if kind == "spillover":
        darker = sum((_polygons(pattern, view, side, "essential", one) for one in (True, False)), ())
    above = [_field(view, (one,), ()) for one in darker]
    return look_marks(_field(view, polygons, darker), kind, weak, scale, above)


def form_of(pattern, view, kind):
    """Return the soft form of all zones of a kind in one view, right side, or None where there is none."""
    polygons = sum((_polygons(pattern, view, "right", kind, weak) for weak in (True, False)), ())
    return _field(view, polygons, ()) if polygons else None


def look_marks(soft, kind, weak=False, scale=1.0, above=()):
    """Return a soft form with the look of a kind of zone.

    Parameters
    ----------
    soft : gluteal.drawing.referral_field.Field
    kind : {"essential", "spillover"}
    weak : bool
        Weakly sourced.
    scale : float
        As for `zone_marks`.
    above : sequence of gluteal.drawing.referral_field.Field
        Where one of these lies, this one has no texture.

    Returns
    -------
    list of Mark
    """
    look = _LOOKS[kind]
    marks = _tone(soft, look.colour, look.cover * (_WEAK_COVER if weak else 1), scale)
    marks += _outline(soft, look.ink, scale) if weak else []
    return marks + _texture(soft, kind, above, scale, 0.8 if weak else 1.0)


@lru_cache(maxsize=512)
def _field(view, polygons, around):
    return field(polygons, load_body(view).structures["body"].rings, around)


def _tone(soft, colour, cover, scale):
    """Steps that together cover the skin as much as they should, each as faint as the others."""
    levels = _FEW_LEVELS if scale > _SMALL_SCALE else _LEVELS
    opacity = round(1 - (1 - cover) ** (1 / len(levels)), 3)
    paths = [soft.path(level, _tolerance_mm(scale)) for level in levels]
    return [Mark(path, fill=colour, opacity=opacity) for path in paths if path]


def _outline(soft, ink, scale):
    pen = {"stroke": ink, "width_mm": round(_OUTLINE_MM * scale, 2)}
    dash = tuple(round(length * scale, 1) for length in _DASH_MM)
    return [Mark(soft.path(_EDGE, _tolerance_mm(scale)), dash_mm=dash, **pen)]


def _tolerance_mm(scale):
    """In a small picture a line may leave more of its points out."""
    return round(0.3 * max(1, scale), 2)


def _texture(soft, kind, above, scale, opacity):
    """Dots or lines; no lines where an essential zone of the same pattern has its dots."""

    def seen(points):
        free = [one.at(points) < _EDGE for one in above]
        return np.logical_and.reduce([soft.at(points) >= _TEXTURED, *free])

    draw = dots if kind == "essential" else hatching
    return draw(soft.bounds_mm, seen, _LOOKS[kind].ink, scale, opacity)


@lru_cache(maxsize=1024)
def _svg(marks, prefix):
    shared = Shared(marks, f"{prefix}-")
    defs = shared.definitions()
    return (f"<defs>{defs}</defs>" if defs else "") + marks_svg(marks, shared)


def zones_svg(pattern, view, side="right", prefix="z", *, point=True):
    """Return the zones of one pattern as SVG text, for ``<g class="zones">`` of a body chart.

    Parameters
    ----------
    pattern : gluteal.catalogue.referral.Pattern
    view : {"posterior", "lateral", "anterior"}
    side : {"right", "left"}
    prefix : str
        Beginning of every id in the text.
    point : bool
        Mark the trigger point too.

    Returns
    -------
    str
        Elements in mm; empty where the pattern does not show in this view. The chart clips them.

    Examples
    --------
    >>> from gluteal.catalogue.referral import referral_pattern
    >>> zones_svg(referral_pattern("piriformis-trp1"), "posterior")[:2]
    '<p'
    """
    marks = zone_marks(pattern, view, side, point=point)
    return _svg(tuple(replace(mark, clip="") for mark in marks), f"{prefix}-{pattern.id}-{view}")
