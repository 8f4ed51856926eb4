"""A pain drawing: the cells of the body charts that a person painted, and how strong the pain is there.

A saved drawing is a JSON file::

    {"format": "gluteal-pain-drawing", "version": 1, "cell_mm": 6, "made": "2026-03-01T09:30:00Z",
     "label": "", "charts": {"posterior": [start, length, intensity, …], …}}

Runs of cells in rows from the upper left of a chart (`gluteal.models.raster` says where cells lie), intensity
1 to 10; cells that are not painted are left out, charts without paint may be. ``made`` and ``label`` may be
empty. `gluteal.models.drawing_file` reads and writes the file. A drawing holds no name and no date of birth;
what somebody types into ``label`` is theirs to answer for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import Any

import numpy as np

from gluteal.models import raster

FORMAT = "gluteal-pain-drawing"
VERSION = 1
STRONGEST = 10
LONGEST_LABEL = 200
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)")


class DrawingError(ValueError):
    """A drawing that cannot be used. The message is a sentence: what is wrong, where, what to do."""


@dataclass(frozen=True, slots=True)
class PainDrawing:
    """What a person painted.

    Attributes
    ----------
    charts : mapping of str to tuple of int
        For each chart that has paint the runs ``start, length, intensity, …``, in order.
    made : str
        When, as ISO 8601; may be empty.
    label : str
        What the person or the clinic calls it; may be empty.

    Examples
    --------
    >>> drawing = PainDrawing({"posterior": (7272, 3, 5)})
    >>> drawing.count, drawing.mirrored().charts["posterior"]
    (3, (7341, 3, 5))
    """

    charts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    made: str = ""
    label: str = ""

    def __post_init__(self):
        if not isinstance(self.charts, Mapping):
            raise DrawingError("its charts cannot be read; save the drawing again")
        strange = [name for name in self.charts if name not in raster.CHARTS]
        if strange:
            known = ", ".join(raster.CHARTS)
            raise DrawingError(f"it has a chart {strange[0]!r}, which is none of {known}; save it again")
        found = {name: _ordered(self.charts[name], name) for name in raster.CHARTS if name in self.charts}
        kept = {name: painted for name, painted in found.items() if painted}
        object.__setattr__(self, "charts", MappingProxyType(kept))
        if not isinstance(self.label, str) or len(self.label) > LONGEST_LABEL:
            raise DrawingError(f"its label is no text of at most {LONGEST_LABEL} characters; shorten it")
        if not isinstance(self.made, str) or (self.made and not _TIME.fullmatch(self.made)):
            raise DrawingError(
                f"its time {str(self.made)[:40]!r} cannot be read; write it like 2026-03-01T09:30:00Z"
            )

    def __hash__(self):
        return hash((tuple(self.charts.items()), self.made, self.label))

    def __reduce__(self):
        return PainDrawing, (dict(self.charts), self.made, self.label)

    @property
    def count(self) -> int:
        """Number of painted cells."""
        return sum(sum(painted[1::3]) for painted in self.charts.values())

    @property
    def outside(self) -> int:
        """Number of painted cells that do not lie on the body: where the brush went over the edge."""
        return sum(int((self.cells(name) > 0)[~raster.inside(name)].sum()) for name in self.charts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is painted."""
        return not self.charts

    def cells(self, chart: str) -> np.ndarray:
        """Return the intensity of each cell of a chart, uint8, shape (rows, columns), 0 where not painted."""
        return raster.from_runs(self.charts.get(chart, ()), raster.grid(chart).shape)

    def mirrored(self) -> "PainDrawing":
        """Return the drawing with left and right exchanged."""
        turned = {raster.MIRRORED[name]: self.cells(name)[:, ::-1] for name in self.charts}
        return replace(self, charts={name: raster.runs(cells) for name, cells in turned.items()})

    def painted(self, chart: str, shape, intensity: int = 5) -> "PainDrawing":
        """Return the drawing with more paint: what was painted before stays where it is stronger.

        Parameters
        ----------
        chart : str
            One of `gluteal.models.raster.CHARTS`.
        shape : array of bool, shape (rows, columns), or array, shape (n, 2)
            Cells; or a polygon in the frame of the right side's plate, mm.
        intensity : int
            1 to 10.

        Examples
        --------
        >>> from gluteal.catalogue.regions import body_regions
        >>> calf = body_regions("posterior")["posterior-calf"].corners_mm
        >>> 500 < PainDrawing().painted("posterior", calf, 7).count < 700
        True
        """
        on, shape = raster.grid(chart), np.asarray(shape)
        chosen = shape if shape.dtype == bool else raster.cells(shape, on)
        if chosen.shape != on.shape:
            raise DrawingError(f"cells of the chart {chart} have the shape {on.shape}, not {chosen.shape}")
        if not 1 <= intensity <= STRONGEST:
            raise DrawingError(f"the intensity {intensity!r} is not between 1 and {STRONGEST}")
        cells = np.maximum(self.cells(chart), chosen * np.uint8(intensity))
        return replace(self, charts={**self.charts, chart: raster.runs(cells)})

    def to_json(self) -> dict[str, Any]:
        """Return the drawing as plain data, as file and browser keep it."""
        charts = {name: list(painted) for name, painted in self.charts.items()}
        return {
            "format": FORMAT, "version": VERSION, "cell_mm": raster.CELL_MM, "made": self.made,
            "label": self.label, "charts": charts,
        }  # fmt: skip


