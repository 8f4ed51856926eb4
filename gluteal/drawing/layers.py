"""The buttock peeled layer by layer: pairs of small pictures, from behind and from the side."""

from gluteal import plates
from gluteal.catalogue import name_of
from gluteal.drawing import canvas, choice, furniture, page, sight, style
from gluteal.drawing.marks import Show

STEPS = ("skin", "fascia", "medius", "minimus", "deep", "bones")
"""Uppermost layer of each pair of pictures, outermost first."""
VIEWS = ("posterior", "lateral")
_PAIRS_IN_A_ROW = 2
_WIDTH_PT, _MARGIN_PT, _GUTTER_PT, _BETWEEN_PAIRS_PT = 500.0, 10.0, 4.0, 16.0
_TOP_PT, _HEADING_PT, _BOTTOM_PT = 40.0, 40.0, 66.0
_CROSSES_PT = (92.0, 272.0)
_DETAIL = 0.15


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
    drawn = [plates.load_plate(view) for view in VIEWS]
    scale = _scale(drawn)
    height = scale * drawn[0].view_box[3]
    rows = -(-len(STEPS) // _PAIRS_IN_A_ROW)
    total = _TOP_PT + rows * (height + _HEADING_PT) + _BOTTOM_PT
    figure = figure or page.blank(_WIDTH_PT, total)
    for number, layer in enumerate(STEPS):
        row, column = divmod(number, _PAIRS_IN_A_ROW)
        left = _MARGIN_PT + column * (_pair_pt() + _BETWEEN_PAIRS_PT)
        bottom = total - _TOP_PT - (row + 1) * (height + _HEADING_PT)
        _pair(figure, drawn, layer, left, bottom, scale)
    _around(figure)
    return figure


def _pair_pt():
    """Width of the pictures of one layer."""
    free = _WIDTH_PT - 2 * _MARGIN_PT - (_PAIRS_IN_A_ROW - 1) * _BETWEEN_PAIRS_PT
    return free / _PAIRS_IN_A_ROW


def _scale(drawn):
    return (_pair_pt() - _GUTTER_PT) / sum(plate.view_box[2] for plate in drawn)


def _pair(figure, drawn, layer, left_pt, bottom_pt, scale):
    """One layer in all views, under its heading."""
    at = left_pt
    for plate in drawn:
        ax = page.axes_at(figure, plate, plate.view_box, at, bottom_pt, scale)
        _panel(ax, plate, layer)
        if plate is drawn[0]:
            _heading(ax, layer)
        _view_words(ax, plate)
        at += plate.view_box[2] * scale + _GUTTER_PT


def _panel(ax, plate, layer):
    """The plate from the bones up to one layer."""
    structures = choice.shown(plate.up_to(layer))
    _, seen = sight.in_sight(structures, plate.view_box, step_mm=3, through=True)
    drawn = [one for one in structures if seen[one.id].any()]
    show = {one.id: Show(detail=_DETAIL) for one in drawn}
    canvas.draw_structures(ax, drawn, show=show)
    page.soften_edges(ax, drawn, fade_pt=7)


def _heading(ax, layer):
    unit, text = furniture.mm_per_point(ax), f"{STEPS.index(layer) + 1}  {name_of(f'step-{layer}')}"
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    text = furniture.wrap(text, _pair_pt(), style.SIZE_BODY, "bold")
    at = (ax.get_xlim()[0], ax.get_ylim()[1] - 17 * unit)
    furniture.note(ax, at, text, va="bottom", **looks)


def _view_words(ax, plate):
    left, top, width, _ = plate.view_box
    text = furniture.wrap(name_of(f"view-{plate.view}"), width / furniture.mm_per_point(ax), style.SIZE_SMALL)
    at = (left + width / 2, top - 3 * furniture.mm_per_point(ax))
    furniture.note(ax, at, text, ha="center", va="bottom")


def _around(figure):
    """Title and side marker above; a cross for each view and the scale bar below."""
    first, corner = figure.axes[0], figure.axes[2 * _PAIRS_IN_A_ROW - 1]
    unit = furniture.mm_per_point(first)
    rise = _HEADING_PT + 12
    furniture.title(first, name_of("buttock-layers"), 0, rise, _WIDTH_PT - 50)
    above = corner.get_ylim()[1] - (rise + 8) * unit
    furniture.side_marker(corner, (corner.get_xlim()[1] - 12 * unit, above))
    last = figure.axes[-1]
    low, page_left = last.get_ylim()[0] + 34 * unit, first.get_xlim()[0] - _MARGIN_PT * unit
    for view, at_pt in zip(VIEWS, _CROSSES_PT, strict=True):
        furniture.orientation_cross(figure.axes[-4], (page_left + at_pt * unit, low), view, arm_pt=9)
    furniture.scale_bar(last, last.get_xlim()[1], low + 6 * unit, 100)
