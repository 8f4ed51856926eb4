"""What the reliability lab sends to the page: the model as steps, published values, ready settings."""

import re
from functools import cache

from gluteal.catalogue import load, name_of
from gluteal.catalogue.reliability import GROUPS, kappa_words, published_kappas
from gluteal.models.agreement import measures
from gluteal.models.formula import formula
from gluteal.models.palpation import DRAWS, answers, verdicts
from gluteal.models.reproduction import NEAR, ways

LAB_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

SHARES = (
    *("prevalence", "sensitivity_first", "specificity_first"),
    *("sensitivity_second", "specificity_second", "shared"),
)
"""Traits of the widget, in the order of `gluteal.models.palpation.answers`."""
MOST_PATIENTS, MOST_SEED, FURTHER = 300, 999_999, 19
"""Bounds of two controls; how many further studies stand beside the one that is shown."""

_DRAWN = ("draw_truth", "draw_first", "draw_shared", "draw_second")
_CELLS = ("both", "first_only", "second_only", "neither")

PRESETS = {
    "skilled": ("Skilled, half have it", "Two equally skilled raters; every second patient has the finding.",
                {"shares": (0.5, 0.9, 0.9, 0.9, 0.9, 0), "patients": 40}),
    "rare": ("Skilled, finding rare", "The same skill as before. Only one patient in twenty has the finding.",
             {"shares": (0.05, 0.9, 0.9, 0.9, 0.9, 0), "patients": 40}),
    "coins": ("Two coins", "Both toss a coin. Half of the time they agree.",
              {"shares": (0.5, 0.5, 0.5, 0.5, 0.5, 0), "patients": 40}),
    "always-yes": ("One always says yes", "Rater 2 finds the finding in everybody.",
                   {"shares": (0.8, 0.9, 0.9, 1, 0, 0), "patients": 40}),
    "paradox": ("High agreement, low κ", "Nearly everybody is negative, so agreeing is easy.",
                {"shares": (0.03, 0.6, 0.97, 0.6, 0.97, 0), "patients": 100}),
    "together": ("Wrong together", "Little skill, much shared error: they agree, and are often both wrong.",
                 {"shares": (0.5, 0.65, 0.65, 0.65, 0.65, 0.9), "patients": 40}),
    "few": ("Twelve patients", "A small study: draw it again and watch κ jump.",
            {"shares": (0.5, 0.9, 0.9, 0.9, 0.9, 0), "patients": 12}),
}  # fmt: skip
"""Id → title, what it shows, settings. Teaching settings, measured on nobody."""

WAY_WORDS = {
    "half-have-it": "Equal skill; half of the patients have it",
    "few-have-it": "Equal skill; one in ten has it",
    "many-have-it": "Equal skill; 85 of 100 have it",
    "unequal": "A very skilled rater beside a less skilled one",
    "shared-error": "Less skill, but they err together",
}


@cache
def lab_records():
    """Return everything the page needs besides the settings.

    Returns
    -------
    dict
        ``format``, ``formulas``, ``published`` (with the settings that reproduce each), ``groups``,
        ``presets``, ``scales`` (words for values of kappa), ``sources``, ``grades``, ``limits``.

    Examples
    --------
    >>> lab_records()["published"][0]["name"]
    'Gluteus medius, yes or no'
    """
    published = [_published(one) for one in published_kappas() if not one.same_examiner]
    scales = [_scale(one) for one in kappa_words()]
    keys = dict.fromkeys([one["source"] for one in published] + [one["source"] for one in scales])
    return {
        "format": LAB_FORMAT,
        "formulas": formulas(),
        "published": published,
        "groups": [[key, name_of(key)] for key in GROUPS],
        "presets": [_preset(key) for key in PRESETS],
        "scales": scales,
        "sources": {key: {"key": key, "short": load().sources[key].short} for key in keys},
        "grades": {one.id: {"symbol": one.symbol, "name": one.name} for one in load().grades.values()},
        "limits": {
            "patients": MOST_PATIENTS,
            "seed": MOST_SEED,
            "further": FURTHER,
            "draws": DRAWS,
            "near": NEAR,
        },
    }


@cache
def formulas():
    """Return the model as the page runs it: the long run, one patient, the measures of a table."""
    return {
        "answers": formula(answers, SHARES),
        "verdicts": formula(verdicts, (*_DRAWN, *SHARES)),
        "measures": formula(measures, _CELLS),
    }


def _published(one):
    fact = one.fact
    return {
        "id": one.id,
        "group": one.group,
        "name": one.name,
        "size": one.size,
        "printed": _printed(fact.value_text),
        "span": list(one.span),
        "shape": one.shape,
        "interval": list(one.interval or ()),
        "said": fact.statement,
        "population": fact.population,
        "examiners": fact.comparator,
        "grade": fact.grade,
        "source": fact.source_key,
        "ways": _ways(one),
    }


def _printed(text):
    """A range in words and a true minus sign: a hyphen between two numbers could be either."""
    return re.sub(r"(?<=\d)-(?=\d)", " to ", text).replace("-", "−")


def _ways(one):
    """Settings that give this kappa; for a range the middle of it, for an open end a little above it."""
    low, high = one.span
    wanted = low + 0.05 if one.shape == "above" else (low + high) / 2
    return [{"words": WAY_WORDS[key], **settings(study)} for key, study in ways(wanted).items()]


def settings(study):
    """Return the shares of a study under the names of the widget's traits."""
    return dict(zip(SHARES, study.settings, strict=True))


def _preset(key):
    title, note, given = PRESETS[key]
    shares = dict(zip(SHARES, given["shares"], strict=True))
    return {"id": key, "title": title, "note": note, "patients": given["patients"], **shares}


def _scale(one):
    return {"source": one.source_key, "bands": [list(band) for band in one.bands]}
