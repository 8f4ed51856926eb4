"""The articulated figure drawn: people, props, shadows and arrows of a pose, from any direction.

Kinematics and skin are `gluteal.models.mannequin*`; here the page is divided into small squares, what is
nearest in
each is found, and outline, tones and lines are traced from that. The marks are in millimetres, x to the
right, y
down, the floor at y = 0 for a level view.
"""

from dataclasses import dataclass

import numpy as np

from gluteal.drawing import canvas
from gluteal.drawing.mannequin_arrows import arrow_marks, spot_marks
from gluteal.drawing.mannequin_ink import PALETTES, figure_marks, net_palette
from gluteal.drawing.mannequin_layers import figure_layer, net_layer
from gluteal.drawing.mannequin_muscles import painted
from gluteal.drawing.mannequin_props import painters_order, shadow_marks, solid_marks, triangles
from gluteal.drawing.mannequin_raster import FAR, grid_for, paint
from gluteal.drawing.mannequin_view import View
from gluteal.models.mannequin_scene import scene, scene_points
from gluteal.models.mannequin_surface import surface

STEPS_MM = {"full": 2.5, "small": 5.0}
"""Side of a square of the page: what is smaller is not seen."""


@dataclass(frozen=True, eq=False)
class SceneArt:
    """A drawn scene.

    Attributes
    ----------
    props, shadows, figures, arrows : tuple of Mark
        In the order in which they are drawn.
    box_mm : (float, float, float, float)
        Left, top, width and height of all of it on the page; a wall may run on beyond.
    """

    props: tuple
    shadows: tuple
    figures: tuple
    arrows: tuple
    box_mm: tuple[float, float, float, float]

    @property
    def marks(self):
        """All marks, in painter's order."""
        return [*self.props, *self.shadows, *self.figures, *self.arrows]


def draw_scene(ax, pose, azimuth_deg=None, elevation_deg=None, detail="full", **shown):
    """Draw a pose on an Axes in millimetres, y down.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Its limits may be set before, with y down; where they are as matplotlib makes them, they are set to
        hold
        the scene.
    pose : gluteal.catalogue.poses.Pose
    azimuth_deg, elevation_deg : float, optional
        Where the eye stands; by default as the pose says. See `gluteal.drawing.mannequin_view`.
    detail : {"full", "small"}
        ``small`` has few marks, for a picture of a few centimetres.
    **shown
        ``muscles`` (``"none"``, ``"all"`` or a list of ids), ``target`` (ids) and ``sides``: gluteal muscles
        painted on the patient's skin, see `gluteal.drawing.mannequin_muscles`.

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from gluteal.catalogue.poses import pose
    >>> len(draw_scene(Figure().add_subplot(), pose("standing"), detail="small").artists)
    1
    """
    art = scene_art(pose, azimuth_deg, elevation_deg, detail, **shown)
    if ax.get_autoscale_on():
        x, y, width, height = art.box_mm
        ax.set(xlim=(x, x + width), ylim=(y + height, y))
    ax.set_aspect("equal")
    ax.axis("off")
    canvas.draw(ax, art.marks)
    return ax


def scene_marks(pose, azimuth_deg=None, elevation_deg=None, detail="full", **shown):
    """Return a pose as marks in painter's order, mm, y down; muscles as for `draw_scene`."""
    return scene_art(pose, azimuth_deg, elevation_deg, detail, **shown).marks


def scene_places(pose, azimuth_deg=None, elevation_deg=None):
    """Return where all named places lie on the page: ``"patient.heel-left"`` → (x, y), mm, y down."""
    view = view_of(pose, azimuth_deg, elevation_deg)
    return {name: tuple(view.project(at)[:2].round(1)) for name, at in scene_points(pose).items()}


def view_of(pose, azimuth_deg=None, elevation_deg=None):
    """Return the direction from which a pose is drawn."""
    azimuth = pose.view["azimuth_deg"] if azimuth_deg is None else azimuth_deg
    return View(float(azimuth), float(pose.view["elevation_deg"] if elevation_deg is None else elevation_deg))


