"""What the page of single-leg stance needs: the model and the figure's joints as steps, outlines, words."""

import json
from functools import cache

import numpy as np

from gluteal.catalogue import load
from gluteal.catalogue.stance import stance_measurements, stance_presets, stance_verdicts
from gluteal.drawing.stance_parts import parts
from gluteal.drawing.stance_rig import BONES, INPUTS, rig
from gluteal.drawing.style import COLOURS, muscle_colour
from gluteal.models.formula import formula
from gluteal.models.stance import PARTS, Posture, solve
from gluteal.models.stance_balance import balance
from gluteal.models.stance_values import CONTROLS, HANDS, beginning, limits
from gluteal.models.stance_verdict import DROPS_FROM_DEG, LEANS_FROM_DEG, SIGNS, VERDICTS
from gluteal.widgets.packing import pack

STANCE_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

SIDES, PICTURES = ("right", "left"), ("body", "pelvis", "seesaw")
SETTINGS = ("stick_hand", *PARTS)
"""Traits that make a posture."""

_LABELS = {
    "body_mass_kg": ("Body mass", "kg", 1),
    "strength_pct": ("Abductor strength", "%", 1),
    "lean_deg": ("Trunk leans to the standing side", "°", 1),
    "drop_deg": ("Pelvis drops on the lifted side", "°", 1),
    "stick_pct": ("Push on a stick, of body weight", "%", 1),
    "load_opposite_kg": ("Bag on the side of the lifted leg", "kg", 0.5),
    "load_same_kg": ("Bag on the side of the standing leg", "kg", 0.5),
    "arm_change_pct": ("Lever of the abductors", "%", 1),
    "width_change_pct": ("Hip centre to the midline", "%", 1),
}
_MEASURED = ("joint-force",)
_STUDIES = ("cane-other-hand", "cane-same-hand", "load-other-hand", "nerve-block")


@cache
def stance_records():
    """Return everything the page needs besides the settings.

    Returns
    -------
    dict
        ``format``, ``balance`` and ``rig`` (steps), ``controls``, ``hands``, ``presets``, ``verdicts`` in the
        order in which they are tried, ``limits``, ``measured``, ``studies``, ``borders``, ``model_source``,
        ``sign`` (what counts as positive), ``grades``.

    Examples
    --------
    >>> stance_records()["presets"][0]["title"]
    'Upright'
    """
    return {
        "format": STANCE_FORMAT,
        "balance": formula(balance, [*PARTS, "side"]),
        "rig": formula(rig, INPUTS),
        "controls": [_control(part) for part in CONTROLS],
        "hands": list(HANDS),
        "presets": [_preset(one) for one in stance_presets().values()],
        "verdicts": [_verdict(name) for name in VERDICTS],
        "limits": stance_verdicts()["limits"].text,
        "measured": [_measured(one) for one in stance_measurements().values() if one.kind in _MEASURED],
        "studies": [_study(stance_measurements()[key]) for key in _STUDIES],
        "borders": {"drops": DROPS_FROM_DEG, "leans": LEANS_FROM_DEG},
        "model_source": _source("delp1990"),
        "sign": _sign(load().test_facts["trendelenburg-test-positive-finding"]),
        "grades": {one.id: {"symbol": one.symbol, "name": one.name} for one in load().grades.values()},
    }


def _control(part):
    low, high = limits(part)
    label, unit, step = _LABELS[part]
    return {
        **{"id": part, "label": label, "unit": unit, "step": step},
        **{"low": low, "high": high, "begin": beginning(part)},
    }


def _preset(one):
    settings = {name: getattr(one, name) for name in SETTINGS if hasattr(one, name)}
    rest = {name: 0.0 for name in SETTINGS if name not in settings}
    return {"id": one.id, "title": one.title, "note": one.note, "settings": settings | rest}


def _verdict(name):
    words = stance_verdicts()[name]
    needs = [[sign, value] for sign, value in SIGNS[name].items()]
    return {"id": name, "needs": needs, "title": words.title, "text": words.text}


def _measured(one):
    return {
        **{"id": one.id, "name": one.name, "value": one.value, "n": one.n, "note": one.note},
        **{"low": one.value_low, "high": one.value_high, "population": one.population},
        **{"grade": one.grade, "source": _source(one.source_key)},
    }


def _study(one):
    value = "" if one.value is None else f"{one.value:g} %".replace("-", "−")
    who = f"{one.n} {one.population}"
    against = f"against {one.comparator}" if one.comparator else ""
    return {
        **{"id": one.id, "name": one.name, "value": value, "who": who, "against": against, "note": one.note},
        **{"grade": one.grade, "source": _source(one.source_key)},
    }


def _sign(fact):
    return {"text": fact.statement, "grade": fact.grade, "source": _source(fact.source_key)}


def _source(key):
    return {"key": key, "short": load().sources[key].short}


@cache
def packed_figure():
    """Return the outlines of the figure, packed for the page.

    Points are whole tenths of a millimetre, one after the other; of the weights each point names the bones
    that hold it, with whole hundredths.
    """
    drawn = [
        {
            **{"name": part.name, "kind": part.kind, "closed": part.closed, "edge": part.edge},
            "points": np.round(part.points * 10).astype(int).ravel().tolist(),
            "weights": _held(part.weights),
        }
        for part in parts()
    ]
    colours = {"skin": COLOURS["skin"], "bone": COLOURS["bone"], "muscle": muscle_colour("gluteus-medius")}
    return pack(json.dumps({"bones": list(BONES), "parts": drawn, "colours": colours}))


def _held(weights):
    """Bone and hundredths in turns for each point; one pair where all points have the same."""
    rows = [[value for bone in np.flatnonzero(row) for value in (int(bone), int(row[bone]))] for row in
            _hundredths(weights)]  # fmt: skip
    return [rows[0]] if all(row == rows[0] for row in rows) else rows


def _hundredths(weights):
    """Whole hundredths that still sum to one hundred in every row."""
    whole = np.round(weights * 100).astype(int)
    most = weights.argmax(axis=1)
    whole[np.arange(len(whole)), most] += 100 - whole.sum(axis=1)
    return whole


def summary(posture):
    """Return what Python reads of a posture, as plain numbers by name."""
    return {name: float(value) for name, value in vars(solve(posture)).items()}


def posture_of(settings):
    """Return a posture of settings that are valid one by one.

    Examples
    --------
    >>> posture_of({"lean_deg": 10}).lean_deg
    10
    """
    return Posture(**settings)
