"""What things are called, in English, in Latin, and in any language for which ``data/names`` has a table.

One id, one name, whatever it is: a structure, a landmark, a word in a figure, the title of a figure. English
names stand in those tables, Latin ones beside them. ``data/names/LANG.csv`` (``id,name``) gives another
language; an id that it leaves out stays English. ``data/names/la.csv`` gives the Latin words for what is no
anatomical name.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cache
from pathlib import Path

from gluteal.catalogue.catalogue import Catalogue, load
from gluteal.catalogue.cells import CellFault, read_cell
from gluteal.catalogue.files import read_table
from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.catalogue.schema import Field, TableSchema
from gluteal.catalogue.table import UnknownIdError

ENGLISH, LATIN = "en", "la"
FOLDER = "names"
_IN_USE = ContextVar("language", default=ENGLISH)
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
_FIELDS = (Field("id", required=True, pattern=r"[a-z0-9]+(-[a-z0-9]+)*"), Field("name", required=True))


def name_of(key: str, language: str | None = None) -> str:
    """Return the name of anything that is drawn.

    Parameters
    ----------
    key : str
        Id of a structure, a landmark, a word of the figures, or a figure (its title).
    language : str, optional
        Such as ``"en"``, ``"la"``; by default the one in use, see `in_language`.

    Raises
    ------
    KeyError
        When nothing has this id, or there is no such language; the message names the nearest.
    CatalogueError
        When the table of the language cannot be read; the message says where and what to do.

    Examples
    --------
    >>> name_of("piriformis", "la")
    'Musculus piriformis'
    >>> name_of("word-cranial")
    'cranial'
    """
    language = language or _IN_USE.get()
    english = english_names()
    if key not in english:
        raise UnknownIdError(f"nothing that is drawn has the id {key!r}; {suggestion(key, english)}")
    return english[key] if language == ENGLISH else names_in(language).get(key, english[key])


def phrase(text: str, language: str | None = None) -> str:
    """Return words that stand on a plate itself (where a muscle arises) in a language.

    Their id is that of `phrase_id`; without a translation the words stay as they are.

    Examples
    --------
    >>> phrase("side of the coccyx", "en")
    'side of the coccyx'
    """
    language = language or _IN_USE.get()
    return text if language == ENGLISH else names_in(language).get(phrase_id(text), text)


def phrase_id(text: str) -> str:
    """Return the id under which words of a plate are translated.

    Examples
    --------
    >>> phrase_id("sacrotuberous ligament (posterior surface)")
    'part-sacrotuberous-ligament-posterior-surface'
    """
    return "part-" + re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Use a language for every name that is asked for inside.

    Raises
    ------
    KeyError
        When there is no such language; the message names those there are.

    Examples
    --------
    >>> with in_language("la"):
    ...     name_of("femur")
    'Os femoris'
    """
    if language != ENGLISH:
        names_in(language)
    token = _IN_USE.set(language)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def languages(catalogue: Catalogue | None = None) -> tuple[str, ...]:
    """Return the codes of all languages: English, Latin, and those of the tables in ``data/names``.

    Examples
    --------
    >>> languages()[:2]
    ('en', 'la')
    """
    folder = (catalogue or load()).data_dir / FOLDER
    found = {path.stem for path in folder.glob("*.csv")} - {ENGLISH, LATIN}
    return (ENGLISH, LATIN, *sorted(found))


def english_names(catalogue: Catalogue | None = None) -> dict[str, str]:
    """Return id to English name of everything that has one."""
    return _english(catalogue or load())


def names_in(language: str, catalogue: Catalogue | None = None) -> dict[str, str]:
    """Return id to name in a language, without those that it lacks."""
    catalogue = catalogue or load()
    known = languages(catalogue)
    if language not in known:
        raise KeyError(
            f"unknown language {language!r}; choose from {', '.join(known)}, or put a table of names into "
            f"data/{FOLDER}/{language}.csv"
        )
    return _english(catalogue) if language == ENGLISH else _names(catalogue, language)


@cache
def _english(catalogue: Catalogue) -> dict[str, str]:
    tables = (catalogue.figure_words, catalogue.landmarks, catalogue.structures)
    titles = {figure.name: figure.title for figure in catalogue.figures.values()}
    return titles | {one.id: one.name for table in tables for one in table.values()}


@cache
def _names(catalogue: Catalogue, language: str) -> dict[str, str]:
    tables = (catalogue.landmarks, catalogue.structures) if language == LATIN else ()
    latin = {one.id: one.latin_name for table in tables for one in table.values()}
    path = catalogue.data_dir / FOLDER / f"{language}.csv"
    if language == LATIN and not path.is_file():
        return latin
    rows, problems = read_names(path, _english(catalogue))
    for problem in problems:
        raise CatalogueError(problem)
    return latin | {key: name for _, key, name in rows}


def read_names(path: Path, english: dict[str, str]) -> tuple[list[tuple[int, str, str]], list[Problem]]:
    """Read the table of a language.

    Parameters
    ----------
    path : Path
        ``data/names/LANG.csv``.
    english : dict
        Id to English name: where that has a place for a number, the other has to have it too.

    Returns
    -------
    (list of (int, str, str), list of Problem)
        Row number, id and name of each good row; every fault of the file.
    """
    file = f"data/{FOLDER}/{path.name}"
    if not _CODE.fullmatch(path.stem):
        remedy = "name it by the code of its language: de.csv, pt-br.csv"
        return [], [Problem(file, 1, f"{path.stem!r} is no code of a language", remedy)]
    raw = read_table(path.parent.parent, TableSchema(path.stem, f"{FOLDER}/{path.name}", _FIELDS, "id", {}))
    rows, problems, seen = [], [replace(one, file=file) for one in raw.problems], {}
    for number, cells in raw.rows:
        try:
            rows.append((number, *_entry(cells, seen, english)))
            seen[cells["id"]] = number
        except CellFault as fault:
            problems.append(Problem(file, number, fault.problem, fault.remedy))
    return rows, problems


def _entry(cells: dict[str, str], seen: dict[str, int], english: dict[str, str]) -> tuple[str, str]:
    key, name = (read_cell(field, cells[field.name]) for field in _FIELDS)
    if key in seen:
        raise CellFault(f"{key!r} is also in row {seen[key]}", "keep one of the two")
    wanted = english.get(key, name).count("{}")
    if name.count("{}") != wanted:
        raise CellFault(f"{name!r} has not {wanted} times {{}}", "put {} where the English words have it")
    return key, name
