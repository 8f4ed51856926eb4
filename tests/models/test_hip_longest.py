"""The longest position of a line: none of many others is longer, and published orderings hold."""

import numpy as np
import pytest

from gluteal.catalogue import load
from gluteal.models import hip
from gluteal.models.hip_longest import FLAT_PERCENT, STEP_DEG, longest


def changes(line, poses, variant="head24"):
    lengths = hip.solve(*np.asarray(poses, float).T, variant=variant, lines=(line,)).length_m[:, 0]
    return 100 * (lengths / hip.solve(0, variant=variant, lines=(line,)).length_m[0, 0] - 1)


@pytest.mark.parametrize("variant", hip.VARIANTS)
@pytest.mark.parametrize("line", hip.LINES)
def test_no_other_position_is_longer_by_more_than_the_grid_lets_through(line, variant):
    found = longest(line, variant)
    limits = [load().hip_joint[name] for name in ("flexion", "adduction", "rotation")]
    low, high = [one.minimum for one in limits], [one.maximum for one in limits]
    anywhere = np.random.default_rng(6).uniform(low, high, (20_000, 3))
    assert changes(line, anywhere, variant).max() <= found.change_percent + 0.2
    assert changes(line, [found.pose_deg], variant)[0] == pytest.approx(found.change_percent)
    assert np.all(np.array(found.pose_deg) >= low) and np.all(np.array(found.pose_deg) <= high)


@pytest.mark.parametrize("line", hip.LINES)
def test_the_flat_part_holds_the_longest_and_ends_where_the_line_gets_shorter(line):
    found = longest(line)
    for axis, (low, high) in enumerate(found.within_deg):
        assert low <= found.pose_deg[axis] <= high
        past = np.array(found.pose_deg)
        past[axis] = high + STEP_DEG
        if past[axis] <= load().hip_joint[("flexion", "adduction", "rotation")[axis]].maximum:
            assert changes(line, [past])[0] < found.change_percent - FLAT_PERCENT


def test_of_the_four_positions_of_the_cadaver_study_the_model_ranks_the_same_first():
    piriformis = changes("piri", [(0, 0, 45), (90, 0, -45), (90, 30, 0)])
    assert piriformis.argmax() == 2
    assert changes("gem", [(0, 0, 45), (90, 0, -45), (90, 30, 0)]).argmax() == 0


def test_an_unknown_line_or_form_is_named():
    with pytest.raises(KeyError, match="piriforms"):
        longest("piriforms")
    with pytest.raises(ValueError, match="head25"):
        longest("piri", "head25")
