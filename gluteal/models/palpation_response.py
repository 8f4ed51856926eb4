"""What the finger feels: a teaching model, not a measurement.

**Firmness** (points of a scale of 0 to 10 that has no measure behind it), from the parts of a `Trial`: a band
of Gaussian profile across the fibres, a nodule of radius r, a broad swell and the grain of normal muscle::

    h = H_band G((v - v_band) / w_band) + H_spot G(d / 2r) + H_swell G((v - v_swell) / w_swell) + grain(v)
    G(z) = exp(-4 ln 2 z²)          so that w is the width at half the height

**Resistance** under force P, while the finger moves in the direction s::

    R = min(10, R0(P) + c(P) (h + L max(0, ∂h/∂s)))

R0 rises in proportion to P up to the hard force and steeply above it; c rises from 0 to 1 round the force
that reaches the muscle and falls again above the hard force, where everything is pressed flat. A band is the
same all along, so that moving along it ∂h/∂s is 0 and the curve stays level: only moving across shows it.

**Valid** for forces from 0 to the upper end of the slider and places inside the patch.

**What it does not explain**: why a band or a nodule is firm; skin, fat, fascia and neighbouring muscles;
differences between people, days and examiners. Studies disagree whether the spot is stiffer at all. The
values are in ``data/palpation_trainer.csv``; all but a few are set for teaching.
"""

import numpy as np

from gluteal.models.palpation_trial import GRAIN_MM, nodule_radius_mm
from gluteal.models.palpation_values import reach_force_n, share, value

MOST = 10.0
"""Upper end of the scale of resistance."""
_HALF = 4 * np.log(2)
_STEP_MM = 0.05


def bell(z):
    """Return a Gaussian of height 1 and width 1 at half its height.

    Examples
    --------
    >>> float(bell(0)), round(float(bell(0.5)), 3)
    (1.0, 0.5)
    """
    return np.exp(-_HALF * np.square(z))


def grain(v_mm):
    """Return the unevenness of normal bundles across the fibres, points; it repeats after 12 mm.

    Examples
    --------
    >>> bool(abs(grain(3.0) - grain(15.0)) < 1e-9)
    True
    """
    turn = 2 * np.pi * np.asarray(v_mm) / GRAIN_MM
    return value("grain-firmness") * (0.6 * np.sin(2 * turn) + 0.4 * np.sin(3 * turn + 1))


def firmness(trial, x_mm, y_mm):
    """Return how much firmer than plain muscle each place is, points; shape as given.

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> trial = draw_trial(1, kind="active")
    >>> bool(firmness(trial, *trial.spot_mm) > trial.band_firmness)
    True
    """
    _, v = trial.along_across(x_mm, y_mm)
    swell = trial.swell_firmness * bell((v - trial.swell_v_mm) / value("swell-width"))
    total = swell + grain(v + trial.grain_mm)
    if trial.has_band:
        total = total + trial.band_firmness * bell((v - trial.band_v_mm) / trial.band_width_mm)
    if trial.has_trigger_point:
        near = trial.distance_mm(x_mm, y_mm) / (2 * nodule_radius_mm())
        total = total + value("spot-firmness") * bell(near)
    return total


def base_resistance(force_n):
    """Return the resistance of plain muscle under a force, points.

    Examples
    --------
    >>> float(base_resistance(0))
    0.0
    """
    force, hard = np.asarray(force_n, dtype=float), value("hard-force")
    over = np.clip((force - hard) / (value("force-most") - hard), 0, 1)
    return value("base-resistance") * np.minimum(force, hard) / hard + value("hard-resistance") * over


def contrast(force_n, muscle_id):
    """Return which share of a difference in firmness the finger feels under a force, 0 to 1.

    Examples
    --------
    >>> float(contrast(0, "piriformis")), float(contrast(10, "piriformis"))
    (0.0, 1.0)
    """
    force, reach, hard = np.asarray(force_n, dtype=float), reach_force_n(muscle_id), value("hard-force")
    t = np.clip((force - 0.4 * reach) / (0.8 * reach), 0, 1)
    over = np.clip((force - hard) / (value("force-most") - hard), 0, 1)
    return t * t * (3 - 2 * t) * (1 - (1 - share("hard-blunting")) * over)


def resistance(trial, x_mm, y_mm, force_n, direction_deg=None):
    """Return what resists the finger, 0 to 10.

    Parameters
    ----------
    trial : gluteal.models.palpation_trial.Trial
    x_mm, y_mm, force_n : float or array
        Where the finger is and how hard it presses.
    direction_deg : float or array, optional
        Where it is moving to, clockwise from the right of the picture; none for a finger at rest.

    Returns
    -------
    array

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> float(resistance(draw_trial(1, kind="normal"), 60, 45, 0))
    0.0
    """
    felt = firmness(trial, x_mm, y_mm)
    if direction_deg is not None:
        felt = felt + value("flank-length") * np.maximum(0, slope(trial, x_mm, y_mm, direction_deg))
    return np.minimum(MOST, base_resistance(force_n) + contrast(force_n, trial.muscle_id) * felt)


def slope(trial, x_mm, y_mm, direction_deg):
    """Return how firmness rises in a direction, points per mm.

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> trial = draw_trial(1, kind="normal")
    >>> bool(abs(slope(trial, 60, 45, 0)) < 0.2)
    True
    """
    a = np.radians(direction_deg)
    dx, dy = _STEP_MM * np.cos(a), _STEP_MM * np.sin(a)
    ahead, behind = firmness(trial, x_mm + dx, y_mm + dy), firmness(trial, x_mm - dx, y_mm - dy)
    return (ahead - behind) / (2 * _STEP_MM)


def indentation_mm(trial, x_mm, y_mm, force_n):
    """Return how deep the finger sinks in, mm: less where it is firm.

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> float(indentation_mm(draw_trial(1), 60, 45, 0))
    0.0
    """
    kept = 1 - share("depth-lost") * np.maximum(0, firmness(trial, x_mm, y_mm))
    return plain_depth_mm(force_n) * kept


def plain_depth_mm(force_n):
    """Return how deep the finger sinks into plain muscle, mm."""
    return value("depth-most") * (1 - np.exp(-np.asarray(force_n) / value("depth-force")))
