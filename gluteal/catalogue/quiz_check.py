"""Every fault of the question bank, with file, line, and what to do about it."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.catalogue.quiz import KINDS, ROLES, quiz_files

Fault = tuple[str, str]  # problem, remedy

REQUIRED = ("id", "kind", "role", "stem", "objective", "explanation", "sources")
USED_BY = {
    "choice": {"options"},
    "several": {"options"},
    "order": {"options", "ends"},
    "match": {"options", "targets"},
    "number": {"value", "tolerance", "unit", "minimum", "maximum", "feedback"},
    "click": {"options", "view", "layers", "feedback"},
}
ABOUT_THE_PACK = "00"  # its questions are about the lessons themselves, which are no source
ALLOWED = {*REQUIRED, "figure"}


def problems(
    folder: Path,
    *,
    sources: Collection[str] | None = None,
    objectives: Mapping[str, int] | None = None,
    structures: Mapping[str, Collection[str]] | None = None,
) -> list[Problem]:
    """Return every fault of the bank.

    Parameters
    ----------
    folder : Path
        The folder of the quiz files.
    sources : collection of str, optional
        Keys that may be cited. Not checked when None.
    objectives : mapping of str to int, optional
        Lesson to the number of its objectives. Not checked when None.
    structures : mapping of str to collection of str, optional
        View to the ids of the structures that its plate shows. Not checked when None.

    Returns
    -------
    list of Problem
        In the order of files and lines; empty when all is well.
    """
    found: list[Problem] = []
    ids: dict[str, str] = {}
    stems: dict[str, str] = {}
    for path in quiz_files(folder):
        file = f"data/quiz/{path.name}"
        for line, faults in _file_faults(path, sources, objectives, structures, ids, stems):
            found += [Problem(file, line, problem, remedy) for problem, remedy in faults]
    return found


def _file_faults(path, sources, objectives, structures, ids, stems) -> Iterator[tuple[int, list[Fault]]]:
    try:
        text = path.read_text(encoding="utf-8")
        content = json.loads(text)
    except UnicodeDecodeError:
        yield 1, [("the file is not UTF-8", "save it as UTF-8")]
        return
    except ValueError as error:
        yield getattr(error, "lineno", 1), [(f"no valid JSON: {error}", "mend it there")]
        return
    if not isinstance(content, dict) or not isinstance(content.get("items"), list):
        yield 1, [("the file is no quiz file", 'write {"lesson": "…", "items": […]}')]
        return
    lesson = content.get("lesson")
    yield 1, _lesson_faults(path, lesson, objectives)
    for raw in content["items"]:
        if not isinstance(raw, dict):
            yield 1, [(f"{raw!r} is no item", "write an object in braces")]
            continue
        faults = _item_faults(raw, lesson, sources, objectives, structures)
        yield _line_of(text, raw.get("id")), faults + _twins(raw, path.name, ids, stems)


def _line_of(text: str, item_id: object) -> int:
    position = text.find(f'"id": {json.dumps(item_id, ensure_ascii=False)}')
    return text.count("\n", 0, max(position, 0)) + 1


def _lesson_faults(path: Path, lesson: object, objectives) -> list[Fault]:
    if lesson != path.stem:
        return [(f"the lesson is {lesson!r} but the file is {path.name}", "let both be the lesson's id")]
    if objectives is not None and lesson not in objectives:
        return [(f"unknown lesson {lesson!r}", suggestion(lesson, objectives))]
    return []


def _twins(raw: dict, file: str, ids: dict, stems: dict) -> list[Fault]:
    """Ids and stems must differ over the whole bank, not only within a file."""
    faults = []
    for name, seen in (("id", ids), ("stem", stems)):
        value = str(raw.get(name, "")).strip().casefold()
        if value and value in seen:
            faults.append(
                (f"the {name} {raw[name]!r} stands twice, also in {seen[value]}", "change one of them")
            )
        seen.setdefault(value, file)
    return faults


def _item_faults(raw: dict, lesson, sources, objectives, structures) -> list[Fault]:
    name = raw.get("id", "(no id)")
    kind = raw.get("kind")
    faults = _field_faults(raw, kind)
    if kind in KINDS:
        try:
            faults += [*_common_faults(raw, lesson, sources, objectives), *CHECKS[kind](raw, structures)]
        except (TypeError, AttributeError, KeyError, ValueError) as error:
            faults.append((f"an entry has the wrong form ({error})", "see data/quiz/README.md"))
    return [(f"{name}: {problem}", remedy) for problem, remedy in faults]


def _field_faults(raw: dict, kind: object) -> list[Fault]:
    faults = [(f"{name!r} is missing", "add it") for name in REQUIRED if raw.get(name) in (None, "")]
    if kind not in KINDS:
        return [*faults, (f"unknown kind {kind!r}", suggestion(str(kind), KINDS))]
    extra = sorted(set(raw) - ALLOWED - USED_BY[kind])
    return faults + [(f"{name!r} does not belong to kind {kind!r}", "take it out") for name in extra]


def _common_faults(raw: dict, lesson, sources, objectives) -> Iterator[Fault]:
    if raw["role"] not in ROLES:
        yield f"unknown role {raw['role']!r}", suggestion(raw["role"], ROLES)
    if not str(raw["id"]).startswith(f"{lesson}-"):
        yield f"the id does not begin with {lesson!r}", f"call it '{lesson}-…'"
    if not raw["sources"] and lesson != ABOUT_THE_PACK:
        yield "no source", "name at least one key of data/sources.csv"
    for key in raw["sources"]:
        if sources is not None and key not in sources:
            yield f"unknown source {key!r}", suggestion(key, sources)
    count = (objectives or {}).get(lesson)
    objective = raw["objective"]
    if not isinstance(objective, int) or (count is not None and not 1 <= objective <= count):
        yield (
            f"objective {objective!r} does not exist",
            f"give its number in data/lessons.csv, 1 to {count or '…'}",
        )


def _options(raw: dict, least: int) -> Iterator[Fault]:
    options = raw.get("options") or []
    if len(options) < least:
        yield f"{len(options)} options", f"write at least {least}"
    for option_id, count in Counter(option.get("id") for option in options).items():
        if not option_id:
            yield "an option has no id", "give it one, in kebab-case"
        elif count > 1:
            yield f"the option {option_id!r} stands {count} times", "give each its own id"
    for option in options:
        if not str(option.get("feedback", "")).strip():
            yield f"the option {option.get('id')!r} has no feedback", "say why it is right or wrong"


def _texts(raw: dict) -> Iterator[Fault]:
    for option in raw.get("options") or []:
        if not str(option.get("text", "")).strip():
            yield f"the option {option.get('id')!r} has no text", "write what the learner reads"


def _right(raw: dict) -> list[str]:
    return [option["id"] for option in raw.get("options") or [] if option.get("correct") is True]


def _choice(raw: dict, _structures) -> Iterator[Fault]:
    yield from _options(raw, 2)
    yield from _texts(raw)
    if len(_right(raw)) != 1:
        yield (
            f"{len(_right(raw))} options are right",
            "mark exactly one with \"correct\": true, or use kind 'several'",
        )


def _several(raw: dict, _structures) -> Iterator[Fault]:
    yield from _options(raw, 3)
    yield from _texts(raw)
    if not _right(raw):
        yield "no option is right", 'mark at least one with "correct": true'


def _order(raw: dict, _structures) -> Iterator[Fault]:
    yield from _options(raw, 3)
    yield from _texts(raw)
    if len(raw.get("ends", ())) not in (0, 2):
        yield "'ends' are not two", 'write ["what stands before the first", "what stands after the last"]'


def _match(raw: dict, _structures) -> Iterator[Fault]:
    yield from _options(raw, 2)
    yield from _texts(raw)
    targets = [target["id"] for target in raw.get("targets") or []]
    if len(set(targets)) < 2 or len(set(targets)) != len(targets):
        yield "fewer than two different targets", "write at least two, each with its own id"
    for option in raw.get("options") or []:
        if option.get("match") not in targets:
            yield (
                f"{option.get('id')!r} matches no target",
                f"'match' {suggestion(option.get('match'), targets)}",
            )


def _number(raw: dict, _structures) -> Iterator[Fault]:
    numbers = {name: raw.get(name) for name in ("value", "tolerance", "minimum", "maximum") if name in raw}
    for name in ("value", "tolerance"):
        if name not in raw:
            yield f"{name!r} is missing", "add the number"
    wrong = [name for name, value in numbers.items() if not isinstance(value, int | float)]
    yield from ((f"{name!r} is no number", "write it without quotation marks") for name in wrong)
    if not wrong and numbers.get("tolerance", 0) < 0:
        yield "'tolerance' is negative", "write 0 or more"
    if not str(raw.get("unit", "")).strip():
        yield "'unit' is missing", "write it as the learner reads it, for example '%' or 'mm'"
    for name in ("right", "low", "high"):
        if not raw.get("feedback", {}).get(name):
            yield f"no feedback for an answer that is {name!r}", f"add feedback.{name}"


def _click(raw: dict, structures) -> Iterator[Fault]:
    yield from _options(raw, 1)
    if not _right(raw):
        yield "no structure is right", 'mark at least one with "correct": true'
    if not raw.get("feedback", {}).get("elsewhere"):
        yield "no feedback for a click elsewhere", "add feedback.elsewhere"
    view = raw.get("view")
    if structures is None:
        return
    if view not in structures:
        yield f"unknown view {view!r}", suggestion(str(view), structures)
        return
    for option in raw.get("options") or []:
        if option.get("id") not in structures[view]:
            yield (
                f"{option.get('id')!r} is not on the {view} plate",
                suggestion(option.get("id"), structures[view]),
            )


CHECKS = {
    "choice": _choice,
    "several": _several,
    "order": _order,
    "match": _match,
    "number": _number,
    "click": _click,
}
