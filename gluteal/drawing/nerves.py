"""Nerves and vessels of the buttock: what leaves the pelvis above and below piriformis."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight

WINDOW_MM = (-95, -128, 170, 270)
ABOUT = ("nerve", "vessel")
REMOVED = ("sacrotuberous-ligament",)
"""Shown as a broken outline: it would hide where nerves and vessels pass."""
NORMAL = ("piriformis",)
"""The landmark among the muscles; the others recede."""
NAMED = ("piriformis", "gluteus-minimus", "quadratus-femoris", "sacrospinous-ligament", "obturator-internus")
PAGE = page.Page(scale_pt=1.42, column_pt=134.0, bottom_pt=70.0)


def gluteal_nerves(ax=None):
    """Draw arteries, veins and nerves of the buttock on quiet muscles, gluteus maximus and medius removed.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate = plates.load_plate("posterior")
    ax = page.plate_page(plate, WINDOW_MM, PAGE, ax)
    shown = [one for one in choice.shown(plate.up_to("minimus"), ABOUT) if one.id not in REMOVED]
    raster, seen = sight.in_sight(shown, WINDOW_MM, step_mm=1.0)
    canvas.draw_structures(ax, shown, _emphasis(shown), sight.shows(raster, seen))
    canvas.draw_structures(ax, [plate.structures[key] for key in REMOVED], "ghost")
    page.soften_edges(ax)
    page.furnish(ax, plate, name_of("gluteal-nerves-posterior"), PAGE)
    page.remark(ax, name_of("note-nerves"), PAGE)
    furniture.write_labels(ax, _labels(ax, plate, shown, raster, seen))
    return ax


def _emphasis(structures):
    clear = {one.id for one in structures if one.kind in ABOUT or one.id in NORMAL}
    return {one.id: "normal" if one.id in clear else "muted" for one in structures}


def _labels(ax, plate, shown, raster, seen):
    unnamed = [one.id for one in shown if one.kind not in ABOUT and one.id not in NAMED]
    clear = (*NORMAL, *(one.id for one in shown if one.kind in ABOUT))
    return choice.structure_labels(
        ax, plate, shown, raster, seen, PAGE.column_pt - furniture.LABEL_INSET_PT,
        lambda one: "main" if one.id in clear else "context", unnamed,
    )  # fmt: skip
