"""Questions: predictions that are committed before a figure answers them, and checks with feedback."""

from gluteal import catalogue
from gluteal.lesson.friendly import friendly
from gluteal.lesson.session import identifier, session
from gluteal.widgets.question import Question, describe, with_plate


@friendly('lesson.predict("01-which-covers-medius")')
def predict(item_id):
    """Show a question whose answer is committed now and compared after the figure.

    Parameters
    ----------
    item_id : str
        Id of an item of the question bank with the role ``predict``.

    Returns
    -------
    gluteal.widgets.question.Question
        Its traits ``answer`` and ``result`` follow what the learner does in the page.
    """
    return _ask(item_id, "predict")


@friendly('lesson.check("01-layer-order")')
def check(item_id):
    """Show a question that is judged at once, with feedback for every option.

    Parameters
    ----------
    item_id : str
        Id of an item of the question bank with the role ``check``.

    Returns
    -------
    gluteal.widgets.question.Question
        Its traits ``answer`` and ``result`` follow what the learner does in the page.
    """
    return _ask(item_id, "check")


def _ask(item_id, role):
    known = catalogue.load()
    item = known.items[identifier(item_id)]
    if item.role != role:
        raise ValueError(f'the question {item.id!r} is asked with lesson.{item.role}("{item.id}")')
    told = describe(item, known) | _figure(item)
    if item.kind != "click":
        return Question(told, session.store)
    told, plate = with_plate(told, item, known)
    return Question(told, session.store, plate)


def _figure(item):
    if not item.figure:
        return {}
    from gluteal.lesson.pictures import read_figure

    picture = read_figure(item.figure)
    words = item.described or picture.words.text
    return {"figure_src": picture.data_uri, "figure_alt": picture.alt, "figure_words": words}
