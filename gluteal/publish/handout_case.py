"""A generated case on paper: history, drawing, examination, questions with room to write, and the key."""

from functools import cached_property
from html import escape

from gluteal import catalogue
from gluteal.drawing.painted_body import TITLES, painted_chart_svg
from gluteal.models.case_generator import generate_case
from gluteal.models.case_text import INVENTED, STEPS, key_text
from gluteal.publish.handout_questions import Asked, lines
from gluteal.publish.handout_sheet import Part, Sheet

MADE_FROM, POINTS, NEXT, PLAN = "Made from", "What complaints", "Next step", "Model plan"
"""How the parts of a case's key begin."""
NO_PROBABILITIES = "Points of the teaching model, no probabilities:"


class CaseSheet(Sheet):
    """One student's own case.

    Parameters
    ----------
    seed : int
        The student's own.
    difficulty : {"easy", "medium", "hard"}
    student : (str, str)
        Id and name.
    """

    def __init__(self, seed, difficulty, student):
        super().__init__(student, "A case of your own", f"{difficulty.capitalize()}. {INVENTED}", seed)
        self.case = generate_case(seed, difficulty)

    @property
    def history(self):
        """What the person tells, and answers when asked."""
        case = self.case
        told = " ".join(escape(one) for one in (case.opening, *case.told))
        answers = _two_lists(case.interview, "Asked: yes", "Asked: no")
        return Part(
            f'<section class="ho-part"><h2>History</h2><p>{told}</p>{answers}</section>', case.opening
        )

    @property
    def drawing_and_examination(self):
        """The body charts with paint on them, that from behind always; beside them what was found."""
        painted, findings = self.case.drawing, self.case.findings
        shown = [chart for chart in TITLES if chart == "posterior" or chart in painted.charts]
        figures = "".join(_chart(painted, chart) for chart in shown)
        drawing = (
            f'<section class="ho-part"><h2>Pain drawing</h2><div class="ho-charts">{figures}</div>'
            '<p class="ho-hint">Darker: stronger pain.</p></section>'
        )
        lists = _two_lists(findings, "Found", "Not found")
        found = f'<section class="ho-part"><h2>Examination</h2>{lists}</section>'
        return Part(
            f'<div class="ho-side">{drawing}{found}</div>',
            f"A pain drawing on {len(shown)} charts, and {len(findings)} findings",
        )

    @property
    def key(self):
        """The answers; the person's first sentence says whose case it is."""
        return super().key | {"about": f"{self.case.opening} ({self.case.id})"}

    @cached_property
    def asked(self):
        """The questions; what is answered differs, what is asked does not: a question gives nothing away."""
        key = sections(key_text(self.case))
        plan = "<br>".join(line for line in key[PLAN] if not line.startswith(("&gt;", "-", "=")))
        answers = [
            ("<br>".join(key[NEXT]), ""),
            ("<br>".join(key[MADE_FROM]), "<br>".join([NO_PROBABILITIES, *key[POINTS]])),
            (_present(self.case.findings), ""),
            (plan, ""),
        ]
        return [
            Asked(number, "", _question(number, stem, room), stem, answer, reason, "")
            for number, ((stem, room), (answer, reason)) in enumerate(zip(QUESTIONS, answers, strict=True), 1)
        ]


def _steps():
    rows = "".join(
        f'<li><span class="ho-box"></span><span>{escape(words)}</span></li>' for words in STEPS.values()
    )
    return f'<ul class="ho-options">{rows}</ul>{lines(2, "Because")}'


QUESTIONS = (
    ("Is there a warning sign in what you read? Choose the next step.", _steps()),
    (
        "Which two or three sources of this pain do you keep on your list, the likeliest first? "
        "Name for each what speaks for it and what speaks against it.",
        lines(7),
    ),
    ("Which finding tells you most, and how far do you trust it?", lines(3)),
    (
        "Your plan for the first two weeks if treatment is right, or what you tell the person if it is not. "
        "What would make you stop?",
        lines(6),
    ),
)
"""What every case asks, and the room to write."""


def case(seed, difficulty, student=("", "")):
    """Return the sheet of a case.

    Parameters
    ----------
    seed : int
    difficulty : {"easy", "medium", "hard"}
    student : (str, str)
        Id and name.

    Raises
    ------
    ValueError
        When there is no such difficulty.

    Examples
    --------
    >>> case(7, "easy").heading
    A case of your own
    """
    return CaseSheet(seed, difficulty, student)


def sections(text):
    """Return the parts of a key: for each heading its lines, escaped.

    Raises
    ------
    KeyError
        When it lacks a part that the sheet needs.
    """
    found, lines_ = {}, []
    for line in text.splitlines():
        if line.startswith("  "):
            lines_.append(escape(line.strip()))
        elif line.strip():
            name = next((one for one in (MADE_FROM, POINTS, NEXT, PLAN) if line.startswith(one)), line)
            lines_ = found.setdefault(name, [])
    return found


def _two_lists(answers, yes, no):
    """What is there and what is not."""
    columns = []
    for title, kind in ((yes, "present"), (no, "absent")):
        rows = "".join(f"<li>{escape(one.said)}</li>" for one in answers if one.answer == kind)
        columns.append(f'<div><h3>{title}</h3><ul class="ho-said">{rows or "<li>Nothing</li>"}</ul></div>')
    return f'<div class="ho-two">{"".join(columns)}</div>'


def _chart(painted, chart):
    left, words, right = TITLES[chart]
    art = painted_chart_svg(painted, chart, prefix=f"ho-{chart}")
    caption = f"<figcaption><b>{left}</b><span>{words}</span><b>{right}</b></figcaption>"
    return f'<figure role="img" aria-label="Pain drawing, {words.lower()}">{art}{caption}</figure>'


def _question(number, stem, room):
    head = f'<h3><span class="ho-number">{number}</span> {escape(stem)}</h3>'
    return f'<section class="ho-question">{head}{room}</section>'


def _present(findings):
    known = catalogue.load().sources
    there = [one for one in findings if one.answer == "present"]
    told = [
        escape(one.said) + (f" ({escape(known[one.source_key].short)})" if one.source_key else "")
        for one in there
    ]
    return "<br>".join(told) or "Nothing positive was found; what is missing speaks too."


def warm_up():
    """Make one case, so that what it needs is loaded before a worker forks."""
    sheet = case(1, "medium")
    return sheet.key, sheet.history, sheet.drawing_and_examination
