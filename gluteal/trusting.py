"""Trust: JupyterLab shows a stored widget on opening only in a notebook that this user trusts."""

import json
from pathlib import Path

from gluteal import doctor, paths
from gluteal.doctor import Finding


def lesson_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return every lesson below ``folder`` (default: ``notebooks``), in order, without editors' copies.

    Examples
    --------
    >>> all(path.suffix == ".ipynb" for path in lesson_files())
    True
    """
    found = (folder or paths.notebooks_dir()).rglob("*.ipynb")
    return tuple(sorted(path for path in found if ".ipynb_checkpoints" not in path.parts))


def trust_lessons(folder: Path | None = None) -> tuple[str, ...]:
    """Sign every lesson below ``folder`` for the present user and return their names.

    Raises
    ------
    ValueError
        If a file is not a notebook; the message names it and says what to do.
    """
    notary = _notary()
    for path in lesson_files(folder):
        notary.sign(_read(path))
    return tuple(path.name for path in lesson_files(folder))


def untrusted_lessons(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the lessons that the present user has not trusted, as they are stored now.

    Examples
    --------
    >>> isinstance(untrusted_lessons(), tuple)
    True
    """
    notary = _notary()
    return tuple(path.name for path in lesson_files(folder) if not notary.check_signature(_read(path)))


def signature_file() -> Path:
    """Return the file in which Jupyter keeps the present user's signatures."""
    return Path(_notary().db_file)


def examine() -> tuple[Finding, ...]:
    """Look at Jupyter's own settings and signatures, as ``gluteal doctor`` does.

    A lesson does not: while it is being run and stored, its own signature is always an old one.
    """
    return doctor.examine((trusted, settings))


def trusted() -> Finding:
    """Ask Jupyter whether the lessons are trusted."""
    names = untrusted_lessons()
    if not names:
        return Finding(True, "JupyterLab trusts the lessons and shows their widgets on opening")
    what = f"JupyterLab does not trust {', '.join(names)}: widgets show only after you run the cells"
    return Finding(False, what, "type gluteal trust, or make lab")


def settings() -> Finding:
    """Look whether JupyterLab is set to keep widgets when a lesson is saved."""
    from gluteal.publish import jupyterlab

    file = jupyterlab.settings_file()
    present = file.read_text("utf-8") if file.is_file() else "{}"
    if json.loads(jupyterlab.merged(present, file)) == json.loads(present):
        return Finding(True, "JupyterLab keeps the widgets when a lesson is saved")
    return Finding(
        False, "JupyterLab drops the widgets when a lesson is saved", "type gluteal trust, or make lab"
    )


def _notary():
    # nbformat takes a moment to import, and only these functions need it.
    from nbformat.sign import NotebookNotary

    return NotebookNotary()


def _read(path: Path):
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except Exception:
        remedy = f"get it back with: git checkout -- {path.parent.name}/{path.name}"
        raise ValueError(f"{path.name} is not a readable notebook; {remedy}") from None
