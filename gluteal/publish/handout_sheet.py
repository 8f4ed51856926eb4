"""What a handout's notebook shows: heading, questions, and, for the instructor alone, the key.

A template makes a sheet from its parameters and shows the parts, one cell each::

    sheet = handout_sheet.lesson(lesson, seed, student=(student_id, student_name))
    sheet.heading
"""

from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from gluteal import catalogue
from gluteal.publish.handout_questions import asked, can_be_asked, shuffled

CSS = Path(__file__).resolve().parent / "templates" / "handout.css"
QUESTIONS = 8
"""So many questions has a sheet when nobody asks for another number."""


@dataclass(frozen=True)
class Part:
    """A piece of a sheet: HTML, with a sentence for where HTML is not shown.

    Examples
    --------
    >>> Part("<p>Hello</p>", "A greeting")
    A greeting
    """

    html: str
    text: str

    def __repr__(self):
        return self.text

    def _repr_html_(self):
        return self.html


class Sheet:
    """What all handouts have: a heading with the student's name, and a key.

    Parameters
    ----------
    student : (str, str)
        Id and name.
    title, about : str
        What the sheet is, and in a line what it is about.
    seed : int
        From which its content is made.
    """

    def __init__(self, student, title, about, seed):
        self.student, self.title, self.about, self.seed = student, title, about, seed

    @cached_property
    def heading(self):
        """Name, number, room for the date, title."""
        own, name = (escape(one) for one in self.student)
        style = f"<style>{CSS.read_text(encoding='utf-8')}</style>"
        who = (
            f'<div class="ho-who"><span><small>Name</small>{name}</span>'
            f"<span><small>Number</small>{own}</span>"
            '<span><small>Date</small><i class="ho-date"></i></span></div>'
        )
        title = f'<h1>{escape(self.title)}</h1><p class="ho-about">{escape(self.about)}</p>'
        said = ", ".join(filter(None, (self.title, self.student[1])))
        return Part(f'{style}<header class="ho-heading">{who}{title}</header>', said)

    @property
    def questions(self):
        """The questions of this sheet."""
        html = "".join(one.html for one in self.asked)
        count = len(self.asked)
        return Part(f'<div class="ho-questions">{html}</div>', f"{count} questions")

    @property
    def key(self):
        """The answers, as plain data for the instructor's key: never shown in the student's notebook."""
        names = ("number", "item", "stem", "answer", "reason", "sources")
        answers = [{name: getattr(one, name) for name in names} for one in self.asked]
        return {"title": self.title, "about": self.about, "seed": self.seed, "answers": answers}


class LessonSheet(Sheet):
    """Questions of one lesson, chosen and ordered by the student's seed."""

    def __init__(self, lesson, seed, student, questions):
        super().__init__(student, f"{lesson.id} · {lesson.title}", lesson.question, seed)
        self.asked = [
            asked(item, number, seed) for number, item in enumerate(chosen(lesson, seed, questions), 1)
        ]


def lesson(number, seed, student=("", ""), questions=QUESTIONS):
    """Return the sheet of a lesson.

    Parameters
    ----------
    number : int or str
        Of the lesson: ``3`` or ``"03"``.
    seed : int
        The student's own.
    student : (str, str)
        Id and name.
    questions : int
        How many there are to be; fewer where the lesson has no more.

    Raises
    ------
    ValueError
        When there is no such lesson, or it has no question for paper; the message names those that have.

    Examples
    --------
    >>> len(lesson(1, 7, questions=3).asked)
    3
    """
    return LessonSheet(found_lesson(number), seed, student, questions)


def found_lesson(number):
    """Return the record of a lesson that has questions, or say which ones have."""
    known = catalogue.load()
    having = sorted({item.lesson for item in known.items.values() if _fits(item)})
    text = str(number).strip()
    key = f"{int(text):02d}" if text.isdecimal() else text
    if key not in having:
        raise ValueError(f"lesson {number!r} has no questions for a handout; choose from {', '.join(having)}")
    return known.lessons[key]


def _fits(item):
    """A prediction belongs before a picture, a question of a lesson's case after the case's story."""
    return item.role != "predict" and "-case-" not in item.id and can_be_asked(item)


def chosen(lesson, seed, count):
    """Return the questions of one student: one of each objective first, then more by chance.

    They stand in the order of the objectives.
    """
    of_lesson = [item for item in catalogue.load().items.values() if item.lesson == lesson.id and _fits(item)]
    mixed = shuffled(of_lesson, seed, "items")
    first = {item.objective: item for item in reversed(mixed)}
    lead = [item for item in mixed if first[item.objective] is item]
    order = lead + [item for item in mixed if item not in lead]
    return sorted(order[:count], key=lambda item: (item.objective, order.index(item)))


def warm_up():
    """Read the facts and draw the plates once, before a worker forks."""
    import numpy  # noqa: F401 - loaded once for all forks

    for one in catalogue.load().items.values():
        if can_be_asked(one):
            asked(one, 1, 0)
