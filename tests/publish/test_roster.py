"""The roster: what schools' systems export is read, and every fault is told with its row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gluteal.publish import roster
from gluteal.publish.roster import RosterError, Student


def wrote(tmp_path, content):
    """Write a roster, text as UTF-8, and return its path."""
    path = tmp_path / "roster.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(tmp_path, content):
    """Return what is said about a roster that cannot be used."""
    with pytest.raises(RosterError) as error:
        roster.read(wrote(tmp_path, content))
    return str(error.value)


@pytest.mark.parametrize(
    "content",
    [
        "id,name\n1,Zoë Weiß\n2,Jo\n",
        "\ufeffid;name\r\n1;Zoë Weiß\r\n2;Jo\r\n",
        "Student ID\tFirst name\tLast name\n1\tZoë\tWeiß\n2\tJo\t\n",
        "ID number,Full name,Group\n1,  Zoë   Weiß ,a\n\n2,Jo,b\n",
        "id;name\n1;Zoë Weiß\n2;Jo\n".encode("cp1252"),
        "id,name\n1,Zoë Weiß\n2,Jo\n".encode("utf-16"),
        "id,name\n1,Zoe\u0308 Weiß\n2,Jo\n",
    ],
)
def test_what_schools_export_is_read(tmp_path, content):
    assert roster.read(wrote(tmp_path, content)) == [Student("1", "Zoë Weiß"), Student("2", "Jo")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,name\n1,A\n2,B\n1,C\n", "row 4: the id 1 is also in row 2"),
        ("id,name\nAb,A\naB,B\n", "row 3: the id aB is also in row 2"),
        ("id,name\n1,\n", "row 2: the name of 1 is empty"),
        ("id,name\n,A\n", "row 2: the id is empty"),
        ("id,name\n", "names no student"),
        ("", "columns id and name"),
        ("number,who\n1,A\n", "it has number, who"),
        ("id,name\n1,A\x07\n", "unreadable character"),
        ("id,name\n1,M\ufffdller\n", "a letter was lost"),
        (f"id,name\n1,{'x' * 200}\n", "longer than"),
        (b"PK\x03\x04workbook", "save it there as CSV"),
        (b"id,name\n1,A\0\n", "letters of roster.csv cannot be read"),
        ('id,name\n1,"A\n2,B\n', "quotation marks"),
    ],
)
def test_a_fault_is_told_with_its_row_and_a_remedy(tmp_path, content, said):
    assert said in refused(tmp_path, content)


def test_many_faults_are_told_at_once_and_the_rest_counted(tmp_path):
    said = refused(tmp_path, "id,name\n" + "x,A\n" * 40)
    assert said.count("\n") == roster.SHOWN + 1 and f"and {39 - roster.SHOWN} more" in said


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(RosterError, match="There is no file"):
        roster.read(tmp_path / "none.csv")


def test_a_hundred_thousand_rows_are_read_and_each_has_its_own_files(tmp_path):
    rows = "".join(f"s{number},Jo {number % 7}\n" for number in range(100_000))
    students = roster.read(wrote(tmp_path, "id,name\n" + rows))
    assert len(students) == len({student.stem for student in students}) == 100_000


def test_more_rows_than_any_class_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(roster, "MOST_ROWS", 3)
    assert "more than 3 rows" in refused(tmp_path, "id,name\n" + "".join(f"{n},A\n" for n in range(9)))


@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_no_name_leads_out_of_the_folder(name, own):
    stem = Student(own, name).stem
    assert stem.isascii() and all(one.isalnum() or one == "-" for one in stem) and not stem.startswith("-")


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_different_ids_have_different_files(one, other):
    if one.casefold() != other.casefold():
        assert Student(one, "Jo").stem != Student(other, "Jo").stem


def test_the_seed_is_that_of_course_and_id_for_ever():
    assert Student("s001", "Ada").seed(7) == Student("s001", "Renamed").seed(7) == 759379304
    assert Student("s001", "Ada").seed(8) != 759379304 != Student("s002", "Ada").seed(7)
