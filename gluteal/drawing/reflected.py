"""Reflected layers: a gluteal muscle divided and turned back, so that what lies under it is laid open."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight

WINDOWS_MM = {"maximus": (-104, -150, 232, 300), "medius": (-104, -150, 216, 300)}
UNDER = {"maximus": "medius", "medius": "minimus"}
"""Uppermost layer that is left whole under the divided muscle."""
SMALL_KINDS = ("nerve", "vessel")
BEHIND = {"maximus": (), "medius": ("tensor-fasciae-latae",)}
"""Of the layer of the divided muscle, but left in place; in front of all else, so hidden where they cross."""
ABOUT = {"maximus": "deep", "medius": "minimus"}
"""The layer that is laid open: its muscles, nerves and vessels are named in bold."""
NAMED = ("iliac-crest", "greater-trochanter")
PAGE = page.Page(scale_pt=1.5, column_pt=134.0, bottom_pt=70.0)
SLIVERS = ("internal-pudendal-artery", "nerve-to-obturator-internus")
"""So little of them is in sight that a dot hides it; the plate of nerves and vessels names them."""
UNNAMED = ("femur", "coccyx", "semitendinosus", "biceps-femoris-long-head", *SLIVERS)


def reflected_figure(muscle, ax=None):
    """Draw the buttock from behind with one gluteal muscle divided and turned back.

    Parameters
    ----------
    muscle : {"maximus", "medius"}
        Which gluteal muscle is divided. With ``"medius"``, gluteus maximus is removed.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        For a muscle of which no stump and flap are drawn.

    Examples
    --------
    >>> len(reflected_figure("medius").artists) > 20
    True
    """
    if muscle not in UNDER:
        raise ValueError(f"no reflected muscle {muscle!r}; choose from {', '.join(UNDER)}")
    plate, window = plates.load_plate("posterior"), WINDOWS_MM[muscle]
    behind = [plate.structures[key] for key in BEHIND[muscle]]
    shown = [*behind, *choice.shown(plate.up_to(UNDER[muscle]), SMALL_KINDS), *parts(muscle)]
    raster, seen = sight.in_sight(shown, window, step_mm=1.0)
    ax = page.plate_page(plate, window, PAGE, ax)
    drawn = [one for one in shown if seen[one.id].any()]
    canvas.draw_structures(ax, drawn, show=sight.shows(raster, seen))
    page.soften_edges(ax, drawn)
    page.furnish(ax, plate, name_of(f"buttock-posterior-{muscle}-reflected"), PAGE)
    page.remark(ax, name_of("note-reflected"), PAGE)
    furniture.write_labels(ax, _labels(ax, plate, drawn, raster, seen, ABOUT[muscle]))
    return ax


def parts(muscle):
    """Return stump and flap of a divided gluteal muscle, in painter's order.

    Examples
    --------
    >>> [one.id for one in parts("maximus")]
    ['gluteus-maximus-stump', 'gluteus-maximus-flap']
    """
    overlay = plates.load_overlay("posterior-reflected")
    return [one for one in overlay.structures.values() if one.of == f"gluteus-{muscle}"]


def _labels(ax, plate, drawn, raster, seen, about):
    """What is laid open is named in bold; stump and flap by what was done to them."""
    width = PAGE.column_pt - furniture.LABEL_INSET_PT

    def role_of(one):
        quiet = one.kind in ("bone", "ligament") or one.layer != about
        return "context" if quiet and one.id != "piriformis" else "main"

    whole, unnamed = [one for one in drawn if not one.of], (*choice.ORIENTATION, *UNNAMED)
    found = choice.structure_labels(ax, plate, whole, raster, seen, width, role_of, unnamed)
    for part in (one for one in drawn if one.of):
        place, *elsewhere = sight.anchors(raster, choice.belly(part, raster, seen[part.id]))
        found.append(furniture.label(ax, name_of(part.id), place, width, "context", elsewhere))
    return found + choice.landmark_labels(ax, plate, raster, seen, width, lambda row, _kind: row.id in NAMED)
