"""What treatments did in studies, ready to be compared: which results share a measure, and which do not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gluteal.catalogue.records import Record, Unit

if TYPE_CHECKING:
    from gluteal.catalogue.clinical import EmgActivation, TreatmentFact


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EffectMeasure(Record):
    """A scale on which results may stand together: one outcome in one unit, of one kind of effect size.

    Attributes
    ----------
    outcome : str
        What was measured.
    better : str
        ``lower`` or ``higher``: the side on which the patient fares better, as the sign is printed.
    axis_low, axis_high, axis_step : float
        Ends of the axis and distance of its ticks, in the unit.
    lower_words, higher_words : str
        What a value below and above zero means.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().effect_measures["pain-smd"].better
    'lower'
    """

    id: str
    outcome: str
    unit: str
    better: str
    axis_low: float
    axis_high: float
    axis_step: float
    lower_words: str
    higher_words: str

    @property
    def measured_in(self) -> Unit:
        """The unit, with its symbol and name."""
        return self._catalogue.units[self.unit]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EffectResult(Record):
    """One result of one study or review, and the figures that show it.

    Attributes
    ----------
    fact_id : str
        The row that holds number, interval, people, comparator, source and grade.
    figures : tuple of str
        Names of the figures in which it stands.
    measure_id : str
        The scale; empty for a result without an interval, or without a number.
    first, second : str
        What was tried, and against what; where ``second`` is empty the comparator of the fact says it.
    favours : str
        ``first``, ``second``, ``neither`` (no clear difference), or ``unclear``.
    words : str
        The result in words, where those of the fact do not fit; see `said`.
    """

    id: str
    fact_id: str
    figures: tuple[str, ...]
    measure_id: str
    first: str
    second: str
    favours: str
    words: str

    @property
    def fact(self) -> TreatmentFact:
        """Number, interval, people, comparator, source and grade."""
        return self._catalogue.treatment_facts[self.fact_id]

    @property
    def measure(self) -> EffectMeasure | None:
        """The scale, or None for a result that stands in words."""
        return self._catalogue.effect_measures[self.measure_id] if self.measure_id else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % confidence interval where the source gives one."""
        fact = self.fact
        return None if fact.ci_low is None or fact.ci_high is None else (fact.ci_low, fact.ci_high)

    @property
    def pooled(self) -> bool:
        """Whether the authors of a review pooled several trials."""
        return self.fact.source.kind == "meta-analysis"

    @property
    def against(self) -> str:
        """What it was tried against; empty where nothing is compared.

        Examples
        --------
        >>> results_in("effects-massage")[0].against
        'inactive control'
        """
        return self.second or self.fact.comparator

    @property
    def said(self) -> str:
        """The result in words."""
        return self.words or self.fact.statement


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DoseRow(Record):
    """A dose that a trial or review gives.

    Attributes
    ----------
    scale : str
        ``hold`` (one hold, press or set, s), ``total`` (time in all, min) or ``course`` (weeks).
    group : str
        What is done: ``stretching``, ``pressure``, ``rolling``, ``needling`` or ``exercise``.
    per_week, weeks : int or None
        Sessions a week, and for how many weeks, of a course.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().effect_doses["hold-press-light"].span
    (90.0, 90.0)
    """

    id: str
    fact_id: str
    scale: str
    group: str
    name: str
    per_week: int | None
    weeks: int | None

    @property
    def fact(self) -> TreatmentFact:
        """Number, people, source and grade."""
        return self._catalogue.treatment_facts[self.fact_id]

    @property
    def span(self) -> tuple[float, float]:
        """Shortest and longest, in the unit of the fact; equal for a single value."""
        fact = self.fact
        return (fact.value, fact.value) if fact.value_low is None else (fact.value_low, fact.value_high)


RECORDS = {
    "effect_measures": ("measure of an effect", EffectMeasure),
    "effect_results": ("result of a treatment", EffectResult),
    "effect_doses": ("dose", DoseRow),
}
"""Table → what one row is, in the words of an error message, and its record."""


def results_in(figure: str) -> tuple[EffectResult, ...]:
    """Return the results of a figure, in the order of the table.

    Parameters
    ----------
    figure : str
        Name of the figure, ``effects-massage``.

    Raises
    ------
    KeyError
        For a figure that shows no results; the message names those that do.

    Examples
    --------
    >>> [one.first for one in results_in("effects-acupuncture") if one.measure][0]
    'Needles in trigger points'
    """
    found = tuple(one for one in _every() if figure in one.figures)
    if not found:
        raise KeyError(f"no results for the figure {figure!r}; there are: {', '.join(effect_figures())}")
    return found


def by_measure(results: tuple[EffectResult, ...]) -> dict[EffectMeasure, tuple[EffectResult, ...]]:
    """Return results by the scale that they share, the largest group first; those in words are left out.

    Examples
    --------
    >>> list(by_measure(results_in("effects-dry-needling")))[0].measured_in.name
    'points on a pain scale from 0 to 10'
    """
    keys = dict.fromkeys(one.measure_id for one in results if one.measure_id)
    groups = [tuple(one for one in results if one.measure_id == key) for key in keys]
    return {group[0].measure: group for group in sorted(groups, key=len, reverse=True)}


def in_words(results: tuple[EffectResult, ...]) -> tuple[EffectResult, ...]:
    """Return the results that have no place on an axis: no interval was read, or no number."""
    return tuple(one for one in results if not one.measure_id)


@cache
def effect_figures() -> tuple[str, ...]:
    """Return the names of the figures that show results."""
    return tuple(dict.fromkeys(name for one in _every() for name in one.figures))


def doses(scale: str) -> tuple[DoseRow, ...]:
    """Return the doses of a scale: ``hold``, ``total`` or ``course``.

    Examples
    --------
    >>> [one.fact.measure for one in doses("total")]
    ['about 4 min', 'about 10 min']
    """
    from gluteal.catalogue.catalogue import load

    return load().related("effect_doses", "scale", scale)


def needling_events() -> tuple[TreatmentFact, ...]:
    """Return the adverse events of dry needling that were counted, the commonest first.

    Examples
    --------
    >>> needling_events()[0].measure
    '19.18 %'
    """
    from gluteal.catalogue.catalogue import load

    facts = load().related("treatment_facts", "treatment_id", "dry-needling")
    return tuple(one for one in facts if one.property == "adverse-event")


def emg_studies() -> dict[str, tuple[EmgActivation, ...]]:
    """Return measured muscle activity by study (key of its source), in each the strongest first.

    Examples
    --------
    >>> list(emg_studies())[0], emg_studies()["distefano2009"][0].task
    ('distefano2009', 'side-lying hip abduction')
    """
    from gluteal.catalogue.catalogue import load

    rows = tuple(load().emg_activations.values())
    keys = dict.fromkeys(one.source_key for one in rows)
    return {key: tuple(sorted(_of(rows, key), key=lambda one: -one.value)) for key in keys}


def _of(rows, key):
    return [one for one in rows if one.source_key == key]


def _every() -> tuple[EffectResult, ...]:
    from gluteal.catalogue.catalogue import load

    return tuple(load().effect_results.values())
