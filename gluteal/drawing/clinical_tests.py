"""Clinical tests, drawn: a person, where the examiner's hands are, from the start to the end of each test.

The poses are ``data/poses/tests/TEST-1.json``, ``TEST-2.json``, …; the title of a pose stands under it.
"""

from functools import cache

import numpy as np

from gluteal.catalogue import load, name_of
from gluteal.catalogue.poses import poses
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.mannequin import scene_art
from gluteal.drawing.mannequin_arrows import COLOURS
from gluteal.drawing.mannequin_view import View
from gluteal.models.mannequin_scene import scene

COLUMN_PT, GAP_PT, TOP_PT, TALLEST_PT = 262.0, 16.0, 44.0, 236.0
WIDTH_PT = 2 * COLUMN_PT + GAP_PT + 2 * tpp.EDGE_PT
NOTE_PT, _CAPTION_GAP_PT = 104.0, 16.0
_BADGE_PT, _ROW_GAP_PT = 20.0, 8.0
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
    scale = _scale(arts)
    rows = -(-len(shown) // 2)
    high = max(one.box_mm[3] for one in arts) * scale
    cell = high + _caption_pt(shown) + _ROW_GAP_PT
    height = TOP_PT + rows * cell + (NOTE_PT if len(shown) % 2 == 0 else 20.0)
    figure = figure or page.blank(WIDTH_PT, height)
    tpp.title(figure, name_of(f"test-{test_id}"))
    for number, (one, drawn) in enumerate(zip(shown, arts, strict=True)):
        left, top = _corner(number, height, cell)
        _panel(figure, one, drawn, (left, top, high, scale))
        _caption(figure, number + 1, one.title, (left, top - high - 4))
    left, top = _corner(len(shown), height, cell)
    _verdict(figure, test_id, (left, top - 6), COLUMN_PT if len(shown) % 2 else 2 * COLUMN_PT)
    return figure


@cache
def art(pose_id, detail):
    """Return the drawn scene of a pose; it is computed once."""
    return scene_art(poses()[pose_id], detail=detail)


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


def _scale(arts):
    widest, tallest = (max(one.box_mm[axis] for one in arts) for axis in (2, 3))
    return min(COLUMN_PT / widest, TALLEST_PT / tallest)


def _caption_pt(shown):
    """Room for the longest of the captions, points."""
    width = COLUMN_PT - _BADGE_PT
    lines = max(furniture.wrap(one.title, width, style.SIZE_BODY).count("\n") + 1 for one in shown)
    return lines * tpp.BODY_LEADING_PT + _CAPTION_GAP_PT


def _corner(number, height, cell):
    """Left upper corner of a panel on the page, points."""
    row, column = divmod(number, 2)
    return tpp.EDGE_PT + column * (COLUMN_PT + GAP_PT), height - TOP_PT - row * cell


def _panel(figure, pose, drawn, box):
    left, top, high, scale = box
    x, y, width, tall = drawn.box_mm
    wide = COLUMN_PT / scale
    window = (x + width / 2 - wide / 2, y + tall - high / scale, wide, high / scale)
    ax = page.axes_at(figure, None, window, left, top - high, scale)
    canvas.draw(ax, drawn.marks)
    _arrow_words(ax, pose)


def _arrow_words(ax, pose):
    """The name of each arrow at its tail, on the side away from its head."""
    for arrow in pose.arrows:
        if arrow["label"]:
            at, (right, down) = _tail(pose, arrow)
            ax.annotate(
                name_of(f"test-arrow-{arrow['label']}"), at, (-8 * right, 8 * down),
                textcoords="offset points", size=style.SIZE_BODY, weight="bold", zorder=9,
                ha=_away(right, "right", "left"), va=_away(down, "bottom", "top"), label="arrow word",
                color=COLOURS[arrow["kind"]], annotation_clip=False,
                bbox={"boxstyle": "round,pad=0.12", "fc": style.PAPER, "ec": "none", "alpha": 0.8},
            )  # fmt: skip


def _away(way, positive, negative):
    return positive if way > 0.4 else negative if way < -0.4 else "center"


def _tail(pose, arrow):
    """Where an arrow begins on the page, and its first direction: right, down."""
    view = View(float(pose.view["azimuth_deg"]), float(pose.view["elevation_deg"]))
    given = arrow.get("points") or [arrow["from"], arrow["to"]]
    start = scene(pose).place(given[0]) + np.array(arrow.get("off", (0, 0, 0)), dtype=float)
    then = start + given[1]["by"] if isinstance(given[1], dict) else scene(pose).place(given[1])
    at, end = view.project(np.stack([start, then]))[:, :2]
    return tuple(at), (end - at) / max(float(np.hypot(*(end - at))), 1e-9)


def _caption(figure, number, words, at):
    left, top = at
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    tpp.paragraph(figure, (left, top), f"{number}", _BADGE_PT, **looks)
    width = COLUMN_PT - _BADGE_PT
    tpp.paragraph(figure, (left + _BADGE_PT, top), words, width, size=style.SIZE_BODY, color=style.INK)


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
