"""What stands under the plates of needle safety: facts of the table, each with source and grade."""

from gluteal.catalogue import load, name_of
from gluteal.drawing import style
from gluteal.drawing.lettering import wrap
from gluteal.drawing.sheet import EDGE_PT, words

COLUMNS = {
    "posterior": (
        (
            "needle-who",
            ("dry-needling-scope", "dry-needling-screening", "dry-needling-safety-anatomy-accuracy"),
        ),
        (
            "needle-not",
            (
                "dry-needling-contraindication-needle-phobia",
                "dry-needling-contraindication-skin-infection",
                "dry-needling-contraindication-bleeding-disorder",
                "dry-needling-precaution-anticoagulant",
                "dry-needling-precaution-pregnancy",
                "dry-needling-precaution-allergy-to-metal",
            ),
        ),
        (
            "needle-harm",
            (
                "dry-needling-safety-anatomy",
                "dry-needling-safety-anatomy-halle2016",
                "dry-needling-adverse-event-any-mild-adverse-event",
                "dry-needling-adverse-event-significant-adverse-event",
            ),
        ),
    )
}
"""Heading and facts of each column, by plate."""
LINE_PT, GAP_PT, BETWEEN_PT = 11.3, 4.5, 18.0


def panels(paper, top_pt, columns):
    """Write columns of facts under a plate, over the whole width of the sheet.

    Parameters
    ----------
    paper : matplotlib.axes.Axes
        In points.
    top_pt : float
        Where the headings stand.
    columns : sequence of (heading, facts)
        As in `COLUMNS`.

    Returns
    -------
    float
        Where the longest column ends, points.
    """
    right = paper.get_xlim()[1]
    width = (right - 2 * EDGE_PT - BETWEEN_PT * (len(columns) - 1)) / len(columns)
    ends = []
    for place, (heading, facts) in enumerate(columns):
        left = EDGE_PT + place * (width + BETWEEN_PT)
        paper.plot([left, left + width], [top_pt + 5, top_pt + 5], color=style.INK, lw=0.8)
        words(paper, left, top_pt, name_of(heading), size=style.SIZE_BODY, weight="bold")
        ends.append(_facts(paper, left, top_pt + 12, width, facts))
    return max(ends)


def _facts(paper, left, y, width, facts):
    for key in facts:
        text = wrap(said(load().treatment_facts[key]), width, style.SIZE_SMALL)
        words(paper, left, y, text, va="top")
        y += (text.count("\n") + 1) * LINE_PT + GAP_PT
    return y


def said(fact):
    """Return a fact as a sentence with its number, source and grade.

    Examples
    --------
    >>> said(load().treatment_facts["dry-needling-adverse-event-any-mild-adverse-event"])
    'Any mild adverse event: 19.18 % of 7629 treatments by 39 physiotherapists. Brady 2014 ●●○○'
    """
    statement = fact.statement
    if fact.property == "adverse-event":
        statement = f"{statement.split(':')[0]}: {fact.measure} of {fact.population}"
    return f"{statement}. {fact.source.short} {fact.certainty.symbol}"
