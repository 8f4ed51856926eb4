"""What the page of the palpation trainer looks up, against the Python model, off the grid."""

import json
import math

import numpy as np
import pytest

from gluteal.models import palpation_pain as pain
from gluteal.models import palpation_response as response
from gluteal.models.palpation_trial import KINDS, draw_trial
from gluteal.models.palpation_values import MUSCLES
from gluteal.widgets import assets
from gluteal.widgets.palpation_tables import FIELDS, trainer_pack

from .palpation import seed_of

LOOK = assets.esm("common/palpation_look.js")
ASK = """([code, pack, at, row, asked]) => {
  const patch = new Function(`${code}; return palpationPatch;`)()(pack, pack.muscles[at], row);
  const both = ([x, y, force, way]) => ({ ...patch.touch(x, y, force, way), ...patch.tell(x, y, force) });
  return asked.map(both);
}"""


@pytest.fixture(scope="module")
def pack():
    return json.loads(json.dumps(trainer_pack()))


def places_off_the_grid(trial, seed, count=160):
    """Places, forces and directions between the lines of the tables, half of them near the spot."""
    chance = np.random.default_rng(seed)
    x, y = chance.uniform((0, 0), (120, 90), (count, 2)).T
    near = chance.normal(0, 5, (2, count // 2))
    x[::2], y[::2] = np.clip(trial.spot_mm[0] + near[0], 0, 120), np.clip(trial.spot_mm[1] + near[1], 0, 90)
    return np.column_stack([x, y, chance.uniform(0, 20, count), chance.uniform(-math.pi, math.pi, count)])


@pytest.mark.parametrize("muscle", MUSCLES)
def test_the_page_looks_up_what_the_model_computes(page, pack, muscle):
    worst = dict.fromkeys(("resistance", "pain", "own", "referral", "depth"), 0.0)
    number = MUSCLES.index(muscle)
    for kind in KINDS:
        trial = draw_trial(seed_of(kind, muscle, inner=False), muscle)
        row = pack["muscles"][number]["trials"][trial.seed - 1]
        asked = places_off_the_grid(trial, trial.seed)
        told = page.evaluate(ASK, [LOOK, pack, number, row, asked.tolist()])
        x, y, force, way = asked.T
        off = trial.distance_mm(x, y)
        own = {
            "resistance": response.resistance(trial, x, y, force, np.degrees(way)),
            "depth": response.indentation_mm(trial, x, y, force),
            "pain": pain.tenderness(kind, muscle, off, force),
            "own": pain.own_pain(kind, muscle, off, force),
            "referral": pain.referral(trial, x, y, force),
        }
        for name, values in own.items():
            error = np.abs(np.array([one[name] for one in told]) - values).max()
            worst[name] = max(worst[name], float(error))
        clear = np.abs(force - 17) > 0.6
        same = np.array([one["recognised"] for one in told]) == pain.recognises(trial, x, y, force)
        assert same[clear & (np.abs(own["own"] - 2) > 0.15)].all()
    # Largest error between the lines: 0.15 points of 10, a twentieth of a pattern, a tenth of a millimetre.
    assert worst["resistance"] < 0.15 and worst["pain"] < 0.15 and worst["own"] < 0.15, worst
    assert worst["referral"] < 0.05 and worst["depth"] < 0.1, worst


def test_the_page_takes_the_fields_in_the_order_in_which_they_are_sent(pack):
    head = LOOK.split("= row;")[0].rsplit("const [", 1)[1].rstrip("] ").split(", ")
    assert len(head) == len(FIELDS)
    assert head[0] == "seed" and head[1] == "kind" and head[-1] == "twitches"
