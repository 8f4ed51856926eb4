"""What was answered so far, by lesson and objective; export, import and erase."""

import traitlets

from gluteal.catalogue.quiz import PRACTICE
from gluteal.progress import Progress, ProgressError, from_json
from gluteal.widgets.engine_code import EngineWidget


class ProgressPanel(EngineWidget):
    """The learner's progress.

    Parameters
    ----------
    lessons : list of dict
        What `outline` returns.
    store : gluteal.progress_store.Store, optional
        The record on disk; without one the panel shows what the browser keeps.

    Attributes
    ----------
    record : dict
        Everything that was answered, in the form of `gluteal.progress.Progress.to_json`.
    notice : str
        A sentence for the learner when something could not be kept.
    """

    door = traitlets.Unicode("renderPanel", read_only=True).tag(sync=True)
    lessons = traitlets.List().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(self, lessons, store=None):
        known = store.load() if store else Progress()
        super().__init__(lessons=lessons, record=known.to_json(), notice=store.notice if store else "")
        self._store = store
        self.observe(self._keep, names="record")

    def __repr__(self):
        items = [item for lesson in self.lessons for goal in lesson["objectives"] for item in goal["items"]]
        answered = {attempt["item"] for attempt in self.record["answers"]}
        done = sum(item in answered for item in items)
        return f"Your progress: {done} of {len(items)} questions answered"

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


def outline(catalogue):
    """Return the lessons that have questions, with their objectives and the ids of the questions.

    Parameters
    ----------
    catalogue : gluteal.catalogue.Catalogue
    """
    return [_lesson(lesson, catalogue) for lesson in catalogue.lessons.values() if _items(lesson, catalogue)]


def _items(lesson, catalogue):
    """Those for practice are counted where they are asked, in lesson 09."""
    mine = (item for item in catalogue.items.values() if item.lesson == lesson.id)
    return [item for item in mine if item.role != PRACTICE]


def _lesson(lesson, catalogue):
    items = _items(lesson, catalogue)
    goals = [_objective(text, number, items) for number, text in enumerate(lesson.objectives, 1)]
    return {"id": lesson.id, "title": lesson.title, "objectives": [goal for goal in goals if goal["items"]]}


def _objective(text, number, items):
    return {"text": text, "items": [item.id for item in items if item.objective == number]}
