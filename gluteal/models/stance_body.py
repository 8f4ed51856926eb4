"""The free body of standing on one leg: every force on it, where it acts, and that they cancel."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from gluteal.models.stance import solve
from gluteal.models.stance_values import value


@dataclass(frozen=True)
class Force:
    """One force on the free body.

    Attributes
    ----------
    name : str
        ``body``, ``load-opposite``, ``load-same``, ``stick``, ``abductors`` or ``joint``.
    at_m : (float, float)
        A point on its line, from the standing hip: towards the lifted leg, up.
    vector_n : (float, float)
        The same directions.
    """

    name: str
    at_m: tuple[float, float]
    vector_n: tuple[float, float]

    def moment_nm(self, about_m=(0.0, 0.0)):
        """Return its moment about a point; positive turns the lifted side up."""
        x, y = self.at_m[0] - about_m[0], self.at_m[1] - about_m[1]
        return x * self.vector_n[1] - y * self.vector_n[0]


def free_body(posture):
    """Return every force on the body without the standing leg, and on what it carries.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture

    Returns
    -------
    tuple of Force
        Where the weight hangs outside the hip, the moment of the adductors (`Balance.outer_nm`) is missing.

    Examples
    --------
    >>> from gluteal.models.stance import Posture
    >>> abs(sum(force.moment_nm() for force in free_body(Posture()))) < 1e-9
    True
    """
    held = solve(posture)
    return (
        _weight("body", held.lever_m, held.body_n),
        _weight("load-opposite", held.hand_opposite_m, held.load_opposite_n),
        _weight("load-same", held.hand_same_m, held.load_same_n),
        _weight("stick", held.stick_m, -held.stick_n),
        _abductors(held),
        Force("joint", (0.0, 0.0), (held.joint_x_n, held.joint_y_n)),
    )


def _weight(name, lever_m, weight_n):
    return Force(name, (lever_m, 0.0), (0.0, -weight_n))


def _abductors(held):
    """They pull the pelvis outwards and down; their line passes the hip on its outer side."""
    angle = radians(held.direction_deg)
    at = (-held.arm_m * sin(angle), held.arm_m * cos(angle))
    return Force("abductors", at, (-held.abductor_n * cos(angle), -held.abductor_n * sin(angle)))


def whole_body(posture):
    """Return the forces on the whole body: the weights, the stick and the push of the ground under the foot.

    Parameters
    ----------
    posture : gluteal.models.stance.Posture

    Returns
    -------
    tuple of Force
    """
    held = solve(posture)
    ground = held.weight_n + held.load_opposite_n + held.load_same_n - held.stick_n
    return (
        _weight("weight", held.centre_m, held.weight_n),
        *free_body(posture)[1:4],
        _weight("ground", held.foot_m, -ground),
    )


def standing_leg_centre_m(posture):
    """Return how far from the hip, towards the lifted leg, the standing leg's own weight lies, m."""
    held, share = solve(posture), value("leg-share")
    return (held.centre_m - (1 - share) * held.lever_m) / share


def resultant(forces, about_m=(0.0, 0.0)):
    """Return the sum of forces (towards the lifted leg, up; N) and of moments (N m) as one array of three.

    Examples
    --------
    >>> from gluteal.models.stance import Posture
    >>> bool(abs(resultant(free_body(Posture()))).max() < 1e-9)
    True
    """
    return np.array([sum(f.vector_n[0] for f in forces), sum(f.vector_n[1] for f in forces),
                     sum(f.moment_nm(about_m) for f in forces)])  # fmt: skip
