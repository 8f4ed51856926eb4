"""What a figure shows of a plate, and what it calls by name: by kind, layer, size and rank, from the data."""

import numpy as np

from gluteal import catalogue, plates
from gluteal.catalogue import name_of
from gluteal.drawing import furniture, sight

SMALL_KINDS = ("nerve", "vessel", "bursa")
"""Left out of a figure that is not about them, unless they are as broad as the sciatic nerve."""
BROAD_MM = 4.0
"""Mean width of a nerve that every figure shows."""
LEAST_AREA_MM2 = {"nerve": 8.0, "vessel": 6.0, "bursa": 20.0}
"""A structure of which less is in sight gets no label; others need `LARGE_MM2`."""
LARGE_MM2 = 45.0
FADING_MM = 5.0
"""No landmark is pointed at nearer to the edge of the window, where the drawing fades."""
ORIENTATION = ("hip-bone-left", "vertebra-l5", "hip-bone")
"""Drawn for orientation only; the hip bone is named by its landmarks."""


def shown(structures, small_kinds=()):
    """Return the structures that belong in a figure.

    Parameters
    ----------
    structures : iterable of gluteal.plates.PlateStructure
    small_kinds : collection of str
        Kinds among ``SMALL_KINDS`` that the figure is about: all of these are shown.

    Returns
    -------
    list of gluteal.plates.PlateStructure
        In the same order; without the stumps and flaps of divided muscles.

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> kinds = {one.kind for one in shown(load_plate("posterior").structures.values())}
    >>> kinds & {"vessel", "bursa"}
    set()
    """
    return [one for one in structures if not one.of and (_is_large(one) or one.kind in small_kinds)]


def _is_large(structure):
    if structure.kind not in SMALL_KINDS:
        return True
    length = sum(
        np.linalg.norm(np.diff(one.line, axis=0), axis=1).sum() for one in structure.of_role("course")
    )
    return structure.kind == "nerve" and structure.area_mm2 > BROAD_MM * length


def is_seen(structure, raster, mask):
    """Tell whether enough of a structure is in sight for a label."""
    return sight.area_mm2(raster, mask) >= LEAST_AREA_MM2.get(structure.kind, LARGE_MM2)


def places(structure, plate, raster, mask, others=()):
    """Return where a label may point at a structure, the best place first.

    That is where an overlay ``VIEW-landmarks`` has a circle with the structure's own id, if that is in sight:
    a characteristic part, such as the tendon of obturator internus outside the notch. Else a place on the
    course of a nerve or vessel, away from others; else well inside what is seen of the flesh.

    Returns
    -------
    list of (float, float)
        mm, y down.
    """
    marks = overlay_landmarks(plate.view)
    own = marks.get(structure.id)
    if own and raster.at(mask, own.x_mm, own.y_mm):
        return [(own.x_mm, own.y_mm)]
    if structure.of_role("course") and structure.kind in SMALL_KINDS:
        found = sight.along(structure, raster, mask, [one for one in others if one is not structure])
        if found:
            return found
    return sight.anchors(raster, belly(structure, raster, mask))


def belly(structure, raster, mask):
    """Return what is seen of a muscle without its tendons, where enough of it is seen."""
    fleshy = mask.copy()
    for tendon in structure.of_role("tendon"):
        fleshy &= ~raster.inside([tendon.line])
    return fleshy if sight.area_mm2(raster, fleshy) > LARGE_MM2 else mask


def overlay_landmarks(view):
    """Return the landmarks of the overlay that says where labels point in a view; none without overlay."""
    try:
        return dict(plates.load_overlay(f"{view}-landmarks").landmarks)
    except KeyError:
        return {}


def structure_labels(ax, plate, structures, raster, seen, width_pt, role_of, unnamed=ORIENTATION):
    """Return labels for all structures of which enough is in sight.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    plate : gluteal.plates.Plate
    structures : sequence of gluteal.plates.PlateStructure
    raster, seen
        From `gluteal.drawing.sight.in_sight`.
    width_pt : float
        Width of the label column, points.
    role_of : callable
        Structure to the role of its label.
    unnamed : collection of str
        Ids that get no label.

    Returns
    -------
    list of gluteal.drawing.labels.Label
    """
    thin = [one for one in structures if one.kind in SMALL_KINDS]
    found = []
    for one in structures:
        if one.id not in unnamed and is_seen(one, raster, seen[one.id]):
            place, *elsewhere = places(one, plate, raster, seen[one.id], thin)
            name = name_of(one.named_as)
            found.append(furniture.label(ax, name, place, width_pt, role_of(one), elsewhere))
    return found


def landmark_labels(ax, plate, raster, seen, width_pt, wanted, features=False):
    """Return labels for the landmarks of a plate that are in sight and wanted.

    Parameters
    ----------
    wanted : callable
        Row of ``landmarks.csv`` and kind of the structure on which it lies to whether it is named.
    features : bool
        Name also the lines, openings and points that only the plate itself has, not its overlay.
    """
    kinds = {one.id: one.kind for one in plate.structures.values()}
    found = {}
    for key, (structure, points) in _landmark_places(plate, features).items():
        row = catalogue.load().landmarks.get(key)
        if row and structure in seen and wanted(row, kinds[structure]):
            mask = raster.inside([_window(raster)]) if row.kind == "foramen" else seen[structure]
            held = [point for point in points if _holds(raster, mask, *point)]
            if held:
                name = name_of(key)
                label = furniture.label(ax, name, held[0], width_pt, "context", held[1:6])
                found.setdefault(name, label)
    return list(found.values())


def up_to_rank(ranks):
    """Return a choice of landmarks: kind of structure to the highest rank that is named on it."""
    return lambda row, kind: row.rank <= ranks.get(kind, 0)


def _window(raster):
    """The corners of the window, shape (4, 2): an opening is in sight although its bone is not there."""
    (left, right), (top, bottom) = ((axis[0] - 1, axis[-1] + 1) for axis in (raster.x, raster.y))
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)])


def _holds(raster, mask, x, y):
    """Whether a place is well in the window and in sight, or beside what is: a crest runs along an edge."""
    inside = all(
        axis[0] + FADING_MM <= at <= axis[-1] - FADING_MM for axis, at in ((raster.x, x), (raster.y, y))
    )
    return bool(inside and raster.teller(mask)([(x, y)])[0])


def _landmark_places(plate, features):
    """Id to structure and places: those of the overlay first, then the features, then points of the plate."""
    found = _own_places(plate) if features else {}
    for mark in overlay_landmarks(plate.view).values():
        others = found.get(mark.id, ("", []))[1]
        found[mark.id] = (mark.structure, [(mark.x_mm, mark.y_mm), *others])
    return found


def _own_places(plate):
    found = {}
    for structure in plate.structures.values():
        for detail in structure.details:
            row = catalogue.load().landmarks.get(detail.name)
            if row and not detail.hidden and row.structure_id in ("", structure.id):
                held = found.setdefault(detail.name, (structure.id, []))
                held[1].extend(_feature_places(detail))
    for mark in plate.landmarks.values():
        if mark.visible:
            found.setdefault(mark.id, (mark.structure, [(mark.x_mm, mark.y_mm)]))
    return found


def _feature_places(detail):
    """Middle of a hollow or hole; places along a line, its middle first."""
    line = detail.line
    if detail.role in ("hole", "shade"):
        return [tuple(map(float, line.mean(axis=0)))]
    points = sight.resampled(line, 3.0)
    order = [round(share * (len(points) - 1)) for share in (0.5, 0.35, 0.65, 0.2, 0.8)]
    return [tuple(map(float, points[index])) for index in order]
