"""The drawings of the lessons' cases can be shown, and leave open what the cases leave open."""

import pytest

from gluteal.catalogue.drawings import case_drawing, case_drawings
from gluteal.catalogue.referral import referral_patterns
from gluteal.models import pain_drawing
from gluteal.models.referral_rank import rank


@pytest.mark.parametrize("key", case_drawings())
def test_a_case_is_a_drawing_on_the_body_with_a_label(key):
    drawing = pain_drawing.from_json(case_drawing(key))
    assert drawing.label
    assert not drawing.is_empty
    assert drawing.outside == 0


def test_the_bus_driver_fits_a_muscle_and_a_root_alike():
    drawing = pain_drawing.from_json(case_drawing("bus-driver"))
    first, second = rank(drawing, referral_patterns()).matches[:2]
    assert {first.overlap.pattern, second.overlap.pattern} == {"l5-root", "gluteus-minimus-anterior"}
    assert abs(first.overlap.score - second.overlap.score) < 0.05


def test_an_unknown_case_names_those_that_exist():
    with pytest.raises(ValueError, match="bus-driver"):
        case_drawing("bus-diver")
