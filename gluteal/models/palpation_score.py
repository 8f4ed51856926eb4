"""What an answer in the palpation trainer was worth, and what a learner's record comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot, nan

from gluteal.models.palpation_values import value

OUTCOMES = ("hit", "elsewhere", "miss", "false-alarm", "correct-rejection")
"""Found; marked too far away; overlooked; seen where there is none; rightly said that there is none."""


@dataclass(frozen=True)
class Judged:
    """An answer, judged.

    Attributes
    ----------
    outcome : str
        One of ``OUTCOMES``.
    distance_mm : float
        From the mark to the spot; not a number where there is no mark or no trigger point.
    kind_right : bool
        Whether active was told from latent, of a trigger point that was found.
    points : float
        The score, 0 to 100.
    """

    outcome: str
    distance_mm: float
    kind_right: bool
    points: float


@dataclass(frozen=True)
class Tally:
    """What a learner's answers come to.

    Attributes
    ----------
    hits, elsewhere, misses, false_alarms, correct_rejections : int
    mean_distance_mm : float
        Over the marks on patches with a trigger point; not a number before the first.
    """

    hits: int
    elsewhere: int
    misses: int
    false_alarms: int
    correct_rejections: int
    mean_distance_mm: float

    @property
    def sensitivity(self) -> float:
        """Share of the trigger points that were found; a mark too far away counts as not found."""
        return _ratio(self.hits, self.hits + self.elsewhere + self.misses)

    @property
    def specificity(self) -> float:
        """Share of the patches without a trigger point of which this was said."""
        return _ratio(self.correct_rejections, self.correct_rejections + self.false_alarms)


def judge(trial, mark_mm=None, said_kind="", presses=0) -> Judged:
    """Judge an answer.

    The score is for teaching: 90 for saying rightly that there is no trigger point; or 50 for finding one, up
    to 20 for the place (less the farther off) and 20 for active or latent; and up to 10 for few presses. A
    trigger point counts as found when the mark lies within the mean distance of two examiners.

    Parameters
    ----------
    trial : gluteal.models.palpation_trial.Trial
    mark_mm : (float, float), optional
        Where the learner marks a trigger point; none for "no trigger point here".
    said_kind : {"active", "latent", ""}
    presses : int
        How often the finger was put down.

    Raises
    ------
    ValueError
        For another kind, or fewer than no presses.

    Examples
    --------
    >>> from gluteal.models.palpation_trial import draw_trial
    >>> trial = draw_trial(1, kind="active")
    >>> judge(trial, trial.spot_mm, "active", presses=5).points
    100.0
    >>> judge(trial, None).outcome
    'miss'
    """
    if said_kind not in ("", "active", "latent") or presses < 0:
        raise ValueError("said_kind is 'active', 'latent' or ''; presses is 0 or more")
    distance = hypot(mark_mm[0] - trial.spot_mm[0], mark_mm[1] - trial.spot_mm[1]) if mark_mm else nan
    outcome = _outcome(trial.has_trigger_point, mark_mm is not None, distance)
    right = outcome == "hit" and said_kind == trial.kind
    distance = distance if trial.has_trigger_point else nan
    return Judged(outcome, distance, right, _points(outcome, distance, right, presses))


def tally(record: Iterable[Mapping]) -> Tally:
    """Count a record of answers: dicts with ``outcome`` and, where there is one, ``distance_mm``.

    Examples
    --------
    >>> tally([{"outcome": "hit", "distance_mm": 6.0}, {"outcome": "miss", "distance_mm": None}]).sensitivity
    0.5
    """
    answers = list(record)
    counts = [sum(answer["outcome"] == outcome for answer in answers) for outcome in OUTCOMES]
    marks = [one["distance_mm"] for one in answers if one.get("distance_mm") is not None]
    return Tally(*counts, _ratio(sum(marks), len(marks)))


def points_for_place(distance_mm: float) -> float:
    """Return the score for the place of a mark.

    Examples
    --------
    >>> points_for_place(0.0), points_for_place(20.0)
    (20.0, 0.0)
    """
    return value("points-place") * max(0.0, 1 - distance_mm / value("found-distance"))


def points_for_presses(presses: int) -> float:
    """Return the score for few presses.

    Examples
    --------
    >>> points_for_presses(6), points_for_presses(13), points_for_presses(99)
    (10.0, 5.0, 0.0)
    """
    free, most = value("presses-free"), value("presses-most")
    left = min(1.0, max(0.0, (most - presses) / (most - free)))
    return value("points-presses") * left


def _outcome(there, marked, distance_mm):
    if not there:
        return "false-alarm" if marked else "correct-rejection"
    if not marked:
        return "miss"
    return "hit" if distance_mm <= value("found-distance") else "elsewhere"


def _points(outcome, distance_mm, kind_right, presses):
    if outcome == "correct-rejection":
        return value("points-none") + points_for_presses(presses)
    if outcome != "hit":
        return 0.0
    kind = value("points-kind") if kind_right else 0.0
    return value("points-found") + points_for_place(distance_mm) + kind + points_for_presses(presses)


def _ratio(part, whole):
    return part / whole if whole else nan
