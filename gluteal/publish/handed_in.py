"""A folder of files that people handed in."""

import os
from pathlib import Path

from gluteal.publish.embed import PublishError

_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})


def names(folder, what, without=None):
    """Return every file in a folder and below it, relative to it, sorted.

    Parameters
    ----------
    folder : path
    what : str
        What is handed in, for the sentence when nothing is there: "saved drawings".
    without : Path, optional
        A folder to leave out: that of an earlier report.

    Raises
    ------
    PublishError
        When there is no such folder, or nothing in it.
    """
    folder = Path(folder)
    if not folder.is_dir():
        problem = "is a file" if folder.exists() else "does not exist"
        raise PublishError(f"{folder} {problem}; name the folder that holds the {what}.")
    found = sorted(_walked(folder, without.resolve() if without else None))
    if not found:
        raise PublishError(f"There is no file in {folder}; put the {what} there (.json).")
    return found


def _walked(folder, without):
    for place, below, files in os.walk(folder):
        below[:] = [one for one in below if one[0] != "." and Path(place, one).resolve() != without]
        inner = Path(place).relative_to(folder)
        for one in files:
            if one[0] != "." and one.lower() not in _OF_THE_SYSTEM:
                yield (inner / one).as_posix()
