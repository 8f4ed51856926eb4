"""What the page needs to practise: the questions, the lessons with their objectives, and the rule."""

import json
from dataclasses import asdict

from gluteal.models.retrieval import RULE
from gluteal.widgets.packing import pack
from gluteal.widgets.question import describe, with_plate

RETRIEVAL_FORMAT = 1
SOURCES = ("roediger2006", "cepeda2008", "kang2014", "dunlosky2013", "leitner_wikipedia")
SAY = {
    "title": "Practise what you learned",
    "lead": "Questions from all lessons, mixed. What you missed comes first, what you know comes rarely.",
    "how": "How the questions are chosen",
    "rule": (
        "This is Leitner’s card box, computed from your past answers. Each question lies in one of five "
        "boxes. A right answer, given when the question is due, moves it one box up; an answer that is not "
        "wholly right moves it back to box 1. The boxes wait {days} days. A missed question returns in the "
        "same session; answered right then, it stays in box 1 until the next day."
    ),
    "order": (
        "Missed questions come first, then those that are due, then new ones, a question of each lesson in "
        "turn. Neighbours come from different lessons, so that you also have to notice what is asked."
    ),
    "sure": (
        "Testing yourself helped more than reading again after days, in two experiments; how long the gaps "
        "should be is less sure. Leitner’s compartments were 1, 2, 5, 8 and 14 cm wide: to read them as days "
        "is a convention of this pack, and no study of these intervals was read. Equal gaps gave the same "
        "final result as growing ones. The boxes know nothing of you but your answers."
    ),
    "printed": (
        "Made by the lessons from answers kept on this computer. A result says what to repeat; it is no mark."
    ),
}


def retrieval_records(catalogue):
    """Return what the page needs, as plain data.

    Parameters
    ----------
    catalogue : gluteal.catalogue.Catalogue

    Returns
    -------
    dict
        ``format``, ``rule``, ``say``, ``sources``, ``lessons`` (``id``, ``title``, ``file``, ``ready``,
        ``objectives``) and ``items``, in the order of the bank: as `describe` returns them, with ``lesson``,
        ``objective``, ``setting``, ``view``, ``figure`` and ``figure_words``.
    """
    items = [_item(item, catalogue) for item in catalogue.items.values()]
    used = {item["lesson"] for item in items}
    days = RULE.intervals_days
    words = ", ".join(map(str, days[:-1])) + f" and {days[-1]}"
    return {
        "format": RETRIEVAL_FORMAT,
        "rule": asdict(RULE),
        "say": SAY | {"rule": SAY["rule"].format(days=words)},
        "sources": [{"key": key, "short": catalogue.sources[key].short} for key in SOURCES],
        "lessons": [_lesson(one) for one in catalogue.lessons.values() if one.id in used],
        "items": items,
    }


def _lesson(one):
    told = {name: getattr(one, name) for name in ("id", "title", "file")}
    return told | {"ready": one.status == "ready", "objectives": list(one.objectives)}


def _item(item, catalogue):
    told = describe(item, catalogue)
    if item.kind == "click":
        told, _ = with_plate(told, item, catalogue)
    words = item.described or (catalogue.figures[item.figure].text if item.figure else "")
    place = {name: getattr(item, name) for name in ("lesson", "objective", "setting", "view", "figure")}
    full = told | place | {"role": "practice", "figure_words": words}
    return {name: value for name, value in full.items() if value not in ("", None, [], {})}


def packed_retrieval_records(catalogue):
    """Return the records as JSON, packed."""
    return pack(json.dumps(retrieval_records(catalogue), ensure_ascii=False, sort_keys=True))
