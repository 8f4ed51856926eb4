"""What the person says and what is seen, when a spot is pressed or snapped: a teaching model.

**Tenderness** (0 to 10) rises in a line above a force P0 that is lowest at the spot, d away::

    T = min(10, k max(0, P - P0(d)))      P0(d) = P_far - (P_far - P_spot) exp(-d² / 2t²)

**The spot's own pain** decides what is recognised and what is referred; referred pain begins at Q_from and
is complete after a further range::

    Q = min(10, k max(0, P - P_spot) exp(-d² / 2t²))

**A twitch** may answer a snap that crosses the band near the spot, quickly and with the right force; whether
it does is laid down for each snap of a trial.

**Valid** for forces from 0 to the upper end of the slider and places inside the patch.

**What it does not explain**: why a spot is tender or refers; differences between people and days; time (pain
that builds up or fades while you hold); pain referred from normal muscle, which was reported too. The values
are in ``data/palpation_trainer.csv``; all but a few are set for teaching.
"""

import numpy as np

from gluteal.models.palpation_values import reach_force_n, value

MOST = 10.0
"""Upper end of the scale of pain."""


def nearness(distance_mm):
    """Return how much of the spot's tenderness is left at a distance, 1 at the spot.

    Examples
    --------
    >>> float(nearness(0)), float(nearness(float("inf")))
    (1.0, 0.0)
    """
    return np.exp(-0.5 * np.square(np.asarray(distance_mm, dtype=float) / value("tender-reach")))


def pain_begins_n(kind, muscle_id):
    """Return the forces at which it begins to hurt: at the spot and elsewhere, N.

    Examples
    --------
    >>> spot, elsewhere = pain_begins_n("active", "gluteus-medius")
    >>> spot < elsewhere
    True
    """
    elsewhere = value("hard-force") - value("pain-begins-elsewhere")
    if kind not in ("active", "latent", "tender-only"):
        return elsewhere, elsewhere
    return reach_force_n(muscle_id) + value(f"pain-begins-{_sort(kind)}"), elsewhere


def _sort(kind):
    return "active" if kind == "active" else "latent"


def tenderness(kind, muscle_id, distance_mm, force_n):
    """Return the pain that is told under the finger, 0 to 10.

    Parameters
    ----------
    kind : str
        One of ``gluteal.models.palpation_trial.KINDS``.
    muscle_id : str
    distance_mm, force_n : float or array
        From the spot, and how hard the finger presses.

    Examples
    --------
    >>> float(tenderness("active", "gluteus-medius", 0, 8))
    3.5
    >>> float(tenderness("active", "gluteus-medius", 60, 8))
    0.0
    """
    spot, elsewhere = pain_begins_n(kind, muscle_id)
    begins = elsewhere - (elsewhere - spot) * nearness(distance_mm)
    return np.clip(value("pain-slope") * (np.asarray(force_n) - begins), 0, MOST)


def own_pain(kind, muscle_id, distance_mm, force_n):
    """Return the pain that comes from the spot alone, 0 to 10; none where there is no spot.

    Examples
    --------
    >>> float(own_pain("normal", "gluteus-medius", 0, 20))
    0.0
    """
    spot, elsewhere = pain_begins_n(kind, muscle_id)
    there = 1.0 if spot < elsewhere else 0.0
    pain = value("pain-slope") * np.maximum(0, np.asarray(force_n) - spot) * nearness(distance_mm)
    return np.minimum(MOST, there * pain)


def is_clear(force_n):
    """Tell whether the person can still say what hurts: ordinary muscle does not hurt too much yet."""
    return tenderness("normal", "gluteus-medius", 0, force_n) < value("unclear-from")


def recognises(trial, x_mm, y_mm, force_n):
    """Tell whether the person says "that is my pain".

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> trial = draw_trial(1, kind="latent")
    >>> bool(recognises(trial, *trial.spot_mm, 10))
    False
    """
    pain = own_pain(trial.kind, trial.muscle_id, trial.distance_mm(x_mm, y_mm), force_n)
    return (trial.kind == "active") & (pain >= value("recognised-from")) & is_clear(force_n)


def referral(trial, x_mm, y_mm, force_n):
    """Return how much of the referral pattern is felt, 0 to 1.

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> trial = draw_trial(1, kind="active")
    >>> float(referral(trial, *trial.spot_mm, 14))
    1.0
    """
    pain = own_pain(trial.kind, trial.muscle_id, trial.distance_mm(x_mm, y_mm), force_n)
    return referred_share(trial.kind, pain) * trial.refers


def referred_share(kind, own_pain_points):
    """Return how much of the pattern is felt when the spot itself hurts so much, 0 to 1.

    Examples
    --------
    >>> float(referred_share("active", 5)), float(referred_share("latent", 5))
    (0.5, 0.0)
    """
    felt = np.asarray(own_pain_points) - value(f"referral-from-{_sort(kind)}")
    return np.clip(felt / value("referral-range"), 0, 1)


def can_twitch(trial, u_mm, force_n, time_s):
    """Tell whether a snap across the band is one that a twitch may answer.

    Parameters
    ----------
    trial : gluteal.models.palpation_trial.Trial
    u_mm : float
        Where along the fibres the snap crosses the middle of the band.
    force_n : float
    time_s : float
        How long the finger took for the length of a snap.

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> trial = draw_trial(1, kind="active")
    >>> u, _ = trial.along_across(*trial.spot_mm)
    >>> can_twitch(trial, float(u), 8, 0.1), can_twitch(trial, float(u), 8, 0.6)
    (True, False)
    """
    if not trial.has_trigger_point:
        return False
    spot_u, _ = trial.along_across(*trial.spot_mm)
    least = reach_force_n(trial.muscle_id) + value("twitch-force-above")
    near = abs(u_mm - float(spot_u)) <= value("twitch-reach")
    return bool(near and least <= force_n <= value("hard-force") and time_s <= value("snap-time"))
