"""The types of the sciatic nerve: each part leaves where its type says, and the parts differ in form."""

import numpy as np
import pytest
from matplotlib.path import Path

from gluteal import catalogue
from gluteal.drawing import cleft, cords, frequencies, sciatic, style
from gluteal.plates import load_overlay, load_plate

TYPES = {
    "a": {"whole": "below"},
    "b": {"fibular": "through", "tibial": "below"},
    "c": {"fibular": "above", "tibial": "below"},
    "d": {"whole": "through"},
    "e": {"fibular": "above", "tibial": "through"},
    "f": {"whole": "above"},
}  # Beaton and Anson


@pytest.fixture(scope="module")
def piriformis():
    return load_plate("posterior").structures["piriformis"]


@pytest.mark.parametrize("letter", TYPES)
def test_each_part_leaves_as_its_type_says(letter):
    found = {
        one.id.rsplit("-", 1)[1]: way for way, parts in sciatic.parts_of(letter).items() for one in parts
    }
    assert found == TYPES[letter]


def belly(piriformis, way):
    """Share of a course that is seen on piriformis."""
    return Path(piriformis.outline).contains_points(way).mean()


def test_what_leaves_above_crosses_the_whole_belly_and_what_leaves_through_half_of_it(piriformis):
    on = {"above": [], "through": []}
    for letter in TYPES:
        for way, parts in sciatic.parts_of(letter).items():
            on.get(way, []).extend(belly(piriformis, one.of_role("course")[0].line) for one in parts)
    assert min(on["above"]) > max(on["through"]) > 0


def test_the_tibial_part_is_medial_and_wider():
    for letter in "bce":
        parts = {
            one.id[7:]: one.of_role("course")[0] for way in sciatic.parts_of(letter).values() for one in way
        }
        assert parts["tibial"].weight > parts["fibular"].weight
        assert parts["tibial"].line[-1][0] < parts["fibular"].line[-1][0]


def test_the_two_parts_differ_in_form_and_in_lightness():
    parts = load_overlay(sciatic.OVERLAY).structures
    plain, striated = (cords.cord_marks(parts[f"type-b-{one}"]) for one in ("tibial", "fibular"))
    assert len(striated) == len(plain) + 1 and striated[3].path.count("M") == len(cords._STRIAE)
    light = [
        int(colour[1:3], 16) + int(colour[3:5], 16) for colour in (style.COLOURS["nerve"], cords.FIBULAR)
    ]
    assert light[0] - light[1] > 80


@pytest.mark.parametrize("letter", "bde")
def test_a_nerve_that_passes_through_comes_out_of_a_cleft_along_the_fibres(piriformis, letter):
    [part] = sciatic.parts_of(letter)["through"]
    at = np.array(cords.place(part, 9))
    opening = cleft.cleft(piriformis, at, 15)
    assert Path(np.vstack([opening.upper, opening.lower[::-1]])).contains_point(at)
    assert (opening.lower[1:-1, 1] > opening.upper[1:-1, 1]).all()
    seam = opening.seam[-1] - opening.seam[0]
    lip = opening.upper[-1] - opening.upper[0]
    angle = np.degrees(np.arccos(seam @ lip / np.linalg.norm(seam) / np.linalg.norm(lip)))
    assert angle < 25, "the cleft runs across the fibres"
    assert not Path(opening.upper).intersects_path(Path(opening.lower[2:-2]))


def test_every_published_frequency_has_its_source_and_what_is_not_known_is_said():
    facts = catalogue.load().muscle_facts
    assert all(facts[key].source_key in catalogue.load().sources for key in frequencies.FACTS)
    assert frequencies.said_of("b") == f"{facts['piriformis-sciatic-nerve-type-b'].value:g} %"
    assert {frequencies.said_of(letter) for letter in "cdef"} == {"frequency not found"}
