"""Text twins of the figures of exercises, made from the tables: ``python -m tools.exercise_twins``.

Writes their rows of ``data/figures.csv`` anew and leaves all others as they are. Run it after a change to
``exercises.csv``, ``exercise_poses.csv`` or the titles of poses, then ``make figures``.
"""

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.drawing import exercise_sheets
from tools.figure_rows import COLUMNS, write

CREDIT = "Drawn for this pack, CC BY-SA 4.0. Body after the HuBMAP Visible Human skins, CC BY 4.0."
_BODY_SOURCE = "hubmap_ccf"
_ALT = 150
TITLES = {
    "piriformis": "Piriformis and buttock stretches",
    "routine": "A routine for low back, hip and groin",
    "self-release": "Pressure by hand, roller and ball",
    "strengthening": "Strengthening",
}


def rows():
    """Return the rows of all figures of exercises: list of dict."""
    return [*map(_exercise, exercise_poses().values()), *map(_sheet, exercise_sheets.sheet_names())]


def _exercise(drawn):
    row = drawn.exercise
    alt = _short(f"{row.name}: a person at the start and at the end, which is seen from two sides.", row.name)
    cues = "; ".join(map(_lower, row.cues))
    text = " ".join([
        "Three drawings of one person; the right side is treated or works.",
        f"First: {_lower(drawn.start.title)}. Second: {_lower(drawn.end.title)}.",
        "An arrow shows the way of the movement. Third: the end from another side.",
        f"Muscles meant are shown red on the buttock where the figure can show them: {row.targets}.",
        f"In words: {_lower(row.start_position)}; {_lower(row.movement)}. Cues: {cues}.",
        f"Dose: {_lower(row.dose)} ({row.dose_grade or 'no grade'}).",
        f"The technique: {row.grade}, {row.evidence_note}.",
        "The angles are those of a drawing after a description.",
    ])  # fmt: skip
    keys = dict.fromkeys([*(source.key for source in row.sources), _BODY_SOURCE])
    return _row(f"exercise-{row.id}", row.name, alt, text, keys)


_SHEETS = {
    False: (
        "",
        "Small drawings of exercises in pairs, the start of each beside its end, with the name below.",
        "Pairs of small drawings, the start of an exercise and beside it its end, with the name below; the "
        "right side is treated or works.",
        "Each exercise has a figure of its own with dose and sources.",
    ),
    True: (
        ": right and wrong",
        "Small drawings of exercises in pairs: the end with a tick, beside it a common error with a cross.",
        "Pairs of small drawings; the first, with a tick, is the end as it should be, the second, with a "
        "cross, a common error.",
        "The errors are those that the descriptions name; what they do was not measured.",
    ),
}
"""For sheets of starts and ends, and of errors: end of the title, alt text, first and last words."""


def _sheet(name):
    errors = name.endswith(exercise_sheets.ERRORS)
    group = name.removeprefix("exercises-").removesuffix(exercise_sheets.ERRORS)
    drawn = [exercise_poses()[one] for one in exercise_sheets.members(group)]
    more, alt, lead, last = _SHEETS[errors]
    said = [f"{one.exercise.name}: {_lower(one.error_words if errors else one.end.title)}." for one in drawn]
    keys = dict.fromkeys([*(one.exercise.source_key for one in drawn), _BODY_SOURCE])
    return _row(name, TITLES[group] + more, alt, " ".join([lead, *said, last]), keys)


def _row(name, title, alt, text, keys):
    return dict(zip(COLUMNS, (name, title, alt, text, "|".join(keys), CREDIT), strict=True))


def _lower(text):
    """The text with a small first letter, unless it begins with an abbreviation."""
    text = text.rstrip(".")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _short(text, name):
    return text if len(text) <= _ALT else f"{name}: start and end of the exercise."[:_ALT]


if __name__ == "__main__":
    write(rows())
