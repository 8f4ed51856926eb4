"""The ranking: order, ties, remarks, reasons, and the same made from the tables of the page."""

import json
from math import floor

import numpy as np
import pytest

from gluteal.models import overlap_words, raster
from gluteal.models.overlap_tables import tables_for_page
from gluteal.models.pain_drawing import PainDrawing
from gluteal.models.referral_rank import rank
from tests.models.referral_samples import BELOW, BUTTOCK, SIDE, drawing, pattern, random_drawing, zone

ESSENTIAL = ("posterior", BUTTOCK)
NEAR = ("posterior", (48, 57, 10, 10))
PATTERNS = {
    "near": pattern(zone(*NEAR), key="near"),
    "exact": pattern(zone(*ESSENTIAL), zone("posterior", BELOW, "spillover"), key="exact"),
    "side": pattern(zone("lateral-right", SIDE), key="side"),
    "double": pattern(zone("lateral-right", SIDE), key="double"),
    "none": pattern(key="none"),
}


def test_the_best_comes_first_and_what_has_no_zone_is_left_out():
    found = rank(drawing(ESSENTIAL), PATTERNS)
    assert [(one.pattern, one.rank, one.points) for one in found.matches] == [
        ("exact", 1, 100), ("near", 2, 80), ("side", 3, 0), ("double", 3, 0)
    ]  # fmt: skip
    assert found.remark == overlap_words.NO_DIAGNOSIS and found.remarks == {"right": ()}


def test_equal_scores_share_a_rank_and_are_said_to_be_equal():
    found = rank(drawing(("lateral-right", SIDE)), PATTERNS)
    assert [(one.pattern, one.rank, one.tied) for one in found.matches[:2]] == [
        ("side", 1, True),
        ("double", 1, True),
    ]
    assert found.remarks["right"] == (overlap_words.CLOSE.format(count=2),)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (PainDrawing(), overlap_words.EMPTY),
        (PainDrawing().painted("anterior", ~raster.inside("anterior")), overlap_words.BESIDE),
    ],
)
def test_without_paint_on_the_body_there_is_no_ranking_but_a_sentence(made, sentence):
    found = rank(made, PATTERNS)
    assert (found.matches, found.remarks, found.remark) == ((), {}, sentence)


def test_everything_painted_is_said_to_tell_nothing_apart():
    whole = PainDrawing()
    for chart in raster.CHARTS:
        whole = whole.painted(chart, raster.inside(chart))
    said = rank(whole, PATTERNS).remarks
    assert said["right"] == said["left"] and {overlap_words.TOO_MUCH, overlap_words.LOW} <= set(said["left"])


def test_paint_far_from_every_pattern_is_said_to_match_none():
    found = rank(drawing(("posterior", (46, 130, 6, 10))), PATTERNS)
    assert found.remarks["right"] == (overlap_words.NONE,)
    assert {one.points for one in found.matches} == {0} and found.matches[0].why == (overlap_words.APART,)


def test_a_poor_match_is_called_poor():
    found = rank(drawing(("posterior", (46, 57, 2, 5))), PATTERNS)
    assert overlap_words.LOW in found.remarks["right"]


def test_both_sides_are_ranked_and_named():
    both = drawing(ESSENTIAL, ("lateral-left", (20, 57, 8, 8)))
    found = rank(both, PATTERNS)
    assert (found.of("right")[0].pattern, found.of("left")[0].pattern) == ("exact", "side")
    assert [one.points for one in found.matches] == sorted(
        (one.points for one in found.matches), reverse=True
    )
    assert len(found.matches) == 8


def test_the_reasons_name_what_fits_and_what_does_not():
    made = drawing(("posterior", (46, 57, 10, 5)), ("posterior", (46, 130, 6, 10)))
    best = rank(made, PATTERNS).matches[0]
    assert best.why[0] == "50 % of its essential zone is painted."
    assert best.why[1] == "45 % of what is painted on this side lies in the pattern."
    assert best.why[2].startswith("Painted, but not in the pattern: ") and "calf" in best.why[2]
    assert best.elsewhere == ("posterior-calf",) and "lower-buttock" in best.unpainted
    assert "middle-buttock" in best.painted


def test_left_and_right_give_the_same_ranking():
    for seed in range(5):
        made = random_drawing(np.random.default_rng(seed))
        there, back = rank(made, PATTERNS), rank(made.mirrored(), PATTERNS)
        assert [(one.pattern, one.points, one.why) for one in there.of("right")] == [
            (one.pattern, one.points, one.why) for one in back.of("left")
        ]
        assert there.remarks.get("right") == back.remarks.get("left")


# The recipe of `gluteal.models.overlap_tables`, followed with lists and sums only, as the page follows it.


def cells_of(pairs):
    """Return the cells of runs without value."""
    return {
        start + step for start, length in zip(pairs[::2], pairs[1::2], strict=True) for step in range(length)
    }


