"""One set-up at a time: ``make lab`` and ``make test`` may be started together."""

import contextlib
import os
import time

from .speech import say

if os.name == "nt":
    import msvcrt

    def _take(handle) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def only_one(path):
    """Hold ``path`` while the block runs; wait while another process does. A crash lets go of it."""
    with open(path, "a") as handle:
        handle.seek(0)
        _wait_for(handle)
        yield


def _wait_for(handle) -> None:
    told = False
    while True:
        try:
            return _take(handle)
        except OSError:
            if not told:
                say("Another set-up is running in this folder: waiting for it to finish.")
            told = True
            time.sleep(0.5)
