"""Reader of the solids of the hip's bones in ``data/hip``, and of the places that tie model and plates.

Millimetres from the hip centre; anterior, up, lateral (to the right).
"""

import json
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gluteal.paths import data_dir

SOLIDS = ("femur", "shank")


@dataclass(frozen=True, eq=False)
class Solid:
    """A closed surface of triangles, in the femur's frame: the knee straight below the hip centre.

    Attributes
    ----------
    name : str
    points_mm : ndarray, shape (n, 3)
    triangles : ndarray of int, shape (m, 3)
        Corners run anticlockwise, seen from outside.
    courses : dict of str to ndarray, shape (k, 3)
        Crests and edges that lie on it.
    provenance : str
        What it was fitted to, and how well it fits.
    """

    name: str
    points_mm: np.ndarray
    triangles: np.ndarray
    courses: dict[str, np.ndarray]
    provenance: str


@dataclass(frozen=True)
class Place:
    """A place that model and plates share.

    Attributes
    ----------
    lines : tuple of str
        Lines of the model whose first points, on average, lie there; none for the midpoint of the anterior
        superior iliac spines, the origin of the model's pelvis.
    plate_mm : tuple of float
        Where the plates have it.
    """

    id: str
    name: str
    lines: tuple[str, ...]
    plate_mm: tuple[float, float, float]


@lru_cache
def load_solid(name):
    """Read one solid.

    Parameters
    ----------
    name : {"femur", "shank"}

    Raises
    ------
    KeyError
        For another name.

    Examples
    --------
    >>> load_solid("femur").points_mm.shape[1]
    3
    """
    if name not in SOLIDS:
        raise KeyError(f"unknown solid {name!r}; choose from {', '.join(SOLIDS)}")
    raw = _read(f"{name}.json")
    courses = {key: np.array(line) for key, line in raw["courses"].items()}
    return Solid(name, np.array(raw["points"]), np.array(raw["triangles"]), courses, raw["provenance"])


def registration_places():
    """Return the places by which the model's pelvis is laid onto the plates.

    Examples
    --------
    >>> registration_places()[0].id
    'asis'
    """
    places = _read("registration.json")["places"]
    return tuple(Place(one["id"], one["name"], tuple(one["lines"]), tuple(one["plate_mm"])) for one in places)


def behind_bone(view):
    """Return the lines whose first stretch the pelvis hides in a view.

    Examples
    --------
    >>> behind_bone("posterior")
    ('piri',)
    """
    return tuple(_read("registration.json")["behind_bone"][view])


@lru_cache
def _read(file):
    return json.loads((data_dir() / "hip" / file).read_text("utf-8"))