def scene_art(pose, azimuth_deg=None, elevation_deg=None, detail="full", **shown):
    """Return a drawn scene, its parts apart; muscles as for `draw_scene`.

    Raises
    ------
    ValueError
        When there is no such detail.
    """
    if detail not in STEPS_MM:
        raise ValueError(f"there is no detail {detail!r}; choose from {', '.join(STEPS_MM)}")
    view = view_of(pose, azimuth_deg, elevation_deg)
    found = scene(pose)
    parts = {role: surface(figure) for role, figure in found.figures.items()}
    things = [one for group in found.props.values() for one in group]
    solids = painters_order([one for one in things if one.net is None], view)
    nets = [one for one in things if one.net is not None]
    skin = np.concatenate([part.points.reshape(-1, 3) for group in parts.values() for part in group])
    small = detail == "small"
    grid = grid_for(view.project(np.concatenate([skin, *(one.points for one in nets)])), STEPS_MM[detail])
    figures = _figures(found, parts, (solids, nets), view, grid, shown)
    props = [mark for one in solids for mark in solid_marks(one, view)]
    ways = [_arrow_line(found, one, view) for one in pose.arrows]
    arrows = [
        mark for one, way in zip(pose.arrows, ways, strict=True) for mark in arrow_marks(one["kind"], way)
    ]
    spots = [
        mark
        for one in pose.spots
        for mark in spot_marks(view.project(found.place(one["at"])), one.get("radius", 34))
    ]
    shadows = [] if small else shadow_marks(_tops(found, pose), skin, view)
    standing = [one for one in solids if one.look != "wall"]
    return SceneArt(
        tuple(props), tuple(shadows), tuple(figures), tuple(spots + arrows), _box(view, skin, standing, ways)
    )


def _figures(found, parts, things, view, grid, shown):
    solids, nets = things
    layers = {role: figure_layer(group, view, grid, found.clothing[role]) for role, group in parts.items()}
    wound = [net_layer(one, view, grid) for one in nets]
    before = _hidden_by(solids, view, grid)
    nearest = np.maximum.reduce([before, *(layer.depth for layer in [*layers.values(), *wound])])
    order = sorted(layers, key=lambda role: role == "patient")
    drawn = [
        (layers[role], PALETTES[role], _painted(found, layers, role, view, grid, shown)) for role in order
    ]
    drawn += [(layer, net_palette(one.look), ()) for layer, one in zip(wound, nets, strict=True)]
    marks, small = [], grid.step_mm == STEPS_MM["small"]
    for layer, palette, muscles in drawn:
        mask = (layer.segment >= 0) & (layer.depth >= nearest)
        marks += figure_marks(layer, _without_specks(mask), grid, palette, small, muscles)
    return marks


def _painted(found, layers, role, view, grid, shown):
    """The muscles on a figure's skin; only the patient shows them."""
    if role != "patient" or not shown:
        return []
    wanted = {"muscles": "none", "target": ()} | shown
    return painted(found.figures[role], layers[role], view, grid, **wanted)


def _without_specks(mask):
    """The mask without single squares, which a depth equal to another leaves."""
    around = sum(np.roll(mask, shift, axis=axis).astype(int) for axis in (0, 1) for shift in (-1, 1))
    return (mask & (around > 1)) | (around == 4)


_PRESSED_MM = 26.0
"""So far a body may sink into what carries it before the prop hides it."""


def _hidden_by(solids, view, grid):
    standing = [one for one in solids if one.look not in ("floor", "wall")]
    if not standing:
        return np.full(grid.shape, FAR)
    groups = [triangles(one, view) for one in standing]
    depth, _ = paint(grid, np.concatenate(groups), np.zeros(sum(map(len, groups)), dtype=int))
    return np.where(depth > FAR, depth - _PRESSED_MM, FAR)


def _tops(found, pose):
    """Heights and corners of all tops that catch a shadow."""
    tops = [(0.0, None)]
    for group in found.props.values():
        for one in group:
            if one.flat and one.top_mm:
                tops.append((one.top_mm, one.points[np.isclose(one.points[:, 1], one.top_mm)]))
    return tops


def _arrow_line(found, arrow, view):
    """The points of an arrow on the page; two make a straight one, three are joined by a curve."""
    given = arrow.get("points") or [arrow["from"], arrow["to"]]
    start = found.place(given[0]) + np.array(arrow.get("off", (0, 0, 0)), dtype=float)
    rest = [
        start + np.array(one["by"], dtype=float) if isinstance(one, dict) else found.place(one)
        for one in given[1:]
    ]
    knots = view.project(np.array([start, *rest]))[:, :2]
    if len(knots) == 3:
        t = np.linspace(0, 1, 13)[:, None]
        through = 2 * knots[1] - 0.5 * (knots[0] + knots[2])
        return (1 - t) ** 2 * knots[0] + 2 * t * (1 - t) * through + t**2 * knots[2]
    return knots


def _box(view, skin, solids, ways, margin=40.0):
    """What holds people, things and, closer to its edge, arrows."""
    every = np.concatenate([view.project(skin), *(view.project(one.points) for one in solids)])[:, :2]
    low, high = every.min(axis=0) - margin, every.max(axis=0) + margin
    for way in ways:
        low, high = (
            np.minimum(low, way.min(axis=0) - margin / 2),
            np.maximum(high, way.max(axis=0) + margin / 2),
        )
    low, high = np.floor(low), np.ceil(high)
    return (*map(float, low), *map(float, high - low))
