"""The key of a large class: several pages, one table, nothing held in memory that need not be."""

import csv
import io

from gluteal.publish import handout_key


def record(number):
    """Return the record of a student with one answer."""
    told = {"number": 1, "item": "01-a", "stem": "Which <b>one</b>?", "answer": "<b>A</b> =skin &amp; fat"}
    key = {"title": "T", "about": "", "seed": number, "answers": [told | {"reason": "", "sources": "X 2020"}]}
    return {"id": f"s{number}", "name": "=Jo", "key": key}


def test_a_large_class_has_several_pages_and_one_table():
    loaded = []
    found = handout_key.files(list(range(450)), lambda number: loaded.append(number) or record(number))
    name, table = next(found)
    rows = list(csv.DictReader(io.StringIO("".join(table).removeprefix("\ufeff"))))
    assert name == "key.csv" and len(rows) == 450 and rows[7]["student_id"] == "s7"
    assert rows[0]["answer"] == "A =skin & fat" and rows[0]["name"] == "'=Jo"
    loaded.clear()
    name, page = next(found)
    assert name == "key-1.html" and loaded == list(range(200)) and page.count("=Jo") == 200
    assert [name for name, _ in found] == ["key-2.html", "key-3.html"]


def test_nobody_with_a_key_has_no_key():
    assert not list(handout_key.files([], record))