def from_json(record: Any) -> PainDrawing:
    """Return the drawing that plain data describes.

    Parameters
    ----------
    record : dict
        As in the file.

    Raises
    ------
    DrawingError
        When it is none, is damaged, or comes from a newer edition; the message goes on after "it" or "its".

    Examples
    --------
    >>> from_json(PainDrawing().to_json()).is_empty
    True
    """
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise DrawingError("it is not a pain drawing of these lessons; choose a file that the drawing saved")
    version, charts = record.get("version"), record.get("charts")
    if type(version) is not int or version < 1:
        raise DrawingError("its version cannot be read; save the drawing again")
    if version > VERSION:
        raise DrawingError("it comes from a newer edition of the lessons; update this one first")
    if record.get("cell_mm") != raster.CELL_MM:
        raise DrawingError(
            f"its cells are {str(record.get('cell_mm'))[:20]} mm wide, not {raster.CELL_MM}; save it again"
        )
    return PainDrawing(charts, record.get("made", ""), record.get("label", ""))


def _ordered(runs: Any, chart: str) -> tuple[int, ...]:
    """Check the runs of a chart and put them in order."""
    again = "save the drawing again"
    if not isinstance(runs, list | tuple) or set(map(type, runs)) - {int}:
        raise DrawingError(f"its runs on the chart {chart} are not whole numbers; {again}")
    if len(runs) % 3:
        raise DrawingError(f"its runs on the chart {chart} are not complete (three numbers each); {again}")
    triples = sorted(zip(runs[::3], runs[1::3], runs[2::3], strict=True))
    after = 0
    for start, length, intensity in triples:
        if length < 1:
            raise DrawingError(f"a run on the chart {chart} has {length} cells; {again}")
        if not 1 <= intensity <= STRONGEST:
            raise DrawingError(f"an intensity on the chart {chart} is {intensity}, not 1 to 10; {again}")
        if start < after:
            problem = "overlap" if start >= 0 else "begin before its first cell"
            raise DrawingError(f"runs on the chart {chart} {problem}; {again}")
        after = start + length
    if after > raster.grid(chart).size:
        raise DrawingError(
            f"a run leaves the chart {chart}, which has {raster.grid(chart).size} cells; {again}"
        )
    return tuple(chain.from_iterable(triples))
