"""From the text of one cell to its value, with a remedy for each way in which it can be wrong."""

import re
from typing import Any

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.schema import Field

_SMART = dict(zip("“”„‘’‚‐‑‒–—−", "\"\"\"'''------", strict=True))
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf]|â€|Â[\u00a0-\u00bf]|\ufffd")
_INTEGER = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
_BOOLEANS = {"yes": True, "no": False}


class CellFault(ValueError):
    """A cell that cannot be taken over: ``problem`` and ``remedy``."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def read_cell(field: Field, text: str) -> Any:
    """Return the value of a cell: str, float, int, bool, tuple of str, or None for an empty number.

    Raises
    ------
    CellFault
        When the text does not fit the column.

    Examples
    --------
    >>> read_cell(Field("objectives", separator="|"), "name|find")
    ('name', 'find')
    >>> read_cell(Field("value", "number"), "85.2")
    85.2
    >>> read_cell(Field("value", "number"), "") is None
    True
    """
    _require_clean(field, text)
    if text == "":
        return _empty(field)
    if field.separator:
        return tuple(_entry(field, part) for part in text.split(field.separator))
    if field.type in ("number", "integer"):
        return _number(field, text)
    if field.type == "boolean":
        return _boolean(field, text)
    return _entry(field, text)


def _require_clean(field: Field, text: str) -> None:
    if text != text.strip() or "\n" in text or "\t" in text or "  " in text:
        raise CellFault(f"{field.name} {text!r} has stray white space", "use single spaces, none at the ends")
    if "\u00a0" in text:
        raise CellFault(f"{field.name} {text!r} has a no-break space", "replace it by a space")
    if _MOJIBAKE.search(text):
        problem = f"{field.name} {text!r} holds letters spoilt by a wrong encoding"
        raise CellFault(problem, "type the letters again and save as UTF-8")


def _empty(field: Field) -> Any:
    if field.required:
        raise CellFault(f"{field.name} is empty", f"give it: {field.title or field.name}")
    if field.separator:
        return ()
    return None if field.type in ("number", "integer", "boolean") else ""


def _number(field: Field, text: str) -> float | int:
    integer = field.type == "integer"
    if not (_INTEGER if integer else _DECIMAL).fullmatch(text):
        kind = "a whole number" if integer else "a number"
        raise CellFault(f"{field.name} {text!r} is not {kind}", _number_remedy(field, text))
    value = int(text) if integer else float(text)
    if field.minimum is not None and value < field.minimum:
        raise CellFault(f"{field.name} {text} is below {field.minimum:g}", "check the number and its unit")
    if field.maximum is not None and value > field.maximum:
        raise CellFault(f"{field.name} {text} is above {field.maximum:g}", "check the number and its unit")
    return value


def _number_remedy(field: Field, text: str) -> str:
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        return f"use a decimal point: {text.replace(',', '.')}"
    if field.type == "integer":
        return "give a whole number, or leave the cell empty"
    return "give digits with a decimal point; words belong in value_text or note"


def _boolean(field: Field, text: str) -> bool:
    if text not in _BOOLEANS:
        raise CellFault(f"{field.name} {text!r} is neither yes nor no", "write yes or no")
    return _BOOLEANS[text]


def _entry(field: Field, text: str) -> str:
    if field.separator and (not text or text != text.strip()):
        problem = f"{field.name} has an empty or padded entry"
        raise CellFault(problem, f"separate entries by a single {field.separator!r}, no spaces round it")
    if field.enum and text not in field.enum:
        raise CellFault(f"{field.name} {text!r} is not a valid choice", suggestion(text, field.enum))
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise CellFault(f"{field.name} {text!r} is malformed", _pattern_remedy(field, text))
    return text


def _pattern_remedy(field: Field, text: str) -> str:
    plain = "".join(_SMART.get(letter, letter) for letter in text)
    if plain != text:
        return f"replace the typographic hyphens or quotation marks by plain ones: {plain!r}"
    if field.name in ("id", "key", "name"):
        tidy = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
        return f"use small letters, digits and hyphens only, for example {tidy!r}"
    return f"{field.title or field.name} must match {field.pattern}"
