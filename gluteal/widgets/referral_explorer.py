"""Referral explorer: trigger points on plate and body charts, and where it hurts when they are pressed."""

import json

import anywidget
import traitlets

from gluteal.catalogue.nearest import suggestion
from gluteal.widgets import assets
from gluteal.widgets.body_art import body_reference
from gluteal.widgets.packing import pack
from gluteal.widgets.plate_art import plate_art, reference
from gluteal.widgets.referral_records import referral_records

MODES = ("overlay", "difference", "side-by-side")
VIEWS = ("all", "posterior", "lateral", "anterior")
SIDES = ("right", "left", "both")
PLATES = ("posterior", "lateral")
LAYERS = ("skin", "fascia", "maximus", "medius", "minimus", "deep", "bones")
MOST_POINTS = 6
_SNIPPETS = (
    *("dom", "own_keys", "packing", "put", "fuzzy", "plate_art", "plate_cover", "plate_marks"),
    *("plate_zoom", "plate_stage", "body_art", "atlas_card"),
)
_PARTS = (
    *("state", "looks", "paint", "parts", "chart", "charts", "plate"),
    *("list", "card", "pressure", "words"),
)


class ReferralExplorer(anywidget.AnyWidget):
    """Where pain is felt when a trigger point is pressed; answered in the page, with or without a kernel.

    Parameters
    ----------
    points : sequence of str
        Ids of the trigger points (``"piriformis-trp1"``) or of other causes (``"sacroiliac-joint"``) to begin
        with, at most six; letters A, B, … follow their order.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    points : list of str
        What is chosen, in the order of its letters.
    selected : str
        The point whose card is open, or ``""``.
    pressure : float
        Position on the teaching scale, 0 (nothing) to 100 (essential and spillover zone). It has no unit.
    mode : {"overlay", "difference", "side-by-side"}
        All chosen over one another; what only A, only B and both reach; or A and B beside each other.
    compare : str
        B of the two comparing modes; ``""`` means the second of `points`.
    view : {"all", "posterior", "lateral", "anterior"}
        The body charts that are shown.
    side : {"right", "left", "both"}
        Side of the body of the points.
    skeleton : bool
        Whether the bones shine through the skin.
    region : str
        Body region for the reverse look-up, such as ``"posterior-calf"``, or ``""``.
    plate : {"posterior", "lateral"}
        The plate of the buttock.
    depth : str
        Its outermost layer, such as ``"medius"``; ``""`` removes what lies over the chosen point.
    keep : bool
        Whether a point that is chosen joins those chosen before.
    query : str
        What stands in the search box.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> ReferralExplorer(points=["piriformis-trp1"], pressure=60).mode
    'overlay'
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/referral_{name}.js" for name in _PARTS),
        "referral_explorer.js",
    )
    _css = assets.css("common/theme.css", "common/plate.css", "referral_explorer.css")

    art = traitlets.Dict().tag(sync=True)
    body = traitlets.Unicode().tag(sync=True)
    packed = traitlets.Unicode().tag(sync=True)
    points = traitlets.List(traitlets.Unicode(), maxlen=MOST_POINTS).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    pressure = traitlets.Float(100.0, min=0.0, max=100.0).tag(sync=True)
    mode = traitlets.Enum(MODES, "overlay").tag(sync=True)
    compare = traitlets.Unicode("").tag(sync=True)
    view = traitlets.Enum(VIEWS, "all").tag(sync=True)
    side = traitlets.Enum(SIDES, "right").tag(sync=True)
    skeleton = traitlets.Bool(False).tag(sync=True)
    region = traitlets.Unicode("").tag(sync=True)
    plate = traitlets.Enum(PLATES, "posterior").tag(sync=True)
    depth = traitlets.Enum(("", *LAYERS), "").tag(sync=True)
    keep = traitlets.Bool(False).tag(sync=True)
    query = traitlets.Unicode("").tag(sync=True)

    def __init__(self, points=("piriformis-trp1",), **traits):
        self.records = referral_records()
        points = [points] if isinstance(points, str) else list(points)
        super().__init__(
            art={view: reference(plate_art(view)) for view in PLATES},
            body=body_reference(),
            packed=pack(json.dumps(self.records, ensure_ascii=False)),
            points=points,
            **{"selected": points[-1] if points else "", **traits},
        )

    def __repr__(self):
        sources = [pattern["source"] for pattern in self.records["patterns"].values()]
        points, others = (sources.count(source) for source in ("trigger-point", "mimic"))
        return f"Referral explorer: {points} trigger points and {others} other causes on three body charts"

    @property
    def pattern_ids(self):
        """Ids of the trigger points, then of what else refers there."""
        return tuple(self.records["order"])

    @property
    def region_ids(self):
        """Ids of the body regions of the reverse look-up."""
        return tuple(region["id"] for region in self.records["regions"])

    @traitlets.validate("points")
    def _known_points(self, proposal):
        return [_named("point", key, self.pattern_ids) for key in dict.fromkeys(proposal["value"])]

    @traitlets.validate("selected", "compare")
    def _known_point(self, proposal):
        return proposal["value"] and _named("point", proposal["value"], self.pattern_ids)

    @traitlets.validate("region")
    def _known_region(self, proposal):
        return proposal["value"] and _named("region", proposal["value"], self.region_ids)


def _named(what, key, choices):
    if key not in choices:
        raise traitlets.TraitError(f"there is no {what} {key!r}; {suggestion(key, choices)}")
    return key
