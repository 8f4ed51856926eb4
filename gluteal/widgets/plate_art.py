"""One plate's art, sent to the page once per notebook and shared by every widget that shows it.

It has no view of its own. Another widget carries the reference ``IPY_MODEL_<id>`` in a trait and fetches the
model in the page with ``model.widget_manager.get_model(id)``; that works with a kernel, in a saved notebook
without one, and on a plain page. A plain ``Widget`` is enough for that: no module is loaded for it.
"""

import json

import ipywidgets
import traitlets

from gluteal import plates
from gluteal.drawing.style import PAPER, colour_of
from gluteal.drawing.svg import plate_svg
from gluteal.widgets.packing import pack

ART_FORMAT = 2
"""Number of the form of the ``plate`` trait. A page that finds another number says so instead of drawing."""

VIEWS = {
    "posterior": {
        "title": "From behind",
        "sides": {"left": "medial", "right": "lateral", "up": "cranial", "down": "caudal"},
    },
    "posterolateral": {
        "title": "Obliquely from behind",
        "sides": {"left": "posteromedial", "right": "anterolateral", "up": "cranial", "down": "caudal"},
    },
    "lateral": {
        "title": "From the side",
        "sides": {"left": "posterior", "right": "anterior", "up": "cranial", "down": "caudal"},
    },
}
"""The views there are: the words of the button, and what each edge of the plate points to."""


class PlateArt(ipywidgets.Widget):
    """The drawing of one view and the outlines of what is in it.

    Use `plate_art`, which makes one for each view and keeps it.

    Parameters
    ----------
    view : {"posterior", "posterolateral", "lateral"}
        Which plate.

    Attributes
    ----------
    svg : str
        The art; every structure is a ``<g data-structure data-layer>``.
    plate : dict
        ``format``, ``view``, ``title``, ``side``, ``sides``, ``paper``, ``view_box`` (mm), ``layers`` (from
        the skin to the bones: ``id``, ``title``, ``structures``) and ``shapes`` (structure id: ``kind``,
        ``layer``, ``colour``, ``outline`` and, where bone hides a part, ``visible``; SVG path data in mm;
        ``textbook`` where the reference body was measured otherwise).
        The order in a layer is painter's order; a saved notebook sorts dicts, so nothing may rely on theirs.
    packed : str
        Both as JSON, packed: this, and only this, is what the page and the notebook get.
    """

    view = traitlets.Unicode().tag(sync=True)
    packed = traitlets.Unicode().tag(sync=True)
    svg = traitlets.Unicode()
    plate = traitlets.Dict()

    def __init__(self, view="posterior"):
        check_view(view)
        svg, plate = plate_svg(view), describe(plates.load_plate(view))
        super().__init__(view=view, svg=svg, plate=plate, packed=_packed(svg, plate))

    @traitlets.observe("svg", "plate")
    def _pack(self, change):
        self.packed = _packed(self.svg, self.plate)

    def __repr__(self):
        return f"Art of the {self.view} plate, {len(self.plate['shapes'])} structures"


def _packed(svg, plate):
    return pack(json.dumps({"svg": svg, "plate": plate}, ensure_ascii=False))


_made = {}


def plate_art(view):
    """Return this kernel's art of one view, made on first use.

    Parameters
    ----------
    view : {"posterior", "posterolateral", "lateral"}
        Which plate.

    Raises
    ------
    ValueError
        When there is no such view.

    Examples
    --------
    >>> plate_art("posterior") is plate_art("posterior")
    True
    """
    art = _made.get(view)
    if art is None or art.comm is None:  # a closed widget cannot be shown again
        art = _made[view] = PlateArt(view)
    return art


def reference(widget):
    """Return the text by which another widget refers to this one in its saved state."""
    return f"IPY_MODEL_{widget.model_id}"


def check_view(view):
    """Raise ``ValueError`` naming the views there are, unless ``view`` is one."""
    if view not in VIEWS:
        raise ValueError(f"there is no view {view!r}; choose from {', '.join(map(repr, VIEWS))}")


def describe(plate):
    """Return what the page needs to know of a plate, as plain dicts and lists."""
    shapes = {key: _shape(plate.structures[key]) for layer in plate.layers for key in layer.structures}
    return {
        "format": ART_FORMAT,
        "view": plate.view,
        "side": "right",
        "paper": PAPER,
        "view_box": [round(float(number), 1) for number in plate.view_box],
        "layers": [_layer(layer) for layer in reversed(plate.layers)],
        "shapes": shapes,
        **VIEWS[plate.view],
    }


def _layer(layer):
    """The title is that of the plate without what it adds after a comma: it stands on a small control."""
    title = layer.title.split(",")[0].split(" with ")[0]
    return {"id": layer.id, "title": title, "structures": list(layer.structures)}


def _shape(structure):
    shape = {"kind": structure.kind, "layer": structure.layer, "outline": structure.path}
    shape["colour"] = colour_of(structure.named_as, structure.kind)
    if structure.follows_textbook:
        shape["textbook"] = True
    return {**shape, "visible": structure.visible} if structure.visible else shape
