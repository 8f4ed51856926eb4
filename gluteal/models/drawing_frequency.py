"""How often each place is painted in many drawings: a frequency map, added up one drawing at a time.

Each cell of a chart gets the number of drawings that paint it, whatever the intensity; divided by the number
of drawings it is a share. Only these sums are kept, so that memory does not grow with the number of drawings.
A drawing without paint is a drawing too: it belongs to the number by which the counts are divided.

*What the map does not explain*: how strong the pain is, which places are painted together, and who was asked.
A share of these drawings is not the share of a population.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.models import raster
from gluteal.models.pattern_cells import RIGHT_CHARTS, region_labels, region_names
from gluteal.models.referral_overlap import WEIGHTS

FEW = 5
"""Below this number of drawings a map says little about a group."""


@dataclass(frozen=True, eq=False)
class Frequencies:
    """How often each cell and each named region was painted.

    Attributes
    ----------
    n, empty : int
        Number of drawings; of those without any paint.
    beside : int
        Number of drawings with paint beside the body, where nothing is counted for regions.
    one_side : bool
        Whether both sides are laid over each other on the right one.
    counts : dict of str to ndarray of int, shape (rows, columns)
        For each chart the number of drawings that paint a cell. With ``one_side`` only the charts of the
        right side; a drawing that paints a place on both sides counts once.
    by_region : dict of (str, str) to int
        For each side and region the number of drawings that paint at least a few cells of it
        (``OverlapWeights.named_from_cells``), on whichever charts.
    """

    n: int
    empty: int
    beside: int
    one_side: bool
    counts: dict
    by_region: dict

    def shares(self, chart):
        """Return the share of drawings that paint each cell, 0 to 1, shape (rows, columns).

        Raises
        ------
        ValueError
            When there is no drawing.
        """
        if not self.n:
            raise ValueError("there is no drawing, so there are no shares; add one first")
        return self.counts[chart] / self.n

    @property
    def highest(self):
        """The largest share of any cell on the body."""
        return max(float((self.shares(chart) * raster.inside(chart)).max()) for chart in self.counts)


class Tally:
    """Sums over drawings.

    Parameters
    ----------
    one_side : bool
        Lay both sides over each other on the right one.

    Examples
    --------
    >>> from gluteal.models.pain_drawing import PainDrawing
    >>> tally = Tally()
    >>> for runs in ([7272, 3, 5], [7273, 3, 5]):
    ...     tally.add(PainDrawing({"posterior": runs}))
    >>> tally.frequencies().shares("posterior").ravel()[7272:7276].tolist()
    [0.5, 1.0, 1.0, 0.5]
    """

    def __init__(self, one_side=False):
        self.one_side = one_side
        self.n = self.empty = self.beside = 0
        charts = RIGHT_CHARTS if one_side else raster.CHARTS
        self._counts = {chart: np.zeros(raster.grid(chart).shape, dtype=np.int32) for chart in charts}
        self._regions = np.zeros(_places(one_side), dtype=np.int64)

    def add(self, drawing):
        """Count one more drawing.

        Parameters
        ----------
        drawing : gluteal.models.pain_drawing.PainDrawing
        """
        painted = {chart: drawing.cells(chart) > 0 for chart in drawing.charts}
        self.n += 1
        self.empty += not painted
        self.beside += any((cells & ~raster.inside(chart)).any() for chart, cells in painted.items())
        painted = _folded(painted) if self.one_side else painted
        regions = np.zeros(_places(self.one_side), dtype=np.int64)
        for chart, cells in painted.items():
            self._counts[chart] += cells
            places = _region_places(chart, self.one_side)[cells]
            regions += np.bincount(places, minlength=len(regions) + 1)[:-1]
        self._regions += regions >= WEIGHTS.named_from_cells

    def frequencies(self):
        """Return the sums so far.

        Returns
        -------
        Frequencies
        """
        keys = [(side, key) for side in _sides(self.one_side) for key in region_names()]
        by_region = dict(zip(keys, self._regions.tolist(), strict=True))
        counts = {chart: cells.copy() for chart, cells in self._counts.items()}
        return Frequencies(self.n, self.empty, self.beside, self.one_side, counts, by_region)


def _sides(one_side):
    return raster.SIDES[:1] if one_side else raster.SIDES


def _places(one_side):
    """How many pairs of side and region there are."""
    return len(_sides(one_side)) * len(region_names())


def _folded(painted):
    """Lay the left side over the right one; what lies beside the body too."""
    found = {chart: cells & _right_half(chart) for chart, cells in painted.items() if chart in RIGHT_CHARTS}
    for chart, cells in painted.items():
        right = raster.MIRRORED[chart]
        if right in RIGHT_CHARTS:
            turned = cells[:, ::-1] & _right_half(right)
            found[right] = found[right] | turned if right in found else turned
    return found


@lru_cache
def _right_half(chart):
    """The half of a chart on which the right side lies, the paper beside the body too."""
    columns = raster.grid(chart).columns
    half = np.arange(columns) >= columns // 2
    return np.ones(columns, dtype=bool) if chart.startswith("lateral") else half == (chart == "posterior")


@lru_cache
def _region_places(chart, one_side):
    """For each cell the place of its side and region in the sums; the last place where it has none."""
    places = np.full(raster.grid(chart).shape, _places(one_side), dtype=np.intp)
    order = list(region_names())
    for number, side in enumerate(_sides(one_side)):
        if not raster.of_side(chart, side).any():
            continue
        ids, labels = region_labels(chart if side == "right" else raster.MIRRORED[chart])
        labels = labels if side == "right" else labels[:, ::-1]
        where = np.array([order.index(key) for key in ids]) + number * len(order)
        places[labels >= 0] = where[labels[labels >= 0]]
    return places
