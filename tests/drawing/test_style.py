"""Colours that stay apart for every eye and in grey print; text that can be read."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest

from gluteal.drawing import furniture, sight, style
from gluteal.drawing.art import structure_marks
from gluteal.plates import load_plate, views

# Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB.
EYES = {
    "all cones": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1, 1.08883])
LEAST_COLOUR, LEAST_GREY = 6.5, 5.0
"""CIE 1976 colour difference, and difference of lightness between neighbouring muscles."""


def linear(colour):
    value = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    ratio = XYZ @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def seen_by(eye, colour):
    return lab(EYES[eye] @ linear(colour))


def contrast(one, two):
    light, dark = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, two))[::-1]
    return (light + 0.05) / (dark + 0.05)


@cache
def neighbours():
    """Pairs (id, kind) of structures that touch in some layer of some plate."""
    found = set()
    for plate in map(load_plate, views()):
        for layer in plate.layers:
            structures = plate.up_to(layer.id)
            _, seen = sight.in_sight(structures, plate.view_box, step_mm=2.5)
            found |= {
                tuple(sorted(((a.id, a.kind), (b.id, b.kind))))
                for a, b in combinations(structures, 2)
                if touch(seen[a.id], seen[b.id])
            }
    return sorted(found)


def touch(one, two):
    moved = [np.roll(one, shift, axis) for axis in (0, 1) for shift in (-1, 1)]
    return int((np.any(moved, axis=0) & two).sum()) >= 4


def test_there_are_neighbours_to_compare():
    pairs = {frozenset((a[0], b[0])) for a, b in neighbours()}
    assert {"piriformis", "gluteus-minimus"} in pairs and {"sciatic-nerve", "piriformis"} in pairs


TEXTURE = {"muscle": "bundles", "nerve": "cord", "vessel": "cord"}
"""What besides colour tells a kind: its bundles, its round cord; the others by the name of their kind."""


def compared(pairs):
    """Pairs that colour has to tell apart: not two nerves, two arteries, two bones beside each other."""
    for one, two in pairs:
        colours = style.colour_of(*one), style.colour_of(*two)
        if one[1] != two[1] or one[1] == "muscle" or colours[0] != colours[1]:
            yield one, two, colours


@pytest.mark.parametrize("eye", EYES)
def test_neighbours_differ_in_colour_for_every_eye(eye):
    alike = []
    for one, two, colours in compared(neighbours()):
        apart = np.linalg.norm(seen_by(eye, colours[0]) - seen_by(eye, colours[1]))
        if apart < LEAST_COLOUR:
            alike.append((one[0], two[0], round(float(apart), 1)))
    assert not alike


def test_neighbours_of_one_texture_differ_in_grey_print():
    alike = []
    for one, two, colours in compared(neighbours()):
        first, second = (seen_by("all cones", colour)[0] for colour in colours)
        same = TEXTURE.get(one[1], one[1]) == TEXTURE.get(two[1], two[1])
        if same and abs(first - second) < LEAST_GREY:
            alike.append((one[0], two[0], round(float(abs(first - second)), 1)))
    assert not alike


def test_nerves_vessels_and_bursae_are_among_what_is_compared():
    pairs = {frozenset(one[0] for one in pair) for pair in neighbours()}
    for two in (
        ("superior-gluteal-artery", "superior-gluteal-vein"), ("gluteus-minimus", "superior-gluteal-nerve"),
        ("femur", "subgluteus-maximus-bursa"), ("sacrotuberous-ligament", "sciatic-nerve"),
    ):  # fmt: skip
        assert frozenset(two) in pairs


@pytest.mark.parametrize("key", ["superior-gluteal-artery", "superior-gluteal-vein", "sciatic-nerve"])
def test_a_cord_has_a_dark_edge_and_a_gleam_so_that_it_stands_out_on_any_ground(key):
    structure = load_plate("posterior").structures[key]
    colour = style.colour_of(key, structure.kind)
    tones = [seen_by("all cones", mark.stroke)[0] for mark in structure_marks(structure) if mark.stroke]
    own = seen_by("all cones", colour)[0]
    assert min(tones) < own - 20 and max(tones) > own + 8


def test_origin_and_insertion_differ_for_every_eye():
    for eye in EYES:
        one, two = (seen_by(eye, style.COLOURS[role]) for role in ("origin", "insertion"))
        assert np.linalg.norm(one - two) > 20


@pytest.mark.parametrize("colour", [kind.colour for kind in furniture.TYPES.values()] + [style.QUIET_INK])
def test_text_can_be_read_on_the_paper(colour):
    assert contrast(colour, style.PAPER) >= 4.5


def test_a_muscle_has_one_hue_and_an_unknown_one_the_common_red():
    assert len(set(style.MUSCLES.values())) == len(style.MUSCLES)
    assert style.colour_of("some-other-muscle", "muscle") == style.COLOURS["muscle"]


def test_there_are_three_sizes_of_type_and_one_sans_family():
    sizes = {kind.size for kind in furniture.TYPES.values()}
    assert sizes <= {style.SIZE_SMALL, style.SIZE_BODY, style.SIZE_TITLE}
    assert style.FONT_FAMILY[-1] == "sans-serif"
