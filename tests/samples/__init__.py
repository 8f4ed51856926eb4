"""Samples the tests share. They are no part of the lessons."""

from functools import cache
from pathlib import Path

from gluteal import catalogue
from gluteal.catalogue.quiz import read_items
from gluteal.widgets.question import Question, describe, with_plate

QUIZ = Path(__file__).resolve().parent / "quiz"


@cache
def sample_items():
    """Sample questions of every kind, by id."""
    return {item.id: item for item in read_items(QUIZ)}


def question(item_id, store=None):
    """Return a sample question as a live widget."""
    known = catalogue.load()
    item = sample_items()[item_id]
    told = describe(item, known)
    if item.kind != "click":
        return Question(told, store)
    told, plate = with_plate(told, item, known)
    return Question(told, store, plate)
