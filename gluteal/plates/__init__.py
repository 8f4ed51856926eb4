"""Reader of the drawn plates in ``data/plates``: structures, layers, landmarks, in millimetres.

A plate is an SVG drawing: of the right gluteal region, the body, a section, a schematic. User unit 1 mm,
origin at the right hip joint centre, x to the right of the picture, y down as everywhere in SVG.
``data/plates/README.md`` describes the form.
"""

import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path

from gluteal.paths import data_dir
from gluteal.plates.reading import PlateError, Reading
from gluteal.plates.records import REGIONS, Detail, Landmark, Layer, Plate, PlateStructure

__all__ = [
    "REGIONS", "Detail", "Landmark", "Layer", "Plate", "PlateError", "PlateStructure",
    "drawings", "load_overlay", "load_plate", "views",
]  # fmt: skip


def drawings():
    """Return the names of all drawings in ``data/plates``, sorted."""
    return tuple(sorted(path.stem for path in (data_dir() / "plates").glob("*.svg")))


def views(region="buttock"):
    """Return the names of the drawings of one region, sorted.

    Parameters
    ----------
    region : {"buttock", "body", "section", "schematic"}

    Raises
    ------
    ValueError
        When there is no such region.

    Examples
    --------
    >>> "posterior" in views()
    True
    """
    if region not in REGIONS:
        raise ValueError(f"there is no region {region!r}; choose from {', '.join(REGIONS)}")
    return tuple(name for name in drawings() if load_plate(name).region == region)


@lru_cache
def load_plate(view, path=None):
    """Read one plate.

    Parameters
    ----------
    view : str
        Name of the drawing, such as ``"posterior"``, ``"lateral"``, ``"body-anterior"``.
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
            f"unknown plate {view!r}; choose from {', '.join(drawings()) or 'none: data/plates is empty'}"
        )
    try:
        root = ET.parse(file).getroot()
    except ET.ParseError as error:
        raise PlateError(
            f"{file.name}: not an SVG file ({error}); open it in Inkscape and save it again"
        ) from None
    return Reading(file.name, root).plate()


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