def by_the_recipe(tables, made, side):
    """Return (pattern, points, sentences) for one side, best first, and the remarks."""
    painted = {
        name: {cell: strength for cell in cells_of(tables["right"][name]) if (strength := of[cell])}
        for name, of in turned(tables, made, side).items()
    }
    if not any(painted.values()):
        return [], []
    found = [scored(tables, one, painted) for one in tables["patterns"]]
    found.sort(key=lambda one: -one[1])
    return found, remarks(tables, painted, [one[1] for one in found])


def turned(tables, made, side):
    charts = {one["chart"]: one for one in tables["charts"]}
    arrays = {}
    for name in tables["right_charts"]:
        cells = made.cells(name if side == "right" else charts[name]["mirrored"])
        arrays[name] = (cells if side == "right" else cells[:, ::-1]).ravel().tolist()
    return arrays


def scored(tables, one, painted):
    weights, paint, hit, best, in_zones = tables["weights"], 0, 0, (-1, None), {}
    for chart in one["charts"]:
        own, essential, spillover = (
            painted[chart["chart"]],
            cells_of(chart["essential"]),
            cells_of(chart["spillover"]),
        )
        counts = {cell: weights["intensity"][strength - 1] for cell, strength in own.items()}
        e, s = essential & own.keys(), spillover & own.keys()
        paint += sum(counts.values())
        hit += sum(counts[cell] for cell in e) + weights["spillover"] * sum(counts[cell] for cell in s)
        in_zones[chart["chart"]] = (e | s, sum(counts[cell] for cell in e | s))
        e_share = len(e) / chart["reference"]
        s_share = len(s) / chart["spillover_reference"] if chart["spillover_reference"] else 0
        covered = e_share + weights["spillover"] * (1 - e_share) * s_share
        if covered > best[0]:
            best = (covered, chart)
    count = sum(len(cells) for cells, _ in in_zones.values())
    if not count:
        return one["id"], 0, (tables["words"]["APART"],)
    explained = hit / (hit + paint - sum(weight for _, weight in in_zones.values()))
    points = floor(2 * explained * best[0] / (explained + best[0]) * 100 + 0.5)
    return one["id"], points, sentences(tables, painted, in_zones, best[1], count)


def sentences(tables, painted, in_zones, chart, count):
    words, least = tables["words"], tables["weights"]["named_from_cells"]
    zone_cells, own = cells_of(chart["essential"]), painted[chart["chart"]].keys()
    total = sum(len(cells) for cells in painted.values())
    said = [
        words["ESSENTIAL"].format(percent=floor(len(zone_cells & own) / len(zone_cells) * 100 + 0.5)),
        words["IN_PATTERN"].format(percent=floor(count / total * 100 + 0.5)),
    ]
    inside, outside, missed, met = ({} for _ in range(4))
    for name, regions in tables["regions"].items():
        for region in regions:
            cells, key = cells_of(region["cells"]), region["id"]
            hit = len(cells & in_zones[name][0])
            inside[key] = inside.get(key, 0) + hit
            outside[key] = outside.get(key, 0) + len(cells & painted[name].keys()) - hit
            if name == chart["chart"]:
                missed[key], met[key] = len(cells & zone_cells - own), len(cells & zone_cells & own)
    for word, many, few in (("ELSEWHERE", outside, inside), ("UNPAINTED", missed, met)):
        named = [
            text for key, text in tables["region_names"] if many.get(key, 0) >= least and many[key] > few[key]
        ]
        said += [words[word].format(regions="; ".join(named))] if named else []
    return tuple(said)


def remarks(tables, painted, points):
    words, weights = tables["words"], tables["weights"]
    room = sum(len(cells_of(tables["right"][name])) for name, cells in painted.items() if cells)
    close = sum(points[0] - one <= weights["close_points"] for one in points)
    holds = {
        "TOO_MUCH": sum(map(len, painted.values())) / room > weights["too_much"], "NONE": points[0] == 0,
        "LOW": 0 < points[0] < weights["low_points"], "CLOSE": points[0] > 0 and close > 1,
    }  # fmt: skip
    return [words[name].format(count=close) for name, yes in holds.items() if yes]


@pytest.mark.parametrize("seed", range(8))
def test_the_page_makes_the_same_ranking_from_its_tables(seed):
    tables = json.loads(json.dumps(tables_for_page(PATTERNS)))
    random = np.random.default_rng(seed)
    made = random_drawing(random, spots=3 + seed)
    made = made.painted("posterior", drawing(ESSENTIAL).cells("posterior") > 0, int(random.integers(1, 11)))
    found = rank(made, PATTERNS)
    for side in raster.SIDES:
        listed, said = by_the_recipe(tables, made, side)
        assert listed == [(one.pattern, one.points, one.why) for one in found.of(side)]
        assert tuple(said) == found.remarks.get(side, ())
