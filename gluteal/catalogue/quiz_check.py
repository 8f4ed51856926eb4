"""Every fault of the question bank, with file, line, and what to do about it."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.catalogue.quiz import KINDS, PRACTICE, ROLES, named, quiz_files
from gluteal.catalogue.quiz_kinds import CHECKS, Fault, plain

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
ALLOWED = {*REQUIRED, "figure", "described", "setting"}
LEAST_ITEMS, LEAST_KINDS = 3, 2  # of an objective


@dataclass(frozen=True, slots=True)
class Known:
    """What questions may name; see `problems`. What is None is not checked."""

    sources: Collection[str] | None = None
    objectives: Mapping[str, int] | None = None
    structures: Mapping[str, Mapping[str, str]] | None = None
    figures: Mapping[str, str] | None = None


def problems(folder: Path, **known) -> list[Problem]:
    """Return every fault of the bank.

    Parameters
    ----------
    folder : Path
        The folder of the quiz files.
    sources : collection of str, optional
        Keys that may be cited. Not checked when None.
    objectives : mapping of str to int, optional
        Lesson to the number of its objectives. Not checked when None.
    structures : mapping of str to mapping of str to str, optional
        View to the structures that its plate shows, with their layers. Not checked when None.
    figures : mapping of str to str, optional
        Figure to its text twin. Not checked when None.

    Returns
    -------
    list of Problem
        In the order of files and lines; empty when all is well.
    """
    found: list[Problem] = []
    ids: dict[str, str] = {}
    stems: dict[str, str] = {}
    for path in quiz_files(folder):
        file = named(path)
        for line, faults in _file_faults(path, Known(**known), ids, stems):
            found += [Problem(file, line, problem, remedy) for problem, remedy in faults]
    return found


def too_few(items: Collection, objectives: Mapping[str, int]) -> dict[tuple[str, int], str]:
    """Return the objectives that cannot be practised: fewer than three questions, or all of one kind.

    Parameters
    ----------
    items : collection of gluteal.catalogue.quiz.Item
    objectives : mapping of str to int
        Lesson to the number of its objectives.

    Returns
    -------
    dict
        Lesson and number of the objective to what it has.

    Examples
    --------
    >>> too_few((), {"01": 1})
    {('01', 1): '0 questions of 0 kinds'}
    """
    found = {}
    for lesson, count in objectives.items():
        for number in range(1, count + 1):
            mine = [item for item in items if (item.lesson, item.objective) == (lesson, number)]
            kinds = {"figure" if item.figure else item.kind for item in mine}
            if len(mine) < LEAST_ITEMS or len(kinds) < LEAST_KINDS:
                found[lesson, number] = f"{len(mine)} questions of {len(kinds)} kinds"
    return found


def _file_faults(path: Path, known: Known, ids: dict, stems: dict) -> Iterator[tuple[int, list[Fault]]]:
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
    yield 1, _lesson_faults(path, lesson, known.objectives)
    for raw in content["items"]:
        if not isinstance(raw, dict):
            yield 1, [(f"{raw!r} is no item", "write an object in braces")]
            continue
        faults = _item_faults(raw, lesson, known) + _place_faults(raw, path)
        yield _line_of(text, raw.get("id")), faults + _twins(raw, path, ids, stems)


def _line_of(text: str, item_id: object) -> int:
    position = text.find(f'"id": {json.dumps(item_id, ensure_ascii=False)}')
    return text.count("\n", 0, max(position, 0)) + 1


def _lesson_faults(path: Path, lesson: object, objectives) -> list[Fault]:
    if lesson != path.stem:
        return [(f"the lesson is {lesson!r} but the file is {path.name}", "let both be the lesson's id")]
    if objectives is not None and lesson not in objectives:
        return [(f"unknown lesson {lesson!r}", suggestion(lesson, objectives))]
    return []


def _place_faults(raw: dict, path: Path) -> list[Fault]:
    """Questions for practice have files of their own: a lesson asks every question of its file."""
    folder = path.parent.name == PRACTICE
    if folder == (raw.get("role") == PRACTICE):
        return []
    file = f"data/quiz/{'' if folder else PRACTICE + '/'}{path.name}"
    return [(f"{raw.get('id')}: the role {raw.get('role')!r} does not belong here", f"move it to {file}")]


def _twins(raw: dict, path: Path, ids: dict, stems: dict) -> list[Fault]:
    """Ids and stems must differ over the whole bank, not only within a file."""
    faults = []
    for name, seen in (("id", ids), ("stem", stems)):
        value = plain(raw.get(name, ""))
        if value and value in seen:
            faults.append(
                (f"the {name} {raw[name]!r} stands twice, also in {seen[value]}", "change one of them")
            )
        seen.setdefault(value, named(path).removeprefix("data/quiz/"))
    return faults


def _item_faults(raw: dict, lesson, known: Known) -> list[Fault]:
    name = raw.get("id", "(no id)")
    kind = raw.get("kind")
    faults = _field_faults(raw, kind)
    if kind in KINDS:
        try:
            faults += [*_common_faults(raw, lesson, known), *CHECKS[kind](raw, known.structures)]
            faults += _figure_faults(raw, known.figures)
        except (TypeError, AttributeError, KeyError, ValueError) as error:
            faults.append((f"an entry has the wrong form ({error})", "see data/quiz/README.md"))
    return [(f"{name}: {problem}", remedy) for problem, remedy in faults]


def _figure_faults(raw: dict, figures: Mapping[str, str] | None) -> Iterator[Fault]:
    """A figure has to be there, and its words must not name the right option alone."""
    figure = raw.get("figure")
    if not figure:
        if "described" in raw:
            yield "'described' without a figure", "name the figure, or take the words out"
        return
    if figures is not None and figure not in figures:
        yield f"unknown figure {figure!r}", suggestion(figure, figures)
        return
    words = plain(raw.get("described") or (figures or {}).get(figure, ""))
    options = raw.get("options", ()) if raw["kind"] == "choice" else ()
    named_ones = [option for option in options if plain(option.get("text", "")) in words]
    if words and [option.get("correct") for option in named_ones] == [True]:
        yield "the words of the figure name the right option alone", "describe what is seen in 'described'"


def _field_faults(raw: dict, kind: object) -> list[Fault]:
    faults = [(f"{name!r} is missing", "add it") for name in REQUIRED if raw.get(name) in (None, "")]
    if kind not in KINDS:
        return [*faults, (f"unknown kind {kind!r}", suggestion(str(kind), KINDS))]
    extra = sorted(set(raw) - ALLOWED - USED_BY[kind])
    return faults + [(f"{name!r} does not belong to kind {kind!r}", "take it out") for name in extra]


def _common_faults(raw: dict, lesson, known: Known) -> Iterator[Fault]:
    if raw["role"] not in ROLES:
        yield f"unknown role {raw['role']!r}", suggestion(raw["role"], ROLES)
    if not str(raw["id"]).startswith(f"{lesson}-"):
        yield f"the id does not begin with {lesson!r}", f"call it '{lesson}-…'"
    if not raw["sources"] and lesson != ABOUT_THE_PACK:
        yield "no source", "name at least one key of data/sources.csv"
    for key in raw["sources"]:
        if known.sources is not None and key not in known.sources:
            yield f"unknown source {key!r}", suggestion(key, known.sources)
    count = (known.objectives or {}).get(lesson)
    objective = raw["objective"]
    if not isinstance(objective, int) or (count is not None and not 1 <= objective <= count):
        yield (
            f"objective {objective!r} does not exist",
            f"give its number in data/lessons.csv, 1 to {count or '…'}",
        )
