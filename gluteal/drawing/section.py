"""The transverse section through the right buttock at the level of piriformis, seen from below."""

import numpy as np

from gluteal import plates
from gluteal.catalogue.names import name_of
from gluteal.drawing import canvas, furniture, page, sight, style
from gluteal.drawing.section_painters import section_marks

NAME = "section-piriformis"
PAGE = page.Page(scale_pt=2.25, column_pt=132.0, top_pt=66.0, bottom_pt=116.0)
ORIENTATION = "pelvis"
"""The layer that is only there for orientation: in grey."""
AVOID = ("nerve", "vessel")
UNNAMED = ("fat", "pelvic-cavity")
BRANCH = "superior-gluteal-artery-superficial"
GROUP, GROUP_AT = "section-branches", "inferior-gluteal-nerve-branch"
"""The name of nerve and vessels on the deep face of gluteus maximus, and the one it points at."""
STEPS = ("section-superficial", "gluteus-maximus", "section-between", "piriformis", "sciatic-nerve")
"""What a needle or a finger's pressure meets from the skin inwards: ids of structures and of words."""
_BEYOND_MM = 8.0


def section_piriformis(ax=None, *, label=True):
    """Draw the section: layer order from the skin to piriformis, and the nerves and vessels between.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure with room for labels.
    label : bool
        Name the structures.

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> len(section_piriformis(label=False).artists) > 30
    True
    """
    plate = plates.load_plate(NAME)
    ax = page.plate_page(plate, page=PAGE, ax=ax)
    structures = list(plate.structures.values())
    for one in structures:
        canvas.draw(ax, section_marks(one, emphasis_of(one)))
    page.soften_edges(ax, structures, fade_pt=26)
    _furnish(ax, plate)
    _way(ax, plate)
    if label:
        _write_labels(ax, plate, structures)
    return ax


def emphasis_of(structure):
    """Return how a structure speaks: what to avoid is highlighted, what is for orientation is grey."""
    if structure.layer == ORIENTATION:
        return "muted"
    return "highlighted" if structure.kind in AVOID else "normal"


def way_mm(plate, count=400):
    """Return points on the straight way from outside the skin to the sciatic nerve, shape (count, 2), mm."""
    [line] = [one.line for one in plate.structures["skin"].of_role("form")]
    shares = np.linspace(0, 1, count)[:, None]
    return line[0] * (1 - shares) + line[-1] * shares


def steps_mm(plate):
    """Return the middle of each of ``STEPS`` on the way (the nerve: beyond it), and where it meets the skin.

    Returns
    -------
    (array of shape (5, 2), array of shape (2,))
        mm.
    """
    way = way_mm(plate)
    inside = {key: np.flatnonzero(_within(plate.structures[key], way)) for key in ("skin", *STEPS[1::2])}
    maximus, piriformis = inside["gluteus-maximus"], inside["piriformis"]
    middles = [
        (inside["skin"][0] + maximus[0]) // 2, maximus.mean(), (maximus[-1] + piriformis[0]) // 2,
        piriformis.mean(),
    ]  # fmt: skip
    beyond = way[-1] + _BEYOND_MM * _along(way)
    return np.vstack([way[np.array(middles, dtype=int)], beyond]), way[inside["skin"][0]]


def _within(structure, points):
    from matplotlib.path import Path

    return Path(structure.outline).contains_points(points)


def _furnish(ax, plate):
    """Title, from where it is seen, side marker, orientation cross, scale bar."""
    unit = furniture.mm_per_point(ax)
    (left, right), (low, top) = ax.get_xlim(), ax.get_ylim()
    aside = PAGE.column_pt - 8
    furniture.title(ax, name_of(NAME), aside, 32)
    furniture.note(
        ax, (left - aside * unit, top - 14 * unit), name_of("view-transverse"), size=style.SIZE_BODY
    )
    furniture.side_marker(ax, (left - 44 * unit, low + 4 * unit))  # on the side of the body it names
    furniture.orientation_cross(ax, (left - 44 * unit, low + 52 * unit), plate.view)
    furniture.scale_bar(ax, right + aside * unit, low + 40 * unit)


