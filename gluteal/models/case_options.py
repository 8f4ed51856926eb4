"""The options of a case's five decisions, each with feedback from the tables that the lessons use."""

from dataclasses import dataclass
from zlib import crc32

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.models import case_words as words
from gluteal.models.reasoning import rank
from gluteal.models.reasoning_rules import CLOSE_POINTS, rules
from gluteal.models.referral_overlap import WEIGHTS
from gluteal.models.referral_rank import rank as rank_patterns

PICKED = 3
"""How many examinations are chosen."""
_LEADING = 4
_MOST_REASONS = 3


@dataclass(frozen=True)
class Option:
    """One answer to a decision.

    Attributes
    ----------
    id, text : str
    right : bool
    feedback : str
        Why, in sentences.
    source_keys : tuple of str
    """

    id: str
    text: str
    right: bool
    feedback: str
    source_keys: tuple[str, ...] = ()


def history_options(case):
    """Return what was told, sentence by sentence, and that none of it has to be followed up first."""
    flag = flag_of(case)
    options = [_told(place, told, flag, case) for place, told in enumerate(case.told)]
    if not flag:
        return [*options, Option("none", words.NONE_OF_IT, True, words.ALL_DENIED)]
    feedback = words.MISSED.format(told=_alarm_told(case), name=flag.name)
    return [*options, Option("none", words.NONE_OF_IT, False, feedback, (flag.source_key,))]


def _told(place, told, flag, case):
    right = bool(flag) and told == _alarm_told(case)
    feedback = words.FOLLOW_UP.format(name=flag.name) if right else words.HARMLESS
    return Option(f"told-{place + 1}", told, right, feedback, (flag.source_key,) if right else ())


def _alarm_told(case):
    return next((one.told for one in load().case_alarms.values() if one.told in case.told), "")


def flag_of(case):
    """Return the red flag of a case, or None."""
    return load().red_flags[case.red_flag_id] if case.red_flag_id else None


def drawing_options(case):
    """Return four typical maps: the best two, the one of which the drawing was made, and others."""
    matches = rank_patterns(case.drawing, referral_patterns()).of(case.side)
    best = matches[0].points
    wanted = [one for one in matches if one.pattern == case.pattern_id]
    chosen = list(dict.fromkeys([*matches[:2], *wanted, *matches[5::4]]))[:4]
    order = {key: place for place, key in enumerate(referral_patterns())}
    return [
        Option(
            one.pattern, referral_patterns()[one.pattern].name,
            best - one.points <= WEIGHTS.close_points and one.points >= min(best, WEIGHTS.low_points),
            " ".join(one.why), referral_patterns()[one.pattern].source_keys[:1],
        )
        for one in sorted(chosen, key=lambda match: order[match.pattern])
    ]  # fmt: skip


def drawing_remarks(case):
    """Return what has to be said about the ranking of a case's drawing."""
    found = rank_patterns(case.drawing, referral_patterns())
    return " ".join((*found.remarks[case.side], found.remark))


def examination_options(case):
    """Return six of the examinations: the three that tell most after the history, and three that do not."""
    leading = _leading(case)
    told = [(_telling(one.feature_id, leading), one) for one in case.findings]
    told.sort(key=lambda pair: -pair[0][0])
    least = told[min(PICKED, len(told)) - 1][0][0]
    chosen = told[:PICKED] + told[PICKED:][-PICKED:]
    made = [_examination(one, telling, telling[0] >= least, leading) for telling, one in chosen]
    return sorted(made, key=lambda one: crc32(one.text.encode()))  # an order that tells nothing


def _leading(case):
    """Return what leads after the history; with pain below the knee also what must not be missed there."""
    history = {one.feature_id: one.answer for one in case.interview}
    ranked = rank(history, frozenset())
    leading = list(ranked.hypotheses[:_LEADING])
    root = ranked["lumbar-radiculopathy"]
    if history.get("pain-below-knee") == "present" and root not in leading:
        leading.append(root)
    return leading


