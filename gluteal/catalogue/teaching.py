"""Records of what is taught: statements, words, conflicts, gaps, the article, lessons, figures."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.anatomy import Muscle
from gluteal.catalogue.records import Claim, Fact, Record, Source


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Statement(Fact):
    """One statement on what trigger points are, how often they are found, why they may arise."""

    topic: str
    muscle_id: str

    @property
    def muscle(self) -> Muscle | None:
        """The muscle it is about, or None."""
        return self._catalogue.muscles[self.muscle_id] if self.muscle_id else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GlossaryEntry(Record):
    """A term in plain words.

    Attributes
    ----------
    basis : str
        ``source`` where a source defines it so, ``teaching-wording`` where the pack does.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().glossary["taut-band"].term
    'Taut band'
    """

    id: str
    term: str
    also_called: tuple[str, ...]
    definition: str
    topic: str
    basis: str
    source_key: str

    @property
    def source(self) -> Source | None:
        """The source of the definition, or None for the pack's own wording."""
        return self._catalogue.sources[self.source_key] if self.source_key else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Conflict(Record):
    """A question on which sources disagree. Show both sides."""

    id: str
    question: str
    side_a: str
    source_keys_a: tuple[str, ...]
    side_b: str
    source_keys_b: tuple[str, ...]
    what_to_say: str
    lesson_ids: tuple[str, ...]
    trigger_point_ids: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of both sides."""
        keys = dict.fromkeys((*self.source_keys_a, *self.source_keys_b))
        return tuple(self._catalogue.sources[key] for key in keys)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Gap(Record):
    """Something that is not known, or was not read."""

    id: str
    topic: str
    what_is_missing: str
    what_to_say: str
    source_keys: tuple[str, ...]
    lesson_ids: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Sources that show the gap or lie nearest to it."""
        return tuple(self._catalogue.sources[key] for key in self.source_keys)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ArticleClaim(Claim):
    """A claim of the patient article from which the pack grew, weighed."""

    id: str
    claim: str
    lesson_ids: tuple[str, ...]
    verdict: str
    weighing: str

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons that teach it."""
        return tuple(self._catalogue.lessons[key] for key in self.lesson_ids)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lesson(Record):
    """A lesson: its notebook, its question, its objectives."""

    id: str
    file: str
    title: str
    question: str
    objectives: tuple[str, ...]
    minutes: int
    before: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TeachingNote(Record):
    """What an instructor should know of one section of a lesson.

    Attributes
    ----------
    section : str
        Text of a heading of the lesson; the title of the lesson stands for its opening.
    minutes : int
        Class time, without the sections below it that have a note of their own.
    misconception, says_instead : str
        What a student may believe, as a student says it, and what is right; empty where there is none.
    question_for_the_room, board : str
        What to ask, what to draw or write; may be empty.
    source_keys : tuple of str
        What ``says_instead`` rests on; empty where it claims no fact.
    """

    id: str
    lesson_id: str
    section: str
    minutes: int
    misconception: str
    says_instead: str
    question_for_the_room: str
    board: str
    source_keys: tuple[str, ...]

    @property
    def lesson(self) -> Lesson:
        """The lesson to which the section belongs."""
        return self._catalogue.lessons[self.lesson_id]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of what is right instead."""
        return tuple(self._catalogue.sources[key] for key in self.source_keys)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FigureText(Record):
    """The text twin of a figure: what it shows, for everyone who does not see it."""

    name: str
    title: str
    alt: str
    text: str
    sources: tuple[str, ...]
    credit: str

    @property
    def id(self) -> str:
        """The name, under the word that every record has."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FigureFamily(Record):
    """Figures of one kind, in the order in which the gallery shows them.

    Attributes
    ----------
    description : str
        What they have in common.
    figures : tuple of str
        Their names.
    """

    id: str
    title: str
    description: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FigureWord(Record):
    """A word or a sentence in figures that names nothing: a direction, a heading, a note.

    Attributes
    ----------
    name : str
        The words in English; ``{}`` is where a number goes.
    description : str
        Where they stand, for those who translate them.
    """

    id: str
    name: str
    description: str
