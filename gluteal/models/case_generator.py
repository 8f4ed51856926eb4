"""Invented cases from a seed: history, pain drawing and findings of a person who does not exist.

What a case is made from is drawn first; the drawing is painted in and round the zones of its pain map
(`gluteal.models.case_painting`), answers about places are read off the drawing, and the other answers and
findings are drawn from published sensitivities and specificities or, where there are none, from teaching
shares (`gluteal.models.case_findings`). Some cases carry a red flag, told in passing.

**Same seed, same case**, on every platform: every lot is a whole number of a stream that NumPy guarantees
(`gluteal.models.case_chance`). Seed and difficulty make the case together. A new edition of the tables may
change a case; ``EDITION`` then changes.

*What this does not explain*: how common anything is (frequencies are set for teaching), two conditions at
once, findings that depend on one another. A case is an exercise, and no model of a patient.
"""

from functools import cache

from gluteal.catalogue.case_tables import case_table
from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.referral import referral_patterns
from gluteal.models.case_chance import MOST_SEED, Lots
from gluteal.models.case_findings import (
    asked_features,
    drawing_order,
    is_relevant,
    settled,
    share,
    too_old,
)
from gluteal.models.case_painting import as_drawing, painted, places_painted
from gluteal.models.case_record import Answer, Case, CaseError
from gluteal.models.pattern_cells import pattern_cells
from gluteal.models.reasoning_rules import rules

__all__ = ["DIFFICULTIES", "EDITION", "MOST_SEED", "Answer", "Case", "CaseError", "generate_case"]

DIFFICULTIES = ("easy", "medium", "hard")
EDITION = 1
"""Number of the tables and rules: with another number a seed may give another case."""
_PERSON, _DRAWING, _ANSWERS = 1, 2, 3
_TOLD = 3
_MOST_DRAWINGS = 40


def generate_case(seed, difficulty="medium"):
    """Return the case of a seed.

    Parameters
    ----------
    seed : int
        0 to 4294967295.
    difficulty : {"easy", "medium", "hard"}
        Harder cases tell less of what matters and more of what does not, and their drawings stray further.
        The published figures are the same for all.

    Returns
    -------
    Case

    Raises
    ------
    CaseError
        For a seed or a difficulty that does not exist.

    Examples
    --------
    >>> generate_case(7, "hard") == generate_case(7, "hard")
    True
    >>> generate_case(7, "hard").id
    'hard-7'
    """
    level = _checked(seed, difficulty)
    lots = Lots(seed, level.order, _PERSON)
    alarm = lots.pick_by(_rows("case_alarms")) if lots.happens(level.alarm_pct / 100) else None
    condition = _condition(alarm, lots)
    person = _person(condition, alarm, lots)
    pattern_id = lots.pick(condition.pattern_ids)
    cells, places = _drawn(condition, alarm, pattern_id, level, seed)
    known = {**places, **_of_age(person["age_years"])}
    lots_of_answers = Lots(seed, level.order, _ANSWERS)
    interview, findings = _asked(condition, alarm, known, level, lots_of_answers, person["age_years"])
    return Case(
        seed=seed, difficulty=difficulty, **person, told=_told(alarm, person["age_years"], lots),
        interview=interview, drawing=as_drawing(cells, person["side"]), findings=findings,
        condition_id=condition.id, hypothesis_id=condition.hypothesis_id, pattern_id=pattern_id,
        red_flag_id=alarm.red_flag_id if alarm else "", next_step=alarm.next_step if alarm else "treat",
    )  # fmt: skip


def _checked(seed, difficulty):
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= MOST_SEED:
        raise CaseError(f"a seed is a whole number from 0 to {MOST_SEED}, not {seed!r}")
    if difficulty not in DIFFICULTIES:
        raise CaseError(f"unknown difficulty {difficulty!r}; {suggestion(str(difficulty), DIFFICULTIES)}")
    return case_table("case_levels")[difficulty]


@cache
def _rows(table):
    return tuple(case_table(table).values())


def _condition(alarm, lots):
    if alarm:
        return case_table("case_conditions")[alarm.condition_id]
    return lots.pick_by(_rows("case_conditions"))


