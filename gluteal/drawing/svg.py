"""Marks → SVG text for the browser. The same marks as matplotlib draws, each path written once."""

from collections import Counter
from functools import lru_cache
from itertools import groupby
from xml.sax.saxutils import quoteattr

from gluteal import plates
from gluteal.drawing.art import structure_marks
from gluteal.svg_path import joined, number

_WORTH_SHARING = 60
"""Paths longer than this are defined once and used by reference."""


@lru_cache
def plate_svg(view, structures=None, prefix="p"):
    """Return the art of one plate as SVG text.

    Parameters
    ----------
    view : str
        ``"posterior"`` or ``"lateral"``.
    structures : tuple of str, optional
        Ids of the structures to draw; by default all.
    prefix : str
        Beginning of every id in the text.

    Returns
    -------
    str
        ``<svg>`` whose user unit is 1 mm; every structure is a ``<g data-structure data-layer>``.

    Raises
    ------
    KeyError
        For an unknown view or structure.

    Examples
    --------
    >>> 'data-structure="piriformis"' in plate_svg("posterior")
    True
    """
    plate = plates.load_plate(view)
    chosen = (
        plate.structures.values() if structures is None else [plate.structures[key] for key in structures]
    )
    marks = {structure.id: structure_marks(structure) for structure in chosen}
    shared = Shared([mark for group in marks.values() for mark in group], f"{prefix}-{view[0]}")
    body = "".join(_group(structure, marks[structure.id], shared) for structure in chosen)
    box = " ".join(number(value) for value in plate.view_box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="none" fill-rule="evenodd" '
        f'stroke-linejoin="round" stroke-linecap="round"><defs>{shared.definitions()}</defs>{body}</svg>'
    )


def _group(structure, marks, shared):
    inner = marks_svg(marks, shared)
    return f'<g data-structure="{structure.id}" data-layer="{structure.layer}">{inner}</g>'


class Shared:
    """Paths and clips that occur more than once, written once.

    Parameters
    ----------
    marks : list of Mark
        All marks of the picture.
    prefix : str
        Beginning of the ids.
    """

    def __init__(self, marks, prefix):
        clips = dict.fromkeys(mark.clip for mark in marks if mark.clip)
        uses = Counter(mark.path for mark in marks)
        uses.update(list(clips))
        often = [path for path, count in uses.items() if count > 1 and len(path) > _WORTH_SHARING]
        self._paths = {path: f"{prefix}{index}" for index, path in enumerate(often)}
        self._clips = {path: f"{prefix}c{index}" for index, path in enumerate(clips)}

    def element(self, path, attributes=""):
        """Return the element that draws a path, by reference where it is shared."""
        if path in self._paths:
            return f'<use href="#{self._paths[path]}"{attributes}/>'
        return f'<path d="{path}"{attributes}/>'

    def clip(self, path):
        """Return the attribute that clips to a path."""
        return f' clip-path="url(#{self._clips[path]})"'

    def definitions(self):
        """Return what stands in ``<defs>``."""
        paths = "".join(f'<path id="{key}" d="{path}"/>' for path, key in self._paths.items())
        clips = "".join(
            f'<clipPath id="{key}" clip-rule="evenodd">{self.element(path)}</clipPath>'
            for path, key in self._clips.items()
        )
        return paths + clips


def marks_svg(marks, shared):
    """Return marks as SVG text, neighbours with the same clip in one group."""
    parts = []
    for clip, group in groupby(marks, key=lambda mark: mark.clip):
        drawn = "".join(_element(mark, shared) for mark in group)
        parts.append(f"<g{shared.clip(clip)}>{drawn}</g>" if clip else drawn)
    return "".join(parts)


def _element(mark, shared):
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in _attributes(mark))
    return shared.element(mark.path, attributes)


def _attributes(mark):
    if mark.fill:
        yield "fill", mark.fill
    if mark.stroke:
        yield "stroke", mark.stroke
        yield "stroke-width", f"{mark.width_mm:.2f}".rstrip("0").rstrip(".")
    if mark.opacity < 1:
        yield "opacity", f"{mark.opacity:.2f}".rstrip("0")
    if mark.dash_mm:
        yield "stroke-dasharray", " ".join(map(number, mark.dash_mm))
    if mark.offset_mm != (0.0, 0.0):
        yield "transform", f"translate({joined(mark.offset_mm)})"
