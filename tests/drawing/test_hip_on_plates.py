"""The hip's solids and their place on the plates: closed, of the right size, within the stated distances."""

import json
from collections import Counter

import numpy as np
import pytest

from gluteal.drawing import hip_on_plates
from gluteal.models import hip_paths
from gluteal.paths import data_dir
from gluteal.plates import load_plate
from gluteal.plates.solids import SOLIDS, load_solid
from tools import bone_solids


@pytest.mark.parametrize("name", SOLIDS)
def test_a_solid_is_closed(name):
    triangles = load_solid(name).triangles
    edges = Counter()
    for first, second in ((0, 1), (1, 2), (2, 0)):
        edges.update(map(tuple, triangles[:, [first, second]].tolist()))
    assert all(edges[(b, a)] == count for (a, b), count in edges.items())


@pytest.mark.parametrize("name", SOLIDS)
def test_triangles_face_outward(name):
    solid = load_solid(name)
    a, b, c = (solid.points_mm[solid.triangles[:, k]] for k in range(3))
    assert np.einsum("nk,nk->", a, np.cross(b, c)) / 6 > 10_000


@pytest.mark.parametrize("name", SOLIDS)
def test_the_tool_makes_the_solid_that_is_stored(name):
    stored = json.loads((data_dir() / "hip" / f"{name}.json").read_text("utf-8"))
    made = bone_solids.make(stored)
    assert len(made["points"]) == len(stored["points"])
    assert np.abs(np.array(made["points"]) - stored["points"]).max() <= 0.11


def test_the_head_is_a_ball_of_the_radius_of_the_model():
    points = load_solid("femur").points_mm
    far = np.linalg.norm(points, axis=1)
    cap = far[(points @ [0, 0.6, -0.8]) > 12]
    assert np.abs(cap - hip_paths.head_radius_m() * 1000).max() < 1.5


@pytest.mark.parametrize(("view", "right"), [("posterior", (0, 0, 1)), ("lateral", (1, 0, 0))])
def test_its_outline_is_that_of_the_plates(view, right):
    stored = json.loads((data_dir() / "hip" / "femur.json").read_text("utf-8"))
    points = load_solid("femur").points_mm @ bone_solids.frame(**stored["knee"])
    outline = load_plate(view).structures["femur"].outline
    for depth in (10, 40, 80, 120, 160):
        drawn = outline[np.abs(outline[:, 1] - depth) < 4][:, 0]
        solid = (points @ np.array(right))[np.abs(points[:, 1] + depth) < 4]
        assert abs(drawn.min() - solid.min()) < 5 and abs(drawn.max() - solid.max()) < 5


def test_what_the_docstring_says_of_the_distances_holds():
    said = {
        "asis": 4, "gluteus-medius": 8, "gluteus-minimus": 9, "tuberosity": 15, "iliac-crest": 15,
        "sacrum": 27, "psis": 28,
    }  # fmt: skip
    assert {key: round(value) for key, value in hip_on_plates.residuals_mm().items()} == said
