"""Needle safety: what lies under the skin of the buttock that a needle could meet, seen from behind.

The plate shows dangers, who may needle and what forbids it. It gives no place, angle or length for a needle.
"""

import numpy as np

from gluteal import plates
from gluteal.catalogue import load, name_of
from gluteal.drawing import canvas, choice, furniture, page, sight, style, surface
from gluteal.drawing.marks import Mark
from gluteal.drawing.needle_words import COLUMNS, panels
from gluteal.drawing.sheet import EDGE_PT, sheet, words
from gluteal.svg_path import joined, segments

NAME = "needle-safety-posterior"
WINDOW_MM = (-116, -150, 204, 286)
SCALE_PT, COLUMN_PT, TOP_PT, BELOW_PT = 1.36, 150.0, 66.0, 356.0
PAGE = page.Page(SCALE_PT, COLUMN_PT, TOP_PT, 0.0)
DANGERS = ("nerve", "vessel")
COVERING = ("sacrotuberous-ligament", "gluteus-medius", "gluteus-maximus")
"""Drawn as ghosts: they would hide what lies under them."""
NAMED = ("piriformis",)
OPENING = (
    "piis", "greater-sciatic-notch-roof", "greater-sciatic-notch-apex", "ischial-spine",
    "sacrum-inferolateral-angle", "sacrum-lateral-edge-s4", "sacrum-lateral-edge-s3",
)  # fmt: skip
"""Landmarks around the greater sciatic foramen: through it a needle would reach the pelvis."""
LINES = {
    ("psis", "ischial-tuberosity-posterior"): "nerve-from-psis",
    ("greater-trochanter-lateral", "ischial-tuberosity-posterior"): "nerve-from-trochanter",
}
"""From a landmark to another: the fact that says where on the way the nerve lay in people."""
OTHER_PART = {
    "nerve-from-psis": "nerve-from-tuberosity-above",
    "nerve-from-trochanter": "nerve-from-tuberosity",
}
FELT = ("psis", "ischial-tuberosity-posterior", "greater-trochanter-lateral")
FACT = "dry-needling-safety-anatomy-"


def needle_safety_posterior(ax=None):
    """Draw nerves, vessels and the way into the pelvis from behind, and where the nerve lay in people.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw the sheet; by default a new page.

    Returns
    -------
    matplotlib.axes.Axes
        Of the drawing, mm.
    """
    plate = plates.load_plate("posterior")
    paper, ax = opened(NAME, plate, WINDOW_MM, SCALE_PT, BELOW_PT, ax)
    shown = [one for one in choice.shown(plate.up_to("minimus"), DANGERS) if one.id not in COVERING]
    raster, seen = sight.in_sight(shown, WINDOW_MM, step_mm=1.0)
    emphasis = {one.id: "normal" if one.kind in DANGERS else "muted" for one in shown}
    canvas.draw_structures(ax, shown, emphasis, sight.shows(raster, seen))
    dangers = raster.teller(np.any([seen[one.id] for one in shown if one.kind in DANGERS], axis=0))
    canvas.draw(ax, hatched(_opening(plate), without=dangers))
    canvas.draw_structures(ax, [plate.structures[key] for key in COVERING], "ghost")
    for ends, fact in LINES.items():
        _lay_here(ax, plate, ends, fact)
    canvas.draw(ax, [mark for key in FELT for mark in surface.glow(plate.landmarks[key])])
    page.soften_edges(ax, shown)
    _furnish(ax, plate)
    furniture.write_labels(ax, _labels(ax, plate, shown, raster, seen))
    top = TOP_PT + WINDOW_MM[3] * SCALE_PT + 84
    panels(paper, top, COLUMNS["posterior"])
    return ax


def opened(name, plate, window_mm, scale_pt, below_pt, ax=None):
    """Return the sheet and, on it, the Axes of a plate between two columns for labels.

    Returns
    -------
    (matplotlib.axes.Axes, matplotlib.axes.Axes)
        In points of the page, and in millimetres of the plate.
    """
    width = window_mm[2] * scale_pt + 2 * COLUMN_PT
    paper = sheet(width, window_mm[3] * scale_pt + TOP_PT + below_pt, name, ax)
    words(paper, EDGE_PT, 46, name_of("needle-no-technique"), color=style.COLOURS["origin"], weight="bold")
    return paper, page.axes_at(paper.figure, plate, window_mm, COLUMN_PT, below_pt, scale_pt)


