"""One muscle over quiet bones, from behind and from the side, with origin and insertion."""

from gluteal import catalogue, plates
from gluteal.drawing import attachments, canvas, furniture, page, sight

MUSCLES = (
    "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae", "piriformis",
    "superior-gemellus", "obturator-internus", "inferior-gemellus", "quadratus-femoris",
)  # fmt: skip
WIDTH_PT, COLUMN_PT, GUTTER_PT, OUTER_PT, TOP_PT, BOTTOM_PT = 574.0, 108.0, 108.0, 70.0, 58.0, 66.0
_LEAST_WINDOW_MM = {"posterior": (-92, -62, 72, 78), "lateral": (-84, -62, 46, 78)}
_AROUND_MM = 16
_LABEL_PT = {"posterior": COLUMN_PT - 17, "lateral": OUTER_PT - 16}
_TOWARD = {"origin": "left", "insertion": "right"}


def muscle_figure(muscle_id, figure=None):
    """Draw one muscle in both views, origin red and hatched, insertion blue and dotted.

    Parameters
    ----------
    muscle_id : str
        One of ``MUSCLES``.
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    KeyError
        For a muscle that is not drawn; the message names the nearest.
    """
    views = [plates.load_plate(view) for view in ("posterior", "lateral")]
    windows = windows_mm([plate.structures[muscle_id] for plate in views])
    scale = (WIDTH_PT - COLUMN_PT - GUTTER_PT - OUTER_PT) / sum(window[2] for window in windows)
    figure = figure or page.blank(WIDTH_PT, windows[0][3] * scale + TOP_PT + BOTTOM_PT)
    lefts = (COLUMN_PT, COLUMN_PT + windows[0][2] * scale + GUTTER_PT)
    panels = [
        page.axes_at(figure, plate, window, left, BOTTOM_PT, scale)
        for plate, window, left in zip(views, windows, lefts, strict=True)
    ]
    for ax, plate, sides in zip(panels, views, (("left", "right"), ("right",)), strict=True):
        _panel(ax, plate, plate.structures[muscle_id], sides)
    furniture.title(panels[0], catalogue.load().figures[f"muscle-{muscle_id}"].title, COLUMN_PT - 8, 30)
    return figure


def windows_mm(structures):
    """Return what to show of the two views: the muscle with room around it, the same heights in both."""
    pairs = zip(structures, _LEAST_WINDOW_MM.values(), strict=True)
    boxes = [_around(structure, least) for structure, least in pairs]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return [(box[0], top, box[2] - box[0], bottom - top) for box in boxes]


def _around(structure, least):
    left, top, right, bottom = structure.bounds_mm
    a, b, c, d = least
    return (
        min(left - _AROUND_MM, a), max(-155, min(top - _AROUND_MM, b)),
        max(right + _AROUND_MM, c), min(190, max(bottom + _AROUND_MM, d)),
    )  # fmt: skip


def _panel(ax, plate, muscle, sides):
    bones = plate.up_to("bones")
    show = sight.shows(*sight.in_sight([*bones, muscle], _window(ax)))
    canvas.draw_structures(ax, bones, "muted", show)
    page.soften_edges(ax)
    canvas.draw_structures(ax, [muscle], "highlighted")
    details = (*muscle.of_role("origin"), *muscle.of_role("insertion"))
    hidden = {detail: is_hidden(muscle, detail) for detail in details}
    for detail, behind in hidden.items():
        canvas.draw(ax, attachments.attachment_marks(detail, behind))
    found = _labels(ax, plate, hidden)
    for side in sides:
        own = [one for one in found if len(sides) == 1 or _TOWARD[one.role] == side]
        furniture.write_labels(ax, own, sides=(side,))
    _furnish(ax, plate)


def is_hidden(muscle, detail):
    """Tell whether a bone hides an attachment: the visible part of the muscle does not reach it."""
    if not muscle.visible:
        return False
    window = (-215, -160, 310, 360)
    raster, seen = sight.in_sight([muscle], window)
    x, y = attachments.place_of(detail)
    near = [(x + dx, y + dy) for dx in (-4, 0, 4) for dy in (-4, 0, 4)]
    return not any(raster.at(seen[muscle.id], *point) for point in near)


def _labels(ax, plate, hidden):
    """Name each attachment: with its bone in the posterior panel, in one word in the other."""
    found = {}
    for detail, behind in hidden.items():
        text, place = _words(detail, behind, plate.view), attachments.place_of(detail, _TOWARD[detail.role])
        if text not in found and _inside(ax, place):
            found[text] = furniture.label(ax, text, place, _LABEL_PT[plate.view], detail.role)
    return list(found.values())


def _words(detail, behind, view):
    place = f": {detail.part}" if view == "posterior" and detail.part else ""
    return f"{detail.role.capitalize()}{place}{' (hidden by bone)' if behind else ''}"


def _window(ax):
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    return left, top, right - left, bottom - top


def _inside(ax, place_mm):
    left, top, width, height = _window(ax)
    return left < place_mm[0] < left + width and top < place_mm[1] < top + height


def _furnish(ax, plate):
    unit = furniture.mm_per_point(ax)
    left, top, width, height = _window(ax)
    heading = "From behind" if plate.view == "posterior" else "From the side"
    furniture.note(ax, (left + width / 2, top - 8 * unit), heading, ha="center", size=11)
    furniture.orientation_cross(ax, (left + width / 2, top + height + 36 * unit), plate.view)
    if plate.view == "lateral":
        outer = left + width + (OUTER_PT - 8) * unit
        furniture.scale_bar(ax, outer, top + height + 42 * unit)
        furniture.side_marker(ax, (outer - 12 * unit, top - 34 * unit))
