"""Small operations on grids: soft focus that stays inside a mask, slopes, outlines of masks as points."""

import numpy as np

from gluteal.drawing.isolines import isolines


def blurred(values, radius):
    """Return values in soft focus: three passes of a running mean of ``2 radius + 1`` squares."""
    for _ in range(3):
        for axis in (0, 1):
            values = _running_mean(values, radius, axis)
    return values


def _running_mean(values, radius, axis):
    width = [(0, 0), (0, 0)]
    width[axis] = (radius + 1, radius)
    total = np.cumsum(np.pad(values, width, mode="edge"), axis=axis)
    length = values.shape[axis]
    ahead, behind = (
        np.take(total, np.arange(first, first + length), axis=axis) for first in (2 * radius + 1, 0)
    )
    return (ahead - behind) / (2 * radius + 1)


def blurred_inside(values, mask, radius):
    """Return values in soft focus, nothing from outside the mask mixed in; outside, the nearest known."""
    weight = blurred(mask.astype(float), radius)
    return blurred(np.where(mask, values, 0.0), radius) / np.maximum(weight, 1e-6)


def slopes(depth, region, step_mm, jump_mm):
    """Return the slope of a surface to the right and down; across a jump the side without it counts."""
    found = []
    for axis in (1, 0):
        ahead = np.roll(depth, -1, axis=axis) - depth
        same = (np.roll(region, -1, axis=axis) == region) & (np.abs(ahead) < jump_mm)
        ahead = np.where(same, ahead, 0.0)
        behind, before = np.roll(ahead, 1, axis=axis), np.roll(same, 1, axis=axis)
        found.append((ahead + behind) / np.maximum(same.astype(int) + before, 1) / step_mm)
    return found


def loops(mask_or_values, level=0.5, least=6):
    """Return closed lines of equal value, as (column, row), long ones only."""
    padded = np.pad(mask_or_values, 1, constant_values=min(float(mask_or_values.min()), level) - 1.0)
    return [line - 1 for line in isolines(padded, level) if len(line) >= least]


def smoothed(line, rounds=2, closed=True):
    """Return a line with its staircase taken out: each point moves towards its neighbours."""
    for _ in range(rounds):
        before, after = np.roll(line, 1, axis=0), np.roll(line, -1, axis=0)
        moved = 0.25 * before + 0.5 * line + 0.25 * after
        if not closed:
            moved[[0, -1]] = line[[0, -1]]
        line = moved
    return line


def thinned(line, tolerance, closed=True):
    """Return the points of a line that keep it within a tolerance (Douglas and Peucker, no recursion)."""
    if closed:
        start = int(np.argmax(((line - line[0]) ** 2).sum(axis=1)))
        first = thinned(line[: start + 1], tolerance, closed=False)
        second = thinned(np.vstack([line[start:], line[:1]]), tolerance, closed=False)
        return np.vstack([first[:-1], second[:-1]])
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        along = line[last] - line[first]
        away = line[first + 1 : last] - line[first]
        length = np.hypot(*along)
        off = (
            np.abs(away[:, 0] * along[1] - away[:, 1] * along[0]) / length
            if length > 1e-9
            else np.hypot(*away.T)
        )
        far = int(np.argmax(off))
        if off[far] > tolerance:
            kept.add(first + 1 + far)
            waiting += [(first, first + 1 + far), (first + 1 + far, last)]
    return line[sorted(kept)]


def path(line, closed=True):
    """Return path data of a smooth curve through points: whole millimetres, relative, as short as can be."""
    if len(line) < 3:
        return ""
    line = np.asarray(line, dtype=float)
    before = np.roll(line, 1, axis=0) if closed else np.vstack([line[:1], line[:-1]])
    after = np.roll(line, -1, axis=0) if closed else np.vstack([line[1:], line[-1:]])
    tangent = _modest((after - before) / 6, line, before, after)
    ends = list(zip(line, tangent, after, np.roll(tangent, -1, axis=0), strict=True))
    here = np.round(line[0])
    text = f"M{here[0]:.0f} {here[1]:.0f}"
    for point, leave, target, arrive in ends if closed else ends[:-1]:
        goal = np.round(target)
        values = np.round(np.concatenate([point + leave - here, target - arrive - here, goal - here])).astype(
            int
        )
        text += "c" + "".join(f"{' ' if n and v >= 0 else ''}{v}" for n, v in enumerate(values))
        here = goal
    return text + ("Z" if closed else "")


def _modest(tangent, line, before, after):
    """Tangents no longer than a third of the shorter neighbour, so that unequal points make no loops."""
    shorter = np.minimum(np.hypot(*(line - before).T), np.hypot(*(after - line).T))
    length = np.maximum(np.hypot(*tangent.T), 1e-9)
    return tangent * np.minimum(1.0, np.maximum(shorter, 1e-9) * 0.4 / length)[:, None]
