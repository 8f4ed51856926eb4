"""The surface of the buttock with what a finger can feel through it."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing.marks import Mark

_GLOW = ((5.2, 0.16), (4.0, 0.22), (2.8, 0.4))
"""Radius in mm and opacity of the rings that make a place shine through the skin."""
_VEIL = 0.42
"""Opacity of a bone under the skin: it has to show on light and on shaded skin."""
ROLES = {"skin": "context"}
"""What is seen only is named less strongly than what can be felt."""


def surface_figure(view, ax=None):
    """Draw the skin, the bones as ghosts under it, and name the landmarks that can be felt.

    Parameters
    ----------
    view : str
        A plate with an overlay ``VIEW-surface``.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate = plates.load_plate(view)
    ax = page.plate_page(plate, ax=ax)
    skin, bones = plate.structures["skin"], plate.up_to("bones")
    canvas.draw_structures(ax, [skin])
    canvas.draw(ax, [mark for bone in bones for mark in shining_through(bone)])
    overlay = plates.load_overlay(f"{view}-surface")
    landmarks = overlay.landmarks.values()
    canvas.draw(ax, [mark for one in overlay.structures.values() for mark in guide_line(one)])
    canvas.draw(ax, [mark for one in landmarks if one.structure != "skin" for mark in glow(one)])
    page.soften_edges(ax, [skin])
    page.furnish(ax, plate, name_of(f"surface-landmarks-{view}"))
    width = page.PORTRAIT.column_pt - furniture.LABEL_INSET_PT
    furniture.write_labels(
        ax,
        [
            furniture.label(
                ax, name_of(one.id), (one.x_mm, one.y_mm), width, ROLES.get(one.structure, "main")
            )
            for one in landmarks
        ],
    )
    return ax


def shining_through(bone):
    """Return a bone as it is guessed under the skin: a pale veil over the light on it, its contour broken."""
    edge = style.darker(style.COLOURS["skin"], 0.55)
    return [
        Mark(bone.path, fill=style.COLOURS["light"], opacity=_VEIL, clip=bone.visible),
        Mark(bone.edge, stroke=edge, width_mm=0.6, opacity=0.75, dash_mm=(1.8, 1.5), clip=bone.visible),
    ]


def glow(landmark):
    """Return the rings around a place that can be felt."""
    return [
        Mark(
            f"M{landmark.x_mm - radius:.1f} {landmark.y_mm:.1f}"
            f"a{radius} {radius} 0 1 0 {2 * radius:.1f} 0a{radius} {radius} 0 1 0 {-2 * radius:.1f} 0Z",
            fill=style.COLOURS["insertion"],
            opacity=opacity,
        )
        for radius, opacity in _GLOW
    ]


def guide_line(structure):
    """Return a line to orient the finger: broken, with a pale edge."""
    return [
        Mark(line.path, stroke=colour, width_mm=width, dash_mm=dash)
        for line in structure.of_role("course")
        for colour, width, dash in ((style.PAPER, 2.0, ()), (style.COLOURS["origin"], 1.0, (4.0, 2.4)))
    ]
