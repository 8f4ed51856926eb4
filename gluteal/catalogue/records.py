"""What every record has in common: the claim with its source and grade, the number with its unit.

Fields hold what the tables say, ids included; properties follow an id to the record that it names. A
property is resolved when it is asked for, so that records stay small and can refer to one another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gluteal.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Record:
    """One row of one table. ``repr`` is short and the same in every session."""

    _catalogue: Catalogue = field(compare=False)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({getattr(self, 'id', '')!r})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Source(Record):
    """Where a fact was read.

    Attributes
    ----------
    key : str
        The name by which everything cites the source.
    short : str
        Author and year, or the name of the site: ``Ward 2009``.
    kind : str
        What it is: ``systematic-review``, ``randomised-trial``, ``textbook``, ``web-page`` and so on.
    is_secondary : bool
        True for a page that repeats what others found.
    read : str
        How much of it the compiler read: ``whole``, ``part``, ``quoted-by-another`` or ``from-memory``.
    background : bool
        True where no row of the data cites it.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().sources["ward2009"].short
    'Ward 2009'
    """

    key: str
    short: str
    authors: str
    year: int | None
    title: str
    publisher: str
    volume: str
    pages: str
    doi: str
    pmid: str
    url: str
    seen_at: str
    kind: str
    is_secondary: bool
    read: str
    background: bool
    note: str

    @property
    def id(self) -> str:
        """The key, under the name that every record has."""
        return self.key

    @property
    def link(self) -> str:
        """The best address: the DOI, else PubMed, else the page. Empty when none is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url

    @property
    def reference(self) -> str:
        """One line for a list of references, with the address last."""
        dated = f"{self.authors} ({self.year or 'no year given'})"
        where = ", ".join(part for part in (self.publisher, self.volume, self.pages) if part)
        parts = [f"{dated}. {self.title}", where, self.link]
        ended = [part if part.endswith(("?", "!")) else part.rstrip(".") + "." for part in parts if part]
        return " ".join(ended).removesuffix(".") if self.link else " ".join(ended)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Grade(Record):
    """How sure a claim is: one of the words of the pack's only vocabulary.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().grades["limited"].symbol
    '●●○○'
    """

    id: str
    symbol: str
    name: str
    meaning: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Unit(Record):
    """A unit of measurement. The unit ``1`` is that of numbers without dimension."""

    id: str
    symbol: str
    name: str
    dimension: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Claim(Record):
    """Anything that could be wrong: it has a grade, a source, and a note on what goes beyond the source.

    Attributes
    ----------
    grade : str
        Id of the grade.
    evidence_note : str
        What kind of evidence it is, in the words of the compiler.
    source_key, other_source_keys : str, tuple of str
        The main source and those that say the same.
    note : str
        What to know before you quote it.
    """

    grade: str
    evidence_note: str
    source_key: str
    other_source_keys: tuple[str, ...]
    note: str

    @property
    def certainty(self) -> Grade:
        """The grade, with its symbol and its meaning."""
        return self._catalogue.grades[self.grade]

    @property
    def source(self) -> Source:
        """The main source."""
        return self._catalogue.sources[self.source_key]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The main source first, then those that say the same."""
        return tuple(self._catalogue.sources[key] for key in (self.source_key, *self.other_source_keys))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Fact(Claim):
    """One property of one thing: words, or a number with unit, population and comparator.

    Attributes
    ----------
    property : str
        What is stated: ``origin``, ``sensitivity``, ``effect`` and so on.
    statement : str
        The words. Empty where the number says it all.
    value_text : str
        The number as the source prints it.
    value : float or None
        The number where it is a single one.
    value_low, value_high : float or None
        The ends where it is a range. One of them for an inequality.
    ci_low, ci_high : float or None
        The 95 % confidence interval where the source gives one.
    sd : float or None
        The standard deviation where the source gives one.
    unit : str
        Id of the unit; empty for words.
    condition, population, comparator : str
        Under which condition, in whom, against what.
    n : int or None
        How many people (or limbs, hips, studies: see ``population``).
    """

    id: str
    property: str
    statement: str
    value_text: str
    value: float | None
    value_low: float | None
    value_high: float | None
    ci_low: float | None
    ci_high: float | None
    sd: float | None
    unit: str
    condition: str
    population: str
    n: int | None
    comparator: str

    @property
    def measure(self) -> str:
        """The number with its unit and interval, ready to print; empty for words.

        Examples
        --------
        >>> from gluteal.catalogue import load
        >>> load().facts["piriformis-sciatic-nerve-type-a"].measure
        '85.2 % (95 % CI 78.4 to 87.0)'
        """
        if not self.value_text:
            return ""
        symbol = self._catalogue.units[self.unit].symbol if self.unit else ""
        number = f"{self.value_text} {symbol}".strip()
        if self.ci_low is None or self.ci_high is None:
            return number
        decimals = max(len(str(self.value_text).partition(".")[2]), 0) if self.value is not None else 2
        return f"{number} (95 % CI {self.ci_low:.{decimals}f} to {self.ci_high:.{decimals}f})"

    @property
    def text(self) -> str:
        """The words if there are any, else the number."""
        return self.statement or self.measure
