"""The lesson engine: one line a cell.

>>> from gluteal import lesson
>>> lesson.begin("01")
Lesson 01 is ready. Your answers are kept on this computer, in my_work.

Whatever is typed is answered with a sentence, never with a traceback; with ``GLUTEAL_STRICT=1`` in the
environment mistakes raise, which is how tests and the executor of the lessons notice them.
"""

from gluteal.lesson.friendly import Unknown, strict
from gluteal.lesson.overview import doctor, export_progress, import_progress, map, progress
from gluteal.lesson.pictures import figure
from gluteal.lesson.practice import practice
from gluteal.lesson.prose import cite, glossary, grades, reveal, sure
from gluteal.lesson.questions import check, predict
from gluteal.lesson.reference_list import references
from gluteal.lesson.session import begin

__all__ = [
    "begin",
    "check",
    "cite",
    "doctor",
    "export_progress",
    "figure",
    "glossary",
    "grades",
    "import_progress",
    "map",
    "practice",
    "predict",
    "progress",
    "references",
    "reveal",
    "sure",
]

# Python and pytest ask every module for such names; a learner does not type them.
_NOT_TYPED = ("_", "pytest", "setup", "teardown", "setUp", "tearDown")


def __getattr__(name):
    if name.startswith(_NOT_TYPED) or strict():
        raise AttributeError(f"gluteal.lesson has no {name!r}; it has {', '.join(__all__)}")
    return Unknown(name, __all__)


def __dir__():
    return __all__
