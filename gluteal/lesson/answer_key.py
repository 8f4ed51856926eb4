"""The answer key of a lesson: every question with what is right, and what each other answer would tell."""

from html import escape

from gluteal import catalogue
from gluteal.lesson.blocks import Block, inline, source_names
from gluteal.lesson.friendly import friendly
from gluteal.lesson.session import identifier

ROLES = {"predict": "prediction", "practice": "for practice only"}
RIGHT, OTHER = "✓", "–"


@friendly('lesson.answer_key("03")')
def answer_key(lesson_id):
    """Show all questions of a lesson with their answers, the feedback of each option and the sources.

    Parameters
    ----------
    lesson_id : str
        ``"00"`` to ``"09"``.
    """
    known = catalogue.load()
    lesson = known.lessons[identifier(lesson_id)]
    items = [item for item in known.items.values() if item.lesson == lesson.id]
    if not items:
        raise ValueError(f"lesson {lesson.id} has no questions; they stand in data/quiz/{lesson.id}.json")
    html = "".join(f"<li>{_item_html(item, known)}</li>" for item in items)
    head = f"{len(items)} questions of lesson {lesson.id}, with their answers"
    text = "\n".join([head, *(_item_text(item, known) for item in items)])
    return Block(f"<p>{head}. {RIGHT} is right.</p><ol>{html}</ol>", text, "key")


def answers(item, known):
    """Return the answers of a question as (mark, answer, feedback), the right order first to last.

    Parameters
    ----------
    item : gluteal.catalogue.quiz.Item
    known : gluteal.catalogue.Catalogue

    Examples
    --------
    >>> known = catalogue.load()
    >>> answers(known.items["03-normal-muscle"], known)[0][:2]
    ('✓', '68 of 100, ± 10')
    """
    return _KINDS.get(item.kind, _chosen)(item, known)


def _chosen(item, known):
    return [
        (RIGHT if option.correct else OTHER, option.text or known.structures[option.id].name, option.feedback)
        for option in item.options
    ] + [(OTHER, "elsewhere", item.feedback[key]) for key in ("elsewhere",) if key in item.feedback]


def _ordered(item, known):
    return [(f"{place}.", option.text, option.feedback) for place, option in enumerate(item.options, 1)]


def _matched(item, known):
    targets = dict(item.targets)
    return [(RIGHT, f"{one.text} → {targets[one.match]}", one.feedback) for one in item.options]


def _number(item, known):
    within = f", ± {item.tolerance:g}" if item.tolerance else ""
    right = (RIGHT, f"{item.value:g} {item.unit}{within}".strip(), item.feedback.get("right", ""))
    others = {"less": item.feedback.get("low", ""), "more": item.feedback.get("high", "")}
    return [right, *((OTHER, name, told) for name, told in others.items() if told)]


_KINDS = {"order": _ordered, "match": _matched, "number": _number}


def _kind(item):
    read = f", read from the figure {item.figure}" if item.figure else ""
    return f"{item.kind}, {ROLES.get(item.role, item.role)}, objective {item.objective}{read}"


def _item_html(item, known):
    lines = "".join(_answer_html(*one) for one in answers(item, known))
    sources = [known.sources[key] for key in item.sources]
    cited = f'<p class="gl-small">{escape(source_names(sources))}</p>' if sources else ""
    why = f"<p>{inline(item.explanation)}</p>" if item.explanation else ""
    kind = f'<span class="gl-small">{escape(_kind(item))} · {item.id}</span>'
    return f'<p><b>{inline(item.stem)}</b> {kind}</p><ul class="gl-answers">{lines}</ul>{why}{cited}'


def _answer_html(mark, answer, told):
    kind = ' class="gl-right"' if mark == RIGHT else ""
    said = f' <span class="gl-said">{inline(told)}</span>' if told else ""
    return f'<li><span class="gl-mark">{mark}</span> <span{kind}>{inline(answer)}</span>{said}</li>'


def _item_text(item, known):
    lines = [": ".join(filter(None, (f"  {mark} {said}", told))) for mark, said, told in answers(item, known)]
    return "\n".join([f"{item.id} ({_kind(item)}) {item.stem}", *lines, f"  {item.explanation}"])