def _person(condition, alarm, lots):
    ages = alarm or condition
    age = lots.between(ages.age_low_years, ages.age_high_years)
    woman = lots.happens(condition.women_pct / 100)
    sex = (alarm.sex if alarm else "") or ("woman" if woman else "man")
    side = lots.pick(("right", "left"))
    weeks = lots.between(alarm.weeks_low, alarm.weeks_high) if alarm else lots.between(3, 40)
    if condition.pain_first_by_years and not alarm:
        weeks = 52 * (age - lots.between(condition.pain_first_by_years - 7, condition.pain_first_by_years))
    opening = f"A {sex} of {age}. The {side} side has hurt for {duration(weeks)}."
    return {"age_years": age, "sex": sex, "side": side, "weeks": weeks, "opening": opening}


def duration(weeks):
    """Return a number of weeks in words.

    Examples
    --------
    >>> duration(1), duration(9), duration(156)
    ('1 week', '9 weeks', '3 years')
    """
    if weeks >= 104:
        return f"{weeks // 52} years"
    return f"{weeks} week{'s' if weeks > 1 else ''}"


def _told(alarm, age_years, lots):
    """Three sentences; with a red flag one of them tells it."""
    fitting = [one for one in _rows("case_remarks") if one.fits(age_years, alarm.id if alarm else "")]
    remarks = [one.told for one in lots.some(fitting, _TOLD - bool(alarm))]
    if alarm:
        remarks.insert(lots.below(_TOLD), alarm.told)
    return tuple(remarks)


def _drawn(condition, alarm, pattern_id, level, seed):
    """Paint until the drawing shows what the condition cannot do without."""
    pattern = pattern_cells(referral_patterns()[pattern_id])
    needed = [
        one.feature_id
        for one in asked_features()["drawing"]
        if share(condition.hypothesis_id, one.feature_id).basis == "defining"
    ]
    for attempt in range(_MOST_DRAWINGS):
        lots = Lots(seed, level.order, _DRAWING, attempt)
        cells = painted(pattern, level, lots, everywhere=bool(alarm))
        places = places_painted(cells, asked_features()["drawing"])
        if all(places[key] == "present" for key in needed):
            return cells, places
    raise CaseError(f"no drawing of {pattern_id} shows {', '.join(needed)}; look at its zones")


def _of_age(age_years):
    old, young = age_years >= 60, age_years <= 25
    return {"age-60": "present" if old else "absent", "age-under-25": "present" if young else "absent"}


def _asked(condition, alarm, known, level, lots, age_years):
    """Draw every answer; then choose which of them are told."""
    told, basis = dict(known), {key: "age" if key.startswith("age-") else "drawing" for key in known}
    for key in alarm.present_feature_ids + alarm.absent_feature_ids if alarm else ():
        told[key], basis[key] = "present" if key in alarm.present_feature_ids else "absent", "alarm"
    sources = {}
    for one in drawing_order(condition.hypothesis_id):
        of = share(condition.hypothesis_id, one.feature_id)
        answer = "present" if lots.happens(of.present) else "absent"
        if one.feature_id not in told:
            told[one.feature_id] = settled(one.feature_id, answer, told)
            basis[one.feature_id], sources[one.feature_id] = of.basis, (of.source_key, of.accuracy_id)
    shown = _shown(condition, basis, level, lots, too_old(age_years))
    rows = [_answer(one, told, basis, sources) for one in rules().features if one.id in shown]
    findings = {one.id for one in rules().features if one.section == "finding"}
    history = tuple(one for one in rows if one.feature_id not in findings)
    return history, tuple(one for one in rows if one.feature_id in findings)


def _shown(condition, basis, level, lots, left_out):
    """Return the features that are told: places, age, warning signs, what defines it, some others."""
    shown = {key for key, of in basis.items() if of in ("drawing", "age", "alarm", "defining")}
    for section, relevant, others in (
        ("history", level.relevant_answers, level.other_answers),
        ("finding", level.relevant_findings, level.other_findings),
    ):
        mine = [key for key in basis if key not in shown | left_out and _section(key) == section]
        speaking = [key for key in mine if is_relevant(condition.hypothesis_id, key)]
        shown.update(lots.some(speaking, relevant))
        shown.update(lots.some([key for key in mine if key not in speaking], others))
    return shown


def _section(feature_id):
    return "finding" if rules().features[rules().place[feature_id]].section == "finding" else "history"


def _answer(feature, told, basis, sources):
    answer = told[feature.id]
    return Answer(
        feature.id, answer, feature.question, getattr(feature, answer), basis[feature.id],
        *sources.get(feature.id, ()),
    )  # fmt: skip
