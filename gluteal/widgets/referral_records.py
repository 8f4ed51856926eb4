"""What the referral explorer knows: patterns, zones, cards, regions, the pressure scale; plain dicts."""

from functools import lru_cache

import numpy as np

from gluteal.catalogue import load
from gluteal.catalogue.referral import MIDLINE_MM, referral_patterns
from gluteal.catalogue.regions import body_regions
from gluteal.drawing.style import COLOURS, PAPER, darker, mix
from gluteal.models import raster
from gluteal.plates import load_plate
from gluteal.svg_path import number
from gluteal.widgets.referral_cards import card_rows, conflicts_about

REFERRAL_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

VIEWS = {"posterior": "Back", "lateral": "Side", "anterior": "Front"}
"""The body charts, in the order in which they stand, and the word for each."""

REACHES_REGION, LIES_IN_REGION = 0.12, 0.3
"""A zone reaches a region when it covers this share of it, or when this share of the zone lies in it.

Conventions of the look-up, not findings: the borders of zones and of regions are drawn, not measured.
"""

LOOKS = (
    ("A", COLOURS["pain.essential"], "dots"),
    ("B", "#1b5fa6", "slant"),
    ("C", "#11785f", "backslant"),
    ("D", "#7b3fa3", "level"),
    ("E", "#96600a", "upright"),
    ("F", "#4b5560", "net"),
)
"""Letter, colour and texture, in the order in which points are chosen; told apart without colour, too."""

BOTH = "#3b1d52", "cross"
"""Colour and texture of what two patterns share."""

LABEL_LEVELS = (0.5, 0.3, 0.7, 0.12, 0.88)
"""How far down its zone a letter may stand, the best first: letters make way for each other."""

MIMIC_GROUP = "What else refers here"


@lru_cache
def referral_records():
    """Return everything the page needs to know, computed once.

    Returns
    -------
    dict
        ``format``; ``order`` (ids), ``patterns`` (id: name, words, views with points and zones, reach);
        ``groups`` (title, muscle, ids); ``regions`` (id, name, views); ``reached`` (region: list of id and
        kind, essential first); ``charts``, ``steps``, ``note``, ``grades``, ``sources``.

    Examples
    --------
    >>> referral_records()["patterns"]["piriformis-trp1"]["name"]
    'Piriformis TrP1'
    """
    found = referral_patterns()
    patterns = {key: _pattern(pattern) for key, pattern in found.items()}
    records = {
        "format": REFERRAL_FORMAT,
        "order": list(found),
        "patterns": patterns,
        "groups": _groups(patterns),
        "regions": _regions(),
        "reached": _reached(found),
        "charts": [_chart(view, title) for view, title in VIEWS.items()],
        "steps": [_step(step) for step in load().pressure_steps.values()],
        "note": _note(),
        "looks": [{"letter": letter, **_look(*look)} for letter, *look in LOOKS],
        "both": _look(*BOTH),
        "structures": {structure.id: structure.name for structure in load().structures.values()},
        "grades": {grade.id: _grade(grade) for grade in load().grades.values()},
    }
    return {**records, "sources": {key: _source(key) for key in sorted(set(_cited(records)))}}


def _pattern(pattern):
    point = load().trigger_points.get(pattern.id)
    return {
        "source": pattern.source,
        "name": f"{point.muscle.name} {point.label}" if point else pattern.name,
        "label": point.label if point else pattern.name,
        "portion": point.portion if point else "",
        "part": point.portion if point and point.portion not in point.label else "",
        "muscle": pattern.muscle_id or "",
        "muscles": [point.muscle_id, *point.other_muscle_ids] if point else [],
        "title": point.muscle.name if point else MIMIC_GROUP,
        "dashed": bool(pattern.dashed),
        "grade": pattern.grade,
        "rows": card_rows(pattern, point),
        "conflicts": conflicts_about(pattern.id),
        "views": {view: _view(pattern, view) for view in VIEWS},
    }


def _view(pattern, view):
    point = pattern.points.get(view)
    zones = pattern.of(view)
    shown = pattern.on_chart(_raster(view).chart)  # with the other side where pain is felt on both
    return {
        "point": [round(float(value), 1) for value in point] if point else None,
        "zones": [
            {"kind": zone.kind, "path": _path(zone.polygon), "both": zone.both_sides} for zone in shown
        ],
        "labels": _spots(view, [zone for zone in zones if zone.kind == "essential"] or zones),
        "foot": _lowest(zones),
    }


def _path(corners):
    return "M" + "L".join(f"{number(round(x, 1))} {number(round(y, 1))}" for x, y in corners) + "Z"


def _raster(view):
    return raster.grid("lateral-right" if view == "lateral" else view)


def _shape(view, polygons):
    """Return the cells that some polygons cover on the right side of a chart, shape (rows, columns)."""
    on = _raster(view)
    covered = np.zeros(on.shape, dtype=bool)
    for polygon in polygons:
        covered |= raster.cells(polygon, on)
    return covered & raster.inside(on.chart)


