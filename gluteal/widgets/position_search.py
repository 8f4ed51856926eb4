"""Position search: which position of the hip makes a line longest? First one's own best, then the answer."""

import anywidget
import traitlets

from gluteal.models import hip
from gluteal.models.hip_longest import longest
from gluteal.widgets import assets
from gluteal.widgets.hip_explorer import ANGLES, checked_pose, known
from gluteal.widgets.hip_records import hip_records
from gluteal.widgets.hip_words import SHORT_NAMES
from gluteal.widgets.position_records import VARIANT, packed_position_records

_SNIPPETS = ("dom", "own_keys", "put", "packing", "plate_art", "session_kept")
_HIP = ("state", "solve", "solid", "view", "controls", "rows")
_PARTS = ("state", "gauge", "kept", "compare")
SEARCHED = ANGLES[:3]
MOST_KEPT = 8


class PositionSearch(anywidget.AnyWidget):
    """Search the hip model for the longest position of a line; answered in the page.

    The best position is kept while the learner searches. The model's own best, the stretches and the
    published findings stay hidden until it is committed.

    Attributes
    ----------
    line : str
        The line that is searched for, one of `gluteal.models.hip.LINES`.
    pose : dict
        ``flexion_deg``, ``adduction_deg`` and ``rotation_deg``; extension, abduction and external rotation
        are negative. The knee counts as straight.
    best : dict
        Id of a line: the pose in which it was longest so far.
    kept : list of dict
        Positions that the learner wrote down, at most 8: ``line`` and ``pose``.
    committed : list of str
        Lines whose best was committed; it stays as it was then.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> PositionSearch(pose={"flexion_deg": 90})
    Position search: Piriformis at flexion 90, adduction 0, rotation 0 degrees, about +11 %
    >>> round(PositionSearch().longest.change_percent)
    24
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/hip_{name}.js" for name in _HIP),
        *(f"common/position_{name}.js" for name in _PARTS),
        "position_search.js",
    )
    _css = assets.css("common/theme.css", "hip_explorer.css", "position_search.css")

    hip = traitlets.Dict().tag(sync=True)
    packed = traitlets.Unicode().tag(sync=True)
    line = traitlets.Unicode("piri").tag(sync=True)
    pose = traitlets.Dict().tag(sync=True)
    best = traitlets.Dict().tag(sync=True)
    kept = traitlets.List(traitlets.Dict()).tag(sync=True)
    committed = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, **traits):
        super().__init__(hip=hip_records(), packed=packed_position_records(), **{"pose": {}, **traits})

    def __repr__(self):
        angles = ", ".join(f"{angle.removesuffix('_deg')} {self.pose[angle]:g}" for angle in SEARCHED)
        name, percent = SHORT_NAMES[self.line], round(self.change_percent)
        return f"Position search: {name} at {angles} degrees, about {percent:+d} %"

    @property
    def change_percent(self):
        """Change of the line in this pose against standing, as Python's own model has it."""
        angles = [[0.0, self.pose[name]] for name in SEARCHED]
        standing, here = hip.solve(*angles, variant=VARIANT, lines=(self.line,)).length_m[:, 0]
        return 100 * (here / standing - 1)

    @property
    def longest(self):
        """The longest position of the line, a `gluteal.models.hip_longest.Longest`."""
        return longest(self.line, VARIANT)

    @traitlets.validate("line")
    def _is_line(self, proposal):
        return known("line", proposal["value"], hip.LINES)

    @traitlets.validate("pose")
    def _is_pose(self, proposal):
        return checked_pose(proposal["value"], SEARCHED)

    @traitlets.validate("best")
    def _are_poses(self, proposal):
        return {
            known("line", line, hip.LINES): checked_pose(pose, SEARCHED)
            for line, pose in proposal["value"].items()
        }

    @traitlets.validate("kept")
    def _are_kept(self, proposal):
        if len(proposal["value"]) > MOST_KEPT:
            raise traitlets.TraitError(f"{len(proposal['value'])} positions are kept; at most {MOST_KEPT}")
        return [
            {
                "line": known("line", one.get("line"), hip.LINES),
                "pose": checked_pose(one.get("pose", {}), SEARCHED),
            }
            for one in proposal["value"]
        ]

    @traitlets.validate("committed")
    def _are_lines(self, proposal):
        return [known("line", line, hip.LINES) for line in dict.fromkeys(proposal["value"])]
