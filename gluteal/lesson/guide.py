"""What an instructor has beside a lesson: its minutes, what students believe, what to ask, what to draw."""

from dataclasses import dataclass
from html import escape

from gluteal import catalogue
from gluteal.lesson.blocks import Block, source_names
from gluteal.lesson.friendly import friendly
from gluteal.lesson.session import identifier

UNSOURCED = "from teaching experience, unsourced"


@dataclass(frozen=True)
class Step:
    """One section of a lesson in class.

    Attributes
    ----------
    note : gluteal.catalogue.teaching.TeachingNote
    begins : int
        Minute of the class at which it begins.
    """

    note: object
    begins: int

    @property
    def clock(self):
        """The minute at which it begins, as on a watch.

        Examples
        --------
        >>> Step(None, 65).clock
        '1:05'
        """
        return f"{self.begins // 60}:{self.begins % 60:02d}"


def steps(known, lesson_id):
    """Return the sections of a lesson in their order, each with the minute at which it begins.

    Examples
    --------
    >>> [step.begins for step in steps(catalogue.load(), "00")][:3]
    [0, 1, 2]
    """
    notes = [note for note in known.teaching_notes.values() if note.lesson_id == lesson_id]
    starts = [sum(note.minutes for note in notes[:place]) for place in range(len(notes))]
    return [Step(note, start) for note, start in zip(notes, starts, strict=True)]


@friendly('lesson.guide("03")')
def guide(lesson_id):
    """Show how to teach a lesson: section by section, with the clock.

    Parameters
    ----------
    lesson_id : str
        ``"00"`` to ``"09"``.
    """
    known = catalogue.load()
    lesson = known.lessons[identifier(lesson_id)]
    found = steps(known, lesson.id)
    if not found:
        raise ValueError(f"lesson {lesson.id} has no teaching notes; they stand in data/teaching_notes.csv")
    head = f"<p>{escape(_head(lesson))}</p><ol>{_items(lesson.objectives)}</ol>"
    html = head + "".join(_step_html(step) for step in found)
    text = "\n".join([_head(lesson), *(f"- {one}" for one in lesson.objectives), *map(_step_text, found)])
    return Block(html, text, "guide")


def _head(lesson):
    return f"{lesson.question} {lesson.minutes} minutes, after which the students can"


def _items(texts):
    return "".join(f"<li>{escape(text[:1].lower() + text[1:])}</li>" for text in texts)


def rows(note):
    """Return what a note says, as pairs of label and text; empty cells are left out.

    Examples
    --------
    >>> note = catalogue.load().teaching_notes["01-hand"]
    >>> [label for label, _ in rows(note)]
    ['Students say', 'Say instead', 'Source', 'Ask the room', 'On the board']
    """
    told = {
        "Students say": f"“{note.misconception}”" if note.misconception else "",
        "Say instead": note.says_instead,
        "Source": _resting(note) if note.says_instead else "",
        "Ask the room": note.question_for_the_room,
        "On the board": note.board,
    }
    return [(label, text) for label, text in told.items() if text]


def _resting(note):
    return source_names(note.sources) if note.sources else UNSOURCED


def _title(step):
    unit = "minute" if step.note.minutes == 1 else "minutes"
    return f"{step.clock}  {step.note.section} ({step.note.minutes} {unit})"


def _step_html(step):
    note = step.note
    clock = f'<span class="gl-clock">{step.clock}</span>'
    minutes = f'<span class="gl-minutes">{note.minutes} min</span>'
    lines = "".join(f"<dt>{label}</dt><dd{_quiet(label)}>{escape(text)}</dd>" for label, text in rows(note))
    told = f"<dl>{lines}</dl>" if lines else ""
    return f'<section><p class="gl-step">{clock} <b>{escape(note.section)}</b> {minutes}</p>{told}</section>'


def _quiet(label):
    return ' class="gl-small"' if label == "Source" else ""


def _step_text(step):
    return "\n".join([_title(step), *(f"  {label}: {text}" for label, text in rows(step.note))])
