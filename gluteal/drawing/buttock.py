"""The buttock layer by layer: one figure for each layer of each plate, all above it removed."""

from gluteal import catalogue, plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight

NAMED_RANK = {"bones": {"bone": 2}, "skin": {"skin": 2}}
"""Landmarks of which rank are named, by layer and kind of structure; in the other layers `USUAL_RANK`."""
USUAL_RANK = {"bone": 1}
UNNAMED = {"bones": ("hip-bone-left",)}


def layer_figure(view, layer, ax=None, *, label=True, small_kinds=(), named_rank=None):
    """Draw one plate from the bones up to a layer, with what is in sight named.

    Parameters
    ----------
    view : {"posterior", "lateral", "posterolateral"}
    layer : str
        Uppermost layer that is shown.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.
    label : bool
        Name the structures.
    small_kinds : collection of str
        ``"nerve"``, ``"vessel"``, ``"bursa"``: those that are shown although they are small. Without it the
        muscles come first and only nerves as broad as the sciatic are drawn.
    named_rank : dict, optional
        Kind of structure to the highest rank of landmarks that are named on it.

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> len(layer_figure("lateral", "medius").artists) > 10
    True
    """
    plate = plates.load_plate(view)
    structures = choice.shown(plate.up_to(layer), small_kinds)
    raster, seen = sight.in_sight(structures, plate.view_box)
    ax = page.plate_page(plate, ax=ax)
    _, through = sight.in_sight(structures, plate.view_box, through=True)
    drawn = [one for one in structures if through[one.id].any()]
    canvas.draw_structures(ax, drawn, show=sight.shows(raster, through))
    page.soften_edges(ax, drawn)
    page.furnish(ax, plate, name_of(f"buttock-{view}-{layer}"))
    if label:
        ranks = named_rank or NAMED_RANK.get(layer, USUAL_RANK)
        furniture.write_labels(ax, labels_in_sight(ax, plate, structures, layer, raster, seen, ranks))
    return ax


def labels_in_sight(ax, plate, structures, layer, raster, seen, ranks):
    """Return labels for the structures in sight, those of the layer itself as main ones."""
    width, unnamed = (
        page.PORTRAIT.column_pt - furniture.LABEL_INSET_PT,
        UNNAMED.get(layer, choice.ORIENTATION),
    )

    def role_of(one):
        return "main" if one.layer == layer and not is_neighbour(one) else "context"

    named = choice.structure_labels(ax, plate, structures, raster, seen, width, role_of, unnamed)
    return named + choice.landmark_labels(ax, plate, raster, seen, width, choice.up_to_rank(ranks))


def is_neighbour(structure):
    """Tell whether a muscle is no muscle of the buttock but lies beside it, as the hamstrings do."""
    muscle = catalogue.load().muscles.get(structure.id)
    return muscle is not None and muscle.role == "neighbour"
