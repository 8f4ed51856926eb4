"""Standing on one leg: what the abductors of the standing hip are asked for, and what the joint bears.

The free body is everything above the standing hip: the body without the standing leg, what the hands carry,
and the push of a stick. Seen in the frontal plane it is held by two forces, that of the abductors and that
of the head of the femur.

Equation
--------
Moments about the standing hip, x towards the lifted leg, y up, body weight W, share f of one leg, abductor
force T with lever d, loads L, stick S::

    T d = max(0, (1 - f) W D + sum(L x_L) - S x_S),    D = x (1 - f / 2) / (1 - f)
    joint force = T (cos a, sin a) + (0, (1 - f) W + sum(L) - S)

x is the distance of the whole body's centre of mass from the hip: half the distance of the hips, plus what
the pelvic drop adds, minus what the lean of the trunk takes away. The standing leg stands below the centre
of mass, so that its own weight lies half-way. d and the direction a of the abductors change with the drop.
A hand on the side to which the trunk leans hangs free below its shoulder; the other one stays beside the hip,
since the trunk is in its way.

Valid range
-----------
The limits of the sliders in ``data/stance/values.csv`` (lean -15 to 30 degrees, drop up to 15). The levers
are those of one adult model of ordinary size.

What the model does not explain
-------------------------------
How far a weak pelvis drops, and whether it drops at all: passive tissue, timing, balance, pain and habit
are not in it, and in healthy men a nerve block that took half of the strength did not change the drop
(`kendall2013`). Other muscles: force of adductors, flexors and trunk would add to the force in the joint.
Sagittal and transversal plane, movement, inertia: walking loads the hip more. The strength of a person: 100
% is the sum of maximal isometric forces in one model (`delp1990`). Where the stick or a load moves the
foot, the small change in the lever of the standing leg is left out (below 0.06 body weights of abductor
force). Levers of the body are those of the drawn figure; other bodies differ by a tenth and more.
"""

from dataclasses import dataclass, field, fields
from functools import partial
from math import asin, degrees, isfinite

from gluteal.catalogue.nearest import suggestion
from gluteal.models.stance_balance import balance, reach_m
from gluteal.models.stance_values import HANDS, beginning, limits

PARTS = (
    *("body_mass_kg", "strength_pct", "lean_deg", "drop_deg", "stick_pct"),
    *("load_opposite_kg", "load_same_kg", "arm_change_pct", "width_change_pct"),
)
"""The numbers of a posture, in the order of `gluteal.models.stance_balance.balance`."""


def _begins(part):
    return field(default_factory=partial(beginning, part))


@dataclass(frozen=True)
class Posture:
    """Somebody who stands on one leg.

    Attributes
    ----------
    body_mass_kg : float
    strength_pct : float
        What the abductors can give, percent of the model's maximal force.
    lean_deg : float
        Trunk against the vertical, towards the standing leg positive.
    drop_deg : float
        How far the pelvis hangs below level on the side of the lifted leg.
    stick_pct : float
        Push on a stick, percent of body weight.
    stick_hand : {"opposite", "same"}
        The hand on the side of the lifted leg, or that on the side of the standing leg.
    load_opposite_kg, load_same_kg : float
        What hangs in either hand.
    arm_change_pct, width_change_pct : float
        Change of the abductors' lever, and of the distance of the hip centre from the midline.

    Raises
    ------
    ValueError
        For a number outside the limits and for an unknown hand; the message names what is valid.

    Examples
    --------
    >>> round(solve(Posture()).abductor_bw, 2)
    1.84
    """

    body_mass_kg: float = _begins("body_mass_kg")
    strength_pct: float = _begins("strength_pct")
    lean_deg: float = _begins("lean_deg")
    drop_deg: float = _begins("drop_deg")
    stick_pct: float = _begins("stick_pct")
    stick_hand: str = HANDS[0]
    load_opposite_kg: float = _begins("load_opposite_kg")
    load_same_kg: float = _begins("load_same_kg")
    arm_change_pct: float = _begins("arm_change_pct")
    width_change_pct: float = _begins("width_change_pct")

    def __post_init__(self):
        for part in PARTS:
            _check(part, getattr(self, part))
        if self.stick_hand not in HANDS:
            raise ValueError(f"there is no hand {self.stick_hand!r}; {suggestion(self.stick_hand, HANDS)}")

    @property
    def numbers(self):
        """The posture as the arguments of `gluteal.models.stance_balance.balance`."""
        side = 1.0 if self.stick_hand == HANDS[0] else -1.0
        return (*(getattr(self, part) for part in PARTS), side)


