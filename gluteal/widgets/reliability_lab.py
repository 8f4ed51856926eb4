"""Reliability lab: two simulated raters, the table they print, and the published kappas beside it."""

import math

import anywidget
import traitlets

from gluteal.catalogue.nearest import suggestion
from gluteal.models.agreement import MEASURES
from gluteal.models.palpation import PalpationStudy, Rater
from gluteal.widgets import assets
from gluteal.widgets.reliability_records import (
    MOST_PATIENTS,
    MOST_SEED,
    PRESETS,
    SHARES,
    lab_records,
)

_SNIPPETS = ("dom", "own_keys", "put", "formula", "chance")
_PARTS = ("state", "controls", "dots", "study", "scale", "target", "numbers")


class ReliabilityLab(anywidget.AnyWidget):
    """Two raters who palpate the same patients; answered in the page, with or without a kernel.

    The page computes by going through the steps that Python noted while it ran its own model
    (`gluteal.models.formula`), and draws patients from the same generator (`gluteal.models.chance`): page and
    Python agree to the last digits, at every setting and seed; a test holds the difference below 1e-12.

    Parameters
    ----------
    preset : str, optional
        Settings to begin with: ``"skilled"`` (default), ``"rare"``, ``"coins"``, ``"always-yes"``,
        ``"paradox"``, ``"together"`` or ``"few"``.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    prevalence : float
        Share of the patients who have the finding, 0 to 1.
    sensitivity_first, specificity_first, sensitivity_second, specificity_second : float
        Skill of the raters, 0 to 1.
    same_skill : bool
        Whether the second rater has the skill of the first; the own sliders rest meanwhile.
    shared : float
        Share of the answers in which something common moves both raters the same way, 0 to 1.
    patients : int
        1 to 300.
    seed : int
        The same seed draws the same patients.
    truth : bool
        Whether the page shows who has the finding. The raters never know.
    target : str
        Id of the published kappa that is to be reproduced, or ``""``.
    found : list of dict
        Settings that reproduced a published kappa so far: its id as ``target``, and the shares.
    result : dict
        ``long_run`` and ``study``: the ``table`` (both yes, first only, second only, neither) and every
        measure of `gluteal.models.agreement.Measures` but the flags; None where it is not defined.

    Raises
    ------
    KeyError
        For an unknown preset.
    traitlets.TraitError
        For any other value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> ReliabilityLab("rare")
    Reliability lab: 40 patients, 5 % have the finding; kappa 0.25 in the long run, 0.02 in this study
    >>> round(ReliabilityLab("rare").result["long_run"]["agreement"], 2)
    0.82
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/reliability_{name}.js" for name in _PARTS),
        "reliability_lab.js",
    )
    _css = assets.css("common/theme.css", "reliability_lab.css")

    lab = traitlets.Dict().tag(sync=True)
    prevalence = traitlets.Float(0.5).tag(sync=True)
    sensitivity_first = traitlets.Float(0.9).tag(sync=True)
    specificity_first = traitlets.Float(0.9).tag(sync=True)
    sensitivity_second = traitlets.Float(0.9).tag(sync=True)
    specificity_second = traitlets.Float(0.9).tag(sync=True)
    same_skill = traitlets.Bool(True).tag(sync=True)
    shared = traitlets.Float(0.0).tag(sync=True)
    patients = traitlets.Int(40, min=1, max=MOST_PATIENTS).tag(sync=True)
    seed = traitlets.Int(1, min=0, max=MOST_SEED).tag(sync=True)
    truth = traitlets.Bool(False).tag(sync=True)
    target = traitlets.Unicode("").tag(sync=True)
    found = traitlets.List(traitlets.Dict()).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, preset="skilled", **traits):
        super().__init__(lab=lab_records(), **{**_preset(preset), **traits})
        self.result = {}

    def __repr__(self):
        kappas = [_said(self.result[key]["kappa"]) for key in ("long_run", "study")]
        return (
            f"Reliability lab: {self.patients} patients, {self.prevalence * 100:.3g} % have the finding; "
            f"kappa {kappas[0]} in the long run, {kappas[1]} in this study"
        )

    @property
    def study(self):
        """The raters and patients as a `gluteal.models.palpation.PalpationStudy`."""
        first = Rater(self.sensitivity_first, self.specificity_first)
        second = Rater(self.sensitivity_second, self.specificity_second)
        return PalpationStudy(self.prevalence, first, first if self.same_skill else second, self.shared)

    @property
    def sample(self):
        """The study that is shown, as a `gluteal.models.palpation.Sample`."""
        return self.study.sample(self.patients, self.seed)

    @traitlets.validate(*SHARES)
    def _is_share(self, proposal):
        value = proposal["value"]
        if not 0 <= value <= 1:
            name = proposal["trait"].name
            raise traitlets.TraitError(f"{name} is a share from 0 to 1, such as 0.85; not {value!r}")
        return value

    @traitlets.validate("target")
    def _is_published(self, proposal):
        known = [one["id"] for one in self.lab["published"]]
        if proposal["value"] and proposal["value"] not in known:
            words = suggestion(proposal["value"], known)
            raise traitlets.TraitError(f"no published kappa has the id {proposal['value']!r}; {words}")
        return proposal["value"]

    @traitlets.observe(*SHARES, "same_skill", "patients", "seed")
    def _recompute(self, change):
        self.result = {}

    @traitlets.validate("result")
    def _own_result(self, proposal):
        """Whatever the page says, Python keeps what its own model gives; the two are the same."""
        long_run, study = self.study.expected(self.patients), self.sample.table
        return {"long_run": _summary(long_run), "study": _summary(study)}


def _preset(name):
    if name not in PRESETS:
        raise KeyError(f"there is no preset {name!r}; {suggestion(name, PRESETS)}")
    chosen = next(one for one in lab_records()["presets"] if one["id"] == name)
    shares = {key: chosen[key] for key in SHARES}
    same = all(chosen[f"{what}_first"] == chosen[f"{what}_second"] for what in ("sensitivity", "specificity"))
    return {**shares, "patients": chosen["patients"], "same_skill": same}


def _summary(table):
    found = table.measures()
    numbers = {name: getattr(found, name) for name in MEASURES[:12]}
    return {
        "table": list(table.cells),
        **{name: value if math.isfinite(value) else None for name, value in numbers.items()},
    }


def _said(kappa):
    return "not defined" if kappa is None else f"{kappa:.2f}"
