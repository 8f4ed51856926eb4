"""Between start and end nobody passes through furniture or the floor, where the player shows it."""

import numpy as np
import pytest

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.models.mannequin_scene import scene
from gluteal.models.mannequin_surface import surface
from gluteal.models.motion import frames

FLOOR_MM, DEEPER_MM = 23.0, 20.0
"""As far as flesh and rounded ends give: below the floor; deeper in a thing than at both ends of the way."""
SOFT = ("floor", "rubber", "cloth")
WAYS = [(one, way) for one in exercise_poses() for way in ("end", "error")]


def in_block(points, corners):
    """How deep the deepest of some points lies in an upright block, mm; negative outside."""
    middle = corners.mean(axis=0)
    top = corners[corners[:, 1] > middle[1]]
    near = np.argsort(np.linalg.norm(top - top[0], axis=1))[1:3]
    sides = [top[place] - top[0] for place in near] + [np.array([0, 2 * (top[0] - middle)[1], 0])]
    halves = [np.linalg.norm(one) / 2 for one in sides]
    aside = [abs((points - middle) @ side) / (2 * half) for side, half in zip(sides, halves, strict=True)]
    return np.min([half - one for half, one in zip(halves, aside, strict=True)], axis=0).max()


def in_round(points, axis, radius_mm):
    """How deep the deepest of some points lies in a ball or roller, mm."""
    start, along = axis[0], axis[-1] - axis[0]
    size = along @ along
    share = np.clip((points - start) @ along / size, 0, 1) if size > 1e-9 else np.zeros(len(points))
    return radius_mm - np.linalg.norm(points - start - share[:, None] * along, axis=1).min()


def measured(pose):
    """The lowest point of the skin, and how deep it lies in each thing, mm."""
    found = scene(pose)
    parts = [part for one in found.figures.values() for part in surface(one)]
    skin = np.concatenate([part.points.reshape(-1, 3) for part in parts])
    deep = {}
    for name, solids in found.props.items():
        for one in solids:
            if one.look in SOFT or one.net is not None or (not one.flat and one.axis is None):
                continue
            here = in_block(skin, one.points) if one.flat else in_round(skin, one.axis, one.radius_mm)
            deep[name] = max(deep.get(name, 0.0), here)
    return skin[:, 1].min(), deep


@pytest.mark.parametrize(("one", "way"), WAYS)
def test_nobody_passes_through_things_or_the_floor(one, way):
    drawn = exercise_poses()[one]
    shown = [measured(pose) for pose in frames(drawn.start, getattr(drawn, way), 5)]
    assert min(low for low, _ in shown) >= -FLOOR_MM
    ends = [deep for _, deep in (shown[0], shown[-1])]
    for _, deep in shown[1:-1]:
        for name, here in deep.items():
            assert here <= max(found.get(name, 0.0) for found in ends) + DEEPER_MM, name


def test_a_body_inside_a_block_is_found():
    corners = np.array([[x, y, z] for x in (0, 100) for y in (0, 100) for z in (0, 100)], dtype=float)
    assert in_block(np.array([[50.0, 90.0, 50.0]]), corners) == pytest.approx(10)
    assert in_block(np.array([[150.0, 90.0, 50.0]]), corners) < 0
    assert in_round(np.array([[30.0, 0, 0]]), np.zeros((2, 3)), 40.0) == pytest.approx(10)
