"""Poses: people, what they lie or stand on, what touches, what moves. One JSON file each in ``data/poses``.

``data/poses/README.md`` says how one is written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from gluteal import paths
from gluteal.catalogue.nearest import suggestion

FOLDER = "poses"


@dataclass(frozen=True, slots=True)
class Pose:
    """A scene of one or two people.

    Attributes
    ----------
    id, title : str
    view : dict
        ``azimuth_deg`` and ``elevation_deg`` from which it is best seen.
    figures : tuple of dict
        Each with ``role``, ``root``, ``angles``, and perhaps ``hands``, ``reach``, ``clothing``.
    props, contacts, arrows, spots : tuple of dict
    """

    id: str
    title: str
    view: MappingProxyType
    figures: tuple[dict, ...]
    props: tuple[dict, ...] = ()
    contacts: tuple[dict, ...] = ()
    arrows: tuple[dict, ...] = ()
    spots: tuple[dict, ...] = ()


def pose(key: str) -> Pose:
    """Return a pose by id.

    Raises
    ------
    KeyError
        When there is none of this id; the message names the nearest.

    Examples
    --------
    >>> pose("standing").figures[0]["role"]
    'patient'
    """
    found = poses()
    if key not in found:
        raise KeyError(f"there is no pose {key!r}; {suggestion(key, tuple(found))}")
    return found[key]


@cache
def poses() -> MappingProxyType:
    """Return all poses by id, in the order of folders and files.

    Examples
    --------
    >>> "supine" in poses()
    True
    """
    return MappingProxyType({one.id: one for path in files(paths.data_dir()) for one in [read(path)]})


def files(data_dir: Path) -> list[Path]:
    """Return the files of poses in a data folder."""
    return sorted((data_dir / FOLDER).rglob("*.json"))


def read(path: Path) -> Pose:
    """Read one file.

    Raises
    ------
    ValueError
        When the file is no pose; the message says what is wrong and where.
    """
    from gluteal.catalogue.pose_faults import faults

    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name} is no JSON: {error}") from None
    found = faults(given, path.stem)
    if found:
        raise ValueError(f"{path.name}: {found[0]}. Run `gluteal check` to see every fault")
    return made(given)


def made(given: dict) -> Pose:
    """Return a pose from plain data that has no fault.

    Examples
    --------
    >>> made({"id": "a", "title": "A", "view": {}, "figures": [{"role": "patient"}]}).id
    'a'
    """
    lists = {name: tuple(given.get(name, ())) for name in ("figures", "props", "contacts", "arrows", "spots")}
    view = {"azimuth_deg": 90.0, "elevation_deg": 8.0} | given.get("view", {})
    return Pose(given["id"], given["title"], MappingProxyType(view), **lists)
