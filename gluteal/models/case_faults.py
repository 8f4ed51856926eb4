"""What contradicts itself in a case: for the tests of generated cases, and for the check of written ones."""

from gluteal.catalogue import load
from gluteal.catalogue.case_tables import case_table
from gluteal.models.case_findings import asked_features, needed, pairs_that_clash, too_old
from gluteal.models.case_painting import places_painted
from gluteal.models.referral_overlap import half

_LATEST_BEGIN_YEARS = 55
_EARLIEST_BEGIN_YEARS = 20


def contradictions(case):
    """Return every contradiction in a case, a sentence each; none for a sound one.

    Parameters
    ----------
    case : gluteal.models.case_generator.Case

    Examples
    --------
    >>> from gluteal.models.case_generator import generate_case
    >>> contradictions(generate_case(1, "hard"))
    []
    """
    rules = (_twice, _clashing, _unsupported, _other_side, _misplaced, _person, _words, _remarks, _flags)
    return [sentence for rule in rules for sentence in rule(case)]


def _twice(case):
    asked = [one.feature_id for one in case.interview + case.findings]
    for key in sorted({key for key in asked if asked.count(key) > 1}):
        yield f"{key} is answered twice"


def _clashing(case):
    given = case.answers
    for both in pairs_that_clash():
        if all(given.get(key) == answer for key, answer in both):
            yield " against ".join(f"{key} {answer}" for key, answer in both)


def _unsupported(case):
    given = case.answers
    for key, needs in needed().items():
        asked = [need for need in needs if need in given]
        wanting = asked and len(asked) == len(needs)
        if given.get(key) == "present" and wanting and all(given[need] == "absent" for need in asked):
            yield f"{key} is present, and nothing that it needs: {', '.join(asked)}"


def _other_side(case):
    other = "left" if case.side == "right" else "right"
    if not half(case.drawing, case.side).count:
        yield f"nothing is painted on the {case.side} side"
    if half(case.drawing, other).count:
        yield f"the {other} side is painted, and the complaint is of the {case.side}"


def _misplaced(case):
    """Read the drawing again, and compare the answers about places with it."""
    painted = half(case.drawing, case.side).cells
    places = places_painted(painted, asked_features()["drawing"])
    for key, answer in places.items():
        if case.answers.get(key, answer) != answer:
            yield f"{key} is {case.answers[key]}, and the drawing says {answer}"


def _person(case):
    alarms = [one for one in case_table("case_alarms").values() if one.red_flag_id == case.red_flag_id]
    ages = alarms or [case_table("case_conditions")[case.condition_id]]
    if not any(one.age_low_years <= case.age_years <= one.age_high_years for one in ages):
        yield f"an age of {case.age_years} lies outside that of {case.red_flag_id or case.condition_id}"
    begin = case.age_years - case.weeks / 52
    if not case.red_flag_id and begin > _LATEST_BEGIN_YEARS + 1:
        yield f"the pain began at {begin:.0f}: after {_LATEST_BEGIN_YEARS} that is a red flag"
    if case.red_flag_id != "inflammatory-spinal-disease" and begin < _EARLIEST_BEGIN_YEARS:
        yield f"the pain began at {begin:.0f}: before {_EARLIEST_BEGIN_YEARS} that is a red flag"
    for key, limit in (("age-60", case.age_years >= 60), ("age-under-25", case.age_years <= 25)):
        if case.answers.get(key, "present" if limit else "absent") != ("present" if limit else "absent"):
            yield f"{key} is {case.answers[key]} at {case.age_years}"


def _words(case):
    other = "left" if case.side == "right" else "right"
    if f"{other} " in case.opening and f"{case.side} " not in case.opening:
        yield f"the opening speaks of the {other} side only"
    for word in (str(case.age_years), case.sex):
        if word not in case.opening:
            yield f"the opening does not say {word}"


def _remarks(case):
    """What is told besides belongs to the age, and contradicts no red flag."""
    alarms = [one.id for one in case_table("case_alarms").values() if one.told in case.told] or [""]
    for one in case_table("case_remarks").values():
        if one.told in case.told and not one.fits(case.age_years, alarms[0]):
            yield f"“{one.told}” does not go with the rest"
    for key in sorted(too_old(case.age_years) & set(case.answers)):
        if case.answers[key] == "present":
            yield f"{key} is present at {case.age_years}"


def _flags(case):
    """A red flag is told and belongs to the next step; without one nothing of it is there."""
    told = [one for one in case_table("case_alarms").values() if one.told in case.told]
    brought = [one.feature_id for one in asked_features()["alarm"]]
    if not case.red_flag_id:
        if case.next_step != "treat":
            yield f"the next step is {case.next_step} without a red flag"
        yield from (f"it tells a red flag: {one.told}" for one in told)
        yield from (f"{key} is present" for key in brought if case.answers.get(key) == "present")
        return
    if case.next_step != load().red_flags[case.red_flag_id].urgency:
        yield f"the next step is {case.next_step}, and the red flag says otherwise"
    for one in told:
        if one.red_flag_id != case.red_flag_id:
            yield f"it tells another red flag: {one.told}"
        wrong = [key for key in one.present_feature_ids if case.answers.get(key) != "present"]
        wrong += [key for key in one.absent_feature_ids if case.answers.get(key) == "present"]
        yield from (f"{key} does not go with the red flag" for key in wrong)
