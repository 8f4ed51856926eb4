"""The surface of the buttock with what a finger can feel through it."""

from gluteal import catalogue, plates
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing.art import structure_marks
from gluteal.drawing.marks import Mark

_GLOW = ((5.2, 0.16), (4.0, 0.22), (2.8, 0.4))
"""Width in mm and opacity of the rings that make a place shine through the skin."""


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
    base, *shading = structure_marks(skin)
    canvas.draw(ax, [base, *(mark for bone in bones for mark in shining_through(bone)), *shading])
    landmarks = plates.load_overlay(f"{view}-surface").landmarks.values()
    canvas.draw(ax, [mark for one in landmarks for mark in glow(one)])
    page.soften_edges(ax, [skin])
    page.furnish(ax, plate, catalogue.load().figures[f"surface-landmarks-{view}"].title)
    width = page.PORTRAIT.column_pt - 14
    furniture.write_labels(
        ax, [furniture.label(ax, one.title, (one.x_mm, one.y_mm), width) for one in landmarks]
    )
    return ax


def shining_through(bone):
    """Return a bone as it is guessed under the skin: pale, its contour broken."""
    skin = style.COLOURS["skin"]
    tone, edge = style.mix(skin, style.COLOURS["light"], 0.42), style.darker(skin, 0.35)
    return [
        Mark(bone.path, fill=tone, clip=bone.visible),
        Mark(bone.edge, stroke=edge, width_mm=0.5, dash_mm=(1.8, 1.5), clip=bone.visible),
    ]


def glow(landmark):
    """Return the rings around a place that can be felt."""
    at = f"M{landmark.x_mm:.1f} {landmark.y_mm:.1f}h.1"
    return [
        Mark(at, stroke=style.COLOURS["insertion"], width_mm=2 * width, opacity=opacity)
        for width, opacity in _GLOW
    ]
