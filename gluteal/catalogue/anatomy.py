"""Records of anatomy: structures, landmarks, muscles, their facts, trigger points."""

from __future__ import annotations

from dataclasses import dataclass

from gluteal.catalogue.records import Claim, Fact, Record


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Structure(Claim):
    """Something that the plates draw.

    Attributes
    ----------
    id : str
        The id of its element in the plates, too.
    also_called : tuple of str
        Words by which people look for it. They serve the search; they state nothing.
    kind : str
        ``muscle``, ``bone``, ``nerve``, ``vessel``, ``ligament``, ``bursa``, ``fascia``, ``skin`` and so on.
    layer : str
        The layer of the plates of the buttock in which it lies, from ``bones`` to ``skin``; empty for what
        only other drawings show.
    description : str
        What a student should know about it.
    """

    id: str
    name: str
    latin_name: str
    also_called: tuple[str, ...]
    kind: str
    layer: str
    description: str

    @property
    def muscle(self) -> Muscle | None:
        """The muscle that this structure is, or None."""
        return self._catalogue.muscles.get(self.id)

    @property
    def landmarks(self) -> tuple[Landmark, ...]:
        """Its named points, lines, areas and openings."""
        return self._catalogue.related("landmarks", "structure_id", self.id)

    @property
    def facts(self) -> tuple[StructureFact, ...]:
        """What is known about it in numbers."""
        return self._catalogue.related("structure_facts", "structure_id", self.id)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StructureFact(Fact):
    """One property of a structure that is not a muscle."""

    structure_id: str
    portion: str

    @property
    def structure(self) -> Structure:
        """The structure that the fact is about."""
        return self._catalogue.structures[self.structure_id]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Landmark(Claim):
    """A point, line, area or opening that has a name, on a bone or on the skin.

    Attributes
    ----------
    id : str
        The id of its circle, or the name of its detail, in the plates.
    structure_id : str
        The structure on which it lies; empty where the plates of the buttock do not draw that.
    kind : str
        ``point``, ``line``, ``area`` or ``foramen``.
    rank : int
        1: named in every figure that shows it; 2: named on the plates of landmarks; 3: never, because it is
        a measuring point or a line that only gives form.
    description : str
        What it is, and how a finger finds it, if it can.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().landmarks["gluteal-fold"].latin_name
    'Sulcus glutealis'
    """

    id: str
    name: str
    latin_name: str
    structure_id: str
    kind: str
    rank: int
    description: str

    @property
    def structure(self) -> Structure | None:
        """The structure on which it lies, or None."""
        return self._catalogue.structures[self.structure_id] if self.structure_id else None


class _HasMuscleFacts:
    """Look-up of facts by property, for muscles and groups of muscles."""

    __slots__ = ()

    def about(self, name: str) -> tuple[MuscleFact, ...]:
        """Return the facts with this property, in the order of the table. Empty when there is none."""
        return tuple(fact for fact in self.facts if fact.property == name)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Muscle(Record, _HasMuscleFacts):
    """A muscle of the buttock or a neighbour that matters for buttock pain.

    Attributes
    ----------
    group : str
        ``gluteal``, ``lateral-rotator``, ``hamstring`` or ``trunk``.
    role : str
        Why the pack has it: ``article-focus``, ``article``, ``buttock`` or ``neighbour``.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> [fact.text for fact in load().muscles["piriformis"].innervation]
    ['Branches of the sacral plexus, S1-S2']
    """

    id: str
    name: str
    latin_name: str
    group: str
    role: str
    note: str

    @property
    def facts(self) -> tuple[MuscleFact, ...]:
        """Everything the table says about this muscle itself."""
        return self._catalogue.related("muscle_facts", "muscle_id", self.id)

    @property
    def groups(self) -> tuple[MuscleGroup, ...]:
        """The groups of which it is a member."""
        groups = self._catalogue.muscle_groups.values()
        return tuple(group for group in groups if self.id in group.muscle_ids)

    @property
    def origin(self) -> tuple[MuscleFact, ...]:
        """Where it arises."""
        return self._own_or_shared("origin")

    @property
    def insertion(self) -> tuple[MuscleFact, ...]:
        """Where it attaches distally."""
        return self._own_or_shared("insertion")

    @property
    def innervation(self) -> tuple[MuscleFact, ...]:
        """Its nerve and segments."""
        return self._own_or_shared("innervation")

    @property
    def action(self) -> tuple[MuscleFact, ...]:
        """What it does, part by part where parts differ."""
        return self._own_or_shared("action")

    @property
    def structure(self) -> Structure | None:
        """Its drawing in the plates, or None where it is not drawn."""
        return self._catalogue.structures.get(self.id)

    @property
    def trigger_points(self) -> tuple[TriggerPoint, ...]:
        """Its trigger points as they are described."""
        points = self._catalogue.trigger_points.values()
        return tuple(point for point in points if self.id in (point.muscle_id, *point.other_muscle_ids))

    def _own_or_shared(self, name: str) -> tuple[MuscleFact, ...]:
        # The hamstrings share one nerve and one action: their group states it once.
        return self.about(name) or tuple(fact for group in self.groups for fact in group.about(name))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MuscleGroup(Record, _HasMuscleFacts):
    """Muscles that a source measures or describes together."""

    id: str
    name: str
    muscle_ids: tuple[str, ...]
    note: str

    @property
    def facts(self) -> tuple[MuscleFact, ...]:
        """Everything the table says about the group as a whole."""
        return self._catalogue.related("muscle_facts", "muscle_group_id", self.id)

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """The members that the pack describes."""
        return tuple(self._catalogue.muscles[key] for key in self.muscle_ids)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MuscleFact(Fact):
    """One property of one muscle, or of one group: exactly one of the two ids is given."""

    muscle_id: str
    muscle_group_id: str
    portion: str

    @property
    def muscle(self) -> Muscle | None:
        """The muscle, or None when the fact is about a group."""
        return self._catalogue.muscles[self.muscle_id] if self.muscle_id else None

    @property
    def muscle_group(self) -> MuscleGroup | None:
        """The group, or None when the fact is about one muscle."""
        return self._catalogue.muscle_groups[self.muscle_group_id] if self.muscle_group_id else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TriggerPoint(Claim):
    """A trigger point as the literature describes it: a typical place and a typical pain map.

    Attributes
    ----------
    essential_zone, spillover_zone : str
        Where pain is felt in most, and in some, people.
    essential_bounds, spillover_bounds : str
        A guide for drawing, put together from the described zone. Not measured limits.
    site_read, zone_read : str
        How much of the place and of the zone was read in a source.
    verification : str
        The same in words.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().trigger_points["gluteus-medius-trp3"].is_uncertain
    True
    """

    id: str
    muscle_id: str
    other_muscle_ids: tuple[str, ...]
    label: str
    portion: str
    location: str
    landmarks: str
    essential_zone: str
    essential_bounds: str
    spillover_zone: str
    spillover_bounds: str
    side: str
    provoking_activities: tuple[str, ...]
    associated_symptoms: str
    distinguishing_note: str
    site_read: str
    zone_read: str
    verification: str

    @property
    def muscle(self) -> Muscle:
        """The muscle in which it lies."""
        return self._catalogue.muscles[self.muscle_id]

    @property
    def name(self) -> str:
        """Muscle and label: ``Gluteus medius, TrP1 (posterior fibres)``."""
        return f"{self.muscle.name}, {self.label} ({self.portion})"

    @property
    def is_uncertain(self) -> bool:
        """True where the pain zone was not fully read in a source: draw it dashed and say so."""
        return self.zone_read in ("partly", "from-memory")
