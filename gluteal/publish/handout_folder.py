"""The folder of a class's handouts: what is there, whole and up to date, and how files come into it."""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from gluteal.publish.embed import PublishError

STUDENTS, STATE, RUN = "students", ".handouts", "run.json"


def write_at_once(path, content):
    """Write a file so that it is there whole or not at all.

    Parameters
    ----------
    path : Path
    content : str, bytes, or iterable of str
        Pieces of a large text are written as they come.
    """
    pieces = [content] if isinstance(content, str | bytes) else content
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(_raw(piece))
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _raw(content):
    return content.encode() if isinstance(content, str) else content


def _sum(content):
    return hashlib.sha256(_raw(content)).hexdigest()


class Folder:
    """The folder that handouts are written to.

    Parameters
    ----------
    out : Path
    """

    def __init__(self, out):
        self.out, self.students, self.state = out, out / STUDENTS, out / STATE

    def prepare(self, order, force=False):
        """Make the folder ready, or refuse: it may hold other things, or handouts of another order.

        Raises
        ------
        PublishError
        """
        if self.out.exists() and not self.out.is_dir():
            raise PublishError(f"{self.out} is a file; name a folder with --out.")
        if not (self.state / RUN).exists() and self.out.exists() and any(self.out.iterdir()):
            raise PublishError(f"{self.out} holds other files; name a new or an empty folder with --out.")
        self._refuse_other(order, force)
        try:
            for folder in (self.students, self.state):
                folder.mkdir(parents=True, exist_ok=True)
                for rest in folder.glob(".*.part"):  # of a run that was killed
                    rest.unlink()
            write_at_once(self.state / RUN, json.dumps(order.settings(), indent=1) + "\n")
        except OSError as error:
            reason = error.strerror or "it is not writable"
            raise PublishError(
                f"{self.out} cannot be written ({reason}); name another folder with --out."
            ) from None

    def _refuse_other(self, order, force):
        try:
            before = json.loads((self.state / RUN).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        other = [name for name, value in order.settings().items() if before.get(name) != value]
        if other and not force:
            said = ", ".join(f"{name.replace('_', ' ')} {before.get(name)!r}" for name in other)
            raise PublishError(
                f"{self.out} holds handouts of another order ({said}). Name another folder with --out, "
                "or replace them with --force."
            )

    def record(self, student):
        """Return the record of a student, or None."""
        try:
            return json.loads((self.state / f"{student.stem}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def has(self, order, student):
        """Tell whether this student's handout is there, whole and up to date."""
        record = self.record(student)
        if not record or record.get("mark") != order.mark(student):
            return False
        files = record.get("files", {})
        wanted = [f"{student.stem}{end}" for end in order.endings]
        return set(wanted) <= set(files) and all(self._sum(name) == files[name] for name in wanted)

    def _sum(self, name):
        try:
            return _sum((self.students / name).read_bytes())
        except OSError:
            return None

    def keep(self, order, student, contents, key):
        """Write the files of a student, then the record.

        Parameters
        ----------
        contents : dict of str to str or bytes
            Ending of a file, and what is in it.
        key : dict or None
            The answers.
        """
        for end, content in contents.items():
            write_at_once(self.students / f"{student.stem}{end}", content)
        sums = {f"{student.stem}{end}": _sum(content) for end, content in contents.items()}
        record = {
            "mark": order.mark(student), "id": student.id, "name": student.name, "files": sums, "key": key,
        }  # fmt: skip
        text = json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
        write_at_once(self.state / f"{student.stem}.json", text)

    def strangers(self, roster):
        """Return the stems of handouts whose students are not on the roster."""
        known = {student.stem for student in roster}
        there = [path.stem for path in self.state.glob("*.json") if path.name != RUN]
        return sorted(stem for stem in there if stem not in known)
