"""A written case as a `Case`: places come from its drawing, all other answers from its author."""

from gluteal.catalogue.case_tables import case_table
from gluteal.catalogue.cases import written_case
from gluteal.catalogue.referral import referral_patterns
from gluteal.models.case_chance import Lots
from gluteal.models.case_findings import asked_features
from gluteal.models.case_painting import as_drawing, painted, places_painted
from gluteal.models.case_record import Answer, Case
from gluteal.models.case_stages import staged
from gluteal.models.pattern_cells import pattern_cells
from gluteal.models.plan import PlanRequest
from gluteal.models.reasoning_rules import rules

_EQUIPMENT = ("floor", "wall", "chair")


def as_case(record):
    """Return a written case in the form of a generated one.

    Parameters
    ----------
    record : dict
        As in its file.

    Returns
    -------
    gluteal.models.case_generator.Case

    Examples
    --------
    >>> as_case(written_case("roofer")).answers["slump"]
    'present'
    """
    made, person = record["made_from"], record["person"]
    cells, places = _drawn(made)
    condition = case_table("case_conditions")[made["condition_id"]]
    age = person["age_years"]
    history = places | {
        "age-60": "present" if age >= 60 else "absent",
        "age-under-25": "present" if age <= 25 else "absent",
        **_answers(record["history"]),
    }
    return Case(
        seed=made["drawing_seed"], difficulty=made["difficulty"], **person, opening=record["opening"],
        told=tuple(record["told"]), interview=_rows(history, places, record["history"]["withheld"]),
        drawing=as_drawing(cells, person["side"]), findings=_rows(_answers(record["findings"]), places),
        condition_id=condition.id, hypothesis_id=condition.hypothesis_id, pattern_id=made["pattern_id"],
        red_flag_id=record["red_flag_id"], next_step=record["next_step"],
    )  # fmt: skip


def _drawn(made):
    level = case_table("case_levels")[made["difficulty"]]
    pattern = pattern_cells(referral_patterns()[made["pattern_id"]])
    cells = painted(pattern, level, Lots(made["drawing_seed"]), everywhere=True)
    return cells, places_painted(cells, asked_features()["drawing"])


def _answers(given):
    return {key: answer for answer in ("present", "absent") for key in given[answer]}


def _rows(answers, places, withheld=()):
    def basis(key):
        kinds = ("drawing", key in places), ("age", key.startswith("age-")), ("withheld", key in withheld)
        return next((kind for kind, holds in kinds if holds), "written")

    return tuple(
        Answer(one.id, answers[one.id], one.question, getattr(one, answers[one.id]), basis(one.id))
        for one in rules().features
        if one.id in answers
    )


def staged_case(key):
    """Return a written case in its five stages, as plain data.

    Parameters
    ----------
    key : str
        Name of its file without ending.

    Raises
    ------
    ValueError
        When there is none of this name; the message names those that exist.

    Examples
    --------
    >>> staged_case("gardener")["title"]
    'Gardener, 67'
    """
    record = written_case(key)
    case = as_case(record)
    wishes = record["plan"]
    request = PlanRequest(
        goal=wishes["goal"], irritability=wishes["irritability"], findings=tuple(wishes["findings"]),
        equipment=_EQUIPMENT, red_flags=case.red_flags,
    )  # fmt: skip
    script = {"history": record["decision"], "model_answer": record["model_answer"], "id": record["id"]}
    return staged(case, record["title"], {**script, "plan": request, "source_keys": record["source_keys"]})
