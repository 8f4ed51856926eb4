"""Files of pain drawings: read with a sentence for every fault, written so that nothing else is lost."""

import json
import os
import tempfile
from pathlib import Path

from gluteal.models.pain_drawing import DrawingError, PainDrawing, from_json

LARGEST_FILE_BYTES = 2_000_000
"""A drawing in which every cell of every chart is a run of its own takes less than a third of this."""


def read(path: Path | str) -> PainDrawing:
    """Read a saved drawing, in UTF-8 or as some editors save it (with a byte order mark, UTF-16).

    Parameters
    ----------
    path : path

    Raises
    ------
    DrawingError
        When there is none, or it is damaged, foreign, too large or from a newer edition. The message names
        the file. The file is left as it is.
    """
    path = Path(path)
    try:
        return from_json(_parsed(_bytes(path)))
    except DrawingError as error:
        raise DrawingError(f"{path.name} cannot be used: {error}") from None
    except FileNotFoundError:
        raise DrawingError(f"there is no file {path.name}; look for its name and folder") from None
    except OSError as error:
        reason = error.strerror or "it is not readable"
        raise DrawingError(f"{path.name} cannot be opened ({reason}); look whether it may be read") from None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE_BYTES + 1)
    if len(content) > LARGEST_FILE_BYTES:
        raise DrawingError("it is too large to be a pain drawing; choose another file")
    if not content.strip():
        raise DrawingError("it is empty; save the drawing again")
    return content


def _parsed(content: bytes):
    try:
        return json.loads(content, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise DrawingError("its letters cannot be read; save it as UTF-8") from None
    except (ValueError, RecursionError):
        reason = "it is not complete JSON (it may have been cut off or edited)"
        raise DrawingError(f"{reason}; save the drawing again") from None


def _no_number(word: str) -> None:
    raise ValueError(word)


def write(path: Path | str, drawing: PainDrawing, overwrite: bool = False) -> Path:
    """Write a drawing so that a crash leaves either the old file or the new one, never half of it.

    Parameters
    ----------
    path : path
    drawing : PainDrawing
    overwrite : bool
        Replace another drawing. A file that is no drawing is never replaced.

    Raises
    ------
    DrawingError
        When something else is there, or the folder cannot be written.
    """
    path = Path(path)
    text = json.dumps(drawing.to_json(), allow_nan=False) + "\n"  # ASCII: no editor can spoil it
    _check_free(path, drawing, overwrite)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise DrawingError(
            f"the drawing could not be kept as {path.name} ({reason}); choose another folder"
        ) from None
    return path


def _check_free(path: Path, drawing: PainDrawing, overwrite: bool) -> None:
    """Refuse to lose what is there: another drawing unless that is wanted, anything else in any case."""
    if not path.exists():
        return
    try:
        before = read(path)
    except DrawingError:
        raise DrawingError(
            f"there is something else at {path.name}, which is no pain drawing; choose another name"
        ) from None
    if before != drawing and not overwrite:
        raise DrawingError(
            f"there is another drawing at {path.name}; choose another name, or say overwrite=True"
        )


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
