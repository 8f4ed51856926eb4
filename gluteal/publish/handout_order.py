"""What a class is to get: which template, with which parameters for each student."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from gluteal import paths
from gluteal.catalogue.edition import edition
from gluteal.publish.embed import PublishError
from gluteal.publish.roster import Student

SETTINGS = ("kind", "course_seed", "lesson", "questions", "difficulty")


@dataclass(frozen=True)
class Order:
    """What is to be made.

    Attributes
    ----------
    kind : {"lesson", "case"}
    course_seed : int
        Each student's own seed comes from it and from the id (`gluteal.publish.roster.Student.seed`).
    template : str
        Text of the template, without stored outputs.
    lesson : str
    questions : int
    difficulty : {"easy", "medium", "hard"}
    time_limit_s : float
        A notebook that takes longer is stopped.
    pdf : bool
        Whether PDFs belong to it.
    """

    kind: str
    course_seed: int
    template: str
    lesson: str = ""
    questions: int = 8
    difficulty: str = "medium"
    time_limit_s: float = 120.0
    pdf: bool = False

    @property
    def endings(self):
        """Endings of the files of a student."""
        return (".ipynb", ".html", ".pdf") if self.pdf else (".ipynb", ".html")

    def settings(self):
        """Return what makes this order another one than that of an earlier run."""
        return {name: getattr(self, name) for name in SETTINGS}

    def parameters(self, student: Student):
        """Return what papermill puts into a student's notebook."""
        own = {"student_id": student.id, "student_name": student.name, "seed": student.seed(self.course_seed)}
        if self.kind == "lesson":
            return own | {"lesson": self.lesson, "questions": self.questions}
        return own | {"difficulty": self.difficulty}

    def job(self, student: Student):
        """Return what a worker is asked."""
        return {
            "template": self.template, "parameters": self.parameters(student),
            "time_limit_s": self.time_limit_s, "stem": student.stem,
        }  # fmt: skip

    def mark(self, student: Student):
        """Return a text that changes when anything does on which this student's handout depends."""
        told = json.dumps([self.template, self.parameters(student), edition()], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def order(lesson, case_seed, seed=1, questions=8, difficulty="medium", pdf=True, template=None):
    """Return the order that the options of the command mean.

    Raises
    ------
    PublishError, ValueError
        When they do not fit together, or there is no such lesson.
    """
    if (lesson is None) == (case_seed is None):
        raise PublishError("Say either --lesson N or --case SEED.")
    kind = "case" if lesson is None else "lesson"
    text = read_template(kind, template)
    if kind == "case":
        return Order(kind, case_seed, text, difficulty=difficulty, pdf=pdf)
    from gluteal.publish.handout_sheet import found_lesson

    return Order(kind, seed, text, found_lesson(lesson).id, questions, pdf=pdf)


def read_template(kind, path=None):
    """Return the text of a template, checked and without stored outputs.

    Parameters
    ----------
    kind : {"lesson", "case"}
    path : Path, optional
        An instructor's own template; by default that of the pack.

    Raises
    ------
    PublishError
        When papermill is not installed, or the template is missing or no template.
    """
    try:
        from gluteal.publish import handout_notebook
    except ModuleNotFoundError as error:
        raise PublishError(
            f"Handouts need the package {error.name!r}, which lessons do not. Type  make handouts  (or "
            'python run.py handouts), which gets it, or: pip install "gluteal[class]"'
        ) from None
    path = Path(path or paths.notebooks_dir() / "instructor" / f"handout_{kind}.ipynb")
    try:
        return handout_notebook.bare(path.read_text(encoding="utf-8"), path.name)
    except OSError:
        raise PublishError(
            f"There is no template {path}; templates lie in notebooks/instructor of a copy of the "
            "lessons. Name one with --template."
        ) from None
