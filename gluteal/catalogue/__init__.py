"""The facts of the pack: the only reader of the tables in ``data``.

``load()`` returns the catalogue; its tables are mappings from id to record, and an id that is not there
raises a ``KeyError`` that names the nearest valid ones.
"""

from gluteal.catalogue.catalogue import Catalogue, load
from gluteal.catalogue.names import in_language, languages, name_of, phrase
from gluteal.catalogue.problem import CatalogueError, Problem
from gluteal.catalogue.table import Table, UnknownIdError

__all__ = [
    "Catalogue", "CatalogueError", "Problem", "Table", "UnknownIdError",
    "in_language", "languages", "load", "name_of", "phrase",
]  # fmt: skip