def _check(part, number):
    low, high = limits(part)
    if isinstance(number, bool) or not isinstance(number, (int, float)) or not isfinite(number):
        raise ValueError(f"{part} is a number from {low:g} to {high:g}; not {number!r}")
    if not low <= number <= high:
        raise ValueError(f"{part} lies between {low:g} and {high:g}; {number:g} does not")


@dataclass(frozen=True)
class Balance:
    """What a posture asks for. Every number is a float.

    Attributes
    ----------
    weight_n : float
        Body weight.
    centre_m, lever_m, foot_m : float
        Distance from the standing hip, towards the lifted leg: whole body's centre of mass, that of the body
        without the standing leg, and the place on the ground over which all of it is balanced.
    hand_opposite_m, hand_same_m, stick_m : float
        The same for what hangs in either hand, and for the stick.
    arm_m, direction_deg : float
        Lever of the abductors, and their direction against the horizontal.
    body_n, load_opposite_n, load_same_n, stick_n : float
        Forces on the free body besides the two that hold it; the stick pushes up.
    body_nm, load_opposite_nm, load_same_nm, stick_nm : float
        Their moments about the standing hip; positive lets the pelvis drop.
    moment_nm, outer_nm : float
        What the abductors have to hold; what others would have to where the weight lies outside the hip.
    abductor_n, abductor_bw, available_n, passive_n : float
        Force that is asked for, also as multiple of body weight; force the muscles can give; what is missing.
    joint_x_n, joint_y_n, joint_n, joint_bw, tilt_deg : float
        Force of the head of the femur on the pelvis, and its angle against the vertical.
    upright_n, no_stick_n : float
        Abductor force that would be asked for without the lean; without the stick.
    lean_needed_deg, stick_needed_pct : float
        Lean, or push on a stick in the opposite hand, at which the strength suffices: 0 where none is needed,
        90 where no lean does.
    """

    weight_n: float
    centre_m: float
    lever_m: float
    foot_m: float
    hand_opposite_m: float
    hand_same_m: float
    stick_m: float
    arm_m: float
    direction_deg: float
    body_n: float
    load_opposite_n: float
    load_same_n: float
    stick_n: float
    body_nm: float
    load_opposite_nm: float
    load_same_nm: float
    stick_nm: float
    moment_nm: float
    outer_nm: float
    abductor_n: float
    abductor_bw: float
    available_n: float
    passive_n: float
    joint_x_n: float
    joint_y_n: float
    joint_n: float
    joint_bw: float
    tilt_deg: float
    upright_n: float
    no_stick_n: float
    lean_needed_deg: float
    stick_needed_pct: float


def solve(posture):
    """Return what a posture asks for.

    Parameters
    ----------
    posture : Posture

    Returns
    -------
    Balance

    Examples
    --------
    >>> round(solve(Posture(stick_pct=10)).joint_bw, 2)
    1.72
    """
    found = balance(*posture.numbers)
    return Balance(**{one.name: float(found[one.name]) for one in fields(Balance)})


def lean_for_shift_deg(shift_m):
    """Return the lean of the trunk that brings the whole body's centre of mass so much nearer to the hip.

    Parameters
    ----------
    shift_m : float
        Towards the standing leg positive.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        When no lean does.

    Examples
    --------
    >>> round(lean_for_shift_deg(0.03))
    14
    """
    if not abs(shift_m) <= reach_m():
        raise ValueError(f"no lean moves the centre of mass by {shift_m!r} m; the most is {reach_m():.2f} m")
    return degrees(asin(shift_m / reach_m()))
