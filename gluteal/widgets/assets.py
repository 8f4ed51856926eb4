"""The browser's side of a widget: shared snippets in front of its own module, as one text.

There is no bundler. The files of ``common/`` are joined with the widget's own in the order given; they share
one scope, and nothing imports. Comments and indentation stay in the files: a notebook carries this text once
for each widget, so they are taken out on the way.
"""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def esm(*names: str) -> str:
    """Return the ES module made of these files.

    Parameters
    ----------
    names : str
        Files of this folder, shared ones first: ``"common/dom.js", "question.js"``.

    Examples
    --------
    >>> "function h(" in esm("common/dom.js")
    True
    """
    return "\n".join(_slim(re.sub(r"(?m)^\s*//.*$", "", _read(name))) for name in names)


@cache
def css(*names: str) -> str:
    """Return the style sheet made of these files, shared ones first.

    Examples
    --------
    >>> ".gl {" in css("common/theme.css")
    True
    """
    return "\n".join(_slim(re.sub(r"(?s)/\*.*?\*/", "", _read(name))) for name in names)


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _slim(text: str) -> str:
    """Take out indentation and empty lines. No text of a template may span lines."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@cache
def text(name: str) -> str:
    """Return another file of this folder as text, without indentation.

    Examples
    --------
    >>> text("lesson_map.svg").startswith("<svg")
    True
    """
    return _slim(_read(name))
