"""Interview for possible causes: a form to fill in the page or on paper; nothing that is written is kept."""

import anywidget
import traitlets

from gluteal.widgets import assets
from gluteal.widgets.interview_records import interview_records

_SNIPPETS = ("dom", "own_keys", "put", "interview_form", "interview_print")


class InterviewChecklist(anywidget.AnyWidget):
    """The questions of ``data/interview_checklist.csv`` as a form that prints on one page.

    Red flags come first; a yes shows what to do. Answers stay in the page: they are no trait, so that they
    are neither saved in the notebook nor sent to a kernel.

    Attributes
    ----------
    records : dict
        The questions, by part; read only.

    Examples
    --------
    >>> InterviewChecklist()
    Interview for possible causes: 8 questions about red flags, 17 on possible causes in 6 parts
    """

    _esm = assets.esm(*(f"common/{name}.js" for name in _SNIPPETS), "interview_checklist.js")
    _css = assets.css("common/theme.css", "interview_checklist.css")

    records = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(self):
        super().__init__()
        self.set_trait("records", interview_records())

    def __repr__(self):
        flags, parts = self.records["flags"], self.records["parts"]
        asked = sum(len(part["questions"]) for part in parts)
        return (
            f"Interview for possible causes: {len(flags)} questions about red flags, "
            f"{asked} on possible causes in {len(parts)} parts"
        )
