"""The question bank, ``data/quiz``, as records, and the rule by which an answer is judged.

``data/quiz/README.md`` tells authors how an item is written. The page judges answers by itself
(``widgets/question_kinds.js``); `grade` is the same rule for Python, and a test holds both together.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gluteal import paths
from gluteal.catalogue.problem import CatalogueError, Problem

KINDS = ("choice", "several", "order", "match", "number", "click")
ROLES = ("predict", "check", "practice")
PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose, place, pair or click.

    Attributes
    ----------
    id : str
        For ``click`` the id of a structure of the plate.
    text : str
        What the learner reads; empty for ``click``, where the structure's name stands.
    correct : bool
        Whether choosing it is right (choice, several, click).
    match : str
        Id of the target it belongs to (match).
    feedback : str
        What the learner reads about this option after the answer.
    """

    id: str
    text: str = ""
    correct: bool = False
    match: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question. Attributes that a kind does not use are empty.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    role : str
        ``predict`` (committed before a figure answers it), ``check`` (feedback at once) or ``practice`` (as
        ``check``, asked in lesson 09 only).
    objective : int
        Which objective of the lesson it serves; 1 is the first.
    options : tuple of Option
        For ``order`` in the right order.
    targets : tuple of (str, str)
        Id and text of what the options are matched with.
    ends : tuple of str
        What stands before the first and after the last place of an ``order``.
    value, tolerance, minimum, maximum : float or None
        Of a ``number``: the right value, how far off is still right, the range that makes sense.
    unit : str
        Unit of the number, as the learner reads it.
    feedback : Mapping
        ``right``, ``low``, ``high`` of a number; ``elsewhere`` of a click.
    view : str
        Plate of a ``click``: ``posterior`` or ``lateral``.
    layers : tuple of str
        Layers of the plate that are shown, deepest first; empty for all.
    figure : str
        A figure of the pack from which the answer is read; empty where none is.
    described : str
        The figure in words, without the answer; empty where its own text twin serves.
    setting : str
        What has to be told where the question stands outside of its lesson.
    """

    id: str
    lesson: str
    kind: str
    role: str
    stem: str
    objective: int
    explanation: str = ""
    sources: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    ends: tuple[str, ...] = ()
    value: float | None = None
    tolerance: float = 0.0
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    feedback: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    view: str = ""
    layers: tuple[str, ...] = ()
    figure: str = ""
    described: str = ""
    setting: str = ""

    @property
    def solution(self) -> Any:
        """The right answer, in the form in which a learner's answer is kept.

        Examples
        --------
        >>> options = (Option("bone"), Option("skin"))
        >>> Item("01-layers", "01", "order", "check", "Order them.", 1, options=options).solution
        ['bone', 'skin']
        """
        return _SOLUTIONS[self.kind](self)


@dataclass(frozen=True, slots=True)
class Grade:
    """How good an answer is.

    Attributes
    ----------
    correct : bool
        Whether all of it is right.
    score : float
        Share that is right, 0 to 1.
    """

    correct: bool
    score: float


def _right_ids(item: Item) -> list[str]:
    return [option.id for option in item.options if option.correct]


_SOLUTIONS = {
    "choice": lambda item: _right_ids(item)[0],
    "several": _right_ids,
    "click": lambda item: _right_ids(item)[0],
    "order": lambda item: [option.id for option in item.options],
    "match": lambda item: {option.id: option.match for option in item.options},
    "number": lambda item: item.value,
}


def grade(item: Item, answer: Any) -> Grade:
    """Judge an answer.

    Parameters
    ----------
    item : Item
    answer : str, list of str, dict or float
        An option's id (choice), ids (several; order, first to last), option id to target id (match),
        a number in the item's unit, the id of a structure (click).

    Returns
    -------
    Grade
        An answer of the wrong form is wrong.

    Examples
    --------
    >>> item = Item("01-n", "01", "number", "check", "How many percent?", 1, value=85.0, tolerance=5.0)
    >>> grade(item, 82)
    Grade(correct=True, score=1.0)
    """
    try:
        share = _SHARES[item.kind](item, answer)
    except (TypeError, AttributeError, ValueError):
        share = 0.0
    return Grade(share == 1.0, share)


def _share_several(item: Item, answer: list[str]) -> float:
    """Right ones chosen, less wrong ones chosen: choosing everything earns nothing for it."""
    right, chosen = set(_right_ids(item)), set(answer)
    return max(0, len(chosen & right) - len(chosen - right)) / len(right)


def _share_order(item: Item, answer: list[str]) -> float:
    return sum(a == b for a, b in zip(item.solution, answer, strict=True)) / len(item.solution)


def _share_match(item: Item, answer: dict[str, str]) -> float:
    return sum(answer.get(left) == right for left, right in item.solution.items()) / len(item.solution)


def _share_number(item: Item, answer: float) -> float:
    """A hair of slack, because 0.3 - 0.1 is not 0.2 in a computer."""
    return float(abs(answer - item.value) <= item.tolerance + 1e-9)


_SHARES = {
    "choice": lambda item, answer: float(answer in _right_ids(item)),
    "click": lambda item, answer: float(answer in _right_ids(item)),
    "several": _share_several,
    "order": _share_order,
    "match": _share_match,
    "number": _share_number,
}


def quiz_files(folder: Path) -> list[Path]:
    """Return the files of the bank: those of the lessons in order, then those for practice."""
    asked = sorted(path for path in folder.glob("*.json") if path.name != "schema.json")
    return [*asked, *sorted((folder / PRACTICE).glob("*.json"))]


def named(path: Path) -> str:
    """Return the name of a file of the bank as faults give it.

    Examples
    --------
    >>> named(Path("anywhere/quiz/practice/01.json"))
    'data/quiz/practice/01.json'
    """
    return f"data/quiz/{PRACTICE + '/' if path.parent.name == PRACTICE else ''}{path.name}"


def read_items(folder: Path | None = None) -> list[Item]:
    """Read the whole bank.

    Parameters
    ----------
    folder : Path, optional
        The folder of the quiz files; the pack's own by default.

    Raises
    ------
    CatalogueError
        At the first item that cannot be understood. ``gluteal check`` lists every fault.

    Examples
    --------
    >>> all(item.id.startswith(item.lesson) for item in read_items())
    True
    """
    files = quiz_files(folder or paths.data_dir() / "quiz")
    return [item for path in files for item in _read_file(path)]


def _read_file(path: Path) -> list[Item]:
    file = named(path)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return [item_of(raw, content["lesson"]) for raw in content["items"]]
    except (OSError, ValueError) as error:
        line = getattr(error, "lineno", 1)
        raise CatalogueError(Problem(file, line, f"no valid JSON: {error}", "mend it there")) from None
    except (KeyError, TypeError, AttributeError) as error:
        raise CatalogueError(Problem(file, 1, f"an item lacks {error}", "see data/quiz/README.md")) from None


def item_of(raw: Mapping, lesson: str) -> Item:
    """Return the item that an entry of a quiz file describes."""
    known = {name: raw[name] for name in Item.__slots__ if name in raw}
    lists = {name: tuple(raw.get(name, ())) for name in ("sources", "ends", "layers")}
    return Item(
        **known
        | lists
        | {
            "lesson": lesson,
            "options": tuple(Option(**option) for option in raw.get("options", ())),
            "targets": tuple((target["id"], target["text"]) for target in raw.get("targets", ())),
            "feedback": MappingProxyType(dict(raw.get("feedback", {}))),
        }
    )


def problems(folder: Path | None = None, **known) -> list[Problem]:
    """Return every fault of the bank; see `gluteal.catalogue.quiz_check.problems`."""
    from gluteal.catalogue.quiz_check import problems as find

    return find(folder or paths.data_dir() / "quiz", **known)


def too_few(items, objectives: Mapping[str, int]) -> dict[tuple[str, int], str]:
    """Return the objectives with too few questions; see `gluteal.catalogue.quiz_check.too_few`."""
    from gluteal.catalogue.quiz_check import too_few as find

    return find(items, objectives)
