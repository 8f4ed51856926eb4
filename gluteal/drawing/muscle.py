"""One muscle over quiet bones, from behind and from the side, with origin and insertion."""

from math import dist

from gluteal import plates
from gluteal.catalogue import name_of, phrase
from gluteal.drawing import attachments, canvas, furniture, page, sight, style
from gluteal.drawing.marks import Mark

MUSCLES = (
    "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae", "piriformis",
    "superior-gemellus", "obturator-internus", "inferior-gemellus", "quadratus-femoris",
)  # fmt: skip
WIDTH_PT, COLUMN_PT, TOP_PT, GAP_PT, BOTTOM_PT = 430.0, 112.0, 58.0, 82.0, 62.0
"""One drawing above the other: on a telephone the labels of two side by side are too small to read."""
_LEAST_WINDOW_MM = {"posterior": (-92, -62, 72, 78), "lateral": (-84, -62, 46, 78)}
_AROUND_MM = 16
_LABEL_PT = COLUMN_PT - furniture.LABEL_INSET_PT
_DOTS_APART_MM = 8.0
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
    scale = (WIDTH_PT - 2 * COLUMN_PT) / max(window[2] for window in windows)
    heights = [window[3] * scale for window in windows]
    total = sum(heights) + TOP_PT + GAP_PT + BOTTOM_PT
    figure = figure or page.blank(WIDTH_PT, total)
    bottoms = (BOTTOM_PT + heights[1] + GAP_PT, BOTTOM_PT)
    for plate, window, bottom in zip(views, windows, bottoms, strict=True):
        left = (WIDTH_PT - window[2] * scale) / 2
        ax = page.axes_at(figure, plate, window, left, bottom, scale)
        _panel(ax, plate, plate.structures[muscle_id])
    _around(figure, muscle_id)
    return figure


def windows_mm(structures):
    """Return what to show of the two views: the muscle with room around it, the same heights in both."""
    pairs = zip(structures, _LEAST_WINDOW_MM.values(), strict=True)
    boxes = [_window_around(structure, least) for structure, least in pairs]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return [(box[0], top, box[2] - box[0], bottom - top) for box in boxes]


def _window_around(structure, least):
    left, top, right, bottom = structure.bounds_mm
    a, b, c, d = least
    return (
        min(left - _AROUND_MM, a), max(-155, min(top - _AROUND_MM, b)),
        max(right + _AROUND_MM, c), min(190, max(bottom + _AROUND_MM, d)),
    )  # fmt: skip


def _panel(ax, plate, muscle):
    bones = plate.up_to("bones")
    show = sight.shows(*sight.in_sight([*bones, muscle], _window(ax)))
    canvas.draw_structures(ax, bones, "muted", show)
    page.soften_edges(ax)
    canvas.draw(ax, behind_bone(muscle))
    canvas.draw_structures(ax, [muscle], "highlighted")
    details = (*muscle.of_role("origin"), *muscle.of_role("insertion"))
    hidden = {detail: is_hidden(muscle, detail) for detail in details}
    for detail, behind in hidden.items():
        canvas.draw(ax, attachments.attachment_marks(detail, behind))
    found = _labels(ax, hidden)
    for role, side in _TOWARD.items():
        furniture.write_labels(ax, [one for one in found if one.role == role], sides=(side,))
    left, top, width, _ = _window(ax)
    at = (left + width / 2, top - 8 * furniture.mm_per_point(ax))
    furniture.note(ax, at, name_of(f"view-{plate.view}"), ha="center", size=11)


def behind_bone(muscle):
    """Return the outlines of a muscle and its tendons where bones hide them, broken: what a dot points at."""
    pen = {"stroke": style.INK, "width_mm": 0.5, "opacity": 0.6, "dash_mm": (1.8, 1.4)}
    parts = (muscle, *muscle.of_role("tendon")) if muscle.visible else ()
    return [Mark(one.path, **pen) for one in parts]


def is_hidden(muscle, detail):
    """Tell whether a bone hides an attachment: the visible part of the muscle does not reach it."""
    if detail.hidden or not muscle.visible:
        return detail.hidden
    window = (-215, -160, 310, 360)
    raster, seen = sight.in_sight([muscle], window)
    x, y = attachments.place_of(detail)
    near = [(x + dx, y + dy) for dx in (-4, 0, 4) for dy in (-4, 0, 4)]
    return not any(raster.at(seen[muscle.id], *point) for point in near)


def _labels(ax, hidden):
    """Name each attachment with its bone; one label where two of its parts have the same words.

    A part without words is left unnamed where another part of the same role has some.
    """
    found, worded = {}, {detail.role for detail in hidden if detail.part}
    for detail, behind in hidden.items():
        if not detail.part and detail.role in worded:
            continue
        text, taken = _words(detail, behind), [label.anchor_mm for label in found.values()]
        place = _place(detail, taken)
        if text not in found and _inside(ax, place):
            found[text] = furniture.label(ax, text, place, _LABEL_PT, detail.role)
    return list(found.values())


def _place(detail, taken):
    """Where to point at an attachment: in its middle, or farther along where another dot is too near."""
    ends = sight.resampled(detail.line)
    choices = [attachments.place_of(detail, _TOWARD[detail.role])]
    choices += [tuple(map(float, ends[round(share * (len(ends) - 1))])) for share in (0.25, 0.75, 0.1, 0.9)]

    def free(place):
        return min((dist(place, other) for other in taken), default=_DOTS_APART_MM)

    return next((place for place in choices if free(place) >= _DOTS_APART_MM), max(choices, key=free))


def _words(detail, behind):
    text = name_of(f"word-{detail.role}")
    if detail.part:
        text = name_of("word-attachment-place").format(text, phrase(detail.part))
    return name_of("word-hidden-by-bone").format(text) if behind else text


def _window(ax):
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    return left, top, right - left, bottom - top


def _inside(ax, place_mm):
    left, top, width, height = _window(ax)
    return left < place_mm[0] < left + width and top < place_mm[1] < top + height


def _around(figure, muscle_id):
    """Title and side marker above; a cross for each view and the scale bar below."""
    first, last = figure.axes
    unit, first_left = furniture.mm_per_point(first), _page_left_mm(first)
    inset = (first.get_xlim()[0] - first_left) / unit
    furniture.title(first, name_of(f"muscle-{muscle_id}"), inset - 8, 30, WIDTH_PT - 50)
    furniture.side_marker(first, (first_left + (WIDTH_PT - 22) * unit, first.get_ylim()[1] - 36 * unit))
    for ax, view in ((first, "posterior"), (last, "lateral")):
        left = _page_left_mm(ax)
        furniture.orientation_cross(ax, (left + 84 * unit, ax.get_ylim()[0] + 32 * unit), view)
    left, bottom = _page_left_mm(last), last.get_ylim()[0]
    furniture.scale_bar(last, left + (WIDTH_PT - 12) * unit, bottom + 42 * unit)


def _page_left_mm(ax):
    """The x of the left edge of the page in the millimetres of an Axes."""
    unit = furniture.mm_per_point(ax)
    return ax.get_xlim()[0] - ax.get_position().x0 * WIDTH_PT * unit
