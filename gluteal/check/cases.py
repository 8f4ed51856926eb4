"""The written cases and the tables of generated ones: every name exists, every decision is whole."""

import json
from collections.abc import Iterator
from pathlib import Path

from gluteal.catalogue.cases import FOLDER, case_files
from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack

Fault = tuple[str, str]  # problem, remedy

FORM = {
    "id": str, "title": str, "person": dict, "opening": str, "told": list, "made_from": dict,
    "history": dict, "findings": dict, "red_flag_id": str, "next_step": str, "decision": dict, "plan": dict,
    "model_answer": list, "source_keys": list,
}  # fmt: skip
"""Every field of a written case, and what it is."""
TOLD, LEAST_OPTIONS = 3, 3
README = "see data/cases/README.md"


def written(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the written cases: form, dangling ids, decisions without a right answer or feedback."""
    for path in case_files(pack.data_dir / FOLDER):
        if path.stem == "schema":
            continue
        text, record, fault = _read(path)
        for problem, remedy in [fault] if fault else _faults(path.stem, record, pack):
            yield Problem(f"data/{FOLDER}/{path.name}", _line(text, problem), problem, remedy)


def _read(path: Path) -> tuple[str, object, Fault | None]:
    try:
        text = path.read_text(encoding="utf-8")
        return text, json.loads(text), None
    except UnicodeDecodeError:
        return "", None, ("the file is not UTF-8", "save it as UTF-8")
    except ValueError as error:
        return "", None, (f"no valid JSON: {error}", "mend it there")


def _line(text: str, problem: str) -> int:
    """Return the line of the first word in quotation marks of a problem, else 1."""
    word = problem.split("'")[1] if problem.count("'") > 1 else ""
    place = text.find(f'"{word}"') if word else -1
    return text.count("\n", 0, max(place, 0)) + 1


def _faults(stem: str, record: object, pack: Pack) -> Iterator[Fault]:
    wrong = list(_form_faults(record))
    if wrong:
        yield from wrong
        return
    if record["id"] != stem:
        yield f"the id is {record['id']!r} and the file {stem}.json", "let both be the same"
    try:
        yield from _told_faults(record)
        yield from _name_faults(record, pack)
        yield from _decision_faults(record["decision"])
        yield from _answer_faults(record)
        yield from _flag_faults(record, pack)
    except (TypeError, AttributeError, KeyError) as error:
        yield f"an entry has the wrong form ({error})", README


def _form_faults(record: object) -> Iterator[Fault]:
    if not isinstance(record, dict):
        yield "the file is no case", README
        return
    for name, kind in FORM.items():
        if not isinstance(record.get(name), kind):
            yield f"{name!r} is missing or no {kind.__name__}", README
    for name in sorted(set(record) - set(FORM)):
        yield f"unknown field {name!r}", suggestion(name, FORM)


def _told_faults(record: dict) -> Iterator[Fault]:
    if len(record["told"]) != TOLD:
        remedy = f"every case tells {TOLD}, so that none stands out"
        yield f"'told' has {len(record['told'])} sentences", remedy
    empty = [name for name in ("told", "model_answer") for one in record[name] if not str(one).strip()]
    if empty or not record["model_answer"] or not record["opening"].strip():
        yield "'opening', 'told' or 'model_answer' holds nothing", "write it"


def _name_faults(record: dict, pack: Pack) -> Iterator[Fault]:
    """Yield ids that no table has."""
    made, plan = record["made_from"], record["plan"]
    features = [key for part in ("history", "findings") for keys in record[part].values() for key in keys]
    cited = [*record["source_keys"], *_cited(record["decision"])]
    for table, keys in (
        ("case_conditions", [made["condition_id"]]), ("case_levels", [made["difficulty"]]),
        ("reasoning_features", features), ("sources", cited), ("plan_goals", [plan["goal"]]),
        ("plan_levels", [plan["irritability"]]), ("plan_findings", plan["findings"]),
    ):  # fmt: skip
        known = pack.keys(table)
        for key in keys if known is not None else ():
            if key not in known:
                yield f"{key!r} is no id of {table}", suggestion(str(key), known)
    patterns = _patterns(pack)
    if patterns and made["pattern_id"] not in patterns:
        yield f"{made['pattern_id']!r} is no pain map", suggestion(made["pattern_id"], patterns)


def _patterns(pack: Pack) -> set[str]:
    return (pack.keys("trigger_points") or set()) | (pack.keys("referral_mimics") or set())


def _cited(decision: dict) -> list[str]:
    return [key for one in decision.get("options", ()) for key in one.get("source_keys", ())]


def _decision_faults(decision: dict) -> Iterator[Fault]:
    options = decision.get("options", [])
    if not str(decision.get("ask", "")).strip():
        yield "the decision asks nothing", "fill 'ask'"
    if len(options) < LEAST_OPTIONS:
        yield f"the decision has {len(options)} options", f"give at least {LEAST_OPTIONS}"
    right = sum(one.get("right") is True for one in options)
    if right != 1:
        yield f"the decision has {right} right answers", 'say "right": true for exactly one option'
    for one in options:
        if not str(one.get("feedback", "")).strip():
            yield f"the option {one.get('id')!r} has no feedback", "say why it is right or wrong"
    ids = [one.get("id") for one in options]
    if len(set(ids)) < len(ids):
        yield "two options have the same id", "change one of them"


def _answer_faults(record: dict) -> Iterator[Fault]:
    """Yield features that are answered twice, or kept back without having an answer."""
    parts = [record[part][name] for part in ("history", "findings") for name in ("present", "absent")]
    answered = [key for keys in parts for key in keys]
    for key in sorted({key for key in answered if answered.count(key) > 1}):
        yield f"{key!r} is answered twice", "keep one answer"
    for key in record["history"]["withheld"]:
        if key not in answered:
            yield f"{key!r} is withheld and has no answer", "answer it, or take it out of withheld"


def _flag_faults(record: dict, pack: Pack) -> Iterator[Fault]:
    urgency = {row.values.get("id"): row.values.get("urgency") for _, row in pack.rows("red_flags")}
    flag, step = record["red_flag_id"], record["next_step"]
    if flag and flag not in urgency:
        yield f"{flag!r} is no red flag", suggestion(flag, urgency)
    elif flag and step != urgency[flag]:
        yield f"the next step is {step!r}", f"with {flag} it is {urgency[flag]!r}"
    elif not flag and step != "treat":
        yield f"the next step is {step!r} without a red flag", "write 'treat', or name the red flag"


def tables(pack: Pack) -> Iterator[Problem]:
    """Yield faults of the generator's tables: unknown maps and facts, ages that are none, wrong urgency."""
    facts = {key for name in pack.tables if name.endswith("_facts") for key in pack.keys(name) or ()}
    urgency = {row.values.get("id"): row.values.get("urgency") for _, row in pack.rows("red_flags")}
    patterns = _patterns(pack)
    for table, row in pack.rows("case_conditions"):
        yield from (table.problem(row, *fault) for fault in _condition_faults(row.values, patterns, facts))
    for table, row in pack.rows("case_alarms"):
        yield from (table.problem(row, *fault) for fault in _alarm_faults(row.values, urgency))
    told = {row.values.get("red_flag_id") for _, row in pack.rows("case_alarms")}
    for table, row in pack.rows("red_flags"):
        if told and row.values.get("id") not in told:
            yield table.problem(row, "no case tells this red flag", "add it to data/cases/alarms.csv")
    yield from _features(pack)


def _condition_faults(row: dict, patterns: set, facts: set) -> Iterator[Fault]:
    yield from _ages(row)
    for key in row.get("pattern_ids", ()):
        if patterns and key not in patterns:
            yield f"{key!r} is no pain map", suggestion(key, patterns)
    key = row.get("fact_id", "")
    if key and facts and key not in facts:
        yield f"unknown fact {key!r}", suggestion(key, facts)
    if (row.get("basis") == "fact") != bool(key):
        yield "basis and fact_id do not fit", "a fact names one, a teaching default none"


def _alarm_faults(row: dict, urgency: dict) -> Iterator[Fault]:
    yield from _ages(row)
    if (row.get("weeks_low") or 0) > (row.get("weeks_high") or 0):
        yield "weeks_low is above weeks_high", "swap them"
    wanted = urgency.get(row.get("red_flag_id"))
    if wanted and row.get("next_step") != wanted:
        yield f"next_step is {row.get('next_step')!r}", f"the red flag says {wanted!r}"


def _ages(row: dict) -> Iterator[Fault]:
    if (row.get("age_low_years") or 0) > (row.get("age_high_years") or 0):
        yield "age_low_years is above age_high_years", "swap them"


def _features(pack: Pack) -> Iterator[Problem]:
    """Yield features without a source of their answer, regions that no chart has."""
    asked = {row.values.get("feature_id") for _, row in pack.rows("case_features")}
    regions = {row.values.get("region") for _, row in pack.rows("body_regions")}
    for table, row in pack.rows("reasoning_features"):
        if asked and row.values.get("id") not in asked:
            yield table.problem(row, "no case knows this feature", "add it to data/cases/features.csv")
    for table, row in pack.rows("case_features"):
        for key in row.values.get("region_ids", ()):
            if regions and key not in regions:
                yield table.problem(row, f"unknown region {key!r}", suggestion(key, regions))
        drawn = row.values.get("source") == "drawing"
        if drawn != bool(row.values.get("region_ids")):
            yield table.problem(row, "source and region_ids do not fit", "only a drawing has regions")
