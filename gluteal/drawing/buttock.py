"""The buttock layer by layer: one figure for each layer of each plate, all above it removed."""

from gluteal import catalogue, plates
from gluteal.drawing import canvas, furniture, page, sight

BONY = {
    "bones": None,
    "skin": (),
}
"""Which landmarks of the bones are named in which layer: all of them on the bones, none on the skin."""
KEY_LANDMARKS = ("iliac-crest", "greater-trochanter", "ischial-tuberosity")
LEAST_AREA_MM2 = 45.0
"""A structure of which less is in sight gets no label."""
UNNAMED = {"bones": ("hip-bone-left",)}
ALWAYS_UNNAMED = ("hip-bone-left", "vertebra-l5", "hip-bone")
"""Drawn for orientation only; the hip bone is named by its landmarks except on the bones."""


def layer_figure(view, layer, ax=None, *, label=True):
    """Draw one plate from the bones up to a layer, with what is in sight named.

    Parameters
    ----------
    view : {"posterior", "lateral"}
    layer : str
        Uppermost layer that is shown.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.
    label : bool
        Name the structures.

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> len(layer_figure("lateral", "medius").artists) > 10
    True
    """
    plate = plates.load_plate(view)
    structures = plate.up_to(layer)
    raster, seen = sight.in_sight(structures, plate.view_box)
    ax = page.plate_page(plate, ax=ax)
    shown = [one for one in structures if seen[one.id].any()]
    canvas.draw_structures(ax, shown, show=sight.shows(raster, seen))
    page.soften_edges(ax, shown)
    page.furnish(ax, plate, catalogue.load().figures[f"buttock-{view}-{layer}"].title)
    if label:
        furniture.write_labels(ax, labels_in_sight(ax, plate, structures, layer, raster, seen))
    return ax


def labels_in_sight(ax, plate, structures, layer, raster, seen):
    """Return labels for the structures in sight, those of the layer itself as main ones."""
    names, width = catalogue.load().structures, page.PORTRAIT.column_pt - 14
    found = []
    for one in structures:
        large = sight.area_mm2(raster, seen[one.id]) >= LEAST_AREA_MM2
        if large and one.id not in UNNAMED.get(layer, ALWAYS_UNNAMED):
            role = "main" if one.layer == layer else "context"
            place = sight.anchor(raster, belly(one, raster, seen[one.id]))
            found.append(furniture.label(ax, names[one.id].name, place, width, role))
    marks = landmarks_in_sight(plate.view, layer, raster, seen)
    places = [(mark.title, (mark.x_mm, mark.y_mm)) for mark in marks]
    return found + [furniture.label(ax, title, place, width, "context") for title, place in places]


def belly(structure, raster, mask):
    """Return what is seen of a muscle without its tendons, where enough of it is seen."""
    fleshy = mask.copy()
    for tendon in structure.of_role("tendon"):
        fleshy &= ~raster.inside([tendon.line])
    return fleshy if sight.area_mm2(raster, fleshy) > LEAST_AREA_MM2 else mask


def landmarks_in_sight(view, layer, raster, seen):
    """Return the named landmarks of a view whose structure is in sight where they lie."""
    every = plates.load_overlay(f"{view}-landmarks").landmarks.values()
    chosen = BONY.get(layer, KEY_LANDMARKS)
    return [
        mark
        for mark in every
        if mark.structure in seen
        and (mark.structure == "skin" or chosen is None or mark.id in chosen)
        and raster.at(seen[mark.structure], mark.x_mm, mark.y_mm)
    ]
