"""Reader of the drawn plates in ``data/plates``: structures, layers, landmarks, in millimetres.

A plate is an SVG drawing of the right gluteal region. User unit 1 mm, origin at the right hip joint centre,
x to the right of the picture, y down as everywhere in SVG. ``data/plates/README.md`` describes the form.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from gluteal.catalogue.table import Table
from gluteal.paths import data_dir
from gluteal.svg_path import PathError, compact, flatten

_SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("bone", "muscle", "tendon", "ligament", "nerve", "vessel", "bursa", "fascia", "skin")
ROLES = ("visible", "fibre", "tendon", "form", "shade", "hole", "origin", "insertion", "course")


class PlateError(ValueError):
    """A plate that cannot be read. The message names the file, the element and what to do."""


@dataclass(frozen=True)
class Detail:
    """Something drawn on a structure: a fibre guide, a tendon, a form line, a hollow, a hole, an attachment.

    Attributes
    ----------
    role : str
        One of ``ROLES``.
    path : str
        SVG path data, mm.
    weight : int
        1 (fine) to 3 (strong), for form lines; width in mm, for the course of a nerve or vessel.
    part : str
        What it lies on, in words: the bone of an origin or insertion.
    """

    role: str
    path: str
    weight: int = 2
    part: str = ""

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
        Outline as SVG path data, mm, closed: the outer contour, then its holes (even-odd rule).
    visible : str
        Path of the part which no bone hides; empty where bone hides nothing.
    details : tuple of Detail
        What is drawn on it.
    title : str
        Its name, where the catalogue of structures has none.

    Examples
    --------
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
        ``"posterior"`` or ``"lateral"``.
    view_box : tuple of float
        x, y, width, height of the picture, mm.
    layers : tuple of Layer
        From deep (bones) to superficial (skin).
    structures : mapping of id to PlateStructure
        In painter's order, deepest first.
    landmarks : mapping of id to Landmark

    Examples
    --------
    >>> load_plate("lateral").structures["gluteus-medius"].layer
    'medius'
    """

    view: str
    view_box: tuple[float, float, float, float]
    layers: tuple[Layer, ...]
    structures: Mapping[str, PlateStructure]
    landmarks: Mapping[str, Landmark]

    def up_to(self, layer_id):
        """Return the structures of all layers from the bones up to ``layer_id``, in painter's order."""
        names = [layer.id for layer in self.layers]
        if layer_id not in names:
            raise KeyError(f"unknown layer {layer_id!r}; choose from {', '.join(names)}")
        shown = set(names[: names.index(layer_id) + 1])
        return tuple(item for item in self.structures.values() if item.layer in shown)


def views():
    """Return the names of the plates there are, sorted."""
    return tuple(sorted(path.stem for path in (data_dir() / "plates").glob("*.svg")))


@lru_cache
def load_plate(view, path=None):
    """Read one plate.

    Parameters
    ----------
    view : str
        Name of the plate: ``"posterior"``, ``"lateral"``.
    path : Path, optional
        Another file to read; by default ``data/plates/VIEW.svg``.

    Returns
    -------
    Plate

    Raises
    ------
    KeyError
        When there is no such plate; the message names those there are.
    PlateError
        When the drawing cannot be read; the message says where and what to do.
    """
    file = Path(path) if path else data_dir() / "plates" / f"{view}.svg"
    if not file.is_file():
        raise KeyError(
            f"unknown plate {view!r}; choose from {', '.join(views()) or 'none: data/plates is empty'}"
        )
    try:
        root = ET.parse(file).getroot()
    except ET.ParseError as error:
        raise PlateError(
            f"{file.name}: not an SVG file ({error}); open it in Inkscape and save it again"
        ) from None
    return _Reading(file.name, root).plate()


