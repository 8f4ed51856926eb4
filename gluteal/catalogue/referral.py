"""Referral zones: where the pain of trigger points, and of what else hurts here, is drawn on the body charts.

``data/referral/README.md`` says how the zones were drawn and what they do not tell.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.catalogue.regions import VIEWS
from gluteal.catalogue.table import Table

if TYPE_CHECKING:
    from gluteal.catalogue.anatomy import TriggerPoint
    from gluteal.catalogue.catalogue import Catalogue
    from gluteal.catalogue.mimics import ReferralMimic

FOLDER = "referral"
KINDS = ("essential", "spillover")
SIDES = ("right", "left")
CHARTS = {
    "posterior": "posterior",
    "anterior": "anterior",
    "lateral-right": "lateral",
    "lateral-left": "lateral",
}
"""Charts of a whole body and the view that each shows; the left lateral chart is the right one, mirrored."""
MIDLINE_MM = {"posterior": -82.0, "anterior": 82.0}


@dataclass(frozen=True, slots=True)
class Zone:
    """One area of a pain map, as drawn: typical, not measured, and no border in the body.

    Attributes
    ----------
    view : {"posterior", "lateral", "anterior"}
    kind : {"essential", "spillover"}
        Felt by most people, or by some.
    grade : str
        How sure the zone is: an id of ``grades.csv``.
    polygon : tuple of (float, float)
        Corners, mm, y down, right side; the first is not repeated.
    both_sides : bool
        The pain of a point of one side is felt here on both sides.
    """

    view: str
    kind: str
    grade: str
    polygon: tuple[tuple[float, float], ...]
    both_sides: bool = False

    @property
    def path(self) -> str:
        """The zone as SVG path data, mm."""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in self.polygon) + "Z"

    def mirrored(self) -> Zone:
        """Return the zone of the other side. In the lateral view it is the same: there the chart is mirrored.

        Examples
        --------
        >>> corners = ((-82.0, 0.0), (-62.0, 0.0), (-62.0, 20.0))
        >>> Zone("posterior", "essential", "expert", corners).mirrored().path
        'M-82 0L-102 0L-102 20Z'
        """
        middle = MIDLINE_MM.get(self.view)
        if middle is None:
            return self
        return replace(self, polygon=tuple((2 * middle - x, y) for x, y in self.polygon))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pain map: of one trigger point, or of something else that hurts in the same place.

    Attributes
    ----------
    id, name : str
    source : {"trigger-point", "mimic"}
    muscle_id : str
        Empty for a mimic.
    zones : tuple of Zone
        Of the right side.
    points : dict of str to (float, float)
        Where the trigger point lies, in the views in which it can be shown, mm.
    grade : str
        How sure the map as a whole is.
    dashed : bool
        Weakly sourced: draw it dashed and say so. See the README of the zones for the rule.
    essential_words, spillover_words : str
        The zones in words; empty where there is none.
    tells_apart : tuple of str
        What would tell it from its neighbours, a sentence each.
    source_keys : tuple of str
        Keys of ``sources.csv``, the main one first.
    """

    id: str
    name: str
    source: str
    muscle_id: str
    zones: tuple[Zone, ...]
    points: dict[str, tuple[float, float]]
    grade: str
    dashed: bool
    essential_words: str = ""
    spillover_words: str = ""
    tells_apart: tuple[str, ...] = ()
    source_keys: tuple[str, ...] = ()

    def of(self, view: str, kind: str | None = None) -> tuple[Zone, ...]:
        """Return the zones of the right side in one view, essential ones first; all kinds, or one.

        Raises
        ------
        ValueError
            When there is no such view or kind.

        Examples
        --------
        >>> [zone.kind for zone in referral_pattern("piriformis-trp1").of("posterior")]
        ['essential', 'spillover']
        """
        _one_of("view", view, VIEWS)
        if kind is not None:
            _one_of("kind", kind, KINDS)
        found = [zone for zone in self.zones if zone.view == view and kind in (None, zone.kind)]
        return tuple(sorted(found, key=lambda zone: KINDS.index(zone.kind)))

    def on_chart(self, chart: str, side: str = "right", kind: str | None = None) -> tuple[Zone, ...]:
        """Return what a whole chart shows when the point lies on one side, both sides of the body.

        Parameters
        ----------
        chart : {"posterior", "anterior", "lateral-right", "lateral-left"}
        side : {"right", "left"}
            Side on which the trigger point lies.
        kind : {"essential", "spillover"}, optional

        Raises
        ------
        ValueError
            When there is no such chart, side or kind.

        Examples
        --------
        >>> len(referral_pattern("gluteus-maximus-trp3").on_chart("posterior"))
        2
        """
        _one_of("chart", chart, CHARTS)
        _one_of("side", side, SIDES)
        zones = self.of(CHARTS[chart], kind)
        if chart.startswith("lateral"):
            return tuple(zone for zone in zones if chart.endswith(side) or zone.both_sides)
        twins = [(zone, zone.mirrored()) for zone in zones]
        shown = [
            pair if zone.both_sides else (pair[SIDES.index(side)],) for pair in twins for zone in pair[:1]
        ]
        return tuple(zone for group in shown for zone in group)

    def point_on(self, view: str, side: str = "right") -> tuple[float, float] | None:
        """Return where the trigger point lies in a view, mm; None where it cannot be shown.

        Examples
        --------
        >>> referral_pattern("gluteus-maximus-trp1").point_on("anterior") is None
        True
        """
        _one_of("view", view, VIEWS)
        _one_of("side", side, SIDES)
        point = self.points.get(view)
        if point is None or side == "right" or view not in MIDLINE_MM:
            return point
        return (2 * MIDLINE_MM[view] - point[0], point[1])


