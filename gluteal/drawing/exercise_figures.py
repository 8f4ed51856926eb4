"""Exercises, drawn: a person at the start and at the end, the way of the movement, the muscles meant.

The poses are ``data/poses/exercises/ID-start.json`` and ``ID-end.json``; the title of a pose stands under it.
"""

from gluteal.catalogue import load, name_of
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.pose_panels import (
    COLUMN_PT,
    GAP_PT,
    ROW_GAP_PT,
    TOP_PT,
    WIDTH_PT,
    art,
    caption,
    caption_pt,
    panel,
    scale_of,
)
from gluteal.models.mannequin_muscles import MUSCLES

NOTE_PT = 212.0


def exercise(exercise_id, figure=None):
    """Draw one exercise: its start and its end side by side, what it is meant for, how much, who says so.

    Parameters
    ----------
    exercise_id : str
        An exercise of ``data/exercises.csv``.
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    KeyError
        When there is no such exercise; the message names the nearest.
    """
    drawn, target = exercise_poses()[exercise_id], targets(exercise_id)
    shown = (drawn.start, drawn.end, drawn.end)
    titles = (drawn.start.title, drawn.end.title, name_of("exercise-aside"))
    detail = "full" if len(drawn.end.figures) == 1 else "small"  # two people three times are too much to send
    arts = [art(one.id, detail, target) for one in shown[:2]]
    arts.append(art(drawn.end.id, detail, target, drawn.views[1]))
    scale = scale_of(arts)
    highs = [max(one.box_mm[3] for one in row) * scale for row in (arts[:2], arts[2:])]
    cells = [highs[0] + caption_pt(titles[:2]) + ROW_GAP_PT, max(highs[1] + caption_pt(titles[2:]), NOTE_PT)]
    height = TOP_PT + sum(cells)
    figure = figure or page.blank(WIDTH_PT, height)
    tpp.title(figure, name_of(f"exercise-{exercise_id}"))
    for number, scene in enumerate(arts):
        row, column = divmod(number, 2)
        left, top = tpp.EDGE_PT + column * (COLUMN_PT + GAP_PT), height - TOP_PT - row * cells[0]
        panel(figure, shown[number], scene, (left, top, highs[row], scale), arrows=row == 0)
        caption(figure, number + 1, titles[number], (left, top - highs[row] - 4))
    _notes(figure, exercise_id, (tpp.EDGE_PT + COLUMN_PT + GAP_PT, cells[1] - 4))
    return figure


def targets(exercise_id):
    """Return which of the muscles meant by an exercise the figure can show.

    Examples
    --------
    >>> targets("supine-hamstring-stretch")
    ()
    """
    return tuple(one for one in load().exercises[exercise_id].target_muscle_ids if one in MUSCLES)


def _notes(figure, exercise_id, at):
    """What it is meant for and how much; how sure that is and where it comes from."""
    row, (left, low) = load().exercises[exercise_id], at
    grade = load().grades[row.grade]
    sure = f"{grade.symbol} {grade.name}: {_sentence(row.evidence_note)}"
    for word, text in (("aims", _sentence(row.targets)), ("dose", _sentence(row.dose)), ("sure", sure)):
        low = tpp.heading(figure, (left, low), name_of(f"exercise-{word}"), COLUMN_PT)
        low = tpp.paragraph(figure, (left, low), text, COLUMN_PT, **_BODY) - 4
    said = ", ".join(dict.fromkeys(source.short for source in row.sources))
    low = tpp.paragraph(figure, (left, low), name_of("exercise-sources").format(said), COLUMN_PT)
    tpp.paragraph(figure, (left, low), name_of("exercise-schematic"), COLUMN_PT)


_BODY = {"size": style.SIZE_BODY, "color": style.INK}


def _sentence(text):
    text = f"{text[0].upper()}{text[1:]}"
    return text if text.endswith((".", "!", "?")) else f"{text}."
