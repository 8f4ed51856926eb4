"""What the atlas explorer says about each structure: plain dicts for the page, taken from the catalogue."""

from gluteal.catalogue import load

ATLAS_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

ROWS = {"origin": "Origin", "insertion": "Insertion", "innervation": "Nerve", "action": "Action"}
"""Property of a muscle, and the heading of its row on the card."""

FINE_KINDS = ("nerve", "vessel", "bursa")
"""Kinds of what is shown only when it is asked for: the eye must first see the muscles."""

ALWAYS_SHOWN = ("sciatic-nerve",)
"""Of these kinds, but part of the picture from the start."""

FOR_ORIENTATION = ("skin", "hip-bone-left")
"""Drawn, named and explained, but never asked for: everybody finds them."""


def atlas_records(layers):
    """Return names, facts, grades and sources of the structures of some layers.

    Parameters
    ----------
    layers : iterable of (str, sequence of str)
        Layer ids from the skin to the bones, each with the ids of its structures.

    Returns
    -------
    dict
        ``format``, ``order`` (structure ids, skin first), ``structures``, ``grades``, ``sources``.

    Examples
    --------
    >>> atlas_records([("deep", ["piriformis"])])["structures"]["piriformis"]["name"]
    'Piriformis'
    """
    structures = {key: _structure(key, layer) for layer, keys in layers for key in keys}
    claims = [claim for record in structures.values() for claim in _claims(record)]
    return {
        "format": ATLAS_FORMAT,
        "order": list(structures),
        "structures": structures,
        "grades": {grade.id: _grade(grade) for grade in load().grades.values()},
        "sources": {key: _source(key) for claim in claims for key in claim["sources"]},
    }


def _structure(key, layer):
    structure, muscle = load().structures.get(key), load().muscles.get(key)
    rows = _muscle_rows(muscle) if muscle else _other_rows(structure)
    return {
        "name": structure.name if structure else key.replace("-", " ").capitalize(),
        "kind": structure.kind if structure else "",
        "layer": layer,
        "fine": bool(structure) and structure.kind in FINE_KINDS and key not in ALWAYS_SHOWN,
        "latin": structure.latin_name if structure else "",
        "also": list(structure.also_called) if structure else [],
        "lead": _lead(structure),
        "rows": [row for row in rows if row["facts"]],
        "points": [_point(point) for point in muscle.trigger_points] if muscle else [],
        "asked": key not in FOR_ORIENTATION,
        "clue": _clue(muscle, structure),
    }


def _lead(structure):
    if structure is None or not structure.description:
        return None
    return _claim(structure, structure.description)


def _muscle_rows(muscle):
    return [
        {"label": label, "facts": [_fact(fact) for fact in getattr(muscle, name)]}
        for name, label in ROWS.items()
    ]


def _other_rows(structure):
    facts = structure.facts if structure else ()
    labels = dict.fromkeys(fact.property for fact in facts)
    return [
        {"label": _label(label), "facts": [_fact(fact) for fact in facts if fact.property == label]}
        for label in labels
    ]


def _label(words):
    return words.replace("-", " ").capitalize()


def _fact(fact):
    around = ", ".join(part for part in (fact.condition, fact.population, fact.comparator) if part)
    text = f"{fact.text} ({around})" if around else fact.text
    return {**_claim(fact, text), "part": fact.portion}


def _claim(claim, text):
    sources = [source.key for source in claim.sources] if claim.source_key else []
    return {"text": text, "grade": claim.grade, "sources": sources, "note": claim.note}


def _point(point):
    return {
        **_claim(point, ""),
        "name": f"{point.label} ({point.portion})" if point.portion else point.label,
        "place": point.location,
        "felt": point.essential_zone,
        "also": point.spillover_zone,
    }


def _clue(muscle, structure):
    """Say where a structure runs without naming it; empty where that cannot be said."""
    name = structure.name.lower() if structure else ""
    if muscle and muscle.origin and muscle.insertion:
        clue = f"Origin: {muscle.origin[0].text}. Insertion: {muscle.insertion[0].text}."
    else:
        clue = structure.description if structure else ""
    return "" if not name or name in clue.lower() else clue


def _claims(record):
    lead = [record["lead"]] if record["lead"] else []
    return [*lead, *(fact for row in record["rows"] for fact in row["facts"]), *record["points"]]


def _grade(grade):
    return {"rank": grade.rank, "symbol": grade.symbol, "name": grade.name, "meaning": grade.meaning}


def _source(key):
    source = load().sources[key]
    return {"short": source.short, "reference": source.reference, "secondary": source.is_secondary}
