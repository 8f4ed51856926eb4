"""The plates of needle safety: every danger in colour and named, facts of the table, no technique."""

import re

import numpy as np
import pytest

from gluteal import paths, plates
from gluteal.catalogue import load, name_of
from gluteal.drawing import needle_safety, needle_section
from gluteal.drawing.needle_words import COLUMNS, said

FACTS = load().treatment_facts
NAMES = ("needle-safety-posterior", "needle-safety-transverse")


def letters(name):
    """Everything that is written in a figure, one line after the other."""
    svg = (paths.figures_dir() / f"{name}.svg").read_text("utf-8")
    return " ".join(re.findall(r">([^<>\n]+)</", svg))


@pytest.mark.parametrize("name", NAMES)
def test_it_says_first_that_it_teaches_no_needling(name):
    written = letters(name)
    assert name_of("needle-no-technique") in written
    assert not re.search(r"(?i)\binsert|\bneedle length|\bmm needle|\bperpendic|\baim|\bangle of", written)


@pytest.mark.parametrize(
    "key",
    [
        "sciatic-nerve",
        "superior-gluteal-artery",
        "superior-gluteal-vein",
        "superior-gluteal-nerve",
        "inferior-gluteal-artery",
        "inferior-gluteal-vein",
        "inferior-gluteal-nerve",
        "pudendal-nerve",
        "internal-pudendal-artery",
        "posterior-femoral-cutaneous-nerve",
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_every_nerve_and_vessel_is_named(name, key):
    assert set(name_of(key).split()) <= set(letters(name).split())


def test_all_that_the_table_forbids_or_asks_for_is_there():
    rows = [one for one in FACTS.values() if one.treatment_id == "dry-needling"]
    asked = ("contraindication", "precaution", "scope", "screening")
    wanted = {one.id for one in rows if one.property in asked}
    told = {key for _, facts in COLUMNS["posterior"] for key in facts}
    assert wanted <= told
    written = letters("needle-safety-posterior")
    for key in told:
        assert said(FACTS[key]).split(".")[0].split()[0] in written


@pytest.mark.parametrize(("fact", "mean"), [("nerve-from-psis", 1 / 3), ("nerve-from-trochanter", 1 / 2)])
def test_the_bands_lie_where_the_scans_found_the_nerve(fact, mean):
    found, spread = needle_safety.share(fact)
    assert found == pytest.approx(mean, abs=0.03) and 0.05 < spread < 0.1
    label = name_of(f"needle-{fact}").replace("\u00a0", " ")
    one = FACTS[needle_safety.FACT + fact]
    assert f"{one.value:g} ± {one.sd:.1f} {one.unit}" in label and f"{one.n} adults" in label


def test_the_opening_lies_between_sacrum_and_hip_bone():
    plate = plates.load_plate("posterior")
    from matplotlib.path import Path

    ring = Path(needle_safety.ends_mm(plate, needle_safety.OPENING))
    middle = np.mean(ring.vertices, axis=0)
    assert ring.contains_point(middle)
    for bone in ("sacrum", "hip-bone"):
        assert not Path(plate.structures[bone].outline).contains_point(middle)
    assert Path(plate.structures["piriformis"].outline).contains_point(middle)


def test_bars_of_depth_are_as_long_as_the_table_says():
    ax = needle_section.needle_safety_transverse()
    paper = next(one for one in ax.figure.axes if one is not ax)
    scale = needle_section.CHART_PT / needle_section.MOST_CM
    widths = [one.get_width() / scale for one in paper.patches if one.get_label() == "depth"]
    depths = [FACTS[f"{needle_safety.FACT}piriformis-depth-{part}"].value for part in needle_section.DEPTHS]
    assert widths == pytest.approx(depths)
    assert "72" in letters(NAMES[1]) and "43" in letters(NAMES[1])


def test_hatching_leaves_out_what_it_must_not_cover():
    square = "M0 0L40 0L40 40L0 40Z"
    whole = needle_safety.hatched(square)
    some = needle_safety.hatched(square, without=lambda points: points[:, 0] > 20)
    ends = np.array([float(one) for one in re.findall(r"[ML](-?[\d.]+)", some[0].path)])
    assert ends.max() <= 20.5 and len(some[0].path) != len(whole[0].path)