def _telling(feature_id, leading):
    """Return by how many points an answer can move two of the leading apart, and which two."""
    known = rules()
    swing = [
        (known.points(one.id, feature_id, "present") - known.points(one.id, feature_id, "absent"), one)
        for one in leading
    ]
    high, low = max(swing, key=lambda pair: pair[0]), min(swing, key=lambda pair: pair[0])
    return high[0] - low[0], high[1], low[1]


def _examination(one, telling, right, leading):
    points, first, second = telling
    feature = rules().features[rules().place[one.feature_id]]
    strong = max(
        (rules().by_answer.get((side.id, one.feature_id, answer)) for side in (first, second)
         for answer in ("present", "absent")),
        key=lambda weight: abs(weight.points) if weight else -1,
    )  # fmt: skip
    if not strong or not right:
        names = ", ".join(side.short_name for side in leading[:3])
        said = words.TELLS_LITTLE if points else words.TELLS_NOTHING
        feedback = said.format(names=names, points=_points(points))
        return Option(one.feature_id, feature.name, right, feedback)
    feedback = words.TELLS.format(
        first=first.short_name, second=second.short_name, points=_points(points), sentence=strong.sentence
    )
    sources = (strong.source_key, *strong.other_source_keys)  # a number may stand in another than the first
    return Option(one.feature_id, feature.name, right, feedback, sources)


def _points(count):
    return f"{count} point{'s' * (count != 1)}"


def hypothesis_options(case):
    """Return the leaders, what the case was made from, and that something serious comes first."""
    ranked = rank(case.answers, frozenset()).hypotheses
    wanted = [one for one in ranked if one.id == case.hypothesis_id]
    chosen = list(dict.fromkeys([*ranked[:3], *wanted, *ranked[3:5]]))[:4]
    flag = flag_of(case)
    options = [
        Option(
            one.id, one.name, not flag and ranked[0].score - one.score <= CLOSE_POINTS,
            _reasons(one) + (words.FLAG_HERE if flag else ""), _sources(one),
        )
        for one in sorted(chosen, key=lambda one: one.name)
    ]  # fmt: skip
    feedback = words.SERIOUS_WRONG
    if flag:
        feedback = words.SERIOUS_RIGHT.format(name=flag.name, action=flag.action)
    return [*options, Option("serious", words.SERIOUS, bool(flag), feedback, _flag_source(flag))]


def _reasons(one):
    counted = [[why.said for why in side if why.counted][:_MOST_REASONS] for side in (one.for_, one.against)]
    said = words.POINTS.format(score=one.score)
    said += words.FOR.format(reasons="; ".join(counted[0])) if counted[0] else ""
    return said + (words.AGAINST.format(reasons="; ".join(counted[1])) if counted[1] else "")


def _sources(one):
    reasons = [why for why in one.for_ + one.against if why.counted]
    return tuple(dict.fromkeys(why.source_key for why in reasons[:_MOST_REASONS]))


def _flag_source(flag):
    return (flag.source_key,) if flag else ()


def step_options(case):
    """Return the five next steps: the same in every case. With a lost root function two can be defended."""
    flag, order = flag_of(case), list(words.STEPS)
    wanted, deficit = order.index(case.next_step), has_deficit(case)
    made = []
    for key, text in words.STEPS.items():
        also = key == "soon" and deficit and not flag
        feedback = words.STEP_SOON_DEFICIT if also else _step(order.index(key) - wanted, flag, deficit)
        made.append(Option(key, text, also or key == case.next_step, feedback, _flag_source(flag)))
    return made


def has_deficit(case):
    """Return whether feeling, strength or reflex of a root is lost: then somebody has to keep watch."""
    return any(case.answers.get(key) == "present" for key in ("feeling-lost", "weakness", "reflex-lost"))


def _step(far, flag, deficit):
    if not flag:
        treat = words.STEP_TREAT + words.STEP_DEFICIT * deficit
        return words.STEP_NEEDLESS if far else treat
    sentence = words.STEP_RIGHT if not far else words.STEP_TOO_FAST if far > 0 else words.STEP_TOO_SLOW
    return sentence.format(action=flag.action)
