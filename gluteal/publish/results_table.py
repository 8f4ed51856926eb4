"""First tries of a class → results by question and by objective."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from gluteal import catalogue
from gluteal.catalogue.quiz import grade
from gluteal.models.item_analysis import ItemResult, ShareResult, analyse, together
from gluteal.publish.results_wrong import most_chosen


@dataclass(frozen=True)
class Question:
    """One question of the bank and what the class did with it.

    Attributes
    ----------
    item : gluteal.catalogue.quiz.Item
    result : gluteal.models.item_analysis.ItemResult
    wrong : str
        What was chosen most instead of the right answer.
    wrong_count : int
        How many learners chose it.
    """

    item: object
    result: ItemResult
    wrong: str
    wrong_count: int

    @property
    def is_prediction(self):
        """Whether it is asked before the lesson answers it."""
        return self.item.role == "predict"


@dataclass(frozen=True)
class Objective:
    """One objective of a lesson.

    Attributes
    ----------
    lesson : gluteal.catalogue.teaching.Lesson
    number : int
        1 is the first.
    questions : int
        So many of its questions were answered by somebody; predictions do not count.
    result : gluteal.models.item_analysis.ShareResult
    """

    lesson: object
    number: int
    questions: int
    result: ShareResult

    @property
    def text(self):
        """What a learner is to be able to do."""
        return self.lesson.objectives[self.number - 1]


@dataclass(frozen=True)
class ClassResults:
    """What a class did.

    Attributes
    ----------
    questions : tuple of Question
        Those that somebody answered, in the order of the bank.
    objectives : tuple of Objective
    unknown : mapping of str to int
        Answered questions that this edition does not have, and by how many learners.
    shares : tuple of (int, float or None)
        For each learner the number of questions answered (without predictions) and the share that was right.
    """

    questions: tuple[Question, ...]
    objectives: tuple[Objective, ...]
    unknown: dict[str, int]
    shares: tuple[tuple[int, float | None], ...]


def results(learners):
    """Return what a class did.

    Every first try is judged anew by the bank's own rule; what a file says of itself does not count.

    Parameters
    ----------
    learners : list of gluteal.publish.results_folder.Learner
    """
    bank = catalogue.load().items
    answered = Counter(item for learner in learners for item in learner.first)
    items = [item for key, item in bank.items() if key in answered]
    right = _judged(learners, items)
    after = np.array([item.role != "predict" for item in items], dtype=bool)
    found = analyse(right, after) if items else []
    questions = tuple(
        Question(item, result, *_wrong(item, learners, right[:, at]))
        for at, (item, result) in enumerate(zip(items, found, strict=True))
    )
    unknown = {key: count for key, count in sorted(answered.items()) if key not in bank}
    return ClassResults(questions, _objectives(items, right), unknown, _shares(right[:, after]))


def _judged(learners, items):
    """1 right, 0 not, nan no answer; shape (learners, items)."""
    place = {item.id: (at, item) for at, item in enumerate(items)}
    right = np.full((len(learners), len(items)), np.nan)
    for row, learner in enumerate(learners):
        for key, (_, answer) in learner.first.items():
            if key in place:
                at, item = place[key]
                right[row, at] = grade(item, answer).correct
    return right


def _wrong(item, learners, own):
    return most_chosen(item, [learners[row].first[item.id][1] for row in np.flatnonzero(own == 0)])


def _objectives(items, right):
    keys = sorted({(item.lesson, item.objective) for item in items if item.role != "predict"})
    return tuple(_objective(key, items, right) for key in keys)


def _objective(key, items, right):
    chosen = [
        at for at, item in enumerate(items) if (item.lesson, item.objective) == key and item.role != "predict"
    ]
    lesson = catalogue.load().lessons[key[0]]
    return Objective(lesson, key[1], len(chosen), together(right[:, chosen]))


def _shares(right):
    known = ~np.isnan(right)
    sums = np.where(known, right, 0).sum(1)
    return tuple((int(n), float(s / n) if n else None) for n, s in zip(known.sum(1), sums, strict=True))
