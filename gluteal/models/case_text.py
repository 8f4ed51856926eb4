"""A case in words: what a student gets to read, and the key for whoever teaches."""

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table
from gluteal.catalogue.referral import referral_patterns
from gluteal.models.case_generator import EDITION
from gluteal.models.case_options import has_deficit
from gluteal.models.case_plan import model_plan, plan_request
from gluteal.models.case_words import INVENTED, STEP_DEFICIT, STEPS
from gluteal.models.pattern_cells import count_by_region, region_names
from gluteal.models.plan_text import plan_text
from gluteal.models.reasoning import rank
from gluteal.models.referral_overlap import half

_NAMED_FROM_CELLS = 4
_LEADING = 3


def painted_words(case):
    """Return in words where a case's drawing has paint.

    Examples
    --------
    >>> from gluteal.models.case_generator import generate_case
    >>> painted_words(generate_case(1, "easy")).startswith("Painted on the")
    True
    """
    own = half(case.drawing, case.side)
    counts = count_by_region(own.painted)
    found = [region_names()[key].lower() for key, count in counts.items() if count >= _NAMED_FROM_CELLS]
    return f"Painted on the {case.side} side: {'; '.join(found)}."


def case_text(case):
    """Return what a student reads of a case, without the key: plain lines.

    Parameters
    ----------
    case : gluteal.models.case_generator.Case

    Returns
    -------
    str
    """
    history = [f"  {one.question} {'Yes' if one.answer == 'present' else 'No'}." for one in case.shown]
    findings = [f"  {one.said}." for one in case.findings]
    return "\n".join([
        f"Case {case.id}", INVENTED, "", "History", f"  {case.opening}", f"  {_irritability(case)}",
        *(f"  {sentence}" for sentence in case.told), "", "Asked and answered", *history,
        "", "Pain drawing", f"  {painted_words(case)}", "", "Examination", *findings,
    ])  # fmt: skip


def _irritability(case):
    return f"{plan_table('plan_levels')[plan_request(case).irritability].how_to_tell}."


def key_text(case):
    """Return the key of a case: what it was made from, what the data say, the next step, a model plan.

    Parameters
    ----------
    case : gluteal.models.case_generator.Case

    Returns
    -------
    str
    """
    return "\n".join([
        f"Key to case {case.id} (edition {EDITION} of the case generator)", "",
        "Made from", f"  {_made_from(case)}", "",
        "What complaints and findings say (points of the teaching model, no probabilities)", *_leading(case),
        "",
        "Next step", f"  {STEPS[case.next_step]}.", *_flag(case), "", "Model plan",
        *(f"  {line}" for line in plan_text(model_plan(case)).splitlines()),
    ])  # fmt: skip


def _made_from(case):
    name = load().hypotheses[case.hypothesis_id].name
    pattern = referral_patterns()[case.pattern_id].name
    looks = "It only looks like this: " if case.red_flag_id else ""
    return f"{looks}{name}; drawing in and round the zones of {pattern}."


def _leading(case):
    for one in rank(case.answers, frozenset()).hypotheses[:_LEADING]:
        reasons = "; ".join(reason.said for reason in one.for_ if reason.counted)
        yield f"  {one.score} points: {one.name}. For it: {reasons or 'nothing'}."


def _flag(case):
    if not case.red_flag_id:
        lost = [f"  Or: {STEPS['soon']}.{STEP_DEFICIT}"] if has_deficit(case) else []
        return ["  No red flag: every question about them is answered with no.", *lost]
    flag = load().red_flags[case.red_flag_id]
    return [f"  Red flag: {flag.name}. {flag.action}."]
