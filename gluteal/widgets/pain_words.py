"""Sentences of the pain drawing: what it is, how it is used, how its measure works."""

from types import MappingProxyType

from gluteal.models import raster
from gluteal.models.pain_drawing import STRONGEST

NOT_A_MUSCLE = "not a muscle"

SAY = MappingProxyType(
    {
        "note": "A teaching drawing: it shows which typical pain maps a drawing resembles. It does not say "
        "what causes the pain, and it is no diagnosis. No name is asked for, and nothing leaves this page "
        "unless you save it.",
        "printed": "Printed from a teaching drawing. The nearest typical pain maps are listed, trigger "
        "points and others; they do not say what causes the pain. No diagnosis.",
        "flags": "Some causes of pain in back, hip or buttock need help first. Answer for the person whose "
        "pain is drawn.",
        "unanswered": "Patterns are ranked only after every question about signs of something serious is "
        "answered: such signs come before any pain map. You can paint meanwhile.",
        "alarm": "A sign that was answered with yes comes before any pain map, so nothing is ranked. A sign "
        "is not an illness yet; it says who has to look, and how soon.",
        "after_alarm": "If this is about you or somebody near you, do not wait for the rest of this lesson. "
        "Answered by mistake? Change the answer.",
        "keys": "Keys on a chart: arrows move the brush, Shift in bigger steps; Space paints, Delete erases, "
        "+ and − change the intensity; Ctrl+Z undoes.",
        "keys_locked": "A finished drawing to read. Keys on a chart: arrows tell what is painted where, "
        "Shift in bigger steps.",
        "weak": "This map is weakly sourced: over the drawing its essential zone has a broken outline.",
        "no_tell": "Nothing that tells it apart was found in the sources of this pack.",
    }
)
"""What is said on the page outside the ranking."""


def formula_lines(weights):
    """Return the measure in words and lines of formula, with the weights filled in.

    Parameters
    ----------
    weights : gluteal.models.referral_overlap.OverlapWeights

    Returns
    -------
    list of dict
        ``text``, or ``code`` for what stands in lines of its own.

    Examples
    --------
    >>> from gluteal.models.referral_overlap import WEIGHTS
    >>> formula_lines(WEIGHTS)[1]["code"].splitlines()[0]
    'explained = hit / (hit + extra)'
    """
    return [
        {
            "text": "The overlap is the harmonic mean of two shares, each from 0 to 1 (a Dice coefficient). "
            "The right and the left side are compared separately."
        },
        {"code": _formula(weights)},
        {"text": _terms(weights)},
        {
            "text": "So a chart that you leave empty costs nothing, and an unpainted spillover zone neither, "
            "because only some people feel it."
        },
        {"text": _limits(weights)},
    ]


def _formula(weights):
    spill = f"{weights.spillover:g}"
    return (
        "explained = hit / (hit + extra)\n"
        f"covered   = greatest of e/M + {spill} · (1 − e/M) · s/S over the charts\n"
        "overlap   = 2 · explained · covered / (explained + covered)"
    )


def _terms(weights):
    return (
        f"*hit* is the paint in the essential zone plus {weights.spillover:g} times that in the spillover "
        f"zone, *extra* the paint in neither; a cell of {raster.CELL_MM} mm counts {weights.intensity[0]} at "
        f"intensity 1 and {weights.intensity[-1]} at intensity {STRONGEST}. *e* and *s* are the painted "
        "cells of both zones on one chart, *M* and *S* the cells that these zones have there, at least "
        f"{weights.smallest_view:g} of their largest picture."
    )


def _limits(weights):
    return (
        f"Overlaps within {weights.close_points / 100:g} of the best are called too close to be told apart; "
        f"below {weights.low_points / 100:g} nothing matches well. **All these weights are chosen for "
        "teaching; nobody has measured them.** The measure knows nothing of how common a cause is, how the "
        "pain feels, or what an examination finds."
    )
