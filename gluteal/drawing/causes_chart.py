"""Every possible cause that is named: what was measured for and against it, and in whom."""

from gluteal.catalogue import name_of
from gluteal.catalogue.causes import causes
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.lettering import wrap

NAME = "causes-and-evidence"
WIDTH_PT, TOP_PT, NOTE_PT, GAP_PT = 780.0, 70.0, 52.0, 8.0
CAUSE_PT, FOR_PT, AGAINST_PT, END_PT = 16.0, 236.0, 506.0, 764.0
"""Left ends of the columns, and the right end of the last."""
COLUMN_PT = 226.0
TINTS = {"for": style.COLOURS["insertion"], "against": style.COLOURS["origin"]}


def causes_chart(figure=None):
    """Draw the table.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    bands = [(cause, band_pt(cause)) for cause in causes().values()]
    height = TOP_PT + sum(tall for _, tall in bands) + NOTE_PT
    figure = figure or page.blank(WIDTH_PT, height)
    tpp.title(figure, name_of(NAME))
    top = height - TOP_PT
    _heads(figure, top + 18)
    for cause, tall in bands:
        _band(figure, top, tall, cause)
        top -= tall
    tpp.paragraph(figure, (CAUSE_PT, top - 4), name_of("causes-note"), WIDTH_PT - 72)
    return figure


def band_pt(cause):
    """Return how tall the band of a cause is: as tall as its longest column.

    Examples
    --------
    >>> all(band_pt(cause) > 50 for cause in causes().values())
    True
    """
    columns = [_lines(side, cause) for side in ("for", "against")]
    judged = wrap(cause.verdict, 196, style.SIZE_SMALL).count("\n") + 3
    return max(judged * tpp.LEADING_PT + 6, *columns) + 2 * GAP_PT + 6


def _lines(side, cause):
    """Height of one column of a band, points."""
    every = [one for one in cause.evidence if one.side == side]
    lines = sum(wrap(one.words, COLUMN_PT, style.SIZE_SMALL).count("\n") + 2 for one in every)
    return lines * tpp.LEADING_PT + 7 * max(0, len(every) - 1)


def _heads(figure, top):
    for left, key in ((CAUSE_PT + 8, "cause"), (FOR_PT + 8, "for"), (AGAINST_PT + 8, "against")):
        colour = style.darker(TINTS.get(key, style.INK), 0.1)
        tpp.paragraph(figure, (left, top), name_of(f"causes-{key}"), 250, weight="bold", color=colour)


def _band(figure, top, tall, cause):
    low, ground = top - tall + GAP_PT, tall - GAP_PT
    tpp.panel(
        figure, (CAUSE_PT, low, FOR_PT - CAUSE_PT - 8, ground), style.mix(style.PAPER, style.INK, 0.045)
    )
    for key, left, right in (("for", FOR_PT, AGAINST_PT - 8), ("against", AGAINST_PT, END_PT)):
        tpp.panel(figure, (left, low, right - left, ground), style.mix(style.PAPER, TINTS[key], 0.07))
        _column(figure, (left + 10, top - 8), [one for one in cause.evidence if one.side == key])
    at = tpp.heading(figure, (CAUSE_PT + 10, top - 8), cause.name, 196)
    at = tpp.paragraph(figure, (CAUSE_PT + 10, at - 1), cause.verdict, 196, color=style.INK)
    tpp.paragraph(figure, (CAUSE_PT + 10, at - 2), f"{tpp.grade_sign(cause.grade)}", 196)


def _column(figure, at, every):
    left, level = at
    if not every:
        tpp.paragraph(figure, at, name_of("causes-none"), COLUMN_PT)
    for one in every:
        level = tpp.paragraph(figure, (left, level), one.words, COLUMN_PT, color=style.INK)
        said = f"{name_of(_sign(one))}  ·  {one.fact.source.short}  {one.fact.certainty.symbol}"
        level = tpp.paragraph(figure, (left, level), said, COLUMN_PT) - 7


def _sign(one):
    if one.design == "opinion":
        return "causes-opinion"
    return "causes-points" if one.measured_points else "causes-other"
