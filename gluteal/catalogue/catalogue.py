"""The catalogue: every table of ``data``, read once, looked up by id."""

from __future__ import annotations

from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gluteal import paths
from gluteal.catalogue import (
    anatomy,
    case_tables,
    causes,
    clinical,
    effects,
    exercise_poses,
    hip,
    mannequin,
    mimics,
    palpation,
    plan,
    pressure,
    pressure_release,
    reasoning,
    records,
    regions,
    stance,
    teaching,
)
from gluteal.catalogue.cells import CellFault, read_cell
from gluteal.catalogue.files import RawTable, read_table
from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.catalogue.schema import DESCRIPTOR, RESTORE, read_schemas
from gluteal.catalogue.table import Table

# Table → what one row is, in the words of an error message, and its record.
RECORDS = {
    "sources": ("source", records.Source),
    "grades": ("grade", records.Grade),
    "units": ("unit", records.Unit),
    "structures": ("structure", anatomy.Structure),
    "landmarks": ("landmark", anatomy.Landmark),
    "structure_facts": ("structure fact", anatomy.StructureFact),
    "muscles": ("muscle", anatomy.Muscle),
    "muscle_groups": ("muscle group", anatomy.MuscleGroup),
    "muscle_facts": ("muscle fact", anatomy.MuscleFact),
    "trigger_points": ("trigger point", anatomy.TriggerPoint),
    "tests": ("test", clinical.ClinicalTest),
    "test_facts": ("test fact", clinical.TestFact),
    "differentials": ("differential", clinical.Differential),
    "differential_facts": ("differential fact", clinical.DifferentialFact),
    "red_flags": ("red flag", clinical.RedFlag),
    "red_flag_facts": ("red flag fact", clinical.RedFlagFact),
    "treatments": ("treatment", clinical.Treatment),
    "treatment_facts": ("treatment fact", clinical.TreatmentFact),
    "exercises": ("exercise", clinical.Exercise),
    "emg_activations": ("EMG activation", clinical.EmgActivation),
    "statements": ("statement", teaching.Statement),
    "glossary": ("term", teaching.GlossaryEntry),
    "conflicts": ("conflict", teaching.Conflict),
    "gaps": ("gap", teaching.Gap),
    "article_claims": ("article claim", teaching.ArticleClaim),
    "lessons": ("lesson", teaching.Lesson),
    "teaching_notes": ("teaching note", teaching.TeachingNote),
    "figure_families": ("figure family", teaching.FigureFamily),
    "figure_words": ("figure word", teaching.FigureWord),
    "body_regions": ("corner of a body region", regions.RegionCorner),
    "referral_mimics": ("other cause of pain", mimics.ReferralMimic),
    "figures": ("figure", teaching.FigureText),
    "pressure_steps": ("step of pressure", pressure.PressureStep),
    "palpation_trainer": ("value of the palpation trainer", palpation.PalpationValue),
    **hip.RECORDS,
    **reasoning.RECORDS,
    **stance.RECORDS,
    **causes.RECORDS,
    **mannequin.RECORDS,
    **pressure_release.RECORDS,
    **plan.RECORDS,
    **effects.RECORDS,
    **exercise_poses.RECORDS,
    **case_tables.RECORDS,
}
FACT_TABLES = tuple(name for name, (_, record) in RECORDS.items() if issubclass(record, records.Fact))


