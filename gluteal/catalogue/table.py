"""Look-up by id that helps when the id is wrong."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from gluteal.catalogue.nearest import suggestion

Entry = TypeVar("Entry")


class UnknownIdError(KeyError):
    """An id that is not in a table. The message names the nearest valid ids."""

    def __str__(self) -> str:
        # KeyError shows the repr of its argument, which would put the sentence in quotation marks.
        return str(self.args[0])


class Table(Mapping[str, Entry], Generic[Entry]):
    """The records of one table, by id, in the order of the file.

    Parameters
    ----------
    kind : str
        What one record is, in the singular: the word of the error message.
    records : dict
        Id to record.

    Raises
    ------
    UnknownIdError
        (a ``KeyError``) on look-up of an id that is not there.

    Examples
    --------
    >>> units = Table("unit", {"mm": "millimetre", "deg": "degree"})
    >>> units["mm"]
    'millimetre'
    >>> units["degs"]
    Traceback (most recent call last):
    gluteal.catalogue.table.UnknownIdError: unknown unit 'degs'; did you mean 'deg'?
    """

    __slots__ = ("_kind", "_records")

    def __init__(self, kind: str, records: dict[str, Entry]):
        self._kind = kind
        self._records = records

    def __getitem__(self, key: str) -> Entry:
        try:
            return self._records[key]
        except (KeyError, TypeError):
            raise UnknownIdError(f"unknown {self._kind} {key!r}; {suggestion(key, self._records)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __repr__(self) -> str:
        return f"Table of {len(self)}: {', '.join(list(self)[:5])}{', …' if len(self) > 5 else ''}"
