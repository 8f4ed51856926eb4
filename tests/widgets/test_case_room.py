"""The case room in Python: which cases it holds, what it sends to the page, what it refuses."""

import json
import zlib
from base64 import b64decode

import pytest
import traitlets

from gluteal.catalogue.cases import written_cases
from gluteal.models.case_generator import generate_case
from gluteal.models.case_stages import staged
from gluteal.widgets import CaseRoom
from gluteal.widgets.case_records import SAY, case_records


def sent(widget):
    """What the page gets, unpacked."""
    return json.loads(zlib.decompress(b64decode(widget.packed)))


def test_it_holds_one_case_several_or_all():
    assert CaseRoom("teacher").case_ids == ["teacher"] and CaseRoom("teacher").current == "teacher"
    assert CaseRoom("teacher", "roofer").case_ids == ["teacher", "roofer"]
    assert CaseRoom().case_ids == list(written_cases()) and CaseRoom().current == ""
    assert repr(CaseRoom()) == f"Case room: {len(written_cases())} cases"


def test_a_generated_case_is_the_one_of_its_seed():
    widget = CaseRoom(seed=7, difficulty="hard")
    assert sent(widget)["cases"] == json.loads(json.dumps([staged(generate_case(7, "hard"))]))
    assert repr(widget) == "Case room: Case 7, hard" and widget.current == "hard-7"


@pytest.mark.parametrize(
    ("arguments", "traits", "words"),
    [
        (("techer",), {}, "teacher"),
        ((), {"seed": -1}, "whole number"),
        ((), {"seed": 1, "difficulty": "hart"}, "hard"),
        (("teacher",), {"seed": 1}, "not both"),
        (("teacher",), {"current": "roofer"}, "it has teacher"),
        (("teacher",), {"decisions": {"roofer": {}}}, "teacher"),
    ],
)
def test_what_does_not_exist_says_what_does(arguments, traits, words):
    with pytest.raises(traitlets.TraitError, match=words):
        CaseRoom(*arguments, **traits)


def test_every_source_that_is_cited_is_sent():
    records = sent(CaseRoom())
    cited = {key for one in records["cases"] for stage in one["stages"] for option in stage["options"]
             for key in option["sources"]}  # fmt: skip
    cited |= {key for one in records["cases"] for key in one["source_keys"]}
    assert cited and cited <= set(records["sources"])


def test_the_menu_tells_no_diagnosis():
    """Titles and ids are all that is seen before a case is opened."""
    words = " ".join([*written_cases(), *(one["title"] for one in written_cases().values())]).lower()
    for hint in ("glute", "piriform", "tend", "arthr", "radic", "fract", "flag", "urgent", "hip", "sciat"):
        assert hint not in words


def test_the_records_are_plain_and_small():
    records = case_records([staged(generate_case(1, "easy"))])
    assert json.loads(json.dumps(records)) == records
    assert len(CaseRoom().packed) < 60_000 and set(SAY) == set(records["say"])
