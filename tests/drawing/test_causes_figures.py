"""The figures on causes show what the tables say, every finding with its source, and hide nothing."""

import pytest
from matplotlib.patches import Circle

from gluteal.catalogue import load, name_of
from gluteal.catalogue.causes import cause_evidence, causes
from gluteal.drawing import association, causes_chart, claim_weighed


def said(drawn):
    return " ".join(one.get_text().replace("\n", " ") for one in drawn.texts)


@pytest.fixture(scope="module")
def weighed():
    return claim_weighed.claim_weighed()


@pytest.fixture(scope="module")
def chart():
    return causes_chart.causes_chart()


def test_a_hundred_people_twice_filled_as_the_study_counted():
    fact = load().facts[association.FACT]
    healthy = float(fact.comparator.split(" %")[0])
    assert (round(fact.value), round(healthy)) == association.SEEN_PER_100
    drawn = association.association_is_not_cause()
    dots = [one.get_label() for one in drawn.findobj(Circle)]
    assert (dots.count("with"), dots.count("without")) == (78, 122)


def test_the_four_stories_have_their_arrows_and_say_how_to_test_them():
    drawn = association.association_is_not_cause()
    arrows = [one for one in drawn.artists if one.get_label() == "arrow"]
    assert len(arrows) == sum(len(story.arrows) for story in association.STORIES) == 6
    for story in association.STORIES:
        assert name_of(f"association-{story.key}-test") in said(drawn)


def test_every_finding_on_the_article_s_claim_is_in_the_table_with_its_three_marks(weighed):
    rows = [one for every in claim_weighed.groups().values() for one in every]
    yes = sum(one.measured_points + one.compared + one.order_seen for one in rows)
    marks = [one.get_label() for one in weighed.lines if one.get_label() in ("yes", "no")]
    wanted = len(claim_weighed.MARKS_PT)
    assert marks.count("yes") == yes + wanted
    assert len(marks) == 3 * (len(rows) + 1)
    for one in rows:
        assert one.words in said(weighed) and one.fact.source.short in said(weighed)


def test_the_claim_is_weighed_with_the_words_of_the_article(weighed):
    named = {cause.article_words for cause in causes().values()} - {""}
    assert named == {"Low back condition", "Muscle imbalance", "Instability of the pelvis"}
    assert all(f"“{words}”" in said(weighed) for words in named)


def test_both_sides_of_every_cause_are_shown_and_empty_sides_are_named(chart):
    for one in cause_evidence().values():
        assert one.words in said(chart), one.id
    for cause in causes().values():
        assert cause.name in said(chart) and cause.verdict in said(chart)
    empty = [c for c in causes().values() if not any(one.side == "against" for one in c.evidence)]
    assert said(chart).count(name_of("causes-none")) == len(empty)


def test_the_sign_of_trigger_points_stands_where_they_were_looked_for_and_only_there(chart):
    body = said(chart).replace(name_of("causes-note"), "")
    looked = [one for one in cause_evidence().values() if one.measured_points]
    assert body.count(name_of("causes-points")) == len(looked)
