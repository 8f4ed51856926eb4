"""The card of one pattern: rows of words with grade and source, and the conflicts it is part of."""

from gluteal.catalogue import load

ZONE_ROWS = ("Essential zone", "Spillover zone")
"""Labels of the rows whose words the search looks through for a place that hurts."""


def card_rows(pattern, point):
    """Return the rows of a card: ``label``, ``text`` or ``items``, ``grade``, ``sources``, ``note``.

    Parameters
    ----------
    pattern : gluteal.catalogue.referral.Pattern
    point : gluteal.catalogue.anatomy.TriggerPoint or None
        The trigger point of the pattern; None for another cause.

    Examples
    --------
    >>> from gluteal.catalogue.referral import referral_pattern
    >>> point = load().trigger_points["piriformis-trp1"]
    >>> [row["label"] for row in card_rows(referral_pattern(point.id), point)][:2]
    ['Where it lies', 'Essential zone']
    """
    return _point_rows(point) if point else _mimic_rows(pattern)


def conflicts_about(key):
    """Return the disagreements of sources about the map of one trigger point, both sides."""
    return [_conflict(one) for one in load().conflicts.values() if key in one.trigger_point_ids]


def _point_rows(point):
    rows = [
        _row(
            point, "Where it lies", point.location, note=point.landmarks and f"Landmarks: {point.landmarks}"
        ),
        _row(point, "Essential zone", point.essential_zone, note=point.essential_bounds),
        _row(point, "Spillover zone", point.spillover_zone or "None described", note=point.spillover_bounds),
        _row(point, "Side", point.side),
        _row(point, "What provokes it", items=point.provoking_activities),
        _row(point, "What comes with it", point.associated_symptoms),
        _row(point, "What tells it apart", point.distinguishing_note),
        _row(point, "How it was checked", point.verification, note=_joined(point.evidence_note, point.note)),
    ]
    return [row | {"zone": row["label"] in ZONE_ROWS} for row in rows if row["text"] or row["items"]]


def _row(claim, label, text="", items=(), note=""):
    words = {"label": label, "text": text, "items": list(items), "note": note}
    return words | {"grade": claim.grade, "sources": [source.key for source in claim.sources]}


def _joined(*parts):
    return "; ".join(part for part in parts if part)


def _conflict(one):
    return {
        "question": one.question,
        "side_a": one.side_a,
        "sources_a": list(one.source_keys_a),
        "side_b": one.side_b,
        "sources_b": list(one.source_keys_b),
        "say": one.what_to_say,
    }


def _mimic_rows(pattern):
    rows = [
        {"label": "Essential zone", "text": pattern.essential_words, "items": []},
        {"label": "Spillover zone", "text": pattern.spillover_words, "items": []},
        {"label": "What tells it apart", "text": "", "items": list(pattern.tells_apart)},
    ]
    claim = {"note": "", "grade": pattern.grade, "sources": list(pattern.source_keys)}
    return [row | claim | {"zone": row["label"] in ZONE_ROWS} for row in rows if row["text"] or row["items"]]