def hatched(path, step_mm=4.0, without=None):
    """Return marks of a place that is to be avoided: oblique lines, cut to its outline.

    Parameters
    ----------
    path : str
        Path data of the outline.
    step_mm : float
        Distance of two lines along the page.
    without : callable, optional
        Points, shape (n, 2), mm, to whether no line may run there.

    Examples
    --------
    >>> len(hatched("M0 0L20 0L20 20L0 20Z"))
    2
    """
    colour, ((left, top), (right, low)) = style.COLOURS["origin"], bounds_mm(path)
    reach = low - top
    starts = np.arange(left - reach, right + step_mm, step_mm)
    lines = [np.array([[x, low], [x + reach, top]]) for x in starts]
    kept = lines if without is None else [part for line in lines for part in _outside(line, without)]
    stripes = "".join(f"M{joined(one[0])}L{joined(one[-1])}" for one in kept)
    return [
        Mark(stripes, stroke=colour, width_mm=0.6, opacity=0.6, clip=path),
        Mark(path, stroke=colour, width_mm=0.5, dash_mm=(2.4, 1.4)),
    ]


def _outside(line, without, step_mm=0.5):
    """Yield the parts of a straight line where ``without`` does not hold."""
    count = int(np.linalg.norm(line[1] - line[0]) / step_mm) + 2
    points = line[0] + np.linspace(0, 1, count)[:, None] * (line[1] - line[0])
    clear = np.concatenate([[False], ~without(points), [False]])
    turns = np.flatnonzero(clear[1:] != clear[:-1])
    for first, last in zip(turns[::2], turns[1::2], strict=True):
        yield points[[first, last - 1]]


def bounds_mm(path):
    """Return the corners (left, top) and (right, low) of path data, mm."""
    points = np.array([point for _, some in segments(path) for point in some])
    return points.min(axis=0), points.max(axis=0)


def _opening(plate):
    points = [(plate.landmarks[key].x_mm, plate.landmarks[key].y_mm) for key in OPENING]
    return "M" + "L".join(joined(point) for point in points) + "Z"


def share(fact):
    """Return where on the way from the first landmark the nerve lay: mean, and one SD to either side.

    Parameters
    ----------
    fact : str
        Key of `OTHER_PART`.

    Returns
    -------
    (float, float)
        Shares of the whole way.

    Examples
    --------
    >>> [round(one, 2) for one in share("nerve-from-psis")]
    [0.31, 0.06]
    """
    facts = load().treatment_facts
    here, rest = (facts[FACT + key] for key in (fact, OTHER_PART[fact]))
    whole = here.value + rest.value
    return here.value / whole, here.sd / whole


def ends_mm(plate, ends):
    """Return the two landmarks of a line, shape (2, 2), mm."""
    return np.array([(plate.landmarks[key].x_mm, plate.landmarks[key].y_mm) for key in ends])


def _lay_here(ax, plate, ends, fact):
    """A line between two places that can be felt, and on it where the nerve lay in people."""
    start, end = ends_mm(plate, ends)
    mean, spread = share(fact)
    for colour, width in ((style.PAPER, 2.6), (style.INK, 1.1)):
        ax.plot(*np.array([start, end]).T, color=colour, lw=width, ls=(0, (4, 2)), zorder=4, label="way")
    band = np.array([start + (end - start) * (mean + side * spread) for side in (-1, 1)])
    for colour, width in ((style.INK, 8.5), (style.COLOURS["nerve"], 6.5)):
        ax.plot(*band.T, color=colour, lw=width, solid_capstyle="butt", zorder=4.2, label="nerve-in-people")
    ax.plot(*(start + (end - start) * mean), "o", ms=4.5, color=style.INK, zorder=4.4, label="mean")


def _furnish(ax, plate):
    page.furnish_lower(ax, plate, PAGE)
    page.remark(ax, name_of("needle-note-posterior"), PAGE)
    unit = furniture.mm_per_point(ax)
    right, top = ax.get_xlim()[1], ax.get_ylim()[1]
    furniture.side_marker(ax, (right + (COLUMN_PT - 24) * unit, top - 40 * unit))


def _labels(ax, plate, shown, raster, seen):
    width = COLUMN_PT - furniture.LABEL_INSET_PT
    unnamed = [one.id for one in shown if one.kind not in DANGERS and one.id not in NAMED]

    def role_of(one):
        return "main" if one.kind in DANGERS else "context"

    found = choice.structure_labels(ax, plate, shown, raster, seen, width, role_of, unnamed)
    found += [
        furniture.label(ax, name_of(f"needle-felt-{key}"), ends_mm(plate, [key])[0], width, "context")
        for key in FELT
    ]
    edge = ends_mm(plate, [OPENING[place] for place in (0, 5, 6)]).mean(axis=0)
    found.append(furniture.label(ax, name_of("needle-opening"), edge, width, "main"))
    for ends, fact in LINES.items():
        start, end = ends_mm(plate, ends)
        place = start + (end - start) * share(fact)[0]
        found.append(furniture.label(ax, name_of(f"needle-{fact}"), place, width, "main"))
    return found
