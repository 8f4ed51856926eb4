"""Code and style of the lesson engine's widgets, sent to the page once per notebook and shared by all.

A lesson asks a dozen questions; a copy of the code in each would weigh more than all of its questions. So
each widget carries only a loader and a reference to this model, which has no view of its own.
"""

import anywidget
import ipywidgets
import traitlets

from gluteal.widgets import assets

_CODE = (
    *("common/dom.js", "common/own_keys.js", "common/store.js", "common/packing.js", "common/lost.js"),
    *(
        "question_kinds.js",
        "question_click.js",
        "question.js",
        "picture.js",
        "common/figure_svg.js",
        "reveal.js",
        "progress_panel.js",
    ),
    "common/engine.js",
)
_STYLE = ("common/theme.css", "common/blocks.css", "question.css", "reveal.css", "progress_panel.css")


class EngineCode(ipywidgets.Widget):
    """The shared code. Use `engine_code`, which makes one and keeps it.

    Attributes
    ----------
    code : str
        An ES module with one exported function for each kind of widget.
    style : str
        The style sheet of all of them.
    """

    code = traitlets.Unicode().tag(sync=True)
    style = traitlets.Unicode().tag(sync=True)

    def __init__(self):
        super().__init__(code=assets.esm(*_CODE), style=assets.css(*_STYLE))

    def __repr__(self):
        return "Code and style of the lesson's questions"


_made = []


def engine_code():
    """Return this kernel's copy of the shared code, made on first use.

    Examples
    --------
    >>> engine_code() is engine_code()
    True
    """
    if not _made or _made[0].comm is None:  # a closed widget cannot be used again
        _made[:] = [EngineCode()]
    return _made[0]


class EngineWidget(anywidget.AnyWidget):
    """A widget whose code is shared.

    Attributes
    ----------
    door : str
        Name of the function of the shared code that draws it; each subclass has its own.
    engine : str
        Reference to the shared code.
    """

    _esm = assets.esm("common/shared_code.js", "common/loader.js")

    door = traitlets.Unicode().tag(sync=True)
    engine = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits):
        super().__init__(engine=f"IPY_MODEL_{engine_code().model_id}", **traits)
