"""A case in five stages, as a room shows it: what is seen, what is decided, what the data say to each choice.

Every case has the same five stages, questions and number of decisions, whatever stands behind it: neither
its form nor its order tells a red flag.
"""

from zlib import crc32

from gluteal.catalogue import load
from gluteal.catalogue.plan import plan_table
from gluteal.catalogue.referral import referral_patterns
from gluteal.models import case_options as options
from gluteal.models import case_words as words
from gluteal.models.case_plan import plan_request
from gluteal.models.case_text import painted_words
from gluteal.models.plan import make_plan
from gluteal.models.reasoning import rank
from gluteal.models.reasoning_rules import CLOSE_POINTS
from gluteal.models.reasoning_words import listed

FORMAT = 1
_MAKERS = {
    "history": options.history_options,
    "drawing": options.drawing_options,
    "examination": options.examination_options,
    "hypothesis": options.hypothesis_options,
    "plan": options.step_options,
}


def staged(case, title=None, script=None):
    """Return a case in its five stages, as plain data.

    Parameters
    ----------
    case : gluteal.models.case_generator.Case
    title : str, optional
        What the case is called; by default its difficulty and seed.
    script : mapping, optional
        What an author wrote: ``id``; ``history`` with ``ask`` and ``options`` in place of those made here;
        ``plan``, a `gluteal.models.plan.PlanRequest`; ``model_answer``; ``source_keys``.

    Returns
    -------
    dict
        ``format``, ``id``, ``title``, ``opening``, ``irritability`` (in words), ``told``,
        ``interview`` and ``findings`` (rows), ``drawing`` (runs by chart), ``painted`` (in words), ``stages``
        (``id``, ``name``, ``ask``, ``picks``, ``options``, ``after``), ``plan`` (what the plan
        builder is asked for by the model answer), ``model_plan``, ``model_answer`` (sentences),
        ``source_keys``.

    Examples
    --------
    >>> from gluteal.models.case_generator import generate_case
    >>> [stage["id"] for stage in staged(generate_case(7, "hard"))["stages"]]
    ['history', 'drawing', 'examination', 'hypothesis', 'plan']
    """
    script = script or {}
    stages = [_stage(key, case, script.get("history") if key == "history" else None) for key in words.STAGES]
    request = script.get("plan") or plan_request(case)
    answer = script.get("model_answer") or _model_answer(case)
    return {
        "format": FORMAT, "id": script.get("id", case.id),
        "title": title or f"Case {case.seed}, {case.difficulty}", "opening": case.opening,
        "irritability": f"{plan_table('plan_levels')[request.irritability].how_to_tell}.",
        "told": list(case.told),
        "interview": [[one.question, one.answer == "present"] for one in case.shown],
        "findings": [_finding(one) for one in case.findings],
        "drawing": {chart: list(runs) for chart, runs in case.drawing.charts.items()},
        "painted": painted_words(case), "stages": stages, "plan": _plan(request),
        "model_plan": make_plan(request), "model_answer": list(answer),
        "source_keys": _cited(stages, script.get("source_keys", ())),
    }  # fmt: skip


def _stage(key, case, written):
    made = mixed(written["options"]) if written else [vars(one) for one in _MAKERS[key](case)]
    return {
        "id": key, "name": words.NAMES[key], "ask": written["ask"] if written else words.ASKS[key],
        "picks": options.PICKED if key == "examination" else 1,
        "options": [_option(one) for one in made], "after": _after(key, case, bool(written)),
    }  # fmt: skip


def mixed(options):
    """Return written options in an order that says nothing: authors write the right one first."""
    return sorted(options, key=lambda one: crc32(one["text"].encode()))


def _option(one):
    return {
        "id": one["id"], "text": one["text"], "right": one.get("right", False),
        "feedback": one["feedback"], "sources": list(one.get("source_keys", ())),
    }  # fmt: skip


def _after(key, case, is_written):
    flag = options.flag_of(case)
    if key == "drawing":
        return words.DRAWING_AFTER.format(remark=options.drawing_remarks(case))
    if key == "history" and flag and not is_written:
        return words.STOP_HERE.format(action=_lower(flag.action))
    return ""


def _lower(text):
    return text[:1].lower() + text[1:]


def _finding(one):
    accuracy = _studied(one)
    return {"said": one.said, "present": one.answer == "present", "note": accuracy, "source": one.source_key}


def _studied(one):
    """Return sensitivity and specificity of a test in the study of which the case was drawn, in words."""
    row = next((row for row in load().accuracy.values() if one.accuracy_id == row.id), None)
    if row is None:
        return ""
    pair = f"sensitivity {row.sensitivity.value:.0%}, specificity {row.specificity.value:.0%}"
    return f"{row.name}: {pair}".replace("%", " %")


def _plan(request):
    return {
        "goal": request.goal, "irritability": request.irritability, "findings": list(request.findings),
        "equipment": list(request.equipment), "minutes": request.minutes, "days": request.days,
        "red_flags": dict(request.red_flags),
    }  # fmt: skip


def _cited(stages, more):
    return sorted({key for stage in stages for one in stage["options"] for key in one["sources"]} | set(more))


def _model_answer(case):
    ranked, flag = rank(case.answers, frozenset()).hypotheses, options.flag_of(case)
    name = load().hypotheses[case.hypothesis_id].name
    leaders = [one for one in ranked if ranked[0].score - one.score <= CLOSE_POINTS]
    if flag:
        yield words.LOOKED_LIKE.format(name=name, flag=flag.name)
        yield words.PLAN_NONE.format(action=_lower(flag.action))
        return
    yield words.MADE_FROM.format(name=name, pattern=referral_patterns()[case.pattern_id].name)
    yield words.LEADS.format(names=listed([one.short_name for one in leaders]), s="s" * (len(leaders) == 1))
    if case.hypothesis_id not in {one.id for one in leaders}:
        yield words.ERRS
    if options.has_deficit(case):
        yield words.STEP_DEFICIT.strip()
    yield _plan_words(case)


def _plan_words(case):
    request = plan_request(case)
    goal = load().plan_goals[request.goal].name
    findings = [load().plan_findings[key].name for key in request.findings]
    if findings:
        return words.PLAN_GOAL.format(goal=goal, findings=", ".join(findings))
    return words.PLAN_FREE.format(goal=goal)
