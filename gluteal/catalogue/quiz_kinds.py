"""What each kind of question needs to be answerable, with no second right answer."""

import re
from collections import Counter
from collections.abc import Iterator
from math import inf

from gluteal.catalogue.nearest import suggestion

Fault = tuple[str, str]  # problem, remedy


def plain(words: object) -> str:
    """Return words without case, marks and spaces: what reads the same is the same.

    Examples
    --------
    >>> plain("**Click** on piriformis.") == plain("click on  Piriformis!")
    True
    """
    return " ".join(re.findall(r"[^\W_]+|[<>≤≥=+−±%°-]", str(words).casefold()))


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


def _texts(raw: dict, entries: str = "options") -> Iterator[Fault]:
    """Two options that read the same would be two right answers, or a right and a wrong one."""
    seen: dict[str, object] = {}
    for option in raw.get(entries) or []:
        text = plain(option.get("text", ""))
        if not text:
            yield f"the option {option.get('id')!r} has no text", "write what the learner reads"
        elif text in seen:
            twins = f"{seen[text]!r} and {option.get('id')!r}"
            yield f"the {entries} {twins} read the same", "nobody could tell which is right: change one"
        seen.setdefault(text, option.get("id"))


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
    if len(_right(raw)) == len(raw.get("options") or []):
        yield "every option is right", "add one that is tempting and wrong"


def _order(raw: dict, _structures) -> Iterator[Fault]:
    yield from _options(raw, 3)
    yield from _texts(raw)
    if len(raw.get("ends", ())) not in (0, 2):
        yield "'ends' are not two", 'write ["what stands before the first", "what stands after the last"]'


def _match(raw: dict, _structures) -> Iterator[Fault]:
    yield from _options(raw, 2)
    yield from _texts(raw)
    yield from _texts(raw, "targets")
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
    if not wrong and "value" in numbers:
        yield from _range(**numbers)
    if not str(raw.get("unit", "")).strip():
        yield "'unit' is missing", "write it as the learner reads it, for example '%' or 'mm'"
    for name in ("right", "low", "high"):
        if not raw.get("feedback", {}).get(name):
            yield f"no feedback for an answer that is {name!r}", f"add feedback.{name}"


def _range(value, tolerance=0, minimum=None, maximum=None) -> Iterator[Fault]:
    low = -inf if minimum is None else minimum
    high = inf if maximum is None else maximum
    if not low <= value <= high:
        yield f"no answer is right: {value:g} lies outside of {low:g} to {high:g}", "mend value or range"
    elif value - tolerance <= low and value + tolerance >= high:
        yield "every answer is right: the tolerance spans the range", "make the tolerance smaller"


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
    known, shown = structures[view], raw.get("layers") or set(structures[view].values())
    for layer in set(shown) - set(known.values()):
        yield f"unknown layer {layer!r}", suggestion(layer, sorted(set(known.values())))
    for option in raw.get("options") or []:
        name = option.get("id")
        if name not in known:
            yield f"{name!r} is not on the {view} plate", suggestion(name, known)
        elif known[name] not in shown:
            yield f"nobody can choose {name!r}: its layer is hidden", f"add {known[name]!r} to 'layers'"


CHECKS = {
    "choice": _choice,
    "several": _several,
    "order": _order,
    "match": _match,
    "number": _number,
    "click": _click,
}
