"""What the page looks up is what the model computes."""

import numpy as np
import pytest

from gluteal.models import hip
from gluteal.models.hip_table import hip_table

# mm: length, moment arm, clearance; stated in the docstring of gluteal.models.hip_table
LIMITS = {"length_m": 0.007, "moment_arm_m": 0.08, "clearance_m": 0.001}


@pytest.fixture(scope="module")
def table():
    return hip_table()


@pytest.mark.parametrize("variant", hip.VARIANTS)
def test_the_error_of_the_look_up_is_as_stated(table, variant):
    generator = np.random.default_rng(11)
    low, high = np.array([-20, -40, -45, 0]), np.array([110, 25, 45, 120])
    poses = generator.uniform(low, high, (20_000, 4))
    model, page = hip.solve(*poses.T, variant=variant), table.interpolate(poses, variant)
    for name, limit in LIMITS.items():
        assert np.abs(getattr(model, name) - getattr(page, name)).max() * 1000 <= limit, name


def test_at_the_knots_of_the_table_nothing_is_lost(table):
    neutral = table.interpolate([[0, 0, 0, 0]]).length_m[0] * 1000
    np.testing.assert_allclose(neutral, table.neutral_mm, atol=0.007)


def test_the_table_is_small(table):
    numbers = sum(part.size for part in (*table.length_mm.values(), *table.lever_mm.values()))
    assert numbers + table.clearance_mm.size < 25_000
