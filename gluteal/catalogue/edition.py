"""Which edition of the lessons this is, to the last letter."""

import hashlib
from functools import lru_cache
from pathlib import Path

from gluteal import paths


@lru_cache
def edition():
    """Return a sum over the package and its data: two computers with the same one show the same.

    Examples
    --------
    >>> edition() == edition(), len(edition())
    (True, 16)
    """
    total = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for folder, kinds in ((package, {".py", ".css"}), (paths.data_dir(), {".csv", ".json", ".svg"})):
        for path in sorted(one for one in folder.rglob("*") if one.suffix in kinds):
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]
