"""A patch of muscle with something hidden in it, or nothing: what one trial of the palpation trainer is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, degrees, pi, radians, sin, sqrt

import numpy as np

from gluteal import plates
from gluteal.catalogue import load
from gluteal.models.palpation_chance import Chance
from gluteal.models.palpation_values import reach_force_n, share, value

KINDS = ("active", "latent", "band-only", "tender-only", "normal")
"""What a trial can hide. Only the first two are trigger points: they have a band and a tender spot in it."""
WITH_BAND, WITH_SPOT = ("active", "latent", "band-only"), ("active", "latent", "tender-only")
BEND_REACH_MM = 60.0
"""The bend of a fibre is told for this distance from the middle of the patch."""
SNAPS = 24
"""So many snaps have their answer laid down; after them the answers begin again."""
GRAIN_MM = 12.0
"""The unevenness of normal bundles repeats after this distance across the fibres."""
_EVEN = 0.5


@dataclass(frozen=True)
class Trial:
    """One patch of muscle. x to the right and y down from the upper left corner of the patch, mm.

    Fibres run along u and are counted across by v, both from the middle of the patch: with dx, dy from
    there and the angle a, ``u = dx cos a + dy sin a`` and ``v = dy cos a - dx sin a - bend (u / 60)²``.

    Attributes
    ----------
    seed : int
    muscle_id, kind, pattern_id : str
        Whose patch it is, one of ``KINDS``, and the trigger point whose pattern is felt.
    angle_deg : float
        Direction of the fibres in the middle, clockwise from the right of the picture.
    bend_mm : float
        How far a fibre bows aside 60 mm from the middle.
    band_v_mm, band_width_mm, band_firmness : float
        Where the band runs, its width at half its height, how firm it is (0: there is none).
    spot_mm : (float, float)
        x and y of the tender spot; of the middle of the patch where there is none.
    swell_v_mm, swell_firmness, grain_mm : float
        The broad swell of normal muscle, and by how much the grain of its bundles is moved aside.
    refers : bool
        Whether pressing the spot hard enough is felt elsewhere too.
    twitches : tuple of bool
        Whether the first, second, … well-made snap is answered by a twitch.
    """

    seed: int
    muscle_id: str
    kind: str
    pattern_id: str
    angle_deg: float
    bend_mm: float
    band_v_mm: float
    band_width_mm: float
    band_firmness: float
    spot_mm: tuple[float, float]
    swell_v_mm: float
    swell_firmness: float
    grain_mm: float
    refers: bool
    twitches: tuple[bool, ...]

    @property
    def has_band(self) -> bool:
        """Whether a taut band runs through the patch."""
        return self.kind in WITH_BAND

    @property
    def has_spot(self) -> bool:
        """Whether a place in the patch is tender."""
        return self.kind in WITH_SPOT

    @property
    def has_trigger_point(self) -> bool:
        """Whether there is a trigger point: a tender spot in a taut band."""
        return self.has_band and self.has_spot

    def along_across(self, x_mm, y_mm):
        """Return u and v of places, mm; shapes as given."""
        return along_across(x_mm, y_mm, self.angle_deg, self.bend_mm)

    def distance_mm(self, x_mm, y_mm):
        """Return the distance of places from the spot, mm; infinite where there is none."""
        if not self.has_spot:
            return np.full(np.shape(x_mm), np.inf)
        return np.hypot(np.asarray(x_mm) - self.spot_mm[0], np.asarray(y_mm) - self.spot_mm[1])


def along_across(x_mm, y_mm, angle_deg, bend_mm):
    """Return u (along the fibres) and v (across) of places in a patch, see `Trial`.

    Examples
    --------
    >>> [float(one) for one in along_across(70, 45, 0, 0)]
    [10.0, 0.0]
    """
    dx, dy = np.asarray(x_mm) - value("patch-width") / 2, np.asarray(y_mm) - value("patch-height") / 2
    a = radians(angle_deg)
    u = dx * cos(a) + dy * sin(a)
    return u, dy * cos(a) - dx * sin(a) - bend_mm * (u / BEND_REACH_MM) ** 2


@lru_cache(maxsize=4096)
def draw_trial(seed: int, muscle_id: str = "gluteus-medius", kind: str = "") -> Trial:
    """Return the trial of a seed: the same on every computer, for ever.

    Parameters
    ----------
    seed : int
        From 0.
    muscle_id : {"gluteus-medius", "gluteus-maximus", "piriformis"}
        Whose fibre direction, depth and pain pattern it has.
    kind : str, optional
        One of ``KINDS``; by default drawn, with the shares of ``data/palpation_trainer.csv``.

    Raises
    ------
    ValueError
        For a seed, a muscle or a kind that does not exist; the message names the valid ones.

    Examples
    --------
    >>> draw_trial(3) == draw_trial(3)
    True
    >>> draw_trial(1, kind="normal").has_band
    False
    """
    reach_force_n(muscle_id)
    if kind and kind not in KINDS:
        raise ValueError(f"there is no kind {kind!r}; choose from {', '.join(map(repr, KINDS))}")
    chance = Chance(seed, muscle_id)
    kind = kind or _kind(chance)
    spread = value("angle-spread")
    angle = round(fibre_direction_deg(muscle_id) + chance.between("angle", -spread, spread), 1)
    bend = value("fibre-bend") * (1 if chance.uniform("bend") < _EVEN else -1)
    spot = _place(chance)
    across = float(along_across(*spot, angle, bend)[1])
    return Trial(
        seed, muscle_id, kind, _pattern(chance, muscle_id), angle, bend, *_band(chance, kind, across),
        spot if kind in WITH_SPOT else _middle(), *_normal(chance, across), _refers(chance, kind),
        tuple(chance.uniform(f"snap {number}") < share("twitch-share") for number in range(SNAPS)),
    )  # fmt: skip


@lru_cache
def fibre_direction_deg(muscle_id: str) -> float:
    """Return the mean direction of the fibres of a muscle on the posterior plate, degrees.

    Clockwise from the right of the picture, over the middle half of each fibre guide.

    Examples
    --------
    >>> 0 < fibre_direction_deg("gluteus-maximus") < 60
    True
    """
    guides = plates.load_plate("posterior").structures[muscle_id].fibres
    ways = [guide[3 * len(guide) // 4] - guide[len(guide) // 4] for guide in guides]
    x, y = np.mean([way / np.hypot(*way) for way in ways], axis=0)
    return round(degrees(np.arctan2(y, x)), 1)


def nodule_radius_mm() -> float:
    """Return the radius of a round nodule with the area of the table, mm.

    Examples
    --------
    >>> round(nodule_radius_mm(), 1)
    2.3
    """
    return 10 * sqrt(value("spot-area") / pi)


def _kind(chance):
    place, until = chance.uniform("kind"), 0.0
    for kind in KINDS:
        until += share(f"share-{kind}")
        if place < until:
            return kind
    return KINDS[-1]


def _middle():
    return value("patch-width") / 2, value("patch-height") / 2


def _place(chance):
    """A place not too near the edge of the patch."""
    edge = value("patch-margin")
    sides = {"x": value("patch-width"), "y": value("patch-height")}
    return tuple(round(chance.between(name, edge, side - edge), 1) for name, side in sides.items())


def _band(chance, kind, across_mm):
    """Where the band runs, its width, how firm it is."""
    if kind not in WITH_BAND:
        return 0.0, 1.0, 0.0
    names = ("band-width", "band-firmness")
    sizes = [chance.between(name, value(f"{name}-least"), value(f"{name}-most")) for name in names]
    return round(across_mm, 2), *(round(size, 2) for size in sizes)


def _normal(chance, across_mm):
    """What every muscle has: a broad swell, on the other side of the middle, and the shift of the grain."""
    place = chance.between("swell", 8, 26) * (-1 if across_mm > 0 else 1)
    height, shift = chance.between("height", 0, value("swell-firmness")), chance.between("grain", 0, GRAIN_MM)
    return round(place, 1), round(height, 2), round(shift, 2)


def _pattern(chance, muscle_id):
    points = [point.id for point in load().muscles[muscle_id].trigger_points]
    return points[int(chance.uniform("pattern") * len(points))]


def _refers(chance, kind):
    return kind in ("active", "latent") and chance.uniform("refers") < share(f"refers-{kind}")
