"""The buttock peeled layer by layer: small pictures side by side, from behind and from the side."""

from gluteal import catalogue, plates
from gluteal.drawing import canvas, furniture, page, sight, style
from gluteal.drawing.marks import Show

STEPS = ("skin", "fascia", "medius", "minimus", "deep", "bones")
"""Uppermost layer of each small picture, outermost first."""
VIEWS = {"posterior": "From behind", "lateral": "From the side"}
_WIDTH_PT, _LEFT_PT, _GUTTER_PT = 700.0, 18.0, 6.0
_TOP_PT, _ROW_GAP_PT, _BOTTOM_PT = 88.0, 14.0, 72.0
_DETAIL = 0.3


def layers_figure(figure=None):
    """Draw every layer of both views as small multiples.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    width = (_WIDTH_PT - _LEFT_PT - 8) / len(STEPS) - _GUTTER_PT
    drawn = {view: plates.load_plate(view) for view in VIEWS}
    scale = width / max(plate.view_box[2] for plate in drawn.values())
    height = scale * next(iter(drawn.values())).view_box[3]
    total = _TOP_PT + len(VIEWS) * height + _ROW_GAP_PT + _BOTTOM_PT
    figure = figure or page.blank(_WIDTH_PT, total)
    for row, plate in enumerate(drawn.values()):
        bottom = total - _TOP_PT - (row + 1) * height - row * _ROW_GAP_PT
        axes = [
            page.axes_at(figure, plate, plate.view_box, _LEFT_PT + i * (width + _GUTTER_PT), bottom, scale)
            for i in range(len(STEPS))
        ]
        _row(axes, plate, first=row == 0)
    _around(figure, total)
    return figure


def _row(axes, plate, first):
    for number, (ax, layer) in enumerate(zip(axes, STEPS, strict=True), start=1):
        _panel(ax, plate, layer)
        if first:
            _heading(ax, number, plate, layer)
    left, top, _, height = plate.view_box
    at = (left - 4 * furniture.mm_per_point(axes[0]), top + height / 2)
    furniture.note(axes[0], at, VIEWS[plate.view], rotation=90, ha="right", va="center", size=style.SIZE_BODY)


def _panel(ax, plate, layer):
    """The plate from the bones up to one layer."""
    structures = plate.up_to(layer)
    _, seen = sight.in_sight(structures, plate.view_box, step_mm=3)
    shown = [one for one in structures if seen[one.id].any()]
    show = {one.id: Show(detail=_DETAIL) for one in shown}
    canvas.draw_structures(ax, shown, show=show)
    page.soften_edges(ax, shown, fade_pt=7)


def _heading(ax, number, plate, layer):
    left, top, width, _ = plate.view_box
    unit = furniture.mm_per_point(ax)
    at = (left + width / 2, top - 6 * unit)
    text = furniture.wrap(f"{number} {step_title(plate, layer)}", width / unit + 2, style.SIZE_BODY, "bold")
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    furniture.note(ax, at, text, ha="center", va="bottom", **looks)


def step_title(plate, layer):
    """Return what the next step takes away, in words: the titles of those layers, outermost last."""
    ids = [one.id for one in plate.layers]
    later = STEPS[STEPS.index(layer) + 1 :]
    first = ids.index(later[0]) + 1 if later else 0
    titles = [one.title.split(",")[0] for one in plate.layers[first : ids.index(layer) + 1]]
    return " and ".join([titles[0], *(title[0].lower() + title[1:] for title in titles[1:])])


def _around(figure, total):
    """Title, side marker and scale bar of the whole figure."""
    first, last = figure.axes[0], figure.axes[-1]
    unit = furniture.mm_per_point(first)
    furniture.title(first, catalogue.load().figures["buttock-layers"].title, _LEFT_PT - 6, _TOP_PT - 26)
    corner = figure.axes[len(STEPS) - 1]
    above = corner.get_ylim()[1] - (_TOP_PT - 18) * unit
    furniture.side_marker(corner, (corner.get_xlim()[1] - 8 * unit, above))
    low = last.get_ylim()[0]
    furniture.scale_bar(last, last.get_xlim()[1], low + 40 * unit, 100)
    for panel, view in ((len(STEPS), "posterior"), (len(STEPS) + 2, "lateral")):
        ax = figure.axes[panel]
        furniture.note(ax, (ax.get_xlim()[0], low + 38 * unit), f"{VIEWS[view]}:", va="center")
        furniture.orientation_cross(ax, (ax.get_xlim()[0] + 124 * unit, low + 38 * unit), view)
