"""Every figure of the pack by name, and how their files are written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gluteal import paths
from gluteal.catalogue import load
from gluteal.catalogue.effects import effect_figures
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.catalogue.table import Table
from gluteal.drawing import (
    accuracy_chart,
    adverse_events,
    agreement_tables,
    association,
    body_charts,
    bones,
    bursae,
    buttock,
    canvas,
    causes_chart,
    claim_weighed,
    clinical_tests,
    clinical_tests_sheet,
    dose_ranges,
    emg_chart,
    exercise_figures,
    exercise_sheets,
    fagan,
    forest,
    hip_ranges,
    hip_rotation_arms,
    layers,
    muscle,
    needle_safety,
    needle_section,
    nerves,
    pressure_traces,
    referral_composite,
    referral_figure,
    referral_sheet,
    reflected,
    reliability,
    sarcomere_lengths,
    sciatic,
    section,
    single_leg_stance,
    surface,
    taut_band,
    three_symptoms,
    trigger_point_criteria,
    trigger_point_dispute,
    trigger_point_hypothesis,
    trigger_point_measures,
)


@dataclass(frozen=True)
class Figure:
    """A figure: its name, which is also the name of its files, and the function that draws it."""

    name: str
    function: Callable

    def draw(self):
        """Draw it anew.

        Returns
        -------
        matplotlib.figure.Figure
        """
        import matplotlib

        with matplotlib.rc_context(canvas.settings()):
            drawn = self.function()
        return getattr(drawn, "figure", drawn)


_LAYERS = {
    "posterior": ("skin", "fascia", "maximus", "medius", "minimus", "deep", "bones"),
    "lateral": ("skin", "fascia", "maximus", "medius", "minimus", "deep", "bones"),
    "posterolateral": ("fascia", "maximus", "medius", "minimus", "deep", "bones"),
}


def _all():
    yield from _plates()
    yield from _of_trigger_points()
    yield from _of_agreement()
    yield from _of_examination()
    yield from _of_causes()
    yield from _of_treatments()
    yield from _of_exercises()
    yield from _on_the_body()
    yield from _of_tests()


def _plates():
    for view, names in _LAYERS.items():
        for layer in names:
            yield f"buttock-{view}-{layer}", partial(buttock.layer_figure, view, layer)
    yield "buttock-layers", layers.layers_figure
    for one in muscle.MUSCLES:
        yield f"muscle-{one}", partial(muscle.muscle_figure, one)
    yield "gluteal-nerves-posterior", nerves.gluteal_nerves
    for one in reflected.WINDOWS_MM:
        yield f"buttock-posterior-{one}-reflected", partial(reflected.reflected_figure, one)
    yield "sciatic-variants", sciatic.sciatic_variants
    yield "surface-landmarks-posterior", partial(surface.surface_figure, "posterior")
    yield "section-piriformis", section.section_piriformis
    for view in bones.WINDOWS_MM:
        yield f"bones-{view}", partial(bones.bones_figure, view)
    yield "trochanteric-bursae", bursae.trochanteric_bursae


def _of_trigger_points():
    yield "taut-band-scales", taut_band.taut_band_scales
    yield "sarcomere-normal-and-contracted", sarcomere_lengths.sarcomere_lengths
    yield "trigger-point-criteria", trigger_point_criteria.trigger_point_criteria
    yield "integrated-hypothesis", trigger_point_hypothesis.integrated_hypothesis
    yield "what-has-been-measured", trigger_point_measures.what_has_been_measured
    yield "trigger-point-dispute", trigger_point_dispute.trigger_point_dispute


def _of_agreement():
    yield "two-by-two", agreement_tables.two_by_two
    yield "kappa-paradox", agreement_tables.kappa_paradox
    yield "palpation-reliability", reliability.palpation_reliability


def _of_examination():
    yield "three-symptoms-evidence", three_symptoms.three_symptoms
    yield "hip-range-norms", hip_ranges.hip_range_norms
    yield "hip-rotation-moment-arms", hip_rotation_arms.hip_rotation_arms
    yield "test-accuracy", accuracy_chart.accuracy_chart
    yield "fagan-nomogram", fagan.fagan_nomogram
    yield single_leg_stance.FREE_BODY, single_leg_stance.free_body
    yield single_leg_stance.COMPENSATIONS, single_leg_stance.trendelenburg_compensations


def _of_causes():
    yield association.NAME, association.association_is_not_cause
    yield claim_weighed.NAME, claim_weighed.claim_weighed
    yield causes_chart.NAME, causes_chart.causes_chart


def _of_treatments():
    for name in effect_figures():
        yield name, partial(forest.forest, name)
    yield emg_chart.NAME, emg_chart.emg_activation
    yield adverse_events.NAME, adverse_events.adverse_events_needling
    yield needle_safety.NAME, needle_safety.needle_safety_posterior
    yield needle_section.NAME, needle_section.needle_safety_transverse
    yield dose_ranges.NAME, dose_ranges.treatment_dose_ranges
    yield pressure_traces.NAME, pressure_traces.pressure_traces


def _of_exercises():
    for one in exercise_poses():
        yield f"exercise-{one}", partial(exercise_figures.exercise, one)
    for name in exercise_sheets.sheet_names():
        yield name, partial(exercise_sheets.exercise_sheet, name)


def _on_the_body():
    yield "body-charts", body_charts.body_charts
    yield "body-charts-landmarks", partial(body_charts.body_charts, skeleton=True, landmarks=True)
    for view in body_charts.VIEWS:
        yield f"body-{view}", partial(body_charts.body_chart, view)
    for point in load().trigger_points:
        yield f"referral-{point}", partial(referral_figure.referral_figure, point)
    for muscle_id in referral_composite.composites():
        yield f"referral-{muscle_id}", partial(referral_composite.composite_figure, muscle_id)
    yield "referral-all", referral_sheet.all_figure
    yield "referral-mimics", referral_sheet.mimics_figure


def _of_tests():
    for test in load().tests:
        yield f"test-{test}", partial(clinical_tests.clinical_test, test)
    yield clinical_tests_sheet.NAME, clinical_tests_sheet.clinical_tests


FIGURES = Table("figure", {name: Figure(name, function) for name, function in _all()})
"""Mapping of name to `Figure`; an unknown name raises a KeyError that names the nearest."""


def write_all(out_dir=None, only=None):
    """Write figures as ``NAME.svg`` and ``NAME.png``, byte for byte the same every time.

    Parameters
    ----------
    out_dir : path, optional
        Where to; by default ``figures``.
    only : iterable of str, optional
        Names of the figures to write; by default all.

    Returns
    -------
    list of pathlib.Path
        The SVG files.

    Raises
    ------
    KeyError
        For an unknown name, before anything is written.
    """
    chosen = [FIGURES[name] for name in (FIGURES if only is None else only)]
    folder = Path(out_dir or paths.figures_dir())
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(figure, folder / f"{figure.name}.svg") for figure in chosen]


def _write(figure, file):
    drawn = figure.draw()
    canvas.write(drawn, file, file.with_suffix(".png"))
    return file
