"""Text twins of the pain maps that show several patterns: all points, one muscle, what else refers here."""

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.drawing.referral_composite import composites

MOST_SOURCES = 12

COMPOSITE = """
The pain maps of {count} trigger points lie over one another on the right side of the body, at one scale
in all views. Each has a number and a line of its own, thick around the essential zone, thin around the
spillover zone, broken where weakly sourced; where maps overlap the tone is darker. {zones} The maps are
typical, not diagnostic: pain in one place does not tell the points apart.
"""
ALL = """
Small multiples of the pain maps of {count} trigger points at one scale, each from behind and from the
side, right side of the body, muscle by muscle. An X marks the point; essential zones are dark and dotted,
spillover zones paler and hatched. {sure_count} maps stand without a broken outline: {sure}. The other
{weak_count} are weakly sourced; they are fainter and their outlines are broken. Muscles shown: {muscles}.
Many maps share the buttock, so a place that hurts does not tell which point refers there. What shows only
from the front is in the figure of each point, with its words and its grade. The maps are typical, not
diagnostic.
"""
MIMICS = """
Small multiples of {count} causes other than trigger points that are felt in buttock, hip or leg, at one
scale, right side, from behind, from the side and from the front. Where most feel it is dark and dotted,
where some do is paler and hatched; a broken outline is weakly sourced. {zones} The grade of each map
stands in brackets. Trigger points are felt in the same places: where it hurts does not tell what hurts.
"""


def sheet_rows(row, short_name, inside):
    """Return the rows of the sheets.

    Parameters
    ----------
    row, short_name, inside : callable
        Those of `referral_twins`: make a row, name a pattern, put words inside a sentence.
    """
    composed = [_composite(key, row, short_name, inside) for key in composites()]
    return [*composed, _all(row, short_name, inside), _mimics(row, inside)]


def _composite(key, row, short_name, inside):
    patterns = [referral_patterns()[one] for one in composites()[key]]
    known = load()
    muscle = inside((known.muscles[key] if key in known.muscles else known.muscle_groups[key]).name)
    zones = [f"{number}, {_zones(one, short_name, inside)}" for number, one in enumerate(patterns, start=1)]
    text = _filled(COMPOSITE, count=len(patterns), zones=" ".join(zones))
    alt = f"Body charts with the numbered pain maps of the {len(patterns)} trigger points of {muscle}."
    title = f"Pain maps over one another: {muscle}"
    return row(f"referral-{key}", title, alt, text, _sources(patterns))


def _zones(pattern, short_name, inside):
    spills = any(zone.kind == "spillover" for zone in pattern.zones)
    spillover = f", spillover zone {inside(pattern.spillover_words)}" if spills else ""
    essential = inside(pattern.essential_words)
    return f"{inside(short_name(pattern))}: essential zone {essential}{spillover}; grade {pattern.grade}."


def _all(row, short_name, inside):
    patterns = [one for one in referral_patterns().values() if one.source == "trigger-point"]
    sure = [inside(short_name(one)) for one in patterns if not one.dashed]
    muscles = dict.fromkeys(inside(load().muscles[one.muscle_id].name) for one in patterns)
    text = _filled(
        ALL,
        count=len(patterns),
        sure_count=len(sure),
        weak_count=len(patterns) - len(sure),
        sure="; ".join(sure),
        muscles="; ".join(muscles),
    )
    alt = f"Small body charts at one scale: the pain maps of {len(patterns)} trigger points, by muscle."
    title = f"Pain maps of all {len(patterns)} trigger points"
    return row("referral-all", title, alt, text, _sources(patterns))


def _mimics(row, inside):
    mimics = [one for one in referral_patterns().values() if one.source == "mimic"]
    zones = " ".join(f"{one.name}: {inside(one.essential_words)} ({one.grade})." for one in mimics)
    text = _filled(MIMICS, count=len(mimics), zones=zones)
    alt = (
        f"Small body charts: the pain of {len(mimics)} other causes, from nerve roots to joints and tendons."
    )
    title = "What else refers to buttock, hip and leg"
    return row("referral-mimics", title, alt, text, _sources(mimics))


def _filled(template, **words):
    return " ".join(template.split()).format(**words)


def _sources(patterns):
    """The main source of each, then others, as many as can be read under a figure."""
    main = [one.source_keys[0] for one in patterns]
    others = [key for one in patterns for key in one.source_keys[1:]]
    return list(dict.fromkeys([*main, *others]))[:MOST_SOURCES]
