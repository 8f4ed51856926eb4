"""`gluteal check` as a whole."""

import doctest

from gluteal import check
from gluteal.check import problems
from tests.check.spoiling import rows, save, set_cell


def test_the_pack_has_no_problem(root):
    assert [str(one) for one in problems(root)] == []


def test_many_faults_are_told_in_one_run(pack, root, capsys):
    set_cell(pack, "muscles.csv", 2, "group", "glutael")
    set_cell(pack, "muscle_facts.csv", 3, "source_key", "nobody1900")
    set_cell(pack, "test_facts.csv", 5, "unit", "furlong")
    (pack / "data/exercises.csv").write_bytes(b"")
    glossary = pack / "data/glossary.csv"
    save(glossary, rows(glossary), encoding="utf-8-sig", delimiter=";")
    assert check.main(pack) == 1
    out = capsys.readouterr().out
    for place in ("muscles.csv:2:", "muscle_facts.csv:3:", "test_facts.csv:5:", "exercises.csv:1:"):
        assert f"data/{place}" in out
    assert out.count("data/glossary.csv") == 1
    assert all(" → " in line for line in out.splitlines()[:-1])
    assert out.splitlines()[-1].endswith("problems.")


def test_a_clean_pack_says_so(root, capsys, monkeypatch):
    monkeypatch.setattr(check, "problems", lambda root=None: [])
    assert check.main(root) == 0
    assert capsys.readouterr().out == "No problem found in the data.\n"


def test_the_example_in_the_docstring_runs():
    assert doctest.testmod(check).failed == 0
