"""Trendelenburg or not: what the abductors can give, against what a posture asks of them."""

from gluteal.models.stance import solve

DROPS_FROM_DEG, LEANS_FROM_DEG = 2.0, 5.0
"""From these angles on a drop or a lean is called one; borders of the pack, for words only."""

VERDICTS = (
    *("outside", "uncompensated", "cannot", "drop-free"),
    *("compensated", "lean-free", "level-stick", "level"),
)
"""Rows of ``data/stance/verdicts.csv``; the first whose signs fit is said."""

SIGNS = {
    "outside": {"outer": True},
    "uncompensated": {"holds": False, "drops": True},
    "cannot": {"holds": False},
    "drop-free": {"drops": True},
    "compensated": {"leans": True, "upright": False},
    "lean-free": {"leans": True},
    "level-stick": {"stickless": False},
    "level": {},
}
"""Verdict → the signs that it needs; the page goes down the same list."""


def signs(posture):
    """Return what a posture shows, as yes or no.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture

    Returns
    -------
    dict of str to bool
        ``outer`` (the weight hangs outside the hip), ``holds`` (the strength suffices), ``upright`` and
        ``stickless`` (it would suffice without the lean, without the stick), ``drops``, ``leans``.

    Examples
    --------
    >>> from gluteal.models.stance import Posture
    >>> signs(Posture(strength_pct=30))["holds"]
    False
    """
    held = solve(posture)
    return {
        "outer": held.outer_nm > 0,
        "holds": held.abductor_n <= held.available_n,
        "upright": held.upright_n <= held.available_n,
        "stickless": held.no_stick_n <= held.available_n,
        "drops": posture.drop_deg >= DROPS_FROM_DEG,
        "leans": posture.lean_deg >= LEANS_FROM_DEG,
    }


def verdict(posture):
    """Return what the model says of a posture: one of `VERDICTS`.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture

    Returns
    -------
    str

    Examples
    --------
    >>> from gluteal.models.stance import Posture
    >>> verdict(Posture(strength_pct=30, drop_deg=10)), verdict(Posture(strength_pct=30, lean_deg=20))
    ('uncompensated', 'compensated')
    """
    shown = signs(posture)
    return next(name for name in VERDICTS if all(shown[key] == value for key, value in SIGNS[name].items()))
