"""How much a pain drawing and a referral pattern have in common, and which patterns have most.

**What is compared.** The right and the left half of a drawing are compared separately, each with the patterns
of its own side: pain in both buttocks is two drawings, one a side. Only cells on the body count.

**The measure** is a Dice coefficient (the same as F1), the harmonic mean of two shares::

    explained = hit / (hit + extra)
    covered   = max over the charts c of e_c / M_c + w (1 - e_c / M_c) s_c / S_c
    score     = 2 explained covered / (explained + covered)

``hit`` is the paint in the essential zone plus ``w`` times that in the spillover zone, ``extra`` the paint in
neither, all charts together, each cell weighed by its intensity (10 counts twice as much as 1). ``e_c`` and
``s_c`` are the painted cells of both zones on one chart, ``M_c`` and ``S_c`` the cells that these have. So

- an unpainted essential zone lowers the score; an unpainted spillover zone does not, because only some people
  feel it. Painted spillover makes up for ``w`` (one half) of what is unpainted of the essential zone: a
  drawing that lies in the spillover zone only never comes above 2 w / (1 + w), which is 0.67;
- a zone that shows on two charts is covered once it is painted on one of them, and a chart that was left
  empty costs nothing. But a chart that shows only the edge of a zone cannot stand for the zone: ``M_c`` is at
  least a quarter of the essential zone on the chart that shows most of it, ``S_c`` likewise.

From this follow, and are tested: a drawing that is the pattern has 1, also without its spillover; one that
has nothing in common with it has 0; more paint in the essential zone never lowers the score, more paint
outside the pattern never raises it; exchanging left and right, or making all pain equally stronger, changes
nothing; for a pattern without spillover, on one chart and with one intensity, drawing and pattern can be
exchanged. On several charts they cannot: a person may leave a chart empty, a pattern may not. Pain that a
point of one side is said to cause on both sides is looked for on its own side only.

**Valid** for drawings of which at least a few cells (6 mm) are painted and at most about half of a side.

**What it does not explain.** It is no probability and no diagnosis: it does not know how common anything is,
how the pain feels, what provokes it, or what an examination finds. The zones are schematic and typical, most
rest on clinical observation, and people's pain differs from them. Patterns overlap, so that several fit one
drawing. The weights are set for teaching; nobody has measured them. A zone that lies in two places on two
sides of the body counts as covered when one of them is painted.

Overlap of areas is a common measure of whether two pain drawings show the same place: with the closely
related Jaccard index J (Dice = 2 J / (1 + J)) Barbero 2024 [barbero2024]_ compared digitised drawings. For
comparing a drawing with a trigger point's zone no established score was found.

.. [barbero2024] Barbero et al., J Pain Symptom Manage 2024;67(2):e129-e136; the abstract was read.
"""

from dataclasses import dataclass, field
from math import floor

import numpy as np

from gluteal.models import raster
from gluteal.models.pattern_cells import RIGHT_CHARTS, PatternCells, pattern_cells


@dataclass(frozen=True)
class OverlapWeights:
    """The constants of the measure. All are teaching weights: chosen, not measured.

    Attributes
    ----------
    spillover : float
        What a painted cell of the spillover zone counts, compared with one of the essential zone.
    intensity : tuple of int
        What a painted cell counts by its intensity, 1 to 10; whole numbers, so that sums are exact.
    smallest_view : float
        A chart stands for at least this share of the essential zone's largest picture.
    close_points : int
        Scores this near to the best, in hundredths, are too close to be told apart. Drawings of the essential
        zones of this pack, moved by 12 to 18 mm, stay this near to the best in about nine of ten cases.
    low_points : int
        Below this no pattern fits well. The best of all patterns of this pack comes so far for about one in
        four areas that are drawn at random on the back of the right side.
    too_much : float
        Share of a painted chart above which a drawing no longer tells patterns apart.
    named_from_cells : int
        A region is named in the reasons from this number of cells.
    """

    spillover: float = 0.5
    intensity: tuple[int, ...] = tuple(range(9, 19))
    smallest_view: float = 0.25
    close_points: int = 10
    low_points: int = 40
    too_much: float = 0.5
    named_from_cells: int = 4

    def __post_init__(self):
        shares = {name: getattr(self, name) for name in ("spillover", "smallest_view", "too_much")}
        wrong = [name for name, value in shares.items() if not 0 < value <= 1]
        if wrong:
            raise ValueError(f"{wrong[0]} is {shares[wrong[0]]!r}; it has to be more than 0 and at most 1")
        if len(self.intensity) != 10 or min(self.intensity) < 1:
            raise ValueError(
                "intensity has to be ten whole numbers of at least 1, for the intensities 1 to 10"
            )


WEIGHTS = OverlapWeights()


@dataclass(frozen=True)
class Overlap:
    """What one side of a drawing and one pattern have in common.

    Attributes
    ----------
    pattern, side : str
        Id of the pattern; ``right`` or ``left``.
    score, explained, covered : float
        0 to 1, as the module says.
    chart : str
        The chart of the right side on which the zone is covered best; empty without overlap.
    in_pattern : float
        Share of the painted cells that lie in the pattern, whatever zone and intensity.
    essential : float
        Share of the essential zone that is painted, on that chart.
    """

    pattern: str
    side: str
    score: float
    explained: float
    covered: float
    chart: str
    in_pattern: float
    essential: float

    @property
    def points(self):
        """The score in whole hundredths. Scores that are the same in them are called equal."""
        return floor(self.score * 100 + 0.5)


