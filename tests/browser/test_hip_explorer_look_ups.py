"""What the page looks up against what Python computes: lengths, turning arms, and what a short line takes."""

import json

import numpy as np
import pytest

from gluteal.models import hip
from gluteal.models.hip_shortening import shorten
from gluteal.widgets.assets import text
from gluteal.widgets.hip_records import hip_records
from gluteal.widgets.packing import unpack

LENGTH_MM, ARM_MM, CLEARANCE_MM, LOST_DEG = 0.02, 0.1, 0.02, 0.3
POSES = 1500
RUN = """
([code, table, motions, poses, shorts]) => {
  const page = new Function(`${code}; return { hipUnpackTable, hipSolve, hipShorten };`)();
  const known = page.hipUnpackTable(table);
  const solve = (variant) => poses.map((pose) => page.hipSolve(known, pose, variant).lines);
  const short = ([line, pose, amount, variant]) =>
    page.hipShorten(known, motions, line, pose, variant, amount);
  return { via: solve('via'), head24: solve('head24'), shorts: shorts.map(short) };
}
"""


def random_poses(count, seed):
    low, high = np.array([-20, -40, -45, 0]), np.array([110, 25, 45, 120])
    return np.random.default_rng(seed).uniform(low, high, (count, 4))


@pytest.fixture(scope="module")
def cases():
    starts = random_poses(60, 5)
    return [(k % 13, pose.tolist(), 1.0 + k % 25, hip.VARIANTS[k % 2]) for k, pose in enumerate(starts)]


@pytest.fixture
def found(page, cases):
    """Let the page's own code look everything up."""
    records = hip_records()
    table = json.loads(unpack(records["packed"]))["table"]
    poses = random_poses(POSES, 4).tolist()
    page.goto("about:blank")
    return page.evaluate(RUN, [text("common/hip_solve.js"), table, records["motions"], poses, cases])


def test_the_page_finds_what_python_computes(found):
    poses = random_poses(POSES, 4)
    for variant in hip.VARIANTS:
        python = hip.solve(*poses.T, variant=variant)
        length = np.array([[line["length"] for line in pose] for pose in found[variant]])
        arms = np.array([[line["arms"] for line in pose] for pose in found[variant]])
        clearance = np.array([[line["clearance"] for line in pose] for pose in found[variant]])
        assert np.abs(length - python.length_m * 1000).max() < LENGTH_MM
        assert np.abs(arms - python.moment_arm_m * 1000).max() < ARM_MM
        assert np.abs(clearance - python.clearance_m * 1000).max() < CLEARANCE_MM


def test_the_page_takes_away_what_python_takes_away(found, cases):
    for page, (line, pose, amount, variant) in zip(found["shorts"], cases, strict=True):
        python = shorten(hip.LINES[line], amount, tuple(pose[:3]), pose[3], variant)
        assert page["limit"] == pytest.approx(python.limit_mm, abs=2 * LENGTH_MM)
        longest = sorted(motion.longest_mm for motion in python.motions)
        if longest[-1] - longest[-2] > 2 * LENGTH_MM:
            assert page["first"] == python.first
        for shown, motion in zip(page["motions"], python.motions, strict=True):
            assert shown["name"] == motion.name and shown["longest"] == pytest.approx(
                motion.longest_mm, abs=0.03
            )
            if abs(motion.longest_mm - python.limit_mm) > 0.3 and not python.start_too_long:
                assert shown["lost"] == pytest.approx(motion.lost_deg, abs=2.5)
