"""The reasoning tables: each fault is told with file, row, problem and remedy."""

import pytest

from tests.check.spoiling import added, only, row_of, rows, save, set_cell

WEIGHTS, FILE = "reasoning/weights.csv", "data/reasoning/weights.csv"
STUDY, TEACHING = "lumbar-radiculopathy-slump-present", "piriformis-sitting-present"


def spoilt(pack, root, file, id_, column, text):
    """Spoil one cell and return what is found, with the row."""
    row = row_of(pack, file, id_)
    set_cell(pack, file, row, column, text)
    return added(pack, root), row


@pytest.mark.parametrize(
    ("id_", "column", "text", "problem", "remedy"),
    [
        (STUDY, "points", "3", "a likelihood ratio of 2.8 is worth 2, not 3", "data/reasoning/README.md"),
        (STUDY, "basis", "teaching-weight", "basis and ratio do not fit", "a teaching weight none"),
        (TEACHING, "basis", "study", "basis and ratio do not fit", "a study names one"),
        (STUDY, "accuracy_id", "straight-leg-raise-capra2011", "no likelihood ratio of this", "name another"),
        (TEACHING, "points", "0", "the weight is 0", "delete the row"),
        (TEACHING, "points", "5", "above 4", "check the number"),
        (TEACHING, "feature_id", "siting", "unknown", "did you mean 'sitting'"),
    ],
)  # fmt: skip
def test_a_weight_that_does_not_follow_is_told(pack, root, id_, column, text, problem, remedy):
    found, row = spoilt(pack, root, WEIGHTS, id_, column, text)
    only(found, FILE, row, problem, remedy)


def test_a_ratio_of_the_wrong_answer_is_told(pack, root):
    id_ = "hip-osteoarthritis-stairs-present"
    found, row = spoilt(pack, root, WEIGHTS, id_, "fact_id", "hip-osteoarthritis-lr-younger-than-60")
    only(found, FILE, row, "no likelihood ratio of this answer", "name another")


def test_a_ratio_that_is_not_there_is_told(pack, root):
    id_ = "hip-osteoarthritis-stairs-present"
    found, row = spoilt(pack, root, WEIGHTS, id_, "fact_id", "hip-osteoarthritis-lr-stair")
    only(found, FILE, row, "unknown fact", "hip-osteoarthritis-lr-stairs")


def test_an_answer_that_is_weighed_twice_is_told(pack, root):
    path = pack / "data" / WEIGHTS
    table = rows(path)
    twin = ["twin", *table[row_of(pack, WEIGHTS, TEACHING) - 1][1:]]
    save(path, [*table, twin])
    only(added(pack, root), FILE, len(table) + 1, "weighed in row", "delete one of them")


def test_figures_of_two_studies_are_never_paired(pack, root):
    found, row = spoilt(
        pack, root, "reasoning/accuracy.csv", "straight-leg-raise-capra2011", "specificity_fact_id",
        "straight-leg-raise-specificity-slr-kigali",
    )  # fmt: skip
    pairing = [one for one in found if one.file == "data/reasoning/accuracy.csv"]
    only(pairing, "data/reasoning/accuracy.csv", row, "differ in target_condition", "never across studies")


def test_a_share_that_fits_no_number_of_people_is_told(pack, root):
    file = "reasoning/accuracy.csv"
    found, row = spoilt(pack, root, file, "seated-stretch-martin2014", "n_without", "3")
    only(found, f"data/{file}", row, "0.9 is no share of 3 people", "leave it empty")


def test_a_group_of_several_says_why(pack, root):
    file = "reasoning/groups.csv"
    found, row = spoilt(pack, root, file, "piriformis-tests", "why", "")
    only(found, f"data/{file}", row, "no reason", "fill why")


def test_a_pair_of_one_feature_is_told(pack, root):
    file = "reasoning/contradictions.csv"
    table = rows(pack / "data" / file)
    found, row = spoilt(pack, root, file, table[1][0], "second_feature_id", table[1][1])
    only(found, f"data/{file}", row, "the same feature", "name two features")


def test_a_condition_without_a_hypothesis_is_told(pack, root):
    path = pack / "data/differentials.csv"
    table = rows(path)
    save(path, [*table, ["sacral-fracture", "Sacral fracture", "bone", ""]])
    file = "data/differentials.csv"
    only(
        added(pack, root), file, len(table) + 1, "no hypothesis is about 'sacral-fracture'", "hypotheses.csv"
    )


def test_a_hypothesis_about_nothing_is_told(pack, root):
    file = "reasoning/hypotheses.csv"
    found, row = spoilt(pack, root, file, "piriformis", "kind", "mimic")
    only(found, f"data/{file}", row, "do not fit", "give muscle_ids to a muscle")
