"""The figure that the page paints has the outline of the one that Python draws."""

import io

import numpy as np
import pytest

from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.drawing import canvas as drawing
from gluteal.drawing.mannequin import scene_art
from gluteal.widgets import ExercisePlayer

from .exercise import canvas, open_player, painted, scrub

FREE = ("standing-adductor-stretch", "lateral-band-walk")
"""Exercises without furniture, mat or wall, so that what is painted is the body."""
LEAST = 0.95
ALPHA = """(canvas) => {
  const { width, height } = canvas, { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const bits = Array.from({ length: width * height }, (_, at) => Number(data[4 * at + 3] > 200));
  return [width, height, bits.join('')]; }"""


def in_the_page(page, number):
    width, height, bits = canvas(page, number).evaluate(ALPHA)
    return np.frombuffer(bits.encode(), dtype=np.uint8).reshape(height, width) == ord("1")


def by_python(pose, azimuth_deg, elevation_deg):
    from matplotlib.figure import Figure
    from PIL import Image

    art = scene_art(pose, azimuth_deg, elevation_deg)
    x, y, width, height = art.box_mm
    ax = Figure(figsize=(width / 200, height / 200), facecolor="white").add_axes((0, 0, 1, 1))
    ax.set(xlim=(x, x + width), ylim=(y + height, y))
    ax.axis("off")
    drawing.draw(ax, art.figures)
    held = io.BytesIO()
    ax.figure.savefig(held, dpi=110, format="png")
    mask = np.asarray(Image.open(held).convert("RGB")).min(axis=-1) < 250
    for axis in (0, 1):  # half of the ink of its outline lies outside the body: one pixel of this picture
        mask = mask & np.roll(mask, 1, axis) & np.roll(mask, -1, axis)
    return mask


def squared(mask, size=400):
    """A silhouette cut out and brought to one size, and how broad it is for its height."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    place = [np.linspace(0, length - 1, size).round().astype(int) for length in cut.shape]
    return cut[np.ix_(*place)], cut.shape[1] / cut.shape[0]


@pytest.mark.parametrize("phase", ["start", "end", "error"])
@pytest.mark.parametrize("one", FREE)
def test_page_and_python_show_the_same_outline(widget_page, one, phase):
    page = open_player(widget_page, ExercisePlayer(one, exercises=[one]))
    if phase == "error":
        page.get_by_role("button", name="Common error", exact=True).click()
    if phase != "start":
        scrub(page)
    for number in (0, 1):
        _, _, azimuth, elevation, _ = painted(page, number)
        pose = getattr(exercise_poses()[one], phase)
        seen, broad = squared(in_the_page(page, number))
        drawn, asked = squared(by_python(pose, azimuth, elevation))
        assert broad == pytest.approx(asked, rel=0.03)
        assert (seen & drawn).sum() / (seen | drawn).sum() > LEAST
