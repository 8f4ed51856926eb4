"""A figure with its words, drawn in the page from shared art."""

import traitlets

from gluteal.widgets.engine_code import EngineWidget


class Picture(EngineWidget):
    """A figure of a lesson.

    Where widgets do not live, in a notebook that is not trusted or a page without a script, the plain HTML
    stands there instead, with the figure from the folder of figures.

    Parameters
    ----------
    html : str
        Picture without address, and its words.
    text : str
        The same in words.
    art : str
        Reference to the `FigureArt`.
    plain : str
        HTML that needs no script.
    metadata : dict
        Metadata of the output.
    """

    door = traitlets.Unicode("renderPicture", read_only=True).tag(sync=True)
    html = traitlets.Unicode().tag(sync=True)
    art = traitlets.Unicode().tag(sync=True)

    def __init__(self, html, text, art, plain, metadata):
        super().__init__(html=html, art=art)
        self.text, self.plain, self.metadata = text, plain, metadata

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, **options):
        shown = super()._repr_mimebundle_(**options)
        data = shown[0] if isinstance(shown, tuple) else shown
        return {**data, "text/html": self.plain, "text/plain": self.text}, self.metadata
