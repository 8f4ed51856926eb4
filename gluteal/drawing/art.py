"""What a structure looks like, as marks that any backend can draw, and how strongly it speaks."""

from dataclasses import replace

from gluteal.drawing import style
from gluteal.drawing.brushwork import GHOSTLY, brushed
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
        ``muted`` recedes towards the paper, ``ghost`` lets shine through what it covers, as
        a layer that was removed.
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
        return _ghost(structure, show or Show())
    marks = PAINTERS[structure.kind](structure, show or Show())
    if emphasis == "muted":
        return [_muted(mark) for mark in marks]
    return marks + _halo(structure) if emphasis == "highlighted" else marks


def _muted(mark):
    def pale(colour):
        return style.mix(style.mix(colour, "#b9b2a6", 0.45), style.PAPER, 0.5) if colour else ""

    return replace(mark, fill=pale(mark.fill), stroke=pale(mark.stroke))


def _ghost(structure, show):
    """What was taken away: a veil of its colour with a hint of its fibres, soft edges, a broken outline."""
    colour = style.colour_of(structure.named_as, structure.kind)
    dark, clip = style.darker(colour, 0.3), structure.path
    hint = [] if len(structure.fibres) < 2 else brushed(structure, show, colour, GHOSTLY)
    return [
        Mark(structure.path, fill=colour, opacity=0.1),
        *[
            Mark(structure.path, stroke=colour, width_mm=width, opacity=0.1, clip=clip)
            for width in (9.0, 4.5)
        ],
        *[replace(mark, clip=clip) for mark in hint],
        Mark(structure.path, stroke=dark, width_mm=0.55, opacity=0.8, dash_mm=(2.4, 1.6)),
    ]


def _halo(structure):
    return [Mark(structure.path, stroke=style.INK, width_mm=0.9, clip=structure.visible)]
