"""Atlas explorer: the plates of the buttock, layer by layer, with names, facts, search and a game."""

import anywidget
import traitlets

from gluteal.catalogue.nearest import suggestion
from gluteal.widgets import assets
from gluteal.widgets.atlas_records import atlas_records
from gluteal.widgets.plate_art import VIEWS, check_view, plate_art, reference

MODES = ("explore", "find")
ASKS = ("place", "words")
MOST_ROUNDS = 50
_SNIPPETS = (
    "dom",
    "own_keys",
    "packing",
    "put",
    "fuzzy",
    "plate_art",
    "plate_cover",
    "plate_words",
    "plate_marks",
    "plate_zoom",
    "plate_stage",
)
_PARTS = (
    *("find_game", "atlas_state", "atlas_play", "atlas_find"),
    *("atlas_card", "atlas_search", "atlas_layers", "atlas_list", "atlas_parts"),
)


class AtlasExplorer(anywidget.AnyWidget):
    """Plates to look through, from the skin to the bones; answered in the page, with or without a kernel.

    Parameters
    ----------
    views : sequence of {"posterior", "posterolateral", "lateral"}
        The plates to offer.
    view : str, optional
        The plate to begin with, or ``"both"`` for plates beside each other: all of ``views`` where there is
        room, else the first and the last. The first by default.
    depth : str, optional
        The outermost layer to begin with: ``"skin"`` (default), ``"fascia"``, ``"maximus"``, ``"medius"``,
        ``"minimus"``, ``"deep"`` or ``"bones"``.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    view : str
        The plate that is shown, or ``"both"``.
    removed : list of str
        Layers taken away, skin first. `depth` reads and sets it as a whole.
    ghosts : bool
        Whether removed layers stay as faint shapes.
    fine : bool
        Whether nerves, vessels and bursae are shown. The sciatic nerve always is.
    selected : str
        The structure whose card is open, or ``""``.
    query : str
        What stands in the search box.
    mode : {"explore", "find"}
        Looking around, or "find it".
    ask : {"place", "words"}
        How "find it" asks: by a name to find on the plate, or by a description to put a name to.
    rounds : int
        How many structures one game asks for.
    seed : int
        The same seed asks for the same structures in the same order.
    set_layers : bool
        Whether the game removes the layers over what it asks for.
    result : dict
        The game as it stands: ``score``, ``answers`` (structure, outcome ``first``, ``second`` or ``shown``,
        what was taken for it), ``streak``, ``best_streak``, ``finished``, ``revise``. Empty before a game.

    Raises
    ------
    ValueError
        For a view that does not exist.
    traitlets.TraitError
        For any other value that does not exist; the message names the valid ones.

    Examples
    --------
    >>> AtlasExplorer(depth="medius")
    Atlas explorer: posterior, posterolateral and lateral plates, 37 structures, 7 layers
    """

    _esm = assets.esm(*(f"common/{name}.js" for name in _SNIPPETS + _PARTS), "atlas_explorer.js")
    _css = assets.css("common/theme.css", "common/plate.css", "atlas_explorer.css")

    views = traitlets.List(traitlets.Unicode()).tag(sync=True)
    art = traitlets.Dict().tag(sync=True)
    atlas = traitlets.Dict().tag(sync=True)
    view = traitlets.Unicode().tag(sync=True)
    removed = traitlets.List(traitlets.Unicode()).tag(sync=True)
    fine = traitlets.Bool(False).tag(sync=True)
    ghosts = traitlets.Bool(False).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    query = traitlets.Unicode("").tag(sync=True)
    mode = traitlets.Enum(MODES, "explore").tag(sync=True)
    ask = traitlets.Enum(ASKS, "place").tag(sync=True)
    rounds = traitlets.Int(10, min=1, max=MOST_ROUNDS).tag(sync=True)
    seed = traitlets.Int(1, min=0).tag(sync=True)
    set_layers = traitlets.Bool(True).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(self, views=tuple(VIEWS), view=None, depth=None, **traits):
        views = _checked_views(views)
        arts = {name: plate_art(name) for name in views}
        self._layers = _layers([art.plate for art in arts.values()])
        super().__init__(
            views=views,
            art={name: reference(art) for name, art in arts.items()},
            atlas=atlas_records(self._layers.items()),
            view=views[0] if view is None else view,
            **traits,
        )
        if depth is not None:
            self.depth = depth

    def __repr__(self):
        *others, last = self.views or ["no"]
        plates = f"{', '.join(others)} and {last} plates" if others else f"{last} plate"
        return f"Atlas explorer: {plates}, {len(self.structures)} structures, {len(self.layers)} layers"

    @property
    def layers(self):
        """Ids of the layers, skin first."""
        return tuple(self._layers)

    @property
    def structures(self):
        """Ids of all structures drawn, skin first."""
        return tuple(self.atlas["order"])

    @property
    def depth(self):
        """The outermost layer that is shown, or ``""`` when none is. Set it to peel down to it."""
        return next((layer for layer in self.layers if layer not in self.removed), "")

    @depth.setter
    def depth(self, layer):
        _one_of("layer", layer, self.layers)
        self.removed = list(self.layers[: self.layers.index(layer)])

    @traitlets.validate("view")
    def _known_view(self, proposal):
        both = ["both"] if len(self.views) > 1 else []
        return _one_of("view", proposal["value"], [*self.views, *both])

    @traitlets.validate("removed")
    def _known_layers(self, proposal):
        asked = [_one_of("layer", layer, self.layers) for layer in proposal["value"]]
        return [layer for layer in self.layers if layer in asked]

    @traitlets.validate("selected")
    def _known_structure(self, proposal):
        return proposal["value"] and _one_of("structure", proposal["value"], self.structures)

    @traitlets.validate("result")
    def _known_game(self, proposal):
        game = proposal["value"]
        if game and not (isinstance(game.get("order"), list) and isinstance(game.get("answers"), list)):
            raise traitlets.TraitError(
                "a result is what a game in the page leaves; set it to {} to begin anew"
            )
        for structure in game.get("order", ()):
            _one_of("structure", structure, self.structures)
        return game


def _checked_views(views):
    views = [views] if isinstance(views, str) else list(dict.fromkeys(views))
    for view in views:
        check_view(view)
    if not views:
        raise ValueError(f"an atlas needs at least one view: {', '.join(map(repr, VIEWS))}")
    return views


def _layers(plates):
    """Return layer id → structures of all plates, skin first; inside a layer the outermost first."""
    layers = {layer["id"]: {} for plate in plates for layer in plate["layers"]}
    for plate in plates:
        for layer in plate["layers"]:
            layers[layer["id"]] |= dict.fromkeys(reversed(layer["structures"]))
    return {layer: tuple(structures) for layer, structures in layers.items()}


def _one_of(what, value, choices):
    if value not in choices:
        raise traitlets.TraitError(
            f"there is no {what} {value!r}; {suggestion(value, choices)}"
            if what == "structure"
            else f"there is no {what} {value!r}; choose from {', '.join(map(repr, choices))}"
        )
    return value
