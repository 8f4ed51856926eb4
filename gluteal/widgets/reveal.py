"""Something that stays hidden until a question is answered, or until the learner asks for it."""

import traitlets

from gluteal.widgets.engine_code import EngineWidget


class Reveal(EngineWidget):
    """A figure or a text behind a question.

    Parameters
    ----------
    item : str
        Id of the question.
    html : str
        What is hidden; made by the lesson engine, never by a learner.
    text : str
        The same in words.
    what : str
        What it is, for the button: ``the figure``.
    art : str
        Reference to the `FigureArt` of the picture in it; empty where there is none.
    store : gluteal.progress_store.Store, optional
        Where attempts are kept; a question that was answered before leaves nothing hidden.

    Attributes
    ----------
    shown : bool
        Whether the learner sees it.
    """

    door = traitlets.Unicode("renderReveal", read_only=True).tag(sync=True)
    item = traitlets.Unicode().tag(sync=True)
    html = traitlets.Unicode().tag(sync=True)
    art = traitlets.Unicode().tag(sync=True)
    what = traitlets.Unicode().tag(sync=True)
    shown = traitlets.Bool(False).tag(sync=True)

    def __init__(self, item, html, text, what="the figure", store=None, art=""):
        shown = bool(store and store.load().of(item))
        super().__init__(item=item, html=html, what=what, shown=shown, art=art)
        self.text = text

    def __repr__(self):
        return f"Shown once {self.item} is answered: {self.text}"
