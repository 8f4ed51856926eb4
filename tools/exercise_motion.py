"""Write anew the stored movements whose poses or figure have changed: ``python -m tools.exercise_motion``.

With ``--all`` every line: after a change of how frames are worked out.
"""

import sys
from pathlib import Path

from gluteal import widgets
from gluteal.catalogue.exercise_poses import exercise_poses
from gluteal.widgets import exercise_motion as stored

FILE = Path(widgets.__file__).parent / stored.FILE


def write(every=False):
    """Write the file, line by line, so that a run that is stopped loses nothing.

    Parameters
    ----------
    every : bool

    Returns
    -------
    list of str
        The exercises worked out anew.
    """
    known = FILE.read_text().splitlines() if FILE.exists() else []
    lines = {line.split(" ")[0]: line for line in known if line}
    stale = [one for one in exercise_poses() if every or stored.digest(one) not in lines.get(one, "")]
    for name in stale:
        print(f"{name} …", flush=True)
        lines[name] = stored.motion_line(name)
        FILE.write_text("".join(f"{lines[one]}\n" for one in exercise_poses() if one in lines))
    return stale


if __name__ == "__main__":
    print(f"{len(write('--all' in sys.argv))} written")
