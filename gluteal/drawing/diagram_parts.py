"""What stands round fibres and fingers in the schematics: capillary, substances, nerve ending, finger."""

from gluteal.drawing import style
from gluteal.drawing.marks import Mark, outline, soft_edges

SUBSTANCE, NAIL = "#31598c", "#f0d9cd"


def capillary(structure):
    """Return the marks of a capillary: a wall with a lit middle."""
    colour = style.COLOURS["artery"]
    return [
        Mark(structure.path, fill=style.mix(colour, "#ffffff", 0.35)),
        *outline(structure, style.darker(colour, 0.35), 0.9),
    ]


def blood_cells(structure):
    """Return the marks of the cells in a capillary."""
    colour = style.darker(style.COLOURS["artery"], 0.25)
    return [Mark(structure.path, fill=colour), *outline(structure, style.darker(colour, 0.5), 0.35)]


def substances(structure):
    """Return the marks of substances: dots with a pale rim, so that they part in grey print."""
    return [
        Mark(structure.path, stroke=style.PAPER, width_mm=1.1),
        Mark(structure.path, fill=SUBSTANCE),
    ]


def finger(structure):
    """Return the marks of a finger seen from above."""
    skin = style.COLOURS["skin"]
    dark = style.darker(skin, 0.55)
    folds = [
        Mark(one.path, stroke=dark, width_mm=0.35, opacity=0.5, clip=structure.path)
        for one in structure.of_role("form")
    ]
    return [
        Mark(structure.path, fill=skin),
        *soft_edges(structure, dark, style.lighter(skin, 0.7), 0.32, 1.2),
        *folds,
        *outline(structure, style.darker(skin, 0.65), 0.32),
    ]


def nail(structure):
    """Return the marks of a finger nail."""
    return [
        Mark(structure.path, fill=NAIL),
        *outline(structure, style.darker(NAIL, 0.45), 0.22),
    ]
