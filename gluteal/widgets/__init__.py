"""Interactive pictures and questions. Each widget is made with a kernel once and then lives in the page.

Names are looked up when they are asked for, so that a lesson loads only the widgets it shows.
"""

from importlib import import_module

_HOMES = {
    "AtlasExplorer": "atlas_explorer",
    "BodyArt": "body_art",
    "ExerciseArt": "exercise_art",
    "ExercisePlayer": "exercise_player",
    "FigureArt": "figure_art",
    "HipExplorer": "hip_explorer",
    "InterviewChecklist": "interview_checklist",
    "PainDrawing": "pain_drawing",
    "PalpationTrainer": "palpation_trainer",
    "Picture": "picture",
    "PlanBuilder": "plan_builder",
    "PlateArt": "plate_art",
    "PositionSearch": "position_search",
    "PressureRelease": "pressure_release",
    "ProbabilityLab": "probability_lab",
    "ProgressPanel": "progress_panel",
    "Question": "question",
    "ReferralExplorer": "referral_explorer",
    "ReliabilityLab": "reliability_lab",
    "RetrievalPractice": "retrieval_practice",
    "Reveal": "reveal",
    "SingleLegStance": "single_leg_stance",
    "SymptomExplorer": "symptom_explorer",
}
__all__ = sorted(_HOMES)


def __getattr__(name):
    if name not in _HOMES:
        raise AttributeError(f"gluteal.widgets has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"gluteal.widgets.{_HOMES[name]}"), name)


def __dir__():
    return __all__
