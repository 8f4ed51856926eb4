"""The instructor's key: the answers of every student's sheet, as a page that prints and as a table."""

import html
import re

from gluteal.publish.embed import TEMPLATES
from gluteal.publish.handout_page import whole
from gluteal.publish.tables import table_text

A_PAGE = 200
"""So many students stand on one page of the key; a larger class gets several."""
HEAD = "student_id", "name", "seed", "number", "item", "question", "answer", "reason", "sources"


def files(students, load):
    """Yield the files of the key, name and content; no more than a page of students is held in memory.

    Parameters
    ----------
    students : list
        Those with a key, in the order of the roster.
    load : callable
        Student → record.

    Yields
    ------
    (str, str or iterable of str)
        ``key.csv`` and ``key.html``; or ``key-1.html``, ``key-2.html``, … for a large class.
    """
    if not students:
        return
    yield "key.csv", ("\ufeff" * (not place) + text for place, text in enumerate(lines(students, load)))
    parts = [students[start : start + A_PAGE] for start in range(0, len(students), A_PAGE)]
    for number, part in enumerate(parts, start=1):
        name = f"key-{number}.html" if len(parts) > 1 else "key.html"
        records = [load(one) for one in part]
        yield name, page(records, records[0]["key"]["title"])


def lines(students, load):
    """Yield the table in pieces of text: the header, then each student's rows."""
    yield table_text([HEAD])
    for one in students:
        yield table_text(rows(load(one)))


def rows(record):
    """Yield the rows of a student, one for each question."""
    for one in record["key"]["answers"]:
        told = [plain(one[name]) for name in ("stem", "answer", "reason", "sources")]
        yield record["id"], record["name"], record["key"]["seed"], one["number"], one["item"], *told


def plain(text):
    """Return HTML as text in one line.

    Examples
    --------
    >>> plain("<b>A</b> skin &amp; fat<br><b>B</b> bone")
    'A skin & fat; B bone'
    """
    text = re.sub(r"<br>|</p>\s*<p>", "; ", text)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", text))).strip()


def page(records, title):
    """Return a page of the key.

    Parameters
    ----------
    records : list of dict
    title : str
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    body = made.get_template("handout-key.html.j2").render(
        records=records, title=title, reasons=reasons(records)
    )
    return whole(f"Key: {title}", body)


def reasons(records):
    """Return the questions of the bank that these students have, each once, in order of their ids."""
    answers = [one for record in records for one in record["key"]["answers"] if one["item"]]
    return [one for _, one in sorted({one["item"]: one for one in answers}.items())]
