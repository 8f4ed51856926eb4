"""Exercise player: every exercise moves, right and wrong, with its dose and its stop rules."""

import anywidget
import traitlets

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.catalogue.nearest import suggestion
from gluteal.widgets import assets
from gluteal.widgets.exercise_art import exercise_art
from gluteal.widgets.exercise_records import GROUPS, grouped, packed_exercise_records
from gluteal.widgets.plate_art import reference

_SNIPPETS = (
    *("dom", "own_keys", "put", "packing", "session_kept"),
    *("figure_body", "figure_raster", "figure_things", "figure_look", "figure_stage"),
    *(
        "exercise_views",
        "exercise_clock",
        "exercise_hold",
        "exercise_card",
        "exercise_list",
        "exercise_print",
    ),
)
FIRST = "piriformis-stretch-standing-figure-4"


class ExercisePlayer(anywidget.AnyWidget):
    """The figure doing an exercise, with what to know before; with or without a kernel.

    Parameters
    ----------
    exercise : str
        Which is shown first.
    exercises : None, str or sequence of str
        Which can be chosen: all, a group (``"stretch"``), or these.

    Attributes
    ----------
    exercise : str
        Id of an exercise of ``data/exercises.csv``.
    error : bool
        Whether the common error is shown in place of the end.
    chosen : list of str
        Ids of the exercises for the printed sheet.
    exercises : list of str
        What can be chosen.

    Raises
    ------
    traitlets.TraitError
        For an exercise or a group that does not exist; the message names the nearest.

    Examples
    --------
    >>> ExercisePlayer("bridge", exercises="strength")
    Exercise player: Bridge, one of 12 exercises
    """

    _esm = assets.esm(*(f"common/{name}.js" for name in _SNIPPETS), "exercise_player.js")
    _css = assets.css("common/theme.css", "exercise_player.css")

    packed = traitlets.Unicode().tag(sync=True)
    art = traitlets.Unicode().tag(sync=True)
    exercise = traitlets.Unicode().tag(sync=True)
    error = traitlets.Bool(False).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode()).tag(sync=True)
    exercises = traitlets.List(traitlets.Unicode())

    def __init__(self, exercise=None, exercises=None, **traits):
        listed = _listed(exercises)
        first = exercise or (FIRST if FIRST in listed else listed[0])
        packed, art = packed_exercise_records(listed), reference(exercise_art())
        super().__init__(packed=packed, art=art, exercises=listed, exercise=first, **traits)

    def __repr__(self):
        name = exercise_poses()[self.exercise].exercise.name
        return f"Exercise player: {name}, one of {len(self.exercises)} exercises"

    @traitlets.validate("exercise")
    def _one_of_these(self, proposal):
        return _known(proposal["value"], self.exercises)

    @traitlets.validate("chosen")
    def _some_of_these(self, proposal):
        return [_known(one, self.exercises) for one in dict.fromkeys(proposal["value"])]


def _known(key, listed):
    if key not in listed:
        raise traitlets.TraitError(f"there is no exercise {key!r} here; {suggestion(key, tuple(listed))}")
    return key


def _listed(exercises):
    """Ids of the exercises that are asked for: None for all, a group, or some."""
    every = [one for group in grouped().values() for one in group]
    if exercises is None:
        return every
    if isinstance(exercises, str):
        if exercises not in GROUPS:
            hint = suggestion(exercises, tuple(GROUPS))
            raise traitlets.TraitError(f"there is no group of exercises {exercises!r}; {hint}")
        return grouped()[exercises]
    if not exercises:
        raise traitlets.TraitError("exercises is empty; give at least one, a group, or None for all")
    return [_known(one, every) for one in exercises]
