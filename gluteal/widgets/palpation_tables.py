"""What the palpation trainer's page looks up: trials, tables of the model, drawings. All computed here."""

import json
import re
from functools import cache

import numpy as np

from gluteal.catalogue import load
from gluteal.drawing.palpation_patch import BAND_MM, patch_svg
from gluteal.models import palpation_pain as pain
from gluteal.models import palpation_response as response
from gluteal.models import palpation_score as score
from gluteal.models.palpation_trial import GRAIN_MM, draw_trial, nodule_radius_mm
from gluteal.models.palpation_values import MUSCLES, reach_force_n, value
from gluteal.widgets.packing import pack
from gluteal.widgets.palpation_words import words

PALPATION_FORMAT = 1
"""Number of the form of the pack. A page that finds another number says so instead of guessing."""
TRIALS = 120
"""So many trials of each muscle travel with the widget; after the last the first comes again."""
FORCE_STEP_N, DISTANCE_STEP_MM, WIDTH_STEP, GRAIN_STEP_MM, PAIN_STEP = 0.5, 0.5, 0.02, 0.1, 0.1
PLACE_STEP_MM = 0.1
FIELDS = (
    *("seed", "kind", "pattern_id", "angle_deg", "bend_mm", "band_v_mm", "band_width_mm", "band_firmness"),
    *("spot_mm", "swell_v_mm", "swell_firmness", "grain_mm", "refers", "twitches"),
)
"""What the page knows of a trial, in the order in which it is sent."""
LIMITS = (
    *("patch-width", "patch-height", "force-most", "hard-force", "swell-width", "spot-firmness"),
    *("flank-length", "depth-lost", "recognised-from", "twitch-reach", "snap-length", "snap-time"),
    *("found-distance", "points-found", "points-kind", "points-none", "points-presses"),
)
"""Values of the model that the page compares or adds up, by the names of their table."""


def packed_trainer(seed):
    """Return everything for the page as packed JSON, with the trials from a seed on.

    Parameters
    ----------
    seed : int
        The trials are those of the seeds from 1, or from this seed where that is beyond them.
    """
    return pack(json.dumps(trainer_pack(first_seed(seed)), ensure_ascii=False, separators=(",", ":")))


def first_seed(seed):
    """Return the first seed of the trials that are sent for a seed.

    Examples
    --------
    >>> first_seed(3), first_seed(500)
    (1, 500)
    """
    return 1 if 1 <= seed <= TRIALS else seed


@cache
def trainer_pack(first=1):
    """Return everything for the page as plain dicts and lists.

    Examples
    --------
    >>> trainer_pack()["format"]
    1
    """
    art, palettes = shared_art()
    return {
        "format": PALPATION_FORMAT,
        "first": first,
        "limits": {name: value(name) for name in LIMITS}
        | {"nodule-width": 2 * nodule_radius_mm(), "band-drawn": BAND_MM},
        "tables": common_tables(),
        "muscles": [muscle_pack(muscle, first) | {"palette": palettes[muscle]} for muscle in MUSCLES],
        "art": art,
        "words": words(),
    }


def muscle_pack(muscle_id, first=1):
    """Return the trials and tables of one muscle.

    Examples
    --------
    >>> len(muscle_pack("piriformis")["trials"]) == TRIALS
    True
    """
    shown = next(seed for seed in range(1, 999) if _shows_everything(draw_trial(seed, muscle_id, "active")))
    return {
        "id": muscle_id,
        "name": load().muscles[muscle_id].name,
        "reach": reach_force_n(muscle_id),
        "twitch_from": reach_force_n(muscle_id) + value("twitch-force-above"),
        "trials": [_fields(draw_trial(seed, muscle_id)) for seed in range(first, first + TRIALS)],
        "normal": _fields(draw_trial(1, muscle_id, "normal")),
        "guided": _fields(draw_trial(shown, muscle_id, "active")),
        "patterns": [_pattern(point) for point in load().muscles[muscle_id].trigger_points],
        "tables": muscle_tables(muscle_id),
    }


