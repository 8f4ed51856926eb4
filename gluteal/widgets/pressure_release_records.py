"""What the page of the pressure release widget needs, as plain lists and dicts."""

from functools import cache

from gluteal.catalogue import load
from gluteal.models.formula import formula
from gluteal.models.pressure_release import STATES, seen, value
from gluteal.models.pressure_release_protocols import advance, corners, follow

EQUATIONS = (
    "threshold θ = θ0 + Δθ y - θg g - θi i",
    "pain dp/dt = (min(10, b max(0, F - θ)) - p) / τp",
    "yielding dy/dt = (max(k, [(F (1 - s g) - Fr) / (Ff - Fr)]) - y) / τy",
    "kept dk/dt = max(0, y - k) / τk - k / τf",
    "guarding dg/dt = (max([(p - pg) / pw], [(dF/dt - vg) / vw]) - g) / τg",
    "irritation di/dt = (1 - i) max(0, p - pt) / (10 - pt) / τi",
)
"""The model as the page shows it; ``[x]`` is x held between 0 and 1."""
_LIMITS = ("contact-area", "force-most", "step-time", "tolerable", "eased", "threshold-start")


@cache
def release_records():
    """Return the model as steps, its limits, the ready ways to press and all words.

    Examples
    --------
    >>> release_records()["limits"]["force-most"]
    50.0
    """
    return {
        "format": 1,
        "states": list(STATES),
        "advance": formula(advance, [*STATES, "force_n", "next_force_n"]),
        "follow": formula(follow, ["force_n", "target_n"]),
        "limits": {**{name: value(name) for name in _LIMITS}, "kpa-per-newton": _kpa_per_newton()},
        "ways": [_way(one) for one in load().pressure_release_protocols.values()],
        "signs": [
            [one.id, one.title, one.words, one.advice] for one in load().pressure_release_signs.values()
        ],
        "equations": list(EQUATIONS),
        "values": [_value(one) for one in load().pressure_release.values()],
    }


def _kpa_per_newton():
    return float(seen((0.0,) * len(STATES), 1.0)["pressure_kpa"])


def _way(one):
    fact = one.fact or one.claim
    sources = [{"key": fact.source.key, "short": fact.source.short}] if fact else []
    people = one.fact.population if one.fact else ""
    times, forces = corners(one.id)
    kept = {"id": one.id, "title": one.title, "kind": one.kind, "what": one.what, "added": one.added}
    return {**kept, "people": people, "sources": sources, "times": list(times), "forces": list(forces)}


def _value(one):
    return [
        one.name,
        f"{one.value:g} {one.measured_in.symbol}".strip(),
        one.source.short if one.source else "",
        one.note,
    ]
