"""Referral patterns and named regions on the raster of the body charts: right side, on the body."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.catalogue.regions import body_regions
from gluteal.models import raster

RIGHT_CHARTS = ("posterior", "anterior", "lateral-right")
"""The charts on which the right side shows. The left side is compared as a mirrored drawing."""
_LEAST_OF_A_REGION = 0.3


@dataclass(frozen=True, eq=False)
class PatternCells:
    """A pattern as cells.

    Attributes
    ----------
    id : str
    essential, spillover : dict of str to ndarray of bool
        For each chart of the right side the cells of the two kinds of zone; no cell is both. What lies over
        the midline is cut off. A pattern that has spillover zones only is compared as if they were
        essential: there is nothing else that a drawing could have in common with it.
    """

    id: str
    essential: dict
    spillover: dict

    @property
    def size(self):
        """Number of cells of the essential zone on the chart that shows most of it."""
        return max(int(cells.sum()) for cells in self.essential.values())

    @property
    def is_drawn(self):
        """Whether it has any zone."""
        return self.size > 0

    def of(self, chart):
        """Return the cells of all zones on a chart."""
        return self.essential[chart] | self.spillover[chart]


def pattern_cells(pattern):
    """Return a pattern as cells.

    Parameters
    ----------
    pattern : gluteal.catalogue.referral.Pattern
        Or whatever has an ``id`` and ``zones`` with ``view``, ``kind`` and ``polygon``.

    Returns
    -------
    PatternCells
    """
    zones = [(zone.view, zone.kind, tuple(map(tuple, zone.polygon))) for zone in pattern.zones]
    return _pattern_cells(pattern.id, tuple(zones))


@lru_cache(maxsize=512)
def _pattern_cells(key, zones):
    if all(kind != "essential" for _, kind, _ in zones):
        zones = tuple((view, "essential", polygon) for view, _, polygon in zones)
    of_kind = {
        kind: {chart: _union(zones, chart, kind) for chart in RIGHT_CHARTS}
        for kind in ("essential", "spillover")
    }
    for chart, cells in of_kind["spillover"].items():
        cells &= ~of_kind["essential"][chart]
    return PatternCells(key, **of_kind)


def _union(zones, chart, kind):
    on = raster.grid(chart)
    found = np.zeros(on.shape, dtype=bool)
    for view, own, polygon in zones:
        if (view, own) == (on.view, kind):
            found |= raster.cells(polygon, on)
    return found & raster.of_side(chart, "right")


@lru_cache
def region_labels(chart):
    """Return which named region each cell of the right side belongs to.

    Parameters
    ----------
    chart : {"posterior", "anterior", "lateral-right"}

    Returns
    -------
    ids : tuple of str
    labels : ndarray of int, shape (rows, columns)
        Place in ``ids``, -1 where no region has a name.

    Examples
    --------
    >>> ids, labels = region_labels("posterior")
    >>> bool((labels == ids.index("posterior-calf")).any())
    True
    """
    on = raster.grid(chart)
    regions = body_regions(on.view)
    shares = np.stack([raster.coverage(one.corners_mm, on) for one in regions.values()])
    named = (shares.max(axis=0) >= _LEAST_OF_A_REGION) & raster.of_side(chart, "right")
    labels = np.where(named, shares.argmax(axis=0), -1)
    labels.flags.writeable = False
    return tuple(regions), labels


@lru_cache
def region_names():
    """Return the names of all regions by id, from behind, from the side, from the front."""
    found = {}
    for view in ("posterior", "lateral", "anterior"):
        found.update({key: one.name for key, one in body_regions(view).items() if key not in found})
    return found


def count_by_region(cells_of_chart):
    """Return how many cells lie in each named region, all charts together.

    Parameters
    ----------
    cells_of_chart : mapping of str to ndarray of bool
        For charts of the right side.

    Returns
    -------
    dict of str to int
        For every region, in the order of `region_names`.
    """
    found = dict.fromkeys(region_names(), 0)
    for chart, cells in cells_of_chart.items():
        ids, labels = region_labels(chart)
        counts = np.bincount(labels[cells & (labels >= 0)], minlength=len(ids)).tolist()
        for key, count in zip(ids, counts, strict=True):
            found[key] += count
    return found
