"""What a page needs to rank patterns as `gluteal.models.referral_rank.rank` does, by look-up and sums.

The page does this, for a drawing that it keeps as an array of intensities for each chart:

1. ``side`` right: the drawing as it is. ``side`` left: reverse every row of every chart and exchange
   ``lateral-right`` and ``lateral-left``; then go on as for the right side.
2. Keep the cells in ``right[chart]`` (on the body, right half) for its three charts; forget the others.
   Where none is painted the side has no ranking; where neither side has, say ``words.EMPTY`` (nothing painted
   at all) or ``words.BESIDE``.
3. For each pattern and chart add up over its painted cells ``weights.intensity[i - 1]`` of the intensity i:
   ``paint`` (all cells), ``E`` (cells in ``essential``), ``S`` (in ``spillover``); and count the painted
   cells ``e`` in ``essential`` and ``s`` in ``spillover``. With ``w = weights.spillover``::

       hit       = Σ E + w · Σ S                        over the three charts
       extra     = Σ paint − Σ E − Σ S
       explained = hit / (hit + extra)
       covered   = max over the charts, in the order of ``right_charts`` (of equal ones the first is "the
                   chart"), of e' + w · (1 − e') · s'
                   with e' = e / reference, s' = s / spillover_reference, or 0 where that is 0
       score     = 2 · explained · covered / (explained + covered)
       points    = floor(score · 100 + 0.5)

   Without a painted cell in its zones a pattern has 0 and ``words.APART``.
4. Sort by ``points``, best first, equal ones in the order of ``patterns``. A pattern's rank is 1 + the number
   of patterns with more points; where several have the same points, say so.
5. Percentages of ``words.ESSENTIAL`` (e / cells of ``essential``, on the chart of step 3) and of
   ``words.IN_PATTERN`` (painted cells in either zone / painted cells of the side): floor(share · 100 + 0.5).
6. Regions: ``regions[chart]`` names cells; count over all charts by id, in the order of ``region_names``.
   *Elsewhere*: painted cells outside both zones ≥ ``weights.named_from_cells`` and more than the painted
   ones inside. *Unpainted*, on the chart of step 3 only: unpainted cells of ``essential`` ≥ that number and
   more than the painted ones. Names stand in the sentences in lower case, joined by "; ".
7. Remarks of a side, in this order: ``TOO_MUCH`` where painted cells / cells of ``right`` on the charts that
   have paint > ``weights.too_much``; ``NONE`` where the best has 0 points; ``LOW`` where it has fewer than
   ``weights.low_points``; ``CLOSE`` where more than one lies within ``weights.close_points`` of the best.

Runs are ``[start, length, …]`` in cells of the chart, row by row from its upper left.
"""

from dataclasses import asdict

from gluteal.models import overlap_words, raster
from gluteal.models.pattern_cells import RIGHT_CHARTS, pattern_cells, region_labels, region_names
from gluteal.models.referral_overlap import WEIGHTS, reference

_SENTENCES = (
    "EMPTY", "BESIDE", "NO_DIAGNOSIS", "TOO_MUCH", "NONE", "LOW", "CLOSE", "ESSENTIAL", "IN_PATTERN",
    "ELSEWHERE", "UNPAINTED", "APART",
)  # fmt: skip


def tables_for_page(patterns, weights=WEIGHTS):
    """Return the tables of the ranking as plain data.

    Parameters
    ----------
    patterns : mapping of str to Pattern, or iterable of Pattern
        Those without zones are left out, as in the ranking.
    weights : gluteal.models.referral_overlap.OverlapWeights

    Returns
    -------
    dict
        ``cell_mm``; ``charts``: list of {chart, view, left_mm, top_mm, columns, rows, mirrored, inside};
        ``right_charts``: list of str; ``right``: {chart: runs}; ``weights``; ``patterns``: list of {id,
        charts: list of {chart, essential, spillover, reference, spillover_reference}}; ``regions``: {chart:
        list of {id, cells}};
        ``region_names``: list of [id, name as in a sentence]; ``words``: {NAME: sentence}.

    Examples
    --------
    >>> sorted(tables_for_page([])["right"])
    ['anterior', 'lateral-right', 'posterior']
    """
    known = [pattern_cells(one) for one in getattr(patterns, "values", lambda: patterns)()]
    names = [[key, overlap_words.in_sentence(name)] for key, name in region_names().items()]
    return {
        "cell_mm": raster.CELL_MM,
        "charts": [_chart(name) for name in raster.CHARTS],
        "right_charts": list(RIGHT_CHARTS),
        "right": {name: pairs(raster.of_side(name, "right")) for name in RIGHT_CHARTS},
        "weights": {**asdict(weights), "intensity": list(weights.intensity)},
        "patterns": [_pattern(one, weights) for one in known if one.is_drawn],
        "regions": {name: _regions(name) for name in RIGHT_CHARTS},
        "region_names": names,
        "words": {name: getattr(overlap_words, name) for name in _SENTENCES},
    }


def pairs(cells):
    """Return cells as runs without value: ``[start, length, …]``.

    Examples
    --------
    >>> pairs([[True, True, False]])
    [0, 2]
    """
    runs = raster.runs(cells)
    return [number for place, number in enumerate(runs) if place % 3 != 2]


def _chart(name):
    on = raster.grid(name)
    return {
        "chart": name, "view": on.view, "left_mm": on.left_mm, "top_mm": on.top_mm, "columns": on.columns,
        "rows": on.rows, "mirrored": raster.MIRRORED[name], "inside": pairs(raster.inside(name)),
    }  # fmt: skip


def _pattern(zones, weights):
    charts = [
        {
            "chart": name, "essential": pairs(zones.essential[name]),
            "spillover": pairs(zones.spillover[name]),
            "reference": reference(zones.essential, name, weights),
            "spillover_reference": reference(zones.spillover, name, weights),
        }
        for name in RIGHT_CHARTS
    ]  # fmt: skip
    return {"id": zones.id, "charts": charts}


def _regions(name):
    ids, labels = region_labels(name)
    return [{"id": key, "cells": pairs(labels == place)} for place, key in enumerate(ids)]
