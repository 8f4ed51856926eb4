"""The bones as a plate of landmarks: lines, crests, notches, openings, each with its name."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight

PAGE = page.Page(scale_pt=1.36, column_pt=132.0, bottom_pt=70.0)
WINDOWS_MM = {"posterior": (-98, -155, 178, 325), "lateral": (-112, -155, 182, 300)}
RANK = {"bone": 2}


def bones_figure(view, ax=None):
    """Draw the bones of one view with every named feature that a student should find.

    Parameters
    ----------
    view : {"posterior", "lateral"}
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.

    Returns
    -------
    matplotlib.axes.Axes
    """
    plate, window = plates.load_plate(view), WINDOWS_MM[view]
    bones = plate.up_to("bones")
    raster, seen = sight.in_sight(bones, window)
    ax = page.plate_page(plate, window, PAGE, ax)
    drawn = [one for one in bones if seen[one.id].any()]
    canvas.draw_structures(ax, drawn, show=sight.shows(raster, seen))
    page.soften_edges(ax, drawn)
    page.furnish(ax, plate, name_of(f"bones-{view}"), PAGE)
    page.remark(ax, name_of("note-reference"), PAGE)
    width = PAGE.column_pt - furniture.LABEL_INSET_PT
    named = choice.structure_labels(
        ax, plate, bones, raster, seen, width, lambda one: "main", ("hip-bone-left",)
    )
    features = choice.landmark_labels(ax, plate, raster, seen, width, choice.up_to_rank(RANK), features=True)
    furniture.write_labels(ax, named + features)
    return ax
