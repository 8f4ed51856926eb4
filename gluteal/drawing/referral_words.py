"""Rows of words under a pain map, each with its sign: the X, dots, hatching, the symbol of the grade."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.catalogue import load, name_of
from gluteal.drawing import canvas, furniture, lettering, style
from gluteal.drawing.referral import look_marks, point_marks
from gluteal.drawing.referral_field import field

LEADING = 1.25
_SIGN_PT, _SWATCH_PT = 40.0, (30.0, 15.0)
_ROW_GAP_PT, _BADGE_PT = 7.0, 13.0


@dataclass(frozen=True)
class Row:
    """A head and its words; the sign is ``point``, ``essential``, ``spillover`` or a symbol to write."""

    sign: str
    head: str
    text: str
    weak: bool = False
    ink: str = style.INK


def rows_of(pattern):
    """Return what is said of one trigger point: where it lies, both zones, how sure that is.

    Examples
    --------
    >>> from gluteal.catalogue.referral import referral_pattern
    >>> [row.sign for row in rows_of(referral_pattern("gluteus-maximus-trp3"))]
    ['point', 'essential', '●○○○']
    """
    point = load().trigger_points[pattern.id]
    grade = load().grades[pattern.grade]
    rows = [Row("point", name_of("word-trigger-point"), point.location)]
    for kind, words in (("essential", pattern.essential_words), ("spillover", pattern.spillover_words)):
        if any(zone.kind == kind for zone in pattern.zones):
            rows.append(Row(kind, name_of(f"word-{kind}-zone"), words, pattern.dashed))
    sure = f"{name_of('word-grade').format(grade.name)}. {point.verification}"
    sure += f". {name_of('note-weak-zone')}" if pattern.dashed else ""
    return [*rows, Row(grade.symbol, name_of("word-how-sure"), sure)]


def broken(row, width_pt):
    """Return the lines of a row, its head first."""
    text = lettering.wrap(row.text, width_pt - _SIGN_PT, style.SIZE_BODY)
    return [row.head, *text.split("\n")]


def height_pt(rows, width_pt):
    """Return how high rows of a width are."""
    lines = sum(len(broken(row, width_pt)) for row in rows)
    return lines * style.SIZE_BODY * LEADING + (len(rows) - 1) * _ROW_GAP_PT


def page_axes(figure):
    """Return an Axes over the whole page, in points from its upper left corner, y down."""
    width, height = figure.get_size_inches() * 72
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, width), ylim=(height, 0))
    ax.axis("off")
    ax.patch.set_alpha(0)
    return ax


def write_rows(ax, rows, left_pt, top_pt, width_pt):
    """Write rows on a page from `page_axes`, the first one's head at ``top_pt``."""
    pitch, y = style.SIZE_BODY * LEADING, top_pt
    for row in rows:
        sign(ax, row, (left_pt, y))
        for number, line in enumerate(broken(row, width_pt)):
            looks = {"weight": "normal" if number else "bold", "color": style.INK}
            at = (left_pt + _SIGN_PT, y + style.SIZE_BODY + number * pitch)
            furniture.note(ax, at, line, size=style.SIZE_BODY, **looks)
        y += len(broken(row, width_pt)) * pitch + _ROW_GAP_PT


def sign(ax, row, at_pt):
    """Draw the sign of a row, its upper left corner at a place of the page."""
    left, top = at_pt
    if row.sign == "point":
        canvas.draw(ax, point_marks((left + _SWATCH_PT[0] / 2, top + 7), 0.6))
    elif row.sign in ("essential", "spillover"):
        canvas.draw(ax, list(_swatch(row.sign, row.weak, left, top)))
    elif row.sign.isdigit():
        badge(ax, (left + _SWATCH_PT[0] / 2, top + 7), row.sign, row.ink)
    else:
        furniture.note(ax, (left, top + style.SIZE_BODY), row.sign, color=style.INK)


def badge(ax, at_mm, number, ink):
    """Write the number of a point in a disc."""
    ring = {"mfc": style.PAPER, "mec": ink, "mew": 1.2, "clip_on": False, "zorder": 6}
    ax.plot(*at_mm, "o", ms=_BADGE_PT, **ring)
    looks = {"weight": "bold", "color": ink, "ha": "center", "va": "center_baseline", "label": "number"}
    furniture.note(ax, at_mm, number, **looks)


@lru_cache(maxsize=64)
def _swatch(kind, weak, left, top):
    """A patch with the look of a zone, on the page."""
    width, height = _SWATCH_PT
    box = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
    paper = (
        np.array(
            [(left - 99, top - 99), (left + 99, top - 99), (left + 99, top + 99), (left - 99, top + 99)]
        ),
    )
    return tuple(look_marks(field((box,), paper), kind, weak, 0.5))
