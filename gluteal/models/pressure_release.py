"""Pressing a tender point and holding: a teaching model, not a measurement.

States: reported pain p (0 to 10), yielding y and what of it is kept k (0 to 1), guarding g (0 to 1),
irritation i (0 to 1). Input: force F and how fast it changes, Ḟ. [x] is x held between 0 and 1::

    threshold      θ  = θ0 + Δθ y - θg g - θi i
    reaches        F' = F (1 - s g)
    pain           dp/dt = (min(10, b max(0, F - θ)) - p) / τp
    yielding       dy/dt = (max(k, [(F' - Fr) / (Ff - Fr)]) - y) / (τy rising, τr falling)
    kept           dk/dt = max(0, y - k) / τk - k / τf
    guarding       dg/dt = (max([(p - pg) / pw], [(Ḟ - vg) / vw]) - g) / (τu rising, τd falling)
    irritation     di/dt = (1 - i) max(0, p - pt) / (10 - pt) / τi
    resistance     R  = min(10, R0 - Rl y + Rg g)

**Valid** for forces from 0 to the upper end of the slider and minutes, not hours.

**What it does not explain**: why pressure lessens tenderness at all (nerves, expectation, blood or muscle),
how much any person feels, what happens the day after, and whether what happens in a neck happens in a
buttock. The values stand in ``data/pressure_release.csv``; all but a few are set for teaching.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from gluteal.catalogue import load

MOST = 10.0
"""Upper end of the scales of pain and of resistance."""
STATES = ("pain", "yielding", "kept", "guarding", "irritation")
"""The states, in the order of `slope`."""


@cache
def value(name):
    """Return one value of the model, in the unit that ``data/pressure_release.csv`` gives.

    Raises
    ------
    KeyError
        For a value that does not exist; the message names the nearest.

    Examples
    --------
    >>> value("contact-area")
    1.0
    """
    return load().pressure_release[name].value


def within(x):
    """Return x held between 0 and 1."""
    return np.minimum(1.0, np.maximum(0.0, x))


def threshold_n(yielding, guarding, irritation):
    """Return the force at which it begins to hurt, N.

    Examples
    --------
    >>> threshold_n(0, 0, 0), threshold_n(1, 0, 0)
    (15.0, 25.5)
    """
    raised = value("threshold-start") + value("threshold-gain") * yielding
    return raised - value("guard-pain") * guarding - value("irritation-loss") * irritation


def yields_to(force_n, guarding):
    """Return how far the tissue yields in the end under a force, 0 to 1.

    Examples
    --------
    >>> float(yields_to(0, 0)), float(yields_to(30, 0))
    (0.0, 1.0)
    """
    arrives = force_n * (1 - value("guard-share") / 100 * guarding)
    return within((arrives - value("reach-force")) / (value("full-force") - value("reach-force")))


def slope(state, force_n, rate_n_s):
    """Return how fast each state changes, per second.

    Parameters
    ----------
    state : sequence
        Five numbers or arrays, see `STATES`.
    force_n, rate_n_s : float or array
        Force, and how fast it rises.

    Returns
    -------
    tuple

    Examples
    --------
    >>> [float(one) for one in slope((0, 0, 0, 0, 0), 0, 0)]
    [0.0, 0.0, 0.0, 0.0, 0.0]
    """
    pain, yielding, kept, guarding, irritation = state
    hurts = np.maximum(0.0, force_n - threshold_n(yielding, guarding, irritation))
    felt = np.minimum(MOST, value("pain-slope") * hurts)
    too_much = np.maximum(0.0, pain - value("tolerable")) / (MOST - value("tolerable"))
    return (
        (felt - pain) / value("pain-time"),
        _towards(np.maximum(kept, yields_to(force_n, guarding)), yielding, "loosen-time", "return-time"),
        np.maximum(0.0, yielding - kept) / value("keep-time") - kept / value("fade-time"),
        _towards(_guards(pain, rate_n_s), guarding, "guard-rise", "guard-fall"),
        (1 - irritation) * too_much / value("irritation-time"),
    )


def _guards(pain, rate_n_s):
    by_pain = within((pain - value("guard-from")) / value("guard-full"))
    return np.maximum(by_pain, within((rate_n_s - value("guard-rate")) / value("guard-rate-full")))


def _towards(aim, now, rising, falling):
    gap = aim - now
    return np.maximum(0.0, gap) / value(rising) + np.minimum(0.0, gap) / value(falling)


def step(state, force_n, next_force_n, step_s):
    """Return the states a step later, by the classical method of Runge and Kutta; the force changes evenly.

    Examples
    --------
    >>> [float(one) for one in step((0, 0, 0, 0, 0), 0, 0, 0.05)]
    [0.0, 0.0, 0.0, 0.0, 0.0]
    """
    rate, middle = (next_force_n - force_n) / step_s, (force_n + next_force_n) / 2
    first = slope(state, force_n, rate)
    second = slope(_moved(state, first, step_s / 2), middle, rate)
    third = slope(_moved(state, second, step_s / 2), middle, rate)
    fourth = slope(_moved(state, third, step_s), next_force_n, rate)
    mean = [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(first, second, third, fourth, strict=True)]
    return tuple(np.maximum(0.0, one) for one in _moved(state, mean, step_s))


def _moved(state, change, time_s):
    return tuple(one + time_s * per_second for one, per_second in zip(state, change, strict=True))


def seen(state, force_n):
    """Return what follows from the states at once: threshold, resistance, pressure.

    Examples
    --------
    >>> now = seen((0, 0, 0, 0, 0), 20)
    >>> float(now["pressure_kpa"]), float(now["resistance"])
    (200.0, 6.0)
    """
    _, yielding, _, guarding, irritation = state
    soft = value("resistance-start") - value("resistance-lost") * yielding
    return {
        "threshold_n": threshold_n(yielding, guarding, irritation),
        "resistance": np.minimum(MOST, soft + value("guard-resistance") * guarding),
        "pressure_kpa": 10 * force_n / value("contact-area"),
        "yields_to": yields_to(force_n, guarding),
    }


@dataclass(frozen=True, slots=True)
class Trace:
    """What happens over time, one number for each moment.

    Attributes
    ----------
    time_s, force_n, pain, yielding, kept, guarding, irritation, threshold_n, resistance : array
        See the module.
    """

    time_s: np.ndarray
    force_n: np.ndarray
    pain: np.ndarray
    yielding: np.ndarray
    kept: np.ndarray
    guarding: np.ndarray
    irritation: np.ndarray
    threshold_n: np.ndarray
    resistance: np.ndarray

    @property
    def gain_n(self):
        """By how much the threshold has risen at the end, N."""
        return float(self.threshold_n[-1] - self.threshold_n[0])


def press(times_s, forces_n, step_s=None, rest_s=0.0):
    """Return what happens when somebody presses so.

    Parameters
    ----------
    times_s, forces_n : sequence of float
        Corners of the force over time, s and N; between them it changes evenly. The first time is 0.
    step_s : float, optional
        Step of the computation; by default that of the table.
    rest_s : float, optional
        How long to go on with the last force.

    Returns
    -------
    Trace

    Raises
    ------
    ValueError
        For times that do not rise from 0, or for a force below 0 or above the upper end.

    Examples
    --------
    >>> trace = press([0, 3, 63, 64], [0, 26, 26, 0])
    >>> bool(trace.pain[trace.time_s.searchsorted(60)] < trace.pain.max() / 2)
    True
    """
    step_s = value("step-time") if step_s is None else step_s
    corners, forces = _checked(times_s, forces_n, step_s)
    count = round((float(corners[-1]) + rest_s) / step_s)
    time = np.arange(count + 1) * step_s
    force = np.interp(time, corners, forces)
    states = [(0.0,) * len(STATES)]
    for now, then in pairwise(force.tolist()):
        states.append(step(states[-1], now, then, step_s))
    columns = np.array(states, dtype=float).T
    shown = seen(columns, force)
    return Trace(time, force, *columns, shown["threshold_n"], shown["resistance"])


def _checked(times_s, forces_n, step_s):
    times, forces = np.asarray(times_s, dtype=float), np.asarray(forces_n, dtype=float)
    if times.shape != forces.shape or times.ndim != 1 or not times.size or times[0] != 0:
        raise ValueError("give as many forces as times, and begin at time 0")
    if not np.all(np.isfinite(times)) or np.any(np.diff(times) <= 0):
        raise ValueError("the times have to rise: each corner of the force comes after the one before")
    if not np.all((forces >= 0) & (forces <= value("force-most"))):
        raise ValueError(
            f"a force goes from 0 to {value('force-most'):g} N; nobody presses with less than none"
        )
    if not 0 < step_s <= 0.2:
        raise ValueError(f"the step of the computation goes up to 0.2 s, not {step_s!r}")
    return times, forces
