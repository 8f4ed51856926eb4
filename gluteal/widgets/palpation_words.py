"""What the palpation trainer says: to the learner, and for the person who is palpated."""

from dataclasses import replace

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.drawing.referral import zones_svg
from gluteal.models.palpation_trial import KINDS
from gluteal.models.palpation_values import MUSCLES, value

SAYS = (
    (0.0, "“I feel pressure, no pain.”"),
    (0.5, "“It is a little tender.”"),
    (3.0, "“That hurts.”"),
    (6.0, "“That hurts a lot!”"),
)
"""What the person says from so much pain on."""
MODES = {
    "normal": "Normal muscle",
    "guided": "Guided",
    "trial": "Trial",
}
HIDDEN = {
    "active": (
        "An active trigger point",
        "A tender spot in a taut band; pressing it brings on the known pain.",
    ),
    "latent": ("A latent trigger point", "A tender spot in a taut band; the pain is not the known one."),
    "band-only": ("A taut band, no tender spot", "A taut band alone is no trigger point."),
    "tender-only": (
        "A tender place, no taut band",
        "Tenderness with no band and no referred pain is no trigger point.",
    ),
    "normal": ("Normal muscle", "Broad soft swells and a fine grain, as every muscle has."),
}
RULES = ("trigger-point-three-findings", "trigger-point-two-of-three-rule", "trigger-point-cluster-analysis")
OUTCOMES = {
    "hit": "Found.",
    "elsewhere": "There is a trigger point, but not where you marked it.",
    "miss": "There was a trigger point, and you said there was none.",
    "false-alarm": "There was no trigger point, and you marked one.",
    "correct-rejection": "Right: there was no trigger point.",
}
STEPS = (
    {
        "title": "1. Move across the fibres",
        "do": "Press with about {force} N and move slowly from one edge of the patch to the other. Where the "
        "curve rises to a ridge you cross a taut band. Cross it again farther up and down: so you find how "
        "it runs.",
        "done": "You crossed the band. Along the fibres the curve would have stayed level.",
    },
    {
        "title": "2. Follow the band, press at intervals",
        "do": "Stay on the ridge and move along it. Press and hold still at every finger's breadth, until "
        "the person says that it hurts, and that it is the pain they know.",
        "done": "This is the spot: far more tender than the band beside it, and the pain is recognised.",
    },
    {
        "title": "3. Snap across the band",
        "do": "At the spot, move quickly across the band, as if you plucked a string: flick the finger, or "
        "press the key S after a move across. The band may twitch.",
        "done": "The band twitched. It does not always do so, and examiners hardly agree on it.",
    },
)
TECHNIQUES = (
    ("Flat palpation", "The finger presses the muscle against what lies below and moves across its fibres."),
    ("Snapping palpation", "The finger moves across the band quickly, as if it plucked a string."),
    (
        "Pincer palpation",
        "Thumb and fingers take hold of a muscle that can be gripped. Here the muscle is pressed against "
        "what lies below, so it is not simulated.",
    ),
)
HONEST = (
    "This is a teaching model, not a measurement: the curve has no unit, and most values were set so that "
    "you can learn from them. In {absent:g} % of the patches there is no trigger point: some have only a "
    "band or only a tender place. No norms for pressing a buttock muscle were found; the slider ends at "
    "{most:g} N, the largest force that clinicians were asked for in a study of palpation.",
    "A person is not a patch. Agreement of examiners on trigger points was moderate in a pooled analysis. "
    "Two experienced examiners put their marks {apart:g} mm apart on average, and {alone:g} % of the points "
    "were found by only one of them.",
)


def words():
    """Return all words of the page as plain dicts and lists.

    Examples
    --------
    >>> words()["says"][0]["from"]
    0.0
    """
    return {
        "modes": [{"id": key, "title": title} for key, title in MODES.items()],
        "says": [{"from": start, "text": text} for start, text in SAYS],
        "recognised": "“That is my pain.”",
        "other": "“It hurts, but it is not the pain I know.”",
        "unclear": "“Everything hurts when you press like that.”",
        "kinds": {kind: _kind(kind) for kind in KINDS},
        "outcomes": OUTCOMES,
        "steps": [dict(step) for step in STEPS],
        "techniques": [{"name": name, "text": text} for name, text in TECHNIQUES],
        "honest": _honest(),
        "honest_sources": _sources("kothari2014", "rathbone2017", "holmjensen2020"),
        "apart": {"text": _apart(), "sources": _sources("holmjensen2020")},
        "score": _score(),
        "twitch_sources": _sources("hsieh2000"),
        "rule_sources": _sources(*(load().statements[key].source_key for key in RULES)),
        "zones": _zones(),
    }


def _kind(kind):
    title, text = HIDDEN[kind]
    return {"title": title, "text": text}


def _honest():
    facts = load().statements
    absent = sum(value(f"share-{kind}") for kind in KINDS[2:])
    return [
        text.format(
            absent=absent, most=value("force-most"), apart=value("found-distance"),
            alone=facts["palpation-reliability-proportion"].value,
        )
        for text in HONEST
    ]  # fmt: skip


def _apart():
    fact = load().statements["palpation-reliability-distance"]
    apart = f"{fact.value:g} {fact.unit}"
    return f"Two examiners who marked the same point were {apart} apart on average ({fact.population})."


def _score():
    """The formula of the score in words."""
    names = ("points-found", "points-place", "points-kind", "points-presses", "points-none", "presses-free")
    found, place, kind, presses, none, free = (f"{value(name):g}" for name in names)
    return (
        f"Score, for teaching: {found} for finding the point (mark within {value('found-distance'):g} mm), "
        f"up to {place} for the place, {kind} for active or latent; {none} for saying rightly that there is "
        f"none; and up to {presses} for few presses ({free} cost nothing)."
    )


def _sources(*keys):
    found = [load().sources[key] for key in dict.fromkeys(keys)]
    return [{"key": source.key, "short": source.short} for source in found]


def _zones():
    """The zones of each pattern from behind, drawn; essential and spillover apart, as they are felt."""
    patterns = [one for one in referral_patterns().values() if one.muscle_id in MUSCLES]
    return {
        one.id: {kind: _drawn(one, kind) for kind in ("essential", "spillover")}
        for one in patterns
        if one.source == "trigger-point"
    }


def _drawn(pattern, kind):
    only = replace(pattern, zones=tuple(zone for zone in pattern.zones if zone.kind == kind))
    return zones_svg(only, "posterior", prefix=f"palp-{kind[0]}", point=False)
