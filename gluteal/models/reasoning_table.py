"""The reasoning model as plain lists, for a page that adds whole numbers and knows nothing of the subject."""

from gluteal.catalogue import load
from gluteal.models import reasoning_words as words
from gluteal.models.reasoning_rules import (
    ANSWERS,
    CLOSE_POINTS,
    TELLING_POINTS,
    TELLING_QUESTIONS,
    URGENCIES,
    rules,
)

VERSION = 1


def ranking_table():
    """Return everything a page needs to rank as `rank` does, with integer arithmetic only.

    Returns
    -------
    dict
        Of plain lists, dicts, strings and whole numbers; order lives in lists. Places in lists stand for ids.

        ``features``: ``id, section, group`` (a place in ``groups``), ``name, question, present, absent,
        test`` (id or empty), ``redFlags`` (places), ``symptom`` (of the article, or 0), ``note``.
        ``groups``: ``id, name, why``.
        ``hypotheses``: ``id, name, short, kind, prior, reason, grade, source``.
        ``weights``: ``[hypothesis, feature, answer (0 present, 1 absent), points, study (1 or 0), sentence,
        grade, source]``, all as places in their lists.
        ``contradictions``: ``[feature, answer, feature, answer, sentence]``, the sentence in words.
        ``redFlags``: ``id, name, urgency, question, features, action, grade, source``, most urgent first.
        ``sources``: ``key, short, link, reference``. ``grades``: ``id, symbol, name, meaning``.
        ``closePoints, tellingPoints, tellingQuestions``: whole numbers. ``words``: sentences by key.

    Notes
    -----
    For each hypothesis start with ``prior``. For each group take, of the answers given, the largest points
    above 0 and the smallest below 0 (of equals the feature that comes first counts); add both. Sort by
    points, largest first; equals keep the order of ``hypotheses`` and share a place. An open question tells
    the leading two apart by ``abs(yes - no)``, where ``yes`` and ``no`` are the distances of their points
    with that answer added. Name those of ``tellingPoints`` or more, the most telling first, equals in the
    order of ``features``, at most ``tellingQuestions``.

    Examples
    --------
    >>> table = ranking_table()
    >>> table["features"][0]["question"]
    'Is the pain in the buttock?'
    """
    known, places = rules(), _Places()
    return {
        "version": VERSION,
        "features": [_feature(one, places) for one in known.features],
        "groups": [{"id": one.id, "name": one.name, "why": one.why} for one in known.groups],
        "hypotheses": [_hypothesis(one, places) for one in known.hypotheses],
        "weights": [_weight(one, places) for one in known.weights],
        "contradictions": [_contradiction(one, places) for one in known.contradictions],
        "redFlags": [_red_flag(one, places) for one in places.red_flags],
        "sections": list(dict.fromkeys(one.section for one in known.features)),
        "answers": list(ANSWERS),
        "sentences": list(places.sentences),
        "sources": [_source(key) for key in places.sources],
        "grades": [_grade(one) for one in places.grades],
        "closePoints": CLOSE_POINTS,
        "tellingPoints": TELLING_POINTS,
        "tellingQuestions": TELLING_QUESTIONS,
        "words": {key.lower(): text for key, text in vars(words).items() if key.isupper()},
    }


class _Places:
    """Ids to places, and the sentences and sources that were met."""

    def __init__(self):
        known = rules()
        self.red_flags = sorted(known.red_flags, key=lambda flag: URGENCIES.index(flag.urgency))
        self.grades = tuple(load().grades.values())
        self.of = {
            name: {one.id: place for place, one in enumerate(records)}
            for name, records in (
                ("hypothesis", known.hypotheses), ("feature", known.features), ("group", known.groups),
                ("red flag", self.red_flags), ("grade", self.grades),
            )
        }  # fmt: skip
        self.sentences, self.sources = {}, {}

    def sentence(self, text):
        return self.sentences.setdefault(text, len(self.sentences))

    def source(self, key):
        return self.sources.setdefault(key, len(self.sources))


def _feature(one, places):
    return {
        "id": one.id, "section": one.section, "group": places.of["group"][one.group_id],
        "name": one.name, "question": one.question, "present": one.present, "absent": one.absent,
        "test": one.test_id, "redFlags": [places.of["red flag"][key] for key in one.red_flag_ids],
        "symptom": one.article_symptom or 0, "note": one.note,
    }  # fmt: skip


def _hypothesis(one, places):
    return {
        "id": one.id, "name": one.name, "short": one.short_name, "kind": one.kind,
        "prior": one.prior_points, "reason": one.prior_reason,
        "grade": places.of["grade"][one.grade], "source": places.source(one.source_key),
    }  # fmt: skip


def _weight(one, places):
    return [
        places.of["hypothesis"][one.hypothesis_id], places.of["feature"][one.feature_id],
        ANSWERS.index(one.answer), one.points, int(one.basis == "study"),
        places.sentence(one.sentence), places.of["grade"][one.grade], places.source(one.source_key),
    ]  # fmt: skip


def _contradiction(one, places):
    feature = places.of["feature"]
    return [
        feature[one.first_feature_id], ANSWERS.index(one.first_answer),
        feature[one.second_feature_id], ANSWERS.index(one.second_answer), one.sentence,
    ]  # fmt: skip


def _red_flag(one, places):
    return {
        "id": one.id, "name": one.name, "urgency": one.urgency, "question": one.question,
        "features": one.features, "action": one.action,
        "grade": places.of["grade"][one.grade], "source": places.source(one.source_key),
    }  # fmt: skip


def _source(key):
    source = load().sources[key]
    return {"key": key, "short": source.short, "link": source.link, "reference": source.reference}


def _grade(one):
    return {"id": one.id, "symbol": one.symbol, "name": one.name, "meaning": one.meaning}
