"""The greater trochanter from the side: the facets of the bone, and the bursae under the gluteal tendons."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight

WINDOW_MM = (-66, -36, 112, 104)
PAGE = page.Page(scale_pt=1.9, column_pt=112.0, bottom_pt=74.0)
_GAP_PT = 16.0
UNDER = ("bone", "muscle")
"""Kinds that are drawn under the bursae: bones, and muscles up to gluteus minimus."""
GHOSTS = ("gluteus-medius",)
NAMED = ("gluteus-minimus",)


def trochanteric_bursae(figure=None):
    """Draw the facets of the greater trochanter, and below them its three bursae with the tendons.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    plate, height = plates.load_plate("lateral"), WINDOW_MM[3] * PAGE.scale_pt
    width = WINDOW_MM[2] * PAGE.scale_pt + 2 * PAGE.column_pt
    figure = figure or page.blank(width, 2 * height + _GAP_PT + PAGE.top_pt + PAGE.bottom_pt)
    upper, lower = (
        page.axes_at(figure, plate, WINDOW_MM, PAGE.column_pt, bottom, PAGE.scale_pt)
        for bottom in (PAGE.bottom_pt + height + _GAP_PT, PAGE.bottom_pt)
    )
    _facets(upper, plate)
    _bursae(lower, plate)
    page.furnish_upper(upper, name_of("trochanteric-bursae"), PAGE)
    page.furnish_lower(lower, plate, PAGE)
    page.remark(lower, name_of("note-bursae"), PAGE)
    return figure


def _facets(ax, plate):
    """The bare bone, its four facets named."""
    bones = plate.up_to("bones")
    raster, seen = sight.in_sight(bones, WINDOW_MM, step_mm=0.8)
    canvas.draw_structures(ax, bones, show=sight.shows(raster, seen))
    page.soften_edges(ax)

    def is_facet(row, _kind):
        return row.structure_id == "femur" and row.kind == "area" and row.rank == 3

    found = choice.landmark_labels(
        ax, plate, raster, seen, PAGE.column_pt - furniture.LABEL_INSET_PT, is_facet, features=True
    )
    furniture.write_labels(ax, found)


def _bursae(ax, plate):
    """The bursae in the painter's order of the plate, gluteus medius as a ghost."""
    shown = [one for one in choice.shown(plate.up_to("medius"), ("bursa",)) if _belongs(one)]
    raster, seen = sight.in_sight(shown, WINDOW_MM, step_mm=0.8)
    quiet = {one.id: "muted" for one in shown if one.kind != "bursa" and one.id != "gluteus-minimus"}
    canvas.draw_structures(ax, shown, quiet, sight.shows(raster, seen))
    ghosts = [plate.structures[key] for key in GHOSTS]
    canvas.draw_structures(ax, ghosts, "ghost")
    page.soften_edges(ax)
    unnamed = [one.id for one in shown if one.kind != "bursa" and one.id not in NAMED]
    free = ~sum((seen[one.id] for one in shown if one.kind == "bursa"), start=raster.inside([]))
    seen |= {one.id: raster.inside(one.rings) & free for one in ghosts}
    found = choice.structure_labels(
        ax, plate, [*shown, *ghosts], raster, seen, PAGE.column_pt - furniture.LABEL_INSET_PT,
        lambda one: "main" if one.kind == "bursa" else "context", unnamed,
    )  # fmt: skip
    furniture.write_labels(ax, found)


def _belongs(structure):
    return structure.kind == "bursa" or (structure.kind in UNDER and structure.layer != "medius")
