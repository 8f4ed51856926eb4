"""The drawing of one figure, sent to the page once per notebook and shared by all that show it.

A figure of a plate consists of the plate's own lines, one on a body chart of the chart's. Those that the art
of the plate, or of the body, holds already are not sent again: the figure names them by number.
"""

import re
from functools import lru_cache

import ipywidgets
import traitlets

from gluteal import plates
from gluteal.drawing.body import VIEWS as BODY_VIEWS
from gluteal.drawing.body import load_body
from gluteal.widgets.body_art import body_art
from gluteal.widgets.packing import pack
from gluteal.widgets.plate_art import VIEWS, plate_art, reference

_WORTH_BORROWING = 40
"""Shorter paths are sent as they are."""
_SHARED_OUTLINES = 3
"""So many outlines of a plate have to stand in a figure for the figure to be one of that plate."""


class FigureArt(ipywidgets.Widget):
    """The drawing of a figure. It has no view of its own; use `figure_art`.

    Attributes
    ----------
    packed : str
        The SVG text, packed; ``d='~12'`` stands for the thirteenth path of the plates.
    plates : list of str
        References to the art of the plates, and of the body, from which it borrows.
    """

    packed = traitlets.Unicode().tag(sync=True)
    plates = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, svg):
        arts = arts_of(svg)
        super().__init__(packed=pack(borrowed(svg, paths_of(arts))), plates=[reference(art) for art in arts])


_made = {}


def figure_art(svg):
    """Return this kernel's art of a figure, made on first use.

    Parameters
    ----------
    svg : str
        The figure, its attributes in single quotes.
    """
    art = _made.get(svg)
    if art is None or art.comm is None:  # a closed widget cannot be used again
        art = _made[svg] = FigureArt(svg)
    return art


def arts_of(svg):
    """Return the art from which a figure can borrow: of plates, then of the body charts.

    Examples
    --------
    >>> arts_of("<svg/>")
    []
    """
    arts = [plate_art(view) for view in views_of(svg)]
    return [*arts, body_art()] if set(_paths(svg)) & _bodies() else arts


def _paths(svg):
    return re.findall(r" d='([^']*)'", svg)


@lru_cache
def _bodies():
    return frozenset(load_body(view).structures["body"].path for view in BODY_VIEWS)


def views_of(svg):
    """Return the views whose plates a figure is drawn from.

    Examples
    --------
    >>> views_of("<svg/>")
    ()
    """
    found = set(_paths(svg))
    return tuple(view for view in VIEWS if len(found & _outlines(view)) >= _SHARED_OUTLINES)


@lru_cache
def _outlines(view):
    return frozenset(structure.path for structure in plates.load_plate(view).structures.values())


def paths_of(arts):
    """Return the paths of some plates in the order in which they are drawn."""
    return [path for art in arts for path in re.findall(r' d="([^"]*)"', art.svg)]


def borrowed(svg, paths):
    """Return a figure with the paths that a plate has named by number.

    Examples
    --------
    >>> long = "M0 0" + "l1 1" * 20
    >>> borrowed(f"<path d='{long}'/><path d='M1 1'/>", ["M2 2", long])
    "<path d='~1'/><path d='M1 1'/>"
    """
    number = {path: place for place, path in reversed(list(enumerate(paths)))}

    def named(match):
        path = match[1]
        return f" d='~{number[path]}'" if len(path) >= _WORTH_BORROWING and path in number else match[0]

    return re.sub(r" d='([^']*)'", named, svg)
