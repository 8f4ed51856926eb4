"""At start, end, error and on the way between them nobody passes through furniture, walls or the floor."""

import numpy as np
import pytest

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.models.mannequin_scene import scene
from gluteal.models.mannequin_surface import surface
from gluteal.models.motion import frames

FLOOR_MM = 23.0
"""As far as flesh and rounded ends give below the floor."""
LIMITS_MM = {"wall": 25.0, "wood": 25.0, "frame": 25.0, "pad": 45.0}
"""How deep skin may lie in a thing, by its look: flesh and a padded top give, a wall and wood hardly."""
ROUND_MM = 45.0
"""In a ball or roller, which the flesh goes round."""
WAY_MM = 25.0
"""So much more on the way, where no pose was set by hand."""
SOFT = ("floor", "rubber", "cloth", "mat")
WAYS = [(one, way) for one in exercise_poses() for way in ("end", "error")]


def upright(corners):
    """Middle, the two level directions with half their lengths, and half the height of an upright block."""
    middle = corners.mean(axis=0)
    top = corners[corners[:, 1] > middle[1]]
    near = np.argsort(np.linalg.norm(top - top[0], axis=1))[1:3]
    sides = [top[place] - top[0] for place in near]
    lengths = [np.linalg.norm(one) for one in sides]
    level = [one / length for one, length in zip(sides, lengths, strict=True)]
    return middle, level, [length / 2 for length in lengths], top[0, 1] - middle[1]


def in_wall(points, corners, inside):
    """How far the farthest of some points lies beyond the face of a wall that looks to the room, mm."""
    middle, level, halves, tall = upright(corners)
    thin, wide = np.argsort(halves)
    beyond = halves[thin] - (points - middle) @ level[thin] * np.sign((inside - middle) @ level[thin])
    within = (abs((points - middle) @ level[wide]) < halves[wide]) & (abs(points[:, 1] - middle[1]) < tall)
    return np.where(within, beyond, -1.0).max()


def in_block(points, corners):
    """How deep the deepest of some points lies under the top or behind a side of a block, mm."""
    middle, level, halves, tall = upright(corners)
    away = points - middle
    aside = np.min([half - abs(away @ one) for one, half in zip(level, halves, strict=True)], axis=0)
    depth = np.minimum(aside, tall - away[:, 1])
    return np.where((aside > 0) & (away[:, 1] > -tall), depth, -1.0).max()


def in_round(points, axis, radius_mm):
    """How deep the deepest of some points lies in a ball or roller, mm."""
    start, along = axis[0], axis[-1] - axis[0]
    size = along @ along
    share = np.clip((points - start) @ along / size, 0, 1) if size > 1e-9 else np.zeros(len(points))
    return radius_mm - np.linalg.norm(points - start - share[:, None] * along, axis=1).min()


def skin(found):
    parts = [part for one in found.figures.values() for part in surface(one)]
    return np.concatenate([part.points.reshape(-1, 3) for part in parts])


def faults(pose, more=0.0):
    """What lies too deep, in words."""
    found = scene(pose)
    points = skin(found)
    said = [f"{-points[:, 1].min():.0f} mm below the floor"] if points[:, 1].min() < -FLOOR_MM else []
    for name, solids in found.props.items():
        for one in solids:
            if one.look in SOFT or one.net is not None or (not one.flat and one.axis is None):
                continue
            if not one.flat:
                deep, most = in_round(points, one.axis, one.radius_mm), ROUND_MM
            elif one.look == "wall":
                deep, most = in_wall(points, one.points, points.mean(axis=0)), LIMITS_MM["wall"]
            else:
                deep, most = in_block(points, one.points), LIMITS_MM[one.look]
            said += [f"{deep:.0f} mm in the {name} ({one.look})"] if deep > most + more else []
    return said


@pytest.mark.parametrize("phase", ["start", "end", "error"])
@pytest.mark.parametrize("one", exercise_poses())
def test_nobody_stands_sits_or_lies_inside_a_thing(one, phase):
    assert faults(getattr(exercise_poses()[one], phase)) == []


@pytest.mark.parametrize(("one", "way"), WAYS)
def test_nobody_passes_through_things_or_the_floor(one, way):
    drawn = exercise_poses()[one]
    for pose in frames(drawn.start, getattr(drawn, way), 5)[1:-1]:
        assert faults(pose, WAY_MM) == []


def test_a_body_inside_a_thing_is_found_however_thin_the_thing_is():
    block = np.array([[x, y, z] for x in (0, 400) for y in (0, 100) for z in (0, 400)], dtype=float)
    assert in_block(np.array([[200.0, 40.0, 200.0]]), block) == pytest.approx(60)
    assert in_block(np.array([[200.0, 140.0, 200.0]]), block) < 0
    assert in_block(np.array([[200.0, -30.0, 200.0]]), block) < 0
    wall = np.array([[x, y, z] for x in (0, 900) for y in (0, 2000) for z in (0, 30)], dtype=float)
    beyond = in_wall(np.array([[400.0, 900.0, -130.0]]), wall, np.array([400.0, 900.0, 500.0]))
    assert beyond == pytest.approx(160)
    assert in_round(np.array([[30.0, 0, 0]]), np.zeros((2, 3)), 40.0) == pytest.approx(10)
