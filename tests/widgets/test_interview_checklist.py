"""The interview form: the questions of the tables, in order, with traceable reasons; nothing is kept."""

import json

import pytest
import traitlets

from gluteal.catalogue import load
from gluteal.catalogue.causes import interview_questions
from gluteal.widgets import InterviewChecklist
from gluteal.widgets.interview_records import PARTS, interview_records


def asked():
    return [one for part in interview_records()["parts"] for one in part["questions"]]


def test_every_question_of_the_table_is_on_the_page_once_and_in_its_order():
    assert [one["id"] for one in asked()] == list(interview_questions())
    assert {one.part for one in interview_questions().values()} == set(PARTS)
    assert [one["id"] for one in interview_records()["flags"]] == list(load().red_flags)


def test_a_reason_has_a_source_and_a_grade_or_is_called_a_teaching_question():
    for one in interview_questions().values():
        assert (one.basis == "source") == bool(one.source_key) == bool(one.grade), one.id
    for one in asked():
        assert bool(one["sources"]) == (one["symbol"] != "T"), one["id"]


def test_what_is_written_is_no_trait_so_that_no_notebook_can_keep_it():
    state = InterviewChecklist().get_state()
    own = {name for name in state if not name.startswith("_")} - {"layout", "tabbable", "tooltip"}
    assert own == {"records"}
    assert len(json.dumps(state["records"])) < 20_000


def test_the_questions_cannot_be_changed_from_outside():
    with pytest.raises(traitlets.TraitError):
        InterviewChecklist().records = {}


def test_the_sentence_of_the_widget_counts_what_it_asks():
    assert repr(InterviewChecklist()) == (
        f"Interview for possible causes: {len(load().red_flags)} questions about red flags, "
        f"{len(interview_questions())} on possible causes in {len(PARTS)} parts"
    )
