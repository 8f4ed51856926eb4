"""What each table must look like, read from ``datapackage.json``.

The schema has one home, the descriptor of the data package, and two readers: the catalogue here and the
Frictionless tools of anybody else. Two custom properties go beyond the Table Schema standard, and other
tools skip them: ``separator`` (the cell is a list) and ``listOf`` (each entry is a key of that table).
"""

import json
from dataclasses import dataclass
from pathlib import Path

from gluteal.catalogue.problem import CatalogueError, Problem

DESCRIPTOR = "datapackage.json"
RESTORE = "restore it from the repository"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, type and constraints, as in the Table Schema standard."""

    name: str
    type: str = "string"
    title: str = ""
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    separator: str = ""
    list_of: str = ""


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: file, columns, key, references to other tables.

    Attributes
    ----------
    references : dict
        Column to the table whose key its cell must name.
    optional : bool
        Whether the pack can be read without the file.
    """

    name: str
    path: str
    fields: tuple[Field, ...]
    primary_key: str
    references: dict[str, str]
    optional: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The header, in order."""
        return tuple(field.name for field in self.fields)


def read_schemas(data_dir: Path) -> dict[str, TableSchema]:
    """Return the schema of every table of the package in ``data_dir``.

    Raises
    ------
    CatalogueError
        When the descriptor is missing, is no JSON, or lacks a property.

    Examples
    --------
    >>> from gluteal.paths import data_dir
    >>> read_schemas(data_dir())["units"].columns
    ('id', 'symbol', 'name', 'dimension')
    """
    descriptor = _read_descriptor(data_dir / DESCRIPTOR)
    try:
        return {resource["name"]: _table(resource) for resource in descriptor["resources"]}
    except (KeyError, TypeError, AttributeError) as error:
        file = f"{data_dir.name}/{DESCRIPTOR}"
        raise CatalogueError(Problem(file, 1, f"a resource lacks {error}", RESTORE)) from None


def _read_descriptor(path: Path) -> dict:
    file = f"{path.parent.name}/{path.name}"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise CatalogueError(Problem(file, 1, "the file is missing", RESTORE)) from None
    except ValueError as error:
        row = getattr(error, "lineno", 1)
        raise CatalogueError(Problem(file, row, f"no valid JSON: {error}", "mend it there")) from None


def _table(resource: dict) -> TableSchema:
    schema = resource["schema"]
    keys = schema.get("foreignKeys", [])
    return TableSchema(
        name=resource["name"],
        path=resource["path"],
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=_only(schema["primaryKey"]),
        references={_only(key["fields"]): key["reference"]["resource"] or resource["name"] for key in keys},
        optional=resource.get("optional", False),
    )


def _field(field: dict) -> Field:
    constraints = field.get("constraints", {})
    return Field(
        name=field["name"],
        type=field["type"],
        title=field.get("title", ""),
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        enum=tuple(constraints.get("enum", ())),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        pattern=constraints.get("pattern", ""),
        separator=field.get("separator", ""),
        list_of=field.get("listOf", ""),
    )


def _only(names: str | list[str]) -> str:
    return names if isinstance(names, str) else names[0]