class Catalogue:
    """Every fact of the pack.

    Parameters
    ----------
    root : Path
        The folder that holds ``data``.

    Attributes
    ----------
    sources, grades, units, structures, landmarks, structure_facts, muscles, muscle_groups, muscle_facts,
    trigger_points, tests, test_facts, differentials, differential_facts, red_flags, red_flag_facts,
    treatments, treatment_facts, exercises, emg_activations, statements, glossary, conflicts, gaps,
    article_claims, lessons, figure_families, figure_words, figures, body_regions, referral_mimics,
    pressure_steps, palpation_trainer, pressure_release, pressure_release_protocols, pressure_release_signs,
    hip_lines, hip_path_points, hip_knee, hip_joint, hip_positions, hip_range_norms, hip_moment_arms,
    hip_reversals, hip_comparisons, stance_values, hypotheses, reasoning_groups, reasoning_features,
    accuracy, reasoning_weights, contradictions, stance_measurements, stance_worked, stance_presets,
    stance_verdicts, causes, cause_evidence, interview_checklist, mannequin_lengths, mannequin_joints,
    mannequin_sections, mannequin_hands, mannequin_digits, mannequin_points, exercise_poses,
    exercise_angles, plan_goals, plan_levels, plan_kinds, plan_weeks, plan_equipment, plan_exercises,
    plan_slots, plan_findings, plan_refusals, plan_steps, effect_measures, effect_results, effect_doses,
    teaching_notes, case_conditions, case_alarms, case_remarks, case_shares, case_levels, case_features,
    items : Table
        Each a mapping from id to record.

    Raises
    ------
    CatalogueError
        When a file cannot be read; the message names file, row and remedy.

    Examples
    --------
    >>> catalogue = load()
    >>> catalogue.trigger_points["gluteus-medius-trp1"].muscle.name
    'Gluteus medius'
    """

    sources: Table[records.Source]
    grades: Table[records.Grade]
    units: Table[records.Unit]
    structures: Table[anatomy.Structure]
    landmarks: Table[anatomy.Landmark]
    structure_facts: Table[anatomy.StructureFact]
    muscles: Table[anatomy.Muscle]
    muscle_groups: Table[anatomy.MuscleGroup]
    muscle_facts: Table[anatomy.MuscleFact]
    trigger_points: Table[anatomy.TriggerPoint]
    tests: Table[clinical.ClinicalTest]
    test_facts: Table[clinical.TestFact]
    differentials: Table[clinical.Differential]
    differential_facts: Table[clinical.DifferentialFact]
    red_flags: Table[clinical.RedFlag]
    red_flag_facts: Table[clinical.RedFlagFact]
    treatments: Table[clinical.Treatment]
    treatment_facts: Table[clinical.TreatmentFact]
    exercises: Table[clinical.Exercise]
    emg_activations: Table[clinical.EmgActivation]
    statements: Table[teaching.Statement]
    glossary: Table[teaching.GlossaryEntry]
    conflicts: Table[teaching.Conflict]
    gaps: Table[teaching.Gap]
    article_claims: Table[teaching.ArticleClaim]
    lessons: Table[teaching.Lesson]
    teaching_notes: Table[teaching.TeachingNote]
    figure_families: Table[teaching.FigureFamily]
    figure_words: Table[teaching.FigureWord]
    body_regions: Table[regions.RegionCorner]
    referral_mimics: Table[mimics.ReferralMimic]
    figures: Table[teaching.FigureText]
    pressure_steps: Table[pressure.PressureStep]
    palpation_trainer: Table[palpation.PalpationValue]
    pressure_release: Table[palpation.PalpationValue]
    pressure_release_protocols: Table[pressure_release.ReleaseProtocol]
    pressure_release_signs: Table[pressure_release.ReleaseSign]
    hip_lines: Table[hip.HipLine]
    hip_path_points: Table[hip.HipPathPoint]
    hip_knee: Table[hip.HipKneePoint]
    hip_joint: Table[hip.HipJointValue]
    hip_positions: Table[hip.HipPosition]
    hip_range_norms: Table[hip.RangeNorm]
    hip_moment_arms: Table[hip.PublishedMomentArm]
    hip_reversals: Table[hip.HipReversal]
    hip_comparisons: Table[hip.HipComparison]
    hypotheses: Table[reasoning.Hypothesis]
    reasoning_groups: Table[reasoning.FeatureGroup]
    reasoning_features: Table[reasoning.Feature]
    accuracy: Table[reasoning.AccuracyRow]
    reasoning_weights: Table[reasoning.Weight]
    contradictions: Table[reasoning.Contradiction]
    stance_values: Table[stance.StanceValue]
    stance_measurements: Table[stance.StanceMeasurement]
    stance_worked: Table[stance.WorkedStance]
    stance_presets: Table[stance.StancePreset]
    stance_verdicts: Table[stance.StanceVerdict]
    causes: Table[causes.Cause]
    cause_evidence: Table[causes.CauseEvidence]
    interview_checklist: Table[causes.InterviewQuestion]
    mannequin_lengths: Table[mannequin.FigureLength]
    mannequin_joints: Table[mannequin.FigureMotion]
    mannequin_sections: Table[mannequin.FigureSection]
    mannequin_hands: Table[mannequin.HandShape]
    mannequin_digits: Table[mannequin.Digit]
    mannequin_points: Table[mannequin.SkinPoint]
    plan_goals: Table[plan.PlanGoal]
    plan_levels: Table[plan.PlanLevel]
    plan_kinds: Table[plan.PlanKind]
    plan_weeks: Table[plan.PlanWeek]
    plan_equipment: Table[plan.PlanEquipment]
    plan_exercises: Table[plan.PlanExercise]
    plan_slots: Table[plan.PlanSlot]
    plan_findings: Table[plan.PlanFinding]
    plan_refusals: Table[plan.PlanRefusal]
    plan_steps: Table[plan.PlanStep]
    effect_measures: Table[effects.EffectMeasure]
    effect_results: Table[effects.EffectResult]
    effect_doses: Table[effects.DoseRow]
    exercise_poses: Table[exercise_poses.ExercisePoses]
    exercise_angles: Table[exercise_poses.ExerciseAngle]

    def __init__(self, root: Path):
        self.root = Path(root)
        self._related: dict[tuple[str, str], dict[str, tuple]] = {}
        schemas = read_schemas(self.data_dir)
        for name in RECORDS:
            if name not in schemas:
                problem = f"the resource {name!r} is missing"
                raise CatalogueError(Problem(f"data/{DESCRIPTOR}", 1, problem, RESTORE))
            setattr(self, name, self._table(read_table(self.data_dir, schemas[name])))

    def __repr__(self) -> str:
        facts = sum(len(getattr(self, name)) for name in FACT_TABLES)
        return f"Catalogue of {len(self.muscles)} muscles, {facts} facts, {len(self.sources)} sources"

    @property
    def data_dir(self) -> Path:
        """The folder of the tables."""
        return self.root / "data"

    @cached_property
    def items(self) -> Table:
        """The questions of the lessons, read by ``gluteal.catalogue.quiz``."""
        if find_spec("gluteal.catalogue.quiz") is None:
            return Table("item", {})
        from gluteal.catalogue.quiz import read_items

        return Table("item", {item.id: item for item in read_items(self.data_dir / "quiz")})

    @cached_property
    def facts(self) -> Table[records.Fact]:
        """All facts of all fact tables together, by id."""
        every = (getattr(self, name).values() for name in FACT_TABLES)
        return Table("fact", {fact.id: fact for facts in every for fact in facts})

    def related(self, table: str, column: str, key: str) -> tuple:
        """Return the records of ``table`` whose ``column`` is ``key``, in the order of the file."""
        index = self._related.get((table, column))
        if index is None:
            index = self._related[table, column] = _group(getattr(self, table).values(), column)
        return index.get(key, ())

    def _table(self, raw: RawTable) -> Table:
        for problem in raw.problems:
            raise CatalogueError(problem)
        kind, record = RECORDS[raw.schema.name]
        key = raw.schema.primary_key
        found = {}
        for row, cells in raw.rows:
            values = _values(raw, row, cells)
            if values[key] in found:
                problem = f"two rows have the {key} {values[key]!r}"
                raise CatalogueError(Problem(raw.file, row, problem, f"give each row its own {key}"))
            found[values[key]] = record(**values, _catalogue=self)
        return Table(kind, found)


def load(root: Path | str | None = None) -> Catalogue:
    """Return the catalogue of the pack, read once per session.

    Parameters
    ----------
    root : path, optional
        Another folder that holds ``data``.

    Raises
    ------
    CatalogueError
        When a file cannot be read.

    Examples
    --------
    >>> load().muscles["piriformis"].name
    'Piriformis'
    """
    return _load(Path(root if root is not None else paths.root()).resolve())


@cache
def _load(root: Path) -> Catalogue:
    return Catalogue(root)


def _values(raw: RawTable, row: int, cells: dict[str, str]) -> dict[str, Any]:
    try:
        return {field.name: read_cell(field, cells[field.name]) for field in raw.schema.fields}
    except CellFault as fault:
        raise CatalogueError(Problem(raw.file, row, fault.problem, fault.remedy)) from None


def _group(found: Any, column: str) -> dict[str, tuple]:
    groups: dict[str, list] = {}
    for record in found:
        groups.setdefault(getattr(record, column), []).append(record)
    return {key: tuple(members) for key, members in groups.items()}