def common_tables():
    """Return the tables that are the same for all muscles.

    Examples
    --------
    >>> common_tables()["base"]["values"][0]
    0.0
    """
    forces, widths = _forces(), np.arange(0, 3 + WIDTH_STEP / 2, WIDTH_STEP)
    grains = np.arange(0, GRAIN_MM + GRAIN_STEP_MM / 2, GRAIN_STEP_MM)
    pains = np.arange(0, pain.MOST + PAIN_STEP / 2, PAIN_STEP)
    from_mm = np.arange(0, 1 + 2 * value("found-distance"), PLACE_STEP_MM)
    presses = range(int(value("presses-most")) + 1)
    return {
        "base": _table(FORCE_STEP_N, response.base_resistance(forces)),
        "depth": _table(FORCE_STEP_N, response.plain_depth_mm(forces)),
        "elsewhere": _table(FORCE_STEP_N, pain.tenderness("normal", MUSCLES[0], 0, forces)),
        "clear": _table(FORCE_STEP_N, pain.is_clear(forces).astype(float)),
        "bell": _table(WIDTH_STEP, response.bell(widths), 4),
        "grain": _table(GRAIN_STEP_MM, response.grain(grains)),
        "referral": {
            sort: _table(PAIN_STEP, pain.referred_share(sort, pains)) for sort in ("active", "latent")
        },
        "place_points": _table(PLACE_STEP_MM, [score.points_for_place(one) for one in from_mm]),
        "press_points": _table(1, [score.points_for_presses(one) for one in presses]),
    }


def muscle_tables(muscle_id):
    """Return the tables of one muscle: rows are forces, columns distances from the spot.

    Examples
    --------
    >>> sorted(muscle_tables("piriformis"))
    ['contrast', 'own', 'tenderness']
    """
    forces, distances = _forces(), np.arange(0, 45 + DISTANCE_STEP_MM / 2, DISTANCE_STEP_MM)
    grid = {"distance_step": DISTANCE_STEP_MM, "force_step": FORCE_STEP_N}
    table = {
        name: {
            sort: grid | {"rows": _rounded(told(sort, muscle_id, distances[None, :], forces[:, None]))}
            for sort in ("active", "latent")
        }
        for name, told in (("tenderness", pain.tenderness), ("own", pain.own_pain))
    }
    return {"contrast": _table(FORCE_STEP_N, response.contrast(forces, muscle_id)), **table}


def shared_art():
    """Return the drawings once, with numbers for colours, and the colours of each muscle.

    Returns
    -------
    (dict of str, dict of list of str)
        ``@3@`` in the drawings stands for the fourth colour of a muscle's list.
    """
    size = value("patch-width"), value("patch-height")
    arts = {muscle: patch_svg(muscle, value("fibre-bend"), size) for muscle in MUSCLES}
    found = [_COLOUR.findall("".join(arts[muscle].values())) for muscle in MUSCLES]
    columns = {colours: number for number, colours in enumerate(dict.fromkeys(zip(*found, strict=True)))}
    order = iter(list(zip(*found, strict=True)))
    art = {
        name: _COLOUR.sub(lambda _: f"@{columns[next(order)]}@", text)
        for name, text in arts[MUSCLES[0]].items()
    }
    return art, {muscle: [colours[at] for colours in columns] for at, muscle in enumerate(MUSCLES)}


_COLOUR = re.compile(r"#[0-9a-f]{6}")


def _shows_everything(trial):
    """The guided patch: its first snap is answered, and the band does not run at the edge."""
    return trial.twitches[0] and trial.refers and abs(trial.band_v_mm) < 14


def _forces():
    return np.arange(0, value("force-most") + FORCE_STEP_N / 2, FORCE_STEP_N)


def _rounded(values, places=2):
    return np.round(np.asarray(values, dtype=float), places).tolist()


def _table(step, values, places=3):
    return {"step": step, "values": _rounded(values, places)}


def _fields(trial):
    return [_plain(getattr(trial, name)) for name in FIELDS]


def _plain(cell):
    """Twitches as one word of noughts and ones; places as lists."""
    if isinstance(cell, tuple) and isinstance(cell[0], bool):
        return "".join("1" if one else "0" for one in cell)
    return list(cell) if isinstance(cell, tuple) else cell


def _pattern(point):
    return {"id": point.id, "name": point.label, "felt": point.essential_zone, "also": point.spillover_zone}
