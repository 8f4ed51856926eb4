"""Symptom explorer: red flags first, then complaints and findings, then what they speak for and against."""

import json
from functools import lru_cache

import anywidget
import traitlets

from gluteal.catalogue.nearest import suggestion
from gluteal.models.reasoning import rank
from gluteal.models.reasoning_rules import ReasoningError, checked_answers, checked_red_flags, rules
from gluteal.widgets import assets
from gluteal.widgets.packing import pack
from gluteal.widgets.symptom_records import EXAMPLES, example, symptom_records

_SNIPPETS = ("dom", "own_keys", "put", "packing", "fuzzy")
_PARTS = ("rank", "state", "flags", "checks", "bars", "why", "aside", "print")


class SymptomExplorer(anywidget.AnyWidget):
    """Answers about a person's pain, and the hypotheses they speak for; with or without a kernel.

    Nothing is ranked before every question about red flags is answered, nor while one is present. The ranking
    is that of `gluteal.models.reasoning.rank`: the page adds the same whole numbers. It is no diagnosis.

    Parameters
    ----------
    example : str, optional
        A made-up person to begin with: ``"three-symptoms"``, ``"side-of-hip"``, ``"down-the-leg"``,
        ``"groin"``, ``"does-not-fit"`` or ``"red-flag"``. By default nothing is answered.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    findings : dict
        Id of a feature: ``"present"`` or ``"absent"``. What is left out was not asked.
    red_flags : dict
        Id of a red flag: ``"present"`` or ``"absent"``. What is left out was not asked.
    shown : str
        Id of a hypothesis whose reasons are shown besides those of the leading two, or ``""``.
    result : dict
        ``state`` (``unanswered``, ``red-flag`` or ``ranked``), ``urgent`` and ``unanswered`` (red flags),
        ``hypotheses`` (id, place, score, prior, and for and against as lists of feature, points that count,
        points), ``contradictions`` (pairs of features), ``apart`` (features that would tell the leading two
        apart), ``ask_again`` and ``remarks``. `ranking` returns the same in full.

    Raises
    ------
    KeyError
        For an unknown example.
    traitlets.TraitError
        For any other value that does not exist; the message names the nearest.

    Examples
    --------
    >>> SymptomExplorer("side-of-hip")
    Symptom explorer: 10 answers, first Gluteal tendinopathy (14 points), then Gluteus medius (7 points)
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/symptom_{name}.js" for name in _PARTS),
        "symptom_explorer.js",
    )
    _css = assets.css("common/theme.css", "symptom_explorer.css")

    tables = traitlets.Unicode().tag(sync=True)
    findings = traitlets.Dict().tag(sync=True)
    red_flags = traitlets.Dict().tag(sync=True)
    shown = traitlets.Unicode("").tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, example=None, **traits):
        super().__init__(tables=_packed_records(), **{**_begin(example), **traits})
        self.result = {}

    def __repr__(self):
        found = self.ranking()
        answers = f"{len(self.findings)} answer" + ("s" if len(self.findings) != 1 else "")
        if found.urgent:
            return f"Symptom explorer: red flag, {found.urgent[0].action}"
        if found.unanswered:
            return f"Symptom explorer: {answers}, {len(found.unanswered)} questions about red flags are open"
        first, then = (f"{one.short_name} ({one.score} points)" for one in found.hypotheses[:2])
        return f"Symptom explorer: {answers}, first {first}, then {then}"

    def ranking(self):
        """Return the ranking that the page shows, with every reason in words.

        Returns
        -------
        gluteal.models.reasoning.Ranking
        """
        return rank(self.findings, self.red_flags)

    @traitlets.validate("findings")
    def _known_findings(self, proposal):
        return _checked(checked_answers, proposal["value"])

    @traitlets.validate("red_flags")
    def _known_flags(self, proposal):
        _checked(checked_red_flags, proposal["value"])
        return proposal["value"]

    @traitlets.validate("shown")
    def _known_hypothesis(self, proposal):
        known = [one.id for one in rules().hypotheses]
        if proposal["value"] and proposal["value"] not in known:
            words = suggestion(proposal["value"], known)
            raise traitlets.TraitError(f"unknown hypothesis {proposal['value']!r}; {words}")
        return proposal["value"]

    @traitlets.observe("findings", "red_flags")
    def _recompute(self, change):
        self.result = {}

    @traitlets.validate("result")
    def _own_result(self, proposal):
        """Whatever the page says, Python keeps what its own model gives; the two are the same."""
        found = self.ranking()
        return {
            "state": "red-flag" if found.urgent else "unanswered" if found.unanswered else "ranked",
            "urgent": [one.id for one in found.urgent],
            "unanswered": sorted(found.unanswered),
            "hypotheses": [_hypothesis(one) for one in found.hypotheses],
            "contradictions": [[one.first, one.second] for one in found.contradictions],
            "apart": [one.feature_id for one in found.apart.questions] if found.apart else [],
            "ask_again": sorted(found.ask_again),
            "remarks": list(found.remarks),
        }


def _hypothesis(one):
    sides = {"for": one.for_, "against": one.against}
    return {
        **{name: getattr(one, name) for name in ("id", "place", "score", "prior")},
        **{
            side: [[reason.feature_id, reason.counted, reason.points] for reason in reasons]
            for side, reasons in sides.items()
        },
    }


def _checked(check, value):
    try:
        return check(value)
    except ReasoningError as fault:
        raise traitlets.TraitError(str(fault)) from None


def _begin(name):
    if name is None:
        return {}
    if name not in EXAMPLES:
        raise KeyError(f"there is no example {name!r}; {suggestion(name, EXAMPLES)}")
    return {key: value for key, value in example(name).items() if key in ("findings", "red_flags")}


@lru_cache
def _packed_records():
    return pack(json.dumps(symptom_records(), ensure_ascii=False))
