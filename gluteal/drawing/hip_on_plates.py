"""The computed hip laid onto the plates: one turn about the axis from side to side.

Model and plates share the hip centre, the axes and the size (half the distance between the hips is 83.5
mm in the model and 82 mm on the plates). The pelvis of the model is tipped further forward: turning it
back by about 15 degrees lays its places onto those of the plates
(`gluteal.plates.solids.registration_places`). What is left, seen from the side: the spines 4 mm, the
origins of gluteus medius 8, gluteus minimus 9, quadratus femoris 15, tensor fasciae latae 15, piriformis
27 (too far back, inside the sacrum) and gluteus maximus 28 mm (too high). The gemelli, not used, begin
24 mm too low, and gluteus medius ends 10 mm behind the facets of the trochanter. Lines are drawn where
the model has them: that they float beside the bone by so much is part of what the model is.

From behind the picture is square onto the pelvis of the plates. From the side it is turned forward by
the same angle, so that the thigh of the neutral pose hangs straight down.
"""

from functools import cache

import numpy as np

from gluteal.models import hip_paths
from gluteal.plates.solids import registration_places


@cache
def tip_deg():
    """Return by how much the model's pelvis is turned back to lie on that of the plates, deg.

    Examples
    --------
    >>> round(tip_deg())
    15
    """
    model = np.array([model_place_mm(place) for place in registration_places()])[:, :2]
    plate = np.array([place.plate_mm for place in registration_places()])[:, :2]
    across = (model[:, 0] * plate[:, 1] - model[:, 1] * plate[:, 0]).sum()
    return float(np.degrees(np.arctan2(across, (model * plate).sum())))


def onto_plates():
    """Return the matrix that turns a point of the model's pelvis into the plates' frame, shape (3, 3)."""
    angle = np.deg2rad(tip_deg())
    return np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])


def model_place_mm(place):
    """Return where the model has a place: anterior, up, lateral from the hip centre, mm."""
    if not place.lines:
        return -hip_paths.hip_centre_m() * 1000
    return np.mean([hip_paths.path(line).route.pelvis_m[0] for line in place.lines], axis=0) * 1000


def residuals_mm():
    """Return how far each place of the model lies from that of the plates, as seen from the side, mm.

    Examples
    --------
    >>> max(residuals_mm().values()) < 30
    True
    """
    turn = onto_plates()
    return {
        place.id: float(np.linalg.norm((turn @ model_place_mm(place) - place.plate_mm)[:2]))
        for place in registration_places()
    }