def load_overlay(name):
    """Read one overlay of a plate: courses of nerves, landmarks with their names, lines to draw over it.

    Parameters
    ----------
    name : str
        Name of the file in ``data/plates/overlays``, without ending.

    Returns
    -------
    Plate
        Its layers say where the structures belong in the painter's order of the plate of the same view.

    Raises
    ------
    KeyError, PlateError
        As for `load_plate`.
    """
    return load_plate(name, data_dir() / "plates" / "overlays" / f"{name}.svg")


class _Reading:
    """One pass over a plate's SVG; holds the file's name for the error messages."""

    def __init__(self, name, root):
        self.name, self.root = name, root
        self.details = {}

    def plate(self):
        self._read_details()
        layers, structures = [], {}
        for group in self.root.iter(f"{_SVG}g"):
            if group.get("data-layer"):
                found = self._layer(group)
                layers.append(Layer(group.get("data-layer"), group.get("data-title", ""), tuple(found)))
                structures.update(found)
        self._check_owners(structures)
        return Plate(
            self.root.get("data-view", ""), self._view_box(), tuple(layers),
            Table("structure", structures), Table("landmark", self._landmarks()),
        )  # fmt: skip

    def _fail(self, element, problem, remedy):
        where = element.get("id") or element.get("data-structure") or element.get("data-landmark") or "a path"
        raise PlateError(f"{self.name}: {where}: {problem}; {remedy}")

    def _view_box(self):
        numbers = self.root.get("viewBox", "").replace(",", " ").split()
        if len(numbers) != 4:
            self._fail(
                self.root, "no viewBox of four numbers", 'give the root viewBox="x y width height" in mm'
            )
        return tuple(map(float, numbers))

    def _path(self, element):
        data = element.get("d", "")
        try:
            return compact(data)
        except PathError as error:
            return self._fail(element, str(error), "draw this path again")

    def _layer(self, group):
        found = {}
        for element in group.iter(f"{_SVG}path"):
            if element.get("class") == "structure":
                structure = self._structure(element, group.get("data-layer"))
                found[structure.id] = structure
        return found

    def _structure(self, element, layer):
        key, kind = element.get("id", ""), element.get("data-kind", "")
        if kind not in KINDS:
            self._fail(element, f"unknown kind {kind!r}", f"set data-kind to one of {', '.join(KINDS)}")
        details = self.details.get(key, [])
        visible = next((detail.path for detail in details if detail.role == "visible"), "")
        others = tuple(detail for detail in details if detail.role != "visible")
        return PlateStructure(key, kind, layer, self._path(element), visible, others, _title(element))

    def _read_details(self):
        for element in self.root.iter(f"{_SVG}path"):
            role = element.get("data-role")
            if role is None:
                continue
            if role not in ROLES:
                self._fail(element, f"unknown role {role!r}", f"set data-role to one of {', '.join(ROLES)}")
            weight, part = int(element.get("data-weight", 2)), element.get("data-part", "")
            detail = Detail(role, self._path(element), weight, part)
            self.details.setdefault(element.get("data-structure", ""), []).append(detail)

    def _check_owners(self, structures):
        for owner in self.details:
            if owner not in structures:
                raise PlateError(
                    f"{self.name}: a detail belongs to {owner!r}, which is not drawn; correct data-structure"
                )

    def _landmarks(self):
        return {
            item.get("data-landmark"): Landmark(
                item.get("data-landmark"), item.get("data-structure", ""),
                float(item.get("cx")), float(item.get("cy")), item.get("data-visible") == "yes",
                _title(item),
            )
            for item in self.root.iter(f"{_SVG}circle")
            if item.get("data-landmark")
        }  # fmt: skip


def _title(element):
    """The text of the ``title`` inside an element."""
    return (element.findtext(f"{_SVG}title") or "").strip()


def _area_and_moment(ring):
    """Area of a closed contour and the integral of position over it, mm² and mm³."""
    following = np.roll(ring, -1, axis=0)
    cross = ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]
    moment = ((ring + following) * cross[:, None]).sum(axis=0) / 6
    return abs(cross.sum() / 2), np.sign(cross.sum()) * moment
