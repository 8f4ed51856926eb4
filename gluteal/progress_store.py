"""The progress file of this learner, shared by all notebooks that are open at the same time.

Every change reads the file again, unites what it holds with what this session knows, and writes the union
under a lock, so two notebooks never overwrite each other's answers. A file that cannot be read is renamed
and kept; the lesson goes on with a new one. Where nothing can be written the lesson goes on as well.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gluteal import paths
from gluteal.progress import Progress, ProgressError, read, write

FILE_NAME = "progress.json"
PATIENCE_S = 3.0


class Store:
    """The record on disk.

    Parameters
    ----------
    path : Path, optional
        The file; ``progress.json`` in the learner's folder by default.

    Attributes
    ----------
    notice : str
        What the learner should know about the file; empty when all is well.

    Examples
    --------
    >>> import tempfile
    >>> store = Store(Path(tempfile.mkdtemp()) / "progress.json")
    >>> store.load().attempts
    ()
    """

    def __init__(self, path: Path | str | None = None):
        self.path = Path(path) if path else paths.work_dir() / FILE_NAME
        self.notice = ""
        self._known = Progress()

    def load(self) -> Progress:
        """Return the record: what the file holds united with what this session knows. Never raises."""
        try:
            self._known = self._known.merge(self._read())
        except ProgressError as error:
            self.notice = str(error)
        return self._known

    def merge(self, progress: Progress) -> Progress:
        """Add to the record and write it.

        Raises
        ------
        ProgressError
            When it cannot be written; it is then known to this session only.
        """
        return self._change(lambda known: known.merge(progress))

    def adopt(self, progress: Progress) -> Progress:
        """Take in a record that the learner imports. Raises as `merge` does."""
        return self._change(lambda known: known.adopt(progress))

    def _change(self, change: Callable[[Progress], Progress]) -> Progress:
        self._known = change(self._known)
        with _locked(self.path.with_suffix(".lock")):
            stored = self._read()
            self._known = change(self._known.merge(stored))
            if self._known != stored:
                write(self.path, self._known)
        return self._known

    def _read(self) -> Progress:
        if not self.path.exists():
            return Progress()
        try:
            return read(self.path)
        except ProgressError as error:
            aside = _keep_aside(self.path)
            self.notice = f"{error}. It is kept as {aside.name}, and a new record was started."
            return Progress()


def _keep_aside(path: Path) -> Path:
    """Rename a file that cannot be read to ``progress.damaged-1.json``, or the next free number."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}.json")).exists():
        number += 1
    try:
        return path.rename(aside)
    except OSError as error:
        reason = error.strerror or "it is in use"
        raise ProgressError(f"{path.name} cannot be read and cannot be renamed either: {reason}") from None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock that the operating system gives back when a kernel dies."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = open(path, "a+b")  # noqa: SIM115 - closed below, when the lock is given back
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise ProgressError(
            f"your answers could not be kept in the folder {path.parent.name}: {reason}"
        ) from None
    with file:
        _wait_for(file.fileno())
        try:
            yield
        finally:
            _unlock(file.fileno())


def _wait_for(descriptor: int) -> None:
    end = time.monotonic() + PATIENCE_S
    while not _try_lock(descriptor):
        if time.monotonic() > end:
            raise ProgressError(
                "another notebook keeps the progress file busy; your next answer is kept with this one"
            )
        time.sleep(0.02)


if os.name == "nt":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
