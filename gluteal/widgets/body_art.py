"""The body charts, sent to the page once per notebook and shared by every widget that shows them.

As for `gluteal.widgets.plate_art`: no view of its own; another widget carries the reference
``IPY_MODEL_<id>``. ``common/body_art.js`` mounts the charts in the page.
"""

import json

import ipywidgets
import traitlets

from gluteal.drawing.body import MIDLINE_MM, VIEWS, body_chart_svg, load_body
from gluteal.drawing.style import COLOURS, PAPER
from gluteal.widgets.packing import pack
from gluteal.widgets.plate_art import reference

BODY_FORMAT = 1
"""Number of the form of the ``body`` trait. A page that finds another number says so instead of drawing."""

CHARTS = {
    "posterior": {
        "view": "posterior",
        "title": "From behind",
        "sides": {"left": "left", "right": "right", "up": "cranial", "down": "caudal"},
    },
    "lateral-right": {
        "view": "lateral",
        "title": "Right side",
        "sides": {"left": "posterior", "right": "anterior", "up": "cranial", "down": "caudal"},
    },
    "lateral-left": {
        "view": "lateral",
        "title": "Left side",
        "mirrored": True,
        "sides": {"left": "anterior", "right": "posterior", "up": "cranial", "down": "caudal"},
    },
    "anterior": {
        "view": "anterior",
        "title": "From the front",
        "sides": {"left": "right", "right": "left", "up": "cranial", "down": "caudal"},
    },
}
"""The charts there are: the view that each shows, its heading, and what each edge points to."""


class BodyArt(ipywidgets.Widget):
    """The three drawings of the body, with bones, and the charts that are made of them.

    Use `body_art`, which makes one and keeps it.

    Attributes
    ----------
    svg : str
        The drawings, one after the other in the order of ``body["views"]``: each an ``<svg data-view>`` with
        the groups ``body``, ``skeleton``, ``zones`` (empty) and ``fade``.
    body : dict
        ``format``, ``paper``, ``colours`` (role: colour), ``views`` and ``charts``: a list of dicts of
        ``id``, ``view``, ``title``, ``mirrored``, ``view_box`` (mm), ``midline`` (x in mm, or None where the
        chart shows one side only) and ``sides`` (what each edge of the picture points to).
    packed : str
        All of it as JSON, packed: this, and only this, is what the page and the notebook get.
    """

    packed = traitlets.Unicode().tag(sync=True)
    svg = traitlets.Unicode()
    body = traitlets.Dict()

    def __init__(self):
        svg, body = "".join(body_chart_svg(view, skeleton=True) for view in VIEWS), describe_body()
        packed = pack(json.dumps({"svg": svg, "body": body}, ensure_ascii=False))
        super().__init__(svg=svg, body=body, packed=packed)

    def __repr__(self):
        return f"Art of the body, {len(self.body['charts'])} charts"


_made = []


def body_art():
    """Return this kernel's art of the body charts, made on first use.

    Examples
    --------
    >>> body_art() is body_art()
    True
    """
    if not _made or _made[0].comm is None:  # a closed widget cannot be used again
        _made[:] = [BodyArt()]
    return _made[0]


def body_reference():
    """Return the text by which another widget refers to the body charts in its saved state.

    Examples
    --------
    >>> body_reference().startswith("IPY_MODEL_")
    True
    """
    return reference(body_art())


def describe_body():
    """Return what the page needs to know of the charts, as plain dicts and lists.

    Examples
    --------
    >>> [chart["id"] for chart in describe_body()["charts"]]
    ['posterior', 'lateral-right', 'lateral-left', 'anterior']
    """
    return {
        "format": BODY_FORMAT,
        "paper": PAPER,
        "colours": {role: COLOURS[role] for role in ("pain.essential", "pain.spillover")},
        "views": list(VIEWS),
        "charts": [_chart(key, words) for key, words in CHARTS.items()],
    }


def _chart(key, words):
    box = load_body(words["view"]).view_box
    return {
        "id": key,
        "mirrored": False,
        "view_box": [round(float(number), 1) for number in box],
        "midline": MIDLINE_MM.get(words["view"]),
        **words,
    }
