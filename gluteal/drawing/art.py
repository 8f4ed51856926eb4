"""What a structure looks like, as marks that any backend can draw, and how strongly it speaks."""

from dataclasses import replace

from gluteal.drawing import style
from gluteal.drawing.marks import Mark, Show
from gluteal.drawing.painters import PAINTERS

EMPHASES = ("normal", "muted", "highlighted", "ghost")


def structure_marks(structure, emphasis="normal", show=None):
    """Return the marks of one structure, to be drawn in order.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
        What to draw.
    emphasis : {"normal", "muted", "highlighted", "ghost"}
        ``muted`` recedes towards the paper, ``ghost`` is only an outline, as of a layer that was removed.
    show : gluteal.drawing.marks.Show, optional
        How much of it to draw; by default all.

    Returns
    -------
    list of Mark

    Raises
    ------
    ValueError
        When there is no such emphasis.

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> len(structure_marks(load_plate("posterior").structures["piriformis"])) > 5
    True
    """
    if emphasis not in EMPHASES:
        raise ValueError(f"unknown emphasis {emphasis!r}; choose from {', '.join(EMPHASES)}")
    if emphasis == "ghost":
        return _ghost(structure)
    marks = PAINTERS[structure.kind](structure, show or Show())
    if emphasis == "muted":
        return [_muted(mark) for mark in marks]
    return marks + _halo(structure) if emphasis == "highlighted" else marks


def _muted(mark):
    def pale(colour):
        return style.mix(style.mix(colour, "#b9b2a6", 0.45), style.PAPER, 0.5) if colour else ""

    return replace(mark, fill=pale(mark.fill), stroke=pale(mark.stroke))


def _ghost(structure):
    colour = style.darker(style.colour_of(structure.named_as, structure.kind), 0.25)
    return [
        Mark(structure.path, fill=colour, opacity=0.07),
        Mark(structure.path, stroke=colour, width_mm=0.6, opacity=0.8, dash_mm=(2.4, 1.6)),
    ]


def _halo(structure):
    return [Mark(structure.path, stroke=style.INK, width_mm=0.9, clip=structure.visible)]
