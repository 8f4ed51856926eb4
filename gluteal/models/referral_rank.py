"""Patterns ranked by their overlap with a pain drawing, with what has to be said about the ranking."""

from dataclasses import dataclass

import numpy as np

from gluteal.models import overlap_words as words
from gluteal.models import raster
from gluteal.models.pattern_cells import count_by_region, pattern_cells
from gluteal.models.referral_overlap import WEIGHTS, Overlap, half, overlap


@dataclass(frozen=True)
class Match:
    """One pattern in a ranking.

    Attributes
    ----------
    rank : int
        1 for the best; equal scores share a rank.
    tied : bool
        Another pattern has the same score in whole hundredths.
    overlap : gluteal.models.referral_overlap.Overlap
    painted, elsewhere, unpainted : tuple of str
        Ids of named regions: painted and in the pattern; painted and not in it; in its essential zone and
        not painted, on the chart on which it is covered best.
    why : tuple of str
        The reasons in sentences.
    """

    rank: int
    tied: bool
    overlap: Overlap
    painted: tuple[str, ...]
    elsewhere: tuple[str, ...]
    unpainted: tuple[str, ...]
    why: tuple[str, ...]

    @property
    def pattern(self):
        """Id of the pattern."""
        return self.overlap.pattern

    @property
    def side(self):
        """The side of the body."""
        return self.overlap.side

    @property
    def points(self):
        """The score in whole hundredths."""
        return self.overlap.points


@dataclass(frozen=True)
class Ranking:
    """The patterns by their overlap with a drawing.

    Attributes
    ----------
    matches : tuple of Match
        Both sides, best first; of equal ones the side with more paint first, then in the order given. A side
        without paint has none.
    remarks : dict of str to tuple of str
        Sentences on each side that has paint.
    remark : str
        A sentence on the whole: why there is no ranking, or what no ranking says.
    """

    matches: tuple[Match, ...]
    remarks: dict[str, tuple[str, ...]]
    remark: str

    def of(self, side):
        """Return the matches of one side, best first."""
        return tuple(match for match in self.matches if match.side == side)


def rank(drawing, patterns, weights=WEIGHTS):
    """Rank patterns by their overlap with a drawing, each side for itself.

    Parameters
    ----------
    drawing : gluteal.models.pain_drawing.PainDrawing
    patterns : mapping of str to Pattern, or iterable of Pattern
        Those that have no zone are left out.
    weights : gluteal.models.referral_overlap.OverlapWeights

    Returns
    -------
    Ranking
        Without matches where nothing is painted, or only beside the body.

    Examples
    --------
    >>> from gluteal.models.pain_drawing import PainDrawing
    >>> rank(PainDrawing(), []).remark
    'Nothing is painted, so there is nothing to compare. Paint where it hurts first.'
    """
    known = [pattern_cells(one) for one in getattr(patterns, "values", lambda: patterns)()]
    known = [one for one in known if one.is_drawn]
    halves = [half(drawing, side) for side in raster.SIDES]
    halves = sorted((own for own in halves if own.count), key=lambda own: -own.count)
    found = {own.side: _matches(own, known, weights) for own in halves}
    matches = sorted((one for side in found.values() for one in side), key=lambda one: -one.points)
    remarks = {own.side: _remarks(own, found[own.side], weights) for own in halves}
    return Ranking(tuple(matches), remarks, _remark(drawing, halves))


def _remark(drawing, halves):
    if drawing.is_empty:
        return words.EMPTY
    return words.NO_DIAGNOSIS if halves else words.BESIDE


def _matches(own, known, weights):
    found = [(overlap(own, zones, weights=weights), zones) for zones in known]
    found.sort(key=lambda one: -one[0].points)
    points = [one.points for one, _ in found]
    return [
        _match(own, one, zones, points.index(one.points) + 1, points.count(one.points) > 1, weights)
        for one, zones in found
    ]


def _match(own, one, zones, place, tied, weights):
    within = {chart: zones.of(chart) for chart in own.cells}
    hit = count_by_region({chart: own.painted[chart] & within[chart] for chart in within})
    extra = count_by_region({chart: own.painted[chart] & ~within[chart] for chart in within})
    least = weights.named_from_cells
    painted = tuple(key for key in hit if hit[key] >= least)
    elsewhere = tuple(key for key in extra if extra[key] >= least and extra[key] > hit[key])
    unpainted = _unpainted(own, one, zones, least)
    return Match(place, tied, one, painted, elsewhere, unpainted, words.why(one, elsewhere, unpainted))


def _unpainted(own, one, zones, least):
    """Regions of the essential zone that are mostly unpainted, on the chart on which it is covered best."""
    if not one.chart:
        return ()
    zone, painted = zones.essential[one.chart], own.painted[one.chart]
    missed, found = (
        count_by_region({one.chart: zone & ~painted}),
        count_by_region({one.chart: zone & painted}),
    )
    return tuple(key for key in missed if missed[key] >= least and missed[key] > found[key])


def _remarks(own, matches, weights):
    """What has to be said about one side's ranking before anyone reads it."""
    if not matches:
        return ()
    best = matches[0].points
    close = sum(best - match.points <= weights.close_points for match in matches)
    said = [
        (painted_share(own) > weights.too_much, words.TOO_MUCH),
        (best == 0, words.NONE),
        (0 < best < weights.low_points, words.LOW),
        (best > 0 and close > 1, words.CLOSE.format(count=close)),
    ]
    return tuple(sentence for holds, sentence in said if holds)


def painted_share(own):
    """Return which share of this side of the body is painted, on the charts that have paint.

    Parameters
    ----------
    own : gluteal.models.referral_overlap.Half
    """
    used = [chart for chart, cells in own.cells.items() if cells.any()]
    room = sum(int(np.count_nonzero(raster.of_side(chart, "right"))) for chart in used)
    return own.count / room if room else 0.0
