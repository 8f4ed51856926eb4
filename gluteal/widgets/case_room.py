"""Case room: invented people in five stages, each decision committed before the next opens, and a plan."""

import anywidget
import traitlets

from gluteal.catalogue.cases import written_case
from gluteal.models.case_generator import CaseError, generate_case
from gluteal.widgets import assets
from gluteal.widgets.body_art import body_reference
from gluteal.widgets.case_records import packed_generated, packed_written, written
from gluteal.widgets.exercise_art import exercise_art
from gluteal.widgets.plan_records import packed_plan_records
from gluteal.widgets.plate_art import reference

_SNIPPETS = (
    *("dom", "own_keys", "put", "packing", "session_kept", "plate_art", "body_art"),
    *("pain_grid", "pain_shapes", "pain_textures"),
    *("figure_body", "figure_raster", "figure_things", "figure_look", "figure_stage"),
    *("plan_make", "plan_form", "plan_pictures", "plan_week", "plan_print", "plan_room"),
    *("case_state", "case_drawing", "case_material", "case_stage", "case_plan", "case_end", "case_print"),
)


class CaseRoom(anywidget.AnyWidget):
    """Cases to decide, stage by stage, from history to plan; with or without a kernel.

    Parameters
    ----------
    *cases : str
        Written cases (`gluteal.catalogue.cases`); none: all of them.
    seed : int, optional
        A generated case instead of written ones.
    difficulty : {"easy", "medium", "hard"}
        Of the generated case.
    **traits
        ``decisions`` or ``current``, to begin with.

    Attributes
    ----------
    decisions : dict
        Case to what was committed: the ids chosen in each stage, ``wishes`` of the plan, ``done``.
    current : str
        The case that is shown; empty for the waiting room.

    Raises
    ------
    traitlets.TraitError
        For a case, a seed or a difficulty that does not exist; the message names the valid ones.

    Examples
    --------
    >>> CaseRoom("teacher")
    Case room: Teacher, 53
    >>> CaseRoom(seed=7, difficulty="hard")
    Case room: Case 7, hard
    >>> CaseRoom()
    Case room: 9 cases
    """

    _esm = assets.esm(*(f"common/{name}.js" for name in _SNIPPETS), "case_room.js")
    _css = assets.css("common/theme.css", "plan_builder.css", "case_room.css")

    packed = traitlets.Unicode().tag(sync=True)
    plans = traitlets.Unicode().tag(sync=True)
    body = traitlets.Unicode().tag(sync=True)
    art = traitlets.Unicode().tag(sync=True)
    case_ids = traitlets.List(traitlets.Unicode()).tag(sync=True)
    decisions = traitlets.Dict().tag(sync=True)
    current = traitlets.Unicode("").tag(sync=True)

    def __init__(self, *cases, seed=None, difficulty="medium", **traits):
        titles, packed = _generated(cases, seed, difficulty) if seed is not None else _written(cases)
        self._titles = titles
        super().__init__(
            packed=packed, plans=packed_plan_records(), body=body_reference(), art=reference(exercise_art()),
            case_ids=list(titles), **{"current": next(iter(titles)) if len(titles) == 1 else "", **traits},
        )  # fmt: skip

    def __repr__(self):
        several = f"{len(self._titles)} cases"
        return f"Case room: {several if len(self._titles) > 1 else next(iter(self._titles.values()))}"

    @traitlets.validate("current")
    def _known_case(self, proposal):
        if proposal["value"] and proposal["value"] not in self._titles:
            names = ", ".join(self._titles)
            raise traitlets.TraitError(f"this room has no case {proposal['value']!r}; it has {names}")
        return proposal["value"]

    @traitlets.validate("decisions")
    def _known_decisions(self, proposal):
        for key, given in proposal["value"].items():
            if key not in self._titles or not isinstance(given, dict):
                names = ", ".join(self._titles)
                raise traitlets.TraitError(f"decisions belong to a case of this room ({names}), not {key!r}")
        return proposal["value"]


def _written(keys):
    try:
        chosen = tuple(dict.fromkeys(keys)) or written()
        return {key: written_case(key)["title"] for key in chosen}, packed_written(chosen)
    except ValueError as fault:
        raise traitlets.TraitError(str(fault)) from None


def _generated(keys, seed, difficulty):
    if keys:
        raise traitlets.TraitError("give either written cases or a seed, not both")
    try:
        case = generate_case(seed, difficulty)
    except CaseError as fault:
        raise traitlets.TraitError(str(fault)) from None
    return {case.id: f"Case {seed}, {difficulty}"}, packed_generated(seed, difficulty)
