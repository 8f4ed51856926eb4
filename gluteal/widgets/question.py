"""One question in the page: answered, judged, explained and kept there, with or without a kernel."""

import random

import traitlets

from gluteal.progress import Progress, ProgressError, from_json
from gluteal.widgets.engine_code import EngineWidget

NOT_KEPT = "This answer is kept in the page only"


class Question(EngineWidget):
    """One item of the question bank.

    Parameters
    ----------
    item : dict
        What `describe` returns.
    store : gluteal.progress_store.Store, optional
        Where attempts are kept; without one they stay in the page.
    plate : str, optional
        Reference to the plate's art (``click``).

    Attributes
    ----------
    record : dict
        All attempts at this question, in the form of `gluteal.progress.Progress.to_json`.
    answer : str, list, dict, float or None
        The newest answer.
    result : dict
        ``correct``, ``score``, ``attempts``, ``first_correct``, ``first_score``, ``at``; empty before the
        first answer.
    notice : str
        A sentence for the learner when something could not be kept.
    """

    door = traitlets.Unicode("renderQuestion", read_only=True).tag(sync=True)
    item = traitlets.Dict().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    answer = traitlets.Any(None, allow_none=True).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    plate = traitlets.Unicode().tag(sync=True)

    def __init__(self, item, store=None, plate=""):
        known = store.load().only(item["id"]) if store else Progress()
        newest = known.latest(item["id"])
        super().__init__(
            item=item,
            plate=plate,
            record=known.to_json(),
            answer=newest.answer if newest else None,
            result=summary(known, item["id"]),
            notice=store.notice if store else "",
        )
        self._store = store
        self.observe(self._keep, names="record")

    def __repr__(self):
        word = "Prediction" if self.item["role"] == "predict" else "Question"
        return f"{word} {self.item['id']}: {self.item['stem']}"

    @traitlets.validate("record")
    def _readable(self, proposal):
        try:
            return from_json(proposal["value"]).to_json()
        except ProgressError as error:
            raise traitlets.TraitError(
                f"the record of {self.item.get('id')!r} is not readable: {error}"
            ) from None

    def _keep(self, change):
        """Write what the page reports. A fault becomes a sentence in the page, never a traceback."""
        if self._store is None:
            return
        try:
            self._store.merge(from_json(change["new"]))
            self.notice = self._store.notice
        except Exception as error:
            self.notice = f"{NOT_KEPT}: {error}. Export your progress before you close it."


def summary(progress, item_id):
    """Return the result of a question as the page computes it."""
    attempts = progress.of(item_id)
    if not attempts:
        return {}
    first, newest = attempts[0], attempts[-1]
    return {
        "correct": newest.correct,
        "score": newest.score,
        "attempts": len(attempts),
        "first_correct": first.correct,
        "first_score": first.score,
        "at": newest.at,
    }


def describe(item, catalogue):
    """Return an item as the page needs it: shuffled options, sources with names, structures with names.

    Parameters
    ----------
    item : gluteal.catalogue.quiz.Item
    catalogue : gluteal.catalogue.Catalogue
    """
    told = {name: getattr(item, name) for name in ("id", "kind", "role", "stem", "explanation", "unit")}
    told |= {name: getattr(item, name) for name in ("value", "tolerance", "minimum", "maximum")}
    return told | {
        "options": [_option(option) for option in _shuffled(item.options, item.id)],
        "targets": [{"id": key, "text": text} for key, text in _shuffled(item.targets, item.id + "-targets")],
        "solution": [option.id for option in item.options] if item.kind == "order" else None,
        "ends": list(item.ends),
        "layers": list(item.layers),
        "feedback": dict(item.feedback),
        "sources": [{"key": key, "short": catalogue.sources[key].short} for key in item.sources],
    }


def _option(option):
    return {name: getattr(option, name) for name in ("id", "text", "correct", "match", "feedback")}


def _shuffled(entries, seed):
    """Shuffle the same way every time, never into the order of the file: that would give an order away."""
    mixed = list(entries)
    generator = random.Random(seed)
    for _ in range(20):
        generator.shuffle(mixed)
        if mixed != list(entries):
            break
    return mixed


def with_plate(told, item, catalogue):
    """Return a click item with the structures in view, and the reference to the shared art."""
    from gluteal.widgets.plate_art import VIEWS, plate_art, reference

    art = plate_art(item.view)
    shown = [layer for layer in art.plate["layers"] if not item.layers or layer["id"] in item.layers]
    names = {key: catalogue.structures[key].name for layer in shown for key in layer["structures"]}
    choices = sorted(names.items(), key=lambda pair: pair[1].casefold())
    seen = VIEWS[item.view]["title"].lower()
    label = f"The right buttock seen {seen}. Click a structure; the list below holds the same structures."
    return told | {"choices": choices, "plate_label": label}, reference(art)
