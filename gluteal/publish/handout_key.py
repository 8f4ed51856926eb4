"""The instructor's key: the answers of every student's sheet, as a page that prints and as a table."""

import html
import re

from gluteal.publish.embed import TEMPLATES
from gluteal.publish.handout_page import whole
from gluteal.publish.tables import table_text

A_PAGE = 200
"""So many students stand on one page of the key; a larger class gets several."""
HEAD = "student_id", "name", "seed", "number", "item", "question", "answer", "reason", "sources"


def files(records, title):
    """Return the files of the key: names and texts.

    Parameters
    ----------
    records : list of dict
        Of the students with a key, in the order of the roster.
    title : str
        What the handouts are about.

    Returns
    -------
    dict of str to str
        ``key.csv`` and ``key.html``; or ``key-1.html``, ``key-2.html``, … for a large class.
    """
    parts = [records[start : start + A_PAGE] for start in range(0, len(records), A_PAGE)]
    names = ["key.html"] if len(parts) == 1 else [f"key-{number}.html" for number in range(1, len(parts) + 1)]
    pages = {name: page(part, title) for name, part in zip(names, parts, strict=True)}
    return {"key.csv": "\ufeff" + table_text(rows(records)), **pages}


def rows(records):
    """Yield the rows of the table, one for each question of each student."""
    yield HEAD
    for record in records:
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
