"""The values of single-leg stance, as the table of the pack has them, and the limits of a posture."""

from functools import cache

from gluteal.catalogue import load

CONTROLS = {
    "body_mass_kg": "body-mass",
    "strength_pct": "strength",
    "lean_deg": "lean",
    "drop_deg": "drop",
    "stick_pct": "stick",
    "load_opposite_kg": "load",
    "load_same_kg": "load",
    "arm_change_pct": "arm-change",
    "width_change_pct": "width-change",
}
"""Part of a posture → the row of the table that says where it begins and ends."""
HANDS = ("opposite", "same")
"""The hand on the side of the lifted leg, and that on the side of the standing leg."""


@cache
def value(name):
    """Return one value, in the unit that ``data/stance/values.csv`` gives.

    Parameters
    ----------
    name : str

    Returns
    -------
    float

    Raises
    ------
    KeyError
        For a value that does not exist; the message names the nearest.

    Examples
    --------
    >>> value("abductor-direction")
    63.0
    """
    return float(load().stance_values[name].value)


@cache
def limits(part):
    """Return the lower and the upper limit of one part of a posture.

    Examples
    --------
    >>> limits("lean_deg")
    (-15.0, 30.0)
    """
    row = load().stance_values[CONTROLS[part]]
    return float(row.minimum), float(row.maximum)


@cache
def beginning(part):
    """Return where one part of a posture begins.

    Examples
    --------
    >>> beginning("body_mass_kg")
    75.0
    """
    return value(CONTROLS[part])
