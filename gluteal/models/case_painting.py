"""A pain drawing as an invented person might paint it: strokes in and round the zones of a pain map.

A stroke is a disc of 3 to 7 cells across, broader in a broad zone; its middle is a cell of the zone, missed
by some cells. Strokes go on until the wanted share of the zone is covered; then gaps between them are closed.

*What this does not explain*: how people paint. In a study of proven root pain hardly anybody painted what the
charts of dermatomes show (taylor2013), so a drawing made from a zone is closer to the chart than a real one.
The shares are teaching values of ``data/cases``.
"""

from functools import lru_cache

import numpy as np

from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing
from gluteal.models.pattern_cells import RIGHT_CHARTS, count_by_region

_BATCH = 6
_MOST_BATCHES = 120
_STRAY_CELLS = 10
_BROAD_CELLS = 150
_ENOUGH_NEIGHBOURS = 5


def painted(pattern, level, lots, everywhere=False):
    """Return the cells that somebody paints for the pain of one pattern, on the right side.

    Parameters
    ----------
    pattern : gluteal.models.pattern_cells.PatternCells
    level : gluteal.catalogue.case_tables.CaseLevel
        How much is covered, how far a stroke misses, whether pain spills over.
    lots : gluteal.models.case_chance.Lots
    everywhere : bool
        Whether no chart on which the essential zone shows is left empty.

    Returns
    -------
    dict of str to ndarray of uint8
        For each chart intensities, 0 where nothing is painted.
    """
    intensity = lots.between(4, 8)
    spills = lots.happens(level.spillover_pct / 100)
    most = max(RIGHT_CHARTS, key=lambda chart: int(pattern.essential[chart].sum()))
    found = {}
    for chart in RIGHT_CHARTS:
        paints = chart == most or everywhere or lots.happens(0.6)
        zone = pattern.essential[chart]
        if not paints or zone.sum() * 8 < pattern.size:
            continue
        found[chart] = _chart(chart, pattern, level, lots, (intensity, spills))
    return found


def _chart(chart, pattern, level, lots, how):
    intensity, spills = how
    share = lots.between(level.covered_low_pct, level.covered_high_pct)
    cells = _strokes(chart, pattern.essential[chart], share, level.wander_cells, lots) * np.uint8(intensity)
    if spills and pattern.spillover[chart].any():
        more = _strokes(chart, pattern.spillover[chart], lots.between(25, 55), level.wander_cells, lots)
        cells = np.maximum(cells, more * np.uint8(max(1, intensity - 2)))
    for _ in range(level.stray_strokes):
        cells = np.maximum(cells, _stray(chart, pattern.essential[chart], lots) * np.uint8(intensity - 2))
    return cells


def _strokes(chart, zone, share_pct, wander, lots):
    """Return the cells that strokes cover, until so many percent of the zone are."""
    cells = np.zeros(zone.shape, dtype=bool)
    places, wanted = np.flatnonzero(zone), int(zone.sum()) * share_pct
    broad = len(places) > _BROAD_CELLS
    for _ in range(_MOST_BATCHES):
        if int(cells[zone].sum()) * 100 >= wanted:
            break
        middles = places[lots.many_below(len(places), _BATCH)]
        misses = lots.many_below(2 * wander + 1, 2 * _BATCH) - wander
        _stamp(cells, middles, misses, 1 + lots.below(2) + broad)
    return _filled(cells) & raster.of_side(chart, "right")


def _filled(cells):
    """Return cells with the gaps between strokes closed, as a hand that shades an area closes them."""
    for _ in range(2):
        wide = np.pad(cells, 1).astype(np.uint8)
        rows = wide[:-2] + wide[1:-1] + wide[2:]
        cells = cells | (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:] >= _ENOUGH_NEIGHBOURS)
    return cells


def _stray(chart, zone, lots):
    """Return the cells of one stroke somewhere near the zone."""
    cells = np.zeros(zone.shape, dtype=bool)
    places = np.flatnonzero(zone)
    middle = places[lots.many_below(len(places), 1)]
    _stamp(cells, middle, lots.many_below(2 * _STRAY_CELLS + 1, 2) - _STRAY_CELLS, 1)
    return cells & raster.of_side(chart, "right")


def _stamp(cells, middles, misses, radius):
    rows, columns = np.divmod(middles, cells.shape[1])
    down, across = _disc(radius)
    row = (rows + misses[::2])[:, None] + down
    column = (columns + misses[1::2])[:, None] + across
    inside = (row >= 0) & (row < cells.shape[0]) & (column >= 0) & (column < cells.shape[1])
    cells[row[inside], column[inside]] = True


@lru_cache
def _disc(radius):
    """Offsets of the cells of a disc, down and across."""
    reach = np.arange(-radius, radius + 1)
    down, across = np.meshgrid(reach, reach, indexing="ij")
    within = down**2 + across**2 <= radius**2 + radius // 2 + 1
    return down[within], across[within]


def as_drawing(cells, side):
    """Return painted cells of the right side as a drawing of one side."""
    charts = {chart: raster.runs(found) for chart, found in cells.items() if found.any()}
    drawing = PainDrawing(charts)
    return drawing if side == "right" else drawing.mirrored()


def places_painted(cells, features):
    """Return for each feature about a place whether the drawing shows it.

    Parameters
    ----------
    cells : dict of str to ndarray
        As `painted` returns them.
    features : iterable of gluteal.catalogue.case_tables.CaseFeature
        Those whose ``source`` is ``drawing``.

    Returns
    -------
    dict of str to str
        Feature to ``present`` or ``absent``.
    """
    counts = count_by_region({chart: found > 0 for chart, found in cells.items()})
    whole = sum(counts.values())
    answers = {}
    for one in features:
        count = sum(counts[region] for region in one.region_ids)
        enough = count >= one.least_cells and count * 100 >= whole * (one.least_share_pct or 0)
        answers[one.feature_id] = "present" if enough else "absent"
    if answers["pain-below-knee"] == "present":
        answers["thigh-pain-above-knee"] = "absent"
    return answers