def _way(ax, plate):
    """The way with a number in each layer, and what the numbers mean."""
    places, start = steps_mm(plate)
    way, unit = way_mm(plate), furniture.mm_per_point(ax)
    for colour, width in ((style.PAPER, 3.0), (style.INK, 1.2)):
        ax.plot(*way[[0, -1]].T, color=colour, lw=width, ls=(0, (4, 2)), zorder=5, label="way")
    ax.annotate(
        "", start, way[0] - 9 * unit * _along(way), annotation_clip=False, zorder=5.2,
        arrowprops={"arrowstyle": "-|>", "color": style.INK, "lw": 1.4, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
    for number, place in enumerate(places, start=1):
        _number(ax, number, place)
    _key(ax, unit)


def _along(way):
    return (way[-1] - way[0]) / np.linalg.norm(way[-1] - way[0])


def _number(ax, number, at_mm):
    disc = {"ms": 14, "mfc": style.PAPER, "mec": style.INK, "mew": 0.9, "clip_on": False}
    ax.plot(*at_mm, "o", zorder=5.5, label="step", **disc)
    looks = {"ha": "center", "va": "center_baseline", "weight": "bold", "color": style.INK}
    furniture.note(ax, at_mm, str(number), **looks)


def _key(ax, unit):
    left, low = ax.get_xlim()[0], ax.get_ylim()[0]
    column, top = left + 66 * unit, low + 22 * unit
    heading = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    furniture.note(ax, (column, top), name_of("section-way"), va="center", **heading)
    for row, key in enumerate(STEPS):
        at = (column + (7 + 240 * (row // 3)) * unit, top + (19 + 19 * (row % 3)) * unit)
        _number(ax, row + 1, at)
        furniture.note(ax, (at[0] + 13 * unit, at[1]), name_of(key), va="center", color=style.INK)
    words = furniture.wrap(name_of("section-note"), 420, style.SIZE_SMALL)
    furniture.note(ax, (column, top + 72 * unit), words, va="top")


def _write_labels(ax, plate, structures):
    """Muscles are named on the outer side, so that no leader of theirs crosses the nerves and vessels."""
    middle = sum(ax.get_xlim()) / 2
    sides = {"left": [], "right": []}
    for key, at, role, outer in _wanted(plate, structures):
        side = "left" if outer or at[0] < middle else "right"
        sides[side].append(furniture.label(ax, name_of(key), at, PAGE.column_pt - 17, role))
    for side, labels in sides.items():
        furniture.write_labels(ax, labels, sides=(side,))


def _wanted(plate, structures):
    """Yield id, place, role, and whether it has to be named on the outer side."""
    raster, seen = sight.in_sight(structures, plate.view_box, step_mm=1.2)
    for one in structures:
        if not one.of and one.id not in UNNAMED:
            yield one.id, _anchor(raster, seen, one), _role(one), one.kind == "muscle"
    yield "fat", _fat(raster, seen), "context", False
    yield BRANCH, plate.structures[BRANCH].centroid_mm, "context", True
    yield GROUP, plate.structures[GROUP_AT].centroid_mm, "context", True


def _role(structure):
    if structure.layer in (ORIENTATION, "skin", "bones"):
        return "context"
    return "main" if structure.kind in ("muscle", *AVOID) else "context"


def _anchor(raster, seen, structure):
    small = structure.area_mm2 < 60
    toward = "left" if structure.kind == "muscle" else None
    return structure.centroid_mm if small else sight.anchor(raster, seen[structure.id], toward, pull=0.12)


def _fat(raster, seen):
    """A place in the fat under the skin of the buttock, not between the muscles."""
    mask = seen["fat"].copy()
    mask[raster.y < 60] = False
    return sight.anchor(raster, mask, "right")
