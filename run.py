# -*- coding: utf-8 -*-
"""The one command of this repository: ``python run.py lab``, ``python run.py test``, ...

It needs nothing but Python: what it does is in ``tools/``. This file also has to be readable by every old
Python, because the first thing that a new computer needs may be the sentence that says which Python to get.
"""

import os
import subprocess
import sys

NEEDED = (3, 11)


def newer_python():
    """Return the name of a Python on this computer that is new enough, or None."""
    for minor in range(20, NEEDED[1] - 1, -1):
        name = "python3.%d" % minor
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            if is_new_enough(os.path.join(folder, name)):
                return name
    return None


def is_new_enough(path):
    """Tell whether ``path`` is a Python that starts and has the needed version."""
    if not os.path.exists(path):
        return False
    question = "import sys; sys.exit(sys.version_info < (%d, %d))" % NEEDED
    with open(os.devnull, "w") as nowhere:
        try:
            return subprocess.call([path, "-c", question], stdout=nowhere, stderr=nowhere) == 0
        except OSError:
            return False


def advice(found):
    """Return the sentence for a Python that is too old; ``found`` is the name of a better one, or None."""
    has = "These lessons need Python %d.%d or newer. This is Python %d.%d.\n" % (
        NEEDED + sys.version_info[:2]
    )
    command = " ".join(sys.argv[1:]) or "lab"
    if found:
        return has + "This computer also has %s. Type:  %s run.py %s\n" % (found, found, command)
    return (
        has + "Install a newer one from https://www.python.org/downloads/ and type the same command again.\n"
    )


if __name__ == "__main__":
    if sys.version_info[:2] < NEEDED:
        sys.stderr.write(advice(newer_python()))
        sys.exit(1)
    sys.dont_write_bytecode = True
    from tools.commands import main

    sys.exit(main(sys.argv[1:]))
