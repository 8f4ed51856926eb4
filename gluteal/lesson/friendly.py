"""Whatever a learner types, the page answers with a sentence.

Tests, the executor of the notebooks and CI set ``GLUTEAL_STRICT=1``; then mistakes raise, so that none can
hide in a lesson.
"""

import functools
import inspect
import os

from gluteal.catalogue.nearest import suggestion
from gluteal.lesson.blocks import note

STRICT_VARIABLE = "GLUTEAL_STRICT"


def strict():
    """Tell whether mistakes raise instead of being told."""
    return os.environ.get(STRICT_VARIABLE, "").strip().lower() in ("1", "true", "yes")


def friendly(example):
    """Make a function answer mistakes with a sentence.

    Parameters
    ----------
    example : str
        A call that works, for the sentence that answers a wrong call.
    """

    def wrap(function):
        @functools.wraps(function)
        def told(*args, **kwargs):
            if strict():
                return function(*args, **kwargs)
            try:
                inspect.signature(function).bind(*args, **kwargs)
            except TypeError as error:
                name = f"lesson.{function.__name__}"
                return note(f"{name} was called in a way it does not know ({error}). Try {example}")
            try:
                return function(*args, **kwargs)
            except Exception as error:
                return note(explain(error, example))

        return told

    return wrap


def explain(error, example):
    """Return what went wrong as one sentence, with what to do."""
    if isinstance(error, OSError | ImportError):
        what = getattr(error, "filename", None) or error
        remedy = "Type python run.py doctor in the folder of the lessons: it says how to mend this."
        return f"a part of the lessons is missing or cannot be read ({what}). {remedy}"
    words = str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)
    if not words:
        return f"this did not work. Try {example}"
    return words if words.endswith((".", "?")) else f"{words}."


class Unknown:
    """Stands for a name that the lesson module does not have; says so however it is used."""

    def __init__(self, name, names):
        self._sentence = f"lesson has no {name!r}; {suggestion(name, names)}"

    def __call__(self, *args, **kwargs):
        return note(self._sentence)

    def __repr__(self):
        return self._sentence

    def _repr_mimebundle_(self, include=None, exclude=None):
        return note(self._sentence)._repr_mimebundle_()
