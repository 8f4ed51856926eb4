"""Nerves and vessels of the buttock: what leaves the pelvis above and below piriformis."""

from gluteal import catalogue, plates
from gluteal.drawing import canvas, cords, furniture, page, sight

WINDOW_MM = (-95, -128, 170, 270)
LAST = ("gluteus-minimus", "piriformis")
"""Drawn after the other structures, in this order; the nerves come in before piriformis."""
REMOVED = ("sacrotuberous-ligament",)
POINT_AT = {
    "superior-gluteal-artery": 0.72, "superior-gluteal-nerve": 0.78, "pudendal-nerve": 0.75,
    "inferior-gluteal-nerve": 1.0, "nerve-to-obturator-internus": 0.8, "internal-pudendal-artery": 0.6,
    "inferior-gluteal-artery": 0.75, "posterior-femoral-cutaneous-nerve": 0.6,
}  # fmt: skip
"""How far along its course a nerve or vessel is pointed at: where it is not close to another."""
NAMED = ("piriformis", "gluteus-minimus", "sciatic-nerve", "quadratus-femoris", "sacrospinous-ligament")


def gluteal_nerves(ax=None):
    """Draw the nerves and vessels that leave the pelvis above and below piriformis, in schematic courses.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate, overlay = plates.load_plate("posterior"), plates.load_overlay("posterior-nerves")
    ax = page.plate_page(plate, WINDOW_MM, PAGE, ax)
    shown = [one for one in plate.up_to("minimus") if one.id not in REMOVED]
    first = [one for one in shown if one.id not in LAST]
    show = sight.shows(*sight.in_sight(shown, WINDOW_MM))
    canvas.draw_structures(ax, first, _emphasis(first), show)
    canvas.draw_structures(ax, [plate.structures["gluteus-minimus"]], "muted", show)
    _draw_cords(ax, overlay, "under-piriformis", "normal")
    canvas.draw_structures(ax, [plate.structures["piriformis"]])
    _draw_cords(ax, overlay, "hidden", "hidden")
    canvas.draw_structures(ax, [plate.structures[key] for key in REMOVED], "ghost")
    page.soften_edges(ax)
    page.furnish(ax, plate, catalogue.load().figures["gluteal-nerves-posterior"].title, PAGE)
    _note(ax)
    furniture.write_labels(ax, _labels(ax, plate, overlay, shown))
    return ax


PAGE = page.Page(scale_pt=1.42, column_pt=134.0)
NOTE = """Schematic courses. Removed: gluteus
maximus and medius, sacrotuberous
ligament (broken outline)."""


def _note(ax):
    unit, left, bottom = furniture.mm_per_point(ax), ax.get_xlim()[0], ax.get_ylim()[0]
    furniture.note(ax, (left + 44 * unit, bottom + 34 * unit), NOTE, va="center")


def _emphasis(structures):
    return {one.id: "normal" if one.kind == "nerve" else "muted" for one in structures}


def _draw_cords(ax, overlay, layer, emphasis):
    for one in overlay.structures.values():
        if one.layer == layer:
            canvas.draw(ax, cords.cord_marks(one, emphasis))


def _labels(ax, plate, overlay, shown):
    width = PAGE.column_pt - 17
    found = [
        furniture.label(ax, one.title, cords.tip(one, POINT_AT[one.id]), width, "main")
        for one in overlay.structures.values()
        if one.layer != "hidden"
    ]
    raster, seen = sight.in_sight(shown, WINDOW_MM)
    names = catalogue.load().structures
    for key in NAMED:
        role = "main" if key in ("sciatic-nerve", "piriformis") else "context"
        found.append(furniture.label(ax, names[key].name, sight.anchor(raster, seen[key]), width, role))
    return found
