"""What a drawn plate is made of: structures with their details, layers, landmarks. Millimetres, y down."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gluteal.svg_path import flatten

KINDS = (
    "bone", "muscle", "tendon", "ligament", "nerve", "vessel", "bursa", "fascia", "skin",
    "fat", "organ", "diagram",
)  # fmt: skip
ROLES = (
    "textbook", "visible", "fibre", "tendon", "form", "shade", "hole", "origin", "insertion", "course", "cut",
)  # fmt: skip
REGIONS = ("buttock", "body", "section", "schematic")


@dataclass(frozen=True)
class Detail:
    """Something drawn on a structure: a fibre guide, a tendon, a form line, a hollow, a hole, an attachment.

    Attributes
    ----------
    role : str
        One of ``ROLES``.
    path : str
        SVG path data, mm.
    weight : float
        1 (fine) to 3 (strong), for form lines; width in mm, for the course of a nerve or vessel.
    part : str
        What it lies on, in words: the bone of an origin or insertion.
    name : str
        Identifier of a named feature, such as ``"posterior-gluteal-line"``; empty for one without a name.
    hidden : bool
        It lies on a face that this view does not show.
    muscular : bool
        The course ends in a muscle; where that is taken away, a cut end is left.
    """

    role: str
    path: str
    weight: float = 2
    part: str = ""
    name: str = ""
    hidden: bool = False
    muscular: bool = False

    @cached_property
    def line(self):
        """The first contour as points, shape (n, 2), mm, y down."""
        return flatten(self.path)[0]


@dataclass(frozen=True)
class PlateStructure:
    """One structure of a plate, drawn whole.

    Attributes
    ----------
    id, kind, layer : str
        Identifier, one of ``KINDS``, identifier of the layer.
    path : str
        Outline as SVG path data, mm, closed: the outer contour, then its holes (even-odd rule). Where the
        reference body departs from the textbooks, this is the outline of the textbooks.
    visible : str
        Path of the part which no bone hides; empty where bone hides nothing.
    details : tuple of Detail
        What is drawn on it.
    title : str
        Its name, where the catalogue of structures has none.
    edge : str
        The outline without the stretches in which the edge of the picture cuts the structure: what is drawn
        as its contour.
    measured : str
        The outline as measured on the reference body; the same as ``path`` unless the textbooks differ.
    of : str
        The structure of which this is a part: a stump or a flap of a divided muscle. Else empty.

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> round(load_plate("posterior").structures["piriformis"].area_mm2, -2) > 2000
    True
    """

    id: str
    kind: str
    layer: str
    path: str
    visible: str = ""
    details: tuple[Detail, ...] = ()
    title: str = ""
    edge: str = ""
    measured: str = ""
    of: str = ""

    @property
    def follows_textbook(self):
        """Whether it is drawn otherwise than the reference body was measured."""
        return self.path != self.measured

    @property
    def named_as(self):
        """The id by which it is named and coloured: that of the whole, for a part."""
        return self.of or self.id

    def of_role(self, role):
        """Return the details of one role, in drawn order."""
        return tuple(detail for detail in self.details if detail.role == role)

    @property
    def fibres(self):
        """Fibre guides from origin to insertion, in order across: tuple of (n, 2) arrays, mm."""
        return tuple(detail.line for detail in self.of_role("fibre"))

    @property
    def rings(self):
        """Closed contours, the outline first, then its holes: tuple of (n, 2) arrays, mm, y down."""
        return flatten(self.path)

    @property
    def outline(self):
        """The outer contour, shape (n, 2), mm, y down."""
        return self.rings[0]

    @cached_property
    def _area_and_centroid(self):
        parts = [_area_and_moment(ring) for ring in self.rings]
        area = parts[0][0] - sum(hole[0] for hole in parts[1:])
        return area, (parts[0][1] - sum(hole[1] for hole in parts[1:])) / area

    @property
    def area_mm2(self):
        """Area of the silhouette without its holes, mm²."""
        return float(self._area_and_centroid[0])

    @property
    def centroid_mm(self):
        """Centroid of the silhouette (x, y), mm, y down."""
        return tuple(float(value) for value in self._area_and_centroid[1])

    @property
    def bounds_mm(self):
        """Smallest x, smallest y, largest x, largest y, mm, y down."""
        return (*map(float, self.outline.min(axis=0)), *map(float, self.outline.max(axis=0)))


@dataclass(frozen=True)
class Layer:
    """A layer of a plate: id, title in words, ids of its structures in painter's order."""

    id: str
    title: str
    structures: tuple[str, ...]


@dataclass(frozen=True)
class Landmark:
    """A bony landmark: id, the structure it lies on, position (x, y) in mm, y down, in sight or not, name."""

    id: str
    structure: str
    x_mm: float
    y_mm: float
    visible: bool
    title: str = ""


@dataclass(frozen=True)
class Plate:
    """A drawn plate.

    Attributes
    ----------
    view : str
        ``"posterior"``, ``"lateral"``, ``"posterolateral"``, ``"anterior"``, ``"transverse"``.
    view_box : tuple of float
        x, y, width, height of the picture, mm.
    layers : tuple of Layer
        From deep (bones) to superficial (skin).
    structures : mapping of id to PlateStructure
        In painter's order, deepest first.
    landmarks : mapping of id to Landmark
    region : str
        What is drawn: one of ``REGIONS``.

    Examples
    --------
    >>> from gluteal.plates import load_plate
    >>> load_plate("lateral").structures["gluteus-medius"].layer
    'medius'
    """

    view: str
    view_box: tuple[float, float, float, float]
    layers: tuple[Layer, ...]
    structures: Mapping[str, PlateStructure]
    landmarks: Mapping[str, Landmark]
    region: str = "buttock"

    def up_to(self, layer_id):
        """Return the structures of all layers from the bones up to ``layer_id``, in painter's order."""
        names = [layer.id for layer in self.layers]
        if layer_id not in names:
            raise KeyError(f"unknown layer {layer_id!r}; choose from {', '.join(names)}")
        shown = set(names[: names.index(layer_id) + 1])
        return tuple(item for item in self.structures.values() if item.layer in shown)


def _area_and_moment(ring):
    """Area of a closed contour and the integral of position over it, mm² and mm³."""
    following = np.roll(ring, -1, axis=0)
    cross = ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]
    moment = ((ring + following) * cross[:, None]).sum(axis=0) / 6
    return abs(cross.sum() / 2), np.sign(cross.sum()) * moment
