"""Make the solids of the hip's bones anew from their balls and chains: ``python -m tools.bone_solids``.

Reads ``data/hip/femur.json`` and ``shank.json``, computes their surface and writes it back into them.
Change a ball, run it, and look at the hip explorer.
"""

import json

import numpy as np

from gluteal.paths import data_dir

from .femur_field import field, settled
from .surface_net import surface

NAMES = ("femur", "shank")
MARGIN_MM = 8.0


def make(solid):
    """Return a solid with ``points`` (0.1 mm, in the femur's frame), ``triangles`` and ``courses`` on it."""
    balls, chains, melt = solid["balls"], solid["chains"], solid["melt_mm"]
    ends = np.array(list(balls.values()), float)
    low = (ends[:, :3] - ends[:, 3:]).min(axis=0) - MARGIN_MM
    high = (ends[:, :3] + ends[:, 3:]).max(axis=0) + MARGIN_MM
    points, triangles = surface(lambda found: field(found, balls, chains, melt), low, high, solid["step_mm"])
    turn = frame(**solid["knee"])
    courses = {name: _course(line, solid) for name, line in solid["lines"].items()}
    return {
        **solid,
        "points": _tenths(settled(points, balls, chains, melt) @ turn.T),
        "triangles": triangles.tolist(),
        "courses": {name: _tenths(line @ turn.T) for name, line in courses.items()},
    }


def frame(lateral, medial):
    """Return the matrix from the plates' frame into the femur's, from the two epicondyles."""
    lateral, medial = np.array(lateral), np.array(medial)
    up = -(lateral + medial) / 2
    up /= np.linalg.norm(up)
    side = (lateral - medial) - ((lateral - medial) @ up) * up
    side /= np.linalg.norm(side)
    return np.array([np.cross(up, side), up, side])


def _course(line, solid):
    """A line through landmarks, denser and moved onto the surface."""
    line = np.array(line, float)
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    at = np.linspace(0, along[-1], max(2, round(along[-1] / 4)))
    dense = np.stack([np.interp(at, along, column) for column in line.T], axis=1)
    return settled(dense, solid["balls"], solid["chains"], solid["melt_mm"])


def _tenths(points):
    return np.round(points, 1).tolist()


def text(solid):
    """Return the file: one key a line."""
    parts = [f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in solid.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    """Write the solids."""
    for name in NAMES:
        file = data_dir() / "hip" / f"{name}.json"
        solid = make(json.loads(file.read_text("utf-8")))
        file.write_text(text(solid), encoding="utf-8", newline="\n")
        print(f"{file.name}: {len(solid['points'])} points, {len(solid['triangles'])} triangles")


if __name__ == "__main__":
    main()
