"""What a case room sends to the page: its cases in stages, the charts, and the words round them."""

import json
from functools import lru_cache

from gluteal.catalogue import load
from gluteal.catalogue.cases import written_cases
from gluteal.models import raster
from gluteal.models.case_generator import generate_case
from gluteal.models.case_stages import FORMAT, staged
from gluteal.models.case_words import INVENTED
from gluteal.models.case_written import staged_case
from gluteal.models.overlap_tables import pairs
from gluteal.widgets.body_art import CHARTS
from gluteal.widgets.packing import pack
from gluteal.widgets.pain_records import pain_scale

SAY = {
    "title": "Case room",
    "lead": f"{INVENTED} What you commit stays as it is; the next stage opens after it. If a question "
    "about red flags had to be answered with yes, it would stand in what the person says.",
    "menu": "In the waiting room",
    "new": "not seen yet",
    "begun": "stage {stage} of 5",
    "done": "finished",
    "told": "The person says",
    "interview": "Asked and answered",
    "findings": "What the examination found",
    "yes": "Yes",
    "no": "No",
    "commit": "Commit this decision",
    "pick": "Choose {count}; {chosen} chosen.",
    "one": "Choose one.",
    "decided": "Your decision",
    "right": "The data agree",
    "wrong": "The data speak otherwise",
    "part": "The data agree with {right} of {count}",
    "others": "The other choices, and what the data say to each",
    "after": "To remember",
    "plan_lead": "Now make the plan. Goal, irritability and the findings that forbid exercises are yours to "
    "decide; what the case has answered about red flags is filled in.",
    "commit_plan": "Commit this plan, and compare",
    "not_yet": "First go through the list of findings: while nobody has, there is no plan to commit.",
    "compare": "Your plan, and the model answer",
    "yours": "Your plan",
    "model": "Model answer",
    "goal": "Goal",
    "level": "Irritability",
    "forbidden": "Findings that forbid exercises",
    "none": "none",
    "exercises": "Exercises",
    "no_plan": "No plan",
    "another": "A model answer is one good answer. Where yours differs, say why: that is the exercise.",
    "end": "What you decided, and what the data say",
    "sources": "Sources of this case",
    "print": "Print this case",
    "again": "Begin this case again",
    "agreed": "The data agree with {right} of 5 decisions.",
    "stage": "Stage",
    "data": "The data",
    "printed": "An invented person; for learning, not for diagnosis or treatment. Points and plans are those "
    "of teaching models.",
}
"""Sentences of the page."""


def written():
    """Return the ids of the written cases, in the order of their names."""
    return tuple(written_cases())


@lru_cache
def packed_written(keys):
    """Return written cases, packed for the page."""
    return packed([staged_case(key) for key in keys])


@lru_cache
def packed_generated(seed, difficulty):
    """Return the case of a seed, packed for the page."""
    return packed([staged(generate_case(seed, difficulty))])


def packed(cases):
    """Return cases with all that the page needs to show them, packed."""
    return pack(json.dumps(case_records(cases), ensure_ascii=False))


def case_records(cases):
    """Return what the page needs, as plain lists and dicts.

    Parameters
    ----------
    cases : list of dict
        As `gluteal.models.case_stages.staged` returns them.

    Returns
    -------
    dict
        ``format``, ``say``, ``cases``, ``charts`` (grids of the drawing), ``scale`` (colours of pain),
        ``sources`` (key, short, reference of all that is cited).

    Examples
    --------
    >>> case_records([staged_case("roofer")])["cases"][0]["title"]
    'Roofer, 44'
    """
    keys = sorted({key for case in cases for key in case["source_keys"]} | _noted(cases))
    return {
        "format": FORMAT, "say": SAY, "cases": cases, "charts": [_chart(name) for name in raster.CHARTS],
        "cell_mm": raster.CELL_MM, "scale": pain_scale(), "sources": {key: _source(key) for key in keys},
    }  # fmt: skip


def _noted(cases):
    return {one["source"] for case in cases for one in case["findings"] if one["source"]}


def _chart(name):
    on = raster.grid(name)
    return {
        "id": name, "title": CHARTS[name]["title"], "left_mm": on.left_mm, "top_mm": on.top_mm,
        "columns": on.columns, "rows": on.rows, "inside": pairs(raster.inside(name)),
    }  # fmt: skip


def _source(key):
    source = load().sources[key]
    return {"key": key, "short": source.short, "reference": source.reference}
