"""Text twins of the figures on treatments, made from the tables: ``python -m tools.effect_twins``.

Writes their rows of ``data/figures.csv`` anew and leaves all others as they are; the short text (``alt``) is
written by hand and kept. Run it after a change to ``treatment_facts.csv``, ``emg_activations.csv`` or
``effects/``, then ``make figures``.
"""

from gluteal.catalogue import load, name_of
from gluteal.catalogue.effects import (
    by_measure,
    doses,
    effect_figures,
    emg_studies,
    in_words,
    needling_events,
    results_in,
)
from gluteal.drawing import adverse_events, dose_ranges, emg_chart
from gluteal.drawing.forest_words import number, number_words, people, verdict
from tools.figure_rows import COLUMNS, write

CREDIT = "Drawn for this pack, CC BY-SA 4.0."


def rows():
    """Return the rows of all figures on treatments: list of dict."""
    made = [_effects(name) for name in effect_figures()]
    return [*made, _emg(), _events(), _doses()]


def _row(name, text, facts):
    keys = dict.fromkeys(fact.source_key for fact in facts)
    kept = load().figures[name].alt if name in load().figures else name_of(name)
    cells = (name, name_of(name), kept, text, "|".join(keys), CREDIT)
    return dict(zip(COLUMNS, cells, strict=True))


def _effects(name):
    results = results_in(name)
    parts = list(verdict(name))
    for measure, group in by_measure(results).items():
        parts.append(f"Scale: {measure.outcome}, {measure.measured_in.name}; {measure.better} is better.")
        parts += [_on_axis(one) for one in group]
    listed = in_words(results)
    parts += ["In words, without an interval:"] if listed else []
    parts += [_listed(one) for one in listed]
    if len(parts) < 9:
        parts.append("Each scale stands alone; nothing was pooled here.")
    return _row(name, " ".join(parts), [one.fact for one in results])


def _on_axis(one):
    value, low, high = (number(end) for end in (one.fact.value, *one.interval))
    found = f"{one.first} against {one.against}: {value} ({low} to {high})"
    return f"{found}, {_cited(one.fact)}, {people(one.fact)}."


def _listed(one):
    sign = {"first": "for", "second": "against", "neither": "no clear difference", "unclear": "open"}
    counts = one.fact.property != "dose" and (one.fact.value is not None or one.fact.value_low is not None)
    shown = f", {number_words(one.fact)}" if counts else ""
    return f"{one.said} ({sign[one.favours]}{shown}, {_cited(one.fact)})."


def _cited(fact):
    return f"{fact.source.short}, grade {fact.grade}"


def _emg():
    parts = [
        "Bars of muscle activity in percent of the person’s own maximal voluntary isometric contraction, one "
        "band for each study. Lines show one standard deviation where given, a broken line 40 percent."
    ]
    for facts in emg_studies().values():
        first = facts[0]
        about = f"{first.source.short}, {first.statistic}" + (f", {first.load}" if first.load else "")
        parts.append(f"{about}, {first.population}: " + "; ".join(map(_active, facts)) + ".")
    parts.append("EMG ranks effort in healthy people and shows no effect on pain.")
    return _row(emg_chart.NAME, " ".join(parts), load().emg_activations.values())


def _active(fact):
    muscle = f"{fact.muscle.name.lower()} {fact.portion}".strip()
    spread = f" ± {number(fact.sd)}" if fact.sd is not None else ""
    return f"{fact.task}, {muscle} {number(fact.value)}{spread}"


def _events():
    events = needling_events()
    parts = ["Fields of a thousand squares, one for each treatment; dark ones had the event."]
    parts += [f"{events[0].population}, who reported on their own treatments ({_cited(events[0])})."]
    parts += [f"{_event(fact)}." for fact in events]
    parts.append(
        "Events overlap and must not be added up; the source gives no intervals for the percentages."
    )
    return _row(adverse_events.NAME, " ".join(parts), events)


def _event(fact):
    named = fact.statement.split(":")[0]
    if fact.value_high is not None:
        return f"{named}: none seen, estimated upper limit {number(fact.value_high)} %"
    return f"{named}: {number(fact.value)} %, about {adverse_events.per_thousand(fact)} of 1000"


def _doses():
    parts = ["Three scales of doses."]
    every = [one for scale in dose_ranges.ENDS for one in doses(scale)]
    for scale in dose_ranges.ENDS:
        parts.append(f"{name_of(f'dose-{scale}')}: " + "; ".join(map(_dose, doses(scale))) + ".")
    parts.append("A dose that was tried is not the best dose.")
    return _row(dose_ranges.NAME, " ".join(parts), [one.fact for one in every])


def _dose(one):
    return f"{one.name}, {dose_ranges.shown(one)} ({one.fact.source.short})"


if __name__ == "__main__":
    write(rows())
