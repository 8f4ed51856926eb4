"""What the tests of the drawn plates measure with: distances, insides, crossings; where the plates lie."""

import csv
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
from matplotlib.path import Path as Region

from gluteal.plates import load_plate

FOLDER = Path(__file__).resolve().parent.parent / "data" / "plates"
VIEWS = {"posterior": [-125, -155, 215, 345], "lateral": [-120, -155, 205, 345]}
LOWER_EDGE_MM = 190
EVERY_STRUCTURE = [(view, key) for view in VIEWS for key in load_plate(view).structures]
SCHEMATIC = {
    "superior-gluteal-nerve", "inferior-gluteal-nerve", "posterior-femoral-cutaneous-nerve",
    "pudendal-nerve", "nerve-to-obturator-internus", "gluteal-aponeurosis",
}  # fmt: skip
"""Drawn after textbooks; no surface of the reference body has them."""


def svg(view):
    """Root of the file of a view."""
    return ET.parse(FOLDER / f"{view}.svg").getroot()


def inside(points, ring, slack_mm):
    """True for each point inside a ring or at most ``slack_mm`` outside it."""
    return Region(ring).contains_points(points) | (distance(points, ring) <= slack_mm)


def distance(points, line):
    """Distance of each point to a polyline, mm."""
    begin, step = line[:-1], np.diff(line, axis=0)
    length = np.maximum((step**2).sum(axis=1), 1e-12)
    away = points[:, None, :] - begin[None]
    share = np.clip((away * step).sum(axis=2) / length, 0, 1)
    return np.linalg.norm(away - share[..., None] * step, axis=2).min(axis=1)


def nearest(points, lines):
    """Distance of each point to the nearest of several polylines, mm."""
    return np.min([distance(points, line) for line in lines], axis=0)


def crossings(ring):
    """Number of pairs of sides of a closed ring that cross."""
    begin, end = ring, np.roll(ring, -1, axis=0)
    solid = np.linalg.norm(end - begin, axis=1) > 1e-9
    begin, end = begin[solid], end[solid]

    def side(a, b, c):
        return np.sign(
            (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1])
            - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
        )

    a, b, c, d = begin[:, None], end[:, None], begin[None], end[None]
    crossed = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    return int(np.triu(crossed, 2).sum())


def marks(view, key, role):
    """Details of one role of a structure, each as points."""
    return [detail.line for detail in load_plate(view).structures[key].of_role(role)]


def rows(name):
    """Rows of a table beside the plates."""
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
