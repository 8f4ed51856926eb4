"""Standing on one leg: a figure that leans and drops, the forces on its hip, what was measured in people."""

import math

import anywidget
import traitlets

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.stance import stance_presets, stance_verdicts
from gluteal.models.stance_values import CONTROLS, HANDS, limits
from gluteal.models.stance_verdict import verdict
from gluteal.widgets import assets
from gluteal.widgets.stance_records import (
    PICTURES,
    SETTINGS,
    SIDES,
    packed_figure,
    posture_of,
    stance_records,
    summary,
)

_SNIPPETS = ("dom", "own_keys", "put", "formula", "packing")
_PIECES = ("state", "figure", "arrows", "picture", "seesaw", "controls", "bars", "verdict")


class SingleLegStance(anywidget.AnyWidget):
    """Somebody on one leg: what the abductors are asked for, what the hip bears; answered in the page.

    The page computes by going through the steps that Python noted while it ran its own model
    (`gluteal.models.stance`), the figure's joints included; a test holds the difference below 1e-9.

    Parameters
    ----------
    preset : str, optional
        Posture to begin with: an id of ``data/stance/presets.csv``, such as ``"upright"`` (default),
        ``"stick-other"`` or ``"weak-lean"``.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    body_mass_kg, strength_pct, lean_deg, drop_deg, stick_pct, stick_hand, load_opposite_kg, load_same_kg,
    arm_change_pct, width_change_pct : float or str
        As in `gluteal.models.stance.Posture`.
    standing_side : {"right", "left"}
        The leg that stands.
    picture : {"body", "pelvis", "seesaw"}
        What is shown.
    covered : bool
        Whether the forces are covered, so that they can be predicted.
    result : dict
        Every number of `gluteal.models.stance.Balance`, and ``verdict``.

    Raises
    ------
    KeyError
        For an unknown preset.
    traitlets.TraitError
        For any other value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> SingleLegStance("stick-other")
    Single-leg stance: 75 kg on the right leg; abductors 1.01, hip joint 1.72 times body weight; held level
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/stance_{name}.js" for name in _PIECES),
        "single_leg_stance.js",
    )
    _css = assets.css("common/theme.css", "single_leg_stance.css")

    stance = traitlets.Dict().tag(sync=True)
    figure = traitlets.Unicode().tag(sync=True)
    body_mass_kg = traitlets.Float().tag(sync=True)
    strength_pct = traitlets.Float().tag(sync=True)
    lean_deg = traitlets.Float().tag(sync=True)
    drop_deg = traitlets.Float().tag(sync=True)
    stick_pct = traitlets.Float().tag(sync=True)
    stick_hand = traitlets.Unicode(HANDS[0]).tag(sync=True)
    load_opposite_kg = traitlets.Float().tag(sync=True)
    load_same_kg = traitlets.Float().tag(sync=True)
    arm_change_pct = traitlets.Float().tag(sync=True)
    width_change_pct = traitlets.Float().tag(sync=True)
    standing_side = traitlets.Unicode(SIDES[0]).tag(sync=True)
    picture = traitlets.Unicode(PICTURES[0]).tag(sync=True)
    covered = traitlets.Bool(False).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, preset="upright", **traits):
        settings = _preset(preset)
        super().__init__(stance=stance_records(), figure=packed_figure(), **{**settings, **traits})
        self.result = {}

    def __repr__(self):
        found, words = self.result, stance_verdicts()[self.result["verdict"]].title
        return (
            f"Single-leg stance: {self.body_mass_kg:g} kg on the {self.standing_side} leg; abductors "
            f"{found['abductor_bw']:.2f}, hip joint {found['joint_bw']:.2f} times body weight; "
            f"{words[0].lower()}{words[1:]}"
        )

    @property
    def posture(self):
        """The settings as a `gluteal.models.stance.Posture`."""
        return posture_of({name: getattr(self, name) for name in SETTINGS})

    @traitlets.validate(*CONTROLS)
    def _is_within(self, proposal):
        name, value = proposal["trait"].name, proposal["value"]
        low, high = limits(name)
        if not math.isfinite(value) or not low <= value <= high:
            raise traitlets.TraitError(f"{name} lies between {low:g} and {high:g}; {value!r} does not")
        return value

    @traitlets.validate("stick_hand", "standing_side", "picture")
    def _is_known(self, proposal):
        name, value = proposal["trait"].name, proposal["value"]
        known = {"stick_hand": HANDS, "standing_side": SIDES, "picture": PICTURES}[name]
        if value not in known:
            raise traitlets.TraitError(f"{name} has no {value!r}; {suggestion(value, known)}")
        return value

    @traitlets.observe(*SETTINGS)
    def _recompute(self, change):
        self.result = {}

    @traitlets.validate("result")
    def _own_result(self, proposal):
        """Whatever the page says, Python keeps what its own model gives; the two are the same."""
        posture = self.posture
        return {**summary(posture), "verdict": verdict(posture)}


def _preset(name):
    presets = stance_presets()
    if name not in presets:
        raise KeyError(f"there is no preset {name!r}; {suggestion(name, presets)}")
    chosen = presets[name]
    return {key: getattr(chosen, key) for key in SETTINGS if hasattr(chosen, key)}
