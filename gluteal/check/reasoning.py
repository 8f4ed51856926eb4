"""The reasoning tables: weights that follow from what they name, figures that belong together."""

from collections import Counter
from collections.abc import Iterator
from math import copysign, floor, inf, log10
from typing import Any

from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import Problem
from gluteal.check.pack import Pack

MOST_POINTS, MOST_SECOND_HAND = 4, 2
SAME = ("test_id", "variant", "target_condition", "reference_standard", "source_key")
RATIO_OF = {"present": "positive-likelihood-ratio", "absent": "negative-likelihood-ratio"}
RESET = "set points as data/reasoning/README.md says"


def hypotheses(pack: Pack) -> Iterator[Problem]:
    """Yield hypotheses that name neither muscle nor condition, and conditions without a hypothesis."""
    named: set[str] = set()
    for table, row in pack.rows("hypotheses"):
        muscles, other = row.values.get("muscle_ids", ()), row.values.get("differential_id", "")
        named |= {*muscles, other}
        if (row.values.get("kind") == "muscle") != bool(muscles) or bool(muscles) == bool(other):
            remedy = "give muscle_ids to a muscle, differential_id to a mimic"
            yield table.problem(row, "kind, muscle_ids and differential_id do not fit", remedy)
    for name, column in (("differentials", "id"), ("trigger_points", "muscle_id")):
        for table, row in pack.rows(name):
            key = row.values.get(column)
            if key and named and key not in named:
                remedy = "add it to data/reasoning/hypotheses.csv"
                yield table.problem(row, f"no hypothesis is about {key!r}", remedy)


def groups(pack: Pack) -> Iterator[Problem]:
    """Yield groups that nobody belongs to, and groups of several that do not say why they depend."""
    sizes = Counter(row.values.get("group_id") for _, row in pack.rows("reasoning_features"))
    for table, row in pack.rows("reasoning_groups"):
        size = sizes[row.values.get("id")]
        if not size:
            yield table.problem(
                row, "no feature belongs to this group", "delete it, or name it in features.csv"
            )
        if size > 1 and row.values.get("why") == "":
            yield table.problem(row, "the group has several features and no reason", "fill why")


def accuracy(pack: Pack) -> Iterator[Problem]:
    """Yield pairs of figures that do not belong together, or do not fit the numbers of people."""
    facts = _facts(pack)
    for table, row in pack.rows("accuracy"):
        pair = [facts.get(row.values.get(f"{name}_fact_id"), {}) for name in ("sensitivity", "specificity")]
        for name, fact in zip(("sensitivity", "specificity"), pair, strict=True):
            if fact and (fact.get("property") != name or fact.get("value") is None):
                yield table.problem(
                    row, f"{name}_fact_id names no single {name}", "name the fact that holds it"
                )
        if all(pair):
            yield from (table.problem(row, *fault) for fault in _pair_faults(row.values, *pair))


def _pair_faults(row: dict, sens: dict, spec: dict) -> Iterator[tuple[str, str]]:
    apart = [column for column in SAME if sens.get(column) != spec.get(column)]
    if apart or row.get("test_id") != sens.get("test_id"):
        what = apart[0] if apart else "test_id"
        yield (
            f"the two figures differ in {what}",
            "pair figures of one test and one study, never across studies",
        )
    for fact, count in ((sens, row.get("n_with")), (spec, row.get("n_without"))):
        value = fact.get("value")
        if count and value is not None and abs(round(value * count) / count - value) > 0.01:
            yield f"{value:g} is no share of {count} people", "check the number, or leave it empty"


def weights(pack: Pack) -> Iterator[Problem]:
    """Yield weights whose basis, ratio and points do not fit, and answers that are weighed twice."""
    known, seen = _Ratios(pack), {}
    for table, row in pack.rows("reasoning_weights"):
        values = row.values
        key = tuple(values.get(name) for name in ("hypothesis_id", "feature_id", "answer"))
        if key in seen:
            yield table.problem(row, f"the answer is weighed in row {seen[key]} too", "delete one of them")
        seen.setdefault(key, row.number)
        if values.get("points") == 0:
            yield table.problem(row, "the weight is 0", "delete the row")
        yield from (table.problem(row, *fault) for fault in known.faults(values))


