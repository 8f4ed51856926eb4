"""Clinical tests, drawn: a person, where the examiner's hands are, from the start to the end of each test.

The poses are ``data/poses/tests/TEST-1.json``, ``TEST-2.json``, …; the title of a pose stands under it.
"""

from gluteal.catalogue import load, name_of
from gluteal.catalogue.poses import poses
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.pose_panels import (
    COLUMN_PT,
    ROW_GAP_PT,
    TOP_PT,
    WIDTH_PT,
    art,
    caption,
    caption_pt,
    corner,
    panel,
    scale_of,
)

NOTE_PT = 104.0
_MOST_PEOPLE = 5
"""More people than this are drawn with fewer marks, or the file would be too large to send."""


def panels(test_id):
    """Return the poses of a test, from its start to its end.

    Raises
    ------
    KeyError
        When there is no such test.

    Examples
    --------
    >>> [one.id for one in panels("pace-sign")]
    ['pace-sign-1', 'pace-sign-2']
    """
    test = load().tests[test_id]
    found = {key: one for key, one in poses().items() if key.rpartition("-")[0] == test.id}
    return [found[key] for key in sorted(found)]


def clinical_test(test_id, figure=None):
    """Draw one test: its poses side by side, what is done, what counts as positive, who says so.

    Parameters
    ----------
    test_id : str
        A test of ``data/tests.csv``.
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    shown = panels(test_id)
    arts = [art(one.id, _detail(shown)) for one in shown]
    scale = scale_of(arts)
    rows = -(-len(shown) // 2)
    high = max(one.box_mm[3] for one in arts) * scale
    cell = high + caption_pt([one.title for one in shown]) + ROW_GAP_PT
    height = TOP_PT + rows * cell + (NOTE_PT if len(shown) % 2 == 0 else 20.0)
    figure = figure or page.blank(WIDTH_PT, height)
    tpp.title(figure, name_of(f"test-{test_id}"))
    for number, (one, drawn) in enumerate(zip(shown, arts, strict=True)):
        left, top = corner(number, height, cell)
        panel(figure, one, drawn, (left, top, high, scale))
        caption(figure, number + 1, one.title, (left, top - high - 4))
    left, top = corner(len(shown), height, cell)
    _verdict(figure, test_id, (left, top - 6), COLUMN_PT if len(shown) % 2 else 2 * COLUMN_PT)
    return figure


def verdict(test_id):
    """Return heading, words and sources of what a test shows.

    Examples
    --------
    >>> verdict("pace-sign")[:2]
    ('Positive', 'Buttock pain, weakness, or both')
    """
    test = load().tests[test_id]
    if test.positive_finding:
        fact = test.positive_finding[0]
        return name_of("test-positive"), fact.statement, (*test.procedure[-1:], fact)
    facts = (test.procedure or test.about("definition") or test.accuracy)[:1]
    return name_of("test-means"), test.note or facts[0].note, facts


def _detail(shown):
    return "full" if sum(len(one.figures) for one in shown) <= _MOST_PEOPLE else "small"


def _verdict(figure, test_id, at, width):
    heading, words, facts = verdict(test_id)
    low = tpp.heading(figure, at, heading, width)
    low = tpp.paragraph(figure, (at[0], low), words, width, size=style.SIZE_BODY, color=style.INK)
    known = load()
    said = dict.fromkeys(
        f"{known.sources[one.source_key].short} {known.grades[one.grade].symbol}" for one in facts
    )
    low = tpp.paragraph(figure, (at[0], low - 4), name_of("test-sources").format(", ".join(said)), width)
    tpp.paragraph(figure, (at[0], low), name_of("test-schematic"), width)
