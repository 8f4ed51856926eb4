"""Palpation trainer: a finger on a patch of muscle, in which a taut band and a tender spot may be hidden."""

import anywidget
import traitlets

from gluteal.models.palpation_score import OUTCOMES, tally
from gluteal.models.palpation_trial import KINDS, draw_trial
from gluteal.models.palpation_values import MUSCLES, value
from gluteal.widgets import assets
from gluteal.widgets.body_art import body_reference
from gluteal.widgets.palpation_tables import packed_trainer
from gluteal.widgets.palpation_words import MODES

_SNIPPETS = ("dom", "own_keys", "packing", "put", "plate_art", "body_art")
_PARTS = ("look", "stage", "curve", "hand", "guide", "report", "game", "panels", "state")
_RESULT = (
    "seed",
    "muscle",
    "kind",
    "mark",
    "said",
    "outcome",
    "presses",
    "distance_mm",
    "kind_right",
    "points",
)


class PalpationTrainer(anywidget.AnyWidget):
    """A patch of muscle to palpate; what is felt, seen and said comes from a teaching model.

    Everything is answered in the page, with or without a kernel: 120 patches of each muscle travel with it.

    Parameters
    ----------
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    muscle : {"gluteus-medius", "gluteus-maximus", "piriformis"}
        Whose patch it is.
    mode : {"guided", "normal", "trial"}
        One patch in three steps, a patch of normal muscle, or a patch of which nobody says what it hides.
    seed : int
        Number of the patch in trials: the same number hides the same.
    force_n : float
        Where the pressure slider stands, N.
    see_through : bool
        Whether the fibres are shown in place of the skin; in a trial only once it is answered.
    result : dict
        The last answer: ``seed``, ``muscle``, ``kind`` (what it hid), ``mark`` (x and y in mm, or None),
        ``said``, ``outcome``, ``distance_mm``, ``kind_right``, ``presses``, ``points``. Empty before it.
    record : list of dict
        All answers. `tally` counts them.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> PalpationTrainer(muscle="piriformis", mode="trial", seed=3)
    Palpation trainer: piriformis, trial, patch 3, 0 answers
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/palpation_{name}.js" for name in _PARTS),
        "palpation_trainer.js",
    )
    _css = assets.css("common/theme.css", "palpation_trainer.css")

    packed = traitlets.Unicode().tag(sync=True)
    body = traitlets.Unicode().tag(sync=True)
    muscle = traitlets.Enum(MUSCLES, MUSCLES[0]).tag(sync=True)
    mode = traitlets.Enum(tuple(MODES), "guided").tag(sync=True)
    seed = traitlets.Int(1, min=0).tag(sync=True)
    force_n = traitlets.Float(0.0).tag(sync=True)
    see_through = traitlets.Bool(True).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    record = traitlets.List(traitlets.Dict()).tag(sync=True)

    def __init__(self, **traits):
        begun = {"force_n": _START_N, **traits}
        super().__init__(body=body_reference(), **begun)
        self.packed = packed_trainer(self.seed)

    def __repr__(self):
        name, count = self.muscle.replace("-", " "), len(self.record)
        patch = f", patch {self.seed}" if self.mode == "trial" else ""
        answers = f"{count} {'answer' if count == 1 else 'answers'}"
        return f"Palpation trainer: {name}, {self.mode}{patch}, {answers}"

    @property
    def trial(self):
        """The patch of the seed, with what it hides: a `gluteal.models.palpation_trial.Trial`."""
        return draw_trial(self.seed, self.muscle)

    @property
    def tally(self):
        """The record, counted: hits, misses, sensitivity, specificity, mean distance."""
        return tally(self.record)

    @traitlets.validate("force_n")
    def _possible_force(self, proposal):
        most = value("force-most")
        if not 0 <= proposal["value"] <= most:
            raise traitlets.TraitError(f"force_n goes from 0 to {most:g} N, not {proposal['value']!r}")
        return proposal["value"]

    @traitlets.validate("result")
    def _known_answer(self, proposal):
        return proposal["value"] and _checked(proposal["value"])

    @traitlets.validate("record")
    def _known_answers(self, proposal):
        return [_checked(answer) for answer in proposal["value"]]


_START_N = 5.0
"""Where the slider stands first: enough to reach most of the muscles."""


def _checked(answer):
    if set(answer) != set(_RESULT) or answer["outcome"] not in OUTCOMES or answer["kind"] not in KINDS:
        raise traitlets.TraitError(
            "an answer is what the page leaves, with "
            + ", ".join(_RESULT)
            + "; set the result to {} or the record "
            "to [] to begin anew"
        )
    return answer
