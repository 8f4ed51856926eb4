"""The list of a class: a table of ids and names, read from whatever a school's system exports."""

import csv
import hashlib
import io
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from gluteal.publish.embed import PublishError

MOST_ROWS = 200_000
LONGEST_ID, LONGEST_NAME = 80, 160
SHOWN = 12
"""So many faults are told at once; the rest are counted."""
ID_HEADS = ("id", "student_id", "id_number", "student_number", "matriculation_number", "username")
NAME_HEADS = ("name", "student_name", "full_name", "display_name")
FIRST_HEADS = ("first_name", "given_name", "forename")
LAST_HEADS = ("last_name", "surname", "family_name")


class RosterError(PublishError):
    """The roster cannot be used. The message names the rows and says what to do."""


@dataclass(frozen=True, slots=True)
class Student:
    """One row of the roster.

    Attributes
    ----------
    id, name : str
        In Unicode's composed form, blanks made single.
    """

    id: str
    name: str

    @property
    def stem(self):
        """Beginning of this student's file names: letters, digits and hyphens only, different for each id.

        Examples
        --------
        >>> Student("17", "Zoë Ångström").stem, Student("a/b", "../../Jo").stem
        ('zoe-angstrom-17', 'jo-a-b-c14cdd')
        """
        own = slug(self.id)
        if own != self.id.casefold():
            own = f"{own}-{hashlib.sha256(self.id.encode()).hexdigest()[:6]}".strip("-")
        return f"{slug(self.name)[:48].strip('-') or 'student'}-{own}"

    def seed(self, course):
        """Return this student's own seed: the same id in the same course has the same one everywhere.

        The first 32 bits of the SHA-256 of the text ``gluteal-handout-1|COURSE|ID``.

        Parameters
        ----------
        course : int or str
            The seed of the course.

        Examples
        --------
        >>> Student("s001", "Ada").seed(7)
        759379304
        """
        text = f"gluteal-handout-1|{course}|{self.id}"
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def slug(text):
    """Return a text as lower-case Latin letters and digits with hyphens between them; may be empty.

    Examples
    --------
    >>> slug("Müller/Weiß, Jo")
    'muller-weiss-jo'
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read(path):
    """Read a roster: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.

    Parameters
    ----------
    path : path
        Its header names an id (``id``, ``student_id``, ``ID number``, …) and a name (``name``, ``full name``,
        or ``first name`` and ``last name``). Other columns are left alone.

    Returns
    -------
    list of Student
        In the order of the file.

    Raises
    ------
    RosterError
        With every fault that was found: row, what is wrong, what to do.
    """
    path = Path(path)
    rows = _rows(_text(path), path.name)
    _, head = next(rows, (1, []))
    pick = _columns([_head(cell) for cell in head], path.name)
    students, faults, seen = [], [], {}
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        student = pick(row)
        faults += [f"row {number}: {fault}" for fault in _faults(student, number, seen)]
        students.append(student)
        if len(students) > MOST_ROWS:
            raise RosterError(f"{path.name} has more than {MOST_ROWS:,} rows; is it the right file?")
    _refuse(faults, path.name)
    if not students:
        raise RosterError(f"{path.name} names no student: there is no row under its header. Add one each.")
    return students


def _text(path):
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise RosterError(f"There is no file {path}; look for its name and folder.") from None
    except OSError as error:
        raise RosterError(f"{path} cannot be opened ({error.strerror or 'not readable'}).") from None
    if raw[:2] in (b"PK", b"\xd0\xcf"):
        raise RosterError(f"{path.name} is a spreadsheet program's workbook; save it there as CSV (UTF-8).")
    return _decoded(raw, path.name)


def _decoded(raw, name):
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codes = ("utf-16",)
    elif b"\0" in raw:
        codes = ()
    else:
        codes = ("utf-8-sig", "cp1252")
    for code in codes:
        try:
            return raw.decode(code)
        except UnicodeError:
            continue
    raise RosterError(f"The letters of {name} cannot be read; save the table as CSV in UTF-8.")


def _rows(text, name):
    """Yield number and cells of each row; the number is that of its last line in the file."""
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in table:
            yield table.line_num, row
    except csv.Error as error:
        raise RosterError(
            f"{name}, row {table.line_num}: it is no row of a table ({error}); look at its quotation marks."
        ) from None


def _head(cell):
    return re.sub(r"[^a-z0-9]+", "_", cell.casefold().replace("\ufeff", "")).strip("_")


def _columns(heads, name):
    """Return how to make a student of a row."""

    def place(known):
        return next((heads.index(one) for one in known if one in heads), None)

    own, whole, first, last = map(place, (ID_HEADS, NAME_HEADS, FIRST_HEADS, LAST_HEADS))
    parts = [whole] if whole is not None else [one for one in (first, last) if one is not None]
    if own is None or not parts:
        found = ", ".join(filter(None, heads)) or "nothing"
        raise RosterError(
            f"{name} needs a header with the columns id and name in its first row; it has {found[:200]}."
        )
    return lambda row: Student(_cell(row, [own]), _cell(row, parts))


def _cell(row, places):
    text = " ".join(row[place] for place in places if place < len(row))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _faults(student, number, seen):
    """Yield what is wrong with a row, and note its id."""
    if not student.id:
        yield "the id is empty; give this student one that nobody else has"
    if not student.name:
        yield f"the name of {student.id or 'this student'} is empty; write it there"
    if len(student.id) > LONGEST_ID or len(student.name) > LONGEST_NAME:
        yield f"id or name is longer than {LONGEST_ID} or {LONGEST_NAME} characters; is a comma missing?"
    if bad := [one for one in student.id + student.name if unicodedata.category(one) in ("Cc", "Co", "Cs")]:
        yield f"id or name holds an unreadable character ({bad[0]!r}); save the table as CSV in UTF-8"
    if "\ufffd" in student.id + student.name:
        yield "a letter was lost (�) before the file came here; save the table anew as CSV in UTF-8"
    key = student.id.casefold()
    if key and key in seen:
        yield f"the id {student.id} is also in row {seen[key]}; keep one of the two"
    seen.setdefault(key, number)


def _refuse(faults, name):
    if faults:
        more = f"\n  and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        said = "\n  ".join(faults[:SHOWN])
        raise RosterError(f"{name} cannot be used; nothing was made:\n  {said}{more}")
