"""The greater trochanter from the side: its facets, the gluteal tendons, the bursae under them."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight

WINDOW_MM = (-66, -34, 112, 104)
PAGE = page.Page(scale_pt=2.3, column_pt=118.0, bottom_pt=74.0)
UNDER = ("bone", "muscle")
"""Kinds that are drawn under the bursae: bones, and muscles up to gluteus minimus."""
GHOSTS = ("gluteus-medius",)
FACETS = {"bone": 3}


def trochanteric_bursae(ax=None):
    """Draw the three bursae of the greater trochanter, from the side.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate = plates.load_plate("lateral")
    bursae = [one for one in plate.structures.values() if one.kind == "bursa"]
    under = [one for one in choice.shown(plate.up_to("minimus")) if one.kind in UNDER]
    ghosts = [plate.structures[key] for key in GHOSTS]
    ax = page.plate_page(plate, WINDOW_MM, PAGE, ax)
    raster, seen = sight.in_sight([*under, *bursae], WINDOW_MM, step_mm=0.8)
    quiet = {one.id: "muted" for one in under if one.kind == "bone" or one.layer == "deep"}
    shown = [one for one in plate.structures.values() if one in under or one in bursae]
    canvas.draw_structures(ax, shown, quiet, sight.shows(raster, seen))
    canvas.draw_structures(ax, ghosts, "ghost")
    page.soften_edges(ax)
    page.furnish(ax, plate, name_of("trochanteric-bursae"), PAGE)
    page.remark(ax, name_of("note-bursae"), PAGE)
    furniture.write_labels(ax, _labels(ax, plate, [*shown, *ghosts], raster, seen))
    return ax


def _labels(ax, plate, shown, raster, seen):
    width = PAGE.column_pt - 14
    ghosts = [one for one in shown if one.id in GHOSTS]
    seen = {**seen, **{one.id: raster.inside(one.rings) & _free(shown, seen) for one in ghosts}}
    unnamed = [one.id for one in shown if one.kind == "muscle" and one.layer == "deep"]
    named = choice.structure_labels(
        ax, plate, shown, raster, seen, width,
        lambda one: "main" if one.kind == "bursa" else "context", (*unnamed, *choice.ORIENTATION),
    )  # fmt: skip
    facets = choice.landmark_labels(ax, plate, raster, seen, width, FACETS, features=True, kinds=("area",))
    return named + facets


def _free(shown, seen):
    """Where no bursa is seen: a ghost is pointed at beside them."""
    return ~sum(seen[one.id] for one in shown if one.kind == "bursa").astype(bool)
