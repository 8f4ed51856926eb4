"""Plan builder: red flags, findings and wishes; then a week of exercises, each rule with its reason."""

import anywidget
import traitlets

from gluteal.models.plan import PlanError, PlanRequest, known, make_plan, one
from gluteal.models.plan_rules import DAYS, MINUTES
from gluteal.models.plan_text import NO_PLAN, plan_text
from gluteal.models.reasoning_rules import ReasoningError, checked_red_flags
from gluteal.widgets import assets
from gluteal.widgets.exercise_art import exercise_art
from gluteal.widgets.plan_records import packed_plan_records
from gluteal.widgets.plate_art import reference

_SNIPPETS = (
    *("dom", "own_keys", "put", "packing", "session_kept"),
    *("figure_body", "figure_raster", "figure_things", "figure_look", "figure_stage"),
    *("plan_make", "plan_form", "plan_pictures", "plan_week", "plan_print", "plan_room"),
)
_INPUTS = ("goal", "irritability", "findings", "asked", "equipment", "minutes", "days", "red_flags")


class PlanBuilder(anywidget.AnyWidget):
    """A week plan by the rules of ``data/plan``; with or without a kernel.

    There is no plan before every question about red flags is answered with no and the list of findings has
    been gone through. What a finding forbids is refused with the reason. It is for an invented person.

    Attributes
    ----------
    goal, irritability : str
        Ids such as ``"loosen-buttock"`` and ``"moderate"``.
    findings : list of str
        Findings that are present; counted only where `asked` is true.
    asked : bool
        Whether somebody has gone through the list of findings.
    equipment : list of str
        What is at hand.
    minutes, days : int
        Minutes a session, 5 to 60; days a week, 2 to 7.
    red_flags : dict
        Id of a red flag: ``"present"`` or ``"absent"``. What is left out was not asked.
    plan : dict
        The plan, as `gluteal.models.plan.make_plan` returns it.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> PlanBuilder(goal="steady-pelvis")
    Plan builder: No plan: not every question about red flags is answered.
    """

    _esm = assets.esm(*(f"common/{name}.js" for name in _SNIPPETS), "plan_builder.js")
    _css = assets.css("common/theme.css", "plan_builder.css")

    packed = traitlets.Unicode().tag(sync=True)
    art = traitlets.Unicode().tag(sync=True)
    goal = traitlets.Unicode("loosen-buttock").tag(sync=True)
    irritability = traitlets.Unicode("moderate").tag(sync=True)
    findings = traitlets.List(traitlets.Unicode()).tag(sync=True)
    asked = traitlets.Bool(False).tag(sync=True)
    equipment = traitlets.List(traitlets.Unicode(), ["floor", "wall", "chair"]).tag(sync=True)
    minutes = traitlets.Int(20, min=MINUTES[0], max=MINUTES[1]).tag(sync=True)
    days = traitlets.Int(3, min=DAYS[0], max=DAYS[1]).tag(sync=True)
    red_flags = traitlets.Dict().tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits):
        super().__init__(packed=packed_plan_records(), art=reference(exercise_art()), **traits)
        self.plan = {}

    def __repr__(self):
        plan = self.plan
        if plan["state"] in NO_PLAN:
            return f"Plan builder: {NO_PLAN[plan['state']]}"
        longest = max(-(-day["seconds"] // 60) for day in plan["week"])
        size = f"{len(plan['items'])} exercises on {len(plan['week'])} days"
        return f"Plan builder: {size}, {longest} minutes at most"

    def text(self):
        """Return the plan as text that stays the same: one line each.

        Returns
        -------
        str
        """
        return plan_text(self.plan)

    @traitlets.validate("goal", "irritability")
    def _known_id(self, proposal):
        table = {"goal": "plan_goals", "irritability": "plan_levels"}[proposal["trait"].name]
        return _checked(one, table, proposal["value"])

    @traitlets.validate("findings", "equipment")
    def _known_ids(self, proposal):
        return list(_checked(known, f"plan_{proposal['trait'].name}", proposal["value"]))

    @traitlets.validate("red_flags")
    def _known_flags(self, proposal):
        _checked(checked_red_flags, proposal["value"])
        return proposal["value"]

    @traitlets.observe(*_INPUTS)
    def _recompute(self, change):
        self.plan = {}

    @traitlets.validate("plan")
    def _own_plan(self, proposal):
        """Whatever the page says, Python keeps what its own model gives; the two are the same."""
        asked = {name: getattr(self, name) for name in _INPUTS if name != "asked"}
        findings = tuple(self.findings) if self.asked else None
        return make_plan(PlanRequest(**{**asked, "findings": findings, "equipment": tuple(self.equipment)}))


def _checked(check, *values):
    try:
        return check(*values)
    except (PlanError, ReasoningError) as fault:
        raise traitlets.TraitError(str(fault)) from None
