"""What a learner has answered: ``my_work/progress.json``.

The record is a list of attempts, one for each time a question was answered. Two records (page and kernel,
two notebooks, two computers) are merged by uniting their attempts, so nothing is lost and it does not matter
which comes first or how often. ``erased`` counts how often the learner emptied the record: of two records the
one that was emptied more often replaces the other, so that what was erased does not come back.

The browser keeps the same record in the same form (``widgets/common/store.js``); `gluteal.progress_store`
keeps the file.
"""

import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT = "gluteal-progress"
VERSION = 1
LARGEST_FILE_BYTES = 20_000_000
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class ProgressError(ValueError):
    """The record cannot be read or kept. The message is a sentence for the learner."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one question.

    Attributes
    ----------
    item : str
        Id of the question.
    answer : str, list, dict or float
        As ``data/quiz/README.md`` says for each kind.
    correct : bool or None
        Whether all of it was right; None where the question has no right answer.
    score : float or None
        Share that was right, 0 to 1.
    at : str
        When, UTC, ``2025-03-01T09:30:00.000Z``. Sorts as text.
    """

    item: str
    answer: Any
    correct: bool | None
    score: float | None
    at: str

    def __post_init__(self):
        if not isinstance(self.item, str) or not 0 < len(self.item) <= 120:
            raise ProgressError(f"an answer belongs to no question ({self.item!r})")
        if not isinstance(self.at, str) or not _TIME.fullmatch(self.at):
            raise ProgressError(f"the time {self.at!r} of an answer is not readable")
        if self.correct not in (True, False, None):
            raise ProgressError(f"an answer to {self.item!r} is neither right nor wrong")
        if self.score is not None and not (_is_number(self.score) and 0 <= self.score <= 1):
            raise ProgressError(f"the score {self.score!r} of {self.item!r} is not between 0 and 1")

    @property
    def key(self) -> str:
        """What two attempts share when they are the same one; sorts by time."""
        values = [_plain(value) for value in (self.answer, self.correct, self.score)]
        return f"{self.at} {self.item} {json.dumps(values, sort_keys=True)}"

    def to_json(self) -> dict[str, Any]:
        """Return the attempt as plain data."""
        return {name: getattr(self, name) for name in ("item", "answer", "correct", "score", "at")}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _plain(value: Any) -> Any:
    """1.0 and 1 are one number to a browser, so they must be one here."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    return value


def now() -> str:
    """Return the time in the form in which attempts keep it.

    Examples
    --------
    >>> len(now())
    24
    """
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything a learner has answered.

    Attributes
    ----------
    attempts : tuple of Attempt
        In order of time, each once.
    erased : int
        How often the record was emptied.

    Examples
    --------
    >>> one = Attempt("01-a", "b", False, 0.0, "2025-03-01T09:30:00.000Z")
    >>> two = Attempt("01-a", "c", True, 1.0, "2025-03-01T09:31:00.000Z")
    >>> both = Progress((two,)).merge(Progress((one,)))
    >>> both.first("01-a").answer, both.latest("01-a").answer
    ('b', 'c')
    """

    attempts: tuple[Attempt, ...] = ()
    erased: int = 0
    _of_item: dict[str, list[Attempt]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self):
        unique = {attempt.key: attempt for attempt in self.attempts}
        ordered = tuple(unique[key] for key in sorted(unique))
        object.__setattr__(self, "attempts", ordered)
        for attempt in ordered:
            self._of_item.setdefault(attempt.item, []).append(attempt)

    @property
    def items(self) -> tuple[str, ...]:
        """The questions that were answered, in the order of the first attempt."""
        return tuple(self._of_item)

    def of(self, item: str) -> tuple[Attempt, ...]:
        """Return all attempts at a question, earliest first."""
        return tuple(self._of_item.get(item, ()))

    def first(self, item: str) -> Attempt | None:
        """Return the first attempt at a question, or None."""
        return self._of_item[item][0] if item in self._of_item else None

    def latest(self, item: str) -> Attempt | None:
        """Return the newest attempt at a question, or None."""
        return self._of_item[item][-1] if item in self._of_item else None

    def only(self, item: str) -> "Progress":
        """Return the part of the record that is about one question."""
        return Progress(self.of(item), self.erased)

    def merge(self, other: "Progress") -> "Progress":
        """Return the union; the record that was emptied more often replaces the other."""
        if self.erased != other.erased:
            return max(self, other, key=lambda record: record.erased)
        return Progress(self.attempts + other.attempts, self.erased)

    def adopt(self, imported: "Progress") -> "Progress":
        """Return the record with another one taken in on purpose, whatever was emptied before."""
        return self.merge(Progress(imported.attempts, self.erased))

    def emptied(self) -> "Progress":
        """Return an empty record that replaces this one wherever the two meet."""
        return Progress((), self.erased + 1)

    def to_json(self) -> dict[str, Any]:
        """Return the record as plain data, as file and browser keep it."""
        answers = [attempt.to_json() for attempt in self.attempts]
        return {"format": FORMAT, "version": VERSION, "erased": self.erased, "answers": answers}


def from_json(record: Any) -> Progress:
    """Return the record that plain data describes.

    Raises
    ------
    ProgressError
        When it is none, or comes from a newer edition.
    """
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ProgressError("it is not a progress file of these lessons")
    version, erased, answers = record.get("version"), record.get("erased", 0), record.get("answers")
    if not isinstance(version, int) or version < 1:
        raise ProgressError("its version is not readable")
    if version > VERSION:
        raise ProgressError("it comes from a newer edition of the lessons; update this one first")
    if not isinstance(answers, list) or not isinstance(erased, int) or erased < 0:
        raise ProgressError("its list of answers is not readable")
    return Progress(tuple(_attempt(entry) for entry in answers), erased)


def _attempt(entry: Any) -> Attempt:
    if not isinstance(entry, dict) or not {"item", "answer", "at"} <= set(entry):
        raise ProgressError("some answers in it are not readable")
    return Attempt(entry["item"], entry["answer"], entry.get("correct"), entry.get("score"), entry["at"])


def read(path: Path | str) -> Progress:
    """Read a progress file.

    Raises
    ------
    ProgressError
        When there is none, or it is damaged, foreign or from a newer edition. The file is left as it is.
    """
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise ProgressError(f"{path.name} is too large to be a progress file")
        return from_json(json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number))
    except ProgressError as error:
        raise ProgressError(f"{path.name} cannot be read: {error}") from None
    except FileNotFoundError:
        raise ProgressError(f"there is no file {path.name}; look for its name and folder") from None
    except OSError as error:
        raise ProgressError(f"{path.name} cannot be opened ({error.strerror})") from None
    except (ValueError, RecursionError):
        reason = "it is not a complete progress file (it may have been cut off or edited)"
        raise ProgressError(f"{path.name} cannot be read: {reason}") from None


def _no_number(word: str) -> None:
    raise ValueError(word)


def write(path: Path | str, progress: Progress) -> Path:
    """Write a progress file so that a crash leaves either the old file or the new one, never half of it.

    Raises
    ------
    ProgressError
        When the folder cannot be written.
    """
    path = Path(path)
    text = json.dumps(progress.to_json(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise ProgressError(
            f"your answers could not be kept in {path.parent.name}/{path.name}: {reason}"
        ) from None
    return path


def _replace(path: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
