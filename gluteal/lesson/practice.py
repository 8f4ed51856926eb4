"""Practice over the whole bank: one line in lesson 09."""

from gluteal import catalogue
from gluteal.lesson.friendly import friendly
from gluteal.lesson.pictures import read_figure
from gluteal.lesson.session import identifier, session


@friendly('lesson.practice("03", "04", length=5)')
def practice(*lessons, length=10):
    """Show a session of questions, chosen by what was answered before.

    Parameters
    ----------
    lessons : str
        Lessons to choose from, such as ``"03"``; all when none is given.
    length : int
        Questions of a session: 5, 10, 15 or 20.

    Returns
    -------
    gluteal.widgets.retrieval_practice.RetrievalPractice
    """
    from gluteal.widgets.figure_art import figure_art
    from gluteal.widgets.plate_art import reference
    from gluteal.widgets.retrieval_practice import RetrievalPractice

    names = sorted({item.figure for item in catalogue.load().items.values() if item.figure})
    figures = {name: reference(figure_art(read_figure(name).svg)) for name in names}
    chosen = {"lessons": [identifier(one) for one in lessons]} if lessons else {}
    return RetrievalPractice(figures, session.store, length=length, **chosen)
