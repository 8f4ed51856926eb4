"""Pressure release: press on a tender point, hold, press more; a teaching model answers."""

import anywidget
import traitlets

from gluteal.catalogue.nearest import suggestion
from gluteal.widgets import assets
from gluteal.widgets.pressure_release_records import release_records

_SNIPPETS = ("dom", "own_keys", "put", "formula", "session_kept")
_PARTS = ("model", "chart", "picture", "panels")
_PRESS = ("most_n", "held_s", "most_pain", "gain_n", "said", "way")
SPEEDS = (1, 2, 4, 8)
"""How many times faster than life time may run."""


class PressureRelease(anywidget.AnyWidget):
    """Press with drag, slider or key; pain, resistance and threshold answer over time, in the page.

    The page goes through the steps that Python noted while it ran `gluteal.models.pressure_release`.
    It is a teaching model, not a measurement.

    Parameters
    ----------
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    way : str
        The ready way to press that is chosen: an id of ``data/pressure_release_protocols.csv``.
    unit : {"N", "kPa"}
        In what the pressure is shown.
    speed : {1, 2, 4, 8}
        How many times faster than life time runs.
    record : list of dict
        One entry for each press: ``most_n``, ``held_s``, ``most_pain``, ``gain_n`` (by how much the threshold
        had risen when the point was let go), ``said`` (ids of what happened), ``way`` (or ``""``).
    result : dict
        The states when time last stood still or a press ended, with ``threshold_n``, ``resistance`` and
        ``time_s``; empty before the first press. A page that is loaded again goes on from here.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> PressureRelease(way="midway")
    Pressure release, a teaching model: way to press midway, 0 presses
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/release_{name}.js" for name in _PARTS),
        "pressure_release.js",
    )
    _css = assets.css("common/theme.css", "pressure_release.css")

    lab = traitlets.Dict().tag(sync=True)
    way = traitlets.Unicode("stepwise").tag(sync=True)
    unit = traitlets.Enum(("N", "kPa"), "N").tag(sync=True)
    speed = traitlets.Enum(SPEEDS, 4).tag(sync=True)
    record = traitlets.List(traitlets.Dict()).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits):
        super().__init__(lab=release_records(), **traits)

    def __repr__(self):
        count = len(self.record)
        presses = f"{count} {'press' if count == 1 else 'presses'}"
        return f"Pressure release, a teaching model: way to press {self.way}, {presses}"

    @traitlets.validate("way")
    def _known_way(self, proposal):
        known = [one["id"] for one in release_records()["ways"]]
        if proposal["value"] not in known:
            words = suggestion(proposal["value"], known)
            raise traitlets.TraitError(f"no way to press has the id {proposal['value']!r}; {words}")
        return proposal["value"]

    @traitlets.validate("record")
    def _known_presses(self, proposal):
        if any(set(one) != set(_PRESS) for one in proposal["value"]):
            raise traitlets.TraitError(
                f"a press is what the page leaves, with {', '.join(_PRESS)}; begin anew with []"
            )
        return proposal["value"]
