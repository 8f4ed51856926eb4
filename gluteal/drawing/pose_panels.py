"""Poses side by side on a page, each with its number and what it shows; arrows with their names."""

from functools import cache

import numpy as np

from gluteal.catalogue import name_of
from gluteal.catalogue.poses import poses
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.mannequin import scene_art
from gluteal.drawing.mannequin_arrows import COLOURS
from gluteal.drawing.mannequin_view import View
from gluteal.models.mannequin_scene import scene

COLUMN_PT, GAP_PT, TOP_PT, TALLEST_PT = 262.0, 16.0, 44.0, 236.0
WIDTH_PT = 2 * COLUMN_PT + GAP_PT + 2 * tpp.EDGE_PT
ROW_GAP_PT = 8.0
_CAPTION_GAP_PT, _BADGE_PT = 16.0, 20.0


@cache
def art(pose_id, detail, target=(), view=(None, None)):
    """Return the drawn scene of a pose; it is computed once.

    Parameters
    ----------
    pose_id : str
    detail : {"full", "small"}
    target : tuple of str
        Gluteal muscles shown on the skin.
    view : (float, float), optional
        Azimuth and elevation, degrees; by default those of the pose.

    Returns
    -------
    gluteal.drawing.mannequin.SceneArt
    """
    shown = {"muscles": "none", "target": target} if target else {}
    return scene_art(poses()[pose_id], *view, detail=detail, **shown)


def scale_of(arts):
    """Return points for a millimetre, so that all drawings fit their columns."""
    widest, tallest = (max(one.box_mm[axis] for one in arts) for axis in (2, 3))
    return min(COLUMN_PT / widest, TALLEST_PT / tallest)


def caption_pt(titles):
    """Return the room for the longest of some captions, points."""
    width = COLUMN_PT - _BADGE_PT
    lines = max(furniture.wrap(one, width, style.SIZE_BODY).count("\n") + 1 for one in titles)
    return lines * tpp.BODY_LEADING_PT + _CAPTION_GAP_PT


def corner(number, height, cell):
    """Return the left upper corner of a panel on the page, points."""
    row, column = divmod(number, 2)
    return tpp.EDGE_PT + column * (COLUMN_PT + GAP_PT), height - TOP_PT - row * cell


def panel(figure, pose, drawn, box, arrows=True):
    """Draw one pose; `box` is left, top, height and scale, points."""
    left, top, high, scale = box
    x, y, width, tall = drawn.box_mm
    wide = COLUMN_PT / scale
    window = (x + width / 2 - wide / 2, y + tall - high / scale, wide, high / scale)
    ax = page.axes_at(figure, None, window, left, top - high, scale)
    canvas.draw(ax, drawn.marks)
    if arrows:
        _arrow_words(ax, pose)


def _arrow_words(ax, pose):
    """The name of each arrow at its tail, on the side away from its head."""
    for arrow in pose.arrows:
        if arrow.get("label"):
            at, (right, down) = _tail(pose, arrow)
            ax.annotate(
                name_of(f"test-arrow-{arrow['label']}"), at, (-8 * right, 8 * down),
                textcoords="offset points", size=style.SIZE_BODY, weight="bold", zorder=9,
                ha=_away(right, "right", "left"), va=_away(down, "bottom", "top"), label="arrow word",
                color=COLOURS[arrow["kind"]], annotation_clip=False,
                bbox={"boxstyle": "round,pad=0.12", "fc": style.PAPER, "ec": "none", "alpha": 0.8},
            )  # fmt: skip


def _away(way, positive, negative):
    return positive if way > 0.4 else negative if way < -0.4 else "center"


def _tail(pose, arrow):
    """Where an arrow begins on the page, and its first direction: right, down."""
    view = View(float(pose.view["azimuth_deg"]), float(pose.view["elevation_deg"]))
    given = arrow.get("points") or [arrow["from"], arrow["to"]]
    start = scene(pose).place(given[0]) + np.array(arrow.get("off", (0, 0, 0)), dtype=float)
    then = start + given[1]["by"] if isinstance(given[1], dict) else scene(pose).place(given[1])
    at, end = view.project(np.stack([start, then]))[:, :2]
    return tuple(at), (end - at) / max(float(np.hypot(*(end - at))), 1e-9)


def caption(figure, number, words, at):
    """Write the number and the title of a pose under it."""
    left, top = at
    looks = {"size": style.SIZE_BODY, "weight": "bold", "color": style.INK}
    tpp.paragraph(figure, (left, top), f"{number}", _BADGE_PT, **looks)
    width = COLUMN_PT - _BADGE_PT
    tpp.paragraph(figure, (left + _BADGE_PT, top), words, width, size=style.SIZE_BODY, color=style.INK)