def _spots(view, zones):
    """Return places inside the zones where a letter can stand, the best first; none without zones."""
    rows, columns = np.nonzero(_shape(view, [zone.polygon for zone in zones]))
    if not len(rows):
        return []
    x, y = _raster(view).x_mm[columns], _raster(view).y_mm[rows]
    levels = np.quantile(y, LABEL_LEVELS)
    return [_nearest(x, y, np.median(x[np.abs(y - level) <= raster.CELL_MM]), level) for level in levels]


def _nearest(x, y, to_x, to_y):
    best = np.argmin((x - to_x) ** 2 + (y - to_y) ** 2)
    return [round(float(x[best]), 1), round(float(y[best]), 1)]


def _lowest(zones):
    """Return the lowest corner of the zones, under which a word can stand; None without zones."""
    corners = [corner for zone in zones for corner in zone.polygon]
    return [round(float(value), 1) for value in max(corners, key=lambda xy: xy[1])] if corners else None


def _groups(patterns):
    found = {}
    for key, pattern in patterns.items():
        group = {"title": pattern["title"], "ids": [], "also": _also(pattern["muscle"])}
        found.setdefault(pattern["title"], group)["ids"].append(key)
    return list(found.values())


def _also(muscle):
    structure = load().structures.get(muscle)
    return [*structure.also_called, structure.latin_name] if structure else []


def _regions():
    """Return the regions of all charts, from the head down; one region may be seen in several views."""
    seen = {}
    for view in VIEWS:
        for region in body_regions(view).values():
            entry = seen.setdefault(region.id, {"id": region.id, "name": region.name, "views": {}, "top": []})
            entry["views"][view] = region.path
            entry["top"].append(min(y for _, y in region.corners_mm))
    ordered = sorted(seen.values(), key=lambda entry: min(entry.pop("top")))
    return ordered


def _reached(patterns):
    reached = {}
    for view in VIEWS:
        regions = {region.id: _shape(view, [region.corners_mm]) for region in body_regions(view).values()}
        for key, pattern in patterns.items():
            for kind in ("essential", "spillover"):
                zone = _shape(view, [zone.polygon for zone in pattern.of(view, kind)])
                for region, cells in regions.items():
                    _note_reach(reached.setdefault(region, {}), key, kind, zone, cells)
    return {region: _by_kind(hits) for region, hits in reached.items()}


def _note_reach(hits, key, kind, zone, region):
    shared = (zone & region).sum()
    share = float(shared / max(region.sum(), 1))
    if share < REACHES_REGION and shared < LIES_IN_REGION * max(zone.sum(), 1):
        return
    hits[key, kind] = max(hits.get((key, kind), 0.0), share)


def _by_kind(hits):
    """One entry for each pattern, by its stronger zone: essential before spillover, then by share."""
    best = {}
    for (key, kind), share in sorted(hits.items(), key=lambda hit: hit[0][1]):  # essential comes first
        best.setdefault(key, (kind, share))
    ranked = sorted(best.items(), key=lambda hit: (hit[1][0], -hit[1][1]))
    return [{"id": key, "kind": kind} for key, (kind, share) in ranked if share > 0]


def _chart(view, title):
    plate = load_plate(f"body-{view}")
    return {
        "view": view,
        "title": title,
        "box": [float(value) for value in plate.view_box],
        "midline": MIDLINE_MM.get(view),
        "outline": plate.structures["body"].path,
    }


def _step(step):
    return {
        "id": step.id,
        "title": step.title,
        "from": step.from_percent,
        "to": step.to_percent,
        "felt": step.what_you_feel,
        "known": step.what_is_known,
        "statements": [_statement(one) for one in step.statements],
        "gaps": [_gap(gap) for gap in step.gaps],
    }


def _statement(fact):
    against = fact.comparator and f"against: {fact.comparator}"
    around = "; ".join(part for part in (fact.measure, fact.population, against) if part)
    text = f"{fact.statement} ({around})" if fact.statement else around
    return {"text": text, "note": fact.note, **_cite(fact)}


def _gap(gap):
    return {"text": f"{gap.what_is_missing}. {gap.what_to_say}.", "sources": list(gap.source_keys)}


def _cite(claim):
    return {"grade": claim.grade, "sources": [source.key for source in claim.sources]}


def _look(colour, texture):
    return {"ink": colour, "dark": darker(colour, 0.45), "wash": mix(colour, PAPER, 0.3), "texture": texture}


def _note():
    """The sentence that is always in sight, and the consensus behind it."""
    return _cite(load().statements["no-fixed-referral-area"])


def _cited(value):
    """Every source key named anywhere in the records."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if key.startswith("sources") and isinstance(inner, list) else _cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cited(inner)


def _grade(grade):
    return {"rank": grade.rank, "symbol": grade.symbol, "name": grade.name, "meaning": grade.meaning}


def _source(key):
    source = load().sources[key]
    return {"short": source.short, "reference": source.reference, "secondary": source.is_secondary}