def contradictions(pack: Pack) -> Iterator[Problem]:
    """Yield pairs that name one feature twice, and pairs that stand twice."""
    seen: dict[Any, int] = {}
    for table, row in pack.rows("contradictions"):
        ends = [
            (row.values.get(f"{n}_feature_id"), row.values.get(f"{n}_answer")) for n in ("first", "second")
        ]
        if ends[0][0] == ends[1][0]:
            yield table.problem(row, "both ends are the same feature", "name two features")
        if frozenset(ends) in seen:
            problem = f"the pair stands in row {seen[frozenset(ends)]} too"
            yield table.problem(row, problem, "delete one of them")
        seen.setdefault(frozenset(ends), row.number)


def points_of(ratio: float, grade: str) -> int:
    """Return the points that a likelihood ratio is worth: 5 times its logarithm, rounded, and cut.

    Examples
    --------
    >>> points_of(5.2, "limited"), points_of(0.28, "limited"), points_of(37, "unverified"), points_of(0, "")
    (4, -3, 2, -4)
    """
    most = MOST_SECOND_HAND if grade == "unverified" else MOST_POINTS
    if ratio in (0, inf):
        return most if ratio else -most
    exact = 5 * log10(ratio)
    return int(max(-most, min(most, copysign(floor(abs(exact) + 0.5), exact))))


def _facts(pack: Pack) -> dict[str, dict]:
    tables = [name for name, table in pack.tables.items() if "value_text" in table.schema.columns]
    return {row.values.get("id"): row.values for name in tables for _, row in pack.rows(name)}


class _Ratios:
    """Where likelihood ratios are to be found."""

    def __init__(self, pack: Pack):
        self.facts = _facts(pack)
        self.ranks = {row.values.get("id"): row.values.get("rank", 0) for _, row in pack.rows("grades")}
        self.accuracy = {row.values.get("id"): row.values for _, row in pack.rows("accuracy")}
        self.tests = {row.values.get("id"): row.values for _, row in pack.rows("reasoning_features")}

    def faults(self, row: dict) -> Iterator[tuple[str, str]]:
        """Yield what does not fit in one weight."""
        named = [row[key] for key in ("accuracy_id", "fact_id") if row.get(key)]
        if (row.get("basis") == "study") != (len(named) == 1) or len(named) > 1:
            yield (
                "basis and ratio do not fit",
                "a study names one of accuracy_id and fact_id, a teaching weight none",
            )
        elif named and row.get("points") is not None:
            yield from self._of_study(row)

    def _of_study(self, row: dict) -> Iterator[tuple[str, str]]:
        key = row.get("fact_id")
        if key and key not in self.facts:
            yield f"fact_id names the unknown fact {key!r}", suggestion(key, self.facts)
            return
        ratio, grade = self._fact(row) if key else self._accuracy(row)
        if ratio is None:
            yield (
                "what is named holds no likelihood ratio of this answer",
                "name another, or set a teaching weight",
            )
        elif points_of(ratio, grade) != row["points"]:
            yield (
                f"a likelihood ratio of {ratio:.2g} is worth {points_of(ratio, grade)}, not {row['points']}",
                RESET,
            )

    def _fact(self, row: dict) -> tuple[float | None, str]:
        fact = self.facts[row["fact_id"]]
        fits = fact.get("property") == RATIO_OF.get(row.get("answer"))
        return (fact.get("value") if fits else None), fact.get("grade", "")

    def _accuracy(self, row: dict) -> tuple[float | None, str]:
        study = self.accuracy.get(row.get("accuracy_id"), {})
        pair = [self.facts.get(study.get(f"{name}_fact_id"), {}) for name in ("sensitivity", "specificity")]
        values = [fact.get("value") for fact in pair]
        test = self.tests.get(row.get("feature_id"), {}).get("test_id")
        if None in values or study.get("test_id") != test:
            return None, ""
        sens, spec = values
        above, below = (sens, 1 - spec) if row.get("answer") == "present" else (1 - sens, spec)
        weaker = max(pair, key=lambda fact: self.ranks.get(fact.get("grade"), 0))
        return (above / below if below else inf), weaker.get("grade", "")
