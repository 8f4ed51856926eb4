"""What the pain drawing knows: charts, red flags, patterns and the tables of the ranking, as plain dicts."""

from functools import lru_cache

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.drawing.style import COLOURS, darker, mix
from gluteal.models import raster
from gluteal.models.overlap_tables import tables_for_page
from gluteal.models.pain_drawing import FORMAT, LONGEST_LABEL, STRONGEST, VERSION
from gluteal.models.pattern_cells import region_names
from gluteal.models.referral_overlap import WEIGHTS
from gluteal.widgets.body_art import CHARTS
from gluteal.widgets.pain_words import NOT_A_MUSCLE, SAY, formula_lines

PAIN_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

BRUSHES = {"small": 14, "medium": 30, "large": 60}
"""Diameter of each brush, mm."""

VIEWS = {
    "all": ("All", tuple(raster.CHARTS)),
    "pair": ("Back and front", ("posterior", "anterior")),
    "posterior": ("Back", ("posterior",)),
    "anterior": ("Front", ("anterior",)),
    "lateral-right": ("Right side", ("lateral-right",)),
    "lateral-left": ("Left side", ("lateral-left",)),
}
"""What can be shown: the word on its button, and its charts."""

URGENCIES = {
    "emergency": "Emergency",
    "same-day": "The same day",
    "urgent": "Urgent",
    "soon": "Soon",
}
"""The urgencies of red flags, the most urgent first, and their headings."""

_STARTS = {"posterior": "middle-buttock", "anterior": "groin"}
_START = "lateral-hip"
_STRONG = 7
"""Up to this intensity colours go from spillover pain to essential pain; from here on they become darker."""


@lru_cache
def pain_records():
    """Return everything that the page needs to know, computed once.

    Returns
    -------
    dict
        All of `gluteal.models.overlap_tables.tables_for_page`; besides ``format``, ``file`` (head of a saved
        drawing), ``views``, ``titles``, ``starts``, ``brushes``, ``scale``, ``flag_groups``,
        ``patterns_shown``, ``formula``, ``say``, ``grades``, ``sources``.

    Examples
    --------
    >>> [view["id"] for view in pain_records()["views"]][:2]
    ['all', 'pair']
    """
    patterns = referral_patterns()
    records = {
        **tables_for_page(patterns),
        "format": PAIN_FORMAT,
        "file": {"format": FORMAT, "version": VERSION, "cell_mm": raster.CELL_MM},
        "longest_label": LONGEST_LABEL,
        "strongest": STRONGEST,
        "titles": {chart: CHARTS[chart]["title"] for chart in raster.CHARTS},
        "views": [
            {"id": key, "title": title, "charts": list(charts)} for key, (title, charts) in VIEWS.items()
        ],
        "starts": {chart: _STARTS.get(chart, _START) for chart in raster.CHARTS},
        "region_names_shown": [list(one) for one in region_names().items()],
        "brushes": [{"id": key, "title": key.capitalize(), "mm": mm} for key, mm in BRUSHES.items()],
        "scale": pain_scale(),
        "flag_groups": _flag_groups(),
        "patterns_shown": {key: _pattern(pattern) for key, pattern in patterns.items()},
        "formula": formula_lines(WEIGHTS),
        "say": dict(SAY),
        "grades": {grade.id: _grade(grade) for grade in load().grades.values()},
    }
    return {**records, "sources": {key: _source(key) for key in sorted(set(_cited(records)))}}


def pain_scale():
    """Return the colours of the intensities 1 to 10: fill, edge and the marks of the texture.

    Examples
    --------
    >>> len(pain_scale())
    10
    """
    return [_shade(intensity) for intensity in range(1, STRONGEST + 1)]


def _shade(intensity):
    weak, strong = mix(COLOURS["pain.spillover"], COLOURS["light"], 0.45), COLOURS["pain.essential"]
    if intensity <= _STRONG:
        colour = mix(weak, strong, (intensity - 1) / (_STRONG - 1))
    else:
        colour = darker(strong, 0.6 * (intensity - _STRONG) / (STRONGEST - _STRONG))
    mark = darker(colour, 0.62) if intensity < _STRONG else mix(colour, COLOURS["light"], 0.32)
    return {"colour": colour, "edge": darker(colour, 0.4), "mark": mark}


def _flag_groups():
    flags = load().red_flags.values()
    return [
        {"title": title, "flags": [_flag(flag) for flag in flags if flag.urgency == urgency]}
        for urgency, title in URGENCIES.items()
    ]


def _flag(flag):
    more = [_flag_fact(fact) for fact in flag.facts if fact.property == "caution"]
    return {
        **_claim(flag), "id": flag.id, "name": flag.name, "question": flag.question, "action": flag.action,
        "more": [text for text in more if text],
    }  # fmt: skip


def _flag_fact(fact):
    return f"{fact.statement}." if fact.statement else ""


def _pattern(pattern):
    point = load().trigger_points.get(pattern.id)
    return {
        "name": pattern.name,
        "tag": "" if pattern.source == "trigger-point" else NOT_A_MUSCLE,
        "weak": pattern.dashed,
        "tells": [_stopped(text) for text in (*pattern.tells_apart, *_provoked(point)) if text],
        "zones": _zones(pattern),
        "grade": pattern.grade,
        "sources": list(pattern.source_keys),
        "note": _stopped(point.verification) if point else "",
    }


def _provoked(point):
    """What provokes the pain of a trigger point and what comes with it, where it is told."""
    if point and point.provoking_activities:
        yield f"Described as provoked by: {', '.join(point.provoking_activities)}"
    if point and point.associated_symptoms:
        yield f"Described with it: {point.associated_symptoms}"


def _zones(pattern):
    essential, spillover = pattern.essential_words, pattern.spillover_words or "none described"
    return [_stopped(f"Essential: {essential}"), _stopped(f"Spillover: {spillover}")]


def _stopped(text):
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _claim(claim):
    sources = [source.key for source in claim.sources] if claim.source_key else []
    return {"grade": claim.grade, "sources": sources, "note": claim.note}


def _grade(grade):
    return {"symbol": grade.symbol, "name": grade.name, "meaning": grade.meaning}


def _cited(value):
    """Every source key that stands anywhere in the records."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if key == "sources" else _cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cited(inner)


def _source(key):
    source = load().sources[key]
    return {"short": source.short, "reference": source.reference}
