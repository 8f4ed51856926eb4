"""Named regions of the skin on the body charts: what a pain zone covers, in words and as polygons."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Record
from gluteal.catalogue.table import Table

VIEWS = ("posterior", "lateral", "anterior")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegionCorner(Record):
    """One corner of a region, as the table has it.

    Attributes
    ----------
    view : str
        ``posterior``, ``lateral`` or ``anterior``: the body chart on which it lies.
    region, name : str
        Id of the region, and the region in words.
    order : int
        Number of the corner, around the region.
    x_mm, y_mm : float
        To the right of the picture and down, from the right hip joint centre.
    """

    id: str
    view: str
    region: str
    name: str
    order: int
    x_mm: float
    y_mm: float


@dataclass(frozen=True, slots=True)
class BodyRegion:
    """A region of the skin of the right side in one view.

    Attributes
    ----------
    id, name, view : str
    corners_mm : tuple of (float, float)
        Around the region, mm, y down; the first corner is not repeated.
    """

    id: str
    name: str
    view: str
    corners_mm: tuple[tuple[float, float], ...]

    @property
    def path(self) -> str:
        """The region as SVG path data, mm."""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in self.corners_mm) + "Z"


def body_regions(view: str) -> Table[BodyRegion]:
    """Return the regions that one body chart shows, by id.

    Parameters
    ----------
    view : {"posterior", "lateral", "anterior"}

    Raises
    ------
    ValueError
        When there is no such view.

    Examples
    --------
    >>> body_regions("posterior")["popliteal-fossa"].name
    'Back of the knee'
    """
    from gluteal.catalogue.catalogue import load

    if view not in VIEWS:
        raise ValueError(f"there is no view {view!r} of the body; choose from {', '.join(VIEWS)}")
    found: dict[str, list[RegionCorner]] = {}
    for corner in load().related("body_regions", "view", view):
        found.setdefault(corner.region, []).append(corner)
    return Table("body region", {key: _region(corners) for key, corners in found.items()})


def _region(corners: list[RegionCorner]) -> BodyRegion:
    first, *_ = around = sorted(corners, key=lambda corner: corner.order)
    places = tuple((corner.x_mm, corner.y_mm) for corner in around)
    return BodyRegion(first.region, first.name, first.view, places)