def referral_patterns() -> Table[Pattern]:
    """Return every pain map by id: the trigger points in the order of their table, then the mimics.

    Examples
    --------
    >>> next(iter(referral_patterns()))
    'gluteus-maximus-trp1'
    """
    from gluteal.catalogue.catalogue import load

    return _patterns(load())


def referral_pattern(key: str) -> Pattern:
    """Return one pain map.

    Raises
    ------
    KeyError
        When there is none with this id; the message names the nearest ones.

    Examples
    --------
    >>> referral_pattern("gluteus-medius-trp3").dashed
    True
    """
    return referral_patterns()[key]


@cache
def _patterns(catalogue: Catalogue) -> Table[Pattern]:
    zones, others = (read_drawn(catalogue.data_dir, name) for name in ("zones.json", "mimics.json"))
    points = [_of_point(point, zones.get(point.id, {})) for point in catalogue.trigger_points.values()]
    mimics = [_of_mimic(mimic, others.get(mimic.id, {})) for mimic in catalogue.referral_mimics.values()]
    return Table("referral pattern", {pattern.id: pattern for pattern in points + mimics})


def read_drawn(data_dir: Path, name: str) -> dict:
    """Return what one file of zones holds: id → view → zones, as in the file.

    Raises
    ------
    CatalogueError
        When the file cannot be read.
    """
    file = f"data/{FOLDER}/{name}"
    try:
        return json.loads((data_dir / FOLDER / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        line = getattr(error, "lineno", 1)
        raise CatalogueError(Problem(file, line, f"no valid JSON: {error}", "mend it there")) from None


def _of_point(point: TriggerPoint, drawn: dict) -> Pattern:
    return Pattern(
        source="trigger-point",
        muscle_id=point.muscle_id,
        points={view: tuple(place) for view, place in drawn.get("point", {}).items()},
        dashed=point.grade == "unverified" or point.zone_read == "from-memory",
        tells_apart=(point.distinguishing_note,) if point.distinguishing_note else (),
        **_told(point, drawn),
    )


def _of_mimic(mimic: ReferralMimic, drawn: dict) -> Pattern:
    return Pattern(
        source="mimic",
        muscle_id="",
        points={},
        dashed=mimic.grade == "unverified",
        tells_apart=mimic.distinguishing,
        **_told(mimic, drawn),
    )


def _told(row: TriggerPoint | ReferralMimic, drawn: dict) -> dict:
    """What the rows of both tables tell in the same words."""
    return {
        "id": row.id,
        "name": row.name,
        "zones": tuple(_zone(view, entry) for view in VIEWS for entry in drawn.get(view, ())),
        "grade": row.grade,
        "essential_words": row.essential_zone,
        "spillover_words": row.spillover_zone,
        "source_keys": (row.source_key, *row.other_source_keys),
    }


def _zone(view: str, entry: dict) -> Zone:
    corners = tuple((float(x), float(y)) for x, y in entry["polygon"])
    return Zone(view, entry["kind"], entry["grade"], corners, bool(entry.get("both_sides", False)))


def _one_of(what: str, value: str, valid) -> None:
    if value not in valid:
        raise ValueError(f"there is no {what} {value!r}; choose from {', '.join(valid)}")
