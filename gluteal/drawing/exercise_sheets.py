"""Families of exercises on one sheet: start and end of each, or its end beside a common error."""

from gluteal.catalogue import load, name_of
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.exercise_figures import targets
from gluteal.drawing.pose_panels import art

GROUPS = ("piriformis", "routine", "self-release", "strengthening")
ERRORS = "-errors"
COLUMNS, PICTURE_PT, TALL_PT, GAP_PT, CELL_GAP_PT, TOP_PT, BOTTOM_PT = 3, 112.0, 104.0, 8.0, 20.0, 42.0, 36.0
CELL_PT = 2 * PICTURE_PT + GAP_PT
_CAPTION_PT, _SIGN_PT, _PALEST = 48.0, 16.0, 0.18
"""The palest tone is left out: at this size it is not seen, and the file is a quarter smaller."""
_RIGHT, _WRONG = "#157347", "#b3261e"


def sheet_names():
    """Return the names of all sheets.

    Examples
    --------
    >>> sheet_names()[:2]
    ['exercises-piriformis', 'exercises-piriformis-errors']
    """
    return [f"exercises-{group}{kind}" for group in GROUPS for kind in ("", ERRORS)]


def members(group):
    """Return the ids of the exercises of one of `GROUPS`, in the order of the table.

    Examples
    --------
    >>> len(members("piriformis")), len(members("strengthening"))
    (9, 12)
    """
    return [
        one.id for one in load().exercises.values() if _group(one) == group and one.id in exercise_poses()
    ]


def _group(exercise):
    if exercise.category in ("self-release", "manual-therapy"):
        return "self-release"
    if exercise.category == "strength":
        return "strengthening"
    stretches_piriformis = exercise.category == "stretch" and "piriformis" in exercise.target_muscle_ids
    return "piriformis" if stretches_piriformis else "routine"


def exercise_sheet(name, figure=None):
    """Draw one sheet.

    Parameters
    ----------
    name : str
        One of `sheet_names`.
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    errors = name.endswith(ERRORS)
    ids = members(name.removeprefix("exercises-").removesuffix(ERRORS))
    rows = [ids[at : at + COLUMNS] for at in range(0, len(ids), COLUMNS)]
    highs = [max(_tallest(one, errors) for one in row) + _CAPTION_PT + _SIGN_PT * errors for row in rows]
    width = 2 * tpp.EDGE_PT + COLUMNS * CELL_PT + (COLUMNS - 1) * CELL_GAP_PT
    figure = figure or page.blank(width, TOP_PT + sum(highs) + BOTTOM_PT)
    tpp.title(figure, name_of(name))
    top = sum(highs) + BOTTOM_PT
    for row, high in zip(rows, highs, strict=True):
        for column, one in enumerate(row):
            left, lower = tpp.EDGE_PT + column * (CELL_PT + CELL_GAP_PT), _SIGN_PT * errors
            _cell(figure, one, (left, top - lower), high - lower, errors)
        top -= high
    note = name_of("exercises-errors-note" if errors else "exercises-note")
    tpp.paragraph(figure, (tpp.EDGE_PT, BOTTOM_PT - 4), note, width - 2 * tpp.EDGE_PT)
    return figure


def _pair(exercise_id, errors):
    drawn = exercise_poses()[exercise_id]
    return (drawn.end, drawn.error) if errors else (drawn.start, drawn.end)


def _arts(exercise_id, errors):
    target = () if errors else targets(exercise_id)[:1]
    view = exercise_poses()[exercise_id].views[0]
    return [art(one.id, "small", target, view) for one in _pair(exercise_id, errors)]


def _scale(arts):
    widest, tallest = (max(one.box_mm[axis] for one in arts) for axis in (2, 3))
    return min(PICTURE_PT / widest, TALL_PT / tallest)


def _tallest(exercise_id, errors):
    arts = _arts(exercise_id, errors)
    return max(one.box_mm[3] for one in arts) * _scale(arts)


def _cell(figure, exercise_id, at, high, errors):
    (left, top), arts = at, _arts(exercise_id, errors)
    scale, floor = _scale(arts), high - _CAPTION_PT
    for place, drawn in enumerate(arts):
        x, y, width, tall = drawn.box_mm
        wide, upper = PICTURE_PT / scale, floor / scale
        window = (x + width / 2 - wide / 2, y + tall - upper, wide, upper)
        ax = page.axes_at(figure, None, window, left + place * (PICTURE_PT + GAP_PT), top - floor, scale)
        canvas.draw(ax, [mark for mark in drawn.marks if mark.opacity > _PALEST])
        if errors:
            _sign(ax, right=place == 0)
    row = load().exercises[exercise_id]
    words = exercise_poses()[exercise_id].error_words if errors else ""
    low = top - floor - 4
    name = furniture.wrap(row.name, CELL_PT, style.SIZE_SMALL, "bold").split("\n")
    for line in name[:2]:
        low = tpp.paragraph(figure, (left, low), line, CELL_PT + 20, weight="bold", color=style.INK)
    if errors:
        tpp.paragraph(figure, (left, low), words, CELL_PT, color=style.INK)


def _sign(ax, right):
    """A tick or a cross in the corner, told apart by form as well as by colour."""
    ax.annotate(
        "✓" if right else "✗", (0, 1), (2, 0), xycoords="axes fraction", textcoords="offset points",
        ha="left", va="bottom", size=style.SIZE_BODY, weight="bold", annotation_clip=False,
        color=_RIGHT if right else _WRONG,
    )  # fmt: skip
