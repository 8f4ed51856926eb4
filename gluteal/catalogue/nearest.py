"""Say what is near to a word that was not found."""

import difflib
from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Return the choices that look most like ``word``, best first.

    A part of an id counts too, because people remember parts: ``medius`` finds ``gluteus-medius``.

    Examples
    --------
    >>> nearest("piriformus", ["gluteus-medius", "piriformis"])
    ['piriformis']
    >>> nearest("medius", ["gluteus-medius", "piriformis"])
    ['gluteus-medius']
    """
    names = list(choices)
    word = str(word)
    close = difflib.get_close_matches(word, names, n=limit, cutoff=0.75)
    if close or len(word) < 3:
        return close
    parts = [name for name in names if word.casefold() in name.casefold()]
    return parts[:limit] or difflib.get_close_matches(word, names, n=limit, cutoff=0.5)


def suggestion(word: str, choices: Iterable[str]) -> str:
    """Return the question that helps on: the nearest choices, or all of them when they are few.

    Examples
    --------
    >>> suggestion("piriformus", ["gluteus-medius", "piriformis"])
    "did you mean 'piriformis'?"
    >>> suggestion("x", ["g", "mm"])
    "valid are 'g', 'mm'"
    """
    names = list(choices)
    close = nearest(word, names)
    if close:
        return f"did you mean {_either(close)}?"
    if not names:
        return "there are none yet"
    shown = ", ".join(repr(name) for name in names[:8])
    return f"valid are {shown}" + (f" and {len(names) - 8} more" if len(names) > 8 else "")


def _either(names: list[str]) -> str:
    quoted = [repr(name) for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
