"""Retrieval practice: questions of all lessons, spaced by past answers, with a report by objective."""

import anywidget
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.nearest import suggestion
from gluteal.models.retrieval import RULE
from gluteal.progress import Progress, ProgressError, from_json
from gluteal.widgets import assets
from gluteal.widgets.engine_code import engine_code
from gluteal.widgets.plate_art import plate_art, reference
from gluteal.widgets.retrieval_records import packed_retrieval_records

_SNIPPETS = (
    *("dom", "own_keys", "packing", "store", "shared_code", "figure_svg"),
    *("retrieval_rule", "retrieval_report", "retrieval_card", "retrieval_session", "retrieval_print"),
)
LENGTHS = (5, 10, 15, 20)


class RetrievalPractice(anywidget.AnyWidget):
    """A session of questions chosen from past answers; works with or without a kernel.

    Parameters
    ----------
    figures : dict of str to str, optional
        Name of a figure to the reference of its art. A figure that is left out stands in words.
    store : gluteal.progress_store.Store, optional
        The record on disk; without one the page works with what the browser keeps.
    **traits
        `lessons` and `length`.

    Attributes
    ----------
    lessons : list of str
        Lessons to choose from, ``"00"`` to ``"09"``; all by default.
    length : int
        Questions of a session: 5, 10, 15 or 20.
    record : dict
        Everything that was answered, in the form of `gluteal.progress.Progress.to_json`.
    notice : str
        A sentence for the learner when something could not be kept.

    Raises
    ------
    traitlets.TraitError
        For a lesson or length that does not exist; the message names the valid ones.

    Examples
    --------
    >>> RetrievalPractice(lessons=["01"], length=5).lessons
    ['01']
    """

    _esm = assets.esm(*(f"common/{name}.js" for name in _SNIPPETS), "retrieval_practice.js")
    _css = assets.css("common/theme.css", "retrieval_practice.css")

    packed = traitlets.Unicode().tag(sync=True)
    engine = traitlets.Unicode().tag(sync=True)
    plates = traitlets.Dict().tag(sync=True)
    figures = traitlets.Dict().tag(sync=True)
    lessons = traitlets.List(traitlets.Unicode()).tag(sync=True)
    length = traitlets.Int(RULE.length).tag(sync=True)
    lengths = traitlets.List(traitlets.Int(), list(LENGTHS), read_only=True).tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(self, figures=None, store=None, **traits):
        items = load().items.values()
        self._count = len(items)
        self._valid = list(dict.fromkeys(sorted(item.lesson for item in items)))
        known = store.load() if store else Progress()
        views = sorted({item.view for item in items if item.view})
        super().__init__(
            packed=packed_retrieval_records(load()),
            engine=reference(engine_code()),
            plates={view: reference(plate_art(view)) for view in views},
            figures=figures or {},
            record=known.to_json(),
            notice=store.notice if store else "",
            **{"lessons": self._valid} | traits,
        )
        self._store = store
        self.observe(self._keep, names="record")

    def __repr__(self):
        lessons = "all lessons" if self.lessons == self._valid else f"lessons {', '.join(self.lessons)}"
        return f"Retrieval practice: {self._count} questions, {self.length} a session, from {lessons}"

    @traitlets.validate("lessons")
    def _known_lessons(self, proposal):
        for lesson in proposal["value"]:
            if lesson not in self._valid:
                raise traitlets.TraitError(f"no lesson {lesson!r}: {suggestion(lesson, self._valid)}")
        return [lesson for lesson in self._valid if lesson in proposal["value"]]

    @traitlets.validate("length")
    def _known_length(self, proposal):
        if proposal["value"] not in LENGTHS:
            choices = ", ".join(map(str, LENGTHS))
            raise traitlets.TraitError(f"a session has {choices} questions, not {proposal['value']}")
        return proposal["value"]

    @traitlets.validate("record")
    def _readable(self, proposal):
        try:
            return from_json(proposal["value"]).to_json()
        except ProgressError as error:
            raise traitlets.TraitError(f"the record is not readable: {error}") from None

    def _keep(self, change):
        """Unite with the file and tell the page the whole. A fault becomes a sentence, never a traceback."""
        if self._store is None:
            return
        try:
            self.record = self._store.merge(from_json(change["new"])).to_json()
            self.notice = self._store.notice
        except Exception as error:
            self.notice = f"This could not be kept on disk: {error}. The page still knows it: export it."
