"""Ready ways to press, as forces over time; and what to say of a moment.

A level is the share of the way from the threshold at the start (0) to the force that is tolerable at the
start (1). Where a trial gives a force, a rate or a time, the table has it; what it does not give is set for
teaching and named in ``added``. **What it does not explain**: how hard anybody should press on anybody.
"""

import re

import numpy as np

from gluteal.catalogue import load
from gluteal.models.pressure_release import STATES, press, seen, step, value

_PRESS = re.compile(r"(\+?)([0-9.]+)@([0-9.]+)/([0-9.]+)")


def level_force_n(level):
    """Return the force of a level, N.

    Examples
    --------
    >>> level_force_n(0)
    15.0
    """
    tolerable = value("tolerable") / value("pain-slope")
    return value("threshold-start") + level * tolerable


def corners(protocol_id):
    """Return the force over time of a ready way to press.

    Parameters
    ----------
    protocol_id : str
        An id of ``data/pressure_release_protocols.csv``.

    Returns
    -------
    times_s, forces_n : tuple of float
        The corners; the last force is 0.

    Raises
    ------
    KeyError
        For a way that does not exist; the message names the nearest.

    Examples
    --------
    >>> corners("threshold-long")
    ((0.0, 3.0, 93.0, 93.75), (0.0, 15.0, 15.0, 0.0))
    """
    times, forces = [0.0], [0.0]
    for on, level, rate, hold in _PRESS.findall(load().pressure_release_protocols[protocol_id].presses):
        if forces[-1] and not on:
            _release(times, forces)
            _add(times, forces, value("release-rest"), 0.0)
        force = level_force_n(float(level))
        _add(times, forces, abs(force - forces[-1]) / float(rate), force)
        _add(times, forces, float(hold), force)
    _release(times, forces)
    return tuple(times), tuple(forces)


def _add(times, forces, after_s, force_n):
    times.append(round(times[-1] + after_s, 3))
    forces.append(round(force_n, 3))


def _release(times, forces):
    _add(times, forces, forces[-1] / value("release-rate"), 0.0)


def run(protocol_id, rest_s=30.0):
    """Return what happens when somebody presses so, and then rests.

    Returns
    -------
    gluteal.models.pressure_release.Trace

    Examples
    --------
    >>> run("midway").gain_n > run("too-short").gain_n
    True
    """
    return press(*corners(protocol_id), rest_s=rest_s)


def signs(state, force_n, rate_n_s):
    """Return for each sign of ``data/pressure_release_signs.csv`` whether it holds, 1 or 0.

    Examples
    --------
    >>> float(signs((9.0, 0.0, 0.0, 0.0, 0.0), 45, 0)["hard"])
    1.0
    """
    pain, yielding, kept, guarding, _ = state
    now = seen(state, force_n)
    on, reach = _more(force_n, 0.5), _more(force_n, value("reach-force"))
    eased = 1 - _more(pain, value("eased"))
    aim = now["yields_to"] * value("settled-from") / 100
    return {
        "fast": reach * _more(rate_n_s, value("guard-rate")),
        "hard": _more(pain, value("tolerable")),
        "guarded": on * _more(guarding, value("guarded-from") / 100),
        "releasing": on * _more(-rate_n_s, value("guard-rate") / 10),
        "full": reach * eased * _more(yielding, value("full-from") / 100),
        "hurting": on * (1 - eased),
        "settled": reach * _more(yielding, aim),
        "yielding": reach,
        "light": on,
        "sore": _more(value("threshold-start") - value("sore-from"), now["threshold_n"]),
        "short": _more(yielding, 0.05) * _more(value("fleeting-from") / 100 * yielding, kept),
        "kept": _more(kept, 0.02),
        "none": 1.0 + 0 * np.absolute(pain),
    }


def _more(x, bound):
    return 1.0 * np.less(bound, x)


def sign(state, force_n, rate_n_s=0.0):
    """Return the first sign that holds.

    Examples
    --------
    >>> sign((0.0, 0.0, 0.0, 0.0, 0.0), 0).title
    'Not pressed'
    """
    holds = signs(state, force_n, rate_n_s)
    return next(one for one in load().pressure_release_signs.values() if holds[one.id])


def advance(pain, yielding, kept, guarding, irritation, force_n, next_force_n):
    """Return the states after one step, what follows from them, and which signs hold, by name.

    Examples
    --------
    >>> float(advance(0, 0, 0, 0, 0, 0, 0)["threshold_n"])
    15.0
    """
    step_s = value("step-time")
    state = step((pain, yielding, kept, guarding, irritation), force_n, next_force_n, step_s)
    rate = (next_force_n - force_n) / step_s
    named = {f"sign-{name}": holds for name, holds in signs(state, next_force_n, rate).items()}
    return {**dict(zip(STATES, state, strict=True)), **seen(state, next_force_n), **named}


def follow(force_n, target_n):
    """Return where the thumb is one step later when it goes after a slider, N.

    Examples
    --------
    >>> bool(0 < follow(0.0, 20.0)["force_n"] < 3)
    True
    """
    share = 1 - float(np.exp(-value("step-time") / value("hand-time")))
    moved = force_n + (target_n - force_n) * share
    return {"force_n": np.maximum(0.0, np.minimum(value("force-most"), moved))}
