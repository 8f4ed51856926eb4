"""What was published on how well examiners agree, in the order in which figures and widgets show it."""

import re
from dataclasses import dataclass
from functools import cache

from gluteal.catalogue.catalogue import load
from gluteal.catalogue.names import name_of
from gluteal.catalogue.teaching import Statement

GROUPS = {
    "reliability-buttock": ("holmjensen2020", "njoo1994", "rozenfeld2017_cris"),
    "reliability-back-and-leg": ("nice1992", "hsieh2000"),
    "reliability-reviews": ("rathbone2017", "lucas2009"),
}
"""Id of the heading, and its studies."""
_PREFIX = "palpation-reliability-"
_STUDIES = re.compile(r"(\d+) studies\b")


@dataclass(frozen=True)
class PublishedKappa:
    """One published kappa.

    Attributes
    ----------
    fact : gluteal.catalogue.teaching.Statement
    group : str
        A key of `GROUPS`.
    """

    fact: Statement
    group: str

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id

    @property
    def name(self) -> str:
        """What was judged, in a few words."""
        return name_of(f"kappa-of-{self.id.removeprefix(_PREFIX)}")

    @property
    def size(self) -> str:
        """How many people, or how many studies where the source pools them."""
        studies = _STUDIES.match(self.fact.population)
        return studies[0] if studies else f"{self.fact.n} people"

    @property
    def same_examiner(self) -> bool:
        """Whether one examiner was compared with himself or herself."""
        return self.fact.comparator.startswith("same")

    @property
    def span(self) -> tuple[float, float]:
        """Lowest and highest value that the source gives; equal for a single value, 1 for an open end."""
        fact = self.fact
        if fact.value is not None:
            return fact.value, fact.value
        return fact.value_low, 1.0 if fact.value_high is None else fact.value_high

    @property
    def shape(self) -> str:
        """``value``, ``range`` (over muscles, signs or studies), or ``above`` (only a lower limit)."""
        if self.fact.value is not None:
            return "value"
        return "above" if self.fact.value_high is None else "range"

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % confidence interval where the source gives one."""
        fact = self.fact
        return None if fact.ci_low is None or fact.ci_high is None else (fact.ci_low, fact.ci_high)


@cache
def published_kappas() -> tuple[PublishedKappa, ...]:
    """Return every published kappa of palpation for trigger points, group by group, study by study.

    Examples
    --------
    >>> first = published_kappas()[0]
    >>> first.name, first.span[0], first.size, first.fact.source.short
    ('Gluteus medius, yes or no', 0.83, '32 people', 'Holm-Jensen 2020')
    """
    facts = [one for one in load().statements.values() if one.topic == "palpation-reliability"]
    return tuple(
        PublishedKappa(fact, group)
        for group, keys in GROUPS.items()
        for key in keys
        for fact in facts
        if fact.source_key == key and fact.property == "kappa"
    )


@dataclass(frozen=True)
class KappaWords:
    """Words that somebody gave to values of kappa. They are conventions.

    Attributes
    ----------
    source_key : str
    bands : tuple of (float, float, str)
        Lowest value, highest value, word.
    """

    source_key: str
    bands: tuple[tuple[float, float, str], ...]


@cache
def kappa_words() -> tuple[KappaWords, ...]:
    """Return the scales of words that were read; they do not agree.

    Examples
    --------
    >>> [[word for _, _, word in one.bands][0] for one in kappa_words()]
    ['slight', 'poor']
    """
    facts = [one for one in load().statements.values() if one.property == "kappa-word"]
    return tuple(
        KappaWords(key, tuple(_band(one) for one in facts if one.source_key == key))
        for key in dict.fromkeys(one.source_key for one in facts)
    )


def _band(fact):
    return (-1.0 if fact.value_low is None else fact.value_low), fact.value_high, fact.statement
