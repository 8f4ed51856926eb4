"""Hip explorer: bones that move, muscle lines on them, and what each line gains, loses and turns."""

import math

import anywidget
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.nearest import suggestion
from gluteal.models import hip
from gluteal.models.hip_shortening import MOST_MM, shorten
from gluteal.widgets import assets
from gluteal.widgets.hip_records import hip_records

_SNIPPETS = ("dom", "own_keys", "put", "packing", "plate_art")
_PARTS = ("state", "solve", "solid", "view", "controls", "rows", "curve", "short")
ANGLES = hip.ANGLES
ZOOMS = ("near", "whole")


class HipExplorer(anywidget.AnyWidget):
    """The computed hip in a picture from behind and one from the side; answered in the page.

    The page looks lengths and turning arms up in `gluteal.models.hip_table`, whose error is stated there and
    held by a test against the page: length within 0.02 mm, turning arm within 0.1 mm of `gluteal.models.hip`.

    Parameters
    ----------
    position : str, optional
        Id of a position of ``data/hip/positions.csv`` to begin with: ``"neutral"`` (default), ``"sitting"``,
        ``"fair-60"``, ``"figure-4"`` and so on.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    pose : dict
        ``flexion_deg``, ``adduction_deg``, ``rotation_deg`` and ``knee_flexion_deg``. Extension,
        abduction and external rotation are negative.
    line : str
        The line whose turning arm and shortening are shown, one of `gluteal.models.hip.LINES`.
    shown : list of str
        The lines that are drawn.
    variant : {"via", "head24"}
        Straight lines, or bent over the head of the femur.
    shortening_mm : float
        0 to 40.
    zoom : {"near", "whole"}
        The hip, or the whole thigh.

    Raises
    ------
    KeyError
        For an unknown position.
    traitlets.TraitError
        For any other value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> HipExplorer("sitting")
    Hip explorer: flexion 90, adduction 0, rotation 0 degrees; Piriformis about +11 %, turns the thigh inward
    >>> HipExplorer(pose={"flexion_deg": 60}).pose["rotation_deg"]
    0.0
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/hip_{name}.js" for name in _PARTS),
        "hip_explorer.js",
    )
    _css = assets.css("common/theme.css", "hip_explorer.css")

    hip = traitlets.Dict().tag(sync=True)
    pose = traitlets.Dict().tag(sync=True)
    line = traitlets.Unicode("piri").tag(sync=True)
    shown = traitlets.List(traitlets.Unicode()).tag(sync=True)
    variant = traitlets.Unicode("via").tag(sync=True)
    shortening_mm = traitlets.Float(5.0, min=0, max=MOST_MM).tag(sync=True)
    zoom = traitlets.Unicode("near").tag(sync=True)

    def __init__(self, position="neutral", **traits):
        begin = {"pose": _pose_of(position), "shown": ["piri", "gmax1", "gmed2", "tfl", "qf"]}
        super().__init__(hip=hip_records(), **{**begin, **traits})

    def __repr__(self):
        found, column = self.solution, hip.LINES.index(self.line)
        straight = hip.solve(0, lines=(self.line,)).length_m[0, 0]
        change = round((found.length_m[0, column] / straight - 1) * 100)
        turn = "inward" if found.moment_arm_m[0, column, 2] > 0 else "outward"
        length = f"about {change:+d} %" if change else "as long as standing"
        name = load().hip_lines[self.line].name
        angles = (f"{word} {self.pose[f'{word}_deg']:g}" for word in ("flexion", "adduction", "rotation"))
        return f"Hip explorer: {', '.join(angles)} degrees; {name} {length}, turns the thigh {turn}"

    @property
    def solution(self):
        """The pose as Python's own model has it, a `gluteal.models.hip.Solution`."""
        return hip.solve(*(self.pose[name] for name in ANGLES), variant=self.variant)

    @property
    def shortening(self):
        """What the shortened line takes from this start, a `gluteal.models.hip_shortening.Shortening`."""
        angles = tuple(self.pose[name] for name in ANGLES)
        return shorten(self.line, self.shortening_mm, angles[:3], angles[3], self.variant)

    @traitlets.validate("pose")
    def _is_pose(self, proposal):
        return checked_pose(proposal["value"], ANGLES)

    @traitlets.validate("line", "variant", "zoom")
    def _isknown(self, proposal):
        name = proposal["trait"].name
        choices = {"line": hip.LINES, "variant": hip.VARIANTS, "zoom": ZOOMS}[name]
        return known(name, proposal["value"], choices)

    @traitlets.validate("shown")
    def _are_lines(self, proposal):
        chosen = {known("line", key, hip.LINES) for key in proposal["value"]}
        return [key for key in hip.LINES if key in chosen]


def _pose_of(position):
    found = load().hip_positions[position]
    return dict(zip(ANGLES, (*found.pose_deg, found.knee_flexion_deg), strict=True))


def checked_pose(value, angles):
    """Return a pose with all its angles, or say which is wrong.

    Raises
    ------
    traitlets.TraitError
    """
    unknown = set(value) - set(angles)
    if unknown:
        name = sorted(unknown)[0]
        raise traitlets.TraitError(f"a pose has no {name!r}; {suggestion(name, angles)}")
    return {name: _angle(name, value.get(name, 0.0)) for name in angles}


def _angle(name, value):
    limits = load().hip_joint[name.removesuffix("_deg").replace("_", "-")]
    number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not number or not limits.minimum <= value <= limits.maximum:
        low, high = limits.minimum, limits.maximum
        raise traitlets.TraitError(f"{name} is {value!r}; give {low:g} to {high:g} degrees")
    return float(value)


def known(name, value, choices):
    """Return a value that is one of the choices, or raise a `TraitError` that names them."""
    if value not in choices:
        raise traitlets.TraitError(f"there is no {name} {value!r}; {suggestion(value, choices)}")
    return value
