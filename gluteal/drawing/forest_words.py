"""The words beside a result: what was compared, in whom, what came out, who found it and how sure that is."""

import re

from gluteal.catalogue import load, name_of
from gluteal.drawing.lettering import joined

VERDICTS = {
    "effects-exercise": ("stretching", "strengthening", "education"),
    "effects-pressure-release": ("ischaemic-compression",),
    "effects-foam-rolling": ("foam-rolling",),
    "effects-massage": ("massage",),
    "effects-dry-needling": ("dry-needling",),
    "effects-acupuncture": ("acupuncture",),
}
"""Figure → the treatments whose overall grade stands under its title."""


def number(value):
    """Return a number as printed in figures, with a true minus sign.

    Examples
    --------
    >>> number(-0.5)
    '−0.5'
    """
    return f"{value:g}".replace("-", "−")


def counted(one):
    """Return the value with its interval, in two lines.

    Parameters
    ----------
    one : gluteal.catalogue.effects.EffectResult

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> counted(load().effect_results["massage-effect-pain"]).split("\\n")
    ['−1.24', '(−1.85 to −0.64)']
    """
    decimals = len(one.fact.value_text.partition(".")[2])
    value, low, high = (f"{end:.{decimals}f}".replace("-", "−") for end in (one.fact.value, *one.interval))
    return f"{value}\n{name_of('forest-interval').format(low, high)}"


def number_words(fact):
    """Return the number of a result in words, as the source prints it.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> number_words(load().treatment_facts["acupuncture-effect-pain-wang2017-ma-3"])
    '−1.96 points (WMD)'
    """
    return re.sub(r"(?<!\w)-(?=\d)", "−", fact.measure)


def people(fact):
    """Return in whom and when, with their number where the population does not say it.

    Parameters
    ----------
    fact : gluteal.catalogue.clinical.TreatmentFact

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> people(load().treatment_facts["dry-needling-effect-pain"])
    'low back pain with trigger points, n = 802; after treatment'
    """
    who = fact.population or name_of("forest-people-unknown")
    if fact.n and str(fact.n) not in who:
        who += f", n = {fact.n}"
    return f"{who}; {fact.follow_up}" if fact.follow_up else who


def source_line(fact):
    """Return source, kind of study, number of studies and grade; the last two stay on one line.

    Parameters
    ----------
    fact : gluteal.catalogue.clinical.TreatmentFact

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> source_line(load().treatment_facts["massage-effect-pain"])
    'Furlan 2015, systematic review, 1\\xa0trial\\xa0●●○○'
    """
    parts = [fact.source.short, name_of(f"source-kind-{fact.source.kind}")]
    if fact.n_studies:
        parts.append(
            name_of("forest-trial" if fact.n_studies == 1 else "forest-trials").format(fact.n_studies)
        )
    return joined(f"{', '.join(parts)} {fact.certainty.symbol}", 3 if fact.n_studies else 2)


def verdict(name):
    """Return what the results of a figure come to, treatment by treatment, with the grade.

    Examples
    --------
    >>> verdict("effects-acupuncture")[0].split(":")[0]
    'Acupuncture'
    """
    return [_judged(treatment) for treatment in VERDICTS.get(name, ())]


def _judged(treatment):
    one = load().treatments[treatment]
    [fact] = [fact for fact in one.facts if fact.property == "overall-grade"]
    return f"{one.name}: {fact.statement}. {fact.certainty.symbol}"