@dataclass(frozen=True, eq=False)
class Half:
    """One side of a drawing, turned to the right: intensities of the cells that lie on the body.

    Attributes
    ----------
    side : str
        The side it was painted on.
    cells : dict of str to ndarray of uint8
        For each chart of the right side.
    """

    side: str
    cells: dict = field(repr=False)

    @property
    def painted(self):
        """The painted cells of each chart."""
        return {chart: cells > 0 for chart, cells in self.cells.items()}

    @property
    def count(self):
        """Number of painted cells."""
        return sum(int(np.count_nonzero(cells)) for cells in self.cells.values())


def half(drawing, side):
    """Return one side of a drawing, turned to the right.

    Parameters
    ----------
    drawing : gluteal.models.pain_drawing.PainDrawing
    side : {"right", "left"}

    Raises
    ------
    gluteal.models.raster.RasterError
        When there is no such side.
    """
    if side not in raster.SIDES:
        raise raster.RasterError(f"there is no side {side!r}; choose from {', '.join(raster.SIDES)}")
    turned = drawing if side == "right" else drawing.mirrored()
    return Half(side, {chart: turned.cells(chart) * raster.of_side(chart, "right") for chart in RIGHT_CHARTS})


def overlap(drawing, pattern, side="right", weights=WEIGHTS):
    """Return what a drawing and a pattern have in common.

    Parameters
    ----------
    drawing : gluteal.models.pain_drawing.PainDrawing or Half
    pattern : gluteal.catalogue.referral.Pattern or PatternCells
    side : {"right", "left"}
        The side of the drawing, unless it is a `Half`.
    weights : OverlapWeights

    Returns
    -------
    Overlap
        All 0 where nothing is painted, or nothing of it lies on this side of the body.

    Examples
    --------
    >>> from types import SimpleNamespace as Some
    >>> from gluteal.models.pain_drawing import PainDrawing
    >>> buttock = ((-22, -3), (38, -3), (38, 57), (-22, 57))
    >>> zone = Some(view="posterior", kind="essential", polygon=buttock)
    >>> pattern = Some(id="example", zones=[zone])
    >>> overlap(PainDrawing().painted("posterior", buttock), pattern).score
    1.0
    >>> upper_half = ((-22, -3), (38, -3), (38, 27), (-22, 27))
    >>> overlap(PainDrawing().painted("posterior", upper_half), pattern).points
    67
    """
    own = drawing if isinstance(drawing, Half) else half(drawing, side)
    zones = pattern if isinstance(pattern, PatternCells) else pattern_cells(pattern)
    hit, extra, cells_in_pattern = _paint(own, zones, weights)
    if not cells_in_pattern:
        return Overlap(zones.id, own.side, 0.0, 0.0, 0.0, "", 0.0, 0.0)
    shares = {chart: _covered(own.painted[chart], zones, chart, weights) for chart in RIGHT_CHARTS}
    chart = max(shares, key=shares.get)
    explained, covered = hit / (hit + extra), shares[chart]
    return Overlap(
        zones.id, own.side, 2 * explained * covered / (explained + covered), explained, covered, chart,
        cells_in_pattern / own.count, _share(own.painted[chart], zones.essential[chart]),
    )  # fmt: skip


def _paint(own, zones, weights):
    """Weighed paint in the zones and outside them, and the number of painted cells in them."""
    weight = np.array((0, *weights.intensity))
    hit = extra = count = 0
    for chart, cells in own.cells.items():
        paint, essential, spillover = weight[cells], zones.essential[chart], zones.spillover[chart]
        hit += int(paint[essential].sum()) + weights.spillover * int(paint[spillover].sum())
        extra += int(paint[~(essential | spillover)].sum())
        count += int(np.count_nonzero(cells[essential | spillover]))
    return hit, extra, count


def reference(zone, chart, weights=WEIGHTS):
    """Return how many painted cells cover a zone on a chart (``M_c``, ``S_c``).

    Parameters
    ----------
    zone : dict of str to ndarray of bool
        The essential or the spillover zone of `PatternCells`.
    chart : str
    weights : OverlapWeights

    Returns
    -------
    float
        0 where the pattern has no such zone on any chart.
    """
    sizes = {name: int(np.count_nonzero(cells)) for name, cells in zone.items()}
    return max(sizes[chart], weights.smallest_view * max(sizes.values()))


def _covered(painted, zones, chart, weights):
    """How far the essential zone is covered, and half of the rest by spillover."""
    shares = []
    for zone in (zones.essential, zones.spillover):
        cells = reference(zone, chart, weights)
        shares.append(int(np.count_nonzero(painted & zone[chart])) / cells if cells else 0.0)
    essential, spillover = shares
    return essential + weights.spillover * (1 - essential) * spillover


def _share(painted, zone):
    return float(np.count_nonzero(painted & zone) / max(np.count_nonzero(zone), 1))
