"""Sheets for charts and tables: one Axes over the whole page, in points from its upper left corner."""

from gluteal.catalogue import name_of
from gluteal.drawing import furniture, page, style
from gluteal.drawing.lettering import wrap

EDGE_PT = 16.0


def sheet(width_pt, height_pt, title, ax=None):
    """Return an Axes in points, y down, with the title of the figure at its upper left.

    Parameters
    ----------
    width_pt, height_pt : float
        Size of the page.
    title : str
        Name of the figure; its title is written.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page of that size.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = page.blank(width_pt, height_pt).add_axes((0, 0, 1, 1)) if ax is None else ax
    ax.set(xlim=(0, width_pt), ylim=(height_pt, 0))
    ax.axis("off")
    words(ax, EDGE_PT, 28, name_of(title), size=style.SIZE_TITLE, weight="bold", label="title")
    return ax


def words(ax, x_pt, y_pt, text, width_pt=None, **looks):
    """Write a text, broken to fit ``width_pt`` where one is given.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Made by `sheet`.
    x_pt, y_pt : float
        Where; by default the lower left of the text.
    text : str
    width_pt : float, optional
    **looks
        As for `gluteal.drawing.furniture.note`.
    """
    looks = {"color": style.INK, **looks}
    size, weight = looks.get("size", style.SIZE_SMALL), looks.get("weight", "normal")
    furniture.note(ax, (x_pt, y_pt), wrap(text, width_pt, size, weight) if width_pt else text, **looks)


def box(ax, x_pt, y_pt, width_pt, height_pt, **looks):
    """Draw a rectangle by its upper left corner and size.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Made by `sheet`.
    x_pt, y_pt, width_pt, height_pt : float
    **looks
        As for ``matplotlib.patches.Rectangle``.

    Returns
    -------
    matplotlib.patches.Rectangle
    """
    from matplotlib.patches import Rectangle

    return ax.add_patch(Rectangle((x_pt, y_pt), width_pt, height_pt, **{"ec": style.INK, "lw": 0.8, **looks}))
